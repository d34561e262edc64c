"""Two different stories are told from two tellings of one."""

import pytest

from diffing.comparison import compare
from diffing.measures.relatedness import may_be_unrelated
from tests.conftest import MakePair
from tests.diffing.page.test_headlines import RETOLD, STORY

OTHER = [
    "A bearded vulture chick has hatched in our mountains, rangers told reporters on Sunday.",
    "Both parents were released years ago and failed to breed twice before.",
    "Visitors should not use drones near those cliffs.",
]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (list(STORY), OTHER, True),
        (OTHER, list(STORY), True),
        (list(STORY), list(RETOLD), False),
        # A short report of a long story.
        ([*STORY, *OTHER], list(RETOLD[:1]), False),
        # One sentence in quite other words is a pair, so somebody thought it was one.
        (["Workers protested loudly against closing mills."], ["A worker protests louder: closed mill!"], False),
        (list(STORY), [], False),
        ([], [], False),
        (["..."], ["!!!"], False),
    ],
)
def test_two_stories(make_pair: MakePair, left: list[str], right: list[str], expected: bool) -> None:
    assert may_be_unrelated(compare(*make_pair(left, right))) is expected
