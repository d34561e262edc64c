"""What is known of a row, in lines: where moved sentences went, what is set differently, and no more than fits."""

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from diffing.comparison import compare
from diffing.model import Comparison, Kind, Op, Row, Span
from diffing.stage import Stage
from tests.conftest import MakePair
from tests.tui.running import at_once, by_hand, running, story
from tests.tui.translated import translation
from tui.screen.widgets.info import Info
from tui.text.wrapping import width
from tui.view.outline import Block, BlockForm, row_block
from tui.view.pair_evidence import explanation

THANKS = "He thanked his wife and the volunteers of the northern wards for their patience."
WON = "The mayor won a third term on Sunday, ahead of four rivals in the first round."
TURNOUT = "Turnout in the harbour districts was the lowest since the war, the board said."
DANCED = "Supporters danced in the square until the rain came."
MORE = "It was past midnight when the last of the flags were folded and the stewards swept the steps of the library."
PLAYED = "The band played on under the arcades of the town hall."


def explained(comparison: Comparison, row: int, cells: int = 100) -> list[str]:
    return explanation(Stage(comparison), Block(BlockForm.ROW, (row,)), cells)


def test_a_moved_sentence_says_where_its_other_end_is(make_pair: MakePair) -> None:
    comparison = compare(*make_pair([f"{WON} {THANKS}", TURNOUT, DANCED], [WON, TURNOUT, f"{DANCED} {THANKS}"]))
    moved = [[line for line in explained(comparison, row) if line.startswith("Moved")] for row in range(3)]
    name = "“He thanked his wife and the volunteers of the …”"
    assert moved == [[f"Moved to ¶3 on the right: {name}"], [], [f"Moved from ¶1 on the left: {name}"]]


def test_it_says_which_of_several_paragraphs(make_pair: MakePair) -> None:
    dance = [f"{DANCED} Nobody in the crowd had expected them to stay.", f"{PLAYED} {MORE}"]
    comparison = compare(
        *make_pair([f"{WON} {THANKS}", TURNOUT, " ".join(dance)], [WON, TURNOUT, dance[0], f"{THANKS} {dance[1]}"])
    )
    assert comparison.rows[-1].right == (2, 3)
    assert any(line.startswith("Moved to ¶4 on the right") for line in explained(comparison, 0))
    assert any(line.startswith("Moved from ¶1 on the left") for line in explained(comparison, len(comparison.rows) - 1))


def test_a_phrase_that_moved_within_the_pair(make_pair: MakePair) -> None:
    left = "The owners of the Dunmere paper mill said on Thursday that it would close at the end of March."
    right = "The Dunmere paper mill is to close at the end of March, its owners said on Thursday."
    lines = explained(compare(*make_pair([left], [right])), 0)
    assert "Moved within the pair: “owners” · “said on Thursday”" in lines


def set_otherwise(make_pair: MakePair) -> Comparison:
    pairs = [('"', "“"), ("The", "the"), ('"', "”"), ("Nicolas", "Nicolás"), ("--", "—"), ('"', "“"), ("a b", "a\xa0b")]
    spans = tuple(Span(Op.EQUAL, left, right, typographic=True) for left, right in pairs)
    texts = ["".join(left for left, _ in pairs)], ["".join(right for _, right in pairs)]
    articles = make_pair(*texts)
    return Comparison(articles.left, articles.right, (Row(Kind.UNCHANGED, (0,), (0,), False, 1.0, spans),))


EVERYTHING = (
    'Typography: quotes " → “ ×2 · case The → the · accents Nicolas → Nicolás · dash -- → — · space · quotes " → ”'
)


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (
            106,
            'Typography: quotes " → “ ×2 · case The → the · accents Nicolas → Nicolás · dash -- → — · space · 1 more',
        ),
        (120, EVERYTHING),
        (50, 'Typography: quotes " → “ ×2 · 5 more'),
        (10, 'Typography: quotes " → “ ×2 · 5 more'),
    ],
)
def test_what_is_set_differently(make_pair: MakePair, cells: int, line: str) -> None:
    assert explained(set_otherwise(make_pair), 0, cells)[-1] == line


