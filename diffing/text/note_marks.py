"""Marks of notes and citations: labels behind a sentence or a word, which say nothing about the story.

four million crowns.[1] It was      [1]           faster than expected [3], and     [3]
four million crowns.¹ It was        ¹             too low [4, 5].                   [4, 5]
lo mantiene.[nota 2]                [nota 2]      The county paid. (2) The town     (2)

The young birds (12) were counted, 40 km², 'we lost [12] men': no marks
"""

from typing import TYPE_CHECKING

from diffing.patterns import lazy_pattern

if TYPE_CHECKING:  # tokens.py imports this module
    from diffing.text.tokens import Token

_SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_FIGURES = r"\d{1,3}(?:\s?[,;\u2013-]\s?\d{1,3})*"
_SIGNS = "*\u2020\u2021"
_SENTENCE_END = ".!?\u2026\u3002\uff01\uff1f"
_CLOSING = "\"'\u201d\u2019\u00bb\u300d\u300f"
_NOTE = lazy_pattern(
    # [1], [4, 5], [nota 2] and, with a page, [4]:12, directly behind a word or a mark; not the text of a link, [1](https://...)
    rf"(?<=[^\s\[(])\[(?:[^\W\d_]{{1,6}}\.?\s?)?{_FIGURES}\](?::\d{{1,3}}(?!\w))?(?!\()"
    # [1] behind a space, before a mark or the end
    rf"|(?<=\S)[ \xa0]\[{_FIGURES}\](?=\s*(?:[.,;:!?)\u3002\uff0c]|$))"
    # (1) behind a sentence
    rf"|(?<=[{_SENTENCE_END}{_CLOSING}])[ \xa0]?\(\d{{1,2}}\)(?=\s|$)"
    # ¹ behind a mark, or behind a word that is longer than the sign of a unit: km
    rf"|(?:(?<=[{_SENTENCE_END},;:{_CLOSING}])|(?<=[^\W\d_]{{4}}))[{_SUPERSCRIPTS}]+(?![\w(])"
    # * and \u2020 behind a mark or a word, before a mark or a space
    rf"|(?:(?<=[{_SENTENCE_END},;:{_CLOSING}])|(?<=[^\W\d_]{{2}}))[{_SIGNS}]{{1,3}}(?![^\s{_SENTENCE_END},;:{_CLOSING})])"
    # the same signs and \u00b9, where the note itself begins
    rf"|^(?:[{_SIGNS}]{{1,3}}|[{_SUPERSCRIPTS}]+)(?=\s?[^\W\d_])"
)
# [1] between two words: a mark if the text has one for certain. Else it may stand in a quotation: 'we lost [12] men'.
_DOUBTFUL_NOTE = lazy_pattern(rf"(?<=\S)[ \xa0]\[{_FIGURES}\](?=\s)")
# What each of these marks has. Few texts in brackets have it: 'darkness [was] upon the face'.
_IN_BRACKETS = lazy_pattern(r"\[[^\]]{0,8}?\d|\(\d")
_SIGN = lazy_pattern(f"[{_SUPERSCRIPTS}\u2020\u2021]")


def note_marks(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of the marks of notes in a text, rising; a mark begins with the space before it."""
    has_sign = ("[" in text or "(" in text) and _IN_BRACKETS.search(text)
    if not has_sign and "*" not in text and (text.isascii() or not _SIGN.search(text)):
        return ()
    found = [match.span() for match in _NOTE.finditer(text)]
    if found and "[" in text:
        found = sorted({*found, *(match.span() for match in _DOUBTFUL_NOTE.finditer(text))})
    return tuple(found)


def without_note_marks(text: str) -> str:
    """Return a text without the marks of its notes."""
    marks = note_marks(text)
    if not marks:
        return text
    edges = [0, *(edge for mark in marks for edge in mark), len(text)]
    return "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def with_marks_held(text: str, side: list["Token"]) -> list["Token"]:
    """Return the tokens of a text, with each mark of a note as a part of the token before it.

    A mark that opens the text is a part of the token behind it. So a mark that is gone, or has another number, is
    typography: the text says the same.
    """
    marks = note_marks(text)
    if not marks:
        return side
    found: list[Token] = []
    at = 0
    opening = 0 if marks[0][0] else marks[0][1]
    for token in side:
        if token.start < opening:
            continue
        if opening and not found:
            token = token._replace(start=0)
        while at < len(marks) and marks[at][1] <= token.start:
            at += 1
        if found and at < len(marks) and marks[at][0] <= token.start < marks[at][1]:
            found[-1] = found[-1]._replace(end=token.end)
        else:
            found.append(token)
    return found
