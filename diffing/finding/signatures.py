"""Signatures: what an article is compared by before its text is.

    The mayor of Halvik, Ingrid Solberg, said on Monday that 112 people were rescued.

    stems       mayor halvik ingrid solber monday people rescue     words that are no function words, six letters each
    facts       halvi ingri solbe monda 112                         names and figures
    shingles    mayor+halvik+ingrid+solberg  halvik+...             four such words in a row

Each of them is a number, so that a signature takes 3 kB and is quickly sent between processes and compared. Numbers are
checksums, and the same on every machine.
"""

import zlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from diffing.finding.dates import Moment, moment_of
from diffing.model import Article, Role
from diffing.text.function_words import FUNCTION_WORDS
from diffing.text.language import language_of
from diffing.text.words import LONGEST_PIECE, Word, read_piece, words

STEM_LENGTH = 6
"""Letters of a compared form that make a stem: rescued, rescuers. Five join more words of different meaning."""

NAME_LENGTH = 5
"""Letters of a name that count: many languages inflect names (Орлец, Орлеца)."""

SHINGLE_WORDS = 4
"""Words of a shingle. Three are often shared by chance ('Prime Minister said'), five survive fewer rewordings."""

# Parts of a page that many articles of an outlet have.
_OUTSIDE = frozenset((Role.MENU, Role.HEADER, Role.FOOTER, Role.COMMENT, Role.OUTSIDE, Role.LINK))
_SENTENCE_ENDS = frozenset(".!?:…。！？")
_QUOTES = frozenset("\"'“”„‘’«»‹›`")
# German writes all nouns with a capital. A name has no article: it stands behind one of these, or behind a capital.
_BEFORE_NAMES = frozenset(("in", "aus", "nach", "von", "bei", "für", "gegen", "und", "bis"))
# Characters by which the language is detected here.
_SAMPLE = 1_500
_CAPITAL_NOUNS = frozenset(("de", "lb"))
# Hiragana is mostly grammar. A word of katakana is mostly a name.
_HIRAGANA = ("\u3041", "\u309f")
_KATAKANA = ("\u30a1", "\u30ff")
_MULTIPLIER = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
# Facts and stems are features of one index; this bit tells them apart.
FACT = 1 << 32


@dataclass(frozen=True, slots=True)
class Signature:
    """The features of an article. The arrays are sorted and without repetition.

    `stems` and `facts` have 32 bits a number, `shingles` 64. `moment` is when the article was published, as far as its
    metadata say it, `language` the code of its language, '' if that is unknown.
    """

    stems: "array[int]"
    facts: "array[int]"
    shingles: "array[int]"
    moment: Moment | None = None
    language: str = ""


def signature(article: Article, moment: Moment | None = None) -> Signature:
    """Return the signature of an article. `moment` replaces what its metadata say."""
    stems: set[int] = set()
    facts: set[int] = set()
    shingles: set[int] = set()
    told = told_texts(article)
    language = language_of(["\n".join(told)[:_SAMPLE]])
    has_capital_nouns = language in _CAPITAL_NOUNS
    for text in told:
        found = _words(text)
        facts.update(map(number_of, _facts(found, has_capital_nouns)))
        numbers = [number_of(form[:STEM_LENGTH]) for form in _content(found)]
        stems.update(numbers)
        shingles.update(_shingles(numbers))
    if moment is None:
        moment = moment_of(article.metadata)
    return Signature(
        array("I", sorted(stems)), array("I", sorted(facts)), array("Q", sorted(shingles)), moment, language
    )


def told_texts(article: Article) -> list[str]:
    """Return the paragraphs that are no parts of the page around the story."""
    return [one.text for one in article.paragraphs if one.role not in _OUTSIDE]


# A corpus repeats its words; a large one has some 100,000 that are frequent.
@lru_cache(maxsize=1 << 16)
def number_of(form: str) -> int:
    """Return the number of a word: the same on every machine."""
    return zlib.crc32(form.encode("utf-8", "surrogatepass"))


def _words(text: str) -> list[Word]:
    """Return the words of a text, whose offsets are of no use: those of each piece between white space."""
    return [
        word for piece in text.split() for word in (read_piece(piece) if len(piece) <= LONGEST_PIECE else words(piece))
    ]


def _content(found: Sequence[Word]) -> Iterator[str]:
    """Return the compared forms of the words of content. Of scripts without spaces, two characters are a word."""
    before = ""
    for word in found:
        form = word.form
        if not word.is_word or form in FUNCTION_WORDS:
            before = ""
        elif len(form) > 1 or form.isdecimal():
            before = ""
            yield form
        elif not form.isascii() and not _HIRAGANA[0] <= form <= _HIRAGANA[1]:
            if before:
                yield before + form
            before = form
        else:
            before = ""


def _shingles(numbers: Sequence[int]) -> Iterator[int]:
    for at in range(len(numbers) - SHINGLE_WORDS + 1):
        mixed = 0
        for number in numbers[at : at + SHINGLE_WORDS]:
            mixed = (mixed * _MULTIPLIER + number) & _MASK
        yield mixed


def _facts(found: Sequence[Word], has_capital_nouns: bool) -> Iterator[str]:
    """Return the compared forms of figures, and of words with a capital that do not begin a sentence."""
    begins = True
    before: Word | None = None
    for word in found:
        if not word.is_word:
            begins = begins or word.text in _SENTENCE_ENDS or word.text in _QUOTES
            if word.text not in _QUOTES:
                before = None
            continue
        first = word.text[0]
        is_name = first.isupper() and not begins and (not has_capital_nouns or _may_precede_name(before))
        if first.isdecimal():
            yield word.form
        elif is_name or _KATAKANA[0] <= first <= _KATAKANA[1]:
            yield word.form[:NAME_LENGTH]
        begins = False
        before = word


def _may_precede_name(before: Word | None) -> bool:
    """Return whether a noun behind this word can be a name, in a language that writes all nouns with a capital."""
    if before is None:
        return False
    return before.form in _BEFORE_NAMES or (before.text[0].isupper() and before.form not in FUNCTION_WORDS)
