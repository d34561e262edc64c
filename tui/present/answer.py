"""Changes in at most some lines: the weightiest of each group, as many as there is room for.

Facts       Two → Three dead · 31 → 37 injured · 5 more
Meaning     did not brake → did brake · 2 more
Only right  + Correction: He was not arrested. · 3 more · quotes 1

A number inside a headline or a passage that the other article tells otherwise stands with the facts too. A change is
cut only where it would not fit on a line of its own; what it is about goes first.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.measures.moved_blocks import MovedBlock, moved_blocks
from diffing.model import Comparison

from ..text.sanitize import visible
from ..text.words import MOVED
from ..text.wrapping import beginning, width
from .cells import BECOMES
from .change_words import CLOSING, OPENING, ChangeWords, change_words
from .differing import without_common
from .groups import Group, group_of, in_groups
from .labels import kinship, numbers
from .tally import BETWEEN, leaves_out
from .untold import RowGroup, untold

_LABEL_WIDTH = 12
# In less room, in cells, the changes need all of it.
_LABELLED_FROM = 32
# Fewer cells are too few to tell one change from another.
_LEAST = 8
# In less, the words of a run say more than how many more paragraphs there are.
_LEAST_OF_RUN = 24
# A paragraph behind another change is cut to no less.
_LEAST_OF_PASSAGE = 36
_SIGNS = ("− ", "+ ")


class Item(NamedTuple):
    """A change on a line: `entry` is its number in the ledger; the words are safe for a terminal.

    `sign` stands before words of one side; of a change with both sides, `old` stands before an arrow. `part` is the
    number of the child that is shown, if the entry itself is not.
    """

    entry: int
    sign: str
    old: str
    new: str
    about: str
    is_run: bool = False
    between: str = BECOMES
    part: int | None = None

    @property
    def arrow(self) -> str:
        """The sign between old and new words, if there are both."""
        return self.between if self.old and self.new else ""

    @property
    def width(self) -> int:
        """Width in cells."""
        return width("".join((self.sign, self.old, self.arrow, self.new, self.about)))


class _Member(NamedTuple):
    """A change of a group: the number of its entry, and of the child that it is, if it is a part of that entry."""

    number: int
    part: int | None = None

    def of(self, ledger: Ledger) -> Entry:
        """Return the entry, or its part."""
        entry = ledger.entries[self.number]
        return entry if self.part is None else entry.children[self.part]


class AnswerLine(NamedTuple):
    """A line of the answer: its label, changes, and a remark on what is not shown, or on the whole."""

    label: str
    items: tuple[Item, ...]
    rest: str


def answer(ledger: Ledger, comparison: Comparison, cells: int, lines: int) -> list[AnswerLine]:
    """Return at most `lines` lines about the changes that matter, none if nothing does; 20 or more `cells` hold each.

    Each group has a line, and further lines as long as there are some for its changes. The groups with the weightiest
    changes come first if there are more groups than lines; the others are counted on the last line. That these may be
    two stories is said before all, and what moved where a line is left. Where nothing matters and not everything was
    looked for, the paragraphs of one side are the answer.
    """
    if any(group_of(entry).matters for entry in ledger.entries) and lines and (kin := kinship(comparison)):
        said = next((words for words in kin if width(words) <= cells), kin[-1])
        return [AnswerLine("", (), said[0].upper() + said[1:]), *_changes(ledger, comparison, cells, lines - 1)]
    found = _changes(ledger, comparison, cells, lines)
    if not found and lines and leaves_out(ledger, comparison):
        found = _alone(ledger, comparison, cells, lines)
    if 0 < len(found) < lines and (moved := _moved(comparison, cells - _LABEL_WIDTH)):
        found.append(AnswerLine(f"{MOVED.capitalize():<{_LABEL_WIDTH}}", (), moved))
    return found


def _alone(ledger: Ledger, comparison: Comparison, cells: int, lines: int) -> list[AnswerLine]:
    """Return lines for paragraphs of one side that no change stands in: 'Only right  + It may rain. · 2 more'."""
    found = untold(ledger, comparison)
    label_width = _LABEL_WIDTH if cells >= _LABELLED_FROM else 0
    shown: list[AnswerLine] = []
    for group, sign in ((RowGroup.ONLY_LEFT, _SIGNS[0]), (RowGroup.ONLY_RIGHT, _SIGNS[1])):
        if members := found.get(group, ()):
            rest = _rest(len(members) - 1, _NOTHING, counts_rest=True)
            words = visible("".join(span.left or span.right for span in comparison.rows[members[0]].spans))
            said = sign + beginning(words, max(_LEAST, cells - label_width - width(sign + rest))) + rest
            shown.append(AnswerLine(f"{group.value:<{_LABEL_WIDTH}}"[:label_width], (), said))
    return shown[:lines]


def _changes(ledger: Ledger, comparison: Comparison, cells: int, lines: int) -> list[AnswerLine]:
    groups = _members(ledger)
    weightiest = sorted(groups, key=lambda group: _weight(groups[group][0]))[:lines]
    shown, others = ([group for group in groups if (group in weightiest) is is_shown] for is_shown in (True, False))
    counts = {group: _count(groups[group]) for group in others}
    beyond = _beyond({group: count for group, count in counts.items() if count}, cells)
    spare = lines - len(shown)
    found: list[AnswerLine] = []
    for group in shown:
        is_last = group is shown[-1]
        own = _lines(group, ledger, comparison, groups[group], cells, spare + 1, beyond if is_last else _NOTHING)
        spare -= len(own) - 1
        found += own
    return found


def _members(ledger: Ledger) -> dict[Group, Sequence[_Member]]:
    """Return the changes of each group that matters; numbers that other changes contain stand with the facts too.

    They stand at the place of the entry that contains them: of a number of dead in what an update tells first, the
    reader wants to know before all other numbers.
    """
    groups: dict[Group, Sequence[_Member]] = {
        group: [*map(_Member, members)] for group, members in in_groups(ledger).items() if group.matters
    }
    parts = [
        _Member(number, part)
        for number, entry in enumerate(ledger.entries)
        if entry.is_told_otherwise or entry.is_other_headline
        for part, child in enumerate(entry.children)
        if child.subject is Subject.NUMBER and child.change is Change.CHANGED
    ]
    if parts:
        facts = sorted([*groups.get(Group.FACTS, ()), *parts], key=lambda member: member.number)
        groups = {Group.FACTS: facts, **{group: own for group, own in groups.items() if group is not Group.FACTS}}
    return groups


def _weight(member: _Member) -> tuple[int, bool]:
    """Return the sort key of a change among those of other groups: an entry comes before its own parts."""
    return member.number, member.part is not None


def _count(members: Sequence[_Member]) -> int:
    """Return how many entries some changes are: a part is counted with its entry."""
    return sum(member.part is None for member in members)


def _moved(comparison: Comparison, room: int) -> str:
    """Return which paragraphs moved, the largest block first, and how many more blocks there are; in some cells."""
    blocks = sorted(moved_blocks(comparison), key=lambda block: -len(block.rows))
    shown = ""
    for count, block in enumerate(blocks, start=1):
        words = f"{shown}{BETWEEN if shown else ''}{_block(block)}"
        rest = f"{BETWEEN}{len(blocks) - count} more" if count < len(blocks) else ""
        if width(words + rest) > room:
            return f"{shown}{BETWEEN}{len(blocks) - count + 1} more" if shown else ""
        shown = words
    return shown


def _block(block: MovedBlock) -> str:
    count = len(block.left)
    way = f" {block.direction}" if block.direction else ""
    return f"{count} paragraph{'' if count == 1 else 's'}{way}, left {numbers(block.left)}"


class _Beyond(NamedTuple):
    """The changes of groups without a line: in words, '' where these would take much room, and how many they are."""

    words: str
    number: int


_NOTHING = _Beyond("", 0)


def _beyond(counts: Mapping[Group, int], cells: int) -> _Beyond:
    words = "".join(f"{BETWEEN}{group.value.lower()} {count}" for group, count in counts.items())
    return _Beyond(words if width(words) <= (cells - _LABEL_WIDTH) // 2 else "", sum(counts.values()))


def _lines(
    group: Group,
    ledger: Ledger,
    comparison: Comparison,
    members: Sequence[_Member],
    cells: int,
    lines: int,
    beyond: _Beyond,
) -> list[AnswerLine]:
    """Return the lines of a group: one, or more if its changes need them; `beyond` stands behind the last one."""
    found: list[AnswerLine] = []
    label_width = _LABEL_WIDTH if cells >= _LABELLED_FROM else 0
    label = f"{group.value:<{_LABEL_WIDTH}}"[:label_width]
    while True:
        is_last = len(found) + 1 >= lines
        items, rest = _items(ledger, comparison, members, cells - width(label), beyond, counts_rest=is_last)
        members = members[len(items) :]
        found.append(AnswerLine(label, tuple(items), rest))
        if is_last or not members:
            return found
        label = " " * label_width


def _items(
    ledger: Ledger, comparison: Comparison, members: Sequence[_Member], room: int, beyond: _Beyond, *, counts_rest: bool
) -> tuple[list[Item], str]:
    """Return the first changes that fit into some cells, at least one, and what is to be said of the others."""
    items: list[Item] = []
    if room - width(_rest(_count(members[1:]), beyond, counts_rest)) < _LEAST:
        beyond = beyond._replace(words="")
    for count, member in enumerate(members, start=1):
        between = width(BETWEEN) if items else 0
        rest = _rest(_count(members[count:]), beyond, counts_rest)
        item = _fitting(member, ledger, comparison, room - between - width(rest), not items, is_last=counts_rest)
        if item is None:
            break
        items.append(item)
        room -= between + item.width
    return items, _rest(_count(members[len(items) :]), beyond, counts_rest)


def _rest(count: int, beyond: _Beyond, counts_rest: bool) -> str:
    """Return what stands behind the changes of a line: how many more there are, unless they follow on the next line."""
    if count and not counts_rest:
        return ""
    count += 0 if beyond.words else beyond.number
    return (f"{BETWEEN}{count} more" if count else "") + beyond.words


def _fitting(
    member: _Member, ledger: Ledger, comparison: Comparison, room: int, is_first: bool, *, is_last: bool
) -> Item | None:
    """Return a change with what it is about, or without it, if it fits; the first of a line is cut until it does.

    On the last line of its group, a passage is cut behind another change too.

    Behind another change 'Three → Two' could be of anything: a number has what it counts, or is no part of the line.
    """
    one = member.of(ledger)
    words = change_words(one, comparison)
    is_whole = not is_first and bool(words.about) and one.subject is Subject.NUMBER
    every = (item._replace(part=member.part) for item in wordings(member.number, words))
    shown = list(islice(every, 1 if is_whole else None))
    fitting = next((item for item in shown if item.width <= room), None)
    is_cut = is_first or (is_last and one.is_passage and room >= _LEAST_OF_PASSAGE)
    return fitting or (cut(shown[-1], max(_LEAST, room)) if is_cut else None)


def wordings(entry: int, words: ChangeWords) -> Iterator[Item]:
    """Yield a change as it can be shown, the longest wording first.

    With what it is about, without, and without the series of words that both sides have: what differs is never cut.
    """
    if words.about:
        yield _plain(entry, words)._replace(about=f" {visible(words.about)}", is_run=words.is_run)
    if not words.is_run:
        yield _plain(entry, words)
        if words.old and words.new:
            old, new = _shorter(words.old, words.new)
            if (old, new) != (words.old, words.new):
                yield _plain(entry, words._replace(old=old, new=new))


def _shorter(old: str, new: str) -> tuple[str, str]:
    """Return old and new words without the series of words that both have; quotation marks stay around them."""
    if old.startswith(OPENING) and new.startswith(OPENING) and old.endswith(CLOSING) and new.endswith(CLOSING):
        inside = without_common(old[1:-1], new[1:-1])
        return f"{OPENING}{inside[0]}{CLOSING}", f"{OPENING}{inside[1]}{CLOSING}"
    return without_common(old, new)


def _plain(entry: int, words: ChangeWords) -> Item:
    sign = "" if words.old and words.new else _SIGNS[0] if words.old else _SIGNS[1]
    return Item(entry, sign, visible(words.old), visible(words.new), "", between=words.between)


def cut(item: Item, cells: int) -> Item:
    """Return a change in at most `cells`: each side keeps its beginning, in half of the room or what is left.

    How many more paragraphs a run has is said as long as there is room for some words too.
    """
    if not item.is_run or cells - width(item.about) < _LEAST_OF_RUN:
        item = item._replace(about="")
    room = max(2, cells - width(item.sign) - width(item.arrow) - width(item.about))
    old, new = width(item.old), width(item.new)
    if not item.arrow:
        old = new = room
    elif old > room // 2 and new > room - room // 2:
        old, new = room // 2, room - room // 2
    elif old + new > room:
        old, new = (old, room - old) if old <= room // 2 else (room - new, new)
    return item._replace(old=beginning(item.old, max(1, old)), new=beginning(item.new, max(1, new)))
