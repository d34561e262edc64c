"""Hostile files through every stage and format in one process: read, compared, in each report, laid out and painted.

    python -m tests.hostile.formats --count 5000

Faster than a terminal, so more of them can be tried; what is painted here is what tests/hostile/harness.py sends.
"""

import argparse
import json
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from itertools import chain, cycle
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from rich.style import Style

from diffing.comparison import compare
from diffing.errors import ReadError
from diffing.formats.json import to_json
from diffing.formats.reading import document_from_json
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Ledger
from diffing.model import Comparison, Pair
from diffing.stage import Stage
from tests.hostile import corpus
from tests.hostile.corpus import File, generated_files, named_files
from tests.hostile.documents import generated_documents, named_documents
from tests.hostile.sequences import harmful
from tests.hostile.worded import worded_files
from tests.tui.reports.spelled import lines, spelled
from tui.inputs import text_files
from tui.present.cells import Role, left_cell, redline_cell, right_cell
from tui.present.citations import both_texts, citation
from tui.present.concealed import counted
from tui.present.entry_text import detail
from tui.present.entry_text import line as entry_line
from tui.present.labels import FURNITURE_SIGN, MOVED_SIGN, SIGNS
from tui.present.row_summary import gist
from tui.reports.docx.document import document_xml
from tui.reports.renderers import RENDERERS
from tui.reports.report import Report
from tui.reports.text import to_text
from tui.screen.painting.line_painting import Palette, paint
from tui.text.sanitize import visible
from tui.view.entry_marks import Marking
from tui.view.layout import Layout
from tui.view.outline import Outline
from tui.view.pair_evidence import explanation
from tui.view.settings import View, ViewSettings

_WIDTHS = {View.SIDE_BY_SIDE: 120, View.REDLINE: 60, View.LEFT: 33, View.RIGHT: 81}
_VIEWS = tuple(_WIDTHS)
_STYLES: dict[str, Any] = {field.name: Style() for field in fields(Palette)}
_SIGNS = {sign: Style() for sign in (*SIGNS.values(), MOVED_SIGN, FURNITURE_SIGN)}
_PALETTE = Palette(**{**_STYLES, "signs": _SIGNS, "roles": {role: Style() for role in Role}})


def check(folder: Path, file: File, views: Sequence[View] = _VIEWS) -> bool:
    """Take a file through everything, and paint it in these views; whether it is text. Raises AssertionError."""
    paths = Pair(folder / "left.txt", folder / "right.txt")
    for path, content in zip(paths, (file.left, file.right), strict=True):
        path.write_bytes(content)
    try:
        texts = paths.map(lambda path: text_files.read(str(path)))
    except ReadError:
        return False
    check_comparison(compare(*texts), views)
    return True


def check_comparison(comparison: Comparison, views: Sequence[View] = _VIEWS) -> None:
    """What must hold for every comparison, in every format. Raises AssertionError."""
    _check_spans(comparison)
    found = ledger(comparison)
    _check_ledger(comparison, found)
    _check_json(comparison, found)
    for colour in (False, True):
        report = to_text(comparison, colour, found)
        for code in ("\x1b[31m", "\x1b[32m", "\x1b[2m", "\x1b[0m") if colour else ():
            report = report.replace(code, "")
        assert not list(harmful(report, "\n"))
    _check_reports(Report(comparison, found))
    for view in views:
        _check_painted(comparison, view, _WIDTHS[view])
    _check_panels(comparison)


def _check_reports(report: Report) -> None:
    comparison = report.comparison
    assert tuple(spelled(comparison)) == tuple(map(lines, comparison.articles))
    ElementTree.fromstring(document_xml(report))
    # A word joiner is Markdown's own here.
    markdown = b"".join(RENDERERS["markdown"](report)).decode("utf-8", "surrogateescape").replace("\N{WORD JOINER}", "")
    assert not list(harmful(markdown, "\n"))
    table = b"".join(RENDERERS["csv"](report)).decode("utf-8", "surrogateescape")
    assert not list(harmful(table.replace("\r\n", "\n"), "\n"))


def _check_spans(comparison: Comparison) -> None:
    for row in comparison.rows:
        for side, article, indices in (("left", comparison.left, row.left), ("right", comparison.right, row.right)):
            assert "".join(getattr(span, side) for span in row.spans) == article.text(indices)


