r"""The text of an RTF document.

{\rtf1 At least {\deleted 12}{\revised 14} people died.\par}         At least 14 people died.
"""

from dataclasses import replace

from diffing.model import Role
from diffing.sources.documents import Block
from diffing.sources.limits import MAX_DEPTH, UnreadableError
from diffing.sources.markup.superscripts import raised
from diffing.sources.office.rtf_head import Font, RtfHead
from diffing.sources.office.rtf_state import Group, Letters, Lines, Part, set_letters, set_lines
from diffing.sources.office.rtf_tokens import (
    SYMBOLS,
    Kind,
    Token,
    date_of,
    encoding_of_charset,
    encoding_of_page,
    tokens,
)
from diffing.sources.office.rtf_words import CHARACTERS, CONTROL_SYMBOLS, KNOWN_STARS, PAGE_TEXTS, PASSED_OVER, TABLES
from diffing.sources.office.symbol_fonts import in_font, shown
from diffing.sources.office.wordings import Change, Changes, Tally

# Words in the tables of the head with the number of a font or style, or of its characters.
_KEYS = frozenset((("fonts", "f"), ("fonts", "fcharset"), ("styles", "s"), ("styles", "cs"), ("styles", "ts")))
_LAST_LEVEL = 8
_UNKNOWN = "\ufffd"


