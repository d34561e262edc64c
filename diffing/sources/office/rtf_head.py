r"""The head of an RTF document: its fonts, styles and authors, its title.

{\fonttbl{\f0\fcharset204 Times;}}    {\stylesheet{\s1 heading 1;}}    {\*\revtbl{Unknown;}{Nora Lind;}}
"""

from typing import NamedTuple

from diffing.model import Role

_HEADINGS = frozenset(("heading", "title", "subtitle"))
_ROLES = {"caption": Role.CAPTION, "quote": Role.QUOTATION, "quotations": Role.QUOTATION}


# Styles of characters and tables: they give no role.
_OTHER_STYLE = -1


class Font(NamedTuple):
    """A font: its character set and its name."""

    charset: int = 0
    name: str = ""


_NO_FONT = Font()


class RtfHead:
    """The tables at the head of a document, filled while it is read."""

    def __init__(self) -> None:
        self._described: dict[str, list[str]] = {}
        self._fonts: dict[int, Font] = {}
        self._styles: dict[int, Role] = {}
        self._authors: list[str] = []
        self._said: list[str] = []
        self._key = 0

    @property
    def metadata(self) -> dict[str, str]:
        """The title and the author."""
        return {purpose: "".join(texts) for purpose, texts in self._described.items()}

    def font(self, number: int | None) -> Font:
        """Return a font by its number."""
        return _NO_FONT if number is None else self._fonts.get(number, _NO_FONT)

    def role(self, style: int | None) -> Role:
        """Return the role of paragraphs in a style."""
        return Role.TEXT if style is None else self._styles.get(style, Role.TEXT)

    def author(self, number: int | None) -> str:
        """Return an author by the number; '' where there is none."""
        return self._authors[number] if number is not None and 0 <= number < len(self._authors) else ""

    def describe(self, word: str, number: int) -> None:
        """Take the number of the font or style whose name follows, or the character set of a font."""
        if word == "fcharset":
            self._fonts[self._key] = self.font(self._key)._replace(charset=number)
        else:
            self._said.clear()
            self._key = number if word in ("f", "s") else _OTHER_STYLE

    def entry(self, purpose: str, text: str) -> None:
        """Take text of a table, of the title or of the author."""
        if purpose in ("title", "author"):
            self._described.setdefault(purpose, []).append(text)
            return
        before, *others = text.split(";")
        self._said.append(before)
        for other in others:
            self.end_entry(purpose)
            self._said.append(other)

    def end_entry(self, purpose: str) -> None:
        """End a name in a table."""
        said = "".join(self._said).strip() if self._said else ""
        self._said.clear()
        if not said:
            return
        if purpose == "authors":
            self._authors.append(said)
        elif purpose == "fonts":
            self._fonts[self._key] = self.font(self._key)._replace(name=said)
        elif purpose == "styles":
            first = said.casefold().split(" ")[0]
            self._styles[self._key] = Role.HEADING if first in _HEADINGS else _ROLES.get(first, Role.TEXT)
