"""Faults of newsdiff's own, as they are told: a line on the screen, or Python's report on standard error.

What an exception says may come from an article, so it passes `tui.text.sanitize` as the articles do.
"""

import os
import traceback

from ..text.sanitize import Visible, visible

_PLEASE = "newsdiff: a fault of its own; please report it with the lines above"
# Enough to say what happened; the message of an exception can hold a paragraph.
_MOST_CHARACTERS = 200


def fault_line(error: BaseException) -> Visible:
    """An exception in a line: its type and message, and where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({os.path.basename(frames[-1].filename)}, line {frames[-1].lineno})" if frames else ""
    said = f"{type(error).__name__}: {error}".strip(": ")
    return visible((said if len(said) <= _MOST_CHARACTERS else f"{said[:_MOST_CHARACTERS]}…") + place)


def fault_report() -> str:
    """The exception being handled, as Python reports it, harmless to a terminal."""
    return "\n".join([*map(visible, traceback.format_exc().rstrip().split("\n")), _PLEASE])
