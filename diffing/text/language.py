"""The language of an article, by its script and its common words.

    The embassy did not say when it would open.   ->   en: the, did, not, say, when, it, would
    A câmara disse que não vai pagar a obra.      ->   pt: a, disse, que, não, vai; Spanish has only a and que, and no ã
    Porto Valmora 2                               ->   unknown

The script leaves a few languages, or one. For each of these, a word of the text is evidence if it is common in the
language, and counter-evidence if it has a letter that the language lacks. The first language must lead before every
other one; otherwise the language is unknown. A language without lists here is mostly unknown too: few of its words are
common in another language, and these are few different ones. docs/languages.md has the measurements.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from diffing.patterns import compiled, lazy_pattern
from diffing.text.combining_marks import MARKS
from diffing.text.common_words import LISTED, ONLY, LanguageWords, script_words
from diffing.text.scripts import HAN, HANGUL, KANA, LATIN, script_of, script_pattern

# Characters of an article that are counted: some paragraphs. More of an article gives the same answer.
_SAMPLE = 4_000
# A character of these scripts says as much as two letters of another one.
_DENSE = (KANA, HAN, HANGUL)
# Fewer letters are a name or a quotation mark's worth of text.
_LEAST_LETTERS = 6
# A Japanese text has at least this share of kana among its kana and Han.
_KANA_SHARE = 0.1
# Words of evidence that a language needs, and its lead before every other language.
_LEAST_LEAD = 2
# Evidence for a language and not for the other one, against evidence for the other one only.
_LEAST_TIMES = 2
# Share of the words that are common in their language: a third to a half of running text. In Latin letters, where most
# languages without a list are written, a fifth is asked for. Elsewhere the script rules most of them out, and some of
# its languages write words of grammar as parts of others. Of Han each character counts as a word.
_LEAST_SHARE = {LATIN: 0.2, HAN: 0.03}
_LEAST_SHARE_ELSEWHERE = 0.08
# Share of the different words, up to a number of them: one short word that is often repeated is no evidence.
_LEAST_DIFFERENT, _MOST_DIFFERENT = 0.15, 20

# Soft hyphens, joiners, the stroke that stretches an Arabic word, vowel points of Arabic and Hebrew, and the dot that
# remains of a Turkish capital I with a dot.
_POINTS = lazy_pattern("[\u00ad\u0307\u200b-\u200d\u0591-\u05bd\u05bf\u05c1\u05c2\u0640\u064b-\u065f\u0670]")
_BASE = frozenset("abcdefghijklmnopqrstuvwxyz")
_PLAIN_WORD = lazy_pattern(r"[^\W\d_]+")
# Characters above the plain letters of Europe and beside the common punctuation: few texts in Latin letters have any.
_MAY_BE_MARK = lazy_pattern("[^\x00-\u02ff\u2000-\u206f]")


def language_of(paragraphs: Iterable[str]) -> str:
    """Return the code of the language of an article, given its paragraphs; '' if it is not known for sure."""
    text = ""
    for paragraph in paragraphs:
        text += paragraph[: _SAMPLE - len(text)] + "\n"
        if len(text) >= _SAMPLE:
            break
    return _language_of_sample(text)


def may_be_in(text: str, code: str) -> bool:
    """Return whether a short text may be in a language: it has common words of it, and of no other language more."""
    return code in _likeliest(text)


def likely_language(text: str) -> str:
    """Return the code of the language that a short text has most common words of; '' if two have as many, or few."""
    found = _likeliest(text)
    return found[0] if len(found) == 1 else ""


def _likeliest(text: str) -> list[str]:
    """Return the languages with the most common words in a text, none if these are few."""
    form = language_form(text[:_SAMPLE])
    script = _script_of(form)
    if script not in LISTED:
        return []
    counts = Counter(words_of(form))
    found = _all_evidence(counts, _having(counts, script), _unshared_letters(counts, script), script)
    scores = {one.language.code: one.score for one in found}
    best = max(scores.values(), default=0)
    least = max(_LEAST_LEAD, _LEAST_SHARE.get(script, _LEAST_SHARE_ELSEWHERE) / 2 * counts.total())
    return [code for code, score in scores.items() if score == best] if best >= least else []


def foreign_words(text: str, code: str) -> int:
    """Return the number of words of a text in Latin letters that have a letter which a language lacks: 'powiedzia³'."""
    own = next((one.letters for one in script_words(LATIN).languages if one.code == code), None)
    if own is None:
        return 0
    return sum(
        not word.isascii() and not own.issuperset(set(word) - _BASE)
        for word in _PLAIN_WORD.findall(language_form(text[:_SAMPLE]))
    )


def main_script(text: str) -> str:
    """Return the script of more than half of a text; '' if there is none, or too few letters."""
    return _script_of(language_form(text[:_SAMPLE]))


# Several stages ask for the language of one article.
@lru_cache(maxsize=8)
def _language_of_sample(sample: str) -> str:
    text = language_form(sample)
    script = _script_of(text)
    return ONLY.get(script) or (_by_words(text, script) if script in LISTED else "")


def language_form(text: str) -> str:
    """Return a text in the form that languages.txt is written in."""
    return _POINTS.sub("", unicodedata.normalize("NFC", text.casefold()))


def words_of(text: str) -> list[str]:
    """Return the words of a text in that form, cut at apostrophes and hyphens."""
    return (_word() if _MAY_BE_MARK.search(text) else _PLAIN_WORD).findall(text)


@cache
def _word() -> "re.Pattern[str]":
    """Return the pattern of a word, which takes some milliseconds to compile."""
    return compiled(rf"[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*")


def _script_of(text: str) -> str:
    """Return the script of more than half of a text; '' if there is none, or too few letters."""
    counts: Counter[str] = Counter()
    for character, number in Counter(text).items():
        script = script_of(character)
        counts[script] += number * (2 if script in _DENSE else 1)
    del counts[""]
    if counts.total() < _LEAST_LETTERS:
        return ""
    japanese = counts[KANA] + counts[HAN]
    if japanese * 2 > counts.total():
        return KANA if counts[KANA] >= _KANA_SHARE * japanese else HAN
    script, most = counts.most_common(1)[0]
    return script if most * 2 > counts.total() else ""


def _by_words(text: str, script: str) -> str:
    """Return the language of a script whose common words a text has; '' without a clear lead."""
    own = script_pattern(script)
    # Chinese has no spaces: each of its characters is taken for a word.
    found = list("".join(own.findall(text))) if script == HAN else words_of(text)
    counts = Counter(found)
    # Letters of ASCII are Latin.
    for word in [word for word in counts if not (script == LATIN and word.isascii()) and not own.match(word)]:
        del counts[word]
    letters = _unshared_letters(counts, script)
    having = _having(counts, script)
    best, *others = sorted(_all_evidence(counts, having, letters, script), key=lambda evidence: -evidence.score)
    least = max(_LEAST_LEAD, _LEAST_SHARE.get(script, _LEAST_SHARE_ELSEWHERE) * counts.total())
    least_different = min(_LEAST_DIFFERENT * len(counts), _MOST_DIFFERENT) if script == LATIN else _LEAST_LEAD
    different = sum([best.number in numbers for numbers in having.values()])
    is_known = best.score >= least and different >= least_different
    if not is_known:
        return ""
    # At most as much speaks for the other language only; for nearly every language this decides.
    doubtful = 2 * letters.total()
    rivals = (one for one in others if best.score - one.score < (_LEAST_TIMES - 1) * (one.score + doubtful))
    # Few articles are in a seldom language, so that it needs more evidence, and is a weaker rival.
    nearest = [one.score - one.language.is_seldom for one in others]
    is_ahead = not others or best.score - max(nearest) >= _LEAST_LEAD + best.language.is_seldom
    leads = all(_leads(best, other, counts, having, letters) for other in rivals)
    return best.language.code if is_ahead and leads else ""


def _unshared_letters(counts: Counter[str], script: str) -> Counter[frozenset[str]]:
    """Return the sets of letters that not all languages have, each with the number of words that have just these."""
    sets: Counter[frozenset[str]] = Counter()
    for word, number in counts.items():
        if not word.isascii():
            letters = frozenset(word) - _BASE if script == LATIN else _letters_of(script).intersection(word)
            sets[letters] += number
    del sets[frozenset()]
    return sets


@cache
def _letters_of(script: str) -> frozenset[str]:
    """Return the letters of all languages of a script."""
    return frozenset().union(*(language.letters for language in script_words(script).languages))


class _Evidence(NamedTuple):
    """A language by its number in its script, and the number of its common words in a text, less that of other words.

    These are the words with a letter that it lacks. None of its own words has one, so no word counts twice.
    """

    language: LanguageWords
    number: int
    score: int


def _all_evidence(
    counts: Counter[str], having: Mapping[str, Sequence[int]], letters: Counter[frozenset[str]], script: str
) -> Iterator[_Evidence]:
    """Return the evidence for each language of a script; `having` are the common words, see _having."""
    languages = script_words(script).languages
    scores = [0] * len(languages)
    for word, numbers in having.items():
        number = counts[word]
        for language in numbers:
            scores[language] += number
    for some, number in letters.items():
        for language in _lacking(some, script):
            scores[language] -= number
    return map(_Evidence, languages, range(len(languages)), scores)


def _having(counts: Counter[str], script: str) -> Mapping[str, Sequence[int]]:
    """Return, for each common word among some words, the numbers of the languages that have it."""
    having = script_words(script).having
    return {word: having[word] for word in counts.keys() & having.keys()}


# The sets of accented letters that the words of articles have are few.
@lru_cache(maxsize=1 << 12)
def _lacking(letters: frozenset[str], script: str) -> tuple[int, ...]:
    """Return the numbers of the languages of a script that lack one of some letters."""
    languages = script_words(script).languages
    return tuple(number for number, language in enumerate(languages) if not letters <= language.letters)


def _leads(
    best: _Evidence,
    other: _Evidence,
    counts: Counter[str],
    having: Mapping[str, Sequence[int]],
    letters: Counter[frozenset[str]],
) -> bool:
    """Return whether the text is clearly in one language and not in the other one."""
    lead = best.score - other.score
    own, there = best.language.letters, other.language.letters
    only_other = sum(
        [counts[word] for word, numbers in having.items() if other.number in numbers and best.number not in numbers]
    )
    only_other += sum([number for some, number in letters.items() if some <= there and not some <= own])
    return lead + only_other >= _LEAST_TIMES * only_other
