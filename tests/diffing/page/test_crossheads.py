"""Short lines of a story: crossheads and headlines of few words are no lines of the page."""

import pytest

from tests.diffing.page.test_headlines import RETOLD, STORY, set_aside

CROSSHEADS = (
    "Six children among the dead",
    "Captain arrested",
    "Kapitän verhaftet",
    "Le maire démissionne",
    "船長を逮捕",
)


@pytest.mark.parametrize("crosshead", CROSSHEADS)
def test_a_short_line_of_a_text_without_signs_of_a_page_is_kept(crosshead: str) -> None:
    for at in range(len(STORY) + 1):
        told = [*STORY[:at], crosshead, *STORY[at:]]
        assert set_aside(told, list(RETOLD)) == ([], [])
        assert set_aside(list(RETOLD), told) == ([], [])


@pytest.mark.parametrize("crosshead", CROSSHEADS)
def test_a_crosshead_on_a_page_is_kept(crosshead: str) -> None:
    footer = "All rights reserved"
    assert set_aside([*STORY[:2], crosshead, STORY[2], footer], list(RETOLD)) == ([footer], [])
    # The signs of one text say nothing of the other one.
    assert set_aside([*STORY[:2], crosshead, STORY[2]], [*RETOLD, footer]) == ([], [footer])


def test_lines_of_the_page_between_paragraphs_are_found() -> None:
    block = ["Read also", "Eight soups for winter", "Share"]
    assert set_aside([*STORY[:2], *block, STORY[2]], list(RETOLD)) == (block, [])
    assert set_aside([*STORY[:2], "Advertisement", STORY[2]], list(RETOLD)) == (["Advertisement"], [])
    with_figure = ["Advertisement", "14 dead in fire"]
    assert set_aside([*STORY[:2], *with_figure, STORY[2]], list(RETOLD)) == (["Advertisement"], [])


@pytest.mark.parametrize("title", ["Disaster at sea", "Norway mourns", "Flaggen auf halbmast", "Hafen zu"])
def test_a_headline_of_few_words_is_kept_right_above_the_story_or_its_byline(title: str) -> None:
    byline, footer = "By Sofia Brandl", "All rights reserved"
    assert set_aside([title, *STORY, footer], list(RETOLD)) == ([footer], [])
    assert set_aside([title, byline, *STORY], list(RETOLD)) == ([byline], [])


@pytest.mark.parametrize("section", ["Europe", "World News", "Culture", "Hanna Lund"])
def test_the_name_of_a_section_is_no_headline(section: str) -> None:
    assert set_aside([section, *STORY, "All rights reserved"], list(RETOLD)) == ([section, "All rights reserved"], [])


def test_a_price_and_the_line_beside_it_are_the_page_s() -> None:
    wall = ["Subscribe now", "Nothing held back", "Four weeks for £1"]
    assert set_aside([*STORY[:2], *wall, STORY[2]], list(RETOLD)) == (wall, [])
    assert set_aside([*STORY[:2], wall[-1], STORY[2]], list(RETOLD)) == ([], [])


@pytest.mark.parametrize(
    "line", ["On Sunday Jo wrote:", "Am 3. Mai 2031 schrieb Jo Berg:", "Le 3 mai, Jo Berg a écrit :"]
)
def test_the_line_above_an_answered_mail_is_no_story(line: str) -> None:
    assert set_aside([*STORY, line], list(RETOLD)) == ([line], [])
    assert set_aside([*STORY[:2], line, STORY[2]], list(RETOLD)) == ([], [])
