"""The map at the edge of the page: a mark for each row that differs, wide for one that matters, with a link to it."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from diffing.model import Row

from .marks import Changes

_HEIGHT = 1000
# Marks of the map: more would touch each other on any screen, and make a page of a book large.
_MOST = 400
_WIDTHS = {True: 14, False: 5}


def edge(rows: Sequence[Row], changes: Changes) -> Iterator[Markup]:
    """Yield the map. It repeats what the list and the articles have, so a screen reader passes over it."""
    yield Markup('<svg class=map viewBox="0 0 14 1000" preserveAspectRatio=none aria-hidden=true>')
    seen: set[int] = set()
    for at, row in enumerate(rows):
        is_hit = changes.matter_in(at)
        place = at * _MOST // max(1, len(rows))
        if row.furniture or not (is_hit or row.differs) or place in seen:
            continue
        seen.add(place)
        side, number = ("R", row.right[0]) if row.right else ("L", row.left[0])
        yield Markup('<a href="#{}{}" tabindex=-1><rect class={} x={} y="{:.0f}" width={} height=6 /></a>').format(
            side,
            number + 1,
            "mm" if is_hit else "md",
            _WIDTHS[True] - _WIDTHS[is_hit],
            at * (_HEIGHT - 6) / max(1, len(rows) - 1) if len(rows) > 1 else 0,
            _WIDTHS[is_hit],
        )
    yield Markup("</svg>")
