"""Find the word that a cue modifies, and the place where the other article states it without the cue.

left   the plan is |not| yet |safe|      right   the plan is safe        states 'safe'
left   he did |not| |stay|               right   he left                 does not state 'stay'
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import islice

from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexicon import forms, lexicon
from diffing.model import Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import FoldedText, folded, has_han, word_pattern
from diffing.text.function_words import function_words
from diffing.text.reading import ReadText
from diffing.text.words import STEM_LENGTH

# Words behind a negation or hedge that are searched for the modified word: 'not only then to have been so easily'.
_WORDS_LOOKED_AT = 6
# Function words of the other side in the place of the cue: 'isn't' against 'is'.
_WORDS_BETWEEN = 2
CLAUSE_END = "[.;:!?。]"
"""The marks behind which another clause begins, as a part of a pattern."""
_COMMA = ","
# The end of a quotation behind a comma: a folded text has an apostrophe for every quotation mark.
_QUOTE_END = lazy_pattern(r",['\"](?!\w)")
# Characters before a place that are searched for the preceding word: longer than real words.
_BACK = 40
# Letters that forms of short words have in common: buys, buying.
_SHORTEST_STEM = 3
# Characters of a Chinese word.
_HAN_WORD = 2
# Letters behind the stem: 'agree', 'agreement'. 'Thinking' is no form of 'this'.
_LONGEST_ENDING = 4


def stated_without(
    side: Side, own: Place, *, reworded: int = 0, can_be: Callable[[Side, Place], bool] | None = None
) -> Place | None:
    """Return the place where the other side states what a cue modifies, but without the cue; None if there is none.

    `reworded` is the number of words behind the cue that may differ if the words before and behind them are equal:
    'may |land| him in jail' against 'will |put| him in jail'. `can_be` returns whether the modified word elsewhere in
    the sentence is enough.
    """
    text = side.texts[own.paragraph].folded
    language = side.language
    place = _left_out(side, own, text, language, reworded)
    if place is None and (can_be is None or can_be(side, own)):
        place = _stated_head(side, own, text, language)
    if place is None and head_of(text, own, language) is None:
        place = opposite_there(side, own)
    return place


def is_put_in(side: Side, own: Place) -> bool:
    """Return whether the other side has the words before and behind a cue beside each other, without it."""
    return _left_out(side, own, side.texts[own.paragraph].folded, side.language, 0) is not None


def opposite_there(side: Side, own: Place) -> Place | None:
    """Return the place of the opposite word that replaces the word at a place ('with' for 'without'), or None.

    The next word must be the same: 'always treasure' says the same as 'never lose'.
    """
    return next((there for there in replaced_opposites(side, own) if continues_alike(side, own, there)), None)


def replaced_opposites(side: Side, own: Place) -> Iterator[Place]:
    """Yield the places of the opposites of the word at a place that stand in its place, whatever word is next."""
    opposites = counterparts_of(side.texts[own.paragraph].folded.part(own.start, own.end).text, side.language)
    found = (there for other in opposites for there in _same_words(side.other_texts, side.opposite(own), other))
    return (there for there in found if side.is_replaced(own, there))


def counterparts_of(word: str, language: str) -> Sequence[str]:
    """Return the words that mean the opposite in the place of a folded word: 'with' for 'without'."""
    return sorted(forms(lexicon(language).get("meaning", {}).get("counterparts", {}).get(word, ())))


def _left_out(side: Side, own: Place, text: FoldedText, language: str, reworded: int) -> Place | None:
    """Return the place of the word behind the cue on the other side, or None.

    The other side must also have the word before the cue, with no content word between. The start and the end of a
    sentence count as words.
    """
    # 'Have' weighs behind 'do not', but is the helper of 'haven't'.
    helper = text.text[text.at(own.start) : text.at(own.end)].removesuffix("n't")
    passed = words_to_pass(language) | {helper}
    starts = _before(side, own, text) or (_before_helper(side, own, text, passed) if reworded else [])
    if text.text.startswith(_COMMA, text.at(own.end)):
        # 'Sluit de brug |niet|, zei hij': it ends its clause, and what stands behind the comma may differ.
        return next((start for start in starts if start is not None and _ends_clause(side, start)), None)
    content = 0
    for word in islice(word_pattern(text.text, CLAUSE_END).finditer(text.text, text.at(own.end)), _WORDS_LOOKED_AT):
        is_end = not word[0][0].isalnum()
        ends = [None] if is_end else list(_kept(side, text.place(own.paragraph, *word.span()), word[0]))
        for start in starts:
            for end in ends:
                if _is_without(side, start, end, passed, reworded):
                    return end or start
        content += word[0] not in passed
        if is_end or content > reworded or not (reworded or word[0] in passed):
            break
    return None


def _ends_clause(side: Side, there: Place) -> bool:
    """Return whether a comma stands right behind a word of the other side."""
    return side.other_texts[there.paragraph].text[there.end : there.end + 1] == _COMMA


def _before(side: Side, own: Place, text: FoldedText) -> list[Place | None]:
    """Return the places of the other side with the word before a place.

    The only item is None if the place begins its sentence.
    """
    word = word_before(text, own)
    return [None] if word is None else list(_kept(side, text.place(own.paragraph, *word.span()), word[0]))


def _before_helper(side: Side, own: Place, text: FoldedText, passed: Set[str]) -> list[Place | None]:
    """Return the same before a word such as 'is' or 'will': 'Dahl |will| probably leave', 'Dahl left'."""
    word = word_before(text, own)
    if word is None or word[0] not in passed:
        return []
    return _before(side, text.place(own.paragraph, *word.span()), text)


def word_before(text: FoldedText, own: Place) -> "re.Match[str] | None":
    """Return the word before a place, or None if the place begins its sentence."""
    end = text.at(own.start)
    word = max(
        word_pattern(text.text, CLAUSE_END).finditer(text.text, max(0, end - _BACK), end),
        key=re.Match.start,
        default=None,
    )
    return None if word is None or not word[0][0].isalnum() else word


def places_of_word(side: Side, own: Place, word: str) -> Iterator[Place]:
    """Yield the places with a form of a word in the paragraphs of the other side that correspond to a place.

    Behind an article a form that begins otherwise is no verb: 'did not |leave|', 'its |left| side'.
    """
    yield from _same_words(side.other_texts, side.opposite(own), word)
    for form in _verbs(side.language).get(word, ()):
        for there in _same_words(side.other_texts, side.opposite(own), form):
            if not is_behind_article(side.other_texts[there.paragraph].folded, there, side.language):
                yield there


def is_behind_article(text: FoldedText, own: Place, language: str) -> bool:
    """Return whether an article stands before a place, so that its word is no verb."""
    before = word_before(text, own)
    return before is not None and before[0] in _articles(language)


def _is_without(side: Side, start: Place | None, end: Place | None, passed: Set[str], reworded: int) -> bool:
    """Return whether the other side has few words, mostly function words, between two words.

    One of them may be None, for the start or the end of the sentence.
    """
    known = end or start
    if known is None or (start and end and (start.paragraph != end.paragraph or start.end > end.start)):
        return False
    text = side.other_texts[known.paragraph].folded
    first = text.at(start.end) if start else max(0, text.at(known.start) - _BACK)
    last = text.at(end.start) if end else min(len(text.text), text.at(known.end) + _BACK)
    words = word_pattern(text.text, CLAUSE_END).findall(text.text, first, last)
    stops = [at for at, word in enumerate(words) if not word[0].isalnum()]
    if stops:
        if start and end:
            return False
        words = words[stops[-1] + 1 :] if end else words[: stops[0]]
    return len(words) <= _WORDS_BETWEEN + reworded and sum(word not in passed for word in words) <= reworded


def _kept(side: Side, own: Place, word: str) -> Iterator[Place]:
    """Return the places of the other side with the same word for the comparison, at most one."""
    return (there for there in _same_words(side.other_texts, side.opposite(own), word) if side.is_kept(own, there))


def _stated_head(side: Side, own: Place, text: FoldedText, language: str) -> Place | None:
    """Return the place of the other side with the first content word behind a cue, or None.

    The place is in a corresponding sentence and does not correspond to another word of this side.
    """
    head = head_of(text, own, language)
    if head is None:
        return None
    place, word = text.place(own.paragraph, *head.span()), head[0]
    kept = next(_kept(side, place, word), None)
    if kept is not None:
        return kept
    if has_han(word):
        # Most words of Chinese have two characters; one of them elsewhere in the sentence says nothing.
        word = text.text[head.start() : head.start() + _HAN_WORD]
        place = place._replace(end=place.start + len(word))
        if len(word) < _HAN_WORD or not all(map(has_han, word)):
            return None
    rest = [there for there in _same_words(side.texts, side.indices(own), word) if there != place]
    fitting = [
        (side.distance(place, there), there)
        for there in places_of_word(side, own, word)
        if side.is_near(place, there)
        and not any(side.is_kept(one, there) for one in rest)
        and not _has_none(side.other_texts[there.paragraph].folded.part(there.start, there.end), word, language)
    ]
    return min(fitting)[1] if fitting else None


def head_of(text: FoldedText, own: Place, language: str) -> "re.Match[str] | None":
    """Return the word that a cue modifies: the first word of weight behind the cue, in its clause.

    In a clause without one it is a verb that otherwise is passed: 'could not |get| out'.
    """
    behind = list(islice(word_pattern(text.text, CLAUSE_END).finditer(text.text, text.at(own.end)), _WORDS_LOOKED_AT))
    passed, endings = words_to_pass(language), _endings("passed_endings", language)
    at = next(
        (at for at, word in enumerate(behind) if word[0] not in passed and not word[0].endswith(endings)), len(behind)
    )
    if at + 1 < len(behind) and _is_helper(text, own, behind[at][0], behind[at + 1][0], language):
        at += 1
    word = behind[at] if at < len(behind) else None
    if word is None or not word[0][0].isalnum() or word[0] in parting_words(language):
        word = next((one for one in behind[:at] if one[0] in _listed("light", language)), None)
    if word is None:
        return None
    # What a quotation ends with says nothing of who speaks: “... people who |don't|,” said the author.
    return None if _QUOTE_END.search(text.text, text.at(own.end), word.start()) else word


def _is_helper(text: FoldedText, own: Place, word: str, following: str, language: str) -> bool:
    """Return whether a word behind a negation helps the verb behind it: 'need not |have| worried'.

    A helping verb stands before the negation, or in it: 'couldn't |have| known'.
    """
    if word not in _listed("perfect", language):
        return False
    before = word_before(text, own)
    is_modal = before is not None and before[0] in _listed("modals", language)
    inside = text.text[text.at(own.start) : text.at(own.end)].removesuffix("n't").split()
    is_participle = following.endswith(_endings("participles", language)) or following in _verbs(language)
    return (is_modal or not _listed("modals", language).isdisjoint(inside)) and is_participle


def is_new_there(side: Side, other: Place, own: Place) -> bool:
    """Return whether words of the other side correspond to no words of this side, except those at a place."""
    words = side.other_texts[other.paragraph].folded.part(other.start, other.end).text
    first = word_pattern(words).match(words)
    return first is None or not any(
        side.is_kept(one, Place(other.paragraph, other.start, other.start + one.end - one.start))
        for one in _same_words(side.texts, side.opposed(other), first[0])
        if not (one.paragraph == own.paragraph and own.start <= one.start < own.end)
    )


def has_form(side: Side, own: Place) -> bool:
    """Return whether the other side has a form of the word at a place: 'none suspected' is 'never suspecting'.

    Only corresponding sentences are searched. Short words have no forms here, since other words begin like them.
    """
    text = side.texts[own.paragraph].folded
    word = text.text[text.at(own.start) : text.at(own.end)]
    return len(word) > STEM_LENGTH and any(
        side.is_near(own, there) and is_new_there(side, there, own)
        for there in _same_words(side.other_texts, side.opposite(own), word)
    )


def continues_alike(side: Side, own: Place, other: Place, *, is_declined: bool = False) -> bool:
    """Return whether the same word stands behind both places, or the end of the sentence.

    With `is_declined` it may stand in another case: большинство |крестьян| (most farmers), все |крестьяне| (all).
    """
    text, there = side.texts[own.paragraph].folded, side.other_texts[other.paragraph].folded
    word = word_pattern(text.text, CLAUSE_END).search(text.text, text.at(own.end))
    next_there = word_pattern(there.text, CLAUSE_END).search(there.text, there.at(other.end))
    if word is None or next_there is None:
        return False
    is_form = is_declined and word[0] != next_there[0] and is_same_word(word[0], next_there[0])
    return is_form or side.is_kept(
        text.place(own.paragraph, *word.span()), there.place(other.paragraph, *next_there.span())
    )


def shares_behind(side: Side, own: Place, other: Place) -> bool:
    """Return whether a word right behind a place is behind the other one too: 'despite the end of the |war|'."""
    text, there = side.texts[own.paragraph].folded, side.other_texts[other.paragraph].folded
    ends = word_pattern(there.text, CLAUSE_END).finditer(there.text, there.at(other.end))
    stop = next((word.start() for word in ends if not word[0][0].isalnum()), len(there.text))
    # What stands behind the end of a quotation says who speaks.
    quoted = _QUOTE_END.search(there.text, there.at(other.end), stop)
    stop = quoted.start() if quoted else stop
    passed = words_to_pass(side.language)
    for word in islice(word_pattern(text.text, CLAUSE_END).finditer(text.text, text.at(own.end)), _WORDS_LOOKED_AT):
        if not word[0][0].isalnum():
            return False
        if word[0] not in passed and any(
            there.at(other.end) <= there.at(one.start) < stop
            for one in _kept(side, text.place(own.paragraph, *word.span()), word[0])
            if one.paragraph == other.paragraph
        ):
            return True
    return False


@cache
def _verbs(language: str) -> Mapping[str, Sequence[str]]:
    """Return the forms of verbs that begin otherwise than a form: 'saw' and 'seen' of 'see'."""
    verbs = [folded(one).text.split() for one in lexicon(language).get("meaning", {}).get("verb_forms", ())]
    return {form: [other for other in verb if other != form] for verb in verbs for form in verb}


@cache
def _articles(language: str) -> Set[str]:
    return forms(lexicon(language).get("agents", {}).get("articles", ()))


@cache
def words_to_pass(language: str) -> Set[str]:
    """Return the words that can stand between a cue and the modified word."""
    table = lexicon(language).get("meaning", {})
    passed = forms((*function_words(language), *table.get("passed", ())))
    return passed - forms(table.get("weighed", ())) - parting_words(language)


@cache
def parting_words(language: str) -> Set[str]:
    """Return the words behind which another statement begins."""
    return forms(lexicon(language).get("meaning", {}).get("parting", ()))


def _has_none(other: FoldedText, head: str, language: str) -> bool:
    """Return whether a form of the word denies it: 'pilotless' of 'pilot'."""
    endings = _endings("suffixes", language)
    return other.text.endswith(endings) and not head.endswith(endings)


@cache
def _listed(name: str, language: str) -> Set[str]:
    return forms(lexicon(language).get("meaning", {}).get(name, ()))


@cache
def _endings(name: str, language: str) -> tuple[str, ...]:
    return tuple(forms(lexicon(language).get("meaning", {}).get(name, ())))


def _same_words(texts: Sequence[ReadText], paragraphs: Iterable[int], word: str) -> Iterator[Place]:
    """Yield the places of some paragraphs with a form of the word."""
    beginning = word[:_SHORTEST_STEM]
    for index in paragraphs:
        text = texts[index].folded
        for start, end in _words_beginning(beginning, text.text):
            if is_same_word(word, text.text[start:end]):
                yield text.place(index, start, end)


_REST = lazy_pattern(r"[^\W_]*(?:['-][^\W_]+)*")


def _words_beginning(letters: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield the starts and ends of the words with some first letters; in Chinese, of the characters themselves."""
    at = text.find(letters)
    while at >= 0:
        end = at + len(letters)
        if has_han(letters):
            yield at, end
        elif at and text[at - 1].isalnum():
            # This is the middle of a word.
            end = at + 1
        else:
            rest = _REST.match(text, end)
            end = rest.end() if rest else end
            yield at, end
        at = text.find(letters, end)


def is_same_word(one: str, other: str) -> bool:
    """Return whether two folded words are equal or forms of one word: the same beginning and a short ending."""
    shorter, longer = sorted((len(one), len(other)))
    common = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return one == other or (
        common >= min(STEM_LENGTH, max(_SHORTEST_STEM, shorter - 1)) and longer - common <= _LONGEST_ENDING
    )
