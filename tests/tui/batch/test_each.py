"""Two folders on the command line: a report for each pair, or a line that says what can be done with them."""

import os
from pathlib import Path

from tests.tui.command import called
from tui.batch.each import each_pair
from tui.system.exit_codes import DIFFERENT, SAME, TROUBLE


def folders(place: Path) -> tuple[str, str]:
    for side, content in (("left", "One ship.\n"), ("right", "Two ships.\n")):
        (place / side / "sub").mkdir(parents=True)
        (place / side / "sub" / "story.txt").write_text(content)
        (place / side / "same.txt").write_text("The same.\n")
        (place / side / f"only-{side}.txt").write_text("A paragraph of its own.\n")
    return str(place / "left"), str(place / "right")


def test_a_report_for_each_pair_that_differs(tmp_path: Path) -> None:
    left, right = folders(tmp_path)
    found = called("--each", left, right)
    text = found.stdout.decode()
    assert found.returncode == DIFFERENT
    assert text.count("Left:  ") == 3
    assert f"Left:  only-left.txt ({left})" in text
    assert "Right: only-left.txt (does not exist)" in text
    assert text.endswith("\nWithout a difference: 1 file\n")


def test_labels_name_the_sides(tmp_path: Path) -> None:
    pair = list(each_pair(*folders(tmp_path), ["monday", "tuesday"]))[-1]
    assert pair.labels == [os.path.join("sub", "story.txt (monday)"), os.path.join("sub", "story.txt (tuesday)")]


def test_equal_folders(tmp_path: Path) -> None:
    left, _ = folders(tmp_path)
    found = called("--each", left, left)
    assert found.returncode == SAME
    assert found.stdout == b"Without a difference: 3 files\n"


def test_a_file_that_cannot_be_read_does_not_keep_back_the_others(tmp_path: Path) -> None:
    left, right = folders(tmp_path)
    (tmp_path / "left" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    found = called("--each", left, right)
    assert found.returncode == TROUBLE
    assert found.stderr.decode().startswith(f"newsdiff: a.png ({left}): ")
    assert found.stdout.count(b"Left:  ") == 3


def test_two_folders_alone_are_explained(tmp_path: Path) -> None:
    left, right = folders(tmp_path)
    found = called(left, right)
    assert found.returncode == TROUBLE
    assert found.stdout == b""
    assert found.stderr.decode() == (
        f"newsdiff: {left} and {right} are folders with 2 files of equal names, 2 that only one folder has: "
        f"--pairs {left} {right} prints JSON for each pair, and --each a report\n"
    )


def test_options_that_do_not_go_with_folders(tmp_path: Path) -> None:
    left, right = folders(tmp_path)
    for options in (("--each", "--format", "json"), ("--each", "--output", "x"), ("--label=a",) * 3):
        assert called(*options, left, right).returncode == TROUBLE
    assert called("--pairs", left, right, "--each").returncode == TROUBLE


def test_a_label_names_an_article_in_the_report_and_in_errors(tmp_path: Path) -> None:
    left, right = folders(tmp_path)
    files = [os.path.join(side, "sub", "story.txt") for side in (left, right)]
    text = called("--label=first", "--label=second", *files).stdout.decode()
    assert text.startswith("Left:  first, 1 paragraph\nRight: second, 1 paragraph\n")
    assert called("--label=both", *files).stdout.decode().startswith("Left:  both, 1 paragraph\nRight: both,")
    missing = called("--label=first", "--label=second", files[0], str(tmp_path / "none"))
    assert missing.stderr == b"newsdiff: second: no such file\n"
