#!/bin/sh
# The paragraphs of a plain text in NewsML-G2, read and written by the library of IPTC, who make the standard.
#
# A plain text stands in inlineData (IPTC NewsML-G2, contentSet); an empty line ends a paragraph, a line end a verse.
# The library's test of a round trip says that a document that is read and written again is the same.
# Expected: the lines of the text, and after a round trip the same text.
# Seen:
#   newsmlg2 1.1     makes one line of all, in reading and in writing; a text in NITF or XHTML keeps its paragraphs
# Why it matters: an item that went through such a program and its original are two versions of one story. Compared by
# paragraphs, all of the original are gone and one is new; and the figure at the end of a row stands before the next one's words.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet newsmlg2==1.1
"$folder/venv/bin/python" - 2> "$folder/warnings" <<'PYTHON' || { cat "$folder/warnings"; exit 1; }
import NewsMLG2

TEXT = "The dam holds.\n\nBoats of Lurvik  41\nBoats of Sundby  38\n\nNobody had to leave."
ITEM = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" standardversion="2.35"
 conformance="power" guid="urn:a" version="1" xml:lang="en"><catalogRef href="http://a.test/catalog.xml"/>
 <itemMeta><itemClass qcode="ninat:text"/><provider literal="a"/><versionCreated>2031-03-03T10:00:00Z</versionCreated>
 </itemMeta><contentMeta><headline>Dam holds</headline></contentMeta>
 <contentSet><inlineData contenttype="text/plain">{TEXT}</inlineData></contentSet></newsItem>"""

document = NewsMLG2.NewsMLG2Document(ITEM.encode())
read = str(document.get_item().contentset.inlinedata[0])
written = document.to_xml_string()
print(f"expected:  {TEXT!r}")
print(f"newsmlg2 1.1, read:    {read!r}")
print(f"newsmlg2 1.1, written: {written.partition('<contentSet>')[2].partition('</contentSet>')[0].strip()!r}")
assert read == " ".join(TEXT.split())
assert read in written and TEXT not in written
PYTHON
echo "seen as described"
