"""Measure how well the furniture of a page is separated from its story: both rates of error.

python -m tests.quality.page_quality GOLD          the story that is set aside, in articles that are all story
python -m tests.quality.page_quality               furniture left in the story and story set aside, in tests/cases

GOLD holds files of cases, one JSON object a line: {"set", "left": [...], "right": [...]}. All their paragraphs are
story. Each case is compared as it is, then with its right side cut: only where a side lacks paragraphs at an end of
the story, and a line of the page stands before them, is there much doubt.

    as it is         both sides
    without an end   the first, or the last, paragraphs of the right side are left out, 1 to 3 of them
    behind a line    the same, and the left side has a line of the page between those paragraphs and the others
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from diffing.alignment.align import align_texts
from diffing.comparison import compare
from diffing.model import Pair, Role
from diffing.page.boilerplate import without_boilerplate
from diffing.page.parts import Parts
from diffing.text.reading import read_texts
from tests.cases.expect import Case, cases

LINES = ("Advertisement", "Read more", "Share")
"""A line of the page that stands in the middle of a story."""

MOST_CUT = 3
"""Paragraphs that are left out at an end, at most."""

LEAST_CASE = 6
"""Paragraphs of a side that is cut, at least."""

Counts = Counter[str]


def set_aside(left: Sequence[str], right: Sequence[str], counts: Counts) -> Pair[tuple[list[str], list[str]]]:
    """Return of each side the paragraphs without a counterpart, and those of them that are set aside."""
    texts = read_texts(Pair(left, right))
    found = align_texts(texts).links
    links, aside = without_boilerplate(texts, found, texts.map(lambda side: Parts([Role.TEXT] * len(side))))
    counts["dropped"] += len(found) - len(links)
    linked = Pair({at for link in links for at in link.left}, {at for link in links for at in link.right})
    return Pair(
        *(
            ([text for at, text in enumerate(side) if at not in held], [side[at] for at in sorted(out)])
            for side, held, out in zip((left, right), linked, aside, strict=True)
        )
    )


def variants(case: dict[str, Any]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield the name of each variant of a case, and its sides."""
    left, right = case["left"], case["right"]
    yield "as it is", left, right
    if min(len(left), len(right)) < LEAST_CASE:
        return
    for number in range(1, MOST_CUT + 1):
        line = LINES[number - 1]
        yield "without an end", left, right[:-number]
        yield "without an end", left, right[number:]
        yield "behind a line", [*left[:-number], line, *left[-number:]], right[:-number]
        yield "behind a line", [*left[:number], line, *left[number:]], right[number:]


def measure_story(gold: Path, prefix: str, limit: int, is_listed: bool) -> None:
    """Print for each file of stories how many paragraphs are set aside."""
    for path in sorted(gold.glob(f"{prefix}*.jsonl")):
        counts: dict[str, Counts] = {}
        with open(path, encoding="utf-8") as file:
            read = [json.loads(line) for line in file]
        for case in [case for case in read if isinstance(case.get("left"), list)][:limit]:
            for name, left, right in variants(case):
                count = counts.setdefault(name, Counter())
                count["paragraphs"] += len(left) + len(right)
                for alone, aside in set_aside(left, right, count):
                    story = [text for text in aside if text not in LINES]
                    count["alone"] += len([text for text in alone if text not in LINES])
                    count["aside"] += len(story)
                    if is_listed:
                        print(*(f"    {name}: {text}" for text in story), sep="\n", end="\n" if story else "")
        for name, count in counts.items():
            print(
                f"{path.stem:20} {name:15} {count['paragraphs']:6} paragraphs, {count['alone']:5} on one side only,"
                f" {count['aside']:4} set aside, {count['dropped']} links dropped"
            )


def labelled(case: Case) -> Iterator[tuple[bool, bool, str]]:
    """Yield for each paragraph without a counterpart: whether it is furniture, whether it is set aside, its text.

    A case that names its furniture names all of it.
    """
    comparison = compare(*case.texts)
    for side in ("left", "right"):
        article = getattr(comparison, side)
        named = case.expected["furniture"].get(side, ())
        for row in comparison.rows:
            for index in getattr(row, side):
                is_furniture = any(
                    reference in article.paragraphs[index].text
                    if isinstance(reference, str)
                    else reference == index + 1
                    for reference in named
                )
                if is_furniture or not (row.left and row.right):
                    yield is_furniture, row.furniture, article.paragraphs[index].text


def measure_pages(is_listed: bool) -> None:
    """Print both rates of the articles in tests/cases that name their furniture."""
    counts = Counter[tuple[bool, bool]]()
    pages = 0
    for case in cases():
        if case.kind in ("articles", "pages") and "furniture" in case.expected:
            pages += 2
            for is_furniture, is_aside, text in labelled(case):
                counts[is_furniture, is_aside] += 1
                if is_listed and is_furniture != is_aside:
                    print(f"    {case.name}: {'left in the story' if is_furniture else 'set aside'}: {text}")
    furniture, story = (sum(counts[kind, aside] for aside in (True, False)) for kind in (True, False))
    print(
        f"{pages} pages: of {furniture} paragraphs of furniture {counts[True, False]} are left in the story;"
        f" of {story} of the story on one side only {counts[False, True]} are set aside"
    )


def main() -> None:
    """Measure what the arguments name."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--files", default="", metavar="PREFIX", help="only files that begin so")
    parser.add_argument("--limit", type=int, default=10**9, metavar="N", help="at most N cases of a file")
    parser.add_argument("--list", action="store_true", help="print each paragraph that is judged wrongly")
    arguments = parser.parse_args()
    if arguments.gold:
        measure_story(arguments.gold, arguments.files, arguments.limit, arguments.list)
    else:
        measure_pages(arguments.list)


if __name__ == "__main__":
    main()
