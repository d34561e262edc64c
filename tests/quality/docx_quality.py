"""Measure whether Word documents of real pairs spell both articles, in newsdiff's own reader, pandoc and LibreOffice.

    python -m tests.quality.docx_quality GOLD --pairs 100

GOLD is a folder of .jsonl files with `left` and `right`, lists of paragraphs; the pairs come evenly from all files.
Rejecting all changes must give the left paragraphs and accepting them the right ones. White space is not compared:
pandoc parts joined paragraphs by a space. Translations are left out, for their document is a table without tracked
changes. A program that is not installed is left out, and that is said.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.model import Article, Pair, Paragraph
from tests.tui.reports.office import has_libreoffice, has_pandoc, in_libreoffice, in_own_reader, in_pandoc
from tui.reports.docx.document import docx_pieces
from tui.reports.report import Report


def main() -> int:
    """Print what each program found, and return 1 if any paragraph differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--pairs", type=int, default=100)
    options = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = dict(_written(_pairs(options.gold, options.pairs), folder))
        found = {"own reader": {each: in_own_reader(folder / each) for each in texts}}
        if has_pandoc():
            found["pandoc"] = {each: in_pandoc(folder / each) for each in texts}
        if has_libreoffice():
            found["LibreOffice"] = in_libreoffice(folder)
    for program, documents in found.items():
        bad = [each for each in texts if not _same(texts[each], documents[each])]
        wrong += len(bad)
        print(f"{program}: {len(texts) - len(bad)} of {len(texts)} documents spell both articles", *bad)
    for program in {"pandoc", "LibreOffice"} - found.keys():
        print(f"{program} is not installed")
    return 1 if wrong else 0


def _pairs(gold: Path, count: int) -> Iterator[Pair[list[str]]]:
    """Yield pairs of paragraphs, as many of each file, from its whole length."""
    paths = sorted(gold.glob("*.jsonl"))
    for at, path in enumerate(paths):
        cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        cases = [case for case in cases if isinstance(case.get("left"), list)]
        wanted = count * (at + 1) // len(paths) - count * at // len(paths)
        for number in range(min(wanted, len(cases))):
            case = cases[number * len(cases) // wanted]
            yield Pair(case["left"], case["right"])


def _written(pairs: Iterator[Pair[list[str]]], folder: Path) -> Iterator[tuple[str, Pair[list[str]]]]:
    for at, texts in enumerate(pairs):
        articles = texts.map(_article)
        name = f"{at:04}.docx"
        comparison = compare(*articles)
        if comparison.languages is not None:
            continue
        (folder / name).write_bytes(b"".join(docx_pieces(Report(comparison, ledger(comparison)))))
        yield name, texts


def _article(texts: list[str]) -> Article:
    lines = [" ".join(text.split()) for text in texts]
    return Article("gold", tuple(Paragraph(line, at, at + len(line)) for at, line in enumerate(lines)))


def _same(wanted: Pair[list[str]], found: Pair[list[str]]) -> bool:
    plain = (["".join(text.split()) for text in side] for side in chain(wanted, found))
    left, right, own_left, own_right = plain
    return (left, right) == (own_left, own_right)


if __name__ == "__main__":
    raise SystemExit(main())
