"""Plant wrong facts in translations and count those that the ledger finds: `python -m tests.quality.translation_facts`

The articles are those of tests/diffing/translation/articles. First it prints what the ledger calls different in them as
they are, which is false; then how many facts of each kind are found of those planted, and with `--missed` which not.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Entry, Subject
from diffing.model import Comparison, Pair

ARTICLES = Path(__file__).parents[1] / "diffing" / "translation" / "articles"
FACTS = (Subject.NUMBER, Subject.DATE, Subject.NAME)
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
    """A text with a wrong fact, and where it is."""

    text: str
    start: int
    end: int


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
    return Planted(text[: match.start()] + new + text[match.end() :], match.start(), match.start() + len(new))


def entries(comparison: Comparison) -> Iterator[Entry]:
    """Yield the entries of facts of a comparison."""
    return (entry for entry in ledger(comparison).entries if entry.subject in FACTS)


def covers(entry: Entry, comparison: Comparison, side: int, planted: Planted) -> bool:
    """Return whether an entry is about the planted place."""
    article = [*comparison.articles][side]
    for place in [*entry.places][side]:
        start = article.paragraphs[place.paragraph].start + place.start
        if start < planted.end and planted.start < start + place.end - place.start:
            return True
    return False


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
    for place in places(kind, text, wanted["languages"][side], wanted["names"][side]):
        start = place[0].start()
        if text.count("\n\n", 0, start) in linked and not any(start in one for one in alone):
            for at in range(2):
                yield plant(kind, text, place, Random(f"{name} {side} {kind} {start} {at}"))


def main() -> None:
    """Plant, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=sorted(ARTICLES.iterdir()))
    parser.add_argument("--missed", action="store_true", help="show what is not found")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for name, texts, wanted in articles(options.folders):
        comparison = compare(*texts)
        for entry in entries(comparison):
            total["false"] += 1
            sides = zip(comparison.articles, entry.places, strict=True)
            words = [" ".join(place.words(article) for place in at) for article, at in sides]
            print("false", name, entry.subject, words)
        for kind in ("figure", "date", "word", "name", "spelling"):
            for side in (0, 1):
                for one in planted_in(kind, texts, wanted, side, name):
                    changed = compare(*(one.text if at == side else text for at, text in enumerate(texts)))
                    is_found = any(covers(entry, changed, side, one) for entry in entries(changed))
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
