"""Read the verbs of saying of a text, by their classes in the lexicon.

“It holds,” |said| Ada Senn, who |praised| the crew.      said: neutral; praised: a deed, praising
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from diffing.ledger.language.lexemes import lexemes
from diffing.ledger.language.lexicon import Lexicon, code_of, forms, lexicon
from diffing.ledger.language.trie_pattern import alternatives
from diffing.patterns import compiled, lazy_pattern
from diffing.text.reading import ReadText

# Characters before a verb that are searched for the preceding word.
_BEFORE = 12
SILENT = "silent"
"""Class of verbs behind 'would not' and the like."""
# The classes of such verbs elsewhere: who did not deny it said something.
_OF_SILENCE = frozenset({"neutral", "disclosing"})
# The same for words that deny it.
_SILENCE = 16
# Marks beside a verb of saying; a folded text has an apostrophe for every quotation mark.
_MARKS = (",", ":", "'")
_WORD_BEFORE = lazy_pattern(r"(?<!\w)(\w+) $")


class Saying(NamedTuple):
    """A verb of saying at `start`..`end` of a paragraph's text, and its class in the lexicon.

    A deed of speech, such as 'praised', is a saying only where another verb has its speaker on the other side.
    """

    start: int
    end: int
    stance: str
    is_deed: bool


class _Tag(NamedTuple):
    stance: str
    is_deed: bool


def sayings(text: ReadText, lexicon: Lexicon) -> tuple[Saying, ...]:
    """Return the verbs of saying of a text, in order."""
    form, language = text.folded, code_of(lexicon)
    found = []
    for start, end, tags in _verbs(language).find(form):
        if _is_noun(form.text, start, language) or _has_object(form.text, start, end, language):
            continue
        place = form.place(0, start, end)
        verbs = [tag for tag in tags if tag is not None]
        if any(tag.stance in _OF_SILENCE for tag in verbs) and _is_denied(form.text, start, language):
            verbs = [_Tag(SILENT, is_deed=False)]
        found += [Saying(place.start, place.end, *tag) for tag in verbs]
    return tuple(found)


@lexemes("sayings")
def _verbs(language: str) -> Mapping[_Tag | None, Sequence[str]]:
    """Return the verbs of a language by class; the tag None marks words that look like verbs of saying but are none."""
    table = lexicon(language).get("sources", {})
    tagged: dict[_Tag | None, list[str]] = {None: table.get("harmless", [])}
    for name in ("verbs", "deeds"):
        for stance, words in table.get(name, {}).items():
            tagged[_Tag(stance, name == "deeds")] = words
    return tagged


def _is_noun(text: str, start: int, language: str) -> bool:
    """Return whether a word that looks like a verb is a noun: 'a dispute', 'their claim'."""
    before = _WORD_BEFORE.search(text, max(0, start - _BEFORE), start)
    return before is not None and before[1] in listed("before_noun", language)


def _has_object(text: str, start: int, end: int, language: str) -> bool:
    """Return whether a verb that also takes a plain object has one: 'Le maire |soutient| le projet'.

    It says something before 'que', at most a word behind it, and beside a mark: '..., soutient le maire'.
    """
    if text[start:end] not in listed("with_statement", language):
        return False
    if text[end : end + 1] in _MARKS or _begins(language).match(text, end) is not None:
        return False
    before = text[max(0, start - _BEFORE) : start].rstrip()
    word = before.rpartition(" ")[2]
    if word in listed("auxiliaries", language):
        before = before.removesuffix(word).rstrip()
    return before[-1:] not in _MARKS


@cache
def _begins(language: str) -> re.Pattern[str]:
    """Return the pattern of what begins a statement behind a verb, with at most one word between."""
    words = alternatives(sorted(listed("statement_begins", language)))
    return compiled(rf" (?:\w+ )?{words}(?:(?!\w)|(?<='))")


def _is_denied(text: str, start: int, language: str) -> bool:
    """Return whether a word before a verb says that nothing was said: 'would not say', 'refused to say'."""
    silent = listed("silent", language)
    return bool(silent) and text[max(0, start - _SILENCE) : start].rstrip().endswith(tuple(silent))


@cache
def listed(name: str, language: str) -> frozenset[str]:
    """Return a list of the table `sources` of a language, folded."""
    return forms(lexicon(language).get("sources", {}).get(name, ()))


@cache
def _reporting_words(language: str) -> frozenset[str]:
    verbs = lexicon(language).get("sources", {}).get("verbs", {})
    return forms(word for words in verbs.values() for word in words)


def is_saying(word: str, language: str) -> bool:
    """Return whether a folded word is a verb of saying, deeds left out."""
    return word in _reporting_words(language)
