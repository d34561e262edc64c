"""Why two paragraphs stand beside each other: what speaks for the pair, and what it was chosen over."""

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from diffing.model import Comparison, Evidence, Row
from tui.labels import description, numbers, percent, places
from tui.reading import Block, Form
from tui.visible import visible


class Info(Static):
    """A few lines below the articles, shown on demand."""

    comparison: reactive[Comparison | None] = reactive(None)
    block: reactive[Block | None] = reactive(None, layout=True)

    def render(self) -> Content:
        """What is known of the current row."""
        if self.comparison is None or self.block is None:
            return Content()
        if self.block.form is Form.FOLD:
            return Content(self.block.line)
        row = self.comparison.rows[self.block.row]
        lines = [f"¶ {places(row)}: {description(row)}"]
        if row.evidence is not None:
            lines += _reasons(row.similarity, row.evidence)
        elif row.furniture:
            lines.append("No counterpart, no sentence or beyond the story, and hardly a word of the story in it.")
        else:
            lines.append("No paragraph of the other article corresponds to it.")
        if row.left and row.right and row.differs:
            lines += _wording(row)
        return Content("\n".join(lines))


def _wording(row: Row) -> list[str]:
    lines = []
    for name, counts in zip(("Left", "Right"), row.words, strict=True):
        parts = [
            f"{count} {what}"
            for count, what in (
                (counts.kept, "kept"),
                (counts.moved, "moved"),
                (counts.changed, "changed"),
                (counts.alone, "omitted" if name == "Left" else "added"),
            )
            if count
        ]
        lines.append(f"{name}: {counts.total} words, {', '.join(parts) or 'none'}")
    if any(span.bounded for span in row.spans):
        lines.append("Too long and too different: some words were compared by a shortcut.")
    if row.typographic:
        lines.append(f"{row.typographic} typographic")
    return lines


def _reasons(similarity: float, evidence: Evidence) -> list[str]:
    shared = ", ".join(map(visible, evidence.shared)) or "no rare word"
    lines = [f"Paired by similarity {percent(similarity)} %; both have: {shared}"]
    if evidence.rival is None:
        lines.append("There is no other candidate.")
    else:
        rival = f"left {numbers(evidence.rival.left)} with right {numbers(evidence.rival.right)}"
        lead = round(evidence.margin * 100)
        lines.append(f"The next best candidate is {rival}, {abs(lead)} points {'less' if lead >= 0 else 'more'} alike.")
    return lines
