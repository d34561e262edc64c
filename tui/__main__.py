"""Where newsdiff starts, as the console script and as `python -m tui`."""

from typing import NoReturn

from .system.terminal import interruptible_at_once


def main() -> NoReturn:
    """Run newsdiff. An interruption while its modules are loaded ends it, too, without a word."""
    with interruptible_at_once():
        from .cli import run
    run()


if __name__ == "__main__":
    main()
