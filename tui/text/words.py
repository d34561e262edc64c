"""The words for what newsdiff finds, in one place: the screen, the help, the reports and the documents all use them.

Kind.PARAPHRASED   rewritten             an addition        only right
Kind.EDITED        some words changed    page furniture     menus and ads

The JSON keeps its own values, which are an interface; docs/json.md says which word of these stands for each.
"""

from diffing.ledger.core.model import Change
from diffing.model import Kind

ONLY_LEFT, ONLY_RIGHT = "only left", "only right"
REWRITTEN = "rewritten"
CHANGED_IN_PART = "some words changed"
"""Said of a pair, and never 'small edits': one of the words may be the number of the dead."""
SMALL_EDIT, SMALL_EDITS = "small edit", "small edits"
"""Said of changes that do not matter."""
REWORDED = "reworded"
"""Said of a paragraph with other words in which no change was found."""
MOVED = "moved"
UNCERTAIN = "maybe not the same paragraph"
BY_HAND, ALONE_BY_HAND = "paired by hand", "without a counterpart by hand"
"""Said of a row that the reader made."""
PAGE = "menus and ads"
WHAT_MATTERS = "what matters"
"""Said of the paragraphs with a change that matters."""
TRANSLATED = "translated"
A_TRANSLATION, TWO_LANGUAGES, TRANSLATION_VIEW = "a translation", "two languages", "translation view"

KINDS = {
    Kind.UNCHANGED: "unchanged",
    Kind.EDITED: CHANGED_IN_PART,
    Kind.PARAPHRASED: REWRITTEN,
    Kind.TRANSLATED: TRANSLATED,
    Kind.ADDED: ONLY_RIGHT,
    Kind.OMITTED: ONLY_LEFT,
}
"""For each kind, the words for the paragraph."""

DIFFERS = "differs"
"""Said of a fact that is another in a translation: nothing was changed there."""

CHANGES = {change: change.value for change in Change} | {
    Change.GONE: ONLY_LEFT,
    Change.NEW: ONLY_RIGHT,
    Change.APPROXIMATION: "given roughly",
    Change.SPEAKER: "speaker changed",
    Change.UNQUOTED: "marks only left",
    Change.QUOTED: "marks only right",
}
"""For each change, the words for a fact, a quotation or another subject of the ledger."""


def how_many(count: int, noun: str) -> str:
    """Return a number of things: '1 pair', '1,200 pairs'."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def counted(kind: Kind, count: int) -> str:
    """Return a number of paragraphs of a kind: '3 rewritten', '5 with some words changed'."""
    return f"{count} {'with ' if kind is Kind.EDITED else ''}{KINDS[kind]}"


def page_lines(count: int) -> str:
    """Return a number of lines of the page around the story: '3 lines of menus and ads'."""
    return f"{count} line{'' if count == 1 else 's'} of {PAGE}"


def hidden_page(count: int) -> str:
    """Return that lines of the page around the story are hidden: 'menus and ads hidden (3 lines)'."""
    return f"{PAGE} hidden ({count} line{'' if count == 1 else 's'})"
