"""The first line: the program and the two articles."""

import re

from textual.content import Content
from textual.widgets import Static

from diffing.model import Article, Pair
from tui.visible import visible


class TitleLine(Static):
    """Both file names, each with its encoding where that is not UTF-8."""

    def __init__(self, articles: Pair[Article]) -> None:
        left, right = (
            Content.assemble((visible(name), "bold"), _encoding(article))
            for name, article in zip(short_names(articles.map(lambda article: article.source)), articles, strict=True)
        )
        super().__init__(Content.assemble((" newsdiff ", "$primary reverse bold"), "  ", left, "  →  ", right))


def short_names(paths: Pair[str]) -> Pair[str]:
    """The ends of two paths from where they differ: a.txt and b.txt, or monday/a.txt and tuesday/a.txt."""
    left, right = paths.map(lambda path: [part for part in re.split(r"[/\\]", path) if part] or [path])
    for length in range(1, max(len(left), len(right)) + 1):
        if left[-length:] != right[-length:]:
            return Pair("/".join(left[-length:]), "/".join(right[-length:]))
    return Pair(left[-1], right[-1])


def _encoding(article: Article) -> Content:
    shown = "" if article.encoding == "utf-8" else f" ({visible(article.encoding)})"
    return Content.styled(shown, "$text-muted")
