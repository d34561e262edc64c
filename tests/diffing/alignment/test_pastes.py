from collections.abc import Sequence

import pytest

from benchmarks.cases import rewritten, story
from diffing.alignment.align import Alignment, align
from diffing.alignment.long_paragraphs import long_paragraphs, surroundings
from diffing.alignment.middle import median
from diffing.alignment.options import Options
from diffing.alignment.vocabulary import Vocabulary
from diffing.comparison import compare
from diffing.formats.json import to_json
from diffing.formats.reading import from_json
from diffing.model import Kind, Pair
from diffing.text.reading import ReadText


def mirrored(alignment: Alignment) -> set[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    return {(link.right, link.left, link.moved) for link in alignment.links}


@pytest.mark.parametrize("count", [2, 6, 30, 120])
def test_a_story_in_one_paragraph_is_one_link(count: int) -> None:
    paragraphs = story(count)
    (link,) = align(Pair(paragraphs, [" ".join(paragraphs)])).links
    assert link.left == tuple(range(count))
    assert link.similarity > 0.9


@pytest.mark.parametrize("size", [5, 9, 40])
def test_a_rewritten_story_in_few_paragraphs(size: int) -> None:
    left, right = rewritten(80)
    pasted = [" ".join(right[at : at + size]) for at in range(0, len(right), size)]
    alignment = align(Pair(left, pasted))
    assert len(alignment.links) == len(pasted)
    assert sum(len(link.left) for link in alignment.links) >= len(left) * 0.9
    assert mirrored(alignment) == {(link.left, link.right, link.moved) for link in align(Pair(pasted, left)).links}


def test_a_paragraph_that_was_not_pasted_is_no_part_of_the_link() -> None:
    paragraphs = story(12)
    alignment = align(Pair(paragraphs, [" ".join(paragraphs[:5] + paragraphs[7:])]))
    assert [link.left for link in alignment.links] == [(0, 1, 2, 3, 4, 7, 8, 9, 10, 11)]


def test_a_link_of_one_with_thirty_is_written_and_read() -> None:
    paragraphs = story(30)
    comparison = compare("\n\n".join(paragraphs), " ".join(paragraphs))
    (row,) = comparison.rows
    assert row.kind is Kind.UNCHANGED
    assert from_json(to_json(comparison)) == comparison


def test_lengths_of_free_paragraphs_are_sorted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    sorted_lengths = []

    def counted(lengths: Sequence[float]) -> float:
        sorted_lengths.append(len(lengths))
        return median(lengths)

    monkeypatch.setattr("diffing.alignment.long_paragraphs.median", counted)
    words = Vocabulary()
    own, other = ([ReadText(f"{name}{at} went away") for at in range(50)] for name in ("Anna", "Karl"))
    long_paragraphs(Pair(words.texts(own), words.texts(other)), [], Options())
    assert sorted_lengths == [50, 50]


def test_a_story_that_was_pasted_in_a_long_text_is_one_link() -> None:
    left, right = rewritten(130)
    pasted = [*right[:60], " ".join(right[60:70]), *right[70:]]
    (link,) = [link for link in align(Pair(left, pasted)).links if link.right == (60,)]
    assert len(link.left) >= 10


LINKS = [Pair((at,), (at,)) for at in range(100) if at not in {49, 51, 90}]


@pytest.mark.parametrize(
    ("long", "left", "right"),
    [
        (Pair({50}, set[int]()), range(41, 60), range(41, 60)),
        (Pair(set[int](), {50}), range(41, 60), range(41, 60)),
        (Pair({2, 97}, set[int]()), [*range(11), *range(89, 100)], [*range(11), *range(89, 100)]),
        (
            Pair({90}, set[int]()),
            [*range(41, 49), 50, *range(52, 60), *range(82, 99)],
            [*range(41, 60), *range(82, 99)],
        ),
    ],
)
def test_what_is_around_a_long_paragraph(long: Pair[set[int]], left: Sequence[int], right: Sequence[int]) -> None:
    assert surroundings(LINKS, long, Pair(100, 100)) == Pair([*left], [*right])


def test_links_around_a_long_paragraph_are_whole() -> None:
    links = [*LINKS, Pair((49,), (3, 4))]
    assert 49 in surroundings(links, Pair({5}, set()), Pair(100, 100)).left
