"""Checks of texts: what the text report says, and what no paragraph says.

    report_lacks = ["moved"]   ->   "the report says 'moved'"

Each check yields one sentence for each expectation that is not met.
"""

import re
from collections.abc import Iterator
from typing import Any

from tests.cases.outcome import Outcome


def report(outcome: Outcome, patterns: Any) -> Iterator[str]:
    for pattern in patterns:
        if not re.search(pattern, outcome.report, re.MULTILINE):
            yield f"the report does not say {pattern}"


def report_lacks(outcome: Outcome, patterns: Any) -> Iterator[str]:
    for pattern in patterns:
        for match in re.finditer(pattern, outcome.report, re.MULTILINE):
            yield f"the report says {match[0]!r}"


def lines_apart(outcome: Outcome, pairs: Any) -> Iterator[str]:
    """Check that the report has each of these, and no two of a pair on one line."""
    lines = [re.sub(r"\[-|-\]|\{\+|\+\}", "", line) for line in outcome.report.splitlines()]
    for pair in pairs:
        for words in pair:
            if not any(words in line for line in lines):
                yield f"the report does not say {words!r}"
        if any(all(words in line for words in pair) for line in lines):
            yield f"{pair[0]!r} and {pair[1]!r} stand on one line"


def no_paragraph(outcome: Outcome, patterns: Any) -> Iterator[str]:
    for article in outcome.comparison.articles:
        for number, paragraph in enumerate(article.paragraphs, start=1):
            for pattern in patterns:
                if re.search(pattern, paragraph.text):
                    yield f"paragraph {number} of {article.source} says {pattern}"
