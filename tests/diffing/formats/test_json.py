"""The JSON document: its shape, its safety on a terminal, and that docs/json.md describes it."""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.formats.details import detail_document
from diffing.formats.json import VERSION, error_json_line, json_pieces, to_json, to_json_line
from diffing.ledger.core.details import (
    Counted,
    DateMeant,
    DatesMeant,
    Detail,
    Exchanged,
    Explanation,
    Extent,
    Occurrences,
    Opposites,
    Replacement,
    Senses,
    Speakers,
    StatedWithout,
    WithoutMarks,
    WordChanges,
)
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, HiddenEntry, Ledger, Subject
from diffing.model import (
    Article,
    Comparison,
    Direction,
    Evidence,
    Hidden,
    Kind,
    MetadataField,
    Op,
    Pair,
    Place,
    Reading,
    ReadingNote,
    Revision,
    Role,
    Row,
    Span,
    What,
    WordCounts,
)
from diffing.review.model import Anchor, Mark, Note, Spot
from diffing.review.reviewed import EntryReview, Reviewed
from tests.conftest import CODES, MakeArticle

DOCUMENTATION = Path(__file__).parents[3] / "docs" / "json.md"


@pytest.fixture
def document(make_article: MakeArticle) -> Comparison:
    """One row of each kind, one moved."""
    left = make_article(["One.", "Gone.", "A man spoke.", "Moved."], "a.txt")
    right = make_article(["Moved.", "One.", "A mane", "spoke today.", "New."], "b.txt", "windows-1252")
    return Comparison(
        left,
        right,
        (
            Row(Kind.UNCHANGED, (3,), (0,), True, 1.0, (Span(Op.EQUAL, "Moved.", "Moved."),), direction=Direction.UP),
            Row(Kind.UNCHANGED, (0,), (1,), False, 1.0, (Span(Op.EQUAL, "One.", "One."),)),
            Row(Kind.OMITTED, (1,), (), False, 0.0, (Span(Op.DELETE, "Gone.", ""),)),
            Row(
                Kind.EDITED,
                (2,),
                (2, 3),
                False,
                2 / 3,
                (
                    Span(Op.EQUAL, "A ", "A "),
                    Span(Op.REPLACE, "man ", "mane\n", letters=Pair((3, 3), (3, 4)), sign="£", is_lookalike=True),
                    Span(Op.EQUAL, "spoke", "spoke "),
                    Span(Op.EQUAL, "", "today", move=1, move_row=4),
                    Span(Op.EQUAL, ".", ".", typographic=True),
                ),
                Evidence(1.23456, 0.12345, Pair((0,), (2,)), ("spoke",), False),
                hidden=Pair(
                    (Hidden(What.INVISIBLE, "zero width space", "", 2), Hidden(What.INVISIBLE, "soft hyphen", "", 1)),
                    (Hidden(What.LOOKALIKE, "Cyrillic а", "аpple", 1),),
                ),
            ),
            Row(Kind.ADDED, (), (4,), False, 0.0, (Span(Op.INSERT, "", "New.", bounded=True),)),
        ),
    )


_LEDGER = Ledger(
    (
        Entry(Subject.NAME, Change.CHANGED, (Place(2, 2, 5),), (Place(2, 2, 6),), Location.SAME_PLACE, Occurrences(2)),
        Entry(Subject.CONTENT, Change.NEW, (), (Place(4, 0, 4),), Location.NOWHERE, Extent(is_whole=True)),
    ),
    Pair("en", ""),
    (Subject.CAUSE,),
)


_DATE = DateMeant("day", 2024, 3, 14, 3, None, None, "")
DETAILS = (
    None,
    Counted("people"),
    Occurrences(3),
    Extent(is_whole=False),
    DatesMeant(_DATE, DateMeant("time", minute=90, zone="GMT")),
    DatesMeant(None, _DATE),
    Speakers(("Ana", "Soto"), ("Ruiz",)),
    WordChanges((Replacement("saw", "looked"),), ("cut",), ("added",)),
    WithoutMarks(is_exact=True),
    Senses("possible", "certain"),
    Opposites(),
    Exchanged(),
    Explanation((1, 0), 2),
)


