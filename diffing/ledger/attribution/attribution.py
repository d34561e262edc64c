"""Compare verbs of saying: 'said' became 'claimed', 'admitted' or 'denied'.

left   the minister |said| taxes would fall      right   the minister |claimed| that taxes would fall

A verb that replaces a verb of another class makes an entry. 'Said' and 'told' are of one class.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from diffing.ledger.attribution.clauses import clause_start, content_stems, words_until_break
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Senses
from diffing.ledger.core.locations import beside
from diffing.ledger.core.mentions import Mention, Swap, match
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.language.lexemes import Lexemes
from diffing.ledger.language.lexicon import Lexicon, code_of, forms, lexicon
from diffing.ledger.meaning.changes import cues
from diffing.model import Place
from diffing.text.reading import ReadText

# The class of the lexicon for verbs that deny.
_DENYING = "denying"
# Characters behind the verb that are searched for the 'not' of the statement.
_CLAUSE = 80


class Saying(NamedTuple):
    """A verb of saying at `start`..`end` of a paragraph's text, and its class in the lexicon."""

    start: int
    end: int
    stance: str


def sayings(text: ReadText, lexicon: Lexicon) -> tuple[Saying, ...]:
    """Return the verbs of saying of a text, in order."""
    form, language = text.folded, code_of(lexicon)
    found = []
    for start, end, tags in _verbs(language).find(form):
        if _is_noun(form.text, start, language):
            continue
        place = form.place(0, start, end)
        found += [Saying(place.start, place.end, stance) for stance in tags if stance]
    return tuple(found)


@cache
def _verbs(language: str) -> Lexemes[str]:
    """Return the verbs of a language by class; the class '' has words that look like verbs of saying but are none."""
    table = lexicon(language).get("sources", {})
    return Lexemes({"": table.get("harmless", ()), **table.get("verbs", {})})


# Characters before a verb that are searched for the preceding word.
_BEFORE = 12
_WORD_BEFORE = re.compile(r"(?<!\w)(\w+) $")


def _is_noun(text: str, start: int, language: str) -> bool:
    """Return whether a word that looks like a verb is a noun: 'a dispute', 'their claim'."""
    before = _WORD_BEFORE.search(text, max(0, start - _BEFORE), start)
    return before is not None and before[1] in _before_noun(language)


@cache
def _before_noun(language: str) -> frozenset[str]:
    return forms(lexicon(language).get("sources", {}).get("before_noun", ()))


def attribution_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of verbs of saying that replace verbs of another class."""
    correspondence = context.correspondence
    for swap in match(sides(context).map(_mentions), correspondence, across=False).changed:
        is_replaced = correspondence.is_replaced(swap.left.place, swap.right.place)
        if _is_denied(context, swap) or (not is_replaced and _has_two_subjects(context, swap)):
            continue
        senses = Senses(str(swap.left.key), str(swap.right.key))
        left, right = (swap.left.place,), (swap.right.place,)
        yield Entry(Subject.ATTRIBUTION, Change.CHANGED, left, right, beside(is_replaced), senses)


def _mentions(side: Side) -> list[Mention]:
    return [
        side.mention(Place(index, saying.start, saying.end), saying.stance)
        for index in side.reworded
        for saying in side.extract(sayings, side.texts[index])
    ]


def _has_two_subjects(context: LedgerContext, swap: Swap) -> bool:
    """Return whether the verbs have different subjects: 'the parish maintains', 'the town hall replies'.

    Different words can still name the same subject, but only verbs that replace each other are compared then.
    """
    left, right = (
        _subject(article.paragraphs[mention.place.paragraph], mention.place.start, code_of(known))
        for mention, article, known in zip(swap, context.read, context.lexicons, strict=True)
    )
    return bool(left and right) and left.isdisjoint(right)


def _subject(text: ReadText, offset: int, language: str) -> frozenset[str]:
    """Return the stems of the content words of a clause before a verb."""
    form = text.folded
    end = form.at(offset)
    words = words_until_break(form.text, clause_start(form.text, end), end, _CLAUSE)
    return frozenset(content_stems((word[0] for word in words), language))


def _is_denied(context: LedgerContext, swap: Swap) -> bool:
    """Return whether one side denies a statement and the other side says that it is not true: the meaning is equal."""
    for own, other, article, known in zip(swap, reversed(swap), context.read, context.lexicons, strict=True):
        if other.key == _DENYING:
            behind = article.paragraphs[own.place.paragraph].part(own.place.end, own.place.end + _CLAUSE)
            if any(cue.subject is Subject.NEGATION and not cue.answers for cue in cues(behind, known)):
                return True
    return False
