"""CriticMarkup: the changes of an editor in a text file.

    At least {--12--}{++14++} people {~~ended~>died~~}. {==Sure?==}{>>Ask the mayor.<<}

    final       At least 14 people died. Sure?
    original    At least 12 people ended. Sure?

The text of the other wording is taken out before paragraphs are looked for: a change may bring a paragraph.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from diffing.patterns import lazy_pattern
from diffing.sources.markup.change_marks import DELETED, INSERTED

SIGN = lazy_pattern(
    r"\{\+\+[^{}]{1,2000}\+\+\}|\{--[^{}]{1,2000}--\}|\{~~[^{}]{0,2000}~>[^{}]{0,2000}~~\}|\{>>[^{}]{1,2000}<<\}"
)
"""A change or a remark, for recognising such texts."""

_OPENING = lazy_pattern(r"\{(?:\+\+|--|~~|==|>>)")
_CLOSINGS = {"{++": "++}", "{--": "--}", "{~~": "~~}", "{==": "==}", "{>>": "<<}"}
_BETWEEN = "~>"


def one_wording(text: str, is_final: bool) -> str:
    """Return one wording of a text, with marks around what was changed; what is never closed stays as it is."""
    return "".join(_pieces(text, is_final)) if _OPENING.search(text) else text


def _pieces(text: str, is_final: bool) -> Iterator[str]:
    ends = {
        opening: [match.start() for match in re.finditer(re.escape(closing), text)]
        for opening, closing in _CLOSINGS.items()
    }
    at = 0
    for match in _OPENING.finditer(text):
        if match.start() < at:
            continue  # within another one
        kind = match[0]
        found = bisect_left(ends[kind], match.end())
        if found == len(ends[kind]):
            continue
        end = ends[kind][found]
        inside = text[match.end() : end]
        yield text[at : match.start()]
        at = end + len(_CLOSINGS[kind])
        if kind == "{==":
            yield inside
        elif kind == "{~~" and _BETWEEN in inside:
            before, _, after = inside.partition(_BETWEEN)
            yield _marked(before, DELETED, not is_final)
            yield _marked(after, INSERTED, is_final)
        elif kind == "{++":
            yield _marked(inside, INSERTED, is_final)
        elif kind != "{>>":
            yield _marked(inside, DELETED, not is_final)
    yield text[at:]


def _marked(text: str, marks: tuple[str, str], is_wanted: bool) -> str:
    """Return the marks around a text that is wanted; else around nothing, where the change is counted."""
    return f"{marks[0]}{text if is_wanted else ''}{marks[1]}"
