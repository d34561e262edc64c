"""The entry point of newsdiff, for the console script and for `python -m tui`."""

from typing import NoReturn

from .system.terminal import interruptible_at_once


def main() -> NoReturn:
    """Run newsdiff. Ctrl+C while its modules are loaded ends it without a message."""
    with interruptible_at_once():
        from .cli import run
    run()


if __name__ == "__main__":
    main()
