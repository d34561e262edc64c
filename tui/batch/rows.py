"""The rows of the tables that `--pairs --format csv` and `parquet` write: one a pair, one an entry of its ledger.

    pair  left        right       relation     score  left_verbatim  ...  entries  fact_entries
    1     mon/1.txt   tue/1.txt   new_version  1.0    .91                 4        2

    pair  entry  part_of  class  subject  change   left_text  right_text
    1     1               fact   number   changed  12         14

A line of the journal holds the rows of one pair. The number of the pair is that of its line.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from diffing.finding.dates import published_text
from diffing.finding.origin import LikelySource
from diffing.finding.relation import Related
from diffing.ledger.core.model import Entry, Ledger
from diffing.ledger.core.ranking import Weight, weight
from diffing.measures.totals import total_words
from diffing.model import Article, Comparison, Kind, Pair, Place

_SIDES = ("left", "right")
_SHARES = ("verbatim", "reworded", "translated", "alone", "paired", "passages")
_BETWEEN = " | "

PAIR_COLUMNS: Mapping[str, type] = {
    "pair": int,
    "left": str,
    "right": str,
    "error": str,
    "relation": str,
    "score": float,
    "identical": bool,
    "bounded": bool,
    "earlier": str,
    "source": str,
    **{f"{side}_published": str for side in _SIDES},
    **{f"{side}_language": str for side in _SIDES},
    **{f"{side}_words": int for side in _SIDES},
    **{f"{side}_{share}": float for side in _SIDES for share in _SHARES},
    **dict.fromkeys(Kind, int),
    "moved": int,
    "entries": int,
    **{f"{one}_entries": int for one in Weight},
}
"""Columns of the table of pairs, with the types of their values; each may be empty."""

ENTRY_COLUMNS: Mapping[str, type] = {
    "pair": int,
    "left": str,
    "right": str,
    "entry": int,
    "part_of": int,
    "class": str,
    "subject": str,
    "change": str,
    "location": str,
    **{f"{side}_text": str for side in _SIDES},
    **{f"{side}_{part}": int for side in _SIDES for part in ("paragraph", "start", "end")},
}
"""Columns of the table of entries. A change with words in several places has the first one, and all words."""


def journal_line(
    names: Pair[str], comparison: Comparison, ledger: Ledger | None, related: Related, source: LikelySource
) -> str:
    """Return the rows of a pair that was compared, as one JSON object."""
    entries = [] if ledger is None else list(_entries(ledger, comparison))
    line = {
        "pair": {"left": names.left, "right": names.right},
        "relation": related.relation,
        "identical": comparison.is_identical,
        "row": _row(comparison, ledger, related, source),
        "entries": entries,
    }
    return json.dumps(line)


def _row(comparison: Comparison, ledger: Ledger | None, related: Related, source: LikelySource) -> dict[str, Any]:
    """Return the cells of a pair, without its number, its names and its error."""
    found: dict[str, Any] = {
        "relation": related.relation,
        "score": related.score,
        "identical": comparison.is_identical,
        "bounded": comparison.bounded,
        "earlier": source.earlier,
        "source": source.source,
        "moved": sum(row.moved for row in comparison.rows),
        **{kind: sum(row.kind is kind for row in comparison.rows) for kind in Kind},
    }
    languages = ledger.languages if ledger else Pair("", "")
    sides = zip(_SIDES, comparison.articles, languages, total_words(comparison), related.shares, strict=True)
    for side, article, language, words, shares in sides:
        found |= {
            f"{side}_published": published_text(article.metadata),
            f"{side}_language": language or None,
            f"{side}_words": words.total,
            f"{side}_verbatim": round(words.verbatim_share, 4),
            f"{side}_reworded": round(words.reworded_share, 4),
            f"{side}_translated": round(words.translated_share, 4),
            f"{side}_alone": round(words.alone_share, 4),
            f"{side}_paired": shares.paired,
            f"{side}_passages": shares.passages,
        }
    if ledger is not None:
        classes = [weight(entry) for entry in ledger.entries]
        found["entries"] = len(classes)
        found |= {f"{one}_entries": classes.count(one) for one in Weight}
    return found


def _entries(ledger: Ledger, comparison: Comparison) -> Iterator[dict[str, Any]]:
    """Yield the cells of each entry, and behind it those of its parts, without the number and names of the pair."""
    number = 0
    for entry in ledger.entries:
        number += 1
        whole = number
        yield _entry(entry, number, None, comparison)
        for child in entry.children:
            number += 1
            yield _entry(child, number, whole, comparison)


def _entry(entry: Entry, number: int, part_of: int | None, comparison: Comparison) -> dict[str, Any]:
    return {
        "entry": number,
        "part_of": part_of,
        "class": weight(entry),
        "subject": entry.subject,
        "change": entry.change,
        "location": entry.location,
        **_side("left", entry.left, comparison.left),
        **_side("right", entry.right, comparison.right),
    }


def _side(side: str, places: tuple[Place, ...], article: Article) -> dict[str, Any]:
    if not places:
        return {}
    return {
        f"{side}_text": _BETWEEN.join(place.words(article) for place in places),
        f"{side}_paragraph": places[0].paragraph,
        f"{side}_start": places[0].start,
        f"{side}_end": places[0].end,
    }


def pair_cells(number: int, line: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row of a pair, of its line in the journal."""
    return {"pair": number, **line["pair"], "error": line.get("error"), **line.get("row", {})}


def entry_cells(number: int, line: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the rows of the entries of a pair, of its line in the journal."""
    for entry in line.get("entries", ()):
        yield {"pair": number, **line["pair"], **entry}
