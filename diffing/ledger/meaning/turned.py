"""Find words that turn the statement of an otherwise equal sentence.

left   Rents |rose| in May.          right   Rents |fell| in May.               changed: up > down
left   The hall was full.            right   The hall was empty.                changed: full > empty

The lexicon has the words in groups, such as direction, and in each group the classes of words that say the same. A word
of one class in the place of a word of another class turns the statement. Two negations turn it back, so that a 'not'
beside one of the words makes no entry.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import accumulate

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.details import Senses
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import MOST_WORDS, Side, sides
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.meaning.added import added_entries
from diffing.ledger.meaning.context import continues_alike, head_of, is_same_word
from diffing.ledger.meaning.cues import cues
from diffing.ledger.meaning.denied import denied_entries
from diffing.ledger.meaning.limits import LIMIT, REGARDLESS, is_denied
from diffing.ledger.meaning.penalties import are_of_penalty
from diffing.ledger.meaning.sentence_changes import SentenceChange, sentence_changes
from diffing.ledger.meaning.turn_words import Turn, content_count, is_in_clause, touching, turns_in
from diffing.model import Pair, Place
from diffing.text.words import word_forms

# The share of both sentences that is kept where a word is turned: of half of a sentence, both
# sides still say the same, and the word does not belong to another statement.
_LEAST_KEPT = 0.5
# The same beside a change of at most so many content words on each side.
_LEAST_KEPT_OF_FEW = 0.25
_FEW_CONTENT = 2
# The same of the longer sentence, if half of the shorter one is kept: 'will stay open unless the water rises'.
_LEAST_OF_LONGER = 0.15
# Content words of a change that has a turned word: more words are another statement.
_MOST_CONTENT = 3
# The same for words of law, beside which the penalty stands ('sentenced to four years in prison for'), and for words
# that belong to the kept word behind them, before which a source may stand.
_MOST_CONTENT_BY_GROUP = {"law": 6, "quantity": 6}
# Groups of words that belong to the word behind them, which must be kept: 'all the rioters', 'must pay'.
_BEFORE_KEPT = ("quantity", "modality")
_ANSWER = "answer"
# The class of words that count only before the same thing: 'during the match', 'after the match'.
_DURING = "during"


def _ranges(found: Sequence[Turn]) -> tuple[Sequence[int], Sequence[int]]:
    """Return, for some words of a text, the least start of each one and those that end behind it, and the rising ends.

    A word may stand in the gap of a phrase, and end before it.
    """
    ranges = sorted((turn.end, turn.start) for turn in found)
    starts = [*accumulate((start for _, start in reversed(ranges)), min)][::-1]
    return starts, [end for end, _ in ranges]


def turned_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of words that turn a statement, and of conditions and words of rank that are gone or new."""
    both = sides(context)
    if both.left.language != both.right.language or not lexicon(both.left.language).get("turns"):
        return
    # The words of a phrase may stand in several changes: 'nahm es an', 'lehnte es ab'.
    yield from dict.fromkeys(_entries(context, both))


def _entries(context: LedgerContext, both: Pair[Side]) -> Iterator[Entry]:
    """Yield the entries change by change, those of a phrase that stands in two of them twice."""
    ranges = both.map(lambda side: cache(lambda index: _ranges(turns_in(side, side.texts[index]))))
    turns = both.map(lambda side: cache(partial(_turns_of, side)))

    def has_turn(places: Pair[Place]) -> bool:
        for own, (paragraph, start, end) in ((ranges.left, places.left), (ranges.right, places.right)):
            starts, ends = own(paragraph)
            at = bisect_right(ends, start)
            if at < len(starts) and starts[at] < end:
                return True
        return False

    for change in sentence_changes(context):
        if not has_turn(change.places):
            continue
        if all(kept < _LEAST_KEPT_OF_FEW for kept in change.kept) and not _is_single(change, both):
            continue
        found = Pair(turns.left(change.sentences.left), turns.right(change.sentences.right))
        turned = [*_turned(change, found, both)]
        yield from turned
        added = [*added_entries(both.left, change, found)]
        added += added_entries(both.right, change.swapped(), found.swapped())
        if added:
            # 'Temporary' > 'permanent' is one change, though the first is a word of rank that is gone.
            told = CoveredWords(turned)
            yield from (one for one in added if not told.touch(one.places))


def _is_single(change: SentenceChange, both: Pair[Side]) -> bool:
    """Return whether each side of a change is one word: an answer."""
    return all(len(word_forms(place.words(side.own))) == 1 for side, place in zip(both, change.places, strict=True))


def _turns_of(side: Side, sentence: Place) -> list[tuple[Place, Turn]]:
    """Return the words of a sentence that can turn it, with their places."""
    found = turns_in(side, side.texts[sentence.paragraph])
    if len(found) > MOST_WORDS:
        return []
    return [
        (Place(sentence.paragraph, turn.start, turn.end), turn)
        for turn in found
        if sentence.start <= turn.start and turn.end <= sentence.end
    ]


