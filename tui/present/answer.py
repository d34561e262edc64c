"""Changes in at most some lines: the weightiest of each group, as many as there is room for.

Facts       Two → Three dead · 31 → 37 injured · 5 more
Meaning     did not brake → did brake · 2 more
Only right  + Correction: He was not arrested. · 3 more · quotes 1

A change is cut only where it would not fit on a line of its own; what it is about goes first.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from diffing.ledger.core.model import Ledger
from diffing.model import Comparison, Kind, Row

from ..text.sanitize import visible
from ..text.wrapping import beginning, width
from .cells import BECOMES
from .change_words import ChangeWords, change_words
from .coverage import coverage
from .groups import Group, group_of, in_groups

BETWEEN = " · "
"""Stands between two changes."""
_LABEL_WIDTH = 12
# Fewer cells are too few to tell one change from another.
_LEAST = 8
_SIGNS = ("− ", "+ ")


class Item(NamedTuple):
    """A change on a line: `entry` is its number in the ledger; the words are safe for a terminal.

    `sign` stands before words of one side; of a change with both sides, `old` stands before an arrow.
    """

    entry: int
    sign: str
    old: str
    new: str
    about: str

    @property
    def arrow(self) -> str:
        """The sign between old and new words, if there are both."""
        return BECOMES if self.old and self.new else ""

    @property
    def width(self) -> int:
        """Width in cells."""
        return width("".join((self.sign, self.old, self.arrow, self.new, self.about)))


class AnswerLine(NamedTuple):
    """A line of the answer: its group, changes of the group, and a remark on what is not shown."""

    group: Group
    label: str
    items: tuple[Item, ...]
    rest: str


def answer(ledger: Ledger, comparison: Comparison, cells: int, lines: int) -> list[AnswerLine]:
    """Return at most `lines` lines about the changes that matter, none if nothing does; 32 or more `cells` hold each.

    Each group has a line, and further lines as long as there are some for its changes. The groups with the weightiest
    changes come first if there are more groups than lines; the others are counted on the last line.
    """
    groups = {group: members for group, members in in_groups(ledger).items() if group.matters}
    weightiest = sorted(groups, key=lambda group: groups[group][0])[:lines]
    shown, others = ([group for group in groups if (group in weightiest) is is_shown] for is_shown in (True, False))
    beyond = _beyond({group: len(groups[group]) for group in others}, cells)
    spare = lines - len(shown)
    found: list[AnswerLine] = []
    for group in shown:
        is_last = group is shown[-1]
        own = _lines(group, ledger, comparison, groups[group], cells, spare + 1, beyond if is_last else _NOTHING)
        spare -= len(own) - 1
        found += own
    return found


class _Beyond(NamedTuple):
    """The changes of groups without a line: in words, or where these would take much room, only their number."""

    words: str
    number: int


_NOTHING = _Beyond("", 0)


def _beyond(counts: Mapping[Group, int], cells: int) -> _Beyond:
    words = "".join(f"{BETWEEN}{group.value.lower()} {count}" for group, count in counts.items())
    return _Beyond(words, 0) if width(words) <= (cells - _LABEL_WIDTH) // 2 else _Beyond("", sum(counts.values()))


def _lines(
    group: Group,
    ledger: Ledger,
    comparison: Comparison,
    members: Sequence[int],
    cells: int,
    lines: int,
    beyond: _Beyond,
) -> list[AnswerLine]:
    """Return the lines of a group: one, or more if its changes need them; `beyond` stands behind the last one."""
    found: list[AnswerLine] = []
    label = f"{group.value:<{_LABEL_WIDTH}}"
    while True:
        is_last = len(found) + 1 >= lines
        items, rest = _items(ledger, comparison, members, cells - width(label), beyond, counts_rest=is_last)
        members = members[len(items) :]
        found.append(AnswerLine(group, label, tuple(items), rest))
        if is_last or not members:
            return found
        label = " " * _LABEL_WIDTH


def _items(
    ledger: Ledger, comparison: Comparison, members: Sequence[int], room: int, beyond: _Beyond, *, counts_rest: bool
) -> tuple[list[Item], str]:
    """Return the first changes that fit into some cells, at least one, and what is to be said of the others."""
    items: list[Item] = []
    for count, entry in enumerate(members, start=1):
        between = width(BETWEEN) if items else 0
        rest = _rest(len(members) - count, beyond, counts_rest)
        item = _fitting(entry, change_words(ledger.entries[entry], comparison), room - between - width(rest), not items)
        if item is None:
            break
        items.append(item)
        room -= between + item.width
    return items, _rest(len(members) - len(items), beyond, counts_rest)


def _rest(count: int, beyond: _Beyond, counts_rest: bool) -> str:
    """Return what stands behind the changes of a line: how many more there are, unless they follow on the next line."""
    if count and not counts_rest:
        return ""
    count += beyond.number
    return (f"{BETWEEN}{count} more" if count else "") + beyond.words


def _fitting(entry: int, words: ChangeWords, room: int, is_first: bool) -> Item | None:
    """Return a change with what it is about, or without it, if it fits; the first of a line is cut until it does."""
    for item in wordings(entry, words):
        if item.width <= room:
            return item
    return cut(_plain(entry, words), max(_LEAST, room)) if is_first else None


def wordings(entry: int, words: ChangeWords) -> Iterator[Item]:
    """Yield a change as it can be shown, the longest wording first: with what it is about, and without."""
    if words.about:
        yield _plain(entry, words)._replace(about=f" {visible(words.about)}")
    yield _plain(entry, words)


def _plain(entry: int, words: ChangeWords) -> Item:
    sign = "" if words.old and words.new else _SIGNS[0] if words.old else _SIGNS[1]
    return Item(entry, sign, visible(words.old), visible(words.new), "")


def cut(item: Item, cells: int) -> Item:
    """Return a change in at most `cells`: each side keeps its beginning, in half of the room or what is left."""
    item = item._replace(about="")
    room = max(2, cells - width(item.sign) - width(item.arrow))
    old, new = width(item.old), width(item.new)
    if not item.arrow:
        old = new = room
    elif old > room // 2 and new > room - room // 2:
        old, new = room // 2, room - room // 2
    elif old + new > room:
        old, new = (old, room - old) if old <= room // 2 else (room - new, new)
    return item._replace(old=beginning(item.old, max(1, old)), new=beginning(item.new, max(1, new)))


def no_change(ledger: Ledger, comparison: Comparison) -> str:
    """Return what there is where no change matters: 'No change found that matters; 4 rewordings, 12 of typography'.

    Where not everything was looked for, that is said first.
    """
    rows = comparison.rows
    said = f"Looked for only in part: {coverage(ledger)}" if ledger.uncovered else "No change found that matters"
    parts = [
        f"{count} {one if count == 1 else many}"
        for count, one, many in (
            (sum(map(_is_edited, rows)), "rewording", "rewordings"),
            (sum(row.typographic for row in rows), "of typography", "of typography"),
            (_moved(comparison), "paragraph moved", "paragraphs moved"),
        )
        if count
    ]
    return "; ".join(filter(None, (said, ", ".join(parts))))


def changes_counted(ledger: Ledger, comparison: Comparison, told: Collection[int]) -> tuple[str, ...]:
    """Return how many changes there are, the longest wording first: '20 changes that matter · 5 small edits'.

    `told` are the rows (0-based) with an entry. A small edit is an entry that does not matter, or another row of both
    sides with other words; a row that only moved is none.
    """
    count = sum(group_of(entry).matters for entry in ledger.entries)
    others = [row for at, row in enumerate(comparison.rows) if at not in told and row.differs_in_story]
    small = len(ledger.entries) - count + sum(map(_is_edited, others))
    moved = _moved(comparison)
    parts = [f"{count or 'no'} change{'' if count == 1 else 's'} that matter{'s' if count == 1 else ''}"]
    if small:
        parts.append(f"{small} small edit{'' if small == 1 else 's'}")
    if moved:
        parts.append(f"{moved} paragraph{'' if moved == 1 else 's'} moved")
    return tuple(BETWEEN.join(parts[:length]) for length in range(len(parts), 0, -1))


def _is_edited(row: Row) -> bool:
    """Return whether a row of the story has both sides, and other words on them."""
    return bool(row.left and row.right) and row.kind is not Kind.UNCHANGED and not row.furniture


def _moved(comparison: Comparison) -> int:
    return sum(row.moved and not row.furniture for row in comparison.rows)
