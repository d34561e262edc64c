"""Groups without a paragraph that only names the same people.

    left 3    Mayor Lind asks for patience before her talks with Hanne Brodal in Vellmar. Her adviser expects nothing.
    right 3   VELLMAR - Mayor Lind scolded the bakers of the town on Sunday before her talks with Hanne Brodal.
    right 4   Lind asked for patience before the talks. Her adviser expects nothing.

    3-(3 4) becomes 3-4

A lede introduces people and places, and a retold paragraph does so no more. So a new lede has words of the left
paragraph that the true partner lacks, and by words alone both are partners. But the parts of a paragraph that was split
follow each other: the words of the first part stand before those of the second. Those of a new lede stand between the
others, few of them in the order of the lede. Where both ledes name the place that they come from, it is another one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from math import log

from diffing.alignment.candidates import Candidate
from diffing.alignment.options import Options
from diffing.alignment.scorer import Cells
from diffing.alignment.similarity import Features, Profile
from diffing.alignment.vocabulary import has_letters
from diffing.model import Pair
from diffing.text.sequences import share_in_order


def without_strangers(
    chosen: Sequence[Candidate], candidates: Iterable[Candidate], features: Features, options: Options
) -> list[Candidate]:
    """Return the chosen candidates, groups without a stranger: a member whose words are scattered among the others'.

    Such a group becomes the candidate without the stranger, if there is one. Its odds are at least even.
    """
    groups = [group for group in chosen if group.is_group]
    scattered = {group: rest for group in groups for rest in _rests(group, features, options)}
    if not scattered:
        return list(chosen)
    known = {one[:4]: one for one in candidates}
    found = []
    for candidate in chosen:
        rest = known.get(scattered[candidate]) if candidate in scattered else None
        found.append(rest._replace(odds=max(rest.odds, 0.0), bonus=0.0) if rest else candidate)
    return found


def _rests(group: Candidate, features: Features, options: Options) -> Iterator[Cells]:
    """Yield the paragraphs of a group without those before or behind one of its joints, where a stranger stands there.

    What is beyond the stranger, such as the headline above a lede, goes with it. A paragraph that opens with another
    place than the partner needs less evidence.
    """
    sides = features.profiles
    left, left_end, right, right_end = group[:4]
    many = left_end - left > 1
    members = sides.left[left:left_end] if many else sides.right[right:right_end]
    partner = sides.right[right] if many else sides.left[left]
    places = features.places.left[left:left_end] if many else features.places.right[right:right_end]
    place = features.places.right[right] if many else features.places.left[left]
    if not has_letters(partner.length, len(partner.sequence)):
        return  # the order of the characters says little
    shares = [share_in_order(member.sequence, partner.sequence) for member in members]
    for at in range(1, len(members)):
        for stranger, others, is_before in ((at - 1, shares[at:], True), (at, shares[:at], False)):
            stems = members[stranger].stems
            elsewhere = place and places[stranger] not in ("", place)
            fewer = min(options.few_in_order, options.fewer_in_order * max(others))
            few, parted = (
                (options.few_in_order_elsewhere, options.parted_elsewhere) if elsewhere else (fewer, options.parted)
            )
            if (
                len(members[stranger].sequence) > options.few_words
                and shares[stranger] < few
                and stems.rows[0][partner.at] >= options.stranger_shares * stems.weight
                and _parted(partner.sequence, members[:at], members[at:], _weights(sides)) < parted
            ):
                if many:
                    yield (left + at, left_end, right, right_end) if is_before else (left, left + at, right, right_end)
                else:
                    yield (left, left_end, right + at, right_end) if is_before else (left, left_end, right, right + at)


def _weights(sides: Pair[Sequence[Profile]]) -> Mapping[str, float]:
    """Return the weight of each stem: the fewer paragraphs of both sides have it, the more."""
    held = Counter(sign for side in sides for profile in side for sign in set(profile.sequence))
    count = sum(map(len, sides))
    return {sign: log(1 + count / number) for sign, number in held.items()}


def _parted(sequence: str, before: Sequence[Profile], behind: Sequence[Profile], weights: Mapping[str, float]) -> float:
    """Return how well one cut of a sequence parts the words of some texts from those of others, 0..1.

    Words of both do not count.
    """
    first, second = ({sign for text in texts for sign in text.sequence} for texts in (before, behind))
    both = first & second
    steps = [
        0.0 if sign in both else weights[sign] if sign in first else -weights[sign] if sign in second else 0.0
        for sign in sequence
    ]
    total = sum(map(abs, steps))
    last = -sum(step for step in steps if step < 0)
    return (last + max(accumulate(steps, initial=0.0))) / total if total else 1.0
