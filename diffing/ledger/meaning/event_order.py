"""Find two events whose order is turned, though both sides have the same 'after' or 'before'.

left   The ship |sank after it hit a rock|.              right   The ship |hit a rock after it sank|.     changed
left   |Police fired after protesters threw stones|.     right   |After police fired, protesters threw stones|.
left   After the vote, the mayor left.                   right   The mayor left after the vote.           none

Where 'after' stands in the place of 'before', it is a word that turns the statement (turned.py).
"""

from collections.abc import Iterator
from typing import NamedTuple

from diffing.ledger.core.clauses import words_and_breaks
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Exchanged
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import sides
from diffing.ledger.meaning.outlines import Outline, sentence_pairs
from diffing.ledger.meaning.turn_words import Turn
from diffing.model import Pair, Place
from diffing.text.function_words import function_forms
from diffing.text.scripts import UNSPACED
from diffing.text.words import STEM_LENGTH

# The group of words for the order of two events, with the class of those behind which the first one stands.
_GROUP, _AFTER = "order", "after"
_SENSES = frozenset({"before", _AFTER})
# The share of the content words of each event that the event of the other side has which it has become, and the least
# number of these words. An event has a subject and a verb: one word in common may be any.
_LEAST_SHARE = 0.5
_LEAST_WORDS = 3


class _Word(NamedTuple):
    """A word of a folded text; a function word has no stem."""

    start: int
    end: int
    stem: str


class _Order(NamedTuple):
    """The content stems of the first and of the second of two events, and the place of both in a sentence."""

    first: frozenset[str]
    second: frozenset[str]
    place: Place


def event_order_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield an entry for each pair of sentences in which two events have changed places."""
    both = sides(context)
    if both.left.language != both.right.language or both.left.language in UNSPACED:
        return
    for pair in sentence_pairs(context):
        if not all(pair.left.shared_with(pair.right)):
            continue
        words = pair.map(_word)
        if words.left is None or words.right is None or not _are_same(pair, words.left, words.right):
            continue
        if any(map(Outline.denies, pair)):
            # 'Did not open before all was safe': 'opened after that'.
            continue
        left, right = _order(pair.left, words.left), _order(pair.right, words.right)
        if left is not None and right is not None and _is_turned(left, right):
            own, other = pair.left.in_paragraph(left.place), pair.right.in_paragraph(right.place)
            yield Entry(Subject.CONTENT, Change.CHANGED, (own,), (other,), Location.SAME_SENTENCE, Exchanged())


def _word(outline: Outline) -> Turn | None:
    """Return the only word of order of a sentence; None for none and for several."""
    found = [turn for turn in outline.turns if turn.group == _GROUP and turn.sense in _SENSES]
    return found[0] if len(found) == 1 else None


def _are_same(pair: Pair[Outline], left: Turn, right: Turn) -> bool:
    """Return whether both sentences have the same word: 'nachdem' and 'danach' stand behind different events."""
    own, other = (
        outline.text.folded.part(turn.start, turn.end).text for outline, turn in zip(pair, (left, right), strict=True)
    )
    return own == other


def _order(outline: Outline, word: Turn) -> _Order | None:
    """Return the events around a word of order; None where an event has no content.

    The event behind the word ends at a mark. The other one stands before the word, or behind that mark where the word
    begins the sentence.
    """
    text = outline.text.folded
    form, language = text.text, outline.side.language
    at, end = text.at(word.start), text.at(word.end)
    grammar = function_forms(language)
    before: list[_Word] = []
    behind: list[list[_Word]] = [[]]
    for match in words_and_breaks(form, 0, len(form)):
        if match["stop"] is not None:
            # A mark right before the word parts the two events: '…, nachdem Demonstranten Steine warfen'.
            if match.end() <= at and form[match.end() : at].strip():
                before = []
            elif match.start() >= end and any(one.stem for one in behind[-1]):
                behind.append([])
        elif match.end() <= at or match.start() >= end:
            stem = "" if match[0] in grammar else match[0][:STEM_LENGTH]
            (before if match.end() <= at else behind[-1]).append(_Word(*match.span(), stem))
    own, other = behind[0], before or [one for part in behind[1:2] for one in part]
    events = [frozenset(word.stem for word in event if word.stem) for event in (own, other)]
    if not all(events):
        return None
    first, second = events if word.sense == _AFTER else reversed(events)
    words = [*own, *other, _Word(at, end, "")]
    place = text.place(0, min(one.start for one in words), max(one.end for one in words))
    return _Order(first, second, place)


def _is_turned(left: _Order, right: _Order) -> bool:
    """Return whether the first event of each side is the second one of the other side."""
    crossed = (left.first & right.second, left.second & right.first)
    straight = len(left.first & right.first) + len(left.second & right.second)
    sizes = (
        min(len(left.first), len(right.second)),
        min(len(left.second), len(right.first)),
    )
    common = sum(map(len, crossed))
    return common >= max(_LEAST_WORDS, 2 * straight) and all(
        len(words) >= _LEAST_SHARE * size for words, size in zip(crossed, sizes, strict=True)
    )
