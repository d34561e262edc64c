"""Headlines that differ, and what only one article tells: paragraphs, sentences, clauses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.content.changes import content_entries
from diffing.ledger.core.details import Extent
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Subject
from diffing.model import Article, Paragraph, Role
from tests.diffing.ledger.compared import context, found, short

_STORY = (
    "Officials travelled to the coast on Saturday to meet the fishermen of the region.\n\n"
    "The harbour has been closed since April because of a strike of the dockers."
)
_NEW = (
    "The dockers indicated last month that they would review their demands in the event of progress in the dialogue"
    " with the owners of the ships."
)


def test_a_headline_that_one_side_has() -> None:
    assert found(content_entries, f"Fishermen of the coast on strike\n\n{_STORY}", _STORY) == [
        ("headline", "gone", "Fishermen of the coast on strike", "")
    ]
    assert found(content_entries, _STORY, f"Fishermen of the coast on strike\n\n{_STORY}") == [
        ("headline", "new", "", "Fishermen of the coast on strike")
    ]


def test_headlines_face_to_face() -> None:
    left, right = "Fishermen of the coast on strike", "The harbour closed by dockers"
    assert found(content_entries, f"{left}\n\n{_STORY}", f"{right}\n\n{_STORY}") == [
        ("headline", "changed", left, right)
    ]
    assert found(content_entries, f"Well-to-do {left}\n\n{_STORY}", f"Welltodo {left}\n\n{_STORY}") == []
    assert found(content_entries, f"{left}\n\n{_STORY}", f"FISHERMEN OF THE COAST ON STRIKE\n\n{_STORY}") == []


def test_no_headline_is_missed_where_a_line_was_taken_for_page_furniture() -> None:
    left = "Officials meet fishermen of the region on Saturday"
    right = "Rescue"
    texts = f"{left}\n\n{_STORY}", f"{right}\n\n{_STORY}\n\nAll rights reserved"
    assert sorted(row.furniture for row in context(*texts).comparison.rows[:2]) == [False, True]
    assert found(content_entries, *texts) == []


@pytest.mark.parametrize(
    ("left", "right"), [("Rescue at sea", "Cranes stand idle"), ("Hafen bleibt zu", "Kräne ruhen")]
)
def test_headlines_of_few_words_face_to_face(left: str, right: str) -> None:
    for byline in ("", "By Ole Rand\n\n"):
        texts = f"{left}\n\n{byline}{_STORY}", f"{right}\n\n{byline}{_STORY}"
        assert found(content_entries, *texts) == [("headline", "changed", left, right)]


def test_a_headline_below_its_kicker_in_one_paragraph_is_a_headline() -> None:
    headline = "Fishermen of the coast on strike"
    assert found(content_entries, f"{headline}\n\n{_STORY}", f"Harbours\n{headline}\n\n{_STORY}") == []


def test_a_crosshead_that_says_something_new() -> None:
    first, _, rest = _STORY.partition("\n\n")
    for crosshead in ("Captain arrested", "Six children missing", "Kapitän verhaftet"):
        told = f"{first}\n\n{crosshead}\n\n{rest}"
        assert [entry for entry in found(content_entries, _STORY, told) if entry[0] == "content"] == [
            ("content", "new", "", crosshead)
        ]
    for crosshead in ("Background", "What is next", "By Ole Rand", "Share this article"):
        assert found(content_entries, _STORY, f"{first}\n\n{crosshead}\n\n{rest}") == []


@pytest.mark.parametrize("role", [Role.CAPTION, Role.TEXT])
def test_a_caption_is_no_content(role: Role) -> None:
    """Most copies of an article come without the captions of its pictures."""
    caption = "Gulls and cranes at the quay, seen from a rescue helicopter"
    texts = (*((text, Role.TEXT) for text in _STORY.split("\n\n")), (caption, role))
    left = Article("a", tuple(Paragraph(text, 0, len(text), (), own) for text, own in texts))
    entries = ledger(compare(left, _STORY)).entries
    assert [entry.subject for entry in entries] == ([] if role is Role.CAPTION else [Subject.CONTENT])


def test_the_headline_is_not_the_masthead_above_it() -> None:
    left, right = "Fishermen of the coast on strike", "Dockers want a better harbour"
    assert found(content_entries, f"The Harbour Courier\n\n{left}\n\n{_STORY}", f"{right}\n\n{_STORY}") == [
        ("headline", "changed", left, right)
    ]
    assert found(content_entries, f"{left}\n\n{_STORY}", f"OUR HARBOUR TIMES\n\n{right}\n\n{_STORY}") == [
        ("headline", "changed", left, right)
    ]


def test_the_headline_is_the_line_that_is_in_a_pair_with_the_other_headline() -> None:
    left, right = "Quiet days for gulls and cranes", "Noisy nights for cranes and gulls"
    standfirst = "Officials meet fishermen of the region at the closed harbour"
    texts = f"{left}\n\n{_STORY}", f"{right}\n\n{standfirst}\n\n{_STORY}"
    assert ("headline", "changed", left, right) in found(content_entries, *texts)
    assert ("headline", "changed", right, left) in found(content_entries, *reversed(texts))


def test_headlines_where_only_one_side_tells_a_story_in_sentences() -> None:
    left, right = "Fishermen of the coast on strike", "Dockers hope for an agreement"
    told = "Harbour closed since April because of dockers"
    texts = f"{left}\n\n{told}", f"{right}\n\n{told}."
    assert found(content_entries, *texts) == [("headline", "changed", left, right)]
    assert found(content_entries, *reversed(texts)) == [("headline", "changed", right, left)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Harbour of the region closed since April", "Since April: dockers have closed the harbour"),
        ("Officials meet fishermen of the region", "Officials travel to fishermen of the region"),
    ],
)
def test_headlines_that_are_only_worded_otherwise(left: str, right: str) -> None:
    assert found(content_entries, f"{left}\n\n{_STORY}", f"{right}\n\n{_STORY}") == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Hotels at the coast close", "Hotels at the coast of the Dead Sea close"),
        ("Dockers close harbour at the coast of the lake", "Dockers close harbour at the coast of Killed Horse Lake"),
        ("Hotels an der Küste schließen im Winter", "Hotels an der Küste am Toten Meer schließen im Winter"),
        ("Los hoteles de la costa cierran en invierno", "Los hoteles de la costa del mar Muerto cierran en invierno"),
        ("Les hôtels de la côte ferment en hiver", "Les hôtels de la côte de la mer Morte ferment en hiver"),
    ],
)
def test_a_word_of_harm_in_a_name_is_no_news(left: str, right: str) -> None:
    assert found(content_entries, f"{left}\n\n{left}. {_STORY}", f"{right}\n\n{left}. {_STORY}") == []


def test_harm_beside_a_name_is_news() -> None:
    left, right = "Fire on ship at the coast", "Fire on ship at the coast, two Killed Horse sailors dead"
    told = "The fire on the ship at the coast killed two sailors of Killed Horse."
    entries = found(content_entries, f"{left}\n\n{told} {_STORY}", f"{right}\n\n{told} {_STORY}")
    assert entries == [("headline", "changed", left, right)]


_TELLING = (
    "The store in Lisk burned on Sunday, and the dam leaks. The army sends pumps, and a man was arrested. A bus hit "
    "a school. The school mourns its driver."
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Fire guts the old store in Lisk", "Man arrested over fire in the old store in Lisk"),
        ("Lisk dam leaks", "Army sends pumps to Lisk"),
        ("Bus hits school", "Army mourns the driver at school"),
    ],
)
def test_headlines_of_other_events(left: str, right: str) -> None:
    texts = f"{left}\n\n{_TELLING}\n\n{_STORY}", f"{right}\n\n{_TELLING}\n\n{_STORY}"
    assert found(content_entries, *texts) == [("headline", "changed", left, right)]
    assert found(content_entries, *reversed(texts)) == [("headline", "changed", right, left)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Fire guts the old store in Lisk", "Blaze destroys the old store in Lisk"),
        ("Fire guts the old store in Lisk", "Old store in Lisk gutted by fire"),
        ("Army sends pumps to Lisk dam", "Lisk dam: army sends its pumps"),
    ],
)
def test_headlines_of_one_event(left: str, right: str) -> None:
    told = f"{_TELLING} The blaze destroys much, the fire guts all, and an old store is gutted."
    texts = f"{left}\n\n{told}\n\n{_STORY}", f"{right}\n\n{told}\n\n{_STORY}"
    assert found(content_entries, *texts) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Store in Lisk burns", "Store in Lisk burns, guard injured"),
        ("Store in Lisk burns", "Store in Lisk burns, killing two"),
        ("Store in Lisk burns", "Store in Lisk burns, arrests made"),
        ("Store in Lisk burns", "Guard missing as store in Lisk burns"),
        ("Guard hurt as store in Lisk burns", "Guard hurt and porter killed as store in Lisk burns"),
    ],
)
def test_headlines_of_which_one_also_tells_of_harm_or_of_the_law(left: str, right: str) -> None:
    told = f"{_TELLING} The guard and the porter were in it, and arrests may be made."
    texts = f"{left}\n\n{told}\n\n{_STORY}", f"{right}\n\n{told}\n\n{_STORY}"
    assert found(content_entries, *texts) == [("headline", "changed", left, right)]
    assert found(content_entries, *reversed(texts)) == [("headline", "changed", right, left)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Store in Lisk burns", "Old store in Lisk burns on Sunday"),
        ("Guard killed as store in Lisk burns", "Guard killed on Sunday as store in Lisk burns"),
        ("Guard killed as store in Lisk burns", "Guard of Lisk school killed as store in Lisk burns, deaths mourned"),
    ],
)
def test_headlines_of_which_one_only_tells_more_words(left: str, right: str) -> None:
    told = f"{_TELLING} The guard was in it, and his death is mourned."
    assert found(content_entries, f"{left}\n\n{told}\n\n{_STORY}", f"{right}\n\n{told}\n\n{_STORY}") == []


def test_first_sentences_are_no_headlines() -> None:
    assert found(content_entries, _STORY, _STORY.replace("fishermen", "farmers")) == []


def test_a_short_line_among_the_story_tells_nothing() -> None:
    before, behind = _STORY.split("\n\n")
    line = "Follow the dockers on WhatsApp"
    assert found(content_entries, _STORY, f"{before}\n\n{line}\n\n{behind}") == []
    assert found(content_entries, _STORY, f"{before}\n\n{line}.\n\n{behind}") == [("content", "new", "", f"{line}.")]


def test_a_paragraph_that_one_side_has() -> None:
    assert found(content_entries, _STORY, f"{_STORY}\n\n{_NEW}") == [("content", "new", "", _NEW)]
    assert found(content_entries, f"{_STORY}\n\n{_NEW}", _STORY) == [("content", "gone", _NEW, "")]


def test_a_sentence_that_one_side_has_in_a_paragraph() -> None:
    longer = _STORY.replace("dockers.", "dockers. Washington recognized an opposition leader as the only authority.")
    assert found(content_entries, _STORY, longer) == [
        ("content", "new", "", "Washington recognized an opposition leader as the only authority")
    ]


@pytest.mark.parametrize(
    "added",
    [
        # Told in the first paragraph.
        "Officials met fishermen on the coast.",
        # Too little to tell anything.
        "So they say.",
    ],
)
def test_what_is_told_elsewhere_is_not_alone(added: str) -> None:
    assert found(content_entries, _STORY, f"{_STORY}\n\n{added}") == []


def test_furniture_is_no_content() -> None:
    assert found(content_entries, _STORY, f"{_STORY}\n\nLatest News\n\nPlease enter your comment") == []


_TEXTS = st.lists(
    st.sampled_from(
        [
            "Officials travelled to the coast.",
            "Harbour waits",
            "\ud800",
            "\0 No. 5",
            "“Why?” she asked of the strike",
            "",
        ]
    ),
    max_size=6,
)


@settings(deadline=None)
@given(_TEXTS.map("\n\n".join), _TEXTS.map("\n\n".join))
def test_any_text(left: str, right: str) -> None:
    given_texts = context(left, right, "en")
    for entry in content_entries(given_texts):
        for article, own in zip(given_texts.articles, entry.places, strict=True):
            assert all(place.words(article).strip() for place in own)
    assert found(content_entries, left, left) == []


def test_of_a_paragraph_only_the_sentences_that_nothing_tells() -> None:
    told = "Cafes and restaurants report the best years since records began."
    alone = "Nadia Osei opened a bakery in a former bank branch and employs her neighbours."
    study = "A study of the owners of the square says that the number of visitors is larger than ever before."
    left = f"{_STORY}\n\n{study}\n\n{told} {alone}"
    both = context(left, f"{_STORY}\n\n{study} Restaurants and cafes have had their best years on record.", "en")
    (entry,) = (entry for entry in content_entries(both) if entry.left)
    assert short(entry, both) == ("content", "gone", alone, "")
    assert (entry.location, entry.detail) == (Location.NOWHERE, Extent(is_whole=False))


_LONG = (
    "Envoys of the isle met the president at the palace on Saturday and stayed for nearly four hours, {} the minister "
    "for the sea, talks that the harbour had awaited since the spring."
)
_OTHER = (
    "On Saturday representatives from the isle landed for conversations with the head of state, {} somebody who looks "
    "after fish; people at the port had been waiting for months."
)


@pytest.mark.parametrize(
    "piece", ["the group of seven led by", "together with the seven around", "Seven broken lamps lit"]
)
def test_a_piece_of_a_rewritten_sentence_without_a_mark_around_it_tells_nothing(piece: str) -> None:
    """The words only begin or go on with the sentence in another way."""
    assert not found(content_entries, _LONG.format(piece), _OTHER.format("among them"))


@pytest.mark.parametrize(
    ("language", "left", "right", "entries"),
    [
        ("ru", "Порт закрыт.", "Порт закрыт, как и все, кто там был.", []),
        ("fr", "Le port est fermé.", "Le port est fermé, où il était à quai.", []),
        ("es", "El puerto sigue cerrado.", "El puerto sigue cerrado, donde también había más barcos.", []),
        ("ru", "Порт закрыт.", "Порт закрыт, и рыбаки в городе бастуют.", [("", "и рыбаки в городе бастуют")]),
        (
            "fr",
            "Le port est fermé.",
            "Le port est fermé, où des pêcheurs en grève étaient réunis.",
            [("", "où des pêcheurs en grève étaient réunis")],
        ),
    ],
)
def test_words_of_grammar_are_no_content(language: str, left: str, right: str, entries: list[tuple[str, str]]) -> None:
    assert [entry[2:] for entry in found(content_entries, left, right, language)] == entries


def test_forms_of_one_russian_word_are_one_word() -> None:
    left = "Порт открыт. Жителям области помогут после аварии на станции."
    right = "Порт открыт. Авария, станция, жители, вся область: обо всём этом говорил министр, и помощь будет."
    assert found(content_entries, left, right, "ru") == []


_KEPT = "Ferries will sail again from Monday."


@pytest.mark.parametrize(
    ("left", "right", "alone"),
    [
        (
            "The cause is not known. An inquiry has been opened.",
            "A torch may be the cause, according to an inquiry. The site manager has been taken into custody.",
            ["The site manager has been taken into custody"],
        ),
        # The other side has its number.
        ("It drew 210,000 visitors last year. The fair opens in May.", "In May the fair opens to 210,000 guests.", []),
    ],
)
def test_a_sentence_of_a_rewritten_paragraph(left: str, right: str, alone: list[str]) -> None:
    texts = (f"{_STORY}\n\n{left}\n\n{_KEPT}", f"{_STORY}\n\n{right}\n\n{_KEPT}")
    assert [words for _, change, _, words in found(content_entries, *texts) if change == "new"] == alone
    assert [words for _, change, words, _ in found(content_entries, *reversed(texts)) if change == "gone"] == alone
