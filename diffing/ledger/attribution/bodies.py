"""Content words of speakers and sources; words for one kind of organisation count as one word.

the newspaper, the daily   ->   press
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from diffing.ledger.language.lexicon import lexicon
from diffing.text.folding import folded, has_han
from diffing.text.function_words import content_words
from diffing.text.words import STEM_LENGTH


@cache
def bodies(language: str) -> Mapping[str, str]:
    """Return the words for organisations and for people who know, each with the name of its group."""
    groups: Mapping[str, Sequence[str]] = lexicon(language).get("sources", {}).get("bodies", {})
    return {folded(word).text: body for body, words in groups.items() for word in words}


def content_stems(words: Iterable[str], language: str) -> Sequence[str]:
    """Return the stems of the content words among some words; the words for one kind of organisation have one stem."""
    groups = bodies(language)
    bare = content_words([word.removesuffix("'s") for word in words], language)
    if bare and has_han(bare[0]):
        return _of_characters("".join(bare), groups)
    return [groups.get(word, word[:STEM_LENGTH]) for word in bare]


def _of_characters(text: str, groups: Mapping[str, str]) -> Sequence[str]:
    """Return the groups of the words for organisations in a run of Chinese characters, and its other characters."""
    found = []
    for word, group in groups.items():
        if word in text:
            found.append(group)
            text = text.replace(word, "")
    return [*found, *text]
