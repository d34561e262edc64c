"""Outlines of sentences: what tells fast whether one of two sentences can name an agent that the other does not.

Guards shot a miner at the gate.      no passive
A miner was shot at the gate.         one passive more: its words are read one by one
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.model import Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.language.lexicon import Lexicon, code_of, forms, lexicon
from diffing.ledger.meaning.cues import cues
from diffing.ledger.meaning.sentence_words import BEGINNING, MOST_HELPERS, Sentence, listed
from diffing.ledger.meaning.turn_words import Turn, turns_of
from diffing.model import Pair, Place
from diffing.text.folding import stem_of
from diffing.text.function_words import function_words
from diffing.text.reading import ReadText
from diffing.text.scripts import NOUNS_HAVE_CAPITALS
from diffing.text.words import word_forms

# Content words that two sentences about one thing have in common at least.
_LEAST_WORDS = 2
# Paragraphs of a side between two that both sides have: more are another part of the story.
_MOST_BESIDE = 8


class _Counts(NamedTuple):
    """Numbers and words of a sentence that are counted before it is read.

    `stems` are those of its content words, and `order` has them in their order. `passives` is the number of words such
    as 'was', and `by` that of the words before an agent. `undergone` has the first letters of what can be a verb behind
    'was'. `is_done` and `happens` are true if a verb tells an event with its agent, and without it.
    """

    stems: frozenset[str]
    order: Sequence[str]
    passives: int
    by: int
    undergone: frozenset[str]
    is_done: bool
    happens: bool


class Outline(NamedTuple):
    """A sentence of a side at a place, what is counted of it, and its words that can turn a statement."""

    side: Side
    place: Place
    text: ReadText
    counts: _Counts
    turns: Sequence[Turn]

    def read(self) -> Sentence:
        """Return the sentence with its words."""
        return Sentence.of(self.side, self.place, self.text)

    def denies(self) -> bool:
        """Return whether the sentence has a negation, not counting words that only imply one."""
        found = self.side.extract(cues, self.text)
        return any(cue.subject is Subject.NEGATION and not cue.answers for cue in found)

    def shared_with(self, other: "Outline") -> Pair[float]:
        """Return the share of the content words of each sentence that the other one has; 0 for few words."""
        own, there = self.counts.stems, other.counts.stems
        common = len(own & there)
        return Pair(common / len(own), common / len(there)) if common >= _LEAST_WORDS else Pair(0.0, 0.0)

    def place_of(self, turn: Turn) -> Place:
        """Return the place of a word of the sentence in its paragraph."""
        return self.in_paragraph(Place(0, turn.start, turn.end))

    def in_paragraph(self, place: Place) -> Place:
        """Return a place of the sentence as one of its paragraph."""
        return Place(self.place.paragraph, self.place.start + place.start, self.place.start + place.end)

    def is_turned(self, other: "Outline") -> bool:
        """Return whether the words that both sentences have stand in another order."""
        own, there = self.counts, other.counts
        return [stem for stem in own.order if stem in there.stems] != [
            stem for stem in there.order if stem in own.stems
        ]

    def has_other_by(self, other: "Outline") -> bool:
        """Return whether one sentence has more words such as 'by', which stand before an agent."""
        return self.counts.by != other.counts.by

    def can_name_more(self, other: "Outline") -> bool:
        """Return whether this sentence may name an agent of what the other one tells too."""
        own, there = self.counts, other.counts
        return (
            (own.is_done and there.happens)
            or own.by > there.by
            or (
                there.passives > own.passives and not there.undergone.isdisjoint(stem[:BEGINNING] for stem in own.stems)
            )
        )


def sentence_pairs(context: LedgerContext) -> Sequence[Pair[Outline]]:
    """Return the sentences that correspond and that the other side has not as they are; several subjects ask."""
    return context.once(_sentence_pairs)


def _sentence_pairs(context: LedgerContext) -> Sequence[Pair[Outline]]:
    return tuple(_pairs(sides(context)))


def _pairs(both: Pair[Side]) -> Iterator[Pair[Outline]]:
    left, right = both
    for index in left.reworded:
        others = [one for other in left.opposite(Place(index, 0, 0)) for one in _sentences(right, other)]
        own = list(_sentences(left, index))
        texts = Pair({part.text for _, part in own}, {part.text for _, part in others})
        gone = [one for one in own if one[1].text not in texts.right]
        new = [one for one in others if one[1].text not in texts.left]
        near = left.correspondence.near_pairs([place for place, _ in gone], [place for place, _ in new])
        for at, there in near:
            yield Pair(_outline(left, *gone[at]), _outline(right, *new[there]))


def lone_pairs(context: LedgerContext) -> Iterator[Pair[Outline]]:
    """Yield the paragraphs of one sentence that only one side has, each with those of the other side beside it.

    Both stand between the same paragraphs that both sides have.
    """
    both = sides(context)
    for own in series_beside(context):
        outlines = Pair(*(_lone(side, indices) for side, indices in zip(both, own, strict=True)))
        yield from (Pair(left, right) for left in outlines.left for right in outlines.right)


def paragraphs_beside(context: LedgerContext) -> Pair[Mapping[int, Sequence[int]]]:
    """Return, for each paragraph that only one side has, those that only the other side has in the same place."""
    series = [*series_beside(context)]
    return Pair(
        {index: own.right for own in series for index in own.left},
        {index: own.left for own in series for index in own.right},
    )


def series_beside(context: LedgerContext) -> Iterator[Pair[Sequence[int]]]:
    """Yield the paragraphs of each side alone that stand between the same paragraphs of both, if both have some."""
    own: Pair[list[int]] = Pair([], [])
    for row in (*context.comparison.rows, None):
        if row is None or (row.left and row.right):
            if all(0 < len(indices) <= _MOST_BESIDE for indices in own):
                yield own
            own = Pair([], [])
        elif not row.furniture:
            own.left.extend(row.left)
            own.right.extend(row.right)


def _lone(side: Side, indices: Sequence[int]) -> list[Outline]:
    """Return the outlines of those of some paragraphs that have one sentence."""
    texts = ((index, side.texts[index]) for index in indices)
    return [_outline(side, Place(index, 0, len(text.text)), text) for index, text in texts if len(text.sentences) == 1]


def _sentences(side: Side, index: int) -> Iterator[tuple[Place, ReadText]]:
    text = side.texts[index]
    return ((Place(index, *sentence), part) for sentence, part in zip(text.sentences, text.parts, strict=True))


def _outline(side: Side, place: Place, text: ReadText) -> Outline:
    return Outline(side, place, text, side.extract(_counts, text), turns_of(side, place, text))


@cache
def _grammar(language: str) -> frozenset[str]:
    """Return the words of a language that are no content.

    Words of grammar with accents or in Cyrillic letters count as content here: agents.py asks for a share of the words
    in common, which was set so. Without them it asks too much of short Russian sentences.
    """
    return function_words(language) | _compared("helpers", language)


@cache
def _compared(name: str, language: str) -> frozenset[str]:
    """Return a list of the table `agents` in the forms that words are compared in, of Cyrillic letters too."""
    written = lexicon(language).get("agents", {}).get(name, ())
    return listed(name, language) | {form for word in written for form in word_forms(word)}


def _counts(text: ReadText, lexicon: Lexicon) -> _Counts:
    language = code_of(lexicon)
    found = text.forms
    words = frozenset(found)
    grammar, passive, agent = _grammar(language), _compared("passive", language), _compared("by", language)
    order = [stem_of(word) for word in found if word not in grammar and word[0].isalpha()]
    passives = [] if words.isdisjoint(passive) else [at for at, word in enumerate(found) if word in passive]
    by = 0 if words.isdisjoint(agent) else sum([word in agent for word in found])
    reach = len(found) if language in NOUNS_HAVE_CAPITALS else MOST_HELPERS
    undergone = frozenset([stem_of(word)[:BEGINNING] for at in passives for word in found[at + 1 : at + 1 + reach]])
    done, happening = _verbs(language)
    is_done, happens = not words.isdisjoint(done), not words.isdisjoint(happening)
    return _Counts(frozenset(order), order, len(passives), by, undergone, is_done, happens)


@cache
def events(language: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the verbs of each event: those with an agent, and those that tell the same without one."""
    table = lexicon(language).get("agents", {}).get("events", {})
    return tuple((forms(event.get("done", ())), forms(event.get("happened", ()))) for event in table.values())


@cache
def _verbs(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the verbs of all events with an agent, and those without one."""
    none = frozenset[str]()
    return none.union(*(done for done, _ in events(language))), none.union(*(told for _, told in events(language)))
