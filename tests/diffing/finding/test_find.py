"""Related articles among many: which pairs, how they are related, which is the source."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.corpus import reports
from diffing.comparison import compare
from diffing.finding.candidates import candidates
from diffing.finding.find import FoundPair, confirmed, find, relation_of
from diffing.finding.likeness import Likeness, likeness
from diffing.finding.origin import LikelySource, Side
from diffing.finding.relation import THRESHOLD, UNALIGNED_MORE, Relation, relation_by_words
from diffing.finding.signatures import signature
from diffing.model import Pair
from diffing.sources.plain import article
from tests.quality.events import invented_reports

AGENCY = """The ice on Lake Orrin broke on Sunday under 40 skaters, and the firemen of Tellby pulled all of them out.

Nobody had asked whether the lake was open, said fire chief Runa Aker. A sign on the shore had been turned by the wind.

Tellby will close the eastern shore of the lake until Thursday and measure the ice at 12 places every morning."""
DAILY = """Forty skaters in the water: at the weekend the ice of Lake Orrin gave way. Everybody lives.

Tellby will close the eastern shore of the lake until Thursday and measure the ice at 12 places every morning.

Our reporter met a boy who had gone in up to his neck. He wants to skate again, he says, and his mother hides them.

Last winter the lake did not freeze at all, and before that it carried the fair for six weeks."""
REWRITE = """The ice on Lake Orrin broke on Sunday under 40 people, and firemen from Tellby saved all of them.

No one had asked if the lake was open, fire chief Runa Aker said. The wind had turned a sign on the shore.

Tellby will close the shore until Thursday and measure the ice every morning."""
OTHER = """The ice hotel of Harrow opens on Friday with 30 rooms, and the mayor of Sunnfoss will sleep in the first one.

Nobody has asked what a room costs, said its owner Edvin Moe. A price stood on the door and has been turned around."""

# Two reports on one event, in words and paragraphs of their own.
FERRY = tuple(report.text for report in invented_reports()[:2])


def relations(texts: Sequence[str], threshold: float = THRESHOLD) -> dict[tuple[int, int], Relation]:
    return {(pair.left, pair.right): pair.related.relation for pair in find(texts, threshold=threshold)}


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (AGENCY, AGENCY, Relation.SAME_TEXT),
        (AGENCY, AGENCY.replace(" said fire chief", " said  fire chief").replace("40", "40"), Relation.SAME_TEXT),
        (AGENCY, AGENCY.replace("all of them", "39 of them"), Relation.NEW_VERSION),
        (AGENCY, AGENCY.split("\n\n")[0], Relation.NEW_VERSION),
        (AGENCY, REWRITE, Relation.REWRITE),
        (AGENCY, DAILY, Relation.COMMON_SOURCE),
        (AGENCY, OTHER, None),
        (AGENCY, "", None),
        ("", "", None),
    ],
    ids=["same", "space", "one figure", "cut", "rewrite", "common source", "other", "empty", "nothing"],
)
def test_the_relation_of_two_articles(one: str, other: str, relation: Relation | None) -> None:
    assert relations([one, other]).get((0, 1)) is relation
    assert relations([other, one]).get((0, 1)) is relation


FIRST = """Fire in the grain store of Ottersby

The grain store of Ottersby has been on fire since half past four this morning, the fire service of Hallow said.

Eleven engines are on the scene, and the road to Pell is closed. Residents of Mill Lane were asked to leave.

Nobody is reported missing."""
GROWN = """Grain store of Ottersby burns down

The grain store of Ottersby, the oldest in the county, has been on fire since half past four this morning, the fire
service of Hallow said.

Eleven engines are on the scene, and the road to Pell is closed. Residents of Mill Lane were asked to leave.

The owner, Corin Baxley, told our reporter that 900 tonnes of barley were lost, and that the roof had been mended only
in June. An insurer puts the damage at two million.

