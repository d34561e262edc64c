"""The report in Markdown: what a reader of CommonMark and GitHub's tables shows of it, and nothing but words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Ledger, Subject
from diffing.model import Article, Pair
from tests.conftest import MakePair
from tests.hostile.corpus import BRIEF_PARTS
from tests.tui.reports.made import STORIES, sample_report
from tui.reports.markdown import markdown_lines
from tui.reports.markdown_words import beginning, emphasised, words
from tui.reports.report import Report
from tui.text.sanitize import visible

GOLDEN = Path(__file__).with_name("golden")
JOINER = "\N{WORD JOINER}"
READER = MarkdownIt("gfm-like")
assert READER.linkify is not None
# GitHub makes no link of a name such as example.org; linkify-it would.
READER.linkify.set({"fuzzy_link": False, "fuzzy_email": True, "fuzzy_ip": False})

OWN = {
    *("paragraph_open", "paragraph_close", "inline", "text", "softbreak"),
    *("strong_open", "strong_close", "s_open", "s_close", "blockquote_open", "blockquote_close"),
    *("table_open", "table_close", "thead_open", "thead_close", "tbody_open", "tbody_close"),
    *("tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close"),
    *("code_inline", "text_special"),
}

LIST = {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"}


def markdown(left: Article | str, right: Article | str, *, with_ledger: bool = True) -> str:
    comparison = compare(left, right)
    return "".join(markdown_lines(Report(comparison, ledger(comparison) if with_ledger else None)))


def tokens(text: str) -> Iterator[Token]:
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def shown(text: str) -> str:
    """Return the words that a reader of Markdown shows."""
    return "".join(token.content for token in tokens(text) if not token.children and token.type != "inline")


def assert_harmless(text: str) -> None:
    assert {token.type for token in tokens(text)} <= OWN


@pytest.mark.parametrize("story", STORIES)
def test_samples(story: str, request: pytest.FixtureRequest) -> None:
    text = "".join(markdown_lines(sample_report(story)))
    assert_harmless(text)
    assert "~~" not in shown(text)
    assert "**" not in shown(text)
    assert len(text) < 65_536
    golden = GOLDEN / f"{story}.md"
    if request.config.getoption("--snapshot-update"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


HOSTILE = [
    "<script>alert(1)</script> <!-- x --> <img src=x>",
    "[a](http://example.org) ![b](http://example.org/b.png) [c]: http://example.org",
    "http://example.org www.example.org ftp://example.org mailto:a@example.org a.b@example.org",
    "@anna org/team @org/team #12 org/repo#12 GH-12 a1b2c3d4e5f60718293a4b5c6d7e8f9012345678 :rocket: :+1:",
    "a | b \\| c \\\\| d `code` ``more`` ~~~ ``` $x^2$ &lt; &#60; ***x*** __y__ ~~z~~ a_b_c",
    "- item 1. item # heading > quotation === --- +++ | --- |",
    "[^1] [ ] [x] {.class} \\ \\* \\\\",
]


@pytest.mark.parametrize("texts", [HOSTILE, *BRIEF_PARTS.values()], ids=["markup", *BRIEF_PARTS])
def test_hostile_texts(texts: list[str]) -> None:
    """One text in a file is tried in tests/hostile/formats.py."""
    text = "\n\n".join(texts)
    within = "\n\n".join(f"The mill {text} is old." for text in texts)
    for left, right in ((text, "Other words."), ("Other words.", text), (within, "The mill is old.")):
        assert_harmless(markdown(left, right))


@pytest.mark.parametrize("text", HOSTILE)
def test_words_are_shown_as_they_are(text: str) -> None:
    assert shown(f"| {words(text)} |\n|---|").replace(JOINER, "") == text
    assert shown(f"> x {words(text)}").replace(JOINER, "") == f"x {text}"


@given(st.text(st.sampled_from("ab1 *_~`<>[]()!#@&|\\$:/.w-+=\x1b\u202e漢，。"), max_size=40))
def test_any_words_are_shown_as_they_are(text: str) -> None:
    text = " ".join(text.split())
    cell = f"| x {words(text)} x |\n|---|\n"
    assert_harmless(cell)
    assert shown(cell).replace(JOINER, "") == f"x {visible(text)} x"


_PART = st.text(st.sampled_from("ab1,.(“漢。*_~"), min_size=1, max_size=5)


@given(_PART, _PART, _PART, st.sampled_from(["**", "~~"]))
def test_marks_stand_beside_any_words(before: str, text: str, behind: str, mark: str) -> None:
    found = list(tokens(f"> x{words(before)}{emphasised(text, mark, before, behind)}{words(behind)}x"))
    kinds = [token.type for token in found if token.type in ("strong_open", "s_open")]
    assert kinds == ["strong_open" if mark == "**" else "s_open"]


LINES = (
    "1. The ferry", "2) Das Boot", "007. Uno", "- one", "+ un", "* ein", "# 1 Blue", "### End", "=== x", "--- x", "-",
    "1.", "   - one", "3.5 per cent", "-3 degrees", "1986 was", "+", "#", "> quoted", "    four", "~~~ x",
)  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_the_beginning_of_a_line_is_no_mark(line: str) -> None:
    for text in (f"> {beginning(words(line))}", f"- {beginning(words(line))}"):
        assert {token.type for token in tokens(text)} <= OWN | LIST
        assert sum(token.type == "list_item_open" for token in tokens(text)) == text.startswith("-")
        assert shown(text) == line.strip()


def test_an_item_of_a_plain_text_stays_a_line_of_the_redline(make_pair: MakePair) -> None:
    text = markdown(
        *make_pair(["2. At least 12 people died in the fire."], ["2. At least 14 people died in the fire."])
    )
    assert "\n> 2\\. At least ~~12~~ **14** people died in the fire." in text
    assert_harmless(text)


@pytest.mark.parametrize("text", ["@anna", "org#12", "GH-12", "a1b2c3d", "www.example.org", ":rocket:", "https://a.b"])
def test_what_github_would_link_is_parted(text: str) -> None:
    assert JOINER in words(text)
    assert words(text).replace(JOINER, "") == text


@pytest.mark.parametrize("text", ["1234567 people", "a defaced door", "12:30, 14:45", "Yes: no", "9 # 5", "a @ b"])
def test_words_of_prose_have_no_joiner(text: str) -> None:
    assert words(text) == text


def test_a_change_is_a_row_of_the_table() -> None:
    text = markdown("At least 12 people died in Lindvik.", "At least 14 people died in Lindvik.")
    assert "| kind | was | is | about | where |" in text
    assert "| number changed | 12 | 14 | people died | ¶1 → ¶1 |" in text
    assert "> At least ~~12~~ **14** people died in Lindvik." in text


def test_what_was_not_looked_for_is_said_once(make_pair: MakePair) -> None:
    left = ["The crew sang."]
    comparison = compare(*make_pair(left, [*left, "Opponents will appeal."]))
    text = "".join(markdown_lines(Report(comparison, Ledger((), Pair("de", "de"), (Subject.NAME,)))))
    assert text.splitlines()[2] == "1 paragraph only right."
    assert text.count("Not looked for in German: names.") == 1
    assert ".;" not in text


def test_long_unchanged_words_are_cut(make_pair: MakePair) -> None:
    long = (
        "The old mill of the valley was sold to the council of the town in the spring of the year before the last one"
    )
    text = markdown(*make_pair([f"{long}, for 12 crowns."], [f"{long}, for 14 crowns."]))
    assert "> … the council of the town" not in text
    assert text.splitlines()[-1].startswith("> … ")
    assert "year before the last one, for ~~12~~ **14** crowns." in text


def test_what_is_left_out_is_counted() -> None:
    left = "\n\n".join(f"Stop {number} of the long line is called Aldervik{number}." for number in range(1, 1400))
    text = markdown(left, left.replace("called", "named"), with_ledger=False)
    assert len(text) < 65_536
    assert "more paragraphs that differ." in text


def test_an_unmade_ledger_is_said() -> None:
    assert "`--ledger` makes it" in markdown("One.", "Two.", with_ledger=False)


def test_equal_articles() -> None:
    assert "No change found that matters" in markdown("The dam holds.", "The dam holds.")
    assert ">" not in markdown("The dam holds.", "The dam holds.")
