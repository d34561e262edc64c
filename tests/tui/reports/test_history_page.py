"""The page of a history: every version whole, what changed without a note first, nothing that runs or is fetched."""

from collections import Counter
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser

from diffing.history.making import HistoryMaker, history
from diffing.history.model import History, Origin, Version
from diffing.history.versions import one_version_each
from diffing.sources.plain import SourceText, article
from tests.hostile.corpus import BRIEF_PARTS
from tests.repository import story
from tests.tui.reports.test_html import assert_safe, first
from tests.tui.told import maker
from tui.present.lanes import lane_parts, notes_are_known
from tui.reports.history.page import history_page
from tui.text.sanitize import visible


def page(own: History) -> str:
    return "".join(history_page(own))


def told(name: str) -> History:
    return HistoryMaker(
        one_version_each(
            Version(article(SourceText(one.path, one.text)), (Origin(f"v{at}", one.date, one.author, "c0ffee"),))
            for at, one in enumerate(story(name))
        )
    ).history()


def assert_whole(html: str, own: History) -> None:
    """Each step has every paragraph of both versions, names are unique, and each link leads somewhere."""
    tree = LexborHTMLParser(html)
    names = Counter(node.attributes["id"] for node in tree.css("[id]"))
    assert max(names.values()) == 1
    assert {node.attributes["href"] for node in tree.css("a[href]")} <= {f"#{name}" for name in names}
    for number, (left, right) in enumerate(pairwise(own.versions), start=1):
        for side, version in (("L", left), ("R", right)):
            for at, paragraph in enumerate(version.article.paragraphs, start=1):
                node = first(tree, f"#s{number}-{side}{at}")
                for link in node.css("a.n"):
                    link.decompose()
                assert node.text() == visible(paragraph.text)


@pytest.mark.parametrize("name", ["grain-store-en", "lonja-es", "saegewerk-de"])
def test_stories(name: str) -> None:
    own = told(name)
    html = page(own)
    assert_safe(html)
    assert_whole(html, own)
    assert html == page(own)
    tree = LexborHTMLParser(html)
    assert len(tree.css("details.step")) == len(own.steps)
    assert len(tree.css(".lanes tbody tr:not(.group)")) == len(own.lanes)
    listed = own.unnoted if notes_are_known(own) else tuple(own.changes)
    assert len(tree.css("#changes + .changes li")) == len(listed)


def test_what_changed_without_a_note_comes_first() -> None:
    tree = LexborHTMLParser(page(maker().history()))
    assert "4 changes of facts · 1 with a note · 3 without a note" in first(tree, "header").text()
    answer = [node.text() for node in tree.css(".answer li")]
    assert answer[0].startswith("Two → Three people")
    # The change that a note names is in the table, with the version of the note, and not in the list.
    assert not any("closed" in node.text() for node in tree.css("header li"))
    (row,) = [node for node in tree.css(".lanes tr") if "closed" in node.text()]
    assert row.css("td")[-1].text() == "4"


def test_the_table_has_a_cell_for_each_part_and_spans_all_versions() -> None:
    own = maker().history()
    rows = LexborHTMLParser(page(own)).css(".lanes tbody tr:not(.group)")
    for row, lane in zip(rows, own.lanes, strict=True):
        cells = row.css("td")[:-1]
        assert sum(int(cell.attributes.get("colspan") or 1) for cell in cells) == len(own.versions)
        parts = list(lane_parts(lane, own))
        assert len([cell for cell in cells if cell.text()]) == len([part for part in parts if part.text()])


@pytest.mark.parametrize("texts", BRIEF_PARTS.values(), ids=BRIEF_PARTS)
def test_hostile_texts_and_labels(texts: list[str]) -> None:
    own = history(
        Version(
            article(SourceText(f"<script>{text[:40]}", f"Fire\n\n{text}\n\n{count} dogs were hurt in it.")),
            (Origin(text[:80], text[:20], f"</title>{text[:40]}", "\x1b[31m<b>"),),
        )
        for count, text in enumerate(texts, start=2)
    )
    html = page(own)
    assert_safe(html)
    assert_whole(html, own)


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        (Origin("v"), ["version", "name"]),
        (Origin("v", author="Nora Lind"), ["version", "name", "author"]),
        (Origin("v", "2031-03-14", "Nora Lind", "c0ffee"), ["version", "name", "date", "author", "commit"]),
    ],
)
def test_the_versions_have_no_empty_columns(origin: Origin, expected: list[str]) -> None:
    texts = ("Two dogs were hurt in the fire.", "Three dogs were hurt in the fire.")
    own = history(Version(article(SourceText("v", text)), (origin,)) for text in texts)
    tables = LexborHTMLParser(page(own)).css("table.meta")
    assert [node.text() for node in tables[-1].css("thead th")] == expected


def test_one_version() -> None:
    html = page(history(["Rain fell.", "Rain fell."]))
    assert_safe(html)
    assert "One version: nothing to compare." in html