Nobody is reported missing. Investigators look at a conveyor belt which had jammed twice in the past week, and at a
welder's work on the loading bay. The county will decide on Thursday whether the ruin can stand."""
COMPANY = """Larkhall Mills to close its works at Dunmoor

The works at Dunmoor will close in October, and 310 people lose their work. The machines go to another site.

"We have looked for a buyer for eleven months, and nobody offered to keep the weaving hall. The losses of the past
three years could not be borne any longer," said managing director Petra Vane.

"Every apprentice will be able to finish at our works in Selby. We owe that to the families who have worked here for
four generations," she added.

Larkhall was founded in 1874 and sells cloth to 40 countries. Its shop in the old gatehouse will stay open on Saturdays.

Questions go to the press office."""
VILLAGE = """The last shift of the weavers

When the horn sounded at noon, Ged Orme did not move. He has mended looms for 33 years, and his father did before him.

"We have looked for a buyer for eleven months, and nobody offered to keep the weaving hall. The losses of the past
three years could not be borne any longer," it said on the note at the gate.

"Every apprentice will be able to finish at our works in Selby. We owe that to the families who have worked here for
four generations," it went on.

Selby is an hour away by bus, says Orme, and the first one leaves at seven. The band will play on the green tonight."""


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (FIRST, GROWN, Relation.NEW_VERSION),
        (FIRST, GROWN.replace("Nobody is reported missing. ", ""), Relation.NEW_VERSION),
        (COMPANY, VILLAGE, Relation.COMMON_SOURCE),
    ],
    ids=["grown", "grown and cut", "quotations"],
)
def test_the_relation_of_what_grew_and_of_what_is_quoted(one: str, other: str, relation: Relation) -> None:
    assert relations([one, other]) == {(0, 1): relation}
    assert relations([other, one]) == {(0, 1): relation}


COUNCIL = """The council of Marlow Bay will build 240 flats on the old harbour by 2033, mayor Irene Castell
said on Monday.

"We have waited twelve years for this day," Castell said.

The work will cost 31 million euros and begins in March."""
AYUNTAMIENTO = """El ayuntamiento de Marlow Bay construirá 260 pisos en el antiguo puerto antes de 2033, dijo el lunes
la alcaldesa Irene Castell.

«Hemos esperado doce años este día», dijo Castell.

Las obras costarán 31 millones de euros y empiezan en marzo."""


def test_a_translation_is_never_the_same_text() -> None:
    (found,) = find([COUNCIL, AYUNTAMIENTO])
    assert found.related.relation is Relation.TRANSLATION
    assert found.related.score < 1.0


@pytest.mark.parametrize(
    ("one", "other", "decided"),
    [
        (AGENCY, AGENCY, Relation.SAME_TEXT),
        (AGENCY, AGENCY.replace("all of them", "39 of them"), Relation.NEW_VERSION),
        (AGENCY, DAILY, Relation.COMMON_SOURCE),
        (AGENCY, OTHER, None),
        (*FERRY, None),
        (COUNCIL, AYUNTAMIENTO, None),
        ("", "", None),
    ],
    ids=["same", "one figure", "passage", "other", "event", "translation", "nothing"],
)
def test_the_compared_words_alone_decide_some_relations(one: str, other: str, decided: Relation | None) -> None:
    comparison = compare(one, other)
    assert relation_by_words(comparison) is decided
    related, _ = relation_of(comparison, comparison.articles.map(signature))
    assert decided in (None, related.relation)
    # No score reaches this threshold without the likeness.
    assert relation_by_words(comparison, 1.01) in (None, Relation.SAME_TEXT)


def test_one_pair_has_one_score() -> None:
    """The score of a pair does not depend on the threshold, nor on what else is in the folder."""
    told = [report.text for report in invented_reports()]
    alone = [pair.related.score for texts in ([AGENCY, REWRITE], [COUNCIL, AYUNTAMIENTO]) for pair in find(texts)]
    for threshold in (0.2, 0.4):
        found = {
            (pair.left, pair.right): pair.related.score
            for pair in find([AGENCY, REWRITE, COUNCIL, AYUNTAMIENTO, *told], threshold=threshold)
        }
        assert [found[0, 1], found[2, 3]] == alone


def test_two_reports_on_one_event_and_no_others() -> None:
    told = invented_reports()
    expected = {(one, other) for one, other in combinations(range(len(told)), 2) if told[one][:2] == told[other][:2]}
    found = relations([report.text for report in told])
    assert set(found) == expected
    assert set(found.values()) == {Relation.SAME_EVENT}


def test_a_text_with_the_words_of_all_is_no_report_on_any_event() -> None:
    """A book has the words of every report, and many more; what it has of a report as it stands is found."""
    told = [report.text for report in invented_reports()[:8]]
    unknown = [f"He met Q{at:x}y in {at:x}dor, she said." for at in range(6_000)]
    words = sorted({word for text in told for word in text.split()})
    book = "\n\n".join([*(" and ".join(["so", *words[at::40]]) for at in range(40)), *unknown])
    own = signature(article(book))
    assert max(likeness(signature(article(text)), own).score for text in told) < THRESHOLD
    assert relations([AGENCY, "\n\n".join([AGENCY, *unknown[:600]])]) == {(0, 1): Relation.NEW_VERSION}


