"""Sentences of a text, as ranges.

    He left. “Why?” she asked.   ->   'He left. '   '“Why?” she asked.'

sentencex splits the text (abbreviations, initials, decimals, quotations, CJK full stops). It fails on some texts, so
its input is made safe and its output is checked.
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple, Protocol, cast

from diffing.patterns import lazy_pattern
from diffing.text.function_words import FUNCTION_WORDS
from diffing.text.scripts import script_language

# Any white space of one character but the plain space and the line feed: sentencex panics on some texts with one of
# these, so it gets a plain space for each. One replaces one, so offsets hold.
_SPACE = lazy_pattern("[\t\x0b\x0c\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
# Characters that sentencex gets at once: its time can be quadratic.
_LONGEST_PIECE = 50_000

_QUOTES = frozenset("\"'“”„‟‘’«»‹›")
_LETTER = lazy_pattern(r"\w")
# A piece that only counts what stands behind it: '2. ', '3.1. ', '(iv). ', 'b) ', '２．'.
_LABEL = lazy_pattern(r"\s*[(\[（§#№]?\s*(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-zА-Яа-я]|[ivxIVX]{1,5})[.):\]．）]+\s*")
# An ordinal number in German is written with a full stop, before a noun with a capital: 'des 19. Jahrhunderts'.
_ORDINAL = lazy_pattern(r"(?<![\w.,])\d{1,2}\.\s$")
_DATE = lazy_pattern(r"(?<![\d.,])\d{1,2}\.\s?\d{1,2}\.\s$")
# A date with the year first, in Korean and Hungarian with spaces, and that a word follows: 2021. 3. 18.
_YEAR_FIRST = lazy_pattern(
    r"(?<![\d.,])(?:19|20)\d\d\.[ \u00a0](?:1[0-2]|0?[1-9])\.[ \u00a0](?:3[01]|[12]\d|0?[1-9])\."
    r"(?:[ \u00a0](?=[^\W\d_]))?"
)
_LONGEST_YEAR_FIRST = 16
_AFTER_ORDINAL = lazy_pattern(
    r"(?:Jahrhundert|Jahrtausend|Jahrestag|Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|"
    r"November|Dezember|Lebensjahr|Geburtstag|Spieltag|Spielminute|Minute|Runde|Platz|Rang|Stock|Etage|Klasse)"
)
# A thousand, a million, ... behind figures, short: 'bis zu 20 Mrd. Euro', 'около 3 млн. рублей'.
_SCALE = lazy_pattern(r"\d\s?(?i:tsd|mill|mio|mia|milj|mln|mrd|mld|bio|тис|тыс|млн|млрд|трлн)\.\s$")
_WORD = lazy_pattern(r"[^\W\d_]+")
# Characters of the end of a sentence in which the pattern above may be.
_LONGEST_SCALE = 8


class Sentence(NamedTuple):
    """A sentence at `start`..`end` (code points), with the white space behind it."""

    start: int
    end: int


class _Segmenter(Protocol):
    def __call__(self, language: str, text: str) -> Iterator[str]: ...


@cache
def _segmenter() -> _Segmenter:
    """Return the function of sentencex, loaded at first use."""
    from sentencex import segment

    return cast(_Segmenter, segment)


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text: rising, touching, together the whole text. An empty text has none.

    A line feed ends a sentence. A piece without any letter or digit belongs to the sentence before it. A label, such as
    the '2. ' of an item, belongs to the sentence behind it.
    """
    if not text:
        return ()
    language = script_language(text)
    cuts = [0]
    start = 0
    for line in text.splitlines(keepends=True) if "\n" in text else [text]:
        for piece_start in range(0, len(line), _LONGEST_PIECE):
            piece = line[piece_start : piece_start + _LONGEST_PIECE]
            for length in _lengths(piece, language):
                start += length
                cuts.append(start)
    if start == cuts[1]:
        return (Sentence(0, start),)
    cuts = [_before_quotes(text, cut) for cut in cuts]
    kept = [0]
    for before, after in pairwise(cuts):
        if (
            _LETTER.search(text, kept[-1], before)
            and _LETTER.search(text, before, after)
            and not _LABEL.fullmatch(text, kept[-1], before)
            and not _parts_ordinal(text, before)
            and not _parts_amount(text, before)
            and not _parts_year_first(text, before)
        ):
            kept.append(before)
    return tuple(Sentence(*ends) for ends in zip(kept, [*kept[1:], len(text)], strict=True))


def _parts_ordinal(text: str, cut: int) -> bool:
    """Return whether a cut parts a German ordinal number from its noun, or a date in figures from a small letter."""
    if text[cut - 2 : cut - 1] != ".":
        return False
    before = max(0, cut - 8)
    if text[cut : cut + 1].islower():
        return _DATE.search(text, before, cut) is not None
    return _AFTER_ORDINAL.match(text, cut) is not None and _ORDINAL.search(text, before, cut) is not None


def _parts_year_first(text: str, cut: int) -> bool:
    """Return whether a cut is inside a date that begins with its year, or parts it from a word without a capital."""
    if "." not in text[cut - 2 : cut]:
        return False
    start = max(0, cut - _LONGEST_YEAR_FIRST)
    dates = _YEAR_FIRST.finditer(text, start, cut + _LONGEST_YEAR_FIRST)
    return any(date.start() < cut <= date.end() and not text[cut : cut + 1].isupper() for date in dates)


def _parts_amount(text: str, cut: int) -> bool:
    """Return whether a cut parts a short word for a million from what is counted: any word but one that begins."""
    if text[cut - 2 : cut - 1] != "." or _SCALE.search(text, max(0, cut - _LONGEST_SCALE), cut) is None:
        return False
    word = _WORD.match(text, cut)
    return word is None or word[0].islower() or word[0].lower() not in FUNCTION_WORDS


def _before_quotes(text: str, cut: int) -> int:
    """Move a cut before the quotation marks that open the next sentence: a straight one looks like a closing one."""
    start = cut
    while start and text[start - 1] in _QUOTES:
        start -= 1
    return start if start < cut < len(text) and start and text[start - 1].isspace() else cut


def _lengths(text: str, language: str) -> list[int]:
    """Return the lengths of the sentences of a line; the length of the whole line if sentencex fails."""
    try:
        lengths = [len(sentence) for sentence in _segmenter()(language, _SPACE.sub(" ", text))]
    except BaseException as trouble:
        # A panic in Rust raises a BaseException whose class cannot be imported.
        if type(trouble).__name__ not in ("PanicException", "UnicodeEncodeError"):
            raise
        return [len(text)]
    return lengths if sum(lengths) == len(text) and all(lengths) else [len(text)]
