"""What newsdiff remembers between runs: the theme. The only file it writes unasked, in the platform's own place.

A settings file that cannot be read or written is as good as none: reading goes on with the defaults.
"""

import json
import os
from pathlib import Path


def load_theme() -> str | None:
    """The theme chosen last, if one was."""
    try:
        theme = json.loads(_file().read_text(encoding="utf-8"))["theme"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return theme if isinstance(theme, str) else None


def save_theme(theme: str) -> None:
    """Remember the theme; the file is replaced as a whole, so it is never half written."""
    file = _file()
    new = file.with_suffix(".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(json.dumps({"theme": theme}) + "\n", encoding="utf-8")
        os.replace(new, file)
    except OSError:
        return


def _file() -> Path:
    from platformdirs import user_config_path  # loaded by Textual too

    return user_config_path("newsdiff") / "settings.json"
