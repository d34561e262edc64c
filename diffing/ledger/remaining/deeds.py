"""Find opposite deeds in sentences that are rewritten: both are done to the same thing.

left   Senators |passed| the bill.          right   Late on Monday, the senate |threw out| the bill.     changed
left   The bill was |passed| on Monday.     right   On Monday, the senate |threw out| the bill.          changed
left   Senators passed the bill.            right   The bill was passed; the senate threw out another.   none

Words that turn a statement stand in each other's place (turned.py). Here the sentence around them may be another one,
and they count if the same word is what they are done to: the one behind a verb, or before a passive one.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import dropwhile, islice, takewhile
from typing import NamedTuple

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Senses
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.language.lexicon import forms, lexicon
from diffing.ledger.meaning.context import CLAUSE_END, is_same_word, parting_words, word_before, words_to_pass
from diffing.ledger.meaning.cues import cues
from diffing.ledger.meaning.outlines import Outline, sentence_pairs
from diffing.ledger.meaning.sentence_words import listed, prepositions
from diffing.ledger.meaning.turn_words import Turn, are_opposite, is_in_clause
from diffing.model import Pair, Place
from diffing.page.line_forms import is_statement
from diffing.text.folding import FoldedText, word_pattern
from diffing.text.scripts import UNSPACED

# The groups of the lexicon with deeds that are done to something, of which one undoes the other.
_NAMES = """
    attainment attendance award building calling connection consent conviction demand employment encouragement force
    giving inquiry involvement keeping law obedience opening option permission power praise responsibility retreat
    seeking showing start timing
"""
_GROUPS = frozenset(_NAMES.split())
# The lists of the lexicon with the names of days and months.
_DATE_WORDS = ("weekdays", "weekdays_declined", "short_weekdays", "months", "months_declined", "short_months")
# Words between a deed and what it is done to, which is looked for among them.
_MOST_BEHIND = 6
# Words for what a deed is done to that are compared, and how many of them are the same.
_MOST_OF_THING = 3
_LEAST_COMMON = 2
# Words of weight before a verb that ends its clause.
_MOST_BEFORE = 4


class _Deed(NamedTuple):
    """A deed of a sentence, the words for what it is done to, if they are known, and whether it is denied."""

    turn: Turn
    thing: Sequence[str]
    is_denied: bool

    def can_be(self, other: "_Deed", *, is_headline: bool) -> bool:
        """Return whether two deeds of a group may be done to the same thing."""
        return self.turn.group == other.turn.group and (
            is_headline or not self.thing or not other.thing or _are_same(self.thing, other.thing)
        )


def deed_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of opposite deeds that are done to the same thing in corresponding sentences.

    A headline tells one deed, whatever it says that it is done to.
    """
    for pair in sentence_pairs(context):
        if pair.left.side.language != pair.right.side.language or pair.left.side.language in UNSPACED:
            return
        found = pair.map(_turns)
        # Few pairs have words of one group with two senses, and only they are read.
        groups = {own.group for own in found.left for there in found.right if are_opposite(own, there)}
        if not groups or not all(pair.left.shared_with(pair.right)):
            continue
        is_headline = all(outline.place.paragraph == 0 and not is_statement(outline.text.text) for outline in pair)
        deeds = Pair(
            *(
                _deeds(outline, [one for one in turns if one.group in groups])
                for outline, turns in zip(pair, found, strict=True)
            )
        )
        told: set[Pair[Place]] = set()
        for own, there in _opposite(deeds, is_headline=is_headline):
            places = Pair(pair.left.place_of(own.turn), pair.right.place_of(there.turn))
            if places not in told:
                # Words of two groups: to cancel is to call off, and to lift.
                told.add(places)
                detail = Senses(own.turn.sense, there.turn.sense)
                yield Entry(
                    Subject.CONTENT, Change.CHANGED, (places.left,), (places.right,), Location.SAME_SENTENCE, detail
                )


