"""Cases: two texts each, what a reader must be shown of them, and the check of it.

    left    Das Schiff konnte sinken.     changed = [["konnte", "könnte"]]      the words differ
    right   Das Schiff könnte sinken.     rows = [[1, 1, "edited"]]             their row says so

README.md lists the keys. A check looks at values only: the comparison, the ledger and the text report.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from diffing.model import Pair
from diffing.sources.plain import SourceText
from tests.cases import ledger_checks, report_checks, row_checks, word_checks
from tests.cases.outcome import Outcome, UnmetError

FOLDER = Path(__file__).parent

ISSUES = ("never mislead", "what changed that matters")
"""The subjects that the files of cases belong to."""


CHECKS: Mapping[str, Callable[[Outcome, Any], Iterator[str]]] = {
    "links": row_checks.links,
    "linked": row_checks.linked,
    "apart": row_checks.apart,
    "all_linked": row_checks.all_linked,
    "alone": row_checks.alone,
    "rows": row_checks.rows,
    "moved": row_checks.moved,
    "same": row_checks.same,
    "furniture": row_checks.furniture,
    "story": row_checks.story,
    "changed": word_checks.changed,
    "typography": word_checks.typography,
    "kept": word_checks.kept,
    "spans": word_checks.spans,
    "no_torn_replacement": word_checks.no_torn_replacement,
    "no_islands": word_checks.no_islands,
    "whole_letters": word_checks.whole_letters,
    "entries": ledger_checks.entries,
    "no_entries": ledger_checks.no_entries,
    "nothing": ledger_checks.nothing,
    "most": ledger_checks.most,
    "first": ledger_checks.first,
    "language": ledger_checks.language,
    "not_looked_for": ledger_checks.not_looked_for,
    "found_or_not_looked_for": ledger_checks.found_or_not_looked_for,
    "report": report_checks.report,
    "report_lacks": report_checks.report_lacks,
    "lines_apart": report_checks.lines_apart,
    "no_paragraph": report_checks.no_paragraph,
}
"""The checks of a case, by the key of its table."""


@dataclass(frozen=True)
class Case:
    """Two texts and what is expected of them.

    `origin` is 'handed' for a case from a report or an article, and 'own' for a further instance. `is_control` marks
    a case that guards what must stay as it is. `expected` holds the keys that CHECKS knows.
    """

    kind: str
    name: str
    reason: str
    issue: str
    origin: str
    is_control: bool
    texts: Pair[SourceText]
    expected: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The name of the case in a test run."""
        return f"{self.kind}-{self.name}"


def unmet(case: Case) -> list[str]:
    """Return what a case expects and newsdiff does not do, one sentence each."""
    outcome = Outcome(case.texts)
    found: list[str] = []
    for key, value in case.expected.items():
        try:
            found += [f"{key}: {sentence}" for sentence in CHECKS[key](outcome, value)]
        except UnmetError as error:
            found.append(f"{key}: {error}")
    return found


def cases() -> list[Case]:
    """Return every case of the folder, by kind and name. Raises ValueError for a case that is not well written."""
    found = [case for path in sorted((FOLDER / "kinds").glob("*.toml")) for case in _of_kind(path)]
    found += [_of_article(path) for path in sorted((FOLDER / "articles").glob("*/expected.toml"))]
    return found


def failing() -> dict[str, str]:
    """Return the cases that do not hold yet, with the reason: lines 'id: reason' of failing.txt."""
    lines = (FOLDER / "failing.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(": ") for line in lines if line and not line.startswith("#"))
    return {case: reason for case, _, reason in pairs}


def _of_kind(path: Path) -> Iterator[Case]:
    with open(path, "rb") as file:
        content = tomllib.load(file)
    common = {"kind": path.stem, "issue": content["issue"]}
    if content["issue"] not in ISSUES or not content["about"]:
        raise ValueError(f"{path}: no such issue, or nothing said of the kind")
    for table in content["case"]:
        suffix = table.pop("suffix", "txt")
        # A sentence alone would be an opening or a headline: an equal paragraph before it makes it a story's.
        opening = f"{content['openings'][table.pop('opening')]}\n\n" if "opening" in table else ""
        left, right = opening + table.pop("left"), opening + table.pop("right")
        texts = Pair(SourceText(f"left.{suffix}", left, "utf-8"), SourceText(f"right.{suffix}", right, "utf-8"))
        yield _case(path, table | common, texts)


def _of_article(path: Path) -> Case:
    with open(path, "rb") as file:
        table = tomllib.load(file)
    texts = Pair("left", "right").map(
        lambda side: SourceText(f"{side}.txt", (path.parent / f"{side}.txt").read_text(encoding="utf-8"), "utf-8")
    )
    return _case(
        path, {"kind": "articles", "name": path.parent.name, "issue": ISSUES[0], "origin": "own"} | table, texts
    )


def _case(path: Path, table: dict[str, Any], texts: Pair[SourceText]) -> Case:
    case = Case(
        kind=table.pop("kind"),
        name=table.pop("name"),
        reason=table.pop("reason"),
        issue=table.pop("issue"),
        origin=table.pop("origin"),
        is_control=table.pop("control", False),
        texts=texts,
        expected=table,
    )
    unknown = table.keys() - CHECKS.keys()
    if unknown or not table or case.origin not in ("handed", "own"):
        raise ValueError(f"{path}: {case.id} has unknown keys {sorted(unknown)}, no expectation, or no known origin")
    return case
