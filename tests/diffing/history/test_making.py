"""Versions and steps: what is one version, and that each step is made once, in the order asked for."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from diffing.comparison import compare, compare_read
from diffing.history import making
from diffing.history.making import HistoryMaker, history
from diffing.history.model import Origin, Step, Version
from diffing.history.versions import one_version_each
from diffing.ledger.build import ledger
from diffing.model import Comparison, Pair
from diffing.sources.plain import SourceText, article
from diffing.text.reading import ReadArticle
from tests.diffing.history.stories import STORY


def test_neighbours_with_equal_texts_are_one_version() -> None:
    told = [SourceText("a", "Rain.\n\nFog."), SourceText("b", "Rain.\n\n\nFog.\n"), SourceText("c", "Sun.")]
    assert [[origin.label for origin in version.origins] for version in one_version_each(told)] == [["a", "b"], ["c"]]


def test_a_text_that_comes_back_later_is_another_version() -> None:
    assert len(one_version_each(["Rain.", "Sun.", "Rain."])) == 3


def test_other_metadata_is_another_version() -> None:
    told = ["---\ndate: 2031-01-12\n---\nRain.", "---\ndate: 2031-01-13\n---\nRain."]
    assert len(one_version_each(told)) == 2


def test_versions_keep_what_is_known_of_them() -> None:
    origin = Origin("mill.txt", "2031-05-02T08:00:00+00:00", "Rike Thal", "a1b2c3")
    found = history([Version(article("Rain.", "mill.txt"), (origin,)), "Sun."])
    assert found.versions[0].origins == (origin,)


def test_each_step_is_made_once_whatever_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[str, str]] = []

    def counted(read: Pair[ReadArticle]) -> Comparison:
        made.append((read.left.article.source, read.right.article.source))
        return compare_read(read)

    monkeypatch.setattr(making, "compare_read", counted)
    maker = HistoryMaker(one_version_each(STORY))
    third = maker.step(2)
    assert made == [("version 3", "version 4")]
    found = maker.history()
    assert found.steps[2] is third
    assert maker.comparison(0, 4) is maker.between(0, 4).comparison
    names = [version.label for version in found.versions]
    assert sorted(made) == sorted([*pairwise(names), (names[0], names[-1])])


def test_a_history_made_in_another_order_is_the_same() -> None:
    maker = HistoryMaker(one_version_each(STORY))
    for number in (3, 1, 0, 2):
        maker.step(number)
    assert maker.history() == history(STORY)


# Each paragraph has words that an earlier version brings in another order or in another form, and one page line.
_REWRITTEN = (
    "Mill burns in Orvelt\n\nTwo barges sank off Orvelt. It burned.\n\nThe mayor spoke.\n\nSubscribe to our newsletter",
    "Mill burns in Orvelt\n\nThe mayor spoke of barges.\n\nThree barges sank off Orvelt.\n\nThe old mill burned down.",
    "Orvelt mill is gone\n\nThe barges sank.\n\nMayor Ada Renk did not speak.\n\nSubscribe to our newsletter",
    "Orvelt mill is gone\n\nThree barges sank off Orvelt.\n\nMayor Ada Renk spoke.\n\nThe old mill burned down.",
)


@pytest.mark.parametrize("told", [STORY, _REWRITTEN])
def test_what_is_kept_of_other_versions_changes_no_step(told: Sequence[str]) -> None:
    found = history(told)
    for step in found.steps:
        alone = compare(step.comparison.left, step.comparison.right)
        assert step == Step(alone, ledger(alone))
