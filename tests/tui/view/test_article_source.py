"""Where the articles come from: swapped, read again, watched."""

import pytest

from diffing.errors import ReadError
from diffing.model import Article, Pair
from tests.tui.running import article
from tui.view.article_source import Sources

BEFORE = Pair(article(["One."], "a.txt"), article(["Two."], "b.txt"))
AFTER = Pair(article(["Three."], "a.txt"), article(["Four."], "b.txt"))


def test_swapped_sides_stay_swapped_when_read_again() -> None:
    sources = Sources(BEFORE, lambda: AFTER)
    sources.swap()
    assert sources.given == BEFORE.swapped()
    sources.take(sources.reread())
    assert sources.given == AFTER.swapped()
    sources.swap()
    assert sources.given == AFTER


def test_what_is_of_the_files_is_swapped_with_them() -> None:
    sources = Sources(BEFORE)
    assert sources.as_shown(Pair(1, 2)) == Pair(1, 2)
    sources.swap()
    assert sources.as_shown(Pair(1, 2)) == Pair(2, 1)


def test_what_cannot_be_read_leaves_the_articles() -> None:
    def gone() -> Pair[Article]:
        raise ReadError("a.txt", "no such file")

    sources = Sources(BEFORE, gone)
    with pytest.raises(ReadError):
        sources.reread()
    assert sources.given == BEFORE
    assert sources.can_be_read_again
    assert not Sources(BEFORE).can_be_read_again


def test_a_change_is_seen_once() -> None:
    stamps = iter([1, 1, 2, 2])
    sources = Sources(BEFORE, lambda: AFTER, lambda: next(stamps))
    assert sources.are_watched
    assert [sources.have_changed() for _ in range(3)] == [False, True, False]
    assert not Sources(BEFORE).are_watched
    assert not Sources(BEFORE).have_changed()
