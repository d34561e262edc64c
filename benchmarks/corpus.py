"""An invented corpus of news for `newsdiff --find`: articles of any number, and which of them tell one story.

    python -m benchmarks.corpus FOLDER 10000

Each story has a subject, names and figures of its own. Half of the stories have one article, the others two
to six: new versions, rewrites, reports that share a passage, reports in words of their own. Words follow Zipf's law, as
in any language; those of grammar are English. The folder gets a file for each article, and `.truth.tsv`, which --find
does not read, with the story of each.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_GRAMMAR_TEXT = "the of and to in a that for on with was as by at from it is were has an be this which had its"
_GRAMMAR = tuple(_GRAMMAR_TEXT.split())
_BEGINNINGS_TEXT = "b br c ch d dr f fl g gr h j k kl l m n p pr r s st t tr v w z"
_BEGINNINGS = tuple(_BEGINNINGS_TEXT.split())
_MIDDLES_TEXT = "a e i o u ai ea or an el in er"
_MIDDLES = tuple(_MIDDLES_TEXT.split())
_ENDS_TEXT = "b ck d l m n nd r rt s st t v x lt"
_ENDS = tuple(_ENDS_TEXT.split())
_SUBJECTS = 60
_WORDS = 30_000
_SUBJECT_WORDS = 150


class Report(NamedTuple):
    """An invented article: its name, the number of its story, and its text."""

    name: str
    story: int
    text: str


def reports(count: int, seed: int = 1) -> Iterator[Report]:
    """Yield `count` articles; the same ones for the same seed."""
    chance = random.Random(seed)
    vocabulary = sorted({_word(chance) for _ in range(2 * _WORDS)})[:_WORDS]
    chance.shuffle(vocabulary)
    weights = [1 / (rank + 20) for rank in range(len(vocabulary))]
    cumulative = list(_running(weights))
    subjects = [chance.sample(vocabulary, _SUBJECT_WORDS) for _ in range(_SUBJECTS)]
    made = story = 0
    while made < count:
        for number, text in enumerate(_story(chance, vocabulary, cumulative, chance.choice(subjects))):
            if made == count:
                return
            yield Report(f"{made:07}-{number}.txt", story, text)
            made += 1
        story += 1


def _story(chance: random.Random, vocabulary: list[str], cumulative: list[float], subject: list[str]) -> list[str]:
    """Return the articles of one story."""
    names = [_word(chance).title() for _ in range(chance.randint(4, 9))]
    figures = [str(chance.randint(11, 9_999)) for _ in range(chance.randint(3, 6))]

    def sentence() -> str:
        found = []
        for _ in range(chance.randint(9, 22)):
            lot = chance.random()
            if lot < 0.42:
                found.append(chance.choice(_GRAMMAR))
            elif lot < 0.52:
                found.append(chance.choice(subject))
            elif lot < 0.59:
                found.append(chance.choice(names))
            elif lot < 0.62:
                found.append(chance.choice(figures))
            else:
                found.append(chance.choices(vocabulary, cum_weights=cumulative)[0])
        return f"The {' '.join(found)}."

    def article() -> list[str]:
        return [" ".join(sentence() for _ in range(chance.randint(2, 4))) for _ in range(chance.randint(5, 14))]

    def reworded(paragraph: str, share: float) -> str:
        return " ".join(
            chance.choices(vocabulary, cum_weights=cumulative)[0]
            if word.islower() and word not in _GRAMMAR and chance.random() < share
            else word
            for word in paragraph.split()
        )

    first = article()
    found = [first]
    if chance.random() < 0.5:
        for _ in range(chance.randint(1, 5)):
            kind = chance.choice(("version", "rewrite", "passage", "own"))
            if kind == "version":
                found.append([*first[: chance.randint(3, len(first))], " ".join(sentence() for _ in range(3))])
            elif kind == "rewrite":
                found.append([reworded(paragraph, 0.4) for paragraph in first])
            elif kind == "passage":
                found.append([*article(), chance.choice(first)])
            else:
                found.append(article())
    return ["\n\n".join(paragraphs) + "\n" for paragraphs in found]


def _word(chance: random.Random) -> str:
    syllables = range(chance.choice((1, 2, 2, 3)))
    return "".join(chance.choice(_BEGINNINGS) + chance.choice(_MIDDLES) for _ in syllables) + chance.choice(_ENDS)


def _running(weights: list[float]) -> Iterator[float]:
    total = 0.0
    for weight in weights:
        total += weight
        yield total


def main() -> None:
    """Write a corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with open(options.folder / ".truth.tsv", "w", encoding="utf-8") as truth:
        for report in reports(options.count):
            (options.folder / report.name).write_text(report.text, encoding="utf-8")
            truth.write(f"{report.name}\t{report.story}\n")


if __name__ == "__main__":
    main()
