"""PDF files: paragraphs follow from where lines stand, and nothing is glued that the page has apart."""

import sys

import pytest

from diffing.comparison import compare
from diffing.model import Kind, Reading, Role
from diffing.sources.plain import SourceText
from diffing.sources.registry import ReadOptions
from tests.diffing.sources.pdf_files import IMAGE, Text, column, pdf
from tests.diffing.sources.reading import metadata, notes, read, refusal, texts, with_role

pytest.importorskip("pypdfium2")

# Lines about as wide as each other in Helvetica, but for the last of each paragraph.
FIRST = [
    "At least 14 people died in the flood that came over Lurvik",
    "in the night of Tuesday, when the old dam gave way and the",
    "river took the lower town.",
]
SECOND = [
    "Nora Lind, the mayor, said that the repair of it would take",
    "until the end of March, and that nobody had told her of the",
    "cracks in its wall.",
]
STORY = [" ".join(FIRST), " ".join(SECOND)]


def test_lines_become_paragraphs() -> None:
    with_gap = column([*FIRST, "", *SECOND])
    with_indents = column([*_indented(FIRST), *_indented(SECOND)])
    without_either = column([*FIRST, *SECOND])
    for lines in (with_gap, with_indents, without_either):
        found = read(pdf(lines))
        assert found.format == "pdf"
        assert texts(found) == STORY


def test_most_paragraphs_of_one_line() -> None:
    short = ["Dam holds at Lurvik", "By Nora Lind and Jan Berg", "Nobody was in the lower town then", "All are safe"]
    lines = [short[0], "", short[1], "", *FIRST, "", short[2], "", short[3], "", *SECOND]
    assert texts(read(pdf(column(lines)))) == [*short[:2], STORY[0], *short[2:], STORY[1]]


def test_columns_and_pages_go_on() -> None:
    left, right = column([*FIRST, *SECOND[:2]]), column(SECOND[2:], along=330)
    assert texts(read(pdf([*left, *right]))) == STORY
    assert texts(read(pdf(left, column(SECOND[2:])))) == STORY


def test_columns_that_the_file_has_across_the_page() -> None:
    left, right = column([*FIRST, *SECOND]), column([*SECOND, *FIRST], along=360)
    across = [text for pair in zip(left, right, strict=True) for text in pair]
    found = read(pdf([Text(50, 740, "Dam holds at Lurvik after a night of fear and of water in streets"), *across]))
    assert texts(found)[-4:] == [*STORY, *STORY[::-1]]
    rows = [Text(50 + 280 * at, 700 - 12 * row, f"North {row}{at}") for row in range(8) for at in range(2)]
    assert len(with_role(read(pdf(rows)), Role.TABLE_ROW)) == 8


def test_a_heading_and_an_item() -> None:
    found = read(pdf([Text(50, 760, "Dam holds at Lurvik", 24), *column([*FIRST, "", "\u2022 One", "\u2022 Two"])]))
    assert with_role(found, Role.HEADING) == ["Dam holds at Lurvik"]
    assert with_role(found, Role.ITEM) == ["One", "Two"]


def test_lines_of_a_verse_stay_lines() -> None:
    verse = ["The dam is old,", "the river cold", "and nobody will hold the water back", "that has told us so", "again"]
    assert [paragraph.lines for paragraph in read(pdf(column(verse))).paragraphs] == [
        ("The dam is old, ", "the river cold ", "and nobody will hold the water back that has told us so ", "again")
    ]


def test_raised_and_lowered_figures() -> None:
    line = [
        Text(50, 700, "about 10"), Text(89, 704, "6", 6), Text(95, 700, "litres of H"), Text(137.3, 698, "2", 6),
        Text(140.7, 700, "O ran over, they said at"),
    ]  # fmt: skip
    assert texts(read(pdf([*line, Text(50, 688, "noon.")]))) == ["about 10⁶ litres of H₂O ran over, they said at noon."]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("it was open from the 14-", "16 March", "14-16 March"),
        ("the committee of the Franco-", "Prussian league", "Franco-Prussian league"),
        ("the laws of the pre-", "and post-war years", "pre- and post-war years"),
        ("the repair of the well-", "known dam, the well-known one in", "well-known dam"),
        ("it was built and main-", "tained here, and maintained until", "maintained here"),
    ],
)
def test_hyphens_at_line_ends(before: str, after: str, expected: str) -> None:
    filler = "x" * (40 - len(before))
    assert expected in texts(read(pdf(column([f"{filler} {before}", after, "end"]))))[0]


