"""The table of commands as Textual's key bindings: each key asks the screen for the action of its command."""

from textual.binding import Binding, BindingType

from ..keys.commands import COMMANDS


def bindings() -> list[BindingType]:
    """Return the key bindings of the screen, before the reader's own keys are laid over them."""
    return [
        Binding(key, action_name(command.id), command.title, show=False, id=command.id)
        for command in COMMANDS
        for key in command.keys
    ]


def action_name(id: str) -> str:
    """Return how Textual calls the command with this id: `DiffScreen.action_do`."""
    return f"do('{id}')"
