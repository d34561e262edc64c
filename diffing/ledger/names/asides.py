"""Words with capitals beside a name that are no names.

Sen. Ada Quell, |D-Maine|, and Sauli Vaarni |(SAH-lee VAHR-nee)|      a party and a state; how a name is spoken
The depot on Monday. |Photo: Ian Toller/AP|                           who took a picture, at the end of its caption
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


# A label with a name, or a name and an agency with a stroke between, at the end of a caption.
_LABEL = (
    r"(?:Photo(?:graph|grapher|graphie)?s?|Pictures?|Images?|Credits?|Fotos?|Foto(?:graf|grafie|grafía|grafia)|Bild|Imagen|Crédit"
    r"|Фото)"
)
_PERSON = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
_CREDIT = lazy_pattern(rf"(?:{_LABEL}(?: by|:) ?[^.:]{{1,80}}|{_PERSON} ?/ ?{_PERSON}(?: ?/ ?{_PERSON})?)[.)]?$")
# The characters of a paragraph in which its credit is looked up.
_CREDIT_LENGTH = 100


def asides(text: str) -> Sequence[tuple[int, int]]:
    """Return start and end of the parties with their states, the pronunciations of names, and the credit, in order."""
    found = [match.span() for match in _ASIDE.finditer(text)] if "-" in text else []
    if "/" in text[-_CREDIT_LENGTH:] or ":" in text[-_CREDIT_LENGTH:]:
        credit = _CREDIT.search(text, max(0, len(text) - _CREDIT_LENGTH))
        found += [credit.span()] if credit else []
    return found
