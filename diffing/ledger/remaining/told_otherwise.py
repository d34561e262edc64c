"""Find what an updated article tells otherwise: of the same subject, or between the same sentences.

left   The road to Lough Tay |is blocked by fallen trees|.     right   The road to Lough Tay |is open again|.
left   |One person is missing|.                                right   |A woman of 34 died in her car|.

Most of an update stands word for word in the version before, so that other words where the text goes on as it was tell
something else. In a rewritten article they mostly tell the same, and no entry is made.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from diffing.ledger.attribution.sayings import sayings
from diffing.ledger.attribution.sources import hides_names as hides
from diffing.ledger.content.changes import places_of
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.dates.extract import dates
from diffing.ledger.meaning.cues import Cue, cues
from diffing.ledger.meaning.denials import deny_alike
from diffing.ledger.meaning.turn_words import Turn, turns_in
from diffing.ledger.names.bodies import name_one_body
from diffing.ledger.names.name_words import name_words
from diffing.ledger.numbers.extract import numbers_of
from diffing.ledger.numbers.harm_pairs import harms
from diffing.ledger.remaining.other_words import unlike
from diffing.ledger.remaining.retold_clauses import value_of
from diffing.ledger.remaining.updates import is_news, is_update
from diffing.model import Op, Pair, Place, Row
from diffing.text.function_words import content_words
from diffing.text.reading import ReadText
from diffing.text.scripts import UNSPACED
from diffing.text.words import word_forms, words

# Entries that speak of other things than the words that they have.
_APART = (Subject.CORRECTION,)
# Content words of a change on both sides together: one word in the place of another one is mostly a synonym.
_LEAST_TOLD = 3
# The same without those that other entries have: 'is |not| affected', 'is cut since |Thursday|'.
_LEAST_UNTOLD = 2
# Content words of kept text that ends a change. A single one may be kept by chance.
_LEAST_KEPT = 2
# Characters of a word where words are not divided.
_CHARACTERS = 2
# The share of the content words of the shorter side that the other side may have too.
_MOST_SHARED = 1 / 3
# The same in an update for sure, of words in one piece: 'its flights would run', 'it had cancelled all flights'.
_MOST_SHARED_IN_PLACE = 1 / 2
# What addresses of pages have, which tell nothing.
_ADDRESS = "://"


class _Change(NamedTuple):
    """Changed words of a row with the short kept words between: their starts and ends on both sides."""

    starts: Pair[int]
    ends: Pair[int]


def with_told_otherwise(context: LedgerContext, found: Sequence[Entry]) -> list[Entry]:
    """Return the entries with one for each change that tells something else and that no other entry speaks of.

    What only one side has in such a change is no entry of its own.
    """
    both = sides(context)
    if both.left.language != both.right.language or not is_update(context, found):
        return [*found]
    is_joined = is_news(context, found)
    speaking = (entry for entry in found if entry.subject not in _APART and not entry.is_passage)
    spoken = [one for entry in speaking for one in (entry, *entry.children)]
    covered = CoveredWords(spoken)
    changed = CoveredWords(one for one in spoken if one.left and one.right)
    rows = [
        row
        for row in context.comparison.rows
        if row.left and row.right and not row.furniture and any(span.op is not Op.EQUAL for span in row.spans)
    ]
    if len(rows) == 1 and _is_headline(rows[0], both):
        rows = []
    told = [entry for row in rows for entry in _of_row(row, both, Pair(covered, changed), is_joined=is_joined)]
    around = CoveredWords(told)
    return [*(one for one in found if not (one.is_passage and around.hold(one.places))), *told]


def _is_headline(row: Row, both: Pair[Side]) -> bool:
    """Return whether a row is the line above both stories: over the same story it says the same in other words."""
    return all(
        tuple(indices) == tuple(side.story[:1]) and side.own.paragraphs[indices[0]].text.rstrip()[-1:].isalnum()
        for side, indices in zip(both, (row.left, row.right), strict=True)
    )


def _of_row(row: Row, both: Pair[Side], covered: Pair[CoveredWords], *, is_joined: bool) -> Iterator[Entry]:
    """Yield the entries of a row; `covered` are the words of all entries, and those of entries with both sides.

    If `is_joined`, the changes of a sentence are one change, else only those that are the only one of their sentences
    count, apart from what entries have: in a sentence that was rewritten, several changes say the same.
    """
    changes = [_placed(row, both, one) for one in _changes(row, both)]
    # Most rows end here, before what other entries have is looked for.
    others = sum(len(words) for one in changes for words in one.others)
    if others < _least_told(both) or not (is_joined or any(_has_others(one, both, _MOST_SHARED) for one in changes)):
        return
    untold = [one._replace(words=Pair(*map(partial(_untold, covered.left), both, one.places))) for one in changes]
    for group in _by_sentences([at for at, one in enumerate(untold) if any(one.words)], changes, both):
        change = _joined([changes[at] for at in group])
        rest = _joined([untold[at] for at in group]).words
        places = change.places
        if not (is_joined or len(group) == 1) or deny_alike(both, places) or _deny_one_harm(both, places):
            continue
        if _name_alike(both, places):
            continue
        is_in_place = is_joined and all(len(own) == 1 for own in places)
        most = _MOST_SHARED_IN_PLACE if is_in_place else _MOST_SHARED
        # Two facts that changed are worth more than the few words between them.
        least = _LEAST_TOLD if covered.right.touch(places) else _LEAST_UNTOLD
        if _has_others(change, both, most) and _tells_otherwise(change, rest, both, least):
            yield Entry(Subject.CONTENT, Change.CHANGED, places.left, places.right, Location.SAME_SENTENCE)


def _by_sentences(indices: Iterable[int], changes: Sequence["_Placed"], both: Pair[Side]) -> list[list[int]]:
    """Return the indices of changes in groups, those with words in one sentence of a side together."""
    groups: list[tuple[Pair[frozenset[tuple[int, int]]], list[int]]] = []
    for index in indices:
        own, members = _sentences(changes[index], both), [index]
        apart = []
        for group in groups:
            if own.left & group[0].left or own.right & group[0].right:
                own = Pair(own.left | group[0].left, own.right | group[0].right)
                members = [*group[1], *members]
            else:
                apart.append(group)
        groups = [*apart, (own, members)]
    return [group for _, group in groups]


def _joined(changes: Sequence["_Placed"]) -> "_Placed":
    """Return one change with the words of some changes, which are in reading order."""
    if len(changes) == 1:
        return changes[0]
    places = Pair(*(tuple(chain(*own)) for own in zip(*(one.places for one in changes), strict=True)))
    words = Pair(*(frozenset(chain(*own)) for own in zip(*(one.words for one in changes), strict=True)))
    others = (sorted(chain(*own)) for own in zip(*(one.others for one in changes), strict=True))
    return _Placed(places, words, unlike(*others))


def _changes(row: Row, both: Pair[Side]) -> Iterator[_Change]:
    """Yield the changes of a row, joined where hardly anything is kept between two of them."""
    least = _LEAST_KEPT * (_CHARACTERS if both.left.language in UNSPACED else 1)
    at = Pair(0, 0)
    starts: Pair[int] | None = None
    ends = at
    for span in row.spans:
        following = Pair(at.left + len(span.left), at.right + len(span.right))
        if span.op is not Op.EQUAL:
            starts, ends = starts or at, following
        elif starts is not None and len(_content(both.left, (span.left,))) >= least:
            yield _Change(starts, ends)
            starts = None
        at = following
    if starts is not None:
        yield _Change(starts, ends)


class _Placed(NamedTuple):
    """A change with its places on both sides, its content words, and those of them that the other side has not."""

    places: Pair[tuple[Place, ...]]
    words: Pair[frozenset[str]]
    others: Pair[list[str]]


def _placed(row: Row, both: Pair[Side], change: _Change) -> _Placed:
    ranges = zip(both, (row.left, row.right), change.starts, change.ends, strict=True)
    places = Pair(*(tuple(places_of(side.own, indices, start, end)) for side, indices, start, end in ranges))
    words = Pair(*map(_words, both, places))
    others = unlike(sorted(words.left), sorted(words.right))
    known = _of_one_class(both, places)
    return _Placed(
        places,
        words,
        Pair(*([one for one in own if one not in alike] for own, alike in zip(others, known, strict=True))),
    )


def _of_one_class(both: Pair[Side], places: Pair[tuple[Place, ...]]) -> Pair[frozenset[str]]:
    """Return the words of each side of a change that are of one class of the lexicon with some there: fell, dropped.

    None in a language without spaces, where a character of such a word may be part of another one.
    """
    if both.left.language in UNSPACED:
        return Pair(frozenset(), frozenset())
    turns = Pair(*([*_turns(side, own)] for side, own in zip(both, places, strict=True)))
    classes = turns.map(lambda own: {(turn.group, turn.sense) for turn, _ in own if turn.sense})
    common = classes.left & classes.right
    return Pair(
        *(
            _content(side, (place.words(side.own) for turn, place in own if (turn.group, turn.sense) in common))
            for side, own in zip(both, turns, strict=True)
        )
    )


def _turns(side: Side, places: Sequence[Place]) -> Iterator[tuple[Turn, Place]]:
    """Yield the words at some places that can turn a statement, with their places."""
    for place in places:
        for turn in turns_in(side, side.texts[place.paragraph]):
            if place.start <= turn.start and turn.end <= place.end:
                yield turn, Place(place.paragraph, turn.start, turn.end)


def _deny_one_harm(both: Pair[Side], places: Pair[tuple[Place, ...]]) -> bool:
    """Return whether both sides of a change deny the same harm: 'nobody was |hurt|', 'there are no |wounded|'."""
    kinds = harms(both.left.language)
    found = [
        {
            kinds.get(form, "")
            for place in own
            if any(_is_denial(cue, place) for cue in side.extract(cues, side.texts[place.paragraph]))
            for form in word_forms(place.words(side.own))
        }
        - {""}
        for side, own in zip(both, places, strict=True)
    ]
    return bool(found[0]) and found[0] == found[1]


def _is_denial(cue: Cue, place: Place) -> bool:
    """Return whether a word is a negation and stands at a place."""
    return cue.subject is Subject.NEGATION and not cue.answers and place.start <= cue.start < place.end


def _sentences(change: _Placed, both: Pair[Side]) -> Pair[frozenset[tuple[int, int]]]:
    """Return the sentences that have words of a change: the paragraph and the number of each, for both sides."""
    return Pair(
        *(
            frozenset(
                (place.paragraph, at)
                for place in own
                for at, (start, end) in enumerate(side.texts[place.paragraph].sentences)
                if start < place.end and place.start < end
            )
            for side, own in zip(both, change.places, strict=True)
        )
    )


def _has_others(change: _Placed, both: Pair[Side], most: float) -> bool:
    """Return whether a change has content words on both sides, enough of them others, and at most `most` in common."""
    shorter = min(map(len, change.words))
    is_enough = sum(map(len, change.others)) >= _least_told(both)
    return is_enough and shorter > 0 and shorter - min(map(len, change.others)) <= most * shorter


def _tells_otherwise(change: _Placed, untold: Pair[frozenset[str]], both: Pair[Side], least: int) -> bool:
    """Return whether `least` of the other words of a change are in no entry, and both sides can be compared."""
    least *= _CHARACTERS if both.left.language in UNSPACED else 1
    if sum(len(own.intersection(words)) for own, words in zip(untold, change.others, strict=True)) < least:
        return False
    own = zip(both, change.places, strict=True)
    texts = [" ".join(place.words(side.own) for place in places) for side, places in own]
    hides_names = all(side.extract(hides, ReadText(text)) for side, text in zip(both, texts, strict=True))
    left, right = map(numbers_at, both, change.places)
    return not (hides_names or left & right or any(_ADDRESS in text for text in texts))


def _name_alike(both: Pair[Side], places: Pair[tuple[Place, ...]]) -> bool:
    """Return whether both sides of a change are one place each, with names of one body."""
    return all(len(own) == 1 for own in places) and name_one_body(both, places.map(lambda own: own[0]))


def _least_told(both: Pair[Side]) -> int:
    return _LEAST_TOLD * (_CHARACTERS if both.left.language in UNSPACED else 1)


def numbers_at(side: Side, places: Sequence[Place]) -> frozenset[tuple[object, ...]]:
    """Return the values of the numbers at some places: what has the same number in other words tells the same."""
    return frozenset(
        value_of(one)
        for place in places
        for one in side.extract(numbers_of, side.texts[place.paragraph])
        if one.start < place.end and place.start < one.end and not one.weak
    )


def _words(side: Side, places: Sequence[Place]) -> frozenset[str]:
    """Return the forms of the content words of some places."""
    return _content(side, (place.words(side.own) for place in places))


def _untold(covered: CoveredWords, side: Side, places: Sequence[Place]) -> frozenset[str]:
    """Return the same without words that are in an entry, and without those that another subject reads."""
    rest = (
        covered.outside(place, side.texts[place.paragraph].text, _read(side, place), is_left=side.is_left)
        for place in places
    )
    return _content(side, rest) - _names(side, places)


def _names(side: Side, places: Sequence[Place]) -> frozenset[str]:
    """Return the words with a capital, which are compared with all names of the article; none in German."""
    if name_words(side.language).is_noun_capital:
        return frozenset()
    shown = (word for place in places for word in words(place.words(side.own)))
    return frozenset(word.form for word in shown if word.text[:1].isupper())


def _content(side: Side, texts: Iterable[str]) -> frozenset[str]:
    """Return the forms of the content words of some texts, without what an apostrophe joins to them: d'abattre."""
    found = content_words((form for text in texts for form in word_forms(text)), side.language)
    return frozenset(max(form.split("'"), key=len) for form in found)


def _read(side: Side, place: Place) -> Iterator[Place]:
    """Yield the places of dates, numbers and verbs of saying that share a character with a place."""
    text = side.texts[place.paragraph]
    ranges = [(one.start, one.end) for one in side.extract(dates, text)]
    ranges += [(one.start, one.end) for one in side.extract(sayings, text)]
    ranges += [one.whole for one in side.extract(numbers_of, text)]
    inside = (own for own in ranges if own[0] < place.end and place.start < own[1])
    return (Place(place.paragraph, *own) for own in inside)
