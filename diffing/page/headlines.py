"""The headline among the lines above a story.

    Home News World Sport Business                          hardly a word of the story
    Town that banned the car counts its winners and losers  the headline: no other line has more of the story in it
    By Sofia Brandl                                         too few words
    When the council of Hallenfeld voted in 2021 to ...     the story

A headline may play on words and share almost no word with the story. But a story has one headline, so the likeliest
line is chosen, however likely it is. Only two lines must share a little with the story: one that is capitalized like a
menu or a byline, and one beside a longer paragraph that may be the headline.
"""

from collections.abc import Sequence, Set

from diffing.page.lines import LONGEST_LINE, PageLine, Story

HEADLINE_AFFINITY = 0.2
"""Least affinity (0..1) of such a line. Of 90 headlines written for news articles, most of them plays on words, 7 have
less; of bylines and menus four in five.
"""


def headline(lines: Sequence[PageLine], body: Set[int], story: Story) -> int | None:
    """Return the index of a side's headline, or None if there is none.

    `body` are the side's linked paragraphs that tell the story. Short lines come first: a longer line without a full
    stop is as often a standfirst, which shares more with the story. The first paragraph of the body may itself be the
    headline, if both sides have it.
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
    return max(likely or longer, key=lambda index: (story.shared_weight(lines[index]), -index), default=None)
