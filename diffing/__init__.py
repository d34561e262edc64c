"""Compare news articles: the engine of newsdiff as a library. docs/library.md has examples of everything here.

    import diffing

    comparison = diffing.compare(old_text, new_text)
    for row in comparison.rows:
        print(row.kind, row.left, row.right)

Every name is loaded when it is first used: `import diffing` itself loads no other module of the engine.

The function `ledger` and the package `diffing.ledger` share a name, and the name is the function's; the same holds for
`history`. Python binds a package to an attribute of its parent once, when the package is loaded. Both are loaded here,
before anything else can load them, and the bindings are removed. `from diffing.ledger import build` works as for any
package, since imports go by the names of modules; only `diffing.ledger.build` as an expression does not.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diffing.comparison import compare
    from diffing.errors import EncodingError, FormatError, NewsdiffError, ReadError, TooLargeError
    from diffing.finding.find import FoundPair, find
    from diffing.finding.likeness import Likeness
    from diffing.finding.origin import LikelySource, Side
    from diffing.finding.relation import Related, Relation, Shares
    from diffing.formats.history_json import history_to_json
    from diffing.formats.history_reading import history_from_json
    from diffing.formats.json import to_json
    from diffing.formats.reading import from_json, ledger_from_json
    from diffing.formats.review_json import review_from_json, review_to_json
    from diffing.history.making import HistoryMaker, history
    from diffing.history.model import (
        ChangeAt,
        Disagreement,
        EntryAt,
        Fact,
        History,
        Lane,
        LaneEvent,
        Origin,
        ParagraphLine,
        Stand,
        State,
        Station,
        Step,
        Version,
        Wording,
    )
    from diffing.history.versions import one_version_each
    from diffing.ledger.build import ledger
    from diffing.ledger.core.details import (
        Counted,
        DateMeant,
        DatesMeant,
        Exchanged,
        Explanation,
        Extent,
        Occurrences,
        Opposites,
        Replacement,
        Senses,
        Speakers,
        StatedWithout,
        WithoutMarks,
        WordChanges,
    )
    from diffing.ledger.core.locations import Location
    from diffing.ledger.core.model import Change, Entry, HiddenEntry, Ledger, Subject
    from diffing.measures.metadata import MetadataChange, metadata_changes
    from diffing.measures.moved_blocks import MovedBlock, moved_blocks
    from diffing.model import (
        Article,
        Comparison,
        Direction,
        Evidence,
        Hidden,
        Kind,
        MetadataField,
        Op,
        Pair,
        Paragraph,
        Place,
        Row,
        Span,
        What,
        WordCounts,
    )
    from diffing.pins import Pins, pins_of
    from diffing.review.applying import pins_for, refreshed, review_of
    from diffing.review.editing import pair_paragraphs, part_paragraphs, toggle_mark, unpin, write_note
    from diffing.review.merging import merge_reviews
    from diffing.review.model import Anchor, Check, Claim, Mark, Note, Pin, Pinned, Review, Seen, Spot
    from diffing.review.reviewed import EntryReview, Reviewed
    from diffing.rules.rule import Rule, RuleError, Rules
    from diffing.sources.files import read
    from diffing.sources.plain import SourceText

__version__ = "0.1.0"

__all__ = [
    "Anchor",
    "Article",
    "Change",
    "ChangeAt",
    "Check",
    "Claim",
    "Comparison",
    "Counted",
    "DateMeant",
    "DatesMeant",
    "Direction",
    "Disagreement",
    "EncodingError",
    "Entry",
    "EntryAt",
    "EntryReview",
    "Evidence",
    "Exchanged",
    "Explanation",
    "Extent",
    "Fact",
    "FormatError",
    "FoundPair",
    "Hidden",
    "HiddenEntry",
    "History",
    "HistoryMaker",
    "Kind",
    "Lane",
    "LaneEvent",
    "Ledger",
    "LikelySource",
    "Likeness",
    "Location",
    "Mark",
    "MetadataChange",
    "MetadataField",
    "MovedBlock",
    "NewsdiffError",
    "Note",
    "Occurrences",
    "Op",
    "Opposites",
    "Origin",
    "Pair",
    "Paragraph",
    "ParagraphLine",
    "Pin",
    "Pinned",
    "Pins",
    "Place",
    "ReadError",
    "Related",
    "Relation",
    "Replacement",
    "Review",
    "Reviewed",
    "Row",
    "Rule",
    "RuleError",
    "Rules",
    "Seen",
    "Senses",
    "Shares",
    "Side",
    "SourceText",
    "Span",
    "Speakers",
    "Spot",
    "Stand",
    "State",
    "StatedWithout",
    "Station",
    "Step",
    "Subject",
    "TooLargeError",
    "Version",
    "What",
    "WithoutMarks",
    "WordChanges",
    "WordCounts",
    "Wording",
    "__version__",
    "compare",
    "find",
    "from_json",
    "history",
    "history_from_json",
    "history_to_json",
    "ledger",
    "ledger_from_json",
    "merge_reviews",
    "metadata_changes",
    "moved_blocks",
    "one_version_each",
    "pair_paragraphs",
    "part_paragraphs",
    "pins_for",
    "pins_of",
    "read",
    "refreshed",
    "review_from_json",
    "review_of",
    "review_to_json",
    "to_json",
    "toggle_mark",
    "unpin",
    "write_note",
]

# The modules of the names that are not in diffing.model.
_ELSEWHERE = {
    **dict.fromkeys(("FoundPair", "find"), "diffing.finding.find"),
    "Likeness": "diffing.finding.likeness",
    **dict.fromkeys(("LikelySource", "Side"), "diffing.finding.origin"),
    **dict.fromkeys(("Related", "Relation", "Shares"), "diffing.finding.relation"),
    "compare": "diffing.comparison",
    **dict.fromkeys(("Pins", "pins_of"), "diffing.pins"),
    **dict.fromkeys(("review_from_json", "review_to_json"), "diffing.formats.review_json"),
    **dict.fromkeys(("pins_for", "refreshed", "review_of"), "diffing.review.applying"),
    **dict.fromkeys(
        ("pair_paragraphs", "part_paragraphs", "toggle_mark", "unpin", "write_note"), "diffing.review.editing"
    ),
    "merge_reviews": "diffing.review.merging",
    **dict.fromkeys(("EntryReview", "Reviewed"), "diffing.review.reviewed"),
    **dict.fromkeys(
        ("Anchor", "Check", "Claim", "Mark", "Note", "Pin", "Pinned", "Review", "Seen", "Spot"), "diffing.review.model"
    ),
    "read": "diffing.sources.files",
    "SourceText": "diffing.sources.plain",
    "to_json": "diffing.formats.json",
    "history_to_json": "diffing.formats.history_json",
    "history_from_json": "diffing.formats.history_reading",
    **dict.fromkeys(("HistoryMaker", "history"), "diffing.history.making"),
    "one_version_each": "diffing.history.versions",
    **dict.fromkeys(
        (
            "ChangeAt",
            "Disagreement",
            "EntryAt",
            "Fact",
            "History",
            "Lane",
            "LaneEvent",
            "Origin",
            "ParagraphLine",
            "Stand",
            "State",
            "Station",
            "Step",
            "Version",
            "Wording",
        ),
        "diffing.history.model",
    ),
    **dict.fromkeys(("from_json", "ledger_from_json"), "diffing.formats.reading"),
    **dict.fromkeys(
        (
            "Counted",
            "DateMeant",
            "DatesMeant",
            "Exchanged",
            "Explanation",
            "Extent",
            "Occurrences",
            "Opposites",
            "Replacement",
            "Senses",
            "Speakers",
            "StatedWithout",
            "WithoutMarks",
            "WordChanges",
        ),
        "diffing.ledger.core.details",
    ),
    "Location": "diffing.ledger.core.locations",
    "ledger": "diffing.ledger.build",
    **dict.fromkeys(("Change", "Entry", "HiddenEntry", "Ledger", "Subject"), "diffing.ledger.core.model"),
    **dict.fromkeys(("Rule", "RuleError", "Rules"), "diffing.rules.rule"),
    **dict.fromkeys(("MetadataChange", "metadata_changes"), "diffing.measures.metadata"),
    **dict.fromkeys(("MovedBlock", "moved_blocks"), "diffing.measures.moved_blocks"),
    **dict.fromkeys(("EncodingError", "FormatError", "NewsdiffError", "ReadError", "TooLargeError"), "diffing.errors"),
}

for _package in ("ledger", "history"):
    import_module(f"diffing.{_package}")
    globals().pop(_package, None)


def __getattr__(name: str) -> Any:
    """Load a public name on first use."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_ELSEWHERE.get(name, "diffing.model")), name)
    return value


def __dir__() -> list[str]:
    """Return the public names, loaded or not, and the modules that are loaded."""
    return sorted({*__all__, *globals()})
