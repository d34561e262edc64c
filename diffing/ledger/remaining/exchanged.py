"""Find figures, dates, names and turning words that exchanged their places in an otherwise equal sentence.

left   Velm won |12| seats, Ordan |30|.      right   Velm won |30| seats, Ordan |12|.      12 > 30, 30 > 12
left   |Holt| praised it, |Sand| did not.    right   |Sand| praised it, |Holt| did not.    Holt > Sand, Sand > Holt

Both articles have both figures, so that none of them is gone or new; but each says something else now. In 'Holt and
Sand', the order says nothing.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.details import Exchanged
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.dates.extract import dates
from diffing.ledger.language.lexicon import forms, lexicon
from diffing.ledger.meaning.case_roles import has_cases
from diffing.ledger.meaning.sentence_words import listed
from diffing.ledger.meaning.turn_words import turns_in
from diffing.ledger.numbers.extract import numbers_of
from diffing.model import Pair, Place
from diffing.text.function_words import content_words, function_words
from diffing.text.scripts import NOUNS_HAVE_CAPITALS
from diffing.text.words import Word, words

# Other content words between two that a verb of what two do together has: 'Holt met briefly with Sand'.
_MOST_BESIDE_MUTUAL = 1
# Words of a sentence with exchanged facts: a longer one is a table or a list.
_MOST_WORDS = 80
# The endings of most cases of Russian names, which may be compared in Latin letters.
_VOWELS = tuple("аяуюеоиaeiouy")
_OF_SUBJECT = (Subject.NUMBER, Subject.DATE, Subject.NAME)


class _Part(NamedTuple):
    """A fact of a sentence with its subject, or a word between facts, which has none; `said` are its compared forms."""

    start: int
    end: int
    said: tuple[str, ...]
    subject: Subject | None = None

    @property
    def frame(self) -> tuple[str, ...] | Subject:
        """The word itself, or the subject of the fact."""
        return self.subject or self.said


def with_exchanged(context: LedgerContext, found: Sequence[Entry]) -> list[Entry]:
    """Return the entries `found` with those of facts that exchanged their places.

    These replace entries of numbers, dates and names with the same words. Names in entries of other subjects, such as
    exchanged roles, are left to these.
    """
    others = CoveredWords(entry for entry in found if entry.subject not in _OF_SUBJECT)
    known = {(entry.subject, entry.places) for entry in found}
    exchanged = [entry for entry in _exchanged(sides(context)) if not others.touch(entry.places)]
    new = [entry for entry in exchanged if (entry.subject, entry.places) not in known]
    replaced = CoveredWords(new)
    kept = [entry for entry in found if entry.subject not in _OF_SUBJECT or not replaced.touch(entry.places)]
    return kept + new


def _exchanged(both: Pair[Side]) -> Iterator[Entry]:
    """Yield the entries of the facts that stand in each other's place in two sentences of the same words."""
    left, right = both
    if left.language != right.language:
        return
    for index in left.reworded:
        there = {key: place for other in left.opposite(Place(index, 0, 0)) for key, place in _keyed(right, other)}
        for key, place in _keyed(left, index) if there else ():
            if key in there and len(key) <= _MOST_WORDS:
                yield from _between(both, Pair(place, there[key]))


def _keyed(side: Side, index: int) -> Iterator[tuple[tuple[str, ...], Place]]:
    """Yield the words of each sentence of a paragraph in the order of the alphabet, and the place of the sentence."""
    text = side.texts[index]
    for sentence, part in zip(text.sentences, text.parts, strict=True):
        yield tuple(sorted([form.removesuffix("'s") for form in part.forms])), Place(index, *sentence)


