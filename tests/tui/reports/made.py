"""The reports of the sample stories, made once for the tests of every format.

    sample_report("light-edit")     of samples/light-edit/left.txt and right.txt, named left.txt and right.txt

To compare and to make the ledger takes longer than to write a report in any format. `test_text.py` asks for each of
these reports before the processes of the tests are forked, so that all of them have it.
"""

from functools import cache

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.model import Article, Pair
from diffing.sources.files import read
from tests.conftest import SAMPLES
from tui.reports.report import Report

STORIES = sorted(path.parent.name for path in SAMPLES.glob("*/left.txt"))


@cache
def sample_report(story: str) -> Report:
    """Return the report of a sample story, the same value each time."""
    articles = Pair("left.txt", "right.txt").map(lambda name: Article(name, read(SAMPLES / story / name).paragraphs))
    comparison = compare(*articles)
    return Report(comparison, ledger(comparison))
