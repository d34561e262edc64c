"""What became of numbers and quantities: each case is a pair of texts and all entries of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.ledger.core.details import Counted
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry
from diffing.ledger.numbers.changes import number_entries
from tests.conftest import scaled
from tests.diffing.ledger.compared import context, found


def entries(left: str, right: str, language: str = "en") -> list[tuple[str, str, str]]:
    """Change, words on the left, words on the right."""
    return [(change, before, after) for _, change, before, after in found(number_entries, left, right, language)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The storm killed 12 people here.", "The storm killed 14 people here.", [("changed", "12", "14")]),
        (
            "It found 116 of 164 statements changed.",
            "It found 114 of 164 statements changed.",
            [("changed", "116 of 164", "114 of 164")],
        ),
        (
            "The court ruled 5-4 for the state on it.",
            "The court ruled 6-3 for the state on it.",
            [("changed", "5-4", "6-3")],
        ),
        (
            "Shares fell 3.5 percent to $12.40.",
            "Shares fell 3.4 percent to $12.04.",
            [("changed", "3.5 percent", "3.4 percent"), ("changed", "$12.40", "$12.04")],
        ),
        (
            "It is up 20p to £1.20 here today.",
            "It is up 25p to £1.25 here today.",
            [("changed", "20p", "25p"), ("changed", "£1.20", "£1.25")],
        ),
        ("It was minus 5C in the hills at night.", "It was 5C in the hills at night.", [("changed", "minus 5C", "5C")]),
        ("It fell by -5% in the year to May.", "It fell by 5% in the year to May.", [("changed", "-5%", "5%")]),
        (
            "The town paid 3 million Swedish kronor for it.",
            "The town paid 3 million Danish kroner for it.",
            [("changed", "3 million Swedish kronor", "3 million Danish kroner")],
        ),
        (
            "The town paid 3 million Canadian dollars for it.",
            "The town paid $3 million for it in the spring.",
            [("changed", "3 million Canadian dollars", "$3 million")],
        ),
        (
            "They talked for an hour in the hall.",
            "They talked for two hours in the hall.",
            [("changed", "an hour", "two hours")],
        ),
        (
            "They had 3 children and 2 dogs there.",
            "They had 2 children and 3 dogs there.",
            [("changed", "3", "2"), ("changed", "2", "3")],
        ),
        (
            "Thousands marched through the streets.",
            "Tens of thousands marched through the streets.",
            [("changed", "Thousands", "Tens of thousands")],
        ),
        (
            "It burnt 1,482 homes in the hills.",
            "It burnt more than 1,000 homes in the hills.",
            [("rounded", "1,482", "more than 1,000")],
        ),
        ("The storm killed 12 people here.", "Fourteen people were killed here.", [("changed", "12", "Fourteen")]),
        ("The storm killed 12 people here.", "The storm killed people here.", [("gone", "12", "")]),
        ("The storm killed people here.", "The storm killed 12 people here.", [("new", "", "12")]),
        (
            "The storm killed 1,482 people here.",
            "The storm killed nearly 1,500 people here.",
            [("rounded", "1,482", "nearly 1,500")],
        ),
        (
            "About 300 people came to the square.",
            "More than 300 people came to the square.",
            [("approximation", "About 300", "More than 300")],
        ),
        (
            "They imposed many sanctions on the town.",
            "They imposed several sanctions on the town.",
            [("approximation", "many", "several")],
        ),
        (
            "They imposed 12 sanctions on the old town.",
            "They imposed several sanctions on the old town.",
            [("rounded", "12", "several")],
        ),
        (
            "Dozens of people came to the square on foot.",
            "Hundreds of people came to the square on foot.",
            [("changed", "Dozens", "Hundreds")],
        ),
        (
            "It costs $5 million to build it.",
            "It costs $5 billion to build it.",
            [("changed", "$5 million", "$5 billion")],
        ),
        (
            "It costs $5 million to build it.",
            "It costs €5 million to build it.",
            [("changed", "$5 million", "€5 million")],
        ),
        ("It holds 10⁶ litres.", "It holds 10⁹ litres.", [("changed", "10⁶ litres", "10⁹ litres")]),
        ("The town is 5 km from the sea.", "The town is 5 miles from the sea.", [("changed", "5 km", "5 miles")]),
        (
            "He was given five years in prison.",
            "He was given five months in prison.",
            [("changed", "five years", "five months")],
        ),
        (
            "Prices rose by 5% in the town.",
            "Prices rose by 5 percentage points in the town.",
            [("changed", "5%", "5 percentage points")],
        ),
        ("The team won 2-1 at home here.", "The team won 3-1 at home here.", [("changed", "2-1", "3-1")]),
        (
            "Half of the people came to vote.",
            "A third of the people came to vote.",
            [("changed", "Half of", "A third")],
        ),
        (
            "He earns twice as much as she does.",
            "He earns three times as much as she does.",
            [("changed", "twice", "three times")],
        ),
        (
            "Bank of Ostland surprises with 25bps rise.",
            "Bank of Ostland surprises with half percentage point rise.",
            [("changed", "25bps", "half percentage point")],
        ),
        (
            "Bank of Ostland surprises with quarter-point rise.",
            "Bank of Ostland surprises with half-point rise.",
            [("changed", "quarter-point", "half-point")],
        ),
        (
            "The minister left 10 Quarn Street on foot.",
            "The minister left 12 Quarn Street on foot.",
            [("changed", "10", "12")],
        ),
        (
            "He won a second term in office here.",
            "He won a third term in office here.",
            [("changed", "second", "third")],
        ),
        ("They cited Article 5 of the treaty.", "They cited Article 7 of the treaty.", [("changed", "5", "7")]),
        ("One man was killed in the storm.", "Three men were killed in the storm.", [("changed", "One", "Three")]),
        (
            "There were 12 dead and 15 hurt.",
            "There were 15 dead and 12 hurt.",
            [("changed", "12", "15"), ("changed", "15", "12")],
        ),
    ],
)
def test_changes_are_found(left: str, right: str, expected: list[tuple[str, str, str]]) -> None:
    assert entries(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The storm killed 12 people here.", "Twelve people were killed by the storm here."),
        ("It was 96% of all income in the land.", "It was 96 per cent of all income in the land."),
        ("It cost $1.5bn to build the dam.", "It cost 1.5 billion dollars to build the dam."),
        ("It cost $1.5bn to build the dam.", "It cost US$1,500 million to build the dam."),
        ("He came in 12th in the long race.", "He came in twelfth in the long race."),
        ("It holds 10⁶ litres.", "It holds a million litres."),
        ("The town is 5 km from the sea.", "The town is 3.1 miles from the sea."),
        ("A third of the men were ill here.", "33.3% of the men were ill here."),
        ("Half of the men were ill here.", "50% of the men were ill here."),
        ("One in five men were ill here.", "20% of the men were ill here."),
        ("There were 10-12 people in the room.", "There were between 10 and 12 people in the room."),
        ("There were 12 dead and 15 hurt.", "There were 15 hurt and 12 dead."),
        ("One of them said that no one came.", "A man among them said nobody came."),
        ("The two leaders met in the palace.", "The leaders met in the old palace."),
        ("First, he said that he would go.", "He said that he would go."),
        ("Aged 90, he swam in the cold sea.", "The 90-year-old swam in the cold sea."),
        ("Some 12 to 15 percent of them voted here.", "Some 12-15% of them voted here."),
        ("It cost between $5m and $7m in all.", "It cost $5m-$7m in all then."),
        ("One-third of the men had gone there.", "33 percent of the men had gone there."),
        ("It rose by 10 times in the war here.", "It rose tenfold in the war here."),
        ("The fire burnt 1,482 homes in the hills.", "The fire burnt 1 482 homes in the hills."),
        ("Only 3 of 10 voters chose him that day.", "Only three in ten voters chose him that day."),
        ("It took a year and a half to build it.", "It took 18 months to build it."),
        ("It has grown in a decade to that.", "It has grown in ten years to that."),
        ("It is the worst in half a century here.", "It is the worst in fifty years here."),
        ("He was away for a year in the war.", "He was away for 12 months in the war."),
        ("Sri Lanka ranks 36, above Pakistan at 89.", "Sri Lanka is 36th, above Pakistan at 89th."),
        ("It was 5m krone in all, or £5m.", "It was 5 million krone in all, or £5 million."),
        ("They worked with nil visibility there.", "They worked with zero visibility there."),
        ("About 300 people came to the square.", "Around 300 people came to the square."),
        ("He lived there over ten years ago.", "He lived there ten years ago."),
        ("The rate is higher than a year ago here.", "The rate is lower than a year ago here."),
        ("She will live nearly to the age of 82 here.", "She will live to the age of nearly 82 here."),
        ("The Boeing 737 was on its way home.", "The plane was on its way home."),
        ("The minister left 10 Quarn Street on foot.", "The minister left the house on foot."),
        ("The M23 and the G7 met the COVID-19 team.", "They met the team."),
        ("In 2019 and on 5 March they met him.", "They met him in spring."),
        ("The law of 1.482 people and 2,5 per cent.", "The law of 1482 people and 2.5 per cent."),
        ("Some 5m people and $5m were lost.", "Some 5 million people and $5 million were lost."),
        ("There were several men in the room.", "There were a number of men in the room."),
        ("They imposed a battery of sanctions.", "They imposed several sanctions."),
        ("They imposed a series of sanctions.", "They imposed a raft of sanctions."),
        (
            "The storm killed 12 people in the town.\n\nIt came in the morning from the sea.",
            "The storm killed people in the town.\n\nIt came in the morning from the sea and took twelve lives.",
        ),
        ("The stocks will last no more than ten weeks.", "They have metal for ten weeks at most."),
        ("They were held for six weeks.", "They were kept in custody for a month and a half."),
        (
            "The bank raised its rates by 0.25 points on Wednesday.",
            "The bank raised its rates by a quarter of a percentage point on Wednesday.",
        ),
        (
            "The bank raised its rates by a half percentage point on Wednesday.",
            "The bank raised its rates by 50 basis points on Wednesday.",
        ),
        ("The bank surprises with a quarter-point rise.", "Bank surprises with quarter percentage point rise."),
        ("The water must stand at least 5 metres high.", "The water must stand ≥ 5 metres high."),
        ("Fewer than 300 people came there by bus.", "There came <300 people by bus."),
        ("It costs 300 Mexican pesos to go there by bus.", "It costs 300 pesos to go there by bus."),
        ("The town paid 3m Canadian dollars for it.", "The town paid C$3m for it."),
    ],
)
def test_what_says_the_same_is_no_entry(left: str, right: str) -> None:
    assert entries(left, right) == []
    assert entries(right, left) == []


def test_numbers_of_two_things_are_not_one_changed() -> None:
    left = "Policymakers must aim for a zero tripod of separate but interdependent objectives for all the poor people."
    right = "It says that in this century nobody should be chronically poor, and suggests three policies for them."
    assert all(change != "changed" for change, _, _ in entries(left, right))


@pytest.mark.parametrize(
    ("language", "left", "right", "expected"),
    [
        (
            "es",
            "Murieron 1.482 personas en la ciudad.",
            "Murieron casi 1.500 personas en la ciudad.",
            [("rounded", "1.482", "casi 1.500")],
        ),
        ("es", "Murieron doce personas en la ciudad.", "Murieron 12 personas en la ciudad.", []),
        (
            "es",
            "Costó dos mil millones de dólares.",
            "Costó 3.000 millones de dólares.",
            [("changed", "dos mil millones de dólares", "3.000 millones de dólares")],
        ),
        (
            "fr",
            "La tempête a tué 12 personnes ici.",
            "La tempête a tué quatorze personnes ici.",
            [("changed", "12", "quatorze")],
        ),
        ("fr", "C'est du moins quelques-uns de vous, dit-il.", "C'est quelques-uns de vous du moins, dit-il.", []),
        ("fr", "Un grand nombre d'entre eux vint ici.", "Plusieurs d'entre eux sont venus ici.", []),
        ("fr", "Il a perdu 96 % de ses voix ici.", "Il a perdu 96 pour cent de ses voix ici.", []),
        ("", "Der Sturm hat 12 Menschen getötet.", "Der Sturm hat 14 Menschen getötet.", [("changed", "12", "14")]),
    ],
)
def test_other_languages(language: str, left: str, right: str, expected: list[tuple[str, str, str]]) -> None:
    assert entries(left, right, language) == expected


def test_a_counter_makes_no_one_thing_of_one_and_many() -> None:
    left = "一名当地官员表示,一列从北城开往南港的客运列车在河边与一列货运列车相撞,事故原因仍在调查之中。"
    right = "当地官员表示,客运列车的前四节车厢发生脱轨,目前救援工作仍在持续,约有250名乘客已被安全转移。"
    assert "changed" not in [change for change, _, _ in entries(left, right, "zh")]


def test_what_is_counted_is_noted() -> None:
    (entry,) = number_entries(context("It killed 12 people here.", "It killed 14 people here.", "en"))
    assert entry.detail == Counted("people")
    assert entry.location is Location.SAME_PLACE


@pytest.mark.parametrize(
    ("language", "text", "noun"),
    [
        ("en", "The party has six fewer seats in the hall.", "seats"),
        ("en", "The party won six fewer than before.", ""),
        ("es", "El partido tiene seis menos que hace tiempo.", ""),
        ("es", "El partido tiene seis escaños menos en la sala.", "escaños"),
        ("es", "Acudieron once de la sala al acto.", ""),
        ("fr", "Le parti a six de moins devant la salle.", ""),
        # The noun as written, not its traditional form, in which the texts are compared.
        ("zh", "最大风力达12级。", "级"),
    ],
)
def test_what_is_counted(language: str, text: str, noun: str) -> None:
    (entry,) = number_entries(context(text, "", language))
    assert entry.detail == (Counted(noun) if noun else None)


@pytest.mark.parametrize(
    ("language", "left", "right", "number"),
    [
        (
            "en",
            "Ferry runs aground. It sent two inspectors.",
            "Two dead as ferry runs aground. It sent two inspectors.",
            "Two",
        ),
        (
            "en",
            "The dam broke after three days of rain, with three boats.",
            "Three missing as dam breaks, with three boats.",
            "Three",
        ),
        ("de", "Damm bricht. Zwei Boote fuhren hin.", "Zwei Tote: Damm bricht. Zwei Boote fuhren hin.", "Zwei"),
        ("es", "Cede la presa. Llegaron dos barcos.", "Dos muertos: cede la presa. Llegaron dos barcos.", "Dos"),
        (
            "fr",
            "Le barrage cède. Trois bateaux sont venus.",
            "Trois morts : le barrage cède. Trois bateaux sont venus.",
            "Trois",
        ),
    ],
)
def test_the_number_of_the_dead_is_not_told_by_that_of_boats(language: str, left: str, right: str, number: str) -> None:
    assert ("new", "", number) in entries(left, right, language)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ferry runs aground. Two people were lost.", "Two dead as ferry runs aground. Two people were lost."),
        ("Ferry runs aground. Two crew members died.", "Two dead as ferry runs aground. Two crew members died."),
        ("Ferry runs aground. There were two.", "Two dead as ferry runs aground. There were two."),
        ("Two boats came. Two sailors were killed.", "Two killed at sea. Two boats came."),
    ],
)
def test_a_number_that_may_be_that_of_the_dead_is_no_entry(left: str, right: str) -> None:
    assert not [entry for entry in entries(left, right, "en") if entry[0] == "new"]


_SENTENCES = [
    "The storm killed 12 people in the town.",
    "About 300 people were hurt, and 40% of them badly.",
    "It cost $1.5bn, twice as much as the last one.",
    "They walked between 10 and 12 km to the sea.",
    "Dozens of houses and a dozen cars were lost.",
    "The team won 2-1 at home.",
    "One of the two men was 90 years old.",
]


def mirrored(entry: Entry) -> Entry:
    change = {Change.GONE: Change.NEW, Change.NEW: Change.GONE}.get(entry.change, entry.change)
    return Entry(entry.subject, change, entry.right, entry.left, entry.location)


_ARTICLES = st.lists(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=3).map(" ".join), max_size=4).map(
    "\n\n".join
)


@given(_ARTICLES, _ARTICLES)
@settings(max_examples=scaled(40))
def test_entries_mirror_when_the_sides_are_exchanged_and_a_text_has_none_against_itself(left: str, right: str) -> None:
    there = {(entry.change, entry.left, entry.right) for entry in number_entries(context(left, right, "en"))}
    back = {
        (other.change, other.left, other.right) for other in map(mirrored, number_entries(context(right, left, "en")))
    }
    assert there == back
    assert list(number_entries(context(left, left, "en"))) == []


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["en", "es", "fr", ""]))
@settings(max_examples=scaled(60))
def test_any_texts_can_be_compared(left: str, right: str, language: str) -> None:
    assert all(entry.left or entry.right for entry in number_entries(context(left, right, language)))


def test_very_many_numbers_are_compared_in_time() -> None:
    count = scaled(2_000)
    left = " ".join(f"{number} men and" for number in range(count))
    right = " ".join(f"{number} women and" for number in range(count, 2 * count))
    assert len(list(number_entries(context(left, right, "en")))) >= count


def test_figures_among_characters_that_put_no_spaces_between_words() -> None:
    left, right = (
        "县里已出动救援人员860名、冲锋舟42艘，转移群众1.2万人。",
        "共有1340名救援人员和65艘冲锋舟投入救援，转移群众12000人。",
    )
    assert entries(left, right) == [
        ("changed", "860", "1340"),
        ("changed", "42", "65"),
    ]
