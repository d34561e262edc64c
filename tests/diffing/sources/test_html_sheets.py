"""Words that a style sheet strikes, hides or raises, and the marks with which paragraphs link to themselves."""

import pytest

from diffing.model import Reading
from diffing.sources.markup.html_blocks import fragment_content, html_content
from diffing.sources.markup.html_sheets import sheet_of
from diffing.sources.markup.html_state import LeftOut
from tests.diffing.sources.reading import read, texts
from tests.diffing.sources.test_epub import ITEMS, SPINE, book, chapter


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (".power { vertical-align: super }", {"power": "sup"}),
        ("span.low, .x{font-size:60%;vertical-align:sub;}", {"low": "sub", "x": "sub"}),
        (
            ".s2 {\n font-size: 0.8em;\n position: relative;\n top: -0.33em;\n vertical-align: baseline;\n}",
            {"s2": "sup"},
        ),
        (".e { position:relative; bottom:.4em; font-size:smaller }", {"e": "sup"}),
        (".e { position:relative; top:3px; font-size:75% }", {"e": "sub"}),
        ("@media screen { .p { VERTICAL-ALIGN: super } }", {"p": "sup"}),
        ("/* .a { vertical-align: super } */ .b { vertical-align: super }", {"b": "sup"}),
        (".big { position: relative; top: -2px }", {}),
        (".still { position: relative; top: 0; font-size: 80% }", {}),
        (".a { vertical-align: baseline }\n.b { content: 'super' }", {}),
        ("td .note { vertical-align: super }", {}),
        (".open { vertical-align: super", {"open": "sup"}),
    ],
)
def test_classes_that_shift(sheet: str, expected: dict[str, str]) -> None:
    assert sheet_of(sheet).shifted == expected


def test_a_long_sheet_costs_little() -> None:
    for sheet in ("super" + "{" * 300_000, "super /*" * 100_000, ".a { vertical-align" + " " * 300_000):
        assert sheet_of(sheet) == ({}, {})
    assert not sheet_of(".a { display: none }" + ".a.b { display: inline }" * 40_000).left_out


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (".note { display: none }", {"note": LeftOut.HIDDEN}),
        ("span.note, .x{visibility:hidden}", {"note": LeftOut.HIDDEN, "x": LeftOut.HIDDEN}),
        (".old { color: grey; text-decoration: line-through }", {"old": LeftOut.STRUCK}),
        (".a{color:red} @media print { .a { display: none } .b { display: none } } .c{display:none}",
         {"c": LeftOut.HIDDEN}),
        (".note { display: none } .open .note { display: inline }", {}),
        (".note { display: none } @media (min-width: 40em) { .note { display: inline-block } }", {}),
        (".old { text-decoration: line-through } .old:hover { text-decoration: none }", {}),
        (".menu .note { display: none } p.note { display: none } #note { display: none }", {}),
        ("/* .note { display: none } */ .y { display: block }", {}),
    ],
)  # fmt: skip
def test_classes_that_leave_words_out(sheet: str, expected: dict[str, LeftOut]) -> None:
    assert sheet_of(sheet).left_out == expected


