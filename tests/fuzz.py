"""Coverage-guided fuzzing of the decoder and the engine, for as long as it is given.

    pip install atheris && python -m tests.fuzz --seconds 600

Bytes are read as a file would be, cut in two articles and compared. What must hold: no exception but a refusal, spans
that spell both texts, a JSON document that gives them back, and nothing in any format that steers a terminal. An
input that breaks one of them is written beside, to become a test. atheris is no dependency of newsdiff's.
"""

import argparse
import json
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["diffing", "tui"]):
    from diffing.comparison import compare
    from diffing.errors import ReadError
    from diffing.formats.json import to_json
    from diffing.ledger.build import ledger
    from diffing.model import Pair
    from diffing.sources import plain
    from diffing.text.concealment import hidden_in
    from tui.reports.text import to_text
    from tui.text.sanitize import visible

from tests.hostile import corpus
from tests.hostile.sequences import harmful
from tests.hostile.worded import worded_files

# Longer inputs find nothing that shorter ones do not, and take their time.
_LONGEST = 2_000
_CUT = b"\n====\n"


def test_one_input(content: bytes) -> None:
    """Everything that must hold for these bytes. Raises AssertionError."""
    left, _, right = content[:_LONGEST].partition(_CUT)
    found = []
    for name, side in (("left", left), ("right", right)):
        try:
            source = plain.decode(name, side)
        except ReadError:
            return
        found.append(plain.article(source))
    articles = Pair(*found)
    comparison = compare(*articles)
    for row in comparison.rows:
        assert "".join(span.left for span in row.spans) == comparison.left.text(row.left)
        assert "".join(span.right for span in row.spans) == comparison.right.text(row.right)
    found_ledger = ledger(comparison)
    document = to_json(comparison, found_ledger)
    assert not list(harmful(document, "\n"))
    assert [one["text"] for one in json.loads(document)["left"]["paragraphs"]] == [
        one.text for one in comparison.left.paragraphs
    ]
    assert not list(harmful(to_text(comparison, ledger=found_ledger), "\n"))
    for article in articles:
        for paragraph in article.paragraphs:
            assert len(visible(paragraph.text)) == len(paragraph.text)
            hidden_in(paragraph.text)


def main() -> None:
    """Fuzz, beginning with the corpus of hostile files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--folder", type=Path, default=Path("fuzzing"), help="for what is found")
    options = parser.parse_args()
    seeds = options.folder / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    for number, (_, content) in enumerate(corpus.named()):
        (seeds / f"named-{number:03}").write_bytes(content[: _LONGEST // 2] + _CUT + content[10 : _LONGEST // 2])
    for number in range(200):
        sides = corpus.generated(number), corpus.version(number)
        (seeds / f"generated-{number:03}").write_bytes(_CUT.join(side[: _LONGEST // 2] for side in sides))
    for file in worded_files(200):
        (seeds / file.name).write_bytes(_CUT.join(side[: _LONGEST // 2] for side in (file.left, file.right)))
    command = [sys.argv[0], str(seeds), f"-max_total_time={options.seconds}", f"-max_len={_LONGEST}", "-timeout=20"]
    atheris.Setup([*command, f"-artifact_prefix={options.folder}/"], test_one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
