"""Facts of a text that are the same in every language: numbers, months, weekdays, countries, names.

"Am 14. September starben 12 Menschen in Polen."   numbers 14, 12   month M9   territory TPL
"""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from diffing.ledger.translated.word_lists import word_list
from diffing.model import Article, Place
from diffing.patterns import lazy_pattern
from diffing.translation.contents import Reader
from diffing.translation.dates_in_figures import months_in_figures
from diffing.translation.mentions import Number, NumberMention, WordMention

_MONTHS_HAVE_CAPITALS = frozenset({"de", "en"})
"""Languages in which 'may' and 'march' are no months."""
_NATIONS_HAVE_CAPITALS = frozenset({"en"})
"""Languages in which 'polish' and 'china' are no names."""
DATE_MARKS, PLACE_MARKS = "MD", "TZ"
"""First letters of the concepts of months and weekdays, and of countries and cities."""
# The United Nations, the European Union and the euro area, which are no places.
_BODIES = frozenset({"TUN", "TEU", "TEZ"})
# A date in figures, of which either number may be the month: 3/10/2024, 3/18/24, 2024-10-03, 3.10.24.
_DATE = lazy_pattern(
    r"(?<![\d./-])(?:(?:1[0-2]|0?[1-9])([/-]|\u200f/)(?:3[01]|[12]\d|0?[1-9])\1\d{2,4}"
    r"|\d{1,4}([/-]|\.[ \u00a0]?|\u200f/)(?:1[0-2]|0?[1-9])\2\d{1,4})(?!\d)"
)
# Figures that belong to a name: x86_64, A380.
_IN_NAME = lazy_pattern(r"[A-Za-z_][A-Za-z]*-?\d+(?:_\d+)*")
# Countries by their letters, which folded are other words: 'us'.
_INITIALS = {
    "en": (
        (lazy_pattern(r"\b(?:U\.S\.(?:A\.)?|USA?\b)(?!\$| [Dd]ollar)"), "TUS"),
        (lazy_pattern(r"\b(?:U\.K\.|UK\b)"), "TGB"),
    ),
    "es": ((lazy_pattern(r"\bEE\.? ?UU\b"), "TUS"),),
    "pt": ((lazy_pattern(r"\bEUA\b"), "TUS"),),
    "ru": ((lazy_pattern(r"\bСША\b"), "TUS"),),
    "uk": ((lazy_pattern(r"\bСША\b"), "TUS"),),
}
_INITIALS |= {language: ((lazy_pattern(r"\bUSA\b"), "TUS"),) for language in ("cs", "de", "fr", "it", "nl", "pl", "sk")}
_DAYS = range(1, 32)
_YEARS = range(1500, 2101)
# Characters between a day and its month.
_BESIDE = 6
# Fewer characters stand between a month and the day behind it than between two dates.
_JOINED = 2
# Characters between the short form of a month and its day or year: a full stop and a space.
_SHORT_GAP = 2


class Named(NamedTuple):
    """A word at `start`..`end` that names a month, a weekday, a country or a city: the concept that says which."""

    start: int
    end: int
    concept: str


class Facts(NamedTuple):
    """The facts of a text, each in reading order.

    `scales` are the words for a thousand, a million, ... that stand in no number: 'a million', 'более миллиона'.
    `concepts` are all concepts of its words, and the months that its dates in figures may mean; `dates` are where these
    dates are.
    """

    text: str
    words: Sequence[WordMention]
    numbers: Sequence[NumberMention]
    named: Sequence[Named]
    concepts: frozenset[str]
    dates: Sequence[range]
    scales: frozenset[int]

    def month_beside(self, number: NumberMention) -> int | None:
        """Return the month that stands beside a day of a month."""
        word = self._month_word(number)
        return int(word.concept[1:]) if word else None

    def with_month(self, number: NumberMention) -> tuple[int, int] | None:
        """Return where a day of a month stands with the month beside it: 'October 13'; None for another number."""
        word = self._month_word(number)
        return (min(number.start, word.start), max(number.end, word.end)) if word else None

    def months_of_days(self) -> dict[Number, set[Named]]:
        """Return the words for months that stand beside each day of a month."""
        found: dict[Number, set[Named]] = {}
        for number in self.numbers:
            if word := self._month_word(number):
                found.setdefault(number.value, set()).add(word)
        return found

    def _month_word(self, number: NumberMention) -> Named | None:
        """Return the month beside a day: the one before it if that is close, as in July 3, else the one behind it.

        In '27 de mayo y el 21 de julio', May is the month of the 27th.
        """
        if number.value not in _DAYS:
            return None
        months = [word for word in self.named if word.concept[0] == "M"]
        before = [word for word in months if 0 <= number.start - word.end <= _BESIDE]
        behind = [word for word in months if 0 <= word.start - number.end <= _BESIDE]
        is_close = any(number.start - word.end < _JOINED for word in before)
        if before and (is_close or not behind):
            # In a date in figures, the year stands there: 18.3.24.
            return None if any(number.start in date for date in self.dates) else before[-1]
        return next(iter(behind), None)


