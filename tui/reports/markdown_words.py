r"""Words of an article as Markdown: shown as they are, and nothing else.

    a*b*  <b>  [x](y)     a\*b\*  \<b\>  \[x\](y)
    2. Go                 2\. Go, where a line begins: no item of a list
    @anna  #12  www.x.no  a word joiner, which has no width, behind @, # and www: no mention, no reference, no link

GitHub, and many chats, make links of mentions, of numbers of issues, of names of commits and of addresses, and pictures
of :names: after they have read the Markdown. No escape of Markdown prevents that; a character between does.
"""

import re

from diffing.patterns import lazy_pattern

from ..text.sanitize import visible

_JOINER = "\N{WORD JOINER}"
# Characters that may be a mark of Markdown somewhere. A bar or a backslash would part the cells of a table in some
# programs, even behind a backslash.
_MARKS = lazy_pattern(r"[`*_~<>\[\]&$|\\]")
_ENTITIES = {"|": "&#124;", "\\": "&#92;"}
# Where a link, a mention, a reference or a picture would begin: the joiner stands at the empty match.
_LINKED = lazy_pattern(
    r"""(?<=[@#])(?=\w)           # a mention, a mail address, the number of an issue
      | (?<=\w)(?=@\w)
      | (?<=:)(?=//|[\w+-]+:)     # an address of the web, the name of a picture
      | (?<=\bwww)(?=\.)
      | (?<=\bGH)(?=-\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The name of a commit; a number or a word is none.
_COMMIT = lazy_pattern(r"\b(?=\d*[a-f])(?=[a-f]*\d)([0-9a-f]{3})([0-9a-f]{4,37})\b", re.IGNORECASE)


# What makes an item, a heading or a rule of the line that it begins.
_BEGINNING = lazy_pattern(r"\d{1,9}(?=[.)])|(?=[-+#=])")


def beginning(markdown: str) -> str:
    """Return Markdown for the beginning of a line: no list, heading, rule or code begins there."""
    line = markdown.lstrip()
    found = _BEGINNING.match(line)
    return line if found is None else f"{found[0]}\\{line[found.end() :]}"


def words(text: str) -> str:
    """Return words of an article as Markdown, on one line."""
    shown = _COMMIT.sub(rf"\1{_JOINER}\2", _LINKED.sub(_JOINER, visible(text)))
    return _MARKS.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), shown)


def emphasised(text: str, mark: str, before: str = "", behind: str = "") -> str:
    """Return words between two marks such as `**`, for a place between two texts.

    Markdown takes no marks that stand between a letter and a comma of the words: a joiner stands between these.
    """
    start = "" if text[:1].isalnum() or not before[-1:].strip() else _JOINER
    end = "" if text[-1:].isalnum() or not behind[:1].strip() else _JOINER
    return f"{mark}{start}{words(text)}{end}{mark}"
