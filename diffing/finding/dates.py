"""The moment at which an article was published, as far as its metadata say it.

published 2026-02-03T08:00:00+01:00     the third, 7:00 of Greenwich
date 2026-02-03                         the third, at no time
date 3 Feb                              none
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from diffing.model import MetadataField

# What readers of formats call it, then what front matter and tables do.
_NAMES = ("published", "date", "datepublished", "pubdate", "published_at", "modified")
_DATE = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day as its number in the calendar, and the second of that day at Greenwich, None where only a day is known."""

    day: int
    second: int | None = None

    def before(self, other: "Moment") -> bool | None:
        """Return whether this moment is before the other one; None if they are equal, or too coarse to tell."""
        if self.day != other.day:
            return self.day < other.day
        if self.second is None or other.second is None or self.second == other.second:
            return None
        return self.second < other.second


def moment_of(metadata: Iterable[MetadataField]) -> Moment | None:
    """Return the moment at which an article was published."""
    return next((found for value in _values(metadata) if (found := parsed_moment(value))), None)


def published_text(metadata: Iterable[MetadataField]) -> str | None:
    """Return the date at which an article was published as its metadata have it; None if they have no such date."""
    return next((value for value in _values(metadata) if parsed_moment(value)), None)


def odd_date(metadata: Iterable[MetadataField]) -> str | None:
    """Return what an article has for its date, if that is no date in the form of ISO 8601."""
    metadata = tuple(metadata)
    return None if moment_of(metadata) else next(filter(str.strip, _values(metadata)), None)


def _values(metadata: Iterable[MetadataField]) -> Iterator[str]:
    """Return what may be the date of an article, the likeliest first."""
    values = {field.name.lower(): field.value for field in reversed(tuple(metadata))}
    return (values[name] for name in _NAMES if name in values)


def parsed_moment(value: str) -> Moment | None:
    """Return the moment of a date in the form of ISO 8601; None for anything else."""
    found = _DATE.match(value)
    if found is None:
        return None
    year, month, day, hour, minute, second, offset = found.groups()
    try:
        if hour is None:
            return Moment(date(int(year), int(month), int(day)).toordinal())
        at = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0), tzinfo=_zone(offset))
        at = at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Moment(at.toordinal(), at.hour * 3600 + at.minute * 60 + at.second)


def _zone(offset: str | None) -> timezone:
    """Return the time zone of an offset: '+01:00', '-0530'; Greenwich for 'Z' and for none."""
    if offset is None or offset == "Z":
        return UTC
    minutes = int(offset[1:3]) * 60 + int(offset[-2:])
    return timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes))
