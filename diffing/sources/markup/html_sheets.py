"""Classes of a style sheet that raise or lower small letters, as <sup> and <sub> do, or that strike or hide words.

    .power { vertical-align: super }                               power: sup
    .span2 { font-size: 0.8em; position: relative; top: -0.33em }    span2: sup, as LibreOffice writes it
    .old { text-decoration: line-through }                         old: struck
    .note { display: none }                                        note: hidden

Read are rules for one class, 'span.power, .exp { ... }'; what a rule says of elements around is not looked at. A class
that another rule shows, such as '.open .note { display: inline }', hides nothing, nor does one in @media.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from diffing.patterns import lazy_pattern
from diffing.sources.markup.html_state import LeftOut, reason_of_style

# Characters of style sheets that are looked at.
_LONGEST = 1_000_000
_WORDS = ("super", "sub", "relative")
_COMMENT = lazy_pattern(r"/\*(?s:.)*?(?:\*/|\Z)")
_CLASS = lazy_pattern(r"(?:span)?\.([\w-]{1,80})")
_ANY_CLASS = lazy_pattern(r"\.([\w-]{1,80})")
_ALIGNED = lazy_pattern(r"(?:^|[;\s])vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)
_PLACED = lazy_pattern(r"(?:^|[;\s])position\s*:\s*relative\b", re.IGNORECASE)
_SMALL = lazy_pattern(r"(?:^|[;\s])font-size\s*:\s*(?:0?\.\d+r?em|[1-9]\d(?:\.\d+)?%|smaller|x-small)", re.IGNORECASE)
_TOP = lazy_pattern(r"(?:^|[;\s])top\s*:\s*(-?)(?=[\d.]*[1-9])", re.IGNORECASE)
_BOTTOM = lazy_pattern(r"(?:^|[;\s])bottom\s*:\s*(-?)(?=[\d.]*[1-9])", re.IGNORECASE)
_SHOWING = ("display", "visibility", "text-decoration")


class Sheet(NamedTuple):
    """The classes that shift letters, with 'sup' or 'sub', and those that leave words out, with the reason."""

    shifted: Mapping[str, str]
    left_out: Mapping[str, LeftOut]


class _Rule(NamedTuple):
    selectors: str
    declarations: str
    is_conditional: bool


def sheet_of(text: str) -> Sheet:
    """Return what the classes of style sheets do."""
    shifted: dict[str, str] = {}
    left_out: dict[str, LeftOut] = {}
    shown: list[str] = []
    for selectors, declarations, is_conditional in _rules(text[:_LONGEST]):
        if tag := shift_of(declarations):
            shifted |= dict.fromkeys(_single_classes(selectors), tag)
        lowered = declarations.lower()
        if not any(word in lowered for word in _SHOWING):
            continue
        if (reason := reason_of_style(declarations)) is None:
            shown.append(selectors)
        elif not is_conditional:
            left_out |= dict.fromkeys(_single_classes(selectors), reason)
    if left_out:
        for selectors in shown:
            for name in _ANY_CLASS.findall(selectors):
                left_out.pop(name, None)
    return Sheet(shifted, left_out)


def _rules(text: str) -> Iterator[_Rule]:
    """Yield the rules of style sheets; those within others, as in @media, are conditional."""
    depth = 0
    for rule in _COMMENT.sub(" ", text).split("}"):
        around, _, declarations = rule.rpartition("{")
        before, _, selectors = around.rpartition("{")
        opened = rule.count("{")
        yield _Rule(selectors, declarations, depth > 0 or bool(before))
        depth = max(0, depth + opened - 1)


def _single_classes(selectors: str) -> Iterator[str]:
    """Yield the classes that a rule names alone, as '.power' or 'span.power'."""
    for selector in selectors.split(","):
        if match := _CLASS.fullmatch(selector.strip()):
            yield match[1]


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
