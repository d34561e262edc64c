"""Which language an article is in, by the words of grammar it is full of.

The embassy did not say when it would open.   ->   en: the, did, not, when, it, would
"""

import re
from collections import Counter

from diffing.model import Article
from diffing.text.function_words import FUNCTION_WORDS_OF

# Some paragraphs' worth, in characters; more of an article says the same.
_SAMPLE = 4_000
# A third to a half of the words of running text are words of grammar; a list of names or another language has few.
_LEAST_SHARE = 0.15
_WORD = re.compile(r"[^\W\d_]+")


def language_of(article: Article) -> str:
    """The code of the language, and '' for none that has its words of grammar in function_words."""
    text = ""
    for paragraph in article.paragraphs:
        text += paragraph.text[: _SAMPLE - len(text)].casefold() + "\n"
        if len(text) >= _SAMPLE:
            break
    counts = Counter(_WORD.findall(text))
    found = {
        language: sum(counts[word] for word in function_words) for language, function_words in FUNCTION_WORDS_OF.items()
    }
    best = max(found, key=lambda language: found[language])
    return best if found[best] > _LEAST_SHARE * counts.total() else ""
