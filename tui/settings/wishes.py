"""The reader's settings as values, and where each value comes from.

view = "redline"         # settings.toml, line 3
theme = "newsdiff-dark"  # the default
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from diffing.rules.rule import NO_RULES, Rules

from ..text.sanitize import visible

PAGE, UNCHANGED = "page", "unchanged"
"""Names of what is folded at the start: lines of the page, unchanged paragraphs."""


class Setting(NamedTuple):
    """A value in force as it is written in TOML, and where it comes from; `table` is '' for the top of the file."""

    table: str
    name: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Wishes:
    """The settings in force; `shown` are all of them, in the order of docs/settings.md.

    `view` is the name of a view, `folds` what is folded at the start; `typography` marks what is only set differently.
    `theme` is None where the reader names none. `keys` are the reader's keys, unchecked.
    """

    view: str = "by width"
    folds: tuple[str, ...] = (PAGE,)
    typography: bool = False
    theme: str | None = None
    rules: Rules = NO_RULES
    keys: Mapping[str, object] = field(default_factory=dict)
    shown: tuple[Setting, ...] = ()


NO_WISHES = Wishes()
"""The defaults."""


def listed(wishes: Wishes) -> str:
    """Return the settings in force as a file of TOML, with the origin of each value behind it."""
    lines = []
    table = ""
    for setting in wishes.shown:
        if setting.table != table:
            table = setting.table
            lines.append(f"\n[{visible(table)}]")
        lines.append(visible(f"{setting.name} = {setting.value}  # {setting.origin}"))
    return "".join(f"{line}\n" for line in lines)
