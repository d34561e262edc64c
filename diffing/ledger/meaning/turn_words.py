"""Read the words that can turn a statement, by their groups and classes in the lexicon.

Rents |rose| in May.      a word of the class 'up' in the group 'direction'
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexemes import lexemes
from diffing.ledger.language.lexicon import Lexicon, code_of, lexicon
from diffing.model import Place
from diffing.text.folding import has_han
from diffing.text.function_words import content_words
from diffing.text.reading import ReadText
from diffing.text.words import word_forms


class Turn(NamedTuple):
    """Words at `start`..`end` of a paragraph's text.

    `group` and `sense` are their group and their class in the lexicon. Words without a class only answer a word of
    their group on the other side.
    """

    start: int
    end: int
    group: str
    sense: str


class _Tag(NamedTuple):
    group: str
    sense: str


def turns(text: ReadText, lexicon: Lexicon) -> tuple[Turn, ...]:
    """Return the words of a text that can turn a statement, in order."""
    found = []
    form = text.folded
    for start, end, tags in _lexemes(code_of(lexicon)).find(form):
        if tags != (None,):
            _, own, behind = form.place(0, start, end)
            found += [Turn(own, behind, *tag) for tag in tags if tag is not None]
    return tuple(found)


@lexemes("turns")
def _lexemes(language: str) -> Mapping[_Tag | None, Sequence[str]]:
    """Return the words of a language; the tag None marks phrases that contain such a word without its meaning."""
    table = lexicon(language).get("turns", {})
    tagged: dict[_Tag | None, Sequence[str]] = {None: table.get("harmless", ())}
    for group, senses in table.get("groups", {}).items():
        tagged |= {_Tag(group, sense): phrases for sense, phrases in senses.items()}
    for group, phrases in table.get("answers", {}).items():
        tagged[_Tag(group, "")] = phrases
    return tagged


def touching(found: Sequence[tuple[Place, Turn]], place: Place) -> list[tuple[Place, Turn]]:
    """Return the words that share a character with a place."""
    return [(own, turn) for own, turn in found if own.start < place.end and place.start < own.end]


def content_count(side: Side, place: Place) -> int:
    """Return the number of content words at a place; two Han characters count as one."""
    words = content_words(word_forms(place.words(side.own)), side.language)
    return len(words) - sum(map(has_han, words)) // 2
