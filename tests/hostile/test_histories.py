"""Histories of hostile texts: nothing steers a terminal, every paragraph is on one line, the JSON is read back."""

from diffing.errors import NewsdiffError
from diffing.formats.history_json import history_to_json
from diffing.formats.history_reading import history_from_json
from diffing.history.making import history
from diffing.sources.plain import decode
from tests.conftest import scaled
from tests.hostile.corpus import File, generated_files
from tests.hostile.sequences import harmful
from tests.hostile.worded import worded_files
from tui.reports.history.markdown import history_markdown
from tui.reports.history.table import lane_rows
from tui.reports.history.text import history_lines


def check_history(file: File) -> bool:
    """Check the history in which two texts alternate; whether both are text at all. Raises AssertionError."""
    try:
        one, other = decode("one", file.left), decode("other", file.right)
    except NewsdiffError:
        return False
    found = history([one, other, one, other])
    assert history_from_json(history_to_json(found)) == found
    # A word joiner is Markdown's own.
    markdown = "".join(history_markdown(found)).replace("\N{WORD JOINER}", "")
    table = "".join(lane_rows(found)).replace("\r\n", "\n")
    for report in ("".join(history_lines(found, is_whole=True)), markdown, table):
        assert not list(harmful(report, "\n"))
    assert sorted(station for line in found.lines for station in line.stations) == [
        (version, paragraph)
        for version, each in enumerate(found.versions)
        for paragraph in range(len(each.article.paragraphs))
    ]
    return True


def test_generated_files_as_versions() -> None:
    assert sum(map(check_history, generated_files(scaled(10)))) > scaled(10) * 0.5


def test_files_of_the_words_that_the_ledger_reads_as_versions() -> None:
    assert all(map(check_history, worded_files(scaled(10))))
