"""Search for all words and phrases of a table in a text, by their first words.

    ["not", "not only", "ne _ pas"]    does not match 'nothing', prefers 'not only' to 'not', matches 'ne veut pas'
    ["lehnte __ ab"]                   matches 'lehnte den Plan der Firma am Montag ab.'

In a phrase a hyphen is equal to a space. '_' stands for one to three words. '__' stands for one to eight, and the
phrase ends its clause, as the second part of a German or Dutch verb does.

One pattern of all phrases would take longer to compile than two articles take to compare. In Chinese, which has no
spaces, a phrase is looked up by its first character.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Generic, NamedTuple, TypeVar

from diffing.kept import kept_table
from diffing.ledger.language.word_places import word_places
from diffing.patterns import lazy_pattern
from diffing.text.folding import FoldedText, all_folded, has_han

_GAP = "_"
_LONG_GAP = "__"
# Greatest number of words in a gap: 'n'a donc vraiment pas' has three. In a long one stand an object and its time.
_WORDS_BETWEEN = 3
_WORDS_TO_END = 8
# What stands behind the end of a clause: a mark, or nothing.
_CLAUSE_ENDS = r"(?= ?[^\w ]|\s*$)"
_SEPARATORS = lazy_pattern(r"[ -]+")
_WORD = lazy_pattern(r"\w+")
# Number of characters behind the first word by which phrases are looked up: a separator and two letters.
_NEXT = 3

Tag = TypeVar("Tag", bound=Hashable)


class PhraseMatch(NamedTuple, Generic[Tag]):
    """A phrase at `start`..`end` of a folded text, and the tags it has in the table."""

    start: int
    end: int
    tags: tuple[Tag, ...]


_Phrase = tuple[str, str, tuple[int, ...]]
"""A phrase without a gap: what stands before its first word, such as an apostrophe, and behind it; its tags."""
_GappedPhrase = tuple[str, tuple[int, ...]]
"""A phrase with a gap, and its tags."""


class _Index(NamedTuple):
    """The phrases of a table by their first words, or by their first characters if one has Han characters.

    Those without a gap are looked up by the characters behind it too: for most words of a text that settles the matter.
    A tag is its number in the table.
    """

    has_han: bool
    plain: Mapping[str, Mapping[str, Sequence[_Phrase]]]
    gapped: Mapping[str, Sequence[_GappedPhrase]]


class _Gapped:
    """The phrases with a gap that begin with one word; the first text with that word needs their pattern."""

    def __init__(self, phrases: Sequence[_GappedPhrase], end: str) -> None:
        self._phrases, self._end = phrases, end

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(f"(?:{'|'.join(f'({_with_gap(phrase)})' for phrase, _ in self._phrases)}){self._end}")

    def match(self, text: str, start: int) -> tuple[int, int, tuple[int, ...]] | None:
        """Return the first of the phrases that stands at an offset of a folded text: its end and its tags.

        The first number is where what ends the phrase begins, behind a long gap, or the end of the phrase.
        """
        match = self._pattern.match(text, start)
        if match is None or match.lastindex is None:
            return None
        phrase, tags = self._phrases[match.lastindex - 1]
        _, gap, last = phrase.partition(_LONG_GAP)
        return match.end() - len(last.strip()) if gap else match.end(), match.end(), tags


_Tagged = tuple[str, str, tuple[Tag, ...]]
"""A phrase without a gap, with its tags in place of their numbers."""
_Beginning = tuple[_Gapped | None, Mapping[str, Sequence[_Tagged[Tag]]], Sequence[_Tagged[Tag]]]
"""The phrases with a gap that begin with a word, the others by the characters behind it, and those tried anywhere.

