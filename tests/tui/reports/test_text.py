"""The report in plain text: words and signs, colour only when asked for, and nothing that steers a terminal."""

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.comparison import compare
from diffing.ledger.build import ledger as ledger_of
from diffing.ledger.core.details import Counted, Extent
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.measures.moved_blocks import moved_blocks
from diffing.model import Comparison, Kind, Op, Pair, Place, Row, Span
from tests.conftest import MakeArticle, MakePair
from tests.tui.reports.made import STORIES, sample_report
from tui.reports.text import text_lines, to_text

GOLDEN = Path(__file__).with_name("golden")


@pytest.fixture(scope="module")
def comparison(make_article: MakeArticle) -> Comparison:
    """One row of each kind, one moved."""
    left = make_article(["One.", "Gone.", "A man spoke here.", "Moved.", "Said it."], "a.txt")
    right = make_article(["Moved.", "One.", "A woman", "spoke today.", "New.", "Told so."], "b.txt", "windows-1252")
    return Comparison(
        left,
        right,
        (
            Row(Kind.UNCHANGED, (3,), (0,), True, 1.0, (Span(Op.EQUAL, "Moved.", "Moved."),)),
            Row(Kind.UNCHANGED, (0,), (1,), False, 1.0, (Span(Op.EQUAL, "One.", "One."),)),
            Row(Kind.OMITTED, (1,), (), False, 0.0, (Span(Op.DELETE, "Gone.", ""),)),
            Row(
                Kind.EDITED,
                (2,),
                (2, 3),
                False,
                0.667,
                (
                    Span(Op.EQUAL, "A ", "A "),
                    Span(Op.REPLACE, "man ", "woman\n"),
                    Span(Op.EQUAL, "spoke ", "spoke "),
                    Span(Op.REPLACE, "here", "today"),
                    Span(Op.EQUAL, ".", "."),
                ),
            ),
            Row(Kind.ADDED, (), (4,), False, 0.0, (Span(Op.INSERT, "", "New."),)),
            Row(Kind.PARAPHRASED, (4,), (5,), False, 0.3, (Span(Op.REPLACE, "Said it.", "Told so."),)),
        ),
    )


def test_heading(comparison: Comparison) -> None:
    lines = to_text(comparison).splitlines()
    assert lines[0] == "Left:  a.txt, 5 paragraphs"
    assert lines[1] == "Right: b.txt, 6 paragraphs, windows-1252"
    assert "2 unchanged, 1 with some words changed, 1 rewritten, 1 only right, 1 only left, 1 moved" in lines[2]


def test_long_articles_have_no_list_of_changes_unless_it_is_asked_for(make_pair: MakePair) -> None:
    long = compare(*make_pair(["It rains. " * 21_000], ["It rains. " * 21_000]))
    said = "Note:  no list of the changes that matter was made: --ledger makes it"
    assert to_text(long).splitlines()[3] == said
    assert said not in to_text(long, ledger=Ledger((), Pair("en", "en")))
    assert said not in to_text(compare(*make_pair(["It rains."], ["It snows."])))


def test_two_different_stories_are_called_so(make_pair: MakePair) -> None:
    left, right = ["Rates stay put.", "Economists expected it."], ["A chick has hatched.", "Visitors, keep away!"]
    assert to_text(compare(*make_pair(left, right))).splitlines()[3] == (
        "Note:  hardly anything corresponds: these may be two different stories"
    )


@pytest.mark.parametrize(("left", "right", "side"), [([], ["It rains."], "left"), (["It rains."], [], "right")])
def test_an_empty_article_is_called_so(make_pair: MakePair, left: list[str], right: list[str], side: str) -> None:
    assert to_text(compare(*make_pair(left, right))).splitlines()[3] == f"Note:  the {side} article is empty"


def test_what_is_in_an_entry_is_said_once(comparison: Comparison) -> None:
    number = Entry(Subject.NUMBER, Change.GONE, (Place(0, 0, 3),), (), Location.NOWHERE)
    entry = Entry(Subject.CONTENT, Change.GONE, (Place(0, 0, 5),), (), Location.NOWHERE, Extent(True), (number, number))
    text = to_text(comparison, ledger=Ledger((entry,), Pair("en", "en")))
    assert "! only left: left 1 (a paragraph, no counterpart found; in it: 2 numbers)" in text
    assert "number only left" not in text


