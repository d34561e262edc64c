"""Lines at the head and the foot of each page: running titles, addresses, numbers of pages.

Lurvik Post      3 March 2026      the same at the top of each page but for figures
- 7 -                              the number of the page
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from diffing.model import Role
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Block
from diffing.sources.printed.lines import Line, same_size

_FIGURES = lazy_pattern(r"\d+")
_NUMBER = lazy_pattern(
    r"\W*(?:\w{1,9}\.?\s)?(\d{1,4})(?:\s*(?:/|of|von|de|sur|di|av|van)\s*\d{1,4})?\W*", re.IGNORECASE
)
# What browsers print at the edges of each page: the time, the title and the address, the number of the page.
_PRINTED = {
    Role.HEADER: lazy_pattern(
        r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\.?,? \d{1,2}:\d\d(?:[ ,].*)?|.*\b(?:https?|file)://\S+"
    ),
    Role.FOOTER: lazy_pattern(r"(?:https?|file)://\S+ (?:\| )?\d+/\d+|\d+ \w{1,3} \d+ .*\d:\d\d(?: [AP]M)?"),
}
# Lines at each end of a page that are looked at, and the share of pages that must have one.
_LINES = 3
# The least gap between such a line and the text, in sizes of its letters.
_GAP = 1.5
_LEAST_SHARE = 0.4
_LEAST_PAGES = 2
# Points by which the height of such a line may differ from page to page.
_LEVEL = 6.0


class Parted(NamedTuple):
    """Lines of the text, and blocks of what stands at the heads and feet of pages, each once."""

    lines: list[Line]
    heads: list[Block]
    feet: list[Block]


def parted(lines: Sequence[Line], pages: int) -> Parted:
    """Return the lines of `pages` pages without those at their heads and feet."""
    by_page: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    ends: dict[int, Role] = {}
    places: defaultdict[tuple[str, Role, int], set[int]] = defaultdict(set)
    for number, own in by_page.items():
        ranked = sorted(own, key=lambda line: -line.across)
        for role, outer in ((Role.HEADER, ranked), (Role.FOOTER, ranked[::-1])):
            for line in _apart(outer):
                ends.setdefault(id(line), role)
                for level in (0, 1):
                    places[_form(line), role, round(line.across / _LEVEL + level / 2)].add(number)
    needed = max(_LEAST_PAGES, _LEAST_SHARE * len(by_page))
    found = Parted([], [], [])
    said: set[tuple[str, Role]] = set()
    for line in lines:
        own_role = ends.get(id(line))
        if own_role is None or not _is_running(line, own_role, places, needed, by_page[line.page], pages):
            found.lines.append(line)
        elif (_form(line), own_role) not in said:
            said.add((_form(line), own_role))
            (found.heads if own_role is Role.HEADER else found.feet).append(
                Block(line.text.replace(" | ", " "), own_role)
            )
    return found


def _apart(ranked: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of a page from its edge inwards, up to the last that a gap or its size parts from the text."""
    end = 0
    for at, line in enumerate(ranked[:_LINES]):
        inner = [other for other in ranked[at + 1 :] if abs(line.across - other.across) > line.size / 2]
        near = inner[0] if inner else line
        if not inner or abs(line.across - near.across) >= _GAP * line.size or not same_size(line, near):
            end = at + 1
    return ranked[:end]


def _form(line: Line) -> str:
    """Return the text of a line with one sign for each number."""
    return _FIGURES.sub("#", line.text)


def _is_running(
    line: Line,
    role: Role,
    places: dict[tuple[str, Role, int], set[int]],
    needed: float,
    page: Sequence[Line],
    pages: int,
) -> bool:
    levels = (round(line.across / _LEVEL + level / 2) for level in (0, 1))
    if any(len(places.get((_form(line), role, level), ())) >= needed for level in levels):
        return True
    is_outermost = line.across in (max(each.across for each in page), min(each.across for each in page))
    if not is_outermost or len(page) < 2:
        return False
    number = _NUMBER.fullmatch(line.text)
    if number is not None and int(number[1]) == line.page + 1 <= pages:
        return True
    return _PRINTED[role].fullmatch(line.text) is not None
