"""What weighs how much: every class of entry with its rank and the reason for it.

12 > 14, not, a new headline   ->   fact, meaning, content: in this order

AP's rules on corrections, the studies of news edits (NewsEdits 2.0 parts fact from style and narrative) and of
exaggeration in health news agree on what misleads: wrong facts, words put in somebody's mouth, hedges lost.
"""

from enum import StrEnum
from typing import NamedTuple

from diffing.ledger.core.model import Change, Entry, Subject


class Weight(StrEnum):
    """The classes of what a change is, the weightiest first."""

    CORRECTION = "correction"
    FACT = "fact"
    QUOTE = "quote"
    MEANING = "meaning"
    ATTRIBUTION = "attribution"
    CONTENT = "content"
    REWORDING = "rewording"
    TYPOGRAPHY = "typography"


class _Rule(NamedTuple):
    """Entries of a subject with one of these changes, or with any if there are none, are of a weight."""

    subject: Subject
    changes: tuple[Change, ...]
    weight: Weight
    reason: str


_SAME_FACT = (Change.ROUNDED, Change.APPROXIMATION)

RULES: tuple[_Rule, ...] = (
    _Rule(Subject.CORRECTION, (), Weight.CORRECTION, "the editors themselves say that something was wrong"),
    _Rule(Subject.NUMBER, (Change.CHANGED,), Weight.FACT, "one of the two is wrong, or the event went on"),
    _Rule(Subject.DATE, (Change.CHANGED,), Weight.FACT, "one of the two is wrong, or another day is meant"),
    _Rule(Subject.NAME, (Change.CHANGED,), Weight.FACT, "another person, place or body in the same sentence"),
    _Rule(Subject.NEGATION, (), Weight.MEANING, "a 'not' turns a sentence into its opposite"),
    _Rule(Subject.QUOTATION, (Change.SPEAKER,), Weight.QUOTE, "words are put in another mouth"),
    _Rule(Subject.QUOTATION, (Change.REWORDED,), Weight.QUOTE, "marks promise the very words; both cannot be"),
    _Rule(Subject.CERTAINTY, (), Weight.MEANING, "what may be is told as what is, or the other way"),
    _Rule(Subject.CAUSE, (), Weight.MEANING, "what goes together is told as what brings about"),
    _Rule(Subject.NUMBER, (Change.GONE, Change.NEW), Weight.FACT, "a figure that one text keeps back"),
    _Rule(Subject.DATE, (Change.GONE, Change.NEW), Weight.FACT, "a date that one text keeps back"),
    _Rule(Subject.NAME, (Change.GONE, Change.NEW), Weight.FACT, "somebody one text does not name"),
    _Rule(Subject.QUOTATION, (Change.GONE, Change.NEW), Weight.QUOTE, "a voice that one text does not let speak"),
    _Rule(Subject.ATTRIBUTION, (), Weight.ATTRIBUTION, "'claimed' doubts what 'said' reports"),
    _Rule(Subject.SOURCE, (), Weight.ATTRIBUTION, "who it is known from, or that nobody is named"),
    _Rule(Subject.QUOTATION, (), Weight.QUOTE, "the same words shorter, or without their marks"),
    _Rule(Subject.NUMBER, _SAME_FACT, Weight.FACT, "the same figure, told more or less exactly"),
    _Rule(Subject.DATE, _SAME_FACT, Weight.FACT, "the same date, told more or less exactly"),
    _Rule(Subject.HEADLINE, (), Weight.CONTENT, "most readers see nothing else"),
    _Rule(Subject.CONTENT, (), Weight.CONTENT, "what only one text tells"),
)
"""The rules in order of rank: the first that fits an entry is its own."""


def rank(entry: Entry) -> int:
    """The place of an entry's rule among RULES: the lower, the weightier."""
    return next(
        at
        for at, rule in enumerate(RULES)
        if rule.subject is entry.subject and (not rule.changes or entry.change in rule.changes)
    )


def weight(entry: Entry) -> Weight:
    """The class of an entry."""
    return RULES[rank(entry)].weight
