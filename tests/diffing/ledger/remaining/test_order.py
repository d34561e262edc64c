"""The order of entries: of two newsrooms, the number of the dead comes before what a paragraph tells otherwise."""

from diffing import compare, ledger
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.remaining.order import in_order
from diffing.model import Article, Place
from tests.diffing.ledger.compared import context

_LEFT = """Toll at 394 in Karsa quake

A quake hit Karsa on Saturday, causing fatalities in the old town.

It has killed 394 people, the police said."""
_RIGHT = """Rain hampers aid to Karsa; toll at 500

Dozens of tremors in Karsa slowed the search for those whom the walls had buried."""


def test_the_dead_come_before_what_is_told_otherwise() -> None:
    given = context(_LEFT, _RIGHT, "en")
    left, right = given.articles

    told = Entry(
        Subject.CONTENT,
        Change.CHANGED,
        (_place(left, left.paragraphs[1].text),),
        (_place(right, right.paragraphs[1].text),),
        Location.SAME_SENTENCE,
    )
    places = _place(left, "394"), _place(left, "394 people")
    toll = Entry(Subject.NUMBER, Change.CHANGED, places, (_place(right, "500"),), Location.SAME_PLACE)
    assert in_order([told, toll], given) == (toll, told)


def test_what_turns_the_first_paragraph_comes_before_other_facts() -> None:
    paragraphs = (
        "Lorn pension vote",
        "Parliament on Wednesday {} the pension reform after a long debate.",
        "The bill raises the age at which people retire to 65 by {}.",
    )
    left, right = ("\n\n".join(paragraphs).format(*own) for own in (("passed", 2031), ("rejected", 2033)))
    assert [entry.subject for entry in ledger(compare(left, right)).entries] == [Subject.CONTENT, Subject.DATE]


def test_what_two_headlines_tell_otherwise_comes_before_numbers_below() -> None:
    given = context(
        "Lorn mayor survives vote\n\nIt rained on Tuesday.\n\nThe car park cost 40,000 crowns.",
        "Lorn mayor ousted\n\nIt rained on Tuesday.\n\nThe car park cost 60,000 crowns.",
        "en",
    )
    left, right = given.articles

    def entry(subject: Subject, location: Location, *words: str) -> Entry:
        own, there = (_place(article, one) for article, one in zip((left, right), words, strict=True))
        return Entry(subject, Change.CHANGED, (own,), (there,), location)

    told = entry(Subject.CONTENT, Location.SAME_SENTENCE, "survives vote", "ousted")
    cost = entry(Subject.NUMBER, Location.SAME_PLACE, "40,000", "60,000")
    assert in_order([cost, told], given) == (told, cost)


def _place(article: Article, words: str) -> Place:
    """Return the place of some words of one paragraph."""
    at, text = next((at, one.text) for at, one in enumerate(article.paragraphs) if words in one.text)
    return Place(at, text.index(words), text.index(words) + len(words))


def test_a_fire_under_control_comes_first_where_one_lead_tells_it() -> None:
    left = (
        "Two die in Maro wildfire\n\n"
        "Two firefighters died on Wednesday while fighting a wildfire near Maro that has burned 3,000 hectares.\n\n"
        "The fire, which broke out on Monday, is still out of control. About 1,200 people have left the villages."
    )
    right = (
        "Maro wildfire under control\n\n"
        "A wildfire near Maro in which two firefighters died has been brought under control after burning 5,000 "
        "hectares.\n\nMost of the 1,200 people who had left the villages since Monday have been allowed to return."
    )
    first = ledger(compare(left, right)).entries[0]
    assert (first.subject, first.location) == (Subject.CONTENT, Location.ELSEWHERE)
