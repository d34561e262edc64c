#!/bin/sh
# A correction that keeps the old words, struck out: <del>412</del> <ins>421</ins>, as many outlets print it; the same in a Word document.
#
# Expected: the article as it stands, "will cost 421 million euros" and "is guilty"; or the old words with a mark.
# Seen:
#   trafilatura 2.3.1, inscriptis 2.7.6    "will cost 412 421 million euros", "is not guilty"
#   justext 3.0.2                          "will cost 412421 million euros", "is not guilty"
#   goose3 3.1.22                          "will cost million euros", "is guilty": what was struck out and what replaced it are both gone
#   python-docx 1.2.0, docx2txt 0.9, mammoth 1.13.0 (raw text)      as jusText, in a Word document with struck-out words
# Why it matters: what the outlet took back is read as said, or the corrected figure is in neither form there. Whoever compares the article
# before and after its correction finds no change where there is one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet trafilatura==2.3.1 lxml_html_clean==0.4.6 inscriptis==2.7.6 justext==3.0.2 goose3==3.1.22 python-docx==1.2.0 docx2txt==0.9 \
    mammoth==1.13.0 2>/dev/null
"$folder/venv/bin/python" - "$folder/story.docx" <<'PYTHON'
import sys

import docx
import docx2txt
import inscriptis
import justext
import mammoth
import trafilatura
from goose3 import Goose

STORY = "The tram line will cost <del>412</del> <ins>421</ins> million euros, and the mayor of Vessory is <s>not</s> guilty, the judge said on Monday."
OTHER = "The council met on Thursday to talk about the new tram line between the station and the old harbour, which has been planned for years."
page = (
    "<!doctype html><html lang=en><head><title>Tram</title></head><body><article><h1>Tram line</h1>"
    f"<p>{OTHER}</p><p>{STORY}</p><p>{OTHER.replace('Thursday', 'Friday')}</p></article></body></html>"
)
path = sys.argv[1]
document = docx.Document()
paragraph = document.add_paragraph("The tram line will cost ")
for words, is_struck in (("412", True), ("421 million euros, and the mayor of Vessory is ", False), ("not ", True), ("guilty.", False)):
    paragraph.add_run(words).font.strike = is_struck
document.save(path)

with open(path, "rb") as file:
    raw = mammoth.extract_raw_text(file).value
both, none = "will cost 412 421 million euros", "will cost million euros"
glued = "will cost 412421 million euros"
readings = {
    "trafilatura": (trafilatura.extract(page), both, "is not guilty"),
    "inscriptis": (inscriptis.get_text(page), both, "is not guilty"),
    "justext": (
        "\n".join(one.text for one in justext.justext(page.encode(), justext.get_stoplist("English"))),
        glued,
        "is not guilty",
    ),
    "goose3": (Goose({"enable_image_fetching": False}).extract(raw_html=page).cleaned_text, none, "is guilty"),
    "python-docx": (docx.Document(path).paragraphs[0].text, glued, "is not guilty"),
    "docx2txt": (docx2txt.process(path), glued, "is not guilty"),
    "mammoth": (raw, glued, "is not guilty"),
}
for name, (found, cost, verdict) in readings.items():
    line = " ".join(next(line for line in found.splitlines() if "tram line will" in line).split())
    print(f"{name}: {line}")
    assert cost in line and verdict in line
PYTHON
echo "seen as described"
