"""Lists, tables and verse are story, however little their lines have to do with it."""

from diffing.page.lines import PageLine
from diffing.page.lists import Listed
from diffing.text.reading import ReadText


def found(*texts: str, linked: tuple[int, ...] = ()) -> list[int]:
    lines = [PageLine(ReadText(text)) for text in texts]
    listed = Listed(lines, set(linked), lambda line: line.text in ("Most read", "Share"))
    return [index for index in range(len(lines)) if index in listed]


LONG = "She baked for thirty years in the old mill by the river and never wrote down how much of anything she took"


def test_a_line_with_a_colon_opens_a_list() -> None:
    assert found(f"{LONG}:", "two eggs", "a spoon of rum", LONG) == [1, 2]
    assert found("You need:", "two eggs", LONG, linked=(0,)) == []
    assert found("More news:", "Dairy heats bath", LONG) == []


def test_lines_with_figures_are_a_table() -> None:
    assert found(LONG, "Karlsund 41", "Lindvik 38", "Velk 35", LONG) == [1, 2, 3]
    assert found(LONG, "Karlsund 41", "Lindvik 38", LONG) == []
    assert found(LONG, "Most read", "1. Dairy heats bath", "2. Mayor to go", "3. Five soups", LONG) == []


def test_lines_with_commas_are_verse() -> None:
    assert found(LONG, "Leave me the stove,", "the kettle at six", "and all its tricks.", LONG) == [1, 2, 3]
    assert found(LONG, "Dairy heats bath", "Mayor to go", "Five soups", LONG) == []
