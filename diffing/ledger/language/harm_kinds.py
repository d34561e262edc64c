"""The words of a language for harmed people, by the kind of harm.

two |killed|, nine |wounded|, one |missing|      ->   dead, hurt, missing
"""

from collections.abc import Sequence

from diffing.ledger.language.lexicon import lexicon

DEAD, HURT, MISSING, HELD = "dead", "hurt", "missing", "held"
"""Kinds of harm to people."""


def harm_kinds(language: str) -> dict[str, Sequence[str]]:
    """Return the words of each kind of harm, as they are written.

    Of the words for harmed people, those of no other kind are of the dead; of these, 'casualties' may be hurt only.
    """
    numbers = lexicon(language).get("numbers", {})
    others = {harm: numbers.get(harm, ()) for harm in (HURT, MISSING, HELD)}
    told = {word for words in others.values() for word in words}
    return {DEAD: [word for word in numbers.get("harmed", ()) if word not in told], **others}


def harmless(language: str) -> Sequence[str]:
    """Return the phrases with a word for harm that tell of none: 'Dead Sea', 'dead heat'."""
    words: Sequence[str] = lexicon(language).get("numbers", {}).get("harmless", ())
    return words
