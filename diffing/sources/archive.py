"""ZIP archives with limits: a file of a kilobyte may hold a terabyte of zeros.

No member is unpacked beyond a limit, and none is written to a disk. A broken archive becomes UnreadableError.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager

from diffing.sources.limits import MAX_MEMBERS, MAX_UNPACKED, UnreadableError, check_elements, elements_in

_SIGNATURE = b"PK\x03\x04"
# Begins the end of an archive, which is all that an empty one has.
_END = b"PK\x05\x06"


def member_names(content: bytes) -> frozenset[str]:
    """Return the names of the members of a ZIP archive; empty where the content is none, or has too many."""
    if not content.startswith(_SIGNATURE):
        return frozenset()
    try:
        return Archive(content).names
    except UnreadableError:
        return frozenset()


class Archive:
    """The members of a ZIP archive by name, unpacked when asked for.

    All together have at most MAX_UNPACKED bytes and MAX_ELEMENTS elements of XML or HTML.

    Raises UnreadableError where the content is no archive.
    """

    def __init__(self, content: bytes) -> None:
        import zipfile  # recognising other formats needs none of it

        self._left = MAX_UNPACKED
        self._elements = 0
        if _SIGNATURE not in content and _END not in content:
            raise UnreadableError("is no ZIP archive, as files of this format are")
        with _damage_named():
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        if len(self._archive.filelist) > MAX_MEMBERS:
            raise UnreadableError(f"is an archive of more than {MAX_MEMBERS} files")
        self.names = frozenset(self._archive.namelist())

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def read(self, name: str) -> bytes:
        """Return a member. Raises UnreadableError where it is not there, is encrypted, damaged or too large."""
        if name not in self.names:
            raise UnreadableError(f"is damaged: it has no {name}")
        with _damage_named(), self._archive.open(name) as member:
            found = member.read(self._left + 1)
        if len(found) > self._left:
            raise UnreadableError(f"holds more than {MAX_UNPACKED // 10**6} MB when unpacked")
        self._left -= len(found)
        self._elements += elements_in(found)
        check_elements(self._elements)
        return found


@contextmanager
def _damage_named() -> Iterator[None]:
    """Turn what is wrong with an archive into UnreadableError."""
    import zipfile
    import zlib

    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
        raise UnreadableError(
            "is a damaged archive: a part of it is missing or changed. Get it again, or save it anew"
        ) from None
    except (RuntimeError, NotImplementedError):  # zipfile's errors for a password, and for a way of packing
        raise UnreadableError("is protected by a password, or packed in a way that newsdiff does not read") from None
