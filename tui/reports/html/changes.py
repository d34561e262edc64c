"""The top of the page: the weightiest changes in large letters, then all of them in their groups.

Two → Three dead  ¶1, ¶4
“did not brake” → “did brake”  ¶6

Facts 9                               Quotes 1
Two → Three dead          ¶1 ¶4       an accident waiting to happen → a tragedy   ¶10
"""

from collections.abc import Iterator

from markupsafe import Markup

from diffing.ledger.core.model import Entry
from diffing.model import Comparison
from diffing.review.reviewed import NOTHING_SAID

from ...present.change_words import change_words
from ...present.coverage import coverage
from ...present.entry_remarks import remarks
from ...present.entry_text import title
from ...present.reviews import LOST_TITLE, WRONG_TITLE, lost, said_by_entry
from ...present.tally import leaves_out, no_change
from ...present.untold import alone, untold
from ..report import Report
from .marks import Changes
from .paragraph_list import paragraph_list, place, said
from .reader import by_hand, lines
from .tagged import isolated, words

# Changes in large letters, and the characters of each side: a longer one would push the rest off the first screen.
_MOST_LARGE = 3
_LONGEST_LARGE = 90
# Paragraphs of an entry that are linked.
_MOST_PLACES = 6
# The same in the list; the whole text stands in the articles.
_LONGEST = 300


def top(report: Report, changes: Changes) -> Iterator[Markup]:
    """Yield the answer and the list of changes; a sentence where nothing matters, or nothing was looked for."""
    ledger, comparison = report.ledger, report.comparison
    if ledger is None:
        yield Markup("<p class=answer>{}</p>").format("No list of the changes that matter was made: --ledger makes it.")
        return
    large = [entry for group, members in changes.groups.items() if group.matters for entry in members]
    large = sorted(large, key=lambda entry: ledger.entries.index(entry))[:_MOST_LARGE]
    if not large:
        yield from _nothing_found(report)
    else:
        lines = [
            Markup("<li>{} <small>{}</small></li>").format(
                _old_and_new(entry, comparison, _LONGEST_LARGE), _where(entry, comparison)
            )
            for entry in large
        ]
        label = "What changed that matters most" if comparison.languages is None else "What differs"
        yield Markup('<ol class=answer aria-label="{}">{}</ol>').format(label, Markup("").join(lines))
    if caveat := coverage(ledger):
        yield Markup("<p class=note>{}</p>").format(words(caveat))
    if changes.entries or untold(ledger, comparison):
        yield from _list(report, changes)


def _nothing_found(report: Report) -> Iterator[Markup]:
    """Yield the answer where no change matters; of a comparison in part, the paragraphs of one side."""
    ledger, comparison = report.ledger, report.comparison
    assert ledger is not None, "without a ledger there is another sentence"
    large = alone(ledger, comparison)[:_MOST_LARGE] if leaves_out(ledger, comparison) else []
    if not large:
        yield Markup("<p class=answer>{}.</p>").format(words(no_change(ledger, comparison)))
        return
    lines = [
        Markup("<li>{} <small>{}</small></li>").format(said(row, _LONGEST_LARGE), place(row))
        for row in (comparison.rows[at] for at in large)
    ]
    yield Markup('<ol class=answer aria-label="Paragraphs of one side">{}</ol>').format(Markup("").join(lines))


def _list(report: Report, changes: Changes) -> Iterator[Markup]:
    count = sum(len(members) for group, members in changes.groups.items() if group.matters)
    noun = "Changes" if report.comparison.languages is None else "Differences"
    yield Markup("<h2 id=changes>{}<span>{}¶ counts the right article</span></h2><div class=changes>").format(
        *((f"{noun} that matter", Markup("{} &nbsp;·&nbsp; ").format(count)) if count else (noun, ""))
    )
    for group, members in changes.groups.items():
        rows = Markup("").join(change_item(report, changes, entry) for entry in members)
        if group.matters:
            yield Markup("<section data-g={}><h3>{} <span>{}</span></h3><ol>{}</ol></section>").format(
                group.name.lower().replace("_", "-"), group.value, len(members), rows
            )
        else:
            yield Markup("<details data-g=small><summary>{} {}</summary><ol>{}</ol></details>").format(
                group.value, len(members), rows
            )
    assert report.ledger is not None, "the changes are of a ledger"
    yield from paragraph_list(report.ledger, report.comparison)
    yield from _set_aside(report)
    yield Markup("</div>")


