"""The index of a folder of reports: a row for each pair, with the counts of its changes and a link to its page."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from markupsafe import Markup

from diffing.model import Pair

from ...present.groups import Group
from ...text.words import how_many
from .document import frame
from .tagged import words


class Listed(Protocol):
    """A pair of the index."""

    @property
    def names(self) -> Pair[str | None]:
        """The names of both files."""

    @property
    def error(self) -> str:
        """Why the pair could not be compared, '' if it was."""

    @property
    def counts(self) -> tuple[int, ...]:
        """The number of changes of each group; empty where there is no ledger."""

    @property
    def first(self) -> str:
        """The weightiest change in words."""

    @property
    def remark(self) -> str:
        """The words for a pair without a listed change: none found, or that not everything was looked for."""

    @property
    def headline(self) -> str:
        """The headline of the right article, or else of the left one; '' for none."""

    @property
    def is_identical(self) -> bool:
        """True if nothing differs."""


def index_pieces(lines: Sequence[tuple[str, Listed]]) -> Iterator[str]:
    """Yield the page of the index; each line is the file name of a pair's page, '' for none, and the pair."""
    failed = sum(bool(row.error) for _, row in lines)
    said = how_many(len(lines), "pair") + (f", {failed} could not be compared" if failed else "")
    opening, closing = frame(words(said))
    yield opening
    yield Markup(
        "<header><h1 class=files><b>{}</b></h1></header><main><table class=index><thead><tr><th>pair</th>"
    ).format(said)
    for group in Group:
        yield Markup("<th>{}</th>").format(group.value)
    yield Markup("<th>weightiest change</th></tr></thead><tbody>")
    for page, row in lines:
        yield _line(page, row)
    yield Markup("</tbody></table></main>")
    yield closing


def _line(page: str, row: Listed) -> Markup:
    left, right = (words(name or "–") for name in row.names)
    names = Markup("{} → {}").format(left, right)
    name = words(row.headline) or names
    pair = Markup('<a href="{}">{}</a>').format(page, name) if page else name
    if row.headline:
        pair += Markup("<small>{}</small>").format(names)
    counts = row.counts or (0,) * len(Group)
    cells = Markup("").join(
        Markup('<td data-k="{}">{}</td>').format(group.value, count or "")
        for group, count in zip(Group, counts, strict=True)
    )
    said = row.error or row.first or ("no difference" if row.is_identical else row.remark)
    return Markup("<tr><th>{}</th>{}<td>{}</td></tr>\n").format(pair, cells, words(said))
