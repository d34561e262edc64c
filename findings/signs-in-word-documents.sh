#!/bin/sh
# 'At most' and 'at least' as signs (≤, ≥) that were put in by Insert > Symbol, in Word documents.
#
# Word keeps such a sign as an element that names a font and a character of it (w:sym of ECMA-376, part 1): in Symbol,
# F0A3 is ≤ and F0B3 is ≥.
# Expected: readers give the sign, and comparers mark ≤ -> ≥ as a change, or say that they do not read it.
# Seen
#   python-docx 1.2.0, docx2txt 0.9    no sign: 'must stand  5 metres'
#   docx2python 3.7.1                  markup for the characters 00A3 and 00B3, which are £ and ³: '£ 5 metres', '³ 5 metres'
#   mammoth 1.13.0                     the signs
#   jubarte-redlines 0.14.0, docx-trackdiff 1.0.0    a document of tracked changes with the new sign and without any mark
# Why it matters: a limit turned round is a correction, and one that an editor who reviews what is marked never sees.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-docx==1.2.0 docx2txt==0.9 docx2python==3.7.1 mammoth==1.13.0 \
    jubarte-redlines==0.14.0 docx-trackdiff==1.0.0
cat > "$folder/see.py" <<'PYTHON'
"""Write two articles, read them, and compare them."""

import subprocess
import zipfile
from pathlib import Path

import docx
import docx2txt
import mammoth
from docx2python import docx2python

SPACE = "http://schemas.openxmlformats.org"
OFFICE = f"{SPACE}/officeDocument/2006/relationships"
WORDS = f"{SPACE}/wordprocessingml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def run(inside):
    return f"<w:r>{inside}</w:r>"


def write(name, sign):
    """Write an article with one sentence that has the sign."""
    first = run("<w:t>The basin at Lurvik was filled on Friday.</w:t>")
    said = run('<w:t xml:space="preserve">Water must stand </w:t>') + run(f'<w:sym w:font="Symbol" w:char="{sign}"/>')
    last = run('<w:t xml:space="preserve"> 5 metres.</w:t>')
    body = f'<w:p>{first}</w:p><w:p>{said}{last}</w:p>'
    relation = f'<Relationships xmlns="{SPACE}/package/2006/relationships"><Relationship Id="r1" Type="{OFFICE}/'
    parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{SPACE}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>'
        f'<Override PartName="/word/settings.xml" ContentType="{TYPES}.settings+xml"/></Types>',
        "_rels/.rels": f'{HEAD}{relation}officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{HEAD}{relation}settings" Target="settings.xml"/></Relationships>',
        "word/settings.xml": f'{HEAD}<w:settings xmlns:w="{WORDS}"/>',
        "word/document.xml": f'{HEAD}<w:document xmlns:w="{WORDS}" xmlns:r="{OFFICE}"><w:body>{body}'
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>',
    }
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, xml in parts.items():
            archive.writestr(part, xml)


READERS = {
    "python-docx": lambda name: docx.Document(name).paragraphs[1].text,
    "docx2txt": lambda name: docx2txt.process(name).split("\n\n")[-1].strip(),
    "docx2python": lambda name: docx2python(name).text.split("\n\n")[-1].strip(),
    "mammoth": lambda name: mammoth.extract_raw_text(open(name, "rb")).value.split("\n\n")[1].strip(),
}
MARKUP = "Water must stand <span style=font-family:Symbol>&#x00{};</span> 5 metres."
SEEN = {
    "F0A3": {"mammoth": "Water must stand ≤ 5 metres.", "docx2python": MARKUP.format("A3")},
    "F0B3": {"mammoth": "Water must stand ≥ 5 metres.", "docx2python": MARKUP.format("B3")},
}
for name, sign in (("left.docx", "F0A3"), ("right.docx", "F0B3")):
    write(name, sign)
    for reader, read in READERS.items():
        text = read(name)
        print(f"{sign} {reader}: {text}")
        assert text == SEEN[sign].get(reader, "Water must stand  5 metres.")

COMPARERS = {"jubarte-redlines": ["compare", "left.docx", "right.docx", "-o"], "docx-trackdiff": ["left.docx", "right.docx"]}
for comparer, arguments in COMPARERS.items():
    made = Path(f"{comparer}.docx")
    subprocess.run([f"venv/bin/{comparer}", *arguments, made.name], check=True, capture_output=True)
    xml = zipfile.ZipFile(made).read("word/document.xml").decode()
    marks = [mark for mark in ("<w:ins ", "<w:del ", "Change ") if mark in xml]
    print(f"{comparer}: marks {marks}, new sign {'F0B3' in xml}, old sign {'F0A3' in xml}")
    assert not marks and "F0B3" in xml and "F0A3" not in xml
PYTHON
cd "$folder"
venv/bin/python see.py
echo "seen as described"
