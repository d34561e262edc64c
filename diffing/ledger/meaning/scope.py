"""Find what a negation denies: its scope.

left   The crew |did not| refuse to sail      right   The crew refused to sail     denied: 'refuse'
left   …, |not| the owners                    a contrast: it denies the words behind it only
left   The rain added |nothing| to the flood  denied: 'added'
left   They do |not| work too hard            denied: 'too'
"""

import re
from collections.abc import Sequence, Set
from functools import cache
from itertools import islice, pairwise, takewhile

from diffing.ledger.core.clauses import words_and_breaks
from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexicon import forms, lexicon
from diffing.ledger.meaning.context import (
    continues_alike,
    counterparts_of,
    head_of,
    is_put_in,
    parting_words,
    places_of_word,
    word_before,
    words_to_pass,
)
from diffing.model import Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import FoldedText, word_pattern

# Words behind the modified word in which a word such as 'too' draws the negation to itself: 'do not work too hard'.
_FOCUS_BEHIND = 2
# Words between the word before a contrast and the word behind it: 'the tenants |and the| owners'.
_WORDS_AROUND = 3
# Characters beside a word in which its neighbours are looked up: longer than real words.
_BESIDE = 40
_FIGURE_BEHIND = lazy_pattern(r" \d")
_ONLY_WORDS = lazy_pattern(r"[\w' -]*")


def doubled(side: Side, negations: Sequence[Place]) -> dict[Place, Place]:
    """Return the negations that deny another one, with that one: 'did |not| |fail to| pay'.

    In languages in which two negations are one ('no dijo nada') only some words are denied: 'no está |sin| riesgos'.
    `negations` are in reading order.
    """
    is_cancelling = lexicon(side.language).get("meaning", {}).get("scope", {}).get("cancelling", False)
    cancelled = _listed("cancelled", side.language)
    if not is_cancelling and not cancelled:
        return {}
    found: dict[Place, Place] = {}
    for first, second in pairwise(negations):
        if first.paragraph != second.paragraph or first in found.values():
            continue
        if (is_cancelling or _form(side, second) in cancelled) and _is_joined(side, first, second):
            found[first] = second
    return found


def _form(side: Side, own: Place) -> str:
    text = side.texts[own.paragraph].folded
    return text.text[text.at(own.start) : text.at(own.end)]


def _is_joined(side: Side, first: Place, second: Place) -> bool:
    """Return whether two negations belong to one verb: only words without weight, or the subject, stand between."""
    text = side.texts[first.paragraph].folded
    between = text.text[text.at(first.end) : text.at(second.start)]
    words = word_pattern(between).findall(between)
    if len(between) > _BESIDE or not _ONLY_WORDS.fullmatch(between):
        return False
    if word_before(text, first) is None and _is_object(text, first, side.language):
        # 'Nothing in the cellar is not for sale.'
        return parting_words(side.language).isdisjoint(words)
    # As it is written: 'è' stands between, 'e' parts.
    written = side.texts[first.paragraph].text[first.end : second.start].lower()
    passed = words_to_pass(side.language)
    return all(
        form in passed or word in _written_to_pass(side.language)
        for form, word in zip(words, word_pattern(written).findall(written), strict=True)
    )


@cache
def _written_to_pass(language: str) -> Set[str]:
    """Return the words that can stand between as they are written, with their accents."""
    table = lexicon(language).get("meaning", {})
    return frozenset(table.get("passed", ())).difference(table.get("parting", ()))


def denied_there(side: Side, denied: Place) -> Place | None:
    """Return the place of the other side with the first word of a negation that another one denies, or None."""
    text = side.texts[denied.paragraph].folded
    word = word_pattern(text.text).search(text.text, text.at(denied.start))
    if word is None:
        return None
    place = text.place(denied.paragraph, *word.span())
    # 'With' begins like 'without', and is no form of it.
    opposites = counterparts_of(word[0], side.language)
    return next(
        (
            there
            for there in places_of_word(side, place, word[0])
            if side.is_near(place, there)
            and side.other_texts[there.paragraph].folded.part(there.start, there.end).text not in opposites
        ),
        None,
    )


def can_be_missing(side: Side, own: Place) -> bool:
    """Return whether the other side has what a negation falls on, or the words around a contrast."""
    return _has_focus(side, own) and (not _is_contrast(side, own) or _stands_between(side, own))


def _is_contrast(side: Side, own: Place) -> bool:
    """Return whether a negation begins a contrast: '…, |not| the owners', '… and |not| the owners'."""
    text = side.texts[own.paragraph].folded
    if text.text[text.at(own.start) : text.at(own.end)] not in _listed("contrasting", side.language):
        return False
    before = text.text[: text.at(own.start)].rstrip()[-_BESIDE:]
    return before.endswith(",") or before.rpartition(" ")[2] in _listed("before_contrast", side.language)


