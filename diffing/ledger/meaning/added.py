"""Find words of rank, of a share, and conditions that only one side has.

left   The mayor spoke.              right   The |former| mayor spoke.          new: former
left   |Il sindaco| parla.           right   L'|ex sindaco| parla.             changed: another article stands there
left   The strike ends on Monday.    right   ... on Monday |if the firm pays|.  new: a condition
"""

from collections.abc import Iterator, Sequence
from functools import cache

from diffing.ledger.core.details import Senses, StatedWithout
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.meaning.context import head_of, is_same_word, stated_without
from diffing.ledger.meaning.limits import REGARDLESS
from diffing.ledger.meaning.sentence_changes import SentenceChange
from diffing.ledger.meaning.turn_words import Turn, content_count, touching
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded, word_pattern
from diffing.text.function_words import content_words
from diffing.text.words import STEM_LENGTH, word_forms

# The share of both sentences that is kept where a word is added: of half of a sentence, both sides still say the same,
# and the word does not belong to another statement.
_LEAST_KEPT = 0.5
# The same for 'one of the', behind which the words of the sentence stand in the plural.
_LEAST_KEPT_OF_MEMBER = 0.25
_MEMBER = "member"
# Words of a condition: 'if the firm pays'.
_LEAST_CLAUSE = 3
_STOP = lazy_pattern("[.!?;:。！？；：]")
_CONDITION = "condition"
# The group of words that say what is lacking; the entry has the words behind it too: 'without agreement'.
_ABSENCE = "absence"
PLAIN = {
    ("status", "former"): "current",
    ("status", "acting"): "current",
    ("status", "deputy"): "head",
    ("share", "member"): "only",
}
"""Group and class of a word -> the class that a statement has without it, on the other side."""


@cache
def _lone(language: str) -> frozenset[str]:
    """Return the groups whose words make an entry also if the other side has nothing in their place."""
    return frozenset(lexicon(language).get("turns", {}).get("lone", ()))


def added_entries(side: Side, change: SentenceChange, found: Pair[list[tuple[Place, Turn]]]) -> Iterator[Entry]:
    """Yield the entries of words that only this side has; the pairs have this side first."""
    for place, turn in touching(found.left, change.places.left):
        if (
            turn.sense in ("", REGARDLESS)
            or turn.group not in _lone(side.language)
            or side.is_equal(place)
            or _is_before_number(side, place)
        ):
            continue
        if _is_answered(side, turn, found.right) or _has_form(side, place, change.sentences.right):
            continue
        if turn.group == _CONDITION:
            clause = _clause(side, place, change.places.left)
            is_alone = not content_count(
                side, change.places.left._replace(end=max(place.start, change.places.left.start))
            )
            if (
                _is_clause(side, clause)
                and change.kept.right >= _LEAST_KEPT
                and not (is_alone and _words_there(side, change))
            ):
                yield side.entry(Subject.CONTENT, (clause,), Location.SAME_SENTENCE, _conditional(side))
        elif turn.group == _ABSENCE:
            clause = _clause(side, place, change.places.left)
            if max(change.kept) >= _LEAST_KEPT and not _words_there(side, change) and _is_lacked(side, clause, change):
                yield side.entry(Subject.CONTENT, (clause,), Location.SAME_SENTENCE)
        elif (
            max(change.kept) >= (_LEAST_KEPT_OF_MEMBER if turn.sense == _MEMBER else _LEAST_KEPT)
            and (stated := stated_without(side, place)) is not None
        ):
            yield _entry(side, change, turn, place, stated)


