"""Raised and lowered digits: 10⁶ is another number than 106, and the note mark of 'note¹' is no part of a number."""

_RAISED = str.maketrans("0123456789+-\u2212=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-\u2212=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_RAISABLE = frozenset("0123456789+-\u2212=()ni")
_LOWERABLE = frozenset("0123456789+-\u2212=()")


def raised(text: str) -> str:
    """Return a text as superscript characters where all of its characters have one, else as it is: 1st, x⁻³."""
    return text.translate(_RAISED) if text and _RAISABLE.issuperset(text) else text


def lowered(text: str) -> str:
    """Return a text as subscript characters where all of its characters have one, else as it is: H₂O."""
    return text.translate(_LOWERED) if text and _LOWERABLE.issuperset(text) else text
