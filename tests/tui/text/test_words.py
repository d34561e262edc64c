"""Nothing that people read has a word that only newsdiff's makers know; one module has the words."""

import re
from pathlib import Path

from diffing.ledger.core.model import Change
from diffing.model import Kind
from tui.keys.commands import COMMANDS
from tui.text import words
from tui.text.words import CHANGES, KINDS, PAGE, UNCERTAIN, counted, hidden_page, how_many, page_lines
from tui.view.settings import Category, FoldReason

_ROOT = Path(__file__).parents[3]
_OWN = re.compile(r"paraphras|furniture|omission|omitted|addition|\bedited\b|uncertain|↔")
READ = [
    *KINDS.values(),
    *CHANGES.values(),
    *(counted(kind, 2) for kind in Kind),
    *(command.title for command in COMMANDS),
    *(said for category in Category for said in (category.value, category.noun)),
    *(reason.line(3) for reason in FoldReason),
]


def test_nobody_must_learn_a_word() -> None:
    assert [said for said in READ if _OWN.search(said)] == []


def test_one_thing_is_no_things() -> None:
    assert how_many(1, "pair") == "1 pair"
    assert [how_many(count, "byte") for count in (0, 2, 1200)] == ["0 bytes", "2 bytes", "1,200 bytes"]


def test_every_kind_and_every_change_has_a_word_of_its_own() -> None:
    assert set(KINDS) == set(Kind)
    assert len(set(KINDS.values())) == len(Kind)
    assert set(CHANGES) == set(Change)


def test_how_hidden_lines_are_counted() -> None:
    assert (page_lines(1), page_lines(6)) == ("1 line of menus and ads", "6 lines of menus and ads")
    assert hidden_page(1) == "menus and ads hidden (1 line)"
    assert hidden_page(3) == "menus and ads hidden (3 lines)"


def test_the_documents_say_which_word_stands_for_which_value() -> None:
    fields = (_ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    for kind, said in KINDS.items():
        assert f"| `{kind.value}` | {said} |" in fields
    for change in (Change.GONE, Change.NEW):
        assert f"| `{change.value}` | {CHANGES[change]} |" in fields
    tour = (_ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    for said in (*(said for kind, said in KINDS.items() if kind is not Kind.UNCHANGED), PAGE, UNCERTAIN):
        assert said in tour
    assert words.SMALL_EDITS in tour
