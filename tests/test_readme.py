"""README.md and the documents agree with the program: keys, commands, links."""

import json
import re
import runpy
from pathlib import Path

import pytest

from tui.keys.commands import COMMANDS
from tui.keys.keymap import keymap
from tui.keys.keynames import label

_ROOT = Path(__file__).parent.parent
_README = (_ROOT / "README.md").read_text(encoding="utf-8")
_KEYS = (_ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
PAGES = sorted(page for pattern in ("*.md", "docs/**/*.md", "samples/**/*.md") for page in _ROOT.glob(pattern))
"""The pages of documentation."""


def test_the_table_of_keys_is_that_of_the_commands() -> None:
    make = runpy.run_path(str(_ROOT / "docs" / "make.py"))
    assert make["keys_table"]() in _KEYS
    assert make["with_keys"](_KEYS) == _KEYS


def test_the_table_of_languages_is_that_of_the_lexicons() -> None:
    make = runpy.run_path(str(_ROOT / "docs" / "make.py"))
    assert make["languages_table"]() in (_ROOT / "docs" / "languages.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_table_of_keys() -> None:
    assert [command.id for command in COMMANDS if f"| `{command.id}` |" not in _KEYS] == []


@pytest.mark.parametrize("key", list("ndL/?q"))
def test_the_keys_that_matter_are_keys_of_commands(key: str) -> None:
    assert f"| `{key}` | " in _README
    assert key in {label(own) for command in COMMANDS for own in command.keys}


def test_the_table_of_weights_is_that_of_the_rules() -> None:
    make = runpy.run_path(str(_ROOT / "docs" / "make.py"))
    assert make["rules_table"]() in (_ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")


def test_the_settings_shown_can_be_used() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", _KEYS, re.DOTALL)
    own = json.loads(example)["keys"]
    assert keymap(own).problems == ()
    assert set(keymap(own).bound) == set(own)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(_ROOT)))
def test_every_file_that_a_page_links_exists(page: Path) -> None:
    linked = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [name for name in linked if not (page.parent / name).exists()] == []


def test_every_file_that_the_architecture_names_exists() -> None:
    """A name may leave out the folders above it; it must then belong to one file at least."""
    files = [
        str(file.relative_to(_ROOT).as_posix())
        for top in ("diffing", "docs", "tui", "tests")
        for file in _ROOT.glob(f"{top}/**/*")
    ]
    text = (_ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w/]+\.(?:py|toml|tcss))`", text)
    assert len(named) > 50
    assert [
        name
        for name in named
        if name != "pyproject.toml" and not any(f"/{file}".endswith(f"/{name}") for file in files)
    ] == []


def test_the_samples_of_the_readme_exist() -> None:
    named = re.findall(r"samples/\S+\.txt", _README)
    assert len(named) == 2
    assert [name for name in named if not (_ROOT / name).exists()] == []


def test_continuous_integration_runs_its_check_command() -> None:
    script = (_ROOT / ".ci" / "run").read_text(encoding="utf-8")
    pattern = re.search(r"sed -n 's/(.+?)/\\1/p' README\.md", script)
    assert pattern is not None
    (command,) = re.findall(r"^    (.*tests/check\.py)$", _README, re.MULTILINE)
    assert command.startswith("python3 -m venv")