def _turned(change: SentenceChange, found: Pair[list[tuple[Place, Turn]]], both: Pair[Side]) -> Iterator[Entry]:
    """Yield the entries of words of opposite classes in one change."""
    own, other = touching(found.left, change.places.left), touching(found.right, change.places.right)
    told: set[Pair[Place]] = set()
    for group in dict.fromkeys(turn.group for _, turn in own):
        left, right = _in_group(own, group), _in_group(other, group)
        senses = Pair({turn.sense for _, turn in left}, {turn.sense for _, turn in right})
        if any(len(own) != 1 or "" in own for own in senses):
            continue
        if senses.left == senses.right:
            if left[0][1].has_synonyms and _is_kept(change, both, _MOST_CONTENT):
                yield from denied_entries(both, change.places, Pair(left[0][0], right[0][0]))
            continue
        most = _MOST_CONTENT_BY_GROUP.get(group, _MOST_CONTENT)
        is_answer = group == _ANSWER
        if is_answer != _is_single(change, both) and is_answer:
            continue
        if not is_answer and (
            not _is_kept(change, both, most)
            or (group in _BEFORE_KEPT and not continues_alike(both.left, left[0][0], right[0][0], is_declined=True))
            or (_DURING in (*senses.left, *senses.right) and not _have_one_head(both, Pair(left[0][0], right[0][0])))
            or (
                REGARDLESS not in (*senses.left, *senses.right)
                and _is_negated(both, change, Pair(left[0][0], right[0][0]))
            )
            or (group == LIMIT and is_denied(both.left, change.sentences.left, left[0][0]))
            or _is_exchanged(both, found, group, Pair(left[0], right[0]))
        ):
            continue
        places = Pair(left[0][0], right[0][0])
        if places in told or are_of_penalty(both, places):
            # Words of two groups: 'victory' and 'defeat' are outcomes and successes.
            continue
        told.add(places)
        detail = Senses(left[0][1].sense, right[0][1].sense)
        yield Entry(Subject.CONTENT, Change.CHANGED, (places.left,), (places.right,), Location.SAME_PLACE, detail)


def _is_kept(change: SentenceChange, both: Pair[Side], most: int) -> bool:
    """Return whether enough of both sentences is kept beside a change of at most `most` content words on a side.

    A change of one or two words has its counterpart in its place, though both sentences have other changes. So have
    the words of some groups.
    """
    content = max(content_count(side, place) for side, place in zip(both, change.places, strict=True))
    least = _LEAST_KEPT_OF_FEW if content <= _FEW_CONTENT or most > _MOST_CONTENT else _LEAST_KEPT
    is_in_longer = content <= _FEW_CONTENT and max(change.kept) >= _LEAST_KEPT and min(change.kept) >= _LEAST_OF_LONGER
    return content <= most and (min(change.kept) >= least or is_in_longer)


def _have_one_head(both: Pair[Side], places: Pair[Place]) -> bool:
    """Return whether the same word of content stands behind both places: 'during the |match|', 'after the |match|'."""
    left, right = (
        head_of(side.texts[place.paragraph].folded, place, side.language)
        for side, place in zip(both, places, strict=True)
    )
    return left is not None and right is not None and is_same_word(left[0], right[0])


def _in_group(found: Sequence[tuple[Place, Turn]], group: str) -> list[tuple[Place, Turn]]:
    return [(place, turn) for place, turn in found if turn.group == group]


def _is_negated(both: Pair[Side], change: SentenceChange, words: Pair[Place]) -> bool:
    """Return whether the clause of one word has a negation that the other side lacks, besides the words themselves."""
    for side, sentence, own in zip(both, change.sentences, words, strict=True):
        for cue in side.extract(cues, side.texts[sentence.paragraph]):
            place = Place(sentence.paragraph, cue.start, cue.end)
            if (
                cue.subject is Subject.NEGATION
                and not cue.answers
                and sentence.start <= place.start < sentence.end
                and not _is_part(place, own)
                and is_in_clause(side.texts[own.paragraph], side.language, place, own)
                and not side.is_equal(place)
            ):
                return True
    return False


def _is_part(negation: Place, words: Place) -> bool:
    """Return whether a negation is one of the words, and does not stand between them: 'nahm es |nicht| an'."""
    is_between = words.start < negation.start and negation.end < words.end
    return negation.start < words.end and words.start < negation.end and not is_between


def _is_exchanged(
    both: Pair[Side], found: Pair[list[tuple[Place, Turn]]], group: str, words: Pair[tuple[Place, Turn]]
) -> bool:
    """Return whether a side has the word of the other side elsewhere in its sentence: the clauses changed places.

    Where what stands behind the words is kept, only the words did so: 'rose |slightly| in May, fell |sharply| in June'.
    """
    if continues_alike(both.left, words.left[0], words.right[0]):
        return False
    return any(
        turn.group == group and turn.sense == other[1].sense and not side.is_equal(place)
        for side, own, other in zip(both, found, words.swapped(), strict=True)
        for place, turn in own
    )
