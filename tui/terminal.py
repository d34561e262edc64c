"""What differs between operating systems: the one place that may know."""

import os
import sys


def keys_from_terminal() -> bool:
    """Have the keys come from the terminal, also where standard input is something else; whether that is possible.

    Textual reads the file descriptor of standard input, and on Windows the console itself.
    """
    if sys.__stdin__ is None or sys.__stdin__.isatty() or sys.platform == "win32":
        return True
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        return False
    os.dup2(terminal, sys.__stdin__.fileno())
    os.close(terminal)
    return True
