"""Front matter: the metadata before the text of a file, YAML between '---', TOML between '+++', or an object of JSON.

    ---
    title: "Lindvik counts its swans"          title   Lindvik counts its swans
    tags:                                      tags    - birds - lindvik
      - birds
      - lindvik
    ---
    The bird club has counted ...              the text begins here

A file may begin with a rule, '---', and have another one further down. So every line between the two has to be one of
metadata: a field, what continues a field, or a comment; and no name may be there twice. A correction between two rules
reads like a field too ('Correction: The mayor is called Berg.'). But names of fields are written in small letters, or
are among those that all tools write.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from diffing.model import MetadataField
from diffing.patterns import lazy_pattern


class FrontMatter(NamedTuple):
    """The fields of a file's front matter, and the offset (code points) at which its text begins."""

    fields: tuple[MetadataField, ...]
    end: int


NO_FRONT_MATTER = FrontMatter((), 0)

TITLES = frozenset(("title", "headline"))
"""Names, in small letters, of the field that holds the headline."""

COMMENT = "#"
"""The name of a field that holds a comment."""

# The first line that is not blank. Spaces may stand behind the fence, as in every line.
_OPENING = lazy_pattern(r"\s*^(?P<fence>---|\+\+\+)[ \t]*(?:\r\n?|\n)", re.MULTILINE)
_LINE = lazy_pattern(r"(?P<text>[^\r\n]*)(?:\r\n?|\n|\Z)")
_NAME = r"""(?P<name>[^\W\d][\w.-]*|"[^"]+"|'[^']+')"""
_FIELDS = {
    "---": lazy_pattern(rf"{_NAME}[ \t]*:(?:[ \t]+(?P<value>.*))?"),
    "+++": lazy_pattern(rf"{_NAME}[ \t]*=[ \t]*(?P<value>.*)"),
}
_CLOSING = {"---": lazy_pattern(r"(?:---|\.\.\.)\s*"), "+++": lazy_pattern(r"\+\+\+\s*")}
_TABLE = lazy_pattern(r"\[{1,2}(?P<name>[^\[\]]+)\]{1,2}\s*")
_COMMENT_LINE = lazy_pattern(r"#[ \t]*(?P<value>.*)")
# A line that continues a field: indented, an item of a list, or the end of one that began on a line above.
_CONTINUATION = lazy_pattern(r"[ \t]|-(?:[ \t]|$)|[\]})][\])},; \t]*$")
_QUOTED = lazy_pattern(r"""(["'])(?P<inner>(?:(?!\1).)*)\1""")
# The first line of an object of JSON, and what stands behind the object before the text.
_OBJECT = lazy_pattern(r"\s*(?=\{\s*[\r\n]\s*\")")
_BEHIND_OBJECT = lazy_pattern(r"[ \t]*(?:\r\n?|\n)(?=\s*\S)")
# Fields that are also written with a capital; the names are those of Jekyll, Hugo, Pelican, Pandoc and Dublin Core.
_KNOWN = frozenset(
    [
        "author",
        "authors",
        "byline",
        "categories",
        "category",
        "creator",
        "date",
        "description",
        "draft",
        "headline",
        "id",
        "image",
        "keywords",
        "lang",
        "language",
        "layout",
        "modified",
        "permalink",
        "published",
        "publisher",
        "section",
        "slug",
        "source",
        "status",
        "subject",
        "subtitle",
        "summary",
        "tags",
        "template",
        "title",
        "toc",
        "type",
        "updated",
        "url",
    ]
)


def front_matter(text: str) -> FrontMatter:
    """Return the front matter of a text; NO_FRONT_MATTER if it has none."""
    opening = _OPENING.match(text)
    if opening is None:
        return _of_object(text)
    fence = opening["fence"]
    fields: list[MetadataField] = []
    is_open, table = False, ""
    for line, end in _lines(text, opening.end()):
        if _CLOSING[fence].fullmatch(line):
            return FrontMatter(tuple(fields), end) if _are_metadata(fields) else NO_FRONT_MATTER
        if not line.strip():
            continue
        if comment := _COMMENT_LINE.fullmatch(line):
            fields.append(MetadataField(COMMENT, _plain(comment["value"])))
        elif fence == "+++" and (found := _TABLE.fullmatch(line)):
            table = f"{found['name'].strip()}."
        elif field := _FIELDS[fence].fullmatch(line):
            fields.append(MetadataField(table + field["name"].strip("\"'"), _plain(field["value"] or "")))
            is_open = True
        elif is_open and _CONTINUATION.match(line):
            fields[-1] = fields[-1]._replace(value=_plain(f"{fields[-1].value} {line}"))
        else:
            return NO_FRONT_MATTER
    return NO_FRONT_MATTER


def _of_object(text: str) -> FrontMatter:
    """Return the front matter of a text that begins with an object of JSON; a file that has nothing else is no text."""
    opening = _OBJECT.match(text)
    if opening is None:
        return NO_FRONT_MATTER
    import json  # hardly a text needs it

    try:
        found, end = json.JSONDecoder().raw_decode(text, opening.end())
    except (ValueError, RecursionError):
        return NO_FRONT_MATTER
    behind = _BEHIND_OBJECT.match(text, end)
    fields = tuple(
        MetadataField(name, _plain(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)))
        for name, value in found.items()
    )
    return FrontMatter(fields, behind.end()) if behind and _are_metadata(list(fields)) else NO_FRONT_MATTER


def _lines(text: str, start: int) -> Iterator[tuple[str, int]]:
    """Yield each line from an offset on, and the offset behind its end."""
    while start < len(text):
        match = _LINE.match(text, start)
        assert match is not None, "a line may be empty"
        yield match["text"], match.end()
        start = match.end()


def _plain(value: str) -> str:
    """Return a value on one line, without the quotation marks around it."""
    joined = " ".join(value.split())
    quoted = _QUOTED.fullmatch(joined)
    return quoted["inner"] if quoted else joined


def _are_metadata(fields: list[MetadataField]) -> bool:
    """Return whether lines that have the form of fields are fields, and not sentences behind a word and a colon."""
    names = [field.name for field in fields if field.name != COMMENT]
    is_written_so = any(name.casefold() in _KNOWN for name in names) or not any(name[:1].isupper() for name in names)
    return bool(names) and len(set(names)) == len(names) and is_written_so