def test_a_ledger_stands_before_the_rows_and_classes_them(document: Comparison) -> None:
    found = json.loads(to_json(document, _LEDGER))
    assert found["ledger"] == {
        "languages": {"left": "en", "right": None},
        "uncovered": ["cause"],
        "entries": [
            {
                "class": "fact",
                "subject": "name",
                "change": "changed",
                "left": [{"row": 3, "paragraph": 2, "start": 2, "end": 5, "text": "man"}],
                "right": [{"row": 3, "paragraph": 2, "start": 2, "end": 6, "text": "mane"}],
                "location": "same-place",
                "detail": {"type": "occurrences", "count": 2},
                "children": [],
            },
            {
                "class": "content",
                "subject": "content",
                "change": "new",
                "left": [],
                "right": [{"row": 4, "paragraph": 4, "start": 0, "end": 4, "text": "New."}],
                "location": "nowhere",
                "detail": {"type": "extent", "whole": True},
                "children": [],
            },
        ],
    }
    assert [row["class"] for row in found["rows"]] == [None, None, "content", "fact", "content"]
    assert list(found).index("ledger") < list(found).index("rows")
    line = to_json_line(document, Pair("a", "b"), _LEDGER)
    assert "\n" not in line
    assert json.loads(line) == {"pair": {"left": "a", "right": "b"}, **found}


def test_without_a_ledger_nothing_is_said_of_it(document: Comparison) -> None:
    found = json.loads(to_json(document))
    assert "ledger" not in found
    assert all("class" not in row for row in found["rows"])
    assert json.loads(to_json(document, Ledger((), Pair("en", "en"))))["ledger"]["entries"] == []


def test_shape(document: Comparison) -> None:
    found = json.loads(to_json(document))
    assert found["version"] == VERSION == 2
    assert found["left"] == {
        "source": "a.txt",
        "encoding": "utf-8",
        "paragraphs": [
            {"text": "One.", "start": 0, "end": 4},
            {"text": "Gone.", "start": 6, "end": 11},
            {"text": "A man spoke.", "start": 13, "end": 25},
            {"text": "Moved.", "start": 27, "end": 33},
        ],
    }
    assert found["right"]["encoding"] == "windows-1252"
    assert [(row["kind"], row["left"], row["right"], row["moved"]) for row in found["rows"]] == [
        ("unchanged", [3], [0], True),
        ("unchanged", [0], [1], False),
        ("omitted", [1], [], False),
        ("edited", [2], [2, 3], False),
        ("added", [], [4], False),
    ]
    assert found["rows"][3]["similarity"] == 0.6667
    assert found["rows"][3]["evidence"] == {
        "shared": ["spoke"],
        "margin": 0.1235,
        "rival": {"left": [0], "right": [2]},
        "log_odds": 1.2346,
        "uncertain": False,
    }
    assert found["rows"][3]["precise"] == {"similarity": 2 / 3, "margin": 0.12345, "log_odds": 1.23456}
    assert [row["precise"] for row in found["rows"] if "precise" in row] == [found["rows"][3]["precise"]]
    assert found["rows"][2]["evidence"] is None
    letters = {"left": [3, 3], "right": [3, 4]}
    details = {"letters": letters, "sign": "£", "lookalike": True}
    assert found["rows"][3]["spans"][1] == {"op": "replace", "left": "man ", "right": "mane\n", **details}
    assert found["rows"][0]["direction"] == "up"


def test_one_row_a_line(document: Comparison) -> None:
    lines = to_json(document).split("\n")
    assert sum(line.lstrip().startswith('{"kind": ') for line in lines) == len(document.rows)
    assert lines[-1]


def test_a_piece_is_no_longer_than_a_row_or_a_paragraph(document: Comparison) -> None:
    pieces = list(json_pieces(document))
    assert "".join(pieces) == to_json(document)
    assert all(piece.count('"kind": ') + piece.count('"start": ') <= 1 for piece in pieces)


def test_the_same_document_on_one_line(document: Comparison) -> None:
    line = to_json_line(document, Pair("x/a.txt", "x/b.txt"))
    assert "\n" not in line
    found = json.loads(line)
    assert next(iter(found)) == "pair"
    assert found.pop("pair") == {"left": "x/a.txt", "right": "x/b.txt"}
    assert json.dumps(found) == json.dumps(json.loads(to_json(document)))


def test_a_line_of_an_error() -> None:
    line = error_json_line(Pair("a.txt", None), "b\x1b: no such file\n")
    assert_safe(line)
    assert "\n" not in line
    assert json.loads(line) == {"pair": {"left": "a.txt", "right": None}, "error": "b\x1b: no such file\n"}


