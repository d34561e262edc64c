"""Equal numbers in their places that are not the same fact.

12 soldiers / 12 civilians     from 30 to 20 / from 20 to 30     3 crowns per day / per week     +7 / -7
"""

from collections.abc import Iterable, Iterator, Sequence

from diffing.ledger.core.correspondence import Correspondence
from diffing.ledger.core.mentions import Swap
from diffing.ledger.core.sides import Side
from diffing.ledger.numbers.extract import Quantity
from diffing.ledger.numbers.neighbours import LONGEST_BEHIND, differ, neighbours
from diffing.ledger.numbers.number_words import NumberWords, number_words
from diffing.ledger.numbers.values import COUNT
from diffing.model import Op, Pair, Place
from diffing.text.folding import has_han

# The characters before a number in which 'from', 'to' or 'zusätzlichen' is looked up.
_BEFORE = 14


def exchanges(kept: Iterable[Swap], both: Pair[Side]) -> Iterator[Swap]:
    """Yield the pairs of two numbers of a row that exchanged their nouns, or 'from' and 'to' before them.

    Examples: '12 dead and 15 hurt', '15 dead and 12 hurt'; 'from 30 to 20', 'from 20 to 30'.
    """
    waiting: dict[tuple[int, str, str, str], Swap] = {}
    correspondence = both.left.correspondence
    for swap in kept:
        left, right = swap
        row = correspondence.rows.left[left.place.paragraph]
        if correspondence.is_same_text(row):
            continue
        about = Pair(left.about, right.about)
        if not (left.about and right.about):
            about = Pair(_joint_before(left.place, both.left), _joint_before(right.place, both.right))
        if not about.left or not about.right or about.left == about.right or left.sort != right.sort:
            continue
        other = waiting.pop((row, left.sort, about.right, about.left), None)
        if other is None:
            waiting[row, left.sort, about.left, about.right] = swap
        elif other.left.key != left.key:
            for one, counter in ((other, swap), (swap, other)):
                yield Swap(one.left, counter.right)


def _joint_before(place: Place, side: Side) -> str:
    """Return 'from' or 'to' if such a word stands before a number, '' for another word."""
    words = number_words(side.language)
    before = _word_before(place, side)
    return "from" if before in words.range_from else "to" if before in words.range_to else ""


def one_is_on_top(swap: Swap, both: Pair[Side]) -> bool:
    """Return whether one of two numbers, and not the other, comes on top of an earlier one: 6 percent, a further 2."""
    left, right = (
        _word_before(mention.place, side) in number_words(side.language).on_top
        for mention, side in zip(swap, both, strict=True)
    )
    return left != right


def _word_before(place: Place, side: Side) -> str:
    """Return the folded word before a number, '' at the beginning."""
    before = side.texts[place.paragraph].folded.part(max(0, place.start - _BEFORE), place.start).text.split()
    return before[-1] if before else ""


def told_apart(swap: Swap, counts: Pair[Quantity], both: Pair[Side]) -> Pair[Place] | None:
    """Return the places of two equal numbers with the words that make different quantities of them, None without."""
    correspondence = both.left.correspondence
    if correspondence.is_same_text(correspondence.rows.left[swap.left.place.paragraph]):
        return None
    if all(side.is_equal(_widened(mention.place, side)) for side, mention in zip(both, swap, strict=True)):
        return None
    return _beside_differs(swap, counts, both) or _counts_another_thing(swap, counts, both)


def _beside_differs(swap: Swap, counts: Pair[Quantity], both: Pair[Side]) -> Pair[Place] | None:
    """Return the places of two equal numbers with their rate, sign or compass point if it differs, else None."""
    found = Pair(
        *(
            neighbours(count, side.texts[mention.place.paragraph], side.language)
            for count, mention, side in zip(counts, swap, both, strict=True)
        )
    )
    if not differ(*found):
        return None
    return Pair(*(mention.place._replace(start=at.start, end=at.end) for mention, at in zip(swap, found, strict=True)))


