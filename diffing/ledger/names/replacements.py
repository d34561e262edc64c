"""Find the names that stand in the place of other names.

left   AFP asked the government.   Holt spoke. Sand left.
right  Reuters asked the US press. Sand spoke. Holt left.      AFP > Reuters; Holt > Sand, Sand > Holt

Names whose order alone differs in a sentence are no change here: Smith and Jones, Jones and Smith.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from diffing.ledger.core.correspondence import Correspondence
from diffing.ledger.core.details import Occurrences
from diffing.ledger.core.locations import beside
from diffing.ledger.core.mentions import Mention, Swap, match
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.names.aliases import Named
from diffing.ledger.names.extract import Name
from diffing.ledger.names.frames import both_speak, is_many, stand_alike, stand_before_one_word
from diffing.ledger.names.name_words import NameWords
from diffing.model import Pair
from diffing.patterns import lazy_pattern
from diffing.text.function_words import FUNCTION_WORDS, content_words
from diffing.text.words import word_forms

_SORT = "name"
# Content words that may change together with a name, before and after it. With more words before it, the two names may
# not be replacements of each other.
_MOST_BEFORE = 2
_MOST_BEHIND = 12
_NEXT_SMALL_WORD = lazy_pattern(r" ([a-zß-öø-ÿ]+)")
# Letters behind a name that make it a common noun: Bondwatchers.
_LONG_ENDING = 6
# Names of a row up to which those that exchanged their places are looked for; a row with more is a list.
_MOST_NAMES = 40


def changed_names(
    named: Pair[list[Named]], correspondence: Correspondence, words: NameWords
) -> tuple[list[Swap], set[Hashable]]:
    """Return the replaced names, and the keys of all names that a replacement explains.

    A capital city may stand for its country; the two are not different names, and neither of them is gone or new.
    """
    rows_of = correspondence.rows
    # If a row has a name as often as before, only its order changed: Smith and Jones, Jones and Smith.
    surplus: Counter[Hashable] = Counter((rows_of.left[one.place.paragraph], one.key) for one in named.left)
    surplus.subtract((rows_of.right[one.place.paragraph], one.key) for one in named.right)
    put = _without_mere_openers(
        Pair(
            [one for one in named.left if surplus[rows_of.left[one.place.paragraph], one.key] > 0],
            [one for one in named.right if surplus[rows_of.right[one.place.paragraph], one.key] < 0],
        ),
        correspondence,
        words,
    )
    mentions = put.map(lambda side: [Mention(one.place, one.key, _SORT) for one in side])
    at = put.map(lambda side: {one.place: one for one in side})
    changed: list[Swap] = []
    explained: set[Hashable] = set()
    for swap in match(mentions, correspondence).changed:
        pair = Pair(at.left[swap.left.place], at.right[swap.right.place])
        left, right = pair.map(lambda one: one.name)
        if _seat(left, words) == _seat(right, words) != "" or _is_beginning(left, right, words):
            explained |= {swap.left.key, swap.right.key}
        elif not _may_be_one(left, right, words) and (
            _is_replacement(pair, correspondence, words)
            or _are_of_a_kind(left, right)
            or _are_countries_of_one_noun(pair, correspondence, words)
        ):
            explained |= {swap.left.key, swap.right.key}
            changed.append(swap)
    for swap in _exchanged(named, correspondence):
        changed.append(swap)
        explained |= {swap.left.key, swap.right.key}
    return changed, explained


def _without_mere_openers(
    named: Pair[list[Named]], correspondence: Correspondence, words: NameWords
) -> Pair[list[Named]]:
    """Return names without the doubtful ones that stand in the place of no name: |Unworried|, Holt says; Sand says.

    So they keep no place from the names that stand there.
    """
    if not any(one.name.is_doubtful for side in named for one in side):
        return named
    certain = named.map(lambda side: [one for one in side if not one.name.is_doubtful])
    in_rows = Pair(*(_by_row(side, rows) for side, rows in zip(certain, correspondence.rows, strict=True)))

    def may_stand(one: Named, *, is_left: bool) -> bool:
        own, there = (correspondence.rows.left, in_rows.right) if is_left else (correspondence.rows.right, in_rows.left)
        others = there.get(own[one.place.paragraph], [])
        pairs = [(one, other) if is_left else (other, one) for other in others[:_MOST_NAMES]]
        return any(_is_replacement(Pair(*pair), correspondence, words) for pair in pairs)

    return Pair(
        [one for one in named.left if not one.name.is_doubtful or may_stand(one, is_left=True)],
        [one for one in named.right if not one.name.is_doubtful or may_stand(one, is_left=False)],
    )


def _exchanged(named: Pair[list[Named]], correspondence: Correspondence) -> Iterator[Swap]:
    """Yield the names that took each other's place, each in another sentence of a row that has both as often."""
    in_rows = Pair(*(_by_row(side, rows) for side, rows in zip(named, correspondence.rows, strict=True)))
    for at in in_rows.left.keys() & in_rows.right.keys():
        left, right = in_rows.left[at], in_rows.right[at]
        times = Counter(one.key for one in left)
        if not 1 < len(times) <= len(left) <= _MOST_NAMES or times != Counter(one.key for one in right):
            continue
        for one in left:
            for other in right:
                if one.key != other.key and correspondence.is_exact_replacement(one.place, other.place):
                    stays = any(same.key == one.key and correspondence.is_near(one.place, same.place) for same in right)
                    stood = any(
                        same.key == other.key and correspondence.is_near(same.place, other.place) for same in left
                    )
                    if not stays and not stood:
                        yield Swap(Mention(one.place, one.key, _SORT), Mention(other.place, other.key, _SORT))


