"""Limits for what a file may hold, and the error of a reader.

A file of a kilobyte can unpack to a terabyte, and markup can nest a million deep. Every reader keeps to these limits.
"""

MAX_UNPACKED = 200_000_000
"""Bytes that the members of an archive may have when unpacked, all that are read together.

The same times ten as a file may have: the XML of office documents packs to a tenth.
"""

MAX_MEMBERS = 20_000
"""Files in an archive."""

MAX_DEPTH = 2_000
"""Elements within each other: what is deeper is read as if it stood at this depth, or the file is refused."""

MAX_ELEMENTS = 2_000_000
"""Elements of XML that is kept as a tree: half a gigabyte of memory."""

MAX_BLOCKS = 1_000_000
"""Paragraphs and rows of tables; those behind are left out, with a note."""


class UnreadableError(Exception):
    """A file that its reader cannot read: the `reason` in words, such as 'is protected by a password'."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class MissingExtraError(UnreadableError):
    """A file whose reader needs a package that is not installed; the extra of newsdiff that brings it."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what}; newsdiff reads it with an extra: pip install 'newsdiff[{extra}]'")
