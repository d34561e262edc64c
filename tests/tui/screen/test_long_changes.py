"""In a list beside the articles, a change that is too long for its line takes two."""

import pytest

from diffing.model import Pair
from tests.conftest import MakeArticle
from tests.tui.running import Running, running
from tui.screen.widgets.entry_list import EntryList

BOTH = ["The council of Brenn met on Monday in the old school.", "Rain fell on the town all day."]
PASSAGES = {
    "en": "Divers from the coast searched the flooded mill below the weir for the missing baker until dawn broke.",
    "zh": "省财政厅当天紧急下拨救灾资金三千万元，首批帐篷和棉被预计十日中午前运抵灾区，并将优先分给老人和儿童。",
    "ar": "قال متحدث باسم وزارة الصحة إن فرق الإنقاذ واصلت البحث عن المفقودين طوال الليل قرب الجسر القديم.",
}
WIDE, NARROW = (160, 40), (120, 40)


def entries(run: Running) -> EntryList:
    return run.screen.query_one(EntryList)


def shown(run: Running) -> list[str]:
    """The lines of the list, without the bar of the one selected."""
    return [entries(run).render_line(y).text[1:].rstrip() for y in range(entries(run).size.height)]


@pytest.mark.parametrize("language", PASSAGES)
async def test_a_passage_goes_on_in_a_second_line(make_article: MakeArticle, language: str) -> None:
    passage = PASSAGES[language]
    pair = Pair(make_article(BOTH), make_article([BOTH[0], passage, BOTH[1]]))
    async with running(pair, WIDE) as run:
        await run.press("L")
        first, second = (line for line in shown(run) if line.strip())
        # The first line ends with the place of the change.
        words = first.partition("+ ")[2].rpartition("¶2")[0].strip()
        rest = second.strip().rstrip("…")
        assert passage.startswith(words)
        assert passage[len(words) :].lstrip().startswith(rest)
        assert len(words) + len(rest) > 0.55 * len(passage)


async def test_below_the_articles_a_change_has_one_line(make_article: MakeArticle) -> None:
    pair = Pair(make_article(BOTH), make_article([BOTH[0], PASSAGES["en"] * 3, BOTH[1]]))
    async with running(pair, NARROW) as run:
        await run.press("L")
        assert len([line for line in shown(run) if line.strip()]) == 1


async def test_old_and_new_words_stand_on_lines_of_their_own(make_article: MakeArticle) -> None:
    quotations = "“a long and patient search of every house”", "“a short but careful look at the cellars of the mill”"
    left, right = (f"{words}, said Mayor Anna Holt, was needed in Brenn on Monday." for words in quotations)
    async with running(Pair(make_article([*BOTH, left]), make_article([*BOTH, right])), WIDE) as run:
        await run.press("L")
        told = [line.strip() for line in shown(run)]
        first = next(at for at, line in enumerate(told) if "→" in line and line.split("→")[1].strip() == "¶3")
        assert told[first + 1].startswith("“")


async def test_keys_and_the_mouse_know_which_lines_are_one_change(make_article: MakeArticle) -> None:
    added = [PASSAGES["en"], BOTH[1], "The baker of the mill was found alive by a boy with a dog in a barn near Tarn."]
    pair = Pair(make_article(BOTH), make_article([BOTH[0], *added]))
    async with running(pair, WIDE) as run:
        await run.press("L")
        listed = entries(run)
        tops = [y for y, line in enumerate(shown(run)) if "¶" in line]
        assert len(tops) == 2
        assert tops[1] - tops[0] == 2
        await run.press("down")
        assert listed.selected == 1
        await run.pilot.click(EntryList, offset=(20, tops[0] + 1))
        await run.pilot.pause()
        assert listed.selected == 0
