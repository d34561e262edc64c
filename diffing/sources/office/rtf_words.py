r"""Control words of RTF: those that stand for a character, and the groups that they open.

\emdash  a dash        {\header ...}  a text of its own        {\pict ...}  no text
"""

from diffing.model import Role

PASSED_OVER = frozenset(
    (
        "pict", "objdata", "fldinst", "annotation", "atnid", "atnauthor", "xe", "tc", "tcn", "rxe",
        "listtext", "pntext", "nonshppict", "shprslt", "sp", "colortbl", "filetbl", "nonesttables",
        "comment", "private", "themedata", "template", "operator", "company", "category", "keywords",
        "doccomm", "subject", "manager", "creatim", "printim", "buptim", "hlinkbase", "ftnsep", "ftnsepc",
        "ftncn", "aftnsep", "aftnsepc", "aftncn", "upr",
    )
)  # fmt: skip
"""Groups without text of the story; so are those that begin with a star and are not known."""

KNOWN_STARS = frozenset(("footnote", "shpinst", "shptxt", "ud", "revtbl", "shppict"))
"""Groups that begin with a star and are read nevertheless."""

PAGE_TEXTS = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), Role.HEADER),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), Role.FOOTER),
}
"""Headers and footers of pages, by the word that opens them."""

TABLES = {"fonttbl": "fonts", "stylesheet": "styles", "revtbl": "authors", "info": "info"}
"""Tables of the head, and the purpose of their text."""

CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "page": "\n",
    "column": "\n",
    "softline": " ",
    "emdash": "\u2014",
    "endash": "\u2013",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "\u2022",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
}
"""Words that stand for a character."""

CONTROL_SYMBOLS = {"~": "\u00a0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}", "\t": "\t", "\n": "\n", "\r": "\n"}
"""Characters behind a backslash that stand for a character."""
