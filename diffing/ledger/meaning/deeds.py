"""Find opposite deeds in sentences that are rewritten: both are done to the same thing.

left   Senators |passed| the bill.          right   Late on Monday, the senate |threw out| the bill.     changed
left   The bill was |passed| on Monday.     right   On Monday, the senate |threw out| the bill.          changed
left   Senators passed the bill.            right   The bill was passed; the senate threw out another.   none

Words that turn a statement stand in each other's place (turned.py). Here the sentence around them may be another one,
and they count if the same word is what they are done to: the one behind a verb, or before a passive one.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, islice, takewhile

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Senses
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.dates.date_words import date_words
from diffing.ledger.meaning.context import CLAUSE_END, is_same_word, parting_words, word_before, words_to_pass
from diffing.ledger.meaning.cues import cues
from diffing.ledger.meaning.outlines import Outline, sentence_pairs
from diffing.ledger.meaning.sentence_words import listed
from diffing.ledger.meaning.turn_words import Turn, is_in_clause, turns_of
from diffing.model import Pair, Place
from diffing.text.folding import FoldedText, word_pattern
from diffing.text.scripts import UNSPACED

# The groups of the lexicon with deeds that are done to something, of which one undoes the other.
_NAMES = """
    attainment building calling connection consent employment encouragement force giving obedience opening
    option permission praise responsibility retreat showing start timing
"""
_GROUPS = frozenset(_NAMES.split())
# Words between a deed and what it is done to, which is looked for among them.
_MOST_BEHIND = 6
# Words for what a deed is done to that are compared, and how many of them are the same.
_MOST_OF_THING = 3
_LEAST_COMMON = 2


def deed_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of opposite deeds that are done to the same thing in corresponding sentences."""
    for pair in sentence_pairs(context):
        if pair.left.side.language != pair.right.side.language or pair.left.side.language in UNSPACED:
            return
        found = pair.map(lambda outline: turns_of(outline.side, outline.place, outline.text))
        known = found.map(lambda turns: {(one.group, one.sense) for one in turns if one.group in _GROUPS})
        if not (known.left - known.right and known.right - known.left and all(pair.left.shared_with(pair.right))):
            continue
        own, other = (
            _deeds(outline, [one for one in turns if (one.group, one.sense) in here - there])
            for outline, turns, here, there in zip(pair, found, known, known.swapped(), strict=True)
        )
        told: set[Pair[Place]] = set()
        for thing, deed in own:
            alike = [one for done_to, one in other if one.group == deed.group and _are_same(thing, done_to)]
            places = Pair(pair.left.place_of(deed), pair.right.place_of(alike[0])) if alike else None
            if places is None or places in told:
                # Words of two groups: to cancel is to call off, and to lift.
                continue
            told.add(places)
            detail = Senses(deed.sense, alike[0].sense)
            yield Entry(
                Subject.CONTENT, Change.CHANGED, (places.left,), (places.right,), Location.SAME_SENTENCE, detail
            )


def _deeds(outline: Outline, found: Sequence[Turn]) -> Sequence[tuple[Sequence[str], Turn]]:
    """Return those of some deeds that are not denied, each with the words for what it is done to."""
    side, form = outline.side, outline.text.folded
    denials = [
        Place(0, cue.start, cue.end)
        for cue in side.extract(cues, outline.text)
        if cue.subject is Subject.NEGATION and not cue.answers
    ]
    deeds = [(Place(0, one.start, one.end), one) for one in found if one.sense]
    things = (
        (_thing(form, place, side.language), one)
        for place, one in deeds
        if not any(is_in_clause(outline.text, side.language, denial, place) for denial in denials)
    )
    return [(thing, one) for thing, one in things if thing]


def _thing(text: FoldedText, deed: Place, language: str) -> Sequence[str]:
    """Return the words of weight behind a deed; before a passive one, or one that ends its clause, those before it."""
    before = word_before(text, deed)
    is_passive = before is not None and before[0] in listed("passive", language)
    behind = () if is_passive else _of_weight(_behind(text, deed, language), language)
    return behind or _of_weight(_before(text, deed), language)


def _behind(text: FoldedText, deed: Place, language: str) -> Iterator[str]:
    """Yield the words behind a deed in its clause."""
    found = islice(word_pattern(text.text, CLAUSE_END).finditer(text.text, text.at(deed.end)), _MOST_BEHIND)
    words = (word[0] for word in found)
    return takewhile(lambda word: word[0].isalnum() and word not in parting_words(language), words)


def _before(text: FoldedText, deed: Place) -> Iterator[str]:
    """Yield the words before a deed in its sentence, the nearest first."""
    place = deed
    for _ in range(_MOST_BEHIND):
        word = word_before(text, place)
        if word is None:
            return
        yield word[0]
        place = text.place(deed.paragraph, *word.span())


def _of_weight(words: Iterable[str], language: str) -> Sequence[str]:
    """Return the first words of weight that stand beside each other: 'approved on Monday the new |housing bill| of'."""
    passed, dated = words_to_pass(language), date_words(language)
    counted = (word for word in words if word not in dated.weekdays and word not in dated.months)
    behind = dropwhile(lambda word: word in passed, counted)
    return [*islice(takewhile(lambda word: word not in passed, behind), _MOST_OF_THING)]


def _are_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two things have two words in common, or the only one of the shorter: the |bill|, a tax |bill|."""
    common = sum(any(is_same_word(word, there) for there in other) for word in one)
    return common >= min(_LEAST_COMMON, len(one), len(other))
