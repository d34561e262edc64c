"""Each value refuses to be made wrong."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace

import pytest

from diffing.model import Article, Comparison, Kind, Link, Op, Pair, Paragraph, Row, Span

EQUAL = (Span(Op.EQUAL, "One.", "One."),)


def row(
    kind: Kind, left: tuple[int, ...], right: tuple[int, ...], moved: bool = False, spans: tuple[Span, ...] = EQUAL
) -> Row:
    return Row(kind, left, right, moved, 1.0, spans)


def article(*texts: str) -> Article:
    return Article("a.txt", tuple(Paragraph(text, place * 10, place * 10 + 9) for place, text in enumerate(texts)))


REFUSED: dict[str, Callable[[], object]] = {
    "a paragraph without text": lambda: Paragraph("", 0, 1),
    "a paragraph of two lines": lambda: Paragraph("One.\nTwo.", 0, 9),
    "a paragraph that ends where it starts": lambda: Paragraph("One.", 4, 4),
    "a paragraph before the text": lambda: Paragraph("One.", -1, 4),
    "a link without a left side": lambda: Link((), (0,), 0.5),
    "a link without a right side": lambda: Link((0,), (), 0.5),
    "a link with paragraphs out of order": lambda: Link((1, 0), (0,), 0.5),
    "a link with a paragraph twice": lambda: Link((0,), (2, 2), 0.5),
    "a similarity above 1": lambda: Link((0,), (0,), 1.01),
    "a similarity below 0": lambda: Link((0,), (0,), -0.01),
    "a similarity that is no number": lambda: Link((0,), (0,), float("nan")),
    "an insert with a left text": lambda: Span(Op.INSERT, "a", "b"),
    "an insert of nothing": lambda: Span(Op.INSERT, "", ""),
    "a delete with a right text": lambda: Span(Op.DELETE, "a", "b"),
    "a delete of nothing": lambda: Span(Op.DELETE, "", ""),
    "a replace of nothing": lambda: Span(Op.REPLACE, "", "b"),
    "a replace by nothing": lambda: Span(Op.REPLACE, "a", ""),
    "an equal span that only one side has": lambda: Span(Op.EQUAL, "a", ""),
    "a change of words as typography": lambda: Span(Op.REPLACE, "a", "b", typographic=True),
    "a moved span that both sides have": lambda: Span(Op.EQUAL, "a", "a", move=1),
    "a moved span that neither side has": lambda: Span(Op.EQUAL, "", "", move=1),
    "a moved span that is gone from one side": lambda: Span(Op.DELETE, "a", "", move=1),
    "page furniture that both sides have": lambda: replace(row(Kind.UNCHANGED, (0,), (0,)), furniture=True),
    "an added row with a left side": lambda: row(Kind.ADDED, (0,), (0,)),
    "an omitted row with a right side": lambda: row(Kind.OMITTED, (0,), (0,)),
    "an edited row without a left side": lambda: row(Kind.EDITED, (), (0,)),
    "an unchanged row without a right side": lambda: row(Kind.UNCHANGED, (0,), ()),
    "a moved row without a left side": lambda: row(Kind.ADDED, (), (0,), moved=True),
    "rows that leave out a paragraph": lambda: Comparison(
        article("One.", "Two."), article("One."), (row(Kind.UNCHANGED, (0,), (0,)),)
    ),
    "rows that hold a paragraph twice": lambda: Comparison(
        article("One."), article("One."), (row(Kind.UNCHANGED, (0,), (0,)), row(Kind.ADDED, (), (0,)))
    ),
    "rows with a paragraph that is not there": lambda: Comparison(
        article("One."), article("One."), (row(Kind.UNCHANGED, (0,), (0, 1)),)
    ),
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED.keys())
def test_refused(make: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        make()


ALLOWED: dict[str, Callable[[], object]] = {
    "an insert": lambda: Span(Op.INSERT, "", "b"),
    "a delete": lambda: Span(Op.DELETE, "a", ""),
    "a text that moved away": lambda: Span(Op.EQUAL, "a", "", move=1),
    "an added row": lambda: row(Kind.ADDED, (), (0,)),
    "an omitted row": lambda: row(Kind.OMITTED, (0,), ()),
    "a moved row that is unchanged": lambda: row(Kind.UNCHANGED, (0,), (4,), moved=True),
    "a link of several paragraphs with a gap": lambda: Link((0, 1), (3, 5), 0.0),
    "two empty articles": lambda: Comparison(article(), article(), ()),
    "rows in another order than the articles": lambda: Comparison(
        article("One.", "Two."),
        article("Two.", "One."),
        (row(Kind.UNCHANGED, (1,), (0,), moved=True), row(Kind.UNCHANGED, (0,), (1,))),
    ),
}


@pytest.mark.parametrize("make", ALLOWED.values(), ids=ALLOWED.keys())
def test_allowed(make: Callable[[], object]) -> None:
    assert make() is not None


@pytest.mark.parametrize(
    ("kind", "left", "right", "moved", "differs"),
    [
        (Kind.UNCHANGED, (0,), (0,), False, False),
        (Kind.UNCHANGED, (0,), (0,), True, True),
        (Kind.EDITED, (0,), (0,), False, True),
        (Kind.PARAPHRASED, (0,), (0,), False, True),
        (Kind.ADDED, (), (0,), False, True),
        (Kind.OMITTED, (0,), (), False, True),
    ],
)
def test_what_differs(kind: Kind, left: tuple[int, ...], right: tuple[int, ...], moved: bool, differs: bool) -> None:
    found = row(kind, left, right, moved)
    assert (found.differs, found.differs_in_story, found.is_identical) == (differs, differs, not differs)


def test_typography_differs_in_nothing_but_is_not_identical() -> None:
    one = article("One.")
    found = row(Kind.UNCHANGED, (0,), (0,), spans=(Span(Op.EQUAL, "ONE.", "One.", typographic=True),))
    for value in (found, Comparison(one, one, (found,))):
        assert (value.differs, value.typographic, value.is_identical) == (False, 1, False)


def test_page_furniture_differs_but_not_in_the_story() -> None:
    menu = replace(row(Kind.ADDED, (), (0,)), furniture=True)
    assert (menu.differs, menu.differs_in_story, menu.is_identical) == (True, False, False)


def test_a_span_mirrored() -> None:
    assert Span(Op.EQUAL, "", "b", move=2).mirrored() == Span(Op.EQUAL, "b", "", move=2)
    assert Span(Op.REPLACE, "a", "b").mirrored() == Span(Op.REPLACE, "b", "a")


def test_a_span_differs_by_its_words_or_its_place() -> None:
    assert Span(Op.REPLACE, "a", "b").differs
    assert Span(Op.EQUAL, "a", "", move=1).differs
    assert not Span(Op.EQUAL, "A", "a", typographic=True).differs


def test_a_comparison_differs_if_a_row_does() -> None:
    one = article("One.")
    for rows, differs in (
        ((row(Kind.UNCHANGED, (0,), (0,)),), False),
        ((row(Kind.EDITED, (0,), (0,)),), True),
    ):
        found = Comparison(one, one, rows)
        assert (found.differs, found.is_identical) == (differs, not differs)
    assert Comparison(article(), article(), ()).is_identical


def test_values_cannot_be_changed() -> None:
    span = EQUAL[0]
    with pytest.raises(FrozenInstanceError):
        setattr(span, "left", "Two.")  # noqa: B010, a plain assignment is an error of types already


def test_pair() -> None:
    pair = Pair("a", "bb")
    assert list(pair) == ["a", "bb"]
    assert pair.map(len) == Pair(1, 2)
    assert pair.swapped() == Pair("bb", "a")


def test_text_of_paragraphs() -> None:
    assert article("One.", "Two.", "Three.").text((0, 2)) == "One.\nThree."
