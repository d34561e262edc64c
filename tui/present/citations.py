"""Texts for the clipboard: the author's words, and a change as a citation.

    left.txt ¶14: "severed diplomatic relations" → right.txt ¶12: "broke diplomatic ties"

Controls are left out: a paste could otherwise end the terminal's bracketed paste and run as typed.
"""

from collections.abc import Sequence

from diffing.ledger.core.model import Entry
from diffing.model import Article, Comparison, Kind, Place, Row
from diffing.patterns import lazy_pattern

from ..inputs.read_bytes import STANDARD_INPUT, STANDARD_INPUT_NAME
from ..text.sanitize import REPLACEMENT
from ..text.words import KINDS
from .cells import BECOMES, between
from .change_words import change_words
from .entry_text import title
from .labels import numbers
from .sentence_pairs import sentence_pairs, sentence_place

_CONTROLS = lazy_pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# In the name of a file that is no text. They cannot be written in any encoding.
_HALVES = lazy_pattern("[\ud800-\udfff]")


def left_text(comparison: Comparison, row: Row) -> str:
    """Return the left paragraphs of a row, a line each."""
    return plain(comparison.left.text(row.left))


def right_text(comparison: Comparison, row: Row) -> str:
    """Return the right paragraphs of a row, a line each."""
    return plain(comparison.right.text(row.right))


def both_texts(comparison: Comparison, row: Row) -> str:
    """Return the left text, a blank line and the right text."""
    return "\n\n".join(filter(None, (left_text(comparison, row), right_text(comparison, row))))


def citation(comparison: Comparison, row: Row) -> str:
    """Return the row as a citation of both articles: names, paragraph numbers and texts."""
    sides = [
        _cited(article, indices)
        for article, indices in ((comparison.left, row.left), (comparison.right, row.right))
        if indices
    ]
    if len(sides) == 1:
        return f"{sides[0]} ({KINDS[row.kind]})"
    return (" / " if row.kind is Kind.TRANSLATED else BECOMES).join(sides)


def sentence_citation(comparison: Comparison, row: Row, sentence: int) -> str:
    """Return a sentence of a row of two languages with its counterpart: a line for each side that has it.

    lirio-es.txt ¶4, sentences 1-2 → 1: "Se cayó. Nadie lo vio."
    lirio-en.txt ¶4, sentences 1-2 → 1: "It fell, unseen."
    """
    pair, place = sentence_pairs(row)[sentence], sentence_place(row, sentence)
    lines = [
        f'{_name(article)} ¶{numbers(indices)}{place and f", {place}"}: "{article.text(indices)[slice(*stretch)]}"'
        for article, indices, stretch in (
            (comparison.left, row.left, pair.left),
            (comparison.right, row.right, pair.right),
        )
        if stretch[0] < stretch[1]
    ]
    return "\n".join(plain(line).replace("\n", " ") for line in lines)


def change_citation(comparison: Comparison, entry: Entry) -> str:
    """Return a change with its places: what was and what is, then the paragraph of each side, its words in brackets.

    number changed: Two → Three
    monday.txt ¶1, 4: "[Two] dead after ferry hits pier"
    tuesday.txt ¶1, 4: "[Three] dead after ferry hits pier"
    """
    words = change_words(entry, comparison)
    sides = zip(comparison.articles, entry.places, strict=True)
    lines = [
        f"{title(entry, comparison)}: {between(comparison).join(filter(None, (words.old, words.new)))}",
        *(_cited_places(article, places) for article, places in sides if places),
    ]
    return "\n".join(plain(line).replace("\n", " ") for line in lines)


def _cited_places(article: Article, places: Sequence[Place]) -> str:
    """Return where words stand in an article, and the paragraph of the first with the words in brackets."""
    paragraphs = tuple(dict.fromkeys(place.paragraph for place in places))
    text = article.paragraphs[paragraphs[0]].text
    for place in sorted((place for place in places if place.paragraph == paragraphs[0]), reverse=True):
        text = f"{text[: place.start]}[{text[place.start : place.end]}]{text[place.end :]}"
    return f'{_name(article)} ¶{numbers(paragraphs)}: "{text}"'


def _name(article: Article) -> str:
    return STANDARD_INPUT_NAME if article.source == STANDARD_INPUT else article.source


def _cited(article: Article, indices: tuple[int, ...]) -> str:
    name, text = (plain(shown).replace("\n", " ") for shown in (_name(article), article.text(indices)))
    return f'{name} ¶{numbers(indices)}: "{text}"'


def plain(text: str) -> str:
    """Return the text without controls but tabs and line feeds, and fit to be encoded."""
    return _HALVES.sub(REPLACEMENT, _CONTROLS.sub("", text))
