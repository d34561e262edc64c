"""Words with capitals beside a name that are no names.

Sen. Ada Quell, |D-Maine|, and Sauli Vaarni |(SAH-lee VAHR-nee)|      a party and a state; how a name is spoken
"""

from collections.abc import Sequence

from diffing.patterns import lazy_pattern

_SPOKEN = r"(?:[A-Z]{2,}(?:-[a-z]+)+|[a-z]+(?:-[a-z]+)*-[A-Z]{2,}(?:-[a-z]+)*)"
_SYLLABLES = rf"(?:{_SPOKEN}|[A-Z]{{2,}}|[a-z]+)"
# Words of a name that is spoken, after the first one.
_MOST_WORDS = 5
_ASIDE = lazy_pattern(
    r"(?:(?<=, )|(?<=\())[DIR]-[A-Z][a-z]*(?!\w)"
    rf"|\((?=[^()]{{0,80}}{_SPOKEN}){_SYLLABLES}(?: {_SYLLABLES}){{0,{_MOST_WORDS}}}\)"
)


def asides(text: str) -> Sequence[tuple[int, int]]:
    """Return start and end of the parties with their states, and of the pronunciations of names, in order."""
    return [match.span() for match in _ASIDE.finditer(text)] if "-" in text else ()
