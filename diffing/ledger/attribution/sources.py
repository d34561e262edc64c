"""Read the sources that a text names: 'according to', 'citing', '… reported', and phrases of anonymity.

|According to the police|, two were hurt.       police
|The New York Times reported| the talks.        new, york, times; initials nyt
an officer, |on condition of anonymity|         no words: the source stays unnamed
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from diffing.ledger.attribution.bodies import bodies, content_stems
from diffing.ledger.attribution.sayings import is_saying, listed
from diffing.ledger.core.clauses import clause_start, words_until_break
from diffing.ledger.language.lexemes import lexemes
from diffing.ledger.language.lexicon import Lexicon, code_of, lexicon
from diffing.text.folding import FoldedText, has_han
from diffing.text.function_words import function_forms
from diffing.text.reading import ReadText

# A source has few words: 'sources familiar with the matter', 'a spokesman for the interior ministry'.
_MOST_WORDS = 9
_MOST_WORDS_BEFORE = 7
# The tables of phrases that stand before the name of a source, behind it, or for an anonymous source.
BEFORE, _BEHIND, _ANONYMOUS = "before", "behind", "anonymous"
# The table of phrases that contain one of these and name nobody: 'il secondo' (the second), 'secondo' (according to).
_HARMLESS = "harmless"
# The table of adjectives that keep a source unnamed, but may also belong to somebody who says nothing.
_UNNAMED = "unnamed"
KNOWING = frozenset({"press", "officials", "experts"})
"""The groups of bodies whose opinion is a source: 'researchers think'."""
# Words beside such an adjective that show a source, and words of the phrase behind it: 'said an unnamed |senior aide|'.
_WORDS_BESIDE = 3
_WORDS_BEHIND = 2
_REACH = 40
# Characters of a verb of saying in Chinese.
_LONGEST_SAYING = 2


class Source(NamedTuple):
    """Source that the characters `start`..`end` of a text name: the stems of its content words, and its initials.

    Words for organisations that can replace each other have one stem. An anonymous source has no words.
    """

    start: int
    end: int
    words: frozenset[str] = frozenset()
    initials: str = ""

    def is_same(self, other: "Source") -> bool:
        """Return whether both can be one source: a common word, the initials of the other, or both anonymous.

        Of Chinese characters, which are parts of words, half must be common.
        """
        if not self.words or not other.words:
            return self.words == other.words
        if any(map(has_han, (*self.words, *other.words))):
            return len(self.words & other.words) * 2 >= min(len(self.words), len(other.words))
        return bool(self.words & other.words or self.initials in other.words or other.initials in self.words)


@lexemes("sources")
def _markers(language: str) -> Mapping[str, Sequence[str]]:
    naming: Mapping[str, Sequence[str]] = lexicon(language).get("sources", {}).get("naming", {})
    return naming


def named_sources(text: ReadText, lexicon: Lexicon) -> tuple[Source, ...]:
    """Return the sources that a text names with 'according to', 'citing', '… reported' and the like, in order."""
    form = text.folded
    language = code_of(lexicon)
    found = []
    for start, end, tags in _markers(language).find(form):
        if _HARMLESS in tags:
            continue
        if BEFORE in tags:
            words = list(_until_opened(words_until_break(form.text, end, len(form.text), _MOST_WORDS), language))
            place = (start, words[-1].end()) if words else None
        elif _BEHIND in tags:
            words = words_until_break(form.text, clause_start(form.text, start), start, _MOST_WORDS_BEFORE + 1)
            is_named = 0 < len(words) <= _MOST_WORDS_BEFORE and words[-1][0] not in listed("passive", language)
            place = (words[0].start(), end) if is_named else None
        elif _ANONYMOUS in tags or (_UNNAMED in tags and _is_source(form, start, end, language)):
            words, place = [], (start, end)
        else:
            words, place = [], None
        if place is not None:
            where = form.place(0, *place)
            named = content_stems(_without_saying([word[0] for word in words], language), language)
            if named or not words:
                initials = "".join(word[0] for word in named)
                found.append(Source(where.start, where.end, frozenset(named), initials))
    return tuple(found)


def is_anonymous(text: ReadText, lexicon: Lexicon) -> bool:
    """Return whether a text has a source without a name."""
    return any(not source.words for source in named_sources(text, lexicon))


def hides_names(text: ReadText, lexicon: Lexicon) -> bool:
    """Return whether a text has words that keep somebody unnamed, whether he is a source or not."""
    found = _markers(code_of(lexicon)).find(text.folded)
    return any(_ANONYMOUS in tags or _UNNAMED in tags for *_, tags in found)


def _is_source(form: FoldedText, start: int, end: int, language: str) -> bool:
    """Return whether an adjective belongs to a source: 'an |unnamed| aide said', and not '24 |unnamed| helpers'."""
    before = words_until_break(form.text, clause_start(form.text, start), start, _REACH)[-_WORDS_BESIDE:]
    behind = words_until_break(form.text, end, len(form.text), _WORDS_BESIDE)
    if any(bodies(language).get(word[0]) in KNOWING for word in (*before, *behind)):
        return True
    saying = (*before, *behind) if len(behind) <= _WORDS_BEHIND else behind
    near = FoldedText(form.text[before[0].start() if before else start : start], None)
    return any(is_saying(word[0], language) for word in saying) or any(
        BEFORE in found.tags for found in _markers(language).find(near)
    )


def _without_saying(words: Sequence[str], language: str) -> Sequence[str]:
    """Return Chinese characters without a verb of saying at their end: 警方|说|."""
    if not words or not has_han(words[0]):
        return words
    ends = (count for count in range(_LONGEST_SAYING, 0, -1) if is_saying("".join(words[-count:]), language))
    return words[: -next(ends, 0) or None]


def _until_opened(words: Iterable["re.Match[str]"], language: str) -> Iterator["re.Match[str]"]:
    """Yield the words before the first word of the statement: 'according to the report |the| world will burn more'."""
    grammar, openers = function_forms(language), listed("openers", language)
    before = None
    for word in words:
        if word[0] in openers and before is not None and before[0] not in grammar:
            return
        yield word
        before = word
