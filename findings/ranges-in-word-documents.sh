#!/bin/sh
# A Word document in which scores and ranges have the hyphen that keeps a line together (Ctrl+Shift+Hyphen; w:noBreakHyphen in the file).
#
# Expected: "a vote of 7-5", "12-14 people", "-5 degrees", with one hyphen or another.
# Seen:
#   docx2txt 0.9, docx2python 3.7.1      "a vote of 75", "1214 people", "5 degrees": the hyphen is gone, and nothing stands in its place
#   python-docx 1.2.0, mammoth 1.13.0    right
# Why it matters: a score, a range and a frost become other numbers, each of which reads well. Compared with the agency's text, the
# document has facts that nobody changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet docx2txt==0.9 docx2python==3.7.1 python-docx==1.2.0 mammoth==1.13.0 2>/dev/null
"$folder/venv/bin/python" - "$folder/story.docx" <<'PYTHON'
import sys

import docx2txt
import mammoth
from docx import Document
from docx.oxml import OxmlElement
from docx2python import docx2python

SAID = ("The council backed the bridge by a vote of ", "7|5", ".")
MORE = (("Between ", "12|14", " people were hurt."), ("The night will be ", "|5", " degrees."))
path = sys.argv[1]
document = Document()
for before, figure, behind in (SAID, *MORE):
    run = document.add_paragraph().add_run(before)
    first, last = figure.split("|")
    run.add_text(first)
    run._r.append(OxmlElement("w:noBreakHyphen"))
    run.add_text(last + behind)
document.save(path)


def lines(text):
    return [line.replace("\u2011", "-") for line in text.splitlines() if line.strip()]


right = ["The council backed the bridge by a vote of 7-5.", "Between 12-14 people were hurt.", "The night will be -5 degrees."]
with open(path, "rb") as file:
    readings = {
        "docx2txt": lines(docx2txt.process(path)),
        "docx2python": lines(docx2python(path).text),
        "python-docx": lines("\n".join(paragraph.text for paragraph in Document(path).paragraphs)),
        "mammoth": lines(mammoth.extract_raw_text(file).value),
    }
for name, found in readings.items():
    print(f"{name}: {found}")
assert readings["docx2txt"] == readings["docx2python"] == [line.replace("-", "") for line in right]
assert readings["python-docx"] == readings["mammoth"] == right
PYTHON
echo "seen as described"
