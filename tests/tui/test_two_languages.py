"""A translation on the command line: named or noticed, in the text report, the page, JSON and many pairs."""

import json
from pathlib import Path

import pytest

from .command import called

ARTICLES = Path(__file__).parents[1] / "diffing" / "translation" / "articles"
WATER = [str(ARTICLES / "water-es" / f"{side}.txt") for side in ("left", "right")]


def test_the_text_report_names_both_languages_and_shows_both_texts() -> None:
    result = called(*WATER, "--format", "text")
    assert result.returncode == 1
    assert "Shown: Spanish, English: a translation" in result.stdout.decode()
    assert ": translated: left 5, right 5\n  La comisión, presidida" in result.stdout.decode()
    assert "[-No admitió preguntas.-]" in result.stdout.decode()
    assert "reworded" not in result.stdout.decode()


def test_a_page_strikes_only_what_one_side_has() -> None:
    page = called(*WATER, "--format", "html").stdout.decode()
    assert "No admitió preguntas." in page
    assert page.count("<del") == page.count("</del>")
    assert "<del>La comisión" not in page


def test_languages_that_are_named_are_believed(tmp_path: Path) -> None:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text("Puerto Lirio 12.\n", encoding="utf-8")
    right.write_text("Puerto Lirio, 12 dead.\n", encoding="utf-8")
    plain = json.loads(called(str(left), str(right), "--format", "json").stdout.decode())
    assert "languages" not in plain
    named = json.loads(called(str(left), str(right), "--format", "json", "--languages", "es,en").stdout.decode())
    assert named["languages"] == {"left": "es", "right": "en"}
    assert named["rows"][0]["kind"] == "translated"


def test_the_same_language_twice_is_no_translation() -> None:
    assert "languages" not in json.loads(called(*WATER, "--format", "json", "--languages", "en,en").stdout.decode())


@pytest.mark.parametrize(
    ("codes", "message"),
    [("es", "must be two codes separated by a comma"), ("es,qq", "unknown language 'qq'"), ("es,en,fr", "two codes")],
)
def test_codes_that_are_not_known(codes: str, message: str) -> None:
    result = called(*WATER, "--languages", codes)
    assert result.returncode == 2
    assert message in result.stderr.decode()


def test_many_pairs_are_in_the_languages_named(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text("\t".join(WATER) + "\n", encoding="utf-8")
    (line,) = called("--pairs", str(pairs), "--languages", "es,en", "--jobs", "1").stdout.decode().splitlines()
    assert json.loads(line)["languages"] == {"left": "es", "right": "en"}
