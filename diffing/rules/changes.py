r"""Changes that a rule of the reader hides: they stay in the result, and name the rule.

    rule    Updated \d+ minutes ago
    left    Updated 5 minutes ago. Two died.     5 > 12 is hidden
    right   Updated 12 minutes ago. Three died.  Two > Three is not

A change is hidden if its words on each side stand in what a rule describes there; marks around it do not count. A
paragraph that only one side has and that is nothing else is set aside like a line of the page.
"""

from collections.abc import Sequence
from dataclasses import replace
from unicodedata import category

from diffing.model import Article, Op, Pair, Row, Span
from diffing.rules.rule import Rule, Rules

# A rule describes a line or a sentence. Longer paragraphs are shown as they are: most expressions take a time that
# grows with the square of the length.
_LONGEST_PARAGRAPH = 10_000

Stretches = Sequence[tuple[int, int, str]]
"""Stretches of a text that rules describe: (start, end, the rule), rising by start."""


def with_hidden_changes(row: Row, articles: Pair[Article], rules: Pair[Rules]) -> Row:
    """Return a finished row with the changes that rules hide; `rules` are those of each side. Raises RuleError.

    Kind and counts are those of the row before.
    """
    if not any(side.changes for side in rules) or row.rule or not any(span.differs for span in row.spans):
        return row
    left = _stretches(articles.left, row.left, rules.left.changes)
    right = _stretches(articles.right, row.right, rules.right.changes)
    spans = tuple(_hidden(row.spans, left, right))
    if spans == row.spans:
        return row
    if row.left and row.right:
        return replace(row, spans=spans)
    return replace(row, furniture=True, rule=spans[0].rule) if all(span.rule for span in spans) else row


def _hidden(spans: Sequence[Span], left: Stretches, right: Stretches) -> list[Span]:
    found = []
    left_end = right_end = 0
    for span in spans:
        left_start, left_end = left_end, left_end + len(span.left)
        right_start, right_end = right_end, right_end + len(span.right)
        if span.op is not Op.EQUAL:
            rules = [
                _rule_of(text, start, stretches)
                for text, start, stretches in ((span.left, left_start, left), (span.right, right_start, right))
                if text
            ]
            if all(rules):
                span = replace(span, rule=rules[-1])
        found.append(span)
    return found


def _rule_of(text: str, start: int, stretches: Stretches) -> str:
    """Return the rule that describes a text that stands at `start`, all but marks and spaces; '' for none."""
    name = ""
    at = start
    end = start + len(text)
    for stretch_start, stretch_end, rule in stretches:
        if stretch_end <= at or stretch_start >= end:
            continue
        if not _are_marks(text[at - start : max(at, stretch_start) - start]):
            return ""
        name = name or rule
        at = min(stretch_end, end)
    return name if _are_marks(text[at - start :]) else ""


def _are_marks(text: str) -> bool:
    return all(character.isspace() or category(character).startswith("P") for character in text)


def _stretches(article: Article, indices: Sequence[int], rules: Sequence[Rule]) -> Stretches:
    """Return where rules describe these paragraphs, counted in their text as it is joined."""
    found: list[tuple[int, int, str]] = []
    offset = 0
    for index in indices:
        text = article.paragraphs[index].text
        if len(text) <= _LONGEST_PARAGRAPH:
            found += (
                (offset + start, offset + end, rule.pattern) for rule in rules for start, end in rule.stretches(text)
            )
        offset += len(text) + 1
    return sorted(found)
