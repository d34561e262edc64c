"""Facts, negations and quotations are planted in translations, and an entry counts that has both sides of one."""

from dataclasses import replace

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.model import Pair
from tests.quality.translation_facts import Planted, Truth
from tests.quality.translation_sayings import Change, cuts, denials

SPANISH = "La comisión, presidida por Elvira Santos, revisó 3.400 documentos y habló con 61 vecinos."
ENGLISH = "The commission, chaired by Elvira Santos, went through 3,400 documents and talked to 61 residents."


@pytest.mark.parametrize(("right", "is_found"), [("3.400", True), ("61", False)])
def test_a_fact_is_found_if_the_other_side_is_the_true_one(right: str, is_found: bool) -> None:
    texts = Pair(SPANISH, ENGLISH)
    start = ENGLISH.index("3,400")
    planted = Planted(ENGLISH.replace("3,400", "3,700"), start, start + 5, (start, start + 5))
    changed = compare(SPANISH, planted.text)
    (entry,) = ledger(changed).entries
    (place,) = entry.left
    at = SPANISH.index(right)
    moved = replace(entry, left=(place._replace(start=at, end=at + len(right)),))
    truth = Truth(texts, {"languages": ["es", "en"]})
    assert truth.is_found([moved], changed, 1, planted) is is_found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The bridge was opened. Who was there?", "The bridge was not opened. Who was there?"),
        ("en", "It was not open.", "It was open."),
        ("fr", "Le pont n'est pas ouvert.", "Le pont est ouvert."),
        ("fr", "Le pont est ouvert.", "Le pont n'est pas ouvert."),
        ("de", "Die Brücke wurde am Montag eröffnet.", "Die Brücke wurde am Montag nicht eröffnet."),
        ("it", "Il ponte è aperto.", "Il ponte non è aperto."),
        ("nl", "De brug is vandaag geopend.", "De brug is vandaag niet geopend."),
        ("ru", "Суд рассмотрит жалобу.", "Суд не рассмотрит жалобу."),
        # What denies already is not denied twice.
        ("en", "Nobody was there.", None),
        ("en", "The bridge was opened", None),
    ],
)
def test_a_negation_is_put_in_or_taken_out(language: str, text: str, expected: str | None) -> None:
    assert [changed(text, one) for one in denials(text, language)] == ([expected] if expected else [])


def test_a_quotation_loses_its_second_half() -> None:
    text = "A first line.\n\n“We asked twice, and they promised to help,” he said. “No.”"
    assert [changed(text, one) for one in cuts(text)] == ["A first line.\n\n“We asked twice, and they.” he said. “No.”"]


def changed(text: str, change: Change) -> str:
    """Return a text with a change."""
    return text[: change.start] + change.new + text[change.end :]
