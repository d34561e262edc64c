"""Strategies for comparisons and ledgers of any content that the model allows."""

from itertools import combinations, product

from hypothesis import strategies as st

from diffing.ledger.core.details import (
    Counted,
    DateMeant,
    DatesMeant,
    Detail,
    Exchanged,
    Explanation,
    Extent,
    Occurrences,
    Opposites,
    Replacement,
    Senses,
    Speakers,
    StatedWithout,
    WithoutMarks,
    WordChanges,
)
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, HiddenEntry, Ledger, Subject
from diffing.ledger.core.ranking import RULES
from diffing.model import (
    Article,
    Comparison,
    Direction,
    Evidence,
    Hidden,
    Kind,
    MetadataField,
    Op,
    Pair,
    Paragraph,
    Place,
    Reading,
    ReadingNote,
    Revision,
    Role,
    Row,
    Span,
    What,
    WordCounts,
)

_TEXT = st.text(max_size=6)
# Bytes of a file name that are no text are low surrogates.
_NAME = st.text(st.characters(exclude_categories=[]).filter(lambda one: not "\ud800" <= one < "\udc80"), max_size=4)
_LINE = st.text(min_size=1, max_size=12).map(lambda text: text.replace("\n", " "))
_COUNT = st.integers(0, 10**6)
_NUMBER = st.floats(allow_nan=False, allow_infinity=False)
_COUNTS = st.builds(WordCounts, _COUNT, _COUNT, _COUNT, _COUNT, _COUNT)
_LANGUAGES = st.none() | st.builds(Pair, st.sampled_from(["es", ""]), st.just("en"))
_FIELD = st.builds(MetadataField, _TEXT, _TEXT)
_NOTE = st.builds(ReadingNote, st.sampled_from(Reading), _COUNT)
_HIDDEN = st.builds(Hidden, st.sampled_from(What), _TEXT, _TEXT, _COUNT)


@st.composite
def _articles(draw: st.DrawFn) -> Article:
    paragraphs = []
    at = 0
    for text in draw(st.lists(_LINE, max_size=4)):
        start = at + draw(st.integers(0, 3))
        at = start + len(text)
        breaks = draw(st.sets(st.integers(1, len(text) - 1), max_size=2)) if len(text) > 1 else ()
        paragraphs.append(Paragraph(text, start, at, tuple(sorted(breaks)), draw(st.sampled_from(Role))))
    return Article(
        draw(_NAME),
        tuple(paragraphs),
        draw(_NAME),
        tuple(draw(st.lists(_FIELD, max_size=2))),
        draw(st.sampled_from(["text", "html", ""])),
        tuple(draw(st.lists(_NOTE, max_size=2))),
        tuple(Revision(draw(_words_of(paragraphs)), draw(_TEXT), draw(_TEXT)) for _ in paragraphs[:1]),
        draw(st.sampled_from(["", "es"])),
    )


@st.composite
def _words_of(draw: st.DrawFn, paragraphs: list[Paragraph]) -> Place:
    paragraph = draw(st.integers(0, len(paragraphs) - 1))
    start = draw(st.integers(0, len(paragraphs[paragraph].text) - 1))
    return Place(paragraph, start, draw(st.integers(start + 1, len(paragraphs[paragraph].text))))


def _ranges(text: str) -> st.SearchStrategy[tuple[int, int]]:
    ends = st.integers(0, len(text))
    return st.tuples(ends, ends).map(lambda pair: (min(pair), max(pair)))


@st.composite
def _spans(draw: st.DrawFn, left: str, right: str, rows: int) -> tuple[Span, ...]:
    """Return spans whose texts join to both texts."""
    spans = []
    while left or right:
        own, other = draw(st.integers(0, len(left))), draw(st.integers(0, len(right)))
        if not own and not other:
            own, other = len(left), len(right)
        before, after = left[:own], right[:other]
        left, right = left[own:], right[other:]
        if before and after:
            op = draw(st.sampled_from([Op.EQUAL, Op.TRANSLATED, Op.REPLACE]))
            mark = draw(st.booleans())
            spans.append(
                Span(op, before, after, typographic=mark and op is Op.EQUAL)
                if op is not Op.REPLACE
                else Span(
                    Op.REPLACE,
                    before,
                    after,
                    bounded=mark,
                    letters=draw(st.none() | st.builds(Pair, _ranges(before), _ranges(after))),
                    sign=draw(_TEXT),
                    is_lookalike=draw(st.booleans()),
                    rule=draw(_TEXT),
                )
            )
        elif draw(st.booleans()):
            row = draw(st.none() | st.integers(0, rows - 1))
            spans.append(Span(Op.EQUAL, before, after, move=draw(st.integers()), move_row=row))
        else:
            op = Op.DELETE if before else Op.INSERT
            spans.append(Span(op, before, after, bounded=draw(st.booleans()), rule=draw(_TEXT)))
    return tuple(spans)


