"""Find the content that only one article has, and compare the headlines and bylines.

left   (headline) Washington approaches Caracas          right   (begins with its first paragraph)
right  The government said it would review the sanctions.   nowhere on the left: new

Only one side has a paragraph, sentence or clause if no single paragraph of the other article has most of its content
words. So moved, merged or repeated content makes no entry.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from diffing.ledger.content.bylines import are_bylines, byline_entries
from diffing.ledger.content.headlines import headline_entry, headlines_of, story_of
from diffing.ledger.content.left_out import LEAST, LEAST_CONTENT, is_left_out, sentences_left_out
from diffing.ledger.content.stems import StemIndex, content_stems, text_of, whole_of
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Extent
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.model import Article, Kind, Op, Pair, Place, Role, Row, Span
from diffing.page.line_forms import LONGEST_INNER_LINE, heads_post
from diffing.page.lines import PageLine
from diffing.page.story import LEAST_POINTS, LONGEST_NOTICE, Story
from diffing.patterns import lazy_pattern
from diffing.text.reading import ReadArticle, ReadText
from diffing.wording.exchanges import parted

# The same in a rewritten paragraph for words that no mark parts from those beside them: 'The group of seven, led by'
# begins a sentence in another way.
_LEAST_OF_PIECE = 4
_NO_STEMS = frozenset[str]()
# The mark and the first word of a quotation of both sides, at the end of some words: 'by the drought. “|We| ...'.
_OPENED = lazy_pattern(r"[\s.!?:,]{1,3}[\"“„«]\w{1,10}\Z")
# The same for a crosshead, and the share of its words that one paragraph of the other side may have.
_LEAST_OF_LINE = 2
_MOST_SHARED_BY_LINE = 1 / 2
# The share of these words that one paragraph of the other side may have, and another paragraph of the same side: a
# standfirst that repeats the first paragraph is no loss.
_MOST_SHARED = 0.45
_MOST_REPEATED = 0.6
# The same for a post of a live blog: what it says at its time is new, though an earlier post has most of its words.
_MOST_SHARED_BY_POST = 0.8
# The same for whole sentences with nothing in their place: 'The mayor supports it', in a story about the mayor.
_SHARED_BY_SENTENCE = 0.5
# The share of its words with which the other side has a sentence, even if it lacks the paragraph of the sentence. With
# half of its words, another sentence about the same thing would count.
_SHARED_SENTENCE = 0.6


def content_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of headlines and bylines that differ, and of what only one side has."""
    rows = [(row, _parted(row, context.read)) for row in context.comparison.rows if _has_other_words(row)]
    if rows:
        both = sides(context)
        lines = both.map(lambda side: list(map(PageLine, side.texts)))
        story = story_of(both, lines)
        headlines = headlines_of(both, lines, story)
        indexes = both.map(StemIndex)
        yield from headline_entry(both, headlines, indexes)
        bylines = [row for row, _ in rows if are_bylines(row, lines, story)]
        yield from byline_entries(both, bylines, lines)
        told = [(row, spans) for row, spans in rows if row not in bylines]
        yield from _one_sided(both.left, headlines.left, story, indexes, told)
        yield from _one_sided(both.right, headlines.right, story, indexes.swapped(), told)


def _has_other_words(row: Row) -> bool:
    return not row.furniture and any(span.op is not Op.EQUAL for span in row.spans)


def _parted(row: Row, read: Pair[ReadArticle]) -> Sequence[Span]:
    """Return the spans of a row, with each replacement of what has nothing in common as a deletion and an insertion."""
    return parted(row.spans, read.left.joined(row.left), read.right.joined(row.right))


