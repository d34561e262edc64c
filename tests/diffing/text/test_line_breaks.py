"""A line break is meant between verses, items, rows and turns; where prose is wrapped it is not."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.comparison import compare
from diffing.model import Article, Pair
from diffing.text.line_breaks import are_items
from diffing.text.paragraphs import paragraphs
from diffing.text.reading import read_articles
from tests.diffing.text.test_paragraphs import PROSE

LONG = (
    "The county of Karlsund will run its old ferry for two more winters, until the bridge is finished, it said on "
    "Friday. The captain said that she had not expected to see another spring on board, and the engine had not either."
)
WRAPPED = textwrap.fill(LONG, 72)

APART = {
    "verses": ["I rowed the moon across the sound", "and asked her for a crown.", "She laughed and would not drown."],
    "bullets": ["- a glass roof", "- a pipe from the dairy", "- steel railings"],
    "bullets of another kind": ["• ein Dach", "• ein Rohr"],
    "numbers": ["1. Velk 47", "2. Brenntal 45", "3. Karlsund 41"],
    "letters": ["a) a glass roof", "b) a pipe", "c) steel railings"],
    "rows": ["Karlsund – Dalby 3:1", "Lindvik – Osterby 0:0", "Brenntal – Velk 2:4"],
    "cells": ["| Velk | 47 |", "| Brenntal | 45 |"],
    "turns": ["Q: Will you miss her?", "A: Every morning at six."],
    "turns with dashes": ["—¿La echará de menos?", "—Cada mañana a las seis."],
    "an introduction and what follows": ["The council will build:", "* a roof", "* a pipe", "No more is planned."],
    "Chinese verses": ["床前明月光，", "疑是地上霜。", "举头望明月，"],
    "Japanese turns": ["問：寂しくなりますか。", "答：毎朝六時に。"],
    "lines of an address": ["By Jane Doe", "Monday, 5 May", "Karlsund"],
}


@pytest.mark.parametrize("prose", [LONG, WRAPPED], ids=["long lines", "wrapped"])
@pytest.mark.parametrize("lines", APART.values(), ids=APART.keys())
def test_lines_that_stand_apart(lines: list[str], prose: str) -> None:
    first, apart, last = paragraphs("\n\n".join([prose, "\n".join(lines), prose]))
    assert [line.rstrip() for line in apart.lines] == lines
    assert first.breaks == last.breaks == ()


def test_items_that_are_wrapped() -> None:
    item = "a glass roof over the market square, which will be paid for by the dairy and by the readers of this paper"
    for indent in ("", "  "):
        items = [textwrap.fill(f"{at}. {item}", 72, subsequent_indent=indent) for at in (1, 2, 3)]
        listed = paragraphs("\n\n".join([WRAPPED, "\n".join(items), WRAPPED]))[1]
        assert [line.rstrip() for line in listed.lines] == [f"{at}. {item}" for at in (1, 2, 3)]


def test_a_file_of_verse() -> None:
    verses = [
        *("Shall I compare thee to a summer's day?", "Thou art more lovely and more temperate."),
        *("Rough winds do shake the darling buds of May,", "And summer's lease hath all too short a date."),
        *("Sometime too hot the eye of heaven shines,", "And often is his gold complexion dimmed;"),
    ]
    found = paragraphs("\n\n".join("\n".join(verses[at : at + 3]) for at in (0, 3)))
    assert [line.rstrip() for stanza in found for line in stanza.lines] == verses


@pytest.mark.parametrize("width", [40, 56, 72, 100])
def test_marks_that_begin_a_line_by_accident(width: int) -> None:
    prose = " ".join(["The council – as it does each spring – met on Monday, and No: it said no more."] * 6)
    for text in ("\n\n".join([textwrap.fill(prose, width)] * 4), textwrap.fill(prose, width)):
        assert [paragraph.breaks for paragraph in paragraphs(text)] == [()] * len(paragraphs(text))


@given(st.lists(PROSE, min_size=2, max_size=5), st.integers(40, 140))
def test_no_break_of_wrapped_prose_is_meant(texts: list[str], width: int) -> None:
    # A headline may be wider than the width.
    wrapped = "\n\n".join(textwrap.fill(text, width) for text in [*texts, LONG, LONG])
    assert all(not paragraph.breaks for paragraph in paragraphs(wrapped)[-2:])


@given(st.text(st.sampled_from("ab1-.: \n\t漢。•Q"), max_size=80))
def test_breaks_are_offsets_of_lines(text: str) -> None:
    for paragraph in paragraphs(text):
        assert "".join(paragraph.lines) == paragraph.text
        assert all(line.strip() for line in paragraph.lines)


def test_items_and_verses() -> None:
    assert are_items(["- a roof ", "- a pipe"])
    assert are_items(["Velk 47 ", "Brenntal 45"])
    assert not are_items(["I rowed the moon ", "and asked her for a crown."])


def test_items_are_sentences_and_verses_are_not() -> None:
    text = f"{LONG}\n\n- a roof\n- a pipe\n\nI rowed the moon\nacross the sound."
    article = Article("a.txt", paragraphs(text))
    read = read_articles(Pair(article, article)).left
    starts = [[sentence.start for sentence in read.paragraphs[at].sentences] for at in (1, 2)]
    assert starts == [[0, 9], [0]]
    joined = read.joined((1, 2))
    assert [joined.text[sentence.start : sentence.end] for sentence in joined.sentences] == [
        "- a roof ",
        "- a pipe\n",
        "I rowed the moon across the sound.",
    ]


def test_where_lines_end_is_no_difference() -> None:
    lines = f"{LONG}\n\n" + "\n".join(APART["verses"])
    joined = f"{LONG}\n\n" + " ".join(APART["verses"])
    assert compare(lines, joined).is_identical


def test_a_long_list_is_read_at_once() -> None:
    found = paragraphs("Title\n\n" + "\n".join(f"- item {at}" for at in range(20_000)))
    assert len(found[1].breaks) == 19_999