def _check_ledger(comparison: Comparison, found: Ledger) -> None:
    marking = Marking(comparison, found)
    for entry in found.entries:
        for article, places in zip(comparison.articles, entry.places, strict=True):
            for place in places:
                assert 0 <= place.start < place.end <= len(article.paragraphs[place.paragraph].text)
        for line in (entry_line(entry, comparison), *detail(entry, comparison, found)):
            assert not list(harmful(visible(line))), line
    cells = {View.LEFT: (left_cell,), View.RIGHT: (right_cell,), View.REDLINE: (redline_cell,)}
    for at in marking.rows:
        row = comparison.rows[at]
        for view, shown in (cells | {View.SIDE_BY_SIDE: (left_cell, right_cell)}).items():
            for cell, stretches in zip(shown, marking.stretches(at, view), strict=False):
                assert all(0 <= start <= end <= len(cell(row).text) for start, end in stretches)


def _check_json(comparison: Comparison, ledger: Ledger) -> None:
    document = to_json(comparison, ledger)
    assert not list(harmful(document, "\n"))
    # Signs that stand under numbers steer nothing, but every format character is escaped.
    assert not any(unicodedata.category(character) == "Cf" for character in set(document))
    assert document_from_json(document) == (comparison, ledger)
    found = json.loads(document)
    for side in ("left", "right"):
        article = getattr(comparison, side)
        assert [paragraph["text"] for paragraph in found[side]["paragraphs"]] == [
            one.text for one in article.paragraphs
        ]


def _check_painted(comparison: Comparison, view: View, width: int) -> None:
    layout = Layout(
        Outline(Stage(comparison), ViewSettings(view=view, folds_furniture=False, shows_typography=True)), width
    )
    while not layout.count_ahead(100):
        pass
    layout.settle_all()
    for y in range(layout.height):
        block = layout.block_at(y)
        strip = paint(layout.block_lines(block), y - layout.top(block), layout.columns, _PALETTE)
        assert not list(harmful(strip.text)), strip.text
        assert strip.cell_length == width


def _check_panels(comparison: Comparison) -> None:
    assert not list(harmful(counted(comparison)))
    layout = Layout(Outline(Stage(comparison), ViewSettings()), 100)
    for block in layout.blocks:
        for line in explanation(Stage(comparison), block, 80):
            assert not list(harmful(line)), line
    for row in comparison.rows:
        assert not list(harmful(visible(gist(row))))
        for copied in (both_texts(comparison, row), citation(comparison, row)):
            assert not any(unicodedata.category(one) == "Cc" and one not in "\t\n" for one in copied)


def check_all(found: Iterable[File], *, in_turn: bool = False) -> Iterator[tuple[File, bool]]:
    """Each file when it has passed, and whether it was text; painted in all views, or one after the other `in_turn`."""
    turns = cycle([(view,) for view in _VIEWS] if in_turn else [_VIEWS])
    with tempfile.TemporaryDirectory() as name:
        for file, views in zip(found, turns, strict=False):
            try:
                yield file, check(Path(name), file, views)
            except Exception:
                print(f"failed: {file.name}", file=sys.stderr)
                raise


def main() -> None:
    """Check everything and say how much it was."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--count", type=int, default=5_000, help="generated files of each kind")
    parser.add_argument("--first", type=int, default=0, help="number of the first of them")
    options = parser.parse_args()
    began = last = time.perf_counter()
    slowest = (0.0, "")
    checked = refused = 0
    kinds = (generated_files, worded_files, generated_documents)
    generated = chain.from_iterable(files(options.count, options.first) for files in kinds)
    for file, is_text in check_all(chain(named_files(), named_documents(), generated)):
        now = time.perf_counter()
        slowest = max(slowest, (now - last, file.name))
        last = now
        checked += 1
        refused += not is_text
    print(
        f"{checked} pairs of files ({len(list(corpus.named()))} with names), {refused} of them refused as no text, "
        f"no fault, {last - began:.0f} s; slowest {slowest[1]}: {slowest[0]:.1f} s"
    )


if __name__ == "__main__":
    main()
