"""Kinds, survival, nearly equal words, and sentences that went to another paragraph."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.measures.classification import kind_of
from diffing.measures.survival import survival
from diffing.measures.totals import total_words
from diffing.model import Article, Comparison, Kind, Op, Pair, Paragraph, Row, Span, WordCounts
from diffing.text import reading
from diffing.text.near_equal import differing_letters, near_pairs, surviving_share
from diffing.text.sentences import Sentence, sentences
from diffing.wording.sentence_moves import with_moves_between
from diffing.wording.word_diff import compare_words
from tests.conftest import scaled
from tests.diffing.wording.redline import redline


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        pytest.param("The same.", "The same.", Kind.UNCHANGED, id="the same"),
        pytest.param("“Nicolás” — so…", "\"Nicolas\" - so...", Kind.UNCHANGED, id="only typography"),
        pytest.param("One.\nTwo.", "One. Two.", Kind.UNCHANGED, id="two paragraphs made one"),
        pytest.param("He did not pay.", "He did pay.", Kind.EDITED, id="a negation"),
        pytest.param("He paid 10 euros.", "He paid 20 euros.", Kind.EDITED, id="one word of a short paragraph"),
        pytest.param("He paid 10 euros.", "He gave 20 euros.", Kind.PARAPHRASED, id="two thirds of its matter"),
        pytest.param("Dam holds", "Dam breaks", Kind.PARAPHRASED, id="one word of two"),
        pytest.param(
            "Maduro has received strong support from Russia to be able to continue exporting oil.",
            "Maduro has received strong support from Russia to continue exporting oil.", Kind.EDITED, id="a phrase",
        ),
        pytest.param(
            "Spokesmen for the government did not immediately return requests for comment.",
            "Sources in the administration have not responded to questions so far.", Kind.PARAPHRASED, id="retold",
        ),
        pytest.param("of the", "of an", Kind.EDITED, id="no words of matter"),
    ],
)  # fmt: skip
def test_kind(left: str, right: str, kind: Kind) -> None:
    assert _kind(left, right) is kind
    assert _kind(right, left) is kind


def _kind(left: str, right: str) -> Kind:
    spans = compare_words(left, right)
    found = survival(spans)
    return kind_of(any(span.differs for span in spans), found.content, found.words)


def test_surviving_content_counts_nearly_equal_words_in_part() -> None:
    assert survival([Span(Op.EQUAL, "ten", "Ten")]).content == 1.0
    assert survival([Span(Op.REPLACE, "requested", "requests")]).content == pytest.approx(7 / 9)
    assert survival([Span(Op.EQUAL, "bank ", "bank "), Span(Op.DELETE, "closed", "")]).content == 0.75
    assert survival([]).content == 1.0


def test_word_counts_are_of_words_and_not_of_marks() -> None:
    spans = compare_words("Ties, cut in 2019.", "Links were cut in 2019!")
    assert survival(spans).words == Pair(WordCounts(kept=3, changed=1), WordCounts(kept=3, changed=2))


@settings(max_examples=scaled(100))
@given(
    *[
        st.lists(st.sampled_from(["a", "bank", "cut", ",", "ties", "2019", ".", "Nobody", "came"]), max_size=12).map(
            " ".join
        )
    ]
    * 2
)
def test_word_counts_hold_every_word_and_mirror(left: str, right: str) -> None:
    counts = survival(compare_words(left, right)).words
    for text, side in ((left, counts.left), (right, counts.right)):
        assert side.total == sum(word.isalnum() for word in text.split())
        assert side.verbatim_share + side.reworded_share + side.alone_share == pytest.approx(1)
    assert survival(compare_words(right, left)).words == counts.swapped()


def test_the_words_of_a_comparison_are_those_of_its_rows_without_furniture() -> None:
    article = Article("a", tuple(Paragraph("Old.", at, at + 4) for at in (0, 5, 10)))
    counted = Pair(WordCounts(1, 2, 3, 4), WordCounts(1, 1, 1, 1))
    gone = Row(Kind.OMITTED, (2,), (), False, 0.0, (Span(Op.DELETE, "Old.", ""),), furniture=True, words=counted)
    rows = (*(Row(Kind.EDITED, (at,), (at,), False, 1.0, (), words=counted) for at in (0, 1)), gone)
    both = Article("b", article.paragraphs[:2])
    assert total_words(Comparison(article, both, rows)) == Pair(WordCounts(2, 4, 6, 8), WordCounts(2, 2, 2, 2))
    assert total_words(Comparison(Article("a", ()), Article("b", ()), ())) == Pair(WordCounts(), WordCounts())
    assert WordCounts().verbatim_share == 1.0


@pytest.mark.parametrize(
    ("left", "right", "share"),
    [
        ("requested", "requests", 7 / 9),
        ("russia's", "russian", 6 / 8),
        ("colour", "color", 5 / 6),
        ("same", "same", 1),
        ("million", "billion", 0),
        ("known", "unknown", 0),
        ("2019", "2018", 0),
        ("meet", "depart", 0),
        ("", "a", 0),
    ],
)
def test_surviving_share(left: str, right: str, share: float) -> None:
    assert surviving_share(left, right) == pytest.approx(share)
    assert surviving_share(right, left) == pytest.approx(share)


def test_near_pairs() -> None:
    assert near_pairs(["requested", "bank", "talked"], ["talks", "requests", "bank"]) == [(0, 1)]
    assert near_pairs(["requested", "talked"], ["requests", "talks"]) == [(0, 0), (1, 1)]
    assert near_pairs(["bank"], ["bank"]) == []


def test_differing_letters() -> None:
    assert differing_letters("requested", "requests") == Pair((7, 9), (7, 8))
    assert differing_letters("Russia’s", "Russian") == Pair((6, 8), (6, 7))
    assert differing_letters("cafe\u0301s", "cafes") == Pair((3, 5), (3, 4))  # never between a letter and its accent


MOVED = "He thanked his wife and three children for their patience."


def _rows(*pairs: tuple[str, str]) -> list[tuple[Span, ...]]:
    return [compare_words(*pair) for pair in pairs]


def test_a_sentence_that_went_to_another_paragraph_is_moved_there() -> None:
    rows = with_moves_between(_rows((f"He won. {MOVED}", "He won."), ("They danced.", f"They danced. {MOVED}")))
    assert [redline(row) for row in rows] == [f"He won.<1-{MOVED}>", f"They danced. <1+{MOVED}>"]
    assert [span.move_row for row in rows for span in row if span.move] == [1, 0]


def test_a_sentence_that_left_a_dropped_paragraph_is_moved_and_its_changes_are_not() -> None:
    other = MOVED.replace("three", "two")
    rows = with_moves_between(
        [(Span(Op.DELETE, f"Gone for good. {MOVED}", ""),), *_rows(("They danced.", f"They danced. {other}"))]
    )
    assert redline(rows[0]).startswith("[-Gone for good. ]<1-He thanked his wife and >[-three]")
    assert "[+two]" in redline(rows[1])


def test_the_texts_of_the_rows_stay_what_they_were() -> None:
    before = _rows(
        (f"He won. {MOVED} So.", "He won. So."), ("They danced.", f"{MOVED} They danced."), ("Same.", "Same.")
    )
    after = with_moves_between(before)
    for old, new in zip(before, after, strict=True):
        assert "".join(span.left for span in old) == "".join(span.left for span in new)
        assert "".join(span.right for span in old) == "".join(span.right for span in new)


def test_a_sentence_that_another_replaced_is_moved_out_of_the_replacement() -> None:
    before = _rows(
        (f"He won. {MOVED}", "He won. Snow fell on the roofs of the town."), ("They danced.", f"They danced. {MOVED}")
    )
    assert redline(before[0]) == f"He won. [{MOVED}→Snow fell on the roofs of the town.]"
    rows = with_moves_between(before)
    assert [redline(row) for row in rows] == [
        f"He won. <1-{MOVED}>[+Snow fell on the roofs of the town.]",
        f"They danced. <1+{MOVED}>",
    ]
    mirrored = with_moves_between([tuple(span.mirrored() for span in row) for row in before])
    assert mirrored == tuple(tuple(span.mirrored() for span in row) for row in rows)


def test_what_remains_of_exchanged_sentences_is_one_replacement() -> None:
    rows = with_moves_between(
        _rows(
            (f"He won. {MOVED} Then it rained.", "He won. Snow fell on the roofs of the town."),
            ("They danced.", f"They danced. {MOVED}"),
        )
    )
    assert redline(rows[0]) == f"He won. <1-{MOVED} >[Then it rained.→Snow fell on the roofs of the town.]"


def test_short_sentences_and_rows_without_moves_are_left_alone() -> None:
    rows = _rows(("He won. Yes.", "He won."), ("They danced.", "They danced. Yes."))
    assert with_moves_between(rows) == tuple(rows)


def test_the_sentences_of_a_long_paragraph_are_not_looked_at_for_every_span(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = 0

    class Watched(tuple[Sentence, ...]):
        def __getitem__(self, at: Any) -> Any:
            nonlocal looked_at
            looked_at += 1
            return super().__getitem__(at)

        def __iter__(self) -> Iterator[Sentence]:
            for at in range(len(self)):
                yield self[at]

    monkeypatch.setattr(reading, "split_sentences", lambda text: Watched(sentences(text)))
    count = 300
    row = [
        span
        for at in range(count)
        for span in (
            Span(Op.EQUAL, f"He won {at}", f"He won {at}"),
            Span(Op.DELETE, " northern villages", ""),
            Span(Op.EQUAL, ". ", ". "),
        )
    ]
    assert with_moves_between([row]) == (row,)
    # Once for each sentence, and to find the first of each span by halving.
    assert count < looked_at < 20 * count


def test_moves_between_rows_mirror_with_the_sides() -> None:
    pairs = [
        (f"He won. {MOVED}", "He won. The vote was held in the old town hall."),
        ("They danced. The vote was held in the town hall.", f"They danced. {MOVED}"),
        (f"Some said so. {MOVED}", "Some said so."),
    ]
    rows = with_moves_between(_rows(*pairs))
    mirrored = with_moves_between(_rows(*((right, left) for left, right in pairs)))
    assert mirrored == tuple(tuple(span.mirrored() for span in row) for row in rows)
    assert {span.move for row in rows for span in row} == {None, 1, 2}
