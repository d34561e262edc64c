"""Markdown: its marks off and its words kept, the wordings before and after an editor's changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.model import Article, Reading, ReadingNote, Role
from diffing.sources.plain import article
from diffing.sources.registry import ReadOptions, Revisions, source_of


def read(text: str, revisions: Revisions = Revisions.FINAL) -> Article:
    found = source_of("a", text.encode(), ReadOptions(format="markdown", revisions=revisions))
    assert isinstance(found, Article)
    return found


def texts(text: str, revisions: Revisions = Revisions.FINAL) -> list[str]:
    return [each.text for each in read(text, revisions).paragraphs]


def roles(text: str) -> list[tuple[Role, str]]:
    return [(each.role, each.text) for each in read(text).paragraphs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**At least** 14 *people* __died__ _here_.", "At least 14 people died here."),
        ("***All*** of **the _dam_** held", "All of the dam held"),
        ("2*3*4 and 5 * 6 * 7, snake_case_name", "2*3*4 and 5 * 6 * 7, snake_case_name"),
        ("**flood**ed, F*** it, sh*t*", "flooded, F*** it, sh*t*"),
        ("*Prices exclude tax", "*Prices exclude tax"),
        ("我们**很**好，**“好”**吗", "我们很好，“好”吗"),
        ("[14 people](https://lurvik.example/a_b_c \"Lurvik\") died", "14 people died"),
        ("see [the *report*][r], [r] and [other]\n\n[r]: https://x.example/x 'T'", "see the report, r and [other]"),
        ("<https://lurvik.example/a_b>", "https://lurvik.example/a_b"),
        ("[x](a(b)c) and [y](<a b>)", "x and y"),
        ("a [bracket] and (brace) [a [b](c) d]", "a [bracket] and (brace) [a b d]"),
        (r"\*literal\* \[x\](y) 5\_6", "*literal* [x](y) 5_6"),
        ("use `a*b*c` and ``x`y``", "use a*b*c and x`y"),
        ("an ` alone", "an ` alone"),
        ("AT&amp;T &mdash; &#163;5 &unknown;", "AT&T — £5 &unknown;"),
        ("10<sup>6</sup> H<sub>2</sub>O<br>and <b>so</b> <em>on</em> <Nora> 5 < 6", "10⁶ H₂O and so on <Nora> 5 < 6"),
        ("one  \ntwo\\\nthree\nfour", "one two three four"),
        ("well-\nknown", "well-known"),
        ("<!-- no\n\nword -->It rained.", "It rained."),
        ("1986. A great year", "1986. A great year"),
        ("1. Mai ist ein Feiertag", "1. Mai ist ein Feiertag"),
        ("in the years 1990\n- 1995 were hard", "in the years 1990 - 1995 were hard"),
        ("#1 in the charts", "#1 in the charts"),
        ("{curly} {-x-} {{x}}", "{curly} {-x-} {{x}}"),
        ("~5 and ~~~6~~~ and ~~", "~5 and ~~~6~~~ and ~~"),
    ],
)  # fmt: skip
def test_words_of_a_paragraph(text: str, expected: str) -> None:
    assert texts(text) == [expected]


def test_line_ends_that_the_author_set() -> None:
    assert read("Roses  \nare\\\nred\nindeed").paragraphs[0].breaks == (6, 10)


def test_parts() -> None:
    text = """---
title: The dam
---
# The dam #

By the river
============

It rained.
---
> Never
> again.

- One
- Two
  goes on
* Three

1. First
2. Second

| Party | Seats |
|-------|------:|
| **River** | 41 |
| a \\| b |

![The dam](dam.jpg "at dusk")

Text[^n] of 14[^n] with ![a picture](p.png) in it.

```
code * here *
```

[^n]: Said the
    mayor.

    And more.

<div class="x"><p>In HTML</p></div>

[^unused]: Late.

