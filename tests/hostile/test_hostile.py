"""The quick version of formats.py and harness.py: every file with a name, some generated ones, a few on a terminal.

And that these would notice: what is never found by a search that cannot find anything proves nothing.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROFILE, scaled, thorough
from tests.hostile import corpus
from tests.hostile.corpus import File, brief_files, generated_files, named_files
from tests.hostile.documents import generated_documents, named_documents
from tests.hostile.formats import check, check_all
from tests.hostile.sequences import around, finished, taken_apart
from tests.hostile.worded import worded_files
from tui.text import sanitize as module

# The check command paints each file in one view, in turn; `--thorough` in all.
_IS_QUICK = PROFILE == "dev"


def test_the_corpus_is_large_and_always_the_same() -> None:
    names = [name for name, _ in corpus.named()]
    assert len(names) == len(set(names)) >= 100
    assert [corpus.generated(number) for number in range(20)] == [corpus.generated(number) for number in range(20)]
    assert len({corpus.generated(number) for number in range(500)}) == 500
    joined = b"".join(corpus.generated(number) for number in range(300)).decode("utf-8", "replace")
    assert all(chr(code) in joined for code in (*range(1, 32), *range(0x7F, 0xA0), 0x202E, 0x2067, 0xFEFF, 0xE0041))


def test_every_named_file_through_every_format() -> None:
    """The short ones, on the right several at a time; `python -m tests.hostile.formats` takes all, one by one."""
    files = brief_files() if _IS_QUICK else named_files()
    refused = {file.name for file, is_text in check_all(files, in_turn=_IS_QUICK) if not is_text}
    assert {name for name in refused if not name.endswith("on the right")} == {
        "NUL",
        "UTF-16 with half a pair",
        "UTF-16 of odd length",
        "UTF-32 out of range",
    }


def test_generated_files_through_every_format() -> None:
    checked = check_all(generated_files(scaled(50)), in_turn=_IS_QUICK)
    assert sum(is_text for _, is_text in checked) > scaled(50) * 0.8


def test_files_of_the_words_that_the_ledger_reads() -> None:
    assert all(is_text for _, is_text in check_all(worded_files(scaled(50)), in_turn=_IS_QUICK))


def test_documents_of_every_format() -> None:
    assert all(is_text for _, is_text in check_all(named_documents(), in_turn=_IS_QUICK))
    checked = check_all(generated_documents(scaled(20)), in_turn=_IS_QUICK)
    assert sum(is_text for _, is_text in checked) > scaled(20) * 0.3


@pytest.mark.parametrize(
    "text", [*corpus.STEERING.values(), *corpus.DECEIVING.values()], ids=[*corpus.STEERING, *corpus.DECEIVING]
)
def test_the_formats_would_notice(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if text in (corpus.DECEIVING["look-alikes"], corpus.DECEIVING["mathematical"]):
        pytest.skip("letters are shown as they are")
    if text in (corpus.DECEIVING["variation selectors"], corpus.DECEIVING["fillers"]):
        pytest.skip("no format characters")
    if text in (corpus.DECEIVING["all spaces"], corpus.DECEIVING["blank braille"]):
        pytest.skip("spaces")
    if text in (corpus.STEERING["vertical"], corpus.STEERING["carriage return"], corpus.STEERING["separators"]):
        pytest.skip("line ends")
    monkeypatch.setattr("tui.reports.text_marks.visible", module.Visible)
    monkeypatch.setattr("tui.screen.painting.line_painting.visible", module.Visible)
    with pytest.raises(AssertionError):
        check(tmp_path, File("raw", f"One {text} day.".encode(), b"Two."))


ALLOWED = b"\x1b[?2026h\x1b[H\x1b[0;38;2;1;20;255mtext\x1b[0m\x1b[7;120H\r\n\x1b[?2026l"


def test_what_a_program_may_send() -> None:
    found = taken_apart(ALLOWED)
    assert found.leaks == ()
    assert found.forms == {"CSI m", "CSI H", "'\\x1b[H'", "'\\x1b[?2026h'", "'\\x1b[?2026l'"}


@pytest.mark.parametrize(
    ("text", "form", "leak"),
    [
        ("\x1b[7777m", "'\\x1b[7777m'", ""),
        ("\x1b[2J", "'\\x1b[2J'", ""),
        ("\x1b[7777;1H", "'\\x1b[7777;1H'", ""),
        ("\x1bc", "'\\x1bc'", ""),
        ("\x1bPq\x1b\\", "'\\x1bPq\\x1b\\\\'", ""),
        ("\x1b]8;;x\x1b\\", "OSC 8", ""),
        ("\x1b]0;a\u202eb\x07", "OSC 0", "\\u202e"),
        ("\x1b]52;c;G1s=\x07", "OSC 52", "clipboard"),
        ("\x1b]52;c;%%\x07", "OSC 52", "clipboard"),
        ("\x9b2J", "", "\\x9b"),
        ("\x1b", "", "\\x1b"),
        ("\x1b[77", "'\\x1b['", ""),
        ("\x07", "", "\\x07"),
        ("\u202e", "", "\\u202e"),
        ("\u200b", "", "\\u200b"),
        ("\x7f", "", "\\x7f"),
        ("\u2028", "", "\\u2028"),
        ("\udc9b", "", "\\udc9b"),
    ],
)
def test_the_harness_would_notice(text: str, form: str, leak: str) -> None:
    before = taken_apart(ALLOWED)
    found = taken_apart(ALLOWED + f"word{text}é".encode("utf-8", "surrogateescape") + ALLOWED)
    assert found.forms - before.forms == ({form} if form else set())
    assert bool(found.leaks) == bool(leak)
    assert any(leak in one for one in found.leaks) or not leak
    for form in found.forms - before.forms:
        assert "word" in around(ALLOWED + f"word{text}".encode() + ALLOWED, form)


SENT = ALLOWED + "\x1b]0;é title\x07\x1b]52;c;YQ==\x1b\\\x1bPq\x1b\\\x1b(B漢\x1b[1 q🙂\x1b\x1b[2J".encode()


@pytest.mark.parametrize("place", range(len(SENT) + 1))
def test_what_is_taken_at_any_moment_is_whole(place: int) -> None:
    end = finished(SENT[:place])
    parts = taken_apart(SENT[:end]), taken_apart(SENT[end:])
    whole = taken_apart(SENT)
    assert parts[0].forms | parts[1].forms == whole.forms
    assert len(parts[0].leaks + parts[1].leaks) == len(whole.leaks) == 1
    assert place - end <= 18  # the longest sequence of these but for its end


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminal")
@thorough
def test_the_real_program_on_a_terminal() -> None:
    """A file of everything that steers and deceives, in every view; `python -m tests.hostile.harness` takes all."""
    found = subprocess.run(
        [sys.executable, "-m", "tests.hostile.harness", "--quick"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert found.returncode == 0, found.stdout + found.stderr
    assert "0 faults" in found.stdout
