"""What counts as a difference is one definition: for the engine, the ledger, the screen and the exit status."""

import json
from pathlib import Path

import pytest

import diffing
from tui import cli
from tui.batch.results import _line_status
from tui.system.exit_codes import DIFFERENT, SAME
from tui.view.settings import Category

FIRST, SECOND = "Officials travelled to the capital on Saturday.", "Oil prices fell for the eleventh week in a row."


@pytest.mark.parametrize(
    ("left", "right", "differs", "is_identical"),
    [
        ("", "", False, True),
        (FIRST, FIRST, False, True),
        ("Officials travelled\nto the capital.", "Officials travelled to the capital.\n", False, True),
        ('She said "no" on Monday.', "She said “no” on Monday.", False, False),
        ("OIL prices fell.", "Oil prices fell.", False, False),
        ("Oil prices fell.", "Oil prices\u200b fell.", False, False),
        (FIRST, FIRST.replace("Saturday", "Sunday"), True, False),
        ("", FIRST, True, False),
        (FIRST, "", True, False),
        (f"{FIRST}\n\n{SECOND}", f"{SECOND}\n\n{FIRST}", True, False),
    ],
    ids=["empty", "same", "wrapped", "quotes", "capitals", "hidden", "words", "added", "omitted", "moved"],
)
def test_one_definition(
    tmp_path: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
    left: str,
    right: str,
    differs: bool,
    is_identical: bool,
) -> None:
    comparison = diffing.compare(left, right)
    assert (comparison.differs, comparison.is_identical) == (differs, is_identical)
    assert any(row.differs for row in comparison.rows) == differs
    assert all(row.is_identical for row in comparison.rows) == is_identical
    for row in comparison.rows:
        assert row.differs == (row.moved or any(span.differs for span in row.spans))
    assert any(map(Category.DIFFERENCE.holds, comparison.rows)) == differs
    assert differs or diffing.ledger(comparison).entries == ()
    paths = [str(tmp_path / name) for name in ("left.txt", "right.txt")]
    for path, text in zip(paths, (left, right), strict=True):
        Path(path).write_text(text, encoding="utf-8")
    assert cli.main([*paths, "--format", "json"]) == (SAME if is_identical else DIFFERENT)
    document = json.loads(capsysbinary.readouterr().out)
    assert document["identical"] == is_identical
    assert _line_status(document) == (SAME if is_identical else DIFFERENT)
