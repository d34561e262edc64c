"""Make stories in many versions whose facts are known: chains of random edits.

    version 1    Rescuers counted 12 boats ...     “We heard it coming,” said Ilva Storr, ...
    version 2    Rescuers counted 15 boats ...     (cut)
    version 3    Rescuers tallied 15 boats ...     “We heard it coming,” said Ilva Storr, ...

    boats 12, 15, 15       quotation: there, away, there       Ilva Storr: there, away, there

An edit gives a fact another value, takes a paragraph out or puts it back, moves one, splits or merges some, says the
same in other words, or takes the last version back. Everything in a paragraph that is a fact is planted: a lane of
another fact is wrong.
"""

import random
import re
from collections.abc import Callable
from typing import NamedTuple

from diffing.history.model import Fact, History, Lane, State
from diffing.text.words import word_forms

# Paragraphs with their facts in braces: n number, p name, q quotation, s status, d day of the week. A bar parts words
# that say the same; some paragraphs have a second form, with the same facts in the same order.
_TEMPLATES = (
    "Rescuers [counted|tallied] {n} boats in the harbour after the storm, and the crews slept in a school."
    " || In the harbour lay {n} boats once the storm had passed, rescuers found; a school housed their crews.",
    "{p}, who runs the ferry company, [spoke|talked] to reporters in front of the old customs house.",
    "“{q},” said {p}, a teacher at the village school.",
    "The bridge over the river was {s:open/closed} to lorries while engineers [looked at|examined] the piers.",
    "Around the mill, {n} houses lost power and farmers [brought|fetched] generators from the hills."
    " || Power failed in {n} houses near the mill, to which farmers from the hills carried generators.",
    "The council spent {n} euros on sandbags for the lower streets and [thanked|praised] the farmers.",
    "Trains on the coast line were [late|delayed] by {n} minutes because trees lay on the track."
    " || Because of trees on the track, coast line trains were {n} minutes late.",
    "Volunteers from {n} villages [cooked|made] soup for the families in the sports hall.",
    "The harbour master was {s:arrested/released} after a search of his office, which [lasted|took] most of the night.",
    "{p} wrote the report on the sea wall, which engineers had [called|considered] too low for years."
    " || For years engineers had found the sea wall too low: {p} wrote their report.",
    "“{q},” said {p}, who has fished there since childhood.",
    "Workers pumped {n} tonnes of water from the cellar of the museum and [saved|rescued] most of the paintings.",
    "The wind tore the roof off the chapel on {d}, and [parts|pieces] of it lay in the churchyard."
    " || On {d} the chapel lost its roof to the wind, which left pieces of it in the churchyard.",
    "A crane fell on {n} cars beside the fish market, where nobody was [working|at work] at that hour.",
    "Insurers {s:accepted/rejected} the first claims of the hotel owners, [several|some] of whom had no flood cover.",
    "{p} of the rowing club said that the old boathouse, a [wooden|timber] building, was gone for good.",
)
_FIRST = ("Ilva", "Jonas", "Petra", "Owen", "Marta", "Edda", "Kasper", "Lene", "Rufus", "Agnes", "Bertil", "Clara")
_LAST = (
    "Storr",
    "Quillfeld",
    "Brask",
    "Hallam",
    "Venn",
    "Tarnow",
    "Osk",
    "Lindgaard",
    "Pell",
    "Farrow",
    "Krone",
    "Abell",
)
_QUOTED = (
    "We heard it coming",
    "The sea wall broke like glass",
    "It will take years to rebuild this",
    "We lost the whole catch",
    "The water stood up to my knees",
    "I have never seen waves like that",
    "We waited on the roof for hours",
    "The sirens came far too late",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_KINDS = {"n": Fact.NUMBER, "p": Fact.NAME, "q": Fact.QUOTATION, "s": Fact.STATUS, "d": Fact.DATE}
_SLOT = re.compile(r"\{([npqsd])(?::(\w+)/(\w+))?\}")
_CHOICE = re.compile(r"\[([^|\]]+)\|([^|\]]+)\]")
# Paragraphs of the first version, of the templates.
_AT_FIRST = 12


class PlantedLane(NamedTuple):
    """A fact and what it is in each version: its words, None where it does not stand."""

    fact: Fact
    words: tuple[str | None, ...]


class PlantedStory(NamedTuple):
    """The texts of the versions, and the facts that change."""

    versions: tuple[str, ...]
    lanes: tuple[PlantedLane, ...]


class _State(NamedTuple):
    """A version: its paragraphs, each of one or more templates; the values of all facts; the words chosen."""

    order: tuple[tuple[int, ...], ...]
    split: frozenset[int]
    values: tuple[tuple[str, ...], ...]
    chosen: tuple[int, ...]


def planted_story(versions: int, seed: int) -> PlantedStory:
    """Return a story of so many versions; the same for the same seed."""
    generator = random.Random(seed)
    states = [_first(generator)]
    while len(states) < versions:
        state = states[-1]
        for _ in range(generator.choice((1, 1, 2, 3))):
            state = generator.choice(_EDITS)(state, states, generator)
        if _text(state) != _text(states[-1]):
            states.append(state)
    return PlantedStory(tuple(map(_text, states)), tuple(_lanes(states)))


def _slots(template: int) -> list[re.Match[str]]:
    return list(_SLOT.finditer(_forms(template)[0]))


def _forms(template: int) -> list[str]:
    """Return the one or two forms of a paragraph."""
    return _TEMPLATES[template].split(" || ")


def _first(generator: random.Random) -> _State:
    names = [f"{first} {last}" for first, last in zip(_FIRST, generator.sample(_LAST, len(_LAST)), strict=True)]
    quoted = generator.sample(_QUOTED, len(_QUOTED))
    values = []
    for template in range(len(_TEMPLATES)):
        own = []
        for slot in _slots(template):
            own.append(
                names.pop() if slot[1] == "p" else quoted.pop() if slot[1] == "q" else _value(slot, "", generator)
            )
        values.append(tuple(own))
    order = generator.sample(range(len(_TEMPLATES)), _AT_FIRST)
    return _State(tuple((each,) for each in order), frozenset(), tuple(values), (0,) * len(_TEMPLATES))


def _value(slot: re.Match[str], before: str, generator: random.Random) -> str:
    """Return a value of a fact that is another one than before."""
    while True:
        match slot[1]:
            case "n":
                found = str(generator.randrange(21, 989))
            case "s":
                found = generator.choice((slot[2], slot[3]))
            case "d":
                found = generator.choice(_DAYS)
            case "q":
                words = before.split()
                at = generator.randrange(1, len(words))
                found = " ".join([*words[:at], generator.choice(("simply", "then", "just")), *words[at:]])
            case _:
                found = f"{generator.choice(_FIRST)} {generator.choice(_LAST)}x"
        if found != before:
            return found


def _changed(state: _State, _: list[_State], generator: random.Random) -> _State:
    standing = [template for paragraph in state.order for template in paragraph]
    template = generator.choice(standing)
    slots = _slots(template)
    at = generator.randrange(len(slots))
    own = list(state.values[template])
    own[at] = _value(slots[at], own[at], generator)
    values = list(state.values)
    values[template] = tuple(own)
    return state._replace(values=tuple(values))


def _reworded(state: _State, _: list[_State], generator: random.Random) -> _State:
    chosen = list(state.chosen)
    chosen[generator.randrange(len(chosen))] ^= 1
    return state._replace(chosen=tuple(chosen))


def _cut(state: _State, _: list[_State], generator: random.Random) -> _State:
    at = generator.randrange(len(state.order))
    return state._replace(order=state.order[:at] + state.order[at + 1 :]) if len(state.order) > 6 else state


def _put_back(state: _State, _: list[_State], generator: random.Random) -> _State:
    standing = {template for paragraph in state.order for template in paragraph}
    away = [template for template in range(len(_TEMPLATES)) if template not in standing]
    at = generator.randrange(len(state.order) + 1)
    return state._replace(order=(*state.order[:at], (generator.choice(away),), *state.order[at:])) if away else state


def _moved(state: _State, _: list[_State], generator: random.Random) -> _State:
    order = list(state.order)
    order.insert(generator.randrange(len(order)), order.pop(generator.randrange(len(order))))
    return state._replace(order=tuple(order))


def _merged(state: _State, _: list[_State], generator: random.Random) -> _State:
    at = generator.randrange(len(state.order) - 1)
    return state._replace(order=(*state.order[:at], state.order[at] + state.order[at + 1], *state.order[at + 2 :]))


def _parted(state: _State, _: list[_State], generator: random.Random) -> _State:
    long = [at for at, paragraph in enumerate(state.order) if len(paragraph) > 1]
    if not long:
        return state
    at = generator.choice(long)
    return state._replace(order=(*state.order[:at], state.order[at][:1], state.order[at][1:], *state.order[at + 1 :]))


def _taken_back(state: _State, states: list[_State], _: random.Random) -> _State:
    return states[-2] if len(states) > 1 and state == states[-1] else state


_EDITS: tuple[Callable[[_State, list[_State], random.Random], _State], ...] = (
    *(_changed,) * 4,
    *(_reworded,) * 2,
    _cut,
    _put_back,
    _moved,
    _merged,
    _parted,
    _taken_back,
)


def _text(state: _State) -> str:
    return "\n\n".join(" ".join(_written(state, template) for template in paragraph) for paragraph in state.order)


def _written(state: _State, template: int) -> str:
    values = iter(state.values[template])
    forms = _forms(template)
    text = _SLOT.sub(lambda _: next(values), forms[state.chosen[template] % len(forms)])
    return _CHOICE.sub(lambda found: found[1 + state.chosen[template]], text)


def _lanes(states: list[_State]) -> list[PlantedLane]:
    """Return the facts that are not the same in all versions."""
    found = []
    for template in range(len(_TEMPLATES)):
        for at, slot in enumerate(_slots(template)):
            words = tuple(
                state.values[template][at] if any(template in paragraph for paragraph in state.order) else None
                for state in states
            )
            # A word that turns a statement is looked for only where both versions have the statement. A quotation also
            # changes with its speaker, whose name follows it.
            told: list[object] = [one for one in words if one is not None or slot[1] != "s"]
            if slot[1] == "q":
                told = [one and state.values[template] for state, one in zip(states, words, strict=True)]
            if len({*told}) > 1:
                found.append(PlantedLane(_KINDS[slot[1]], words))
    return found


def said(lane: Lane, history: History) -> tuple[str | None, ...]:
    """Return what a lane of newsdiff says in each version, as a planted lane does."""
    stands = {stand.version: stand for stand in lane.stands}
    return tuple(
        " / ".join(" ".join(word_forms(words)) for words in stands[version].words)
        if lane.state(version) is State.STANDS
        else None if lane.state(version) is State.ABSENT else "?"
        for version in range(len(history.versions))
    )  # fmt: skip


def planted(lane: PlantedLane) -> tuple[Fact, tuple[str | None, ...]]:
    """Return a planted lane in the form of `said`: numbers without the unit that newsdiff may include."""
    return lane.fact, tuple(words if words is None else " ".join(word_forms(words)) for words in lane.words)
