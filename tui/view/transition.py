"""The result of an action: the next state, a notice for the status line, and effects."""

from dataclasses import dataclass, replace

from .effects import Effect
from .view_state import ViewState


@dataclass(frozen=True, slots=True)
class Notice:
    """A line for the status line, shown until the reader's next move; an empty one ends the notice shown.

    Where `replaces` is given, the notice is shown only in place of that one.
    """

    text: str
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Transition:
    """The next state; a notice, or None to leave the status line as it is; and effects, in the order to carry out."""

    state: ViewState
    notice: Notice | None = None
    effects: tuple[Effect, ...] = ()

    def then(self, *effects: Effect) -> "Transition":
        """Return the transition with these effects after its own."""
        return replace(self, effects=(*self.effects, *effects))


def noticed(state: ViewState, text: str, *effects: Effect) -> Transition:
    """Return a transition with a notice."""
    return Transition(state, Notice(text), effects)
