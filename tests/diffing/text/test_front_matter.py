"""Front matter is read where every line is one of metadata; all else stays text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.comparison import compare
from diffing.measures.metadata import MetadataChange, metadata_changes
from diffing.text.front_matter import COMMENT, NO_FRONT_MATTER, front_matter

STORY = "The bird club has counted the swans.\n"


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ('---\ntitle: "Swans: a count"\ndate: 2031-01-12\n---\n', {"title": "Swans: a count", "date": "2031-01-12"}),
        ("---\r\ntitle: Swans\r\ntags: [a,\r\n  b]\r\n---\r\n", {"title": "Swans", "tags": "[a, b]"}),
        ("\n--- \ntags:\n- a\n- b\n\nlang: es\n...\n", {"tags": "- a - b", "lang": "es"}),
        ("---\n# checked\nsummary: |\n  Two.\n\n  Three.\n---\n", {COMMENT: "checked", "summary": "| Two. Three."}),
        ("---\n'título': ''\n标题: 天鹅\n---\n", {"título": "", "标题": "天鹅"}),
        ("---\nTitle: Swans\nSection: Birds\n---\n", {"Title": "Swans", "Section": "Birds"}),
        ("+++\ntitle = 'Swans'\n[params]\nn = [\n 1,\n]\n+++\n", {"title": "Swans", "params.n": "[ 1, ]"}),
    ],
)
def test_fields_and_the_begin_of_the_text(head: str, fields: dict[str, str]) -> None:
    found = front_matter(head + STORY)
    assert dict(found.fields) == fields
    assert found.end == len(head)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "---\n",
        "---\n---\n" + STORY,
        "---\ntitle: Swans\n" + STORY,
        "---\n\n" + STORY + "\n---\n\nMore of it.\n",
        "---\nCorrection: The mayor is called Berg.\n---\n" + STORY,
        "---\ntitle: one\ntitle: two\n---\n" + STORY,
        "---\n- title: Swans\n---\n" + STORY,
        "---\ntitle: Swans\n+++\n" + STORY,
        "---\n# Swans\n---\n" + STORY,
        "title: Swans\n---\n" + STORY,
    ],
)
def test_everything_else_is_text(text: str) -> None:
    assert front_matter(text) == NO_FRONT_MATTER


@given(st.text(st.sampled_from("-+\n\r:= #\"'[]ab\u2028\x85"), max_size=60))
def test_any_text(text: str) -> None:
    for fence in ("", "---\n", "+++\n"):
        found = front_matter(fence + text)
        assert 0 <= found.end <= len(fence + text)
        assert all("\n" not in value for _, value in found.fields)


def test_places_count_from_the_beginning_of_the_file() -> None:
    head = "---\ntitle: Swans\n---\n"
    article = compare(head + STORY, STORY).left
    (paragraph,) = article.paragraphs
    assert (head + STORY)[paragraph.start : paragraph.end] == paragraph.text


def test_changes_of_metadata() -> None:
    left = f"---\ntitle: 'A'\ndate: 1\n#one\n#two\n---\n{STORY}"
    right = f"---\nlang: en\n#one\ntitle: A\ndate: 2\n---\n{STORY}"
    comparison = compare(left, right)
    assert metadata_changes(comparison) == (
        MetadataChange("date", "1", "2"),
        MetadataChange(COMMENT, "two", None),
        MetadataChange("lang", None, "en"),
    )
    assert not comparison.differs
    assert not comparison.is_identical
    assert compare(f"---\na: 1\nb: 2\n---\n{STORY}", f"---\nb: 2\na: '1'\n---\n\n{STORY}").is_identical
