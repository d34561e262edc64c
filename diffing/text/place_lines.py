"""The place that a report names before its first sentence, in capitals.

    KARLSUND - Mayor Lind asked for patience.       KARLSUND
    LOMERA.- La concejala pidió paciencia.          LOMERA
    DALBY (Ritzau) — The ministry is empty.         DALBY
    NATO met on Monday.                             none: nothing parts it from the sentence

Only the opening of a report has one, so a paragraph with another place is another opening.
"""

from diffing.patterns import lazy_pattern

_END = lazy_pattern(r"\s*\([^)]{2,20}\)(?=\s*[-–—.])|\s+[-–—]{1,2}\s|[.,]?\s?[-–—]\s|\.\s")
"""The signs behind a place: a dash, a full stop, an agency in brackets."""

_LONGEST = 40
_LEAST_LETTERS = 3


def place_line(text: str) -> str:
    """Return the place that a paragraph opens with; '' without one."""
    if not text[:2].isupper():
        return ""
    end = _END.search(text, 2, _LONGEST)
    place = text[: end.start()] if end else ""
    return place if place.isupper() and sum(map(str.isalpha, place)) >= _LEAST_LETTERS else ""
