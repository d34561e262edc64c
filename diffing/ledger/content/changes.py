"""What only one article tells, and what stands at the head of each.

left   (headline) Washington approaches Caracas          right   (begins with its first paragraph)
right  The government said it would review the sanctions.   nowhere on the left: new

A paragraph, a sentence or a clause is told by one side only if most of its words of matter are in no single paragraph
of the other article: what was moved, merged or said again elsewhere is no loss.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Set

from diffing.ledger.core.context import Material
from diffing.ledger.core.details import Extent
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.language.lexicon import Lexicon, code_of
from diffing.model import Article, Op, Pair, Place, Row
from diffing.page.headlines import headline
from diffing.page.lines import LONGEST_INNER_LINE, PageLine, Story
from diffing.text.function_words import content_words
from diffing.text.reading import ReadText
from diffing.text.words import STEM_LENGTH

# A headline has no more words than this, and a story no longer than this before it begins.
_LONGEST_HEADLINE = 20
# Words of matter that a clause needs to tell something of its own; a sentence or paragraph tells with fewer.
_LEAST_CLAUSE = 5
_LEAST_PARAGRAPH = 3
# The share of those words that any one paragraph of the other side may have, and one of the own side's story: a
# standfirst that says what the first paragraph says again is no loss.
_MOST_TOLD = 0.45
_MOST_TOLD_BEFORE = 0.6
# With this share a sentence is told by the other side, though the paragraph that it is in is not: with half of its
# words one about the same thing would be.
_TOLD_SENTENCE = 0.6
# Stems in more paragraphs than this say nothing of where something is told; so a book takes no longer by the page.
_MOST_PARAGRAPHS = 64
_STOPS = ".!?…。:;,"
# A salutation ends in one of these: 'Dear compatriots,'.
_PAUSES = ",:;，：；、"
_CLOSING = "\"'”’»)]"


def content_entries(material: Material) -> Iterator[Entry]:
    """Headlines that differ, and paragraphs, sentences and clauses that one side tells alone."""
    both = sides(material)
    headlines = _headlines(both)
    yield from _headline_entry(both, headlines)
    if any(_tells_alone(row) for row in material.comparison.rows):
        told = both.map(_Told)
        yield from _alone(both.left, headlines.left, told)
        yield from _alone(both.right, headlines.right, told.swapped())


def _tells_alone(row: Row) -> bool:
    return not row.furniture and any(span.op in (Op.INSERT, Op.DELETE) for span in row.spans)


def _alone(side: Side, headline: int | None, told: Pair["_Told"]) -> Iterator[Entry]:
    """What this side tells alone; `told` is what it and the other one tell."""
    op, opposed = (Op.DELETE, Op.INSERT) if side.is_left else (Op.INSERT, Op.DELETE)
    for row in side.correspondence.comparison.rows:
        indices, opposite = (row.left, row.right) if side.is_left else (row.right, row.left)
        if row.furniture or not indices or indices == (headline,):
            continue
        if not opposite:
            whole = tuple(_whole(side.own, index) for index in indices)
            # A crosshead tells nothing, and neither does 'Follow us on this channel'.
            is_line = PageLine.of(side.read.joined(indices)).is_line(LONGEST_INNER_LINE)
            if not is_line and _is_alone(side, whole, told, _LEAST_PARAGRAPH):
                untold = _untold(side, whole, told.right)
                places = tuple(place for place in untold if _is_alone(side, (place,), told, _LEAST_PARAGRAPH))
                if places == whole:
                    yield side.entry(Subject.CONTENT, whole, Location.NOWHERE, Extent(is_whole=True))
                elif places:
                    yield side.entry(Subject.CONTENT, places, Location.NOWHERE, Extent(is_whole=False))
            continue
        if not any(span.op is op for span in row.spans):
            continue
        opposites = " ".join(span.right if side.is_left else span.left for span in row.spans if span.op is opposed)
        told_there = _content_stems(ReadText(opposites), side.lexicon)
        at = 0
        for span in row.spans:
            text = span.left if side.is_left else span.right
            # 'We can look beyond how they ate' is not told alone against 'data show more than how they ate'.
            if span.op is op and told_there.isdisjoint(_content_stems(ReadText(text), side.lexicon)):
                places = tuple(_places(side.own, indices, at, at + len(text)))
                if _is_alone(side, places, told, _LEAST_CLAUSE):
                    yield side.entry(Subject.CONTENT, places, Location.NOWHERE, Extent(is_whole=False))
            at += len(text)


def _is_alone(side: Side, places: tuple[Place, ...], told: Pair["_Told"], least: int) -> bool:
    stems = frozenset[str]().union(*(side.extract(_content_stems, _text(side, place)) for place in places))
    return (
        len(stems) >= least
        and told.right.share(stems, frozenset()) <= _MOST_TOLD
        and told.left.share(stems, {place.paragraph for place in places}) <= _MOST_TOLD_BEFORE
    )


def _untold(side: Side, whole: tuple[Place, ...], there: "_Told") -> Iterator[Place]:
    """The sentences of some paragraphs without those that the other side tells, what stands together as one place."""
    for place in whole:
        text = side.texts[place.paragraph]
        alone: Place | None = None
        for (start, end), part in zip(text.sentences, text.parts, strict=True):
            stems = side.extract(_content_stems, part)
            if len(stems) >= _LEAST_CLAUSE and there.share(stems, frozenset()) >= _TOLD_SENTENCE:
                if alone:
                    yield alone
                alone = None
            else:
                end = start + len(part.text.rstrip())
                alone = alone._replace(end=end) if alone else Place(place.paragraph, start, end)
        if alone:
            yield alone


def _places(article: Article, indices: tuple[int, ...], start: int, end: int) -> Iterator[Place]:
    """The characters of some paragraphs joined by line feeds as places, without marks and spaces around them."""
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


class _Told:
    """The words of matter of an article, by paragraph."""

    def __init__(self, side: Side) -> None:
        self._paragraphs: defaultdict[str, list[int]] = defaultdict(list)
        for index, text in enumerate(side.texts):
            for stem in _content_stems(text, side.lexicon):
                self._paragraphs[stem].append(index)

    def share(self, stems: frozenset[str], but: Set[int]) -> float:
        """The largest share of the stems that a paragraph has, 0..1; some paragraphs do not count."""
        lists = (self._paragraphs.get(stem, ()) for stem in stems)
        held = Counter(
            index for found in lists if len(found) <= _MOST_PARAGRAPHS for index in found if index not in but
        )
        return max(held.values(), default=0) / len(stems)


def _content_stems(text: ReadText, lexicon: Lexicon) -> frozenset[str]:
    """Return the stems of the content words of a text."""
    return frozenset([form[:STEM_LENGTH] for form in content_words(text.forms, code_of(lexicon))])


def _text(side: Side, place: Place) -> ReadText:
    """Return the text at a place: the paragraph as it is read, if the place is all of it."""
    text = side.texts[place.paragraph]
    is_whole = place.start == 0 and place.end == len(text.text)
    return text if is_whole else ReadText(text.text[place.start : place.end])


def _headlines(both: Pair[Side]) -> Pair[int | None]:
    """The paragraph of each side that is its headline, if there is one.

    Where the headline of one side is in a pair with another line above the other side's story, that line is the
    headline there: a standfirst has more of the story than a headline that plays with words.
    """
    comparison = both.left.correspondence.comparison
    lines = both.map(lambda side: list(map(PageLine.of, side.texts)))
    pairs = [row for row in comparison.rows if row.left and row.right]
    story = Story(lines, Pair({at for row in pairs for at in row.left}, {at for row in pairs for at in row.right}))
    found = Pair(*(headline(side, body, story) for side, body in zip(lines, story.body, strict=True)))
    for row in pairs:
        if (found.left in row.left or found.right in row.right) and all(
            own[0] <= min(body, default=-1) and side[own[0]].may_be_headline
            for own, body, side in zip((row.left, row.right), story.body, lines, strict=True)
        ):
            return Pair(row.left[0], row.right[0])
    return Pair(*(_opening(side) if at is None else at for side, at in zip(both, found, strict=True)))


def _opening(side: Side) -> int | None:
    """The first paragraph of the story, if it is a line that ends in no full stop."""
    first = _first(side)
    if first is None or first + 1 == len(side.own.paragraphs):
        return None
    text = side.own.paragraphs[first].text.rstrip(_CLOSING + " ")
    return first if text and text[-1] not in _STOPS and len(text.split()) <= _LONGEST_HEADLINE else None


def _first(side: Side) -> int | None:
    """The first paragraph of the story."""
    return next(iter(side.story), None)


def _headline_entry(both: Pair[Side], headlines: Pair[int | None]) -> Iterator[Entry]:
    """Of headlines with other words, or of one that stands against none; without any, of first sentences."""
    if headlines.left is None and headlines.right is None:
        places, location = both.map(_lede), Location.FIRST_SENTENCES
    else:
        places = Pair(*(None if at is None else _whole(side.own, at) for side, at in zip(both, headlines, strict=True)))
        location = Location.HEADLINES
    left, right = places
    if left is not None and right is not None:
        if not _letters(both.left, left) & _letters(both.right, right):
            yield Entry(Subject.HEADLINE, Change.CHANGED, (left,), (right,), location)
    elif left is not None and not _first(both.right):
        # A line that was taken for page furniture may be the headline.
        yield both.left.entry(Subject.HEADLINE, (left,), Location.NOWHERE)
    elif right is not None and not _first(both.left):
        yield both.right.entry(Subject.HEADLINE, (right,), Location.NOWHERE)


def _lede(side: Side) -> Place | None:
    """The first sentence of the story, behind a salutation."""
    texts = ((at, side.own.paragraphs[at].text.rstrip(_CLOSING + " ")) for at in side.story)
    first = next((at for at, text in texts if text and text[-1] not in _PAUSES), None)
    if first is None:
        return None
    return Place(first, 0, len(side.texts[first].parts[0].text.rstrip()))


def _letters(side: Side, place: Place) -> frozenset[str]:
    """The letters and digits of all words, and of those of matter: 'pre-war' is 'prewar', 'well-to-do' 'welltodo'."""
    forms = _text(side, place).forms
    return frozenset(["".join(content_words(forms, side.language)), "".join(forms)])
