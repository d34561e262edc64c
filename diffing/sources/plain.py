"""Bytes of any origin -> text -> article.

An article comes from an editor, a browser's 'save as', a scraper of ten years ago. The encoding is decided by evidence,
the surest first:

    a named encoding      the user knows
    byte order mark       UTF-8, UTF-16 or UTF-32
    a NUL byte            no text
    valid UTF-8           hardly ever an accident
    almost valid UTF-8    UTF-8 with bytes lost on the way, each shown as U+FFFD
    a detector            if it is sure, or if its reading is a language and that in Windows-1252 is none
    Windows-1252          most old Western text

        sprawdziæ s³upy    read as Windows-1252: no language
        sprawdzić słupy    read as Windows-1250: Polish
"""

import codecs
import re
from dataclasses import dataclass, replace

from diffing.errors import EncodingError, ReadError
from diffing.model import Article
from diffing.patterns import lazy_pattern
from diffing.sources.references import NOTE, decoded

DETECTOR_CONFIDENCE = 0.5
"""Confidence (0..1) from which on the answer of the detector counts.

Of 400 pieces of real text in seven encodings chardet named all but five right at 60 characters; wrong answers on
shorter ones come with less.
"""

# Words with letters that the language of the detector lacks: fewer may be names.
_STRANGE_WORDS = 3
# The detector sees no more than the beginning of a file.
_DETECTOR_BYTES = 200_000

DAMAGED_SHARE = 4
"""Least number of well-formed characters beyond ASCII for each broken place in damaged UTF-8.

A text in another encoding forms such characters only by accident.
"""

# Half characters: a text with one cannot be written in any encoding.
_HALVES = lazy_pattern("[\ud800-\udfff]")
REPLACEMENT = "\ufffd"
"""Stands for what cannot be decoded."""


# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Encodings that spell other scripts in ASCII, by the names of their codecs.
_ESCAPED = frozenset(("iso2022_jp", "iso2022_jp_1", "iso2022_jp_2", "iso2022_jp_3", "iso2022_kr", "hz", "utf-7"))
# Encodings that are named where a larger one is meant, such as that with the quotation marks of Windows.
_LARGER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
# Names that Python does not know, of pages and mails.
_OTHER_NAMES = {
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "x-x-big5": "big5hkscs",
    "gb_2312-80": "gb18030",
    "x-gbk": "gb18030",
    "x-euc-jp": "euc_jp",
    "windows-949": "cp949",
}


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text and the name of its source.

    `source` is the name of a file as the user gave it, or any other name. `text` has no byte order mark. `encoding` is
    the character encoding that the text was decoded with. `language` is the code of its language, '' to detect it.
    """

    source: str
    text: str
    encoding: str = "utf-8"
    language: str = ""

    @property
    def length(self) -> int:
        """Number of characters of the text."""
        return len(self.text)


Source = SourceText | Article
"""One side of a comparison: a text, or an article whose paragraphs are known."""


def article(given: Source | str, name: str = "") -> Article:
    """Return the article that a text holds, and an article as it is. `name` is the source of a plain string."""
    if isinstance(given, Article):
        return given
    from diffing.text.front_matter import front_matter  # a file that cannot be read needs no engine
    from diffing.text.paragraphs import paragraphs

    if isinstance(given, str):
        given = SourceText(name, given)
    text = _encodable(given.text)
    metadata, start = front_matter(text)
    plain = decoded(text, start)
    if plain is None:
        return Article(given.source, paragraphs(text, start), given.encoding, metadata, language=given.language)
    found = (
        replace(one, start=plain.source_offset(one.start), end=plain.source_offset(one.end))
        for one in paragraphs(plain.text, start)
    )
    return Article(given.source, tuple(found), f"{given.encoding}, {NOTE}", metadata, language=given.language)


def known_encoding(name: str) -> bool:
    """Return whether Python can decode text in the encoding of that name."""
    try:
        return codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        return False


def decode(path: str, content: bytes, encoding: str | None = None, declared: str | None = None) -> SourceText:
    """Return the text that the bytes of a file spell, in `encoding` or in the one that the evidence speaks for.

    `declared` is the encoding that the file or its sender names. It is believed where the bytes can be in it, and are
    no valid UTF-8 with characters beyond ASCII.
    Raises ReadError for bytes that are no text, and EncodingError where they are not in `encoding`.
    """
    if encoding is not None:
        return _decode_as(path, content, encoding)
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _decode_as(path, content[len(mark) :], name)
    if b"\0" in content:
        raise ReadError(path, "is binary: it has NUL bytes")
    usual = _usual(declared)
    if usual not in _ESCAPED or not content.isascii():
        try:
            return SourceText(path, content.decode("utf-8"))
        except UnicodeDecodeError:
            pass
    if usual is not None:
        try:
            return _decode_as(path, content, usual)
        except ReadError:
            pass
    return _decode_by_evidence(path, content)


def _usual(declared: str | None) -> str | None:
    """Return the encoding that is meant by a declared name: the larger one, as in browsers. None for none known."""
    if declared is None:
        return None
    name = _OTHER_NAMES.get(declared.lower(), declared)
    if not known_encoding(name):
        return None
    name = codecs.lookup(name).name
    return _LARGER.get(name, name)


def is_wide(content: bytes) -> bool:
    """Return whether bytes begin with the byte order mark of UTF-16."""
    return content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def _decode_as(path: str, content: bytes, encoding: str) -> SourceText:
    if not known_encoding(encoding):
        raise EncodingError(path, f"no encoding is called {encoding!r}")
    try:
        text = content.decode(encoding)
    except UnicodeError as error:
        place = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise EncodingError(path, f"is not in {encoding}{place}") from None
    if "\0" in text:
        raise ReadError(path, "is binary: it has NUL characters")
    # Some encodings can spell half characters.
    return SourceText(path, _encodable(text).removeprefix("\ufeff"), _display_name(encoding))


def _decode_by_evidence(path: str, content: bytes) -> SourceText:
    repaired = content.decode("utf-8", errors="replace")
    broken = repaired.count(REPLACEMENT)
    # Counted without a list of them, which would be sixty times as large as the text.
    well_formed = len(repaired) - broken - len(repaired.encode("ascii", errors="ignore"))
    if well_formed >= DAMAGED_SHARE * broken:
        return SourceText(path, repaired, f"utf-8, damaged in {broken} place{'s' if broken != 1 else ''}")
    import chardet  # only here: most input is UTF-8, and this takes longer to load than to compare two articles

    guess = chardet.detect(content[:_DETECTOR_BYTES])
    name = guess["encoding"]
    western = content.decode("cp1252", errors="replace")
    if name is not None and known_encoding(name):
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            pass
        else:
            is_sure = guess["confidence"] >= DETECTOR_CONFIDENCE
            if is_sure or (text != western and _reads_better(text, western, guess["language"] or "")):
                return SourceText(path, text, _display_name(name))
    return SourceText(path, western, _display_name("cp1252"))


def _reads_better(text: str, western: str, language: str) -> bool:
    """Return whether bytes are a language in one reading and none in Windows-1252, or have there letters it lacks.

    For single bytes the detector is hardly ever sure, but it mostly names the right encoding first. `language` is that
    of its answer; it counts where newsdiff knows none for either reading.
    """
    from diffing.text.language import foreign_words, language_of  # as seldom as the detector

    own, other = language_of([text]), language_of([western])
    if own or other:
        return own != "" and (not other or foreign_words(text, own) < foreign_words(western, other))
    return foreign_words(western, language) >= _STRANGE_WORDS and not foreign_words(text, language)


def _encodable(text: str) -> str:
    """Return the text with U+FFFD for each half character."""
    return _HALVES.sub(REPLACEMENT, text)


def _display_name(encoding: str) -> str:
    """Return the name by which a reader knows an encoding: 'windows-1252', not 'cp1252'."""
    return re.sub(r"^cp(125\d)$", r"windows-\1", codecs.lookup(encoding).name)