def _counts_another_thing(swap: Swap, counts: Pair[Quantity], both: Pair[Side]) -> Pair[Place] | None:
    """Return the places of two equal counts with their nouns, if one noun alone stands for the other, else None.

    Each noun is missing in the whole other article: words that it has elsewhere may mean the same thing, if they are
    not of two kinds of people. Words for anybody ('people') say less, but not another thing.
    """
    if not all(count.kind == COUNT and count.nouns and not count.weak for count in counts):
        return None
    places = Pair(
        *(_noun_place(mention.place, count, side) for mention, count, side in zip(swap, counts, both, strict=True))
    )
    nouns = [
        side.texts[place.paragraph].folded.part(place.start, place.end).text
        for side, place in zip(both, places, strict=True)
    ]
    words = number_words(both.left.language)
    are_others = _are_others(nouns, words)
    is_one = counts.left.nouns[0] == counts.right.nouns[0]
    if not are_others and (is_one or not _may_be_others(both, places, nouns)):
        return None
    if not words.has_capital_nouns and all(
        side.texts[place.paragraph].text[place.start].isupper() for side, place in zip(both, places, strict=True)
    ):
        return None  # the Seven Hills Choir counts no hills
    beside_nouns = both.left.correspondence.beside(*places)
    if beside_nouns is None or any(text.strip() for side in beside_nouns for text in side):
        return None
    return Pair(*(mention.place._replace(end=place.end) for mention, place in zip(swap, places, strict=True)))


def _are_others(nouns: Sequence[str], words: NumberWords) -> bool:
    """Return whether two nouns are of two kinds of people: soldiers, workers."""
    one, other = (words.people.get(noun, frozenset()) for noun in nouns)
    return bool(one and other) and one.isdisjoint(other)


def _may_be_others(both: Pair[Side], places: Pair[Place], nouns: Sequence[str]) -> bool:
    """Return whether two nouns, each missing in the whole other article, stand for different things."""
    words = number_words(both.left.language)
    if not _is_verbatim(both.left.correspondence):
        return False
    if not all(
        words.has_capital_nouns and side.texts[place.paragraph].text[place.start].isupper()
        for side, place in zip(both, places, strict=True)
    ) and not any(noun.endswith("s") or noun in words.nouns for noun in nouns):
        # Without a plural it may be an adjective: '12 injured men', '12 wounded men'.
        return False
    if not words.anybody.isdisjoint(nouns) or may_be_the_same(nouns, words):
        return False
    return not any(
        noun in other.folded.text for side, noun in zip(both, nouns, strict=True) for other in side.other_texts
    )


def may_be_the_same(nouns: Iterable[str], words: NumberWords) -> bool:
    """Return whether some nouns are of one group of the lexicon: 600 sites are 600 places."""
    nouns = [*nouns]
    return any(
        frozenset.intersection(*(groups.get(noun, frozenset()) for noun in nouns))
        for groups in (words.same_things, words.people)
    )


def _noun_place(place: Place, count: Quantity, side: Side) -> Place:
    """Return the place of the first word of the noun that a number counts; of people behind a counter: 6 名|司机|."""
    text = side.texts[place.paragraph]
    start = text.text.index(count.noun, place.end)
    end = start + len(count.noun.split()[0])
    behind = text.folded.text[text.folded.at(end) :] if has_han(count.noun) else ""
    people = next((word for word in number_words(side.language).people if behind.startswith(word)), "")
    return place._replace(start=end, end=end + len(people)) if people else place._replace(start=start, end=end)


def _widened(place: Place, side: Side) -> Place:
    """Return a place with the characters around it in which a rate or a sign can stand."""
    length = len(side.texts[place.paragraph].text)
    return place._replace(start=max(0, place.start - 1), end=min(length, place.end + LONGEST_BEHIND))


# In articles of which a smaller share of the characters is equal, another noun is mostly a synonym.
_VERBATIM = 0.8


def _is_verbatim(correspondence: Correspondence) -> bool:
    """Return whether the linked paragraphs of both articles are mostly the same text."""
    rows = [row for row in correspondence.comparison.rows if row.left and row.right]
    texts = Pair(
        sum(len(span.left) for row in rows for span in row.spans),
        sum(len(span.right) for row in rows for span in row.spans),
    )
    equal = sum(len(span.left) for row in rows for span in row.spans if span.op is Op.EQUAL)
    return equal >= _VERBATIM * max(texts)
