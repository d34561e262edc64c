"""Words that turn a statement in a translation; nothing where a negation or a second word may answer."""

import pytest

from diffing.ledger.core.details import Senses
from diffing.ledger.core.model import Subject
from diffing.ledger.translated.changes import beads_of
from diffing.ledger.translated.facts import facts_of
from diffing.ledger.translated.reversals import reversed_statements
from diffing.ledger.translated.senses import senses_of
from diffing.model import Comparison, Kind, Op, Pair, Row, Span
from diffing.translation.contents import Reader
from tests.tui.running import article


def found(languages: tuple[str, str], left: str, right: str) -> list[tuple[str, str]]:
    row = Row(Kind.TRANSLATED, (0,), (0,), False, 0.9, (Span(Op.TRANSLATED, left, right),))
    comparison = Comparison(article([left]), article([right]), (row,), languages=Pair(*languages))
    (bead,) = beads_of(row)
    facts = Pair(facts_of(left, Reader(languages[0])), facts_of(right, Reader(languages[1])))
    senses = Pair(senses_of(left, languages[0]), senses_of(right, languages[1]))
    entries = list(reversed_statements(row, comparison, bead, senses, facts))
    assert all(entry.subject is Subject.CONTENT and isinstance(entry.detail, Senses) for entry in entries)
    return [(entry.left[0].words(comparison.left), entry.right[0].words(comparison.right)) for entry in entries]


@pytest.mark.parametrize(
    ("languages", "left", "right", "words"),
    [
        (("es", "en"), "El alcalde negó el informe.", "The mayor confirmed the report.", ("negó", "confirmed")),
        (("fr", "en"), "La société a accepté de payer.", "The company has rejected it.", ("accepté", "rejected")),
        (
            ("de", "en"),
            "Das Ministerium lehnte einen Zuschuss von 900.000 Euro ab.",
            "The ministry approved a subsidy of 900,000 euros.",
            ("lehnte einen Zuschuss von 900.000 Euro ab", "approved"),
        ),
        (("pl", "en"), "Burmistrz zaprzeczył.", "The mayor confirmed it.", ("zaprzeczył", "confirmed")),
        (("tr", "de"), "Kira yüzde 12 arttı.", "Die Miete sank um 12 Prozent.", ("arttı", "sank")),
        (("ko", "en"), "판매가 12% 줄었다.", "Sales rose by 12 percent.", ("줄었다", "rose")),
        (("ja", "en"), "利用者は12%減った。", "The number of users increased by 12%.", ("減っ", "increased")),
        (("he", "en"), "המחירים עלו ב-12 אחוזים.", "Prices fell by 12 percent.", ("עלו", "fell")),
        (("ar", "fr"), "ورفضت البلدية الطلب.", "La commune a accepté la demande.", ("ورفضت", "accepté")),
        (("el", "en"), "Οι τιμές μειώθηκαν κατά 12%.", "Prices rose by 12%.", ("μειώθηκαν", "rose")),
        (("fi", "sv"), "Hinnat nousivat 12 prosenttia.", "Priserna sjönk med 12 procent.", ("nousivat", "sjönk")),
        # Each sentence has two words: those in the clause of a number count.
        (
            ("uk", "en"),
            "Ціни зросли на 3%, а попит упав на 5%.",
            "Prices rose by 3%, and demand rose by 5%.",
            ("упав", "rose"),
        ),
        (("it", "es"), "I prezzi sono saliti a maggio.", "Los precios cayeron en mayo.", ("saliti", "cayeron")),
        (("pt", "en"), "Dois feridos graves.", "Two minor injuries.", ("graves", "minor")),
    ],
)
def test_a_word_of_another_class_turns_the_statement(
    languages: tuple[str, str], left: str, right: str, words: tuple[str, str]
) -> None:
    assert found(languages, left, right) == [words]


@pytest.mark.parametrize(
    ("languages", "left", "right"),
    [
        (("es", "en"), "El alcalde confirmó el informe.", "The mayor confirmed the report."),
        # A negation turns it back.
        (("es", "en"), "El alcalde no confirmó el informe.", "The mayor denied the report."),
        # Of two words of the group, either may be the answer.
        (("es", "en"), "Negó el informe y rechazó el plan.", "He accepted the report and rejected the plan."),
        (("es", "en"), "El puerto cierra en octubre.", "The port is said to be busy in October."),
        # No words of this language are known.
        (("th", "en"), "นายกเทศมนตรีปฏิเสธ", "The mayor confirmed it."),
        (("tr", "en"), "Başkan öneriyi kabul etmedi.", "The mayor rejected the proposal."),
        (("ja", "en"), "市長は提案を認めなかった。", "The mayor rejected the proposal."),
        (("uk", "en"), "Ціни зросли на 3%, а попит упав на 5%.", "Demand fell by 5% as prices rose by 3%."),
        (("hu", "en"), "Az árak 12 százalékkal nem csökkentek.", "Prices rose by 12 percent."),
    ],
)
def test_what_may_say_the_same_is_no_entry(languages: tuple[str, str], left: str, right: str) -> None:
    assert found(languages, left, right) == []
