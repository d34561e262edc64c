"""Which line above a story is its headline.

    Home News World Sport Business                          hardly a word of the story
    Town that banned the car counts its winners and losers  the headline: no other line has more of the story in it
    By Sofia Brandl                                         too few words
    When the council of Hallenfeld voted in 2021 to ...     the story

A headline may play with words and have next to nothing of the story. But there is one above a story, so the likeliest
line is it, and not how likely it is by itself decides. Only a line that may as well be something else must have a
little of the story: one with capitals like a menu or a byline, or one beside a longer paragraph that may be it.
"""

from collections.abc import Sequence, Set

from diffing.page.lines import LONGEST_LINE, Line, Story

HEADLINE_AFFINITY = 0.2
"""Affinity (0..1) that is asked of such a line. Of 90 headlines written for news articles, most of them plays on
words, 7 have less; of bylines and menus four in five."""


def headline(lines: Sequence[Line], body: Set[int], story: Story) -> int | None:
    """The index of a side's headline, `body` being its linked paragraphs that tell the story; none if there is none.

    Short lines come first: a longer one without a full stop is as often a standfirst, which has more of the story. The
    first paragraph of the body may itself be the headline, both sides having it.
    """
    if not body:
        return None
    able = [index for index in range(min(body) + 1) if lines[index].may_be_headline]
    longer = [index for index in able if lines[index].length > LONGEST_LINE]

    def is_likely(index: int) -> bool:
        line = lines[index]
        least = HEADLINE_AFFINITY if longer or line.is_capitalized else 0.0
        return line.length <= LONGEST_LINE and story.affinity(line) >= least

    likely = [index for index in able if is_likely(index)]
    return max(likely or longer, key=lambda index: (story.told(lines[index]), -index), default=None)
