"""Paragraphs are what their author made them, whatever hands the file went through."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.text.paragraphs import paragraphs

LONG = (
    "Officials travelled to the capital on Saturday for talks that neither government had announced in advance, and "
    "both sides declined to say afterwards what, if anything, had been agreed there."
)
LONGER = (
    "The visit, the first of its kind since relations were broken off in 2019, comes at a moment when oil prices have "
    "fallen for eleven weeks in a row and when the opposition can hardly agree on a candidate."
)
# A line nobody wrapped by hand, and that goes on in the next: it ends no sentence.
UNFINISHED = LONG.rstrip(".") + ", according to"

CASES = {
    "blank lines": ("One.\n\nTwo.\n", ["One.", "Two."]),
    "several blank lines": ("\n\nOne.\n\n\n\nTwo.\n\n", ["One.", "Two."]),
    "blank lines with spaces on them": ("One.\n \t\nTwo.\n", ["One.", "Two."]),
    "blank lines with unseen characters on them": ("One.\n\u00a0\u200b\nTwo.\n", ["One.", "Two."]),
    "lines between blank lines are joined": ("One\nmore.\n\nTwo\nmore.\n", ["One more.", "Two more."]),
    "CRLF": ("One\r\nmore.\r\n\r\nTwo.\r\n", ["One more.", "Two."]),
    "CR": ("One\rmore.\r\rTwo.\r", ["One more.", "Two."]),
    "next line": ("One\x85more.\x85\x85Two.\x85", ["One more.", "Two."]),
    "line separator": ("One\u2028more.\u2028\u2028Two.", ["One more.", "Two."]),
    "paragraph separator": ("One\u2029more.\u2029\u2029Two.", ["One more.", "Two."]),
    "form feed and vertical tab": ("One\x0cmore.\x0b\x0cTwo.", ["One more.", "Two."]),
    "line ends of several systems in one file": ("One\r\nmore.\n\r\n\rTwo.", ["One more.", "Two."]),
    "no line feed at the end": ("One.\n\nTwo.", ["One.", "Two."]),
    "empty": ("", []),
    "only blank lines": ("\n \n\t\n\r\n\u3000\n", []),
    "one line": ("One.", ["One."]),
    "long lines without a blank one": (f"{LONG}\n{LONGER}\n{LONG}\n", [LONG, LONGER, LONG]),
    "short lines of no common width": (
        "Flood\nBy A. Writer\nHundreds left their homes on Monday.\nNo one was hurt.\n",
        ["Flood", "By A. Writer", "Hundreds left their homes on Monday.", "No one was hurt."],
    ),
    "wrapped without a blank line: a short line that ends a sentence ends the paragraph": (
        "Officials travelled to the capital on\n"
        "Saturday for talks.\n"
        "Neither of the two governments would\n"
        "comment on them until the evening,\n"
        "and the embassy was closed.\n",
        [
            "Officials travelled to the capital on Saturday for talks.",
            "Neither of the two governments would comment on them until the evening, and the embassy was closed.",
        ],
    ),
    "wrapped without a blank line: a short line inside a sentence does not": (
        "Officials travelled to the capital on\n"
        "Saturday, for the\n"
        "internationally-unrecognised-republic's talks\n"
        "with the two governments, and then they\n"
        "went home.\n",
        [
            "Officials travelled to the capital on Saturday, for the internationally-unrecognised-republic's talks "
            "with the two governments, and then they went home."
        ],
    ),
    "indents": (
        "  Officials travelled to the capital on\n"
        "Saturday for talks.\n"
        "  Neither of the two governments would\n"
        "comment on them until the evening.\n",
        [
            "Officials travelled to the capital on Saturday for talks.",
            "Neither of the two governments would comment on them until the evening.",
        ],
    ),
    "a hanging first line and the rest indented is one paragraph": (
        "Officials travelled to the capital on\n  Saturday for talks, and neither of them\n  would comment.\n",
        ["Officials travelled to the capital on Saturday for talks, and neither of them would comment."],
    ),
    "a blank line after the title only, then long lines of sentences": (
        f"Flood\n\n{LONG}\n{LONGER}\n{LONG}\n",
        ["Flood", LONG, LONGER, LONG],
    ),
    "a blank line after the title only, then long lines inside a sentence": (
        f"Flood\n\n{UNFINISHED}\n{LONGER}\n",
        ["Flood", f"{UNFINISHED} {LONGER}"],
    ),
    "long lines that end with a quotation": (
        f"Flood\n\n“{LONG}”\n“{LONGER}”\n",
        ["Flood", f"“{LONG}”", f"“{LONGER}”"],
    ),
    "Chinese is joined without a space": ("新华社北京\n三月消息。\n\n第二段。\n", ["新华社北京三月消息。", "第二段。"]),
    "Japanese with an ideographic space as indent": ("\u3000発表し\nた。\n\n\u3000次。", ["発表した。", "次。"]),
    "a Latin word beside Han keeps its space": ("北约是\nNATO 组织。\n\n二。", ["北约是 NATO 组织。", "二。"]),
    "Korean has spaces": ("대통령은\n오늘\n\n둘", ["대통령은 오늘", "둘"]),
    "Chinese wrapped without a blank line": (
        "新华社北京三月三日消息记者今天\n"
        "从有关部门获悉。\n"
        "第二段从这里开始一直写到下一行\n"
        "为止，然后再写到下一行的一半就\n"
        "结束了。\n",
        [
            "新华社北京三月三日消息记者今天从有关部门获悉。",
            "第二段从这里开始一直写到下一行为止，然后再写到下一行的一半就结束了。",
        ],
    ),
    "a compound broken after its hyphen": ("a much-\nquestioned vote\n\nTwo.", ["a much-questioned vote", "Two."]),
    "a suspended hyphen": ("Haupt-\nund Nebenstraße\n\nTwo.", ["Haupt- und Nebenstraße", "Two."]),
    "a suspended hyphen in English": ("pre-\nand post-war\n\nTwo.", ["pre- and post-war", "Two."]),
    "a suspended hyphen before a range": ("a two-\nto three-year term\n\nB", ["a two- to three-year term", "B"]),
    "a compound that ends in 'to'": ("a how-\nto guide\n\nTwo.", ["a how-to guide", "Two."]),
    "a compound that ends in 'of'": ("an unheard-\nof sum\n\nTwo.", ["an unheard-of sum", "Two."]),
    "a compound with 'and' inside": ("a hit-\nand-run case\n\nTwo.", ["a hit-and-run case", "Two."]),
    "a typed dash": ("in and out--\nand back\n\nin and out\n--and back", ["in and out--and back"] * 2),
    "a typed dash behind a full stop": ("out.--\nAnd back\n\nout.\n--And back", ["out.--And back"] * 2),
    "a typed dash between spaces": ("in --\nor out\n\nin\n-- or out", ["in -- or out"] * 2),
    "a dash that opens a quotation": ("He said:\n– Yes.\n\nTwo.", ["He said: – Yes.", "Two."]),
    "a minus": ("it was\n-5 degrees\n\nTwo.", ["it was -5 degrees", "Two."]),
    "a soft hyphen at the break": ("ques\u00ad\ntioned\n\nTwo.", ["ques\u00adtioned", "Two."]),
    "runs of spaces and tabs": ("One  \t two.\n\n\tThree.", ["One two.", "Three."]),
    "no-break space inside is the author's": ("10\u00a0000 people\u00a0!\n\nB", ["10\u00a0000 people\u00a0!", "B"]),
    "no-break space at an edge is none": ("\u00a0One.\u00a0\n\n\u202fTwo.\u202f", ["One.", "Two."]),
    "zero-width characters at an edge": ("\ufeffOne.\u200b\n\n\u200bTwo.\ufeff", ["One.", "Two."]),
    "zero-width joiner inside": ("می\u200cخواهم\n\nB", ["می\u200cخواهم", "B"]),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES.keys())
def test_paragraphs(source: str, expected: list[str]) -> None:
    assert [paragraph.text for paragraph in paragraphs(source)] == expected


def test_offsets_are_into_the_source() -> None:
    source = "\n  One\r\n more.  \n\n\tTwo."
    assert [source[p.start : p.end] for p in paragraphs(source)] == ["One\r\n more.", "Two."]


PLAIN_WORD = st.text("abcdefgilmnoprstuvw", min_size=1, max_size=12)
MANNERED_WORD = st.sampled_from(
    (
        "much-questioned",
        "how-to",
        "unheard-of",
        "hit-and-run",
        "twenty-one-year-old",
        "two- to three-year",
        "pre- and post-war",
        "Haupt- und Nebenstraße",
        "out--and",
        "he,--and",
        "said.--And",
        "--",
        "–",
        "-5",
        "1,482.5",
        "“Yes,”",
        "end.",
        "end.”",
        "U.S.",
        "10\u00a0000",
        "Überprüfung",
        "x-ray",
    )
)
PROSE = st.lists(st.one_of(PLAIN_WORD, PLAIN_WORD, MANNERED_WORD), min_size=1, max_size=70).map(" ".join)


@given(st.lists(PROSE, min_size=2, max_size=5), st.integers(40, 140), st.integers(40, 140))
def test_wrapping_anew_changes_no_text(texts: list[str], width: int, other: int) -> None:
    def wrapped(columns: int) -> str:
        return "\n\n".join(textwrap.fill(text, columns) for text in texts)

    assert [p.text for p in paragraphs(wrapped(width))] == texts
    assert [p.text for p in paragraphs(wrapped(other))] == texts
    assert [p.text for p in paragraphs("\n\n".join(texts))] == texts


@given(PROSE, st.integers(40, 140))
def test_a_single_paragraph_wrapped_is_one(text: str, width: int) -> None:
    assert [p.text for p in paragraphs(textwrap.fill(text, width))] == [text]


@given(PROSE, st.integers(40, 140), st.sampled_from(("\r\n", "\r", "\x85", "\u2028", "\u2029")))
def test_every_line_end_is_one(text: str, width: int, line_end: str) -> None:
    source = f"Title\n\n{textwrap.fill(text, width)}\n\nThe end.\n"
    expected = [p.text for p in paragraphs(source)]
    assert [p.text for p in paragraphs(source.replace("\n", line_end))] == expected


UNSEEN = "\u200b\ufeff"
ROUGH = st.text(st.sampled_from("aaab.-”漢ー\u00ad\u0301\u200d \t\u00a0\u3000\u200b\ufeff\n\n\r\x85\u2028\x0c\x1f"))


def solid(text: str) -> str:
    """A text without white space and what is invisible at edges."""
    return "".join(character for character in text if not character.isspace() and character not in UNSEEN)


@given(st.one_of(ROUGH, st.text()))
def test_nothing_is_lost_or_made_up(source: str) -> None:
    found = paragraphs(source)
    for paragraph in found:
        assert solid(source[paragraph.start : paragraph.end]) == solid(paragraph.text)
    assert "".join(solid(paragraph.text) for paragraph in found) == solid(source)


@given(st.one_of(ROUGH, st.text()))
def test_offsets_rise_and_edges_are_bare(source: str) -> None:
    end = 0
    for paragraph in paragraphs(source):
        assert end <= paragraph.start < paragraph.end <= len(source)
        end = paragraph.end
        assert source[paragraph.start] == paragraph.text[0]
        assert source[paragraph.end - 1] == paragraph.text[-1]
        assert solid(paragraph.text[0])
        assert solid(paragraph.text[-1])


@given(ROUGH)
def test_paragraphs_of_paragraphs_are_the_same(source: str) -> None:
    texts = [paragraph.text for paragraph in paragraphs(f"Title\n\n{source}\n\nThe end.")]
    assert [paragraph.text for paragraph in paragraphs("\n\n".join(texts))] == texts
