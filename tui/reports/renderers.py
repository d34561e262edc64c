"""Renderers of reports by the name of their format: a Report in, the bytes of a file out, piece by piece.

    text       to be read from top to bottom, in a pager, a mail or by a screen reader
    json       everything, for programs
    html       one page for anyone with a browser
    docx       a Word document with tracked changes
    markdown   a table and a short redline, for an issue, a mail or a chat
    csv        all changes as a table for a spreadsheet

A renderer is loaded when it is asked for.
"""

from collections.abc import Callable, Iterator

from .report import Report

Renderer = Callable[[Report], Iterator[bytes]]


def _text(report: Report) -> Iterator[bytes]:
    from .text import text_lines

    return _encoded(text_lines(report.comparison, False, report.ledger, report.is_whole, report.review))


def _json(report: Report) -> Iterator[bytes]:
    from diffing.formats.json import json_pieces

    # A program sees all entries, and which of them the reader found wrong.
    ledger = report.ledger if report.review is None else report.review.whole
    yield from _encoded(json_pieces(report.comparison, ledger, report.review))
    yield b"\n"


def _html(report: Report) -> Iterator[bytes]:
    from .html.document import html_pieces

    return _encoded(html_pieces(report))


def _docx(report: Report) -> Iterator[bytes]:
    from .docx.document import docx_pieces

    return docx_pieces(report)


def _markdown(report: Report) -> Iterator[bytes]:
    from .markdown import markdown_lines

    return _encoded(markdown_lines(report))


def _csv(report: Report) -> Iterator[bytes]:
    from .spreadsheet import table_rows

    assert report.ledger is not None, "the table is the ledger"
    return _encoded(table_rows(report.comparison, report.ledger))


RENDERERS: dict[str, Renderer] = {
    "text": _text,
    "json": _json,
    "html": _html,
    "docx": _docx,
    "markdown": _markdown,
    "csv": _csv,
}
"""The renderer of each format; the names are those of --format."""

ORIGINALS_NAMED = frozenset({"html"})
"""Formats that name the size and the hash of both files."""


def _encoded(pieces: Iterator[str]) -> Iterator[bytes]:
    """Yield pieces in UTF-8: with plain line feeds in every locale."""
    return (piece.encode("utf-8", "surrogateescape") for piece in pieces)
