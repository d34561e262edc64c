"""Bytes of any origin -> text.

An article comes from an editor, a browser's 'save as', a scraper of ten years ago. What encoding it is in is found by
evidence, the surest first:

    --encoding NAME       the user knows
    byte order mark       UTF-8, UTF-16 or UTF-32
    valid UTF-8           hardly ever an accident
    a NUL byte            no text
    almost valid UTF-8    UTF-8 with bytes lost on the way, each shown as U+FFFD
    a detector            if it is sure
    Windows-1252          what most old Western text is
"""

import codecs
import re
from dataclasses import dataclass

from diffing.errors import ReadError
from diffing.model import Article, Pair

# A detector is believed from this confidence on (0..1). Of 400 pieces of real text in seven encodings chardet named all
# but five right at 60 characters; wrong answers on shorter ones come with less.
DETECTOR_CONFIDENCE = 0.5


# It looks at so much and no more.
_DETECTOR_BYTES = 200_000


# UTF-8 with fewer broken places than one in so many well-formed characters beyond ASCII is damaged UTF-8: text in
# another encoding forms such characters by accident only.
DAMAGED_SHARE = 4


_HALVES = re.compile("[\ud800-\udfff]")


# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's text, without byte order mark, its name as the user gave it, and the encoding it was read in."""

    source: str
    text: str
    encoding: str

    @property
    def length(self) -> int:
        """The characters of the text."""
        return len(self.text)


Source = SourceText | Article
"""What is to be compared: a text as it was read, or its paragraphs, where they are known."""


def articles(texts: Pair[SourceText]) -> Pair[Article]:
    """The two articles that stand in the files."""
    return texts.map(article)


def article(text: SourceText) -> Article:
    """The article that stands in a file."""
    from diffing.text.paragraphs import paragraphs  # an article that cannot be read needs no engine

    return Article(text.source, paragraphs(text.text), text.encoding)


def known_encoding(name: str) -> bool:
    """Whether Python can decode text in the encoding of that name."""
    try:
        return codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        return False


def decode(path: str, content: bytes, encoding: str | None) -> tuple[str, str]:
    """The text and the name of the encoding it was in."""
    if encoding is not None:
        return _decode_as(path, content, encoding)
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _decode_as(path, content[len(mark) :], name)
    if b"\0" in content:
        raise ReadError(path, "is binary: it has NUL bytes")
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decode_by_evidence(content)


def _decode_as(path: str, content: bytes, encoding: str) -> tuple[str, str]:
    try:
        text = content.decode(encoding)
    except UnicodeError as error:
        place = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise ReadError(path, f"is not in {encoding}{place}; --encoding NAME names another encoding") from None
    if "\0" in text:
        raise ReadError(path, "is binary: it has NUL characters")
    # Some encodings can spell halves of characters, which nothing can be written in.
    text = _HALVES.sub("\ufffd", text)
    return text.removeprefix("\ufeff"), _display_name(encoding)


def _decode_by_evidence(content: bytes) -> tuple[str, str]:
    repaired = content.decode("utf-8", errors="replace")
    broken = repaired.count("\ufffd")
    # Counted without a list of them, which would be sixty times as large as the text.
    well_formed = len(repaired) - broken - len(repaired.encode("ascii", errors="ignore"))
    if well_formed >= DAMAGED_SHARE * broken:
        return repaired, f"utf-8, damaged in {broken} place{'s' if broken != 1 else ''}"
    import chardet  # only here: most input is UTF-8, and this takes longer to load than to compare two articles

    guess = chardet.detect(content[:_DETECTOR_BYTES])
    name = guess["encoding"]
    if name is not None and guess["confidence"] >= DETECTOR_CONFIDENCE and known_encoding(name):
        try:
            return content.decode(name), _display_name(name)
        except UnicodeDecodeError:
            pass
    return content.decode("cp1252", errors="replace"), _display_name("cp1252")


def _display_name(encoding: str) -> str:
    """The name a reader knows an encoding by: 'windows-1252', not 'cp1252'."""
    return re.sub(r"^cp(125\d)$", r"windows-\1", codecs.lookup(encoding).name)
