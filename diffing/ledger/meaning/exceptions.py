"""Find negations that the other side says by 'only', by the time of the event, or by what is true instead.

left   It can|not| survive without help.             right   It can survive only with help.     the same
left   It did |not| open until Friday.               right   It opened on Friday.               the same
left   It did |not| open on Monday but on Friday.    right   It opened on Friday.               the same
left   It did |not| open until Friday.               right   It opened before Friday.           another statement
"""

from collections.abc import Set
from functools import cache

from diffing.ledger.core.clauses import sentence_at
from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexicon import forms, lexicon
from diffing.ledger.meaning.context import is_same_word
from diffing.model import Place
from diffing.text.folding import word_pattern
from diffing.text.function_words import function_forms


def is_said_otherwise(side: Side, own: Place, there: Place) -> bool:
    """Return whether the sentence of the other side at `there` says the same as a negation in one of these ways."""
    start, sentence = sentence_at(side.texts[own.paragraph], own.start)
    _, other = sentence_at(side.other_texts[there.paragraph], there.start)
    theirs = frozenset(other.forms)
    behind = sentence.folded.part(own.end - start, len(sentence.text)).text
    words = word_pattern(behind).findall(behind)
    language = side.language
    return (
        _says_only(frozenset(sentence.forms), theirs, language)
        or _says_when(words, theirs, language)
        or _says_instead(words, theirs, language)
    )


def _says_only(own: Set[str], theirs: Set[str], language: str) -> bool:
    """Return whether this side has an exception, and the other one an 'only'."""
    return bool((_listed("exceptions", language) & own) - theirs and (_listed("only", language) & theirs) - own)


def _says_when(behind: list[str], theirs: Set[str], language: str) -> bool:
    """Return whether an 'until' stands behind a negation, and the other side has none, nor a 'before'."""
    until = _listed("until", language)
    return not until.isdisjoint(behind) and theirs.isdisjoint(until | _listed("before", language))


def _says_instead(behind: list[str], theirs: Set[str], language: str) -> bool:
    """Return whether a 'but' behind a negation names what the other side says: 'not |on| Monday but |on| Friday'.

    Behind the 'but' stands a word that stood behind the negation too, unless the language has a word of its own for
    such a 'but'. What is named is the first word of content that did not: 'not in fooling us but in fooling |them|'.
    """
    at = next((at for at, word in enumerate(behind) if word in _listed("instead", language)), None)
    if at is None or behind[at] in theirs or at + 1 >= len(behind):
        return False
    is_own_word = behind[at] in _listed("instead_only", language)
    if not is_own_word and behind[at + 1] not in behind[:at]:
        return False
    grammar = function_forms(language)
    content = next((word for word in behind[at + 1 :] if word not in grammar and word not in behind[:at]), None)
    return content is not None and any(is_same_word(content, word) for word in theirs)


@cache
def _listed(name: str, language: str) -> frozenset[str]:
    return forms(lexicon(language).get("meaning", {}).get("exception", {}).get(name, ()))
