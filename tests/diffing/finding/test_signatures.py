"""Signatures of articles: stems, names and figures, shingles."""

import pytest

from diffing.finding.dates import Moment, parsed_moment
from diffing.finding.signatures import NAME_LENGTH, Signature, number_of, signature
from diffing.model import Article, Paragraph, Role
from diffing.sources.plain import article


def of(text: str) -> Signature:
    return signature(article(text))


def has_facts(text: str, *expected: str) -> bool:
    return set(of(text).facts) == {number_of(fact[:NAME_LENGTH]) for fact in expected}


def test_small_words_are_no_stems() -> None:
    assert list(of("The dam of Lurvik holds.").stems) == sorted(map(number_of, ("dam", "lurvik", "holds")))


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The dam holds, said Ilse Brandt.", ("ilse", "brandt")),
        ("Ilse came. Then 1,200 people left Lurvik.", ("1,200", "lurvik")),
        ("He said: “We stay in Lurvik.”", ("lurvik",)),
        (
            "Der Damm hält, sagte Ilse Brandt am Mittag. Die Feuerwehr war mit 30 Leuten in Lurvik.",
            ("30", "brandt", "lurvik"),
        ),
        ("Шахту осмотрел Андрей Лютиков.", ("андрей", "лютиков")),
        ("市長はアンドレと話した。", ("アンドレ",)),
        ("nothing to see", ()),
        ("", ()),
    ],
)
def test_facts_are_names_and_figures(text: str, facts: tuple[str, ...]) -> None:
    assert has_facts(text, *facts)


def test_inflected_names_are_one_fact() -> None:
    assert of("Взрыв под Орлецком. Он был в Орлецке.").facts == of("Дым над Орлецком.").facts


def test_two_characters_of_han_are_a_stem() -> None:
    assert set(of("白石大桥").stems) == {number_of(pair) for pair in ("白石", "石大", "大桥")}


def test_shingles_are_four_stems_in_a_row() -> None:
    one, other = of("Ice closed the harbour of Lurvik today."), of("In Lurvik, ice closed the harbour of Lurvik early.")
    assert len(one.shingles) == 2
    assert len(set(one.shingles) & set(other.shingles)) == 1


def test_the_page_around_the_story_is_left_out() -> None:
    paragraphs = (Paragraph("The dam holds.", 0, 14), Paragraph("Subscribe to Lurvik Post", 16, 40, role=Role.MENU))
    assert signature(Article("a", paragraphs)).stems == of("The dam holds.").stems


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2031-01-12", Moment(741454)),
        ("2031-01-12T08:30:05Z", Moment(741454, 30605)),
        ("2031-01-12 00:30+01:00", Moment(741453, 84600)),
        ("2031-02-30", None),
        ("0001-01-01T00:00+05:00", None),
        ("12 January 2031", None),
        ("", None),
    ],
)
def test_a_date(value: str, moment: Moment | None) -> None:
    assert parsed_moment(value) == moment


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2031-01-12", "2031-01-13", True),
        ("2031-01-13T09:00", "2031-01-12", False),
        ("2031-01-12T09:00", "2031-01-12T10:00", True),
        ("2031-01-12T09:00", "2031-01-12", None),
        ("2031-01-12", "2031-01-12", None),
    ],
)
def test_which_is_before(one: str, other: str, expected: bool | None) -> None:
    first, second = parsed_moment(one), parsed_moment(other)
    assert first
    assert second
    assert first.before(second) is expected
    assert second.before(first) is (None if expected is None else not expected)


def test_the_date_of_a_file() -> None:
    assert of("---\ndate: 2031-01-12\n---\nSwans left.").moment == Moment(741454)
