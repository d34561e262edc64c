"""The articles side by side: a row for each pair of paragraphs, level, in reading order.

    1 Two dead after ferry hits pier        1 Three dead after ferry hits pier
    4 paragraphs unchanged, ¶3-6 · Economy  folded, with the heading that what follows stands below
    ↕ moved up from left ¶9                 9 ...                                 3 ...

What is unchanged over several rows folds, and so does what belongs to the page. A block that moved is linked with the
place where it was.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from markupsafe import Markup

from diffing.measures.moved_blocks import MovedBlock, moved_blocks
from diffing.model import Article, Comparison, Kind, Op, Pair, Role, Row

from ...present.cells import Cell, left_cell, right_cell
from ...present.heads import Head, head
from ...present.labels import MOVED_SIGN, PINNED_SIGN, is_uncertain, numbers
from ...present.lanes import cut
from ...present.sentence_pairs import sentence_pairs
from ...present.tracked import makers
from ...text.words import ALONE_BY_HAND, BY_HAND, how_many, page_lines
from .marks import Changes
from .reader import noted
from .tagged import Marked, Sentence, isolated, paragraphs, words, written_in

# Rows without any difference that fold, at least; fewer are read faster than their fold is opened.
_LEAST_FOLDED = 3
_STORY, _SAME, _PAGE = "story", "same", "page"
# Rows that a browser lays out together, of an article with more than twice as many: it looks at each part, not at each
# row, to see what is in sight. Of a Bible, 35 s until all is there became 10.
_PART = 200


class Articles:
    """The rows of a comparison as HTML; `languages` are the codes of both articles, '' for not known.

    `notes` are the reader's, by the row's number.
    """

    def __init__(
        self,
        comparison: Comparison,
        changes: Changes,
        languages: Pair[str],
        notes: Mapping[int, str] = MappingProxyType({}),
    ) -> None:
        self._comparison = comparison
        self._notes = notes
        self._changes = changes
        self._languages = languages
        self._prefix = changes.prefix
        furniture = Pair(*(frozenset(_furniture(comparison.rows, side)) for side in ("left", "right")))
        self._heads = Pair(*map(head, comparison.articles, furniture))
        blocks = moved_blocks(comparison)
        self._opens = {block.rows[0]: block for block in blocks}
        self._left_behind = _left_behind(blocks, comparison.rows)

    def rows(self) -> Iterator[Markup]:
        """Yield the rows; a run of unchanged ones, or of lines of the page, is folded. Many rows are put into parts."""
        is_parted = len(self._comparison.rows) > 2 * _PART
        if is_parted:
            yield Markup("<div class=part>")
        count = 0
        for members, pieces in self._runs():
            if is_parted and count >= _PART:
                yield Markup("</div><div class=part>")
                count = 0
            yield from pieces
            count += members
        if is_parted:
            yield Markup("</div>")

    def _runs(self) -> Iterator[tuple[int, Iterator[Markup]]]:
        """Yield what is not parted, a row or a fold: the number of its rows, and its pieces."""
        for fold, run in groupby(enumerate(self._comparison.rows), key=lambda numbered: self._fold(*numbered)):
            members = list(run)
            if fold == _PAGE or (fold == _SAME and len(members) >= _LEAST_FOLDED):
                yield len(members), self._folded(fold, members)
            else:
                yield from ((1, iter((self._row(at, row),))) for at, row in members)

    def _folded(self, fold: str, members: Sequence[tuple[int, Row]]) -> Iterator[Markup]:
        kind = Markup('"fold menus"') if fold == _PAGE else "fold"
        yield Markup("<details class={}><summary>{}</summary>").format(
            kind, _fold_words(fold, members, self._comparison.right)
        )
        for at, row in members:
            yield self._row(at, row)
        yield Markup("</details>")

    def _fold(self, at: int, row: Row) -> str:
        """Return what a row folds with: other lines of the page, other unchanged rows, or nothing."""
        if row.furniture:
            return _PAGE
        is_same = row.is_identical and not row.moved and not self._changes.matter_in(at) and not self._is_by_hand(at)
        return _SAME if is_same and at not in self._left_behind and not self._is_headline(row) else _STORY

    def _is_by_hand(self, at: int) -> bool:
        return at in self._notes or self._comparison.rows[at].pinned

    def _is_headline(self, row: Row) -> bool:
        return any(own.headline in indices for own, indices in zip(self._heads, (row.left, row.right), strict=True))

    def _row(self, at: int, row: Row) -> Markup:
        """Return a row, behind the places that blocks of the left article have left there."""
        behind = Markup("").join(_pointer(block, self._prefix) for block in self._left_behind.get(at, ()))
        note = self._note(at, row)
        marked = self._changes.marked(at)
        sentences = _sentences(row)
        sides = Markup("").join(
            self._side(row, *side)
            for side in (
                ("L", left_cell(row, typography=True), self._comparison.left, row.left, marked.left, sentences.left),
                (
                    "R",
                    right_cell(row, typography=True),
                    self._comparison.right,
                    row.right,
                    marked.right,
                    sentences.right,
                ),
            )
        )
        return Markup(f"{behind}{note}<div class={self._classes(at, row)}>{sides}</div>\n")

    def _classes(self, at: int, row: Row) -> str:
        """Return the classes of a row, in quotation marks where there are several."""
        names = ["row"]
        if self._is_headline(row):
            names.append("head")
        elif all(own.lines.issuperset(given) for own, given in zip(self._heads, (row.left, row.right), strict=True)):
            names.append("by")
        if not (row.left and row.right):
            names.append("one")
        if row.kind is Kind.TRANSLATED:
            names.append("tr")
        if row.furniture:
            names.append("page")
        if self._changes.matter_in(at):
            names.append("hit")
        elif row.differs:
            names.append("dif")
        return f'"{" ".join(names)}"' if len(names) > 1 else names[0]

    def _note(self, at: int, row: Row) -> Markup:
        """Return the line above a row: that it moved, that it may be no pair, who tracked its changes."""
        parts = []
        if at in self._opens:
            block = self._opens[at]
            count = f"{len(block.left)} paragraphs " if len(block.rows) > 1 else ""
            parts.append(
                Markup('{} {}moved {} from <a href="#{}from{}">left ¶{}</a>').format(
                    MOVED_SIGN, count, block.direction or "", self._prefix, block.left[0] + 1, numbers(block.left)
                )
            )
        if row.pinned:
            parts.append(Markup("{} {}").format(PINNED_SIGN, BY_HAND if row.left and row.right else ALONE_BY_HAND))
        elif is_uncertain(row):
            parts.append(Markup("maybe not the same paragraph"))
        if at in self._notes:
            parts.append(noted(self._notes[at]))
        if row.differs:
            parts += [Markup("tracked by {}").format(isolated(maker)) for maker in makers(self._comparison, row)]
        return Markup("<p class=note>{}</p>").format(Markup(" · ").join(parts)) if parts else Markup()

    def _side(
        self,
        row: Row,
        letter: str,
        cell: Cell,
        article: Article,
        indices: Sequence[int],
        marked: Sequence[Marked],
        sentences: Sequence[Sentence],
    ) -> Markup:
        """Return one side of a row: its paragraphs, or that the other side alone has this one."""
        name = letter.lower()
        if not indices:
            only = "only right" if letter == "L" else "only left"
            return Markup("<div class={}><p class=none>{}</p></div>").format(name, "" if row.furniture else only)
        own = self._heads.left if letter == "L" else self._heads.right
        language = self._languages.left if letter == "L" else self._languages.right
        is_only = not (row.left and row.right) and not row.furniture
        shown = "".join(
            _paragraph(self._prefix, letter, index, inner, own, article.paragraphs[index].role, is_only)
            for index, inner in zip(indices, paragraphs(cell, article, indices, marked, sentences), strict=True)
        )
        written = written_in("\n".join(article.paragraphs[index].text for index in indices), language)
        return Markup(f"<div class={name}{written}>{shown}</div>")


def _sentences(row: Row) -> Pair[list[Sentence]]:
    """Return the sentences of a translation that stand for each other, on both sides."""
    linked = [pair for pair in sentence_pairs(row) if pair.op is Op.TRANSLATED]
    return Pair(
        [Sentence(*pair.left, at) for at, pair in enumerate(linked, start=1)],
        [Sentence(*pair.right, at) for at, pair in enumerate(linked, start=1)],
    )


def _paragraph(prefix: str, letter: str, index: int, inner: Markup, own: Head, role: Role, is_only: bool) -> str:
    """Return a paragraph: `inner` is its content as HTML."""
    tag, number = "p", index + 1
    if index == own.headline:
        tag = "h3"
    elif role is Role.HEADING:
        tag = "h4" if own.headline is not None else "h3"
    only = f" class=only{letter.lower()}" if is_only else ""
    name = f"{prefix}{letter}{number}"
    return f"<{tag} id={name}{only}><a class=n href=#{name}>{number}</a>{inner}</{tag}>"


def _fold_words(fold: str, members: Sequence[tuple[int, Row]], right: Article) -> Markup:
    """Return the words of a fold: how much is in it, where, and the last heading in it: what follows stands below."""
    count = len(members)
    if fold == _PAGE:
        return words(page_lines(count))
    indices = [index for _, row in members for index in row.right]
    counted = Markup("{} unchanged, ¶{}").format(how_many(count, "paragraph"), numbers(indices))
    headings = (right.paragraphs[index] for index in reversed(indices))
    heading = next((paragraph.text for paragraph in headings if paragraph.role is Role.HEADING), None)
    return counted if heading is None else Markup("{} · {}").format(counted, isolated(cut(heading)))


def _pointer(block: MovedBlock, prefix: str) -> Markup:
    """Return the place that a block has left: a link to where it is."""
    return Markup(
        '<p class="note gone" id={6}from{0}>left ¶{1} {2} <a href="#{6}R{3}">moved {4} to ¶{5}</a></p>'
    ).format(
        block.left[0] + 1,
        numbers(block.left),
        MOVED_SIGN,
        block.right[0] + 1,
        block.direction or "",
        numbers(block.right),
        prefix,
    )


def _left_behind(blocks: Sequence[MovedBlock], rows: Sequence[Row]) -> dict[int, list[MovedBlock]]:
    """Return by row the blocks whose place in the left article is right above it; of the last place, the last row."""
    frame = [(row.left[0], at) for at, row in enumerate(rows) if row.left and not row.moved]
    found: dict[int, list[MovedBlock]] = {}
    for block in blocks:
        at = next((at for first, at in frame if first > block.left[0]), len(rows) - 1)
        found.setdefault(at, []).append(block)
    return found


def _furniture(rows: Sequence[Row], side: str) -> Iterator[int]:
    for row in rows:
        if row.furniture:
            yield from getattr(row, side)


def columns(comparison: Comparison) -> Markup:
    """Return the line above the columns: the names of both articles."""
    left, right = (words(article.source) for article in comparison.articles)
    return Markup('<div class="row cols"><div>{}</div><div>{}</div></div>\n').format(left, right)
