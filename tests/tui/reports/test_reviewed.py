"""Notes and marks of the reader in every report; wrong changes leave the counts and come last."""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.model import Comparison
from diffing.review.applying import pins_for, review_of
from diffing.review.editing import pair_paragraphs, toggle_mark, write_note
from diffing.review.model import EMPTY, Claim, Mark, Review, Spot
from diffing.review.reviewed import Reviewed
from tests.diffing.review.stories import LEFT, RIGHT, articles
from tests.tui.command import called
from tui.reports.renderers import RENDERERS
from tui.reports.report import Report
from tui.system.sidecar import Sidecar

BOTH = articles()
SAME = Spot.of(articles(LEFT, LEFT), (3,), (3,))
NOTE = "Ask the \x1b[2J<b>hospital</b>.\nTwice."


def reviewed() -> tuple[Review, Comparison, Reviewed]:
    plain = compare(*BOTH)
    by_words = {claim.left: claim for claim in (Claim.of(BOTH, entry) for entry in ledger(plain).entries)}
    review = pair_paragraphs(EMPTY, Spot.of(BOTH, (7,), (6,)))
    review = write_note(review, Spot.of(BOTH, (5,), (5,)), "The detour is right.")
    review = write_note(review, Spot.of(articles((*LEFT, "Gone by now, and long so."), RIGHT), (8,), ()), "Gone too.")
    number = by_words[("12",)]
    review = toggle_mark(write_note(review, number, NOTE), number, Mark.CHECKED)
    review = toggle_mark(review, next(claim for words, claim in by_words.items() if "Friday" in words), Mark.WRONG)
    comparison = compare(*BOTH, pins=pins_for(review, BOTH))
    return review, comparison, review_of(review, comparison, ledger(comparison))


REVIEW, COMPARISON, REVIEWED = reviewed()
REPORT = Report(COMPARISON, REVIEWED.ledger, review=REVIEWED)


def rendered(name: str) -> bytes:
    return b"".join(RENDERERS[name](REPORT))


@pytest.mark.parametrize("name", ["text", "html"])
def test_an_unchanged_pair_made_by_hand_is_not_folded(name: str) -> None:
    pinned = compare(*articles(LEFT, LEFT), pins=pins_for(pair_paragraphs(EMPTY, SAME), articles(LEFT, LEFT)))
    text = b"".join(RENDERERS[name](Report(pinned, None))).decode()
    assert text.count("paired by hand") == 1


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_everything_is_said_in_words(name: str) -> None:
    text = rendered(name).decode()
    for part in ("checked", "The detour is right.", "Twice.", "Marked wrong", "Without a place", "Gone too."):
        assert part in text, part
    assert f"{REVIEWED.settled} of {REVIEWED.total} checked" in text
    assert "\x1b" not in text
    assert text.index("Marked wrong") > text.index("14")
    if name != "markdown":
        assert "paired by hand" in text
    if name == "html":
        assert "<b>hospital" not in text


def test_the_word_document_has_notes_as_comments() -> None:
    with zipfile.ZipFile(io.BytesIO(rendered("docx"))) as archive:
        comments = archive.read("word/comments.xml").decode()
    for part in ("checked", "wrong", "The detour is right.", "Twice."):
        assert f">{part}</w:t>" in comments
    assert "\x1b" not in comments


def test_json_has_all_of_it_beside_the_whole_ledger() -> None:
    document = json.loads(rendered("json"))
    review = document["review"]
    assert (review["checked"], review["of"]) == (2, len(document["ledger"]["entries"]))
    marks = {document["ledger"]["entries"][one["entry"]]["left"][0]["text"]: one["marks"] for one in review["entries"]}
    assert marks == {"12": ["checked"], "Friday": ["wrong"]}
    assert [note["note"] for note in review["notes"]] == ["The detour is right."]
    assert [one["what"] for one in review["lost"]] == ["note"]
    assert sum(row.get("pinned", False) for row in document["rows"]) == 1


def files(folder: Path) -> list[str]:
    paths = [folder / "monday.txt", folder / "tuesday.txt"]
    for path, texts in zip(paths, (LEFT, RIGHT), strict=True):
        path.write_text("\n\n".join(texts), encoding="utf-8")
    return [str(path) for path in paths]


def test_the_command_reads_the_usual_file_and_one_that_is_named(tmp_path: Path) -> None:
    names = files(tmp_path)
    usual, other = Path(f"{names[1]}.newsdiff.json"), tmp_path / "other.json"
    Sidecar(str(other)).keep(REVIEW, BOTH)
    assert "Twice." not in called(*names, "--format", "text").stdout.decode()
    assert "Twice." in called(*names, "--format", "text", "--sidecar", str(other)).stdout.decode()
    usual.write_bytes(other.read_bytes())
    assert "Twice." in called(*names, "--format", "text").stdout.decode()
    assert "Twice." not in called(*names, "--format", "text", "--no-sidecar").stdout.decode()


def test_a_broken_file_is_said_in_a_line(tmp_path: Path) -> None:
    names = files(tmp_path)
    usual = Path(f"{names[1]}.newsdiff.json")
    usual.write_text('{"review": 9}')
    done = called(*names, "--format", "text")
    assert done.returncode == 1
    assert re.fullmatch(r"newsdiff: .*: a newer newsdiff wrote this review: not used\n", done.stderr.decode())
    named = called(*names, "--format", "text", "--sidecar", str(usual))
    assert (named.returncode, named.stderr.decode().count("\n")) == (2, 1)
    assert usual.read_text() == '{"review": 9}'


def test_a_named_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    names = files(tmp_path)
    missing = tmp_path / "mistyped"
    done = called(*names, "--format", "text", "--sidecar", str(missing))
    assert (done.returncode, done.stderr.decode()) == (1, f"newsdiff: {missing}: no such file: not used\n")
    (tmp_path / "list.tsv").write_text("\t".join(names) + "\n")
    many = called("--pairs", str(tmp_path / "list.tsv"), "--sidecar", str(missing))
    assert (many.returncode, many.stdout) == (2, b"")
    assert many.stderr.decode() == f"newsdiff: {missing}: no such folder; --sidecar names one with --pairs\n"


def test_pins_survive_in_many_pairs(tmp_path: Path) -> None:
    names = files(tmp_path)
    reviews = tmp_path / "reviews"
    reviews.mkdir()
    Sidecar(str(reviews / "tuesday.txt.newsdiff.json")).keep(REVIEW, BOTH)
    (tmp_path / "list.tsv").write_text("\t".join(names) + "\n")
    done = called("--pairs", str(tmp_path / "list.tsv"), "--jobs", "1", "--sidecar", str(reviews), "--ledger")
    document = json.loads(done.stdout)
    assert sum(row.get("pinned", False) for row in document["rows"]) == 1
    assert document["review"]["checked"] == 2
