"""Which paragraphs tell the story; the others belong to the page around it."""

from diffing.model import Comparison, Pair


def story_paragraphs(comparison: Comparison) -> Pair[tuple[int, ...]]:
    """The 0-based indices of the paragraphs of each side that are no page furniture, rising."""
    rows = [row for row in comparison.rows if not row.furniture]
    return Pair(
        tuple(sorted(index for row in rows for index in row.left)),
        tuple(sorted(index for row in rows for index in row.right)),
    )
