"""The clipboard, reached through the terminal or, where tmux or screen is around newsdiff, through a program.

    a terminal      the escape sequence OSC 52       "sent to the terminal"; many terminals take it, some ignore it
    tmux, screen    wl-copy, xclip, tmux itself ...  "copied with xclip"

tmux ignores the sequence of an application unless `set-clipboard` is on, and screen always does (tmux 3.3a, seen).
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from .terminal import unreached_by_keys

SENT = "sent to the terminal"
"""Notice for a text that was sent by the escape sequence."""
# A program copies at once, or waits for a display that does not answer.
_SECONDS = 2


@dataclass(frozen=True, slots=True)
class Program:
    """A program that copies its standard input, in the encoding that it reads, and what to say when it has."""

    command: tuple[str, ...]
    success: str
    encoding: str = "utf-8"


def is_needed(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether the escape sequence may go nowhere, because another program draws on the terminal."""
    return bool(environment.get("TMUX") or environment.get("STY"))


def programs(environment: Mapping[str, str], find: Callable[[str], str | None] = shutil.which) -> Iterator[Program]:
    """Yield the programs that reach the reader's clipboard, the best first; `find` finds a program by its name.

    The clipboard of the machine is not the reader's where newsdiff runs on another one, except by X11 forwarding.
    """
    is_here = not environment.get("SSH_CONNECTION")
    for is_usable, name, arguments, encoding in (
        (is_here and environment.get("WAYLAND_DISPLAY"), "wl-copy", (), "utf-8"),
        (environment.get("DISPLAY"), "xclip", ("-selection", "clipboard"), "utf-8"),
        (environment.get("DISPLAY"), "xsel", ("--clipboard", "--input"), "utf-8"),
        (is_here and sys.platform == "darwin", "pbcopy", (), "utf-8"),
        (is_here, "clip.exe", (), "utf-16-le"),
    ):
        if is_usable and (path := find(name)):
            yield Program((path, *arguments), f"copied with {name}", encoding)
    if environment.get("TMUX") and (path := find("tmux")):
        # With -w tmux passes it on to the terminal; older versions do not know -w, and keep it.
        yield Program((path, "load-buffer", "-w", "-"), "copied in tmux, and sent to the terminal")
        yield Program((path, "load-buffer", "-"), "copied in tmux; paste it there")


def copy(text: str, environment: Mapping[str, str] = os.environ) -> str:
    """Copy a text with the first program that does; return what is known of it, or what helps."""
    for program in programs(environment):
        if _has_copied(program, text):
            return program.success
    if environment.get("TMUX"):
        return "sent to tmux, which copies it after: tmux set -s set-clipboard on"
    return "not copied: inside screen it takes xclip, xsel or wl-copy"


def _has_copied(program: Program, text: str) -> bool:
    try:
        done = subprocess.run(
            program.command,
            input=text.encode(program.encoding),
            # Some leave a process behind that keeps the clipboard, and would keep a pipe open too.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
            **unreached_by_keys(),
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