def _set_aside(report: Report) -> Iterator[Markup]:
    """Yield what the reader marked wrong, and what of the review has no place any more."""
    review = report.review
    if review is None:
        return
    wrong = [
        Markup("<li><span class=c>{}{}</span><span class=p>{}</span></li>").format(
            _old_and_new(entry, report.comparison, _LONGEST), by_hand(said), _where(entry, report.comparison)
        )
        for entry, said in review.wrong
    ]
    gone = [Markup("<li><span class=c>{}</span></li>").format(lines(lost(one))) for one in review.lost]
    for name, items in ((WRONG_TITLE, wrong), (LOST_TITLE, gone)):
        if items:
            yield Markup("<details data-g=small><summary>{} {}</summary><ol>{}</ol></details>").format(
                name, len(items), Markup("").join(items)
            )


def change_item(report: Report, changes: Changes, entry: Entry) -> Markup:
    """Return an entry as an item of the list; what is in it, such as the numbers of a new paragraph, folds below."""
    comparison, ledger = report.comparison, report.ledger
    assert ledger is not None, "an entry is of a ledger"
    remark = f"{title(entry, comparison)}: {remarks(entry, comparison, ledger)}"
    children = Markup("").join(
        Markup("<li><span class=c>{}</span><span class=p>{}</span></li>").format(
            _old_and_new(child, comparison, _LONGEST), _where(child, comparison, changes.prefix)
        )
        for child in entry.children
    )
    folded = Markup("<details><summary>{} inside</summary><ol>{}</ol></details>").format(len(entry.children), children)
    said = said_by_entry(report.review).get(id(entry), NOTHING_SAID)
    return Markup('<li id="change-{0}"><span class=c>{1}{2}{3}</span><span class=p title="{4}">{5}</span></li>').format(
        changes.number[id(entry)],
        _old_and_new(entry, comparison, _LONGEST),
        by_hand(said),
        folded if entry.children else "",
        words(remark),
        _where(entry, comparison, changes.prefix),
    )


def _old_and_new(entry: Entry, comparison: Comparison, longest: int) -> Markup:
    change = change_words(entry, comparison)
    if comparison.languages is not None and change.old and change.new:
        # Neither is the older one, and none is struck.
        sides = (isolated(_shortened(text, longest)) for text in (change.old, change.new))
        about = Markup(" <span class=x>{}</span>").format(isolated(change.about)) if change.about else ""
        return Markup("<b>{}</b> <i>≠</i> <b>{}</b>{}").format(*sides, about)
    return old_and_new(change.old, change.new, change.about, longest)


def old_and_new(old: str, new: str, about: str, longest: int) -> Markup:
    """Return old → new, or a sign and the words of one side, with what they are about."""
    was, now = (isolated(_shortened(text, longest)) if text else "" for text in (old, new))
    shown = Markup(" <span class=x>{}</span>").format(isolated(about)) if about else Markup()
    if was and now:
        return Markup("<s>{}</s> <i>→</i> <b>{}</b>{}").format(was, now, shown)
    return Markup("<i>{}</i> <b>{}</b>{}").format("−" if was else "+", was or now, shown)


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0]} …"


def _where(entry: Entry, comparison: Comparison, prefix: str = "") -> Markup:
    """Return links to the paragraphs of an entry: those of the right article, or of the left if it has none there."""
    side, places = ("R", entry.right) if entry.right else ("L", entry.left)
    numbers = sorted({place.paragraph + 1 for place in places})
    left = "left " if side == "L" else ""
    shown = [
        Markup('<a href="#{3}{0}{1}">{2}¶{1}</a>').format(side, number, left, prefix)
        for number in numbers[:_MOST_PLACES]
    ]
    if len(numbers) > _MOST_PLACES:
        shown.append(Markup("and {} more").format(len(numbers) - _MOST_PLACES))
    return Markup("<bdi>{}</bdi>").format(Markup(" ").join(shown))
