"""Make the completions of shells and the manual page from the parser of the command line: `python -m docs.make_shell`.

tui/shell/files/newsdiff, _newsdiff, newsdiff.fish    completions for bash, zsh and fish, made by shtab
tui/shell/files/newsdiff.1                            the manual page, in the language of man(7)
"""

import argparse
import re
from pathlib import Path

import shtab

from tui.arguments import newsdiff_parser
from tui.shell.printed import COMPLETIONS, MANUAL

FOLDER = Path(__file__).parent.parent / "tui" / "shell" / "files"
# What stands for an argument, and what a shell completes it by.
_FILES = ("LEFT", "RIGHT", "FILE", "LIST", "V3 ...")
_FOLDERS = ("FOLDER",)


def completion(shell: str) -> str:
    """Return the completion for a shell."""
    parser = newsdiff_parser()
    # The usage in several lines would be parsed as text by no shell.
    parser.usage = None
    for action in parser._actions:
        names = action.metavar if isinstance(action.metavar, tuple) else (action.metavar or action.dest.upper(),)
        if any(name in _FILES for name in names):
            setattr(action, "complete", shtab.FILE)  # noqa: B010, an attribute of shtab
        elif any(name in _FOLDERS for name in names):
            setattr(action, "complete", shtab.DIRECTORY)  # noqa: B010, as above
        action.help = action.help and action.help.partition(" (default:")[0]
    text = shtab.complete(parser, shell=shell)
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE).rstrip("\n") + "\n"


def manual() -> str:
    """Return the manual page."""
    parser = newsdiff_parser()
    usages = (parser.usage or "").split("\n")
    lines = [
        ".TH NEWSDIFF 1",
        ".SH NAME",
        r"newsdiff \- show what changed between two news articles",
        ".SH SYNOPSIS",
    ]
    for usage in usages:
        lines += [".br", _text(usage.strip())]
    lines += [".SH DESCRIPTION", _text(parser.description or "")]
    epilog, _, statuses = (parser.epilog or "").partition("exit status:")
    lines += [".PP", _text(" ".join(epilog.split()))]
    for group in parser._action_groups:
        actions = [action for action in group._group_actions if action.help is not argparse.SUPPRESS]
        if actions:
            lines.append(f".SH {_text((group.title or '').upper())}")
        for action in actions:
            lines += [".TP", _name(action), _text(action.help or "")]
    lines.append(".SH EXIT STATUS")
    for status in filter(str.strip, statuses.split("\n")):
        number, _, meaning = status.strip().partition(" ")
        lines += [".TP", _text(number), _text(meaning.strip())]
    lines += [".SH FILES", ".TP", "settings.toml", _text("the reader's settings; --show-settings prints them")]
    lines += [".SH SEE ALSO", r".BR diff (1),", r".BR git\-difftool (1)"]
    return "\n".join(lines) + "\n"


def _name(action: argparse.Action) -> str:
    """Return an option and its argument, in bold and italics."""
    argument = action.metavar if isinstance(action.metavar, str) else " ".join(action.metavar or ())
    if not action.option_strings:
        return rf"\fI{_text(argument or action.dest.upper())}\fR"
    if action.choices is not None:
        argument = "|".join(map(str, action.choices))
    names = ", ".join(rf"\fB{_text(name)}\fR" for name in action.option_strings)
    if action.nargs == 0 or not argument:
        return names
    return rf"{names} [\fI{_text(argument)}\fR]" if action.nargs == "?" else rf"{names} \fI{_text(argument)}\fR"


def _text(text: str) -> str:
    """Return text for a manual page: a line that begins with a dot or an apostrophe would be a request."""
    escaped = text.replace("%%", "%").replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped


def files() -> dict[str, str]:
    """Return the content of each file by its name."""
    return {**{name: completion(shell) for shell, name in COMPLETIONS.items()}, MANUAL: manual()}


def main() -> None:
    """Write the files."""
    FOLDER.mkdir(exist_ok=True)
    for name, content in files().items():
        (FOLDER / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
