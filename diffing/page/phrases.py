"""Words of the page around a story: what a paragraph says that pages say, in 22 languages.

    Comments are read before they appear. Please stay polite.      comments, please      2 points
    © 2031 Dalby Media House. All rights reserved.                 ©, rights reserved    4 points
    The council of Dalby will pay 20 crowns a month for it.        a price               1 point

The words are in phrases/LANGUAGE.toml; phrases/README.md says what each list is and counts. Words in quotation marks do
not count: a person said them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from itertools import chain
from typing import NamedTuple

from diffing.page.line_forms import is_statement
from diffing.patterns import lazy_pattern
from diffing.tables import read_tables
from diffing.text.language import language_of
from diffing.text.scripts import script_language
from diffing.text.words import compared_form, word_forms

LATIN = ("en", "es", "fr", "de", "it", "pt", "nl", "tr")
"""Languages of the Latin script whose words are looked for where the language is not known."""

FURTHER = ("sv", "da", "nb", "pl", "cs", "ro", "hu", "uk")
"""Further languages with a file, for texts that are in them for sure."""

OTHERS = ("ru", "ar", "zh", "ja", "el", "ko")
"""Languages of other scripts with a file; their scripts name them."""

# Languages that a short text is easily taken for.
_NEIGHBOURS = {"es": ("pt",), "pt": ("es",), "da": ("nb",), "nb": ("da",)}
# Languages without a file whose pages have nearly the words of another one.
_LIKE = {"nn": "nb", "sk": "cs", "be": "ru"}
# Points of what is found.
_SURE, _AT_START, _LABEL, _HINT, _CREDIT, _RIGHTS, _MAIL = 2, 1, 3, 1, 3, 3, 2
# Lists of first words of a clause.
_OPENERS = ("calls", "makers", "authors")
# Lists of words that a story may have as well.
_OF_ANY_STORY = ("hints", "periods", "weather", "now")
# Lists of lines of their own: a label ends with its clause, the kicker of a headline only with its line.
_ALONE = ("labels", "kickers", "buttons")
# Words that a paragraph may have beside its label: 'Advertisement 1 of 2'.
_BESIDE_LABEL = 2
# Words with a capital that names beside a credit have, at least: 'Ole Rand'.
_LEAST_NAMES = 2
# Words in small letters that stand beside one of them, at most: 'the', 'in', 'of the paper'.
_MOST_OTHERS = 2
# Letters by which words with a star are found; a phrase has no fewer before its star.
_KEY = 3
# Characters of the articles by which their language is named.
_SAMPLE = 1_500

_QUOTED = lazy_pattern(
    r"[\"\u201c\u201e][^\"\u201c\u201d\u201e]*[\"\u201c\u201d]|\u00ab[^\u00ab\u00bb]*\u00bb|\u300c[^\u300d]*\u300d"
)
_CLAUSE_END = lazy_pattern(
    r"[.!?:;|()\u2022\u00b7\u2013\u2014\u3002\uff01\uff1f\uff1a\uff1b\u061f\u061b\u06d4]+(?=\s|$|[^\x00-\u024f])"
)
_COPYRIGHT_SIGN = "\u00a9"
_COPYRIGHT = lazy_pattern(r"\W*(?:\(c\)|copyright)\W+\S", re.IGNORECASE)
_ADDRESS = lazy_pattern(r"\w@\w")
_HANDLE = lazy_pattern(r"(?<!\w)@\w{3}")
_LINK_PARTS = ("www.", "://")
_MONEY = lazy_pattern(
    r"[$\u00a3\u20ac\u00a5\u20b9\u20bd\u20ba]\s?\d|\d\s?[$\u00a3\u20ac\u00a5\u20b9\u20bd\u20ba\u5143\u5186]"
    r"|\b(?:kr|chf|usd|eur|gbp|rs)\.?\s?\d|\d\s?(?:euros?|dollars?|pounds?|kr|crowns?|pesos?|reais|\u0440\u0443\u0431\w*|lira|tl)\b",
    re.IGNORECASE,
)
_WORD = lazy_pattern(r"[^\W\d_]\w+")
_FULL_NAME = lazy_pattern(r"[^\W\d_a-z]\w+ [^\W\d_a-z]\w+")


class Found(NamedTuple):
    """A phrase of the list `name`, as words joined by spaces; `is_first` is true if the paragraph begins with it."""

    name: str
    phrase: str
    is_first: bool = False


class _Phrase(NamedTuple):
    """The words of a phrase of the list `name`. `stars` are those that stand for all words that begin so."""

    name: str
    words: list[str]
    stars: frozenset[int]

    def fits(self, forms: list[str], start: int) -> bool:
        """Return whether the words from `start` on are the phrase."""
        there = forms[start : start + len(self.words)]
        if not self.stars:
            return there == self.words
        return len(there) == len(self.words) and all(
            form.startswith(word) if at in self.stars else form == word
            for at, (form, word) in enumerate(zip(there, self.words, strict=True))
        )


class PageWords:
    """The lists of some languages, for search."""

    def __init__(self, languages: Iterable[str]) -> None:
        self._by_word: defaultdict[str, list[_Phrase]] = defaultdict(list)
        self._by_key: defaultdict[str, list[_Phrase]] = defaultdict(list)
        # The longest word of each phrase, or its first letters: hardly a clause of a story has one.
        self._longest: set[str] = set()
        self._longest_keys: set[str] = set()
        # The phrases of each list, as they are written.
        self.listed: defaultdict[str, set[str]] = defaultdict(set)
        for language in languages:
            for name, phrases in _lists(language).items():
                for phrase in phrases:
                    self.listed[name].add(phrase)
                    self._add(name, phrase)

    def _add(self, name: str, phrase: str) -> None:
        parts = [(form, part.endswith("*")) for part in phrase.split() for form in word_forms(part.rstrip("*"))]
        stars = frozenset([at for at, (_, star) in enumerate(parts) if star])
        made = _Phrase(name, [form for form, _ in parts], stars)
        if 0 in stars:
            self._by_key[made.words[0][:_KEY]].append(made)
        else:
            self._by_word[made.words[0]].append(made)
        at, longest = max(enumerate(made.words), key=lambda word: len(word[1]))
        if at in stars:
            self._longest_keys.add(longest[:_KEY])
        else:
            self._longest.add(longest)

    def phrases(self, name: str) -> list[str]:
        """Return the phrases of a list as they are written, the longest first."""
        return sorted(self.listed[name], key=lambda phrase: (-len(phrase), phrase))

    def find(self, text: str) -> list[Found]:
        """Return the phrases of a text, outside of quotations, in order."""
        found = []
        is_first = True
        clauses = [word_forms(clause) for clause in _CLAUSE_END.split(_QUOTED.sub(" ", text))]
        words = sum(map(len, clauses))
        for forms in clauses:
            for at, form in enumerate(forms if self._may_have_phrase(forms) else ()):
                for phrase in chain(self._by_word.get(form, ()), self._by_key.get(form[:_KEY], ())):
                    if phrase.fits(forms, at) and _may_stand(phrase, at, len(forms), words):
                        found.append(Found(phrase.name, " ".join(phrase.words), is_first and not at))
            is_first = is_first and not forms
        return found

    def _may_have_phrase(self, forms: list[str]) -> bool:
        """Return whether a clause has a word without which no phrase is there."""
        return not self._longest.isdisjoint(forms) or not self._longest_keys.isdisjoint([form[:_KEY] for form in forms])


def _may_stand(phrase: _Phrase, at: int, length: int, words: int) -> bool:
    """Return whether a phrase of its list may stand at a word of a clause of `length` words, of `words` of a text."""
    if phrase.name == "buttons":
        return length == len(phrase.words)
    if phrase.name == "ends":
        return at + len(phrase.words) == length
    if phrase.name in _ALONE:
        length = words if phrase.name == "kickers" else length
        return length <= len(phrase.words) + _BESIDE_LABEL
    return not at or phrase.name not in _OPENERS


def is_addressed(text: str, found: Iterable[Found]) -> bool:
    """Return whether a text says more of a page than words that any story may have: prices, subscriptions, readers.

    In a script without capitals the first words of a clause may be the beginning of other words: what a page asks of
    its reader says nothing there.
    """
    has_capitals = any(letter.islower() or letter.isupper() for letter in text)
    phrases = [one for one in found if one.name not in _OF_ANY_STORY and (has_capitals or one.name != "calls")]
    return (bool(phrases) and _points_of_phrases(text, phrases) > 0) or _points_of_signs(text) > 0


def points(text: str, found: Iterable[Found]) -> int:
    """Return how much of a page a text says: the points of its phrases, and of its signs."""
    phrases = list(found)
    return (_points_of_phrases(text, phrases) if phrases else 0) + _points_of_signs(text)


def _points_of_phrases(text: str, phrases: Sequence[Found]) -> int:
    by_list: defaultdict[str, set[str]] = defaultdict(set)
    for one in phrases:
        by_list[one.name].add(one.phrase)
    total = _SURE * len(by_list["sure"]) + _HINT * len(by_list["hints"])
    total += _AT_START * any(one.is_first for one in phrases if one.name == "sure")
    total += _LABEL * any(one.is_first for one in phrases if one.name in _ALONE)
    total += bool(by_list["calls"]) + bool(by_list["reader"])
    total += bool(by_list["periods"]) and bool(_MONEY.search(text))
    return total + _CREDIT * _is_credit(text, by_list)


def _points_of_signs(text: str) -> int:
    total = _RIGHTS * (_COPYRIGHT_SIGN in text or bool(_COPYRIGHT.match(text)))
    total += _MAIL * ("@" in text and bool(_ADDRESS.search(text))) + ("@" in text and bool(_HANDLE.search(text)))
    return total + any(part in text for part in _LINK_PARTS)


def _is_credit(text: str, by_list: Mapping[str, Set[str]]) -> bool:
    """Return whether a text says who took part in the work, and hardly anything else.

    Beside the phrase it has names, and few words in small letters, a statement that begins with the phrase hardly one:
    'The editor Nora Vik lives there.' In a script without capitals a statement is none. Where the phrase is one that
    any sentence may end with, a name has two words: 'Ole Rand in Dalby contributed.'
    """
    phrases = by_list["credits"] | by_list["makers"] or by_list["ends"]
    if not phrases:
        return False
    words: list[str] = _WORD.findall(text)
    if not any(word[0].islower() or word[0].isupper() for word in words):
        return not is_statement(text)
    own = {word for phrase in phrases for word in phrase.split()}
    names = sum(word[0].isupper() and compared_form(word) not in own for word in words)
    others = sum(word[0].islower() and compared_form(word) not in own for word in words)
    if by_list["credits"] or (by_list["makers"] and not is_statement(text)):
        return sum(word[0].isupper() for word in words) >= _LEAST_NAMES and others <= _MOST_OTHERS * names
    return others < names and bool(by_list["makers"] or _FULL_NAME.search(text))


def languages_of(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """Return the languages whose words may stand on the page of an article, given its paragraphs."""
    sample = ""
    for paragraph in paragraphs:
        sample += paragraph[: _SAMPLE - len(sample)] + "\n"
        if len(sample) >= _SAMPLE:
            break
    language = language_of([sample])
    language = _LIKE.get(language, language)
    if language not in (*LATIN, *FURTHER, *OTHERS):
        language = script_language(sample)
        if language not in OTHERS:
            return LATIN
    return tuple(dict.fromkeys(("en", language, *_NEIGHBOURS.get(language, ()))))


@cache
def page_words(languages: tuple[str, ...]) -> PageWords:
    """Return the lists of some languages."""
    return PageWords(languages)


@cache
def _lists(language: str) -> Mapping[str, list[str]]:
    return read_tables("diffing.page", f"phrases/{language}.toml")
