"""Wiki text of MediaWiki, as one edits it or as an archive keeps it.

== Repair ==                                            a heading
At least {{nobr|14 people}} died in [[Lurvik]].         At least 14 people died in Lurvik.
[[File:Dam.jpg|thumb|The dam]]                          a caption
{| ... |- | North || 12 |}                              a row: North | 12
"""

import re
from collections.abc import Iterator
from itertools import islice

from diffing.model import Reading, ReadingNote, Role
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Block, Document
from diffing.sources.limits import MAX_BLOCKS
from diffing.sources.markup.fields import counted
from diffing.sources.markup.wiki_templates import QUOTATION
from diffing.sources.markup.wiki_text import ASIDE, WikiText
from diffing.sources.registry import Reader, ReadOptions, Sample, decoded_text

# Signs of wiki text; a text of another kind has one of them at most.
_SIGNS = (
    lazy_pattern(r"(?:^|[^'])'{2,3}(?!')[^'\n]{1,200}'{2,3}(?!')"),
    lazy_pattern(r"^(={1,5})[ \t]*[^=\n]+[ \t]*\1[ \t]*$", re.MULTILINE),
    lazy_pattern(r"\{\{[^\W\d_][^{}\n]{0,200}(?:\}\}|\n\s*\|)"),
    lazy_pattern(
        r"\[\[(?:Category|File|Image|Kategorie|Datei|Catégorie|Fichier|Categoría|Archivo|Категория|Файл):", re.I
    ),
    lazy_pattern(r"<ref[ >/]|<references|__[A-Z]{3,}__", re.I),
    lazy_pattern(r"</(?:su[bp]|blockquote|nowiki|span|small|del|poem|math|gallery)>", re.I),
    lazy_pattern(r"^\{\|[^\n]*\n\s*[|!]", re.MULTILINE),
    lazy_pattern(r"\[\[[^\[\]|\n]{1,80}(?:\|[^\[\]\n]{1,80})?\]\]"),
)
_LEAST_SIGNS = 2
_PLAIN_LINK = _SIGNS[-1]
_MANY_LINKS = 3
_SPAN = lazy_pattern(r"\s*<span id=[^<>]*></span>", re.I)
_LIST = lazy_pattern(r"[*#:;]+\s*")
_MARKS = lazy_pattern(r"'{2,}")
_CELL_ATTRIBUTES = lazy_pattern(r"\s*(?:[\w-]+\s*=\s*(?:\"[^\"|]*\"|'[^'|]*'|(?>[^\s|\"']+))\s*)++\|(?!\|)")


def _recognise(sample: Sample) -> float:
    text = sample.text
    if text.lstrip().startswith("<") and not _SPAN.match(text):
        return 0.0
    found = [sign for sign in _SIGNS if sign.search(text)]
    if len(found) < _LEAST_SIGNS:
        return 0.0
    if len(found) == _LEAST_SIGNS and _PLAIN_LINK in found:
        # Links of this form are also written in notes of other programs.
        return 0.6 if sum(1 for _ in _PLAIN_LINK.finditer(text)) >= _MANY_LINKS else 0.0
    return 0.85


def _read(content: bytes, options: ReadOptions) -> Document:
    text, encoding = decoded_text(content, options)
    blocks, notes = wiki_blocks(text)
    return Document(blocks, encoding, notes=notes)


def wiki_blocks(text: str) -> tuple[list[Block], tuple[ReadingNote, ...]]:
    """Return the blocks of a wiki text, its references behind the others, and what was left out of it."""
    wiki = WikiText(text)
    found = _blocks(wiki)
    blocks = [Block(wiki.words(block.text), block.role) for block in islice(found, MAX_BLOCKS)]
    is_cut = next(found, None) is not None
    notes = (Block(wiki.words(_unmarked(note)), Role.NOTE) for note in wiki.notes)
    return [*blocks, *notes], (
        *counted(Reading.STRUCK_WORDS, wiki.struck),
        *counted(Reading.HIDDEN_WORDS, wiki.hidden),
        *counted(Reading.TEMPLATES, wiki.templates),
        *counted(Reading.CUT_OFF, int(is_cut)),
    )


