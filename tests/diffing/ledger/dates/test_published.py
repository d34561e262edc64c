"""The day of a file's metadata stands for a date line where there is none."""

from dataclasses import replace
from datetime import date

import pytest

from diffing.comparison import compare
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.dates.changes import date_entries
from diffing.ledger.dates.published import published_day
from diffing.model import Article, MetadataField, Pair
from diffing.text.paragraphs import paragraphs


def _fields(published: str, modified: str = "") -> tuple[MetadataField, ...]:
    pairs = (("published", published), ("modified", modified), ("title", "2026-01-01"))
    return tuple(MetadataField(name, value) for name, value in pairs if value)


@pytest.mark.parametrize(
    ("published", "modified", "day"),
    [
        ("2026-02-03", "", date(2026, 2, 3)),
        ("2026-02-03T23:00:00+01:00", "2026-02-03T23:50:00+01:00", date(2026, 2, 3)),
        ("2026-02-03T10:00:00Z", "", date(2026, 2, 3)),
        ("2026-02-03T23:30:00Z", "", None),
        ("2026-02-03 02:30:00+0000", "", None),
        ("2026-02-03", "2026-02-17", None),
        ("2026-02-03", "soon", None),
        ("2026-02-30", "", None),
        ("Tue, 3 Feb 2026", "", date(2026, 2, 3)),
        ("Tue, 03 Feb 2026 23:30:00 +0100", "2026-02-03", date(2026, 2, 3)),
        ("3 feb 2026 10:00 GMT", "", date(2026, 2, 3)),
        ("Tue, 03 Feb 2026 23:30:00 GMT", "", None),
        ("Tue, 03 Feb 2026 08:00:00 +0100", "Wed, 04 Feb 2026 08:00:00 +0100", None),
        ("31 Feb 2026", "", None),
        ("3 Fév 2026", "", None),
        ("20260203T100000Z", "", date(2026, 2, 3)),
        ("20260203T233000Z", "", None),
        ("20260203T233000-0500", "20260203", date(2026, 2, 3)),
        ("202602031", "", None),
        ("2026-0203", "", None),
        ("", "", None),
    ],
)
def test_the_day_is_told_only_where_it_is_sure(published: str, modified: str, day: date | None) -> None:
    assert published_day(_fields(published, modified)) == day


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"date": "2026-02-03"}, date(2026, 2, 3)),
        ({"Date": "2026-02-03 08:00", "lastmod": "2026-02-03"}, date(2026, 2, 3)),
        ({"date": "2026-02-03", "lastmod": "2026-02-05"}, None),
        ({"published": "true", "date": "2026-02-03"}, date(2026, 2, 3)),
        ({"published": "true"}, None),
        ({"release": "2026-02-03"}, None),
    ],
)
def test_the_fields_of_front_matter(fields: dict[str, str], day: date | None) -> None:
    assert published_day(MetadataField(*field) for field in fields.items()) == day


@pytest.mark.parametrize(("published", "is_changed"), [("2026-02-05", False), ("2026-02-26", True), ("", False)])
def test_a_relative_date_is_read_by_it(published: str, is_changed: bool) -> None:
    texts = Pair("The boat sank on Tuesday near the old pier.", "The boat sank on 3 February near the old pier.")
    left, right = texts.map(lambda text: Article("", paragraphs(text)))
    context = LedgerContext.of(compare(replace(left, metadata=_fields(published)), right), Pair("en", "en"))
    assert bool(list(date_entries(context))) == is_changed
