"""How well the ledger finds what changed that matters: tables, not tests.

    python -m tests.quality.ledger_quality GOLD [--only TABLE] [--class NAME] [--limit N] [--seed SEED] [--missed [N]]
    python -m tests.quality.ledger_quality GOLD --precision N [--class NAME]
    python -m tests.quality.ledger_quality --pair LEFT RIGHT [--class NAME]

GOLD is the folder of the gold data, of which onestop-paragraphs.jsonl is read. The tables:

    recall      one change at a time planted into pairs that are reworded anyway (planting.py): the share that a new
                entry of the class points at; 'apart' of those whose sentence shares less than .7 of its words with
                its counterpart; 'any' counts entries of any class at the place. ! marks what falls short of its bar
    nothing     texts against themselves, and set in another way: how many have an entry (none should); and said by
                opposites ('is not legal', 'is illegal'): how many have an entry of the class meaning
    mirror      entries that have no mirror image when the sides are exchanged (none should): 'rows' of the same rows
                with their sides exchanged, 'articles' compared anew
    cost        milliseconds of the ledger beside those of the comparison, medians

--precision prints so many entries of pairs that nothing is planted in, for a person to judge: the same ones every
time for the same ledger.
"""

import argparse
import json
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from diffing.comparison import compare, compare_read
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Change, Entry, Ledger
from diffing.ledger.core.ranking import Weight, weight
from diffing.model import Article, Comparison, Kind, Pair, Place, Row
from diffing.sources.files import read
from diffing.text.reading import read_articles
from tests.quality.ledger_recall import Finder, Judged, Key, Unplanted, of_case, recall, text_at
from tests.quality.plant_words import said_by_opposites
from tests.quality.planting import KINDS, Case, Plant, articles
from tests.quality.wording_quality import RESETTINGS

T = TypeVar("T")
Texts = Pair[Sequence[str]]

GOLD_FILE = "onestop-paragraphs.jsonl"
# Sets made of other ones by moving and dropping paragraphs: good to plant in, not to read entries of.
MADE_SETS = ("-drop", "-move", "-mix")
LIMIT = 400
# Of each story one article is enough to find out whether its typography makes entries.
TYPOGRAPHY_ARTICLES = 25
MIRROR_PAIRS = 60
COST_PAIRS = 40
COST_RUNS = 5
CONTEXT = 60


def load(gold: Path) -> list[Case]:
    with (gold / GOLD_FILE).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def unmade(cases: Iterable[Case]) -> list[Case]:
    """The cases as they were written."""
    return [case for case in cases if not case["set"].endswith(MADE_SETS)]


# ---------------------------------------------------------------- recall


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def print_recall(cases: Sequence[Case], kinds: Sequence[str], limit: int, seed: str, missed: int) -> None:
    print(f"{'recall':32} {'n':>5} {'found':>6} {'recall':>7} {'bar':>6} {'apart n':>8} {'recall':>7} {'any':>7}")
    unplanted = Unplanted(cases)
    for kind in kinds:
        result = recall(unplanted, kind, limit, seed)
        for name, tally, bar in result.rows():
            mark = "" if bar is None else f"{'!' if tally.found < bar * tally.planted else '>'}{bar:.2f}"
            print(
                f"{name:32} {tally.planted:5} {tally.found:6} {share(tally.found, tally.planted):>7} {mark:>6} "
                f"{tally.far:8} {share(tally.far_found, tally.far):>7} {share(tally.by_any, tally.planted):>7}"
            )
        for plant, found in result.missed[:missed]:
            print(shown_plant(plant, found))
        sys.stdout.flush()


def shown_plant(plant: Plant, found: Judged) -> str:
    """A plant in its context on both sides, with the new entries there are instead."""
    left_over = [
        f"    instead: {entry.subject} {entry.change}: {shown_texts(entry, plant.texts)}" for entry in found.entries
    ]
    place, put = min(plant.idea.edits)
    own, other = plant.case[plant.side], plant.case["right" if plant.side == "left" else "left"]
    text = own[place.paragraph]
    more = f" (and {len(plant.idea.edits) - 1} more)" if len(plant.idea.edits) > 1 else ""
    return "\n".join(
        [
            f"  missed {plant.kind}, {plant.idea.variety}: {plant.case['id']} {plant.side} {place.paragraph}{more}",
            f"    …{text[max(0, place.start - CONTEXT) : place.start]}"
            f"[{text[place.start : place.end]} > {put}]{text[place.end : place.end + CONTEXT]}…",
            *(f"    against {in_context(other, there)}" for there in plant.idea.counterpart[:1]),
            *left_over,
        ]
    )


