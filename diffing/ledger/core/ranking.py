"""Rank entries: the rules that give an entry its rank and its class, each with the reason.

12 > 14, not, a new headline   ->   fact, meaning, content: in this order

The order follows AP's rules on corrections, studies of news edits (NewsEdits 2.0 separates facts from style and
narrative) and studies of exaggeration in health news. They agree on the changes that mislead: wrong facts, invented
quotations, lost hedges. Between these it follows what readers of 73 pairs listed as misleading, before they saw a
ledger: of changed facts and turned statements more than half, of a name that only one text has one in ten.
"""

from enum import StrEnum
from types import NoneType
from typing import NamedTuple

from diffing.ledger.core.details import Detail, Exchanged, Extent, Senses, StatedWithout
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject


class Weight(StrEnum):
    """Class of an entry or a row, the most important first."""

    CORRECTION = "correction"
    FACT = "fact"
    QUOTE = "quote"
    MEANING = "meaning"
    ATTRIBUTION = "attribution"
    CONTENT = "content"
    REWORDING = "rewording"
    TYPOGRAPHY = "typography"


class _Rule(NamedTuple):
    """Rule that gives a weight to the entries of a subject with one of `changes`; with any change if it is empty.

    A rule `with_children` is for entries that contain other changes; one with `details` or `locations` for entries with
    one of these.
    """

    subject: Subject
    changes: tuple[Change, ...]
    weight: Weight
    reason: str
    with_children: bool = False
    details: tuple[type[Detail] | type[None], ...] = ()
    locations: tuple[Location, ...] = ()


_SAME_FACT = (Change.ROUNDED, Change.APPROXIMATION)

RULES: tuple[_Rule, ...] = (
    _Rule(Subject.CORRECTION, (), Weight.CORRECTION, "the editors say that the article was wrong"),
    _Rule(Subject.NUMBER, (Change.CHANGED,), Weight.FACT, "one of the two numbers is wrong, or the event continued"),
    _Rule(Subject.DATE, (Change.CHANGED,), Weight.FACT, "one of the two dates is wrong, or they are different days"),
    _Rule(Subject.NAME, (Change.CHANGED,), Weight.FACT, "the sentence names another person, place or organisation"),
    _Rule(Subject.NEGATION, (), Weight.MEANING, "a 'not' reverses a statement"),
    _Rule(Subject.CERTAINTY, (), Weight.MEANING, "one text states as certain what the other calls possible"),
    _Rule(
        Subject.CONTENT,
        (),
        Weight.MEANING,
        "one word turns the statement of an otherwise equal sentence",
        details=(Senses, StatedWithout, Exchanged),
    ),
    _Rule(
        Subject.CONTENT,
        (Change.GONE, Change.NEW),
        Weight.MEANING,
        "only one text tells what became of somebody",
        details=(NoneType,),
        locations=(Location.NOWHERE,),
    ),
    _Rule(Subject.HEADLINE, (Change.CHANGED,), Weight.CONTENT, "many readers read only the headline"),
    _Rule(
        Subject.CONTENT,
        (Change.CHANGED,),
        Weight.CONTENT,
        "the texts tell other things of the same subject",
        locations=(Location.SAME_SENTENCE,),
    ),
    _Rule(Subject.CAUSE, (), Weight.MEANING, "one text states a cause, the other only a connection"),
    _Rule(Subject.QUOTATION, (Change.SPEAKER,), Weight.QUOTE, "the texts name different speakers of the same words"),
    _Rule(Subject.QUOTATION, (Change.REWORDED,), Weight.QUOTE, "a fact or a 'not' in the quoted words differs", True),
    _Rule(Subject.QUOTATION, (Change.GONE, Change.NEW), Weight.QUOTE, "only one text quotes the speaker"),
    _Rule(
        Subject.QUOTATION,
        (Change.TRIMMED, Change.QUOTED, Change.UNQUOTED),
        Weight.QUOTE,
        "the same words, but shorter or without quotation marks",
    ),
    _Rule(Subject.CONTENT, (), Weight.CONTENT, "only one text has this content", details=(Extent,)),
    _Rule(Subject.ATTRIBUTION, (), Weight.ATTRIBUTION, "'claimed' expresses a doubt, 'said' does not"),
    _Rule(Subject.NUMBER, (Change.GONE, Change.NEW), Weight.FACT, "only one text has the number"),
    _Rule(Subject.DATE, (Change.GONE, Change.NEW), Weight.FACT, "only one text has the date"),
    _Rule(Subject.SOURCE, (), Weight.ATTRIBUTION, "only one text names the source, or the sources differ"),
    _Rule(Subject.QUOTATION, (), Weight.QUOTE, "quotation marks promise the exact words; these differ"),
    _Rule(Subject.NUMBER, _SAME_FACT, Weight.FACT, "the same number, more or less exact"),
    _Rule(Subject.DATE, _SAME_FACT, Weight.FACT, "the same date, more or less exact"),
    _Rule(Subject.NAME, (Change.GONE, Change.NEW), Weight.FACT, "only one text has the name"),
    _Rule(Subject.HEADLINE, (), Weight.CONTENT, "only one text has a headline"),
    _Rule(Subject.CONTENT, (), Weight.CONTENT, "an otherwise equal sentence has other words of unknown weight"),
)
"""Rules in order of rank. The first rule that fits an entry applies."""


def rank(entry: Entry) -> int:
    """Return the index of an entry's rule in RULES; a lower index is more important."""
    return next(
        at
        for at, rule in enumerate(RULES)
        if rule.subject is entry.subject
        and (not rule.changes or entry.change in rule.changes)
        and (not rule.with_children or entry.children)
        and (not rule.details or isinstance(entry.detail, rule.details))
        and (not rule.locations or entry.location in rule.locations)
    )


def weight(entry: Entry) -> Weight:
    """Return the class of an entry."""
    return RULES[rank(entry)].weight
