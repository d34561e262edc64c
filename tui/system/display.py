"""The terminal behind standard output as the place of the screen, and the characters that it has.

newsdiff A B              the screen
newsdiff A B 2>log        the screen; messages go to the log
newsdiff A B | less       no screen: the report
TERM=dumb newsdiff A B    no screen: the report, and a note on standard error
LC_ALL=C newsdiff A B     the screen in ASCII, and a notice on it
"""

import codecs
import io
import os
import sys
from collections.abc import Callable, Mapping

# Names of terminals that can only print, or of which nothing is known.
_PRINTING_ONLY = ("", "dumb", "unknown")
# The first of these that is set says which characters the terminal has (POSIX, Base Definitions, 8.2).
_LOCALE = ("LC_ALL", "LC_CTYPE", "LANG")
_UTF_8 = "utf-8"


def can_show_screen(report: Callable[[str], None]) -> bool:
    """Return whether standard output is a terminal that can show the screen; report it where it can only print."""
    if sys.stdout is None or not sys.stdout.isatty():
        return False
    name = os.environ.get("TERM", "")
    if sys.platform == "win32" or name not in _PRINTING_ONLY:  # a terminal of Windows needs no name
        return True
    setting = f"TERM is {name}" if name else "TERM is not set"
    report(f"newsdiff: {setting}, so the report is printed; the screen needs a terminal that can draw")
    return False


def shows_italics_in_reverse(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether italics arrive as reverse: tmux and screen do so for a terminal called 'screen' (3.3a, seen)."""
    name = environment.get("TERM", "")
    return name == "screen" or name.startswith(("screen-", "screen."))


def draw_on_standard_output() -> str:
    """Make Textual draw on the terminal of standard output; return a notice if that terminal is not one of UTF-8.

    Textual draws on `sys.__stderr__`, which may be another file.
    """
    if sys.platform == "win32":
        return ""  # Textual draws on the console itself
    setting, encoding = _encoding(os.environ, sys.stdout.encoding)
    if encoding != _UTF_8:
        sys.__stderr__ = _Limited(open(os.dup(1), "wb"), encoding, "replace")  # type: ignore[misc]  # noqa: SIM115, open until the end
        return f"{setting} is not UTF-8: signs are in ASCII, and a character that the terminal lacks is a question mark"
    if sys.__stderr__ is None or not sys.__stderr__.isatty():
        sys.__stderr__ = open(os.dup(1), "w", encoding=_UTF_8)  # type: ignore[misc]  # noqa: SIM115
    return ""


def _encoding(environment: Mapping[str, str], usual: str) -> tuple[str, str]:
    """Return the setting that says which encoding the terminal has, and that encoding; `usual` where it says nothing.

    Where nothing is set, as in many containers, the terminal is one of UTF-8 nearly always.
    """
    name = next((name for name in _LOCALE if environment.get(name)), "")
    value = environment.get(name, "")
    if value in ("C", "POSIX"):
        return f"{name}={value}", "ascii"
    # macOS has LC_CTYPE=UTF-8.
    codeset = value.partition(".")[2].partition("@")[0] or (value if value.upper() == "UTF-8" else "")
    if not name:
        codeset = _UTF_8
    try:
        return f"{name}={value}", codecs.lookup(codeset or usual).name
    except LookupError:
        return f"{name}={value}", "ascii"


class _Limited(io.TextIOWrapper):
    """A stream to a terminal that has not all characters."""

    def write(self, text: str) -> int:
        """Write text as the terminal can show it."""
        from ..text.expressible import expressible  # loads a part of Rich, as Textual does

        super().write(expressible(text, self.encoding))
        return len(text)