def test_no_rows() -> None:
    empty = Article("a.txt", ())
    assert json.loads(to_json_line(Comparison(empty, empty, ()), Pair("a", "b")))["rows"] == []
    found = json.loads(to_json(Comparison(empty, empty, ())))
    assert found["rows"] == []
    assert found["left"] == found["right"] == {"source": "a.txt", "encoding": "utf-8", "paragraphs": []}


def test_text_is_readable_as_it_stands(make_article: MakeArticle) -> None:
    article = make_article(["Nicolás “北京” 👍🏽"])
    assert "Nicolás “北京” 👍🏽" in to_json(unchanged(article))


def unchanged(article: Article) -> Comparison:
    """An article beside itself."""
    return Comparison(
        article,
        article,
        tuple(
            Row(Kind.UNCHANGED, (i,), (i,), False, 1.0, (Span(Op.EQUAL, paragraph.text, paragraph.text),))
            for i, paragraph in enumerate(article.paragraphs)
        ),
    )


HOSTILE = "".join(
    character
    for character in map(chr, CODES)
    if unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp") and character != "\n"
)


def assert_safe(output: str) -> None:
    unsafe = {
        f"{ord(character):04x}"
        for character in output
        if character != "\n" and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    }
    assert unsafe == set()


def test_every_character_that_steers_a_terminal_is_escaped(make_article: MakeArticle) -> None:
    article = make_article([f"a{HOSTILE}b"], source=f"a{HOSTILE}.txt", encoding=f"x{HOSTILE}")
    output = to_json(unchanged(article))
    assert_safe(output)
    found = json.loads(output)
    assert found["left"]["paragraphs"][0]["text"] == f"a{HOSTILE}b"
    assert found["left"]["source"] == f"a{HOSTILE}.txt"
    assert "".join(span["right"] for span in found["rows"][0]["spans"]) == f"a{HOSTILE}b"


def test_bytes_of_a_file_name_that_are_no_text(make_article: MakeArticle) -> None:
    article = make_article(["One."], source="caf\udce9.txt")
    output = to_json(unchanged(article))
    assert_safe(output)
    output.encode()
    assert json.loads(output)["left"]["source"] == "caf\udce9.txt"


TEXTS = st.lists(st.text(min_size=1).map(lambda text: text.replace("\n", " ")), max_size=3)


@given(TEXTS, TEXTS)
def test_reading_gives_the_texts_back(make_article: MakeArticle, left: list[str], right: list[str]) -> None:
    comparison = Comparison(
        make_article(left),
        make_article(right),
        (
            *(Row(Kind.OMITTED, (i,), (), False, 0.0, (Span(Op.DELETE, text, ""),)) for i, text in enumerate(left)),
            *(Row(Kind.ADDED, (), (i,), False, 0.0, (Span(Op.INSERT, "", text),)) for i, text in enumerate(right)),
        ),
    )
    output = to_json(comparison)
    assert_safe(output)
    found = json.loads(output)
    for side, texts in (("left", left), ("right", right)):
        assert [paragraph["text"] for paragraph in found[side]["paragraphs"]] == texts
        for row in found["rows"]:
            assert "".join(span[side] for span in row["spans"]) == "\n".join(texts[index] for index in row[side])


def test_what_is_hidden(document: Comparison) -> None:
    found = json.loads(to_json(document))
    nothing = {"control": 0, "direction": 0, "invisible": 0, "look-alike": 0}
    assert found["hidden"] == {"left": nothing | {"invisible": 3}, "right": nothing | {"look-alike": 1}}
    assert found["rows"][3]["hidden"] == {
        "left": [
            {"what": "invisible", "name": "zero width space", "word": None, "count": 2},
            {"what": "invisible", "name": "soft hyphen", "word": None, "count": 1},
        ],
        "right": [{"what": "look-alike", "name": "Cyrillic а", "word": "аpple", "count": 1}],
    }
    assert [row for row in found["rows"] if "hidden" in row] == [found["rows"][3]]
    assert "hidden" not in json.loads(to_json(unchanged(document.left)))


def field_paths(value: Any, path: str = "") -> Iterator[str]:
    """The path of every field: `rows`, `rows[].spans`, `rows[].spans[].op`."""
    if isinstance(value, dict):
        for name, inner in value.items():
            inner_path = f"{path}.{name}" if path else name
            yield inner_path
            yield from field_paths(inner, inner_path)
    elif isinstance(value, list):
        for inner in value:
            yield from field_paths(inner, f"{path}[]")


