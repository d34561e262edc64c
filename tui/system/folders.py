"""The folder in which newsdiff keeps its settings, as each system has it.

~/.config/newsdiff       on Linux, without XDG_CONFIG_HOME
"""

import os
import sys

_NAME = "newsdiff"
# What sets another folder in the place of ~/.config; Android sets the second one.
_OTHERS = ("XDG_CONFIG_HOME", "ANDROID_DATA")


def settings_folder() -> str:
    """Return the path of the folder; it may not exist.

    The usual case is decided here: every run asks for the folder, and platformdirs takes a thirtieth of the time of a
    short one to load.
    """
    is_usual = sys.platform == "linux" and os.path.isabs(os.environ.get("HOME", ""))
    if is_usual and not any(name in os.environ for name in _OTHERS):
        return os.path.expanduser(f"~/.config/{_NAME}")
    from platformdirs import user_config_dir

    return user_config_dir(_NAME)
