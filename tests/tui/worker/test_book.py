"""A book compared by several processes: the rows that one process makes, whatever happens to the others."""

import subprocess
import sys

import pytest

from diffing.comparison import compare_read, pair_up
from diffing.model import Article, Comparison, Pair
from diffing.sharing import ShareOut
from diffing.text.paragraphs import paragraphs
from diffing.text.reading import read_articles
from tests.diffing.translation.test_book_words import long_text
from tui.worker import book

VERSES = [
    f"The miller of Karlsund carried sack {number} over the old bridge, and nobody asked him why."
    for number in range(9)
]
RETOLD = [text.replace("carried", "brought").replace("nobody", "no one") for text in VERSES]

_SCRIPT = """
import os, signal
from tests.tui.worker.test_book import compared, in_one_process
from tui.worker import book
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


_IN_TWO_LANGUAGES = """
import multiprocessing, os, signal
from tests.tui.worker.test_book import in_two_languages
from diffing.sharing import alone
from diffing.translation.contents import Reader
from diffing.translation.translation import Translation
from tui.worker import book
from tui.batch import processes

here = os.getpid()
processes.processors = lambda: 3
one = in_two_languages(alone)
book.LEAST_LENGTH = 1
content, choices, read, chosen = Reader.content, Translation._choices, [], []

def read_here(reader, text):
    if os.getpid() != here:
        {reading}
    read.append(text)
    return content(reader, text)

def chosen_here(*given):
    if os.getpid() != here:
        {choosing}
    chosen.append(given)
    return choices(*given)

Reader.content, Translation._choices = read_here, chosen_here
assert in_two_languages(book.share_out) == one
assert not multiprocessing.active_children()
print(len(read) + len(chosen))
"""


def in_two_languages(share_out: ShareOut) -> object:
    """Return long texts in two languages, compared."""
    texts = long_text()
    articles = Pair(Article("wharf", paragraphs(texts.left)), Article("muelle", paragraphs(texts.right)))
    return compare_read(read_articles(articles), share_out=share_out)


def run(there: str) -> int:
    """Return how many rows this process compares itself, where another one does `there` with each row."""
    return printed(_SCRIPT.format(there=there))


def run_in_two_languages(reading: str = "pass", choosing: str = "pass") -> int:
    """Return how many paragraphs this process reads, and pieces it chooses links of, where others do these things."""
    return printed(_IN_TWO_LANGUAGES.format(reading=reading, choosing=choosing))


def printed(script: str) -> int:
    """Return the number that a program prints."""
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


@forking
def test_of_two_languages_others_read_one_article_and_choose_a_part_of_the_links() -> None:
    """One article has 180 paragraphs, and there are four pieces, of which three processes do at most two each."""
    assert 180 < run_in_two_languages() < 180 + 3


FATES = ["os.kill(os.getpid(), signal.SIGKILL)", "raise MemoryError"]


@forking
@pytest.mark.parametrize("fate", FATES)
def test_the_article_of_a_process_that_ends_is_read_here(fate: str) -> None:
    assert run_in_two_languages(reading=fate) > 2 * 180


@forking
@pytest.mark.parametrize("fate", FATES)
def test_the_pieces_of_a_process_that_ends_are_chosen_here(fate: str) -> None:
    assert run_in_two_languages(choosing=fate) == 180 + 4


_SHARED_OUT = """
import multiprocessing, os, threading
from tui.worker import book
from tui.batch import processes

here = os.getpid()
processes.processors = lambda: {processors}
book.LEAST_LENGTH = 5
shares = []

def work(at, done):
    done(0.5)
    if at == {wrong}:
        raise KeyError(at)
    return at, os.getpid() == here

def share_out():
    return book.share_out(work, [5] * 8, shares.append)

{call}
"""


def shared_out(call: str, processors: int = 4, wrong: int = -1) -> int:
    """Return the number that `call` prints."""
    return printed(_SHARED_OUT.format(call=call, processors=processors, wrong=wrong))


@forking
def test_parts_come_in_order_and_only_those_done_here_are_reported() -> None:
    call = """
found = share_out()
assert [at for at, _ in found] == [*range(8)]
assert shares == sorted(shares) and shares[-1] < 1
assert len(shares) == 2 * sum(is_here for _, is_here in found)
print(sum(is_here for _, is_here in found))
"""
    assert shared_out(call) == 2
    assert shared_out(call, processors=1) == 8


@forking
@pytest.mark.parametrize("wrong", [0, 7])
def test_what_is_wrong_with_a_part_is_said_here(wrong: int) -> None:
    call = """
try:
    share_out()
except KeyError as error:
    assert not multiprocessing.active_children()
    print(error.args[0])
"""
    assert shared_out(call, wrong=wrong) == wrong


@forking
def test_no_process_is_started_beside_another_thread() -> None:
    call = """
thread = threading.Thread(target=lambda: print(sum(is_here for _, is_here in share_out())))
thread.start()
thread.join()
"""
    assert shared_out(call) == 8


def test_what_is_short_is_done_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.batch.pool.in_order", lambda *_: pytest.fail("no other process is needed"))
    assert book.share_out(lambda at, done: at, [9, 9], lambda share: None) == [0, 1]


@pytest.mark.parametrize("count", [2, 3, 4])
def test_parts_are_about_equal(count: int) -> None:
    lengths = [10 + number % 7 for number in range(1_000)]
    parts = book._parts(lengths, count)
    assert [at for part in parts for at in part] == list(range(1_000))
    work = [sum(lengths[at] for at in part) for part in parts]
    assert max(work[1:]) < min(work[1:]) * 1.01
    assert work[0] == min(work)


_ROWS_ELSEWHERE = """
import multiprocessing, os, signal
from tests.tui.worker.test_book import compared_in_stages
from tui.batch import processes
from tui.worker import book

here = os.getpid()
processes.processors = lambda: 2
book.LEAST_ROWS = 3
words = book.with_words

def with_words(row, read):
    assert os.getpid() != here
    {there}
    return words(row, read)

book.with_words = with_words
print(compared_in_stages())
assert not multiprocessing.active_children()
"""


def compared_in_stages() -> int:
    """Return how many rows another process compares of which the last stage has the words."""
    paired = pair_up(read())
    found = book.share_rows(paired, read_articles(read()))
    assert found is not None
    assert found.places == set(range(min(found.places), len(VERSES)))
    while (rows := found.rows()) is None:
        pass
    whole = in_one_process()
    assert isinstance(whole, Comparison)
    assert all(whole.rows[at] == row for at, row in rows.items())
    return len(rows)


@forking
def test_the_last_rows_for_a_screen() -> None:
    assert len(VERSES) / 2 <= printed(_ROWS_ELSEWHERE.format(there="pass")) < len(VERSES)


@forking
@pytest.mark.parametrize("fate", FATES)
def test_no_rows_of_a_process_that_ends(fate: str) -> None:
    assert printed(_ROWS_ELSEWHERE.format(there=fate)) == 0


def test_few_rows_are_not_compared_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    paired = pair_up(read())
    assert book.share_rows(paired, read_articles(read())) is None
    monkeypatch.setattr(book, "LEAST_ROWS", 3)
    monkeypatch.setattr("tui.batch.pool.can_fork", lambda: False)
    assert book.share_rows(paired, read_articles(read())) is None
