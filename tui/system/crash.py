"""Reports of internal errors: one line on the screen, or Python's traceback on standard error.

    ValueError: bad offset (layout.py, line 212)

The message of an exception may contain text of an article. It therefore passes `tui.text.sanitize` like the articles.
"""

import os
import traceback

from ..text.sanitize import Visible, visible

_PLEASE = "newsdiff: internal error; please report it with the lines above"
# Characters of the message of an exception, which can hold a whole paragraph.
_MOST_CHARACTERS = 200


def fault_line(error: BaseException) -> Visible:
    """Return an exception in one line: its type, its message, and the place where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({os.path.basename(frames[-1].filename)}, line {frames[-1].lineno})" if frames else ""
    said = f"{type(error).__name__}: {error}".strip(": ")
    return visible((said if len(said) <= _MOST_CHARACTERS else f"{said[:_MOST_CHARACTERS]}…") + place)


def fault_report() -> str:
    """Return the traceback of the exception being handled, safe for a terminal."""
    return "\n".join([*map(visible, traceback.format_exc().rstrip().split("\n")), _PLEASE])
