"""The details of a replacement: differing letters, the sign of a figure, words that look alike."""

import pytest

import diffing
from diffing.model import Op, Pair, Span
from diffing.wording.details import with_details

END = Span(Op.EQUAL, ".", ".")


def detailed(left: str, right: str, before: Span | None = None) -> Span:
    spans = with_details([*([before] if before else []), Span(Op.REPLACE, left, right), END])
    (span,) = (span for span in spans if span.op is Op.REPLACE)
    assert spans[-1] is END
    return span


@pytest.mark.parametrize(
    ("left", "right", "letters"),
    [
        ("requested", "requests", Pair((7, 9), (7, 8))),
        ("requested ", "requests\n", Pair((7, 9), (7, 8))),
        ("aid", "help", None),
        ("requested aid", "requests aid", None),
        ("1200", "1201", None),
    ],
)
def test_letters(left: str, right: str, letters: Pair[tuple[int, int]] | None) -> None:
    assert detailed(left, right).letters == letters
    assert detailed(right, left).letters == (letters and letters.swapped())


@pytest.mark.parametrize(
    ("before", "figures", "sign"),
    [
        (("worth £", "worth £"), ("11,000", "12,000"), "£"),
        (("US$", "US$"), ("5", "7"), "US$"),
        (("at -", "at -"), ("5", "7"), "-"),
        (("COVID-", "COVID-"), ("5", "7"), ""),
        (("3-", "3-"), ("5", "7"), ""),
        (("$ ", "$ "), ("5", "7"), ""),
        (("$", "$"), ("five", "seven"), ""),
        # A sign that only one of them has is no sign of both.
        (("at -", "at "), ("5", "7"), ""),
        (("£", "worth £"), ("5", "7"), ""),
    ],
)
def test_signs(before: tuple[str, str], figures: tuple[str, str], sign: str) -> None:
    assert detailed(*figures, Span(Op.EQUAL, *before)).sign == sign


def test_a_sign_that_moved_or_changed_is_of_no_figure() -> None:
    for before in (Span(Op.EQUAL, "£", "", move=1), Span(Op.REPLACE, "£", "$")):
        *_, figure = with_details([before, Span(Op.REPLACE, "5", "7")])
        assert figure.sign == ""


@pytest.mark.parametrize(
    ("left", "right", "is_lookalike"),
    [
        ("apple", "\u0430pple", True),
        ("apple ", "\u0430pple", True),
        ("apple", "apples", False),
        ("pear\x07", "pear", True),
        ("été", "ete", False),
    ],
)
def test_lookalikes(left: str, right: str, is_lookalike: bool) -> None:
    assert detailed(left, right).is_lookalike == is_lookalike
    assert detailed(right, left).is_lookalike == is_lookalike


def test_of_long_texts_too() -> None:
    long = "apple" * 20
    assert detailed(long, f"{long[:-1]}\u0435").is_lookalike


def test_a_comparison_has_them() -> None:
    (row,) = diffing.compare("It requested US$11,000 for aid.", "It requests US$12,000 for aid.").rows
    found = {span.left.strip(): (span.letters, span.sign) for span in row.spans if span.op is Op.REPLACE}
    assert found == {"requested": (Pair((7, 9), (7, 8)), ""), "11,000": (None, "US$")}
