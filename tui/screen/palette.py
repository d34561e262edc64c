"""The commands of the palette in the order of the job: what a reader does most comes first."""

from textual.command import DiscoveryHit, Hits
from textual.system_commands import SystemCommandsProvider


class CommandsInOrder(SystemCommandsProvider):
    """The commands as the app lists them; Textual's own provider sorts them by the alphabet."""

    async def discover(self) -> Hits:
        """Yield every command while nothing is typed."""
        for title, help_text, action, is_shown in self.app.get_system_commands(self.screen):
            if is_shown:
                yield DiscoveryHit(title, action, help=help_text)
