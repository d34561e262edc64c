"""What goes from one process to another arrives as it was, or not at all."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.comparison import compare
from diffing.model import (
    Article,
    Direction,
    Evidence,
    Hidden,
    Kind,
    MetadataField,
    Op,
    Pair,
    Row,
    Span,
    What,
    WordCounts,
)
from diffing.sources.plain import SourceText
from tests.tui.running import article, story
from tui.worker.packed_spans import PackedSpans, packed_spans, with_made_spans
from tui.worker.protocol import Packed, packed_row, packed_source, received, row_of, send, source_of

COUNTS = st.builds(WordCounts, *[st.integers(0, 2**40)] * 4)
TEXT = st.text(st.characters(exclude_characters="\n"), min_size=1)
INDICES = st.lists(st.integers(0, 10**6), max_size=3).map(tuple)
EVIDENCE = st.builds(
    Evidence,
    st.floats(allow_nan=False),
    st.floats(-1, 1),
    st.none() | st.builds(Pair, INDICES, INDICES),
    st.lists(TEXT, max_size=3).map(tuple),
    st.booleans(),
)
HIDDEN = st.lists(st.builds(Hidden, st.sampled_from(What), TEXT, st.text(), st.integers(1)), max_size=3).map(tuple)


def sent(message: Packed) -> Packed:
    stream = BytesIO()
    send(stream, message)
    stream.seek(0)
    arrived = received(stream)
    assert arrived is not None
    assert received(stream) is None
    return arrived


RANGE = st.tuples(st.integers(0), st.integers(0))
DETAILS = st.tuples(st.none() | st.builds(Pair, RANGE, RANGE), st.sampled_from(("", "£", "US$")), st.booleans())


@st.composite
def spans(draw: st.DrawFn) -> tuple[Span, ...]:
    """Spans of any operations, some of which begin a paragraph."""
    found: list[Span] = []
    for op in draw(st.lists(st.sampled_from(Op), min_size=1, max_size=8)):
        left, right = (
            ("\n" if draw(st.booleans()) and any(getattr(span, side) for span in found) else "") + draw(TEXT)
            for side in ("left", "right")
        )
        bounded = draw(st.booleans())
        if op is Op.EQUAL:
            kinds = draw(st.sampled_from(("same", "typographic", "from", "to")))
            if kinds in ("from", "to"):
                move = draw(st.integers(0))
                row = draw(st.none() | st.integers(0))
                here = (left, "") if kinds == "from" else ("", right)
                found.append(Span(op, *here, move=move, move_row=row, bounded=bounded))
            else:
                same = left.removeprefix("\n")
                found.append(Span(op, same, same) if kinds == "same" else Span(op, left, right, typographic=True))
        elif op is Op.REPLACE:
            found.append(Span(op, left, right, False, None, None, bounded, *draw(DETAILS)))
        else:
            found.append(Span(op, left * (op is not Op.INSERT), right * (op is not Op.DELETE), bounded=bounded))
    return tuple(found)


@given(
    spans(),
    st.floats(0, 1),
    st.booleans(),
    st.none() | EVIDENCE,
    st.builds(Pair, COUNTS, COUNTS),
    st.builds(Pair, HIDDEN, HIDDEN),
)
def test_a_row_arrives_as_it_was(
    some: tuple[Span, ...],
    similarity: float,
    flag: bool,
    evidence: Evidence | None,
    words: Pair[WordCounts],
    hidden: Pair[tuple[Hidden, ...]],
) -> None:
    left, right = "".join(span.left for span in some), "".join(span.right for span in some)
    articles = Pair(left, right).map(lambda text: article(["Before.", *text.split("\n")] if text else ["Before."]))
    both = bool(left and right)
    row = Row(
        Kind.EDITED if both else Kind.OMITTED if left else Kind.ADDED,
        tuple(range(1, len(articles.left.paragraphs))),
        tuple(range(1, len(articles.right.paragraphs))),
        flag and both,
        similarity,
        some,
        evidence,
        flag and not both,
        words,
        hidden,
        Direction.UP if flag and both else None,
    )
    arrived = [row_of(sent(packed_row(row)), articles, is_of_book) for is_of_book in (False, True)]
    assert arrived == [row, row]
    assert row_of(sent(packed_row(arrived[1])), articles) == row


def test_rows_of_every_kind_arrive_as_they_were(sample_pair: Callable[[str], Pair[Article]]) -> None:
    for comparison in (story(), compare(*sample_pair("wire-rewrite")), compare(*sample_pair("chinese-flood"))):
        assert tuple(row_of(sent(packed_row(row)), comparison.articles) for row in comparison.rows) == comparison.rows


def test_spans_of_a_book_are_made_when_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    some = (Span(Op.EQUAL, "The strike ", "The strike "), Span(Op.REPLACE, "ended.", "is over."))
    spans = PackedSpans(packed_spans(some), "The strike ended.", "The strike is over.")
    monkeypatch.setattr("diffing.model.Span.__init__", None)
    assert packed_spans(spans) == packed_spans(some)
    monkeypatch.undo()
    assert spans == some == spans[:]
    assert (len(spans), spans[1], hash(spans), repr(spans)) == (2, some[1], hash(some), repr(some))
    assert spans != some[:1]


def test_a_ledger_goes_through_made_spans() -> None:
    comparison = story()
    packed = replace(comparison, rows=tuple(_of_book(row, comparison.articles) for row in comparison.rows))
    assert all(type(row.spans) is tuple for row in with_made_spans(packed).rows)
    assert with_made_spans(packed) == packed == comparison


def _of_book(row: Row, articles: Pair[Article]) -> Row:
    found = row_of(sent(packed_row(row)), articles, is_of_book=True)
    assert type(found.spans) is PackedSpans
    return found


def test_a_text_that_both_sides_have_is_kept_once() -> None:
    both = article(["The strike goes on."])
    row = Row(Kind.UNCHANGED, (0,), (0,), False, 1.0, (Span(Op.EQUAL, "The strike goes on.", "The strike goes on."),))
    (span,) = row_of(sent(packed_row(row)), Pair(both, both)).spans
    assert span.left is span.right is both.paragraphs[0].text


@pytest.mark.parametrize(
    "source",
    [
        SourceText("a\udcff.txt", "One.\n\nTwo \x1b[2J \U0001f600", "windows-1252"),
        SourceText("", "", "utf-8"),
        article(["One.", "Two."], "b.txt"),
        Article("-", (), "utf-8, damaged in 2 places"),
        Article("b.md", (), "utf-8", (MetadataField("title", "Swans"), MetadataField("tags", ""))),
    ],
)
def test_sources_arrive_as_they_were(source: SourceText | Article) -> None:
    assert source_of(sent(packed_source(source))) == source


def test_half_a_message_is_none() -> None:
    stream = BytesIO()
    send(stream, (1, "two"))
    whole = stream.getvalue()
    for length in range(len(whole)):
        assert received(BytesIO(whole[:length])) is None
    assert received(BytesIO(whole)) == (1, "two")
