"""Compare many pairs on Dask, to show that an engine for clusters needs only one function of newsdiff.

    pip install 'dask[bag]'
    python -m benchmarks.on_dask LIST FOLDER --workers 8

LIST has two file names in each line, separated by a tab. FOLDER gets a file of JSON lines for each part of the list, as
`newsdiff --pairs LIST` prints them. Dask is no dependency of newsdiff. docs/scale.md has the measurements.
"""

import argparse
import resource
import time
from pathlib import Path

from newsdiff.batch.comparing import compare_files
from newsdiff.batch.pairs import PairFiles

from diffing.model import Pair


def compared(line: str) -> str:
    """Return the JSON line for a line of the list."""
    left, right = line.rstrip("\n").split("\t")
    written: bytes = compare_files(PairFiles(Pair(left, right))).line
    return written.decode().rstrip("\n")


def main() -> None:
    """Compare, and print the speed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("list")
    parser.add_argument("folder")
    parser.add_argument("--workers", type=int, default=1, help="processes on this machine")
    parser.add_argument("--scheduler", help="instead of them, the address of a cluster's scheduler")
    parser.add_argument("--part", default="4KiB", help="how much of the list a task takes")
    options = parser.parse_args()

    from dask import bag, config  # only where the command is used

    if options.scheduler:
        from dask.distributed import Client

        Client(options.scheduler)
    else:
        config.set(scheduler="processes", num_workers=options.workers)
    began = time.perf_counter()
    written = (
        bag.read_text(options.list, blocksize=options.part).map(compared).to_textfiles(f"{options.folder}/*.jsonl")
    )
    seconds = time.perf_counter() - began
    pairs = sum(Path(path).read_bytes().count(b"\n") + 1 for path in written)  # no line feed after the last
    print(f"{pairs} pairs in {seconds:.1f} s: {pairs / seconds:.1f} a second")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    if not options.scheduler:
        print(f"{1000 * (used.ru_utime + used.ru_stime) / pairs:.1f} ms of a core for each")


if __name__ == "__main__":
    main()