@pytest.mark.parametrize(
    ("style", "markup", "expected", "note"),
    [
        (".old{text-decoration:line-through}", '<p>At least <span class="x old">12</span> 14 died.',
         ["At least 14 died."], {Reading.STRUCK_WORDS: 1}),
        (".n{display:none}", '<p>Der Damm <b class="n">bei Lurvik</b>hielt.', ["Der Damm hielt."],
         {Reading.HIDDEN_WORDS: 2}),
        (".n{display:none}", '<p>Le barrage<a href="#x" class="n"> tient</a> toujours.', ["Le barrage toujours."],
         {Reading.HIDDEN_WORDS: 1}),
        # What a script may show, such as the rest behind a button, is read.
        (".rest{display:none}", '<p>The dam holds.<div class="rest"><p>All of it.</div>',
         ["The dam holds.", "All of it."], {}),
        (".rest{display:none}", '<p>The dam holds.<p class="rest">All of it.', ["The dam holds.", "All of it."], {}),
        (".rest{display:none}", '<p>The dam holds.<span class="rest"><p>All of it.</p></span>',
         ["The dam holds.", "All of it."], {}),
    ],
)  # fmt: skip
def test_words_that_a_class_leaves_out(style: str, markup: str, expected: list[str], note: dict[Reading, int]) -> None:
    found = html_content(f"<style>{style}</style>{markup}")
    assert [" ".join(block.text.split()) for block in found.blocks] == expected
    assert {one.what: one.count for one in found.notes} == note


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<style>.u{vertical-align:super}</style><p>10<span class="x u">6</span> litres', "10⁶ litres"),
        ('<style>.u{vertical-align:sub}</style><p>H<span class="u">2</span>O', "H₂O"),
        ('<p>10<span style="vertical-align: super; font-size: 70%">1.5</span> m', "10^1.5 m"),
        ('<style>.u{top:1px}</style><p>10<span class="u">6</span> litres', "106 litres"),
        (
            '<style>.u{vertical-align:super}</style><p>The <b class="u">dam</b> <span class="u">held</span>',
            "The dam held",
        ),
    ],
)
def test_letters_that_a_style_shifts(markup: str, expected: str) -> None:
    for content in (fragment_content(markup), html_content(markup)):
        assert [block.text for block in content.blocks] == [expected]


@pytest.mark.parametrize(
    "sheet",
    [
        "<style media=print>.n { display: none }</style>",
        "<style media='(max-width: 40em)'>.n { display: none } .x { color: red }</style>",
        "<noscript><style>.n { display: none }</style></noscript>",
        "<template><style>.n { display: none }</style></template>",
    ],
)
def test_a_sheet_that_the_screen_does_not_use_hides_nothing(sheet: str) -> None:
    found = html_content(f"<head>{sheet}</head><p>The dam <span class=n>of Lurvik</span> holds.")
    assert [block.text for block in found.blocks] == ["The dam of Lurvik holds."]


@pytest.mark.parametrize("medium", ["", "all", "Screen"])
def test_a_sheet_of_the_screen_hides_words(medium: str) -> None:
    markup = f"<head><style media='{medium}'>.n {{ display: none }}</style></head><p>The <b class=n>old </b>dam holds."
    assert [block.text for block in html_content(markup).blocks] == ["The dam holds."]


def test_a_style_sheet_of_a_book() -> None:
    body = chapter('<p>1.2 × 10<span class="span2">6</span> litres</p>')
    sheets = '<item id="s" href="a.css" media-type="text/css"/><item id="t" href="lost.css" media-type="text/css"/>'
    more = {
        "OPS/book.opf": f"<package><metadata/><manifest>{ITEMS}{sheets}</manifest><spine>{SPINE}</spine></package>",
        "OPS/a.css": ".span2 { font-size: 0.8em; position: relative; top: -0.33em }",
    }
    assert "1.2 × 10⁶ litres" in texts(read(book(body, more=more)))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p id=L2><a class=n href=#L2>2</a>The council met.</p>", "The council met."),
        ('<p id="p7">The council met.<a href="#p7">¶</a></p>', "The council met."),
        ('<h2 id="dam">The dam <a href="#dam">#</a></h2>', "The dam"),
        ('<h2 id="dam"><a href="#dam">The dam</a></h2>', "The dam"),
        ('<p id="a">At least <a href="#b">14</a> died.</p>', "At least 14 died."),
        ('<p id="a">At least <a href="/x#a">14</a> died.</p>', "At least 14 died."),
        ('<p id="a">At least <a href="#a">14 000 000</a> died.</p>', "At least 14 000 000 died."),
        ('<p id="a"><a href="#a"><b>14</b></a> died.</p>', "14 died."),
        ('<p>At least <a href="#">14</a> died.</p>', "At least 14 died."),
    ],
)
def test_marks_with_which_paragraphs_link_to_themselves(markup: str, expected: str) -> None:
    assert [block.text.strip() for block in fragment_content(markup).blocks] == [expected]
