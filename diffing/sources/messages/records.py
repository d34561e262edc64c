"""Records of a web archive (WARC): their headers, and the bytes that each holds.

    WARC/1.0
    WARC-Type: response
    WARC-Target-URI: http://a.test/dam       ->   Record("response", "http://a.test/dam", ...)
    Content-Length: 91

The walk goes by the lengths that the records give. It ends at what is no record, and says that it did.
"""

from typing import NamedTuple

from diffing.patterns import lazy_pattern
from diffing.sources.messages.headers import end_of_headers, headers, media_type
from diffing.sources.messages.unpacking import gunzipped

SIGNATURE = b"WARC/"
"""The first bytes of a record."""

_BETWEEN = lazy_pattern(rb"[\r\n]*")
_LENGTH = lazy_pattern(r"\d{1,15}")


class Record(NamedTuple):
    """A record of a web archive: its kind, such as 'response', its named fields, and its content."""

    kind: str
    fields: dict[str, str]
    content: bytes

    @property
    def address(self) -> str:
        """The address whose content it is; '' where it has none."""
        return self.fields.get("warc-target-uri", "").strip("<>")

    @property
    def media_type(self) -> str:
        """The media type of what the record holds, which for a response is a message of HTTP."""
        return media_type(self.fields.get("content-type", ""))


def records_of(content: bytes) -> tuple[list[Record], bool]:
    """Return the records of an archive, packed with gzip or not, and whether it was read to its end.

    Raises UnreadableError where nothing can be unpacked.
    """
    is_whole = True
    if not content.startswith(SIGNATURE):
        packed = gunzipped(content)
        content, is_whole = packed.content, packed.is_whole and not packed.has_rest
    found: list[Record] = []
    at = _behind_line_ends(content, 0)
    while content.startswith(SIGNATURE, at):
        end, start = end_of_headers(content, at)
        fields = headers(content[content.find(b"\n", at, end) + 1 : end])
        length = fields.get("content-length", "")
        if not _LENGTH.fullmatch(length):
            return found, False
        behind = start + int(length)
        found.append(Record(fields.get("warc-type", "").lower(), fields, content[start:behind]))
        is_whole = is_whole and behind <= len(content)
        at = _behind_line_ends(content, behind)
    return found, is_whole and at >= len(content)


def _behind_line_ends(content: bytes, at: int) -> int:
    match = _BETWEEN.match(content, at)
    return match.end() if match else at
