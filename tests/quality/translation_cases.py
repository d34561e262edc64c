"""Make cases of known links of the articles of two languages: `python -m tests.quality.translation_cases > FILE`

The articles are those of tests/diffing/translation/articles. Of each, paragraphs of either side are dropped, neighbours
on the right are merged, a block on the right is moved, or all of these, by chance and the same at each run. The cases
have the form of the gold's alignment cases, for tests.quality.translation_quality.
"""

import json
from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

from diffing.alignment.candidates import Candidate
from diffing.alignment.moves import out_of_order
from diffing.alignment.vocabulary import Text
from diffing.model import Pair
from tests.quality.translation_facts import ARTICLES, articles

_KINDS = ("plain", "drop", "merge", "move", "mix")
_OF_EACH = 4
# Share of the paragraphs of a side that are dropped, and of the neighbours that are merged.
_DROPPED, _MERGED = 0.15, 0.2
# Paragraphs of a block that moves, and the places it moves by, at least.
_BLOCK, _FAR = 2, 3


class Right(NamedTuple):
    """A paragraph on the right: its text, and the left paragraphs it is linked to."""

    text: str
    left: tuple[int, ...]


def without_some(count: int, random: Random) -> list[int]:
    """Return the indices of paragraphs without some dropped ones."""
    dropped = set(random.sample(range(count), max(1, round(_DROPPED * count))))
    return [at for at in range(count) if at not in dropped]


def merged(right: list[Right], random: Random, space: str) -> list[Right]:
    """Return the paragraphs with some neighbours joined."""
    found: list[Right] = []
    for one in right:
        if found and len(found[-1].left) <= 1 and random.random() < _MERGED:
            before = found.pop()
            found.append(Right(before.text + space + one.text, (*before.left, *one.left)))
        else:
            found.append(one)
    return found


def moved(right: list[Right], random: Random) -> list[Right]:
    """Return the paragraphs with a block in another place."""
    size = random.randint(1, _BLOCK)
    left = len(right) - size
    places = [(at, to) for at in range(1, left) for to in range(1, left + 1) if abs(at - to) >= _FAR]
    if not places:
        return right
    start, to = random.choice(places)
    rest = right[:start] + right[start + size :]
    return rest[:to] + right[start : start + size] + rest[to:]


def mark_moved(links: list[dict[str, Any]], texts: Pair[list[str]]) -> None:
    """Mark the links that are out of order, by the rule of the gold: as few paragraphs as possible have moved."""
    places = [Candidate(*_range(link["left"]), *_range(link["right"]), 1.0, 0.0, 0.0) for link in links]
    moved = out_of_order(places, texts.map(lambda side: [Text(len(text), (), ()) for text in side]))
    for link, place in zip(links, places, strict=True):
        link["moved"] = place in moved


def _range(indices: list[int]) -> tuple[int, int]:
    return indices[0], indices[-1] + 1


def case(kind: str, texts: tuple[list[str], list[str]], wanted: Any, name: str) -> dict[str, Any]:
    """Return a case of a kind."""
    random = Random(name)
    lefts, rights = texts
    sources: dict[int, tuple[int, ...]] = {}
    for own, other in wanted["links"]:
        sources |= {at: tuple(own) for at in other}
    right = [Right(text, sources.get(at, ())) for at, text in enumerate(rights)]
    kept = list(range(len(lefts)))
    if kind in ("drop", "mix"):
        kept = without_some(len(lefts), random)
        right = [right[at] for at in without_some(len(right), random)]
    if kind in ("merge", "mix"):
        right = merged(right, random, "" if wanted["languages"][1] in ("ja", "zh") else " ")
    if kind in ("move", "mix"):
        right = moved(right, random)
    place = {old: new for new, old in enumerate(kept)}
    links = []
    for at, one in enumerate(right):
        if left := [place[old] for old in one.left if old in place]:
            links.append({"left": left, "right": [at]})
    kept_texts = [lefts[at] for at in kept]
    mark_moved(links, Pair(kept_texts, [one.text for one in right]))
    return {
        "id": name,
        "set": f"{'-'.join(wanted['languages'])}-{kind}",
        "left": kept_texts,
        "right": [one.text for one in right],
        "links": links,
    }


def cases() -> Iterator[dict[str, Any]]:
    """Yield the cases of all articles."""
    for name, texts, wanted in articles(sorted(ARTICLES.iterdir())):
        left, right = (text.strip().split("\n\n") for text in texts)
        for kind in _KINDS:
            for number in range(1 if kind == "plain" else _OF_EACH):
                yield case(kind, (left, right), wanted, f"{name} {kind} {number}")


if __name__ == "__main__":
    for made in cases():
        print(json.dumps(made, ensure_ascii=False))
