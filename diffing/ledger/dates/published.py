"""The day of an article by the metadata of its file.

published 2026-02-03T08:00:00+01:00                           3 February
published 2026-02-03, modified 2026-02-17                     none: 'on Friday' was written on one of two days
published 2026-02-03T23:30:00Z                                none: in some places it was the fourth
"""

import re
from collections.abc import Iterable
from datetime import date

from diffing.model import MetadataField

_NAMES = frozenset(("published", "modified"))
_TIMED = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):\d\d(?::\d\d(?:\.\d+)?)? ?(Z|[+-]00:?00)?)?")
# Hours of Greenwich that belong to one day where most newspapers are.
_SURE = range(5, 22)


def published_day(metadata: Iterable[MetadataField]) -> date | None:
    """Return the day on which an article was published and last changed; None if these are two, or unsure."""
    days = {_day(field.value) for field in metadata if field.name in _NAMES}
    return days.pop() if len(days) == 1 else None


def _day(value: str) -> date | None:
    found = _TIMED.match(value)
    if found is None or (found[5] and int(found[4]) not in _SURE):
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
