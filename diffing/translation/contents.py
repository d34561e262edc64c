"""Features of a paragraph that can be compared with a paragraph of another language.

    "In März starben 12 Menschen", sagte Anna Weber.

    length 39    sentences 1    asks no    quotes yes    numbers 12
    words  in, marz (M3), starben, menschen (6a1), sagte, anna, weber;  capitals: marz, menschen, anna, weber

The stems, or pairs of Han characters, are what words are learned from; see learned.py.
"""

from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from diffing.patterns import lazy_pattern
from diffing.text.character_forms import folded_han
from diffing.text.reading import ReadText
from diffing.text.scripts import HAN_CHARACTERS, is_western
from diffing.translation.figures import Number, numbers_of
from diffing.translation.romanised import sounds
from diffing.translation.stems import UNSPACED, folded, stem, stems
from diffing.translation.tables import table

# Letters that a character of a script without capitals, or of a dense one, stands for: fitted to the lengths of Bibles.
_HAN_LENGTH, _KANA_LENGTH, _HANGUL_LENGTH = 3.2, 1.7, 2.2
_HAN, _KANA, _HANGUL = (
    lazy_pattern(f"[{HAN_CHARACTERS}]"),
    lazy_pattern("[\u3040-\u30ff]"),
    lazy_pattern("[\uac00-\ud7a3]"),
)
_SPACE = lazy_pattern(r"\s+")
_WORD = lazy_pattern(r"[^\W\d_](?:[\w\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0900-\u0963]|['’‐-](?=[^\W\d_]))*")
_KATAKANA = lazy_pattern("[\u30a1-\u30fa\u30fc]{2,}")
_HAN_RUN = lazy_pattern(f"[{HAN_CHARACTERS}]+")
_LATIN = lazy_pattern("[A-Za-z\u00c0-\u024f][\\w’'-]+")
_EASTERN = lazy_pattern(f"[\u3040-\u30ff{HAN_CHARACTERS}]+")
_QUOTES = lazy_pattern("[\"“”„«»「」『』〝]|(?<!\\w)['‘‹]")
_ASKS = lazy_pattern(r"[?？؟⁈]|;$")
_COLON = lazy_pattern("[:：;；؛·]")
# Characters of the longest word of a table without spaces, and words of the longest phrase of one with spaces.
_LONGEST_WORD, _LONGEST_PHRASE = 6, 3
_LEAST_STEM = 3


class Word(NamedTuple):
    """A word of a language: its rough spelling ('' for one that has none), and the concepts it may stand for."""

    sounds: str
    concepts: frozenset[str]


class Content(NamedTuple):
    """The features of a paragraph; `words` are its folded words and phrases, `capitals` those written as names."""

    length: float
    sentences: int
    asks: bool
    quotes: bool
    has_colon: bool
    numbers: frozenset[Number]
    words: frozenset[str]
    capitals: frozenset[str]
    stems: frozenset[str]


_NO_CONCEPTS: frozenset[str] = frozenset()


class Reader:
    """Reads the paragraphs of one article. `words` has all words that it has met, by their folded form."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: dict[str, Word] = {}
        self._table = table(language)
        self._folded: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._beginnings = {key.split(" ", 1)[0] for key in self._table.concepts if " " in key}

    def content(self, read: ReadText) -> Content:
        """Return the features of a paragraph."""
        text = read.text if read.text.isascii() else normalize("NFKC", read.text)
        has_han = self.language in UNSPACED
        found = self._eastern(text) if has_han else self._spaced(text)
        return Content(
            length_of(text),
            len(read.sentences),
            bool(_ASKS.search(text)),
            bool(_QUOTES.search(text)),
            bool(_COLON.search(text)),
            numbers_of(found.text, found.ordered, self._table.numbers, has_han=has_han),
            frozenset(found.words),
            frozenset(found.capitals),
            frozenset(found.stems),
        )

    def _spaced(self, text: str) -> "_Found":
        """Return the words of a text with spaces between words."""
        shown = _WORD.findall(text)
        ordered = [self._form(word) for word in shown]
        keys = [self._stems[form] for form in ordered]
        # Without capitals, as in Arabic, every word may be a name.
        capitals = {form for word, form in zip(shown, ordered, strict=True) if word[0] != word[0].lower()}
        if text.lower() == text.upper():
            capitals = set(ordered)
        return _Found(
            text,
            ordered,
            {*ordered, *self._phrases(keys)},
            capitals,
            {key for key in keys if len(key) >= _LEAST_STEM},
        )

    def _form(self, shown: str) -> str:
        """Return the folded form of a word, which is looked up at its first use."""
        form = self._folded.get(shown)
        if form is None:
            form = self._folded[shown] = folded(shown)
            if form not in self.words:
                keys = stems(form, self.language)
                concepts = next((self._table.concepts[key] for key in keys if key in self._table.concepts), None)
                self.words[form] = Word(sounds(form), concepts or _NO_CONCEPTS)
                self._stems[form] = stem(form)
        return form

    def _phrases(self, keys: list[str]) -> Iterator[str]:
        """Yield the phrases of the table in a text: 'unit stat' for United States."""
        if self._beginnings.isdisjoint(keys):
            return
        for at, key in enumerate(keys):
            if key in self._beginnings:
                for end in range(at + 2, min(at + _LONGEST_PHRASE, len(keys)) + 1):
                    phrase = " ".join(keys[at:end])
                    if phrase in self._table.concepts:
                        self.words[phrase] = Word("", self._table.concepts[phrase])
                        yield phrase

    def _eastern(self, text: str) -> "_Found":
        """Return the words of a text without spaces between words: those of the table, katakana, Latin letters."""
        text = folded_han(text)
        names = {*_KATAKANA.findall(text), *map(folded, _LATIN.findall(text))}
        known = set(self._known(text))
        for name in names - known:
            self.words[name] = Word(sounds(name), _NO_CONCEPTS)
        pairs = {run[at : at + 2] for run in _HAN_RUN.findall(text) for at in range(max(1, len(run) - 1))}
        return _Found(text, (), known | names, names, pairs | names)

    def _known(self, text: str) -> Iterator[str]:
        """Yield the words of the table in a text, the longest at each place."""
        concepts = self._table.concepts
        for match in _EASTERN.finditer(text):
            run = match[0]
            at = 0
            while at < len(run):
                length = next(
                    (
                        size
                        for size in range(min(_LONGEST_WORD, len(run) - at), 0, -1)
                        if run[at : at + size] in concepts
                    ),
                    0,
                )
                if length:
                    word = run[at : at + length]
                    is_name = bool(_KATAKANA.fullmatch(word))
                    self.words[word] = Word(sounds(word) if is_name else "", concepts[word])
                    yield word
                at += length or 1


class _Found(NamedTuple):
    """The text as words were looked for in it, its words in order and as a set, and of these the names; its stems."""

    text: str
    ordered: "list[str] | tuple[()]"
    words: set[str]
    capitals: set[str]
    stems: set[str]


def length_of(text: str) -> float:
    """Return the length of a text in letters of an alphabet: a character of Han stands for some."""
    count = float(len(text) - sum(map(len, _SPACE.findall(text))))
    if is_western(text):
        return count
    return (
        count
        + (_HAN_LENGTH - 1) * len(_HAN.findall(text))
        + (_KANA_LENGTH - 1) * len(_KANA.findall(text))
        + (_HANGUL_LENGTH - 1) * len(_HANGUL.findall(text))
    )
