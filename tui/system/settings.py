"""The settings that newsdiff keeps between runs, in the platform's usual folder. It writes no other file unasked.

    {"theme": "newsdiff-light", "keys": {"next-difference": "f8, n"}}

newsdiff writes the theme; the user writes the keys. Without a readable file newsdiff starts with the defaults. A file
with an error is reported and never overwritten, because it holds the user's work.
"""

import json
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from diffing.errors import size

from .folders import settings_folder

# A file with every key takes a few KB.
_MOST_BYTES = 1_000_000
_THEME, _KEYS = "theme", "keys"


@dataclass(frozen=True, slots=True)
class Settings:
    """The content of the file.

    `keys` are the user's keys, unchecked; `problem` describes an error of the file itself.
    """

    theme: str | None = None
    keys: Mapping[str, object] = field(default_factory=dict)
    problem: str = ""


def load() -> Settings:
    """Return the settings, or the defaults if there are none."""
    try:
        found = _read()
    except _BrokenError as error:
        return Settings(problem=str(error))
    except OSError:
        return Settings()
    theme, keys = found.get(_THEME), found.get(_KEYS, {})
    if not isinstance(theme, str):
        theme = None
    if not isinstance(keys, dict):
        return Settings(theme, problem='"keys" must be an object, such as {"next-difference": "f8, n"}')
    return Settings(theme, keys)


def save_theme(theme: str) -> None:
    """Store the theme and keep the rest. The file is replaced as a whole, so that it is never incomplete."""
    file = _file()
    new = file.with_suffix(".new")
    try:
        found = _read()
        file.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, _BrokenError):
        return
    try:
        new.write_text(json.dumps(found | {_THEME: theme}, indent=1) + "\n", encoding="utf-8")
        os.replace(new, file)
    except OSError:
        with suppress(OSError):
            new.unlink()


class _BrokenError(Exception):
    """The file exists, but it is not a JSON object."""


def _read() -> dict[str, object]:
    """Return the object in the file; empty if the file is missing or empty."""
    file = _file()
    try:
        status = file.stat()
        # Opening a pipe would wait for a writer, and a device may never end.
        if not stat.S_ISREG(status.st_mode):
            raise _BrokenError("is a folder, not a file" if file.is_dir() else "is a pipe or a device, not a file")
        if status.st_size > _MOST_BYTES:
            raise _BrokenError(f"larger than {size(_MOST_BYTES)}")
        text = file.read_text(encoding="utf-8-sig")
        found = json.loads(text) if text.strip() else {}
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except json.JSONDecodeError as error:
        raise _BrokenError(f"line {error.lineno}, column {error.colno}: {error.msg}") from error
    except (ValueError, RecursionError) as error:
        raise _BrokenError("not JSON") from error
    if not isinstance(found, dict):
        raise _BrokenError("not a JSON object")
    return found


def _file() -> Path:
    """Return the path of the file."""
    return Path(settings_folder()) / "settings.json"
