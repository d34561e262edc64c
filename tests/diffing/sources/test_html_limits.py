"""Markup that would keep a parser busy for hours is cut off; that of any usual page is not."""

import pytest

from diffing.model import Reading
from diffing.sources.markup import html_limits
from diffing.sources.markup.html_blocks import fragment_content
from diffing.sources.markup.html_limits import end_of_safe


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 400_000,
        "<p>" + "<span>" * 200_000 + "</i>" * 200_000,
        "<p>" + "".join(f"<b id={number}>" for number in range(5_000)) + "<p>x" * 5_000,
        "".join(f"<font color={number}>" for number in range(50_000)),
        "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">x",
        "<script " + " ".join(f"a{number}=1" for number in range(100_000)) + ">",
        "<svg>" + "<g>" * 400_000,
        "<table><tr><td>" * 100_000,
        '<a x="' * 100_000,
    ],
    ids=["deep", "ends", "reopened", "fonts", "attributes", "script", "drawing", "tables", "quotes"],
)
def test_what_takes_hours_is_cut_off(markup: str) -> None:
    assert end_of_safe(markup) < len(markup)


def test_only_so_many_tags_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_limits, "MAX_TAGS", 30_000)
    assert end_of_safe("<i></i>" * 20_000) == 7 * 10_000


def test_what_is_cut_off_is_said() -> None:
    content = fragment_content("<p>Shown.</p>" + "<div>" * 400_000 + "Cut off.")
    assert [block.text for block in content.blocks] == ["Shown."]
    assert [note.what for note in content.notes] == [Reading.CUT_OFF]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>One <b>two</b> <i>three.</i></p>" * 20_000,
        "<p>One <font color=red>two." * 3_000,
        "<table><tr><td><font size=2><b>1<td><font size=2>2</table>" * 3_000,
        "<li>item" * 50_000,
        "<svg><path d='M0 0'/><g></g></svg>" * 20_000,
        "<script>for(i=0;i<b;i++)a<c;</script>" * 10_000,
        "<style>a>b{}</style><!-- <b><b> -->" * 10_000,
        f"<img src='data:image/png;base64,{'A' * 2_000_000}'>",
        "<!--" * 100_000,
        "<" * 100_000,
        "<p title='" + "a " * 100_000 + "'>",
    ],
    ids=["words", "fonts", "cells", "items", "drawings", "scripts", "comments", "data", "open", "less", "title"],
)
def test_usual_pages_are_read_whole(markup: str) -> None:
    assert end_of_safe(markup) == len(markup)
