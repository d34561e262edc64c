"""The English of every detail and every location."""

from typing import get_args

import pytest

from diffing.comparison import compare
from diffing.ledger.core.details import (
    Counted,
    DateMeant,
    DatesMeant,
    Detail,
    Exchanged,
    Explanation,
    Extent,
    Occurrences,
    Opposites,
    Replacement,
    Senses,
    Speakers,
    StatedWithout,
    WithoutMarks,
    WordChanges,
)
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.model import Pair, Place
from tests.conftest import readable
from tests.tui.running import article
from tui.present.entry_remarks import location, remarks

_LEFT, _RIGHT = Place(0, 0, 6), Place(0, 4, 8)
COMPARISON = compare(article(["Twelve cats slept."]), article(["Two dogs slept."]))


def entry(subject: Subject, change: Change, where: Location, detail: Detail | None = None) -> Entry:
    left, right = () if change is Change.NEW else (_LEFT,), () if change is Change.GONE else (_RIGHT,)
    return Entry(subject, change, left, right, where, detail)


_N, _D, _Q, _A = Subject.NUMBER, Subject.DATE, Subject.QUOTATION, Subject.NAME
_CHANGED, _GONE, _NEW = Change.CHANGED, Change.GONE, Change.NEW
_DATES = DatesMeant(DateMeant("day", day=5), DateMeant("day", day=6))
CASES = [
    (entry(_N, _CHANGED, Location.SAME_PLACE), "in the same place"),
    (entry(_N, _CHANGED, Location.SAME_SENTENCE, Counted("people")), "counted: people; in the same sentence"),
    (entry(_N, _GONE, Location.OUTSIDE_STORY), "only outside the story of the other article"),
    (entry(_A, _GONE, Location.NOWHERE, Occurrences(3)), "named 3 times; nowhere in the other article"),
    (entry(_A, _CHANGED, Location.SAME_PLACE, Occurrences(2)), "in 2 places; in the same place"),
    (entry(_D, _CHANGED, Location.SAME_PLACE, _DATES), "in the same place"),
    (entry(_D, Change.ROUNDED, Location.SAME_PLACE, _DATES), "less exact on one side; in the same place"),
    (entry(_D, _CHANGED, Location.DATE_LINES, _DATES), "the dates the articles carry; date lines"),
    (entry(Subject.SOURCE, _CHANGED, Location.BYLINES), "the bylines"),
    (entry(_Q, _GONE, Location.NOWHERE), "quoted nowhere in the other article"),
    (
        entry(_Q, Change.SPEAKER, Location.SAME_PARAGRAPH, Speakers(("Ana", "Soto"), ("Ruiz",))),
        "Ana / Soto → Ruiz; quoted in the same paragraph",
    ),
    (
        entry(
            _Q, Change.REWORDED, Location.ELSEWHERE, WordChanges((Replacement("saw", "looked"),), ("a",), ("b", "c"))
        ),
        "saw → looked; cut: a; added: b; c; quoted elsewhere in the other article",
    ),
    (
        entry(_Q, Change.UNQUOTED, Location.SAME_PARAGRAPH, WithoutMarks(is_exact=True)),
        "the same words stand without marks in the same paragraph",
    ),
    (
        entry(_Q, Change.QUOTED, Location.ELSEWHERE, WithoutMarks(is_exact=False)),
        "most of its words stand without marks elsewhere in the other article",
    ),
    (
        entry(Subject.CERTAINTY, _CHANGED, Location.SAME_PLACE, Senses("possible", "certain")),
        "from possible to certain; in the same place",
    ),
    (entry(Subject.NEGATION, _CHANGED, Location.SAME_PLACE, Opposites()), "the opposite in the same place"),
    (
        entry(Subject.CONTENT, _CHANGED, Location.SAME_SENTENCE, Exchanged()),
        "the two changed places; in the same sentence",
    ),
    (
        entry(Subject.NEGATION, _GONE, Location.SAME_SENTENCE, StatedWithout(Place(0, 4, 8))),
        "the other article has 'dogs' without it, in the same sentence",
    ),
    (
        entry(Subject.NEGATION, _NEW, Location.SAME_SENTENCE, StatedWithout(Place(0, 7, 11))),
        "the other article has 'cats' without it, in the same sentence",
    ),
    (entry(Subject.SOURCE, _CHANGED, Location.SAME_SENTENCE), "in the same sentence"),
    (entry(Subject.SOURCE, _NEW, Location.SAME_SENTENCE), "the other article says it without the source"),
    (entry(Subject.CORRECTION, _CHANGED, Location.NOTES), "a note on each side"),
    (entry(Subject.CORRECTION, _NEW, Location.NOWHERE), "no such note in the other article"),
    (
        entry(Subject.CORRECTION, _NEW, Location.NOWHERE, Explanation((1,), 0)),
        "explains Twelve → dogs; no such note in the other article",
    ),
    (
        entry(Subject.CORRECTION, _CHANGED, Location.NOTES, Explanation((), 1)),
        "explains none of the changes found; says nothing of 1 change of fact, quotation or meaning; "
        "a note on each side",
    ),
    (
        entry(Subject.CORRECTION, _CHANGED, Location.NOTES, Explanation((1, 2, 3), 2)),
        "explains Twelve → dogs, nothing → dogs, Ana → Ruiz; "
        "says nothing of 2 changes of fact, quotation or meaning; a note on each side",
    ),
    (entry(Subject.HEADLINE, _CHANGED, Location.HEADLINES), "the headlines"),
    (entry(Subject.HEADLINE, _GONE, Location.NOWHERE), "the other article has no headline"),
    (
        entry(Subject.CONTENT, _GONE, Location.NOWHERE, Extent(is_whole=True)),
        "a paragraph, no counterpart found",
    ),
    (entry(Subject.CONTENT, _NEW, Location.UNLINKED, Extent(is_whole=True)), "a paragraph, no counterpart found"),
    (entry(Subject.CONTENT, _NEW, Location.NOWHERE, Extent(is_whole=False)), "words, no counterpart found"),
]


