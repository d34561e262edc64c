"""Changes of facts that can be planted: numbers and dates that stand once in each side of a link."""

import random
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diffing.model import Place
from tests.quality.plant_text import Edit, Idea, Site, Text, cased, compiled, in_quotation, once

# ---------------------------------------------------------------- numbers

_SMALL = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"]
_SMALL += ["fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
_TENS = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: value for value, word in enumerate(_SMALL, 2)} | {
    word: 10 * tens for tens, word in enumerate(_TENS, 3)
}
_WORDS = {value: word for word, value in _VALUES.items()}
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]
MONTHS += ["November", "December"]
_MONTH = "|".join(MONTHS)
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_NUMBER = re.compile(
    r"(?<![\w.,:/$£€–-])(?P<money>[$£€]?)(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<decimals>\.\d+)?"
    r"(?:(?P<percent> ?(?:%|per ?cent\b))|(?P<size> ?(?:million|billion|bn|trillion)\b))?(?![\w/:–]|[.,]\d)"
    rf"|(?<![\w-])(?P<word>{'|'.join(_VALUES)})(?![\w]|-(?:{'|'.join(_SMALL)}|one)\b)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|2[01])\d\d")
# Not what a number counts but the time of day, or a day of a month, which are dates.
_OF_TIME = re.compile(rf" ?(?:am|pm|a\.m|p\.m|o['’]clock|{_MONTH})\b")
_BEFORE_DAY = re.compile(rf"(?:{_MONTH}) $")
# One for another of the same form but not the same amount.
_AMOUNTS = {
    "dozens of": "hundreds of",
    "hundreds of": "thousands of",
    "thousands of": "millions of",
    "millions of": "thousands of",
    "half of": "a third of",
    "half the": "a third of the",
    "a third of": "a quarter of",
    "a quarter of": "half of",
    "a dozen": "three dozen",
    "twice": "three times",
}
_SIZES = {"million": "billion", "billion": "million", "bn": "m", "trillion": "billion"}


class _Number(NamedTuple):
    place: Place
    value: str
    match: re.Match[str]


def _numbers_of(texts: Sequence[Text]) -> list[_Number]:
    found = []
    for paragraph, text in texts:
        for match in _NUMBER.finditer(text):
            word = (match["word"] or "").lower()
            digits = str(_VALUES[word]) if word else match["digits"].replace(",", "")
            is_plain = not (match["money"] or match["decimals"] or match["percent"] or match["size"] or word)
            is_date = (
                (is_plain and "," not in match["digits"] and _YEAR.fullmatch(digits))
                or _OF_TIME.match(text, match.end())
                or _BEFORE_DAY.search(text[: match.start()])
            )
            if not is_date:
                value = digits + (match["decimals"] or "")
                found.append(_Number(Place(paragraph, *match.span()), value, match))
    return found


def numbers(site: Site, chance: random.Random) -> Iterator[Idea]:
    """A number that stands once in each side of the link, however it is written, becomes another in the same form."""
    own, other = _numbers_of(site.own), _numbers_of(site.other)
    all_of = [number.value for number in own], [number.value for number in other]
    for number in own:
        if any(values.count(number.value) != 1 for values in all_of):
            continue
        if in_quotation(number.match.string, *number.match.span()):
            continue
        there = next(found.place for found in other if found.value == number.value)
        for variety, text, value in _other_numbers(number.match, chance):
            if value not in all_of[0] and value not in all_of[1]:
                yield Idea(variety, (Edit(number.place, text),), (there,))
    yield from _ordinals(site, chance)
    for amount, replacement in _AMOUNTS.items():
        yield from _exchanged(site, "amounts", rf"\b{amount}\b", [replacement], chance)


def _other_numbers(match: re.Match[str], chance: random.Random) -> Iterator[tuple[str, str, str]]:
    """The variety, the number in its new form, and its new value."""
    if match["word"]:
        old = _VALUES[match["word"].lower()]
        value = chance.choice([value for value in _WORDS if value != old and (value < 21) == (old < 21)])
        yield "words", cased(_WORDS[value], match["word"]), str(value)
        return
    start, end = (place - match.start() for place in match.span("digits"))
    decimals = match["decimals"] or ""
    digits = _another_digit(match["digits"], chance)
    form = next(
        (name for name in ("money", "percent", "size") if match[name]), "grouped" if "," in digits else "digits"
    )
    yield form, match[0][:start] + digits + match[0][end:], digits.replace(",", "") + decimals
    if match["size"]:
        size = match["size"].strip()
        text = match[0].replace(size, _SIZES[size.lower()])
        yield "magnitude", text, match["digits"].replace(",", "") + decimals + _SIZES[size.lower()]
    elif not match["percent"] and not decimals and int(match["digits"].replace(",", "")) >= 10:
        more = int(match["digits"].replace(",", "")) * 10
        text = f"{more:,}" if "," in match["digits"] or more >= 10_000 else str(more)
        yield "magnitude", match[0][:start] + text + match[0][end:], str(more)


