"""Strings of Markdown and HTML that are no words of a text: titles of images and links, values of attributes.

    ![A swan](swan.jpg "Early in the morning")     the alternative text is read; the title in quotation marks is markup
    <img src="swan.jpg" alt="Two swans">           every string in it is markup

This is no parser of Markdown. It knows the places where quotation marks are no marks of a quotation, and the lines that
only have pictures.
"""

from diffing.patterns import lazy_pattern

# Where a link or an image goes to, with its title: ](swan.jpg "Early in the morning").
_DESTINATION = r"\]\([^()]*\)"
_TAG = r"<[a-zA-Z/!][^<>]*>"
# Attributes behind a link or a heading, as Pandoc and kramdown write them: {width="50%"}, {: title="x"}.
_ATTRIBUTES = r"\{[^{}]*\}"
_MARKUP = lazy_pattern(f"{_DESTINATION}|{_TAG}|{_ATTRIBUTES}")
# A line that says where the links of the text go to: [1]: https://lindvik.example "The club".
_DEFINITION = lazy_pattern(r"\[[^\[\]]+\]:\s*\S+\s+[\"'(]")
_STRING_MARK = lazy_pattern("[\"']")

_IMAGE = rf"\[?!\[[^\[\]]*{_DESTINATION}(?:{_DESTINATION})?"
_MEDIA_TAG = r"</?(?:img|picture|source|video|audio|iframe|embed|object|figure)\b[^<>]*>"
_PICTURES = lazy_pattern(rf"(?:(?:{_IMAGE}|{_MEDIA_TAG})(?:\s*{_ATTRIBUTES})?\s*)+")


def without_markup_strings(text: str) -> str:
    """Return a text of the same length, with a space for each straight quotation mark that belongs to markup."""
    if not _STRING_MARK.search(text):
        return text
    if _DEFINITION.match(text):
        return _STRING_MARK.sub(" ", text)
    return _MARKUP.sub(lambda match: _unquoted(match[0]), text)


def markup_ranges(text: str) -> list[tuple[int, int]]:
    """Return the start and the end of each piece of markup that has values: a date in a picture's title is no news."""
    if not ("](" in text or "=" in text):
        return []
    return [match.span() for match in _MARKUP.finditer(text) if _has_values(match[0])]


def _has_values(markup: str) -> bool:
    """Return whether markup says where a link goes to, or has attributes with values."""
    return markup.startswith("](") or "=" in markup


def _unquoted(markup: str) -> str:
    """Return markup with a space for each quotation mark; braces without a value are the author's own."""
    is_markup = not markup.startswith("{") or "=" in markup
    return _STRING_MARK.sub(" ", markup) if is_markup else markup


def is_picture(line: str) -> bool:
    """Return whether a line has pictures or the tags around them, and nothing else."""
    return line[:1] in "<![" and _PICTURES.fullmatch(line) is not None
