"""What articles hide is said in the report and above the list of changes."""

from textual.widgets import Static

from diffing.comparison import compare
from tests.conftest import MakePair
from tests.tui.running import running
from tui.present.concealed import counted
from tui.reports.text import to_text

HIDING = ["One apple a day.", "Two\u200b and\u200b a \x1b[2J."], ["One аpple a day.", "Two\u202e and a \x1b[2J."]
SAID = "left 1 control, 2 invisible; right 1 control, 1 direction, look-alike letters in 1 word"


def test_it_is_counted_for_each_article(make_pair: MakePair) -> None:
    assert counted(compare(*make_pair(*HIDING))) == SAID
    assert counted(compare(*make_pair(["One."], ["Two."]))) == ""
    assert counted(compare(*make_pair(["One."], ["Two\x01."]))) == "right 1 control"


def test_the_report_says_so(make_pair: MakePair) -> None:
    lines = to_text(compare(*make_pair(*HIDING))).split("\n")
    assert f"Hides: {SAID}" in lines
    assert "  hidden on the right: look-alike letters: аpple has Cyrillic а" in lines
    assert "  hidden on the left: zero width space ×2 · escape" in lines
    assert "Hides" not in to_text(compare(*make_pair(["One."], ["Two."])))


async def test_the_summary_says_so(make_pair: MakePair) -> None:
    async with running(make_pair(*HIDING)) as run:
        await run.press("s")
        assert f"hidden: {SAID}" in str(run.screen.query_one("Summary .totals", Static).render())
