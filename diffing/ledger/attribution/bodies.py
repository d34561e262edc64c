"""Content words of speakers and sources; words for one kind of organisation count as one word.

the newspaper, the daily   ->   press
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from diffing.ledger.language.lexicon import lexicon
from diffing.text.folding import folded
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
    return [groups.get(word, word[:STEM_LENGTH]) for word in bare]
