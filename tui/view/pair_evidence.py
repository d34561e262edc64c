"""Text of the information pane: why a row is a pair, what became of its words, what is set differently.

¶3: some words changed
Paired by similarity 88 %; both have: Dunmere, papermaking
...
Moved to ¶7 on the right: “He thanked his wife.”
Typography: quotes " → “ ×4 · dash -- → — · accents Nicols → Nicolás · 1 more
Hidden on the right: zero width space ×2
Tracked by Nora Lind, 2026-03-01 09:00: left “12” · right “14”
"""

from collections import Counter
from collections.abc import Iterator

from diffing.model import Comparison, Evidence, Kind, Op, Row, Span
from diffing.stage import Stage
from diffing.text.typography import SetDifferently, Setting, set_differently

from ..present.concealed import lookalike_changes, named
from ..present.entry_text import line
from ..present.groups import group_of
from ..present.labels import description, numbers, percent, places
from ..present.reviews import NOTE_SIGN, marks_in_words, note_lines
from ..present.sentence_pairs import sentence_numbers
from ..present.tracked import tracked
from ..text.sanitize import visible
from ..text.words import ALONE_BY_HAND, BY_HAND, ONLY_LEFT, ONLY_RIGHT, TRANSLATED, how_many
from ..text.wrapping import CUT, beginning, width
from .entry_marks import Marking, marking_of
from .outline import Block, BlockForm

# A moved phrase or sentence is named by its first words, in cells.
_NAME_WIDTH = 48
# Words that are set differently are shown up to here, in cells.
_WORDS_WIDTH = 24
# In these nothing can be seen.
_UNSEEN = (Setting.SPACE, Setting.FORM)


def explanation(stage: Stage, block: Block, cells: int, marking: Marking | None = None, note: str = "") -> list[str]:
    """Return what is known of a block, in lines still to be wrapped; a line that is a list ends at `cells`.

    `note` is the reader's note on its row.
    """
    if block.form is BlockForm.FOLD:
        return [block.line]
    comparison, row = stage.comparison, stage.rows[block.row]
    is_pending = block.row in stage.pending
    lines = [f"{places(row)}: {description(row, is_pending)}"]
    own = marking_of(comparison, marking)
    lines += _noted(note)
    for number in own.numbers_at(block.row) if own is not None else ():
        assert own is not None
        entry, said = own.entry(number), own.said(number)
        marked = f" ({marks_in_words(said)})" if said.marks else ""
        lines.append(f"{group_of(entry).value}: {visible(line(entry, comparison))}{marked}")
        lines += _noted(said.note)
    if row.pinned:
        lines.append(_by_hand(row))
    elif row.evidence is not None:
        lines += _reasons(row, row.evidence)
    elif row.furniture:
        lines.append("No counterpart, no sentence or beyond the story, and hardly a word of the story in it.")
    else:
        lines.append("No paragraph of the other article corresponds to it.")
    lines += _parted(comparison, row)
    if row.kind is Kind.TRANSLATED:
        lines += [*_sentences(row, cells), *_wording(row)]
    elif row.left and row.right and row.differs:
        lines += ["The words are still to be compared."] if is_pending else _wording(row)
    lines += _moves(comparison, block.row, cells)
    if row.typographic:
        lines.append(_typography(row, cells))
    for side, hidden in zip(("left", "right"), row.hidden, strict=True):
        if hidden:
            lines.append(f"Hidden on the {side}: {named(hidden)}")
    lines += lookalike_changes(row)
    lines += tracked(comparison, row)
    return lines


def _noted(note: str) -> list[str]:
    """Return the lines of a note, the first one with its sign."""
    if not note:
        return []
    first, *more = map(visible, note_lines(note))
    return [f"{NOTE_SIGN} {first}", *(f"  {own}" for own in more)]


def _by_hand(row: Row) -> str:
    """Return what the reader said of a row, and how alike its sides are."""
    if row.evidence is None:
        return f"{ALONE_BY_HAND[0].upper()}{ALONE_BY_HAND[1:]}."
    shared = ", ".join(map(visible, row.evidence.shared)) or "no rare word"
    return f"{BY_HAND[0].upper()}{BY_HAND[1:]}; similarity {percent(row.similarity)} %; both have: {shared}"


def _parted(comparison: Comparison, row: Row) -> Iterator[str]:
    """Yield which paragraphs the reader parted from those of a row."""
    lefts = [left for left, right in comparison.parted if right in row.right]
    rights = [right for left, right in comparison.parted if left in row.left]
    for name, parted in (("left", lefts), ("right", rights)):
        if parted:
            yield f"Parted by hand from {name} {numbers(sorted(set(parted)))}."


