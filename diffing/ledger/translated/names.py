"""Names that differ in sentences that stand for each other.

    left   presidida por la jueza Elvira Santos          Santos -> Ramos: `Elvira` stands beside both
    right  chaired by Judge Elvira Ramos

    left   dijo Ibarra                                   Ibarra -> Herrera: other paragraphs have Ibarra on both sides
    right  said Herrera

Names that are translated, such as those of offices and bodies, are no difference. So a name must be one that the
articles write alike elsewhere, or stand beside one; and each sentence must have one such name.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.translated.changes import beads_of
from diffing.ledger.translated.facts import Facts, places
from diffing.model import Article, Pair, Row
from diffing.text.scripts import NOUNS_HAVE_CAPITALS
from diffing.text.sequences import spelling
from diffing.translation.mentions import WordMention
from diffing.translation.romanised import sounds
from diffing.translation.translation import Translation

_LEAST_LETTERS = 4
# Letters of two names that are equal and in the same order, as a share, up to which they are two names.
_MOST_ALIKE = 0.7
# Characters between two words of a name.
_BESIDE = 2


def changed_names(row: Row, facts: Pair[Facts], articles: Pair[Article], translation: Translation) -> Iterator[Entry]:
    """Yield the entries of the names of a row that differ."""
    signs = translation.signs
    in_row = Pair(
        {sign for word in facts.left.words if (sign := signs.left.get(word.form)) is not None},
        {sign for word in facts.right.words if (sign := signs.right.get(word.form)) is not None},
    )
    # Where every noun has a capital, a capital is no sign of a name.
    has_names = NOUNS_HAVE_CAPITALS.isdisjoint(reader.language for reader in translation.readers)
    for bead in beads_of(row):
        own = _Names(facts.left, bead.left, signs.left, in_row.right, translation)
        other = _Names(facts.right, bead.right, signs.right, in_row.left, translation)
        found = [(one, counterpart) for one in own.beside for counterpart in other.beside]
        if not found and has_names and (own.known or other.known):
            left, right = own.known or own.alone, other.known or other.alone
            found = [(one, counterpart) for one in left for counterpart in right]
        if len(found) == 1 and _are_two(*(mention.form for mention in found[0])):
            one, counterpart = found[0]
            left_places = places(articles.left, row.left, one.start, one.end)
            right_places = places(articles.right, row.right, counterpart.start, counterpart.end)
            yield Entry(Subject.NAME, Change.CHANGED, left_places, right_places, Location.SAME_SENTENCE)


def _are_two(one: str, other: str) -> bool:
    return spelling(sounds(one), sounds(other)) <= _MOST_ALIKE


class _Names:
    """The words of some sentences that are written as names and lack a counterpart in the row.

    `known` have one in other rows; `beside` stand behind a name that has one here; `alone` have none anywhere.
    """

    def __init__(
        self, facts: Facts, sentences: range, signs: Mapping[str, int], there: set[int], translation: Translation
    ) -> None:
        own = [word for word in facts.words if word.start in sentences and _is_name(word, facts.text)]
        lone = [word for word in own if signs.get(word.form) not in there]
        matched = {
            word.start
            for word in own
            if (sign := signs.get(word.form)) is not None and sign in there and translation.is_name(sign)
        }
        inner = [word for word in lone if not _begins(word, facts.text)]
        self.known = [word for word in inner if word.form in signs and translation.is_name(signs[word.form])]
        self.alone = [word for word in inner if word.form not in signs]
        self.beside = [word for word in lone if word.form not in signs and _stands_behind(word, own, matched)]


def _is_name(word: WordMention, text: str) -> bool:
    """Return whether a word may be a name of a person or place: no abbreviation, no compound."""
    shown = text[word.start : word.end]
    return len(shown) >= _LEAST_LETTERS and shown[0].isupper() and shown[1:].islower() and shown.isalpha()


def _begins(word: WordMention, text: str) -> bool:
    """Return whether a word may have its capital because it begins a sentence or a quotation."""
    before = text[: word.start].rstrip()
    return not before or not (before[-1].isalnum() or before[-1] == ",")


def _stands_behind(word: WordMention, names: Sequence[WordMention], matched: set[int]) -> bool:
    """Return whether a word stands behind a name that has a counterpart; before it stand titles."""
    return any(
        second is word and second.start - first.end < _BESIDE and first.start in matched
        for first, second in pairwise(names)
    )
