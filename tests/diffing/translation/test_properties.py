"""Properties of aligning two languages, for any texts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.model import Article, Comparison, Op, Pair, Paragraph

_WORDS = [
    "Weber",
    "Ибарра",
    "12",
    "1.500",
    "3,4",
    "May",
    "mayo",
    "7:30",
    "“",
    "”",
    "?",
    ":",
    "agua",
    "water",
    "三百",
    "億",
]
_TEXT = st.lists(st.sampled_from([*_WORDS, ". "]), min_size=1, max_size=9).map(" ".join) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\n\r\x0b\x0c\x85\u2028\u2029"), min_size=1, max_size=30
)
_ARTICLE = st.lists(_TEXT, max_size=7)
_CODES = Pair("es", "en"), Pair("de", "zh"), Pair("ar", "ja"), Pair("", "ru")


def article(texts: list[str], code: str) -> Article:
    return Article("", tuple(Paragraph(text, 0, len(text)) for text in texts), language=code)


def compared(left: list[str], right: list[str], codes: Pair[str]) -> Comparison:
    return compare(article(left, codes.left), article(right, codes.right))


@given(_ARTICLE, _ARTICLE, st.sampled_from(_CODES))
@settings(deadline=None)
def test_rows_hold_both_texts_and_swapping_mirrors_them(left: list[str], right: list[str], codes: Pair[str]) -> None:
    comparison = compared(left, right, codes)
    for row in comparison.rows:
        assert "".join(span.left for span in row.spans) == comparison.left.text(row.left)
        assert "".join(span.right for span in row.spans) == comparison.right.text(row.right)
    mirrored = compared(right, left, codes.swapped())
    assert {(row.left, row.right, row.moved) for row in comparison.rows if row.left and row.right} == {
        (row.right, row.left, row.moved) for row in mirrored.rows if row.left and row.right
    }
    there = {row.left: row.spans for row in comparison.rows if row.left and row.right}
    back = {row.right: [span.mirrored() for span in row.spans] for row in mirrored.rows if row.left and row.right}
    assert {place: list(spans) for place, spans in there.items()} == back


@given(_ARTICLE, _ARTICLE, st.sampled_from(_CODES))
@settings(deadline=None)
def test_the_same_texts_give_the_same_result_and_entries_with_words(
    left: list[str], right: list[str], codes: Pair[str]
) -> None:
    comparison = compared(left, right, codes)
    assert compared(left, right, codes) == comparison
    found = ledger(comparison)
    assert found == ledger(comparison)
    for entry in found.entries:
        for own, places in zip(comparison.articles, entry.places, strict=True):
            assert all(place.words(own).strip() for place in places)


def test_sentences_are_in_both_texts_once() -> None:
    comparison = compare("Uno dos. Tres 45.", "One two. Three 45. Nothing more.", languages=Pair("es", "en"))
    (row,) = comparison.rows
    assert [span.op for span in row.spans] == [Op.TRANSLATED, Op.TRANSLATED, Op.INSERT]
