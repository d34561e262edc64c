"""News items in JSON: the body is elsewhere in each version of ninjs, and several bodies are one text."""

import json
from typing import Any

import pytest

from diffing.model import Reading, Role
from tests.diffing.sources.reading import metadata, notes, read, refusal, texts, with_role

BODY = "LURVIK (Lindwire) - At least 14 people died.\n\nNora Lind called it a disaster."
STORY = [
    "Dam holds at Lurvik",
    "By Jan Berg",
    "LURVIK (Lindwire) - At least 14 people died.",
    "Nora Lind called it a disaster.",
]
V1 = {
    "uri": "urn:lind:1", "headline": STORY[0], "byline": STORY[1], "located": "Lurvik", "body_text": BODY,
    "version": "2", "versioncreated": "2026-03-03T10:00:00Z", "ednote": "Corrects toll.",
}  # fmt: skip
V2 = {
    "uri": "urn:lind:1", "headlines": [{"role": "main", "value": STORY[0]}], "by": STORY[1],
    "bodies": [{"role": "main", "contenttype": "text/plain", "value": BODY}], "version": "2",
    "versioncreated": "2026-03-03T10:00:00Z", "ednote": "Corrects toll.",
}  # fmt: skip
V3 = {
    "uri": "urn:lind:1", "headlines": [{"role": "main", "value": STORY[0]}], "by": STORY[1],
    "bodies": [{"role": "main", "contentType": "text/plain", "charCount": 80, "value": BODY}], "version": "2",
    "versionCreated": "2026-03-03T10:00:00Z", "edNote": "Corrects toll.",
}  # fmt: skip


@pytest.mark.parametrize("item", [V1, V2, V3], ids=["1", "2", "3"])
def test_all_versions_are_one_article(item: dict[str, Any]) -> None:
    found = read(json.dumps(item))
    assert found.format == "ninjs"
    assert texts(found) == STORY
    assert with_role(found, Role.HEADING) == STORY[:1]
    assert metadata(found) == {
        "title": STORY[0], "author": STORY[1], "modified": "2026-03-03T10:00:00Z", "url": "urn:lind:1", "version": "2",
        "note": "Corrects toll.",
    }  # fmt: skip


@pytest.mark.parametrize(("dateline", "expected"), [("Sundby", [*STORY[:2], "Sundby", *STORY[2:]]), ("Lurvik", STORY)])
def test_a_dateline_that_the_body_lacks_is_a_line(dateline: str, expected: list[str]) -> None:
    """No version of ninjs has the field; agencies add it."""
    assert texts(read(json.dumps({**V1, "dateline": dateline}))) == expected


@pytest.mark.parametrize("item", [{**V1, "pubstatus": "canceled"}, {**V3, "pubStatus": "canceled"}], ids=["1", "3"])
def test_an_item_that_is_withdrawn_says_so(item: dict[str, Any]) -> None:
    assert metadata(read(json.dumps(item)))["note"] == "Corrects toll.; canceled"


def test_a_further_headline_of_version_1_stands_below() -> None:
    item = {**V1, "headline_short": "Dam", "headline_subtitle": "Repair took weeks"}
    assert with_role(read(json.dumps(item)), Role.HEADING) == [STORY[0], "Repair took weeks"]


def test_several_bodies_are_forms_of_one_text() -> None:
    html = "".join(f"<p>{line}</p>" for line in BODY.split("\n\n"))
    bodies = [
        {"role": "teaser", "contenttype": "text/plain", "value": "At least 14 died."},
        {"role": "main", "contenttype": "text/plain", "value": BODY},
        {"role": "main", "contenttype": "text/html", "value": html},
    ]
    found = read(json.dumps({**V2, "bodies": bodies}))
    assert texts(found) == STORY
    assert notes(found) == {Reading.ALTERNATES: 2}


def test_headlines_of_other_roles_and_captions() -> None:
    item = {
        **V2,
        "headlines": [
            {"role": "short", "value": "Dam"},
            {"role": "main", "value": STORY[0]},
            {"role": "subheadline", "value": "Repair took weeks"},
        ],
        "associations": [
            {"name": "a", "uri": "urn:a", "type": "picture", "descriptions": [{"value": "The dam on Monday."}]},
            {"name": "b", "uri": "urn:b", "type": "text", "headlines": [{"value": "Another story"}]},
        ],
    }
    found = read(json.dumps(item))
    assert with_role(found, Role.HEADING) == [STORY[0], "Repair took weeks"]
    assert with_role(found, Role.CAPTION) == ["The dam on Monday."]
    assert "Another story" not in " ".join(texts(found))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"uri": "a", "body_text": "x"', "is not valid JSON at line 1: Expecting ',' delimiter"),
        ('{"uri": "a", "bodies": []}', "is a news item of ninjs without a headline or a body"),
        ('{"uri": "a", "bodies": ' + "[" * 60_000, "is JSON that nests too deep"),
        ('{"uri": "a", "bodies": ' + "9" * 9_000 + "}", "is JSON with a number that is too long"),
    ],
)
def test_what_cannot_be_read_is_said(content: str, reason: str) -> None:
    assert refusal(content) == reason


def test_other_json_is_no_news_item() -> None:
    with pytest.raises(AssertionError, match="plain text"):
        read('{"uri": "a", "colour": "red"}')


NITF = (
    '<?xml version="1.0" encoding="ISO-8859-1"?><nitf><head><title>Dam</title></head><body><body.head><hedline><hl1>'
    f"{STORY[0]}</hl1></hedline><byline>{STORY[1]}</byline><distributor>Lindwire</distributor></body.head>"
    f"<body.content><block><p>{STORY[2]}</p></block><p>{STORY[3]}</p></body.content></body></nitf>"
)


@pytest.mark.parametrize("media_type", ["text/vnd.IPTC.NITF", "application/nitf+xml"])
def test_a_body_of_nitf_is_read_as_nitf(media_type: str) -> None:
    """The plain form beside it lacks the lead, as it does in items of agencies that send the lead apart."""
    bodies = [
        {"role": "text", "contenttype": "text/plain", "value": STORY[3]},
        {"role": "nitf", "contenttype": media_type, "value": NITF},
    ]
    assert texts(read(json.dumps({**V2, "bodies": bodies}))) == STORY


def test_a_damaged_body_of_nitf_keeps_its_words() -> None:
    damaged = [{"role": "nitf", "contenttype": "text/vnd.IPTC.NITF", "value": NITF.removesuffix("</body></nitf>")}]
    assert STORY[2] in texts(read(json.dumps({**V2, "bodies": damaged})))


def test_a_byline_stands_below_the_headline_that_the_body_has() -> None:
    html = f"<h1>{STORY[0]}</h1><p>{STORY[2]}</p><p>{STORY[3]}</p>"
    bodies = [{"role": "main", "contenttype": "text/html", "value": html}]
    assert texts(read(json.dumps({**V2, "bodies": bodies}))) == STORY


def test_the_summary_of_an_item_without_a_body_is_its_text() -> None:
    item = {**V2, "bodies": [], "descriptions": [{"role": "text", "value": "At least 14 people died at Lurvik."}]}
    assert texts(read(json.dumps(item))) == [*STORY[:2], "At least 14 people died at Lurvik."]
