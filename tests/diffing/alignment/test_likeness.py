"""A pair that shares one run of words, and little beyond it, is doubted where the sure pairs share much."""

import pytest

from diffing.alignment.align import align
from diffing.model import Pair
from diffing.text.sequences import longest_run

BEFORE = "The museum of Halvik will stay closed until March, its director said on Tuesday."
AFTER = "Rain came through the roof in October and ruined two maps and a sofa of 1790."
MORE = "The town has promised a lift for visitors in wheelchairs for nine years."
SPOKE = "Director Sune Brandt of the museum in Halvik said on Tuesday evening that "
FRAMED = "Asked on Tuesday evening by the paper of Lisk, director Sune Brandt would only answer that "


def paired(first: str, second: str) -> bool:
    """Return whether two paragraphs between the same neighbours are linked."""
    links = align(Pair([BEFORE, first, AFTER, MORE], [BEFORE, second, AFTER, MORE])).links
    return ((1,), (1,)) in [(link.left, link.right) for link in links]


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_speaker_with_two_remarks_is_no_pair(mirrored: bool) -> None:
    remarks = [
        SPOKE + "old lamps and curtains would go to the school, where nobody wanted them.",
        SPOKE + "she had never owned a single share, nor a boat, and did not intend to begin.",
    ]
    assert not paired(*(reversed(remarks) if mirrored else remarks))


def test_a_speaker_with_one_remark_in_other_words_is_a_pair() -> None:
    assert paired(
        SPOKE + "old lamps and curtains would go to the school, where nobody wanted them.",
        SPOKE + "the school would get the curtains and lamps, although it had not asked for them.",
    )


def test_a_long_frame_with_another_answer_is_a_pair() -> None:
    assert paired(FRAMED + "nobody ever paid for the old roof.", FRAMED + "it was a matter of some weeks now.")


def test_the_longest_run_of_two_sequences() -> None:
    assert longest_run("xabcy", "abzabcd") == "abc"
    assert not longest_run("ab", "cd")
    assert not longest_run("", "a")
