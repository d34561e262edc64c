"""A change in few words, all of them from the articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.details import Counted, Detail, Replacement, Speakers, StatedWithout, WordChanges
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.model import Comparison, Pair, Place
from tests.tui.running import article
from tui.present.change_words import ChangeWords, change_words

LEFT = [
    "Twelve barges lay in Tarn harbour; the pilot did not brake, said Owen Brandt of the port.",
    "“We saw nothing of it,” she said. 码头上有十二名工人受伤。",
    "会议批准了这项计划。",
]
RIGHT = [
    "Fourteen barges lay in Tarn harbour; the pilot did brake, said the port.",
    "“We heard nothing of it,” he said. 码头上有十四名工人受伤。 It may rain.",
    "会议没有批准这项计划。",
]


def place(texts: list[str], words: str) -> Place:
    at = next(at for at, text in enumerate(texts) if words in text)
    start = texts[at].index(words)
    return Place(at, start, start + len(words))


def told(subject: Subject, change: Change, left: str, right: str, detail: Detail | None = None) -> ChangeWords:
    old = (place(LEFT, left),) if left else ()
    new = (place(RIGHT, right),) if right else ()
    comparison = Comparison(article(LEFT), article(RIGHT), compare(article(LEFT), article(RIGHT)).rows)
    return change_words(Entry(subject, change, old, new, Location.SAME_PLACE, detail), comparison)


@pytest.mark.parametrize(
    ("subject", "change", "left", "right", "detail", "shown"),
    [
        (
            Subject.NUMBER,
            Change.CHANGED,
            "Twelve",
            "Fourteen",
            Counted("barges"),
            ChangeWords("Twelve", "Fourteen", "barges"),
        ),
        # Without a noun that is counted, the words behind say what it is about, without 'in' at their end.
        (Subject.NUMBER, Change.CHANGED, "Twelve", "Fourteen", None, ChangeWords("Twelve", "Fourteen", "barges lay")),
        (Subject.NUMBER, Change.GONE, "Twelve barges", "", None, ChangeWords("Twelve barges", "", "lay")),
        # A mark ends what is about; nothing behind it is.
        (Subject.NAME, Change.GONE, "Tarn harbour", "", None, ChangeWords("Tarn harbour", "")),
        (Subject.NUMBER, Change.CHANGED, "十二", "十四", Counted("工人"), ChangeWords("十二", "十四", "工人")),
        # Words that only one side quotes differ by their marks.
        (Subject.QUOTATION, Change.QUOTED, "the port", "the port", None, ChangeWords("the port", "“the port”")),
        (Subject.QUOTATION, Change.UNQUOTED, "the port", "the port", None, ChangeWords("“the port”", "the port")),
        # One character is half a word: of what is denied the whole is shown, up to a word such as 'this'.
        (
            Subject.NEGATION,
            Change.NEW,
            "",
            "没有",
            StatedWithout(Place(2, 2, 3)),
            ChangeWords("批准了", "没有批准"),
        ),
        # A measure word says nothing without what is measured.
        (Subject.NUMBER, Change.CHANGED, "十二", "十四", Counted("名"), ChangeWords("十二", "十四", "名工人受伤")),
        (
            Subject.NEGATION,
            Change.GONE,
            "not",
            "",
            StatedWithout(place(RIGHT, "brake")),
            ChangeWords("did not brake", "did brake"),
        ),
        (
            Subject.QUOTATION,
            Change.REWORDED,
            "We saw nothing of it",
            "We heard nothing of it",
            WordChanges((Replacement("saw", "heard"),)),
            ChangeWords("“saw”", "“heard”"),
        ),
        (
            Subject.QUOTATION,
            Change.TRIMMED,
            "We saw nothing of it",
            "We heard nothing of it",
            WordChanges(cut=("of it",)),
            ChangeWords("“of it”", ""),
        ),
        (
            Subject.QUOTATION,
            Change.REWORDED,
            "We saw nothing of it",
            "We heard nothing of it",
            WordChanges(added=("at all",)),
            ChangeWords("", "“at all”"),
        ),
        (
            Subject.QUOTATION,
            Change.GONE,
            "We saw nothing of it",
            "",
            None,
            ChangeWords("“We saw nothing of it”", ""),
        ),
        (
            Subject.ATTRIBUTION,
            Change.CHANGED,
            "We saw nothing of it",
            "We heard nothing of it",
            Speakers(("she",), ("he", "the port")),
            ChangeWords("she", "he / the port", "“We heard nothing of it”"),
        ),
        (Subject.HEADLINE, Change.CHANGED, "Twelve", "Fourteen", None, ChangeWords("Twelve", "Fourteen")),
        (Subject.CONTENT, Change.NEW, "", "It may rain.", None, ChangeWords("", "It may rain.")),
    ],
)
def test_the_words_of_a_change(
    subject: Subject, change: Change, left: str, right: str, detail: Detail | None, shown: ChangeWords
) -> None:
    assert told(subject, change, left, right, detail) == shown


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("The mayor did not resign.", "The mayor did resign.", ("did not resign", "did resign")),
        # In a quotation too, what one side lost says little without the word before.
        (
            "“The driver did not ignore a signal,” said Ada Brill.",
            "“The driver did ignore a signal,” said Ada Brill.",
            ("“did not ignore”", "“did ignore”"),
        ),
        ("The ferry carried 40 people.", "The ferry carried 70 people.", ("40", "70")),
        # Of a long passage, what differs is shown.
        (
            "“The storm made all people in the north see friends of Mayor Holt in the harbour, who hide,” she said.",
            "“The storm made all people in the north see Mayor Holt’s friends in the harbour, which hide,” she said.",
            ("“friends of Mayor Holt … who”", "“Mayor Holt’s friends … which”"),
        ),
        # Of a source, who it is: not the words around, which both have.
        (
            "The talks of the state and the town failed in the night, the village press reported.",
            "The talks of the state and the town failed in the night, The Velmora Echo reported.",
            ("the village press", "The Velmora Echo"),
        ),
        (
            "Nach Angaben der Polizei wurden zwei Menschen bei dem Unfall auf der Brücke verletzt.",
            "Nach Angaben der Feuerwehr wurden zwei Menschen bei dem Unfall auf der Brücke verletzt.",
            ("Polizei", "Feuerwehr"),
        ),
        (
            "Según la policía, dos personas resultaron heridas en el choque del puente.",
            "Según los bomberos, dos personas resultaron heridas en el choque del puente.",
            ("la policía", "los bomberos"),
        ),
    ],
)
def test_of_articles_the_words_are_found(left: str, right: str, shown: tuple[str, str]) -> None:
    comparison = compare(article([left]), article([right]))
    assert shown in [change_words(entry, comparison)[:2] for entry in ledger(comparison).entries]


@pytest.mark.parametrize(
    ("text", "name", "about"),
    [
        ("It fell, the Velmora Echo reported.", "Velmora Echo", ""),
        ("Ruth Amdahl won it.", "Ruth Amdahl", ""),
        ("Am Abend sprach Ruth Amdahl dagegen.", "Ruth Amdahl", ""),
        ("Minister Inés de la Vega spoke.", "Minister Inés", "de la Vega"),
    ],
)
def test_a_name_is_whole_and_stands_alone(text: str, name: str, about: str) -> None:
    start = text.index(name)
    entry = Entry(Subject.NAME, Change.NEW, (), (Place(0, start, start + len(name)),), Location.NOWHERE)
    assert change_words(entry, compare(article(["It fell."]), article([text]))) == ChangeWords("", name, about)


@pytest.mark.parametrize("location", [Location.DATE_LINES, Location.SAME_PLACE])
def test_dates_stand_alone(location: Location) -> None:
    left, right = article(["5 March 2031 Rain fell."]), article(["2031-03-06 Senior officials left."])
    places = (Place(0, 0, 12),), (Place(0, 0, 10),)
    entry = Entry(Subject.DATE, Change.CHANGED, *places, location)
    assert change_words(entry, compare(left, right)) == ChangeWords("5 March 2031", "2031-03-06")


@pytest.mark.parametrize(
    ("behind", "about"),
    [
        # No number and no function word stands at the end.
        (" to 3 for the pier on Monday.", ""),
        (" bis 3 für den Steg.", ""),
        (" contre 3 au conseil.", "contre"),
        (" votes to 3 against it.", "votes"),
        # A name is whole, or it is not there.
        (" Mayor Ruth Amdahl in Tarn.", "Mayor Ruth Amdahl"),
        (" minister Inés de la Vega today.", "minister Inés de la Vega"),
        (" Mayor J. Soto of Tarn.", "Mayor J. Soto"),
        (" la alcaldesa Marta Ruiz.", "la alcaldesa"),
        (" Mayor Ruth. The crew sang.", "Mayor Ruth"),
        (" Mayor Ruth, Ada Brill said.", "Mayor Ruth"),
        (" port Annabella-Wilhelmina Featherstonehaugh-Cholmondeley-Marjoribanks wept.", "port"),
        (" sailors of Tarn.", "sailors"),
    ],
)
def test_the_words_behind_are_whole(behind: str, about: str) -> None:
    text = article([f"Claimed{behind}"])
    entry = Entry(Subject.ATTRIBUTION, Change.NEW, (), (Place(0, 0, 7),), Location.SAME_PLACE)
    assert change_words(entry, compare(article(["Said."]), text)).about == about


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        (
            "Correction: Prices rose by 2.9%. An earlier version said it was 2.7%.",
            "Correction: Prices rose by 2.9%. An earlier version said it was 2.5%.",
            ("… said it was 2.7%.", "… said it was 2.5%."),
        ),
        (
            "Berichtigung: Der Hafen heißt Tarn, nicht Torn.",
            "Berichtigung: Der Hafen heißt Tarn, nicht Turn.",
            ("… heißt Tarn, nicht Torn.", "… heißt Tarn, nicht Turn."),
        ),
        ("Correction: 12 died.", "Correction: 14 died.", ("Correction: 12 died.", "Correction: 14 died.")),
    ],
)
def test_of_a_note_on_both_sides_the_words_that_differ_are_shown(left: str, right: str, shown: tuple[str, str]) -> None:
    old, new = ((Place(0, 0, len(text)),) for text in (left, right))
    entry = Entry(Subject.CORRECTION, Change.CHANGED, old, new, Location.NOTES)
    assert change_words(entry, compare(article([left]), article([right])))[:2] == shown


@pytest.mark.parametrize(
    ("text", "number", "shown"),
    [
        ("Storm kills two as it crosses the coast", "two", "kills two"),
        ("The line is closed at kilometre 31.", "31", "kilometre 31"),
        ("Ferry runs aground, killing 1 and injuring 17", "1", "killing 1"),
        ("Die Fähre rammt Hafen 3 und sinkt", "3", "Hafen 3"),
        ("Rates stay at 3 per cent.", "3 per cent", "3 per cent"),
        ("Twelve.", "Twelve", "Twelve"),
        ("A 57-year-old, he said.", "57", "57"),
    ],
)
def test_a_bare_number_of_one_side_has_the_word_before_it(text: str, number: str, shown: str) -> None:
    start = text.index(number)
    entry = Entry(Subject.NUMBER, Change.GONE, (Place(0, start, start + len(number)),), (), Location.NOWHERE)
    assert change_words(entry, compare(article([text]), article(["Rain."]))).old == shown


@given(st.text(st.sampled_from("ab,. 12水\u0301"), max_size=30), st.integers(0, 60), st.integers(1, 60))
def test_there_are_words_and_they_are_from_the_article(around: str, start: int, length: int) -> None:
    text = f"{around}One word{around}"
    first = min(start, len(text) - 1)
    where = Place(0, first, min(len(text), first + length))
    comparison = compare(article([text]), article([text]))
    words = change_words(Entry(Subject.NUMBER, Change.GONE, (where,), (), Location.NOWHERE), comparison)
    assert words.old.endswith(" ".join(text[where.start : where.end].split()))
    assert words.old in " ".join(text.split())
    assert words.new == ""
    assert words.about in text


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        (
            "Die Brücke von Neuhagen kostet 230 Millionen Euro.",
            "The bridge costs 230 million dollars in all.",
            "dollars",
        ),
        ("Die Brücke von Neuhagen kostet 230 Millionen Euro.", "The bridge costs 320 million euros in all.", "euros"),
    ],
)
def test_a_number_with_its_unit_stands_alone(left: str, right: str, shown: str) -> None:
    comparison = compare(article([left]), article([right]), languages=Pair("de", "en"))
    (entry,) = ledger(comparison).entries
    words = change_words(entry, comparison)
    assert (words.about or words.new.split()[-1]).split()[0] == shown
    assert bool(words.about) == (shown == "euros")
