"""The settings in force for a run: those of the reader's file, and the options of the command line that bear on them.

newsdiff A B                      settings.toml in the folder of settings, if it is there
newsdiff A B --settings desk.toml that file in its place
newsdiff A B --no-rules           the same without rules: every difference is shown
"""

import argparse
import os
from dataclasses import replace

from diffing.rules.rule import NO_RULES

from ..system.folders import settings_folder
from .wishes import NO_WISHES, Wishes

_NAME = "settings.toml"
_RULES = ("furniture", "ignore", "without")


def wishes_of(options: argparse.Namespace) -> Wishes:
    """Return the wishes for a run with these options. Raises NewsdiffError for a file that cannot be followed."""
    path = _path(options)
    if path is None and not options.show_settings:
        return NO_WISHES  # as in most runs, which need not load what reads a file
    from ..system import settings as remembered
    from .toml_file import wishes_in

    found = wishes_in(path, remembered.load().theme)
    if not options.no_rules:
        return found
    shown = (
        setting._replace(value="[]", origin="--no-rules") if setting.name in _RULES else setting
        for setting in found.shown
    )
    return replace(found, rules=NO_RULES, shown=tuple(shown))


def _path(options: argparse.Namespace) -> str | None:
    if options.settings is not None:
        return str(options.settings)
    path = os.path.join(settings_folder(), _NAME)
    return path if os.path.lexists(path) else None
