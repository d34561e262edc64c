"""Texts of any size to measure with: an ordinary rewriting, and cases that may need more than linear time.

    rewritten(3)  ->  (["Wapo getapu ...", ...], ["Nechostofa mutra ...", ...])

Every case is a function of a number of paragraphs. It returns both sides as lists of paragraphs, the same on every call
and every machine. The words consist of syllables and belong to no language. As in any language, a few are frequent and
most are rare, and a longer text has more different words.
"""

import random
from collections.abc import Callable, Mapping
from itertools import accumulate

from diffing.model import Pair

Sides = tuple[list[str], list[str]]
"""The paragraphs of the left text, and of the right one."""

# The syllables that words are made of, one to four to a word.
_STARTS = ["b", "c", "ch", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "sh", "st", "t", "tr", "v", "w"]
_VOWELS = ["a", "e", "i", "o", "u", "ai"]
# Words of a paragraph, fewest and most: a news story has 20 to 70.
_SHORTEST, _LONGEST = 20, 60
# Different words of a text: a constant number, and some for each paragraph (Heaps' law, roughly).
_WORDS_TO_BEGIN_WITH, _WORDS_EACH = 600, 2
# The rewriting replaces one word in 6, and drops one paragraph in 12.
_REPLACED, _DROPPED = 6, 12
# Characters of a word, space included, rounded down so that there are enough.
_LETTERS_EACH = 6
# Words of a sentence.
_SENTENCE = 16


def words(count: int, seed: int) -> list[str]:
    """Return `count` different words, in a fixed order."""
    syllables = [start + vowel for start in _STARTS for vowel in _VOWELS]
    generator = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(generator.choices(syllables, k=generator.choice((1, 2, 2, 3, 3, 4))))] = None
    return list(found)


def story(paragraphs: int, seed: int = 1) -> list[str]:
    """Return a text of `paragraphs` paragraphs.

    The second word is half as frequent as the first, the third a third as frequent, and so on (Zipf).
    """
    generator = random.Random(seed)
    known = words(_WORDS_TO_BEGIN_WITH + _WORDS_EACH * paragraphs, seed)
    weights = list(accumulate(1 / rank for rank in range(1, len(known) + 1)))
    found = []
    for _ in range(paragraphs):
        said = generator.choices(known, cum_weights=weights, k=generator.randint(_SHORTEST, _LONGEST))
        found.append(_sentences(said))
    return found


def _sentences(said: list[str]) -> str:
    """Return words as text."""
    parts = [said[start : start + _SENTENCE] for start in range(0, len(said), _SENTENCE)]
    return " ".join(" ".join([part[0].capitalize(), *part[1:]]) + "." for part in parts)


def reworded(paragraph: str, known: list[str], generator: random.Random) -> str:
    """Return a paragraph with some of its words replaced."""
    said = [
        generator.choice(known) if generator.randrange(_REPLACED) == 0 else word.strip(".").lower()
        for word in paragraph.split()
    ]
    return _sentences(said)


def rewritten(paragraphs: int) -> Sides:
    """Return an ordinary pair: some words replaced everywhere, and some paragraphs dropped on each side."""
    generator = random.Random(2)
    text = story(paragraphs)
    known = words(_WORDS_TO_BEGIN_WITH, 3)
    left = [paragraph for paragraph in text if generator.randrange(_DROPPED)]
    right = [reworded(paragraph, known, generator) for paragraph in text if generator.randrange(_DROPPED)]
    return left, right


def unchanged(paragraphs: int) -> Sides:
    """Return a pair with all paragraphs equal."""
    return story(paragraphs), story(paragraphs)


def unrelated(paragraphs: int) -> Sides:
    """Return a pair with nothing in common but the language: the same words in other combinations."""
    text = story(2 * paragraphs)
    return text[:paragraphs], text[paragraphs:]


def foreign(paragraphs: int) -> Sides:
    """Return a pair with nothing in common."""
    return story(paragraphs), ["".join(reversed(paragraph.upper())) for paragraph in story(paragraphs, seed=4)]


def one_line(paragraphs: int) -> Sides:
    """Return a pair that repeats one line."""
    line = story(1)[0]
    return [line] * paragraphs, [line] * paragraphs


def strewn_line(paragraphs: int) -> Sides:
    """Return an ordinary pair with one line after every paragraph, as pages repeat 'Advertisement'."""
    left, right = rewritten(paragraphs // 2)
    line = story(1, seed=5)[0][:_SHORTEST]
    return ([each for text in left for each in (text, line)], [each for text in right for each in (text, line)])


def reversed_order(paragraphs: int) -> Sides:
    """Return an ordinary pair with the right side in reverse order."""
    left, right = rewritten(paragraphs)
    return left, right[::-1]


def shuffled(paragraphs: int) -> Sides:
    """Return an ordinary pair with the right side in random order."""
    left, right = rewritten(paragraphs)
    random.Random(6).shuffle(right)
    return left, right


def giant(characters: int) -> Sides:
    """Return one paragraph of about `characters` characters on each side, some of its words replaced."""
    text = " ".join(story(characters // (_LETTERS_EACH * (_SHORTEST + _LONGEST) // 2)))[:characters]
    return [text], [reworded(text, words(_WORDS_TO_BEGIN_WITH, 3), random.Random(7))]


def texts(sides: Sides) -> Pair[str]:
    """Return both sides as file contents, with a blank line between paragraphs."""
    return Pair(*("\n\n".join(side) + "\n" for side in sides))


CASES: Mapping[str, Callable[[int], Sides]] = {
    "rewritten": rewritten,
    "unchanged": unchanged,
    "unrelated": unrelated,
    "foreign": foreign,
    "one line": one_line,
    "strewn line": strewn_line,
    "reversed": reversed_order,
    "shuffled": shuffled,
}
"""The cases that grow with their paragraphs, by name."""
