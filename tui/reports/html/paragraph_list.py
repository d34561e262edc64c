"""The paragraphs that no change of the ledger stands in, folded below the list of changes.

Reworded 2                  More only right 1
severed → broke   ¶4        + Opponents will appeal.   ¶3
"""

from collections.abc import Iterator

from markupsafe import Markup

from diffing.ledger.core.model import Ledger
from diffing.model import Comparison, Row

from ...present.row_summary import gist
from ...present.tally import tally
from ...present.untold import untold
from .tagged import isolated

# Paragraphs of a group that are listed: the articles below show the others.
_MOST = 40
# Characters of each.
_LONGEST = 160


def paragraph_list(ledger: Ledger, comparison: Comparison) -> Iterator[Markup]:
    """Yield the paragraphs of each group, as many as the title of the page counts."""
    matter = tally(ledger, comparison).matter
    for group, members in untold(ledger, comparison).items():
        rows = [comparison.rows[at] for at in members[:_MOST]]
        items = [
            Markup("<li><span class=c>{}</span><span class=p>{}</span></li>").format(said(row, _LONGEST), place(row))
            for row in rows
        ]
        if len(members) > _MOST:
            items.append(Markup("<li>and {} more</li>").format(len(members) - _MOST))
        yield Markup("<details data-g=rows-{}><summary>{} {}</summary><ol>{}</ol></details>").format(
            group.name.lower().replace("_", "-"), group.name_beside(matter), len(members), Markup("").join(items)
        )


def said(row: Row, longest: int) -> Markup:
    """Return a paragraph in some characters: what changed in it, or the words of its side behind a sign."""
    words = gist(row)
    shown = isolated(words if len(words) <= longest else f"{words[:longest].rsplit(' ', 1)[0]} …")
    if row.left and row.right:
        return shown
    return Markup("<i>{}</i> <b>{}</b>").format("−" if row.left else "+", shown)


def place(row: Row) -> Markup:
    """Return the link to the paragraph: on the right, or on the left if it has none there."""
    side, number = ("R", row.right[0] + 1) if row.right else ("L", row.left[0] + 1)
    return Markup('<a href="#{0}{1}">{2}¶{1}</a>').format(side, number, "" if row.right else "left ")
