"""Classes of a style sheet that raise or lower small letters, as <sup> and <sub> do.

    .power { vertical-align: super }                               power: sup
    .span2 { font-size: 0.8em; position: relative; top: -0.33em }    span2: sup, as LibreOffice writes it

Read are rules for one class, 'span.power, .exp { ... }'; what a rule says of elements around is not looked at.
"""

import re
from collections.abc import Mapping

from diffing.patterns import lazy_pattern

# Characters of style sheets that are looked at.
_LONGEST = 1_000_000
_WORDS = ("super", "sub", "relative")
_COMMENT = lazy_pattern(r"/\*(?s:.)*?(?:\*/|\Z)")
_CLASS = lazy_pattern(r"(?:span)?\.([\w-]{1,80})")
_ALIGNED = lazy_pattern(r"(?:^|[;\s])vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)
_PLACED = lazy_pattern(r"(?:^|[;\s])position\s*:\s*relative\b", re.IGNORECASE)
_SMALL = lazy_pattern(r"(?:^|[;\s])font-size\s*:\s*(?:0?\.\d+r?em|[1-9]\d(?:\.\d+)?%|smaller|x-small)", re.IGNORECASE)
_TOP = lazy_pattern(r"(?:^|[;\s])top\s*:\s*(-?)(?=[\d.]*[1-9])", re.IGNORECASE)
_BOTTOM = lazy_pattern(r"(?:^|[;\s])bottom\s*:\s*(-?)(?=[\d.]*[1-9])", re.IGNORECASE)


def shifted_classes(sheet: str) -> dict[str, str]:
    """Return the classes that a style sheet raises or lowers, each with 'sup' or 'sub'."""
    found: dict[str, str] = {}
    sheet = sheet[:_LONGEST]
    if not any(word in sheet for word in _WORDS):
        return found
    for rule in _COMMENT.sub(" ", sheet).split("}"):
        selectors, _, declarations = rule.rpartition("{")
        if tag := shift_of(declarations):
            matches = (_CLASS.fullmatch(selector.strip()) for selector in selectors.rpartition("{")[2].split(","))
            found |= {match[1]: tag for match in matches if match}
    return found


def shift_of(declarations: str) -> str:
    """Return 'sup' or 'sub' for what raises or lowers letters; '' for other declarations."""
    if not any(word in declarations for word in _WORDS):
        return ""
    if aligned := _ALIGNED.search(declarations):
        return "sup" if aligned[1].lower() == "super" else "sub"
    if not _PLACED.search(declarations) or not _SMALL.search(declarations):
        return ""
    if top := _TOP.search(declarations):
        return "sup" if top[1] else "sub"
    bottom = _BOTTOM.search(declarations)
    return "" if bottom is None else "sub" if bottom[1] else "sup"


def tag_of_span(attributes: Mapping[str, str | None], shifted: Mapping[str, str]) -> str:
    """Return 'sup' or 'sub' for a span that is raised or lowered by its style or by a class of these; else 'span'."""
    if tag := shift_of(attributes.get("style") or ""):
        return tag
    if not shifted:
        return "span"
    return next((shifted[name] for name in (attributes.get("class") or "").split() if name in shifted), "span")
