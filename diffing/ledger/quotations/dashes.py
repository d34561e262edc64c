"""Find speech between dashes, as Spanish and French print it.

    —Hemos venido —dijo ella—. Y hemos visto.       Hemos venido | . Y hemos visto.
    — Nous sommes venus, dit-elle. Nous avons vu.   Nous sommes venus | Nous avons vu.

A dash begins lists and asides too. Only a paragraph in which a reporting verb interrupts the words counts as speech.
"""

import re
from functools import cache

from diffing.ledger.language.lexicon import Lexicon
from diffing.ledger.quotations.marks import Marked

_DASH = "[—–―]"


@cache
def _interruption(verbs: tuple[str, ...], subjects: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of words that interrupt speech: between dashes, or behind a comma ('dit-elle')."""
    verb, subject = "|".join(map(re.escape, verbs)), "|".join(map(re.escape, subjects))
    inverted = rf"|,\s*(?:{verb})[-\s](?:t-)?(?:{subject})\b[^,.;:!?…]*[,.]?" if subjects else ""
    return re.compile(rf"\s{_DASH}(?:\w+\s)?(?:{verb})\b[^—–―]*(?:{_DASH}|$){inverted}", re.IGNORECASE)


def speech_in_dashes(text: str, lexicon: Lexicon) -> tuple[Marked, ...]:
    """Return the words spoken in a paragraph that begins with a dash.

    The result is empty if the language does not write speech in dashes.
    """
    table = lexicon.get("quotations", {})
    if text[:1] not in "—–―" or not table.get("speech_in_dashes", False):
        return ()
    match = _interruption(tuple(table["verbs"]), tuple(table.get("inverted_subjects", ()))).search(text)
    if match is None:
        return ()
    parts = (Marked(1, match.start(), text[0]), Marked(match.end(), len(text), text[0]))
    return tuple(part for part in parts if re.search(r"\w", text[part.start : part.end]))