def _entry(side: Side, change: SentenceChange, turn: Turn, place: Place, stated: Place) -> Entry:
    """Return the entry of a word, with what stands in its place right before the words that the other side states."""
    there, plain = change.places.right, PLAIN.get((turn.group, turn.sense))
    text = side.other_texts[stated.paragraph].text
    is_beside = there.paragraph == stated.paragraph and not text[there.end : stated.start].strip()
    if plain is None or there.start == there.end or not is_beside or _words_there(side, change):
        return side.entry(Subject.CONTENT, (place,), Location.SAME_SENTENCE, StatedWithout(stated))
    head = head_of(side.texts[place.paragraph].folded, place, side.language)
    if head is not None:
        place = place._replace(end=side.texts[place.paragraph].folded.place(place.paragraph, *head.span()).end)
    places, senses = Pair(place, there._replace(end=max(there.end, stated.end))), Pair(turn.sense, plain)
    left, right = places if side.is_left else places.swapped()
    detail = Senses(*(senses if side.is_left else senses.swapped()))
    return Entry(Subject.CONTENT, Change.CHANGED, (left,), (right,), Location.SAME_SENTENCE, detail)


def _is_lacked(side: Side, clause: Place, change: SentenceChange) -> bool:
    """Return whether 'without' has content behind it that the other side does not name.

    Words are compared by their beginnings: 'without a |pilot|', 'pilotless'.
    """
    texts = Pair(clause.words(side.own).partition(" ")[2], change.sentences.right.words(side.other))
    stems = texts.map(lambda text: {word[:STEM_LENGTH] for word in content_words(word_forms(text), side.language)})
    return bool(stems.left) and stems.left.isdisjoint(stems.right)


def _has_form(side: Side, place: Place, sentence: Place) -> bool:
    """Return whether a sentence of the other side has a word in another form: 'antiguas', 'antigua'."""
    word = folded(place.words(side.own)).text
    if " " in word:
        return False
    text = side.other_texts[sentence.paragraph].folded.part(sentence.start, sentence.end).text
    return any(one != word and is_same_word(one, word) for one in word_pattern(text).findall(text))


def _conditional(side: Side) -> Senses:
    """Return the classes of a statement that has a condition on one side."""
    senses = ("conditional", "unconditional")
    return Senses(*senses) if side.is_left else Senses(*reversed(senses))


def _is_answered(side: Side, turn: Turn, found: Sequence[tuple[Place, Turn]]) -> bool:
    """Return whether the other side says the same; words without a class that both sides have answer nothing."""
    return any(
        other.group == turn.group and (other.sense or not side.correspondence.is_equal(there, is_left=not side.is_left))
        for there, other in found
    )


def _is_before_number(side: Side, place: Place) -> bool:
    """Return whether a number stands behind a place: 'almost 200' is a matter of the numbers."""
    text = side.texts[place.paragraph].folded
    word = word_pattern(text.text).search(text.text, text.at(place.end))
    if word is None:
        return False
    is_multiple = text.text.startswith(_multiples(side.language), word.start())
    return word[0][0].isdigit() or word[0] in _number_words(side.language) or is_multiple


@cache
def _number_words(language: str) -> frozenset[str]:
    table = lexicon(language).get("numbers", {})
    return frozenset(folded(word).text for name in ("words", "magnitudes") for word in table.get(name, {}))


@cache
def _multiples(language: str) -> tuple[str, ...]:
    """Return the phrases for multiples and parts: 'il doppio', 'a third'."""
    table = lexicon(language).get("numbers", {})
    return tuple(folded(phrase).text for name in ("times", "parts") for phrase in table.get(name, {}))


def _clause(side: Side, place: Place, changed: Place) -> Place:
    """Return the words of a change from a place on, up to the first stop."""
    end = max(place.end, changed.end)
    while end > place.end and not side.texts[place.paragraph].text[end - 1].isalnum():
        end -= 1
    stop = _STOP.search(side.texts[place.paragraph].text, place.end, end)
    return place._replace(end=stop.start() if stop else end)


def _is_clause(side: Side, place: Place) -> bool:
    """Return whether a condition is whole: it has a verb and more, and a mark or the end of the paragraph behind it."""
    behind = side.texts[place.paragraph].text[place.end :].lstrip()
    return len(word_forms(place.words(side.own))) >= _LEAST_CLAUSE and not behind[:1].isalnum()


def _words_there(side: Side, change: SentenceChange) -> bool:
    """Return whether the other side has content in the place of a change of this side."""
    there = change.places.right
    text = side.other.paragraphs[there.paragraph].text[there.start : there.end]
    return bool(content_words(word_forms(text), side.language))
