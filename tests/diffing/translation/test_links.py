"""Links of paragraphs of two languages: merged ones, and those that only one article has."""

import pytest

from diffing.comparison import compare
from diffing.model import Comparison, Pair

LEFT = [
    "El puerto de Salguera reabrió el lunes tras 19 días de obras, anunció la alcaldesa Inés Robledo.",
    "Las obras costaron 7,2 millones de euros y emplearon a 340 obreros.",
    "«Nadie creía que terminaríamos», dijo el ingeniero Tomás Urquijo.",
    "El primer barco, el Corvina, llegó a las 6.40 con 85 pasajeros.",
    "La cofradía cuenta con 58 barcos y vende su pesca en Portugal.",
    "Las tarifas subirán un 4 % en octubre.",
]
RIGHT = [
    "The port of Salguera reopened on Monday after 19 days of works, Mayor Inés Robledo announced.",
    "The works cost 7.2 million euros and employed 340 labourers.",
    "“Nobody believed we would finish,” said the engineer, Tomás Urquijo.",
    "The first ship, the Corvina, arrived at 6:40 a.m. with 85 passengers.",
    "The guild has 58 boats and sells its catch in Portugal.",
    "Fees will rise by 4 percent in October.",
]


GERMAN = [
    "Der Hafen von Salguera ist am Montag nach 19 Tagen Arbeit wieder geöffnet worden, sagte Inés Robledo.",
    "Die Arbeiten kosteten 7,2 Millionen Euro und beschäftigten 340 Arbeiter.",
    "„Niemand glaubte, dass wir fertig werden“, sagte der Ingenieur Tomás Urquijo.",
    "Das erste Schiff, die Corvina, kam um 6.40 Uhr mit 85 Fahrgästen an.",
    "Die Gilde hat 58 Boote und verkauft ihren Fang in Portugal.",
    "Die Gebühren steigen im Oktober um 4 Prozent.",
]
RUSSIAN = [
    "Порт Сальгера вновь открылся в понедельник после 19 дней работ, сообщила мэр Инес Робледо.",
    "Работы обошлись в 7,2 млн евро, в них участвовали 340 рабочих.",
    "«Никто не верил, что мы закончим», — сказал инженер Томас Уркихо.",
    "Первый корабль, «Корвина», прибыл в 6:40 с 85 пассажирами.",
    "У гильдии 58 лодок, она продаёт улов в Португалии.",
    "В октябре сборы вырастут на 4 процента.",
]
SPANISH_YOUNG = "Los más jóvenes prefieren trabajar en la ciudad, donde ganan más y duermen en casa."


def links(left: list[str], right: list[str]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(row.left, row.right) for row in compared(left, right).rows if row.left and row.right}


def compared(left: list[str], right: list[str]) -> Comparison:
    return compare("\n\n".join(left), "\n\n".join(right))


