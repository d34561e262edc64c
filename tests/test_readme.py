"""What README.md says of the keys and commands is what the program does."""

import json
import re
import runpy
from pathlib import Path

from tui.keys.keymap import keymap

_ROOT = Path(__file__).parent.parent
_README = (_ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_of_keys_is_that_of_the_commands() -> None:
    make = runpy.run_path(str(_ROOT / "docs" / "make.py"))
    assert make["keys_table"]() in _README
    assert make["with_keys"](_README) == _README


def test_the_table_of_names_is_that_of_the_commands() -> None:
    make = runpy.run_path(str(_ROOT / "docs" / "make.py"))
    keys_md = (_ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    assert make["names_table"]() in keys_md
    assert make["with_names"](keys_md) == keys_md


def test_the_table_of_weights_is_that_of_the_rules() -> None:
    make = runpy.run_path(str(_ROOT / "docs" / "make.py"))
    assert make["rules_table"]() in (_ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")


def test_the_settings_it_shows_can_be_followed() -> None:
    keys_md = (_ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", keys_md, re.DOTALL)
    (short,) = re.findall(r"^    (\{\"keys\".*)$", _README, re.MULTILINE)
    for text in (example, short):
        own = json.loads(text)["keys"]
        assert keymap(own).problems == ()
        assert set(keymap(own).bound) == set(own)


def test_every_file_it_names_exists() -> None:
    named = re.findall(r"\]\(([^)#:]+)\)", _README) + re.findall(r"samples/\S+\.txt", _README)
    assert named
    assert [name for name in named if not (_ROOT / name).exists()] == []


def test_continuous_integration_runs_its_check_command() -> None:
    script = (_ROOT / ".ci" / "run").read_text(encoding="utf-8")
    pattern = re.search(r"sed -n 's/(.+?)/\\1/p' README\.md", script)
    assert pattern is not None
    (command,) = re.findall(r"^    (.*tests/check\.py)$", _README, re.MULTILINE)
    assert command.startswith("python3 -m venv")
