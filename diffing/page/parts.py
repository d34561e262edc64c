"""Parts of a page, as the format of a document names them: which paragraphs are the page's, and which the story's.

MENU      Home World Money                       the page's
OUTSIDE   Council closes two libraries           the page's, unless it tells the story
LINK      Read also: The ferry of Lund           the page's, unless it has much to do with the story
HEADING   What is next, in a page with an outside    the story's

Plain text says nothing: all its paragraphs are TEXT. And what a page says may be wrong, so the words have a say too.
"""

from collections.abc import Iterable, Sequence, Set
from typing import TYPE_CHECKING

from diffing.model import Article, Link, Pair, Role

if TYPE_CHECKING:
    from diffing.page.lines import PageLine
    from diffing.page.story import Story
    from diffing.text.reading import ReadText

# Parts of a page that never hold a part of the story.
_NEVER_STORY = frozenset((Role.MENU, Role.FOOTER, Role.COMMENT))
PAGE_ROLES = _NEVER_STORY | {Role.HEADER, Role.OUTSIDE}
"""The roles of what stands around the story."""
# What is the story's where the page tells inside from outside.
_STORY_ROLES = frozenset((Role.HEADING, Role.ITEM, Role.QUOTATION, Role.TABLE_ROW, Role.CAPTION))
# Affinity (0..1) with which a statement around the story tells it, such as a standfirst above the article.
_TELLING_AFFINITY = 0.35
# Similarity (0..1) with which a paragraph of the page and one of the story may be the same.
_PAIR_SIMILARITY = 1 / 2
# Affinity below which a link is one to another story.
_LINK_AFFINITY = 0.5


def parts_of(article: Article) -> "Parts":
    """Return the roles of the paragraphs of an article."""
    return Parts([paragraph.role for paragraph in article.paragraphs])


class Parts:
    """The roles of the paragraphs of one side."""

    def __init__(self, roles: Sequence[Role]) -> None:
        self.roles = roles
        self._has_outside = Role.OUTSIDE in roles
        self.has_page = self._has_outside or not PAGE_ROLES.isdisjoint(roles)

    def is_page(self, index: int, line: "PageLine", story: "Story") -> bool:
        """Return whether a paragraph without a counterpart is the page's by its role, and no words speak against it."""
        role = self.roles[index]
        if role in _NEVER_STORY:
            return True
        if role in PAGE_ROLES:
            return not line.is_statement or story.affinity(line) < _TELLING_AFFINITY
        if role is Role.LINK:
            return story.affinity(line) < _LINK_AFFINITY
        return False

    def are_page(self, indices: Sequence[int]) -> bool:
        """Return whether some paragraphs stand around the story."""
        return all(self.roles[index] in PAGE_ROLES for index in indices)

    def in_story(self, linked: Set[int]) -> frozenset[int]:
        """Return the paragraphs with a counterpart that may tell the story: two pages may share comments."""
        return frozenset(index for index in linked if self.roles[index] not in PAGE_ROLES)

    def is_story(self, index: int, inner: range) -> bool:
        """Return whether a paragraph is the story's by its role, however few words it shares with the story.

        In the `inner` of the story, between paragraphs that both sides have, it is enough that the page names some part
        of itself, such as its menu. A heading needs not even that there.
        """
        says = self._has_outside or (index in inner and (self.has_page or self.is_heading(index)))
        return says and self.roles[index] in _STORY_ROLES and not self._heads_links(index)

    def _heads_links(self, index: int) -> bool:
        """Return whether a heading stands above links to other stories."""
        behind = self.roles[index + 1] if index + 1 < len(self.roles) else Role.TEXT
        return self.roles[index] is Role.HEADING and (behind is Role.LINK or behind in PAGE_ROLES)

    def is_heading(self, index: int) -> bool:
        """Return whether a paragraph is a heading of the story."""
        return self.roles[index] is Role.HEADING

    def is_caption(self, index: int) -> bool:
        """Return whether a paragraph is the caption of a picture."""
        return self.roles[index] is Role.CAPTION

    def is_item(self, index: int) -> bool:
        """Return whether a paragraph is an item of a list."""
        return self.roles[index] is Role.ITEM

    def titles(self, indices: list[int]) -> list[int]:
        """Return the paragraphs of some lines that may be the headline by their roles; all where none is."""
        headings = [index for index in indices if self.is_heading(index)]
        return headings or [index for index in indices if self.roles[index] not in PAGE_ROLES] or indices


def page_ends(texts: "Pair[Sequence[ReadText]]", link: Link, parts: Pair[Parts]) -> Pair[tuple[int, ...]] | None:
    """Return the ends of a link that the page must have for itself, by their roles; None where it is as others.

    Two menus that differ are two menus. A menu and a paragraph of the story share words and nothing else.
    """
    ends = Pair(link.left, link.right)
    are_page = Pair(*(side.are_page(indices) for side, indices in zip(parts, ends, strict=True)))
    if not any(are_page) or (all(are_page) and _words(texts.left, link.left) == _words(texts.right, link.right)):
        return None
    if all(are_page):
        return ends
    if link.similarity >= _PAIR_SIMILARITY:
        return None
    return Pair(ends.left if are_page.left else (), ends.right if are_page.right else ())


def _words(texts: "Sequence[ReadText]", indices: Iterable[int]) -> list[str]:
    return [texts[index].text for index in indices]