def facts_of(text: str, reader: Reader) -> Facts:
    """Return the facts of a text."""
    plain = reader.plain(text)
    words = reader.words_in(plain)
    mentions = [*words, *reader.phrases_in(words)]
    found = [*_named(text, mentions, reader), *_initials(text, reader.language)]
    concepts = frozenset().union(*(_concepts_of(word, text, reader) for word in mentions))
    concepts |= {word.concept for word in found}
    months = [Named(date.start, date.end, f"M{date.month}") for date in months_in_figures(plain, reader.language)]
    taken = {at for month in months for at in range(month.start, month.end)}
    taken |= {at for code in _IN_NAME.finditer(plain) for at in range(*code.span())}
    numbers = [number for number in sorted(reader.numbers_in(plain, words)) if number.start not in taken]
    named = [word for word in found if word.start not in taken]
    months += _short_months(text, words, numbers, reader)
    dates = [range(*match.span()) for match in _DATE.finditer(plain)]
    in_dates = {f"M{number.value}" for number in numbers if any(number.start in date for date in dates)}
    all_concepts = concepts.union(in_dates, (month.concept for month in months))
    scales = reader.bare_scales(words, numbers)
    return Facts(text, words, numbers, sorted([*named, *months]), all_concepts, dates, scales)


def _named(text: str, words: Sequence[WordMention], reader: Reader) -> Iterator[Named]:
    """Yield the words of a text that name a month, a weekday, a country or a city, each with its only meaning."""
    countries = word_list("countries", reader.language)
    for word in words:
        concepts = _concepts_of(word, text, reader)
        for kind in DATE_MARKS:
            found = [concept for concept in concepts if concept[0] == kind]
            if len(found) == 1:
                yield Named(word.start, word.end, found[0])
        if reader.language in _NATIONS_HAVE_CAPITALS and text[word.start].islower():
            continue
        known = countries.tags(word.form)
        places = [concept for concept in concepts if concept[0] in PLACE_MARKS and concept not in _BODIES]
        # The names of countries are those of languages, and of many things; a turkey is one.
        rest = sum(concept[0] not in "L" for concept in concepts)
        if known:
            yield from (Named(word.start, word.end, place) for _, place in known if place[0] in PLACE_MARKS)
        elif len(places) == 1 and len(places) * 2 > rest and not text[word.start].islower():
            yield Named(word.start, word.end, places[0])


def _short_months(
    text: str, words: Sequence[WordMention], numbers: Sequence[NumberMention], reader: Reader
) -> Iterator[Named]:
    """Yield the short forms of months beside a day or a year: Sept. 14, 14 févr. 2021."""
    days = [number for number in numbers if number.value in _DAYS or number.value in _YEARS]
    if not days:
        return
    for word in words:
        month = reader.short_month(word.form)
        if month and not (reader.language in _MONTHS_HAVE_CAPITALS and text[word.start].islower()):
            gaps = (max(word.start - day.end, day.start - word.end) for day in days)
            if any(0 <= gap <= _SHORT_GAP for gap in gaps):
                yield Named(word.start, word.end + (text[word.end : word.end + 1] == "."), month)


def _initials(text: str, language: str) -> Iterator[Named]:
    """Yield the letters of a text that stand for a country; where all are capitals, 'US' may be a word."""
    if not text.isupper():
        for pattern, concept in _INITIALS.get(language, ()):
            yield from (Named(*match.span(), concept) for match in pattern.finditer(text))


def _concepts_of(word: WordMention, text: str, reader: Reader) -> Set[str]:
    """Return the concepts of a word; 'may' and 'march' are no months where these have capitals."""
    concepts = reader.words[word.form].concepts
    if reader.language in _MONTHS_HAVE_CAPITALS and text[word.start].islower():
        return {concept for concept in concepts if concept[0] not in DATE_MARKS}
    return concepts


def places(article: Article, indices: Sequence[int], start: int, end: int) -> tuple[Place, ...]:
    """Return the characters `start`..`end` of some paragraphs joined by line feeds, without white space at the ends."""
    found = []
    before = 0
    for index in indices:
        text = article.paragraphs[index].text
        first, last = max(start - before, 0), min(end - before, len(text))
        own = text[first:last] if first < last else ""
        if own.strip():
            found.append(Place(index, first + len(own) - len(own.lstrip()), last - len(own) + len(own.rstrip())))
        before += len(text) + 1
    return tuple(found)
