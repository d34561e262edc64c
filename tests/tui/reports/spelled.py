"""The articles that the tokens of a Word document spell."""

from diffing.model import Article, Comparison, Pair
from tui.reports.docx.order import tokens
from tui.reports.docx.tokens import End, LineBreak, Text


def lines(article: Article) -> list[list[str]]:
    return [list(paragraph.lines) for paragraph in article.paragraphs]


def spelled(comparison: Comparison) -> Pair[list[list[str]]]:
    """Return the lines of the paragraphs that the tokens spell, of both sides."""
    sides: Pair[list[list[str]]] = Pair([[""]], [[""]])
    for token in tokens(comparison):
        if not isinstance(token, Text | LineBreak | End):
            continue
        for side, is_here in zip(sides, (token.fate.is_left, token.fate.is_right), strict=True):
            if not is_here:
                continue
            if isinstance(token, Text):
                side[-1][-1] += token.text
            elif isinstance(token, LineBreak):
                side[-1].append("")
            else:
                side.append([""])
    return sides.map(lambda side: [] if side == [[""]] else side)
