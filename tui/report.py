"""A comparison as plain text, to be read from top to bottom: in a pager, a mail, or by a screen reader.

    ~ edited: left 11, right 6 (similarity 93 %)
      ... support from Russia to [-be able to-] continue exporting oil{+,+} despite US sanctions.

Each paragraph is named with what happened to it, and words are marked as wdiff does: [-only left-] and {+only right+}.
Nothing depends on colour; with it, the same words are coloured too.
"""

from collections.abc import Iterator

from diffing.model import Article, Comparison, Row
from tui.cells import Role, redline
from tui.hidden import counted, named
from tui.labels import bounds, counts, description, numbers, sign, similarity
from tui.visible import Visible, visible

_RED, _GREEN, _DIM, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[2m", "\x1b[0m"
_OLD, _NEW = ("[-", "-]", _RED), ("{+", "+}", _GREEN)
_BRACKETS = {
    Role.OMITTED: _OLD,
    Role.REWORDED_STRUCK: _OLD,
    Role.MOVED_STRUCK: _OLD,
    Role.ADDED: _NEW,
    Role.REWORDED: _NEW,
    Role.MOVED: _NEW,
}
# Of an unchanged paragraph the report shows the beginning, so that the reader knows the place.
_EXCERPT = 72


def to_text(comparison: Comparison, colour: bool = False) -> str:
    """The report, with a line feed after each line; escape codes only where `colour` asks for them."""
    return "".join(text_lines(comparison, colour))


def text_lines(comparison: Comparison, colour: bool = False) -> Iterator[str]:
    """The same report a line at a time, each with its line feed."""
    return (line + "\n" for line in _lines(comparison, colour))


def _lines(comparison: Comparison, colour: bool) -> Iterator[str]:
    yield f"Left:  {_heading(comparison.left)}"
    yield f"Right: {_heading(comparison.right)}"
    yield f"Found: {counts(comparison)}"
    if bounds(comparison):
        yield f"Note:  {bounds(comparison)}"
    if counted(comparison):
        yield f"Hides: {counted(comparison)}"
    for row in comparison.rows:
        yield ""
        yield _title(row)
        for name, hidden in zip(("left", "right"), row.hidden, strict=True):
            if hidden:
                yield f"  hidden on the {name}: {named(hidden)}"
        if row.differs:
            yield from _body(row, colour)
        else:
            yield "  " + _painted(_excerpt(comparison.left.text(row.left)), _DIM, colour)


def _heading(article: Article) -> str:
    count = len(article.paragraphs)
    shown = f"{visible(article.source)}, {count} paragraph{'' if count == 1 else 's'}"
    return shown if article.encoding == "utf-8" else f"{shown}, {visible(article.encoding)}"


def _title(row: Row) -> str:
    sides = [f"{name} {numbers(indices)}" for name, indices in (("left", row.left), ("right", row.right)) if indices]
    title = f"{sign(row)} {description(row)}: {', '.join(sides)}"
    return f"{title} (similarity {similarity(row)} %)" if row.left and row.right and row.differs else title


def _body(row: Row, colour: bool) -> Iterator[str]:
    """The row's text with its words marked, a line a paragraph (of the right side, where the sides differ)."""
    if row.left and row.right:
        text = "".join(_marked(piece, role, colour) for piece, role in redline(row, " "))
    else:
        text = "".join(_shown(span.left or span.right) for span in row.spans)
    for line in text.split("\n"):
        yield f"  {line}"


def _marked(text: str, role: Role, colour: bool) -> str:
    """A piece of the redline in the brackets of its role, white space at its ends left outside."""
    core = text.strip()
    if role not in _BRACKETS or not core:
        return _shown(text)
    opening, closing, code = _BRACKETS[role]
    start = text.index(core)
    marked = _painted(Visible(opening + visible(core) + closing), code, colour)
    return _shown(text[:start]) + marked + _shown(text[start + len(core) :])


def _shown(text: str) -> str:
    return "\n".join(map(visible, text.split("\n")))


def _excerpt(text: str) -> Visible:
    shown = visible(text)
    if len(shown) <= _EXCERPT:
        return shown
    return Visible(shown[:_EXCERPT].rsplit(" ", 1)[0] + " …")


def _painted(text: Visible, code: str, colour: bool) -> str:
    return f"{code}{text}{_PLAIN}" if colour else text
