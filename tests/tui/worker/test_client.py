"""The process that compares: it says what `compare` says, it is told where the reader is, and it can go at any time."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from diffing import progressive
from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.model import Article, Pair
from diffing.sources.plain import Source, SourceText
from diffing.stage import Stage
from tests.conftest import MakePair
from tests.tui.running import compared_here
from tui.inputs import text_files
from tui.worker import process
from tui.worker.client import Comparer, Stages, compared
from tui.worker.process import ComparingError
from tui.worker.protocol import FINISHED

# Paragraphs of a book: enough for the rows in view, some more and the rest, three stages.
ROWS = 600

# Instead of comparing.
INSTEAD = """
import os, sys, time
sys.path[:] = sys.argv[1:]
from tui.worker import server
def compared(articles, progress, row_in_view, read, pins, rules, *share):
    {0}
server.compared = compared
server.main()
"""

AS_USUAL = """from diffing.progressive import compared
yield from compared(articles, progress, row_in_view, read, pins, rules, *share)"""


@pytest.fixture(autouse=True)
def _path(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other process has the modules of this one, wherever it is started."""
    monkeypatch.setattr(sys, "path", [str(Path(text_files.__file__).parents[2]), *sys.path])


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Stages]]:
    """Begins to compare, or has another process do something instead."""
    found: list[Stages] = []

    def begin(given: Pair[Source], instead: str = "", **more: Any) -> Stages:
        if instead:
            monkeypatch.setattr(process, "_CODE", INSTEAD.format(instead.replace("\n", "\n    ")))
        found.append(compared(given, more.get("progress", nobody), more.get("row_in_view", lambda: 0)))
        return found[-1]

    yield begin
    for each in found:
        each.close()


def nobody(stage: str, share: float) -> None:
    """No-op progress callback."""


@pytest.fixture
def pair(make_pair: MakePair) -> Pair[Article]:
    return make_pair(["One is here.", "Two is here."], ["One was here.", "Two is here."])


@pytest.fixture
def book(make_pair: MakePair) -> Pair[Article]:
    return make_pair(*([f"The {at}th {word} of {at * at}." for at in range(ROWS)] for word in ("house", "street")))


def test_it_says_what_compare_says(sample_pair: Callable[[str], Pair[Article]], begun: Callable[..., Stages]) -> None:
    articles = sample_pair("wire-rewrite")
    assert list(begun(articles)) == [Stage(compare(*articles))]


def test_texts_are_segmented_there(begun: Callable[..., Stages]) -> None:
    texts = Pair(
        SourceText("a\udcff.txt", "One is\nhere.\n\nTwo.", "utf-8"), SourceText("b.txt", "One was here.", "utf-16-le")
    )
    assert list(begun(texts)) == [Stage(compare(*texts))]


def test_a_book_comes_in_stages(book: Pair[Article], begun: Callable[..., Stages]) -> None:
    told: list[str] = []
    found = list(begun(book, progress=lambda stage, share: told.append(stage)))
    assert found[-1] == Stage(compare(*book))
    assert len(found) > 2
    for before, after in pairwise(found):
        assert after.is_of_same_pairing(before)
        assert after.pending < before.pending
        rows = enumerate(zip(after.rows, before.rows, strict=True))
        assert all(new == old for at, (new, old) in rows if at not in before.pending)
    # The articles are the same values, not equal ones.
    assert found[0].comparison.left is book.left


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is forked")
def test_parts_of_pairing_a_book_are_shared_out(book: Pair[Article], begun: Callable[..., Stages]) -> None:
    """Until the reader's place is asked for: from then on a thread listens."""
    instead = """
from tui.worker import book
from tui.batch import processes
from diffing.comparison import pair_up
processes.processors = lambda: 2
book.LEAST_LENGTH = 1
def done_by():
    return [at == os.getpid() for at in share[0](lambda at, done: os.getpid(), [1, 1], lambda share: None)]
assert done_by() == [True, False]
yield pair_up(articles)
row_in_view()
assert done_by() == [True, True]
yield pair_up(articles)"""
    assert len(list(begun(book, instead))) == 2


def test_what_the_reader_is_at_comes_next(book: Pair[Article], begun: Callable[..., Stages]) -> None:
    instead = """
from dataclasses import replace
from diffing.comparison import pair_up, with_words
from diffing.stage import Stage
from diffing.text.reading import read_articles
paired = pair_up(articles)
read = read_articles(articles)
yield paired
while not (place := row_in_view()):
    time.sleep(0.01)
rows = tuple(with_words(row, read) if at == place else row for at, row in enumerate(paired.rows))
yield Stage(replace(paired.comparison, rows=rows), paired.pending - {place})"""
    place = 0
    found = begun(book, instead, row_in_view=lambda: place)
    next(found)
    place = ROWS - 200
    assert set(range(ROWS)) - next(found).pending == {ROWS - 200}


def test_empty_articles(make_pair: MakePair, begun: Callable[..., Stages]) -> None:
    assert [stage.rows for stage in begun(make_pair([], []))] == [()]


