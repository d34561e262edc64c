"""Find the words that an otherwise equal sentence has on one side only, and that no other subject reads.

left   It is a square that |empties|.        right   It is a square that |opens|.       changed
left   The same pay|, pro rata,| for all.    right   The same pay for all.              gone

In an edited article such a word is worth a look, though nothing says how much it weighs. In a rewritten article most
sentences have other words, and an entry for each would hide what matters. A word that another subject reads, such as a
number, is left to it: without an entry, both sides say the same. That holds for a word of certainty or cause only if
both sides have one: in 'cures' > 'causes', the other one is any word. Nor does it hold for a clause around the word
that only one side has: 'because the state pays'.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil
from typing import NamedTuple, Protocol

from diffing.ledger.attribution.sayings import Saying, sayings
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.dates.extract import dates
from diffing.ledger.language.lexicon import Lexicon
from diffing.ledger.meaning.cues import Cue, cues
from diffing.ledger.meaning.penalties import are_of_penalty
from diffing.ledger.meaning.sentence_changes import SentenceChange
from diffing.ledger.meaning.turn_words import turns_in
from diffing.ledger.names.bodies import name_one_body
from diffing.ledger.names.name_forms import name_form
from diffing.ledger.names.name_words import name_words
from diffing.ledger.numbers.extract import Quantity, numbers_of
from diffing.ledger.numbers.number_words import number_words
from diffing.ledger.numbers.same_figure import may_be_the_same
from diffing.ledger.numbers.values import ORDINAL
from diffing.ledger.remaining.kept_sentences import (
    FOUR_FIFTHS,
    HALF,
    is_lightly_edited,
    is_only_change,
    remaining_changes,
)
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded
from diffing.text.function_words import FUNCTION_WORDS_OF, function_words
from diffing.text.reading import ReadText
from diffing.text.words import Word, spelled_form, without_accents, words

# Letters, and the share of the shorter word, with which two words begin alike if one is a form of the other one.
_LEAST_BEGINNING = 3
_LEAST_SHARE = 0.6

# Content words of a clause that no other subject reads: 'because the |state pays|'.
_LEAST_UNREAD = 2

# What denies in a language without a list of function words, and is one in a language with a list: Romanian 'nu',
# Catalan 'no', Croatian 'ne', Bulgarian 'не'.
_DENIALS = frozenset({"ne", "ni", "no", "non", "nu", "не", "ни", "ні"})

# Particles of Chinese, which has no list: 'approved', 'did not approve' are 批准|了|, 没有批准.
_PARTICLES = frozenset("了的地得着之")

_INSIDE_WORDS = lazy_pattern(r"(?<=\d)\W(?=\d)|[\[\]]")


class _Found(Protocol):
    """Words that a subject reads in a paragraph."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class _Words(NamedTuple):
    """The changed words of a sentence: their places, rising, and their content words on each side."""

    places: Pair[list[Place]]
    forms: Pair[list[str]]


