"""newsdiff as a command that other programs start many times, forked from a process that has loaded it.

    #!/bin/sh
    exec python -I -S forking_client.py SOCKET "$@"      some hundredths of a second, in the place of half a second

The client sends its arguments, its environment, its folder and its three streams through a socket. The server forks a
process that takes them over and runs `main` as `python -m tui` does. The client ends with the status of that process.
"""

import os
import select
import socket
import sys
from collections.abc import Sequence
from typing import NoReturn

if sys.platform == "win32":
    raise ImportError("no process is forked there")

READY = "ready\n"
_BLOCK = 1 << 16
_STREAMS = 3


def main() -> None:
    """Load newsdiff, and run it for each client of the socket whose path is given, until standard input is closed."""
    from diffing.ledger import build  # noqa: F401, loaded for all
    from tests.tui.command import called

    called("--version")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(sys.argv[1])
    listening.listen()
    sys.stdout.write(READY)
    sys.stdout.flush()
    while sys.stdin not in select.select([listening, sys.stdin], [], [])[0]:
        client, _ = listening.accept()
        if os.fork() == 0:
            listening.close()
            _serve(client)
        client.close()
        # Those that have ended; none is waited for.
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _serve(client: socket.socket) -> NoReturn:
    """Run newsdiff for a client, and send it the status."""
    content, streams, _, _ = socket.recv_fds(client, _BLOCK, _STREAMS)
    while block := client.recv(_BLOCK):
        content += block
    folder, count, *rest = content.split(b"\0")
    if (running := os.fork()) == 0:
        client.close()
        _become(folder, rest[: int(count)], rest[int(count) :], streams)
    for stream in streams:
        os.close(stream)
    status = os.waitstatus_to_exitcode(os.waitpid(running, 0)[1])
    client.send(bytes([status if status >= 0 else 128 - status]))
    os._exit(0)


def _become(folder: bytes, arguments: Sequence[bytes], environment: Sequence[bytes], streams: Sequence[int]) -> None:
    """Be newsdiff in this folder, with these arguments, this environment and these streams."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    os.environb.clear()
    os.environb.update(dict(setting.split(b"=", 1) for setting in environment))
    sys.argv = ["newsdiff", *map(os.fsdecode, arguments)]
    sys.stdin = os.fdopen(0, encoding="utf-8", errors="surrogateescape")
    sys.stdout = os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = os.fdopen(2, "w", buffering=1, encoding="utf-8", errors="backslashreplace")
    status: object = 1
    try:
        from tui.__main__ import main

        main()
    except SystemExit as end:
        status = end.code
        sys.stdout.flush()
    finally:
        os._exit(status if isinstance(status, int) else 0 if status is None else 1)


if __name__ == "__main__":
    main()
