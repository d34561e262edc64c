"""What can go wrong, as a tree. Empty and identical articles are ordinary results, not errors.

NewsdiffError
└── ReadError      a file that cannot be read as text
"""


class NewsdiffError(Exception):
    """Anything newsdiff can explain to its user in one line."""


class ReadError(NewsdiffError):
    """A file that cannot be read as text: which one and why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
