"""Notes of the editors: found, and what they account for."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.ledger.attribution.attribution import attribution_entries
from diffing.ledger.build import ledger
from diffing.ledger.content.changes import content_entries
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Explanation, Speakers
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.corrections.accounts import explain_by_notes, outside_notes
from diffing.ledger.corrections.notes import correction_entries, correction_note
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.meaning.changes import meaning_entries
from diffing.model import Place
from diffing.text.reading import ReadText
from tests.diffing.ledger.compared import context, found, short

_STORY = (
    "The storm killed 12 people in the town on Friday.\n\nThe bridge is not safe, and the mayor claimed it was checked."
)


@pytest.mark.parametrize(
    ("text", "language", "note"),
    [
        ("Correction: The storm killed 14 people.", "en", "Correction: The storm killed 14 people."),
        ("CORRECTION — 14 people died.", "en", "CORRECTION — 14 people died."),
        ("Updated 10 May 2022 with the new count", "en", "Updated 10 May 2022 with the new count"),
        ("Updated 10 May 2022 at 9:15", "en", None),
        ("Editor’s note: names were changed.", "en", "Editor’s note: names were changed."),
        (
            "He left. This article was amended on 3 May to say so. It was 14.",
            "en",
            "This article was amended on 3 May to say so. It was 14.",
        ),
        (
            "(An earlier version of this story misstated the toll.)",
            "en",
            "(An earlier version of this story misstated the toll.)",
        ),
        ("Corrección: fueron 14.", "es", "Corrección: fueron 14."),
        (
            "Dans une version précédente, il y avait 12 morts.",
            "fr",
            "Dans une version précédente, il y avait 12 morts.",
        ),
        ("Updated rules for drivers begin on Monday.", "en", None),
        ("The correction of the course took 5 days.", "en", None),
        ("A clarification is needed: who pays?", "en", None),
        ("", "en", None),
    ],
)
def test_what_is_a_note(text: str, language: str, note: str | None) -> None:
    found_note = correction_note(ReadText(text), lexicon(language))
    assert (text[found_note.start : found_note.end] if found_note else None) == note


def explained(entries: Sequence[Entry], context: LedgerContext) -> tuple[list[str], int]:
    """Return the changes that the only note explains, each text once, and how many others it does not mention."""
    (detail,) = (entry.detail for entry in entries if entry.subject is Subject.CORRECTION)
    assert isinstance(detail, Explanation)
    return [*dict.fromkeys(_shown(entries[at], context) for at in detail.entries)], detail.silent


def _shown(entry: Entry, context: LedgerContext) -> str:
    if isinstance(entry.detail, Speakers):
        return f"{entry.detail.left[0]} → {entry.detail.right[0]}"
    _, _, left, right = short(entry, context)
    return f"{left} → {right}"


def test_notes_of_one_side_and_of_both() -> None:
    note = "Correction: the storm came on Friday."
    other = "Correction: the storm came on Sunday."
    assert found(correction_entries, _STORY, f"{_STORY}\n\n{note}") == [("correction", "new", "", note)]
    assert found(correction_entries, f"{_STORY}\n\n{note}", _STORY) == [("correction", "gone", note, "")]
    assert found(correction_entries, f"{_STORY}\n\n{note}", f"{_STORY}\n\n{other}") == [
        ("correction", "changed", note, other)
    ]
    assert found(correction_entries, f"{_STORY}\n\n{note}", f"{note}\n\n{_STORY}") == []


def test_what_a_note_accounts_for() -> None:
    right = _STORY.replace("12", "14").replace("not safe", "safe").replace("claimed", "said")
    right += "\n\nCorrection: an earlier version of this article said the storm killed 12 people. It killed 14."
    both = context(_STORY, right, "en")
    number = Entry(Subject.NUMBER, Change.CHANGED, (Place(0, 17, 19),), (Place(0, 17, 19),), Location.SAME_PLACE)
    entries = [
        number,
        *meaning_entries(both),
        *attribution_entries(both),
        *correction_entries(both),
        *content_entries(both),
    ]
    after = explain_by_notes(outside_notes(entries), both)
    changes, silent = explained(after, both)
    assert (changes[0], silent) == ("12 → 14", 1)
    # The note itself is no news that the article tells.
    assert [short(entry, both)[:2] for entry in entries if entry.subject is Subject.CONTENT] == [("content", "new")]
    assert [entry for entry in after if entry.subject is Subject.CONTENT] == []


def test_a_note_on_a_not() -> None:
    right = _STORY.replace("not safe", "safe") + "\n\nCorrection: this story said the bridge was not safe."
    both = context(_STORY, right, "en")
    after = explain_by_notes([*meaning_entries(both), *correction_entries(both)], both)
    assert explained(after, both) == (["not → "], 0)


@pytest.mark.parametrize(
    ("left", "right", "note", "changes", "silent"),
    [
        # The note has a 17, but of the crew.
        (
            "There were 17 children in the boats.",
            "There were 38 children in the boats.",
            "Correction: the first figure left out the 17 members of the crew.",
            [],
            1,
        ),
        (
            "There were 17 children in the boats.",
            "There were 38 children in the boats.",
            "Correction: there were 38 children in the boats.",
            ["17 → 38"],
            0,
        ),
        # With both numbers in it no word need tell what they count.
        (
            "The mill was built in 1987 by a lord.",
            "The mill was built in 1978 by a lord.",
            "Correction: It was 1978, not 1987.",
            ["1987 → 1978"],
            0,
        ),
        (
            "Nine people were hurt by the wind.",
            "Ten people were hurt by the wind.",
            "Correction: an earlier version of this article said that 9 had been hurt.",
            ["Nine → Ten"],
            0,
        ),
        (
            "The windows broke, said Mila Horvat of the town.",
            "The windows broke, said Mila Horvath of the town.",
            "Correction: an earlier version of this article misspelled the name of a resident.",
            ["Mila Horvat → Mila Horvath"],
            0,
        ),
        (
            "The choir was led by Carla Mendes of the town.",
            "The choir was led by Carla Mendez of the town.",
            "Correction: A previous version misspelt the surname of Carla Mendez.",
            ["Carla Mendes → Carla Mendez"],
            0,
        ),
        (
            "The choir was led by Carla Mendes of the town.",
            "The choir was led by Carla Mendez of the town.",
            "Correction: An earlier version misspelt the name Carla Mendez.",
            ["Carla Mendes → Carla Mendez"],
            0,
        ),
        (
            "The choir was led by Carla Mendes of the town.",
            "The choir was led by Carla Mendez of the town.",
            "Correction: Carla Mendez's name was misspelled as Mendes in an earlier version.",
            ["Carla Mendes → Carla Mendez"],
            0,
        ),
        (
            "The choir was led by Carla Mendes of the town.",
            "The choir was led by Carla Mendez of the town.",
            "Correction: An earlier version spelled Carla Mendez's surname incorrectly.",
            ["Carla Mendes → Carla Mendez"],
            0,
        ),
        (
            "The choir was led by Carla Mendes of the town.",
            "The choir was led by Carla Mendez of the town.",
            "Correction: An earlier version misspelt the surname of Carla Ruiz.",
            [],
            1,
        ),
        (
            "The union took a pay rise of 4% for the drivers.",
            "The union took a pay rise of 6% for the drivers.",
            "Correction: An earlier version gave the pay rise as four percent.",
            ["4% → 6%"],
            0,
        ),
        # Another name was misspelt, or another person is meant.
        (
            "The windows broke, said Mila Horvat of the town.",
            "The windows broke, said Mila Horvath of the town.",
            "Correction: an earlier version of this article misspelled the name of Ada Wren.",
            [],
            1,
        ),
        (
            "The windows broke, said Mila Horvat of the town.",
            "The windows broke, said Anna Stein of the town.",
            "Correction: an earlier version of this article misspelled the name of a resident.",
            [],
            1,
        ),
        (
            "“The storm broke every window in my street,” said Mila Horvat.",
            "“The storm broke every window in my street,” said Anna Stein.",
            "Correction: remarks by Anna Stein were wrongly attributed to Mila Horvat.",
            ["Mila Horvat → Anna Stein"],
            0,
        ),
    ],
)
def test_whether_a_note_speaks_of_a_change(left: str, right: str, note: str, changes: list[str], silent: int) -> None:
    before, behind = _STORY.split("\n\n")
    both = context(f"{before}\n\n{left}\n\n{behind}", f"{before}\n\n{right}\n\n{behind}\n\n{note}", "en")
    assert explained(ledger(both.comparison).entries, both) == (changes, silent)


def test_without_notes_all_entries_stay() -> None:
    both = context(_STORY, _STORY.replace("not safe", "safe"), "en")
    entries = list(meaning_entries(both))
    assert explain_by_notes(outside_notes(entries), both) == entries


@given(st.text())
def test_any_text(text: str) -> None:
    note = correction_note(ReadText(text), lexicon("en"))
    assert note is None or 0 <= note.start < note.end == len(text)
