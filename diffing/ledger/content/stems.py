"""The content words of paragraphs by their stems, and the paragraphs of an article that have them.

The council met in Lund.      counci, met, lund        StemIndex.share: 1 in a paragraph that has all three
"""

from collections import defaultdict
from collections.abc import Set

from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexicon import Lexicon, code_of
from diffing.model import Article, Place
from diffing.text.folding import stem_of
from diffing.text.function_words import content_words
from diffing.text.reading import ReadText

# Stems in more paragraphs than this do not locate content. The limit keeps the time linear for a book.
_MOST_PARAGRAPHS = 64


def whole_of(article: Article, index: int) -> Place:
    """Return the place of a whole paragraph."""
    return Place(index, 0, len(article.paragraphs[index].text))


def text_of(side: Side, place: Place) -> ReadText:
    """Return the text at a place: the paragraph as it is read, if the place is the whole paragraph."""
    text = side.texts[place.paragraph]
    is_whole = place.start == 0 and place.end == len(text.text)
    return text if is_whole else text.part(place.start, place.end)


def content_stems(text: ReadText, lexicon: Lexicon) -> frozenset[str]:
    """Return the stems of the content words of a text."""
    return frozenset([stem_of(form) for form in content_words(text.forms, code_of(lexicon))])


class StemIndex:
    """Index of the stems of the content words of an article: stem -> paragraphs."""

    def __init__(self, side: Side) -> None:
        self._paragraphs: defaultdict[str, list[int]] = defaultdict(list)
        for index, text in enumerate(side.texts):
            for stem in content_stems(text, side.lexicon):
                self._paragraphs[stem].append(index)

    def __contains__(self, stem: str) -> bool:
        return stem in self._paragraphs

    def share(self, stems: frozenset[str], excluded: Set[int]) -> float:
        """Return the largest share of the stems that one paragraph has, 0..1; `excluded` paragraphs do not count."""
        held: defaultdict[int, int] = defaultdict(int)
        for stem in stems:
            found = self._paragraphs.get(stem, ())
            if len(found) <= _MOST_PARAGRAPHS:
                for index in found:
                    held[index] += index not in excluded
        return max(held.values(), default=0) / len(stems)
