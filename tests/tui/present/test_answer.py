"""The answer in a few lines: the weightiest first, each change whole where there is room, and nothing invented."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.details import Counted, Extent
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.model import Comparison, Pair, Place
from tests.tui.running import article
from tui.present.answer import AnswerLine, Item, answer, cut, wordings
from tui.present.change_words import ChangeWords
from tui.present.groups import Group, group_of
from tui.present.tally import BETWEEN, leaves_out
from tui.text.wrapping import width

LEFT = "Twelve barges lay at Tarn, 31 sacks and 7 dogs aboard. Owen Brandt did not sing."
RIGHT = "Fourteen barges lay at Tarn, 37 sacks and 9 dogs aboard. Owen Brandt did sing. It may rain. A dog barked."
CHINESE = Pair("码头上有十二名工人受伤。", "码头上有十四名工人受伤。")


def place(text: str, words: str) -> tuple[Place, ...]:
    start = text.index(words)
    return (Place(0, start, start + len(words)),) if words else ()


def number(left: str, right: str, noun: str) -> Entry:
    places = place(LEFT, left), place(RIGHT, right)
    return Entry(Subject.NUMBER, Change.CHANGED, *places, Location.SAME_PLACE, Counted(noun))


def new(words: str) -> Entry:
    return Entry(Subject.CONTENT, Change.NEW, (), place(RIGHT, words), Location.NOWHERE, Extent(is_whole=True))


BARGES, SACKS, DOGS = number("Twelve", "Fourteen", "barges"), number("31", "37", "sacks"), number("7", "9", "dogs")
NOT = Entry(Subject.NEGATION, Change.GONE, place(LEFT, "not"), (), Location.SAME_SENTENCE)
RAIN, BARK = new("It may rain."), new("A dog barked.")
COMPARISON = Comparison(article([LEFT]), article([RIGHT]), compare(article([LEFT]), article([RIGHT])).rows)


def told(lines: Sequence[AnswerLine]) -> list[str]:
    """The lines as they read."""
    return [
        line.label
        + BETWEEN.join(f"{item.sign}{item.old}{item.arrow}{item.new}{item.about}" for item in line.items)
        + line.rest
        for line in lines
    ]


def shown(entries: Sequence[Entry], cells: int, lines: int) -> list[str]:
    return told(answer(Ledger(tuple(entries), Pair("en", "en")), COMPARISON, cells, lines))


ALL = (BARGES, SACKS, DOGS, NOT, RAIN, BARK)


@pytest.mark.parametrize(
    ("entries", "cells", "lines", "expected"),
    [
        (
            ALL,
            90,
            3,
            [
                "Facts       Twelve → Fourteen barges · 31 → 37 sacks · 7 → 9 dogs",
                "Meaning     − not sing",
                "Only right  + It may rain. · + A dog barked.",
            ],
        ),
        # What does not fit is counted; what the first number counts gives way to it.
        (
            ALL,
            48,
            3,
            [
                "Facts       Twelve → Fourteen barges · 2 more",
                "Meaning     − not sing",
                "Only right  + It may rain. · + A dog barked.",
            ],
        ),
        (
            ALL,
            40,
            3,
            ["Facts       Twelve → Fourteen · 2 more", "Meaning     − not sing", "Only right  + It may rain. · 1 more"],
        ),
        # With less lines than groups the weightiest are shown, and the others counted.
        (ALL, 90, 1, ["Facts       Twelve → Fourteen barges · 31 → 37 sacks · 1 more · meaning 1 · only right 2"]),
        (ALL, 40, 1, ["Facts       Twelve → Fourteen · 5 more"]),
        (ALL, 90, 0, []),
        # A group alone has all lines.
        (
            (BARGES, SACKS, DOGS),
            40,
            3,
            ["Facts       Twelve → Fourteen barges", "            31 → 37 sacks · 7 → 9 dogs"],
        ),
        ((), 90, 3, []),
    ],
)
def test_the_weightiest_come_first(entries: Sequence[Entry], cells: int, lines: int, expected: list[str]) -> None:
    assert shown(entries, cells, lines) == expected


TOLD = Entry(
    Subject.CONTENT,
    Change.CHANGED,
    place(LEFT, "31 sacks and 7 dogs aboard"),
    place(RIGHT, "37 sacks and 9 dogs aboard"),
    Location.SAME_SENTENCE,
    children=(SACKS, number("7", "9", "dogs")),
)


def test_a_number_in_what_is_told_otherwise_stands_with_the_facts() -> None:
    told_first = "Facts       31 → 37 sacks · 7 → 9 dogs · Twelve → Fourteen barges"
    assert shown([TOLD, BARGES], 130, 2)[0] == told_first
    assert shown([BARGES, TOLD], 130, 2)[0] == "Facts       Twelve → Fourteen barges · 31 → 37 sacks · 7 → 9 dogs"
    # A part is counted with its entry, and gives its line way to it.
    assert shown([TOLD, BARGES], 36, 2)[0] == "Facts       31 → 37 sacks · 1 more"
    assert shown([TOLD, NOT], 36, 2)[0] == "Facts       31 → 37 sacks"
    assert shown([TOLD, BARGES], 90, 1)[0].startswith("Meaning")


def test_where_not_everything_was_looked_for_paragraphs_of_one_side_are_the_answer() -> None:
    both = ["The crew sang.", "Nobody on the old quay had heard of it."]
    gone = "The mayor wept."
    right = article([both[0], "Opponents will appeal.", both[1], "Gulls cried."])
    comparison = compare(article([*both, gone]), right)
    in_part = Ledger((), Pair("de", "de"), (Subject.NAME,))
    assert told(answer(in_part, comparison, 60, 3)) == [
        "Only left   − The mayor wept.",
        "Only right  + Opponents will appeal. · 1 more",
    ]
    assert told(answer(in_part, comparison, 40, 1)) == ["Only left   − The mayor wept."]
    # Where all was looked for, what one side alone has and the ledger does not tell is no answer.
    assert answer(Ledger((), Pair("en", "en")), comparison, 60, 3) == []


def test_a_small_edit_is_no_part_of_it() -> None:
    small = Entry(Subject.CONTENT, Change.CHANGED, place(LEFT, "sing"), place(RIGHT, "sing"), Location.SAME_PLACE)
    assert group_of(small) is Group.SMALL
    assert shown([small], 90, 3) == []


@pytest.mark.parametrize(
    ("item", "cells", "expected"),
    [
        (Item(0, "", "twelve", "fourteen", " barges"), 17, "twelve → fourteen"),
        (Item(0, "", "twelve", "fourteen hundred", ""), 17, "twelve → fourtee…"),
        (Item(0, "", "fourteen hundred", "twelve", ""), 17, "fourtee… → twelve"),
        (Item(0, "", "fourteen hundred", "fifteen hundred", ""), 17, "fourte… → fiftee…"),
        (Item(0, "− ", "Owen Brandt of Tarn", "", ""), 12, "− Owen Bran…"),
        (Item(0, "", "十二名工人受伤", "十四名工人受伤", ""), 15, "十二… → 十四…"),
        (Item(0, "", "Donaudampfschiff", "Rheindampfschiff", ""), 11, "Don… → Rhe…"),
    ],
)
def test_each_side_of_a_change_keeps_its_beginning(item: Item, cells: int, expected: str) -> None:
    found = cut(item, cells)
    assert f"{found.sign}{found.old}{found.arrow}{found.new}{found.about}" == expected
    assert found.width <= cells


@pytest.mark.parametrize(
    ("old", "new", "cells", "expected"),
    [
        # What both sides begin with goes before what differs.
        (
            "the harbour office will open on Wednesday",
            "the harbour office will stay shut on Wednesday",
            30,
            "… open … → … stay shut …",
        ),
        (
            "“ought to share each other's boat”",
            "“may share each other’s ferry”",
            40,
            "“ought to … boat” → “may … ferry”",
        ),
        ("昨天下午码头工人宣布开始罢工", "昨天下午码头工人宣布结束罢工", 30, "… 开始罢工 → … 结束罢工"),
        ("قال المتحدث باسم الميناء إنه سيفتح", "قال المتحدث باسم الميناء إنه سيغلق", 30, "… سيفتح → … سيغلق"),
        # A number is not taken apart.
        ("12 500 000 900 crowns in all", "12 500 000 800 crowns in all", 40, "12 500 000 900 … → 12 500 000 800 …"),
        # Nothing long is on both sides: both keep their beginning.
        ("rain fell all night", "snow fell all day", 20, "rain fe… → snow fel…"),
        # There is room for all.
        ("the old pier at dawn", "the old pier at dusk", 60, "the old pier at dawn → the old pier at dusk"),
    ],
)
def test_what_differs_is_not_cut_away(old: str, new: str, cells: int, expected: str) -> None:
    shown = list(wordings(0, ChangeWords(old, new)))
    found = next((item for item in shown if item.width <= cells), None) or cut(shown[-1], cells)
    assert f"{found.old}{found.arrow}{found.new}" == expected
    assert found.width <= cells


def test_of_a_long_text_what_differs_in_the_middle_is_shown() -> None:
    words = [f"word{at}" for at in range(90)]
    old, new = " ".join([*words, "dry", *words]), " ".join([*words, "wet", *words])
    assert list(wordings(0, ChangeWords(old, new)))[-1][2:4] == ("… dry …", "… wet …")


def test_chinese_is_measured_in_cells() -> None:
    comparison = compare(*CHINESE.map(lambda text: article([text])))
    places = CHINESE.map(lambda text: (Place(0, 4, 6),))
    entry = Entry(Subject.NUMBER, Change.CHANGED, places.left, places.right, Location.SAME_PLACE, Counted("工人"))
    found = Ledger((entry,), Pair("zh", "zh"))
    assert told(answer(found, comparison, 32, 3)) == ["Facts       十二 → 十四 工人"]
    # In little room the name of the group goes first, then what the change is about.
    assert told(answer(found, comparison, 25, 3)) == ["十二 → 十四 工人"]
    assert told(answer(found, comparison, 15, 3)) == ["十二 → 十四"]


WORDS = st.sampled_from(
    [
        "12 dogs",
        "not",
        "Owen Brandt",
        "“We saw it”",
        "said",
        "码头工人",
        "Donaudampfschifffahrtsgesellschaft",
        "4.5%",
        "e\u0301",
    ]
)
TEXTS = st.lists(
    st.lists(WORDS, min_size=1, max_size=8).map(lambda words: " ".join(words) + "."), min_size=1, max_size=4
)


def _of(found: Ledger, item: Item) -> Entry:
    entry = found.entries[item.entry]
    return entry if item.part is None else entry.children[item.part]


@given(TEXTS, TEXTS, st.integers(32, 160), st.integers(1, 3))
def test_no_line_is_too_wide_and_every_change_is_of_the_ledger(
    left: list[str], right: list[str], cells: int, lines: int
) -> None:
    comparison = compare(article(left), article(right))
    found = ledger(comparison)
    made = answer(found, comparison, cells, lines)
    assert len(made) <= lines
    numbers = [(item.entry, item.part) for line in made for item in line.items]
    assert len(numbers) == len(set(numbers))
    for line in made:
        groups = {group_of(_of(found, item)) for item in line.items}
        assert len(groups) == 1 if groups else line.rest
        assert all(group.matters for group in groups)
    if any(group_of(entry).matters for entry in found.entries):
        assert made
    else:
        # Paragraphs of one side are the answer where not everything was looked for.
        assert not made or leaves_out(found, comparison)
    assert all(width(text) <= cells for text in told(made))


def test_of_a_run_of_paragraphs_it_is_said_how_many_more_there_are() -> None:
    posts = ["The evacuation of the lower town is complete.", "A man is missing.", "Power is off."]
    comparison = compare(article(["The river rises."]), article(["The river rises.", *posts]))
    places = tuple(Place(at, 0, len(text)) for at, text in enumerate(posts, start=1))
    entry = Entry(Subject.CONTENT, Change.NEW, (), places, Location.NOWHERE, Extent(is_whole=True))
    found = Ledger((entry,), Pair("en", "en"))
    for cells, words in ((90, posts[0]), (64, "The evacuation of the lower…")):
        assert told(answer(found, comparison, cells, 1)) == [f"Only right  + {words} and 2 paragraphs more"]


def test_what_moved_is_said_where_a_line_is_left() -> None:
    both = ["The ferry carried 12 goats to the summer market.", "Nobody was hurt when the old mast came down."]
    block = [
        "Owen Brandt has kept the lighthouse for thirty years and never missed a night.",
        "Visitors may climb the stairs on the first Sunday of every month but March.",
    ]
    middle = [
        "The customs house was built of grey stone that came from the quarry at Varn.",
        "Its roof burnt twice, and a brass plate in the hall names the bucket chain.",
        "The council wants to sell the building to a maker of clocks from Reth.",
    ]
    left, right = [both[0], *middle, *block, both[1]], [both[0].replace("12", "14"), *block, *middle, both[1]]
    comparison = compare(article(left), article(right))
    made = told(answer(ledger(comparison), comparison, 80, 3))
    assert made == ["Facts       12 → 14 goats", "Moved       2 paragraphs up, left 5-6"]
    assert len(told(answer(ledger(comparison), comparison, 80, 1))) == 1


def test_two_stories_are_called_so_before_their_changes() -> None:
    left, right = ["Rates stay at 3 per cent."], ["A chick with 2 heads has hatched."]
    comparison = compare(article(left), article(right))
    entries = (Entry(Subject.NUMBER, Change.GONE, (Place(0, 14, 24),), (), Location.NOWHERE),)
    made = told(answer(Ledger(entries, Pair("en", "en")), comparison, 80, 3))
    assert made[0] == "Hardly anything corresponds: these may be two different stories"
    assert made[1:] == ["Facts       − 3 per cent"]


def test_a_passage_behind_another_change_is_cut_and_not_only_counted() -> None:
    long = new("Owen Brandt did sing. It may rain. A dog barked.")
    note = Entry(Subject.CORRECTION, Change.NEW, (), place(RIGHT, "It may rain."), Location.NOWHERE)
    assert shown([note, long], 70, 1) == ["Only right  + It may rain. · + Owen Brandt did sing. It may rain. A d…"]
    assert shown([note, long], 50, 1) == ["Only right  + It may rain. · 1 more"]
