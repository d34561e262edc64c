"""Two articles compared: the stages in order.

align      find the paragraphs that correspond, and the links that are out of order
set aside  find the paragraphs of one side that belong to the page and not to the story, also by rules of the reader
arrange    put every link and every other paragraph in reading order: a row for each
describe   compare the words of each row, which gives its spans, its counts and its kind

A screen with a book on it need not wait for all of the words: `pair_up` goes as far as the arrangement, `with_words`
compares the words of a pending row, and `finished` turns compared rows into the result of `compare`.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from diffing.alignment.align import align_texts
from diffing.measures.classification import kind_of
from diffing.measures.survival import survival
from diffing.model import NO_WORDS, Article, Comparison, Direction, Evidence, Kind, Op, Pair, Row, Span
from diffing.page.boilerplate import without_boilerplate
from diffing.page.parts import parts_of
from diffing.pins import NO_PINS, Pins
from diffing.rules.changes import with_hidden_changes
from diffing.rules.furniture import without_ruled_lines
from diffing.rules.rule import NO_RULES, Rules
from diffing.sharing import ShareOut, alone
from diffing.sources.plain import Source, article
from diffing.stage import Progress, Stage
from diffing.text.concealment import hidden_in
from diffing.text.language import language_of
from diffing.text.reading import ReadArticle, ReadText, read_articles
from diffing.text.two_languages import two_languages
from diffing.wording.details import with_details
from diffing.wording.sentence_moves import with_moves_between
from diffing.wording.word_diff import compare_texts

if TYPE_CHECKING:
    from diffing.translation.translation import Translation


def no_progress(stage: str, share: float) -> None:
    """Do nothing: the callback for callers that show no progress."""


def compare(
    left: Source | str,
    right: Source | str,
    *,
    languages: Pair[str] | None = None,
    pins: Pins = NO_PINS,
    rules: Rules = NO_RULES,
    progress: Progress = no_progress,
) -> Comparison:
    """Return every difference between two articles as one value. The same articles give the same value everywhere.

    Each side is an article as `read` returns it, a text with the name of its source, or a plain string. The source of
    a plain string is called 'left' or 'right'. `languages` are the codes of their languages, such as 'es' and 'en';
    they are detected if they are not given. Two languages are compared as a translation. `pins` are the links that the
    reader made; ValueError is raised if they have a paragraph that is not there. `rules` are the reader's; what one
    hides stays in the result and names the rule. Raises RuleError for a rule that takes too long.
    """
    articles = Pair(article(left, "left"), article(right, "right"))
    if languages:
        articles = Pair(*(replace(one, language=code) for one, code in zip(articles, languages, strict=True)))
    return compare_read(read_articles(articles), progress, pins, rules)


CompareRows = Callable[[Stage, Pair[ReadArticle], Progress], Iterable[Row]]
"""Function that returns the rows of a stage with the words of every pending one compared."""


def compare_rows(paired: Stage, read: Pair[ReadArticle], progress: Progress = no_progress) -> Iterator[Row]:
    """Yield the rows of a stage with the words of every pending one compared; `read` are the articles."""
    for at, row in enumerate(paired.rows):
        progress("comparing words", at / len(paired.rows))
        yield with_words(row, read) if at in paired.pending else row


def compare_read(
    read: Pair[ReadArticle],
    progress: Progress = no_progress,
    pins: Pins = NO_PINS,
    rules: Rules = NO_RULES,
    rows_of: CompareRows = compare_rows,
    share_out: ShareOut = alone,
) -> Comparison:
    """Return what compare() returns for articles that are being read; the ledger can use the same readings.

    `rows_of` compares the words, and `share_out` does parts of pairing: a front end may do it in several processes.
    """
    paired = pair_up(read.map(lambda side: side.article), progress, read, pins, rules, share_out)
    rows = tuple(rows_of(paired, read, progress))
    return finished(replace(paired.comparison, rows=rows), read, rules)


# Decimals of similarities and evidence: the last ones of a float depend on the machine. With only four decimals, what a
# front end rounds would be rounded twice: 46.5004 per cent would become 46.50 and be shown as 46, not as 47.
_DECIMALS = 12


def pair_up(
    articles: Pair[Article],
    progress: Progress = no_progress,
    read: Pair[ReadArticle] | None = None,
    pins: Pins = NO_PINS,
    rules: Rules = NO_RULES,
    share_out: ShareOut = alone,
) -> Stage:
    """Return the rows in reading order; where the texts of a row differ, the row is pending.

    `share_out` does the parts of pairing long texts that do not depend on each other.
    """
    pins.check(articles)
    progress("pairing paragraphs", 0.0)
    read = read or read_articles(articles)
    texts = read.map(lambda side: side.paragraphs)
    languages = _languages_of(read)

    def paired(share: float) -> None:
        progress("pairing paragraphs", share)

    translation = _translation(read, paired, share_out)
    alignment = align_texts(texts, progress=paired, pins=pins, matcher=translation)
    fixed = {(pair.left, pair.right) for pair in pins.pairs}
    alone = Pair(
        {index for left, right in fixed if not right for index in left},
        {index for left, right in fixed if not left for index in right},
    )
    links, set_aside = without_boilerplate(texts, alignment.links, articles.map(parts_of), fixed)
    links, ruled = without_ruled_lines(articles, links, rules, fixed)
    evidence = dict(zip(alignment.links, map(_rounded, alignment.evidence), strict=True))
    in_links = [
        _Position(
            link.left,
            link.right,
            link.moved,
            round(link.similarity, _DECIMALS),
            evidence[link],
            (link.left, link.right) in fixed,
        )
        for link in links
    ]
    linked = Pair({index for link in links for index in link.left}, {index for link in links for index in link.right})
    left_alone = [
        _Position((index,), (), pinned=index in alone.left)
        for index in range(len(texts.left))
        if index not in linked.left
    ]
    right_alone = [
        _Position((), (index,), pinned=index in alone.right)
        for index in range(len(texts.right))
        if index not in linked.right
    ]
    rows: list[Row] = []
    for place in _arrange(in_links, left_alone, right_alone):
        rows.append(_row(articles, place, set_aside, rows[-1] if rows else None))
        if rule := _rule_of(rows[-1], ruled):
            rows[-1] = replace(rows[-1], furniture=True, rule=rule)
    # Nothing else is a replacement before words are compared.
    pending = frozenset(at for at, row in enumerate(rows) if row.spans[0].op is Op.REPLACE)
    parted = tuple(sorted(pins.parted))
    directed = with_directions(rows)
    return Stage(Comparison(articles.left, articles.right, directed, alignment.bounded, parted, languages), pending)


@dataclass(frozen=True, slots=True)
class _Languages:
    """Two articles as they are read, asked for their languages."""

    left: ReadArticle
    right: ReadArticle

    def __call__(self) -> Pair[str] | None:
        return two_languages(Pair(self.left, self.right))


def _languages_of(read: Pair[ReadArticle]) -> Pair[str] | None:
    """Return the languages of two articles in two languages, None for one; every row asks for them."""
    return read.left.store.once(_Languages(read.left, read.right))


def _translation(
    read: Pair[ReadArticle], progress: Callable[[float], None] = lambda share: None, share_out: ShareOut = alone
) -> "Translation | None":
    """Return what aligns two languages, None for one; it is loaded only for these."""
    languages = _languages_of(read)
    if languages is None:
        return None
    from diffing.translation.translation import translation_of

    return translation_of(read, languages, progress, share_out)


def _is_one_language(row: Row, read: Pair[ReadArticle]) -> bool:
    """Return whether both texts of a row are in one language, such as a quotation that the translation keeps."""
    words = [{*side.joined(own).forms} for side, own in _sides(row, read)]
    if len(words[0] & words[1]) < _LEAST_SHARED * min(map(len, words)):
        return False
    left, right = (language_of(side.paragraphs[at].text for at in own) for side, own in _sides(row, read))
    return left == right != ""


def _translated(row: Row, read: Pair[ReadArticle], translation: "Translation") -> Row:
    """Return a pending row of two languages with its sentences aligned."""
    texts = Pair(read.left.joined(row.left), read.right.joined(row.right))
    return _described(row, translation.spans(texts, Pair(row.left, row.right)))


# Share of the different words of the shorter text that two texts in one language have in common, at least.
_LEAST_SHARED = 0.34


def _sides(row: Row, read: Pair[ReadArticle]) -> Iterator[tuple[ReadArticle, tuple[int, ...]]]:
    return zip(read, (row.left, row.right), strict=True)


def _rule_of(row: Row, ruled: Pair[Mapping[int, str]]) -> str:
    """Return the rule that sets the paragraph of a row aside; '' for none."""
    if row.left and row.right:
        return ""
    return ruled.left.get(row.left[0], "") if row.left else ruled.right.get(row.right[0], "")


def _rounded(evidence: Evidence) -> Evidence:
    odds, margin = round(evidence.odds, _DECIMALS), round(evidence.margin, _DECIMALS)
    return Evidence(odds, margin, evidence.rival, evidence.shared, evidence.uncertain)


def with_words(pending: Row, read: Pair[ReadArticle]) -> Row:
    """Return a pending row of a stage with its words compared, or its sentences aligned if it has two languages.

    `read` are the articles as they are read.
    """
    translation = _translation(read)
    if translation and not _is_one_language(pending, read):
        return _translated(pending, read, translation)
    texts = read.left.joined(pending.left), read.right.joined(pending.right)
    return _described(pending, compare_texts(*texts, read.left.spelling))


def finished(comparison: Comparison, read: Pair[ReadArticle] | None = None, rules: Rules = NO_RULES) -> Comparison:
    """Mark the sentences that went from one row to another, and what rules hide, where every row is compared."""
    left, right = read or read_articles(comparison.articles)

    def text(at: int, op: Op) -> ReadText:
        row = comparison.rows[at]
        return left.joined(row.left) if op is Op.DELETE else right.joined(row.right)

    spans = with_moves_between([row.spans for row in comparison.rows], text, left.spelling)
    rows = zip(comparison.rows, spans, strict=True)
    described = [row if moved is row.spans or moved == row.spans else _described(row, moved) for row, moved in rows]
    if rules.changes:
        of_sides = comparison.articles.map(lambda side: rules.of(side.source))
        described = [_with_hidden(row, comparison.articles, of_sides) for row in described]
    return replace(comparison, rows=tuple(described))


def _with_hidden(row: Row, articles: Pair[Article], rules: Pair[Rules]) -> Row:
    hidden = with_hidden_changes(row, articles, rules)
    return hidden if hidden is row or hidden.furniture else _described(hidden, hidden.spans)


class _Position(NamedTuple):
    """The paragraphs of a row: those of a link, or a single one that only one side has."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    moved: bool = False
    similarity: float = 0.0
    evidence: Evidence | None = None
    pinned: bool = False


