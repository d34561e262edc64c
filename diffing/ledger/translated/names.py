"""Names that differ in sentences that stand for each other.

    left   presidida por la jueza Elvira Santos          Santos -> Ramos: `Elvira` stands beside both
    right  chaired by Judge Elvira Ramos

    left   dijo Ibarra                                   Ibarra -> Herrera: other paragraphs have Ibarra on both sides
    right  said Herrera

    left   Ramón Iturbide                                Iturbide -> Iturbude: see spelled_names.py
    right  Ramón Iturbude

Names that are translated, such as those of offices and bodies, are no difference. So a name must be one that the
articles write alike elsewhere, or stand beside one; and each sentence must have one such name.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.translated.changes import beads_of
from diffing.ledger.translated.facts import Facts, places
from diffing.ledger.translated.spelled_names import is_misspelt
from diffing.model import Article, Pair, Row
from diffing.text.scripts import NOUNS_HAVE_CAPITALS
from diffing.text.sequences import spelling
from diffing.translation.contents import Reader
from diffing.translation.correspondences import NO_VOWELS, VOWELS
from diffing.translation.mentions import WordMention
from diffing.translation.translation import Translation

_LEAST_LETTERS, _LEAST_KANA = 4, 3
_FIRST_KANA, _LAST_KANA = "\u30a1", "\u30fc"
# Letters of two names that are equal and in the same order, as a share, up to which they are two names: in one script,
# and in two, where a name may be written by its sound.
_TWO, _TWO_OF_TWO_SCRIPTS = 0.7, 0.55
# The same share, from which they are one, where capitals do not show which words are names.
_ONE = 0.8
# Different words behind a first name, at most: the surname, and one that is wrong.
_MOST_BEHIND = 2
_LAST_LATIN = "\u0250"
# Characters between two words of a name.
_BESIDE = 2
_NO_CAPITALS = frozenset({"ja", "zh"})
_CLOSING_QUOTES = '"”’»“›'


def changed_names(row: Row, facts: Pair[Facts], articles: Pair[Article], translation: Translation) -> Iterator[Entry]:
    """Yield the entries of the names of a row that differ."""
    signs, readers = translation.signs, translation.readers
    in_row = Pair(
        {sign for word in facts.left.words if (sign := signs.left.get(word.form)) is not None},
        {sign for word in facts.right.words if (sign := signs.right.get(word.form)) is not None},
    )
    # Where every noun may be written as a name, it is no sign of one.
    has_names = (NOUNS_HAVE_CAPITALS | _NO_CAPITALS).isdisjoint(reader.language for reader in readers)
    for bead in beads_of(row):
        own = _Names(facts.left, bead.left, readers.left, signs.left, in_row.right, translation)
        other = _Names(facts.right, bead.right, readers.right, signs.right, in_row.left, translation)
        found = [pair for pair in _behind_alike(own, other, translation, articles) if _differ(*pair, translation)]
        if not found and has_names and (own.known or other.known):
            left, right = own.known or own.alone, other.known or other.alone
            alone = [(one, counterpart) for one in left for counterpart in right]
            found = [pair for pair in alone if len(alone) == 1 and _are_two(*pair, translation)]
            found += [pair for pair in alone if pair not in found and _is_known_otherwise(*pair, translation)]
        for one, counterpart in found or _spelled_anew(own, other, translation):
            left_places = places(articles.left, row.left, one.start, one.end)
            right_places = places(articles.right, row.right, counterpart.start, counterpart.end)
            yield Entry(Subject.NAME, Change.CHANGED, left_places, right_places, Location.SAME_SENTENCE)


def _differ(one: WordMention, other: WordMention, translation: Translation) -> bool:
    """Return whether two words are two names, or one that is misspelt."""
    is_one_script = _are_latin(one, other) and is_misspelt(one.form, other.form)
    return is_one_script or _are_two(one, other, translation) or _is_known_otherwise(one, other, translation)


def _are_latin(one: WordMention, other: WordMention) -> bool:
    return all(character < _LAST_LATIN for character in one.form + other.form)


def _are_two(one: WordMention, other: WordMention, translation: Translation) -> bool:
    signs = translation.signs
    if signs.left.get(one.form, -1) == signs.right.get(other.form, -2):
        return False
    most = _TWO if _are_latin(one, other) else _TWO_OF_TWO_SCRIPTS
    return _likeness(one, other, translation) <= most


def _is_known_otherwise(one: WordMention, other: WordMention, translation: Translation) -> bool:
    """Return whether one of two words is misspelt: its article has another spelling, which sounds like the other."""
    signs, readers = translation.signs, translation.readers
    own = translation.forms(signs.right.get(other.form, -1)).left
    their = translation.forms(signs.left.get(one.form, -1)).right
    spoken = readers.left.sounds(one.form), readers.right.sounds(other.form)
    return any(is_misspelt(form, one.form) and readers.left.sounds(form) == spoken[1] for form in own) or any(
        is_misspelt(form, other.form) and readers.right.sounds(form) == spoken[0] for form in their
    )


def _likeness(one: WordMention, other: WordMention, translation: Translation) -> float:
    """Return how much the sounds of two words are alike, 0..1; without vowels where an alphabet has none."""
    readers = translation.readers
    spoken = readers.left.sounds(one.form), readers.right.sounds(other.form)
    likeness = spelling(*spoken)
    if NO_VOWELS.isdisjoint((readers.left.language, readers.right.language)):
        return likeness
    return max(likeness, spelling(spoken[0].translate(VOWELS), spoken[1].translate(VOWELS)))


def _behind_alike(
    own: "_Names", other: "_Names", translation: Translation, articles: Pair[Article]
) -> Iterator[tuple[WordMention, WordMention]]:
    """Yield the second words of two names whose first ones are alike: Elvira Santos, Elvira Ramos."""
    signs = translation.signs
    if own.may_all_be_names or other.may_all_be_names:
        yield from _behind_alike_without_capitals(own, other, translation)
        return
    for first, second in own.series:
        for there, counterpart in other.series:
            sign = signs.left.get(first.form, -1)
            is_one_sign = sign == signs.right.get(there.form, -2) and translation.is_name(sign)
            is_first = first.form == there.form or is_one_sign
            if (
                is_first
                and _is_of_person(first, own.text, articles.left)
                and _is_of_person(there, other.text, articles.right)
            ):
                yield second, counterpart


def _is_of_person(first: WordMention, text: str, article: Article) -> bool:
    """Return whether few words stand behind a name: behind that of a body or a product stand many."""
    behind = re.compile(rf"\b{re.escape(text[first.start : first.end])}[ ·・]([^\W\d_]+)")
    found = {match[1] for paragraph in article.paragraphs for match in behind.finditer(paragraph.text)}
    return len({word for word in found if not word[0].islower()}) <= _MOST_BEHIND


def _behind_alike_without_capitals(
    own: "_Names", other: "_Names", translation: Translation
) -> Iterator[tuple[WordMention, WordMention]]:
    """Yield what _behind_alike() does for a text without capitals, in which any words may be a name.

    The first words must sound much alike, and the second word must not sound like any other one of the sentences.
    """
    readers = translation.readers
    found = [
        (two, counterpart)
        for one, two in own.series
        for there, counterpart in other.series
        if min(one.end - one.start, there.end - there.start) >= _LEAST_LETTERS
        and spelling(readers.left.sounds(one.form), readers.right.sounds(there.form)) >= _ONE
    ]
    if len(found) == 1:
        two, counterpart = found[0]
        others = (
            [(two, word) for word in other.words]
            if other.may_all_be_names
            else [(word, counterpart) for word in own.words]
        )
        if all(
            spelling(readers.left.sounds(one.form), readers.right.sounds(word.form)) <= _TWO_OF_TWO_SCRIPTS
            for one, word in others
        ):
            yield found[0]


def _spelled_anew(
    own: "_Names", other: "_Names", translation: Translation
) -> Iterator[tuple[WordMention, WordMention]]:
    """Yield names that are misspelt here, and of which an article has the other spelling too."""
    signs = translation.signs
    for one in own.words:
        for counterpart in other.words:
            is_one = signs.left.get(one.form, -1) == signs.right.get(counterpart.form, -2)
            if is_one and one.form != counterpart.form and _is_known_otherwise(one, counterpart, translation):
                yield one, counterpart


class _Names:
    """The words of some sentences that are written as names, and those that lack a counterpart in the row.

    `known` have one in other rows, and `alone` have none anywhere. `words` are all names, and `series` those that stand
    beside each other; without capitals, every word may be a name.
    """

    def __init__(
        self,
        facts: Facts,
        sentences: range,
        reader: Reader,
        signs: Mapping[str, int],
        there: set[int],
        translation: Translation,
    ) -> None:
        words = sorted(word for word in facts.words if word.start in sentences)
        names = [word for word in words if _is_name(word, facts.text, reader)]
        self.may_all_be_names = not names and facts.text.lower() == facts.text.upper()
        shown = words if self.may_all_be_names else names
        self.text = facts.text
        self.words = shown
        self.series = [(one, two) for one, two in pairwise(shown) if two.start - one.end < _BESIDE]
        lone = [word for word in names if signs.get(word.form) not in there]
        inner = [word for word in lone if not _begins(word, facts.text)]
        self.known = [word for word in inner if word.form in signs and translation.is_name(signs[word.form])]
        self.alone = [word for word in inner if word.form not in signs]


def _is_name(word: WordMention, text: str, reader: Reader) -> bool:
    """Return whether a word may be a name of a person or place: no abbreviation, no compound."""
    shown = text[word.start : word.end]
    if reader.language == "zh":
        return reader.is_transcribed(word.form)
    if reader.language == "ja":
        return len(shown) >= _LEAST_KANA and all(_FIRST_KANA <= character <= _LAST_KANA for character in shown)
    return len(shown) >= _LEAST_LETTERS and shown[0].isupper() and shown[1:].islower() and shown.isalpha()


def _begins(word: WordMention, text: str) -> bool:
    """Return whether a word may have its capital because it begins a sentence or a quotation."""
    before = text[: word.start].rstrip()
    if before.endswith(tuple(_CLOSING_QUOTES)) and before[:-1].endswith((",", "?", "!")):
        return False
    return not before or not (before[-1].isalnum() or before[-1] == ",")
