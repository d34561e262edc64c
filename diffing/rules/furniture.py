"""Lines that a rule of the reader calls lines of the page: no links hold them.

    rule    Photo: .*
    left    Photo: Nora Lind         set aside
    right   Photo: A. Holt           set aside, and not 'some words changed'

A pair is dropped only if all its paragraphs are such lines: a line that became a sentence of the story stays a change.
Equal lines stay a pair.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from diffing.model import Article, Link, Pair
from diffing.rules.rule import NO_RULES, Rules

# Characters of a line of the page, at most: what is longer is no line.
_LONGEST_LINE = 1_000


class RuledLines(NamedTuple):
    """The links that stay, and for each side the rule of every paragraph that one sets aside."""

    links: list[Link]
    aside: Pair[Mapping[int, str]]


def without_ruled_lines(
    articles: Pair[Article], links: Iterable[Link], rules: Rules, fixed: Collection[tuple[Sequence[int], Sequence[int]]]
) -> RuledLines:
    """Return the links without those of lines that rules set aside; the `fixed` pairs stay. Raises RuleError."""
    if rules == NO_RULES:
        return RuledLines(list(links), Pair({}, {}))
    lines = articles.map(lambda article: _ruled(article, rules.of(article.source)))

    def is_kept(link: Link) -> bool:
        is_ruled = _all(link.left, lines.left) and _all(link.right, lines.right)
        is_same = not link.moved and articles.left.text(link.left) == articles.right.text(link.right)
        return is_same or not is_ruled or (link.left, link.right) in fixed

    kept = list(filter(is_kept, links))
    aside = Pair(
        _without(lines.left, {index for link in kept for index in link.left}),
        _without(lines.right, {index for link in kept for index in link.right}),
    )
    return RuledLines(kept, aside)


def _ruled(article: Article, rules: Rules) -> dict[int, str]:
    """Return the rule of each paragraph (0-based) that one describes: the first that does."""
    found = {}
    if rules.furniture:
        for at, paragraph in enumerate(article.paragraphs):
            if len(paragraph.text) <= _LONGEST_LINE:
                rule = next((rule for rule in rules.furniture if rule.is_whole(paragraph.text)), None)
                if rule is not None:
                    found[at] = rule.pattern
    return found


def _all(indices: Sequence[int], lines: Mapping[int, str]) -> bool:
    return all(index in lines for index in indices)


def _without(lines: Mapping[int, str], linked: set[int]) -> dict[int, str]:
    return {index: rule for index, rule in lines.items() if index not in linked}
