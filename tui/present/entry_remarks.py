"""Remarks on an entry of the ledger, in English: where its counterpart stands, and its details.

Location.SAME_PLACE, Counted("people")         counted: people; in the same place
Location.NOWHERE, a quotation                  quoted nowhere in the other article
Location.NOWHERE, a paragraph                  a paragraph, no counterpart found
Explanation((3, 5), 0)                         explains 12 → 14, Horvat → Horvath

No other module makes English of these values.
"""

from collections import Counter
from typing import assert_never

from diffing.ledger.core.details import (
    Counted,
    DatesMeant,
    Exchanged,
    Explanation,
    Extent,
    Occurrences,
    Opposites,
    Senses,
    Speakers,
    StatedWithout,
    WithoutMarks,
    WordChanges,
)
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.ledger.core.ranking import Weight, weight
from diffing.model import Article, Comparison, Place

from ..text.words import SMALL_EDIT
from ..text.wrapping import CUT
from .cells import BECOMES
from .change_words import clause_behind

# Of the changed words of a quotation, and of the words cut or added at its ends, so many are shown.
_MOST_CHANGES = 4
# Of longer words of a quotation the beginning and the end are shown, in characters.
_LONGEST_CHANGE = 80
# Characters of a text that a note explains, and texts that are shown.
_LONGEST_EXPLAINED = 40
_MOST_EXPLAINED = 6

_LOCATIONS = {
    Location.SAME_PLACE: "in the same place",
    Location.SAME_SENTENCE: "in the same sentence",
    Location.SAME_PARAGRAPH: "in the same paragraph",
    Location.ELSEWHERE: "elsewhere in the other article",
    Location.NOWHERE: "nowhere in the other article",
    Location.UNLINKED: "no counterpart found",
    Location.OUTSIDE_STORY: "only outside the story of the other article",
    Location.HEADLINES: "the headlines",
    Location.BYLINES: "the bylines",
    Location.DATE_LINES: "date lines",
    Location.NOTES: "a note on each side",
}


def remarks(entry: Entry, comparison: Comparison, ledger: Ledger) -> str:
    """Return all there is to say of an entry: its details, where its counterpart stands, and what else is in it."""
    detail = explanation(entry.detail, comparison, ledger) if isinstance(entry.detail, Explanation) else remark(entry)
    return "; ".join(filter(None, (detail, location(entry, comparison), _parts(entry))))


def _parts(entry: Entry) -> str:
    """Return what the children of an entry are: 'in it: 2 numbers, date'; nothing for a speaker's, who is named."""
    if isinstance(entry.detail, Speakers):
        return ""
    counts = Counter(topic(child) for child in entry.children)
    shown = ", ".join(name if count == 1 else f"{count} {name}s" for name, count in sorted(counts.items()))
    return f"in it: {shown}" if shown else ""


def topic(entry: Entry) -> str:
    """Return what an entry is about: its subject; 'meaning' for a word that turns a sentence; or a small edit.

    What an update tells otherwise is content.
    """
    if entry.subject is not Subject.CONTENT or entry.is_told_otherwise:
        return entry.subject.value
    return Weight.MEANING.value if weight(entry) is Weight.MEANING else SMALL_EDIT


def remark(entry: Entry) -> str:
    """Return what the entry's own detail says, empty where the location or the ledger is needed to say it."""
    if entry.subject is Subject.DATE:
        return _of_date(entry)
    match entry.detail:
        case Counted(noun):
            return f"counted: {noun}"
        case Occurrences(count):
            return f"in {count} places" if entry.change is Change.CHANGED else f"named {count} times"
        case Speakers():
            return speakers(entry.detail)
        case WordChanges():
            return word_changes(entry.detail)
        case Senses(left, right):
            return f"from {left} to {right}"
        case Exchanged():
            return "the two changed places"
        case None | DatesMeant() | WithoutMarks() | Opposites() | StatedWithout() | Extent() | Explanation():
            return ""
        case _:
            assert_never(entry.detail)


def _of_date(entry: Entry) -> str:
    if entry.location is Location.DATE_LINES:
        return "the dates the articles carry"
    return "less exact on one side" if entry.change is Change.ROUNDED else ""


def speakers(detail: Speakers) -> str:
    """Return who speaks on both sides: 'Soto → Ruiz'."""
    return BECOMES.join(" / ".join(names) for names in (detail.left, detail.right))


