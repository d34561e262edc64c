"""Changes of quotations: their words, their marks, who says them."""

import random
import re
from collections.abc import Iterator

from diffing.model import Place
from tests.quality.plant_names import Names, names_of, whole
from tests.quality.plant_text import SAID, Edit, Idea, Site, Text, forms, tokens

_SPEECH = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")
# A shorter one may be a title or a word held at a distance.
_QUOTED_WORDS = 3
_CUT_WORDS = 3
_CONTENT = re.compile(r"(?<![\w’'-])[a-z]{5,}(?![\w’'-])")
_ENDINGS = ("ing", "ed", "ly", "ion", "s")
_SPEAKER_NEAR = 60


def quotations(site: Site, chance: random.Random, elsewhere: Names) -> Iterator[Idea]:
    """A quotation that both sides have in full: a word changed, its end cut, its marks dropped, another speaker."""
    sides = [
        [(text, match) for text in texts for match in _SPEECH.finditer(text.text)] for texts in (site.own, site.other)
    ]
    keys = [[forms(match[0]) for _, match in side] for side in sides]
    for (text, match), key in zip(sides[0], keys[0], strict=True):
        if len(key) < _QUOTED_WORDS or any(side.count(key) != 1 for side in keys):
            continue
        there_text, there_match = sides[1][keys[1].index(key)]
        there = (Place(there_text.paragraph, *there_match.span()),)
        here = Place(text.paragraph, *match.span())
        for variety, edits in _quotation_edits(site, here, match, chance):
            yield Idea(variety, edits, there, (here,))
        speaker = _speaker(text, match)
        if speaker and whole(speaker[0]).search(_around(there_text.text, there_match)):
            put = _another_person(site, speaker[0], elsewhere, chance)
            if put:
                edit = Edit(Place(text.paragraph, speaker[1], speaker[1] + len(speaker[0])), put)
                yield Idea("speaker", (edit,), there, (here,))


def _quotation_edits(
    site: Site, here: Place, match: re.Match[str], chance: random.Random
) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    paragraph, start, end = here
    inside = match[0][1:-1]
    words = list(_CONTENT.finditer(inside))
    if words:
        old = chance.choice(words)
        put = _another_word(site, old[0], inside, chance)
        if put:
            at = start + 1 + old.start()
            yield "word", (Edit(Place(paragraph, at, at + len(old[0])), put),)
    said = tokens(inside)
    if len(said) > 2 * _CUT_WORDS:
        cut = Place(paragraph, start + 1 + said[-_CUT_WORDS - 1].end, start + 1 + said[-1].end)
        yield "end cut", (Edit(cut, ""),)
    yield "marks dropped", (Edit(Place(paragraph, start, start + 1), ""), Edit(Place(paragraph, end - 1, end), ""))


def _another_word(site: Site, old: str, inside: str, chance: random.Random) -> str | None:
    """A word of the article with the same ending, so that the sentence mostly stays one, and another beginning."""

    def ending(word: str) -> str:
        return next((ending for ending in _ENDINGS if word.endswith(ending)), "")

    words = sorted(set(_CONTENT.findall("\n".join(site.article))))
    fit = [word for word in words if ending(word) == ending(old) and word[:3] != old[:3] and word not in inside]
    return chance.choice(fit) if fit else None


_SPEAKER = r"(?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2})"
_BEHIND = (re.compile(rf",? {SAID} {_SPEAKER}"), re.compile(rf",? {_SPEAKER} {SAID}\b"))
_BEFORE = re.compile(rf"(?:^|[.!?”] ){_SPEAKER} {SAID}(?: \w+)?[,:] $")


def _speaker(text: Text, match: re.Match[str]) -> tuple[str, int] | None:
    """The name of who says it, straight before or behind, and where it stands."""
    behind = (pattern.match(text.text, match.end()) for pattern in _BEHIND)
    found = next(filter(None, behind), None) or _BEFORE.search(text.text[: match.start()])
    if not found or not _is_person(found["name"]):
        return None
    return found["name"], found.start("name")


def _is_person(name: str) -> bool:
    return name not in {"He", "She", "It", "They", "We", "I", "One", "The", "But", "And", "This", "That", "Police"}


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - _SPEAKER_NEAR) : match.start()] + " | " + text[match.end() :][:_SPEAKER_NEAR]


def _another_person(site: Site, name: str, elsewhere: Names, chance: random.Random) -> str | None:
    of_text = [
        one for one in names_of(site.article, site.common)["person"] if set(one.split()).isdisjoint(name.split())
    ]
    people = of_text or [one for one in elsewhere["person"] if set(one.split()).isdisjoint(name.split())]
    return chance.choice(people) if people else None
