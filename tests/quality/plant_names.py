"""Names to plant for others: told apart as persons, places and organisations by the words beside them."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from diffing.model import Place
from tests.quality.plant_facts import MONTHS, WEEKDAYS
from tests.quality.plant_text import Edit, Idea, Site, compiled, once

Names = Mapping[str, Sequence[str]]
"""Names by what they are of: person, place, organisation."""

_PART = r"[A-Z][a-zà-ÿ]+(?:[A-Z][a-zà-ÿ]+)?"
_NAME = rf"{_PART}(?: (?:(?:van|von|de|der|da|al|bin|la) ){{0,2}}{_PART}){{0,2}}"
_SAYS = r"(?:said|says|told|added|explained|claims|claimed|insists|argues|believes|warned)"
_STOP = r"(?=[,.;:?!)]|['’]s\b| (?:and|or|to|in|on|at|for|is|was|has|had|where|which|who|with|by|from|after|that)\b|$)"
_CUES = {
    "person": (
        rf"\b{_SAYS} ({_NAME}){_STOP}",
        rf"(?<!from )({_NAME}) {_SAYS}\b",
        rf"\b(?:Mr|Mrs|Ms|Dr|Professor) ({_NAME})",
        rf"({_NAME}), (?:\d\d|who)\b",
    ),
    "place": (rf"\b(?:in|near|across|around) ({_NAME}){_STOP}",),
    "organisation": (
        rf"\b((?:{_PART} (?:of )?){{0,3}}(?:University|Bank|Institute|Council|Agency|Association|Company|Foundation|"
        rf"Party|Ministry)(?: of(?: [A-Z][a-z]+){{1,2}})?)\b",
        r"\b[Tt]he ([A-Z]{2,5})\b",
    ),
}
# Capitalised words that name nobody, besides those that the texts also have in small letters.
_NO_NAMES = frozenset({"I", "Mr", "Mrs", "Ms", "Dr", "God", "Internet", "English", "Chinese", "French", "Spanish"})
_NO_NAMES |= {"German", "British", "American", "European", "Olympic", "Christmas", "TV", "DNA", "HIV", "GDP"}
_NO_NAMES |= {*MONTHS, *WEEKDAYS}


@lru_cache(maxsize=512)
def names_of(article: tuple[str, ...], common: frozenset[str]) -> Names:
    """The names of an article that stand where only a person, a place or an organisation can.

    `common` are words that are also written small, and so no names: 'Humans, said the professor'.
    """
    text = "\n".join(article)
    found = {
        sort: {name for cue in cues for name in re.findall(cue, text) if _is_name(name, text, common)}
        for sort, cues in _CUES.items()
    }
    return {
        sort: sorted(name for name in names if not any(name in found[other] for other in found if other != sort))
        for sort, names in found.items()
    }


def _is_name(name: str, text: str, common: frozenset[str]) -> bool:
    parts = name.split()
    if not _NO_NAMES.isdisjoint(parts) or ((len(parts) == 1 or name.isupper()) and name.lower() in common):
        return False
    # 'Kenyans' are many, and may be told of in other words.
    if parts[0].lower() in common or parts[-1].endswith("ans"):
        return False
    # Initials that are written out somewhere are no name of their own.
    letters = r"(?: (?:of|and|for|the))* ".join(f"{letter}[a-z]+" for letter in name)
    return not (name.isupper() and compiled(rf"\b{letters}").search(text))


def whole(name: str) -> re.Pattern[str]:
    """A name by itself: not part of a longer one, as 'York' is of 'New York'."""
    return compiled(rf"(?<![\w-])(?<![A-Z][a-z] )(?<![a-z] of ){re.escape(name)}(?![\w-]| [A-Z]| (?:of|and|for) [A-Z])")


def _inside_longer(text: str, match: re.Match[str]) -> bool:
    before = re.search(r"([A-Z][\w.’'-]*) $", text[: match.start()])
    return before is not None and before[1] not in _NO_NAMES


def names(site: Site, chance: random.Random, elsewhere: Names) -> Iterator[Idea]:
    """A name that stands once in each side becomes another of its kind: one of the text, or one of another article."""
    for sort, known in names_of(site.article, site.common).items():
        for name in known:
            if not all(name in text for text in site.texts):
                continue
            own, other = once(site.own, whole(name)), once(site.other, whole(name))
            if not own or not other or any(_inside_longer(found[1].string, found[1]) for found in (own, other)):
                continue
            here = [one for one in known if not _akin(one, name) and not _has_part(site.texts, one)]
            articles = site.article + site.other_article
            there = [one for one in elsewhere[sort] if not _akin(one, name) and not _has_part(articles, one)]
            if here:
                yield Idea(f"{sort}, of the text", (Edit(own[0], chance.choice(here)),), (other[0],))
            if there:
                yield Idea(f"{sort}, another", (Edit(own[0], chance.choice(there)),), (other[0],))
                yield from _everywhere(site, sort, name, chance.choice(there))


def _everywhere(site: Site, sort: str, name: str, put: str) -> Iterator[Idea]:
    """Every mention replaced; of people the last name, which is what the text goes on with."""
    if sort == "person":
        name, put = name.split()[-1], put.split()[-1]
    mention = compiled(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    edits, there = (
        [Place(at, *match.span()) for at, text in enumerate(side) for match in mention.finditer(text)]
        for side in (site.article, site.other_article)
    )
    if len(edits) > 1 and len(there) > 1:
        yield Idea(f"{sort}, all mentions", tuple(Edit(place, put) for place in edits), tuple(there))


def _akin(one: str, other: str) -> bool:
    """Whether the two cannot stand for each other: a word or the initials in common, or only one of them initials."""
    if one.isupper() != other.isupper():
        return True
    initials = ["".join(part[0] for part in name.split()) for name in (one, other)]
    return not set(one.split()).isdisjoint(other.split()) or one in initials or other in initials


def _has_part(texts: tuple[str, ...], name: str) -> bool:
    return not _words(texts).isdisjoint(part for part in name.split() if part[0].isupper())


@lru_cache(maxsize=512)
def _words(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", "\n".join(texts)))
