"""Find days that other words replaced as the end of something: until Friday, until the middle of next week.

left   The line is shut until |Friday|.        right   The line stays shut until |the middle of next week|.    changed
left   Das Bad bleibt bis |Mai| zu.            right   Das Bad bleibt bis |auf Weiteres| geschlossen.          changed

Where both are dates of one kind, they are compared (dates/). Here the other side has no date, or one of another kind.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from diffing.ledger.core.clauses import words_until_break
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.language.lexicon import Lexicon, code_of, forms, lexicon
from diffing.ledger.language.word_places import word_places
from diffing.model import Place
from diffing.patterns import lazy_pattern
from diffing.text.reading import ReadText

# Words behind 'until' that say when.
_MOST_WORDS = 5
# Characters between 'until' and a date: 'bis zum kommenden Freitag'.
_REACH = 16
_FIGURE = lazy_pattern(r"\d")


def with_deadlines(context: LedgerContext, found: Sequence[Entry]) -> list[Entry]:
    """Return the entries with one for each end that another one replaced, in place of the dates that stand alone."""
    both = sides(context)
    alone = [one for one in found if one.subject is Subject.DATE and one.change in (Change.GONE, Change.NEW)]
    if not alone or both.left.language != both.right.language:
        return [*found]
    changed: list[Entry] = []
    taken: set[int] = set()
    for one in alone:
        side, own = (both.left, one.left) if one.left else (both.right, one.right)
        there = _other_end(side, own[0]) if len(own) == 1 and id(one) not in taken else None
        if there is None:
            continue
        partners = [other for other in alone if any(map(there.overlaps, other.right if one.left else other.left))]
        if any(id(other) in taken for other in partners) or (not partners and _FIGURE.search(there.words(side.other))):
            continue  # 'bis zu 200 Menschen'
        taken.update(map(id, (one, *partners)))
        left, right = (own, (there,)) if side.is_left else ((there,), own)
        changed.append(replace(one, change=Change.CHANGED, left=left, right=right, location=Location.SAME_SENTENCE))
    # 'Until further notice' is also a length of time.
    held = CoveredWords(changed)
    kept = (
        one
        for one in found
        if id(one) not in taken
        and not (one.subject is Subject.CONTENT and one.change is not Change.CHANGED and held.touch(one.places))
    )
    return [*kept, *changed]


def _other_end(side: Side, own: Place) -> Place | None:
    """Return when it ends on the other side, if the date at a place says when something ends; None if nothing does."""
    ends = [place for place in _ends(side.texts[own.paragraph], side.lexicon) if 0 <= own.start - place[0] <= _REACH]
    if not ends:
        return None
    found = [
        Place(index, *place)
        for index in side.opposite(own)
        for place in _ends(side.other_texts[index], side.lexicon)
        if side.is_near(own, Place(index, *place))
    ]
    if len(found) != 1 or side.correspondence.is_equal(found[0], is_left=not side.is_left):
        return None  # of several, each may stand for another one
    return found[0]


def _ends(text: ReadText, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the starts and ends of the words behind 'until' in a text."""
    until, form = _until(code_of(lexicon)), text.folded
    words = word_places(form.text)
    for at, word in words.places:
        if word in until:
            behind = words_until_break(form.text, words.original(at) + len(word), len(form.text), _MOST_WORDS)
            if behind:
                place = form.place(0, behind[0].start(), behind[-1].end())
                yield place.start, place.end


def _until(language: str) -> frozenset[str]:
    return forms(lexicon(language).get("dates", {}).get("until", ()))