def _another_digit(digits: str, chance: random.Random) -> str:
    """One digit of the number changed, and not to nought or one where it would be the only one."""
    places = [at for at, digit in enumerate(digits) if digit.isdigit() and (digit != "0" or at == len(digits) - 1)]
    at = chance.choice(places)
    least = 2 if len(digits) == 1 else at == 0
    put = chance.choice([str(digit) for digit in range(least, 10) if str(digit) != digits[at]])
    return digits[:at] + put + digits[at + 1 :]


def _ordinals(site: Site, chance: random.Random) -> Iterator[Idea]:
    for word in _ORDINALS:
        others = [other for other in _ORDINALS[1:] if other != word and other not in site.texts[0] + site.texts[1]]
        yield from _exchanged(site, "ordinals", rf"(?<=\bthe ){word}(?= [a-z])", others, chance)
    for found in re.finditer(r"\b(\d{1,2})(?:th)\b", site.texts[0]):
        other = f"{chance.choice([n for n in range(4, 21) if str(n) != found[1]])}th"
        yield from _exchanged(site, "ordinals", rf"\b{found[0]}\b(?! (?:of )?(?:{_MONTH}))", [other], chance)


def _exchanged(site: Site, variety: str, pattern: str, puts: Sequence[str], chance: random.Random) -> Iterator[Idea]:
    """What stands once in each side gives way to one of `puts`."""
    found = compiled(pattern)
    own, other = once(site.own, found), once(site.other, found)
    if own and other and puts:
        yield Idea(variety, (Edit(own[0], cased(chance.choice(puts), own[1][0])),), (other[0],))


# ---------------------------------------------------------------- dates


def dates(site: Site, chance: random.Random) -> Iterator[Idea]:
    """A weekday, month, year, decade or day of a month that stands once in each side becomes another."""
    both = "\n".join(site.texts)

    def absent(candidates: Sequence[str]) -> list[str]:
        return [one for one in candidates if not compiled(rf"\b{one}\b").search(both)]

    for weekday in filter(both.__contains__, WEEKDAYS):
        yield from _exchanged(
            site, "weekday", rf"(?<!Black )(?<!Good )\b{weekday}\b(?! [A-Z])", absent(WEEKDAYS), chance
        )
    for month in filter(both.__contains__, MONTHS):
        pattern = rf"(?:(?<=\b[Ii]n )|(?<=[Ll]ast )|(?<=[Ss]ince )|(?<=\d )|(?<=\bof )){month}\b|\b{month}(?= \d)"
        yield from _exchanged(site, "month", pattern, absent(MONTHS), chance)
    for year in sorted(set(re.findall(rf"\b{_YEAR.pattern}\b", site.texts[0]))):
        near = [str(int(year) + step) for step in (-11, -10, -3, -2, -1, 1, 2, 3, 10) if int(year) + step < 2100]
        yield from _exchanged(site, "year", rf"(?<![\d,$£€–-]){year}(?![\w–,%-]|\.\d)(?! \d)", absent(near), chance)
    for decade in sorted(set(re.findall(r"\b(?:19|20)\d0s", site.texts[0]))):
        others = absent([f"19{tens}0s" for tens in range(4, 10)])
        yield from _exchanged(site, "decade", rf"\b{decade}\b", others, chance)
    for day in sorted(set(re.findall(rf"\b\d{{1,2}}(?= (?:{_MONTH}))|(?<=[a-z] )\d{{1,2}}\b", site.texts[0]))):
        pattern = rf"\b{day}(?= (?:{_MONTH})\b)|(?:{'|'.join(f'(?<={month} )' for month in MONTHS)}){day}\b"
        yield from _exchanged(site, "day", pattern, absent([str(n) for n in range(2, 29)]), chance)
    for unit in ("week", "month", "year"):
        others = [f"{word} {unit}" for word in ("last", "next", "this")]
        for phrase in filter(both.__contains__, others):
            yield from _exchanged(site, "relative", rf"\b{phrase}\b", [one for one in others if one != phrase], chance)
