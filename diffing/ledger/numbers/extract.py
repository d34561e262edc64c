"""The numbers and quantities of a text.

    nearly 1,500 people, $1.5bn, a dozen, 96 per cent, one in five, 2-1, several sanctions

A number is kept with what it counts. What is part of a name or a date is no quantity: M23, COVID-19, 2019.
"""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from diffing.ledger.language.chunked_search import search
from diffing.ledger.numbers.amounts import (
    COUNT,
    MONEY,
    ORDINAL,
    PERCENT,
    POINTS,
    TIMES,
    Amount,
    Reader,
    amount,
    amount_behind,
)
from diffing.ledger.numbers.number_words import NumberWords
from diffing.text.folding import FoldedText
from diffing.text.reading import ReadText

SCORE, LABEL = "score", "label"
_HUNDRED = 100
# Figures above are not the goals of a match: '15-20' is from 15 to 20.
_HIGHEST_SCORE = 15
# A figure that names and does not count has few figures: Boeing 737, Route 66.
_LONGEST_LABEL = 4
# The characters before a number in which 'more than' is looked for.
_BEFORE = 32
# 'the two men' are 'they', but 'the 33 miners' are a number.
_FEW = 3


class Quantity(NamedTuple):
    """A number at `start`..`end` of a text, in code points.

    `low` and `high` are equal but for ranges, vague quantities, and scores, where they are the two sides. `kind` says
    what it is a number of, `unit` which (a currency; empty for what is converted to the base of its kind). `noun` is
    what is counted, as it stands, `nouns` its words in a form that can be compared; of a label the word before it.
    `approximator` is 'about', 'nearly', 'more than' and the like, `is_unsure` where that word could mean something
    else. `weak` says that nothing is lost with it, `is_vague` that no figure is told. `told` is the number without its
    unit, `whole` the place with the approximator, `decimals` how many figures are written behind the point.
    """

    start: int
    end: int
    low: Fraction
    high: Fraction
    kind: str = COUNT
    unit: str = ""
    noun: str = ""
    nouns: tuple[str, ...] = ()
    approximator: str = ""
    is_unsure: bool = False
    weak: bool = False
    is_vague: bool = False
    told: Fraction = Fraction(0)
    whole: tuple[int, int] = (0, 0)
    decimals: int = 0


def quantities(
    text: ReadText, words: NumberWords, decimal: str, taken: Iterable[tuple[int, int]] = ()
) -> Iterator[Quantity]:
    """The quantities of a text in order; none of them has a character of what is `taken` (starts and ends).

    `decimal` is what parts the decimals in the article, '.' or ',', and '' where that is unknown.
    """
    reader = Reader(text.text, _without(text.folded, taken), words, decimal)
    position = 0
    while (match := search(words.number, reader.form.text, position)) is not None:
        read = amount(match, reader)
        if read is None:
            position = match.end()
            continue
        read = _joined(read, reader)
        position = read.end
        yield _finished(read, reader)


def _without(form: FoldedText, taken: Iterable[tuple[int, int]]) -> FoldedText:
    """A folded text of the same length in which what is taken is neither letter nor space."""
    places = list(taken)
    if not places:
        return form
    pieces, end = [], 0
    for start, stop in (map(form.at, place) for place in places):
        pieces += [form.text[end:start], _TAKEN * (stop - start)]
        end = stop
    return FoldedText("".join([*pieces, form.text[end:]]), form.offsets)


_TAKEN = "\0"


# ---------------------------------------------------------------- two numbers that are one quantity


def _joined(read: Amount, reader: Reader) -> Amount:
    """With the number behind it where both are one quantity: '10-12', 'between 10 and 12', '2-1', 'one in five'."""
    if read.is_vague or read.kind in (ORDINAL, TIMES):
        # 'Doubled to 40' is no range.
        return read
    words, text = reader.words, reader.form.text
    before = _words_before(text, read.start)
    for joint in (words.joined, words.joined_by_and, words.one_in):
        joining = joint.match(text, read.end)
        other = amount_behind(joining.end(), reader) if joining else None
        if joining is None or other is None or other.is_vague or other.kind == ORDINAL:
            continue
        both = None
        if joint is words.one_in:
            both = _one_in(read, other)
        elif joining[0].strip() == "-":
            both = _score(read, other, reader) or _range(read, other)
        elif (before & words.between) if joint is words.joined_by_and else not before & words.range_from:
            both = _range(read, other)
        if both is not None:
            return both
    return read


