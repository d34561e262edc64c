"""The headline among the lines above a story.

    Dalby now: rain over the old ferry quay                the weather, while another line may be the headline
    Home News World Sport Business                         hardly a word of the story
    Town that banned the car counts its winners and losers  the headline: no other line has more of the story in it
    By Sofia Brandl                                        a byline
    When the council of Hallenfeld voted in 2021 to ...    the story

A headline may play on words and share almost no word with the story. But a story has one headline, so the likeliest
line is chosen, however likely it is. Only two lines must share a little with the story: one that is capitalized like a
menu or a byline, and one beside a longer paragraph that may be the headline.
"""

from collections.abc import Sequence

from diffing.page.line_forms import LEAST_HEADLINE, LONGEST_LINE, heads_post
from diffing.page.lines import PageLine
from diffing.page.parts import Parts
from diffing.page.signs import is_stamp
from diffing.page.story import Body, Story, is_short

HEADLINE_AFFINITY = 0.2
"""Least affinity (0..1) of such a line. Of 90 headlines written for news articles, most of them plays on words, 7 have
less; of bylines and menus four in five.
"""

LEAST_WORDS = 2
"""Words of the shortest headline; a single word names a section."""


def headline(lines: Sequence[PageLine], body: Body, story: Story, parts: Parts) -> int | None:
    """Return the index of a side's headline, or None if there is none.

    `body` are the side's linked paragraphs that tell the story, `parts` the roles of its paragraphs: a heading of the
    document comes before other lines, and what stands around its article behind them. Short lines come first: a longer
    line without a full stop is as often a standfirst or a caption, which shares more with the story. If both sides have
    that longer line, it says nothing against a short one that they do not share. The first paragraph of the story may
    itself be the headline, if both sides have it. The heading of a post, '14:05 Ferries cancelled', is none.
    """
    opening = story.start(body, lines)
    if opening is None:
        return None
    able = [
        index
        for index in range(opening + 1)
        if parts.is_heading(index)
        or (lines[index].may_be_headline and not parts.is_caption(index) and not story.is_beside(lines[index]))
    ]
    able = [index for index in able if not story.says_weather(lines[index])] or able
    able = [index for index in able if not (heads_post(lines[index].text) and story.has_label(lines[index]))]
    able = parts.titles(able)
    longer = [index for index in able if lines[index].words > LONGEST_LINE]
    rivals = [index for index in longer if index not in body]

    def is_likely(index: int) -> bool:
        line = lines[index]
        least = HEADLINE_AFFINITY if rivals or line.is_capitalized else 0.0
        return line.words <= LONGEST_LINE and story.affinity(line) >= least

    likely = [index for index in able if is_likely(index)]
    found = max(likely or longer, key=lambda index: (story.shared_weight(lines[index]), -index), default=None)
    return _of_few_words(lines[:opening], story, parts) if found is None else found


def _of_few_words(above: Sequence[PageLine], story: Story, parts: Parts) -> int | None:
    """Return the line of a few words right above the story or its byline, or None: 'Disaster at sea'."""
    for index in reversed(parts.titles(list(range(len(above))))):
        line = above[index]
        if story.is_byline(line) or line.is_date_line or is_stamp(line.text):
            continue
        is_title = LEAST_WORDS <= line.words < LEAST_HEADLINE and is_short(line)
        # 'World News' and 'Hanna Lund' have no small word.
        is_title = is_title and any(word[0].islower() for word in line.text.split())
        return index if is_title and not story.points(line) and not story.is_beside(line) else None
    return None
