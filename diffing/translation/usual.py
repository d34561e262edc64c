"""The usual evidence of links in two articles: how much corresponding texts share, and how far signs agree.

    nine of ten links share something: a weight of .07 for each letter, .03 signs, .9 of all; 4 of 5 quotations agree;
    a third have as many sentences on both sides: in one of these languages sentences are shorter

A pair is then judged by that. What a link shows does not count for itself: a wrong one would make itself usual.
"""

from collections.abc import Sequence
from operator import sub
from typing import NamedTuple

from diffing.translation.form import NO_FORM, Form
from diffing.translation.options import Options

# Where one of so many links shares nothing, that is usual.
_OFTEN = 4
# What is assumed besides, for few links prove little: weight of signs, and texts with a part of the form, that share as
# much as the options say; links that share nothing; and links with as many sentences on both sides.
_ASSUMED, _ASSUMED_FORMS, _ASSUMED_BARE, _ASSUMED_IN_STEP = 10.0, 3, 1, 3


class Shown(NamedTuple):
    """The evidence of a link: the weight its texts share, that of all signs of both, their mean length, form.

    `in_step` says whether both have as many sentences; `signs` counts those that both texts have.
    """

    shared: float
    weight: float
    length: float
    form: Form
    in_step: bool
    signs: int


class Usual(NamedTuple):
    """The usual evidence of links: the weight and the signs shared for each letter, 0 without links.

    `bare` is the least that it costs to share none. `trust` is the share of the evidence that counts, `form_trust`
    those of the parts of the form. Of what different numbers of sentences cost, the share `sentences` is evidence: that
    of the links that have as many on both sides.
    """

    trust: float
    form_trust: Sequence[float]
    per_letter: float = 0.0
    signs_per_letter: float = 0.0
    bare: float = 0.0
    sentences: float = 1.0


def assumed(options: Options) -> Usual:
    """Return what is assumed before there are links."""
    return Usual(options.trust, (options.trust,) * len(NO_FORM))


def usual_of(links: Sequence[Shown], options: Options) -> tuple[Usual, list[Usual]]:
    """Return what all links show, one at least, and for each link what the others show."""
    counts = [_counted(link) for link in links]
    total = [sum(column) for column in zip(*counts, strict=True)]
    return _usual(total, options), [_usual(list(map(sub, total, own)), options) for own in counts]


def _counted(link: Shown) -> list[float]:
    """Return what is summed over links; see _usual."""
    return [
        1.0,
        not link.shared,
        link.shared,
        link.weight,
        link.length,
        link.in_step,
        link.signs,
        *[part > 0 for part in link.form],
        *[part < 0 for part in link.form],
    ]


def _usual(total: Sequence[float], options: Options) -> Usual:
    """Return what links show by their sums; few prove little."""
    count, bare, shared, weight, length, in_step, signs, *forms = total
    parts = len(NO_FORM)
    return Usual(
        (2 * shared + _ASSUMED * options.trust) / (weight + _ASSUMED),
        [
            (2 * both + _ASSUMED_FORMS * options.trust) / (2 * both + one + _ASSUMED_FORMS)
            for both, one in zip(forms[:parts], forms[parts:], strict=True)
        ],
        shared / max(1.0, length),
        signs / max(1.0, length),
        options.bare * max(0.0, 1 - _OFTEN * (bare + _ASSUMED_BARE) / (count + _ASSUMED_BARE)),
        (in_step + _ASSUMED_IN_STEP) / (count + _ASSUMED_IN_STEP),
    )
