"""Words of a text: the form shown and the form compared.

    “Nicolás didn’t go.”   ->   shown     “   Nicolás   didn’t   go   .   ”
                                compared  "   nicolas   didn't   go   .   "

White space between words belongs to none of them. Every other character is in exactly one word, and a punctuation mark
is a word of its own. So words and gaps rebuild the text.

The characters decide where words begin and end, in any script and without a dictionary:

    letters, digits, marks     one word, with an apostrophe inside (didn’t, l'état), a point or comma
                               between digits (1,482.5) and points after single letters (U.S.)
    Han and kana               a Han or hiragana character each, a series of katakana as one
    Thai, Lao, Khmer, Burmese  a letter with its vowel signs each
    dots, dashes               a series of one of them as one mark (..., --)
    two single quotation marks one mark ('', ``)
    anything else              one character with what is joined to it (an emoji with its skin tone)
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple, TypeVar

from diffing.patterns import compiled, lazy_pattern
from diffing.text.character_forms import DIGITS, HAN, folded_han, serbian_latin
from diffing.text.combining_marks import MARKS

T = TypeVar("T")

_HIRAGANA = r"\u3041-\u309f\u3105-\u312f"
_KATAKANA = r"\u30a0-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
# Scripts of South East Asia without spaces between words, and their vowels that precede the consonant.
_UNSPACED = r"\u0e01-\u0e4f\u0e81-\u0ecf\u0edc-\u0edf\u1000-\u103f\u1050-\u109f\u1780-\u17d3\u17d7-\u17dd\u1950-\u19df"
_LEADING_VOWEL = r"\u0e40-\u0e44\u0ec0-\u0ec4"
# Joiners and modifiers that belong to the character before them: soft hyphen, zero width (non-)joiner, word joiner,
# skin tones, tag characters.
_HELD = r"\u00ad\u200c\u200d\u2060\ufeff\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f" + MARKS
DOUBLED_MARK = r"''|``|\u2018\u2018|\u2019\u2019|\u201b\u201b|\u201a\u201a|(?<![\w,]),,(?=\w)"
"""Expression for two single marks, or two commas before a word, that are a double quotation mark, as wires send it."""
_APOSTROPHE = "'\u2018\u2019\u02bc\uff07"


def _pattern(excluded: str, held: str, other_words: str) -> re.Pattern[str]:
    """Return the pattern of a text's words: `excluded` letters are in no word of letters, but in `other_words`."""
    letter = rf"[^\W{excluded}]"
    return compiled(
        rf"(?P<word>"
        rf"(?:(?:(?<!\w)[^\W\d_{excluded}]\.){{2,}}"
        rf"|{letter}(?:{letter}+|[{held}]+|[{_APOSTROPHE}](?={letter})|(?<=\d)[.,:](?=\d))*"
        rf"{other_words})[{held}]*)"
        rf"|(?:{DOUBLED_MARK}|\.{{2,}}|[-\u2010-\u2015]{{2,}}|[\U0001f1e6-\U0001f1ff]{{2}})[{held}]*"
        rf"|\S[{held}]*(?:(?<=\u200d)\S[{held}]*)*"
    )


@cache
def _any_script() -> re.Pattern[str]:
    """Return the pattern of the words of any text. Its large sets of characters take 8 ms to compile."""
    return _pattern(
        f"{HAN}{_HIRAGANA}{_KATAKANA}{_UNSPACED}",
        _HELD,
        rf"|[{_LEADING_VOWEL}]?[{HAN}{_HIRAGANA}{_UNSPACED}]|[{_KATAKANA}][{_KATAKANA}{_HELD}]*",
    )


# Latin letters and their marks. In such texts only the soft hyphen belongs to a letter, so a smaller pattern gives the
# same words.
_WESTERN = lazy_pattern("[\x00-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2122]*")
_WESTERN_WORD = _pattern("", "\u00ad", "")