class RtfText:
    """Reads an RTF document into blocks."""

    def __init__(self, tally: Tally) -> None:
        self.notes: list[Block] = []
        self.page_texts: dict[Role, dict[str, Block]] = {Role.HEADER: {}, Role.FOOTER: {}}
        self._tally = tally
        self._parts = [Part(tally)]
        self._groups = [Group()]
        self._has_star = False
        self._skip = 0
        self._high = 0
        self._bytes = bytearray()
        self._page = "cp1252"
        self._head = RtfHead()
        self._numbered = 0
        self._in_note = False

    @property
    def metadata(self) -> dict[str, str]:
        """The title and the author."""
        return self._head.metadata

    def read(self, content: bytes) -> list[Block]:
        """Read a document; return the blocks of its body."""
        for token in tokens(content):
            self._take(token)
        if len(self._groups) > 1:
            self._tally.cut += 1
        while len(self._groups) > 1:
            self._close()
        self._flush()
        return self._parts[0].blocks()

    def _take(self, token: Token) -> None:
        if token.kind is Kind.TEXT:
            self._text(token.text)
            return
        if token.kind is not Kind.WORD or token.name != "u":
            self._flush()
        if token.kind is Kind.OPEN:
            self._open()
        elif token.kind is Kind.CLOSE:
            self._close()
        elif token.kind is Kind.SYMBOL:
            self._symbol(token.name)
        elif self._skip and token.name not in ("u", "uc", "bin"):
            self._skip -= 1
        else:
            self._word(token.name, token.number)

    def _open(self) -> None:
        if len(self._groups) > MAX_DEPTH:
            raise UnreadableError(f"has more than {MAX_DEPTH} groups within each other")
        group = self._groups[-1]
        self._groups.append(replace(group, letters=replace(group.letters), lines=replace(group.lines), close=None))
        self._skip = 0

    def _close(self) -> None:
        self._skip = 0
        self._head.end_entry(self._groups[-1].purpose)
        if len(self._groups) > 1:
            group = self._groups.pop()
            if group.close is not None:
                group.close()

    def _symbol(self, name: str) -> None:
        if name == "*":
            self._has_star = True
        elif name in "\r\n":
            self._word("par", None)
        elif self._skip and name in "\\{}~_-":
            self._skip -= 1
        elif name in CONTROL_SYMBOLS:
            self._write(CONTROL_SYMBOLS[name])

    def _text(self, text: bytes) -> None:
        if self._skip:
            skipped = min(self._skip, len(text))
            self._skip -= skipped
            text = text[skipped:]
        if text and self._groups[-1].purpose != "none":
            self._bytes += text

    def _flush(self) -> None:
        """Decode the bytes that were collected."""
        if not self._bytes:
            return
        content, self._bytes = bytes(self._bytes), bytearray()
        charset, name = self._font()
        if charset == SYMBOLS:
            self._write("".join(shown(byte, name) if byte > 32 else chr(byte) for byte in content))
        else:
            self._write(content.decode(encoding_of_charset(charset, self._page), errors="replace"))

    def _font(self) -> Font:
        group = self._groups[-1]
        return self._head.font(group.letters.font if group.purpose == "text" else None)

    def _write(self, text: str) -> None:
        group = self._groups[-1]
        if self._high:
            self._high = 0
            text = _UNKNOWN + text
        if group.purpose == "none":
            return
        if group.purpose != "text":
            self._head.entry(group.purpose, text)
            return
        letters = group.letters
        if letters.is_hidden:
            self._tally.hide(text)
        elif letters.is_struck:
            self._tally.strike(text)
        else:
            flow = self._parts[-1].at(group.lines.in_table)
            flow.write(in_font(text, self._font()[1]), self._changes(letters), letters.level)

    def _changes(self, letters: Letters) -> Changes:
        return tuple(
            Change(
                kind == "inserted", self._head.author(letters.authors.get(kind)), date_of(letters.dates.get(kind, 0))
            )
            for kind in ("inserted", "deleted")
            if getattr(letters, kind)
        )

    def _word(self, name: str, number: int | None) -> None:
        star, self._has_star = self._has_star, False
        group = self._groups[-1]
        if name in PASSED_OVER or (star and name not in KNOWN_STARS):
            if name in ("listtext", "pntext"):
                self._groups[max(0, len(self._groups) - 2)].lines.is_item = True
            group.former = group.purpose
            group.purpose = "none"
        elif name == "ud":
            group.purpose = group.former
        elif group.purpose == "none":
            return
        elif name == "u":
            self._unicode(number or 0)
        elif name in TABLES:
            group.purpose = TABLES[name]
        elif group.purpose == "info" and name in ("title", "author"):
            group.purpose = name
        elif group.purpose == "text" and (name in ("footnote", "shptxt") or name in PAGE_TEXTS):
            self._open_part(name)
        elif name == "bullet" and group.purpose == "text" and self._parts[-1].at(group.lines.in_table).is_at_start:
            group.lines.is_item = True  # pandoc writes the mark of an item as a character
        elif name in CHARACTERS:
            self._write(CHARACTERS[name])
        else:
            self._form(name, number, group)

    def _form(self, name: str, number: int | None, group: Group) -> None:
        """Take a form of letters or of paragraphs, an end of a paragraph or of a cell, or what a font is."""
        if name in ("par", "sect", "cell", "row", "nestcell", "nestrow"):
            self._end(name, group)
        elif name == "pard":
            group.lines = Lines()
        elif name == "plain":
            group.letters = Letters()
        elif name == "uc":
            group.skip_after_unicode = min(max(0, number or 0), 10)
        elif name == "ansicpg":
            self._page = encoding_of_page(number or 0)
        elif name == "mac":
            self._page = "mac_roman"
        elif name == "chftn":
            self._mark_note(group)
        elif (group.purpose, name) in _KEYS:
            self._head.describe(name, number or 0)
        elif name in ("intbl", "itap", "s", "outlinelevel", "ls"):
            set_lines(group.lines, name, number)
        else:
            set_letters(group.letters, name, number)

    def _end(self, name: str, group: Group) -> None:
        part, lines, changes = self._parts[-1], group.lines, self._changes(group.letters)
        if name in ("row", "nestrow"):
            part.end_row(1 if name == "row" else 2)
            return
        depth = {"cell": 1, "nestcell": 2}.get(name, lines.in_table)
        part.at(depth).end(self._role(lines), changes if name == "par" else ())
        if name in ("cell", "nestcell"):
            part.end_cell(depth)

    def _role(self, lines: Lines) -> Role:
        if lines.outline is not None and lines.outline <= _LAST_LEVEL:
            return Role.HEADING
        role = self._head.role(lines.style)
        return Role.ITEM if role is Role.TEXT and lines.is_item else role

    def _mark_note(self, group: Group) -> None:
        """Write the number of a note, in the text or before the note's own text."""
        wants = self._tally.wants(self._changes(group.letters))
        self._numbered += wants and not self._in_note
        mark = raised(str(self._numbered))
        gap = self._parts[-1].at(group.lines.in_table).gap
        self._write(f"{mark} " if self._in_note else gap + mark)

    def _unicode(self, number: int) -> None:
        """Take a character by its number; two halves make one."""
        self._flush()
        code = number & 0xFFFF if number < 0 else number
        high, self._high = self._high, 0
        self._skip = self._groups[-1].skip_after_unicode
        if 0xD800 <= code < 0xDC00:
            if high:
                self._write(_UNKNOWN)
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            self._write(chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00) if high else _UNKNOWN)
        else:
            self._write((_UNKNOWN if high else "") + (chr(code) if code < 0x110000 else _UNKNOWN))

    def _open_part(self, name: str) -> None:
        part = Part(self._tally)
        self._parts.append(part)
        group = self._groups[-1]
        group.lines, group.letters = Lines(), replace(group.letters, level=0)
        was_in_note, self._in_note = self._in_note, name == "footnote"
        at = len(self.notes)

        def close() -> None:
            self._parts.remove(part)
            self._in_note = was_in_note
            blocks = part.blocks()
            if name == "shptxt":
                self._parts[-1].at(self._groups[-1].lines.in_table).put_behind(blocks)
            elif name == "footnote":
                self.notes[at:at] = [replace(block, role=Role.NOTE) for block in blocks]
            else:
                role = PAGE_TEXTS[name]
                self.page_texts[role] |= {block.text: replace(block, role=role) for block in blocks}

        group.close = close
