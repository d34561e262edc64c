r"""A rule of the reader: a regular expression, and the outlets whose articles it is for.

Rule(r"Updated \d+ minutes ago")             in every article
Rule(r"Photo: .*", "*lurvik-post*")          where the file or address is called so
"""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from typing import TYPE_CHECKING

from diffing.errors import NewsdiffError
from diffing.expressions import ExpressionError, compiled

if TYPE_CHECKING:
    import regex

LONGEST_PATTERN = 1_000
"""Characters of a rule's expression, and of the name of its outlet, at most."""

MOST_RULES = 200
"""Rules of each sort, at most."""

# A text that takes an expression longer is a fault of the expression: a paragraph takes others some microseconds.
_MOST_SECONDS = 1.0


class RuleError(NewsdiffError):
    """A rule whose expression is none, or takes too long on a text."""

    def __init__(self, pattern: str, reason: str) -> None:
        super().__init__(f"rule {pattern!r}: {reason}")
        self.pattern = pattern
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Rule:
    r"""A regular expression (case counts), and the names of sources it is for, with * and ? as in a shell.

    Raises RuleError for what is no expression.
    """

    pattern: str
    outlet: str = "*"

    def __post_init__(self) -> None:
        if not self.pattern or len(self.pattern) > LONGEST_PATTERN:
            raise RuleError(self.pattern[:LONGEST_PATTERN], f"has not 1 to {LONGEST_PATTERN:,} characters")
        if len(self.outlet) > LONGEST_PATTERN:
            raise RuleError(self.pattern, f"is for an outlet of more than {LONGEST_PATTERN:,} characters")
        _expression(self.pattern)

    def is_for(self, source: str) -> bool:
        """Return whether the rule is for the articles of a source: its whole name is tried, and the last part of it."""
        outlet, name = self.outlet.lower(), source.lower()
        return fnmatchcase(name, outlet) or fnmatchcase(name.replace("\\", "/").rsplit("/", 1)[-1], outlet)

    def is_whole(self, line: str) -> bool:
        """Return whether the rule describes a line from its beginning to its end. Raises RuleError."""
        try:
            return bool(_expression(self.pattern).fullmatch(line, timeout=_MOST_SECONDS))
        except TimeoutError:
            raise self._endless() from None

    def stretches(self, text: str) -> list[tuple[int, int]]:
        """Return where a text has what the rule describes, as (start, end), none of them empty. Raises RuleError."""
        try:
            spans = [match.span() for match in _expression(self.pattern).finditer(text, timeout=_MOST_SECONDS)]
        except TimeoutError:
            raise self._endless() from None
        return [(start, end) for start, end in spans if start < end]

    def _endless(self) -> RuleError:
        return RuleError(
            self.pattern, f"takes more than {_MOST_SECONDS:.0f} second on a paragraph; write a simpler one"
        )


@dataclass(frozen=True, slots=True)
class Rules:
    r"""The rules of a reader, of each sort at most MOST_RULES.

    `furniture` describes whole lines that are always of the page. `changes` describes stretches of text in which no
    change matters: r'Updated \d+'. `without` are subjects and classes of the ledger whose entries are hidden.
    """

    furniture: tuple[Rule, ...] = ()
    changes: tuple[Rule, ...] = ()
    without: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for rules in (self.furniture, self.changes):
            if len(rules) > MOST_RULES:
                raise RuleError(rules[MOST_RULES].pattern, f"is one of more than {MOST_RULES} rules")

    def of(self, source: str) -> "Rules":
        """Return the rules for articles of a source."""
        furniture, changes = (
            tuple(rule for rule in rules if rule.is_for(source)) for rules in (self.furniture, self.changes)
        )
        return Rules(furniture, changes, self.without)


NO_RULES = Rules()
"""No rule: every difference is shown."""


@cache
def _expression(pattern: str) -> "regex.Pattern[str]":
    try:
        return compiled(pattern)
    except ExpressionError as error:
        raise RuleError(pattern, str(error)) from None
