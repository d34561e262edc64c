"""Names that differ in sentences that stand for each other.

    left   presidida por la jueza Elvira Santos          Santos -> Ramos: `Elvira` stands beside both
    right  chaired by Judge Elvira Ramos

    left   dijo Ibarra                                   Ibarra -> Herrera: other paragraphs have Ibarra on both sides
    right  said Herrera

    left   תמר גולדברג                                    as above; the two first names sound alike
    right  Tamar Thornton

    left   Ramón Iturbide                                Iturbide -> Iturbude: see spelled_names.py
    right  Ramón Iturbude

Names that are translated, such as those of offices and bodies, are no difference. So a name must be one that the
articles write alike elsewhere, or stand beside one; and each sentence must have one such name.
"""

import re
from collections.abc import Iterator

from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.translated.changes import beads_of
from diffing.ledger.translated.facts import Facts, places
from diffing.ledger.translated.name_words import NO_CAPITALS, Names
from diffing.ledger.translated.spelled_names import is_misspelt
from diffing.model import Article, Pair, Row
from diffing.text.scripts import NOUNS_HAVE_CAPITALS
from diffing.text.sequences import spelling
from diffing.translation.correspondences import NO_VOWELS, VOWELS
from diffing.translation.korean_names import FAMILY_NAMES
from diffing.translation.mentions import WordMention
from diffing.translation.romanised import other_sounds
from diffing.translation.translation import Translation

_LEAST_LETTERS = 4
# Sounds of a name that is like another one, and consonants of one that has the same.
_LEAST_SOUNDS, _LEAST_CONSONANTS = 3, 2
# Letters of two names that are equal and in the same order, as a share, up to which they are two names: in one script,
# and in two, where a name may be written by its sound.
_TWO, _TWO_OF_TWO_SCRIPTS = 0.7, 0.55
# The same share, from which they are one: where they have the same consonants, where capitals show that both are names,
# and elsewhere.
_ONE_OF_CONSONANTS, _ONE_OF_NAMES, _ONE = 0.6, 0.65, 0.8
# The same for a name in Chinese, whose dot shows that it is one.
_ONE_TRANSCRIBED = 0.6
# Different words behind a first name, at most: the surname, and one that is wrong.
_MOST_BEHIND = 2
_LAST_LATIN = "\u0250"


def changed_names(row: Row, facts: Pair[Facts], articles: Pair[Article], translation: Translation) -> Iterator[Entry]:
    """Yield the entries of the names of a row that differ."""
    signs, readers = translation.signs, translation.readers
    in_row = Pair(
        {sign for word in facts.left.words if (sign := signs.left.get(word.form)) is not None},
        {sign for word in facts.right.words if (sign := signs.right.get(word.form)) is not None},
    )
    # Where every noun may be written as a name, it is no sign of one.
    has_names = (NOUNS_HAVE_CAPITALS | NO_CAPITALS).isdisjoint(reader.language for reader in readers)
    for bead in beads_of(row):
        own = Names(facts.left, bead.left, readers.left, signs.left, in_row.right, translation)
        other = Names(facts.right, bead.right, readers.right, signs.right, in_row.left, translation)
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
    return max(_alike(one, other, translation), _of_consonants(one, other, translation))


def _of_consonants(one: WordMention, other: WordMention, translation: Translation) -> float:
    """Return how much two words are alike without vowels, where an alphabet has none; of few, all must agree."""
    consonants = _spoken(one, other, translation)
    likeness = spelling(*consonants)
    least = _LEAST_CONSONANTS if likeness >= _ONE else _LEAST_SOUNDS
    return likeness if min(map(len, consonants)) >= least else 0.0


def _alike(one: WordMention, other: WordMention, translation: Translation) -> float:
    """Return how much the sounds of two words are alike, 0..1."""
    return spelling(*_readings(one, other, translation))


def _readings(one: WordMention, other: WordMention, translation: Translation) -> tuple[str, str]:
    """Return the sounds of two words, of several readings those that are most alike."""
    left, right = translation.readers
    choices = [
        (own, their)
        for own in (left.sounds(one.form), *other_sounds(one.form, left.language))
        for their in (right.sounds(other.form), *other_sounds(other.form, right.language))
    ]
    return max(choices, key=lambda pair: (spelling(*pair), pair))


