"""Search for all words and phrases of a table in a text, in one scan.

    ["not", "not only", "ne _ pas"]    does not match 'nothing', prefers 'not only' to 'not', matches 'ne veut pas'
    ["lehnte __ ab"]                   matches 'lehnte den Plan der Firma am Montag ab.'

In a phrase a hyphen is equal to a space. '_' stands for one to three words. '__' stands for one to eight, and the
phrase ends its clause, as the second part of a German or Dutch verb does.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from diffing.ledger.language.trie_pattern import tree
from diffing.text.folding import FoldedText, folded, has_han

_GAP = "_"
_LONG_GAP = "__"
# Greatest number of words in a gap: 'n'a donc vraiment pas' has three. In a long one stand an object and its time.
_WORDS_BETWEEN = 3
_WORDS_TO_END = 8
# What stands behind the end of a clause: a mark, or nothing.
_CLAUSE_ENDS = r"(?= ?[^\w ]|\s*$)"
# The separator of two words in a phrase. More than a few spaces are not a typing error but, for example, a table.
_BETWEEN = r"[ -]{1,3}"
_SEPARATORS = re.compile(r"[ -]+")

Tag = TypeVar("Tag", bound=Hashable)


class PhraseMatch(NamedTuple, Generic[Tag]):
    """A phrase at `start`..`end` of a folded text, and the tags it has in the table."""

    start: int
    end: int
    tags: tuple[Tag, ...]


class Lexemes(Generic[Tag]):
    """The phrases of a table, each with its tags, and one pattern that matches the longest phrase at an offset."""

    def __init__(self, tagged: Mapping[Tag, Iterable[str]]) -> None:
        """Index lists of phrases by tag; a phrase may have several tags."""
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
        # An apostrophe may stand before the phrase (l'absence), after it, and at its end (prima dell'alba). In Chinese
        # letters stand on both sides, for it has no spaces.
        begin, end = ("", "") if any(map(has_han, tags)) else (r"(?<!\w)", r"(?:(?!\w)|(?<='))")
        self._pattern = re.compile(f"{begin}(?:{'|'.join(alternatives)}){end}") if alternatives else None

    def find(self, text: FoldedText) -> Iterator[PhraseMatch[Tag]]:
        """Yield the phrases of a text in order, without overlaps."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text.text):
            group = match.lastgroup
            phrase = match[0] if match[0] in self._tags else _SEPARATORS.sub(" ", match[0])
            yield PhraseMatch(*match.span(), self._gapped[group] if group else self._tags[phrase])


def _with_gap(phrase: str) -> str:
    """Return the pattern of a phrase with a gap."""
    is_long = _LONG_GAP in phrase
    first, last = (re.escape(part.strip()) for part in phrase.split(_LONG_GAP if is_long else _GAP))
    start = first if first.endswith("'") else f"{first} "
    most, end = (_WORDS_TO_END, _CLAUSE_ENDS) if is_long else (_WORDS_BETWEEN, "")
    return rf"{start}(?:\w+[ '-]{{1,3}}){{1,{most}}}?{last}{end}"
