"""Names of rows, in signs and in words, the same in every report and on the screen."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from diffing.measures.metadata import metadata_changes
from diffing.measures.moved_blocks import MovedBlock
from diffing.measures.relatedness import may_be_unrelated
from diffing.measures.totals import is_translation, total_words
from diffing.model import Article, Comparison, Kind, Op, Pair, Row, WordCounts
from diffing.stage import Stage

from ..text.sanitize import visible
from ..text.words import (
    A_TRANSLATION,
    ALONE_BY_HAND,
    BY_HAND,
    KINDS,
    MOVED,
    ONLY_LEFT,
    ONLY_RIGHT,
    PAGE,
    TWO_LANGUAGES,
    UNCERTAIN,
    counted,
    how_many,
    page_lines,
)
from .languages import language_name

SIGNS = {
    Kind.UNCHANGED: "=",
    Kind.EDITED: "~",
    Kind.PARAPHRASED: "≈",
    Kind.TRANSLATED: ":",
    Kind.ADDED: "+",
    Kind.OMITTED: "−",
}
PENDING_SIGN = "…"
"""Sign of a row whose words are still to be compared."""
MOVED_SIGN = "↕"
FURNITURE_SIGN = "·"
UNCERTAIN_SIGN = "?"
PINNED_SIGN = "◆"
"""Sign of a row that the reader made."""
MATTERS_SIGN = "!"
"""Beside the sign of a row with something in the ledger."""


def sign(row: Row, is_pending: bool = False) -> str:
    """Return the row's sign: its kind, an arrow if it moved, a question mark or the sign of a pair made by hand.

    A translation in which one side has a sentence alone has the sign of what only that side has.
    """
    if row.furniture:
        return FURNITURE_SIGN
    moved = MOVED_SIGN if row.moved else ""
    lone = lone_sentences(row)
    shown = row.kind if not any(lone) or all(lone) else Kind.OMITTED if lone.left else Kind.ADDED
    kind = "" if row.moved and row.kind is Kind.UNCHANGED else PENDING_SIGN if is_pending else SIGNS[shown]
    return kind + moved + (PINNED_SIGN if row.pinned else UNCERTAIN_SIGN if is_uncertain(row) else "")


def description(row: Row, is_pending: bool = False, says_moved: bool = True) -> str:
    """Return what became of the row, in words: 'rewritten', 'moved, rewritten', 'only left, menus and ads'.

    Without `says_moved`, nothing is said of a move: of a block it is said once for all of its rows.
    """
    if row.furniture:
        return f"{KINDS[row.kind]}, {PAGE}"
    lone = [
        f"{count} {'sentence' if count == 1 else 'sentences'} {side}"
        for count, side in zip(lone_sentences(row), (ONLY_LEFT, ONLY_RIGHT), strict=True)
        if count
    ]
    words = "words still to be compared" if is_pending else ", ".join([KINDS[row.kind], *lone])
    if row.typographic and row.kind is Kind.UNCHANGED:
        words = f"unchanged but for {'what is hidden' if row.hidden.left != row.hidden.right else 'typography'}"
    elif row.kind is Kind.UNCHANGED and any(span.rule for span in row.spans):
        words = "unchanged but for what a rule hides"
    if row.moved and says_moved:
        words = MOVED if row.kind is Kind.UNCHANGED and not row.typographic else f"{MOVED}, {words}"
    if row.pinned:
        return f"{words}, {BY_HAND if row.left and row.right else ALONE_BY_HAND}"
    return f"{words}, {UNCERTAIN}" if is_uncertain(row) else words


def lone_sentences(row: Row) -> Pair[int]:
    """Return how many sentences of a row of two languages only the left has, and how many only the right."""
    ops = [span.op for span in row.spans] if row.kind is Kind.TRANSLATED else []
    return Pair(ops.count(Op.DELETE), ops.count(Op.INSERT))


def is_uncertain(row: Row) -> bool:
    """Return whether little speaks for the link of a row."""
    return row.evidence is not None and row.evidence.uncertain


def numbers(indices: Sequence[int]) -> str:
    """Return rising paragraph numbers as a reader counts, from 1: '4', '4-6', '4, 7-9'; an en dash for none."""
    if not indices:
        return "–"
    starts = [at for at, index in enumerate(indices) if at == 0 or index != indices[at - 1] + 1]
    ranges = (indices[start:end] for start, end in pairwise([*starts, len(indices)]))
    return ", ".join(f"{one[0] + 1}-{one[-1] + 1}" if len(one) > 1 else str(one[0] + 1) for one in ranges)


def places(row: Row) -> str:
    """Return the paragraphs of a row: '¶6 → ¶8', '¶6' if both numbers are equal or only one side has it."""
    if row.left == row.right or not (row.left and row.right):
        return f"¶{numbers(row.left or row.right)}"
    return f"¶{numbers(row.left)} → ¶{numbers(row.right)}"


def short_places(row: Row) -> str:
    """Return the same for a line of a list: '¶6→7'."""
    return places(row).replace(" → ¶", "→")


def short_places_of(rows: Sequence[Row]) -> Sequence[str]:
    """Return the same for each of some rows; as one where one of two rows has the left side and the other the right."""
    by_left = sorted(rows, key=lambda row: not row.left)
    if len(rows) == 2 and not by_left[0].right and not by_left[1].left:
        return [f"¶{numbers(by_left[0].left)}→{numbers(by_left[1].right)}"]
    return [short_places(row) for row in rows]


def moved(row: Row) -> str:
    """Return which way a row moved; nothing if it did not."""
    return f"moved {row.direction}" if row.direction else ""


def moved_from(row: Row) -> str:
    """Return the pointer at a moved row's place in the right article: 'moved up from left 9'."""
    return f"{moved(row)} from left {numbers(row.left)}"


