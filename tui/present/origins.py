"""Words for the way a text was read: its format, its encoding, and what its reader left out.

html, UTF-8, two words struck out     web page, 2 struck words left out
plain text in Windows-1252            windows-1252
"""

from diffing.model import Article, Reading, ReadingNote
from diffing.sources.plain import Source

from ..text.sanitize import visible

_FORMATS = {
    "html": "web page",
    "mhtml": "saved web page",
    "docx": "Word document",
    "odt": "OpenDocument text",
    "rtf": "rich text",
    "epub": "e-book",
    "markdown": "Markdown",
    "email": "mail",
    "pdf": "PDF",
    "feed": "feed",
    "ninjs": "ninjs",
    "nitf": "NITF",
    "newsml": "NewsML-G2",
    "mediawiki": "wiki text",
    "wiki-export": "export of a wiki",
    "xml": "XML",
    "warc": "web archive",
    "jsonl": "JSON lines",
    "subtitles": "transcript",
}
# The words of a note for one and for several; {} is their number.
_NOTES = {
    Reading.STRUCK_WORDS: ("1 struck word left out", "{} struck words left out"),
    Reading.HIDDEN_WORDS: ("1 hidden word left out", "{} hidden words left out"),
    Reading.TRACKED_CHANGES: ("1 tracked change", "{} tracked changes"),
    Reading.ALTERNATES: ("1 other form of the text not read", "{} other forms of the text not read"),
    Reading.OTHER_ITEMS: ("1 other article in the file: --item", "{} other articles in the file: --item"),
    Reading.PICTURES: ("1 page is a picture, not read", "{} pages are pictures, not read"),
    Reading.UNSURE_ORDER: ("order of words unsure in 1 part", "order of words unsure in {} parts"),
    Reading.TEMPLATES: ("1 template left out", "{} templates left out"),
    Reading.CUT_OFF: ("1 part behind a limit not read", "{} parts behind a limit not read"),
}


def origin(source: Source) -> str:
    """Return the format, the encoding and the notes of a text, those that are worth a word; '' for plain UTF-8."""
    parts = []
    if isinstance(source, Article) and source.format in _FORMATS:
        parts.append(_FORMATS[source.format])
    elif isinstance(source, Article) and source.format != "text":
        parts.append(visible(source.format))
    if source.encoding != "utf-8":
        parts.append(visible(source.encoding))
    if isinstance(source, Article):
        parts += map(note_words, source.notes)
    return ", ".join(parts)


def note_words(note: ReadingNote) -> str:
    """Return what a note says: '2 struck words left out'."""
    one, several = _NOTES[note.what]
    return one if note.count == 1 else several.format(f"{note.count:,}")