def _one_sided(
    side: Side,
    headline: int | None,
    story: Story,
    indexes: Pair[StemIndex],
    rows: Iterable[tuple[Row, Sequence[Span]]],
) -> Iterator[Entry]:
    """Yield the entries of content that only this side has; `indexes` are those of this side and of the other side.

    `rows` are those of the story that differ, each with its spans as _parted returns them.
    """
    series = _series(side)
    op, opposed = (Op.DELETE, Op.INSERT) if side.is_left else (Op.INSERT, Op.DELETE)
    for row, spans in rows:
        indices, opposite = (row.left, row.right) if side.is_left else (row.right, row.left)
        if not indices or indices == (headline,):
            continue
        if not opposite:
            yield from _of_alone(side, indices, headline, story, indexes, series)
            continue
        if not any(span.op is op for span in spans):
            continue
        there: frozenset[str] | None = None
        told: list[Place] = []
        at = 0
        for span in spans:
            text = span.left if side.is_left else span.right
            own = (
                content_stems(ReadText(text), side.lexicon)
                if span.op is op and len(text) > LEAST_CONTENT
                else _NO_STEMS
            )
            if len(own) >= LEAST and there is None:
                opposites = " ".join(one.right if side.is_left else one.left for one in spans if one.op is opposed)
                there = content_stems(ReadText(opposites), side.lexicon)
            # 'We can look beyond how they ate' against 'data show more than how they ate': only the words differ.
            if there is not None and len(own) >= LEAST and there.isdisjoint(own):
                places = tuple(places_of(side.own, indices, at, at + len(text)))
                if _tells(side, row, own, places, story, indexes):
                    told += places
                    yield side.entry(Subject.CONTENT, places, Location.NOWHERE, Extent(is_whole=False))
            at += len(text)
        for place in sentences_left_out(side, indices, opposite):
            if not any(map(place.overlaps, told)) and _is_one_sided(side, (place,), indexes):
                yield side.entry(Subject.CONTENT, (place,), Location.NOWHERE, Extent(is_whole=False))


def _tells(
    side: Side, row: Row, own: Set[str], places: tuple[Place, ...], story: Story, indexes: Pair[StemIndex]
) -> bool:
    """Return whether words of a row that the other side does not have there tell something that it has nowhere.

    `own` are the stems of their content words.
    """
    if len(places) == 1 and is_left_out(side, places[0]):
        return not _is_of_page(PageLine(text_of(side, places[0])), story) and _is_one_sided(
            side, places, indexes, least=LEAST, most_shared=_SHARED_BY_SENTENCE
        )
    is_piece = row.kind is Kind.PARAPHRASED and len(own) < _LEAST_OF_PIECE and not _is_whole(side, places)
    return not is_piece and _is_one_sided(side, places, indexes)


def _is_of_page(line: PageLine, story: Story) -> bool:
    """Return whether a sentence is a byline, or says what pages say: 'Read more below.'."""
    return line.length <= LONGEST_NOTICE and (story.is_byline(line) or story.points(line) >= LEAST_POINTS)


def _of_alone(
    side: Side,
    indices: tuple[int, ...],
    headline: int | None,
    story: Story,
    indexes: Pair[StemIndex],
    series: Mapping[int, Set[int]],
) -> Iterator[Entry]:
    """Yield the entry of what some paragraphs that only this side has say alone."""
    if _is_caption(side, indices):
        return
    whole = tuple(whole_of(side.own, index) for index in indices)
    own = series[indices[0]]
    line = PageLine(side.read.joined(indices))
    if _is_of_post(side, indices[0], own, story):
        if heads_post(line.text) or _is_one_sided(side, whole, indexes, own, _MOST_SHARED_BY_POST):
            yield side.entry(Subject.CONTENT, whole, Location.NOWHERE, Extent(is_whole=True))
    elif line.is_line(LONGEST_INNER_LINE):
        # Above the headline stand kickers and the names of papers.
        is_below = headline is None or indices[0] > headline
        if is_below and _is_telling_line(side, line, story, indexes.right):
            yield side.entry(Subject.CONTENT, whole, Location.NOWHERE, Extent(is_whole=True))
    elif _is_one_sided(side, whole, indexes, own):
        unshared = _unshared(side, whole, indexes.right)
        places = tuple(place for place in unshared if _is_one_sided(side, (place,), indexes, own))
        if places:
            yield side.entry(Subject.CONTENT, places, Location.NOWHERE, Extent(is_whole=places == whole))