def block_from(block: MovedBlock) -> str:
    """Return the pointer at a block's place in the right article: '4 paragraphs moved up from left 7-10'."""
    return f"{_moved_block(block)} from left {numbers(block.left)}"


def block_to(block: MovedBlock) -> str:
    """Return the pointer at a block's place in the left article: '4 paragraphs moved up to right 3-6'."""
    return f"{_moved_block(block)} to right {numbers(block.right)}"


def _moved_block(block: MovedBlock) -> str:
    """Return which way a block moved, with its size if it has several rows."""
    way = f"moved {block.direction}" if block.direction else "moved"
    return way if len(block.rows) == 1 else f"{how_many(len(block.left), 'paragraph')} {way}"


def moved_together(block: MovedBlock) -> str:
    """Return which paragraphs of the left moved together, and which way: '10 paragraphs moved up, left 43-52'."""
    return f"{_moved_block(block)}, left {numbers(block.left)}"


def similarity(row: Row) -> str:
    """Return how alike the sides of a row are, in hundredths; below 100 where they differ; nothing for one side."""
    if not (row.left and row.right):
        return ""
    return percent(min(row.similarity, 0.99) if row.kind is not Kind.UNCHANGED else row.similarity)


def percent(share: float) -> str:
    """Return a share of 1 as a whole number of hundredths; 100 only where nothing is missing."""
    return "100" if share == 1.0 else str(min(99, round(share * 100)))


def compared_so_far(stage: Stage) -> tuple[int, int]:
    """Return the number of pairs whose words are compared, and the number of pairs."""
    pairs = sum(bool(row.left and row.right) for row in stage.rows)
    return pairs - len(stage.pending), pairs


def counts(comparison: Comparison, pending: Collection[int] = ()) -> str:
    """Return how many rows of each kind there are: '3 unchanged, 5 rewritten, 1 only right, 2 moved'.

    `pending` are the rows (0-based) whose words are still to be compared; they are counted apart.
    """
    story = [row for row in comparison.rows if not row.furniture]
    kinds = Counter(row.kind for at, row in enumerate(comparison.rows) if not row.furniture and at not in pending)
    parts = [counted(kind, kinds[kind]) for kind in Kind if kinds[kind]]
    for count, name in (
        (len(pending), "still to be compared"),
        (sum(row.kind is Kind.UNCHANGED and row.typographic > 0 for row in story), "of the unchanged set differently"),
        (sum(row.moved for row in story), MOVED),
        (sum(map(is_uncertain, story)), UNCERTAIN),
    ):
        if count:
            parts.append(f"{count} {name}")
    if page := len(comparison.rows) - len(story):
        parts.append(page_lines(page))
    return ", ".join(parts) or "no text on either side"


def both_languages(languages: Pair[str]) -> str:
    """Return the names of two languages: 'Spanish, English'."""
    return ", ".join(language_name(code) if code else "unknown language" for code in languages)


def translation(comparison: Comparison) -> str:
    """Return that a comparison is of two languages: 'Spanish, English: a translation'; nothing of any other one.

    Two reports on one event, of which less than half is linked, are no translation: 'Spanish, English: two languages'.
    """
    if comparison.languages is None:
        return ""
    said = A_TRANSLATION if is_translation(comparison) else TWO_LANGUAGES
    return f"{both_languages(comparison.languages)}: {said}"


def shares(comparison: Comparison) -> tuple[str, str]:
    """Return how much of each article the other has, in full and in short; of two languages, their names.

    '90 % of the left kept · 89 % of the right from it', '90 % kept · 89 % from it'
    """
    if comparison.languages is not None:
        said = translation(comparison)
        return said, said
    words = total_words(comparison)
    no_left = _nothing(comparison.left, words.left, "left")
    no_right = _nothing(comparison.right, words.right, "right")
    kept, taken = percent(words.left.verbatim_share), percent(words.right.verbatim_share)
    return (
        f"{no_left or f'{kept} % of the left kept'} · {no_right or f'{taken} % of the right from it'}",
        f"{no_left or f'{kept} % kept'} · {no_right or f'{taken} % from it'}",
    )


def _nothing(article: Article, words: WordCounts, side: str) -> str:
    """Return the reason why a side without words has no share; nothing if it has words."""
    if not article.paragraphs:
        return f"the {side} is empty"
    return "" if words.total else f"no words of a story on the {side}"


def kinship(comparison: Comparison) -> tuple[str, ...]:
    """Return that one article is empty, or may be of another story, as a sentence and in short; else nothing."""
    empty = [side for side, one in (("left", comparison.left), ("right", comparison.right)) if not one.paragraphs]
    if len(empty) == 1:
        return f"the {empty[0]} article is empty", f"{empty[0]} empty"
    if not may_be_unrelated(comparison):
        return ()
    return "hardly anything corresponds: these may be two different stories", "two different stories?"


def metadata(comparison: Comparison) -> str:
    """Return the names of the fields of the front matter that differ; nothing if none does."""
    return ", ".join(dict.fromkeys(visible(change.name) for change in metadata_changes(comparison)))


def bounds(comparison: Comparison) -> str:
    """Return a sentence about what was not compared in full; nothing if all was."""
    missing = []
    if comparison.bounded:
        missing.append("not every pair of paragraphs was weighed")
    words = sum(any(span.bounded for span in row.spans) for row in comparison.rows)
    if words:
        missing.append(f"the words of {words} {'row' if words == 1 else 'rows'} were compared by a shortcut")
    return "; ".join(missing)
