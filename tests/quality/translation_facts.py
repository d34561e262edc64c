"""Plant wrong facts in translations and count those that the ledger finds: `python -m tests.quality.translation_facts`

The articles are those of tests/diffing/translation/articles. First it prints what the ledger calls different in them as
they are, which is false; then how many facts of each kind are found of those planted, and with `--missed` which not. A
fact is found if an entry has the planted one, and beside it, if anything, what the other text has there.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Entry, Subject
from diffing.ledger.translated.facts import DATE_MARKS, facts_of
from diffing.ledger.translated.sameness import clock_of
from diffing.model import Article, Comparison, Pair, Place
from diffing.translation.contents import Reader
from tests.quality.translation_sayings import cuts, denials

ARTICLES = Path(__file__).parents[1] / "diffing" / "translation" / "articles"
_FACTS = ("figure", "date", "word", "name", "spelling")
_SAYINGS = {"negation": (Subject.NEGATION,), "quotation": (Subject.QUOTATION, Subject.CONTENT)}
OTHER_NAMES = ("Herrera", "Whitford", "Kowalski", "Bernardi", "Thornton", "Vasquez", "Lindgren")
# Words in whose place another one of the same list is planted.
_DAYS = {
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
}
_MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
_NUMBERS = {
    "de": "drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "en": "three four five six seven eight nine ten eleven twelve",
    "es": "tres cuatro cinco seis siete ocho nueve diez once doce",
    "fr": "trois quatre cinq sept huit neuf dix onze douze",
}
_FIGURE = re.compile(r"(?<![\w.,:])(?!(?:19|20)\d\d(?!\d))\d[\d,.]*(?<=\d)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Planted(NamedTuple):
    """A text with a wrong fact, and where it is; `true` are the characters of the right text in its place."""

    text: str
    start: int
    end: int
    true: tuple[int, int]


def another(words: str, found: str, random: Random) -> str:
    """Return another word of a list than the one found, with a capital like it."""
    choice = random.choice([word for word in words.split() if word.lower() != found.lower()])
    return choice.capitalize() if found[0].isupper() else choice


def misspelt(name: str, random: Random) -> str:
    """Return a name with one inner letter changed: a vowel into a vowel, a consonant into a consonant."""
    at = random.randrange(1, len(name) - 1)
    letters = "aeiou" if name[at] in "aeiouáéíóúã" else "bdfglmnprstv"
    return name[:at] + random.choice([letter for letter in letters if letter != name[at]]) + name[at + 1 :]


def other_digit(figure: str, random: Random) -> str:
    """Return a figure with another digit in one place."""
    at = random.choice([at for at, character in enumerate(figure) if character.isdigit()])
    return figure[:at] + random.choice([digit for digit in "23456789" if digit != figure[at]]) + figure[at + 1 :]


def places(kind: str, text: str, language: str, names: list[str]) -> list[tuple[re.Match[str], str]]:
    """Return the places where a fact of a kind can be planted, each with the list of words that it is taken from."""

    def of_words(words: str) -> list[tuple[re.Match[str], str]]:
        pattern = re.compile(rf"(?<!-)\b(?:{'|'.join(words.split())})\b", re.IGNORECASE if kind == "word" else 0)
        return [(match, words) for match in pattern.finditer(text)] if words else []

    if kind == "figure":
        return [(match, "") for match in _FIGURE.finditer(text)]
    if kind == "date":
        years = [(match, "") for match in _YEAR.finditer(text)]
        return [*years, *of_words(_DAYS.get(language, "")), *of_words(_MONTHS.get(language, ""))]
    if kind == "word":
        return of_words(_NUMBERS.get(language, ""))
    return of_words(" ".join(names))


def sayings(kind: str, text: str, language: str) -> list[Planted]:
    """Return a text with each of its negations, or of its quotations, changed."""
    changes = denials(text, language) if kind == "negation" else cuts(text)
    return [
        Planted(
            text[: one.start] + one.new + text[one.end :], one.start, one.start + len(one.new), (one.start, one.end)
        )
        for one in changes
    ]


def plant(kind: str, text: str, place: tuple[re.Match[str], str], random: Random) -> Planted:
    """Return a text with a wrong fact in a place."""
    match, words = place
    if kind == "name":
        new = random.choice(OTHER_NAMES)
    elif kind == "spelling":
        new = misspelt(match[0], random)
    elif words:
        new = another(words, match[0], random)
    else:
        new = match[0][:-1] + random.choice([digit for digit in "0123456789" if digit != match[0][-1]])
        new = new if kind == "date" else other_digit(match[0], random)
    return Planted(
        text[: match.start()] + new + text[match.end() :], match.start(), match.start() + len(new), match.span()
    )


def entries(comparison: Comparison) -> Iterator[Entry]:
    """Yield the entries of a comparison, but for those of what one side has alone."""
    return (entry for entry in ledger(comparison).entries if entry.subject is not Subject.CONTENT)


def covers(article: Article, places: tuple[Place, ...], start: int, end: int) -> bool:
    """Return whether one of some places has a character of a stretch of the file."""
    starts = [article.paragraphs[place.paragraph].start + place.start for place in places]
    return any(at < end and start < at + place.end - place.start for at, place in zip(starts, places, strict=True))


class Truth:
    """The right texts of two languages, and how they write one fact."""

    def __init__(self, texts: Pair[str], wanted: Any) -> None:
        self._texts = texts
        self._readers = Pair(*(Reader(language) for language in wanted["languages"]))
        written = wanted.get("written", {})
        self._written = {**written, **{there: here for here, there in written.items()}}

    def is_found(self, found: Sequence[Entry], changed: Comparison, side: int, planted: Planted) -> bool:
        """Return whether an entry has the planted place, and beside it, if anything, what the other text has there."""
        article, other = [*changed.articles][side], [*changed.articles][1 - side]
        for entry in found:
            places, beside = [*entry.places][side], [*entry.places][1 - side]
            if covers(article, places, planted.start, planted.end):
                says = [self._says(other, place, side, planted.true) for place in beside]
                if any(says) or not beside:
                    return True
        return False

    def _says(self, other: Article, place: Place, side: int, true: tuple[int, int]) -> bool:
        """Return whether a place of the other text has what the right text has in its own."""
        text = [*self._texts][side]
        word = text[slice(*true)]
        if word in self._written or not (own := self._values(text, *true, side)):
            return self._written.get(word, word) in place.words(other)
        return bool(own & self._values(other.paragraphs[place.paragraph].text, place.start, place.end, 1 - side))

    def _values(self, text: str, start: int, end: int, side: int) -> set[object]:
        """Return the numbers, months and weekdays in some characters of a text, by value; 7:30 is 7.30 for a clock."""
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        facts = facts_of(text[first : last if last >= 0 else len(text)], [*self._readers][side])
        values = [
            (one.start, one.end, Fraction(str(one.value).replace(":", ".")) if clock_of(one.value) else one.value)
            for one in facts.numbers
        ]
        values += [(one.start, one.end, one.concept) for one in facts.named if one.concept[0] in DATE_MARKS]
        return {value for at, to, value in values if at + first < end and start < to + first}


def articles(folders: list[Path]) -> Iterator[tuple[str, Pair[str], Any]]:
    """Yield the name, the texts and the expected results of each article."""
    for folder in folders:
        texts = Pair(*((folder / f"{side}.txt").read_text(encoding="utf-8") for side in ("left", "right")))
        yield folder.name, texts, json.loads((folder / "expected.json").read_text(encoding="utf-8"))


def planted_in(kind: str, texts: Pair[str], wanted: Any, side: int, name: str) -> Iterator[Planted]:
    """Yield texts of one side with one wrong fact each, in what has a counterpart, twice for each place."""
    linked = {index for link in wanted["links"] for index in link[side]}
    text = [*texts][side]
    alone = [range(text.index(one), text.index(one) + len(one)) for one in wanted[("only_left", "only_right")[side]]]

    def has_counterpart(start: int) -> bool:
        return text.count("\n\n", 0, start) in linked and not any(start in one for one in alone)

    language = wanted["languages"][side]
    if kind in _SAYINGS:
        yield from (one for one in sayings(kind, text, language) if has_counterpart(one.start))
        return
    for place in places(kind, text, language, wanted["names"][side]):
        start = place[0].start()
        if has_counterpart(start):
            for at in range(2):
                yield plant(kind, text, place, Random(f"{name} {side} {kind} {start} {at}"))


def is_saying_found(
    kind: str, changed: Comparison, before: Comparison, wanted: Any, side: int, planted: Planted
) -> bool:
    """Return whether the ledger has an entry about a planted negation or a cut quotation that it had not before.

    One that was taken out stands on the other side only, and so does a sentence that was cut.
    """
    here = planted.text.count("\n\n", 0, planted.start)
    there = {index for link in wanted["links"] if here in link[side] for index in link[1 - side]}
    for entry in set(ledger(changed).entries) - set(ledger(before).entries):
        own, other = [*entry.places][side], [*entry.places][1 - side]
        if entry.subject in _SAYINGS[kind] and (
            any(place.paragraph == here for place in own) or (not own and any(at.paragraph in there for at in other))
        ):
            return True
    return False


def main() -> None:
    """Plant, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=sorted(ARTICLES.iterdir()))
    parser.add_argument("--missed", action="store_true", help="show what is not found")
    parser.add_argument("--kinds", nargs="+", default=[*_FACTS, *_SAYINGS], help="what is planted")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for name, texts, wanted in articles(options.folders):
        comparison = compare(*texts)
        truth = Truth(texts, wanted)
        for entry in entries(comparison):
            total["false"] += 1
            sides = zip(comparison.articles, entry.places, strict=True)
            words = [" ".join(place.words(article) for place in at) for article, at in sides]
            print("false", name, entry.subject, words)
        for kind in options.kinds:
            for side in (0, 1):
                for one in planted_in(kind, texts, wanted, side, name):
                    changed = compare(*(one.text if at == side else text for at, text in enumerate(texts)))
                    if kind in _SAYINGS:
                        is_found = is_saying_found(kind, changed, comparison, wanted, side, one)
                    else:
                        is_found = truth.is_found([*entries(changed)], changed, side, one)
                    for key in (kind, f"{kind} {name}"):
                        total[key] += 1
                        found[key] += is_found
                    if options.missed and not is_found:
                        print(kind, name, repr(one.text[max(0, one.start - 40) : one.end + 30]))
    print(total["false"], "false")
    for key in sorted(total.keys() - {"false"}):
        print(f"{key:24} {found[key]:4} of {total[key]:4}  {found[key] / total[key]:.3f}")


if __name__ == "__main__":
    main()
