"""The client of `forking.py`: it has newsdiff run with its own arguments, environment, folder and streams."""

import os
import sys
from socket import AF_UNIX, SHUT_WR, send_fds, socket

if sys.platform != "win32":
    server = socket(AF_UNIX)
    server.connect(sys.argv[1])
    arguments = [os.fsencode(each) for each in sys.argv[2:]]
    environment = [name + b"=" + value for name, value in os.environb.items()]
    parts = [os.getcwdb(), str(len(arguments)).encode(), *arguments, *environment]
    send_fds(server, [b"\0".join(parts)], [0, 1, 2])
    server.shutdown(SHUT_WR)
    status = server.recv(1)
    os._exit(status[0] if status else 255)