def _spoken(one: WordMention, other: WordMention, translation: Translation) -> tuple[str, str]:
    """Return the sounds of two words: of the consonants only, where an alphabet has no vowels."""
    left, right = _readings(one, other, translation)
    if NO_VOWELS.isdisjoint(reader.language for reader in translation.readers):
        return left, right
    return left.translate(VOWELS), right.translate(VOWELS)


def _behind_alike(
    own: Names, other: Names, translation: Translation, articles: Pair[Article]
) -> Iterator[tuple[WordMention, WordMention]]:
    """Yield the second words of two names whose first ones are alike: Elvira Santos, Elvira Ramos."""
    signs = translation.signs
    is_transcribed = not NO_CAPITALS.isdisjoint(reader.language for reader in translation.readers)
    if is_transcribed or not (own.is_marked and other.is_marked):
        yield from _behind_alike_by_sound(own, other, translation)
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


def _behind_alike_by_sound(
    own: Names, other: Names, translation: Translation
) -> Iterator[tuple[WordMention, WordMention]]:
    """Yield what _behind_alike() does for two scripts; in one without capitals, any words may be a name.

    The first words must be one name, or sound much alike, and the second word must not sound like any word near the
    other one.
    """
    least = _ONE if own.may_all_be_names or other.may_all_be_names else _ONE_OF_NAMES
    if any(reader.language == "zh" for reader in translation.readers):
        least = _ONE_TRANSCRIBED
    found = [
        (_alike(one, there, translation), two, counterpart)
        for one, two in own.pairs
        for there, counterpart in other.pairs
        if _are_one_name(one, there, least, translation)
        and not any(_may_be_one(two, word, near, translation) for word, near in other.around(there, counterpart))
        and not any(_may_be_one(word, counterpart, near, translation) for word, near in own.around(one, two))
    ]
    most = max((likeness for likeness, _, _ in found), default=0.0)
    best = [(two, counterpart) for likeness, two, counterpart in found if likeness == most]
    if len(best) == 1:
        yield best[0]


def _may_be_one(one: WordMention, other: WordMention, is_near: bool, translation: Translation) -> bool:
    """Return whether two words may be one name; consonants alone must be more alike, for there are fewer of them."""
    least = (_TWO_OF_TWO_SCRIPTS, _TWO) if is_near else (_ONE, _ONE)
    return _alike(one, other, translation) > least[0] or _of_consonants(one, other, translation) > least[1]


def _are_one_name(one: WordMention, other: WordMention, least: float, translation: Translation) -> bool:
    """Return whether two words are one name: the articles have it elsewhere, or they sound alike by `least`."""
    sign = translation.signs.left.get(one.form, -1)
    if sign == translation.signs.right.get(other.form, -2) and translation.is_name(sign):
        return True
    if other.form in FAMILY_NAMES.get(one.form, ()) or one.form in FAMILY_NAMES.get(other.form, ()):
        return True
    likeness = _alike(one, other, translation)
    # Of a name in Chinese, the characters are syllables.
    is_long = min(one.end - one.start, other.end - other.start) >= (_LEAST_LETTERS if least > _ONE_TRANSCRIBED else 2)
    if is_long and likeness >= least:
        return True
    left, right = _spoken(one, other, translation)
    are_equal = left == right and len(left) >= _LEAST_CONSONANTS and likeness >= _ONE_OF_CONSONANTS
    return are_equal or (min(len(left), len(right)) >= _LEAST_SOUNDS and spelling(left, right) >= _ONE)


def _spelled_anew(own: Names, other: Names, translation: Translation) -> Iterator[tuple[WordMention, WordMention]]:
    """Yield names that are misspelt here, and of which an article has the other spelling too."""
    signs = translation.signs
    for one in own.words:
        for counterpart in other.words:
            is_one = signs.left.get(one.form, -1) == signs.right.get(counterpart.form, -2)
            if is_one and one.form != counterpart.form and _is_known_otherwise(one, counterpart, translation):
                yield one, counterpart
