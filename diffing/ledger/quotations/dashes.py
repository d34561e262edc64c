"""Speech that dashes set apart, as Spanish and French print it, where it is certain.

    —Hemos venido —dijo ella—. Y hemos visto.       Hemos venido | . Y hemos visto.
    — Nous sommes venus, dit-elle. Nous avons vu.   Nous sommes venus | Nous avons vu.

A dash begins lists and asides too: only a paragraph that a reporting verb interrupts as it does in speech is one.
"""

import re
from functools import cache

from diffing.ledger.language.lexicon import Lexicon
from diffing.ledger.quotations.marks import Marked

_DASH = "[—–―]"


@cache
def _interrupted(verbs: tuple[str, ...], subjects: tuple[str, ...]) -> re.Pattern[str]:
    """The words with which a speech is interrupted: between dashes, or behind a comma with the subject inverted."""
    verb, subject = "|".join(map(re.escape, verbs)), "|".join(map(re.escape, subjects))
    inverted = rf"|,\s*(?:{verb})[-\s](?:t-)?(?:{subject})\b[^,.;:!?…]*[,.]?" if subjects else ""
    return re.compile(rf"\s{_DASH}(?:\w+\s)?(?:{verb})\b[^—–―]*(?:{_DASH}|$){inverted}", re.IGNORECASE)


def speech_in_dashes(text: str, lexicon: Lexicon) -> tuple[Marked, ...]:
    """The words spoken in a paragraph that begins with a dash; none in a language that does not write speech so."""
    table = lexicon.get("quotations", {})
    if text[:1] not in "—–―" or not table.get("speech_in_dashes", False):
        return ()
    found = _interrupted(tuple(table["verbs"]), tuple(table.get("inverted_subjects", ()))).search(text)
    if found is None:
        return ()
    parts = (Marked(1, found.start(), text[0]), Marked(found.end(), len(text), text[0]))
    return tuple(part for part in parts if re.search(r"\w", text[part.start : part.end]))