def _is_of_post(side: Side, index: int, series: Set[int], story: Story) -> bool:
    """Return whether a paragraph of a series stands in a new post of a live blog, below its heading with the time."""
    opening = min(series)
    for at in range(index, opening - 1, -1):
        text = side.texts[at].text
        if heads_post(text):
            return story.has_label(PageLine(side.texts[at]))
    return False


def _series(side: Side) -> Mapping[int, Set[int]]:
    """Return, for each paragraph that only this side has, the paragraphs of its series, between two of both sides."""
    found: dict[int, Set[int]] = {}
    series: set[int] = set()
    for row in side.correspondence.comparison.rows:
        indices, opposite = (row.left, row.right) if side.is_left else (row.right, row.left)
        if indices and opposite:
            series = set()
        elif indices and not row.furniture:
            series.update(indices)
            found.update(dict.fromkeys(indices, series))
    return found


def _is_one_sided(
    side: Side,
    places: tuple[Place, ...],
    indexes: Pair[StemIndex],
    series: Set[int] = frozenset(),
    most_shared: float = _MOST_SHARED,
    least: int = LEAST_CONTENT,
) -> bool:
    """Return whether neither the other side has some places, nor another paragraph of this side outside their series.

    The heading of a new post and the post have the same words: both are new.
    """
    stems = frozenset[str]().union(*(side.extract(content_stems, text_of(side, place)) for place in places))
    return (
        len(stems) >= least
        and indexes.right.share(stems, frozenset()) <= most_shared
        and indexes.left.share(stems, {*series, *(place.paragraph for place in places)}) <= _MOST_REPEATED
    )


def _is_whole(side: Side, places: Sequence[Place]) -> bool:
    """Return whether a mark or the end of its paragraph stands on both sides of some words."""
    return all(
        not text[: place.start].rstrip()[-1:].isalnum() and not text[place.end :].lstrip()[:1].isalnum()
        for place in places
        for text in (side.own.paragraphs[place.paragraph].text,)
    )


def _is_caption(side: Side, indices: Iterable[int]) -> bool:
    """Return whether some paragraphs are captions by their roles: most texts come without them."""
    return all(side.own.paragraphs[index].role is Role.CAPTION for index in indices)


def _is_telling_line(side: Side, line: PageLine, story: Story, there: StemIndex) -> bool:
    """Return whether a crosshead says what no paragraph of the other side says: 'Captain arrested'.

    A byline has no content, and neither has 'Follow us on this channel'.
    """
    if story.is_beside(line) or story.points(line) or line.is_date_line:
        return False
    stems = side.extract(content_stems, ReadText(line.text))
    return len(stems) >= _LEAST_OF_LINE and there.share(stems, frozenset()) <= _MOST_SHARED_BY_LINE


def _unshared(side: Side, whole: tuple[Place, ...], there: StemIndex) -> Iterator[Place]:
    """Yield the sentences of some paragraphs that the other side does not have, neighbours as one place."""
    for place in whole:
        text = side.texts[place.paragraph]
        run: Place | None = None
        for (start, end), part in zip(text.sentences, text.parts, strict=True):
            stems = side.extract(content_stems, part)
            if len(stems) >= LEAST_CONTENT and there.share(stems, frozenset()) >= _SHARED_SENTENCE:
                if run:
                    yield run
                run = None
            else:
                end = start + len(part.text.rstrip())
                run = run._replace(end=end) if run else Place(place.paragraph, start, end)
        if run:
            yield run


def places_of(article: Article, indices: tuple[int, ...], start: int, end: int) -> Iterator[Place]:
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
        if opened := _OPENED.search(text, first, last):
            last = opened.start()
        if first < last:
            yield Place(index, first, last)
        at += len(text) + 1
