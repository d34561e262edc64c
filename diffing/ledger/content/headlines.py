"""Find the headline of each article, and say where they speak of other things.

left   Washington approaches Caracas      right   Flags lowered      changed
left   Washington approaches Caracas      right   (begins with its first paragraph)      gone
"""

from collections.abc import Iterator, Mapping, Sequence

from diffing.ledger.content.stems import StemIndex, content_stems, text_of, whole_of
from diffing.ledger.core.in_names import is_in_name
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side
from diffing.ledger.language.harm_kinds import harm_kinds, harmless
from diffing.ledger.language.lexemes import LexemesOf, lexemes
from diffing.ledger.language.lexicon import Lexicon, code_of, lexicon
from diffing.model import Pair, Place, Row
from diffing.page.headlines import headline
from diffing.page.lines import PageLine
from diffing.page.parts import Parts, parts_of
from diffing.page.story import Story, known_phrases
from diffing.text.reading import ReadText

# Words of a headline.
_LONGEST_HEADLINE = 20
# The share of the content words of a headline that the whole other article may lack: its synonyms are not known.
_MOST_UNSAID = 0.4
# The share of the content words of the shorter of two headlines that the other one has if both say the same.
_LEAST_SHARED = 1 / 3
# The same for two headlines of which each has words of its own, and one at least two: both name the place, and tell
# other events of it, though the story may have the words of both.
_LEAST_SHARED_BY_EVENTS = 1 / 2
_LEAST_OF_EVENT = 2
# Groups of words for events, with which more than half of the words may be in common.
_EVENTS = ("law", "offence", "alive", "chance")
# Similarity (0..1) of the headline and what it is linked with, if both say the same in other lines.
_SAME_HEADLINE = 2 / 3
_STOPS = ".!?…。:;,"
_CLOSING = "\"'”’»)]"


def story_of(both: Pair[Side], lines: Pair[list[PageLine]]) -> Story:
    """Return the story of both sides; two pages may share comments, which are none of it."""
    pairs = [row for row in both.left.correspondence.comparison.rows if row.left and row.right]
    linked = Pair({at for row in pairs for at in row.left}, {at for row in pairs for at in row.right})
    told = Pair(*(parts_of(side.own).in_story(at) for side, at in zip(both, linked, strict=True)))
    return Story(lines, told, known_phrases(both.map(lambda side: side.texts)))


def headlines_of(both: Pair[Side], lines: Pair[list[PageLine]], story: Story) -> Pair[int | None]:
    """Return the index of the headline of each side, None for a side without one.

    If the headline of one side corresponds to a line above the story of the other side, this line is the headline
    there. This corrects the choice of a standfirst, which has more words of the story than a playful headline. Where
    the first paragraph that both sides have is a caption with a full stop, the headline that they share stands below.
    """
    comparison = both.left.correspondence.comparison
    pairs = [row for row in comparison.rows if row.left and row.right]
    parts = both.map(lambda side: parts_of(side.own))
    found = Pair(*(headline(side, body, story, own) for side, body, own in zip(lines, story.body, parts, strict=True)))
    starts = Pair(*(story.start(body, side) for side, body in zip(lines, story.body, strict=True)))
    for row in pairs:
        if (found.left in row.left or found.right in row.right) and all(
            start is not None and own[0] <= start and side[own[0]].may_be_headline
            for own, start, side in zip((row.left, row.right), starts, lines, strict=True)
        ):
            return Pair(row.left[0], row.right[0])
    shared = _below_caption(pairs, lines, story)
    if shared is not None and None in (found.left, found.right):
        return shared
    return Pair(
        *(
            _opening(side, own, story, roles) if at is None else at
            for side, own, roles, at in zip(both, lines, parts, found, strict=True)
        )
    )


def _below_caption(pairs: Sequence[Row], lines: Pair[list[PageLine]], story: Story) -> Pair[int | None] | None:
    """Return the headline that both sides have between the first two paragraphs of the story, or None.

    A crosshead may stand there too: it is the same on both sides, and so makes no entry.
    """
    firsts = story.body.map(lambda body: sorted(body)[:2])
    if any(len(first) < 2 for first in firsts):
        return None
    for row in pairs:
        if all(
            first[0] < own[0] < first[1] and side[own[0]].may_be_headline and not story.is_beside(side[own[0]])
            for own, first, side in zip((row.left, row.right), firsts, lines, strict=True)
        ):
            return Pair(row.left[0], row.right[0])
    return None


def _opening(side: Side, lines: list[PageLine], story: Story, parts: Parts) -> int | None:
    """Return the index of the first paragraph of the story if it is a line without a full stop at its end, or None.

    A byline, a caption, the weather and a line of the page's maker are no headline. A single paragraph is none either.
    """
    able = (at for at in side.story if not (parts.is_caption(at) or story.is_beside(lines[at])))
    first = next((at for at in able if not lines[at].is_date_line), None)
    if first is None or first + 1 == len(lines) or lines[first].is_statement:
        return None
    text = lines[first].text.rstrip(_CLOSING + " ")
    return first if text and text[-1] not in _STOPS and len(text.split()) <= _LONGEST_HEADLINE else None


