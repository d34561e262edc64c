"""The numbers of dead and hurt people with which two outlets begin, and the counts of lists of places."""

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Change, Subject
from tests.conftest import MakePair


def _changed(left: list[str], right: list[str], make_pair: MakePair) -> list[tuple[str, str]]:
    """Return the numbers that changed, in the order of the ledger."""
    articles = make_pair(left, right)
    return [
        (entry.left[0].words(articles.left), entry.right[0].words(articles.right))
        for entry in ledger(compare(*articles)).entries
        if entry.subject is Subject.NUMBER and entry.change is Change.CHANGED
    ]


_TOLLS = {
    "en": (
        ["The quake near Karsa struck at night. Besides 630 people killed, it left 329 hurt and great damage."],
        ["Several towns shook before dawn. The number of dead has reached 820, and 672 injured were counted."],
        [("630", "820"), ("329", "672")],
    ),
    "es": (
        ["El temblor de Karsa se registró de noche. Además de 630 personas fallecidas, provocó 329 heridas."],
        ["Varias ciudades temblaron de madrugada. Los muertos se elevan a 820, a los que se añaden 672 heridos."],
        [("630", "820"), ("329", "672")],
    ),
    "de": (
        ["Das Beben bei Karsa kam in der Nacht. Neben 630 Toten gibt es 329 Verletzte und große Schäden."],
        ["Mehrere Städte bebten vor dem Morgen. Die Zahl der Toten stieg auf 820, dazu kommen 672 Verletzte."],
        [("630", "820"), ("329", "672")],
    ),
    "fr": (
        ["Le séisme de Karsa a eu lieu la nuit. En plus de 630 morts, il a fait 329 blessés et des dégâts."],
        ["Plusieurs villes ont tremblé avant l'aube. Le nombre de morts atteint 820, et 672 blessés sont comptés."],
        [("630", "820"), ("329", "672")],
    ),
    "in a rewritten sentence": (
        ["El número de muertos ya pasó de mil, hasta los 1.037, en el balance de las 13.00 hora local, dijo la radio."],
        ["La cifra por el temblor de Karsa asciende, según el recuento de las 19.00 hora local, a 1.305 muertos."],
        [("1.037", "1.305")],
    ),
    "another quake is larger": (
        ["The quake near Karsa struck at night. It killed 63 people, and in 1960 one had killed 1,200 people."],
        ["Several towns shook before dawn. A harbour wall fell, and 82 people are dead, officials said there."],
        [("63", "82")],
    ),
    "another province is larger": (
        ["The quake near Karsa struck at night. It killed 63 people there, and in all 1,200 people died."],
        ["Several towns shook before dawn. A harbour wall fell, and 1,300 people are dead, officials said there."],
        [],
    ),
    "an aside": (
        ["The quake near Karsa struck at night. At least 63 people, including three guards, were killed there."],
        ["Several towns shook before dawn. A harbour wall fell, and 82 people are dead, officials said there."],
        [("63", "82")],
    ),
    "some of them": (
        ["The quake near Karsa struck at night. Nobody knew more, but of the crew, including 63 killed, some fled."],
        ["Several towns shook before dawn. A harbour wall fell, and 82 people are dead, officials said there."],
        [],
    ),
    "the number counts other things too": (
        ["The quake near Karsa struck at night. It killed 63 people on a road 40 km from the port."],
        ["Several towns shook before dawn. A wall fell on 63 cars, and 82 people are dead, officials said there."],
        [("63", "82")],
    ),
    "the other article tells of it too": (
        ["The quake near Karsa struck at night. It killed 63 people on a road 40 km from the port."],
        ["Several towns shook before dawn. First 63 were said to be dead, now 82 people are dead, officials said."],
        [],
    ),
    "neither counts people in general": (
        ["The quake near Karsa struck at night. It killed 63 passengers of a night train to the port."],
        ["Several towns shook before dawn. The dead had 82 nationalities, officials said there."],
        [],
    ),
    "the missing": (
        ["The flood in Karsa came at night. Of those on the quay 63 people are missing, and boats are out."],
        ["Several towns were cut off before dawn. The mayor put the number of missing at 82 in the evening."],
        [("63", "82")],
    ),
    "pt": (
        ["O sismo de Karsa foi de noite. Subiu para 63 o número de mortes; onze anos atrás 918 pessoas morreram."],
        ["Várias cidades tremeram de madrugada. Foram achados 82 corpos sem vida até as 14h, disse a câmara."],
        [("63", "82")],
    ),
    "zh": (
        ["卡萨县星期一夜里发生地震,公路全部中断。", "官员说,死亡人数上升至63人。"],
        ["救援队在山谷里搜寻。", "多个城镇凌晨有震感,卡萨县已有82人遇难,另有7人失踪。"],
        [("63", "82")],
    ),
    "places are counted": (
        ["The quake near Karsa struck at night. Besides 630 people killed, it left great damage in the hills."],
        ["Several towns shook before dawn. The dead were found at 820 sites along the river, officials said."],
        [],
    ),
}


