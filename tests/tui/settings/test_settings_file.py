r"""The settings file: what it can say, and what is wrong with it in one line with the line and the key."""

from dataclasses import replace
from pathlib import Path

import pytest

from diffing.errors import ReadError
from diffing.rules.rule import NO_RULES, Rule, Rules
from tui.settings.first_view import settings_of
from tui.settings.places import Place, places
from tui.settings.toml_file import SettingsError, wishes_in
from tui.settings.wishes import NO_WISHES, Wishes, listed
from tui.view.settings import DEFAULT_SETTINGS, View, ViewSettings

ALL = r"""# The desk's settings
view = "redline"
theme = 'newsdiff-light'
fold = ["page", "unchanged"]
typography = true
without = ["headline", "certainty"]
furniture = ['Photo: .*']
ignore = [
  'Updated \d+ minutes ago',  # hourly
  '''(?i)read "more"''',
]

[outlet."*post*"]
ignore = ["\\d+ comments"]

[outlet.daily]
furniture = ['Ad']

[keys]
next-difference = "f8, n"
"""


def written(folder: Path, content: str | bytes) -> str:
    path = folder / "desk.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def test_everything(tmp_path: Path) -> None:
    found = wishes_in(written(tmp_path, ALL))
    assert settings_of(found) == ViewSettings(View.REDLINE, True, True, True)
    assert found.theme == "newsdiff-light"
    assert found.rules == Rules(
        (Rule("Photo: .*"), Rule("Ad", "daily")),
        (Rule(r"Updated \d+ minutes ago"), Rule('(?i)read "more"'), Rule(r"\d+ comments", "*post*")),
        ("headline", "certainty"),
    )
    assert found.keys == {"next-difference": "f8, n"}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_is_listed_says_the_same_and_where_it_stands(tmp_path: Path, line_end: str) -> None:
    found = wishes_in(written(tmp_path, "\ufeff" + ALL.replace("\n", line_end)), "newsdiff-dark")
    text = listed(found)
    assert 'view = "redline"  # desk.toml, line 2\n' in text
    assert 'ignore = [\'Updated \\d+ minutes ago\', "(?i)read \\"more\\""]  # desk.toml, line 8\n' in text
    assert "[outlet.\"*post*\"]\nignore = ['\\d+ comments']  # desk.toml, line 14\n" in text
    again = wishes_in(written(tmp_path, text))
    assert replace(again, shown=()) == replace(found, shown=())


def test_without_a_file_there_are_the_defaults(tmp_path: Path) -> None:
    for found in (wishes_in(None), wishes_in(written(tmp_path, ""))):
        assert settings_of(found) == DEFAULT_SETTINGS
        assert replace(found, shown=()) == NO_WISHES
        assert {setting.origin for setting in found.shown} == {"the default"}
        assert wishes_in(written(tmp_path, listed(found))).rules == NO_RULES


def test_a_theme_chosen_on_the_screen_is_for_files_without_one(tmp_path: Path) -> None:
    assert wishes_in(None, "nord").theme == "nord"
    assert 'theme = "nord"  # chosen on the screen\n' in listed(wishes_in(None, "nord"))
    assert wishes_in(written(tmp_path, 'theme = "newsdiff-light"'), "nord").theme == "newsdiff-light"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("view = 3", "line 1: view: must be one of by width, side by side, redline, left article, right article"),
        ('\n\nview = "wide"', "line 3: view: must be one of"),
        ("theme = true", "line 1: theme: must be a text in quotation marks"),
        ("typography = 1", "line 1: typography: must be true or false"),
        ('fold = ["ads"]', "line 1: fold: 'ads' is not one of page, unchanged"),
        ('without = ["dates"]', "line 1: without: 'dates' is not one of correction, fact, quote"),
        ("ignore = 'a'", "line 1: ignore: must be a list of texts"),
        ("ignore = [1]", "line 1: ignore: must be a list of texts"),
        ("ignore = ['a',\n\n  # no\n  '(']", "line 4: ignore: '(': not a regular expression"),
        ("furniture = ['']", "line 1: furniture: '': has not 1 to 1,000 characters"),
        ("x = 1\nignore = []", "line 1: x: no setting is called so; known: view, theme"),
        ("[outlet.'a b']\nignore = []\nview = 'x'", 'line 3: outlet."a b".view: no setting is called so'),
        ("[outlet.'a b']\n\nignore = ['(']", "line 3: outlet.\"a b\".ignore: '(': not a regular expression"),
        ("outlet.a.ignore = ['(']", "line 1: outlet.a.ignore: '(': not"),
        ("outlet = {a = {ignore = ['(']}}", "line 1: outlet.a.ignore: '(': not"),
        ("outlet = 3", "line 1: outlet: must be a table"),
        ("[outlet]\na = 3", "line 2: outlet.a: must be a table"),
        ("[keys]\nquit = 3", "line 2: keys.quit: must be a text"),
        ("view = ", "is no TOML: "),
        ("view 3", "(at line 1, column 6)"),
        ("ignore = " + "[" * 20_000, "is no TOML: nested too deeply"),
        (b"view = '\xff'", "is not UTF-8"),
        ("ignore = [" + "'a'," * 201 + "]", "line 1: ignore: rule 'a': is one of more than 200 rules"),
    ],
)
def test_what_cannot_be_followed_is_said_in_one_line(tmp_path: Path, content: str | bytes, message: str) -> None:
    path = written(tmp_path, content)
    with pytest.raises(SettingsError) as refused:
        wishes_in(path)
    assert str(refused.value).startswith(path)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        wishes_in(str(tmp_path / "none.toml"))
    with pytest.raises(ReadError, match="larger than 1 MB"):
        wishes_in(written(tmp_path, "#" * 1_000_001))


def test_places_of_keys_and_items() -> None:
    text = 'a = 1\n"b c".d = """x\n]\ny"""\nlist = [\n  "1", # "no"\n  [2],\n\n  \'3\'\n]\n[t."u v"]\n\nk={x="1"}\n'
    text += "[[many]]\nn=1\n"
    assert places(text) == {
        ("a",): Place(1, ()),
        ("b c", "d"): Place(2, (2,)),
        ("list",): Place(5, (6, 9)),
        ("t", "u v"): Place(11, ()),
        ("t", "u v", "k"): Place(13, (13,)),
        ("many",): Place(14, ()),
        ("many", "n"): Place(15, ()),
    }


def test_listed_text_is_safe_for_a_terminal(tmp_path: Path) -> None:
    text = listed(wishes_in(written(tmp_path, '[outlet."\\u001b[31m"]\nignore = ["\\u001b"]\n')))
    assert "\x1b" not in text
    assert listed(Wishes()) == ""