def in_context(paragraphs: Sequence[str], place: Place) -> str:
    text = paragraphs[place.paragraph]
    before, after = text[max(0, place.start - CONTEXT) : place.start], text[place.end : place.end + CONTEXT]
    return f"…{before}[{text[place.start : place.end]}]{after}…"


def shown_texts(entry: Entry, texts: Texts) -> str:
    left, right = (
        " | ".join(text_at(paragraphs, place) for place in places) or "-"
        for paragraphs, places in zip(texts, entry.places, strict=True)
    )
    return f"{left} > {right}"


# ---------------------------------------------------------------- nothing where nothing is


def some_of(everything: Sequence[T], count: int) -> Sequence[T]:
    """About so many, from beginning to end."""
    return everything[:: max(1, len(everything) // count)]


def print_nothing(cases: Sequence[Case], find: Finder = ledger) -> None:
    print(f"{'nothing':32} {'texts':>6} {'flagged':>8} {'entries':>8}  subjects")
    texts = sorted({tuple(case[side]) for case in unmade(cases) for side in ("left", "right")})
    resettings: dict[str, Callable[[str], str]] = {"against itself": str, **RESETTINGS}
    for name, change in resettings.items():
        pairs: Sequence[Texts] = [Pair(text, tuple(map(change, text))) for text in texts]
        if change is not str:
            pairs = some_of([pair for pair in pairs if pair.left != pair.right], TYPOGRAPHY_ARTICLES)
        print_nothing_row(name, pairs, find)
    opposed = [Pair(text, tuple(map(said_by_opposites, text))) for text in texts]
    print_nothing_row("said by opposites", [pair for pair in opposed if pair.left != pair.right], negations_of(find))
    headlines = {"headline in capitals": str.upper, "headline in titles": str.title}
    for name, change in headlines.items():
        print_nothing_row(
            name, [Pair(text, (change(text[0]), *text[1:])) for text in some_of(texts, TYPOGRAPHY_ARTICLES)], find
        )


def negations_of(find: Finder) -> Finder:
    """Return a finder of negations and turned words only: other words in the place of others are a true difference."""

    def found(comparison: Comparison) -> Ledger:
        every = find(comparison)
        own = tuple(one for one in every.entries if weight(one) is Weight.MEANING)
        return Ledger(own, every.languages)

    return found


def print_nothing_row(name: str, pairs: Sequence[Texts], find: Finder) -> None:
    found = [find(compare(*articles(pair))).entries for pair in pairs]
    subjects = Counter(str(entry.subject) for entries in found for entry in entries)
    flagged = sum(map(bool, found))
    print(f"{name:32} {len(pairs):6} {flagged:8} {subjects.total():8}  {dict(subjects) or ''}")


# ---------------------------------------------------------------- the sides exchanged

_MIRRORED = {
    Change.GONE: Change.NEW,
    Change.NEW: Change.GONE,
    Change.QUOTED: Change.UNQUOTED,
    Change.UNQUOTED: Change.QUOTED,
}
_MIRRORED_KINDS = {Kind.ADDED: Kind.OMITTED, Kind.OMITTED: Kind.ADDED}


def exchanged(comparison: Comparison) -> Comparison:
    """The same rows with their sides exchanged."""
    return Comparison(comparison.right, comparison.left, tuple(map(_exchanged, comparison.rows)), comparison.bounded)


def _exchanged(row: Row) -> Row:
    return replace(
        row,
        kind=_MIRRORED_KINDS.get(row.kind, row.kind),
        left=row.right,
        right=row.left,
        spans=tuple(span.mirrored() for span in row.spans),
        words=row.words.swapped(),
        hidden=row.hidden.swapped(),
    )


def facts(entries: Iterable[Entry]) -> Counter[Key]:
    return Counter((entry.subject, entry.change, entry.left, entry.right) for entry in entries)


def mirrored_facts(entries: Iterable[Entry]) -> Counter[Key]:
    return Counter(
        (entry.subject, _MIRRORED.get(entry.change, entry.change), entry.right, entry.left) for entry in entries
    )


def print_mirror(cases: Sequence[Case], find: Finder = ledger) -> None:
    print(f"{'mirror':32} {'pairs':>6} {'entries':>8} {'without':>8}  subjects")
    some = unmade(cases)[:MIRROR_PAIRS]
    for name in ("rows", "articles"):
        entries, without = 0, Counter[Key]()
        for case in some:
            comparison = compare(*of_case(case))
            other = exchanged(comparison) if name == "rows" else compare(*comparison.articles.swapped())
            own, back = facts(find(comparison).entries), mirrored_facts(find(other).entries)
            entries += own.total()
            without += own - back
        subjects = Counter(str(key[0]) for key in without.elements())
        print(f"{name:32} {len(some):6} {entries:8} {without.total():8}  {dict(subjects) or ''}")


# ---------------------------------------------------------------- cost


def print_cost(cases: Sequence[Case], find: Finder = ledger) -> None:
    print(f"{'cost':32} {'pairs':>6} {'compare':>8} {'ledger':>8} {'ratio':>7} {'worst':>7}")
    pairs = [of_case(case) for case in some_of(unmade(cases), COST_PAIRS)]
    times = [cost_of(Pair(*pair), find) for pair in pairs]
    compared, found = (statistics.median(column) * 1e3 for column in zip(*times, strict=True))
    ratios = [own / whole for whole, own in times]
    print(
        f"{'onestop':32} {len(pairs):6} {compared:8.2f} {found:8.2f} "
        f"{statistics.median(ratios):7.2f} {max(ratios):7.2f}"
    )


def cost_of(pair: Pair[Article], find: Callable[..., object]) -> tuple[float, float]:
    """Seconds of processor time of the comparison and of the ledger, medians: others may be at work beside it.

    Each run reads the articles anew, and the ledger uses the readings of the comparison, as in the program. The first
    run, which makes the patterns of the languages, does not count.
    """
    times = []
    for _ in range(1 + COST_RUNS):
        read = read_articles(pair)
        started = time.process_time()
        comparison = compare_read(read)
        compared = time.process_time()
        find(comparison, read)
        times.append((compared - started, time.process_time() - compared))
    compare_times, find_times = zip(*times[1:], strict=True)
    return statistics.median(compare_times), statistics.median(find_times)


# ---------------------------------------------------------------- reading entries


def print_entries(numbered: Iterable[tuple[str, Entry, Texts]]) -> None:
    for at, (name, entry, texts) in enumerate(numbered, 1):
        said = f"{entry.subject} {entry.change}: {shown_texts(entry, texts)}"
        print(f"{at}. {name}: {said}  ({entry.location}; {entry.detail})")
        for mark, side, places in zip("-+", texts, entry.places, strict=True):
            for place in places:
                print(f"   {mark} {place.paragraph}: {in_context(side, place)}")


def print_precision(cases: Sequence[Case], kinds: Sequence[str], count: int) -> None:
    entries = [
        (case["id"], entry, Pair(case["left"], case["right"]))
        for case in unmade(cases)
        for entry in ledger(compare(*of_case(case))).entries
        if entry.subject in kinds or len(kinds) == len(KINDS)
    ]
    subjects = Counter(str(entry.subject) for _, entry, _ in entries)
    print(f"{len(entries)} entries in {len(unmade(cases))} pairs: {dict(subjects)}")
    print_entries(random.Random(0).sample(entries, min(count, len(entries))))


def print_pair(paths: Pair[str], kinds: Sequence[str]) -> None:
    pair = paths.map(read)
    texts = pair.map(lambda article: [paragraph.text for paragraph in article.paragraphs])
    found = ledger(compare(*pair)).entries
    print_entries(("", entry, texts) for entry in found if entry.subject in kinds or len(kinds) == len(KINDS))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path, nargs="?", help="the folder of the gold data")
    parser.add_argument("--only", action="append", choices=("recall", "nothing", "mirror", "cost"))
    parser.add_argument("--class", dest="kinds", action="append", choices=list(KINDS), metavar="NAME")
    parser.add_argument("--limit", type=int, default=LIMIT, help=f"plants of a class, {LIMIT} if not given")
    parser.add_argument("--seed", default="", help="any text, for other plants")
    parser.add_argument(
        "--missed", type=int, nargs="?", const=sys.maxsize, default=0, help="print the plants not found"
    )
    parser.add_argument("--precision", type=int, metavar="N", help="print N entries of unplanted pairs to be judged")
    parser.add_argument("--pair", nargs=2, metavar=("LEFT", "RIGHT"), help="print the entries of two files")
    options = parser.parse_args()
    kinds = options.kinds or list(KINDS)
    if options.pair:
        print_pair(Pair(*options.pair), kinds)
        return
    if options.gold is None or not (options.gold / GOLD_FILE).is_file():
        print(f"no gold data ({GOLD_FILE}), so nothing is measured")
        return
    cases = load(options.gold)
    if options.precision:
        print_precision(cases, kinds, options.precision)
        return
    tables: dict[str, Callable[[], None]] = {
        "recall": lambda: print_recall(cases, kinds, options.limit, options.seed, options.missed),
        "nothing": lambda: print_nothing(cases),
        "mirror": lambda: print_mirror(cases),
        "cost": lambda: print_cost(cases),
    }
    for name, table in tables.items():
        if options.only is None or name in options.only:
            table()
            print()


if __name__ == "__main__":
    main()