def _score(first: Amount, last: Amount, reader: Reader) -> Amount | None:
    """Two small figures; of rising ones that count something it is a range."""
    is_score = (
        first.is_plain
        and last.is_plain
        and not first.is_word
        and max(first.low, last.low) <= _HIGHEST_SCORE
        and first.low.denominator == last.low.denominator == 1
    )
    if not is_score or (first.low < last.low and _nouns(last, reader)[1]):
        return None
    return first._replace(end=last.end, high=last.low, kind=SCORE)


def _range(first: Amount, last: Amount) -> Amount | None:
    if first.kind == COUNT:
        first = first._replace(kind=last.kind, unit=last.unit, scale=last.scale)
    if last.kind == COUNT:
        last = last._replace(kind=first.kind, unit=first.unit, scale=first.scale)
    if first.magnitude < last.magnitude and first.low * last.magnitude < last.low:
        # 'two to three million' are two million at least.
        first = first._replace(low=first.low * last.magnitude)
    if (first.kind, first.unit, first.scale) != (last.kind, last.unit, last.scale) or first.low >= last.low:
        return None
    return first._replace(end=last.end, high=last.low, magnitude=last.magnitude)


def _one_in(first: Amount, last: Amount) -> Amount | None:
    if not (first.is_plain and last.is_plain) or not 0 < first.low < last.low:
        return None
    share = first.low / last.low * _HUNDRED
    return first._replace(end=last.end, low=share, high=share, kind=PERCENT)


# ---------------------------------------------------------------- what stands around it

# Before other numbers a dash is a bullet, and 'du moins' is 'at least'.
_SIGNED = (PERCENT, POINTS, MONEY, "heat")
_DECIMALS = re.compile(r"[.,](\d{1,2})(?!\d)")
_LAST_WORD = re.compile(r"(?:^|\s)([^\W\d_][\w.'-]*) $")
_NEXT_WORD = re.compile(r"[ -]([^\W\d_](?:[\w'-]*\w)?)")
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?:;)\]'\"-])\s*$")
# It is looked for in so many characters: a mark, a quote and a space.
_END_BEFORE = 3
# Words behind a number that can be what it counts.
_MOST_NOUNS = 3
# Words between the two: 'two of the other men'.
_MOST_SKIPPED = 3
# Letters that the forms of a counted noun have in common: country, countries. A stem (STEM_LENGTH) would join counters.
_NOUN_LETTERS = 6


def _words_before(text: str, start: int) -> set[str]:
    """The word before a place, none where more than a space is between."""
    found = _LAST_WORD.search(text[max(0, start - _BEFORE) : start])
    return {found[1]} if found else set()


def _finished(read: Amount, reader: Reader) -> Quantity:
    """With what it counts and how exactly it is told."""
    words, text = reader.words, reader.form.text
    _, start, end = reader.form.place(0, read.start, read.end)
    approximator, is_unsure, whole = _approximator(read, reader)
    noun, nouns = _nouns(read, reader)
    before = _words_before(text, read.start)
    kind = read.kind
    weak = text[read.start : read.end] in words.weak or (read.is_vague and read.low < _LEAST_TOLD_VAGUE)
    if read.is_word and read.low <= _FEW and before & words.definite:
        weak = True
    if kind == ORDINAL and read.is_word and read.low <= _FEW:
        # 'First', he said, and 'a second later'.
        weak = True
    if read.is_plain and not approximator and _is_label(read, reader, before):
        kind, noun, nouns, weak = LABEL, "", tuple(before), True
    decimals = _DECIMALS.search(text[read.start : read.end])
    may_be_negative = kind in _SIGNED and not read.is_vague
    minus = words.minus.search(text, max(0, read.start - _BEFORE), read.start) if may_be_negative else None
    sign = -1 if minus else 1
    if minus:
        _, start, _ = reader.form.place(0, minus.start("sign"), read.end)
    return Quantity(
        start,
        end,
        read.low * read.scale * sign,
        read.high * read.scale * sign,
        kind,
        read.unit,
        noun,
        nouns,
        approximator,
        is_unsure,
        weak,
        read.is_vague,
        read.low,
        (
            min(start, reader.form.place(0, whole[0], whole[0] + 1).start),
            reader.form.place(0, whole[1] - 1, whole[1]).end,
        ),
        len(decimals[1]) if decimals else 0,
    )


