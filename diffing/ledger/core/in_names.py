"""Words that are part of a name, and so do not mean what they say.

Medics |Without| Walls met      |Without| walls, the hut is cold      The level of the |Dead| Sea fell
"""

from diffing.patterns import lazy_pattern

# Characters beside a word in which its neighbours are looked up: longer than real words.
_BESIDE = 40
# Letters of a word that has a capital in headlines with capitals: 'of' and 'the' have none there.
_LONG = 4
_NEXT_WORD = lazy_pattern(r"[ \u00a0]+([^\W\d_])")
_INSIDE = lazy_pattern(r"[\w,][ \u00a0]+$")
_LONG_SMALL_WORD = lazy_pattern(rf"(?<!\w)(?=[^\W_]{{{_LONG}}})[^\W\d_A-Z]")


def is_in_name(text: str, start: int, end: int) -> bool:
    """Return whether the word at a place of a text is part of a name: it and the next word have capitals.

    The word does not begin its sentence, and the text is no headline in which all long words have capitals.
    """
    following = _NEXT_WORD.match(text, end)
    return (
        text[start].isupper()
        and following is not None
        and following[1].isupper()
        and _INSIDE.search(text, max(0, start - _BESIDE), start) is not None
        and any(found[0].islower() for found in _LONG_SMALL_WORD.finditer(text))
    )
