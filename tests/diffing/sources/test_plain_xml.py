"""XML of no format that another reader knows."""

import pytest

from diffing.model import Role
from diffing.sources.plain import SourceText
from diffing.sources.registry import source_of
from tests.diffing.sources.reading import read, refusal, texts, with_role

STORY = "<story><headline>Dam holds</headline><para>At least <b>14</b> people died.</para></story>"


@pytest.mark.parametrize("before", ["", '<?xml version="1.0"?>', "<?xml version='1.0'?><!-- draft -->"])
def test_elements_with_words_are_paragraphs(before: str) -> None:
    found = read(before + STORY)
    assert found.format == "xml"
    assert texts(found) == ["Dam holds", "At least 14 people died."]
    assert with_role(found, Role.HEADING) == ["Dam holds"]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<a><b><c>One</c></b></a><d>Two</d>", ["One", "Two"]),
        ("Before: <list><item>one</item><item>two</item></list> after", ["Before:", "one", "two", "after"]),
        ("<row><cell>Died</cell><cell>14</cell></row>", ["Died", "14"]),
        ("<text><![CDATA[<p>Nora &amp; Jan.</p><p>12 died.</p>]]></text>", ["Nora & Jan.", "12 died."]),
        ("<p>5 &lt; 6<br/>and more</p>", ["5 < 6", "and more"]),
        ("<article-title>Dam holds</article-title><style>p {}</style>", ["Dam holds"]),
    ],
)
def test_what_is_a_paragraph(inside: str, expected: list[str]) -> None:
    assert texts(read(f'<doc xmlns="urn:lind">{inside}</doc>')) == expected


@pytest.mark.parametrize("text", ["<note> Lind & Berg said so.\n\nThe dam held. </note>", "<sigh> He left.", "a <b> c"])
def test_other_texts_are_no_xml(text: str) -> None:
    assert isinstance(source_of("a", text.encode()), SourceText)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('<?xml version="1.0"?><story><para>cut', "--as text"),
        ('<?xml version="1.0"?><story><para/></story>', "without words"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, reason: str) -> None:
    assert reason in refusal(text)