def single(pairs: dict[int, int]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {((left,), (right,)) for left, right in pairs.items()}


def test_every_paragraph() -> None:
    assert links(LEFT, RIGHT) == single({at: at for at in range(6)})


def test_two_paragraphs_as_one() -> None:
    """Each half lacks the figures and names of the other one."""
    merged = [*RIGHT[:1], f"{RIGHT[1]} {RIGHT[2]}", *RIGHT[3:]]
    assert links(LEFT, merged) == single({0: 0, 3: 2, 4: 3, 5: 4}) | {((1, 2), (1,))}
    assert links(merged, LEFT) == single({0: 0, 2: 3, 3: 4, 4: 5}) | {((1,), (1, 2))}


@pytest.mark.parametrize("article", [LEFT, GERMAN, RUSSIAN])
def test_two_paragraphs_as_one_without_the_one_between_them(article: list[str]) -> None:
    right = [RIGHT[0], f"{RIGHT[1]} {RIGHT[3]}", *RIGHT[4:]]
    assert links(article, right) == single({0: 0, 4: 2, 5: 3}) | {((1, 3), (1,))}
    assert links(right, article) == single({0: 0, 2: 4, 3: 5}) | {((1,), (1, 3))}


@pytest.mark.parametrize("article", [LEFT, GERMAN, RUSSIAN])
def test_three_paragraphs_as_one(article: list[str]) -> None:
    """The one between the others is not left out, though it shares no figure and is short."""
    right = [RIGHT[0], " ".join(RIGHT[1:4]), *RIGHT[4:]]
    assert links(article, right) == single({0: 0, 4: 2, 5: 3}) | {((1, 2, 3), (1,))}


@pytest.mark.parametrize("article", [LEFT, GERMAN, RUSSIAN])
def test_five_paragraphs_as_one(article: list[str]) -> None:
    right = [" ".join(RIGHT[:5]), RIGHT[5]]
    assert links(article, right) == {((0, 1, 2, 3, 4), (0,)), ((5,), (1,))}
    assert links(right, article) == {((0,), (0, 1, 2, 3, 4)), ((1,), (5,))}


@pytest.mark.parametrize("article", [LEFT, GERMAN, RUSSIAN])
def test_paragraphs_that_the_other_side_lacks_are_in_no_group(article: list[str]) -> None:
    assert links(article, [RIGHT[0], RIGHT[1], RIGHT[5]]) == single({0: 0, 1: 1, 5: 2})
    assert links([RIGHT[4]], article) == single({0: 4})


@pytest.mark.parametrize("article", [LEFT, GERMAN, RUSSIAN])
def test_a_sentence_in_the_place_of_a_paragraph_makes_no_group(article: list[str]) -> None:
    """Together they would be as long as two paragraphs; the first one and the first sentence share nothing."""
    right = [f"The café on the quay gave the workers free coffee. {RIGHT[1]}", *RIGHT[2:]]
    assert links(article, right) == single({at + 1: at for at in range(5)})


def test_a_paragraph_with_sentences_that_the_other_side_lacks() -> None:
    """The first half of a merged paragraph has no counterpart."""
    merged = [*RIGHT[:1], f"{RIGHT[1]} {RIGHT[2]}", *RIGHT[3:]]
    left = [*LEFT[:1], *LEFT[2:]]
    assert links(left, merged) == single({at: at for at in range(5)})


def test_paragraphs_of_one_side_in_the_same_place() -> None:
    """Each article has a figure and a name that stand nowhere in the other one."""
    left = [*LEFT[:3], "El alcalde Bermejo cerró 26 escuelas.", *LEFT[3:]]
    right = [*RIGHT[:3], "The airline Norvik lost 93 suitcases.", *RIGHT[3:]]
    assert links(left, right) == single({0: 0, 1: 1, 2: 2, 4: 4, 5: 5, 6: 6})


def test_a_paragraph_in_another_place() -> None:
    right = [RIGHT[0], RIGHT[3], RIGHT[4], RIGHT[5], RIGHT[1], RIGHT[2]]
    assert links(LEFT, right) == single({0: 0, 1: 4, 2: 5, 3: 1, 4: 2, 5: 3})


def test_a_paragraph_that_shares_nothing_has_not_moved() -> None:
    """Its length and its form fit; the place says that each article has one of its own."""
    left = [*LEFT[:1], "Los vecinos lo celebraron con música y fuegos artificiales.", *LEFT[1:]]
    right = [*RIGHT, "The weather is expected to stay dry until the weekend."]
    assert links(left, right) == single({0: 0, 2: 1, 3: 2, 4: 3, 5: 4, 6: 5})


def test_lines_of_one_side_each_that_share_nothing_are_no_pair() -> None:
    """Their place, length and form fit; all others share figures or names."""
    left = [*LEFT[:4], "El coro de la parroquia ensaya los martes por la tarde.", *LEFT[4:]]
    right = [
        *RIGHT[:4],
        "Salt was once made along this shore, as the ruins of the old ovens behind the dunes still show.",
        *RIGHT[4:],
    ]
    assert links(left, right) == single({0: 0, 1: 1, 2: 2, 3: 3, 5: 5, 6: 6})


@pytest.mark.parametrize(
    ("article", "longer", "shorter", "other"),
    [
        (LEFT, f"La cofradía tiene un perro viejo. {SPANISH_YOUNG}", "The guild has an old dog.", "Music was heard."),
        (LEFT, f"{SPANISH_YOUNG} La música sonó hasta la noche.", "The music went on until night.", "A dog barked."),
        (
            GERMAN,
            "Das Pferd des Ingenieurs sah zu. Die Jüngeren arbeiten lieber in der Stadt, wo sie mehr verdienen.",
            "The engineer's horse looked on.",
            "The hospital received the injured.",
        ),
        (
            RUSSIAN,
            "Лошадь инженера смотрела на это. Молодые предпочитают работать в городе, где больше платят и где веселее.",
            "The engineer's horse looked on.",
            "The hospital received the injured.",
        ),
    ],
)
def test_a_paragraph_that_lost_a_sentence(article: list[str], longer: str, shorter: str, other: str) -> None:
    """Its length says nothing between two links; another line in its place is no pair with it."""
    left = [*article[:4], longer, *article[5:]]
    every = {at: at for at in range(6)}
    assert links(left, [*RIGHT[:4], shorter, *RIGHT[5:]]) == single(every)
    del every[4]
    assert links(left, [*RIGHT[:4], other, *RIGHT[5:]]) == single(every)


@pytest.mark.parametrize(
    ("article", "longer"),
    [
        (LEFT, "¿Quién pagará? Nadie lo dijo en la reunión, que duró hasta la noche y acabó entre gritos y silbidos."),
        (GERMAN, "Wer wird zahlen? Das sagte in der Sitzung, die bis in die Nacht dauerte und laut endete, niemand."),
        (RUSSIAN, "Кто заплатит? На собрании, которое шло до ночи и закончилось криками и свистом, этого не сказали."),
    ],
)
def test_a_question_is_all_that_is_left_of_a_paragraph(article: list[str], longer: str) -> None:
    """Both ask; a line in its place that does not ask is no pair with it."""
    left = [*article[:4], longer, *article[5:]]
    every = {at: at for at in range(6)}
    assert links(left, [*RIGHT[:4], "Who will pay?", *RIGHT[5:]]) == single(every)
    del every[4]
    assert links(left, [*RIGHT[:4], "Music was heard.", *RIGHT[5:]]) == single(every)


@pytest.mark.parametrize(
    ("article", "headline"),
    [
        (LEFT, "Salguera reabre su puerto tras 19 días"),
        (GERMAN, "Hafen von Salguera öffnet nach 19 Tagen"),
        (RUSSIAN, "Порт Сальгера открылся после 19 дней"),
    ],
)
def test_a_headline_is_no_first_paragraph_that_lost_something(article: list[str], headline: str) -> None:
    """One article has only the headline, the other only the first paragraph, which says the same and more."""
    first = f"{RIGHT[0][:-1]}, who had promised it before the summer. Hundreds of people came to the quay."
    assert links([headline, *article[1:]], [first, *RIGHT[1:]]) == single({at: at for at in range(1, 6)})
    assert links([headline, *article], RIGHT) == single({at + 1: at for at in range(6)})


@pytest.mark.parametrize(
    ("article", "longer"),
    [
        (LEFT, "La empresa Dragados Ferrol vendió las grúas a Marruecos. Nadie supo decir por qué lo hizo entonces."),
        (
            GERMAN,
            "Die Firma Dragados Ferrol verkaufte die Kräne nach Marokko. Niemand konnte sagen, warum gerade jetzt.",
        ),
        (RUSSIAN, "Компания «Драгадос Феррол» продала краны в Марокко. Никто не мог сказать, почему именно тогда."),
    ],
)
def test_a_paragraph_in_another_place_that_lost_a_sentence(article: list[str], longer: str) -> None:
    """Both name a company and a country; a line that names the country only is no pair with it."""
    left = [*article[:1], longer, *article[1:]]
    every = single({0: 0} | {at + 1: at for at in range(1, 6)})
    assert links(left, [*RIGHT, "Dragados Ferrol sold the cranes to Morocco."]) == every | single({1: 6})
    assert links(left, [*RIGHT, "The weather in Morocco was dry."]) == every


@pytest.mark.parametrize(
    ("article", "question", "statement"),
    [
        (LEFT, "¿Quién pagará? «Eso lo verá la reina», bromeó un pescador.", "La reina los verá, bromeó un pescador."),
        (RUSSIAN, "Кто заплатит? «Посмотрит королева», — пошутил рыбак.", "Рыбак, говорят, видел королеву."),
    ],
)
def test_form_counts_where_a_paragraph_has_moved(article: list[str], question: str, statement: str) -> None:
    """Both share one word, ask and quote; one word alone moves nothing."""
    right = [*RIGHT, "Who will pay? “The queen will see to it,” joked one of them."]
    every = single({0: 0} | {at + 1: at for at in range(1, 6)})
    assert links([article[0], question, *article[1:]], right) == every | single({1: 6})
    assert links([article[0], statement, *article[1:]], right) == every


@pytest.mark.parametrize(
    ("article", "headline"),
    [
        (LEFT, "Salguera reabre su puerto tras 19 días"),
        (GERMAN, "Der Hafen von Salguera öffnet wieder nach 19 Tagen"),
        (RUSSIAN, "Порт Сальгера открылся после 19 дней"),
    ],
)
def test_a_headline_and_the_first_paragraph_as_one(article: list[str], headline: str) -> None:
    """A headline ends without a mark, so that the two are one sentence there."""
    merged = [f"Salguera reopens its port after 19 days {RIGHT[0]}", *RIGHT[1:]]
    assert links([headline, *article], merged) == single({at + 1: at for at in range(1, 6)}) | {((0, 1), (0,))}


@pytest.mark.parametrize(
    ("language", "text", "english", "name"),
    [
        ("hi", "दुकानदार कविता बंसल ने यह कहा।", "Kavita Thornton, a shopkeeper, said so.", "कविता"),
        ("mr", "दुकानदार कविता बंसल यांनी सांगितले.", "Kavita Thornton, a shopkeeper, said so.", "कविता"),
        ("tr", "Karar Veldana'da alındı.", "It was decided in Veldana.", "Veldana"),
        ("fr", "On se retrouve aux quais d'Alverane.", "People meet on the docks of Alverane.", "Alverane"),
        ("ko", "위성 '베르단'을 띄웠다.", "They launched the satellite Verdan.", "베르단"),
    ],
)
def test_a_name_with_vowel_signs_or_beside_an_apostrophe_is_shared(
    language: str, text: str, english: str, name: str
) -> None:
    """It says that the two belong together, whichever side it stands on."""
    sides = Pair(text, english)
    languages = Pair(language, "en")
    shown = [
        row.evidence.shared
        for texts, tongues in ((sides, languages), (sides.swapped(), languages.swapped()))
        for row in compare(*texts, languages=tongues).rows
        if row.evidence
    ]
    assert len(shown) == 2
    assert name in shown[0]
    assert len(shown[0]) == len(shown[1])


def test_a_character_inside_a_run_is_not_shared() -> None:
    """The first character of Henan is the word for a river."""
    comparison = compare("他们去河南。", "They went to the river.", languages=Pair("zh", "en"))
    assert not any(row.evidence.shared for row in comparison.rows if row.evidence)


@pytest.mark.parametrize(
    ("article", "own"),
    [
        (LEFT, "Los vecinos mayores recuerdan todavía cómo olía la vieja fábrica de conservas junto a la playa."),
        (GERMAN, "Ältere Nachbarn wissen noch, wie es bei der alten Fabrik am Strand nach Konserven gerochen hat."),
        (RUSSIAN, "Пожилые соседи ещё помнят, как пахло у старого консервного завода рядом с пляжем."),
    ],
)
def test_two_paragraphs_in_one_place_that_share_nothing(article: list[str], own: str) -> None:
    """They are as long as each other, and the links around them share a figure or a name each."""
    other = "Whoever wants to swim should take warm clothes along, for the wind is stronger than it looks."
    left, right = [*article[:2], own, *article[3:]], [*RIGHT[:2], other, *RIGHT[3:]]
    assert links(left, right) == single({at: at for at in range(6) if at != 2})
    assert links(right, left) == single({at: at for at in range(6) if at != 2})


def test_two_paragraphs_in_one_place_that_share_a_question_mark_alone() -> None:
    left = [*LEFT[:2], "¿Y quién va a pagar todo eso?", *LEFT[3:]]
    right = [*RIGHT[:2], "So who is going to foot that bill?", *RIGHT[3:]]
    assert links(left, right) == single({at: at for at in range(6)})