def _by_row(side: Iterable[Named], rows: dict[int, int]) -> dict[int, list[Named]]:
    by_row: defaultdict[int, list[Named]] = defaultdict(list)
    for one in side:
        by_row[rows[one.place.paragraph]].append(one)
    return by_row


def _is_replacement(named: Pair[Named], correspondence: Correspondence, words: NameWords) -> bool:
    """Return whether one name replaces the other: on one side of them the change has no other content word.

    It may have more if the two stand alike: 'Asked again, |Holt| said', '|Sand| told them'.
    """
    places, (left, right) = named.map(lambda one: one.place), named.map(lambda one: one.name)
    around = correspondence.beside(*places)
    if around is None:
        return False
    before = max(_weight(side[0], words) for side in around)
    behind = max(_weight(side[1], words) for side in around)
    articles = correspondence.comparison.articles
    if left.is_doubtful or right.is_doubtful:
        if left.is_doubtful and right.is_doubtful:
            return False
        opener = (left if left.is_doubtful else right).tokens
        return (not before and not behind) or (
            not is_many(opener[-1], words.language) and both_speak(places, articles, words.language)
        )
    country = around.left if left.alias else around.right
    if bool(left.alias) != bool(right.alias) and _is_attribute(country[1]):
        # 'The US press' became 'the New York Times': the US was not replaced.
        return False
    if (not before and behind <= _MOST_BEHIND) or (not behind and before <= _MOST_BEFORE):
        return True
    return stand_alike(places, articles, words.language)


def _are_countries_of_one_noun(named: Pair[Named], correspondence: Correspondence, words: NameWords) -> bool:
    """Return whether two countries tell of one thing in other order: the Dutch firm Orla; Orla, a Danish firm."""
    if not all(one.name.alias for one in named):
        return False
    places, articles = named.map(lambda one: one.place), correspondence.comparison.articles
    return correspondence.is_near(*places) and stand_before_one_word(places, articles, words.language)


def _are_of_a_kind(left: Name, right: Name) -> bool:
    """Return whether two names of one word with spaces share most of it: World War II, First World War."""
    shared = set(left.tokens[0].split()) & set(right.tokens[0].split())
    return len(left.tokens) == len(right.tokens) == 1 and len(shared) > 1


def _is_attribute(behind: str) -> bool:
    """Return whether a country is an attribute of the word that follows it (`behind`): the US press."""
    word = _NEXT_SMALL_WORD.match(behind)
    return word is not None and word[1] not in FUNCTION_WORDS


def _weight(text: str, words: NameWords) -> int:
    """Return the number of content words of a text that are not titles."""
    return sum(form not in words.titles for form in content_words(word_forms(text), words.language))


def _may_be_one(left: Name, right: Name, words: NameWords) -> bool:
    """Return whether two names may mean the same: one is part of the other, or only one is an adjective (Russian)."""
    if left.alias and right.alias and left.alias != right.alias:
        # Sudan and South Sudan are two countries.
        return False
    short, long = sorted((left.tokens, right.tokens), key=_length)
    if set(short) <= set(long) or (short[:-1] == long[:-1] and _is_derived(short[-1], long[-1], words)):
        return True
    if _is_beginning(left, right, words):
        return True
    return left.is_adjective != right.is_adjective and not (left.alias and right.alias)


def _is_beginning(left: Name, right: Name, words: NameWords) -> bool:
    """Return whether one word may derive from the other: London, Londoner; Bond, Bondwatchers; not Hart, Hartmann."""
    if left.alias or right.alias or not len(left.tokens) == len(right.tokens) == 1:
        return False
    short, long = sorted((left.tokens[0], right.tokens[0]), key=len)
    return long.startswith(short) and (len(long) - len(short) >= _LONG_ENDING or long[len(short) :] in words.endings)


def _length(tokens: Sequence[str]) -> tuple[int, int]:
    """Return the number of words of a name, and of its letters."""
    return len(tokens), sum(map(len, tokens))


def _is_derived(one: str, other: str, words: NameWords) -> bool:
    """Return whether one word is the other with an ending: London, Londoner."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in words.endings


def _seat(name: Name, words: NameWords) -> str:
    """Return the country or body that a name means or, as its seat, stands for; '' for other names."""
    return name.alias or words.seats.get(name.tokens, "")


def changed_entries(changed: Sequence[Swap], correspondence: Correspondence) -> Iterator[Entry]:
    """Yield one entry for each pair of names, at the first place where one replaces the other."""
    times = Counter((swap.left.key, swap.right.key) for swap in changed)
    first: dict[tuple[Hashable, Hashable], Swap] = {}
    for swap in changed:
        first.setdefault((swap.left.key, swap.right.key), swap)
    for keys, swap in first.items():
        left, right = (swap.left.place,), (swap.right.place,)
        location = beside(correspondence.is_replaced(swap.left.place, swap.right.place))
        yield Entry(Subject.NAME, Change.CHANGED, left, right, location, occurrences(times[keys]))


def occurrences(count: int) -> Occurrences | None:
    """Return the detail that counts mentions, None for one mention."""
    return Occurrences(count) if count > 1 else None
