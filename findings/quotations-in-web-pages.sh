#!/bin/sh
# A quotation in a web page that the page marks as one, <q>...</q>: every browser shows it between quotation marks.
#
# Expected: “We will never build it”, in marks, as html2text 2025.4.15 and inscriptis 2.7.6 have it.
# Seen:
#   trafilatura 2.3.1    no marks, and the sentence ends behind each quotation: three lines
#   justext 3.0.2        no marks
#   goose3 3.1.22        no marks, and a short quotation is gone with its words: "the plan is of the old council"
# Why it matters: what somebody said becomes what the outlet says. Beside an article with the same words in marks, a quotation was dropped.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet trafilatura==2.3.1 lxml_html_clean==0.4.6 justext==3.0.2 goose3==3.1.22 html2text==2025.4.15 inscriptis==2.7.6 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import html2text
import inscriptis
import justext
import trafilatura
from goose3 import Goose

STORY = "The mayor said on Monday: <q>We will never build it</q>, and the plan is <q>a monument to vanity</q> of the old council."
OTHER = "The council met on Thursday to talk about the new tram line between the station and the old harbour, which has been planned for years."
page = (
    "<!doctype html><html lang=en><head><title>Tram</title></head><body><article><h1>Tram line</h1>"
    f"<p>{OTHER}</p><p>{STORY}</p><p>{OTHER.replace('Thursday', 'Friday')}</p></article></body></html>"
)
MARKED = 'said on Monday: "We will never build it", and the plan is "a monument to vanity" of the old council.'
readings = {
    "html2text": (html2text.html2text(page, bodywidth=0), MARKED),
    "inscriptis": (inscriptis.get_text(page), MARKED),
    "trafilatura": (
        trafilatura.extract(page),
        "said on Monday: We will never build it\n, and the plan is a monument to vanity\nof the old council.",
    ),
    "justext": (
        "\n".join(one.text for one in justext.justext(page.encode(), justext.get_stoplist("English"))),
        "said on Monday: We will never build it, and the plan is a monument to vanity of the old council.",
    ),
    "goose3": (
        Goose({"enable_image_fetching": False}).extract(raw_html=page).cleaned_text,
        "said on Monday: We will never build it , and the plan is of the old council.",
    ),
}
for name, (found, seen) in readings.items():
    print(f"{name}: {found[found.index('The mayor') :].split('The council')[0].strip()!r}")
    assert seen in found
PYTHON
echo "seen as described"
