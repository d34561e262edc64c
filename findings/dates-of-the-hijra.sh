#!/bin/sh
# A date of the Islamic calendar in one article, the same day of the common calendar in the other.
#
# hijridate and convertdate (module islamic) both turn a date of the Hijra into one of the common calendar.
# Expected: the same day, or a day that the library says is approximate.
# Seen (hijridate 2.6.0, convertdate 2.5.1): the feast of 1 Shawwal 1446 is 30 March 2025 by one and 31 March by the other; of the
# months of 1430 to 1460, more than half begin on different days. hijridate has the calendar of Umm al-Qura, by which Saudi Arabia dates;
# convertdate counts by a rule, and its result has nothing that says so.
# Why it matters: a check of dates by the second library says that a right translation moved the feast by a day; by either, it
# would miss a date that is wrong by one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet hijridate==2.6.0 convertdate==2.5.1 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from convertdate import islamic
from hijridate import Hijri


def days(year, month, day):
    one = Hijri(year, month, day).to_gregorian()
    return (one.year, one.month, one.day), islamic.to_gregorian(year, month, day)


feast = days(1446, 10, 1)
print(f"1 Shawwal 1446: expected the same day twice; seen {feast[0]} and {feast[1]}")
months = [days(year, month, 1) for year in range(1430, 1461) for month in range(1, 13)]
others = sum(one != other for one, other in months)
print(f"first days of months, 1430 to 1460: {others} of {len(months)} differ")
assert feast == ((2025, 3, 30), (2025, 3, 31))
assert others == 205
PYTHON
echo "seen as described"
