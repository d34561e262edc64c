"""Counts of the changes: the same numbers in the title, the answer, the lists and the report.

    20 changes that matter · 5 small edits · 3 reworded · 1 only left · 2 moved

A change of the ledger matters or is a small edit. Paragraphs without any are counted by what became of them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from diffing.ledger.core.model import Ledger
from diffing.model import Comparison

from ..text import words
from .coverage import IN_PART, coverage
from .groups import group_of
from .hidden_by_reader import hidden_count
from .untold import RowGroup, untold

BETWEEN = " · "
"""Stands between two changes, and between two counts."""


class Tally(NamedTuple):
    """Changes of the ledger; of the paragraphs of the story without any the reworded, and those of one side; moves.

    A paragraph that moved is counted apart, whatever else became of it. `typographic` are runs of words; `hidden` are
    changes and paragraphs that the reader's rules hide.
    """

    matter: int
    small: int
    reworded: int
    only_left: int
    only_right: int
    moved: int
    typographic: int
    hidden: int = 0


def tally(ledger: Ledger, comparison: Comparison) -> Tally:
    """Return what there is."""
    counts = {group: len(members) for group, members in untold(ledger, comparison).items()}
    reworded, only_left, only_right, moved = (counts.get(group, 0) for group in RowGroup)
    matter = sum(group_of(entry).matters for entry in ledger.entries)
    return Tally(
        matter,
        len(ledger.entries) - matter,
        reworded,
        only_left,
        only_right,
        moved,
        sum(row.typographic for row in comparison.rows),
        hidden_count(comparison, ledger),
    )


def changes_counted(ledger: Ledger, comparison: Comparison) -> tuple[str, ...]:
    """Return how many changes there are, the longest wording first: '20 changes that matter · 5 small edits'.

    What rules hide is counted in all of them but the last. Where not everything was looked for, it is not said that
    nothing matters.
    """
    found = tally(ledger, comparison)
    noun = _noun(comparison)
    some = f"{found.matter} {noun}{_s(found.matter)} that matter{'s' if found.matter == 1 else ''}"
    first = some if found.matter else "nothing found that matters"
    is_in_part = leaves_out(ledger, comparison) and not found.matter
    parts = [IN_PART if is_in_part else first, *_others(found)]
    hidden = _hidden(found)
    shorter = [[*parts[:length], *hidden] for length in range(len(parts), 0, -1)]
    return tuple(map(BETWEEN.join, [*shorter, parts[:1]] if hidden else shorter))


def untold_counted(ledger: Ledger, comparison: Comparison) -> str:
    """Return how many paragraphs differ without a change that is listed, '' for none: '3 reworded, 1 only left'."""
    return ", ".join(_paragraphs(tally(ledger, comparison)._replace(matter=0)))


def counted_as_hidden(ledger: Ledger, comparison: Comparison) -> str:
    """Return how much the reader's rules hide, '' if they hide nothing: '3 hidden by rules'."""
    return "".join(_hidden(tally(ledger, comparison)))


def no_change(ledger: Ledger, comparison: Comparison) -> str:
    """Return what there is where no change matters: 'No change found that matters; 4 reworded, 12 of typography'.

    Where not everything was looked for, it is not said that nothing matters: '1 paragraph only right'.
    """
    found = tally(ledger, comparison)
    others = list(_others(found))
    typography = [f"{found.typographic} of typography"] if found.typographic else []
    typography += _hidden(found)
    if not leaves_out(ledger, comparison):
        return "; ".join(filter(None, (f"No {_noun(comparison)} found that matters", ", ".join(others + typography))))
    if others and not found.small:
        count, first = others[0].split(" ", 1)
        others[0] = f"{count} paragraph{_s(int(count))} {first}"
    return ", ".join(others + typography) or IN_PART.capitalize()


def nothing_found(ledger: Ledger, comparison: Comparison) -> list[str]:
    """Return what there is where no change matters, and in a second text what was not looked for."""
    said = coverage(ledger) if leaves_out(ledger, comparison) else ""
    return list(filter(None, (no_change(ledger, comparison), said)))


def leaves_out(ledger: Ledger, comparison: Comparison) -> bool:
    """Return whether there may be changes that were not looked for: between equal texts there are none."""
    return bool(ledger.uncovered) and (comparison.differs or comparison.languages is not None)


def _noun(comparison: Comparison) -> str:
    """Return what an entry is called: a translation changes no article."""
    return "change" if comparison.languages is None else "difference"


def _others(found: Tally) -> Iterator[str]:
    """Yield what there is beside the changes that matter."""
    if found.small:
        yield f"{found.small} {words.SMALL_EDIT if found.small == 1 else words.SMALL_EDITS}"
    yield from _paragraphs(found)


def _paragraphs(found: Tally) -> Iterator[str]:
    """Yield the numbers of paragraphs without a change."""
    for count, said in (
        (found.reworded, words.REWORDED),
        (found.only_left, f"more {words.ONLY_LEFT}" if found.matter else words.ONLY_LEFT),
        (found.only_right, f"more {words.ONLY_RIGHT}" if found.matter else words.ONLY_RIGHT),
        (found.moved, words.MOVED),
    ):
        if count:
            yield f"{count} {said}"


def _hidden(found: Tally) -> list[str]:
    return [f"{found.hidden} hidden by rules"] if found.hidden else []


def _s(count: int) -> str:
    return "" if count == 1 else "s"
