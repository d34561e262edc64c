"""The entry point of newsdiff, for the console script and for `python -m tui`."""

import gc
from typing import NoReturn

from .system.terminal import interruptible_at_once


def main() -> NoReturn:
    """Run newsdiff. Ctrl+C while its modules are loaded ends it without a message.

    No garbage is collected until `cli` or the screen asks for it: nothing of what is loaded is garbage, and each look
    through it takes a hundredth of a short run.
    """
    gc.disable()
    with interruptible_at_once():
        from .cli import run
    run()


if __name__ == "__main__":
    main()
