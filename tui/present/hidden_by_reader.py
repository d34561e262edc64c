r"""Words for what the reader's own rules hide: a line for each rule, one for the sorts of changes left out.

'Updated \d+ minutes ago' hides 2 changes, 1 paragraph
3 changes of sorts that the settings leave out: 2 certainty, 1 headline
"""

from collections import Counter
from collections.abc import Iterator

from diffing.ledger.core.model import Ledger
from diffing.measures.ruled import hidden_by_rules
from diffing.model import Comparison


def hidden_by_reader(comparison: Comparison, ledger: Ledger | None) -> Iterator[str]:
    """Yield the lines; none where nothing is hidden. They have the expressions of rules as they are."""
    for count in hidden_by_rules(comparison):
        parts = (
            f"{number} {noun}{'' if number == 1 else 's'}"
            for number, noun in ((count.changes, "change"), (count.paragraphs, "paragraph"))
            if number
        )
        yield f"'{count.rule}' hides {', '.join(parts)}"
    sorts = Counter(str(hidden.entry.subject) for hidden in ledger.hidden if not hidden.rule) if ledger else Counter()
    if total := sorts.total():
        named = ", ".join(f"{number} {sort}" for sort, number in sorts.items())
        yield f"{total} change{'' if total == 1 else 's'} of sorts that the settings leave out: {named}"


def hidden_count(comparison: Comparison, ledger: Ledger) -> int:
    """Return the number of changes and paragraphs that rules hide, and of changes of sorts that are left out."""
    by_rules = sum(count.changes + count.paragraphs for count in hidden_by_rules(comparison))
    return by_rules + sum(not hidden.rule for hidden in ledger.hidden)
