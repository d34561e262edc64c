"""The day of an article by the metadata of its file.

published 2026-02-03T08:00:00+01:00                           3 February
date Tue, 3 Feb 2026 08:00:00 +0100                           3 February, as mails and feeds write it
published 2026-02-03, modified 2026-02-17                     none: 'on Friday' was written on one of two days
published 2026-02-03T23:30:00Z                                none: in some places it was the fourth
"""

import re
from collections.abc import Iterable
from datetime import date

from diffing.model import MetadataField
from diffing.patterns import lazy_pattern

# The names in files of web pages, mails and feeds, and in front matter, as Hugo, Jekyll and Pelican have them.
_NAMES = frozenset(("published", "modified", "date", "pubdate", "updated", "lastmod", "last_modified_at"))
# What Jekyll's field 'published' says: whether an article is shown.
_SHOWN = ("true", "false")
# 2026-02-03T08:00:00Z, and without signs between, as NITF writes it.
_TIMED = lazy_pattern(
    r"(\d{4})(-?)(\d\d)\2(\d\d)(?!\d)(?:[T ](?P<hour>\d\d):?\d\d(?::?\d\d(?:\.\d+)?)? ?(?P<utc>Z|[+-]00:?00)?)?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Tue, 3 Feb 2026 08:00:00 GMT
_MAILED = lazy_pattern(
    rf"(?:[a-z]{{3}}, +)?(\d\d?) +({'|'.join(_MONTHS)}) +(\d{{4}})(?!\d)"
    r"(?: +(?P<hour>\d\d):\d\d(?::\d\d)? *(?P<utc>GMT|UTC?|Z|[+-]0000)?)?",
    re.IGNORECASE,
)
# Hours of Greenwich that belong to one day where most newspapers are.
_SURE = range(5, 22)


def published_day(metadata: Iterable[MetadataField]) -> date | None:
    """Return the day on which an article was published and last changed; None if these are two, or unsure."""
    values = (field.value for field in metadata if field.name.lower() in _NAMES)
    days = {_day(value) for value in values if value.lower() not in _SHOWN}
    return days.pop() if len(days) == 1 else None


def _day(value: str) -> date | None:
    if found := _TIMED.match(value):
        parts = (int(found[1]), int(found[3]), int(found[4]))
    elif found := _MAILED.match(value):
        parts = (int(found[3]), _MONTHS.index(found[2].lower()) + 1, int(found[1]))
    else:
        return None
    if found["utc"] and int(found["hour"]) not in _SURE:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None
