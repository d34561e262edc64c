"""Find the speaker of a quotation in the words around it.

    “We came,” said the mayor, Ana Soto.    Ana Soto     behind a reporting verb
    Soto said: “We came.”                   Soto         before it
    “We came,” he said.                     no speaker: a pronoun is no name, and neither is 'the mayor'

Only a name directly beside a reporting verb counts. This is enough to see whether two texts name the same speaker;
who really spoke does not matter.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from diffing.ledger.language.lexicon import Lexicon
from diffing.patterns import lazy_pattern
from diffing.text.folding import has_han
from diffing.text.words import compared_form

SameSpeaker = Callable[[str, str], bool]
"""Function that returns whether a name of the left and a name of the right text can mean the same speaker."""

# Characters from the marks that are searched for a reporting verb: enough for a name with its title and age.
_REACH = 140
_TOKEN = lazy_pattern(r"[^\W_]+(?:[.'’‘-][^\W_]+)*\.?|[^\w\s]")
# Soft hyphens and other invisible characters, which may stand inside names.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
# The end of the clause of a reporting verb.
_ENDS_CLAUSE = lazy_pattern(r"[.!?…][)\"'”’»]*\s+(?=\W*[^\W\d_a-z])|[;\n]")
# The next quotation ends a clause behind the marks, and the one before begins a clause before the marks.
_QUOTED = lazy_pattern('[“”„«»「」『』"]')
# Words in lower case between the verb and the name: 'said the country’s finance minister Soto'.
_LONGEST_DESCRIPTION = 6
_LONGEST_NAME = 6


class Attribution(NamedTuple):
    """Words around a quotation that say who speaks: `speaker` is the name, '' for none; `clause` has all the words."""

    speaker: str
    clause: str


class _SpeakerWords(NamedTuple):
    """Words of a lexicon that locate the speaker of a quotation."""

    verbs: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    skipped: frozenset[str]
    particles: frozenset[str]
    prepositions: frozenset[str]
    titles: frozenset[str]
    determiners: frozenset[str]
    unspaced: frozenset[str]


@cache
def _speaker_words(*lists: tuple[str, ...]) -> _SpeakerWords:
    forms = [tuple(map(compared_form, words)) for words in lists]
    return _SpeakerWords(
        frozenset(forms[0]),
        tuple(tuple(phrase.split()) for phrase in forms[1]),
        *map(frozenset, (*forms[2:], filter(has_han, forms[0]))),
    )


def _words_of(lexicon: Lexicon) -> _SpeakerWords:
    table = lexicon.get("quotations", {})
    names = ("verbs", "according_to", "beside_verb", "particles", "prepositions", "titles", "determiners")
    return _speaker_words(*(tuple(table.get(name, ())) for name in names))


def attribution_behind(text: str, lexicon: Lexicon) -> Attribution | None:
    """Return the attribution at the start of a text behind closing marks: 'said Ana Soto on Friday. He...'."""
    clause = text[:_REACH]
    end = _ENDS_CLAUSE.search(clause)
    clause = clause[: end.start()] if end else clause
    clause = _QUOTED.split(clause, maxsplit=1)[0]
    return _attribution(clause, lexicon, from_end=False)


def attribution_before(text: str, lexicon: Lexicon) -> Attribution | None:
    """Return the attribution at the end of a text before opening marks: '... Ana Soto said on Friday:'."""
    clause = text[-_REACH:]
    ends = list(_ENDS_CLAUSE.finditer(clause))
    clause = clause[ends[-1].end() :] if ends else clause
    clause = _QUOTED.split(clause)[-1]
    return _attribution(clause, lexicon, from_end=True)


def _attribution(clause: str, lexicon: Lexicon, *, from_end: bool) -> Attribution | None:
    words = _words_of(lexicon)
    tokens = _TOKEN.findall(unicodedata.normalize("NFC", clause.translate(_UNSEEN)))
    forms = [_verb_form(token) for token in tokens]
    if any(verb in clause for verb in words.unspaced):
        # Names in Han characters have no capitals, so the speaker is not known.
        return Attribution("", clause)
    verbs = [at for at, form in enumerate(forms) if form in words.verbs]
    known = set(forms)
    for phrase in words.phrases:
        if phrase[0] not in known:
            continue
        # '“We came,” he told the court, according to the Gazette': the paper does not speak.
        last = min(len(forms) - len(phrase), verbs[0] if verbs else len(forms))
        for at in range(last + 1):
            if tuple(forms[at : at + len(phrase)]) == phrase:
                return Attribution(_name_behind(tokens[at + len(phrase) :], words), clause)
    if not verbs:
        return None
    at = verbs[-1] if from_end else verbs[0]
    before = _name_before(tokens[:at], forms[:at], words)
    is_inverted = not any(
        _is_letters(token) and form not in words.skipped for token, form in zip(tokens[:at], forms[:at], strict=True)
    )
    return Attribution(before or (_name_behind(tokens[at + 1 :], words) if is_inverted else ""), clause)


def _verb_form(token: str) -> str:
    """Return the form of a verb in the lexicon: 'dit' of 'dit-elle'."""
    return compared_form(token).rstrip(".").split("-")[0]


def _name_before(tokens: list[str], forms: list[str], words: _SpeakerWords) -> str:
    """Return the capitalised words directly before a verb; words such as 'has' and 'also' and a comma may follow."""
    end = len(tokens)
    while end and forms[end - 1] in words.skipped:
        end -= 1
    if end and tokens[end - 1] == ",":
        end -= 1
    start = end
    while (
        start and end - start < _LONGEST_NAME and (_is_name(tokens[start - 1]) or forms[start - 1] in words.particles)
    ):
        start -= 1
    # 'The president of France said', 'el presidente de la Junta dijo': France and la Junta do not speak.
    if start == end or not _is_name(tokens[start]) or not words.prepositions.isdisjoint(forms[start - 1 : start]):
        return ""
    return _joined(tokens[start:end], words, forms[start - 1 : start])


def _name_behind(tokens: list[str], words: _SpeakerWords) -> str:
    """Return the capitalised words behind a verb: beside it, at the end of a description, or behind its comma."""
    start = 0
    while start < len(tokens) and not _is_name(tokens[start]):
        if start >= _LONGEST_DESCRIPTION or not (_is_letters(tokens[start]) or _is_apposition(tokens, start)):
            return ""
        start += 1
    end = _end_of_name(tokens, start, words)
    says_whose = any(_verb_form(token) in words.prepositions for token in tokens[:start])
    if says_whose and end < len(tokens) and _is_apposition(tokens, end):
        start, end = end + 1, _end_of_name(tokens, end + 1, words)  # the president of France, Emmanuel Macron
    elif says_whose and tokens[start - 1] != ",":
        return ""  # the president of France
    return _joined(tokens[start:end], words, [_verb_form(token) for token in tokens[start - 1 : start]])


def _end_of_name(tokens: list[str], start: int, words: _SpeakerWords) -> int:
    end = start
    while end < min(len(tokens), start + _LONGEST_NAME) and (
        _is_name(tokens[end]) or compared_form(tokens[end]) in words.particles
    ):
        end += 1
    return end


def _is_apposition(tokens: list[str], at: int) -> bool:
    """Return whether the token at `at` is a comma between a description and a name."""
    return at > 0 and tokens[at] == "," and at + 1 < len(tokens) and _is_name(tokens[at + 1])


def _joined(tokens: list[str], words: _SpeakerWords, before: list[str]) -> str:
    """Return the tokens of a name as text, without particles at its ends; '' for a mere title and for no tokens.

    `before` has the form of the token before them, if there is one. A single word behind a determiner is no name where
    every noun has a capital: der Sprecher.
    """
    while tokens and not _is_name(tokens[0]):
        tokens = tokens[1:]
    while tokens and not _is_name(tokens[-1]):
        tokens = tokens[:-1]
    forms = [compared_form(token).rstrip(".") for token in tokens]
    own = [form for form in forms if form not in words.titles and form not in words.determiners]
    if len(own) == 1 and not words.determiners.isdisjoint((*before, *forms)):
        return ""
    return " ".join(tokens).rstrip(".") if own else ""


def _is_letters(token: str) -> bool:
    return token[0].isalnum()


def _is_name(token: str) -> bool:
    return token[0].isupper()


def same_name(left: str, right: str) -> bool:
    """Return whether two names can mean the same: a common word, or one has the initials of the other.

    Maduro | Nicolás Maduro     NYT | New York Times     Nicols | Nicolás
    """
    own, other = _parts(left), _parts(right)
    if any(_alike(one, another) for one in own for another in other):
        return True
    return _initials(own) in _acronyms(right) or _initials(other) in _acronyms(left)


def _parts(name: str) -> list[str]:
    return [compared_form(part) for part in re.findall(r"[^\W_]+", name.removesuffix("’s").removesuffix("'s"))]


def _alike(one: str, other: str) -> bool:
    """Return whether two words of names are equal, or one of them lacks a single letter of the other."""
    if one == other:
        return len(one) > 1
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and len(short) > _LEAST_LETTERS and _is_within(short, long)


# Up to this number of letters in the shorter name, another letter makes another name: Ana and Anna, Li and Liu.
_LEAST_LETTERS = 4


def _is_within(short: str, long: str) -> bool:
    at = next((at for at, letter in enumerate(short) if long[at] != letter), len(short))
    return long[at + 1 :] == short[at:]


def _initials(parts: list[str]) -> str:
    return "".join(part[0] for part in parts)


def _acronyms(name: str) -> set[str]:
    pieces = unicodedata.normalize("NFC", name).replace(".", "").split()
    return {compared_form(piece) for piece in pieces if len(piece) > 1 and piece.isupper()}
