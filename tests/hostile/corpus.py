"""Texts that were written to do harm: files with names for each way, and as many generated ones as are asked for.

    python -m tests.hostile.corpus FOLDER --count 100

Always the same files. Whatever steers a terminal has a number in it that no program of good will sends (7777), so that
it is known again where it comes out.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ESC, CSI, OSC, DCS, ST = "\x1b", "\x9b", "\x9d", "\x90", "\x9c"

PLAIN = (
    "The council voted on Monday to close the old bridge, which engineers had called unsafe since the spring.",
    "“We would rather explain a traffic jam than a funeral,” the chief engineer told reporters.",
    "Traffic will be sent round by the northern road until the work is done.",
)

_PLAIN = "\n\n".join(PLAIN).encode()
# Bytes of a file that takes a while.
_LONG_FILE = 3_000

STEERING = {
    "colour": f"{ESC}[7777m",
    "colour of 24 bits": f"{ESC}[38;2;7777;0;0m",
    "cursor": f"{ESC}[7777;7777H",
    "cursor up": f"{ESC}[7777A",
    "clear": f"{ESC}[2J{ESC}[3J{ESC}[7777J",
    "other screen": f"{ESC}[?1049l{ESC}[?7777h",
    "title": f"{ESC}]0;title 7777\x07",
    "title ended otherwise": f"{ESC}]2;title 7777{ESC}\\",
    "link": f"{ESC}]8;;http://example.org/7777{ESC}\\here{ESC}]8;;{ESC}\\",
    "clipboard": f"{ESC}]52;c;Nzc3Nw==\x07",
    "clipboard asked for": f"{ESC}]52;c;?{ESC}\\",
    "palette": f"{ESC}]4;7777;?{ESC}\\",
    "picture": f"{ESC}Pq#7777{ESC}\\",
    "request": f"{ESC}P$q7777{ESC}\\",
    "application command": f"{ESC}_G7777{ESC}\\",
    "privacy message": f"{ESC}^7777{ESC}\\",
    "start of string": f"{ESC}X7777{ESC}\\",
    "reset": f"{ESC}c",
    "character set": f"{ESC}(0{ESC})B",
    "report": f"{ESC}[6n{ESC}[c{ESC}[>7777q{ESC}[7777n",
    "keypad": f"{ESC}={ESC}>",
    "one-byte CSI": f"{CSI}2J{CSI}7777m",
    "one-byte OSC": f"{OSC}52;c;Nzc3Nw=={ST}",
    "one-byte DCS": f"{DCS}q7777{ST}",
    "one-byte APC": f"\x9f7777{ST}",
    "unfinished": f"{ESC}]52;c;7777",
    "unfinished CSI": f"{ESC}[7777",
    "escape alone": ESC,
    "end of paste": f"{ESC}[201~rm -rf 7777\r",
    "synchronised": f"{ESC}[?2026h{ESC}[?2026l{ESC}[7777l",
    "carriage return": "shown\rhidden",
    "backspace": "good\b\b\b\bevil",
    "bell": "ring\x07\x07\x07",
    "shift": "\x0e\x0f\x1a\x18\x05\x11\x13",
    "vertical": "one\x0btwo\x0cthree\x85four\u2028five\u2029six",
    "separators": "a\x1cb\x1dc\x1ed\x1fe",
    "delete": "a\x7fb\x7f",
    "all C0": "".join(chr(code) for code in range(1, 32) if code not in (9, 10)),
    "all C1": "".join(chr(code) for code in range(0x80, 0xA0)),
    "8-bit in UTF-8": "\xc2\x9b7777m",
}
DECEIVING = {
    "override": "invoice\u202efdp.exe\u202c",
    "embedding": "\u202aabc\u202bdef\u202c\u202dghi",
    "isolates": "\u2066abc\u2067def\u2068ghi\u2069",
    "marks": "a\u200eb\u200fc\u061cd",
    "unclosed isolates": "\u2067" * 200,
    "zero width": "pass\u200bword\u200c and\u200d more\u2060 of\ufeff it",
    "tags": "look" + "".join(chr(0xE0000 + ord(letter)) for letter in "hidden order"),
    "variation selectors": "a" + "".join(chr(0xE0100 + code) for code in b"hidden"),
    "fillers": "a\u115f\u1160\u3164\uffa0b",
    "shorthand and music": "a\U0001bca0\U0001bca3b\U0001d173\U0001d17ac",
    "interlinear": "a\ufff9b\ufffac\ufffbd",
    "invisible sums": "a\u2061b\u2062c\u2063d\u2064e\u206af",
    "look-alikes": "The \u0430ttorney of \u0420\u0430ris said th\u0435 b\u03bfnds were saf\u0435.",
    "mathematical": "\U0001d5ff\U0001d5f2\U0001d5fc\U0001d5fd\U0001d5f2\U0001d5fb the bridge",
    "all spaces": "a" + "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000))) + "b",
    "blank braille": "a\u2800\u2800b",
}
MARKUP = {
    "markup": "[bold]loud[/bold] [@click=app.quit()]click[/] [red on blue]x[/] [/] [[x]] \\[a]",
    "link markup": "[link=http://example.org/7777]here[/link] [@click='app.bell']x[/]",
    "unbalanced markup": "[bold [/bold] [[[[ ]]]] [/][/][/] [=] [@]",
    "json": '"}],"version":7777,"rows":[{"',
    "html": "<script>alert(7777)</script><b>x</b>&amp;&#27;[31m",
    "markers of the report": "[-left-] {+right+} [-[-x-]-] {+{+y+}+}",
    "own signs": "= ~ ≈ + − ↕ ? · ▌ ··· 3 unchanged paragraphs",
    "format": "%s %n {0} {x!r} ${HOME} $(reboot) `reboot`",
}
TORTURE = {
    "unassigned": "a\u0378b\u0530c\U000e0fffd\U0003ffffe",
    "private use": "a\ue000b\uf8ffc\U000f0000d\U000ffffde\U00100000f\U0010fffdg",
    "noncharacters": "a\ufdd0b\ufffec\uffffd\U0001fffee\U0010ffff",
    "thousands of marks": "a" + "\u0301\u0323\u0489" * 3_333 + " b",
    "marks alone": "\u0301\u0301 \u0489 \u20dd",
    "composed and not": "Nicol\u00e1s Nicola\u0301s \u1e69 s\u0323\u0307 s\u0307\u0323 \u212b \u00c5",
    "families": "👨\u200d👩\u200d👧\u200d👦 👩🏽\u200d🚀 🏳\ufe0f\u200d🌈" + "\u200d👨" * 50,
    "flags": "🇫🇷🇩🇪🇯 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 🇦" * 10,
    "jamo": "\u1112\u1161\u11ab\u1100\u1173\u11af \ud55c\uae00 " + "\u1100" * 60 + "\u1161" * 60,
    "right to left": "אבג 123 abc (דהו) 45% עربي ١٢٣ 12:30",
    "conjuncts": "क्ष्म्य " + "क्" * 200 + " ไม่ได้ กิ่ กำ",
    "wide": "漢字かな交じり文。" * 30 + "ｆｕｌｌ ｈａｌｆ ﾊﾝｶｸ",
    "capitals that grow": "ß ŉ ǰ ΐ ﬃ İ ı ſ K Å ẞ" * 20,
    "case that shrinks": "İSTANBUL ıstanbul DŽ Dž dž Σίσυφος ς",
    "compatibility": "﷽ ㋿ ½ ² ⑩ ℡ ﬁ ℻ ㍿ ＡＢＣ ①②③",
    "Zalgo": "".join(letter + "\u0316\u0317\u0318\u0319\u035c\u0361\u0362" * 4 for letter in "The council voted"),
    "one long word": "x" * 20_000,
    "one long word of wide": "漢" * 5_000,
    "only punctuation": "!?.,;:" * 800,
    "one letter words": "a b c d e f g h " * 600,
    "apostrophes": "l'" * 1_000 + "'" * 500,
    "numbers": "1,2.3:4" * 300 + " " + "9" * 3_000,
    "quotes": "“‘«»„\"'`´" * 200,
    "dashes": "-–—−--" * 300,
    "dots": "U.S.A." * 200 + "…" * 50 + "." * 500,
    "tabs": "a\tb\t\tc" * 100,
}
TEXTS = STEERING | DECEIVING | MARKUP | TORTURE
# Those that are compared at once: a report writes a long text as it writes a short one.
BRIEF_TEXTS = {name: text for name, text in TEXTS.items() if len(text) <= 2_000}
# The same, ten at a time, by the names of the first and the last.
BRIEF_PARTS = {
    f"{names[0]} to {names[-1]}": [BRIEF_TEXTS[name] for name in names]
    for start in range(0, len(BRIEF_TEXTS), 10)
    for names in [list(BRIEF_TEXTS)[start : start + 10]]
}

BYTES = {
    "empty": b"",
    "line feed": b"\n",
    "only blanks": b" \t\r\n \n\n",
    "mark only": b"\xef\xbb\xbf",
    "broken UTF-8": "Ça a été voté lundi à l’Assemblée, dit-il. ".encode() * 5
    + b"\xff\xc3\x28\xe2\x82 \xed\xa0\x80\xf4\x90\x80\x80",
    "surrogates": b"a\xed\xa0\x80b\xed\xbf\xbfc plain words follow here",
    "overlong": b"a\xc0\x9b\xc1\x9b\xe0\x80\x9b[2J plain words",
    "8-bit controls": b"caf\xe9 \x9b7777m \x9d52;c;7777\x9c \x90q\x85",
    "UTF-16": "\ufeffThe council\x1b[7777m voted.\r\n\u202eOn Monday.".encode("utf-16-le"),
    "UTF-16 with half a pair": b"\xff\xfe" + "a".encode("utf-16-le") + b"\x00\xd8" + "b".encode("utf-16-le"),
    "UTF-16 of odd length": b"\xff\xfea\x00b",
    "UTF-32": "\ufeffThe council\x9b7777m voted.".encode("utf-32-be"),
    "UTF-32 out of range": b"\xff\xfe\x00\x00\xff\xff\xff\xff",
    "mixed encodings": "première".encode()
    + b"\r\n"
    + "d\xe9j\xe0 vu".encode("latin-1")
    + b"\n"
    + "日本".encode("shift_jis"),
    "NUL": b"The council\x00voted\x00",
    "escapes of another set": b"\x1b$B4A;z\x1b(B \x0e\x0f plain",
    "shift_jis": ("政府は月曜日、支援を拡大すると発表した。" * 10).encode("shift_jis"),
    "every byte": bytes(range(1, 256)) * 8,
    "line ends mixed": b"one\rtwo\nthree\r\nfour\n\rfive\x0b\x0csix",
    "no line end": b"word " * 4_000,
    "blank lines": b"\n" * 5_000 + b"word" + b"\n" * 5_000,
    "the same line": b"The same line.\n\n" * 400,
}


class File(NamedTuple):
    """A hostile file, and the version it is compared with."""

    name: str
    left: bytes
    right: bytes


# File names, as far as a file system lets them.
NAMES = (
    f"{ESC}]0;7777\x07{ESC}[7777m.txt",
    f"{CSI}7777m[bold]x[red].txt",
    "new\nline\r\t7777.txt",
    "\u202etxt.exe\u200b",
    "[@click=app.quit()]x.txt",
    "-7777--force",
    "漢字👨\u200d👩\u200d👧.txt",
    "x" * 200,
    b"caf\xe9 \xff\x9b7777m.txt".decode("utf-8", "surrogateescape"),
)


def named() -> Iterator[tuple[str, bytes]]:
    """Every file with a name, and what is in it: each text alone, and between paragraphs that others have too."""
    for name, text in TEXTS.items():
        yield name, "\n\n".join([PLAIN[0], text, f"{PLAIN[1]} {text} {PLAIN[2]}", text + text]).encode()
    yield from BYTES.items()


def generated(number: int) -> bytes:
    """The file of that number: some paragraphs of honest words and hostile pieces, in an encoding mostly UTF-8."""
    chance = random.Random(number)
    paragraphs = [_paragraph(chance) for _ in range(chance.randint(1, 8))]
    text = chance.choice(("\n\n", "\n\n", "\n", "\r\n\r\n", "\r")).join(paragraphs)
    kind = chance.random()
    if kind < 0.05:
        return text.encode("utf-16")
    if kind < 0.08:
        return text.encode("latin-1", "replace")
    content = bytearray(text.encode())
    if kind < 0.2:
        for _ in range(chance.randint(1, 5)):
            content[chance.randrange(len(content))] = chance.randrange(1, 256)
    return bytes(content)


def version(number: int) -> bytes:
    """Another version of the generated file: the paragraphs of one that is a little different."""
    chance = random.Random(number)
    pieces = generated(number).split(b"\n\n")
    for _ in range(chance.randint(0, 3)):
        place = chance.randrange(len(pieces))
        words = pieces[place].split(b" ")
        words[chance.randrange(len(words))] = _paragraph(chance).encode()[: chance.randint(1, 60)]
        pieces[place] = b" ".join(words)
    if chance.random() < 0.5:
        chance.shuffle(pieces)
    return b"\n\n".join(pieces)


def named_files() -> Iterator[File]:
    """The named files, each with a plain one on one side and with itself between other paragraphs."""
    for name, content in named():
        yield File(name, content, _PLAIN)
        yield File(f"{name} on the right", _PLAIN, content + b"\n\n" + _PLAIN)


def brief_files() -> Iterator[File]:
    """The named files that are short, and on the right several short texts at a time, ten in a file."""
    bytes_on_the_right = {f"{name} on the right" for name in BYTES}
    for file in named_files():
        is_text_on_the_right = file.left == _PLAIN and file.name not in bytes_on_the_right
        if max(len(file.left), len(file.right)) < _LONG_FILE and not is_text_on_the_right:
            yield file
    for names, texts in BRIEF_PARTS.items():
        yield File(f"{names}, on the right", _PLAIN, "\n\n".join(texts).encode() + b"\n\n" + _PLAIN)


def generated_files(count: int, first: int = 0) -> Iterator[File]:
    """Generated files, each with its other version."""
    for number in range(first, first + count):
        yield File(f"generated {number}", generated(number), version(number))


# These are too long to be in every other paragraph.
_SHORT = [text for text in TEXTS.values() if len(text) < 400]
_LONG = [text for text in TEXTS.values() if len(text) >= 400]
_HONEST = " ".join(PLAIN).split()


def _paragraph(chance: random.Random) -> str:
    pieces = []
    for _ in range(chance.randint(1, 25)):
        kind = chance.random()
        if kind < 0.55:
            pieces.append(chance.choice(_HONEST))
        elif kind < 0.85:
            text = chance.choice(_SHORT)
            start = chance.randrange(len(text))
            pieces.append(text if kind < 0.75 else text[start : start + chance.randint(1, 12)])
        elif kind < 0.98:
            pieces.append("".join(_character(chance) for _ in range(chance.randint(1, 12))))
        else:
            pieces.append(chance.choice(_LONG)[: chance.randint(1, 600)])
    return chance.choice((" ", " ", "")).join(pieces)


def _character(chance: random.Random) -> str:
    """Any character that a file can hold; those that do harm more often than others."""
    first, last = chance.choice(_RANGES)
    code = chance.randint(first, last)
    return chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd"


_RANGES = (
    (1, 0x1F),
    (0x20, 0x7F),
    (0x80, 0x9F),
    (0xA0, 0x24F),
    (0x300, 0x36F),
    (0x370, 0x5FF),
    (0x600, 0x6FF),
    (0xE00, 0xEFF),
    (0x1100, 0x11FF),
    (0x2000, 0x206F),
    (0x3000, 0x30FF),
    (0xFE00, 0xFFFF),
    (0x1D100, 0x1D7FF),
    (0x1F1E6, 0x1F1FF),
    (0x1F300, 0x1FAFF),
    (0xE0000, 0xE01FF),
    (0xF0000, 0x10FFFF),
    (1, 0x10FFFF),
)


def main() -> None:
    """Write the files into a folder."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=100, help="generated files")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, content in named():
        (options.folder / f"{name}.txt").write_bytes(content)
    for number in range(options.count):
        (options.folder / f"{number:05}-left.txt").write_bytes(generated(number))
        (options.folder / f"{number:05}-right.txt").write_bytes(version(number))


if __name__ == "__main__":
    main()
