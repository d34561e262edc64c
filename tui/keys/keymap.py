"""The reader's own keys, laid over those of the table of commands.

    {"next-difference": "f8, n"}  ->  F8 and n go to the next difference, and Tab no longer does

A reader writes these by hand. An entry that cannot be followed is left out and reported; the others hold.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from .commands import COMMANDS, Commands
from .keynames import key_named, label

_Keys = dict[str, tuple[str, ...]]
_SEPARATOR = ","


@dataclass(frozen=True, slots=True)
class Keymap:
    """The commands with the keys that hold; `problems` are the entries left out, a line each."""

    commands: Commands
    problems: tuple[str, ...] = ()

    @property
    def bound(self) -> dict[str, str]:
        """Argument of Textual's `set_keymap`: the keys of each command whose keys differ from the table's."""
        return {
            command.id: _SEPARATOR.join(command.keys)
            for command, original in zip(self.commands, COMMANDS, strict=True)
            if command.keys != original.keys
        }


def keymap(own: Mapping[str, object]) -> Keymap:
    """Return the table with the reader's own keys, which replace the keys of their commands.

    A key that two commands would have is given to neither of them anew: the entry is left out that came to the other's
    key, or of two entries the later one.
    """
    problems: list[str] = []
    chosen: _Keys = {}
    for name, written in own.items():
        found = _entry(name, written)
        if isinstance(found, str):
            problems.append(found)
        else:
            chosen[name] = found
    # An entry left out gives its command the table's keys back, which another entry may have taken.
    while (clash := next(_clashes(chosen), None)) is not None:
        name, key, other = clash
        del chosen[name]
        problems.append(f"{name}: {label(key)} is a key of {other}")
    commands = tuple(replace(command, keys=chosen.get(command.id, command.keys)) for command in COMMANDS)
    return Keymap(commands, tuple(problems))


def _entry(name: str, written: object) -> tuple[str, ...] | str:
    """Return the keys of an entry, or a message with what is wrong with it."""
    if name not in {command.id for command in COMMANDS}:
        return f"no command is called {name!r}"
    if not isinstance(written, str) or not written.strip():
        return f'{name}: keys are written like "f8, n"'
    keys = []
    for part in written.split(_SEPARATOR):
        if (key := key_named(part)) is None:
            return f"{name}: {part.strip()!r} is no key"
        keys.append(key)
    return tuple(dict.fromkeys(keys))


def _clashes(chosen: _Keys) -> Iterator[tuple[str, str, str]]:
    """Entries that take another command's key: (id, key, the other's id)."""
    for name in reversed(chosen):
        for command in COMMANDS:
            if command.id != name:
                for key in chosen.get(command.id, command.keys):
                    if key in chosen[name]:
                        yield name, key, command.id
