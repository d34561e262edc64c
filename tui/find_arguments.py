"""The arguments for many articles, among which the related ones are found, and what they do not go with.

--find monday tuesday --format pairs       related articles in two folders, as a list for --pairs
--find news.db --column body --days 7      articles in a database, and not more than a week apart
--find monday --watch                      an error
"""

import argparse

from .pair_arguments import check_cluster

# A thousand years.
_MOST_DAYS = 365_000
FORMATS = ("text", "json", "csv", "pairs")
"""The formats of --find."""


def add_find(parser: argparse.ArgumentParser) -> None:
    """Add the options of many articles."""
    finding = parser.add_argument_group("many articles, to find those that are related")
    finding.add_argument(
        "--find",
        nargs="+",
        metavar="FOLDER",
        help="folders, lists of file names, JSON lines (.jsonl), SQLite or Parquet files with articles",
    )
    finding.add_argument(
        "--threshold",
        type=_share,
        metavar="N",
        help="least score of a related pair, from 0 to 1 (default: 0.4)",
    )
    finding.add_argument(
        "--days", type=_days, metavar="N", help="leave out pairs known to be published more than N days apart"
    )
    finding.add_argument(
        "--column",
        action="append",
        type=_column,
        metavar="NAME",
        help="column with the text of JSON lines, SQLite or Parquet; id=NAME, date=NAME name others",
    )
    finding.add_argument(
        "--urls", action="store_true", help="names in lists may be addresses: https://, s3:// and what fsspec opens"
    )
    finding.add_argument("--table", metavar="NAME", help="table of a SQLite database (default: the first with a text)")


def _share(number: str) -> float:
    try:
        share = float(number)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError("must be a number from 0 to 1, such as 0.4")
    return share


def _days(number: str) -> int:
    if not (number.isascii() and number.isdecimal()) or len(number) > len(str(_MOST_DAYS)):
        raise argparse.ArgumentTypeError("must be a number of days")
    return int(number)


def _column(given: str) -> tuple[str, str]:
    """Return what a column holds, and its name."""
    what, equals, name = given.partition("=")
    if equals and what in ("text", "id", "date") and name:
        return what, name
    return "text", given


def check_find(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Exit with a message if options for finding pairs and for comparing them are mixed."""
    if not options.find:
        if options.days is not None:
            parser.error("--days needs --find")
        if options.threshold is not None and not options.pairs:
            parser.error("--threshold needs --find or --pairs")
        if options.format == "pairs":
            parser.error("--format pairs needs --find")
        if (options.column or options.table or options.urls) and not options.pairs:
            parser.error("--column, --table and --urls need --find or --pairs")
        return
    if options.pairs or options.left is not None:
        parser.error("--find takes folders, lists and collections, without --pairs, LEFT and RIGHT")
    if options.format not in (None, *FORMATS):
        parser.error(f"--find prints {', '.join(FORMATS[:-1])} or {FORMATS[-1]}")
    for name in (
        "watch",
        "color",
        "all",
        "each",
        "label",
        "report",
        "resume",
        "entries",
        "item",
        "history",
        "versions",
    ):
        if getattr(options, name):
            parser.error(f"--find cannot be used with --{name}")
    check_cluster(parser, options)
    if options.force and options.output is None:
        parser.error("--force needs --output FILE")