@st.composite
def _evidence(draw: st.DrawFn, articles: Pair[Article]) -> Evidence:
    left, right = (st.integers(0, len(article.paragraphs) - 1) for article in articles)
    rival = st.builds(Pair, st.tuples(left), st.tuples(right, right))
    shared = draw(st.lists(_TEXT, max_size=2).map(tuple))
    return Evidence(draw(_NUMBER), draw(_NUMBER), draw(st.none() | rival), shared, draw(st.booleans()))


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Return a comparison with rows of one and of more paragraphs, in any order."""
    articles = Pair(draw(_articles()), draw(_articles()))
    left, right = (draw(st.permutations(range(len(article.paragraphs)))) for article in articles)
    links: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    while left or right:
        own, other = draw(st.integers(0, min(2, len(left)))), draw(st.integers(0, min(2, len(right))))
        if not own and not other:
            own, other = len(left[:1]), len(right[:1])
        links.append((tuple(left[:own]), tuple(right[:other])))
        left, right = left[own:], right[other:]
    rows = []
    for own_side, other_side in links:
        texts = articles.left.text(own_side), articles.right.text(other_side)
        is_pair = bool(own_side and other_side)
        is_moved = is_pair and draw(st.booleans())
        is_furniture = not is_pair and draw(st.booleans())
        kinds = (Kind.UNCHANGED, Kind.EDITED, Kind.PARAPHRASED, Kind.TRANSLATED)
        rows.append(
            Row(
                draw(st.sampled_from(kinds)) if is_pair else Kind.OMITTED if own_side else Kind.ADDED,
                own_side,
                other_side,
                is_moved,
                draw(st.floats(0, 1)),
                draw(_spans(*texts, len(links))),
                draw(_evidence(articles)) if is_pair and draw(st.booleans()) else None,
                is_furniture,
                Pair(draw(_COUNTS), draw(_COUNTS)),
                Pair(*(tuple(draw(st.lists(_HIDDEN, max_size=2))) for _ in articles)),
                draw(st.none() | st.sampled_from(Direction)) if is_moved else None,
                draw(st.booleans()),
                draw(_TEXT) if is_furniture else "",
            )
        )
    parted = tuple(
        (left, right)
        for one, other in combinations(links, 2)
        for left, right in product(one[0], other[1])
        if draw(st.booleans())
    )
    return Comparison(articles.left, articles.right, tuple(rows), draw(st.booleans()), parted, draw(_LANGUAGES))


@st.composite
def _places(draw: st.DrawFn, article: Article) -> Place:
    at = draw(st.integers(0, len(article.paragraphs) - 1))
    length = len(article.paragraphs[at].text)
    start = draw(st.integers(0, length - 1))
    return Place(at, start, draw(st.integers(start + 1, length)))


_PART = st.none() | st.integers()
_DATE = st.builds(DateMeant, _TEXT, _PART, _PART, _PART, _PART, _PART, _PART, _TEXT)
_TEXTS = st.lists(_TEXT, max_size=3).map(tuple)
_SOME_TEXTS = st.lists(_TEXT, min_size=1, max_size=3).map(tuple)
_REPLACEMENTS = st.lists(st.builds(Replacement, _TEXT, _TEXT), max_size=2).map(tuple)
_DETAILS: st.SearchStrategy[Detail | None] = st.one_of(
    st.none(),
    st.builds(Counted, _TEXT),
    st.builds(Occurrences, st.integers(2)),
    st.builds(DatesMeant, _DATE, st.none() | _DATE),
    st.builds(DatesMeant, st.none(), _DATE),
    st.builds(Speakers, _SOME_TEXTS, _SOME_TEXTS),
    st.builds(WordChanges, _REPLACEMENTS, _TEXTS, _SOME_TEXTS),
    st.builds(WithoutMarks, st.booleans()),
    st.builds(Senses, _TEXT, _TEXT),
    st.just(Opposites()),
    st.just(Exchanged()),
    st.builds(Extent, st.booleans()),
)
_MOST_ENTRIES = 4


@st.composite
def _entries(draw: st.DrawFn, comparison: Comparison, count: int, is_child: bool = False) -> Entry:
    rule = draw(st.sampled_from(RULES))
    change = draw(st.sampled_from(rule.changes or tuple(Change)))
    left, right = (tuple(draw(st.lists(_places(article), min_size=1, max_size=2))) for article in comparison.articles)
    details = _DETAILS
    if not is_child:
        explained = st.lists(st.integers(0, count - 1), unique=True).map(tuple)
        details |= st.builds(Explanation, explained, st.integers(0))
    if change in (Change.GONE, Change.NEW):
        other = comparison.right if change is Change.GONE else comparison.left
        details |= st.builds(StatedWithout, _places(other))
    return Entry(
        rule.subject,
        change,
        () if change is Change.NEW else left,
        () if change is Change.GONE else right,
        draw(st.sampled_from(Location)),
        draw(details),
        () if is_child else tuple(draw(st.lists(_entries(comparison, count, is_child=True), max_size=2))),
    )


@st.composite
def ledgers(draw: st.DrawFn, comparison: Comparison) -> Ledger:
    """Return a ledger of a comparison; one without paragraphs on both sides has no entries."""
    has_words = comparison.left.paragraphs and comparison.right.paragraphs
    count = draw(st.integers(0, _MOST_ENTRIES)) if has_words else 0
    hidden = [draw(_entries(comparison, count, is_child=True)) for _ in range(min(count, 1))]
    return Ledger(
        tuple(draw(_entries(comparison, count)) for _ in range(count)),
        Pair(draw(_TEXT), draw(_TEXT)),
        tuple(draw(st.lists(st.sampled_from(Subject), max_size=2))),
        tuple(HiddenEntry(entry, draw(_TEXT)) for entry in hidden),
    )