Those by the characters behind it have those tried anywhere too, behind the longer ones.
"""


class Lexemes(Generic[Tag]):
    """The phrases of a table, each with its tags, by their first words."""

    def __init__(self, tagged: Mapping[Tag, Iterable[str]], name: str = "") -> None:
        """Index lists of phrases by tag; a phrase may have several tags. See kept_table for `name`."""
        self._tags = [*tagged]
        self._has_han, self._plain, gapped = kept_table(name, partial(_indexed, tagged))
        # An apostrophe may stand before the phrase (l'absence), after it, and at its end (prima dell'alba).
        end = "" if self._has_han else r"(?:(?!\w)|(?<='))"
        self._gapped = {word: _Gapped(phrases, end) for word, phrases in gapped.items()}
        self._first_words = frozenset((*self._gapped, *self._plain))
        self._known: dict[str, _Beginning[Tag]] = {}
        self._tag_sets: dict[tuple[int, ...], tuple[Tag, ...]] = {}

    def find(self, text: FoldedText) -> Iterator[PhraseMatch[Tag]]:
        """Yield the phrases of a text in order, without overlaps but in a long gap: trat |nach| der Wahl zurück."""
        words = word_places(text.text)
        spaced, first, offsets = words.text, self._first_words, words.offsets
        if self._has_han:
            candidates = [(at, character) for at, character in enumerate(spaced) if character in first]
        else:
            candidates = [place for place in words.places if place[1] in first]
        known, end = self._known, 0
        # What ends a phrase with a long gap is part of no other one.
        last = last_end = 0
        for at, word in candidates:
            if at < end or last <= at < last_end:
                continue
            gapped, by_next, anywhere = known.get(word) or self._beginning(word)
            match = gapped.match(text.text, words.original(at)) if gapped else None
            if match is not None and not self._reaches(word, spaced, at, words.spaced(match[1])):
                inner, stop, tags = match
                if at < last < words.spaced(stop):
                    continue
                yield PhraseMatch(words.original(at), stop, self._tags_of(tags))
                end = words.spaced(stop)
                if inner < stop:
                    last, last_end, end = words.spaced(inner), end, at + len(word)
                continue
            behind_word = at + len(word)
            for before, behind, own in by_next.get(spaced[behind_word : behind_word + _NEXT], anywhere):
                if behind and not self._stands(behind, spaced, behind_word):
                    continue
                start = at - len(before)
                if before and (start < end or not spaced.startswith(before, start)):
                    continue
                if at < last < behind_word + len(behind):
                    continue
                end = behind_word + len(behind)
                if offsets is None:
                    yield PhraseMatch(start, end, own)
                else:
                    yield PhraseMatch(offsets[start], offsets[end - 1] + 1, own)
                break

    def _reaches(self, word: str, text: str, at: int, end: int) -> bool:
        """Return whether a phrase without a gap that begins with the word at an offset ends at `end` or behind it.

        'N'est pas improbable' is more than 'n'_ pas'.
        """
        start = at + len(word)
        _, by_next, anywhere = self._known[word]
        return any(
            not before and start + len(behind) >= end and self._stands(behind, text, start)
            for before, behind, _ in by_next.get(text[start : start + _NEXT], anywhere)
        )

    def _beginning(self, word: str) -> _Beginning[Tag]:
        """Return the phrases that begin with a word, and keep them together: most words of a text come again."""
        tagged = {
            following: [(before, behind, self._tags_of(tags)) for before, behind, tags in phrases]
            for following, phrases in self._plain.get(word, {}).items()
        }
        anywhere = tagged.pop("", [])
        by_next = {following: [*phrases, *anywhere] for following, phrases in tagged.items()}
        found = self._known[word] = self._gapped.get(word), by_next, anywhere
        return found

    def _tags_of(self, tags: Sequence[int]) -> tuple[Tag, ...]:
        """Return tags by their numbers; phrases have few different series of them."""
        numbers = tuple(tags)
        found = self._tag_sets.get(numbers)
        if found is None:
            found = self._tag_sets[numbers] = tuple([self._tags[tag] for tag in numbers])
        return found

    def _stands(self, rest: str, text: str, start: int) -> bool:
        """Return whether the rest of a phrase stands at an offset, and no word goes on behind it."""
        if not text.startswith(rest, start):
            return False
        end = start + len(rest)
        following = text[end : end + 1]
        return self._has_han or rest.endswith("'") or not (following.isalnum() or following == "_")


class LexemesOf(Generic[Tag]):
    """The phrases of each language, made at their first use of what a function returns for its code.

    The installation may keep them under `name`, behind the code of the language.
    """

    def __init__(self, name: str, tagged: Callable[[str], Mapping[Tag, Iterable[str]]]) -> None:
        self._name, self._tagged = name, tagged
        self._made: dict[str, Lexemes[Tag]] = {}

    def __call__(self, language: str) -> Lexemes[Tag]:
        """Return the phrases of a language; none for one without a lexicon."""
        made = self._made.get(language)
        if made is None:
            name = language and f"{language}: {self._name}"
            made = self._made[language] = Lexemes(self._tagged(language), name)
        return made


def lexemes(name: str) -> Callable[[Callable[[str], Mapping[Tag, Iterable[str]]]], LexemesOf[Tag]]:
    """Return a decorator: the decorated function returns the phrases of a language by their tags, given its code."""
    return partial(LexemesOf, name)


def _indexed(tagged: Mapping[Tag, Iterable[str]]) -> _Index:
    """Return lists of phrases by tag as an index."""
    tags: defaultdict[str, list[int]] = defaultdict(list)
    listed = [(phrase, tag) for tag, phrases in enumerate(tagged.values()) for phrase in phrases]
    for phrase, (_, tag) in zip(all_folded([phrase for phrase, _ in listed]), listed, strict=True):
        own = tags[_with_spaces(phrase)]
        if tag not in own[-1:]:  # 'все' and 'всё' are one
            own.append(tag)
    is_han = has_han("".join(tags))
    gapped: defaultdict[str, list[_GappedPhrase]] = defaultdict(list)
    plain: defaultdict[str, defaultdict[str, list[_Phrase]]] = defaultdict(lambda: defaultdict(list))
    for phrase, own in tags.items():
        if phrase.isalnum() and not is_han:  # a single word, as most phrases are
            plain[phrase][""].append(("", "", tuple(own)))
            continue
        before, word, behind = _first_character(phrase) if is_han else _first_word(phrase)
        if word and _GAP in phrase:
            gapped[word].append((phrase, tuple(own)))
        elif word:
            plain[word][_next(behind)].append((before, behind, tuple(own)))
    found = {
        word: {following: _longest_first(phrases) for following, phrases in by_next.items()}
        for word, by_next in plain.items()
    }
    return _Index(is_han, found, {word: tuple(sorted(phrases, key=_order)) for word, phrases in gapped.items()})


def _order(phrase: _GappedPhrase) -> tuple[int, int]:
    """Return what phrases with a gap are sorted by: longer ones first, and of equal ones those of the last tag.

    'Ne dit |pas| que' is none of 'ne _ que', whose tag comes first.
    """
    form, tags = phrase
    return -len(form), -min(tags)


def _longest_first(phrases: Sequence[_Phrase]) -> tuple[_Phrase, ...]:
    if len(phrases) == 1:
        return (phrases[0],)
    return tuple(sorted(phrases, key=lambda one: len(one[0]) + len(one[1]), reverse=True))


def _with_spaces(phrase: str) -> str:
    """Return a folded phrase with a space for each series of hyphens and spaces."""
    return _SEPARATORS.sub(" ", phrase) if "-" in phrase or "  " in phrase else phrase


def _first_character(phrase: str) -> tuple[str, str, str]:
    """Return nothing, the first character of a phrase, and what stands behind it."""
    return "", phrase[:1], phrase[1:]


def _first_word(phrase: str) -> tuple[str, str, str]:
    """Return what stands before the first word of a phrase, this word, and what stands behind it; '' without a word."""
    word, space, rest = phrase.partition(" ")
    if word.isalnum():
        return "", word, space + rest
    found = _WORD.search(phrase)
    return (phrase[: found.start()], found[0], phrase[found.end() :]) if found else ("", "", "")


def _next(behind: str) -> str:
    """Return the first characters of the rest of a phrase; '' for a shorter rest, which is tried everywhere."""
    return behind[:_NEXT] if len(behind) >= _NEXT else ""


def _with_gap(phrase: str) -> str:
    """Return the pattern of a phrase with a gap."""
    is_long = _LONG_GAP in phrase
    first, last = (re.escape(part.strip()) for part in phrase.split(_LONG_GAP if is_long else _GAP))
    start = first if first.endswith("'") else f"{first} "
    most, end = (_WORDS_TO_END, _CLAUSE_ENDS) if is_long else (_WORDS_BETWEEN, "")
    return rf"{start}(?:\w+(?:(?<=\d)[.,]\d+)*[ '-]{{1,3}}){{1,{most}}}?{last}{end}"
