"""Text as a terminal without UTF-8 can show it: newsdiff's signs in ASCII, each character as wide as before.

    '▌ 4 ↔ 3  ≈ “Père” 三'  ->  '| 4 | 3  * "P?re" ??'      in ASCII
                               '| 4 | 3  * "Père" ??'      in ISO-8859-1

A letter that the terminal lacks becomes a question mark and never a similar letter: that would hide a change of
accents. Escape sequences, which are ASCII, stay as they are.
"""

from diffing.patterns import lazy_pattern

from .wrapping import clusters

# A sign that has no look-alike in ASCII has one that newsdiff uses for nothing else in the gutter.
_ASCII = str.maketrans(
    {
        **dict.fromkeys("−–—‐‑‒―─━┄┅╌╍╴╶", "-"),
        **dict.fromkeys("▌▐▎▍▋▊▉▏▕│┃┆┇╎╏↔", "|"),
        **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯┏┓┗┛", "+"),
        **dict.fromkeys("█▓▒▄▀▆▇▅▃¶", "#"),
        **dict.fromkeys("▁▂", "_"),
        **dict.fromkeys("“”„‟", '"'),
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("▔", "'"),
        "≈": "*",
        "↕": "^",
        "↑": "^",
        "↓": "v",
        "→": ">",
        "←": "<",
        "⇧": "^",
        "▸": ">",
        "▾": "v",
        "…": ".",
        "·": ",",
        "•": "*",
        "×": "x",
        "◆": "@",
        "◇": "o",
        "✎": "%",
        "✓": "V",
        "✗": "X",
        "★": "*",
        "░": ".",
        "\xa0": " ",
    }
)
# An escape sequence, an operating system command, or text with the character before it, to which it may be an accent.
_TOKENS = lazy_pattern(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*|[ -~]?[^\x00-\x7f]+")


def expressible(text: str, encoding: str) -> str:
    """Return text for a terminal as it can be shown in another encoding than UTF-8."""
    return text if text.isascii() else _TOKENS.sub(lambda match: _token(match[0], encoding), text)


def _token(token: str, encoding: str) -> str:
    if token.startswith("\x1b"):
        return token.encode("ascii", "replace").decode("ascii")
    return "".join(_cluster(token[start:end], cells, encoding) for start, end, cells in clusters(token))


def _cluster(text: str, cells: int, encoding: str) -> str:
    """Return a character in as many cells as it takes."""
    shown = text.translate(_ASCII)
    if shown.isascii():
        return shown
    # In the encodings that terminals speak, a character takes as many bytes as cells.
    is_known = len(shown.encode(encoding, "ignore")) == cells == len(shown.encode(encoding, "replace"))
    return shown if is_known else "?" * cells
