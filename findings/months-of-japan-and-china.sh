#!/bin/sh
# A month and a day, without a year, as Japanese, Chinese and Korean news write them, read by dateparser with Thursday, 5 March 2026 as today.
#
# Expected: 1 December (12月1日), or nothing.
# Seen: dateparser 1.5.0
#   12月1日, parse, Japanese or no language given    5 January 2012: 12 is the year, 1 the month, and the day is today's; 18:30 behind it is kept
#   10月25日, 11月30日                               25 March 2010, 30 March 2011
#   5月3日                                           3 May 2026: right, since no year can be 5
#   12月1日 in a Chinese sentence, search_dates      one day and twelve months ago: 4 March 2025; with a year before it, right
#   12월 1일, Korean                                 1 December 2026: right
# Why it matters: most dates of the news have no year. From October to December they become days of other years, next to right ones from January to
# September, so a story of autumn beside its translation has a list of wrong dates; and two articles of one day agree only where both are misread.
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
# The words, their language (or None), and the moment that is read.
DAYS = (
    ("12月1日", None, "2012-01-05 00:00:00"),
    ("12月1日", "ja", "2012-01-05 00:00:00"),
    ("12月1日 18:30", "ja", "2012-01-05 18:30:00"),
    ("10月25日", "ja", "2010-03-25 00:00:00"),
    ("11月30日", "ja", "2011-03-30 00:00:00"),
    ("5月3日", "ja", "2026-05-03 00:00:00"),
    ("12월 1일", "ko", "2026-12-01 00:00:00"),
)
for words, language, seen in DAYS:
    found = str(dateparser.parse(words, languages=language and [language], settings=TODAY))
    print(f"{words} ({language}): {found}")
    assert found == seen
for sentence, seen in (
    ("会议于12月1日举行。", ["2025-03-04"]),
    ("会议于5月3日举行。", ["2025-10-02"]),
    ("会议于2026年12月1日举行。", ["2026-12-01"]),
):
    found = [str(moment.date()) for _, moment in search_dates(sentence, languages=["zh-Hans"], settings=TODAY)]
    print(f"{sentence}: {found}")
    assert found == seen
PYTHON
echo "seen as described"
