"""Invented reports in tests/quality/events.txt: of each subject several events, of each event two reports.

== ferry / halvik / one          two reports on one event are related, and no others
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).parent / "events.txt"


class Report(NamedTuple):
    """A report: its subject, its event, and its text."""

    subject: str
    event: str
    text: str


def invented_reports() -> Sequence[Report]:
    """Return the reports in the order of the file."""
    found = []
    for part in _FILE.read_text(encoding="utf-8").split("\n== ")[1:]:
        head, _, text = part.partition("\n")
        subject, event, _ = (name.strip() for name in head.split("/"))
        found.append(Report(subject, event, text))
    return found
