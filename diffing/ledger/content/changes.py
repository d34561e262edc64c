"""Find the content that only one article has, and compare the headlines.

left   (headline) Washington approaches Caracas          right   (begins with its first paragraph)
right  The government said it would review the sanctions.   nowhere on the left: new

Only one side has a paragraph, sentence or clause if no single paragraph of the other article has most of its content
words. So moved, merged or repeated content makes no entry.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Extent
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.language.lexicon import Lexicon, code_of
from diffing.model import Article, Op, Pair, Place, Row, Span
from diffing.page.headlines import headline
from diffing.page.line_forms import LONGEST_INNER_LINE
from diffing.page.lines import PageLine
from diffing.page.parts import parts_of
from diffing.page.story import Story
from diffing.text.function_words import content_words
from diffing.text.reading import ReadArticle, ReadText
from diffing.text.words import STEM_LENGTH
from diffing.wording.exchanges import parted

# Words of a headline.
_LONGEST_HEADLINE = 20
# Content words that a paragraph, sentence or clause needs to have content of its own. For clauses, 5 instead of 3 lost
# four hundredths of the changes that mislead (45 labelled pairs), and spared one hundredth of entries about nothing.
_LEAST_CONTENT = 3
# The share of these words that one paragraph of the other side may have, and another paragraph of the same side: a
# standfirst that repeats the first paragraph is no loss.
_MOST_SHARED = 0.45
_MOST_REPEATED = 0.6
# The share of its words with which the other side has a sentence, even if it lacks the paragraph of the sentence. With
# half of its words, another sentence about the same thing would count.
_SHARED_SENTENCE = 0.6
# Stems in more paragraphs than this do not locate content. The limit keeps the time linear for a book.
_MOST_PARAGRAPHS = 64
# The share of the content words of a headline that the whole other article may lack: its synonyms are not known.
_MOST_UNSAID = 0.4
# The share of the content words of the shorter of two headlines that the other one has if both say the same.
_LEAST_SHARED = 1 / 3
_STOPS = ".!?…。:;,"
_CLOSING = "\"'”’»)]"


def content_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of headlines that differ, and of paragraphs, sentences and clauses that only one side has."""
    rows = [(row, _parted(row, context.read)) for row in context.comparison.rows if _has_other_words(row)]
    if rows:
        both = sides(context)
        headlines = _headlines(both)
        indexes = both.map(_StemIndex)
        yield from _headline_entry(both, headlines, indexes)
        yield from _one_sided(both.left, headlines.left, indexes, rows)
        yield from _one_sided(both.right, headlines.right, indexes.swapped(), rows)


def _has_other_words(row: Row) -> bool:
    return not row.furniture and any(span.op is not Op.EQUAL for span in row.spans)


def _parted(row: Row, read: Pair[ReadArticle]) -> Sequence[Span]:
    """Return the spans of a row, with each replacement of what has nothing in common as a deletion and an insertion."""
    return parted(row.spans, read.left.joined(row.left), read.right.joined(row.right))


