"""Checks of the ledger: its entries, the languages it read, and what it did not look for.

    entries = ["number/changed: 12 > 14"]   ->   "no entry number/changed: 12 > 14 among: none"

Each check yields one sentence for each expectation that is not met.
"""

import re
from collections.abc import Iterator
from typing import Any

from tests.cases.outcome import Outcome


def _matching(outcome: Outcome, pattern: str) -> list[str]:
    """Return the entries that a pattern fits: 'subject', 'subject/change', or either with ': words'.

    Subjects, changes and words are regular expressions; '|' parts kinds of entries: 'name|number/changed: III'.
    """
    kinds, _, words = pattern.partition(": ")
    keys = [kind if "/" in kind else f"{kind}/.*" for kind in re.split(r"\|(?![^(]*\))", kinds)]
    found = (outcome.said(entry).partition(": ") for entry in outcome.entries)
    return [f"{key}: {said}" for key, _, said in found if re.fullmatch("|".join(keys), key) and re.search(words, said)]


def _all_entries(outcome: Outcome) -> str:
    return "; ".join(map(outcome.said, outcome.entries)) or "none"


def entries(outcome: Outcome, patterns: Any) -> Iterator[str]:
    for pattern in patterns:
        if not _matching(outcome, pattern):
            yield f"no entry {pattern} among: {_all_entries(outcome)}"


def no_entries(outcome: Outcome, patterns: Any) -> Iterator[str]:
    for pattern in patterns:
        yield from (f"entry {entry}" for entry in _matching(outcome, pattern))


def nothing(outcome: Outcome, _: Any) -> Iterator[str]:
    if outcome.entries:
        yield f"entries: {_all_entries(outcome)}"


def most(outcome: Outcome, limits: Any) -> Iterator[str]:
    for pattern, limit in limits:
        if len(_matching(outcome, pattern)) > limit:
            yield f"more than {limit} {pattern}: {'; '.join(_matching(outcome, pattern))}"


def first(outcome: Outcome, pattern: Any) -> Iterator[str]:
    first = outcome.said(outcome.entries[0]) if outcome.entries else "none"
    if first not in _matching(outcome, pattern):
        yield f"first entry {first}, not {pattern}"


def language(outcome: Outcome, pattern: Any) -> Iterator[str]:
    for side, language in zip(("left", "right"), outcome.ledger.languages, strict=True):
        if not re.fullmatch(pattern, language):
            yield f"the {side} article is read as {language or 'no known language'!r}"


def not_looked_for(outcome: Outcome, subjects: Any) -> Iterator[str]:
    uncovered = set(map(str, outcome.ledger.uncovered))
    for subject in subjects:
        if subject not in uncovered:
            yield f"{subject} counts as looked for"


def found_or_not_looked_for(outcome: Outcome, patterns: Any) -> Iterator[str]:
    """Check that a change is an entry, or its subjects are said not to be looked for."""
    for pattern in patterns:
        subjects = [kind.partition("/")[0] for kind in pattern.partition(": ")[0].split("|")]
        if not _matching(outcome, pattern) and list(not_looked_for(outcome, subjects)):
            yield f"neither {pattern} nor a word that it is not looked for"
