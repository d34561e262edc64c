"""Measure the ledger on changes that readers listed before they saw it: how many it has, and how many entries are idle.

python -m tests.quality.ledger_changes             the pairs of samples/ and tests/cases/articles
python -m tests.quality.ledger_changes --each      also what was missed, and the entries about nothing that was listed
python -m tests.quality.ledger_changes --long      22 whole articles: updates, levels, rewrites by another newsroom
python -m tests.quality.ledger_changes --later     16 whole articles: levels, updates, rewrites, two translations
python -m tests.quality.ledger_changes --short     97 short pairs: updates, levels, rewrites, a third of them faithful

changes.jsonl has a line for each pair:

    {"pair": folder, "changes": [{"class", "left", "right", "weight"}], "traps": [{"left", "right"}]}

short_changes.jsonl has the paragraphs themselves, `left` and `right`. Its first set of 40 was read while rules were
made; the second set of 20 was written later. The third set of 29 was read while the words of search, office and unrest
were listed; the fourth set of 8 was written after that. long_changes.jsonl is of the same form, and so is
later_changes.jsonl, which was written when the rules were. There the first change of a pair is what a reader would want
to see first: it is counted how often this is among the first three entries, and how often the first entry is idle.

The words stand in the paragraphs as they are there; "" is a side that has none. Weight 3: a reader would be misled
without it; 2: worth seeing; 1: minor. In a trap the wording differs and the meaning does not. A side whose words all
stand on the other side too needs no entry: of 'may help' > 'help', an entry about the 'may' is enough.

A change is found if an entry, or a part of one, shares a character with its words on each side that has some. An entry
is idle if it shares none with any change, on any side.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import diffing
from diffing.ledger.core.model import Entry
from diffing.ledger.core.ranking import Weight, weight
from diffing.model import Article, Comparison, Pair, Place
from diffing.text.paragraphs import paragraphs

ROOT = Path(__file__).parents[2]
CHANGES = Path(__file__).with_name("changes.jsonl")
SHORT_CHANGES = Path(__file__).with_name("short_changes.jsonl")
LONG_CHANGES = Path(__file__).with_name("long_changes.jsonl")
LATER_CHANGES = Path(__file__).with_name("later_changes.jsonl")
SIDES = ("left", "right")
_TOP = 3


def articles_of(pair: dict[str, Any]) -> Pair[Article]:
    """Return the articles of a pair: those of its folder, or its own paragraphs."""
    if "left" in pair:
        return Pair(*(Article(side, paragraphs("\n\n".join(pair[side]))) for side in SIDES))
    folder = ROOT / pair["pair"]
    return Pair(*(diffing.read(str(next(folder.glob(f"{side}.*")))) for side in SIDES))


def places(article: Article, words: str) -> list[Place]:
    """Return where words stand in an article: at all of their places. Raises ValueError if they stand nowhere.

    White space may be longer or shorter in the article.
    """
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    found = [
        Place(at, *match.span())
        for at, paragraph in enumerate(article.paragraphs)
        for match in pattern.finditer(paragraph.text)
    ]
    if not found:
        raise ValueError(f"{article.source} does not have {words!r}")
    return found


def touches(entry: Entry, side: int, own: Iterable[Place]) -> bool:
    """Return whether an entry shares a character with one of some places of a side."""
    return any(
        place.paragraph == other.paragraph and place.start < other.end and other.start < place.end
        for place in own
        for other in (entry.left, entry.right)[side]
    )


def needed(one: dict[str, Any]) -> dict[str, str]:
    """Return the words of both sides of a listed change; "" for words that the other side only adds to."""
    own = {side: Counter(re.findall(r"\w+", one[side].casefold())) for side in SIDES}
    return {
        side: "" if own[side] <= own[other] and not own[other] <= own[side] else one[side]
        for side, other in (SIDES, SIDES[::-1])
    }


def labelled(comparison: Comparison, listed: Iterable[dict[str, str]]) -> list[Pair[list[Place]]]:
    """Return the places of listed words on both sides; none on a side that has no words."""
    return [
        Pair(
            *(
                places(article, one[side]) if one[side] else []
                for side, article in zip(SIDES, comparison.articles, strict=True)
            )
        )
        for one in listed
    ]


def has(entry: Entry, both: Pair[list[Place]]) -> bool:
    """Return whether an entry has words of a change on each side on which the change has some."""
    return all(touches(entry, side, own) for side, own in enumerate(both) if own)


def words_of(entry: Entry, comparison: Comparison) -> Pair[str]:
    """Return the words of an entry on both sides."""
    return Pair(
        *(
            " … ".join(place.words(article) for place in own)
            for article, own in zip(comparison.articles, entry.places, strict=True)
        )
    )


def _count_first(
    entries: Sequence[Entry],
    changes: Iterable[Pair[list[Place]]],
    sought: Sequence[Pair[list[Place]]],
    counts: Counter[str],
) -> None:
    """Count whether the first listed change is among the first three entries, and whether the first entry is idle."""
    counts["first choice"] += 1
    counts["first choice found"] += any(
        has(one, sought[0]) for entry in entries[:_TOP] for one in (entry, *entry.children)
    )
    counts["first entry"] += 1
    counts["first entry idle"] += any(
        not any(touches(entry, side, own) for both in changes for side, own in enumerate(both)) for entry in entries[:1]
    )


def measure(pair: dict[str, Any], counts: Counter[str], *, is_each: bool, has_first: bool = False) -> None:
    """Count what is found in one pair, and print what is not if `is_each`.

    `has_first` says that the first change of the list is what a reader would want to see first.
    """
    comparison = diffing.compare(*articles_of(pair))
    entries = diffing.ledger(comparison).entries
    every = [one for entry in entries for one in (entry, *entry.children)]
    changes, traps = labelled(comparison, pair["changes"]), labelled(comparison, pair["traps"])
    sought = labelled(comparison, map(needed, pair["changes"]))
    for change, both in zip(pair["changes"], sought, strict=True):
        is_found = any(has(entry, both) for entry in every)
        for key in ("all", f"weight {change['weight']}", f"class {change['class']}"):
            counts[key] += 1
            counts[f"{key} found"] += is_found
        if is_each and not is_found:
            print(f"  missed {change['weight']} {change['class']}: {change['left']} > {change['right']}")
    for entry in every:
        is_idle = not any(touches(entry, side, own) for both in changes for side, own in enumerate(both))
        for key in ("entries", f"entries {entry.subject}"):
            counts[key] += 1
            counts[f"{key} idle"] += is_idle
        if is_each and is_idle:
            print(f"  idle: {entry.subject} {entry.change}: {' > '.join(words_of(entry, comparison))}")
    if has_first:
        _count_first(entries, changes, sought, counts)
    counts["traps"] += len(traps)
    said = [entry for entry in every if weight(entry) is not Weight.CONTENT]
    counts["traps hit"] += sum(
        any(has(entry, both) and not any(has(entry, change) for change in sought) for entry in said) for both in traps
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", action="store_true", help="print what was missed and what is idle")
    sets = parser.add_mutually_exclusive_group()
    sets.add_argument("--short", action="store_true", help="measure the short pairs")
    sets.add_argument("--long", action="store_true", help="measure the long pairs")
    sets.add_argument("--later", action="store_true", help="measure the pairs that were written last")
    options = parser.parse_args()
    is_each = options.each
    counts: Counter[str] = Counter()
    has_first = options.long or options.later
    chosen = ((options.short, SHORT_CHANGES), (options.long, LONG_CHANGES), (options.later, LATER_CHANGES))
    listed = next((file for is_chosen, file in chosen if is_chosen), CHANGES)
    for line in listed.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        if is_each:
            print(pair["pair"])
        measure(pair, counts, is_each=is_each, has_first=has_first)
    for key in sorted(counts):
        for part in ("found", "idle", "hit"):
            if not key.endswith(("found", "idle", "hit")) and f"{key} {part}" in counts:
                share = counts[f"{key} {part}"] / counts[key]
                print(f"{key:24}{counts[key]:5}{counts[f'{key} {part}']:5} {part:6}{share:.2f}")


if __name__ == "__main__":
    main()