def test_one_form_with_other_facts_is_unrelated() -> None:
    forms = [report for report in invented_reports() if report.subject == "weather"]
    assert len(forms) == 2
    assert relations([report.text for report in forms]) == {}


def pair(one: str, other: str) -> FoundPair:
    (found,) = find([one, other])
    return found


def dated(day: str, text: str) -> str:
    return f"---\ndate: {day}\n---\n{text}"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (dated("2031-01-13", AGENCY), dated("2031-01-12", AGENCY), LikelySource(Side.RIGHT, None, Side.RIGHT)),
        (dated("2031-01-13", REWRITE), dated("2031-01-12", AGENCY), LikelySource(Side.RIGHT, None, Side.RIGHT)),
        (AGENCY, AGENCY, LikelySource(None, None, None)),
        (dated("2031-01-12", AGENCY), dated("2031-01-13", DAILY), LikelySource(Side.LEFT, None, None)),
    ],
    ids=["same text", "rewrite", "no dates", "common source"],
)
def test_the_earlier_is_the_source(one: str, other: str, expected: LikelySource) -> None:
    found = pair(one, other).origin
    assert (found.earlier, found.source) == (expected.earlier, expected.source)


def test_without_dates_no_source_is_named() -> None:
    named = AGENCY.replace("fire chief Runa Aker", "fire chief Runa Aker, head of Station 7 in North Tellby since 2019")
    found = pair(REWRITE, named)
    assert found.related.relation is Relation.REWRITE
    assert found.origin == LikelySource(None, Side.RIGHT, None)
    assert pair(named, REWRITE).origin == found.origin.swapped()


def test_days_leave_out_what_is_further_apart() -> None:
    texts = [dated("2031-01-12", AGENCY), dated("2031-01-20", AGENCY), AGENCY]
    assert [(pair.left, pair.right) for pair in find(texts, days=7)] == [(0, 2), (1, 2)]


def test_the_threshold_decides() -> None:
    assert relations([AGENCY, OTHER], threshold=0.0) != {}
    assert relations([AGENCY, REWRITE], threshold=1.0) == {}


def test_the_same_signatures_give_the_same_likeness_from_both_sides() -> None:
    one, other = signature(article(AGENCY)), signature(article(REWRITE))
    assert likeness(one, other).score == pytest.approx(likeness(other, one).score)
    assert likeness(one, one).score == pytest.approx(1.0)


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_texts_have_pairs_in_order(texts: list[str]) -> None:
    found = [(pair.left, pair.right) for pair in find(texts)]
    assert found == sorted(set(found))
    assert all(left < right for left, right in found)


def test_an_invented_corpus() -> None:
    """Of 300 articles no unrelated pair is judged likely, and most related ones are."""
    told = list(reports(300))
    pairs = list(candidates([signature(article(one.text)) for one in told], THRESHOLD))
    assert all(told[one.left].story == told[one.right].story for one in pairs)
    related = sum(one.story == other.story for one, other in combinations(told, 2))
    assert len(pairs) >= 0.7 * related


TRANSLATED = Path(__file__).parent.parent / "translation" / "articles"


def test_articles_and_their_translations() -> None:
    """Six articles and their translations among reports in five languages: each with its own, and with no other."""
    folders = sorted(TRANSLATED.iterdir())
    texts = [(folder / f"{side}.txt").read_text(encoding="utf-8") for folder in folders for side in ("left", "right")]
    told = [report.text for report in invented_reports()]
    found = {(pair.left, pair.right): pair.related for pair in find([*texts, *told])}
    across = {pair: one.relation for pair, one in found.items() if pair[0] < len(texts)}
    assert across == {(at, at + 1): Relation.TRANSLATION for at in range(0, len(texts), 2)}


@pytest.mark.parametrize(
    ("texts", "among_all", "is_related"),
    [
        pytest.param(FERRY, THRESHOLD + UNALIGNED_MORE, True, id="no paragraph corresponds, rare words do"),
        pytest.param(FERRY, THRESHOLD, False, id="no paragraph corresponds"),
        pytest.param((AGENCY, REWRITE), THRESHOLD, True, id="paragraphs correspond"),
    ],
)
def test_without_paragraphs_that_correspond_the_words_have_to_be_rare_in_the_folder(
    texts: Sequence[str], among_all: float, is_related: bool
) -> None:
    articles = Pair(*map(article, texts))
    found = confirmed(articles, articles.map(signature), THRESHOLD, Likeness(among_all, among_all))
    assert (found is not None) is is_related
