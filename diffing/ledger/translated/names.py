"""Names that differ in sentences that stand for each other.

    left   presidida por la jueza Elvira Santos          Santos -> Ramos: `Elvira` stands beside both
    right  chaired by Judge Elvira Ramos

    left   dijo Ibarra                                   Ibarra -> Herrera: other paragraphs have Ibarra on both sides
    right  said Herrera

    left   תמר גולדברג                                    as above; the two first names sound alike
    right  Tamar Thornton

    left   Nermin Aktaş                                  Nermin -> Lindgren: see first_names.py
    right  Lindgren Aktaş

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
from diffing.ledger.translated.first_names import changed_first_names, is_title
from diffing.ledger.translated.name_words import NO_CAPITALS, Names
from diffing.ledger.translated.sounding import (
    ONE,
    ONE_OF_NAMES,
    ONE_TRANSCRIBED,
    alike,
    are_latin,
    are_one_name,
    are_two,
    may_be_one,
)
from diffing.ledger.translated.spelled_names import is_misspelt
from diffing.model import Article, Pair, Row
from diffing.text.scripts import NOUNS_HAVE_CAPITALS
from diffing.translation.mentions import WordMention
from diffing.translation.translation import Translation

# Different words behind a first name, at most: the surname, and one that is wrong.
_MOST_BEHIND = 2


def changed_names(
    row: Row, facts: Pair[Facts], articles: Pair[Article], translation: Translation, *, spelled_only: bool
) -> Iterator[Entry]:
    """Yield the entries of the names of a row that differ.

    With `spelled_only`, only those beside a name that both spell alike, and those that are misspelt.
    """
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
        behind = _behind_alike(own, other, translation, articles, by_sound=not spelled_only)
        found = [pair for pair in behind if _differ(*pair, translation)]
        found = found or [*changed_first_names(own, other, translation, articles)]
        if not found and has_names and not spelled_only and (own.known or other.known):
            left, right = own.known or own.alone, other.known or other.alone
            alone = [(one, counterpart) for one in left for counterpart in right]
            found = [pair for pair in alone if len(alone) == 1 and are_two(*pair, translation)]
            found += [pair for pair in alone if pair not in found and _is_known_otherwise(*pair, translation)]
        for one, counterpart in found or _spelled_anew(own, other, translation):
            left_places = places(articles.left, row.left, one.start, one.end)
            right_places = places(articles.right, row.right, counterpart.start, counterpart.end)
            yield Entry(Subject.NAME, Change.CHANGED, left_places, right_places, Location.SAME_SENTENCE)


def _differ(one: WordMention, other: WordMention, translation: Translation) -> bool:
    """Return whether two words are two names, or one that is misspelt."""
    is_one_script = are_latin(one, other) and is_misspelt(one.form, other.form)
    return is_one_script or are_two(one, other, translation) or _is_known_otherwise(one, other, translation)


def _is_known_otherwise(one: WordMention, other: WordMention, translation: Translation) -> bool:
    """Return whether one of two words is misspelt: its article has another spelling, which sounds like the other."""
    signs, readers = translation.signs, translation.readers
    own = translation.forms(signs.right.get(other.form, -1)).left
    their = translation.forms(signs.left.get(one.form, -1)).right
    spoken = readers.left.sounds(one.form), readers.right.sounds(other.form)
    return any(is_misspelt(form, one.form) and readers.left.sounds(form) == spoken[1] for form in own) or any(
        is_misspelt(form, other.form) and readers.right.sounds(form) == spoken[0] for form in their
    )


def _behind_alike(
    own: Names, other: Names, translation: Translation, articles: Pair[Article], *, by_sound: bool
) -> Iterator[tuple[WordMention, WordMention]]:
    """Yield the second words of two names whose first ones are alike: Elvira Santos, Elvira Ramos.

    Of two scripts only those that sound alike can be, which many words do: only if `by_sound`.
    """
    signs = translation.signs
    is_transcribed = not NO_CAPITALS.isdisjoint(reader.language for reader in translation.readers)
    if is_transcribed or not (own.is_marked and other.is_marked):
        yield from _behind_alike_by_sound(own, other, translation) if by_sound else ()
        return
    for first, second in own.series:
        for there, counterpart in other.series:
            sign = signs.left.get(first.form, -1)
            is_one_sign = sign == signs.right.get(there.form, -2) and translation.is_name(sign)
            is_first = first.form == there.form or is_one_sign
            # Of a first name of two words, one may be left out: José Luis Pastrana, José Pastrana.
            is_longer = _has(own, counterpart) or _has(other, second)
            is_place = own.are_place(first, second) or other.are_place(there, counterpart)
            if (
                is_first
                and not is_longer
                and not is_place
                and _is_of_person(first, own.text, articles.left)
                and _is_of_person(there, other.text, articles.right)
            ):
                yield second, counterpart


def _has(names: Names, word: WordMention) -> bool:
    return any(one.form == word.form for one in names.words)


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
    other one, nor say what a place is: the Democratic Republic. A place is no first name: Gaza Strip.
    Where no script has capitals, nothing shows that two words are names.
    """
    if own.may_all_be_names and other.may_all_be_names:
        return
    least = ONE if own.may_all_be_names or other.may_all_be_names else ONE_OF_NAMES
    if any(reader.language == "zh" for reader in translation.readers):
        least = ONE_TRANSCRIBED
    firsts = [
        (alike(one, there, translation), (one, two), (there, counterpart))
        for one, two in own.pairs
        for there, counterpart in other.pairs
        if are_one_name(one, there, least, translation)
    ]
    # A word that another one sounds more like is not the first name: Elisabeth, إليزابيث and not الأصدقاء.
    most_alike: dict[tuple[bool, int], float] = {}
    for likeness, (one, _), (there, _) in firsts:
        for key in ((False, one.start), (True, there.start)):
            most_alike[key] = max(likeness, most_alike.get(key, 0.0))
    found = [
        (likeness, two, counterpart)
        for likeness, (one, two), (there, counterpart) in firsts
        if likeness >= max(most_alike[False, one.start], most_alike[True, there.start])
        and not (own.is_of_place(one, two) and other.is_of_place(there, counterpart))
        and not (own.is_common(two) or other.is_common(counterpart))
        and not (is_title(two, own.language) or is_title(counterpart, other.language))
        and not any(may_be_one(two, word, near, translation) for word, near in other.around(there, counterpart))
        and not any(may_be_one(word, counterpart, near, translation) for word, near in own.around(one, two))
    ]
    most = max((likeness for likeness, _, _ in found), default=0.0)
    best = [(two, counterpart) for likeness, two, counterpart in found if likeness == most]
    if len(best) == 1:
        yield best[0]


def _spelled_anew(own: Names, other: Names, translation: Translation) -> Iterator[tuple[WordMention, WordMention]]:
    """Yield names that are misspelt here, and of which an article has the other spelling too."""
    signs = translation.signs
    for one in own.words:
        for counterpart in other.words:
            is_one = signs.left.get(one.form, -1) == signs.right.get(counterpart.form, -2)
            if is_one and one.form != counterpart.form and _is_known_otherwise(one, counterpart, translation):
                yield one, counterpart
