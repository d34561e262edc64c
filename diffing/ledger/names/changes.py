"""Entries for names: gone, new, or replaced by another name.

left      AFP asked the government of Maduro
right     Reuters asked the government of Nicolás Maduro
changed   AFP > Reuters; both sides have Maduro
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from diffing.ledger.core.context import Extracts, LedgerContext
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.dates.extract import dates
from diffing.ledger.names.aliases import Key, Named, resolved
from diffing.ledger.names.capitals import CapitalizedPhrase, capitalized_phrases, small_words, with_accents
from diffing.ledger.names.extract import Name, NameEvidence, names, parts_of
from diffing.ledger.names.han_names import han_name_entries
from diffing.ledger.names.name_forms import fallen_form
from diffing.ledger.names.name_words import NameWords, name_words
from diffing.ledger.names.noun_capitals import noun_name_entries
from diffing.ledger.names.presence import Presence
from diffing.ledger.names.replacements import changed_entries, changed_names, occurrences
from diffing.ledger.numbers.number_words import number_words
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern
from diffing.text.words import STEM_LENGTH


class _CapitalUse(NamedTuple):
    """The capitalized phrases of each paragraph of a story (index, phrases), and its words without a capital."""

    phrases: list[tuple[int, tuple[CapitalizedPhrase, ...]]]
    small: set[str]


def name_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of names that are gone, new, or replaced."""
    languages = _languages(context.languages)
    words = languages.map(name_words)
    if languages.left != languages.right:
        return  # names have other forms in another language
    if words.left.is_noun_capital:
        yield from noun_name_entries(context)
        return
    yield from han_name_entries(context)
    both = sides(context)
    other_words = context.correspondence.other_words
    long: Extracts = {}
    capitals = both.map(lambda side: _capital_use(side, languages.left, other_words, long))
    evidence = NameEvidence(small=capitals.left.small | capitals.right.small)
    for _, phrases in (*capitals.left.phrases, *capitals.right.phrases):
        evidence.add(phrases, words.left)
    mended = _mended_words(capitals)
    named = resolved(capitals.map(lambda side: _names(side, evidence, words.left, mended)), words.left.nicknames)
    present = Pair(
        _presence(named.left, capitals.left, mended, words.left),
        _presence(named.right, capitals.right, mended, words.left),
    )
    changed, explained = changed_names(named, context.correspondence, words.left)
    yield from changed_entries(changed, context.correspondence)
    for side, own, other in zip(both, named, present.swapped(), strict=True):
        for place, times in _joined(side, _unmatched(side, own, other, explained), words.left):
            if not _is_agency(side, place):
                yield side.entry(Subject.NAME, (place,), Location.NOWHERE, occurrences(times))


def _languages(languages: Pair[str]) -> Pair[str]:
    """Return the languages of both articles; a text too short for detection has the language of the other one."""
    return Pair(languages.left or languages.right, languages.right or languages.left)


_Capitals = tuple[tuple[CapitalizedPhrase, ...], frozenset[str]]
"""The capitalized phrases and the small words of a paragraph."""


def _capitals(side: Side, at: int, language: str, long: Extracts) -> _Capitals:
    """Return the capitals of a paragraph. Those of a text that keeps no readings are kept in `long`, for this call."""
    text = side.texts[at]
    kept = side.extracts if text.is_kept else long
    key = capitalized_phrases, language, text
    found = cast("_Capitals | None", kept.get(key))
    if found is None:
        found = capitalized_phrases(text.text, name_words(language)), frozenset(small_words(text.text))
        kept[key] = found
    return found


def _capital_use(side: Side, language: str, other_words: frozenset[str], long: Extracts) -> _CapitalUse:
    """Return the capitalized phrases and the small words of a side's story.

    `other_words` are the compared forms of words whose accents make another word in this comparison.
    """
    paragraphs = [(at, *_capitals(side, at, language, long)) for at in side.story]
    return _CapitalUse(
        [
            (at, tuple(with_accents(phrase, other_words) for phrase in _outside_dates(side, at, phrases)))
            for at, phrases, _ in paragraphs
        ],
        {word for *_, small in paragraphs for word in small},
    )


def _outside_dates(side: Side, at: int, phrases: Iterable[CapitalizedPhrase]) -> Iterable[CapitalizedPhrase]:
    """Return the phrases of a paragraph that are no part of a date: 1445 AH, antes de Cristo."""
    dated = side.extract(dates, side.texts[at])
    if not dated:
        return phrases
    return (
        phrase
        for phrase in phrases
        if not any(one.start <= phrase.tokens[0].start and phrase.tokens[-1].end <= one.end for one in dated)
    )


