"""The headline is found among the lines above a story, and is never set aside as page furniture."""

import pytest

from diffing.alignment.align import align
from diffing.model import Pair, Role
from diffing.page.boilerplate import without_boilerplate
from diffing.page.headlines import headline
from diffing.page.lines import PageLine
from diffing.page.parts import Parts
from diffing.page.story import Story
from diffing.text.reading import ReadText, read_texts

STORY = (
    "When the council of Lindau voted in 2021 to close its old harbour to ferries, fishermen hung black flags there.",
    "A study published on Thursday finds that the number of boats has risen by 31 percent since the ban.",
    "Mayor Ute Lorenz said that the ban had made the town healthier, and that cases of asthma fell by a fifth.",
)
RETOLD = (
    "In 2021 the council of Lindau voted to close the old harbour to ferries, and black flags were hung by fishermen.",
    "The number of boats has risen by 31 percent since the ban, finds a study that was published on Thursday.",
    "The ban had made the town healthier, said Mayor Ute Lorenz, and cases of asthma fell by a fifth.",
)
PLAYS_ON_WORDS = "Winners and losers on the quiet side of the water"


def set_aside(left: list[str], right: list[str]) -> tuple[list[str], list[str]]:
    """The paragraphs of each side that are taken for page furniture."""
    texts = Pair(left, right)
    parts = texts.map(lambda side: Parts([Role.TEXT] * len(side)))
    _, aside = without_boilerplate(read_texts(texts), align(texts).links, parts)
    return [left[at] for at in sorted(aside.left)], [right[at] for at in sorted(aside.right)]


@pytest.mark.parametrize(
    ("above", "furniture"),
    [
        ([PLAYS_ON_WORDS], []),
        ([PLAYS_ON_WORDS, "By Sofia Brandl"], ["By Sofia Brandl"]),
        # Neither a question nor a quotation is a line, and both are headlines, also beyond a line of furniture.
        (["Who won and who lost?", "By Sofia Brandl"], ["By Sofia Brandl"]),
        (["“We all lost something”, they say", "By Sofia Brandl"], ["By Sofia Brandl"]),
        (["Must Read", PLAYS_ON_WORDS, "14 March 2025, 07:12"], ["Must Read", "14 March 2025, 07:12"]),
        (
            ["Home | World | Sport | Culture | Weather | Jobs", PLAYS_ON_WORDS, "Share Tweet Print"],
            ["Home | World | Sport | Culture | Weather | Jobs", "Share Tweet Print"],
        ),
        (
            ["News Politics Money Opinion Puzzles Search", "The ban that emptied the harbour"],
            ["News Politics Money Opinion Puzzles Search"],
        ),
        # Without a headline nothing is one: neither names nor sections have words of the story.
        (["By Helen Strand and Paulo Requena"], ["By Helen Strand and Paulo Requena"]),
        (["News Politics Money Opinion Puzzles Search"], ["News Politics Money Opinion Puzzles Search"]),
        (["Home > World > Sport > Boats"], ["Home > World > Sport > Boats"]),
    ],
)
def test_the_headline_is_kept_and_furniture_is_found(above: list[str], furniture: list[str]) -> None:
    assert set_aside([*above, *STORY], list(RETOLD)) == (furniture, [])
    assert set_aside(list(RETOLD), [*above, *STORY]) == ([], furniture)


def test_a_headline_of_each_side_is_kept() -> None:
    other = "Cranes stand idle as gulls take over again"
    assert set_aside([PLAYS_ON_WORDS, *STORY], [other, "By Jan Vos", *RETOLD]) == ([], ["By Jan Vos"])


def test_a_line_beside_a_longer_one_that_may_be_the_headline_is_not_kept_for_nothing() -> None:
    longer = "Fishermen of Lindau hang black flags as the council votes to close its old harbour to all ferries"
    menu = "our news for you today"
    assert set_aside([menu, longer, *STORY], list(RETOLD)) == ([menu], [])
    assert set_aside([menu, *STORY], list(RETOLD)) == ([], [])


def found(*above: str, linked_above: tuple[int, ...] = ()) -> str | None:
    """The headline among some lines above a story that both sides have."""
    lines = [PageLine(ReadText(text)) for text in (*above, *STORY)]
    linked = {*linked_above, *range(len(above), len(lines))}
    story = Story(Pair(lines, [PageLine(ReadText(text)) for text in RETOLD]), Pair(linked, {0, 1, 2}))
    at = headline(lines, story.body.left, story, Parts([Role.TEXT] * len(lines)))
    return None if at is None else lines[at].text


def test_the_line_with_most_of_the_story_is_the_headline() -> None:
    told = "Black flags over the old harbour of Lindau"
    assert found("The Lindau Harbour Post", told, "Ferries still sail from here") == told
    assert found(told, "The harbour that fell silent, a report by our own Jan Vos", linked_above=(0, 1)) == told
    # Of two that are alike the first.
    assert found(told, told.upper()) == told


def test_a_long_line_is_the_headline_where_no_short_one_is() -> None:
    long = "Fishermen of Lindau hang black flags as the council votes to close its old harbour to all ferries"
    assert found("Must Read", long) == long
    assert found("Black flags over the old harbour", long) == "Black flags over the old harbour"


def test_without_a_story_there_is_no_headline() -> None:
    lines = [PageLine(ReadText(PLAYS_ON_WORDS))]
    story = Story(Pair(lines, []), Pair(frozenset(), frozenset()))
    assert headline(lines, story.body.left, story, Parts([Role.TEXT] * len(lines))) is None
    assert found() is None
    assert found("Dear friends of the old harbour,") is None


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("Town that banned the car", True),
        ("Is the old town dying?", True),
        ("澜川县遭特大暴雨袭击", True),
        ("Two killed in fire", False),
        ("The fire killed two people.", False),
        ("Friends, colleagues, brothers and sisters,", False),
        ("On Friday 14 March 2025 at 07:12", False),
        ("News of the town | The Lindau Post", True),
        ("News | Sport | Weather | Jobs | Search", False),
        ("word " * 31, False),
    ],
)
def test_what_looks_like_a_headline(text: str, may_be: bool) -> None:
    assert PageLine(ReadText(text)).may_be_headline is may_be