def _one_sided(
    side: Side, headline: int | None, indexes: Pair["_StemIndex"], rows: Iterable[tuple[Row, Sequence[Span]]]
) -> Iterator[Entry]:
    """Yield the entries of content that only this side has; `indexes` are those of this side and of the other side.

    `rows` are those of the story that differ, each with its spans as _parted returns them.
    """
    op, opposed = (Op.DELETE, Op.INSERT) if side.is_left else (Op.INSERT, Op.DELETE)
    for row, spans in rows:
        indices, opposite = (row.left, row.right) if side.is_left else (row.right, row.left)
        if not indices or indices == (headline,):
            continue
        if not opposite:
            whole = tuple(_whole(side.own, index) for index in indices)
            # A crosshead has no content, and neither has 'Follow us on this channel'.
            is_line = PageLine.of(side.read.joined(indices)).is_line(LONGEST_INNER_LINE)
            if not is_line and _is_one_sided(side, whole, indexes):
                unshared = _unshared(side, whole, indexes.right)
                places = tuple(place for place in unshared if _is_one_sided(side, (place,), indexes))
                if places == whole:
                    yield side.entry(Subject.CONTENT, whole, Location.NOWHERE, Extent(is_whole=True))
                elif places:
                    yield side.entry(Subject.CONTENT, places, Location.NOWHERE, Extent(is_whole=False))
            continue
        if not any(span.op is op for span in spans):
            continue
        there: frozenset[str] | None = None
        at = 0
        for span in spans:
            text = span.left if side.is_left else span.right
            own = _content_stems(ReadText(text), side.lexicon) if span.op is op and len(text) > _LEAST_CONTENT else ()
            if len(own) >= _LEAST_CONTENT and there is None:
                opposites = " ".join(one.right if side.is_left else one.left for one in spans if one.op is opposed)
                there = _content_stems(ReadText(opposites), side.lexicon)
            # 'We can look beyond how they ate' against 'data show more than how they ate': only the words differ.
            if there is not None and len(own) >= _LEAST_CONTENT and there.isdisjoint(own):
                places = tuple(_places(side.own, indices, at, at + len(text)))
                if _is_one_sided(side, places, indexes):
                    yield side.entry(Subject.CONTENT, places, Location.NOWHERE, Extent(is_whole=False))
            at += len(text)


def _is_one_sided(side: Side, places: tuple[Place, ...], indexes: Pair["_StemIndex"]) -> bool:
    stems = frozenset[str]().union(*(side.extract(_content_stems, _text(side, place)) for place in places))
    return (
        len(stems) >= _LEAST_CONTENT
        and indexes.right.share(stems, frozenset()) <= _MOST_SHARED
        and indexes.left.share(stems, {place.paragraph for place in places}) <= _MOST_REPEATED
    )


def _unshared(side: Side, whole: tuple[Place, ...], there: "_StemIndex") -> Iterator[Place]:
    """Yield the sentences of some paragraphs that the other side does not have, neighbours as one place."""
    for place in whole:
        text = side.texts[place.paragraph]
        run: Place | None = None
        for (start, end), part in zip(text.sentences, text.parts, strict=True):
            stems = side.extract(_content_stems, part)
            if len(stems) >= _LEAST_CONTENT and there.share(stems, frozenset()) >= _SHARED_SENTENCE:
                if run:
                    yield run
                run = None
            else:
                end = start + len(part.text.rstrip())
                run = run._replace(end=end) if run else Place(place.paragraph, start, end)
        if run:
            yield run


def _places(article: Article, indices: tuple[int, ...], start: int, end: int) -> Iterator[Place]:
    """Yield the characters `start`..`end` of some paragraphs, joined by line feeds, as places.

    Punctuation and white space at the ends of a place are left out.
    """
    at = 0
    for index in indices:
        text = article.paragraphs[index].text
        first, last = max(start - at, 0), min(end - at, len(text))
        while first < last and not text[first].isalnum():
            first += 1
        while first < last and not text[last - 1].isalnum():
            last -= 1
        if first < last:
            yield Place(index, first, last)
        at += len(text) + 1


def _whole(article: Article, index: int) -> Place:
    return Place(index, 0, len(article.paragraphs[index].text))


class _StemIndex:
    """Index of the stems of the content words of an article: stem -> paragraphs."""

    def __init__(self, side: Side) -> None:
        self._paragraphs: defaultdict[str, list[int]] = defaultdict(list)
        for index, text in enumerate(side.texts):
            for stem in _content_stems(text, side.lexicon):
                self._paragraphs[stem].append(index)

    def __contains__(self, stem: str) -> bool:
        return stem in self._paragraphs

    def share(self, stems: frozenset[str], excluded: Set[int]) -> float:
        """Return the largest share of the stems that one paragraph has, 0..1; `excluded` paragraphs do not count."""
        lists = (self._paragraphs.get(stem, ()) for stem in stems)
        held = Counter(
            index for found in lists if len(found) <= _MOST_PARAGRAPHS for index in found if index not in excluded
        )
        return max(held.values(), default=0) / len(stems)


