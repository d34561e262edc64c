"""Letters are cut nowhere: not by a place of the ledger, not by a span, in any script."""

from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.text.letters import is_inside, whole, word_end
from tests.conftest import scaled


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        pytest.param("ab c", [1, 2, 3], id="plain letters"),
        pytest.param("थे।", [2], id="a vowel sign"),
        pytest.param("cafe\u0301s", [1, 2, 3, 5], id="an accent of its own"),
        pytest.param("น้ำ", [2], id="a tone mark"),
        pytest.param("قَلَم", [2, 4], id="vowels of Arabic"),
        pytest.param("👩\u200d👧!", [3], id="joined pictures"),
        pytest.param("a \u0301", [1, 2], id="a mark that has no letter"),
    ],
)
def test_where_a_text_may_be_cut(text: str, cuts: list[int]) -> None:
    assert [at for at in range(1, len(text)) if not is_inside(text, at)] == cuts


def test_a_range_is_widened_to_whole_letters() -> None:
    assert whole("चाहते थे।", 6, 7) == (6, 8)
    assert whole("cafe\u0301s", 4, 5) == (3, 5)
    assert whole("plain", 1, 3) == (1, 3)


def test_a_word_goes_on_behind_its_marks() -> None:
    assert word_end("11 खंभों में", 4) == 8
    assert word_end("11 people", 9) == 9
    assert word_end("ab", 1) == 1


# Words whose letters have marks, with figures, names, quotation marks and words of saying between them.
_WORDS = (
    *("थे", "नहीं", "फ़ैसला", "சொன்னாரே", "น้ำ", "ที่", "قَالَ", "يَومٍ", "cafe\u0301", "Jose\u0301", "É", "40", "41", "४०"),
    *("not", "said", "Monday", "“", "”", ",", ".", "।", "Maduro", "Nin\u0303o", "क\u200d्ष", "👩\u200d👧"),
)
_TEXTS = st.lists(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12).map(" ".join), min_size=1, max_size=3).map(
    "\n\n".join
)


@settings(max_examples=scaled(300))
@given(_TEXTS, _TEXTS)
def test_no_place_and_no_span_cuts_a_letter(left: str, right: str) -> None:
    comparison = compare(left, right)
    for entry in ledger(comparison).entries:
        for article, places in zip(comparison.articles, entry.places, strict=True):
            for place in places:
                text = article.paragraphs[place.paragraph].text
                assert not is_inside(text, place.start)
                assert not is_inside(text, place.end)
    for row in comparison.rows:
        for texts in ([span.left for span in row.spans], [span.right for span in row.spans]):
            whole_text = "".join(texts)
            assert not any(is_inside(whole_text, cut) for cut in accumulate(map(len, texts)))
