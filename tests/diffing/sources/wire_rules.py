"""The rules of IPTC's formats for what the made files of the tests use: which names there are, where, in which order.

    faults_of_xml("<nitf><head/></nitf>")      ["nitf holds 'head', not 'head? body'"]

They are written after the schemas of IPTC, which are not in this repository: ninjs 1.4, 2.1 and 3.1, NITF 3.6, and
NewsML-G2 2.33 with the order that IPTC's own reader (newsmlg2 1.1, for 2.35) has below itemMeta. What no made file uses
is left out, and so is refused.
"""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

_INLINE = "chron|location|money|num|org|person|postaddr|virtloc|a|br|em|lang|q"
_BLOCKS = "p|hl2|table|nitf-table|media|ol|ul|dl|bq|fn|note|pre|hr"
# An element, what it holds ('#': words), and its attributes ('!': must be there), with two spaces between.
_RULES = f"""
nitf                  head? body                                                    version uno
head                  title? docdata? revision-history*
title                 #
docdata               (correction|doc-id|date.issue|date.release|ed-msg|du-key|doc.copyright)*  management-status
correction            -                                                             info id-string regsrc
doc-id                -                                                             regsrc id-string
date.issue            -                                                             norm
date.release          -                                                             norm
ed-msg                -                                                             msg-type info
du-key                -                                                             generation part version key
doc.copyright         -                                                             year holder
revision-history      -                                                             name function norm comment
body                  body.head? body.content* body.end?
body.head             hedline* note* byline* distributor? dateline* abstract*
hedline               hl1 hl2*
hl1                   #({_INLINE})*
hl2                   #({_INLINE})*
note                  body.content+                                                 noteclass type
byline                #(person|byttl|location|virtloc)*
byttl                 #org*
distributor           #org*
dateline              #(location|story.date)*
story.date            #                                                             norm
abstract              ({_BLOCKS})+
body.content          (block|{_BLOCKS})*
block                 byline? dateline? abstract* ({_BLOCKS})* datasource?
datasource            #
p                     #({_INLINE})*                                                 lede summary optional-text
table                 caption? thead? tfoot? (tbody|tr*)
caption               #({_INLINE}|{_BLOCKS})*
tbody                 tr+
tr                    (th|td)+
th                    #({_INLINE}|{_BLOCKS})*
td                    #({_INLINE}|{_BLOCKS})*
media                 (media-reference media-object?)+ media-caption* media-producer*  !media-type
media-reference       #                                                             source mime-type
media-object          #                                                             !encoding
media-caption         #({_INLINE}|{_BLOCKS})*
media-producer        #({_INLINE})*
ol                    li+
ul                    li+
li                    #({_INLINE}|{_BLOCKS})*
dl                    (dt|dd)+
dt                    #({_INLINE})*
dd                    ({_INLINE}|{_BLOCKS}|block)*
bq                    (block+ credit?)*                                             quote-source
credit                #({_INLINE})*
fn                    body.content+
pre                   #
hr                    -
person                #(name.given|name.family|function|alt-code)*                  idsrc value
name.given            #
name.family           #
function              #alt-code*
alt-code              -                                                             !idsrc !value
location              #(sublocation|city|state|region|country|alt-code)*
city                  #
country               #                                                             iso-cc
virtloc               #alt-code*                                                    idsrc value
postaddr              addressee delivery.point? (postcode|delivery.office|region|country)*
addressee             person function? care.of?
delivery.point        #br*
postcode              #
delivery.office       #br*
num                   #(frac|sub|sup)*                                              units
frac                  numer frac-sep? denom
numer                 #
frac-sep              #
denom                 #
sub                   #
sup                   #
a                     #({_INLINE})*                                                 href
br                    -
em                    #({_INLINE})*
q                     #({_INLINE})*                                                 quote-source
body.end              tagline? bibliography?
tagline               #({_INLINE})*                                                 type
bibliography          #
newsMessage           header itemSet
header                sent
sent                  #
itemSet               newsItem*
newsItem              (catalogRef|catalog)* rightsInfo* itemMeta contentMeta? contentSet?  !standard !standardversion \
conformance !guid version lang
catalogRef            -                                                             !href
itemMeta              itemClass provider versionCreated firstCreated? pubStatus? title* edNote* signal*
itemClass             -                                                             qcode uri
provider              name*                                                         qcode uri literal
name                  #                                                             lang
versionCreated        #
firstCreated          #
pubStatus             -                                                             qcode
edNote                #
signal                -                                                             qcode
contentMeta           (headline|by|dateline|language)*
headline              #                                                             role lang
by                    #
language              -                                                             !tag
contentSet            (inlineXML|inlineData|remoteContent)*
inlineXML             (nitf|html)?                                                  contenttype
inlineData            #                                                             contenttype encoding
remoteContent         -                                                             href contenttype
html                  ...
"""
_COLUMNS = {
    columns[0]: (columns[1], columns[2] if len(columns) > 2 else "")
    for line in _RULES.replace("\\\n", "").strip().splitlines()
    if (columns := re.split(r" {2,}", line.strip()))
}
_ANYWHERE = {"id", "class", "style", "lang"}