def test_an_undecided_hyphen_makes_no_change() -> None:
    lines = ["The dam that was built by a well-", "known officer had been main-", "tained for years by Lurvik county."]
    old = read(pdf(column(lines)))
    text = "The dam that was built by a well-known officer had been maintained for years by Lurvik county."
    assert [row.kind for row in compare(old, SourceText("b", text)).rows] == [Kind.UNCHANGED]


def test_heads_and_feet_of_pages_are_set_apart() -> None:
    def page(number: int, lines: list[str]) -> list[Text]:
        head, foot = Text(50, 780, "Lurvik Post", 8), Text(50, 40, "lurvik.test", 8)
        return [head, *column(lines), Text(300, 30, f"{number}", 8), foot]

    found = read(pdf(page(1, FIRST[:2]), page(2, [FIRST[2], "", *SECOND])))
    assert with_role(found, Role.TEXT) == STORY
    assert with_role(found, Role.HEADER) == ["Lurvik Post"]
    assert set(with_role(found, Role.FOOTER)) == {"lurvik.test", "1"}


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("3/3/26, 9:04 PM Dam holds", "https://a.test/dam 1/1"),
        ("03.03.2026, 21:04 Dam holds", "http://a.test/dam 1/12"),
        ("Dam holds https://a.test/dam", "1 of 1 03/03/2026, 21:04"),
    ],
)
def test_what_a_browser_prints_at_the_edges(head: str, foot: str) -> None:
    found = read(pdf([Text(30, 780, head, 8), *column(FIRST), Text(30, 20, foot, 8)]))
    assert [(paragraph.role, paragraph.text) for paragraph in found.paragraphs] == [
        (Role.TEXT, STORY[0]), (Role.HEADER, head), (Role.FOOTER, foot),
    ]  # fmt: skip


def test_a_quotation_that_is_indented() -> None:
    quoted = ["      Nora Lind, the mayor, said that it would take", "      days."]
    words = "Nora Lind, the mayor, said that it would take days."
    assert texts(read(pdf(column([*FIRST, "", *quoted, "", *FIRST])))) == [STORY[0], words, STORY[0]]


def _indented(lines: list[str]) -> list[str]:
    return ["   " + lines[0], *lines[1:]]


def test_two_short_indented_lines() -> None:
    found = read(pdf(column(["   By Nora Lind", *_indented(FIRST)])))
    assert texts(found) == ["By Nora Lind", STORY[0]]
    found = read(
        pdf(column(["   By Nora Lind and Jan Berg and Ida Holt for Lindwire", "   Must read", *_indented(FIRST)]))
    )
    assert texts(found)[-1] == STORY[0]


def test_a_table() -> None:
    cells = [("Party", "Seats"), ("North", "12"), ("South", "9")]
    table = [Text(50 + 150 * at, 500 - 12 * row, cells[row][at]) for row in range(3) for at in range(2)]
    found = read(pdf([*column(FIRST), *table]))
    assert with_role(found, Role.TABLE_ROW) == ["Party | Seats", "North | 12", "South | 9"]


def test_words_that_are_spaced_out() -> None:
    spaced = [Text(50 + 10 * at + (10 if at > 5 else 0), 700, letter) for at, letter in enumerate("spacedout")]
    assert texts(read(pdf(spaced))) == ["spaced out"]


def test_a_page_that_is_printed_sideways() -> None:
    turned = [Text(100 + 12 * at, 50, line, 10, "0 1 -1 0") for at, line in enumerate([*FIRST, *SECOND])]
    assert texts(read(pdf(turned))) == STORY


def test_pages_that_are_pictures_are_counted() -> None:
    found = read(pdf(column(FIRST), IMAGE, IMAGE))
    assert notes(found) == {Reading.PICTURES: 2}