def documented_paths(markdown: str) -> Iterator[str]:
    """What stands in backticks in the first column of every table."""
    for line in markdown.splitlines():
        if line.startswith("|"):
            yield from re.findall(r"`([^`]+)`", line.split("|")[1])


def documented_fields() -> set[str]:
    """Return the paths of all fields in docs/json.md, which describes a form that both sides share once."""
    tables = DOCUMENTATION.read_text(encoding="utf-8").partition("## Fields")[2].partition("### Locations")[0]
    documented = {path.removesuffix("[]") for path in documented_paths(tables)}
    return documented | {re.sub(r"(^|\.)left(\[\])?\.", r"\1right\2.", path) for path in documented}


def test_the_documentation_names_every_field_and_no_other(document: Comparison) -> None:
    entries = tuple(replace(_LEDGER.entries[0], detail=detail) for detail in DETAILS)
    entries += (replace(_LEDGER.entries[1], detail=StatedWithout(Place(2, 2, 5))),)
    left, right = (
        replace(
            side,
            metadata=(MetadataField("by", side.source),),
            paragraphs=(replace(side.paragraphs[0], breaks=(1,), role=Role.HEADING), *side.paragraphs[1:]),
            format="html",
            notes=(ReadingNote(Reading.STRUCK_WORDS, 2),),
            revisions=(Revision(Place(0, 0, 1), "Ana Soto", "2031-01-12"),),
            language="es",
        )
        for side in document.articles
    )
    words = Pair(WordCounts(translated=3), WordCounts(translated=4))
    rows = _with_rules((replace(document.rows[0], pinned=True, words=words), *document.rows[1:]))
    parted = next((row.left[0], len(right.paragraphs) - 1) for row in rows if row.left and not row.right)
    full = replace(document, left=left, right=right, rows=rows, parted=(parted,), languages=Pair("es", "en"))
    hidden = (HiddenEntry(_LEDGER.entries[0], "x"),)
    whole = replace(_LEDGER, entries=entries, hidden=hidden)
    said = {0: EntryReview(frozenset({Mark.CHECKED}), "Ask.")}
    reviewed = Reviewed(whole, said, {0: "Ask."}, (Note(Spot((Anchor("Gone."),), ()), "Ask."),))
    fields = set(field_paths(json.loads(to_json(full, whole, reviewed))))
    # A hidden entry has the form of an entry.
    assert documented_fields() == {path for path in fields if not re.match(r"ledger\.hidden\[\]\.(?!rule$)", path)}


def _with_rules(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows whose changes a rule hides; what one side alone has is page furniture by a rule."""
    return tuple(
        replace(
            row,
            furniture=not (row.left and row.right),
            rule="" if row.left and row.right else "x",
            spans=tuple(span if span.op is Op.EQUAL else replace(span, rule="x") for span in row.spans),
        )
        for row in rows
    )


def listed(markdown: str, heading: str) -> list[str]:
    """Return the first column of the table under a heading, without its head."""
    table = markdown.partition(f"### {heading}\n")[2].partition("\n#")[0]
    return [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("|")][2:]


def test_the_documentation_lists_every_location_and_every_type_of_detail() -> None:
    markdown = DOCUMENTATION.read_text(encoding="utf-8")
    assert listed(markdown, "Locations") == [location.value for location in Location]
    types: dict[type, str] = {
        type(detail): detail_document(detail, lambda place: {})["type"] for detail in DETAILS if detail
    }
    types[StatedWithout] = "stated_without"
    assert {*types} == {*get_args(Detail)}
    assert sorted(listed(markdown, "Details")) == sorted(types.values())


def test_differing_letters_of_nearly_equal_words(make_article: MakeArticle) -> None:
    spans = (
        Span(Op.EQUAL, "He ", "He "),
        Span(Op.REPLACE, "requested", "requests", letters=Pair((7, 9), (7, 8))),
        Span(Op.EQUAL, " ", " "),
        Span(Op.REPLACE, "aid", "help"),
    )
    articles = make_article(["He requested aid"]), make_article(["He requests help"])
    row = Row(Kind.EDITED, (0,), (0,), False, 0.5, spans)
    written = json.loads(to_json(Comparison(*articles, (row,))))["rows"][0]["spans"]
    assert [span.get("letters") for span in written] == [None, {"left": [7, 9], "right": [7, 8]}, None, None]
