"""The made files of the wire formats keep the rules of IPTC: the readers read what agencies may write."""

import json

import pytest
from jsonschema import Draft202012Validator

from tests.diffing.sources import test_newsml, test_ninjs, test_nitf
from tests.diffing.sources.test_one_story_of_the_wire import FILES
from tests.diffing.sources.wire_rules import faults_of_xml, ninjs_schema

FORMS = [test_newsml.NITF, test_newsml.XHTML, test_newsml.PLAIN, test_newsml.ESCAPED, test_newsml.CODED]
DOCUMENTS = {
    "nitf": test_nitf.DOCUMENT.partition("?>")[2] % "<p lede='true'>At least 14 people died.</p>",
    **{f"newsml {number}": test_newsml.news_item(form) for number, form in enumerate(FORMS, 1)},
    **{f"the story in {name}": FILES[name] for name in ("nitf", "newsml", "newsml in xhtml")},
}
ITEMS = [
    (1, test_ninjs.V1), (2, test_ninjs.V2), (3, test_ninjs.V3),
    *((number, json.loads(FILES[f"ninjs {number}"])) for number in (1, 2, 3)),
]  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_of_nitf_and_newsml_keep_the_rules(name: str) -> None:
    document = DOCUMENTS[name]
    assert faults_of_xml(document if isinstance(document, str) else document.decode()) == []


@pytest.mark.parametrize(("version", "item"), ITEMS)
def test_items_of_ninjs_keep_the_rules(version: int, item: object) -> None:
    assert [error.message for error in Draft202012Validator(ninjs_schema(version)).iter_errors(item)] == []


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ("<nitf><head/></nitf>", "nitf holds 'head', not 'head? body'"),
        ("<nitf><body>Words</body></nitf>", "body holds words"),
        ("<nitf><body><body.content><media/></body.content></body></nitf>", "media lacks media-type"),
        ("<nitf><dek/></nitf>", "there is no dek"),
        ("<nitf author='x'><body/></nitf>", "nitf has no author"),
    ],
)
def test_the_rules_find_faults(document: str, fault: str) -> None:
    assert fault in faults_of_xml(document)


@pytest.mark.parametrize(
    ("version", "item"),
    [
        (1, {"uri": "urn:a", "dateline": "LURVIK"}),
        (2, {"uri": "urn:a", "bodies": [{"contentType": "text/plain", "value": "x"}]}),
        (3, {"uri": "urn:a", "bodies": [{"contentType": "text/plain"}]}),
        (3, {"headlines": []}),
    ],
)
def test_the_rules_find_faults_in_items(version: int, item: object) -> None:
    assert not Draft202012Validator(ninjs_schema(version)).is_valid(item)