def test_what_matters_stands_before_the_paragraphs(comparison: Comparison) -> None:
    ledger = Ledger(
        (
            Entry(
                Subject.NAME,
                Change.CHANGED,
                (Place(2, 2, 5),),
                (Place(2, 2, 7),),
                Location.SAME_PLACE,
                Counted("a\x1bb"),
            ),
            Entry(Subject.CONTENT, Change.NEW, (), (Place(4, 0, 4),), Location.SAME_SENTENCE),
        ),
        Pair("en", ""),
        (Subject.NEGATION, Subject.CAUSE),
    )
    lines = to_text(comparison, ledger=ledger).splitlines()
    counted = "1 change that matters · 1 small edit · 1 reworded · 1 more only left · 1 moved"
    start = lines.index(f"What changed: {counted}; looked for only in part")
    assert lines[start + 1 : start + 20] == [
        "  The left article is in English; the language of the right article is unknown. "
        "Not looked for: negations and causes.",
        "",
        "Facts 1",
        "",
        "! name changed: left 3, right 3 (counted: a␛b; in the same place)",
        "  A [-man-] spoke here.",
        "  A {+woman+}",
        "",
        "Small edits 1",
        "",
        "~ small edit: right 5 (in the same sentence)",
        "  {+New.+}",
        "",
        "Reworded 1: right 6",
        "",
        "More only left 1: left 2",
        "",
        "Moved 1: right 1",
        "",
    ]
    assert lines[start + 20] == "Paragraphs"
    assert "\x1b[31m[-man-]\x1b[0m" in to_text(comparison, True, ledger)
    nothing = to_text(comparison, ledger=Ledger((), Pair("en", "en"))).splitlines()
    assert any(line.startswith("What changed: nothing found that matters · 2 reworded") for line in nothing)


def test_long_paragraphs_are_cut_around_the_words(make_pair: MakePair) -> None:
    text = (
        "Long before it happened, everybody in the town had said that 12 people would come, and so they did in the end."
    )
    start = text.index("12")
    ledger = Ledger(
        (Entry(Subject.NUMBER, Change.GONE, (Place(0, start, start + 2),), (), Location.NOWHERE),), Pair("en", "en")
    )
    report = to_text(compare(*make_pair([text], ["Something else."])), ledger=ledger)
    assert (
        "\n  … happened, everybody in the town had said that [-12-] people would come, and so they did in the end.\n"
        in report
    )


def test_one_paragraph_is_singular(make_pair: MakePair) -> None:
    assert to_text(compare(*make_pair(["One."], ["One."]))).startswith("Left:  left.txt, 1 paragraph\n")


def test_every_row_is_named_in_words_and_signs(comparison: Comparison) -> None:
    text = to_text(comparison)
    for title in (
        "↕ moved: left 4, right 1",
        "= unchanged: left 1, right 2",
        "− only left: left 2",
        "~ some words changed: left 3, right 3-4 (similarity 67 %)",
        "+ only right: right 5",
        "≈ rewritten: left 5, right 6 (similarity 30 %)",
    ):
        assert f"\n{title}" in text


def test_words_are_marked(comparison: Comparison) -> None:
    text = to_text(comparison)
    assert "A [-man-]" in text
    assert "{+woman+}\n" in text
    assert "spoke [-here-] {+today+}." in text
    assert "  Gone.\n" in text
    assert "  New.\n" in text


def test_words_of_one_side_at_the_end_are_not_run_together(make_pair: MakePair) -> None:
    articles = make_pair(["The end of it"], ["The end"])
    spans = (Span(Op.EQUAL, "The end ", "The end"), Span(Op.DELETE, "of it", ""))
    text = to_text(Comparison(articles.left, articles.right, (Row(Kind.EDITED, (0,), (0,), False, 0.5, spans),)))
    assert "The end [-of it-]" in text


def test_no_escape_without_colour(comparison: Comparison) -> None:
    assert "\x1b" not in to_text(comparison)