FAULTS = {
    "an exception": (
        "raise ValueError('no \\x1b[2J luck')",
        r"^ValueError: no ␛\[2J luck \(<string>, line \d+\)$",
        True,
    ),
    "a panic": ("raise BaseException('panic')", "^BaseException: panic", True),
    "no memory": ("raise MemoryError", "^not enough memory for articles of this size$", False),
    "its end": ("os._exit(3)", "^the comparing process ended with status 3$", True),
}
if sys.platform != "win32":
    FAULTS["killed"] = ("os.kill(os.getpid(), 9)", "^the comparing process was killed; perhaps memory", False)


@pytest.mark.parametrize(("instead", "reason", "is_fault"), FAULTS.values(), ids=FAULTS.keys())
def test_why_there_is_nothing(
    pair: Pair[Article], begun: Callable[..., Stages], instead: str, reason: str, is_fault: bool
) -> None:
    found = begun(pair, instead)
    with pytest.raises(ComparingError, match=reason) as told:
        next(found)
    assert told.value.is_fault is is_fault


def test_a_fault_after_a_stage(pair: Pair[Article], begun: Callable[..., Stages]) -> None:
    instead = "from diffing.comparison import pair_up\nyield pair_up(articles)\nraise ValueError"
    found = begun(pair, instead)
    assert next(found).comparison.articles == pair
    with pytest.raises(ComparingError, match="ValueError"):
        next(found)


def test_the_ledger_comes_behind_the_last_stage(
    sample_pair: Callable[[str], Pair[Article]], begun: Callable[..., Stages]
) -> None:
    found = begun(sample_pair("breaking-update"))
    (stage,) = found
    assert found.ledger == ledger(stage.comparison)
    assert found.no_ledger == ""


@pytest.mark.parametrize(
    ("instead", "reason"),
    [("1 / 0", "ZeroDivisionError: division by zero"), ("os._exit(3)", "the comparing process ended with status 3")],
)
def test_a_comparison_without_its_ledger_is_still_one(
    pair: Pair[Article], begun: Callable[..., Stages], instead: str, reason: str
) -> None:
    code = f"server.packed_ledger = lambda ledger: {instead}\n"
    code += AS_USUAL
    found = begun(pair, code)
    assert list(found) == [Stage(compare(*pair))]
    assert found.ledger is None
    assert found.no_ledger.startswith(reason)


def test_what_is_printed_there_is_no_answer(pair: Pair[Article], begun: Callable[..., Stages], capfd: Any) -> None:
    instead = "print('hello'); print('hello', file=sys.stderr)\nos.write(1, b'hello'); os.write(2, b'hello')\n"
    instead += AS_USUAL
    assert list(begun(pair, instead)) == [Stage(compare(*pair))]
    assert capfd.readouterr() == ("", "")


def test_a_wait_ends(pair: Pair[Article], begun: Callable[..., Stages]) -> None:
    found = begun(pair, "time.sleep(3600)")
    assert not found.wait(0.0)
    assert not found.wait(0.01)
    found.close()
    assert found.wait(3600)
    assert list(found) == []
    ready = begun(
        pair,
        AS_USUAL,
    )
    assert ready.wait(3600)
    assert ready.wait(0.0)
    assert len(list(ready)) == 1


def test_who_waits_learns_that_it_was_ended(pair: Pair[Article], begun: Callable[..., Stages]) -> None:
    from threading import Thread

    found = begun(pair, "time.sleep(3600)")
    progressive: list[Stage] = []
    waiting = Thread(target=lambda: progressive.extend(found))
    waiting.start()
    found.close()
    waiting.join(60)
    assert not waiting.is_alive()
    assert progressive == []


def test_it_ends_with_who_started_it(pair: Pair[Article], begun: Callable[..., Stages]) -> None:
    found = begun(pair, "while True: pass")
    found._comparer._requests.close()
    assert found._comparer._process.wait(60) == 0


def test_one_that_was_given_nothing_ends_too() -> None:
    comparer = Comparer()
    comparer._requests.close()
    assert comparer._process.wait(60) == 0


def test_no_process_can_be_started(pair: Pair[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(subprocess, "Popen", none)
    with pytest.raises(ComparingError, match="no process can be started to compare: Resource temporarily unavailable"):
        compared(pair, nobody, lambda: 0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no groups of this kind")
def test_keys_of_the_terminal_do_not_reach_it() -> None:
    comparer = Comparer()
    assert os.getpgid(comparer._process.pid) not in (os.getpgid(0), os.getsid(0))
    comparer.end()


def test_modules_of_the_folder_one_is_in_are_not_loaded(
    pair: Pair[Article], begun: Callable[..., Stages], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("tui", "diffing", "json", "marshal", "rapidfuzz", "gc"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('not this one')")
    monkeypatch.chdir(tmp_path)
    assert list(begun(pair)) == [Stage(compare(*pair))]


def test_the_stand_in_of_other_tests_says_the_same(book: Pair[Article]) -> None:
    assert list(compared_here(book, nobody, lambda: 0)) == list(progressive.compared(book, nobody, lambda: 0))


def test_a_request_is_let_go_when_it_is_sent() -> None:
    text = " ".join(["One is here."] * 9)
    before = sys.getrefcount(text)
    comparer = Comparer()
    comparer.give(Pair(SourceText("a.txt", text), SourceText("b.txt", text)))
    while comparer.messages.get(timeout=60)[0] != FINISHED:
        pass
    assert sys.getrefcount(text) == before
    comparer.end()
