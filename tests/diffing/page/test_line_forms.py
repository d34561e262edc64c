"""Lines by their form: the mark that ends a text."""

import pytest

from diffing.page.line_forms import is_line, is_statement, is_told


@pytest.mark.parametrize(
    ("text", "statement", "told", "line"),
    [
        ("The pier of Ostmark is shut.", True, True, False),
        ("“The pier of Ostmark is shut.” \n", True, True, False),
        ("(The pier is shut.)»", True, True, False),
        ("オストマルクの桟橋は閉まる。」", True, True, False),
        ("The pier is shut...", False, False, True),
        ("The pier is shut. )", False, False, True),
        ("The pier is shut,", False, True, False),
        ("The pier is shut:’", False, True, False),
        ("Is the pier shut?", False, False, False),
        ("Pier No.3", False, False, True),
        ("Pier of Ostmark to close", False, False, True),
        (".", True, True, False),
        (" ”", False, False, True),
        ("", False, False, True),
    ],
)
def test_the_mark_that_ends_a_text(text: str, statement: bool, told: bool, line: bool) -> None:
    assert (is_statement(text), is_told(text), is_line(text, 5, 12)) == (statement, told, line)
