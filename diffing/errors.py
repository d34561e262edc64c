"""The tree of errors. Empty and identical articles are ordinary results, not errors.

NewsdiffError
└── ReadError      a file that cannot be read as text
"""


class NewsdiffError(Exception):
    """An error that one line explains to the user."""


class ReadError(NewsdiffError):
    """A file that cannot be read as text: its path and the reason."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
