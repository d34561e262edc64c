"""The whole ledger on pairs of sentences that are easy to take wrongly: tables in cases/, by language and subject.

Each line of a table has left, right and the entries, or '-' where there must be none; a pilcrow parts paragraphs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from diffing.comparison import compare_read
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Entry, Subject
from diffing.ledger.core.ranking import Weight, weight
from diffing.model import Article, Pair
from diffing.text.paragraphs import paragraphs
from diffing.text.reading import read_articles

_TABLES = Path(__file__).with_name("cases")
# What stands before and behind each case, on both sides: enough words to tell the language by.
_AROUND = {
    "cs": (
        "Údolí leží mezi kopci a mořem a lidé z obce tam mají své zahrady, které jsou už velmi staré, ale nikdo neví.",
        "Na starém náměstí je trh, který je otevřen pro všechny, kdo chtějí koupit chléb, ale také jiné věci.",
    ),
    "de": (
        "Das Tal liegt zwischen den Hügeln und dem Meer, und hier haben die Leute aus der Stadt auch ihre Gärten.",
        "Auf dem alten Platz ist ein Markt, der für alle offen ist, die das Brot kaufen wollen, das es dort gibt.",
    ),
    "en": (
        "The valley lies between the hills and the sea, and this is where the people of the town have their gardens.",
        "There is a market in the old square that is open to all those who want to buy the bread which is sold there.",
    ),
    "es": (
        "El valle está entre las colinas y el mar, y es allí donde la gente del pueblo tiene los huertos de siempre.",
        "En la plaza vieja hay un mercado que está abierto a todos los que quieren comprar el pan que se vende allí.",
    ),
    "fr": (
        "La vallée est entre les collines et la mer, et c'est là que les gens de la ville ont leurs jardins.",
        "Sur la vieille place il y a un marché qui est ouvert à tous ceux qui veulent acheter le pain que l'on y vend.",
    ),
    "it": (
        "La valle si trova tra le colline e il mare, ed è qui che gli abitanti del paese hanno i loro orti da sempre.",
        "Nella piazza vecchia c'è un mercato che è aperto a chi vuole comprare il pane che si vende lì.",
    ),
    "ja": (
        "谷は丘と海のあいだにあり、村の人たちは昔からここで野菜を育てています。",
        "古い広場には市場があり、そこで売られているパンを買いたい人は誰でも行くことができます。",
    ),
    "nl": (
        "Het dal ligt tussen de heuvels en de zee, en hier hebben de mensen van het dorp ook al jaren hun tuinen.",
        "Op het oude plein is er een markt die open is voor iedereen die het brood wil kopen dat daar wordt verkocht.",
    ),
    "pl": (
        "Dolina leży między wzgórzami a morzem i to jest miejsce, gdzie ludzie z miasta mają swoje ogrody od lat.",
        "Na starym rynku jest targ, który jest otwarty dla wszystkich, którzy chcą kupić chleb, ale nie tylko.",
    ),
    "pt": (
        "O vale fica entre as colinas e o mar, e é ali que as pessoas da vila têm as suas hortas de sempre.",
        "Na praça velha há um mercado que está aberto a todos os que querem comprar o pão que se vende ali.",
    ),
    "ru": (
        "Долина лежит между холмами и морем, и здесь у жителей посёлка уже много лет есть свои сады и огороды.",
        "На старой площади есть рынок, который открыт для всех, кто хочет купить хлеб, который там продают.",
    ),
    "sv": (
        "Dalen ligger mellan kullarna och havet, och det är här som de som bor i byn också har sina trädgårdar.",
        "På det gamla torget finns en marknad som är öppen för alla som vill köpa det bröd som man säljer där.",
    ),
    "tr": (
        "Vadi tepeler ile deniz arasında ve köyün insanları için burada çok eski bahçeler var, ama bu daha çok bir.",
        "Eski meydanda ekmek almak isteyen herkes için açık olan bir pazar var, ancak bu her gün böyle değil.",
    ),
    "uk": (
        "Долина лежить між пагорбами і морем, і тут у жителів селища вже багато років є свої сади, але не всі.",
        "На старій площі є ринок, який відкритий для всіх, хто хоче купити хліб, що там продають, та й не лише це.",
    ),
    "zh": (
        "山谷在山和海之间，村里的人多年来都在这里种自己的菜，这是他们的地方。",
        "老广场上有一个市场，想买那里的面包的人都可以去，那里的东西也不贵。",
    ),
}


# Lines of a table that one test takes: enough that a test is worth its own cost, few enough that processes share them.
_LINES = 40


@dataclass(frozen=True)
class Line:
    """A line of a table: two texts and what the ledger has of them; `place` says where it stands."""

    place: str
    left: str
    right: str
    entries: str


def _parts() -> Iterator[object]:
    """Yield the lines of the tables, some at a time."""
    for table in sorted(_TABLES.glob("*.txt")):
        lines = [
            Line(f"{table.name}:{number}", *line.split(" | "))
            for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), 1)
            if line and not line.startswith("#")
        ]
        for start in range(0, len(lines), _LINES):
            some = lines[start : start + _LINES]
            # The first of a language need its words and most patterns.
            marks = [] if start else [pytest.mark.before_the_fork]
            yield pytest.param(table.stem, some, id=some[0].place, marks=marks)


@pytest.mark.parametrize(("language", "lines"), _parts())
def test_the_ledger_of_each_sentence(language: str, lines: list[Line]) -> None:
    """Every line that does not hold is shown, not the first alone."""
    found = [(line, *_ledger(language, line)) for line in lines]
    wrong = [
        f"{line.place}: {line.left} | {line.right}\n  expected {line.entries}\n  found    {entries}, in {languages}"
        for line, entries, languages in found
        if (entries, languages) != (line.entries, {language})
    ]
    assert not wrong, "\n".join(wrong)


def _ledger(language: str, line: Line) -> tuple[str, set[str]]:
    """Return the entries as a table has them, and the languages of both texts."""
    before, behind = _AROUND[language]
    texts = Pair(line.left, line.right).map(lambda text: "\n\n".join([before, *text.split(" ¶ "), behind]))
    articles = texts.map(lambda text: Article("", paragraphs(text)))
    read = read_articles(articles)
    found = ledger(compare_read(read), read)
    every = [each for entry in found.entries for each in (entry, *entry.children)]
    shown = sorted(shown_entry(entry, articles) for entry in every if not is_of_pair(entry))
    return "; ".join(shown) or "-", set(found.languages)


def is_of_pair(entry: Entry) -> bool:
    """Return whether every pair of sentences with other words has such an entry."""
    return weight(entry) is Weight.CONTENT


def shown_entry(entry: Entry, articles: Pair[Article]) -> str:
    """The subject, what became of it, and the words of the sides that have some; 'meaning' for a turned sentence."""
    subject = "meaning" if entry.subject is Subject.CONTENT else entry.subject
    words = (
        " + ".join(article.paragraphs[place.paragraph].text[place.start : place.end] for place in places)
        for article, places in zip(articles, entry.places, strict=True)
    )
    return f"{subject} {entry.change}: {' > '.join(filter(None, words))}"
