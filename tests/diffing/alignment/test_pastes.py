import pytest

from benchmarks.cases import rewritten, story
from diffing.alignment.align import Alignment, align
from diffing.comparison import compare
from diffing.formats.json import to_json
from diffing.formats.reading import from_json
from diffing.model import Kind, Pair


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