def test_metadata() -> None:
    found = read(pdf(column(FIRST), info="/Title (Dam holds) /Author (Jan Berg) /CreationDate (D:20260303100000Z)"))
    assert metadata(found) == {"title": "Dam holds", "author": "Jan Berg", "published": "2026-03-03T10:00:00"}


def test_metadata_with_half_a_character() -> None:
    assert metadata(read(pdf(column(FIRST), info="/Title <FEFFD8000041> /Author (Jan Berg)"))) == {"author": "Jan Berg"}


def test_pages_behind_the_limit_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diffing.sources.readers.pdf.MAX_PAGES", 2)
    assert notes(read(pdf(*[column(FIRST)] * 5))) == {Reading.CUT_OFF: 3}


def rows(*cells: tuple[str, str], start: float = 94) -> list[Text]:
    """Return rows of two cells."""
    return [
        Text(at, 600 - 14 * row, cell)
        for row, pair in enumerate(cells)
        for at, cell in zip((50, start), pair, strict=True)
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (rows(("Dead", "12"), ("Hurt", "31"), ("Missing", "4")), ["Dead | 12", "Hurt | 31", "Missing | 4"]),
        (rows(("Ort", "Tote"), ("Lurvik", "12"), ("Sundbyb", "4"), ("Orvik", "1")), None),
        (rows(("Missing", "4"), ("Ville", "12"), ("Orvik", "3")), None),
        # Two lines may have words below each other by chance.
        (rows(("Hurting", "12"), ("Missing", "4")), ["Hurting 12 Missing 4"]),
        # A narrow column of prose goes on.
        (
            [Text(50, 614, "Es war an der"), *rows(("Es", "war"), ("Eswar", "an"), ("Es was", "so"))],
            ["Es war an der", "Es war", "Eswar an Es was so"],
        ),
        # No row has a gap.
        (rows(("Missing", "4"), ("Missing", "5"), ("Missing", "6")), ["Missing 4 Missing 5 Missing 6"]),
    ],
)
def test_rows_of_a_narrow_table(table: list[Text], expected: list[str] | None) -> None:
    cells = [text.words for text in table]
    wanted = expected or [f"{one} | {two}" for one, two in zip(cells[::2], cells[1::2], strict=True)]
    assert texts(read(pdf([*column(FIRST), *table])))[1:] == wanted


def test_characters_behind_the_limit_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    page = column(FIRST)
    monkeypatch.setattr("diffing.sources.readers.pdf.MAX_CHARACTERS", 2 * len(" ".join(FIRST)) + 10)
    assert notes(read(pdf(page, page, page, page)))[Reading.CUT_OFF] in (2, 3)


def test_pages_with_too_many_pieces_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """For 100,000 words on each other PDFium needs minutes."""
    monkeypatch.setattr("diffing.sources.readers.pdf.MAX_PIECES", len(FIRST))
    crowded = column([*FIRST, *FIRST])
    assert notes(read(pdf(column(FIRST), crowded, column(FIRST)))) == {Reading.CUT_OFF: 2}
    assert refusal(pdf(crowded)) == "has more text on a page than newsdiff reads: save its text"


LOCKED = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<41> <41>]"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (pdf(column(FIRST), extra=LOCKED), "is protected by a password: save it without one, or as text"),
        (pdf(IMAGE), "is a PDF file without text: its pages are pictures, and newsdiff reads no words from pictures; "
         "programs for text recognition (OCR) do"),
        (pdf(b""), "is a PDF file without text"),
        (b"%PDF-1.7\n\0\0 nothing", "is a damaged PDF file: open it in a PDF program and save it anew, or as text"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(content: bytes, reason: str) -> None:
    assert refusal(content) == reason


def test_a_text_that_is_to_be_read_as_pdf() -> None:
    assert refusal("The council meets on Monday.", ReadOptions(format="pdf")) == "does not begin as a PDF file does"


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert refusal(pdf(column(FIRST))).endswith("newsdiff reads it with an extra: pip install 'newsdiff[pdf]'")
