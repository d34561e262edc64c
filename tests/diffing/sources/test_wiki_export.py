"""Pages of MediaWiki with their revisions in XML."""

import pytest

from diffing.model import Reading, Role
from tests.diffing.sources.reading import item, metadata, notes, read, refusal, texts, with_role


def revision(number: int, text: str) -> str:
    return (
        f"<revision><id>{number}</id><timestamp>2026-03-03T0{number}:00:00Z</timestamp>"
        f"<contributor><username>Lind</username><id>4</id></contributor><comment>toll</comment>"
        f"<model>wikitext</model><format>text/x-wiki</format><text bytes='9'>{text}</text></revision>"
    )


def export(*pages: str) -> str:
    inside = "".join(f"<page><title>Dam {at}</title><ns>0</ns>{page}</page>" for at, page in enumerate(pages))
    return f'<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" xml:lang="en">{inside}</mediawiki>'


HISTORY = export(revision(1, "At least '''12''' died."), revision(3, "At least 12 died.") + revision(5, "14 [[died]]."))
ONE_PAGE = export(revision(3, "At least 12 died.") + revision(5, "14 [[died]] at {{nobr|the dam}}."))


def test_the_last_revision_of_the_first_page_is_read() -> None:
    found = read(ONE_PAGE)
    assert found.format == "wiki-export"
    assert texts(found) == ["Dam 0", "14 died at the dam."]
    assert with_role(found, Role.HEADING) == ["Dam 0"]
    assert notes(found) == {Reading.OTHER_ITEMS: 1}
    assert metadata(found) == {
        "title": "Dam 0", "author": "Lind", "modified": "2026-03-03T05:00:00Z", "version": "5", "note": "toll",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("number", "expected"),
    [(None, "At least 12 died."), ("2", "At least 12 died."), ("5", "14 died."), ("2026-03-03T05:00:00Z", "14 died.")],
)
def test_a_revision_is_named_by_its_number_or_time(number: str | None, expected: str) -> None:
    assert texts(item(HISTORY, number))[1] == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (export(), "without a page"),
        (export("<revision><id>1</id><text deleted='deleted'/></revision>"), "has no text"),
        (ONE_PAGE[:300], "--as text"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, reason: str) -> None:
    assert reason in refusal(text)
