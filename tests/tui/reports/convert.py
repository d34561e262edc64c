"""Save documents in other formats in LibreOffice: convert.py FOLDER DOCUMENT:FORMAT ...

    convert.py drafts a.docx:odt page.html:rtf   ->   drafts/odt/a.odt, drafts/rtf/page.rtf

It needs what libreoffice.py needs.
"""

import sys
from pathlib import Path

# The Python of the system starts this file, with the folder of it on the search path.
from libreoffice import save, started

_FILTERS = {
    "docx": "MS Word 2007 XML",
    "odt": "writer8",
    "fodt": "OpenDocument Text Flat XML",
    "rtf": "Rich Text Format",
}


def main(folder: Path, wanted: list[str]) -> None:
    """Save each document in the format that stands behind it."""
    with started(folder) as office:
        for each in wanted:
            name, kind = each.split(":")
            # A web page opens as one, which has no such formats, but for this filter.
            document = office.opened(folder / name, "HTML (StarWriter)" if name.endswith(".html") else "")
            (folder / kind).mkdir(exist_ok=True)
            save(document, (folder / kind / name).with_suffix(f".{kind}"), _FILTERS[kind])
            document.close(True)


main(Path(sys.argv[1]).resolve(), sys.argv[2:])