# Compatibility forms with a meaning: 10² is not 102, 1½ is not 11/2, ③ is not 3. And ´, which is used as an apostrophe
# and would become a space with an accent.
_KEPT = r"\u00b2-\u00b4\u00b9\u00bc-\u00be\u2070-\u209f\u2150-\u218b\u2460-\u24ff\u3192-\u319f\u3200-\u33ff"
_FOLDABLE = lazy_pattern(rf"[^{_KEPT}]+")
VOWEL_SIGNS = (
    r"[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0656-\u065f\u0670]"
    r"|(?<=[\u0430\u0435\u0438\u043e\u0443\u044b\u044d\u044e\u044f\u0454\u0456])\u0301"
    r"|(?<=\u0627)[\u0653-\u0655]"
)
"""Expression for the signs that a text may set or leave out, in NFD: Hebrew points, Arabic vowel signs, the hamza of an
alef, the stress of a Russian word."""
SPELLING_MARKS = r"(?<=\u0435)\u0308|(?<=[\u0915\u0916\u0917\u091c\u092b])\u093c"
"""Expression for the marks of letters that are as well written without them, in NFD: the Russian ё, and the Hindi nukta
of foreign sounds. The nukta of ड़ and ढ़ makes other letters."""
# Accents that are often lost: those of Latin and Greek letters, and signs that a text may leave out. Not those of
# Cyrillic (и and й are two letters), the voicing marks of kana, or the vowel signs of Indic scripts.
_ACCENT = lazy_pattern(rf"(?<![\u0400-\u04ff])[\u0300-\u036f]+|[\u0653-\u0655]+|(?:{VOWEL_SIGNS}|{SPELLING_MARKS})+")
_SPELLING_MARK = lazy_pattern(SPELLING_MARKS)
_ACCENT_OR_STROKE = lazy_pattern(
    r"(?<![\u0400-\u04ff])[\u0300-\u036f]|[\u0653-\u0655\u00f8\u0142\u0111\u0127\u0131\u00f0\u00fe\u0167]"
)
_QUOTES = (
    "\u2018\u2019\u201a\u201b\u02bc\u2039\u203a\u201c\u201d\u201e\u201f\u00ab"
    "\u00bb\u300c\u300d\u300e\u300f\u301d\u301e\u301f`\u00b4"
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# Letters without a decomposition that are also often written without their stroke.
_STROKES = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ð": "d", "þ": "th", "ŧ": "t"}
SPELLINGS = {"\u0640": "", "\u0643": "\u06a9", "\u06c1": "\u0647"}
"""Letters of one use: the sign that stretches an Arabic word, and the Arabic and Persian forms of kaf and of heh."""
YEHS = "\u064a\u0649"
"""The Arabic yeh, and the Arabic letter that looks like a yeh without its points."""
ANY_YEH = "\u06cc"
"""The Persian yeh, which an Arabic text from a Persian keyboard has for both."""
_LIGATURES = {"æ": "ae", "œ": "oe"}
_ALIKE = (
    dict.fromkeys(_QUOTES, "'")
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_INVISIBLE, "")
    | _LIGATURES
    | SPELLINGS
    | {'"': "'"}
)
_UNSTROKED = str.maketrans(_STROKES | _LIGATURES)
_SPELLED = str.maketrans(_ALIKE) | DIGITS
_PLAINER = str.maketrans(_ALIKE | _STROKES | dict.fromkeys(YEHS, ANY_YEH)) | DIGITS


STEM_LENGTH = 5
"""Letters of a compared form that make its stem: leave, leaves, leaving. In alignment 3 to 20 measured within .0005."""


class Word(NamedTuple):
    """A word at `start` (code points into the paragraph), as shown and as compared.

    `is_word` is false for punctuation, symbols and emoji.
    """

    text: str
    start: int
    form: str
    is_word: bool

    @property
    def end(self) -> int:
        """The offset after the word's last character."""
        return self.start + len(self.text)


def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order, and the punctuation between them."""
    found: list[Word] = []
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        if end - start > LONGEST_PIECE:
            found += _read(text, start, end)
            continue
        for shown, at, form, is_word in read_piece(piece[0]):
            found.append(Word(shown, start + at, form, is_word))
    return tuple(found)


def _read(text: str, start: int, end: int) -> list[Word]:
    """Return the words between two offsets that have white space or nothing around them."""
    pattern = _WESTERN_WORD if _WESTERN.fullmatch(text, start, end) else _any_script()
    return [
        Word(match[0], match.start(), compared_form(match[0]), match.lastgroup is not None)
        for match in pattern.finditer(text, start, end)
    ]


# No word extends across white space, so each piece between white space is read by itself, and once however often it
# occurs. A book has some 50,000 different pieces. A sentence of Han is one piece, and is not kept.
_PIECE = lazy_pattern(r"\S+")
LONGEST_PIECE = 30
# Marks that are words of their own behind plain letters; each is its own form.
_STOPS = ",.;:!?"


@lru_cache(maxsize=1 << 16)
def read_piece(piece: str) -> Sequence[Word]:
    """Return the words of a text of at most LONGEST_PIECE characters without white space."""
    bare = piece[:-1] if piece[-1] in _STOPS else piece
    if not (bare.isascii() and bare.isalpha()):
        return _read(piece, 0, len(piece))
    word = Word(bare, 0, bare.lower(), True)
    return [word] if bare is piece else [word, Word(piece[-1], len(bare), piece[-1], False)]


def word_forms(text: str) -> list[str]:
    """Return the compared forms of a text's words as words() has them, without punctuation."""
    return [*chain.from_iterable(map(_FORMS.__getitem__, text.split()))]