def _first(side: Side) -> int | None:
    """Return the index of the first paragraph of the story, or None."""
    return next(iter(side.story), None)


def headline_entry(both: Pair[Side], headlines: Pair[int | None], indexes: Pair[StemIndex]) -> Iterator[Entry]:
    """Yield the entry of headlines that speak of other things, or that the other article lacks, or of a single one.

    Headlines of one meaning have other words in every newsroom: they make no entry. Lines that stand apart are no
    headline.
    """
    left, right = (
        None if at is None or side.own.paragraphs[at].breaks else whole_of(side.own, at)
        for side, at in zip(both, headlines, strict=True)
    )
    if left is not None and right is not None:
        if (
            _are_apart(both, left, right)
            or _is_news(both.left, left, indexes.right)
            or _is_news(both.right, right, indexes.left)
        ):
            yield Entry(Subject.HEADLINE, Change.CHANGED, (left,), (right,), Location.HEADLINES)
    elif left is not None and not _first(both.right) and not _has_headline(both.left, left):
        # If the first paragraph of the other article is boilerplate, this line may be its headline. A headline that was
        # pasted into the story is there.
        yield both.left.entry(Subject.HEADLINE, (left,), Location.NOWHERE)
    elif right is not None and not _first(both.left) and not _has_headline(both.right, right):
        yield both.right.entry(Subject.HEADLINE, (right,), Location.NOWHERE)


def _has_headline(side: Side, own: Place) -> bool:
    """Return whether the other side has a headline too, if only as lines of one paragraph with the kicker above it."""
    return side.is_equal(own) or (bool(side.opposite(own)) and side.row(own).similarity >= _SAME_HEADLINE)


def _are_apart(both: Pair[Side], left: Place, right: Place) -> bool:
    """Return whether two headlines speak of other things: they have few content words in common.

    Half of the words in common are few if the rest tells more on one side than on the other: a synonym stands for one
    word, so that headlines of one meaning mostly have as many words of their own. If only one of them has more words,
    these matter where they tell of an event or of harm.
    """
    own, other = (
        side.extract(content_stems, text_of(side, place)) for side, place in zip(both, (left, right), strict=True)
    )
    shared, shorter = len(own & other), min(len(own), len(other))
    rest = sorted((len(own - other), len(other - own)))
    tells_more = 0 < rest[0] < rest[1] and rest[1] >= _LEAST_OF_EVENT
    if shared < _LEAST_SHARED * shorter:
        return True
    if 0 == rest[0] < rest[1]:
        return _events_and_harms(both.left, left) != _events_and_harms(both.right, right)
    is_event = shared <= _LEAST_SHARED_BY_EVENTS * shorter or _events(both.left, left) != _events(both.right, right)
    return tells_more and is_event


def _events(side: Side, place: Place) -> frozenset[str]:
    """Return the classes of the words of a headline for what befalls a person: arrested, dead."""
    return side.extract(_events_of, text_of(side, place))


def _events_of(text: ReadText, known: Lexicon) -> frozenset[str]:
    return _senses(_event_words, text, known)


def _events_and_harms(side: Side, place: Place) -> frozenset[str]:
    """Return the classes of the words of a headline for what befalls a person, and of those for harm."""
    return _events(side, place) | side.extract(_harms_of, text_of(side, place))


def _harms_of(text: ReadText, known: Lexicon) -> frozenset[str]:
    return _senses(_harm_words, text, known)


def _senses(words: LexemesOf[str], text: ReadText, known: Lexicon) -> frozenset[str]:
    """Return the classes of the words of a headline, without those in names: the Dead Sea is no harm.

    Phrases that tell of none have the class ''.
    """
    places = (
        (found, text.folded.place(0, found.start, found.end)) for found in words(code_of(known)).find(text.folded)
    )
    return frozenset(
        sense
        for found, place in places
        if not is_in_name(text.text, place.start, place.end)
        for sense in found.tags
        if sense
    )


@lexemes("harms")
def _harm_words(language: str) -> Mapping[str, Sequence[str]]:
    return {"": harmless(language), **harm_kinds(language)}


@lexemes("events")
def _event_words(language: str) -> Mapping[str, Sequence[str]]:
    groups = lexicon(language).get("turns", {}).get("groups", {})
    events = {sense: words for group in _EVENTS for sense, words in groups.get(group, {}).items()}
    return {"": harmless(language), **events}


def _is_news(side: Side, place: Place, there: StemIndex) -> bool:
    """Return whether the other article lacks most of the content words of a headline, in whatever paragraph."""
    stems = side.extract(content_stems, text_of(side, place))
    return sum(stem not in there for stem in stems) > _MOST_UNSAID * len(stems)
