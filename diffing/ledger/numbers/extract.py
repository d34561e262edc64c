"""The numbers and quantities of a text.

    nearly 1,500 people, $1.5bn, a dozen, 96 per cent, one in five, 2-1, several sanctions

Each number comes with the noun that it counts. A number in a name or a date is not a quantity: M23, COVID-19, 2019.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from diffing.ledger.language.chunked_search import search
from diffing.ledger.language.lexicon import Lexicon, code_of
from diffing.ledger.numbers.addresses import street_behind
from diffing.ledger.numbers.amounts import amount, amount_behind
from diffing.ledger.numbers.counted_nouns import NEXT_WORD, counted_nouns
from diffing.ledger.numbers.number_patterns import COMPARISONS, number_beginnings
from diffing.ledger.numbers.number_words import NumberWords, number_words
from diffing.ledger.numbers.two_numbers import hyphened, lead, one_in, range_of, score
from diffing.ledger.numbers.values import COUNT, LETTERED, MONEY, ORDINAL, PERCENT, POINTS, TIMES, Amount, Reader
from diffing.patterns import lazy_pattern
from diffing.text.folding import FoldedText
from diffing.text.reading import ReadText
from diffing.text.scripts import is_western

LABEL, NUMERAL = "label", "numeral"
HEAT = "heat"
"""Kind of temperatures. The units are C, F, and a third one for degrees without a scale."""
# Greatest length, in characters, of a number in a name: Boeing 737, Route 66.
_LONGEST_LABEL = 4
# The characters before a number in which its approximator, such as 'more than', is looked up.
_BEFORE = 32
# After a definite article a number in words up to this one may be lost ('the two men' are 'they'), 'the 33 miners' not.
_FEW = 3


class Quantity(NamedTuple):
    """A number at `start`..`end` of a text, in code points.

    `low` and `high` are equal except in ranges, in vague quantities, and in scores, where they are the goals of the two
    sides. They are in the base unit of the `kind`; if it has none, `unit` is the unit (a currency). `noun` is the
    counted noun as written, `nouns` its words in a form for comparison; for a label, `nouns` is the word before it.

    `approximator` is the group of 'about', 'nearly', 'more than' and the like; `is_unsure` is true if the word may mean
    something else. `weak` is true if the quantity may be lost without an entry, `is_vague` if it has no figure.
    `stated` is the number as written, without its unit. `whole` is the start and end including the approximator.
    `decimals` is the number of figures after the decimal separator. `is_difference` is true for a difference of
    temperatures. `also` is the kind and the value in another reading: 9m are nine metres or nine million.
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
    stated: Fraction = Fraction(0)
    whole: tuple[int, int] = (0, 0)
    decimals: int = 0
    is_difference: bool = False
    also: tuple[str, Fraction] | None = None


def quantities(
    text: ReadText, words: NumberWords, decimal: str, taken: Iterable[tuple[int, int]] = ()
) -> Iterator[Quantity]:
    """Yield the quantities of a text in order, outside the `taken` ranges (starts and ends).

    `decimal` is the decimal separator of the article, '.' or ',', '' if unknown.
    """
    patterns, ranges = words.patterns.of(text.possible), list(taken)
    reader = Reader(text.text, _without(text.folded, ranges), words, patterns, decimal)
    position = 0
    for at in _beginnings(text.folded, reader, ranges):
        match = patterns.number.match(reader.form.text, at) if at >= position else None
        if match is None:
            continue
        read = amount(match, reader)
        if read is None:
            # 'Ein' is no number before 'zweites', which is one.
            article, _, rest = match[0].partition(" ")
            position = match.end() - len(rest) if article in words.articles else match.end()
            continue
        read = _joined(read, reader)
        position = read.end
        yield _finished(read, reader)


