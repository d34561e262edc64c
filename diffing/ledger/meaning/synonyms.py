"""Find what a negation denies where the other side says it by a synonym, in a sentence that was rewritten.

left   The firm is |not| looking for a buyer.      right   A buyer is |sought| by the firm.      stated: 'sought'
left   The firm is |not| looking for a buyer.      right   The firm |sought| more time.          another statement
"""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from diffing.ledger.core.clauses import sentence_at, words_and_breaks
from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexicon import forms, lexicon
from diffing.ledger.meaning.context import head_of, is_behind_article, is_new_there, parting_words
from diffing.ledger.meaning.turn_words import turns_in
from diffing.model import Place
from diffing.text.function_words import content_words
from diffing.text.reading import ReadText
from diffing.text.words import STEM_LENGTH

# The share of the words around one of the words that the clause of the other one must have.
_LEAST_ABOUT = 0.6
# The share of a clause that the other one must have, whatever it adds.
_LEAST_OF_CLAUSE = 0.25
# Content words on each side of a word that stand close to it.
_CLOSE = 2


class _Clause(NamedTuple):
    """The stems of the content words of a clause before and behind some words of it, in order.

    A pronoun before the words may be who does it.
    """

    before: tuple[str, ...]
    behind: tuple[str, ...]
    has_pronoun: bool

    @property
    def stems(self) -> frozenset[str]:
        return frozenset((*self.before, *self.behind))

    @property
    def close(self) -> frozenset[str]:
        return frozenset((*self.before[-_CLOSE:], *self.behind[:_CLOSE]))


def stated_by_synonym(side: Side, own: Place) -> Place | None:
    """Return the place where the other side says what a negation denies by another word of its class, or None.

    Both words must be about the same: see `are_about_one`.
    """
    text = side.texts[own.paragraph]
    head = head_of(text.folded, own, side.language)
    if head is not None and head[0] in _helpers(side.language):
        # 'No |fueron| avisados': they were not warned.
        head = head_of(text.folded, text.folded.place(own.paragraph, *head.span()), side.language)
    if head is None:
        return None
    place = text.folded.place(own.paragraph, *head.span())
    denied = {
        (turn.group, turn.sense): Place(own.paragraph, turn.start, turn.end)
        for turn in turns_in(side, text)
        if turn.has_synonyms and own.end <= turn.start <= place.start < turn.end
    }
    return next(_synonyms(side, own, denied), None) if denied else None


def _synonyms(side: Side, own: Place, denied: dict[tuple[str, str], Place]) -> Iterator[Place]:
    """Yield the places of the other side with a word of the class of a denied one that is about the same."""
    for index in side.opposite(own):
        text = side.other_texts[index]
        for turn in turns_in(side, text):
            word, there = denied.get((turn.group, turn.sense)), Place(index, turn.start, turn.end)
            if (
                word is not None
                and side.is_near(own, there)
                and is_new_there(side, there, own)
                and not is_behind_article(text.folded, there, side.language)
                and not are_of_others(side, word, there)
                and _are_about_one(
                    _clause(side.texts[own.paragraph], word, side.language), _clause(text, there, side.language)
                )
            ):
                yield there


def _are_about_one(own: _Clause, other: _Clause) -> bool:
    """Return whether two words are about the same.

    One clause has most of what stands behind the word of the other one, wherever it does, and some close to its own:
    'did not |believe| the story', 'the story |convinced| it', but not 'do not |grow| rice', '|increased| exports may
    cost us rice'. If nothing stands behind both, the same word stands last before them.
    """
    if not own.behind and not other.behind:
        return bool(own.before and other.before) and own.before[-1] == other.before[-1]
    return not own.close.isdisjoint(other.close) and any(
        one.behind
        and len(there.stems.intersection(one.behind)) >= _LEAST_ABOUT * len(set(one.behind))
        and len(one.stems & there.stems) >= _LEAST_OF_CLAUSE * len(there.stems)
        for one, there in ((own, other), (other, own))
    )


def are_of_others(side: Side, word: Place, there: Place) -> bool:
    """Return whether a word of a side and one of the other side tell of others: of another doer, or of another thing.

    'The heat did not |cause| the fire', 'a cable |caused| the fire'.
    """
    own = _clause(side.texts[word.paragraph], word, side.language)
    other = _clause(side.other_texts[there.paragraph], there, side.language)
    return _have_other_doers(own, other) or (
        bool(own.behind and other.behind) and other.stems.isdisjoint(own.behind) and own.stems.isdisjoint(other.behind)
    )


def _have_other_doers(own: _Clause, other: _Clause) -> bool:
    """Return whether both clauses have words before theirs, no pronoun, and none that the other one has."""
    return (
        bool(own.before and other.before)
        and not (own.has_pronoun or other.has_pronoun)
        and other.stems.isdisjoint(own.before)
        and own.stems.isdisjoint(other.before)
    )


def _clause(text: ReadText, word: Place, language: str) -> _Clause:
    """Return the clause around a word, up to a mark or a word such as 'but'."""
    start, sentence = sentence_at(text, word.start)
    form, parting = text.folded, parting_words(language)
    before: list[str] = []
    for one in words_and_breaks(form.text, form.at(start), form.at(word.start)):
        if one["stop"] or one[0] in parting:
            before.clear()
        else:
            before.append(one[0])
    behind = takewhile(
        lambda one: not one["stop"] and one[0] not in parting,
        words_and_breaks(form.text, form.at(word.end), form.at(start + len(sentence.text))),
    )
    has_pronoun = not _pronouns(language).isdisjoint(before)
    return _Clause(_stems(before, language), _stems([one[0] for one in behind], language), has_pronoun)


@cache
def _helpers(language: str) -> frozenset[str]:
    return forms(lexicon(language).get("agents", {}).get("passive", ()))


@cache
def _pronouns(language: str) -> frozenset[str]:
    return forms(lexicon(language).get("sources", {}).get("pronouns", ()))


def _stems(words: list[str], language: str) -> tuple[str, ...]:
    bare = [word.removesuffix("'s") for word in words]
    return tuple([word[:STEM_LENGTH] for word in content_words(bare, language)])
