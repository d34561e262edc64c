"""How an entry of the ledger reads on a line, so that the thing counted is seen."""

import pytest

from diffing.comparison import compare
from diffing.ledger.core.details import Detail, Extent, Replacement, Senses, WordChanges
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.model import Comparison, Pair, Place
from tests.conftest import MakePair
from tests.tui.running import article
from tui.present.entry_text import line, title

LEFT = [
    "Blast at the old plant by the river kills 12, injures dozens",
    "Officials said that the number of the injured rose to 47, and that the town would not be cleared.",
    "“We came and saw,” said Ana Soto, who had come from the town. Only here: 7 of them.",
]
RIGHT = [
    "Blast at the old plant by the river kills 14, injures dozens",
    "Officials said that the number of the injured rose to 63, and that the town would be cleared.",
    "“We came and looked,” said Ana Soto, who had come from the town.",
]


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(article(LEFT), article(RIGHT))


def place(texts: list[str], words: str) -> tuple[Place, ...]:
    if not words:
        return ()
    at = next(at for at, text in enumerate(texts) if words in text)
    start = texts[at].index(words)
    return (Place(at, start, start + len(words)),)


def entry(subject: Subject, change: Change, left: str = "", right: str = "", detail: Detail | None = None) -> Entry:
    return Entry(subject, change, place(LEFT, left), place(RIGHT, right), Location.SAME_PLACE, detail)


NUMBER = entry(Subject.NUMBER, Change.CHANGED, "12", "14")
INJURED = entry(Subject.NUMBER, Change.CHANGED, "47", "63")
NOT = entry(Subject.NEGATION, Change.GONE, "not")
SAID = ("We came and saw,", "We came and looked,")


@pytest.mark.parametrize(
    ("told", "before", "shown"),
    [
        (NUMBER, 20, "… by the river kills [12 → 14], injures dozens"),
        (NUMBER, 8, "… kills [12 → 14], injures dozens"),
        (NUMBER, 4, "… [12 → 14], injures dozens"),
        (INJURED, 20, "… the injured rose to [47 → 63], and that the town would be cleared."),
        (NOT, 15, "− … the town would [not] be cleared."),
        (
            entry(Subject.NUMBER, Change.ROUNDED, "47", "63"),
            8,
            "rounded: … rose to [47 → 63], and that the town would be cleared.",
        ),
        (
            entry(Subject.QUOTATION, Change.NEW, right=SAID[1]),
            20,
            "+ We came and looked, · said Ana Soto, who had come from the town.",
        ),
        (
            entry(Subject.QUOTATION, Change.REWORDED, *SAID, WordChanges((Replacement("saw", "looked"),))),
            20,
            "reworded: saw → looked · We came and looked, · said Ana Soto, who had come from the town.",
        ),
        (entry(Subject.QUOTATION, Change.TRIMMED, *SAID, WordChanges(cut=("and saw",))), 20, "cut: and saw"),
        (entry(Subject.HEADLINE, Change.CHANGED, LEFT[0], RIGHT[0]), 20, f"{LEFT[0]} → {RIGHT[0]}"),
        (
            entry(Subject.CONTENT, Change.GONE, "Only here: 7 of them.", detail=Extent(is_whole=True)),
            20,
            "− Only here: 7 of them.",
        ),
        (
            entry(Subject.CONTENT, Change.GONE, "not", detail=Senses("conditional", "unconditional")),
            15,
            "− … the town would [not] be cleared.",
        ),
    ],
)
def test_words_stand_in_what_is_around_them(comparison: Comparison, told: Entry, before: int, shown: str) -> None:
    assert line(told, comparison, before) == shown


def test_what_is_behind_is_cut_at_a_word() -> None:
    long = "The toll rose to 14 and " + "nobody knew more of it " * 9
    both = Pair(article([long]), article([long.replace("14", "15")]))
    told = Entry(Subject.NUMBER, Change.CHANGED, (Place(0, 17, 19),), (Place(0, 17, 19),), Location.SAME_PLACE)
    shown = line(told, compare(*both))
    assert shown.startswith("The toll rose to [14 → 15] and nobody knew")
    assert shown.endswith((" nobody …", " knew …", " more …", " of …", " it …"))


def test_a_script_without_spaces_is_cut_between_its_characters(make_pair: MakePair) -> None:
    text = (
        "记者 林晓舟 报道，澜江水位昨夜迅速上涨，{}人失踪，" + "三个乡镇被淹，主要道路中断，救援人员正在赶往灾区，" * 6
    )
    at = text.index("{")
    told = Entry(Subject.NUMBER, Change.CHANGED, (Place(0, at, at + 1),), (Place(0, at, at + 1),), Location.SAME_PLACE)
    shown = line(told, compare(*make_pair([text.format(5)], [text.format(8)])), 6)
    assert shown.startswith("… 夜迅速上涨，[5 → 8]人失踪，三个乡镇被淹，主要道路中断")
    assert shown.endswith(" …")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (NUMBER, "number changed"),
        (NOT, "negation only left"),
        (entry(Subject.CONTENT, Change.GONE, "Only here: 7 of them.", detail=Extent(is_whole=True)), "only left"),
        (entry(Subject.CONTENT, Change.GONE, "Only here: 7 of them."), "small edit"),
        (entry(Subject.QUOTATION, Change.NEW, right=SAID[1]), "quotation only right"),
    ],
)
def test_a_change_is_named_in_words_people_know(told: Entry, expected: str) -> None:
    assert title(told, compare("Nine.", "Ten.")) == expected
