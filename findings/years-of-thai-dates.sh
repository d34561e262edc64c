#!/bin/sh
# The years of Thai dates. Thailand counts from the Buddha: 2569 is 2026, and all its news write so.
#
# Expected: 3 May 2569 (3 พฤษภาคม 2569) is 3 May 2026.
# Seen:
#   arrow 1.4.0, locale "th"   writes 2026-05-03 as "3 พฤษภาคม 2569", and reads its own words as 3 May 2569; it refuses 29 February 2567, which
#                              was 29 February 2024, since 2567 is no leap year
#   dateparser 1.5.0           3 May 2569; "3 พ.ค. 69" is 1969; with the era before the year (พ.ศ. 2569) parse finds nothing, and search_dates two
#                              dates: 3 May of this year, and one in 2569
# Why it matters: a Thai story beside its English rendering differs in every date, by 543 years, and a day that a program wrote is another day when it
# is read again.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet arrow==1.4.0 dateparser==1.5.0 2>/dev/null
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from datetime import date, datetime

import arrow
import dateparser
from dateparser.search import search_dates

FORM = "D MMMM YYYY"
written = arrow.get(date(2026, 5, 3)).format(FORM, locale="th")
read = arrow.get(written, FORM, locale="th").date()
print(f"arrow: 2026-05-03 -> {written} -> {read}")
assert (written, str(read)) == ("3 พฤษภาคม 2569", "2569-05-03")
leap = arrow.get(date(2024, 2, 29)).format(FORM, locale="th")
try:
    arrow.get(leap, FORM, locale="th")
except ValueError as error:
    print(f"arrow: 2024-02-29 -> {leap} -> {error}")
else:
    raise AssertionError(leap)

TODAY = {"RELATIVE_BASE": datetime(2026, 3, 5, 12), "TIMEZONE": "UTC"}
for words, seen in (("3 พฤษภาคม 2569", "2569-05-03 00:00:00"), ("3 พ.ค. 69", "1969-05-03 00:00:00"), ("3 พฤษภาคม พ.ศ. 2569", "None")):
    found = str(dateparser.parse(words, languages=["th"], settings=TODAY))
    print(f"dateparser: {words} -> {found}")
    assert found == seen
searched = [str(moment.date()) for _, moment in search_dates("ประชุมเมื่อวันที่ 3 พฤษภาคม พ.ศ. 2569", languages=["th"], settings=TODAY)]
print(f"dateparser, search: {searched}")
assert searched == ["2026-05-03", "2569-03-05"]
PYTHON
echo "seen as described"