def word_changes(detail: WordChanges) -> str:
    """Return the words that changed in a quotation: 'saw → looked; cut: if there is money'."""
    replaced = [f"{_shortened(one.left)}{BECOMES}{_shortened(one.right)}" for one in detail.replaced[:_MOST_CHANGES]]
    if len(detail.replaced) > _MOST_CHANGES:
        replaced.append(f"{len(detail.replaced) - _MOST_CHANGES} more")
    ends = [
        f"{name}: {'; '.join(map(_shortened, words[:_MOST_CHANGES]))}"
        for name, words in (("cut", detail.cut), ("added", detail.added))
        if words
    ]
    return "; ".join([*replaced, *ends])


def _shortened(words: str) -> str:
    if len(words) <= _LONGEST_CHANGE:
        return words
    half = _LONGEST_CHANGE // 2
    return f"{words[:half].rstrip()} {CUT} {words[-half:].lstrip()}"


def explanation(detail: Explanation, comparison: Comparison, ledger: Ledger) -> str:
    """Return which changes a note of correction explains, each text once, and how many it does not mention."""
    shown = [*dict.fromkeys(_explained(ledger.entries[at], comparison) for at in detail.entries)]
    more = f" and {len(shown) - _MOST_EXPLAINED} more" if len(shown) > _MOST_EXPLAINED else ""
    explained = (
        f"explains {', '.join(shown[:_MOST_EXPLAINED])}{more}" if shown else "explains none of the changes found"
    )
    if not detail.silent:
        return explained
    changes = "change" if detail.silent == 1 else "changes"
    return f"{explained}; says nothing of {detail.silent} {changes} of fact, quotation or meaning"


def _explained(entry: Entry, comparison: Comparison) -> str:
    if isinstance(entry.detail, Speakers):
        return speakers(entry.detail)
    return BECOMES.join(
        _words(article, places) for article, places in zip(comparison.articles, entry.places, strict=True)
    )


def _words(article: Article, places: tuple[Place, ...]) -> str:
    # The same fact at several places is said once: 'Two' in the headline, 'two' in the story.
    words = {place.words(article).casefold(): place.words(article) for place in reversed(places)}
    text = f" {CUT} ".join(reversed(words.values())) or "nothing"
    return text if len(text) <= _LONGEST_EXPLAINED else text[: _LONGEST_EXPLAINED - 1].rstrip() + CUT


def _extent(entry: Entry, is_whole: bool) -> str:
    """Return the extent of content that one article has: 'words', 'a paragraph', '5 paragraphs'."""
    count = len({place.paragraph for place in entry.left + entry.right})
    if count > 1:
        return f"{count} paragraphs" if is_whole else f"parts of {count} paragraphs"
    return "a paragraph" if is_whole else "words"


def location(entry: Entry, comparison: Comparison) -> str:
    """Return where the counterpart of an entry stands, or what stands there."""
    where = _LOCATIONS[entry.location]
    match entry.detail:
        case WithoutMarks(is_exact):
            return f"{'the same words' if is_exact else 'most of its words'} stand without marks {where}"
        case Extent(is_whole):
            # A paragraph told in all other words may have one that was not found.
            where = _LOCATIONS[Location.UNLINKED] if entry.location is Location.NOWHERE else where
            extent = "a sentence" if comparison.languages is not None and not is_whole else _extent(entry, is_whole)
            return f"{extent}, {where}"
        case Opposites():
            return f"the opposite {where}"
        case StatedWithout(place):
            other = comparison.right if entry.change is Change.GONE else comparison.left
            words = clause_behind(other.paragraphs[place.paragraph].text, place.start) or place.words(other)
            return f"the other article has '{words}' without it, {where}"
    if entry.subject is Subject.QUOTATION:
        return f"quoted {where}"
    if entry.subject is Subject.SOURCE and entry.change in (Change.GONE, Change.NEW):
        return "the other article says it without the source"
    if entry.location is Location.NOWHERE and entry.subject in _NOTHING_THERE:
        return _NOTHING_THERE[entry.subject]
    return where


_NOTHING_THERE = {
    Subject.HEADLINE: "the other article has no headline",
    Subject.CORRECTION: "no such note in the other article",
}