def different_forms(texts: Iterable[str]) -> set[str]:
    """Return the compared forms of all words of some texts, each once."""
    pieces = set(chain.from_iterable(map(str.split, texts)))
    return set(chain.from_iterable(map(_FORMS.__getitem__, pieces)))


# A book has some 50,000 different pieces, so nearly all readings are look-ups.
_MOST_PIECES = 1 << 16


class ByPiece(dict[str, T]):
    """The results of `make` for pieces, each made once: faster than a cached function. Emptied when it has too many."""

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, piece: str) -> T:
        made = self._make(piece)
        if len(piece) <= LONGEST_PIECE:
            if len(self) >= _MOST_PIECES:
                self.clear()
            self[piece] = made
        return made


def forms_of_piece(piece: str) -> tuple[str, ...]:
    """Return what word_forms() returns for a text without white space, of any length."""
    bare = piece[:-1] if piece[-1] in _STOPS else piece
    if bare.isascii() and bare.isalpha():
        return (bare.lower(),)
    found = read_piece(piece) if len(piece) <= LONGEST_PIECE else _read(piece, 0, len(piece))
    return tuple([word.form for word in found if word.is_word])


_FORMS = ByPiece(forms_of_piece)


# Articles repeat words; a book has some 30,000 different ones.
@lru_cache(maxsize=1 << 15)
def compared_form(text: str) -> str:
    """Return the compared form of a text: equal for texts that differ only in typography.

    Case, lost accents, quote and dash styles, ligatures, full-width forms, soft hyphens and Unicode normal forms do not
    count. Numbers keep every digit and sign.
    """
    if text.isascii():
        folded = text.casefold().replace('"', "'").replace("`", "'")
    else:
        folded = _FOLDABLE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text).casefold()
        folded = _ACCENT.sub("", unicodedata.normalize("NFD", folded_han(folded)))
        latin = serbian_latin(folded)
        if latin != folded:
            folded = _ACCENT.sub("", unicodedata.normalize("NFD", latin))
        folded = folded.translate(_PLAINER)
        folded = unicodedata.normalize("NFC", folded)
    if len(folded) > 1 and not folded.strip("-"):
        return "-"
    if folded in ("''", ",,"):
        return "'"
    return folded


# Casefold writes 'ss' for ß, which makes one word of Maßen and Massen.
_SHARP_S = lazy_pattern("[ßẞ]")


@lru_cache(maxsize=1 << 14)
def spelled_form(text: str) -> str:
    """Return the form of a text with its accents, in NFD: equal for texts that differ in other typography only.

    Compró, compro, COMPRÓ   ->   compró, compro, compró

    The dot of a capital İ is no accent.
    """
    if text.isascii():
        return compared_form(text)
    folded = _FOLDABLE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    folded = "ß".join(part.casefold() for part in _SHARP_S.split(folded))
    folded = _SPELLING_MARK.sub("", unicodedata.normalize("NFD", folded))
    return folded.replace("i\u0307", "i").translate(_SPELLED)


def has_accent(spelled: str) -> bool:
    """Return whether a spelled form has an accent, a stroke or another mark that its compared form has not."""
    return not spelled.isascii() and _ACCENT_OR_STROKE.search(spelled) is not None


def without_accents(text: str) -> str:
    """Return a text in small letters without accents and strokes."""
    folded = _ACCENT.sub("", unicodedata.normalize("NFD", text.casefold()))
    return unicodedata.normalize("NFC", folded.translate(_UNSTROKED))
