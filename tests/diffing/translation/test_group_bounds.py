"""Groups of paragraphs that are left out before they are weighed."""

from itertools import product
from pathlib import Path

import pytest

from diffing.model import Pair
from diffing.text.reading import ReadText
from diffing.translation.candidates import candidates_of
from diffing.translation.choose import chosen
from diffing.translation.contents import Reader
from diffing.translation.correspondences import correspondences
from diffing.translation.lone import lone_costs
from diffing.translation.options import Options
from diffing.translation.scorer import Scorer

_ARTICLES = Path(__file__).parent / "articles"
# Groups that are weighed: those of paragraphs far from each other are no better a test.
_NEAR = 3


def _scorers(name: str, merged: int | None = None) -> tuple[Scorer, Scorer]:
    """Return what weighs an article beside its translation, before there are links, and with them.

    One of its right paragraphs may be merged with the next.
    """
    languages = Pair(name.split("-")[1], "en")
    sides = Pair(
        *((_ARTICLES / name / f"{side}.txt").read_text(encoding="utf-8").split("\n\n") for side in ("left", "right"))
    )
    if merged is not None:
        sides.right[merged : merged + 2] = [" ".join(sides.right[merged : merged + 2])]
    readers = languages.map(Reader)
    contents = Pair(
        [readers.left.content(ReadText(text)) for text in sides.left],
        [readers.right.content(ReadText(text)) for text in sides.right],
    )
    options = Options()
    known, held = correspondences(contents, readers.map(lambda reader: reader.words), languages, options)
    signs = held.map(lambda side: list(map(frozenset, side)))
    first, second = (Scorer(contents, signs, known, options) for _ in range(2))
    links = chosen(candidates_of(second), options, second.support)
    second.expect_as_in(links)
    second.lone = lone_costs(contents, signs, known, links, options)
    return first, second


@pytest.mark.parametrize("name", ["water-es", "bank-ru"])
def test_no_group_weighs_more_than_its_bound(name: str) -> None:
    for scorer in _scorers(name):
        sizes = scorer.sizes
        count = 0
        for many, left, right in product((2, 3), range(sizes.left), range(sizes.right)):
            for cells in ((left, left + many, right, right + 1), (left, left + 1, right, right + many)):
                if abs(left - right) > _NEAR or cells[1] > sizes.left or cells[3] > sizes.right:
                    continue
                for is_open in (False, True) if many == 3 else (False,):
                    assert scorer.at_most(cells, is_open) >= scorer.odds(cells, is_open) - 1e-9, cells
                    count += 1
        assert count > 100


def test_a_long_text_has_no_group_that_weighs_less_than_one_of_its_pairs() -> None:
    for scorer in _scorers("water-es", merged=3):
        candidates = candidates_of(scorer, near=[range(scorer.sizes.right)] * scorer.sizes.left)
        pairs = {(one.left, one.right): one.worth for one in candidates if not one.is_group}
        groups = [one for one in candidates if one.is_group]
        assert (3, 5, 3, 4) in [one[:4] for one in groups]
        for one in groups:
            inside = product(range(one.left, one.left_end), range(one.right, one.right_end))
            assert one.worth > max([0.0, *[pairs[pair] for pair in inside if pair in pairs]])
