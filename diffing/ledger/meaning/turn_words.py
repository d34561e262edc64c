"""Read the words that can turn a statement, by their groups and classes in the lexicon.

Rents |rose| in May.      a word of the class 'up' in the group 'direction'
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from diffing.ledger.core.clauses import words_and_breaks
from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexemes import lexemes
from diffing.ledger.language.lexicon import Lexicon, code_of, lexicon
from diffing.model import Place
from diffing.text.folding import folded, has_han
from diffing.text.function_words import content_words, function_forms
from diffing.text.reading import ReadText
from diffing.text.words import word_forms

# Groups whose words of one class do not say the same: who does not close a mill may sell it.
_LOOSE = frozenset(
    (
        *("award", "belligerent", "calling", "inquiry", "involvement", "keeping", "position", "power"),
        *("attainment", "retreat", "service", "disruption", "patient"),
    )
)
# The characters in which the end of a sentence is looked up: a mark, a quote and spaces.
_END_BEFORE = 4
# The group of words that say that something is not so.
_REALITY = "reality"
# Words between a negation and what it denies.
_MOST_BETWEEN = 8
# The characters beside a word in which its neighbours are looked up.
_BESIDE = 24


class Turn(NamedTuple):
    """Words at `start`..`end` of a paragraph's text.

    `group` and `sense` are their group and their class in the lexicon. Words without a class only answer a word of
    their group on the other side.
    """

    start: int
    end: int
    group: str
    sense: str

    @property
    def has_synonyms(self) -> bool:
        """True if the words of its class say the same."""
        return bool(self.sense) and self.group not in _LOOSE


def are_opposite(one: Turn, other: Turn) -> bool:
    """Return whether two words are of one group and of different classes there."""
    return one.group == other.group and one.sense != other.sense


class _Tag(NamedTuple):
    group: str
    sense: str


class _Found(NamedTuple):
    """The words of a text that can turn a statement, and the places of phrases that only look like them."""

    turns: tuple[Turn, ...]
    harmless: tuple[Place, ...]


def turns(text: ReadText, lexicon: Lexicon) -> tuple[Turn, ...]:
    """Return the words of a text that can turn a statement, in order."""
    return _read(text, lexicon).turns


def turns_in(side: Side, text: ReadText) -> tuple[Turn, ...]:
    """Return the same of a text of a side."""
    return side.extract(_read, text).turns


def turns_of(side: Side, sentence: Place, text: ReadText) -> tuple[Turn, ...]:
    """Return the same of a sentence; `text` is the sentence as a text of its own.

    They are those at its place in its paragraph, which is read once for all its sentences.
    """
    whole = side.texts[sentence.paragraph]
    if whole is text:
        return turns_in(side, text)
    key = turns_of, side.language, text
    found: tuple[Turn, ...] | None = side.extracts.get(key)
    if found is None:
        inside = _inside(side.extract(_read, whole), whole.text, sentence)
        found = turns_in(side, text) if inside is None else inside
        if text.is_kept:
            side.extracts[key] = found
    return found


def _inside(found: _Found, text: str, sentence: Place) -> tuple[Turn, ...] | None:
    """Return the words of a paragraph that stand in a sentence; None where the sentence by itself may have others.

    A phrase may stand across its ends, and one that ends its clause ends where a text does too.
    """
    _, first, last = sentence
    for at in (first, last):
        if 0 < at < len(text):
            end = text[max(0, at - _END_BEFORE) : at].rstrip()[-1:]
            is_parted = end and not (end.isalnum() or end == "_")
            if (
                not is_parted
                or any(start < at < end for start, end, _, _ in found.turns)
                or any(start < at < end for _, start, end in found.harmless)
            ):
                return None
    return tuple(
        [
            Turn(start - first, end - first, group, sense)
            for start, end, group, sense in found.turns
            if first <= start < last
        ]
    )


def _read(text: ReadText, lexicon: Lexicon) -> _Found:
    found: list[Turn] = []
    harmless: list[Place] = []
    form, language = text.folded, code_of(lexicon)
    participles = _participles(language)
    for start, end, tags in _lexemes(language).find(form):
        place = form.place(0, start, end)
        if tags == (None,):
            harmless.append(place)
            continue
        is_verb = form.text[start:end] in participles.words and not _is_before_noun(form.text, start, end, participles)
        for tag in tags:
            if tag is not None and not (is_verb and tag.group == _REALITY):
                found.append(Turn(place.start, place.end, *tag))
    return _Found(tuple(found), tuple(harmless))


class _Participles(NamedTuple):
    """Words that are verbs too, and say what is so only before a noun: the `failed` coup, but not 'the coup failed'.

    `behind` are the words behind which they may stand there.
    """

    words: frozenset[str]
    behind: frozenset[str]
    function_words: frozenset[str]


@cache
def _participles(language: str) -> _Participles:
    table: Mapping[str, Any] = lexicon(language).get("turns", {})
    numbers = lexicon(language).get("numbers", {}).get("words", ())
    behind = (*table.get("before_participle", ()), *numbers)
    words, before = (frozenset(folded(word).text for word in found) for found in (table.get("participles", ()), behind))
    return _Participles(words, before, function_forms(language))


def _is_before_noun(text: str, start: int, end: int, participles: _Participles) -> bool:
    """Return whether a participle is an adjective: a content word or number follows, and what stands before it fits."""
    behind = text[end : end + _BESIDE].split(" ", 2)
    if behind[0] or not behind[1:] or not behind[1][:1].isalnum() or behind[1] in participles.function_words:
        return False
    word = text[max(0, start - _BESIDE) : start].rstrip(" ").rpartition(" ")[2]
    return not word or not word[-1].isalnum() or word[0].isdigit() or word in participles.behind


@lexemes("turns")
def _lexemes(language: str) -> Mapping[_Tag | None, Sequence[str]]:
    """Return the words of a language; the tag None marks phrases that contain such a word without its meaning."""
    table = lexicon(language).get("turns", {})
    tagged: dict[_Tag | None, Sequence[str]] = {None: table.get("harmless", ())}
    for group, senses in table.get("groups", {}).items():
        tagged |= {_Tag(group, sense): phrases for sense, phrases in senses.items()}
    for group, phrases in table.get("answers", {}).items():
        tagged[_Tag(group, "")] = phrases
    return tagged


def touching(found: Sequence[tuple[Place, Turn]], place: Place) -> list[tuple[Place, Turn]]:
    """Return the words that share a character with a place."""
    return [(own, turn) for own, turn in found if own.start < place.end and place.start < own.end]


def content_count(side: Side, place: Place) -> int:
    """Return the number of content words at a place; two Han characters count as one."""
    words = content_words(word_forms(place.words(side.own)), side.language)
    return len(words) - sum(map(has_han, words)) // 2


def is_in_clause(text: ReadText, language: str, negation: Place, words: Place) -> bool:
    """Return whether a negation stands in the clause of some words: no mark, and no 'and' or 'who', stands between."""
    first, last = sorted((negation, words))
    # As it is written: the Italian 'è' (is) parts nothing, 'e' (and) does.
    between = text.text[min(first.end, last.start) : last.start].casefold()
    found = [*words_and_breaks(between, 0, len(between))]
    return len(found) <= _MOST_BETWEEN and not any(one["stop"] or one[0] in _parting(language) for one in found)


@cache
def _parting(language: str) -> frozenset[str]:
    """Return the words behind which another clause begins, as they are written."""
    return frozenset(lexicon(language).get("meaning", {}).get("parting", ()))