@pytest.mark.parametrize(("left", "right", "changed"), _TOLLS.values(), ids=_TOLLS)
def test_tolls_that_stand_anywhere_are_compared(
    left: list[str], right: list[str], changed: list[tuple[str, str]], make_pair: MakePair
) -> None:
    found = _changed(left, right, make_pair)
    assert [pair for pair in found if pair[0] in ("630", "329", "63", "1.037")] == changed


def test_the_toll_comes_first(make_pair: MakePair) -> None:
    weather = ["The weather in Karsa was mild for the season, and 12 ferries sailed on time that day, the port said."]
    left, right, changed = _TOLLS["en"]
    assert (
        _changed(
            weather + left,
            [
                "The weather in Karsa was mild for the season, and 14 ferries sailed on time that day, the port said.",
                *right,
            ],
            make_pair,
        )[:2]
        == changed
    )


_LISTS = {
    "another form": (
        ["In the province of Haruz 290 people died, 190 in Tarun, 89 more in Chisha, 30 in Oduz and 13 in Marrek."],
        ["Most died in Haruz, followed by Tarun (271 dead), Chisha (91 dead), Oduz (31) and Marrek (13)."],
        {("190", "271"), ("89", "91"), ("30", "31")},
    ),
    "the same form": (
        ["Votes for the bridge: Tarun (193), Chisha (89), Oduz (30), Marrek (13)."],
        ["Votes for the bridge: Chisha (89), Tarun (192), Oduz (30), Marrek (13)."],
        {("193", "192")},
    ),
    "other places": (
        ["Votes for the bridge: Tarun (190), Chisha (89), Oduz (30), Marrek (13)."],
        ["Votes for the bridge: Belmar (71), Sorrin (65), Lavik (44), Marrek (13)."],
        set(),
    ),
}


@pytest.mark.parametrize(("left", "right", "changed"), _LISTS.values(), ids=_LISTS)
def test_counts_of_a_list_are_compared_by_their_names(
    left: list[str], right: list[str], changed: set[tuple[str, str]], make_pair: MakePair
) -> None:
    assert {*_changed(left, right, make_pair)} == changed


_OTHER_THINGS = {
    "neither is of people in general": (
        ["It carried 149 passengers and a crew of eight. The plane had left the capital in the morning for the coast."],
        ["Among the victims were 32 Kesians and 17 Sorrans. The plane had left the capital in the morning."],
    ),
    "both articles have one": (
        ["In the crash all 157 people on board were killed, a spokesman said. There were eight crew members."],
        ["In the crash all 149 passengers as well as eight crew members were killed, as the airline said."],
    ),
}


@pytest.mark.parametrize(("left", "right"), _OTHER_THINGS.values(), ids=_OTHER_THINGS)
def test_numbers_of_other_things_do_not_replace_each_other(
    left: list[str], right: list[str], make_pair: MakePair
) -> None:
    assert not {("149", "17"), ("149", "32"), ("157", "eight")} & {*_changed(left, right, make_pair)}


def test_clock_times_show_nothing_of_decimals(make_pair: MakePair) -> None:
    left = ["A las 13.00 hora local y a las 23.11 hora local se contaron 1.204 votos en el puerto, según la alcaldesa."]
    right = ["A las 13.00 hora local y a las 23.11 hora local se contaron 1204 votos en el puerto, según la alcaldesa."]
    assert not _changed(left, right, make_pair)


_OF_BOTH = {
    "two terms": (
        [
            "El tribunal de Arosa condenó al alcalde a 6 años y 3 meses de cárcel por los contratos del puerto.",
            "Al socio Braga el tribunal lo condenó a 8 años y 6 meses de prisión y a una multa de 723.843 euros.",
            "El alcalde pagará además una multa de 512.000 euros, y su esposa 265.088 euros.",
        ],
        [
            "La esposa es inocente según el fallo, pero deberá pagar 265.000 euros, dijo la fiscal del puerto.",
            "El alcalde recibió una pena de 6 años y tres meses de prisión y una multa de 512.553 euros.",
            "Braga, condenado a 8 años y seis meses de prisión, se lleva la pena más alta del puerto.",
        ],
    ),
    "another unit": (
        [
            "O tribunal de Aroz publicou o acórdão do prefeito. Os advogados terão até 12 dias para recorrer.",
            "O prefeito foi condenado a 12 anos de prisão pelas obras do cais.",
        ],
        [
            "O tribunal de Aroz publicou o acórdão do prefeito. Os juízes fixaram a pena em 12 anos de prisão.",
            "A defesa do prefeito das obras do cais nega tudo.",
        ],
    ),
}


@pytest.mark.parametrize(("left", "right"), _OF_BOTH.values(), ids=_OF_BOTH)
def test_a_number_of_both_articles_replaces_none(left: list[str], right: list[str], make_pair: MakePair) -> None:
    wrong = {("8 años", "6 años"), ("6 meses", "tres meses"), ("12 dias", "12 anos")}
    assert not wrong & {*_changed(left, right, make_pair)}


def test_a_number_of_both_articles_may_replace_one_alone(make_pair: MakePair) -> None:
    left = ["The court gave Orr 6 years in prison, and prosecutors had asked for 8 years in their plea."]
    right = ["The court gave Orr 8 years in prison, and prosecutors had asked for 8 years in their plea."]
    assert _changed(left, right, make_pair) == [("6 years", "8 years")]
