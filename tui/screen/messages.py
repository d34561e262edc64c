"""The one message that widgets, timers and threads send to the screen."""

from dataclasses import dataclass

from textual.message import Message

from ..view.actions import Action


@dataclass
class Do(Message):
    """An action is asked for: by a click, a panel, the prompt, or work that is finished."""

    action: Action
