"""Measure how long it takes to find the candidates among invented articles, and how many related pairs are found.

    python -m benchmarks.corpus FOLDER 10000
    python -m benchmarks.finding FOLDER 1250 2500 5000 10000

Prints a table: articles, seconds for reading them with all processors, seconds of one processor for the candidates, the
growth since half as many, the greatest memory of this process in MiB, the share of the related pairs that are
candidates, and the share of the candidates that are related.
"""

import argparse
import resource
import time
from collections import Counter
from functools import partial
from pathlib import Path

from diffing.finding.candidates import candidates
from diffing.finding.relation import THRESHOLD
from diffing.sources.registry import DEFAULT_OPTIONS
from tui.batch.pool import in_order
from tui.batch.processes import processors
from tui.finding.run import Signed, sign
from tui.inputs.columns import USUAL_COLUMNS


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("counts", type=int, nargs="+")
    options = parser.parse_args()
    lines = (options.folder / ".truth.tsv").read_text(encoding="utf-8").splitlines()
    stories = [line.split("\t")[1] for line in lines]
    names = [str(options.folder / line.split("\t")[0]) for line in lines]
    work = partial(sign, reading=DEFAULT_OPTIONS, max_bytes=1_000_000, columns=USUAL_COLUMNS)
    before = 0.0
    print("articles  reading s  candidates s  growth  MiB  found  right")
    for count in options.counts:
        began = time.perf_counter()
        signed = list(in_order(work, names[:count], lambda name: Signed(None, name), processors()))
        read = time.perf_counter() - began
        began = time.process_time()
        pairs = list(candidates([one.signature for one in signed if one.signature], THRESHOLD))
        seconds = time.process_time() - began
        right = sum(stories[pair.left] == stories[pair.right] for pair in pairs)
        related = sum(some * (some - 1) // 2 for some in Counter(stories[:count]).values())
        mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        growth = f"{seconds / before:.2f}" if before else ""
        shares = f"{right / related:.3f} {right / len(pairs):.3f}"
        print(f"{count:>8}  {read:>9.1f}  {seconds:>12.1f}  {growth:>6}  {mib:>4} {shares}", flush=True)
        before = seconds


if __name__ == "__main__":
    main()
