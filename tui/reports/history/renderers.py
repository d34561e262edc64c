"""Renderers of histories by the name of their format: a History in, the bytes of a file out, piece by piece.

text        the facts changed without a note, the lanes, the answer of each step
json        everything, for programs
html        the same tables, and each step with both articles, as a page for anyone with a browser
markdown    the same tables, for an issue, a mail or a chat
csv         the lanes as a table, a column for each version
"""

from collections.abc import Callable, Iterator

from diffing.history.model import History

HistoryRenderer = Callable[[History, bool], Iterator[bytes]]
"""Takes a history, and whether the text has each paragraph with its wordings."""


def _text(history: History, is_whole: bool) -> Iterator[bytes]:
    from .text import history_lines

    return _encoded(history_lines(history, is_whole=is_whole))


def _json(history: History, _: bool) -> Iterator[bytes]:
    from diffing.formats.history_json import history_json_pieces

    yield from _encoded(history_json_pieces(history))
    yield b"\n"


def _markdown(history: History, _: bool) -> Iterator[bytes]:
    from .markdown import history_markdown

    return _encoded(history_markdown(history))


def _csv(history: History, _: bool) -> Iterator[bytes]:
    from .table import lane_rows

    return _encoded(lane_rows(history))


def _html(history: History, _: bool) -> Iterator[bytes]:
    from .page import history_page

    return _encoded(history_page(history))


HISTORY_RENDERERS: dict[str, HistoryRenderer] = {
    "text": _text,
    "json": _json,
    "html": _html,
    "markdown": _markdown,
    "csv": _csv,
}
"""The renderer of each format; the names are those of --format."""


def _encoded(pieces: Iterator[str]) -> Iterator[bytes]:
    return (piece.encode("utf-8", "surrogateescape") for piece in pieces)
