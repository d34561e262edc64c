"""What newsdiff remembers between runs, in the platform's own place. The only file it writes unasked.

    {"theme": "newsdiff-light", "keys": {"next-difference": "f8, n"}}

newsdiff writes the theme, the reader the keys. A file that cannot be read or written is as good as none: newsdiff opens
with the defaults. One that the reader broke is told of and not written over: there is work in it.
"""

import json
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from diffing.errors import size

# As many keys as there are take some KB.
_MOST_BYTES = 1_000_000
_THEME, _KEYS = "theme", "keys"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says. `keys` are the reader's own, unchecked; `problem` is what is wrong with the file itself."""

    theme: str | None = None
    keys: Mapping[str, object] = field(default_factory=dict)
    problem: str = ""


def load() -> Settings:
    """What is remembered; nothing, if nothing is."""
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
        return Settings(theme, problem='"keys" is written like {"next-difference": "f8, n"}')
    return Settings(theme, keys)


def save_theme(theme: str) -> None:
    """Remember the theme and keep the rest; the file is replaced as a whole, so it is never half written."""
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
    """The file is there, but it is not a JSON object."""


def _read() -> dict[str, object]:
    """The file's object, empty where there is no file or nothing in it."""
    file = _file()
    try:
        status = file.stat()
        # To open a pipe would be to wait for it, and a device may never end.
        if not stat.S_ISREG(status.st_mode):
            raise _BrokenError("is a folder" if file.is_dir() else "is a pipe or a device, not a file")
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
    from platformdirs import user_config_path  # loaded by Textual too

    return user_config_path("newsdiff") / "settings.json"
