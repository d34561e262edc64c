"""Drive Debian's Chromium over a pipe, by its DevTools protocol: no port is opened and no other package needed.

with Browser() as browser:
    browser.open(path)
    browser.run("document.title")
"""

import fcntl
import json
import os
import shutil
import signal
import tempfile
from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

CHROMIUM = shutil.which("chromium")
_NOTHING: Mapping[str, Any] = {}
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--remote-debugging-pipe",
)


class Browser:
    """A browser with one page."""

    def __enter__(self) -> Self:
        """Start the browser."""
        assert CHROMIUM is not None, "tests without Chromium are skipped"
        self._folder = tempfile.mkdtemp()
        (own_in, its_out), (its_in, own_out) = os.pipe(), os.pipe()
        # The browser reads from descriptor 3 and writes to 4; both must be free to be given to it.
        its = [fcntl.fcntl(one, fcntl.F_DUPFD, 10) for one in (its_in, its_out)]
        actions = [(os.POSIX_SPAWN_DUP2, its[0], 3), (os.POSIX_SPAWN_DUP2, its[1], 4)]
        silent = os.open(os.devnull, os.O_WRONLY)
        actions += [(os.POSIX_SPAWN_DUP2, silent, 1), (os.POSIX_SPAWN_DUP2, silent, 2)]
        arguments = [CHROMIUM, *_FLAGS, f"--user-data-dir={self._folder}", "about:blank"]
        self._process = os.posix_spawn(CHROMIUM, arguments, os.environ, file_actions=actions)
        for one in (own_in, its_out, its_in, own_out, *its, silent):
            if one not in (own_in, own_out):
                os.close(one)
        self._reader, self._writer = open(own_in, "rb"), open(own_out, "wb")
        self._read = b""
        self._count = 0
        self._session = ""
        self.requests: list[str] = []
        (target, *_) = [one for one in self.send("Target.getTargets")["targetInfos"] if one["type"] == "page"]
        attached = self.send("Target.attachToTarget", {"targetId": target["targetId"], "flatten": True})
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime"):
            self.send(f"{domain}.enable")
        return self

    def __exit__(self, *_: object) -> None:
        """End the browser."""
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        self._reader.close()
        self._writer.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def send(self, method: str, parameters: Mapping[str, Any] = _NOTHING) -> dict[str, Any]:
        """Call a method of the protocol and return its result."""
        self._count += 1
        message = {"id": self._count, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._writer.write(json.dumps(message).encode() + b"\0")
        self._writer.flush()
        while (answer := self._next()).get("id") != self._count:
            self._note(answer)
        assert "error" not in answer, answer
        found: dict[str, Any] = answer["result"]
        return found

    def open(self, path: Path, anchor: str = "") -> None:
        """Open a file, and wait until it is loaded."""
        self._load("about:blank")  # another anchor of the same page would load nothing
        self.requests.clear()
        self._load(f"{path.as_uri()}{anchor}")

    def _load(self, address: str) -> None:
        self._is_loaded = False
        self.send("Page.navigate", {"url": address})
        while not self._is_loaded:
            self._note(self._next())

    def run(self, script: str) -> Any:
        """Return the value of an expression; a promise is waited for."""
        asked = {"expression": script, "returnByValue": True, "awaitPromise": True}
        found = self.send("Runtime.evaluate", asked)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def show(self, width: int, height: int, **media: str) -> None:
        """Set the size of the page in pixels, and media features such as prefers_color_scheme."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.send("Emulation.setDeviceMetricsOverride", size)
        features = [{"name": name.replace("_", "-"), "value": value} for name, value in media.items()]
        self.send("Emulation.setEmulatedMedia", {"features": features})

    def press(self, key: str) -> None:
        """Press a key."""
        self.send("Input.dispatchKeyEvent", {"type": "keyDown", "key": key, "text": key})
        self.send("Input.dispatchKeyEvent", {"type": "keyUp", "key": key})

    def printed(self) -> bytes:
        """Return the page as PDF, with the page's own size and margins."""
        return b64decode(self.send("Page.printToPDF", {"preferCSSPageSize": True})["data"])

    def _note(self, event: Mapping[str, Any]) -> None:
        if event.get("method") == "Page.loadEventFired":
            self._is_loaded = True
        elif event.get("method") == "Network.requestWillBeSent":
            self.requests.append(event["params"]["request"]["url"])

    def _next(self) -> dict[str, Any]:
        """Return the next message of the browser."""
        while b"\0" not in self._read:
            block = os.read(self._reader.fileno(), 1 << 16)
            assert block, "the browser has ended"
            self._read += block
        message, _, self._read = self._read.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found