Last.
"""
    assert roles(text) == [
        (Role.HEADING, "The dam"),
        (Role.HEADING, "By the river"),
        (Role.TEXT, "It rained."),
        (Role.QUOTATION, "Never again."),
        (Role.ITEM, "One"),
        (Role.ITEM, "Two goes on"),
        (Role.ITEM, "Three"),
        (Role.ITEM, "First"),
        (Role.ITEM, "Second"),
        (Role.TABLE_ROW, "Party | Seats"),
        (Role.TABLE_ROW, "River | 41"),
        (Role.TABLE_ROW, "a | b"),
        (Role.CAPTION, "The dam"),
        (Role.TEXT, "Text¹ of 14 ¹ with in it."),
        (Role.CAPTION, "a picture"),
        (Role.TEXT, "code * here *"),
        (Role.TEXT, "In HTML"),
        (Role.TEXT, "Last."),
        (Role.NOTE, "¹ Said the mayor."),
        (Role.NOTE, "And more."),
        (Role.NOTE, "Late."),
    ]
    assert [tuple(each) for each in read(text).metadata] == [("title", "The dam")]


def test_lines_without_an_empty_one_are_paragraphs() -> None:
    long = "It rained for three days, and the dam at Lurvik held. " * 3
    assert texts(f"# The dam\n{long}\nAll left.") == ["The dam", long.strip(), "All left."]
    assert texts("# The dam\nIt rained\nat dusk.") == ["The dam", "It rained at dusk."]


@pytest.mark.parametrize(
    ("text", "original", "final", "changes"),
    [
        ("At least {--12--}{++14++} died.", ["At least 12 died."], ["At least 14 died."], 2),
        ("At least {~~12~>14~~} died.", ["At least 12 died."], ["At least 14 died."], 2),
        ("{==Sure?==}{>>Ask him.<<} Yes.", ["Sure? Yes."], ["Sure? Yes."], 0),
        ("One.{++\n\nTwo.++}\n\nThree.", ["One.", "Three."], ["One.", "Two.", "Three."], 1),
        ("One.{--\n\n--} Two.", ["One.", "Two."], ["One. Two."], 1),
        ("{++# The dam++}\n\nIt rained.", ["It rained."], ["The dam", "It rained."], 1),
        ("- {--One--}\n- Two", ["One", "Two"], ["Two"], 1),
        ("At least ~~12~~ **14** died.", ["At least 12 14 died."], ["At least 14 died."], 1),
        ("At <del>12</del><ins>14</ins> died</ins>.", ["At 12 died."], ["At 14 died."], 2),
        ("<div><del>12</del> <ins>14</ins> died</div>", ["12 died"], ["14 died"], 2),
        ("never {--closed and {++open", ["never {--closed and {++open"], ["never {--closed and {++open"], 0),
    ],
)
def test_changes_have_two_wordings(text: str, original: list[str], final: list[str], changes: int) -> None:
    assert texts(text, Revisions.ORIGINAL) == original
    assert texts(text) == final
    for way in Revisions:
        counts = [note.count for note in read(text, way).notes if note.what is Reading.TRACKED_CHANGES]
        assert counts == ([changes] if changes else [])


def test_changes_have_places() -> None:
    text = "**At** {--12--}{++14++} died. {++\n\nTwo *more*.++}"
    final, original = read(text), read(text, Revisions.ORIGINAL)
    assert [each.place.words(final) for each in final.revisions] == ["14", "Two more."]
    assert [each.place.words(original) for each in original.revisions] == ["12"]


def test_struck_words_are_counted() -> None:
    assert ReadingNote(Reading.STRUCK_WORDS, 2) in read("~~two words~~ more").notes


@pytest.mark.parametrize(
    "text",
    [
        "It rained * and snowed. We are #1.\n\n* Prices exclude tax\n\n1986. A great year",
        "- Nie wiem.\n- Ja te\u017c nie.\n\n> said *he*",
        "The dam\n---\n\nIt rained.",
        '{"text": "**a** [b](c)"}',
        "<p>**a** [b](c)</p>",
        "# One heading\n\nThe dam at Lurvik held.",
        "# 1 Blue by Anna Berg\n\nA song of rain.\n\n# 2 Red by Tom Vik\n\nA song of snow.",
        "#Lurvik #dam\n\nIt held.\n\n#flood #rain",
        "# apples\n# pears\n# plums\n\n# bread\n# milk",
        "The dam held.\nIt rained.\n=====\nIt snowed.",
        "======\n\nThe dam held.\n\n======",
        "Lurvik | Monday\n\n--- | ---\n\nThe dam held.",
        "The dam | Lurvik\n-----\n\nIt held.",
        "a | b | c\n--|--\n",
    ],
)
def test_prose_is_no_markdown(text: str) -> None:
    assert article(source_of("a", text.encode())).format != "markdown"


@pytest.mark.parametrize(
    "text",
    [
        "# The dam\n\nAt **least** 14 died.",
        "See [this](https://lurvik.example).\n\n## More\n\nText",
        "At least {--12--}{++14++} died.",
        "---\ntitle: x\n---\n\n![a](b.png)\n\n**Bold** text",
        "# 12 die at the dam\n\nThe dam at Lurvik broke.\n\n## What we know\n\nThe mayor was there.",
        "Der Damm hielt.\n\n### Der Regen\n\nEs regnete.\n\n### Der Schnee\n\nEs schneite.",
        "## 大坝\r\n\r\n大坝没有决堤。\r\n\r\n## 雨\r\n\r\n下雨了。\r\n",
        "# La presa\n## Lurvik\nLa presa aguantó.",
        "The vote was close.\n\n| Town | Votes |\n|------|------:|\n| Lurvik | 12 |",
        "Commune | Voix\n---|---\nLurvik | 12",
        "Die Wahl\r\n\r\n| Ort | Stimmen |\r\n| :-- | --: |\r\n| Lurvik | 12 |\r\n",
        "The dam\n=======\n\nIt held.",
        "Il pleut.\n\nLe barrage\r\n===\r\nIl a tenu.",
        "=======\nThe dam\n=======\n\nIt held.",
    ],
)
def test_several_signs_make_it_markdown(text: str) -> None:
    assert article(source_of("a", text.encode())).format == "markdown"


def test_signs_that_are_enough_leave_the_words_of_prose() -> None:
    text = "Songs\n=====\n\n1. Blue\n2. Red\n\n1986. A great year\n\nCall 555_01_22, a_b_c@x.example, http://x.example/a_(b)."
    assert texts(text) == [
        *("Songs", "Blue", "Red", "1986. A great year"),
        "Call 555_01_22, a_b_c@x.example, http://x.example/a_(b).",
    ]


@given(st.text(alphabet="ab1 \n*_~[]()!`<>{}+-=#|^:\\.\u4f60", max_size=120))
def test_no_letter_is_lost_or_invented(text: str) -> None:
    def letters(found: str) -> str:
        return "".join(sorted(each for each in found if each in "ab\u4f60"))

    for way in Revisions:
        found = " ".join(texts(text, way))
        assert not set(found) & set("\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5")
        if not set(text) & set("[<{~`:"):
            assert letters(found) == letters(text)
