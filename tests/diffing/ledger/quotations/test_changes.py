"""What became of quotations: each case is a pair of small articles and the entries it must give, and no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.comparison import compare
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Detail, Replacement, Speakers, WithoutMarks, WordChanges
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry
from diffing.ledger.quotations import pairing
from diffing.ledger.quotations.changes import quotation_entries
from diffing.ledger.quotations.speakers import SameSpeaker, same_name
from diffing.model import Article, Pair
from diffing.text.paragraphs import paragraphs


def entries(left: str, right: str, language: str = "", same: SameSpeaker = same_name) -> list[Entry]:
    articles = Pair(left, right).map(lambda text: Article("", paragraphs(text)))
    comparison = compare(*articles)
    return list(quotation_entries(LedgerContext.of(comparison, Pair(language, language) if language else None), same))


Told = tuple[Change, Detail | None]


def told(left: str, right: str, language: str = "en") -> list[Told]:
    return [(entry.change, entry.detail) for entry in entries(left, right, language)]


def reworded(*replaced: tuple[str, str], cut: tuple[str, ...] = (), added: tuple[str, ...] = ()) -> Told:
    return Change.REWORDED, WordChanges(tuple(Replacement(*words) for words in replaced), cut, added)


def trimmed(cut: tuple[str, ...] = ()) -> Told:
    return Change.TRIMMED, WordChanges(cut=cut)


def speaker(left: str, right: str) -> Told:
    return Change.SPEAKER, Speakers((left,), (right,))


UNQUOTED = (Change.UNQUOTED, WithoutMarks(is_exact=True))
PARAPHRASED = (Change.UNQUOTED, WithoutMarks(is_exact=False))
GONE = (Change.GONE, None)


_LEAD = "The council of the harbour town met for three hours on the plan for a new bridge.\n\n"


@pytest.mark.parametrize(
    ("left", "right", "pieces"),
    [
        # What is the same on both sides was not reworded.
        (
            "“We had nineteen minutes to get out of the water,” Soto said. “Nobody was left behind.”",
            "“It took us nineteen minutes to get out of the water,” Soto said. “Nobody was left behind.”",
            (
                ["We had nineteen minutes to get out of the water,"],
                ["It took us nineteen minutes to get out of the water,"],
            ),
        ),
        (
            "“Nobody was left behind,” Soto said. “We had nineteen minutes to get out of the water.”",
            "“Nobody was left behind,” Soto said. “It took us nineteen minutes to get out of the water.”",
            (
                ["We had nineteen minutes to get out of the water."],
                ["It took us nineteen minutes to get out of the water."],
            ),
        ),
        # Where one side has nothing it is the piece that lacks the words.
        (
            "“The square is full of people,” Soto said. “They do not buy shoes.”",
            "“The square is full of people,” Soto said.",
            (["They do not buy shoes."], ["The square is full of people,"]),
        ),
        (
            "“The square is full of people,” Soto said. “They do not buy shoes in the winter.”",
            "“The square is now full of rich people,” Soto said. “They do not buy any shoes in the winter.”",
            (
                ["The square is full of people,", "They do not buy shoes in the winter."],
                ["The square is now full of rich people,", "They do not buy any shoes in the winter."],
            ),
        ),
    ],
)
def test_the_pieces_of_a_quotation_that_differ(left: str, right: str, pieces: tuple[list[str], list[str]]) -> None:
    articles = Pair(_LEAD + left, _LEAD + right).map(lambda text: Article("", paragraphs(text)))
    for sides, expected in ((articles, Pair(*pieces)), (articles.swapped(), Pair(*pieces).swapped())):
        (entry,) = quotation_entries(LedgerContext.of(compare(*sides), Pair("en", "en")))
        assert [place.words(sides.left) for place in entry.left] == expected.left
        assert [place.words(sides.right) for place in entry.right] == expected.right


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Set differently.
        ("“We will build it soon,” Soto said.", '"We will build it soon," Soto said.'),
        ("“We will build it soon,” Soto said.", "‘We will build it soon’, Soto said."),
        ("“We’ll build it soon,” Soto said.", "«We'll build it soon», Soto said."),
        ("“The café is small, ‘Nicolás’ told me,” Soto said.", "“The cafe is small, “Nicolás” told me”, Soto said."),
        ("“We will build it – soon,” Soto said.", "“We will build it — soon!” Soto said."),
        # Told around it in another way.
        (
            "“We will build it soon, and so will you,” Soto said.",
            "“We will build it soon,” Soto said, “and so will you.”",
        ),
        ("“We will build it. It is time,” Soto said.", "“We will build it,” Soto said. “It is time.”"),
        ("“We will build it soon,” Soto said.", "Soto told the council: “We will build it soon.”"),
        ("“We will build it soon,” said Ana Soto.", "“We will build it soon,” Soto warned."),
        ("“We will build it soon,” the mayor said.", "“We will build it soon,” Soto said."),
        ("“We will build it soon,” she said.", "“We will build it soon,” Soto said."),
        ("“We will build it soon,” Soto said.", "“We will build it soon,” Ruiz said, quoting Soto."),
        ("“We will build it soon,” Officials said.", "“We will build it soon,” Soto said, as officials did."),
        ("“We will build it soon.\n\n“It is time,” Soto said.", "“We will build it soon. It is time,” Soto said."),
        # Nobody spoke what is in brackets.
        ("“They [the builders] will come soon,” Soto said.", "“They will come soon,” Soto said."),
        ("“He will come very soon,” Soto said.", "“[Ruiz] will come very soon,” Soto said."),
        # The marks leave out an article that is there.
        ("Soto called it “a great shame” for all.", "Soto called it a “great shame” for all."),
        # Words held at arm's length, or a title, that come or go with their sentence.
        ("Soto was there. They are the “experts” of the town.", "Soto was there."),
        ("Soto was there.", "Soto was there. She has read “A Bridge Too Far” twice."),
        # A name, all that is left of what was said, is no report of it.
        ("“If Ana-Maria Ruiz,” Soto said.", "It was Ana-Maria Ruiz who said it."),
        ("“We will build it soon,” said Ringelmann.", "“We will build it soon,” admi\u00adtted Ring\u00adelmann."),
        ("“We will build it soon,” said Nicolás.", "“We will build it soon,” said Nicola\u0301s."),
        # Short ones are the same only where they stand: that it is elsewhere too says nothing.
        ("They call it “.arden”.\n\nThe “.arden” name was sold.", "They call it “.arden”.\n\nThe name was sold."),
        # Broken at the end of a line.
        ("“We build two stand- alones and a tower,” Soto said.", "“We build two standalones and a tower,” Soto said."),
        # The same words are quoted elsewhere.
        ("“Shame,” they cried. “It is a shame on all of us,” Soto said.", "“It is a shame on all of us,” Soto said."),
        # A year or decade without its century.
        ("The bridge of the ’90s was the workers’ pride.", "The bridge of the '90s was the workers' pride."),
    ],
)
def test_no_entry(left: str, right: str) -> None:
    assert told(_LEAD + left, _LEAD + right) == []
    assert told(_LEAD + right, _LEAD + left) == []


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "“We will build it soon,” Soto said.",
            "“We may build it soon,” Soto said.",
            [reworded(("will", "may"))],
        ),
        (
            "“The colour of it is not what we asked for,” Soto said.",
            "“The color of it is what we asked for,” Soto said.",
            [reworded(("colour of it is not", "color of it is"))],
        ),
        (
            "“We will build it soon, if there is money,” Soto said.",
            "“We will build it soon,” Soto said.",
            [trimmed(cut=("if there is money",))],
        ),
        (
            "“We will build it. There is money. It is time,” Soto said.",
            "“We will build it. It is time,” Soto said.",
            [trimmed(cut=("There is money.",))],
        ),
        (
            "“We will, if there is money, build it soon,” Soto said.",
            "“We will … build it soon,” Soto said.",
            [trimmed(cut=("if there is money",))],
        ),
        (
            "“We will, if there is money, build it soon,” Soto said.",
            "“We will build it soon,” Soto said.",
            [reworded(("if there is money, build", "build"))],
        ),
        (
            "“We will build the bridge soon,” Soto said.",
            "“We will build the bridge soon,” Ruiz said.",
            [speaker("Soto", "Ruiz")],
        ),
        # Who tells of it does not speak.
        (
            "Before the vote, Soto said: “We will build the bridge soon.”",
            "“We will build the bridge soon,” she told the council, according to the reporter Pedro Ruiz.",
            [],
        ),
        (
            "“We will build the bridge soon,” Soto said.",
            "“We will build the bridge soon,” according to Ruiz, who said so twice.",
            [speaker("Soto", "Ruiz")],
        ),
        (
            "“We will build the bridge soon,” Ana Soto said.",
            "According to Pedro Ruiz, “we will build the tower soon”.",
            [reworded(("bridge", "tower")), speaker("Ana Soto", "Pedro Ruiz")],
        ),
        ("They are the “experts” of the town.", "They are the experts of the town.", [UNQUOTED]),
        (
            "“We will leave Mali before the winter begins,” Soto said.",
            "Soto said that they would leave Mali before winter began.",
            [PARAPHRASED],
        ),
        (
            "“We will leave Mali before the winter begins,” Soto said.",
            "Soto said that we will leave Mali before the winter begins.",
            [UNQUOTED],
        ),
        (
            "It was a day of rain. “The plan is a shame for us all,” Soto said.",
            "It was a day of rain.",
            [GONE],
        ),
        (  # One speaker, in one place.
            "“We know of no cause yet,” said Ana Soto.",
            "“All the signals failed,” Ana Soto admitted.",
            [reworded(("We know of no cause yet", "All the signals failed"))],
        ),
        (
            "A “rogue” state, they called it in the harbour.",
            "A “pariah” state, they called it in the harbour.",
            [reworded(("rogue", "pariah"))],
        ),
        (
            "“There are no limits,” Soto said.",
            "“There are no ends,” Soto said.",
            [reworded(("limits", "ends"))],
        ),
        # Between two quotations nothing is quoted: words that are missing there are cut, and are never shown as one
        # quotation that nobody has.
        (
            "“We saw a wall of fog and then every lamp went out,” Soto said.",
            "Soto saw “a wall of fog” before “every lamp went out”.",
            [trimmed(cut=("We saw", "and then"))],
        ),
        (
            "“We saw a wall of fog and then every lamp went out,” Soto said.",
            "“We saw a wall of fog,” Soto said, “and every lamp went out.”",
            [reworded(("then every", "every"))],
        ),
        (
            "“They were dead! After four rounds we all felt it. But then we saw the prize and smiled,” he said.",
            "“After four rounds we all felt it. They were almost dead! But then we saw the prize and smiled,” he said.",
            [reworded(cut=("They were dead!",), added=("They were almost dead!",))],
        ),
        (
            "“We will build the bridge,” Soto said. “The masons of Arden come in the spring.”",
            "“We shall build the bridge,” Soto said. The masons of Arden come in the spring.",
            [UNQUOTED, reworded(("will", "shall"))],
        ),
        (
            "“We will build the bridge, and the masons of Arden come in the spring,” Soto said.",
            "“We will build the bridge,” said Ruiz. “And the masons of Arden come in the spring.”",
            [speaker("Soto", "Ruiz")],
        ),
        (
            "“We saw the river rise. It is the habit of the house to govern by crisis,” Soto said.",
            "“We saw the river rise. Money must be spent with care,” Soto said.",
            [
                reworded(
                    cut=("It is the habit of the house to govern by crisis",),
                    added=("Money must be spent with care",),
                )
            ],
        ),
        (
            "Soto goes to school every day. “I am not against anyone. Nor do I speak of revenge on the builders.”",
            "Soto goes to school every day. “I am not against anyone,” she said. She has no wish for “revenge on the "
            "builders”.",
            [trimmed(cut=("Nor do I speak of",))],
        ),
        (
            "“This is just the wrong time,” Soto said. “To force them out of the bar will stir up anger.”",
            "“It is the wrong time,” Soto said. She hates it. “If they force them out of the bar, it stirs up anger.”",
            [reworded(("This is just", "It is"), ("To", "If they"), ("will stir", "it stirs"))],
        ),
        (
            "“The hull is breached on one side but the ship is stable,” said Callum Reith.",
            "“The hull is breached on both sides, and we were afraid for the crew,” said Callum Reith.",
            [reworded(("one side but the ship is stable", "both sides, and we were afraid for the crew"))],
        ),
        # The mark that closes is missing: nobody knows where it ends, but how it begins is known.
        ("“We will build it soon, Soto said.", "“We may build it soon,” Soto said.", [reworded(("will", "may"))]),
        ("“We will build it soon, Soto said.", "“We will build it soon,” Soto said.", []),
    ],
)
def test_entries(left: str, right: str, expected: list[Told]) -> None:
    assert told(_LEAD + left, _LEAD + right) == expected


def test_a_quotation_is_found_wherever_it_went() -> None:
    left = _LEAD + "“We will build it soon, whatever it may cost,” Soto said.\n\nThe night was long and rain fell."
    right = "Soto spoke at night: “We must build it soon, whatever it may cost.”\n\n" + _LEAD
    assert told(left, right) == [reworded(("will", "must"))]
    assert told(left, right.replace("must", "will")) == []


def test_words_of_a_quotation_without_marks_elsewhere() -> None:
    mayor = "The mayor, who had come late from the capital, was the last to speak to reporters before the old hall"
    flags = "Flags hung from every window of the school by the river, and somebody had painted over its tall iron gate"
    words = "we will build it soon, whatever it may cost"
    left = f"{_LEAD}{mayor}: “{words}.”\n\n{flags}."
    right = f"{_LEAD}{mayor}.\n\n{flags} that {words}."
    (entry,) = entries(left, right)
    assert (entry.change, entry.location, entry.detail) == (
        Change.UNQUOTED,
        Location.ELSEWHERE,
        WithoutMarks(is_exact=True),
    )


@pytest.mark.parametrize(
    ("left", "right", "language", "expected"),
    [
        (
            "—Lo haremos muy pronto —dijo Soto—. Ya es hora.",
            "«Lo haremos muy pronto», dijo Soto. «Ya es hora».",
            "es",
            [],
        ),
        ("«Lo haremos muy pronto», dijo Soto.", "«Lo haremos muy tarde», dijo Ruiz.", "es", ["reworded", "speaker"]),
        ("« Nous le ferons bientôt », a dit Soto.", "“Nous le ferons bientôt”, selon Ruiz.", "fr", ["speaker"]),
        (
            "「私たちはすぐに橋を作ります」と市長は言った。",
            "「私たちは明日に橋を作ります」と市長は言った。",
            "",
            ["reworded"],
        ),
        ("„Wir bauen die Brücke bald“, sagte Soto.", "»Wir bauen die Brücke nie«, sagte Soto.", "", ["reworded"]),
    ],
)
def test_other_languages(left: str, right: str, language: str, expected: list[str]) -> None:
    assert [entry.change for entry in entries(left, right, language)] == expected


_SENTENCES = st.lists(
    st.sampled_from(
        [
            "“We came to see it at last,” Soto said.",
            "He called it “a shame”.",
            "Nobody came.",
            "“We came.",
            "‘It’s so.’",
        ]
    ),
    max_size=8,
).map("\n\n".join)
_MIRROR = {
    Change.GONE: Change.NEW,
    Change.NEW: Change.GONE,
    Change.UNQUOTED: Change.QUOTED,
    Change.QUOTED: Change.UNQUOTED,
}


@given(_SENTENCES, _SENTENCES)
def test_swapping_the_sides_mirrors_the_entries(left: str, right: str) -> None:
    there = {(_MIRROR.get(one.change, one.change), one.right, one.left, one.location) for one in entries(left, right)}
    assert {(one.change, one.left, one.right, one.location) for one in entries(right, left)} == there


@given(
    st.text(st.sampled_from("“”‘’\"'«»「」 \n\nabcd.,—s\ud800\0é5")), st.text(st.sampled_from("“”‘’\"' \n\nabcd.,—"))
)
def test_any_text_has_entries_and_none_against_itself(left: str, right: str) -> None:
    entries(left, right)
    assert entries(left, left) == []


def test_who_is_who_can_be_told_from_outside() -> None:
    left, right = "“We will build it soon,” said Lilibet.", "“We will build it soon,” said Elizabeth."
    assert [one.detail for one in entries(left, right)] == [Speakers(("Lilibet",), ("Elizabeth",))]
    assert entries(left, right, same=lambda own, other: True) == []


def test_what_pairs_join_is_one_group() -> None:
    pairs = [(0, 1), (0, 2), (3, 2), (5, 9), (4, 7), (4, 1)]
    assert sorted(pairing._connected(pairs)) == [([0, 3, 4], [1, 2, 7]), ([5], [9])]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # The same content words, in different rows.
        (
            "The union met on Monday.\n\n“They lied to our members,” said the secretary of the union.",
            "“Our members have been lied to,” said the secretary of the union.\n\nThe strike begins at dawn.",
        ),
        # Other forms of the same words.
        (
            "“There is no scientific proof of measurements in the mine,” Soto said.",
            "“Nobody has scientifically proved what was measured near the mine,” Soto said.",
        ),
    ],
)
def test_quotations_correspond_by_the_stems_of_their_words(left: str, right: str) -> None:
    assert [change for change, _ in told(left, right)] == [Change.REWORDED]