def faults_of_xml(document: str) -> list[str]:
    """Return what in a document of NITF or NewsML-G2 is against the rules."""
    return list(_faults(ElementTree.fromstring(document)))


def _faults(element: ElementTree.Element) -> Iterator[str]:
    name = _local(element.tag)
    if name not in _COLUMNS:
        yield f"there is no {name}"
        return
    holds, attributes = _COLUMNS[name]
    if holds == "...":
        return
    allowed = {each.lstrip("!") for each in attributes.split()} | _ANYWHERE
    yield from (f"{name} has no {each}" for each in map(_local, element.keys()) if each not in allowed)
    needed = (each[1:] for each in attributes.split() if each.startswith("!"))
    yield from (f"{name} lacks {each}" for each in needed if element.get(each) is None)
    inner = [_local(each.tag) for each in element]
    pattern = re.sub(r"[\w.-]+", lambda match: f"(?:{re.escape(match[0])};)", holds.lstrip("#-")).replace(" ", "")
    if not re.fullmatch(pattern, "".join(f"{each};" for each in inner)):
        yield f"{name} holds {' '.join(inner)!r}, not {holds!r}"
    if not holds.startswith("#") and any((text or "").strip() for text in _own_words(element)):
        yield f"{name} holds words"
    for each in element:
        yield from _faults(each)


def _own_words(element: ElementTree.Element) -> Iterator[str | None]:
    yield element.text
    yield from (each.tail for each in element)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def ninjs_schema(version: int) -> dict[str, Any]:
    """Return a JSON schema of the fields that the tests use of a version of ninjs: 1, 2 or 3."""
    text = {"type": "string"}
    shared = ("uri", "type", "version", "language", "title", "slugline", "located")
    own = {
        1: ("byline", "headline", "ednote", "versioncreated", "firstcreated", "pubstatus", "copyrightholder"),
        2: ("by", "ednote", "versioncreated", "firstcreated", "pubstatus", "copyrightholder"),
        3: ("by", "edNote", "versionCreated", "firstCreated", "pubStatus", "copyrightHolder"),
    }[version]
    fields: dict[str, Any] = dict.fromkeys((*shared, *own), text)
    fields["uri"] = {"type": "string", "pattern": "^[a-z]+:"}
    fields[next(name for name in own if name.lower() == "pubstatus")] = {"enum": ["usable", "withheld", "canceled"]}
    schema: dict[str, Any] = {"type": "object", "required": ["uri"], "additionalProperties": False}
    if version == 1:
        patterns = dict.fromkeys(("^description_\\w+", "^body_\\w+", "^headline_\\w+"), text)
        fields["associations"] = {"type": "object", "patternProperties": {"^\\w+": {"$ref": "#"}}}
        return {**schema, "properties": fields, "patternProperties": patterns}
    counts = {name: {"type": "integer"} for name in _cased(version, "charCount", "wordCount")}
    part = dict.fromkeys(("role", *_cased(version, "contentType"), "value"), text)
    for name, more in (("headlines", {}), ("descriptions", {}), ("bodies", counts)):
        one = {"type": "object", "required": ["value"], "additionalProperties": False, "properties": {**part, **more}}
        fields[name] = {"type": "array", "items": one}
    with_relation = {**schema, "required": ["name", "uri"], "properties": {**fields, "name": text, "rel": text}}
    fields["associations"] = {"type": "array", "items": with_relation}
    return {**schema, "properties": fields}


def _cased(version: int, *names: str) -> tuple[str, ...]:
    """Return names as a version of ninjs spells them: 2 in small letters only."""
    return names if version == 3 else tuple(name.lower() for name in names)