def _stands_between(side: Side, own: Place) -> bool:
    """Return whether the other side has, close together, the words before and behind a contrast in their places.

    Right behind the same 'but' the word before it may be another: 'fine |but not| new', 'good |but| new'.
    """
    text, language = side.texts[own.paragraph].folded, side.language
    before, head = word_before(text, own), head_of(text, own, language)
    if before is not None and before[0] in _listed("before_contrast", language):
        if _joins(side, own, before):
            return True
        before = word_before(text, text.place(own.paragraph, *before.span()))
    if before is None or head is None:
        return False
    first, last = (text.place(own.paragraph, *word.span()) for word in (before, head))
    starts = [there for there in places_of_word(side, own, before[0]) if side.is_kept(first, there)]
    ends = [there for there in places_of_word(side, own, head[0]) if side.is_kept(last, there)]
    return any(
        start.paragraph == end.paragraph
        and start.end < end.start
        and _count(side.other_texts[end.paragraph].folded.part(start.end, end.start).text) <= _WORDS_AROUND
        for start in starts
        for end in ends
    )


def _joins(side: Side, own: Place, before: "re.Match[str]") -> bool:
    """Return whether the other side has the word before a negation right before the two words behind it."""
    text = side.texts[own.paragraph].folded
    behind = word_pattern(text.text).search(text.text, text.at(own.end))
    if behind is None:
        return False
    first, last = (text.place(own.paragraph, *word.span()) for word in (before, behind))
    ends = [there for there in places_of_word(side, own, behind[0]) if side.is_kept(last, there)]
    return any(
        start.paragraph == end.paragraph and start.end + 1 == end.start
        for start in places_of_word(side, own, before[0])
        if side.is_kept(first, start)
        for end in ends
        if continues_alike(side, last, end)
    )


def _count(text: str) -> int:
    """Return the number of words of a folded text."""
    return len(word_pattern(text).findall(text))


def has_verb(side: Side, own: Place) -> bool:
    """Return whether the other side has the verb of a negated object: 'added |nothing|', 'took |no| notice'."""
    text = side.texts[own.paragraph].folded
    if not _is_object(text, own, side.language):
        return True
    verb = word_before(text, own)
    if verb is None or verb[0] in words_to_pass(side.language) or verb[0] in parting_words(side.language):
        return True
    return _is_near(side, own, verb)


def _has_focus(side: Side, own: Place) -> bool:
    """Return whether the other side has the word on which a negation falls: 'do |not| work too hard'."""
    text = side.texts[own.paragraph].folded
    head = head_of(text, own, side.language)
    behind = () if head is None else islice(words_and_breaks(text.text, head.end(), len(text.text)), _FOCUS_BEHIND)
    near = takewhile(lambda one: one["stop"] is None, behind)
    focus = next((word for word in near if word[0] in _listed("focus", side.language)), None)
    return focus is None or _is_near(side, own, focus)


def is_loose(side: Side, own: Place, answer: Place, stated: Place) -> bool:
    """Return whether a word that can imply a negation says only how much there is of something else.

    So does 'biggest' in 'many do |not| |feel| part of it', 'many |feel| part of the biggest of them'. Right before
    what is stated such a word answers the negation at `own`, and so it does where that side compares, too: 'was
    |never| so high'.
    """
    text = side.other_texts[answer.paragraph].folded
    if text.part(answer.start, answer.end).text not in _listed("loose", side.language):
        return False
    if _FIGURE_BEHIND.match(text.text, text.at(answer.end)):
        return True
    is_before = answer.end <= stated.start <= answer.end + 1
    return not is_before and is_put_in(side, own) and not _compares(side, own)


def _compares(side: Side, own: Place) -> bool:
    """Return whether the sentence of a place has a word that compares: 'as', 'before', 'more'."""
    text = side.texts[own.paragraph]
    start, end = next((start, end) for start, end in text.sentences if start <= own.start < end)
    words = word_pattern(text.folded.text).findall(text.folded.text, text.folded.at(start), text.folded.at(end))
    return not _listed("comparing", side.language).isdisjoint(words)


def _is_near(side: Side, own: Place, word: "re.Match[str]") -> bool:
    """Return whether a corresponding sentence of the other side has a form of a word."""
    return any(side.is_near(own, there) for there in places_of_word(side, own, word[0]))


def _is_object(text: FoldedText, own: Place, language: str) -> bool:
    return text.text[text.at(own.start) : text.at(own.end)] in _listed("objects", language)


@cache
def _listed(name: str, language: str) -> Set[str]:
    return forms(lexicon(language).get("meaning", {}).get("scope", {}).get(name, ()))