def _opposite(deeds: Pair[Sequence[_Deed]], *, is_headline: bool) -> Iterator[tuple[_Deed, _Deed]]:
    """Yield the deeds of both sides that are opposite, where neither side may have the deed of the other one too."""
    for own in deeds.left:
        for there in deeds.right:
            if (
                are_opposite(own.turn, there.turn)
                and not (own.is_denied or there.is_denied)
                and (is_headline or (own.thing and there.thing))
                and own.can_be(there, is_headline=is_headline)
                and not any(
                    one.turn.sense == deed.turn.sense and one.can_be(deed, is_headline=is_headline)
                    for deed, others in ((own, deeds.right), (there, deeds.left))
                    for one in others
                )
            ):
                yield own, there
                break


def _turns(outline: Outline) -> Sequence[Turn]:
    """Return the words for deeds in a sentence, without words of grammar: |against| the plan."""
    passed, text = words_to_pass(outline.side.language), outline.text
    return [
        one
        for one in outline.turns
        if one.group in _GROUPS and one.sense and text.folded.part(one.start, one.end).text not in passed
    ]


def _deeds(outline: Outline, found: Sequence[Turn]) -> Sequence[_Deed]:
    """Return the deeds of a sentence."""
    side, form = outline.side, outline.text.folded
    denials = [
        Place(0, cue.start, cue.end)
        for cue in side.extract(cues, outline.text)
        if cue.subject is Subject.NEGATION and not cue.answers
    ]
    places = [Place(0, one.start, one.end) for one in found]
    return [
        _Deed(
            one,
            _thing(form, place, side.language),
            any(
                is_in_clause(outline.text, side.language, denial, place)
                for denial in denials
                # It is a part of '|not involved in| the study'.
                if denial.start != place.start
            ),
        )
        for one, place in zip(found, places, strict=True)
    ]


def _thing(text: FoldedText, deed: Place, language: str) -> Sequence[str]:
    """Return the words of weight behind a deed, or before a passive one.

    There are none behind 'rejected it'. What a verb at the end of its clause is done to may stand anywhere before it,
    and between its two parts: '|nahm| das |Gesetz| am Montag |an|'.
    """
    own = text.text[text.at(deed.start) : text.at(deed.end)]
    before = word_before(text, deed)
    # Of 'was cleared |of| fraud', the fraud stands behind.
    is_open = own.rpartition(" ")[2] in prepositions(language)
    if before is not None and before[0] in listed("passive", language) and not is_open:
        return _of_weight(_before(text, deed), language)
    behind = tuple(_behind(text, deed, language))
    if behind:
        return _of_weight(behind, language)
    last = deed._replace(start=text.place(0, text.at(deed.end) - len(own.rpartition(" ")[2]), text.at(deed.end)).start)
    return [*islice(_weighed(_before(text, last), language), _MOST_BEFORE)]


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
    passed = words_to_pass(language)
    behind = dropwhile(lambda word: word in passed, _undated(words, language))
    return [*islice(takewhile(lambda word: word not in passed, behind), _MOST_OF_THING)]


def _weighed(words: Iterable[str], language: str) -> Iterator[str]:
    """Yield the words of weight among some words."""
    passed = words_to_pass(language)
    return (word for word in _undated(words, language) if word not in passed)


def _undated(words: Iterable[str], language: str) -> Iterator[str]:
    """Yield some words without days, months and figures."""
    dated = _dates(language)
    return (word for word in words if word not in dated and not word[0].isdigit())


@cache
def _dates(language: str) -> frozenset[str]:
    """Return the names of days and months."""
    table = lexicon(language).get("dates", {})
    return forms(word for name in _DATE_WORDS for word in table.get(name, ()))


def _are_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two things have two words in common, or the only one of the shorter: the |bill|, a tax |bill|."""
    common = sum(any(is_same_word(word, there) for there in other) for word in one)
    return common >= min(_LEAST_COMMON, len(one), len(other))
