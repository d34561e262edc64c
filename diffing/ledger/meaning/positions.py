"""Find the position of a person that the other article gives otherwise: the chief executive, the chairman.

left   Robert Lind, the |chief executive| of Velmar, said     right   said Velmar's |chairman|, Robert Lind    changed
left   Robert Lind, the chief executive of Velmar, said       right   said Velmar's chairman, Anna Holm        none

The words stand near the name of one person in sentences that correspond, and the other article has this position
nowhere.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.details import Extent, Senses
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.meaning.outlines import Outline, sentence_pairs
from diffing.ledger.meaning.sentence_words import listed
from diffing.ledger.meaning.turn_words import Turn, turns_in
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded
from diffing.text.scripts import NOUNS_HAVE_CAPITALS, UNSPACED

_GROUP = "position"
# Characters beside a position in which the name of the person stands.
_BESIDE = 40
# Words of a name that both sides have; where all nouns have capitals, one may be such a noun.
_LEAST_COMMON, _LEAST_OF_CAPITALS = 1, 2
_WORD = lazy_pattern(r"[^\W\d_]+(?:['’]s\b)?")
_POSSESSIVE = ("'s", "’s")


def with_positions(context: LedgerContext, found: Sequence[Entry]) -> list[Entry]:
    """Return entries with those of positions of one person that differ, where no entry has these words.

    A short clause that is gone, such as 'the |chief executive| of Velmar', says no more.
    """
    covered = CoveredWords(entry for entry in found if not entry.is_passage)
    positions = [entry for entry in _entries(context) if not covered.touch(entry.places)]
    told = CoveredWords(positions)
    return [*(entry for entry in found if not (_is_short(entry) and told.touch(entry.places))), *positions]


def _is_short(entry: Entry) -> bool:
    """Return whether an entry is a short clause that only one article has."""
    return (
        isinstance(entry.detail, Extent)
        and not entry.detail.is_whole
        and entry.change is not Change.CHANGED
        and all(place.end - place.start <= _BESIDE for place in (*entry.left, *entry.right))
    )


def _entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of positions of one person that differ."""
    both = sides(context)
    language = both.left.language
    if language != both.right.language or language in UNSPACED:
        return
    least = _LEAST_OF_CAPITALS if language in NOUNS_HAVE_CAPITALS else _LEAST_COMMON
    known = both.map(lambda side: cache(lambda: _positions(side)))
    for pair in sentence_pairs(context):
        own, there = map(_named, pair)
        for turn, names in own.items():
            others = [other for other, theirs in there.items() if len(names & theirs) >= least]
            if len(others) != 1 or turn.sense in known.right() or others[0].sense in known.left():
                continue
            places = pair.left.place_of(turn), pair.right.place_of(others[0])
            senses = Senses(turn.sense, others[0].sense)
            yield Entry(Subject.CONTENT, Change.CHANGED, (places[0],), (places[1],), Location.SAME_SENTENCE, senses)


def _positions(side: Side) -> frozenset[str]:
    """Return the positions that an article names."""
    return frozenset(turn.sense for text in side.texts for turn in turns_in(side, text) if turn.group == _GROUP)


def _named(outline: Outline) -> dict[Turn, frozenset[str]]:
    """Return the positions of a sentence with the words that may be the name of the person."""
    found = [turn for turn in outline.turns if turn.group == _GROUP]
    return {turn: _names(outline, turn) for turn in found}


def _names(outline: Outline, turn: Turn) -> frozenset[str]:
    """Return the words with a capital beside a position, without those of whom it is one: chairman |of Velmar|."""
    text, of = outline.text.text, listed("of", outline.side.language)
    names: set[str] = set()
    before = ""
    for word in _WORD.finditer(text, max(0, turn.start - _BESIDE), min(len(text), turn.end + _BESIDE)):
        is_beside = word.end() <= turn.start or turn.end <= word.start()
        if is_beside and word[0][0].isupper() and before not in of and not word[0].endswith(_POSSESSIVE):
            names.add(folded(word[0]).text)
        before = word[0].casefold()
    return frozenset(names)
