"""A text's sentences, as ranges.

    He left. “Why?” she asked.   ->   'He left. '   '“Why?” she asked.'

sentencex does the work (abbreviations, initials, decimals, quotations, CJK full stops) behind a
guard: what it was seen to fail on never reaches it, and what it gives back is checked.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple, Protocol, cast

# Any white space of one character but the plain space and the line feed: a capital letter, one of
# these and a full stop make sentencex panic ('Plan B\u00a0. Oui.'). One for one, so offsets hold.
_SPACE = re.compile("[\t\x0b\x0c\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
# sentencex takes quadratic time over unclosed quotation marks: it is given this many characters at most.
_LONGEST_PIECE = 50_000

# Scripts whose full stops need their own language code; every other text is read as English, which
# measured best even on German (.971 against .960).
_SCRIPTS = (
    ("ja", "\u3041", "\u30ff"),
    ("zh", "\u3400", "\u9fff"),
    ("ru", "\u0400", "\u04ff"),
    ("el", "\u0370", "\u03ff"),
    ("ar", "\u0600", "\u06ff"),
    ("he", "\u0590", "\u05ff"),
    ("hy", "\u0530", "\u058f"),
    ("hi", "\u0900", "\u097f"),
    ("bn", "\u0980", "\u09ff"),
    ("ta", "\u0b80", "\u0bff"),
    ("my", "\u1000", "\u109f"),
    ("am", "\u1200", "\u137f"),
)
# A text is of a script when this share of it is: kana and Han stand beside much punctuation and digits.
_SCRIPT_SHARE = 0.2
# Curly quotes and dashes are in most texts and of no script.
_FOREIGN = re.compile("[^\x00-\u036f\u2000-\u2bff]")
# How much of a text is looked at to tell its script, in characters.
_SCRIPT_SAMPLE = 400
_QUOTES = frozenset("\"'“”„‟‘’«»‹›")
_LETTER = re.compile(r"\w")


class Sentence(NamedTuple):
    """A sentence at `start`..`end` (code points), with the white space behind it."""

    start: int
    end: int


class _Segmenter(Protocol):
    def __call__(self, language: str, text: str) -> Iterator[str]: ...


@cache
def _segmenter() -> _Segmenter:
    """sentencex, loaded when first needed."""
    from sentencex import segment

    return cast(_Segmenter, segment)


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text: rising, touching, together the whole text. None for an empty text.

    A line feed ends a sentence. A piece without any letter or digit belongs to the sentence before it.
    """
    return _remembered_sentences(text) if len(text) <= _REMEMBERED_LENGTH else _sentences(text)


def _sentences(text: str) -> tuple[Sentence, ...]:
    if not text:
        return ()
    language = language_of(text)
    cuts = [0]
    start = 0
    for line in text.splitlines(keepends=True) if "\n" in text else [text]:
        for piece_start in range(0, len(line), _LONGEST_PIECE):
            piece = line[piece_start : piece_start + _LONGEST_PIECE]
            for length in _lengths(piece, language):
                start += length
                cuts.append(start)
    cuts = [_before_quotes(text, cut) for cut in cuts]
    kept = [0]
    for before, after in pairwise(cuts):
        if _LETTER.search(text, kept[-1], before) and _LETTER.search(text, before, after):
            kept.append(before)
    return tuple(Sentence(*ends) for ends in zip(kept, [*kept[1:], len(text)], strict=True))


# Asked for when a paragraph's words are compared, and again when sentences between rows are.
_REMEMBERED_LENGTH = 2_000
_remembered_sentences = lru_cache(maxsize=512)(_sentences)


def _before_quotes(text: str, cut: int) -> int:
    """A cut moved before quotation marks that open what follows: a straight one looks like a closing one."""
    start = cut
    while start and text[start - 1] in _QUOTES:
        start -= 1
    return start if start < cut < len(text) and start and text[start - 1].isspace() else cut


def language_of(text: str) -> str:
    """The language code sentencex is asked with, by script."""
    if text.isascii():
        return "en"
    sample = text[:_SCRIPT_SAMPLE]
    least = _SCRIPT_SHARE * len(sample)
    foreign = _FOREIGN.findall(sample)
    if len(foreign) >= least:
        for language, first, last in _SCRIPTS:
            if sum(first <= letter <= last for letter in foreign) >= least:
                return language
    return "en"


def _lengths(text: str, language: str) -> list[int]:
    """The lengths of the sentences of a line; the whole line where sentencex fails."""
    try:
        lengths = [len(sentence) for sentence in _segmenter()(language, _SPACE.sub(" ", text))]
    except BaseException as trouble:
        # A panic in Rust comes as a BaseException of a class that cannot be imported.
        if type(trouble).__name__ not in ("PanicException", "UnicodeEncodeError"):
            raise
        return [len(text)]
    return lengths if sum(lengths) == len(text) and min(lengths) > 0 else [len(text)]
