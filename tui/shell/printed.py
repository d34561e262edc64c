"""Files that newsdiff prints for shells: their completions, and the manual page. They are made by docs/make_shell.py.

newsdiff --completion bash    the completion for bash
newsdiff --manual             the manual page, for man -l -
"""

COMPLETIONS = {"bash": "newsdiff", "zsh": "_newsdiff", "fish": "newsdiff.fish"}
"""The file of the completion for each shell, by the name that the shell looks for."""

MANUAL = "newsdiff.1"
"""The file of the manual page."""


def completion(shell: str) -> str:
    """Return the completion for a shell."""
    return _file(COMPLETIONS[shell])


def manual() -> str:
    """Return the manual page."""
    return _file(MANUAL)


def _file(name: str) -> str:
    from importlib.resources import files  # most runs print none

    return files(__package__).joinpath("files", name).read_text(encoding="utf-8")
