"""Order entries by what a reader loses without them.

12 hurt > 14 hurt, a new headline, a name that is gone      in this order; of an update, the headline comes first
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Explanation
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Entry
from diffing.ledger.core.ranking import Weight, rank, weight
from diffing.ledger.numbers.casualties import counts_harm, tells_of_harm
from diffing.ledger.remaining.updates import is_in_headline, is_in_lead, is_news, says_news
from diffing.model import Pair

# Behind what the editors corrected, which has rank 0, and before all other facts: what an update is about, and people
# who were harmed, told otherwise or in another number.
_NEWS, _HARM_TOLD, _HARM, _HARM_RETOLD = 0.3, 0.4, 0.5, 0.6
# Behind these, and before all other facts: what turns the statement of the headline or the first paragraph.
_LEAD = 0.7
# What stands last: lines of the page.
_OF_PAGE = (Location.BYLINES, Location.DATE_LINES)


def of_harm(entries: Iterable[Entry], context: LedgerContext) -> Pair[set[int]]:
    """Return the paragraphs of each article that tell of harmed people whom the other one does not count or tell of."""
    articles, languages = context.comparison.articles, context.languages
    found: Pair[set[int]] = Pair(set(), set())
    for entry in entries:
        if counts_harm(entry, articles, languages) or tells_of_harm(entry, articles, languages):
            for own, places in zip(found, entry.places, strict=True):
                own.update(place.paragraph for place in places)
    return found


def in_order(entries: Sequence[Entry], context: LedgerContext) -> tuple[Entry, ...]:
    """Return the entries in the order of what a reader loses; the explanations of notes get the new indices.

    The first are what differs where both articles speak of the same. Facts of paragraphs that only one article has come
    after all of these, and the dates that the articles carry come last. Each time the rank counts, and then the place;
    but numbers of harmed people come right behind what the editors corrected, also where only one article has one, and
    a passage with such a number comes before the other passages. Other news of harmed people comes before their number
    in an update, and else behind it. Of an update, the headline and the first paragraph come before these: they say
    what is new.
    """
    articles, languages = context.comparison.articles, context.languages
    is_update = is_news(context, entries)

    def key(at: int) -> tuple[object, ...]:
        entry = entries[at]
        is_of_page = entry.location in _OF_PAGE
        tells_of_both = entry.is_passage or entry.is_told_otherwise or entry.location is Location.ELSEWHERE
        is_alone = not (tells_of_both or entry.is_other_headline) and _is_one_sided(entry, context)
        own = min(map(rank, (entry, *_turning(entry))))
        return is_of_page, own > 0 and is_alone, place(entry, own), _reading_order(context, entry)

    def place(entry: Entry, own: int) -> float:
        if is_update and says_news(entry, context):
            return _NEWS
        if entry.is_told_otherwise and tells_of_harm(entry, articles, languages):
            return _HARM_TOLD if is_update else _HARM_RETOLD
        if own > 0 and any(counts_harm(one, articles, languages) for one in (entry, *_turning(entry))):
            return _HARM
        is_turned = weight(entry) is Weight.MEANING or (entry.is_told_otherwise and is_in_headline(entry))
        if own > 0 and is_turned and is_in_lead(entry, context):
            return _LEAD
        is_of_harm = tells_of_harm(entry, articles, languages) or (
            entry.is_passage and any(counts_harm(child, articles, languages) for child in entry.children)
        )
        return own - is_of_harm / 2

    order = sorted(range(len(entries)), key=key)
    new = {old: at for at, old in enumerate(order)}
    return tuple(_renumbered(entries[at], new) for at in order)


def _turning(entry: Entry) -> tuple[Entry, ...]:
    """Return the parts of an entry that differ where both articles speak of the same, and the conditions in it."""
    return tuple(one for one in entry.children if one.is_condition or (one.left and one.right))


def _is_one_sided(entry: Entry, context: LedgerContext) -> bool:
    """Return whether all words of an entry on one side stand in paragraphs that only one article has."""
    rows = context.comparison.rows
    return any(
        places
        and not any(rows[numbers[place.paragraph]].left and rows[numbers[place.paragraph]].right for place in places)
        for numbers, places in zip(context.correspondence.rows, entry.places, strict=True)
    )


def _renumbered(entry: Entry, new: Mapping[int, int]) -> Entry:
    """Return an entry with the new indices in its explanation, if it has one."""
    if not isinstance(entry.detail, Explanation):
        return entry
    explained = tuple(new[old] for old in entry.detail.entries)
    return replace(entry, detail=replace(entry.detail, entries=explained))


def _reading_order(context: LedgerContext, entry: Entry) -> tuple[int, tuple[tuple[int, ...], ...]]:
    """Return the sort key of an entry in reading order: its row, then its first place."""
    rows = context.correspondence.rows
    row = rows.right[entry.right[0].paragraph] if entry.right else rows.left[entry.left[0].paragraph]
    return row, (*entry.right[:1], *entry.left[:1])
