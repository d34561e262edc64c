"""Accept, and reject, all changes of the Word documents of a folder in LibreOffice: settle.py FOLDER.

    a.docx   ->   a.accept.fodt, a.reject.fodt

It needs what libreoffice.py needs. The documents must have no comments: LibreOffice 7.4 without a display crashes here
at any document with one, also of pandoc's.
"""

import sys
from pathlib import Path

# The Python of the system starts this file, with the folder of it on the search path.
from libreoffice import save, started

_COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def main(folder: Path) -> None:
    """Settle each document."""
    with started(folder) as office:
        for path in sorted(folder.glob("*.docx")):
            for way, command in _COMMANDS.items():
                document = office.opened(path)
                office.run(document, command)
                save(document, path.with_suffix(f".{way}.fodt"), "OpenDocument Text Flat XML")
                document.close(True)


main(Path(sys.argv[1]).resolve())