def test_no_typography_no_line(make_pair: MakePair) -> None:
    comparison = compare(*make_pair([WON], [WON]))
    assert not any("Typography" in line or "Moved" in line for line in explained(comparison, 0))


def test_nothing_in_it_steers_the_terminal(make_pair: MakePair) -> None:
    left, right = (
        f"{WON} {quote}{THANKS}\x1b[2J{quote} {name}\x9b31m" for quote, name in (('"', "Jos"), ("“", "José"))
    )
    comparison = compare(*make_pair([f"{left} {TURNOUT}"], [f"{TURNOUT} {right}"]))
    text = "".join(explained(comparison, 0))
    assert "\x1b" not in text
    assert "\x9b" not in text


async def test_what_does_not_fit_is_counted_and_comes_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(by_hand))
    lines = [f"Line {number} of a long explanation." for number in range(30)]
    monkeypatch.setattr("tui.screen.widgets.info.explanation", lambda *_: lines)
    async with running(story().articles, (80, 24)) as run:
        await run.press("i")
        pane = run.screen.query_one(Info)
        shown = pane.render().plain.splitlines()
        height = pane.content_size.height
        assert 4 <= height == len(shown)
        assert shown[:-1] == lines[: height - 1]
        assert shown[-1] == f"… {30 - height + 1} more lines: i"
        assert shown[-1] in run.text()
        seen = shown[:-1]
        for key in ("i", "enter", "i", "i", "i"):
            await run.press(key)
            if not pane.display:
                break
            seen += [line for line in pane.render().plain.splitlines() if line not in seen and line[0] != "…"]
        # The last page is full too, and after it the pane closes.
        assert seen == lines
        assert not pane.display
        await run.press("i")
        assert pane.render().plain.splitlines() == shown
        for event in (MouseScrollUp, MouseScrollDown, MouseScrollDown, MouseScrollUp):
            await run.pilot._post_mouse_events([event], Info)
        await run.pilot.pause()
        assert pane.render().plain.splitlines()[0] == lines[1]
        lines[:] = ["A line that is far too long for the window and goes on behind its edge. " * 2]
        await run.press("j")
        assert pane.display
        shown = pane.render().plain.splitlines()
        assert len(shown) == 2
        assert all(width(line) <= pane.content_size.width for line in shown)


def test_what_is_hidden_is_named(make_pair: MakePair) -> None:
    (comparison,) = [compare(*make_pair(["One apple a day."], ["One\u200b аpple\u202e a\u200b day."]))]
    lines = explained(comparison, 0)
    assert (
        "Hidden on the right: zero width space ×2 · right-to-left override · look-alike letters: аpple has Cyrillic а"
    ) in lines
    assert "“apple” and “аpple�” look alike and are not the same." in lines
    assert not any(line.startswith("Hidden on the left") for line in lines)


def test_of_many_hidden_things_some_are_named(make_pair: MakePair) -> None:
    text = "".join(f"word{chr(code)} " for code in range(1, 9)) + "\u200b\u200e\xad"
    line = explained(compare(*make_pair([text], ["word"])), 0)[-1]
    assert line.endswith(" · 3 more")
    assert "U+0001" in line


def test_rows_that_differ_in_nothing_seen_say_so(make_pair: MakePair) -> None:
    assert "unchanged but for what is hidden" in explained(compare(*make_pair(["One day."], ["One\u200b day."])), 0)[0]


def test_of_a_translation_its_sentences_are_named() -> None:
    stage = Stage(translation())
    lines = explanation(stage, row_block(1), 100)
    assert lines[0] == "¶2: translated, 1 sentence only left"
    assert "Sentences: 1-2 → 1 · 3 → 2 · 4 only left" in lines
    assert (
        "Paired as a translation, in the order of the other pairs; both have, as the left writes it: faro, 12,5"
        in lines
    )
    assert "Left: 15 words, 11 translated, 4 only left" in lines
    assert not any("kept" in line or "changed" in line for line in lines)