def _mended_words(capitals: Pair[_CapitalUse]) -> dict[str, str]:
    """Return word without its accented letters -> whole word, if the two texts have both."""
    tokens = {
        token.text: token.key
        for side in capitals
        for _, phrases in side.phrases
        for phrase in phrases
        for token in phrase.tokens
    }
    keys = set(tokens.values())
    accented = sorted(text for text in tokens if not text.isascii())
    broken = {fallen_form(text): tokens[text] for text in accented if fallen_form(text) != tokens[text]}
    return {form: key for form, key in broken.items() if form in keys}


def _compared(key: str, mended: dict[str, str], words: NameWords) -> str:
    """Return the form of a token for comparison: a stem in a language whose endings are unknown (Байден, Байденом)."""
    whole = mended.get(key, key)
    return whole[:STEM_LENGTH] if words.is_declined and not words.has_stems else whole


def _names(
    capitals: _CapitalUse, evidence: NameEvidence, words: NameWords, mended: dict[str, str]
) -> list[tuple[Place, Name]]:
    """Return the names of a story with their places, in order."""
    return [
        (
            Place(at, name.start, name.end),
            name._replace(tokens=tuple(_compared(key, mended, words) for key in name.tokens)),
        )
        for at, phrases in capitals.phrases
        for name in names(phrases, evidence, words)
    ]


def _presence(named: Iterable[Named], capitals: _CapitalUse, mended: dict[str, str], words: NameWords) -> Presence:
    """Return the lookup of the names of an article."""
    phrases = {
        tuple(_compared(key, mended, words) for key in parts_of(phrase.tokens))
        for _, own in capitals.phrases
        for phrase in own
    }
    certain = [one for one in named if not one.name.is_doubtful]
    return Presence(certain, phrases, capitals.small, words)


def _unmatched(side: Side, named: Sequence[Named], other: Presence, explained: set[Hashable]) -> Iterator[list[Named]]:
    """Yield the mentions of each name that the other article does not have, in the order of the first mention.

    A name in text that is equal on both sides is present, although its case may differ there. The keys in `explained`
    are not considered.
    """
    by_key: dict[Key, list[Named]] = {}
    for one in named:
        if not one.name.is_doubtful:
            by_key.setdefault(one.key, []).append(one)
    # The words of the names, without those of two names in one word: the Brodal-Vaarni group.
    held = {token for one in named if not _is_hyphened(side, one) for token in one.name.tokens}
    for key, mentions in by_key.items():
        is_pair = _is_hyphened(side, mentions[0]) and held.issuperset(mentions[0].name.tokens)
        is_name = not is_pair and not all(one.name.is_adjective for one in mentions)
        if key in explained or not is_name or any(other.has(one) for one in mentions):
            continue
        if not any(side.is_equal(one.place) for one in mentions):
            yield mentions


# The sign of an agency at the beginning of its story: 'VELM (NP) - '.
_AGENCY = lazy_pattern(r"[^\W\d_][^().!?\n]{1,40}\((?P<sign>[^\W\d_][^()\n]{1,20})\) ?[-\u2013\u2014:]")


def _is_agency(side: Side, place: Place) -> bool:
    """Return whether a name is the sign of the agency that wrote the story."""
    agency = _AGENCY.match(side.texts[place.paragraph].text)
    return agency is not None and (place.start, place.end) == agency.span("sign")


def _is_hyphened(side: Side, one: Named) -> bool:
    """Return whether a name is one word with a hyphen, of two capitalized parts."""
    words = one.place.words(side.own)
    return len(one.name.tokens) > 1 and "-" in words and " " not in words


def _joined(side: Side, unmatched: Iterable[list[Named]], words: NameWords) -> Iterator[tuple[Place, int]]:
    """Yield the first place of each name and the number of its mentions.

    Two words joined by 'and' after one article are one name: the Crown and Anchor.
    """
    waiting: tuple[Place, int] | None = None
    was_word = False
    for mentions in unmatched:
        place = mentions[0].place
        is_word = len(mentions) == 1 and len(mentions[0].name.tokens) == 1 and not mentions[0].name.alias
        if waiting and is_word and was_word and _is_phrase(side, waiting[0], place, words):
            yield waiting[0]._replace(end=place.end), 1
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting, was_word = (place, len(mentions)), is_word
    if waiting:
        yield waiting


# The characters in which 'the' and a space are looked up.
_LONGEST_ARTICLE = 6


def _is_phrase(side: Side, first: Place, last: Place, words: NameWords) -> bool:
    """Return whether a definite article stands before two names and an 'and' between them."""
    if first.paragraph != last.paragraph:
        return False
    text = side.own.paragraphs[first.paragraph].text
    before = text[max(0, first.start - _LONGEST_ARTICLE) : first.start].casefold().split()
    is_definite = bool(before) and before[-1] in number_words(side.language).definite
    return is_definite and text[first.end : last.start].strip() in words.conjunctions