def other_word_entries(context: LedgerContext, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield an entry for each sentence with other words; those that entries already speak of (`found`) are left out."""
    if not is_lightly_edited(context):
        return
    both = sides(context)
    sentences: defaultdict[Pair[Place], _Words] = defaultdict(lambda: _Words(Pair([], []), Pair([], [])))
    for change in remaining_changes(context, found, HALF):
        if (min(change.kept) >= FOUR_FIFTHS or is_only_change(context, change) or _is_clause(change, both)) and not (
            (_is_read(change, both) and not _has_unread(change, both))
            or _say_both(change, both)
            or _turn_alike(change, both)
            or _count_alike(change, both)
            or _are_minus(change, both)
            or _is_name(change, both)
            or are_of_penalty(both, change.places)
            or name_one_body(both, change.places)
        ):
            _add(change, sentences[change.sentences], both)
    for own in sentences.values():
        if any(unlike(*own.forms)):
            yield _entry(own.places)


def _is_read(change: SentenceChange, both: Pair[Side]) -> bool:
    """Return whether a side of a change has words that another subject reads and compares."""
    is_swap = all(place.start < place.end for place in change.places)
    reads = (_denials if is_swap and _is_of_one_side(change, both) else cues, dates, _counts if is_swap else numbers_of)
    at = list(zip(both, change.places, strict=True))
    return any(_touches(side, place, read) for side, place in at for read in reads) or all(
        _touches_bound(side, place) for side, place in at
    )


def _has_unread(change: SentenceChange, both: Pair[Side]) -> bool:
    """Return whether words that only one side has say more than the words of another subject among them."""
    return any(
        there.start == there.end and _unread(side, place) >= _LEAST_UNREAD
        for side, place, there in zip(both, change.places, change.places.swapped(), strict=True)
    )


def _unread(side: Side, place: Place) -> int:
    """Return the number of content words of a place that no subject reads."""
    text = side.texts[place.paragraph]
    read: list[_Found] = [*side.extract(cues, text), *side.extract(dates, text), *side.extract(numbers_of, text)]
    return sum(
        word.is_word
        and not _is_grammar(side, word)
        and not any(one.start < place.start + word.end and place.start + word.start < one.end for one in read)
        for word in words(place.words(side.own))
    )


def _is_clause(change: SentenceChange, both: Pair[Side]) -> bool:
    """Return whether words that only one side has end its sentence, or marks part them; all others are kept."""
    for side, place, sentence, there, kept in zip(
        both, change.places, change.sentences, change.places.swapped(), change.kept.swapped(), strict=True
    ):
        if place.start < place.end and there.start == there.end and kept == 1:
            own = side.texts[place.paragraph].text
            is_last = not any(map(str.isalnum, own[place.end : sentence.end]))
            before = own[sentence.start : place.start].rstrip()[-1:]
            behind = own[place.end : sentence.end].lstrip()[:1]
            begins = not before or not (before + own[place.start]).isalnum()
            is_parted = begins and not (own[place.end - 1] + behind).isalnum()
            return (is_last or is_parted) and _unread(side, place) >= _LEAST_UNREAD
    return False


def _touches_bound(side: Side, place: Place) -> bool:
    """Return whether a place has a word that is part of a number: the 'up to' of 'up to 30 days'."""
    found = side.extract(numbers_of, side.texts[place.paragraph])
    return any(one.approximator and one.whole[0] < place.end and place.start < one.whole[1] for one in found)


def _is_of_one_side(change: SentenceChange, both: Pair[Side]) -> bool:
    """Return whether one content word stands for another, and one of them alone may be a cue: 'cures', 'causes'.

    A cue is compared with other cues, and the words of grammar that are cues ('may') with their absence.
    """
    at = list(zip(both, change.places, strict=True))
    are_single = all(
        len(_content(side, place)) == 1 and (_is_one_word(side, place) or not _touches(side, place, _plain_cues))
        for side, place in at
    )
    return are_single and not all(_touches(side, place, cues) for side, place in at)


def _is_one_word(side: Side, place: Place) -> bool:
    return sum(word.is_word for word in words(place.words(side.own))) == 1


def _plain_cues(text: ReadText, lexicon: Lexicon) -> list[Cue]:
    """Return the cues of a text without words that only imply one: 'sacked' may imply a 'not'."""
    return [cue for cue in cues(text, lexicon) if not cue.answers]


def _denials(text: ReadText, lexicon: Lexicon) -> list[Cue]:
    """Return the negations of a text."""
    return [cue for cue in _plain_cues(text, lexicon) if cue.subject is Subject.NEGATION]


def _counts(text: ReadText, lexicon: Lexicon) -> list[Quantity]:
    """Return the numbers of a text without 'first' and the like, for which another word is no number: 'longest'."""
    return [number for number in numbers_of(text, lexicon) if number.kind != ORDINAL or not number.weak]


def _touches(side: Side, place: Place, read: Callable[[ReadText, Lexicon], Iterable[_Found]]) -> bool:
    """Return whether a place has words that a subject reads with a function."""
    found = side.extract(read, side.texts[place.paragraph])
    return any(one.start < place.end and place.start < one.end for one in found)


def _say_both(change: SentenceChange, both: Pair[Side]) -> bool:
    """Return whether both sides have a verb of saying: attributions are compared by their speakers."""
    return all(_touches(side, place, _sayings) for side, place in zip(both, change.places, strict=True))


def _turn_alike(change: SentenceChange, both: Pair[Side]) -> bool:
    """Return whether both sides have words of one class that turns a sentence: the lexicon knows them as synonyms.

    Words that differ in their accents only are none: 'compro' (I buy), 'compró' (she bought).
    """
    left, right = (
        {
            (turn.group, turn.sense)
            for turn in turns_in(side, side.texts[place.paragraph])
            if turn.start < place.end and place.start < turn.end
        }
        for side, place in zip(both, change.places, strict=True)
    )
    own, other = (without_accents(place.words(side.own)) for side, place in zip(both, change.places, strict=True))
    return not left.isdisjoint(right) and own != other


def _count_alike(change: SentenceChange, both: Pair[Side]) -> bool:
    """Return whether both words stand right behind a number and may count the same: 40 people are 40 persons."""
    nouns = []
    for side, place in zip(both, change.places, strict=True):
        numbers = side.extract(numbers_of, side.texts[place.paragraph])
        if place.start == place.end or not any(number.end + len(" ") == place.start for number in numbers):
            return False
        nouns.append(folded(place.words(side.own).split()[0]).text)
    words = number_words(both.left.language)
    return words.anybody.issuperset(nouns) or may_be_the_same(nouns, words)


def _are_minus(change: SentenceChange, both: Pair[Side]) -> bool:
    """Return whether both sides have a minus, as a word and as a sign: 'minus 12', '-12'."""
    return all(
        place.words(side.own).strip() in _MINUS_SIGNS
        or number_words(side.language).minus.issuperset(folded(place.words(side.own)).text.split() or [""])
        for side, place in zip(both, change.places, strict=True)
    )


_MINUS_SIGNS = ("-", "\u2212")


def _sayings(text: ReadText, lexicon: Lexicon) -> tuple[Saying, ...]:
    """Return the verbs of saying of a text without deeds, which count only where another verb has their speaker."""
    return tuple(saying for saying in sayings(text, lexicon) if not saying.is_deed)


def _is_name(change: SentenceChange, both: Pair[Side]) -> bool:
    """Return whether all content words of a change are names: these are compared with all names of the article.

    A word for what comes from a country, which one side leaves out, makes no entry there: 'a |Syrian| man' > 'a man'.
    """
    if any(place.start == place.end for place in change.places) and any(
        _is_of_country(side, place) for side, place in zip(both, change.places, strict=True)
    ):
        return False
    return all(
        not name_words(side.language).is_noun_capital
        and place.start != sentence.start
        and all(
            word.text[:1].isupper()
            for word in words(place.words(side.own))
            if word.is_word and not _is_grammar(side, word)
        )
        for side, place, sentence in zip(both, change.places, change.sentences, strict=True)
    )


def _is_of_country(side: Side, place: Place) -> bool:
    """Return whether a place has one word with content, and this is an adjective for a country, a faith or a people."""
    content = [word for word in words(place.words(side.own)) if word.is_word and not _is_grammar(side, word)]
    return len(content) == 1 and (name_form(content[0].text),) in name_words(side.language).adjectives


def _add(change: SentenceChange, words: _Words, both: Pair[Side]) -> None:
    """Add the words of a change to those of its sentence, if they have content on a side."""
    forms = Pair(*map(_content, both, change.places))
    if not any(unlike(*forms)):
        return
    for own, place in zip(words.places, change.places, strict=True):
        if place.start < place.end:
            own.append(place)
    for known, new in zip(words.forms, forms, strict=True):
        known.extend(new)


def _is_grammar(side: Side, word: Word) -> bool:
    """Return whether a word is one of grammar; the lists have 'à' and 'über', whose compared forms have no accents."""
    return not _grammar(side).isdisjoint((word.form, word.text.casefold()))


def _grammar(side: Side) -> frozenset[str]:
    """Return the words of grammar of a language, of one without a list those of all without words that deny."""
    known = function_words(side.language)
    return known if side.language in FUNCTION_WORDS_OF else known - _DENIALS | _PARTICLES


def _content(side: Side, place: Place) -> list[str]:
    """Return the content words of a place, without marks inside figures and words: 7.000 is 7 000, [W]e is we."""
    found = words(_INSIDE_WORDS.sub("", place.words(side.own)))
    return [spelled_form(word.text) for word in found if word.is_word and not _is_grammar(side, word)]


def unlike(left: Sequence[str], right: Sequence[str]) -> Pair[list[str]]:
    """Return the words of each side without those that the other side has, in this form or a like one."""
    unlike = Pair(Counter(left) - Counter(right), Counter(right) - Counter(left))
    rest = Pair(list(unlike.left.elements()), list(unlike.right.elements()))
    for word in tuple(rest.left):
        like = next((other for other in rest.right if _is_form(word, other)), None)
        if like is not None:
            rest.left.remove(word)
            rest.right.remove(like)
    return rest


def _is_form(word: str, other: str) -> bool:
    """Return whether two words begin alike, as forms of one word do; an accent more or less makes another word."""
    shorter = min(len(word), len(other))
    least = ceil(max(_LEAST_BEGINNING, _LEAST_SHARE * shorter))
    # Few words begin alike, and only they are asked for their accents.
    is_alike = least <= shorter and word[:least] == other[:least]
    return is_alike and without_accents(word) != without_accents(other)


def _entry(places: Pair[list[Place]]) -> Entry:
    left, right = map(tuple, places)
    change = Change.CHANGED if left and right else Change.GONE if left else Change.NEW
    location = Location.SAME_PLACE if left and right else Location.SAME_SENTENCE
    return Entry(Subject.CONTENT, change, left, right, location)
