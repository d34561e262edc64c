"""Links that may join two lines of two pages and no story: two menus that share a word, two calls to subscribe.

Latest News              News Politics Money          a weak link between lines
Follow us for more       Follow our channel           a link between two notices
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from diffing.model import Link, Pair
from diffing.page.lines import PageLine
from diffing.page.parts import Parts, page_ends
from diffing.page.story import Story, is_short, known_phrases
from diffing.text.reading import ReadText

# Similarity (0..1) below which two linked lines may be two different ones. Two headlines of one story, or two forms of
# a byline, share a third and more.
LINE_SIMILARITY = 1 / 3
# The same for notices of the page, which use the same few words. A date line with a second time shares more. Credits
# for two works are two, however alike they are.
NOTICE_SIMILARITY = 1 / 2
# Paragraphs from an end of a page among which a linked notice is looked for. To read every link would take long.
OUTER = 6
# Words of such a notice.
LONGEST_LINKED_NOTICE = 40


def doubtful_links(
    texts: Pair[Sequence[ReadText]], links: Sequence[Link], read: Callable[[ReadText], PageLine], parts: Pair[Parts]
) -> Iterator[tuple[Link, Pair[tuple[int, ...]]]]:
    """Yield the links that may join two lines of two pages, and the ends that must be boilerplate for it.

    A notice of the page and a paragraph that is none may be linked for a few words too. Then only the notice must be.
    """
    story: Story | None = None
    has_page = parts.left.has_page or parts.right.has_page
    for link in links:
        is_weak = link.similarity < LINE_SIMILARITY
        is_outer = _is_outer(texts, link)
        if not (is_weak or is_outer or has_page):
            continue
        ends = texts.left[link.left[0]].text, texts.right[link.right[0]].text
        if on_pages := page_ends(texts, link, parts):
            yield link, on_pages
            continue
        if not (is_weak or is_outer) or (ends[0] == ends[1] and len(link.left) == len(link.right) == 1):
            continue
        indices = Pair(link.left, link.right)
        lines = Pair(*([read(side[at]) for at in held] for side, held in zip(texts, indices, strict=True)))
        flat = [*lines.left, *lines.right]
        if is_weak and all(map(is_short, flat)):
            yield link, indices
            continue
        shortest, longest = min(line.length for line in flat), max(line.length for line in flat)
        if not is_outer or (shortest if is_weak else longest) > LONGEST_LINKED_NOTICE:
            continue
        story = story or Story(texts.map(lambda side: list(map(read, side))), linked_of(links), known_phrases(texts))
        notices = Pair(all(map(story.is_notice, lines.left)), all(map(story.is_notice, lines.right)))
        if not any(notices):
            continue
        if all(is_notice or all(map(is_short, side)) for is_notice, side in zip(notices, lines, strict=True)):
            if link.similarity < NOTICE_SIMILARITY or all(map(story.is_credit, flat)):
                yield link, indices
        elif is_weak:
            yield link, Pair(link.left if notices.left else (), link.right if notices.right else ())


def _is_outer(texts: Pair[Sequence[ReadText]], link: Link) -> bool:
    """Return whether each end of a link stands at an end of its page."""
    left, right = link.left, link.right  # rising, and asked of every link of a book
    return (left[0] < OUTER or left[-1] >= len(texts.left) - OUTER) and (
        right[0] < OUTER or right[-1] >= len(texts.right) - OUTER
    )


def linked_of(links: Iterable[Link]) -> Pair[frozenset[int]]:
    """Return the paragraphs of each side that are in a link."""
    found = list(links)
    return Pair(
        frozenset(index for link in found for index in link.left),
        frozenset(index for link in found for index in link.right),
    )