def _blocks(wiki: WikiText) -> Iterator[Block]:
    """Yield the blocks of a wiki text, each with those that stand beside it."""
    for block in _paragraphs(wiki.text):
        text = ASIDE.sub("", block.text)
        yield Block(_unmarked(text).replace("<br>", "\n"), block.role)
        for match in ASIDE.finditer(block.text):
            aside = wiki.asides[int(match[1])]
            yield Block(_unmarked(aside.text), aside.role)


def _paragraphs(text: str) -> Iterator[Block]:
    """Yield the paragraphs, headings, items and rows of the lines of a text; markup in a line stays."""
    pending: list[str] = []
    table = _Table()
    for line in [*text.split("\n"), ""]:
        bare = line.strip()
        if table.takes(bare):
            if pending:
                yield Block(" ".join(pending))
                pending = []
            yield from table.take(bare)
            continue
        special = _special(line, bare)
        if special is None and bare:
            pending.append(f"<br>{bare}<br>" if line.startswith(" ") else bare)
            continue
        if pending:
            yield Block(" ".join(pending))
            pending = []
        if special is not None:
            yield special
    yield from table.rest()


def _special(line: str, bare: str) -> Block | None:
    """Return the block of a line that is no prose; None for prose."""
    if line.startswith("=") and bare.endswith("=") and (words := bare.strip("= ")):
        return Block(words, Role.HEADING)
    if line.startswith("----"):
        return Block(line.lstrip("-"))
    if bare.startswith(QUOTATION):
        return Block(bare.strip(QUOTATION), Role.QUOTATION)
    if match := _LIST.match(line):
        is_text = set(match[0].strip()) == {":"}
        words = line[match.end() :]
        term, colon, about = words.partition(" : ") if match[0].startswith(";") else (words, "", "")
        return Block(f"{term}<br>{about}" if colon else words, Role.TEXT if is_text else Role.ITEM)
    return None


class _Table:
    """The table that is open, and the cells of its row so far."""

    def __init__(self) -> None:
        self._depth = 0
        self._cells: list[list[str]] = []

    def takes(self, line: str) -> bool:
        """Return whether a line belongs to a table."""
        return self._depth > 0 or line.startswith("{|")

    def take(self, line: str) -> Iterator[Block]:
        """Take a line; yield the row that ends with it, and captions."""
        if line.startswith("{|"):
            self._depth += 1
            yield from self.rest()
        elif line.startswith("|}"):
            self._depth -= 1
            yield from self.rest()
        elif line.startswith("|+"):
            yield Block(_without_attributes(line[2:]), Role.CAPTION)
        elif line.startswith("|-"):
            yield from self.rest()
        elif line.startswith(("|", "!")):
            parts = re.split(r"\|\||!!" if line[0] == "!" else r"\|\|", line[1:])
            self._cells += ([_without_attributes(part)] for part in parts)
        elif self._cells:
            self._cells[-1].append(_LIST.sub("", line, count=1))
        elif line:
            yield Block(line)

    def rest(self) -> Iterator[Block]:
        """Yield the row so far."""
        cells = [" ".join(" ".join(cell).split()) for cell in self._cells]
        if any(cells):
            yield Block(" | ".join(cells), Role.TABLE_ROW)
        self._cells = []


def _without_attributes(cell: str) -> str:
    match = _CELL_ATTRIBUTES.match(cell)
    return cell[match.end() :] if match else cell


def _unmarked(text: str) -> str:
    """Return a text without the apostrophes of bold and italics; l'''amour'' keeps its own."""
    if "''" not in text:
        return text
    runs = [match.span() for match in _MARKS.finditer(text)]
    sizes = [min(end - start, 5) for start, end in runs]
    bold = sum(size in (3, 4, 5) for size in sizes)
    italic = sum(size in (2, 5) for size in sizes)
    own = _apostrophe(text, runs) if bold % 2 and italic % 2 else -1

    parts: list[str] = []
    at = 0
    for start, end in runs:
        size = end - start
        parts += text[at:start], "'" * (1 if size == 4 or start == own else max(0, size - 5))
        at = end
    return "".join([*parts, text[at:]])


def _apostrophe(text: str, runs: list[tuple[int, int]]) -> int:
    """Return where the first of three apostrophes is one of the text: behind a letter; -1 for none."""
    return next((start for start, end in runs if end - start == 3 and text[start - 1 : start].isalpha()), -1)


READER = Reader("mediawiki", _recognise, _read)
