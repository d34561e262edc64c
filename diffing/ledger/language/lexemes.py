"""Words and phrases of a lexicon found in a text, all of them in one scan.

    ["not", "not only", "ne _ pas"]    no match for 'nothing'; 'not only' before 'not'; 'n'est vraiment pas'

A hyphen and a space are one in a phrase. '_' stands for one to three words between its parts.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from diffing.ledger.language.trie_pattern import tree
from diffing.text.folding import FoldedText, folded

_GAP = "_"
# Words a gap may hold: 'ne s'est pas encore' has two, 'n'a donc plus jamais' two.
_WORDS_BETWEEN = 3
# What parts the words of a phrase; more than a few characters is no typing slip but a table.
_BETWEEN = r"[ -]{1,3}"
_SEPARATORS = re.compile(r"[ -]+")

Tag = TypeVar("Tag", bound=Hashable)


class Found(NamedTuple, Generic[Tag]):
    """A phrase at `start`..`end` of a folded text, and the tags it has in the table."""

    start: int
    end: int
    tags: tuple[Tag, ...]


class Lexemes(Generic[Tag]):
    """The phrases of a table, each with its tags, and one pattern that finds the longest of them at any place."""

    def __init__(self, tagged: Mapping[Tag, Iterable[str]]) -> None:
        """Of lists of phrases by tag; a phrase may have several tags."""
        tags: defaultdict[str, list[Tag]] = defaultdict(list)
        for tag, phrases in tagged.items():
            for phrase in phrases:
                tags[_SEPARATORS.sub(" ", folded(phrase).text)].append(tag)
        self._tags = {phrase: tuple(own) for phrase, own in tags.items() if _GAP not in phrase}
        gapped = [phrase for phrase in tags if _GAP in phrase]
        self._gapped = {f"g{number}": tuple(tags[phrase]) for number, phrase in enumerate(gapped)}
        alternatives = [f"(?P<g{number}>{_with_gap(phrase)})" for number, phrase in enumerate(gapped)]
        if self._tags:
            alternatives.append(tree(sorted(self._tags), space=_BETWEEN))
        # Behind an apostrophe a word begins (l'absence), and before one it ends.
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)") if alternatives else None

    def find(self, text: FoldedText) -> Iterator[Found[Tag]]:
        """The phrases of a text in order; none overlaps another."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text.text):
            group = match.lastgroup
            phrase = match[0] if match[0] in self._tags else _SEPARATORS.sub(" ", match[0])
            yield Found(*match.span(), self._gapped[group] if group else self._tags[phrase])


def _with_gap(phrase: str) -> str:
    first, last = (re.escape(part.strip()) for part in phrase.split(_GAP))
    start = first if first.endswith("'") else f"{first} "
    return rf"{start}(?:\w+[ '-]{{1,3}}){{1,{_WORDS_BETWEEN}}}?{last}"
