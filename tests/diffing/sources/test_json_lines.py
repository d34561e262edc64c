"""Articles in lines of JSON."""

import json

import pytest

from diffing.model import Reading, Role
from diffing.sources.plain import SourceText
from diffing.sources.registry import source_of
from tests.diffing.sources.reading import item, metadata, notes, read, refusal, texts, with_role

ONE = {"title": "Dam holds", "text": "At least 14 people died.\n\nNora Lind was there.", "url": "http://a.test/1"}
TWO = {"headline": "Dam breaks", "body": "<p>At least 16 people died.</p>", "authors": ["Lind", "Berg"], "id": 7}
LINES = f"{json.dumps(ONE)}\n{json.dumps(TWO)}\n"


def test_the_first_line_and_the_others() -> None:
    found = read(LINES)
    assert found.format == "jsonl"
    assert texts(found) == ["Dam holds", "At least 14 people died.", "Nora Lind was there."]
    assert with_role(found, Role.HEADING) == ["Dam holds"]
    assert metadata(found) == {"title": "Dam holds", "url": "http://a.test/1"}
    assert notes(found) == {Reading.OTHER_ITEMS: 1}


@pytest.mark.parametrize("name", ["2", "7"])
def test_another_line(name: str) -> None:
    found = item(LINES, name)
    assert texts(found) == ["Dam breaks", "At least 16 people died."]
    assert metadata(found)["author"] == "Lind; Berg"


@pytest.mark.parametrize("text", [json.dumps(ONE, indent=2), json.dumps([ONE, TWO]), json.dumps([ONE, TWO], indent=1)])
def test_an_object_and_a_list(text: str) -> None:
    assert texts(read(text))[0] == "Dam holds"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (LINES + '{"text": "x"', "is not valid JSON at line 3: Expecting ',' delimiter"),
        (LINES + '{"a": 1}', ""),
    ],
)
def test_what_cannot_be_read_is_said(content: str, reason: str) -> None:
    if reason:
        assert refusal(content) == reason
    else:
        with pytest.raises(Exception, match="none of its fields is called text, body, content"):
            item(content, "3")


@pytest.mark.parametrize("text", ['{"a": "text"}', '["text"]', '[Editor\'s note] "text": "a"', '{"text": 5}'])
def test_other_texts_are_no_lines_of_json(text: str) -> None:
    assert isinstance(source_of("a", text.encode()), SourceText)