def _arrange(
    linked: Sequence[_Position], left_alone: Sequence[_Position], right_alone: Sequence[_Position]
) -> Iterator[_Position]:
    """Yield the rows in reading order.

    The links that keep the order are the frame. After each of them stand the paragraphs that only the left article
    has there, then the right article's in their order: those only it has, and those moved there from elsewhere.
    """
    waiting = deque(left_alone)
    frame = deque(sorted(place.left[0] for place in linked if not place.moved))

    def omitted_here() -> Iterator[_Position]:
        while waiting and (not frame or waiting[0].left[0] < frame[0]):
            yield waiting.popleft()

    yield from omitted_here()
    for place in sorted([*linked, *right_alone], key=lambda place: place.right[0]):
        yield place
        if place.left and not place.moved:
            frame.popleft()
            yield from omitted_here()


def _row(articles: Pair[Article], place: _Position, set_aside: Pair[frozenset[int]], before: Row | None) -> Row:
    """Return the row of a place without comparing words; `before` is the row before it."""
    left, right = articles.left.text(place.left), articles.right.text(place.right)
    if not left:
        kind, span = Kind.ADDED, Span(Op.INSERT, "", right)
    elif not right:
        kind, span = Kind.OMITTED, Span(Op.DELETE, left, "")
    elif left == right:
        kind, span = Kind.UNCHANGED, Span(Op.EQUAL, left, right)
    else:
        kind, span = Kind.PARAPHRASED, Span(Op.REPLACE, left, right)
    is_furniture = not place.right and place.left[0] in set_aside.left
    is_furniture |= not place.left and place.right[0] in set_aside.right
    # A line may be repeated a million times: what its rows say is one value.
    is_pending = span.op is Op.REPLACE
    like = before if before is not None and before.spans == (span,) and not is_pending else None
    row = Row(
        kind,
        place.left,
        place.right,
        place.moved,
        place.similarity,
        like.spans if like else (span,),
        place.evidence,
        is_furniture,
        like.words if like else NO_WORDS,
        like.hidden if like else Pair(left, right).map(hidden_in),
        pinned=place.pinned,
    )
    return row if like or is_pending else _described(row, row.spans)


def with_directions(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows with the direction of each moved one.

    A row moved down if a row above it was below it in the left article. The numbers of paragraphs do not show this:
    where three paragraphs above are omitted, one that moved down by three keeps its number.
    """
    found = []
    furthest = -1
    for row in rows:
        if row.moved:
            row = replace(row, direction=Direction.DOWN if row.left[0] < furthest else Direction.UP)
        elif row.left:
            furthest = row.left[0]
        found.append(row)
    return tuple(found)


def _described(row: Row, plain: Sequence[Span]) -> Row:
    """Return a row with these spans and with what follows from them: their details, the kind, the counts of words."""
    spans = with_details(plain)
    found = survival(spans)
    kind = row.kind
    if any(span.op is Op.TRANSLATED for span in spans):
        kind = Kind.TRANSLATED
    elif row.left and row.right:
        kind = kind_of(any(span.differs for span in spans), found.content, found.words)
    return replace(row, kind=kind, spans=spans, words=found.words)
