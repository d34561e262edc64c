"""Work for the processes of test_pool.py, in a module that loads at once: each process loads it."""

import os
import time

FATAL = 13


def double(number: int) -> int:
    return 2 * number


def slow_at_first(number: int) -> int:
    time.sleep(0.3 if number == 0 else 0)
    return number


def deadly(number: int) -> int:
    if number == FATAL:
        os._exit(1)
    return number


def all_deadly(number: int) -> int:
    os._exit(1)


def process_and_number(number: int) -> tuple[int, int]:
    return os.getpid(), number


def lost(number: int) -> int:
    return -number
