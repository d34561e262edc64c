"""The library: what is public is listed, documented and loaded when it is used; the examples of its page run."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

import diffing

_ROOT = Path(__file__).parent.parent
_PAGE = (_ROOT / "docs" / "library.md").read_text(encoding="utf-8")
PUBLIC = [
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
NAMES = [name for name in PUBLIC if name != "__version__"]
HEAVY = {"rapidfuzz", "diff_match_patch", "sentencex", "regex", "chardet", "textual", "rich", "tui"}


def test_what_is_public_is_listed() -> None:
    assert diffing.__all__ == PUBLIC == sorted(PUBLIC)
    assert set(PUBLIC) <= set(dir(diffing))


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_resolves_and_is_documented(name: str) -> None:
    value = getattr(diffing, name)
    assert value.__name__ == name
    assert value.__doc__
    assert re.search(rf"`{name}`|diffing\.{name}\b", _PAGE), f"docs/library.md has no {name}"


def test_everything_can_be_imported_at_once() -> None:
    names: dict[str, object] = {}
    exec("from diffing import *", names)
    assert set(names) >= set(PUBLIC)


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'diffing' has no attribute 'nothing'"):
        diffing.nothing  # noqa: B018, the access is the test


def test_the_examples_of_the_page_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(_ROOT)
    code = "\n".join(re.findall(r"^```python\n(.*?)^```$", _PAGE, re.DOTALL | re.MULTILINE))
    examples = doctest.DocTestParser().get_doctest(code, {}, "docs/library.md", None, None)
    assert len(examples.examples) > len(NAMES)
    report: list[str] = []
    doctest.DocTestRunner().run(examples, out=report.append)
    assert "".join(report) == ""


def python(code: str) -> str:
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.stderr == ""
    return result.stdout


def test_the_import_loads_nothing_heavy() -> None:
    code = "import sys; before = set(sys.modules); import diffing; print(*set(sys.modules) - before)"
    loaded = set(python(code).split())
    assert {name for name in loaded if name.startswith("diffing")} == {"diffing", "diffing.history", "diffing.ledger"}
    assert not loaded & HEAVY


@pytest.mark.parametrize(
    "first", ["diffing.compare('One.', 'Two.')", "diffing.ledger", "diffing.Article", "diffing.read"]
)
def test_a_use_loads_nothing_of_the_front_ends(first: str) -> None:
    loaded = set(python(f"import sys, diffing; {first}; print(*sys.modules)").split())
    assert not loaded & {"textual", "rich", "tui", "chardet", "regex"}
    if first in ("diffing.Article", "diffing.read"):
        assert not loaded & HEAVY


@pytest.mark.parametrize(
    "imports",
    [
        "import diffing",
        "import diffing.ledger",
        "from diffing import ledger",
        "from diffing.ledger.build import requested_ledger",
        "import diffing.ledger.build",
        "import diffing; diffing.ledger; import diffing.ledger.core.model",
        "from diffing.ledger.core import ranking; import diffing.ledger.build",
        "from importlib import import_module, reload; import diffing; reload(diffing); import_module('diffing.ledger')",
    ],
)
def test_the_ledger_is_the_function_whatever_was_imported_before(imports: str) -> None:
    code = (
        f"{imports}\nimport diffing\nfrom diffing import ledger\nfrom diffing.ledger import build\n"
        "print(diffing.ledger is ledger is build.ledger)"
    )
    assert python(code) == "True\n"
