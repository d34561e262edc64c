#!/bin/sh
# The chapters of an e-book, in the text that converters make of it. The book is valid: its manifest lists the files by name, as many tools write it
# (chapter1, chapter10, chapter2, notes), and its spine has the order of reading (1, 2, 10); the notes are marked as outside of it (linear="no").
#
# Expected: chapters 1, 2, 10, as every reader of e-books shows them; the notes last, if at all.
# Seen:
#   epub2txt 0.1.6 (with ebooklib 0.17.1), epub-to-text 2.0.0   1, 10, 2, notes: the order of the manifest
#   markitdown 0.1.9                                            1, 2, notes, 10: the notes in the middle of the story
# Why it matters: beside another edition or translation, whose maker named the files otherwise, chapters 2 to 9 have moved, and nobody moved them; an
# aligner that keeps the order, as those for translators do, loses them. The first two take what `get_items` of ebooklib yields, which is the manifest.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for number in 1 2 3; do python3 -m venv "$folder/venv$number"; done
"$folder/venv1/bin/pip" install --quiet epub2txt==0.1.6 ebooklib==0.17.1 2>/dev/null
"$folder/venv2/bin/pip" install --quiet epub-to-text==2.0.0 2>/dev/null
"$folder/venv3/bin/pip" install --quiet markitdown==0.1.9 2>/dev/null
cd "$folder"
python3 - <<'PYTHON'
import zipfile

CHAPTERS = {"chapter1": "The first chapter", "chapter10": "The tenth chapter", "chapter2": "The second chapter", "notes": "A note"}
SPINE = ("chapter1", "chapter2", "notes", "chapter10")
PAGE = (
    '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
    "<head><title>{0}</title></head><body>{1}</body></html>"
)
contents = "".join(f'<li><a href="{name}.xhtml">{name}</a></li>' for name in SPINE)
pages = {name: PAGE.format(name, f"<p>{words} tells of the harbour of Vessory and of its keeper.</p>") for name, words in CHAPTERS.items()}
pages["nav"] = PAGE.format("Contents", f'<nav epub:type="toc"><ol>{contents}</ol></nav>')
manifest = "".join(
    f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"{" properties=" + chr(34) + "nav" + chr(34) if name == "nav" else ""}/>'
    for name in sorted(pages)
)
spine = "".join(f'<itemref idref="{name}"{" linear=" + chr(34) + "no" + chr(34) if name == "notes" else ""}/>' for name in SPINE)
with zipfile.ZipFile("book.epub", "w") as book:
    book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
    book.writestr(
        "META-INF/container.xml",
        '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    )
    book.writestr(
        "book.opf",
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:example:vessory</dc:identifier><dc:title>Vessory</dc:title>'
        '<dc:language>en</dc:language><meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata>'
        f"<manifest>{manifest}</manifest><spine>{spine}</spine></package>",
    )
    for name, page in pages.items():
        book.writestr(f"{name}.xhtml", page)
PYTHON
"$folder/venv1/bin/python" -W ignore -c 'import epub2txt; print(epub2txt.epub2txt("book.epub"))' >first.txt
"$folder/venv2/bin/epub-to-text" book.epub --single-text -o second >/dev/null 2>&1
"$folder/venv3/bin/markitdown" book.epub >third.txt 2>/dev/null
order() { grep -ohE 'The (first|second|tenth) chapter|A note' "$@" | tr '\n' ';'; }
echo "epub2txt:     $(order first.txt)"
echo "epub-to-text: $(order second/*.txt)"
echo "markitdown:   $(order third.txt)"
[ "$(order first.txt)" = "The first chapter;The tenth chapter;The second chapter;A note;" ]
[ "$(order second/*.txt)" = "The first chapter;The tenth chapter;The second chapter;A note;" ]
[ "$(order third.txt)" = "The first chapter;The second chapter;A note;The tenth chapter;" ]
echo "seen as described"