# 'Several' may go unmissed, 'dozens' not.
_LEAST_TOLD_VAGUE = 20


def _approximator(read: Amount, reader: Reader) -> tuple[str, bool, tuple[int, int]]:
    """What says that a number is not exact: its group, whether it may mean something else, where all of it stands."""
    words, text = reader.words, reader.form.text
    own = read.start, read.end
    if read.is_vague:
        return "", False, own
    behind = words.behind.match(text, read.end)
    if behind is not None:
        return words.approximators_behind[behind["phrase"]], False, (read.start, behind.end())
    first = max(0, read.start - _BEFORE)
    before = words.before.search(text[first : read.start])
    if before is None:
        return "", False, own
    phrase = before["phrase"]
    at = first + before.start("phrase")
    # 'About 12 boats sank' opens with a number, 'a film about 12 men' and 'over ten years' do not.
    is_opening = read.kind == COUNT and _ENDS_SENTENCE.search(text[max(0, at - _MOST_SKIPPED) : at]) is not None
    return words.approximators[phrase], phrase in words.unsure and not is_opening, (at, read.end)


# In Chinese, Japanese and Korean the word for what is counted, 'heads of' or 'sheets of', is joined to the figure.
_COUNTER = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def _nouns(read: Amount, reader: Reader) -> tuple[str, tuple[str, ...]]:
    """The words behind a number that can be what it counts: as they stand, and in a form that can be compared."""
    words, text = reader.words, reader.form.text
    end, skipped = read.end, 0
    if counter := _COUNTER.match(text, end):
        return counter[0], (counter[0],)
    found: list[re.Match[str]] = []
    while len(found) < _MOST_NOUNS and (word := _NEXT_WORD.match(text, end)) is not None:
        end = word.end()
        if word[1] in words.not_counted and not found and skipped < _MOST_SKIPPED:
            skipped += 1
        elif word[1] in words.no_noun or word[1] in words.not_counted:
            break
        else:
            found.append(word)
    if not found:
        return "", ()
    _, first, last = reader.form.place(0, found[0].start(1), found[-1].end(1))
    return reader.text[first:last], tuple(_comparable(word[1], words) for word in found)


def _comparable(noun: str, words: NumberWords) -> str:
    noun = noun.removesuffix("'s")
    singular = words.nouns.get(noun)
    return singular or noun.rstrip("s")[:_NOUN_LETTERS]


def _is_label(read: Amount, reader: Reader, before: set[str]) -> bool:
    """Whether a figure is the name of something: 'Article 5', 'Boeing 737', but not 'In Paris, 12 people'.

    A word of a number is where it is written like a name and no headline: 'Sweet Sixteen is', not 'Kills Twelve Men'.
    """
    if read.is_word:
        is_name = reader.shown(read.start).isupper() and not reader.shown(read.start + 1).isupper()
        return is_name and _follows_name(read, reader, before) and not _precedes_name(read, reader)
    if read.end - read.start > _LONGEST_LABEL or read.low.denominator > 1 or not before:
        return False
    return bool(before & reader.words.labels) or _follows_name(read, reader, before)


def _precedes_name(read: Amount, reader: Reader) -> bool:
    word = _NEXT_WORD.match(reader.form.text, read.end)
    return word is not None and reader.shown(word.start(1)).isupper()


def _follows_name(read: Amount, reader: Reader, before: set[str]) -> bool:
    """Whether the word before has a capital, and not because it begins a sentence."""
    if not before:
        return False
    (word,) = before
    at = read.start - 1 - len(word)
    follows_sentence = _ENDS_SENTENCE.search(reader.form.text[max(0, at - _END_BEFORE) : at]) is not None
    return not follows_sentence and reader.shown(at).isupper() and reader.shown(at + 1).islower()
