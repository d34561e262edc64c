"""A translation as a table of Word: each paragraph beside its translation.

    | El alcalde dimite. ~~Nadie preguntó.~~ | The mayor quits. |

A text and its translation have no words in common, so tracked changes would delete the one and insert the other.
Sentences that one side leaves out are struck on the left and underlined on the right; comments stand at their words.
"""

from collections.abc import Iterator, Sequence

from diffing.model import Comparison, Pair

from ...present.labels import moved_from
from ...text.words import ONLY_LEFT, ONLY_RIGHT
from .comments import Comment, with_comments
from .looks import Looks
from .paragraphs import Writer
from .row_text import column_tokens
from .tokens import CellEnd, End, Fate, Text, Token

_LINES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>' for edge in ("top", "bottom", "insideH")
)
# Two columns of equal width, in twentieths of a point: together a sheet of A4 without its margins.
_COLUMN = 4513
_GRID = 2 * f'<w:gridCol w:w="{_COLUMN}"/>'
_OPENING = (
    f'<w:tbl><w:tblPr><w:tblW w:w="{2 * _COLUMN}" w:type="dxa"/><w:tblBorders>{_LINES}</w:tblBorders>'
    f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{_GRID}</w:tblGrid>'
)
_CELL = f'<w:tc><w:tcPr><w:tcW w:w="{_COLUMN}" w:type="dxa"/></w:tcPr>'
_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"


def beside(comparison: Comparison, found: Sequence[Comment], languages: Pair[str]) -> Iterator[str]:
    """Yield the elements of the body; the comments have the numbers from 0 on."""
    writer = Writer(Looks(comparison, languages), languages, first_id=len(found))
    yield _OPENING
    cell: list[Token] = []
    is_right = False
    for token in with_comments(_tokens(comparison), found):
        if not isinstance(token, CellEnd):
            cell.append(token)
            continue
        yield f"{'' if is_right else _ROW}{_CELL}{''.join(writer.elements(cell))}</w:tc>{'</w:tr>' if is_right else ''}"
        cell = []
        is_right = not is_right
    # Word wants a paragraph behind a table.
    yield "</w:tbl><w:p/>"


def _tokens(comparison: Comparison) -> Iterator[Token]:
    """Yield the tokens of each row, those of the left cell first."""
    for row in comparison.rows:
        left, right = column_tokens(comparison, row)
        yield from left if row.left else _said(ONLY_RIGHT)
        yield CellEnd()
        if row.moved:
            yield from _said(moved_from(row))
            yield End(Fate.ON_RIGHT)
        yield from right if row.right else _said(ONLY_LEFT)
        yield CellEnd()


def _said(words: str) -> Iterator[Text]:
    """Yield newsdiff's own words, which are in no article."""
    yield Text(f"[{words}]", Fate.KEPT)
