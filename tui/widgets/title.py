"""The first line: the program and the two articles."""

import re

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from diffing.model import Article, Comparison, Pair
from diffing.survival import total_words
from tui.files import STANDARD_INPUT
from tui.labels import percent
from tui.visible import visible
from tui.wrapping import width

# The least distance of the shares from the names.
_GAP = 3


class TitleLine(Static):
    """Both file names, each with its encoding where that is not UTF-8, and how much the articles share."""

    comparison: reactive[Comparison | None] = reactive(None)

    def __init__(self, articles: Pair[Article]) -> None:
        super().__init__()
        self._names = _names(articles)
        self._shares = ""

    def show(self, articles: Pair[Article]) -> None:
        """Name these articles."""
        self._names = _names(articles)
        self.refresh()

    def watch_comparison(self) -> None:
        """Say how much the articles share."""
        if self.comparison is not None and self.comparison.rows:
            left, right = total_words(self.comparison)
            self._shares = (
                f"{percent(left.verbatim_share)} % of the left kept · "
                f"{percent(right.verbatim_share)} % of the right from it "
            )

    def render(self) -> Content:
        """The line, the shares left out where there is no room for them."""
        left = Content.assemble((" newsdiff ", "$cursor reverse bold"), "  ", self._names)
        free = self.size.width - left.cell_length - width(self._shares)
        return left if free < _GAP else Content.assemble(left, " " * free, (self._shares, "$quiet"))


def _names(articles: Pair[Article]) -> Content:
    left, right = (
        Content.assemble((visible(name), "bold"), _encoding(article))
        for name, article in zip(short_names(articles.map(lambda article: article.source)), articles, strict=True)
    )
    return Content.assemble(left, "  →  ", right)


def short_names(paths: Pair[str]) -> Pair[str]:
    """The ends of two paths from where they differ: a.txt and b.txt, or monday/a.txt and tuesday/a.txt."""
    left, right = paths.map(_parts)
    for length in range(1, max(len(left), len(right)) + 1):
        if left[-length:] != right[-length:]:
            return Pair("/".join(left[-length:]), "/".join(right[-length:]))
    return Pair(left[-1], right[-1])


def _parts(path: str) -> list[str]:
    """A path in its parts; a pipe's name in one, since its last part says nothing."""
    if path == STANDARD_INPUT:
        return ["standard input"]
    if path.startswith("/dev/"):
        return [path]
    return [part for part in re.split(r"[/\\]", path) if part] or [path]


def _encoding(article: Article) -> Content:
    shown = "" if article.encoding == "utf-8" else f" ({visible(article.encoding)})"
    return Content.styled(shown, "$quiet")
