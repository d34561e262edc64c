"""What belongs to the page and not to the story, behind the story."""

from tests.diffing.page.test_headlines import RETOLD, STORY, set_aside

# A list of teasers of which the line breaks were lost.
JOINED = "Most read 1. Council closes two libraries for good 2. Our lions lose again 3. Quiz of the week"


def test_a_joined_list_of_teasers_right_above_furniture() -> None:
    footer = "Cookie settings"
    assert set_aside([*STORY, JOINED, footer], list(RETOLD)) == ([JOINED, footer], [])
    assert set_aside(list(RETOLD), [*STORY, JOINED, footer]) == ([], [JOINED, footer])


def test_a_long_paragraph_that_only_broke_off_is_kept() -> None:
    broken = "Ministers will come on Saturday with gifts for everybody who has had to leave a home behind and"
    assert set_aside([*STORY, broken], list(RETOLD)) == ([], [])
    assert set_aside([*STORY, broken, "Her train leaves at noon."], list(RETOLD)) == ([], [])
    told = "Two libraries will close for good, the lions will lose again and a quiz of the week will be held and."
    assert set_aside([*STORY, told, "Cookie settings"], list(RETOLD)) == (["Cookie settings"], [])


def test_a_joined_list_with_words_of_the_story_is_kept() -> None:
    told = "The mayor of Lindau, the council, the fishermen, the harbour, the ban, the black flags, the boats"
    assert set_aside([*STORY, told, "Cookie settings"], list(RETOLD)) == (["Cookie settings"], [])