def ledger(first: Entry) -> Ledger:
    """Return a ledger with an entry before three that a note may explain."""
    speakers = entry(_Q, Change.SPEAKER, Location.SAME_PARAGRAPH, Speakers(("Ana",), ("Ruiz",)))
    others = (entry(_N, _CHANGED, Location.SAME_PLACE), entry(_N, _NEW, Location.NOWHERE), speakers)
    return Ledger((first, *others), Pair("en", "en"))


@pytest.mark.parametrize(("one", "said"), CASES, ids=[readable(said) for _, said in CASES])
def test_what_is_said_of_an_entry(one: Entry, said: str) -> None:
    assert remarks(one, COMPARISON, ledger(one)) == said


def test_every_location_and_every_kind_of_detail_has_its_english() -> None:
    assert {one.location for one, _ in CASES} == {*Location}
    assert {type(one.detail) for one, _ in CASES} == {*get_args(Detail), type(None)}
    for where in Location:
        assert location(entry(_N, _CHANGED, where), COMPARISON)


def test_many_changes_of_a_quotation_are_counted_and_long_words_cut() -> None:
    replaced = tuple(Replacement(f"a{at}", f"b{at}") for at in range(6))
    long = "begin " + "x" * 100 + " end"
    one = entry(_Q, Change.REWORDED, Location.SAME_PARAGRAPH, WordChanges(replaced, ("c",) * 5, (long,)))
    said = remarks(one, COMPARISON, ledger(one))
    assert said.startswith("a0 → b0; a1 → b1; a2 → b2; a3 → b3; 2 more; cut: c; c; c; c; added: begin x")
    assert f"{'x' * 34} … {'x' * 36} end; quoted" in said


def test_many_changes_that_a_note_explains_are_counted_and_long_texts_cut() -> None:
    text = "A1 b2 c3 d4 e5 f6 g7 h8 " + "long " * 10
    comparison = compare(article([text]), article([text]))
    gone = [Entry(_N, _GONE, (Place(0, at, at + 2),), (), Location.NOWHERE) for at in range(0, 24, 3)]
    whole = Entry(_N, _GONE, (Place(0, 0, len(text)),), (), Location.NOWHERE)
    note = entry(Subject.CORRECTION, _NEW, Location.NOWHERE, Explanation((9, *range(1, 9)), 0))
    said = remarks(note, comparison, Ledger((note, *gone, whole), Pair("en", "en")))
    assert said == (
        "explains A1 b2 c3 d4 e5 f6 g7 h8 long long long… → nothing, A1 → nothing, b2 → nothing, c3 → nothing, "
        "d4 → nothing, e5 → nothing and 3 more; no such note in the other article"
    )


def test_a_fact_at_several_places_is_explained_once() -> None:
    comparison = compare(article(["Two died. The two were old."]), article(["Three died. The three were old."]))
    number = Entry(
        _N, _CHANGED, (Place(0, 0, 3), Place(0, 14, 17)), (Place(0, 0, 5), Place(0, 16, 21)), Location.SAME_PLACE
    )
    note = entry(Subject.CORRECTION, _NEW, Location.NOWHERE, Explanation((1,), 0))
    said = remarks(note, comparison, Ledger((note, number), Pair("en", "en")))
    assert said.startswith("explains Two → Three; ")