def _content_stems(text: ReadText, lexicon: Lexicon) -> frozenset[str]:
    """Return the stems of the content words of a text."""
    return frozenset([form[:STEM_LENGTH] for form in content_words(text.forms, code_of(lexicon))])


def _text(side: Side, place: Place) -> ReadText:
    """Return the text at a place: the paragraph as it is read, if the place is the whole paragraph."""
    text = side.texts[place.paragraph]
    is_whole = place.start == 0 and place.end == len(text.text)
    return text if is_whole else ReadText(text.text[place.start : place.end])


def _headlines(both: Pair[Side]) -> Pair[int | None]:
    """Return the index of the headline of each side, None for a side without one.

    If the headline of one side corresponds to a line above the story of the other side, this line is the headline
    there. This corrects the choice of a standfirst, which has more words of the story than a playful headline. Where
    the first paragraph that both sides have is a caption with a full stop, the headline that they share stands below.
    """
    comparison = both.left.correspondence.comparison
    lines = both.map(lambda side: list(map(PageLine.of, side.texts)))
    pairs = [row for row in comparison.rows if row.left and row.right]
    parts = both.map(lambda side: parts_of(side.own))
    linked = Pair({at for row in pairs for at in row.left}, {at for row in pairs for at in row.right})
    story = Story(lines, Pair(*(own.in_story(held) for own, held in zip(parts, linked, strict=True))))
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
        *(_opening(side, own, story) if at is None else at for side, own, at in zip(both, lines, found, strict=True))
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


def _opening(side: Side, lines: list[PageLine], story: Story) -> int | None:
    """Return the index of the first paragraph of the story if it is a line without a full stop at its end, or None.

    A byline, a caption, the weather and a line of the page's maker are no headline. A single paragraph is none either.
    """
    first = next((at for at in side.story if not story.is_beside(lines[at]) and not lines[at].is_date_line), None)
    if first is None or first + 1 == len(lines) or lines[first].is_statement:
        return None
    text = lines[first].text.rstrip(_CLOSING + " ")
    return first if text and text[-1] not in _STOPS and len(text.split()) <= _LONGEST_HEADLINE else None


def _first(side: Side) -> int | None:
    """Return the index of the first paragraph of the story, or None."""
    return next(iter(side.story), None)


def _headline_entry(both: Pair[Side], headlines: Pair[int | None], indexes: Pair["_StemIndex"]) -> Iterator[Entry]:
    """Yield the entry of headlines that speak of other things, or that the other article lacks, or of a single one.

    Headlines of one meaning have other words in every newsroom: they make no entry. Lines that stand apart are no
    headline.
    """
    left, right = (
        None if at is None or side.own.paragraphs[at].breaks else _whole(side.own, at)
        for side, at in zip(both, headlines, strict=True)
    )
    if left is not None and right is not None:
        if (
            _are_apart(both, left, right)
            or _is_news(both.left, left, indexes.right)
            or _is_news(both.right, right, indexes.left)
        ):
            yield Entry(Subject.HEADLINE, Change.CHANGED, (left,), (right,), Location.HEADLINES)
    elif left is not None and not _first(both.right) and not both.left.is_equal(left):
        # If the first paragraph of the other article is boilerplate, this line may be its headline. A headline that was
        # pasted into the story is there.
        yield both.left.entry(Subject.HEADLINE, (left,), Location.NOWHERE)
    elif right is not None and not _first(both.left) and not both.right.is_equal(right):
        yield both.right.entry(Subject.HEADLINE, (right,), Location.NOWHERE)


def _are_apart(both: Pair[Side], left: Place, right: Place) -> bool:
    """Return whether two headlines speak of other things: they have few content words in common."""
    own, other = (
        side.extract(_content_stems, _text(side, place)) for side, place in zip(both, (left, right), strict=True)
    )
    return len(own & other) < _LEAST_SHARED * min(len(own), len(other))


def _is_news(side: Side, place: Place, there: "_StemIndex") -> bool:
    """Return whether the other article lacks most of the content words of a headline, in whatever paragraph."""
    stems = side.extract(_content_stems, _text(side, place))
    return sum(stem not in there for stem in stems) > _MOST_UNSAID * len(stems)
