"""The parts of a page: which of its pieces stand in the element that holds the story.

<main><article>the story, 600 words</article><article><a>a teaser</a></article></main><div>a notice</div>
     no role                                        OUTSIDE                                OUTSIDE

A page may have several <article>: the posts of a live blog, two stories, or cards with teasers. The words decide.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from diffing.model import Role
from diffing.sources.documents import Block
from diffing.sources.markup.html_rows import Piece
from diffing.sources.markup.html_walk import Container

# Characters of a piece that may be prose, at least, and the share of them that may be links.
_LEAST_PROSE = 40
_MOST_LINKED = 0.5
# Share of the page's prose that the elements with the story hold, at least, or they say nothing of it.
_LEAST_SHARE = 0.6
# Share of the longest article's prose that another one has, at least, if that one holds most of all articles.
_LEAST_ARTICLE = 0.1
# Share of a piece that is within links, at least, if the piece is a link.
_LEAST_LINK = 0.9
_LINKABLE = frozenset((Role.TEXT, Role.HEADING, Role.ITEM, Role.ASIDE))
_BESIDE = frozenset((Role.MENU, Role.HEADER, Role.FOOTER, Role.ASIDE, Role.COMMENT))


def blocks_of(found: Sequence[Piece], containers: Sequence[Container], is_page: bool) -> Iterator[Block]:
    """Yield the blocks of the pieces of a page, each with its role. A fragment has no outside."""
    if any(piece.is_title and piece.part is Role.COMMENT for piece in found):
        # A name such as 'comments' is that of the whole page.
        found = [piece._replace(part=Role.TEXT) if piece.part is Role.COMMENT else piece for piece in found]
    inside = _inside(found, containers) if is_page else [True] * len(containers)
    has_title = any(piece.is_title and _role(piece, inside[piece.container]) is Role.HEADING for piece in found)
    is_under_title = False
    for piece, behind in zip_longest(found, found[1:]):
        is_headline = piece.is_title and not has_title and not _is_linked(piece)
        # The header with the headline is that of the story: a standfirst and a byline stand in it.
        is_under_title = piece.part is Role.HEADER and (is_under_title or is_headline)
        role = _role(piece, inside[piece.container])
        if is_headline or is_under_title:
            role = Role.HEADING if is_headline else piece.form
        if role in _LINKABLE and not piece.is_title and piece.linked >= _LEAST_LINK * len(piece.text.strip()):
            # The heading of a post is often a link to the post.
            is_post = role is Role.HEADING and behind is not None and not _is_linked(behind)
            role = role if is_post else Role.LINK
        yield Block(piece.text, role, piece.marks)


def _role(piece: Piece, is_inside: bool) -> Role:
    if piece.part is not Role.TEXT:
        return piece.part
    return piece.form if is_inside else Role.OUTSIDE


def _is_linked(piece: Piece) -> bool:
    """Return whether a piece is a link and little more."""
    return piece.linked > _MOST_LINKED * len(piece.text.strip())


def _inside(found: Sequence[Piece], containers: Sequence[Container]) -> list[bool]:
    """Return of each container whether it stands in the story; of all of them where the page does not say it."""
    size = [0] * len(containers)
    linked = [0] * len(containers)
    prose = [0] * len(containers)
    for piece in found:
        if piece.part not in _BESIDE:
            size[piece.container] += len(piece.text)
            linked[piece.container] += piece.linked
            if len(piece.text) >= _LEAST_PROSE and not _is_linked(piece):
                prose[piece.container] += len(piece.text)
    for index in range(len(containers) - 1, 0, -1):
        for sums in (size, linked, prose):
            sums[containers[index].parent] += sums[index]
    least = _LEAST_SHARE * prose[0]
    articles = [index for index in _outermost(containers, "article") if linked[index] <= _MOST_LINKED * size[index]]
    longest = max((prose[index] for index in articles), default=0)
    if longest > _LEAST_SHARE * sum(prose[index] for index in articles):
        articles = [index for index in articles if prose[index] >= _LEAST_ARTICLE * longest]
    for held in (articles, _outermost(containers, "main"), _outermost(containers, "")):
        if prose[0] and held and sum(prose[index] for index in held) >= least:
            return _within(set(held), containers)
    return [True] * len(containers)


def _outermost(containers: Sequence[Container], tag: str) -> list[int]:
    """Return the containers of a name that stand in no other one of that name."""
    within = [False] * len(containers)
    found = []
    for index, container in enumerate(containers[1:], 1):
        within[index] = within[container.parent] or containers[container.parent].tag == tag != ""
        if container.tag == tag and not within[index]:
            found.append(index)
    return found


def _within(held: set[int], containers: Sequence[Container]) -> list[bool]:
    """Return of each container whether it is one of `held` or stands in one."""
    inside = [False] * len(containers)
    for index, container in enumerate(containers[1:], 1):
        inside[index] = index in held or inside[container.parent]
    return inside
