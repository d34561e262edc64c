"""Accept, and reject, all changes of the Word documents of a folder in LibreOffice: settle.py FOLDER.

    a.docx   ->   a.accept.fodt, a.reject.fodt

It needs a Python with the module uno, which is that of the system, and nothing of newsdiff. The documents must have no
comments: LibreOffice 7.4 without a display crashes here at any document with one, also of pandoc's.
"""

import contextlib
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

_TRIES, _PAUSE = 300, 0.2
_COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def main(folder: Path) -> None:
    """Start LibreOffice with a profile of its own, settle each document, and end it."""
    pipe = f"newsdiff{os.getpid()}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo", profile, f"--accept=pipe,name={pipe};urp;"],
        stderr=subprocess.DEVNULL,
    )
    try:
        manager = _connected(pipe)
        desktop = manager.createInstance("com.sun.star.frame.Desktop")
        helper = manager.createInstance("com.sun.star.frame.DispatchHelper")
        for path in sorted(folder.glob("*.docx")):
            for way, command in _COMMANDS.items():
                document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (_value("Hidden", True),))
                helper.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
                saved = path.with_suffix(f".{way}.fodt").as_uri()
                document.storeToURL(saved, (_value("FilterName", "OpenDocument Text Flat XML"),))
                document.close(True)
        with contextlib.suppress(DisposedException):  # it may end before it answers
            desktop.terminate()
        office.wait(60)
    finally:
        office.kill()


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


main(Path(sys.argv[1]).resolve())
