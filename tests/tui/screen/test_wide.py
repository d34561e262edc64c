"""Characters of two cells in names, prompts, notices and lists: no line is wider than the window, and none is torn."""

import pytest

from diffing.model import Pair
from tests.conftest import MakeArticle, thorough
from tests.tui.running import running
from tui.text.wrapping import width

LEFT = [
    "澜川大桥今晨关闭",
    "市政府说，有3人受伤，“我们没有看到警告”，渔民何桂枝说，桥面昨夜就已经开裂，直到天亮才有人把路封上。",
    "渡口恢复通航👩\u200d🚒，船票免费，第一班船在六点开出，之后每隔半小时一班。",
    "学校停课一天，老师在家里给学生上课，家长可以打电话询问。",
]
RIGHT = [
    "澜川大桥今晨重新开放",
    "市政府说，有5人受伤，“我们看到了警告”，渔民何桂枝说，桥面昨夜就已经开裂，直到天亮才有人把路封上。",
    "学校停课一天，老师在家里给学生上课，家长可以打电话询问。",
    "渡口恢复通航👩\u200d🚒，船票免费，第一班船在七点开出，之后每隔半小时一班。",
]
KEYS = (
    ("n",),
    ("y",),
    ("i",),
    ("escape",),
    ("slash", *"何桂枝说"),
    ("enter",),
    ("s",),
    ("slash", *"半小时"),
    ("escape", "escape"),
    ("L",),
    ("slash", *"直到天亮"),
    ("escape", "escape"),
    ("F",),
    ("escape",),
    ("question_mark",),
)


@pytest.mark.parametrize("size", [(40, 20), pytest.param((80, 24), marks=thorough), (121, 40)], ids=str)
async def test_no_line_is_wider_than_the_window(make_article: MakeArticle, size: tuple[int, int]) -> None:
    pair = Pair(make_article(LEFT, "周一/澜川大桥关闭.txt"), make_article(RIGHT, "周二/澜川大桥开放👩\u200d🚒.txt"))
    async with running(pair, size) as run:
        for keys in KEYS:
            await run.press(*keys)
            for line in run.text().splitlines():
                assert width(line) <= size[0], (keys, line)


async def test_a_text_looked_for_is_seen_in_a_long_line_without_spaces(make_article: MakeArticle) -> None:
    pair = Pair(make_article(["今晨", *LEFT]), make_article(RIGHT, "b.txt"))
    long = "市长在会上说，" * 40 + "桥要拆，" + "大家都同意，" * 20
    pair = Pair(pair.left, make_article([*RIGHT, long], "b.txt"))
    async with running(pair, (80, 24)) as run:
        await run.press("s", "slash", *"桥要拆")
        # The list stands below the articles.
        shown = next(line for line in reversed(run.text().splitlines()) if "市长在会上说" in line)
        assert "… " in shown
        assert "桥要拆" in shown
