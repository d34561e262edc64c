"""Limits for what a file may hold, and the error of a reader.

A file of a kilobyte can unpack to a terabyte, and markup can nest a million deep. Every reader keeps to these limits.
"""

AS_IT_IS = "--as text compares it as it is"
"""The advice about a text that its reader cannot read."""

MAX_UNPACKED = 200_000_000
"""Bytes that the members of an archive may have when unpacked, all that are read together.

The same times ten as a file may have: the XML of office documents packs to a tenth.
"""

MAX_MEMBERS = 20_000
"""Files in an archive."""

MAX_DEPTH = 2_000
"""Elements within each other: what is deeper is read as if it stood at this depth, or the file is refused."""

MAX_ELEMENTS = 1_000_000
"""Elements of a document, in all its files together: five seconds of reading. A long novel has a tenth of them."""

MAX_BLOCKS = 200_000
"""Paragraphs and rows of tables; those behind are left out, with a note. A Bible has 31,000 verses."""


def elements_in(markup: bytes) -> int:
    """Return the number of elements of XML, or a little more, by counting tags. Nothing is parsed."""
    return markup.count(b"<") - markup.count(b"</")


def check_elements(number: int) -> None:
    """Raise UnreadableError for more elements than a document may have."""
    if number > MAX_ELEMENTS:
        raise UnreadableError(f"has more than {MAX_ELEMENTS:,} elements: save a part of it as a file of its own")


class UnreadableError(Exception):
    """A file that its reader cannot read: the `reason` in words, such as 'is protected by a password'."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class MalformedError(UnreadableError):
    """A document that breaks the rules of XML."""


class MissingExtraError(UnreadableError):
    """A file whose reader needs a package that is not installed; the extra of newsdiff that brings it."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what}; newsdiff reads it with an extra: pip install 'newsdiff[{extra}]'")
