"""Where words of one version stand in the next: in equal text, in a moved sentence, beside other typography."""

import pytest

from diffing.comparison import compare
from diffing.history.places import StepPlaces
from diffing.model import Article, Place
from diffing.sources.plain import article


def _place(own: Article, words: str) -> Place:
    for number, paragraph in enumerate(own.paragraphs):
        if (at := paragraph.text.find(words)) >= 0:
            return Place(number, at, at + len(words))
    raise AssertionError(words)


def check_both_ways(left: str, right: str, words: str, there: str | None = None) -> None:
    """Check that words on the left have their counterpart on the right, and that it has them."""
    one, other = article(left, "left"), article(right, "right")
    places = StepPlaces(compare(one, other))
    own, expected = _place(one, words), _place(other, there or words)
    assert places.counterpart(own, is_left=True) == expected
    assert places.counterpart(expected, is_left=False) == own


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("The ferry took 40 people.", "On Monday the ferry took 40 people.", "40"),
        ("Rain fell.\n\nThe ferry took 40 people to Holm.", "The ferry took 40 people to Holm.\n\nRain fell.", "40"),
        (
            "The ferry took 40 people to Holm. Rain fell all day long in town.",
            "The ferry took 40 people to Holm.\n\nRain fell all day long in town.",
            "all day",
        ),
        (
            "The ferry took 40 people to Holm.\n\nRain fell all day long in town.",
            "The ferry took 40 people to Holm. Rain fell all day long in town.",
            "all day",
        ),
        ('"No," she said of the 40 boats.', "“No,” she said of the 40 boats.", "40"),
        ("He said -- and he meant it -- that 40 came.", "He said – and he meant it – that 40 came.", "40"),
        ("The café has 40 seats...", "The café has 40 seats…", "40 seats"),
    ],
    ids=["later", "moved paragraph", "split", "merged", "quotation marks", "dashes", "dots"],
)
def test_words_in_equal_text_have_a_counterpart(left: str, right: str, words: str) -> None:
    check_both_ways(left, right, words)


def test_words_of_a_sentence_that_moved_to_another_paragraph() -> None:
    sentence = "Divers from three towns searched 40 cabins of the wreck in the night."
    first, second = "The old ferry sank off Holm.", "An inquiry begins on Monday, said the court."
    check_both_ways(f"{first} {sentence}\n\n{second}", f"{first}\n\n{second} {sentence}", "40")


def test_words_of_a_sentence_that_moved_in_its_paragraph() -> None:
    one, two = (
        "Divers from three towns searched 40 cabins of the wreck.",
        "The old ferry sank off Holm at dawn on Sunday.",
    )
    three = "An inquiry begins next week, said the court."
    check_both_ways(f"{one} {two} {three}", f"{two} {three} {one}", "40")


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("The ferry took 40 people.", "The ferry took 60 people.", "40"),
        ("The ferry took 40 people.", "The ferry took 60 people.", "took 40"),
        ("Rain fell.\n\nThe ferry took 40 people.", "Rain fell.", "40"),
    ],
    ids=["replaced", "in part", "paragraph gone"],
)
def test_other_words_have_none(left: str, right: str, words: str) -> None:
    own = article(left, "left")
    places = StepPlaces(compare(own, article(right, "right")))
    assert places.counterpart(_place(own, words), is_left=True) is None


def test_the_other_paragraphs_of_a_row() -> None:
    own = article("The ferry took 40 people to Holm. Rain fell all day long in town.", "left")
    places = StepPlaces(
        compare(own, article("The ferry took 40 people to Holm.\n\nRain fell all day long in town.", "r"))
    )
    assert places.others(Place(0, 0, 3), is_left=True) == (0, 1)
    assert places.others(Place(1, 0, 3), is_left=False) == (0,)