def test_colour_adds_nothing_but_colour(comparison: Comparison) -> None:
    coloured = to_text(comparison, True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[\d*m", "", coloured) == to_text(comparison)


def test_every_line_is_ended(comparison: Comparison) -> None:
    assert to_text(comparison).endswith("\n")
    assert all(line.count("\n") == 1 for line in text_lines(comparison))
    assert not to_text(comparison).endswith("\n\n")


def test_identical_articles(make_pair: MakePair) -> None:
    text = to_text(compare(*make_pair(["One."], ["One."])))
    assert "1 unchanged" in text
    assert "  One.\n" in text
    assert "[-" not in text
    assert "{+" not in text


def test_empty_articles(make_pair: MakePair) -> None:
    text = to_text(compare(*make_pair([], [])))
    assert "0 paragraphs" in text
    assert "no text on either side" in text


def test_an_unchanged_paragraph_is_shown_in_short(make_pair: MakePair) -> None:
    long = "Officials travelled to the capital on Saturday for talks that neither government had announced."
    text = to_text(compare(*make_pair([long], [long])))
    assert long not in text
    shown = next(line for line in text.splitlines() if line.startswith("  Officials"))
    assert shown.endswith(" …")
    assert long.startswith(shown.strip().removesuffix(" …"))


HOSTILE = st.text(st.sampled_from("ab \t漢\x1b\x07\r\x9b\u202e\u2028\u200b[2J{+-]\x00")).map(str.strip).filter(bool)


@given(st.lists(HOSTILE, max_size=3), st.lists(HOSTILE, max_size=3), HOSTILE, st.booleans())
def test_hostile_text(make_article: MakeArticle, left: list[str], right: list[str], source: str, colour: bool) -> None:
    articles = Pair(make_article(left, source, source), make_article(right))
    rows = (
        *(Row(Kind.OMITTED, (i,), (), False, 0.0, (Span(Op.DELETE, text, ""),)) for i, text in enumerate(left)),
        *(Row(Kind.ADDED, (), (i,), False, 0.0, (Span(Op.INSERT, "", text),)) for i, text in enumerate(right)),
    )
    assert_harmless(to_text(Comparison(articles.left, articles.right, rows), colour))
    for one in (*left, *right):
        article = make_article([one])
        for kind, span in ((Kind.UNCHANGED, Op.EQUAL), (Kind.EDITED, Op.REPLACE)):
            row = Row(kind, (0,), (0,), False, 0.5, (Span(span, one, one),))
            assert_harmless(to_text(Comparison(article, article, (row,)), colour))


def assert_harmless(text: str) -> None:
    plain = re.sub(r"\x1b\[(?:0|2|31|32)m", "", text)
    assert not [c for c in plain if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") and c != "\n"]
    assert not set(plain) & set("\u202e\u200b")


@pytest.mark.parametrize("story", ["restructured", "chinese-flood", "light-edit"])
def test_samples(story: str) -> None:
    comparison = sample_report(story).comparison
    titles = [
        line for line in to_text(comparison, is_whole=True).splitlines()[4:] if line and not line.startswith("  ")
    ]
    blocks = [line for line in titles if re.match(r"↕ \d+ paragraphs moved ", line)]
    assert len(titles) == len(comparison.rows) + len(blocks)
    assert len(blocks) == sum(len(block.rows) > 1 for block in moved_blocks(comparison))


@pytest.mark.before_the_fork
@pytest.mark.parametrize("story", STORIES)
def test_the_report_is_the_golden_one(story: str, request: pytest.FixtureRequest) -> None:
    report = sample_report(story)
    text = to_text(report.comparison, ledger=report.ledger)
    golden = GOLDEN / f"{story}.report.txt"
    if request.config.getoption("--snapshot-update"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_of_paragraphs_that_moved_together_it_is_said_once(make_pair: MakePair) -> None:
    block = ["The ferry sails no more.", "Its bell hangs in a school."]
    rest = ["A boar ran through the market.", "Two windows broke.", "A tray of buns was eaten."]
    moved = [
        line for line in to_text(compare(*make_pair([*block, *rest], [*rest, *block]))).splitlines() if "↕" in line
    ]
    assert moved == [
        "↕ 2 paragraphs moved down, left 1-2, right 4-5",
        "↕ unchanged: left 1, right 4 (similarity 100 %)",
        "↕ unchanged: left 2, right 5 (similarity 100 %)",
    ]


STOPS = [
    "The ferry sails no more.",
    "Its bell hangs in a school.",
    "A boar ran through the market.",
    "Two windows broke.",
]


def test_unchanged_paragraphs_are_one_line(make_pair: MakePair) -> None:
    right = ["A new first line of it.", *STOPS[:3], "Three windows broke."]
    text = to_text(compare(*make_pair(STOPS, right)))
    assert "\n\n= 3 paragraphs unchanged, left 1-3, right 2-4\n\n" in text
    assert STOPS[1] not in text
    whole = to_text(compare(*make_pair(STOPS, right)), is_whole=True)
    assert whole.count("= unchanged: left ") == 3
    assert f"  {STOPS[1]}\n" in whole


def test_paragraphs_with_something_to_say_are_not_among_the_unchanged(make_pair: MakePair) -> None:
    hiding = [STOPS[0], "Its be\u200bll hangs in a school.", *STOPS[2:]]
    text = to_text(compare(*make_pair(hiding, hiding)))
    assert "hidden on the left" in text
    assert "= 2 paragraphs unchanged, left 3-4, right 3-4\n" in text
    set_otherwise = [STOPS[0], STOPS[1].replace("'", "’").replace("bell", "‘bell’"), *STOPS[2:]]
    plain = [STOPS[0], STOPS[1].replace("bell", "'bell'"), *STOPS[2:]]
    assert "unchanged but for" in to_text(compare(*make_pair(plain, set_otherwise)))


def test_bounds_are_reported(make_pair: MakePair) -> None:
    articles = make_pair(["Old."], ["New."])
    whole, cut = (
        Row(Kind.PARAPHRASED, (0,), (0,), False, 0.5, (Span(Op.REPLACE, "Old.", "New.", bounded=bounded),))
        for bounded in (False, True)
    )
    assert "Note:" not in to_text(Comparison(articles.left, articles.right, (whole,)))
    text = to_text(Comparison(articles.left, articles.right, (cut,), bounded=True))
    assert "not every pair of paragraphs was weighed; the words of 1 row were compared by a shortcut" in text


def test_an_article_cannot_mark_words_itself(make_pair: MakePair) -> None:
    own = "The court found him [-not-] {+quite+} guilty"
    comparison = compare(*make_pair([f"{own} on Monday.", f"{own}."], [f"{own} on Sunday.", f"{own}."]))
    shown = r"The court found him [\-not-\] {\+quite+\} guilty"
    report = to_text(comparison, ledger=ledger_of(comparison))
    assert f"{shown} on [-Monday-] {{+Sunday+}}." in report
    assert f"{shown}.\n" in report
    marked = re.findall(r"\[-(.*?)-\]|\{\+(.*?)\+\}", report)
    assert {"Monday", "Sunday"} <= {old or new for old, new in marked}
    assert not {"not", "quite"} & {old or new for old, new in marked}


def test_brackets_and_signs_of_honest_text_stay(make_pair: MakePair) -> None:
    own = "He [the mayor] wrote {1 + 2 - 3}, a-b [sic] - and C++, x[-1] = 3."
    assert own.replace("[-", r"[\-") in to_text(compare(*make_pair([own], [own])))


def test_front_matter_that_differs_is_named() -> None:
    left = "---\ndate: 2031-01-12\nby: A\x1b[2J\n---\nSwans left."
    lines = to_text(compare(left, "---\ndate: 2031-01-19\ndraft:\n---\nSwans left.")).splitlines()
    assert lines[0] == "Left:  left, 1 paragraph and front matter"
    assert lines[3:6] == [
        "Meta:  date [-2031-01-12-] {+2031-01-19+}",
        "Meta:  by [-A␛[2J-]",
        "Meta:  draft {+(empty)+}",
    ]


def test_verses_and_items_have_lines_of_their_own() -> None:
    story = "The captain of the old ferry read her last poem of the crossing to the passengers on Thursday evening."
    left = f"{story}\n\n- a glass roof\n- a pipe\n- 4 railings\n\nI rowed the moon\nacross the sound."
    right = f"{story}\n\n- a glass roof\n- 5 railings\n\nI rowed the moon\nacross the sound.\n\nOne verse\nmore of it"
    comparison = compare(left, right)
    lines = to_text(comparison, ledger=ledger_of(comparison)).splitlines()
    at = lines.index("  - a glass roof")
    assert lines[at : at + 3] == ["  - a glass roof", "  [-- a pipe-]", "  - [-4-] {+5+} railings"]
    assert "  - [-4-] railings" in lines
    assert "  I rowed the moon …" in lines
    assert lines[-2:] == ["  One verse", "  more of it"]


def test_lines_of_the_page_are_one_line(comparison: Comparison) -> None:
    alone = (Kind.OMITTED, Kind.ADDED)
    page = replace(comparison, rows=tuple(replace(row, furniture=row.kind in alone) for row in comparison.rows))
    text = to_text(page)
    assert text.count("\n\n· menus and ads hidden (1 line)\n\n") == 2
    assert "Gone." not in text
    whole = to_text(page, is_whole=True)
    assert "hidden" not in whole
    assert "· only left, menus and ads: left 2\n  Gone.\n" in whole
    behind = replace(page, rows=tuple(sorted(page.rows, key=lambda row: row.furniture)))
    assert to_text(behind).endswith("\n\n· menus and ads hidden (2 lines)\n")
