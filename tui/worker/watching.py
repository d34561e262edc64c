"""The end of a process once the other end of its pipe is closed, noticed without a thread.

A thread that reads notices it too, but only a process with one thread can be forked (`tui.batch.pool.can_fork`).
"""

import os
import sys
from typing import IO


def ends_when_closed(requests: IO[bytes]) -> bool:
    """End this process, whatever it does, once the other end of a pipe is closed; return whether this can be had.

    Linux sends a signal when something is written into the pipe, too, or when it is closed. Other systems may not.
    """
    if sys.platform != "linux":
        return False
    import fcntl
    import select
    import signal

    pipe = requests.fileno()
    ends = select.poll()
    ends.register(pipe, 0)

    def end_if_closed(*_: object) -> None:
        if ends.poll(0):
            os._exit(0)

    signal.signal(signal.SIGIO, end_if_closed)
    fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)
    end_if_closed()
    return True
