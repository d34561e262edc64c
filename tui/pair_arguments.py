"""The arguments for many pairs, and what they do not go with.

--pairs list.tsv --resume out.jsonl                    a list, whose results are continued
--pairs mon tue --format csv --output out.csv          two folders, as a table
--pairs list.tsv --watch                               an error: a screen has one pair
"""

import argparse
import re

# More processors than any computer has. Each process takes 30 MB and some open files.
_MOST_JOBS = 9_999
FORMATS = ("json", "csv", "parquet")
"""The formats of --pairs."""


def add_pairs(parser: argparse.ArgumentParser) -> None:
    """Add the options of many pairs."""
    many = parser.add_argument_group("many pairs, a line or a row for each")
    many.add_argument(
        "--pairs",
        nargs="+",
        metavar=("LIST", "FOLDER"),
        help="a file with two file names in each line, separated by a tab; or two folders with files of equal names",
    )
    many.add_argument(
        "--report", metavar="FOLDER", help="write a page for each pair into FOLDER, and an index by weight"
    )
    many.add_argument(
        "--entries", metavar="FILE", help="of --format csv and parquet: a row for each entry of the ledger, in FILE"
    )
    many.add_argument("--resume", nargs="?", const=True, metavar="FILE", help="continue FILE after an interruption")
    many.add_argument(
        "--dask",
        type=_scheduler,
        metavar="ADDRESS",
        help="compare on the cluster of the Dask scheduler at ADDRESS: tcp://HOST:PORT",
    )
    many.add_argument("--jobs", type=_jobs, metavar="N", help="number of processes (default: one for each processor)")


def _scheduler(address: str) -> str:
    if not re.fullmatch(r"(?:tcp|tls|wss?)://\S+:\d{1,5}", address):
        raise argparse.ArgumentTypeError("must be the address of a scheduler, such as tcp://10.0.0.7:8786")
    return address


def _jobs(number: str) -> int:
    if not number.isdecimal() or len(number) > len(str(_MOST_JOBS)) or not 1 <= int(number) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"must be a number from 1 to {_MOST_JOBS}")
    return int(number)


def check_pairs(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Exit with a message if options do not go with --pairs. `--resume FILE` sets the output."""
    if options.left is not None or len(options.pairs) > 2:
        parser.error("--pairs takes one list or two folders, without LEFT and RIGHT")
    if options.format not in (None, *FORMATS) or options.watch or options.color or options.all:
        parser.error("--pairs writes JSON, CSV or Parquet, without another --format, --watch, --color or --all")
    if options.item and len(options.item) > 1:
        parser.error("--item can be given once with --pairs")
    if options.each or options.label:
        parser.error("--each and --label are for LEFT and RIGHT: they cannot be used with --pairs")
    if isinstance(options.resume, str):
        if options.output not in (None, options.resume):
            parser.error("--output and --resume name different files")
        options.output = options.resume
    check_cluster(parser, options)
    is_table = options.format in ("csv", "parquet")
    if is_table and options.output is None and (options.format == "parquet" or options.entries):
        parser.error(f"--format {options.format}{' with --entries' if options.entries else ''} needs --output FILE")
    if options.entries and (not is_table or options.ledger is False):
        parser.error("--entries needs --format csv or parquet, and the ledger")
    if options.report and options.resume:
        parser.error("--report and --resume cannot be used together")
    if options.output is None and (options.resume or (options.force and not options.report)):
        parser.error("--resume and --force need --output FILE")
    if options.resume and options.force:
        parser.error("--resume and --force cannot be used together")


def check_cluster(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Exit with a message if options do not go with a cluster."""
    if options.urls and options.offline:
        parser.error("--urls cannot be used with --offline")
    if options.dask and options.jobs:
        parser.error("--jobs is for this machine: it cannot be used with --dask")