def _reasons(row: Row, evidence: Evidence) -> list[str]:
    shared = ", ".join(map(visible, evidence.shared)) or "no rare word"
    if row.kind is Kind.TRANSLATED:
        shared = ", ".join(map(visible, evidence.shared)) or "no word, but length and place fit"
        place = "out of the order of the other pairs" if row.moved else "in the order of the other pairs"
        lines = [f"Paired as a translation, {place}; both have, as the left writes it: {shared}"]
    else:
        lines = [f"Paired by similarity {percent(row.similarity)} %; both have: {shared}"]
    if evidence.rival is None:
        lines.append("There is no other candidate.")
    else:
        rival = f"left {numbers(evidence.rival.left)} with right {numbers(evidence.rival.right)}"
        lead = round(evidence.margin * 100)
        lines.append(f"The next best candidate is {rival}, {abs(lead)} points {'less' if lead >= 0 else 'more'} alike.")
    return lines


def _sentences(row: Row, cells: int) -> Iterator[str]:
    """Yield which sentences of a translation stand for each other: 'Sentences: 1-2 → 1 · 3 only left'."""
    if len(row.spans) > 1:
        lone = {Op.DELETE: f" {ONLY_LEFT}", Op.INSERT: f" {ONLY_RIGHT}"}
        shown = (f"{sentence_numbers(row, at)}{lone.get(span.op, '')}" for at, span in enumerate(row.spans))
        yield _listed("Sentences: ", [(part, 1) for part in shown], cells)


def _wording(row: Row) -> list[str]:
    lines = []
    for name, counts in zip(("Left", "Right"), row.words, strict=True):
        parts = [
            f"{count} {what}"
            for count, what in (
                (counts.kept, "kept"),
                (counts.moved, "moved"),
                (counts.changed, "changed"),
                (counts.translated, TRANSLATED),
                (counts.alone, ONLY_LEFT if name == "Left" else ONLY_RIGHT),
            )
            if count
        ]
        lines.append(f"{name}: {how_many(counts.total, 'word')}, {', '.join(parts) or 'none'}")
    if any(span.bounded for span in row.spans):
        lines.append("Too long and too different: some words were compared by a shortcut.")
    return lines


def _moves(comparison: Comparison, index: int, cells: int) -> Iterator[str]:
    """Yield where the other ends of moved texts are: all in this pair on one line, elsewhere a line each."""
    ends: dict[tuple[int, bool], list[Span]] = {}
    for span in comparison.rows[index].spans:
        if span.move is not None:
            ends.setdefault((span.move, bool(span.left)), []).append(span)
    within = [(_quoted(spans), 1) for (_, is_left), spans in ends.items() if is_left and spans[0].move_row is None]
    if within:
        yield _listed("Moved within the pair: ", within, cells)
    for (move, is_left), spans in ends.items():
        if spans[0].move_row is not None:
            place = _place(comparison, move, spans[0].move_row, is_left)
            where = f"to ¶{place} on the right" if is_left else f"from ¶{place} on the left"
            yield f"Moved {where}: {_quoted(spans)}"


def _quoted(spans: list[Span]) -> str:
    """Return the first words of a moved text; it is cut where the other end has a word that it does not have."""
    text = " ".join((span.left or span.right).strip() for span in spans)
    shown = beginning(visible(text), _NAME_WIDTH)
    if shown.endswith(CUT) and " " in shown:
        shown = f"{shown.rsplit(' ', 1)[0]} {CUT}"
    return f"“{shown}”"


def _place(comparison: Comparison, move: int, index: int, from_left: bool) -> str:
    """Return the paragraph number in which a move that begins on one side ends on the other."""
    row = comparison.rows[index]
    paragraphs = row.right if from_left else row.left
    before = ""
    for span in row.spans:
        text = span.right if from_left else span.left
        if span.move == move and text:
            begun = before + text[: len(text) - len(text.lstrip())]
            return numbers(paragraphs[begun.count("\n") :][:1])
        before += text
    return numbers(paragraphs)


def _typography(row: Row, cells: int) -> str:
    """Return what is set differently, equal cases once: one of each class, then the others."""
    found = Counter(set_differently(row.spans))
    first = {one.setting: one for one in reversed(found)}
    ordered = sorted(found, key=lambda one: first[one.setting] is not one)
    return _listed("Typography: ", [(_example(one, found[one]), found[one]) for one in ordered], cells)


def _example(one: SetDifferently, count: int) -> str:
    shown = one.setting.value
    if one.setting not in _UNSEEN:
        left, right = (beginning(visible(text), _WORDS_WIDTH) for text in (one.left, one.right))
        shown += f" {left} → {right}"
    return shown if count == 1 else f"{shown} ×{count}"


def _listed(before: str, parts: list[tuple[str, int]], cells: int) -> str:
    """Return the parts that fit in a line, at least one, and how many more there are; each part has its count."""
    line = before
    more = sum(count for _, count in parts)
    best = ""
    for place, (part, count) in enumerate(parts):
        line += f" · {part}" if place else part
        more -= count
        shown = f"{line} · {more} more" if more else line
        if place == 0 or width(shown) <= cells:
            best = shown
        if width(line) > cells:
            break
    return best
