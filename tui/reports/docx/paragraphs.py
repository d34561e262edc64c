"""Tokens as paragraphs of a Word document, with tracked changes.

Text("12", DELETED) Text("14", INSERTED)

    <w:del w:id="7" w:author="newsdiff"><w:r><w:delText>12</w:delText></w:r></w:del>
    <w:ins w:id="8" w:author="newsdiff"><w:r><w:t>14</w:t></w:r></w:ins>

A change has no date: the same comparison gives the same bytes, and any date would be made up. But LibreOffice joins
insertions of one date that end a paragraph and begin the next one, and rejects the end of the paragraph with them. So
the second of such neighbours has the first date that a ZIP archive can name, and so have the ranges of moves.
"""

from collections.abc import Iterable, Iterator
from itertools import count

from diffing.model import Pair

from .looks import Look, Looks, language_markup
from .markup import text_element
from .tokens import CommentMark, End, Fate, LineBreak, RangeMark, Text, Token

_AUTHOR = 'w:author="newsdiff"'
_NO_DATE, _FIRST_DATE = "", ' w:date="1980-01-01T00:00:00Z"'
_INSERTIONS = (Fate.INSERTED, Fate.MOVED_HERE)
# The elements around words of a fate, the outermost first.
_ELEMENTS = {
    Fate.KEPT: (),
    Fate.DELETED: ("w:del",),
    Fate.INSERTED: ("w:ins",),
    Fate.MOVED_AWAY: ("w:moveFrom",),
    Fate.MOVED_HERE: ("w:moveTo",),
    Fate.DELETED_HERE: ("w:moveTo", "w:del"),
    **dict.fromkeys((Fate.ON_LEFT, Fate.ON_RIGHT, Fate.ONLY_LEFT, Fate.ONLY_RIGHT), ()),
}
# The looks of words that have no element around them.
_PROPERTIES = {Fate.ONLY_LEFT: "<w:strike/>", Fate.ONLY_RIGHT: '<w:u w:val="single"/>'}
_PLAIN = Look("", False)


def paragraphs(tokens: Iterable[Token], looks: Looks, languages: Pair[str], first_id: int) -> Iterator[str]:
    """Yield the elements of the body; `first_id` is the first number that no comment has.

    `languages` are those of the left and the right words, where these are not the document's.
    """
    return Writer(looks, languages, first_id).elements(tokens)


class Writer:
    """Makes paragraphs of tokens, with numbers of changes from `first_id` on."""

    def __init__(self, looks: Looks, languages: Pair[str], first_id: int) -> None:
        self._looks = looks
        self._languages = languages.map(language_markup)
        self._ids = count(first_id)
        self._range_ids: dict[tuple[int, bool], int] = {}
        self._content: list[str] = []
        self._runs: list[str] = []
        self._fate = Fate.KEPT
        self._look: Look | None = None
        self._has_right = False
        self._is_begun = False
        self._date = _NO_DATE
        """The date of the last words."""
        self._follows_insertion = False
        """True if the paragraph before ended with an insertion."""

    def elements(self, tokens: Iterable[Token]) -> Iterator[str]:
        """Yield the paragraphs, and the ends of ranges that stand between them."""
        for token in tokens:
            match token:
                case Text():
                    self._text(token)
                case LineBreak(fate):
                    self._run(fate, "<w:br/>", "")
                case End(fate):
                    yield self._paragraph(fate)
                case RangeMark() if not token.begins and not self._content and not self._runs:
                    yield self._range(token)
                case RangeMark():
                    self._close()
                    self._content.append(self._range(token))
                case CommentMark():
                    self._comment(token)
        yield self._paragraph(Fate.KEPT)

    def _text(self, token: Text) -> None:
        if self._look is None or (token.right and not self._has_right):
            # Two paragraphs that are joined look like that of the right article.
            self._has_right = token.right is not None
            if token.right:
                self._look = self._looks.right(token.right.paragraph)
            elif token.left:
                self._look = self._looks.left(token.left.paragraph)
        is_deleted = token.fate in (Fate.DELETED, Fate.DELETED_HERE)
        language = self._languages.right if token.right else self._languages.left
        self._run(token.fate, text_element(token.text, "w:delText" if is_deleted else "w:t"), language)

    def _run(self, fate: Fate, content: str, language: str) -> None:
        if fate is not self._fate:
            self._close()
            self._fate = fate
        direction = "<w:rtl/>" if self._look and self._look.is_right_to_left else ""
        inner = f"{_PROPERTIES.get(fate, '')}{direction}{language}"
        properties = f"<w:rPr>{inner}</w:rPr>" if inner else ""
        self._runs.append(f"<w:r>{properties}{content}</w:r>")

    def _close(self) -> None:
        """End a series of runs of one fate."""
        if self._runs:
            is_neighbour = not self._is_begun and self._follows_insertion and self._fate in _INSERTIONS
            self._date = _FIRST_DATE if is_neighbour and self._date == _NO_DATE else _NO_DATE
            self._is_begun = True
            names = _ELEMENTS[self._fate]
            opening = "".join(f"<{name} {self._new_id()}{self._date}>" for name in names)
            closing = "".join(f"</{name}>" for name in reversed(names))
            self._content += (opening, *self._runs, closing)
            self._runs.clear()

    def _new_id(self) -> str:
        return f'w:id="{next(self._ids)}" {_AUTHOR}'

    def _paragraph(self, fate: Fate) -> str:
        self._close()
        look = self._look or _PLAIN
        style = f'<w:pStyle w:val="{look.style}"/>' if look.style else ""
        direction = "<w:bidi/>" if look.is_right_to_left else ""
        if fate is Fate.MOVED_HERE and self._fate is not fate:
            # LibreOffice keeps an empty paragraph if the end moves without the words before it.
            fate = Fate.INSERTED
        changes = "".join(f"<{name} {self._new_id()}/>" for name in _ELEMENTS[fate])
        mark = f"<w:rPr>{changes}</w:rPr>" if changes else ""
        properties = f"{style}{direction}{mark}"
        content = "".join(self._content)
        self._content.clear()
        self._look, self._has_right = None, False
        self._follows_insertion = fate is Fate.KEPT and self._is_begun and self._fate in _INSERTIONS
        self._is_begun = False
        return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"

    def _range(self, mark: RangeMark) -> str:
        name = "w:moveFromRange" if mark.is_away else "w:moveToRange"
        key = (mark.move, mark.is_away)
        if mark.begins:
            self._range_ids[key] = next(self._ids)
            # The schema of Word asks for a date here.
            own = f'w:id="{self._range_ids[key]}" {_AUTHOR}{_FIRST_DATE}'
            return f'<{name}Start {own} w:name="move{mark.move}"/>'
        return f'<{name}End w:id="{self._range_ids.pop(key)}"/>'

    def _comment(self, mark: CommentMark) -> None:
        self._close()
        if mark.begins:
            self._content.append(f'<w:commentRangeStart w:id="{mark.comment}"/>')
            return
        self._content.append(f'<w:commentRangeEnd w:id="{mark.comment}"/>')
        # The sign of the comment has the fate of the words: it goes where they go.
        self._run(mark.fate, f'<w:commentReference w:id="{mark.comment}"/>', "")
        self._close()
