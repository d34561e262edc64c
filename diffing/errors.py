"""The errors that newsdiff raises, as a tree. Empty and identical articles are ordinary results, not errors.

NewsdiffError
├── ReadError             a file that cannot be read as text
│   ├── TooLargeError     it is larger than the limit
│   └── EncodingError     it is not in the encoding that was named
└── FormatError           a text that is not a document of newsdiff's JSON
"""


class NewsdiffError(Exception):
    """Any error that one line can explain to a user. All other errors of the package derive from it."""


class ReadError(NewsdiffError):
    """A file that cannot be read as text: its `path` as it was given, and the `reason` in words."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class TooLargeError(ReadError):
    """A file of more bytes than the limit `max_bytes`."""

    def __init__(self, path: str, max_bytes: int) -> None:
        super().__init__(path, f"larger than {size(max_bytes)}")
        self.max_bytes = max_bytes


class EncodingError(ReadError):
    """A file that is not in the character encoding that was named for it."""


class FormatError(NewsdiffError):
    """A text that is not a document of newsdiff's JSON in the version that this newsdiff reads."""


def size(count: int) -> str:
    """Return a number of bytes in words: '20 MB', '1500 bytes'."""
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("KB", 10**3)):
        if count >= factor and count % factor == 0:
            return f"{count // factor} {unit}"
    return f"{count} byte{'' if count == 1 else 's'}"
