"""Signatures of articles in several languages, which have no words in common.

    Drei Menschen starben, sagte Anna Weber in München.     concepts: human, death ...      facts: 3-anna-weber-mun...
    Three people died, Anna Weber said in Munich.           concepts: human, death ...      facts: the same

The stems of such a signature are the concepts of the words, as in alignment across languages: those that the Unicode
CLDR names in every language. Its facts are numbers by value, and names by their sound. It has no shingles.
"""

from array import array
from collections.abc import Iterator
from fractions import Fraction

from diffing.finding.signatures import Signature, number_of, told_texts
from diffing.model import Article
from diffing.text.reading import ReadText
from diffing.translation.contents import Content, Reader

# Small numbers are in every article.
_LEAST_NUMBER = 13
_LEAST_SOUNDS, _SOUNDS = 3, 5


def cross_signature(article: Article, plain: Signature) -> Signature:
    """Return the signature of an article for finding it in other languages; `plain` is its usual one."""
    reader = Reader(plain.language)
    concepts: set[int] = set()
    facts: set[int] = set()
    for text in told_texts(article):
        content = reader.content(ReadText(text))
        concepts.update(number_of(one) for word in content.words for one in reader.words[word].concepts)
        facts.update(map(number_of, _facts(content, reader)))
    return Signature(array("I", sorted(concepts)), array("I", sorted(facts)), array("Q"), plain.moment, plain.language)


def _facts(content: Content, reader: Reader) -> Iterator[str]:
    """Yield the numbers by value, and the sounds of names that are no words of a concept."""
    for number in content.numbers:
        if isinstance(number, str) or number >= Fraction(_LEAST_NUMBER):
            yield f"={number}"
    for name in content.capitals:
        word = reader.words[name]
        if not word.concepts and len(word.sounds) >= _LEAST_SOUNDS:
            yield word.sounds[:_SOUNDS]
