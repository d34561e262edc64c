"""Markdown, with the changes that CriticMarkup and struck words mark.

    ---
    title: The dam                               metadata
    ---
    At least ~~12~~ **14** [people](/p) died.    At least 14 people died.

It takes several signs of Markdown to make a text one: prose with an asterisk or a '#1' is plain text. Two headings, a
table, or a title over a line of '=' are enough.
"""

import re

from diffing.model import Reading, ReadingNote
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Document
from diffing.sources.markup.critic_markup import SIGN
from diffing.sources.registry import Reader, ReadOptions, Sample, decoded_text
from diffing.text.front_matter import front_matter

# Signs of Markdown and what each counts; _ENOUGH of them make a text Markdown.
_SIGNS = (
    (lazy_pattern(r"^ {0,3}#{1,6} +[^\s#]", re.MULTILINE), 2),
    (lazy_pattern(r"(?<!!)\[[^\[\]\n]{1,300}\]\([^()\s]{1,500}(?: \"[^\"\n]{0,300}\")?\)"), 2),
    (lazy_pattern(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{1,500}\)"), 2),
    (lazy_pattern(r"(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,500}(?<=\S)\*\*(?![\w*])"), 2),
    (lazy_pattern(r"(?<![~\w])~~(?=[^\s~])[^~\n]{1,500}(?<=\S)~~(?!~)"), 2),
    (lazy_pattern(r"^ {0,3}\[\^[^\]\s\[]{1,100}\]: *\S", re.MULTILINE), 2),
    (lazy_pattern(r"^ {0,3}\[[^\[\]^]{1,100}\]: *<?(?:https?://|/)\S", re.MULTILINE), 2),
    (lazy_pattern(r"^ {0,3}\|? *:?-{3,}:? *\|(?: *:?-{3,}:? *\|?)*$", re.MULTILINE), 2),
    (lazy_pattern(r"^ {0,3}(?:```|~~~)[\w-]*$", re.MULTILINE), 2),
    (
        lazy_pattern(
            r"(?<![\w*])\*(?=[^\s*])[^*\n]{1,300}(?<=\S)\*(?![\w*])|(?<![\w_])_(?=[^\s_])[^_\n]{1,300}(?<=\S)_(?![\w_])"
        ),
        1,
    ),
    (lazy_pattern(r"^ {0,3}[-*+] +\S.*\n(?:\s*\n)? {0,3}[-*+] +\S", re.MULTILINE), 1),
    (lazy_pattern(r"^ {0,3}> ?\S", re.MULTILINE), 1),
)
_ENOUGH = 4
# What front matter counts beside another sign.
_FRONT_MATTER = 2
# Lines that begin with '#'. Several of one level below each other are a list of a wiki, or remarks of a program.
_HEADINGS = lazy_pattern(r"^ {0,3}(#{1,6})[ \t]+[^\s#].*(?:\n {0,3}\1[ \t]+\S.*)*", re.MULTILINE)
_NUMBERED = lazy_pattern(r" {0,3}#+[ \t]+\d+\b")
_ENOUGH_HEADINGS = 2
# A title between an empty line, or another line of '=', and a line of '='.
_UNDERLINED = lazy_pattern(
    r"(?:\A|\n[ \t]*\r?\n|={3,}[ \t]*\r?\n) {0,3}[^\s=|<>].{0,300}\n {0,3}={3,}[ \t]*\r?(?:\n|\Z)"
)
# The first row of a table and the line below it.
_TABLE = lazy_pattern(
    r"""^[ ]{0,3}(?=(?P<row>[^\n]{0,1000}\|[^\n]{0,1000})\n
    [ ]{0,3}(?P<line>\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?)[ \t]*\r?(?:\n|\Z))""",
    re.MULTILINE | re.VERBOSE,
)
_OTHER_KIND = lazy_pattern(r"\s*(?:<(?!!--)[!?a-zA-Z]|[{\[]\s*[\"{\[])")


def _recognise(sample: Sample) -> float:
    text = sample.text
    if _OTHER_KIND.match(text):
        return 0.0
    if SIGN.search(text) or _UNDERLINED.search(text) or _has_headings(text) or _has_table(text):
        return 0.8
    found = sum(weight for sign, weight in _SIGNS if sign.search(text))
    return 0.8 if found and found + _FRONT_MATTER * bool(front_matter(text).fields) >= _ENOUGH else 0.0


def _has_headings(text: str) -> bool:
    """Return whether a text has two headings, and not only ranks of charts: '# 1 Blue'."""
    found = [match[0] for match in _HEADINGS.finditer(text) if "\n" not in match[0]]
    return len(found) >= _ENOUGH_HEADINGS and not all(_NUMBERED.match(heading) for heading in found)


def _has_table(text: str) -> bool:
    """Return whether a text has a table: a row, and below it a line of hyphens with as many cells."""
    return any(_cells_in(match["row"]) == _cells_in(match["line"]) for match in _TABLE.finditer(text))


def _cells_in(row: str) -> int:
    return row.strip().strip("|").count("|") + 1


def _read(content: bytes, options: ReadOptions) -> Document:
    from diffing.sources.markup.change_marks import MarkedText, without_marks
    from diffing.sources.markup.critic_markup import one_wording
    from diffing.sources.markup.html_blocks import fragment_content
    from diffing.sources.markup.markdown_blocks import parts_of
    from diffing.sources.office.wordings import Flow, Tally

    text, encoding = decoded_text(content, options)
    metadata, start = front_matter(text)
    tally = Tally(options.revisions)
    flow, marked = Flow(tally), MarkedText(tally)
    others: list[ReadingNote] = []
    for part in parts_of(one_wording(without_marks(text[start:]), tally.is_final)):
        if tally.cut:
            break
        if not part.is_html:
            marked.write(flow, part.text)
            flow.end(part.role, marked.changes)
            continue
        html = fragment_content(part.text, options.revisions)
        others += html.notes
        for block in html.blocks:
            marked.write(flow, block.text)
            flow.end(block.role, marked.changes)
    return Document(flow.blocks, encoding, metadata, _added(tally.notes, others))


def _added(*several: "tuple[ReadingNote, ...] | list[ReadingNote]") -> tuple[ReadingNote, ...]:
    """Return notes with those of one kind added up."""
    counts: dict[Reading, int] = {}
    for note in (note for notes in several for note in notes):
        counts[note.what] = counts.get(note.what, 0) + note.count
    return tuple(ReadingNote(what, count) for what, count in counts.items())


READER = Reader("markdown", _recognise, _read)
