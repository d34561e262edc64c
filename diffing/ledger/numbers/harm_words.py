"""The words that say what happened to counted people, and those around a number.

at least |12| people, including two guards, died     before: at, least     behind: people, died
造成4人死亡,|14|人受伤                               behind: 受伤
4死|14|伤                                            behind: 伤
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.numbers.number_words import number_words
from diffing.model import Article, Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded
from diffing.text.scripts import HAN_CHARACTERS, UNSPACED

SENTENCE_END = lazy_pattern(r"[.!?…]\s|。")
"""The end of a sentence, in a text that is not read in sentences."""

_WORD = lazy_pattern(r"[^\W\d_]+")
_CLAUSE_END = lazy_pattern(r"[.!?;:,…—。，、；：！？]")
# The same without spaces between words, where a space parts clauses: 4人死亡 14人受伤.
_UNSPACED_END = lazy_pattern(r"[.!?;:,…—。，、；：！？\s]")
# So many words before and behind a number may say what became of those counted; they are within so many characters.
_BEFORE, _BEHIND = 3, 7
_SEEN = 80
# The same without spaces between words: 造成4名来自外地的游客死亡.
_UNSPACED_SEEN = 16
# An aside behind the counted people, up to its second comma, has at most so many characters.
_ASIDE = 60
# Words between 'including' and the number of some people: 'including at least |three| children'.
_BEFORE_PART = 2


def words_around(article: Article, place: Place, language: str) -> tuple[Sequence[str], Sequence[str]]:
    """Return the words before and behind a number in its clause: 'killed at least 12 people', '12 people are hurt'.

    In a language without spaces they are only those that say what happened to people.
    """
    text = article.paragraphs[place.paragraph].text
    is_unspaced = language in UNSPACED
    seen, end = (_UNSPACED_SEEN, _UNSPACED_END) if is_unspaced else (_SEEN, _CLAUSE_END)
    clause = end.split(text[place.end : place.end + seen], maxsplit=1)[0]
    behind = words_of(clause, language)
    if aside := _patterns(language).aside.match(text, place.end + len(clause)):
        behind += words_of(end.split(text[aside.end() : aside.end() + seen], maxsplit=1)[0], language)
    before = words_of(end.split(text[max(0, place.start - seen) : place.start])[-1], language)
    return (before, behind) if is_unspaced else (before[-_BEFORE:], behind[:_BEHIND])


def words_of(text: str, language: str) -> list[str]:
    """Return the words of a text; in a language without spaces, those that say what happened to people.

    A phrase of the lexicon is one word: *sem vida*.
    """
    return words_of_folded(folded(text).text, language)


def words_of_folded(text: str, language: str) -> list[str]:
    """Return the same of a folded text."""
    return _patterns(language).words.findall(text)


def sentence_around(text: str, place: Place) -> tuple[int, int]:
    """Return the start and the end of the sentence in which a place stands, without its mark."""
    start = max((match.end() for match in SENTENCE_END.finditer(text, 0, place.start)), default=0)
    ending = SENTENCE_END.search(text, place.end)
    return start, ending.start() if ending else len(text)


def is_part(article: Article, place: Place, language: str) -> bool:
    """Return whether a number is some of those who are counted before: 'four are hurt, of whom |two| badly'."""
    text = article.paragraphs[place.paragraph].text
    return _patterns(language).part.search(text, max(0, place.start - _SEEN), place.start) is not None


class _Patterns(NamedTuple):
    """Patterns of a language: its words, an aside behind the counted people, and the words before some of them."""

    words: re.Pattern[str]
    aside: re.Pattern[str]
    part: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    """Return the patterns of a language.

    Without spaces, a word of one character is one only before a figure or a mark: it is part of longer words (死刑).
    """
    table = lexicon(language).get("numbers", {})
    fates = (folded(word).text for key in ("away", "saved") for word in table.get(key, ()))
    harmed = sorted(number_words(language).harmed.union(fates), key=len, reverse=True)
    if language in UNSPACED:
        ends = (f"{re.escape(one)}(?![{HAN_CHARACTERS}])" if len(one) == 1 else re.escape(one) for one in harmed)
        words = re.compile("|".join(ends) or "(?!)")
    else:
        phrases = [re.escape(one) for one in harmed if " " in one]
        words = re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)|{_WORD.pattern}") if phrases else _WORD
    including = "|".join(map(re.escape, table.get("including", ())))
    aside = rf", (?:{including})(?!\w)[^.!?;:,]{{1,{_ASIDE}}}," if including else "(?!)"
    part = rf"(?:{including})[ ,]*(?:[^\W\d_]+ ){{0,{_BEFORE_PART}}}$" if including else "(?!)"
    return _Patterns(words, re.compile(aside, re.IGNORECASE), re.compile(part, re.IGNORECASE))
