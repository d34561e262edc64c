"""Changes of the metadata that files have before their text.

left   title: Swans, date: 2031-01-12           date 2031-01-12 -> 2031-01-19
right  title: Swans, date: 2031-01-19, tags: x  tags nothing -> x
"""

from collections import Counter
from dataclasses import dataclass

from diffing.model import Article, Comparison


@dataclass(frozen=True, slots=True)
class MetadataChange:
    """A field of the front matter that differs: its name, and its value on each side, None where a side has none."""

    name: str
    left: str | None
    right: str | None


def metadata_changes(comparison: Comparison) -> tuple[MetadataChange, ...]:
    """Return the fields that differ, in the order of the left article, then of the right one.

    The order of fields does not count. Of fields with the same name, such as comments, the first is compared with the
    first. Files of two formats, such as a web page and a text, have different metadata: nothing is compared.
    """
    if comparison.left.format != comparison.right.format:
        return ()
    left, right = map(_values, comparison.articles)
    return tuple(
        MetadataChange(key[0], left.get(key), right.get(key))
        for key in {**left, **right}
        if left.get(key) != right.get(key)
    )


def _values(article: Article) -> dict[tuple[str, int], str]:
    """Return the value of each field by its name and by how many of the same name stand before it."""
    seen: Counter[str] = Counter()
    found = {}
    for name, value in article.metadata:
        found[name, seen[name]] = value
        seen[name] += 1
    return found
