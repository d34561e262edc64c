"""The settings in force for a run of the command, and what they do to its results."""

import json
from pathlib import Path

import pytest

from tests.tui.command import called
from tui.settings import in_force
from tui.system import settings
from tui.system.exit_codes import DIFFERENT, SAME, TROUBLE

LEFT = "Updated 5 minutes ago.\n\nThe ferry hit the pier of Lurvik.\n"
RIGHT = "Updated 12 minutes ago.\n\nThe ferry hit the pier of Lurvik.\n"
RULES = "ignore = ['Updated \\d+ minutes ago']\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two articles; its own folder of settings is empty."""
    (tmp_path / "config").mkdir()
    monkeypatch.setattr(in_force, "settings_folder", lambda: str(tmp_path / "config"))
    for name, content in (("a.txt", LEFT), ("b.txt", RIGHT), ("desk.toml", RULES)):
        (tmp_path / name).write_text(content)
    return tmp_path


def test_rules_hide_and_say_so(folder: Path) -> None:
    found = called("a.txt", "b.txt", "--settings", "desk.toml", folder=folder)
    text = found.stdout.decode()
    assert found.returncode == DIFFERENT
    assert "Rule:  'Updated \\d+ minutes ago' hides 1 change\n" in text
    assert "1 hidden by rules" in text
    assert "{+12+}" not in text
    assert "= unchanged but for what a rule hides: " in text
    whole = called("a.txt", "b.txt", "--settings", "desk.toml", "--all", folder=folder).stdout.decode()
    assert "  hidden by the rule 'Updated \\d+ minutes ago'\n  Updated [-5-] {+12+} minutes ago.\n" in whole
    without = called("a.txt", "b.txt", "--settings", "desk.toml", "--no-rules", folder=folder)
    assert without.stdout == called("a.txt", "b.txt", folder=folder).stdout


def test_the_file_in_the_folder_of_settings_holds(folder: Path) -> None:
    (folder / "config" / "settings.toml").write_text(RULES)
    document = json.loads(called("a.txt", "b.txt", "--format", "json", folder=folder).stdout)
    assert document["rules"] == [{"rule": "Updated \\d+ minutes ago", "changes": 1, "paragraphs": 0}]
    other = called("a.txt", "b.txt", "--format", "json", "--settings", "/dev/null", folder=folder)
    assert "rules" not in json.loads(other.stdout)


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_reports_say_what_is_hidden(folder: Path, form: str) -> None:
    text = called("a.txt", "b.txt", "--settings", "desk.toml", "--format", form, folder=folder).stdout.decode()
    assert "minutes ago' hides 1 change" in text.replace("&#39;", "'").replace("\\\\", "\\")


def test_many_pairs_follow_the_rules(folder: Path) -> None:
    (folder / "list.tsv").write_text("a.txt\tb.txt\n")
    found = called("--pairs", "list.tsv", "--settings", "desk.toml", folder=folder)
    assert json.loads(found.stdout)["rules"][0]["changes"] == 1


def test_settings_that_cannot_be_followed_are_trouble(folder: Path) -> None:
    (folder / "desk.toml").write_text("\nignore = ['(']\n")
    for options in (("a.txt", "b.txt"), ("--pairs", "list.tsv"), ("--show-settings",)):
        found = called(*options, "--settings", "desk.toml", folder=folder)
        assert found.returncode == TROUBLE
        assert found.stdout == b""
        assert found.stderr == b"newsdiff: desk.toml, line 2: ignore: '(': not a regular expression\n"


def test_settings_are_shown_with_their_origins(folder: Path) -> None:
    settings.save_theme("nord")
    found = called("--show-settings", "--settings", "desk.toml", folder=folder)
    text = found.stdout.decode()
    assert found.returncode == SAME
    assert "ignore = ['Updated \\d+ minutes ago']  # desk.toml, line 1\n" in text
    assert 'theme = "nord"  # chosen on the screen\n' in text
    assert 'view = "by width"  # the default\n' in text
    text = called("--show-settings", "--settings", "desk.toml", "--no-rules", folder=folder).stdout.decode()
    assert "ignore = []  # --no-rules\n" in text