def _between(both: Pair[Side], sentences: Pair[Place]) -> Iterator[Entry]:
    """Yield the entries of two sentences with the same words, if only their facts stand in other places."""
    texts = Pair(*(place.words(side.own) for side, place in zip(both, sentences, strict=True)))
    if texts.left == texts.right:
        return
    left, right = (_parts(side, place) for side, place in zip(both, sentences, strict=True))
    if [part.frame for part in left] != [part.frame for part in right]:
        return
    moved = [at for at, (own, other) in enumerate(zip(left, right, strict=True)) if own.said != other.said]
    if not moved or _is_list(Pair(*(side[moved[0] : moved[-1] + 1] for side in (left, right))), both.left.language):
        return
    if len({left[at].subject is Subject.CONTENT for at in moved}) > 1:
        # 'Velm rose, Ordan fell', 'Ordan fell, Velm rose': the clauses changed places.
        return
    for at in moved:
        own, other = (
            Place(place.paragraph, part[at].start, part[at].end)
            for place, part in zip(sentences, (left, right), strict=True)
        )
        subject = left[at].subject
        if (
            subject is Subject.NAME
            and has_cases(both.left.language)
            and _ends_in_vowel(left[at]) != _ends_in_vowel(right[at])
        ):
            # 'Холт обвинил Санда' and 'Санда обвинил Холт' say the same.
            continue
        is_noun = subject is Subject.NAME and both.left.language in NOUNS_HAVE_CAPITALS
        if is_noun or subject is Subject.CONTENT:
            yield Entry(Subject.CONTENT, Change.CHANGED, (own,), (other,), Location.SAME_PLACE, Exchanged())
        elif subject is not None:
            yield Entry(subject, Change.CHANGED, (own,), (other,), Location.SAME_PLACE)


def _ends_in_vowel(part: _Part) -> bool:
    return part.said[-1].endswith(_VOWELS)


def _is_list(parts: Pair[Sequence[_Part]], language: str) -> bool:
    """Return whether the order says nothing: in 'Holt and Sand', '3% in May and 5% in June', and in 'Holt met Sand'."""
    between = {form for part in parts.left if part.subject is None for form in part.said}
    # In '$3 million and Senn $5 million', Senn stays.
    has_kept = any(own.subject and own.said == other.said for own, other in zip(*parts, strict=True))
    mutual, joining = between & listed("mutual", language), _joining(language)
    beside = content_words(between - mutual - joining, language)
    is_mutual = mutual and (not beside or (len(beside) <= _MOST_BESIDE_MUTUAL and joining.isdisjoint(between)))
    if is_mutual or (between <= joining and not has_kept):
        return True
    left, right = (sorted(_members(own, language)) for own in parts)
    return left == right


def _members(parts: Sequence[_Part], language: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of each member of a list: those between two words such as 'and'."""
    joining = _joining(language)
    for is_joint, member in groupby(parts, lambda part: joining.issuperset(part.said)):
        if not is_joint:
            yield tuple(form for part in member for form in part.said)


@cache
def _joining(language: str) -> frozenset[str]:
    return forms(lexicon(language).get("turns", {}).get("joining", ()))


def _parts(side: Side, sentence: Place) -> list[_Part]:
    """Return the facts of a sentence and the words between them, in order."""
    text = side.texts[sentence.paragraph]
    own = [word._replace(start=sentence.start + word.start) for word in words(sentence.words(side.own)) if word.is_word]
    ranges = [(one.start, one.end, Subject.DATE) for one in side.extract(dates, text)]
    ranges += [(one.start, one.end, Subject.NUMBER) for one in side.extract(numbers_of, text)]
    ranges += [(*name, Subject.NAME) for name in _names(own, text.text, side.language)]
    ranges += [(turn.start, turn.end, Subject.CONTENT) for turn in turns_in(side, text) if turn.sense]
    return [*_joined(own, ranges)]


def _joined(own: Sequence[Word], ranges: Sequence[tuple[int, int, Subject]]) -> Iterator[_Part]:
    """Yield the words of each range as one part, and the other words; of two ranges with a word the first counts."""

    def range_of(word: Word) -> tuple[int, int, Subject | None]:
        inside = (one for one in ranges if one[0] <= word.start < one[1])
        return next(inside, (word.start, word.start + len(word.text), None))

    for (start, end, subject), run in groupby(own, range_of):
        inside = [word.form for word in run]
        # 'Sand' is in 'Sand's', and the mark of a percentage is no word.
        end -= len("'s") * inside[-1].endswith("'s")
        said = tuple(form.removesuffix("'s") for form in inside)
        # 'November 26' is '26 November'.
        yield _Part(start, end, tuple(sorted(said)) if subject is Subject.DATE else said, subject)


def _names(own: Sequence[Word], text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the starts and ends of the words with capitals that stand side by side."""
    grammar = function_words(language)
    run: tuple[int, int] | None = None
    for word in own:
        end = word.start + len(word.text)
        is_name = word.text[:1].isupper() and word.form not in grammar
        if is_name and run and not text[run[1] : word.start].strip():
            run = run[0], end
            continue
        if run:
            yield run
        run = (word.start, end) if is_name else None
    if run:
        yield run
