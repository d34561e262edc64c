"""First names that differ before one surname, in sentences that stand for each other.

    left   sendika temsilcisi Nermin Aktaş        Nermin -> Lindgren: `Aktaş` stands behind both
    right  said Lindgren Aktaş

    left   die Studentin Zarzycka                 no entry: a noun, of which no capital tells that it is a name
    right  the student Kalina Zarzycka

The surname is written alike, so that the first name would be too. What stands before a surname may be a title, and what
stands before the name of a place says what it is; languages translate both. So neither word may be one of these, and
where nouns have capitals, another noun must stand before.
"""

import re
from collections.abc import Iterator
from functools import cache

from diffing.ledger.names.name_words import name_words
from diffing.ledger.translated.name_words import Names
from diffing.ledger.translated.sounding import are_two, may_be_one
from diffing.ledger.translated.word_lists import word_list
from diffing.model import Article, Pair
from diffing.text.scripts import NOUNS_HAVE_CAPITALS
from diffing.translation.mentions import WordMention
from diffing.translation.stems import folded
from diffing.translation.translation import Translation

_KNOWN = frozenset(["cs", "da", "de", "en", "es", "fi", "fr", "hu", "it", "nb", "nl", "pl", "pt", "ro", "sv", "tr"])
"""Languages in Latin letters whose titles are known; other alphabets write a name by its sound: Джордж is George."""
# Different words before a surname, at most: the first name, and one that is wrong.
_MOST_BEFORE = 2
_LEAST_LETTERS = 4


def changed_first_names(
    own: Names, other: Names, translation: Translation, articles: Pair[Article]
) -> Iterator[tuple[WordMention, WordMention]]:
    """Yield the first words of two names that differ, and whose second words are one name; at most one pair."""
    if not {own.language, other.language} <= _KNOWN:
        return
    found = [
        (one, there)
        for one, two in _persons(own, articles.left)
        for there, counterpart in _persons(other, articles.right)
        if two.form == counterpart.form
        and are_two(one, there, translation)
        and not any(may_be_one(one, word, near, translation) for word, near in _names_around(other, there, counterpart))
        and not any(may_be_one(word, there, near, translation) for word, near in _names_around(own, one, two))
    ]
    if len(found) == 1:
        yield found[0]


def _names_around(names: Names, first: WordMention, second: WordMention) -> Iterator[tuple[WordMention, bool]]:
    """Yield other words that may be part of a name, and whether they stand near it: of two first names, the other."""
    for word, is_near in names.around(first, second):
        is_name = word.end - word.start >= _LEAST_LETTERS and not is_title(word, names.language)
        if is_name and word.start != second.start:
            yield word, is_near


def _persons(names: Names, article: Article) -> Iterator[tuple[WordMention, WordMention]]:
    """Yield the first names of sentences, each with its surname."""
    for first, second in names.series:
        if not names.begins(first) and not is_title(first, names.language) and _is_marked(first, names):
            shown = names.text[second.start : second.end]
            before = re.compile(rf"([^\W\d_]+)[ ·・]{re.escape(shown)}\b")
            found = {match[1] for paragraph in article.paragraphs for match in before.finditer(paragraph.text)}
            if len({word for word in found if not word[0].islower()}) <= _MOST_BEFORE:
                yield first, second


def is_title(word: WordMention, language: str) -> bool:
    """Return whether a word may be a title, or say what a place or a body is."""
    return word.form in _titles_of_lexicon(language) or bool(word_list("titles", language).tags(word.form))


@cache
def _titles_of_lexicon(language: str) -> frozenset[str]:
    """Return the titles of a lexicon, and its nouns that stand before the name of a place or a body, folded."""
    words = name_words(language)
    return frozenset(map(folded, words.title_words | words.heads))


def _is_marked(first: WordMention, names: Names) -> bool:
    """Return whether a word is written as a first name: where nouns have capitals, behind a noun."""
    if names.language not in NOUNS_HAVE_CAPITALS:
        return True
    return any(noun.end + 1 == first.start and not names.begins(noun) for noun, _ in names.series)
