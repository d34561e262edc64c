"""The words of a book by several processes: the rows that one process makes, whatever happens to the others."""

import subprocess
import sys

import pytest

from diffing.comparison import compare_read
from diffing.model import Article, Pair
from diffing.text.paragraphs import paragraphs
from diffing.text.reading import read_articles
from tui import book

VERSES = [
    f"The miller of Karlsund carried sack {number} over the old bridge, and nobody asked him why."
    for number in range(9)
]
RETOLD = [text.replace("carried", "brought").replace("nobody", "no one") for text in VERSES]

_SCRIPT = """
import os, signal
from tests.tui.test_book import compared, in_one_process
from tui import book
from tui.batch import processes
import diffing.comparison

here = os.getpid()
processes.processors = lambda: 3
book.LEAST_ROWS = 3
words, seen = book.with_words, []

def with_words(row, read):
    if os.getpid() != here:
        {there}
    seen.append(row.left)
    return words(row, read)

book.with_words = with_words
assert compared() == in_one_process()
print(len(seen))
"""


def read() -> Pair[Article]:
    texts = Pair("\n\n".join(VERSES), "\n\n".join(RETOLD))
    return Pair(*(Article(name, paragraphs(text)) for name, text in zip(("monday", "tuesday"), texts, strict=True)))


def compared() -> object:
    return compare_read(read_articles(read()), rows_of=book.rows_of_book)


def in_one_process() -> object:
    return compare_read(read_articles(read()))


def run(there: str) -> int:
    """Return how many rows this process compares itself, where another one does `there` with each row."""
    script = _SCRIPT.format(there=there)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not done.stderr
    return int(done.stdout)


forking = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is forked")


@forking
def test_others_compare_a_part_of_the_rows() -> None:
    assert 0 < run("pass") < len(VERSES) / 2


@forking
@pytest.mark.parametrize("fate", ["os.kill(os.getpid(), signal.SIGKILL)", "raise MemoryError", "raise KeyError(1)"])
def test_the_part_of_a_process_that_ends_is_compared_here(fate: str) -> None:
    assert run(fate) == len(VERSES)


def test_few_rows_and_processes_that_cannot_be_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.batch.pool.in_order", lambda *_: pytest.fail("no other process is needed"))
    assert compared() == in_one_process()
    monkeypatch.setattr(book, "LEAST_ROWS", 3)
    monkeypatch.setattr("tui.batch.pool.can_fork", lambda: False)
    assert compared() == in_one_process()


@pytest.mark.parametrize("count", [2, 3, 4])
def test_parts_are_about_equal(count: int) -> None:
    lengths = [10 + number % 7 for number in range(1_000)]
    parts = book._parts(lengths, count)
    assert [at for part in parts for at in part] == list(range(1_000))
    work = [sum(lengths[at] for at in part) for part in parts]
    assert max(work[1:]) < min(work[1:]) * 1.01
    assert work[0] == min(work)