def numbers_of(text: ReadText, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Return the quantities of a text by itself; the decimal separator is that of the language."""
    words = number_words(code_of(lexicon))
    return tuple(quantities(text, words, words.decimal))


def _beginnings(whole: FoldedText, reader: Reader, taken: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield the offsets in the folded text where a number can begin; `whole` has what is taken too."""
    text = reader.form.text
    begins = reader.patterns.begins.of(text)
    if not is_western(text):
        place = search(begins, text)
        while place is not None:
            yield place.start()
            place = search(begins, text, place.start() + 1)
        return
    places = number_beginnings(reader.words.language).places(whole.text)
    if taken:
        places = sorted({*places, *(whole.at(end) for _, end in taken)})
    yield from (at for at in places if begins.match(text, at))


def _without(form: FoldedText, places: Sequence[tuple[int, int]]) -> FoldedText:
    """Return the folded text with the taken ranges masked by a character that is neither a letter nor a space."""
    if not places:
        return form
    pieces, end = [], 0
    for start, stop in (map(form.at, place) for place in places):
        pieces += [form.text[end:start], _TAKEN * (stop - start)]
        end = stop
    return FoldedText("".join([*pieces, form.text[end:]]), form.offsets)


_TAKEN = "\0"


# ---------------------------------------------------------------- quantities of two numbers


def _joined(read: Amount, reader: Reader) -> Amount:
    """Return a number joined with the next one if both are one quantity.

    Examples: '10-12', 'between 10 and 12', '2-1', '2:1', 'two to one', 'one in five'.
    """
    if read.is_vague or read.kind in (ORDINAL, TIMES):
        # 'Doubled to 40' is not a range.
        return read
    words, patterns, text = reader.words, reader.patterns, reader.form.text
    before = _words_before(text, read.start)
    for joint in (patterns.joined, patterns.scored, patterns.joined_by_and, patterns.one_in):
        joining = joint.match(text, read.end)
        other = amount_behind(joining.end(), reader) if joining else None
        if joining is None or other is None or other.is_vague or other.kind == ORDINAL:
            continue
        both = None
        if joint is patterns.one_in:
            both = one_in(read, other, joining[0].strip())
        elif joining[0].strip() == "-":
            both = hyphened(read, other, reader)
        elif joint is patterns.scored:
            both = score(read, other)
        elif (before & words.between) if joint is patterns.joined_by_and else not before & words.range_from:
            both = range_of(read, other) or (lead(read, other) if joint is patterns.joined else None)
        if both is not None:
            return both
    return read


# ---------------------------------------------------------------- the text around a quantity

# Kinds of numbers beside which the article of a thing says nothing of how many there are.
_WITHOUT_UNIT = (COUNT, PERCENT, ORDINAL, TIMES)
# Kinds that may be negative. Before other numbers a dash is a bullet, and 'du moins' is 'at least'.
_SIGNED = (PERCENT, POINTS, MONEY, HEAT)
_DECIMALS = lazy_pattern(r"[.,](\d{1,2})(?!\d)")
_WORD = lazy_pattern(r"[^\W\d_][\w.'-]*")
_ENDS_SENTENCE = lazy_pattern(r"(?:^|[.!?:;)\]'\"-])\s*$")
# The characters in which the end of a sentence is looked up: a mark, a quote and a space.
_END_BEFORE = 3


def _words_before(text: str, start: int) -> set[str]:
    """Return the word before an offset, or an empty set if more than a space separates them."""
    if text[start - 1 : start] != " ":
        return set()
    word = text[max(0, start - _BEFORE) : start - 1].rpartition(" ")[2]
    return {word} if word.isalpha() or _WORD.fullmatch(word) else set()


def _finished(read: Amount, reader: Reader) -> Quantity:
    """Return the quantity of a number, with its noun, its approximator and its sign."""
    words, text = reader.words, reader.form.text
    _, start, end = reader.form.place(0, read.start, read.end)
    approximator, is_unsure, whole = _approximator(read, reader)
    noun, nouns = counted_nouns(read, reader)
    before = _words_before(text, read.start)
    kind = read.kind
    is_weak_vague = read.is_vague and (read.low < _LEAST_STRONG_VAGUE or kind == PERCENT)
    weak = text[read.start : read.end] in words.weak or is_weak_vague
    if read.is_word and read.low <= _FEW and before & words.definite:
        weak = True
    if kind == LETTERED or (read.low == read.high == 1 and kind not in _WITHOUT_UNIT):
        # Most are names: the 3D of a film may be lost. '1 euro' is 'um euro' too, where 'um' is no number.
        weak = True
    if kind == ORDINAL and read.is_word and read.low <= _FEW:
        # These are often other words: 'First', he said, and 'a second later'. 'The second largest' is not the largest.
        weak = not _is_before_superlative(read, reader)
    if read.is_plain and not approximator and _is_label(read, reader, before):
        kind, noun, nouns, weak = LABEL, "", tuple(before), True
    elif read.is_plain and not read.is_word and (street := street_behind(read.end, reader)):
        kind, noun, nouns, weak = LABEL, "", (street,), True
    decimals = _DECIMALS.search(text[read.start : read.end])
    may_be_negative = kind in _SIGNED and not read.is_vague
    minus = reader.patterns.minus.search(text, max(0, read.start - _BEFORE), read.start) if may_be_negative else None
    factor = -read.scale if minus else read.scale
    if minus:
        _, start, _ = reader.form.place(0, minus.start("sign"), read.end)
    return Quantity(
        start,
        end,
        read.low if factor == 1 else read.low * factor,
        read.high if factor == 1 else read.high * factor,
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
        kind == HEAT and _is_difference(read, reader),
        read.also,
    )


def _is_difference(read: Amount, reader: Reader) -> bool:
    """Return whether a word beside a number of degrees says that it is a difference: 'by 1.5C', '2 degrees warmer'."""
    patterns, text = reader.patterns, reader.form.text
    before = patterns.difference.search(text, max(0, read.start - _BEFORE), read.start)
    return before is not None or patterns.difference_behind.match(text, read.end) is not None


def _is_before_superlative(read: Amount, reader: Reader) -> bool:
    """Return whether an ordinal says the place of what is not quite the greatest: 'the second largest'."""
    behind = NEXT_WORD.match(reader.form.text, read.end)
    return behind is not None and behind[1] in reader.words.superlatives


# A vague quantity below this one, such as 'several', may be lost without an entry; 'dozens' may not. 'A majority of'
# may be 'most' in the other article, which is a word that turns a sentence.
_LEAST_STRONG_VAGUE = 20


def _approximator(read: Amount, reader: Reader) -> tuple[str, bool, tuple[int, int]]:
    """Return the group of a number's approximator, whether its word is unsure, and the range of both (folded text)."""
    words, text = reader.words, reader.form.text
    own = read.start, read.end
    if read.is_vague:
        return "", False, own
    behind = reader.patterns.behind.match(text, read.end)
    if behind is not None:
        return words.approximators_behind[behind["phrase"]], False, (read.start, behind.end())
    first = max(0, read.start - _BEFORE)
    before = reader.patterns.before.search(text[first : read.start])
    if before is None:
        return "", False, own
    if before["sign"] is not None:
        at = first + before.start("sign")
        # The first sign of a text marks what is quoted from a mail, or an item of a list.
        return (COMPARISONS[before["sign"]], False, (at, read.end)) if text[:at].strip() else ("", False, own)
    phrase = before["phrase"]
    at = first + before.start("phrase")
    if text[max(0, at - _BEFORE) : at].rstrip().endswith(tuple(words.times)):
        # 'Twice as many as a decade ago' compares with a number, and is no upper bound of it.
        return "", False, own
    # In 'About 12 boats sank' the word is an approximator, in 'a film about 12 men' and 'over ten years' it is not.
    is_opening = read.kind == COUNT and _ENDS_SENTENCE.search(text[max(0, at - _END_BEFORE) : at]) is not None
    is_unsure = (phrase in words.unsure and not is_opening) or _is_compared(read, text[:at])
    return words.approximators[phrase], is_unsure, (at, read.end)


# A sum or another number, one or two words, and a comma.
_AMOUNT_BEFORE = lazy_pattern(r"\d(?: [^\W\d_]+){0,2}, $")
# The characters in which it is looked up.
_BEFORE_AMOUNT = 40


def _is_compared(read: Amount, before: str) -> bool:
    """Return whether an amount is compared with what a few others did: 'offered 300 crowns, more than two hotels'."""
    is_few = read.kind == COUNT and read.is_word and read.low <= _FEW
    return is_few and _AMOUNT_BEFORE.search(before[-_BEFORE_AMOUNT:]) is not None


def _is_label(read: Amount, reader: Reader, before: set[str]) -> bool:
    """Return whether a number is part of a name: 'Article 5', 'Boeing 737', but not 'In Paris, 12 people'.

    A number in words is one if it is written like a name outside a headline: 'Sweet Sixteen is', not 'Kills Twelve
    Men'.
    """
    if read.is_word:
        is_name = reader.shown(read.start).isupper() and not reader.shown(read.start + 1).isupper()
        return is_name and _follows_name(read, reader, before) and not _precedes_name(read, reader)
    if read.end - read.start > _LONGEST_LABEL or read.low.denominator > 1 or not before:
        return False
    return bool(before & reader.words.labels) or _follows_name(read, reader, before)


def _precedes_name(read: Amount, reader: Reader) -> bool:
    """Return whether the word after a number has a capital."""
    word = NEXT_WORD.match(reader.form.text, read.end)
    return word is not None and reader.shown(word.start(1)).isupper()


def _follows_name(read: Amount, reader: Reader, before: set[str]) -> bool:
    """Return whether the word before a number has a capital and does not begin a sentence.

    In a language in which every noun has a capital, no word shows that it is a name.
    """
    if not before or reader.words.has_capital_nouns:
        return False
    (word,) = before
    at = read.start - 1 - len(word)
    follows_sentence = _ENDS_SENTENCE.search(reader.form.text[max(0, at - _END_BEFORE) : at]) is not None
    return not follows_sentence and reader.shown(at).isupper() and reader.shown(at + 1).islower()
