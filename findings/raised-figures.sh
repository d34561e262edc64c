#!/bin/sh
# Figures that stand raised or lowered: the mark of a note, a power, a fraction; in a web page, a Word document and a PDF file.
#
# Expected: "12,000³ people", "3¹/₂ per cent", "10⁶ watts", as they are shown; or the note's mark apart from the figure.
# Seen:
#   trafilatura 2.3.1, html2text 2025.4.15, inscriptis 2.7.6     "12,0003 people", "31/2 per cent", "106 watts"
#   python-docx 1.2.0, docx2txt 0.9, mammoth 1.13.0 (raw text)   the same
#   pypdf 7.1.1, pdfminer.six 20260107                          the same
# Why it matters: a town grows tenfold, a rise of three and a half per cent is one of thirty-one halves, and a million is a hundred and six. Beside
# another outlet's text each is a changed figure, and both articles are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet trafilatura==2.3.1 lxml_html_clean==0.4.6 html2text==2025.4.15 inscriptis==2.7.6 python-docx==1.2.0 docx2txt==0.9 \
    mammoth==1.13.0 pypdf==7.1.1 pdfminer.six==20260107 reportlab==5.1.0 2>/dev/null
"$folder/venv/bin/python" - "$folder" <<'PYTHON'
import sys
from pathlib import Path

import docx
import docx2txt
import html2text
import inscriptis
import mammoth
import pypdf
import trafilatura
from pdfminer.high_level import extract_text
from reportlab.pdfgen.canvas import Canvas

# Each part of the sentence, and whether it is raised (1) or lowered (-1).
SENTENCE = (
    *(("The town of Vessory had 12,000", 0), ("3", 1), (" people, a rise of 3", 0), ("1", 1), ("/", 0), ("2", -1)),
    *((" per cent, and a mill of 10", 0), ("6", 1), (" watts.", 0)),
)
SEEN = "The town of Vessory had 12,0003 people, a rise of 31/2 per cent, and a mill of 106 watts."
folder = Path(sys.argv[1])

marks = {0: "{}", 1: "<sup>{}</sup>", -1: "<sub>{}</sub>"}
sentence = "".join(marks[shift].format(part) for part, shift in SENTENCE)
other = "The council met on Thursday to talk about the new tram line between the station and the old harbour of the town."
page = (
    "<!doctype html><html lang=en><head><title>Town</title></head><body><article><h1>The town</h1>"
    f"<p>{other}</p><p>{sentence}</p><p>{other.replace('Thursday', 'Friday')}</p></article></body></html>"
)

document = docx.Document()
paragraph = document.add_paragraph()
for part, shift in SENTENCE:
    run = paragraph.add_run(part)
    run.font.superscript, run.font.subscript = shift == 1, shift == -1
document.save(folder / "town.docx")

canvas = Canvas(str(folder / "town.pdf"))
text = canvas.beginText(40, 700)
for part, shift in SENTENCE:
    text.setRise(4 * shift)
    text.setFont("Helvetica", 7 if shift else 11)
    text.textOut(part)
canvas.drawText(text)
canvas.save()

with open(folder / "town.docx", "rb") as file:
    raw = mammoth.extract_raw_text(file).value
readings = {
    "trafilatura": trafilatura.extract(page),
    "html2text": html2text.html2text(page, bodywidth=0),
    "inscriptis": inscriptis.get_text(page),
    "python-docx": docx.Document(folder / "town.docx").paragraphs[0].text,
    "docx2txt": docx2txt.process(folder / "town.docx"),
    "mammoth": raw,
    "pypdf": pypdf.PdfReader(folder / "town.pdf").pages[0].extract_text(),
    "pdfminer.six": extract_text(folder / "town.pdf"),
}
for name, found in readings.items():
    line = next(line for line in found.splitlines() if "Vessory" in line).strip()
    print(f"{name}: {line}")
    assert line == SEEN
PYTHON
echo "seen as described"
