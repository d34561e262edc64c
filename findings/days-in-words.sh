#!/bin/sh
# Days of a text in words, looked for by dateparser's search_dates, with Thursday, 5 March 2026 as today.
#
# Expected: the day that is named, or nothing.
# Seen: dateparser 1.5.0
#   es  pasado mañana (the day after tomorrow)          'mañana': 6 March, tomorrow; pt: depois de amanhã the same
#   en  the day before yesterday, the day after tomorrow  4 March and 6 March; dateparser.parse alone has both right
#   it  l'altro ieri (the day before yesterday)         'ieri': 4 March, yesterday
#   de  am 3. Mai um 20 Uhr (at 8 p.m. on 3 May)        3 May 2020
#   fr  Le 1er mai 2026 à 20 heures                     '20 heures': twenty hours ago, and no first of May
#   en  in the 1980s                                    half an hour ago: 1980 seconds
# Why it matters: two articles that name one day get two, and a correction of the day ('tomorrow', no: 'the day after tomorrow') is no change at all.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet dateparser==1.5.0 2>/dev/null
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from datetime import datetime

import dateparser
from dateparser.search import search_dates

TODAY = {"RELATIVE_BASE": datetime(2026, 3, 5, 12), "TIMEZONE": "UTC"}
# The language, the text, and the days that are found.
TEXTS = (
    ("es", "El concejo se reúne pasado mañana.", ["2026-03-06"]),
    ("es", "El concejo se reúne mañana.", ["2026-03-06"]),
    ("pt", "O conselho se reúne depois de amanhã.", ["2026-03-06"]),
    ("en", "the day before yesterday", ["2026-03-04"]),
    ("en", "the day after tomorrow", ["2026-03-06"]),
    ("it", "Il consiglio si è riunito l'altro ieri.", ["2026-03-04"]),
    ("de", "am 3. Mai um 20 Uhr", ["2020-05-03"]),
    ("fr", "Le 1er mai 2026 à 20 heures", ["2026-03-04"]),
    ("en", "in the 1980s", ["2026-03-05"]),
)
for language, text, seen in TEXTS:
    found = search_dates(text, languages=[language], settings=TODAY) or []
    print(f"{language}: {text} -> {[(words, str(moment)) for words, moment in found]}")
    assert [str(moment.date()) for _, moment in found] == seen
for text, right in (("the day before yesterday", 3), ("the day after tomorrow", 7)):
    assert dateparser.parse(text, languages=["en"], settings=TODAY).day == right
PYTHON
echo "seen as described"
