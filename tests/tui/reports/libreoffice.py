"""LibreOffice under the command of Python: one start for many documents.

    with started(Path("drafts")) as office:
        document = office.opened(Path("drafts/a.docx"))

It needs a Python with the module uno, which is that of the system, and nothing of newsdiff.
"""

import contextlib
import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

_TRIES, _PAUSE = 600, 0.1


class Office:
    """A running LibreOffice."""

    def __init__(self, manager: Any) -> None:
        self.desktop = manager.createInstance("com.sun.star.frame.Desktop")
        self.helper = manager.createInstance("com.sun.star.frame.DispatchHelper")

    def opened(self, path: Path, filter_name: str = "") -> Any:
        """Return a document that is opened, with the filter of this name or the one LibreOffice chooses."""
        more = (_value("FilterName", filter_name),) if filter_name else ()
        return self.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (_value("Hidden", True), *more))

    def run(self, document: Any, command: str) -> None:
        """Run a command of a menu in a document."""
        self.helper.executeDispatch(document.CurrentController.Frame, command, "", 0, ())


@contextlib.contextmanager
def started(folder: Path) -> Iterator[Office]:
    """Start LibreOffice with a profile of its own in a folder, and end it."""
    pipe = f"newsdiff{os.getpid()}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    process = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo", profile, f"--accept=pipe,name={pipe};urp;"],
        stderr=subprocess.DEVNULL,
    )
    try:
        office = Office(_connected(pipe))
        yield office
        with contextlib.suppress(DisposedException):  # it may end before it answers
            office.desktop.terminate()
        process.wait(60)
    finally:
        process.kill()


def save(document: Any, path: Path, filter_name: str) -> None:
    """Save a document with the filter of this name."""
    document.storeToURL(path.as_uri(), (_value("FilterName", filter_name),))


def _connected(pipe: str) -> Any:
    """Return the services of LibreOffice as soon as it answers."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(_TRIES):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext").ServiceManager
        except NoConnectException:
            time.sleep(_PAUSE)
    raise SystemExit("LibreOffice does not answer")


def _value(name: str, value: object) -> Any:
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found
