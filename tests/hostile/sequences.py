"""What a program sent to a terminal, taken apart: escape sequences, and text between them.

A sequence counts by its form: colours and places of the cursor without their numbers, everything else letter by
letter. So the forms sent for plain text are few, and any other is a leak.
"""

import base64
import binascii
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_SEQUENCE = re.compile(
    r"\x1b\[(?P<parameters>[0-?]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b[PX^_](?P<string>[^\x1b]*)\x1b\\"
    r"|\x1b[ -/]*[0-~]"
)
# At the end of what came so far: a sequence, or a letter in UTF-8, of which more may come.
_BEGUN = re.compile(
    rb"(?:\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?|[PX^_][^\x1b]*\x1b?|[ -/]*)"
    rb"|[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z"
)
# Their numbers are those of colours and cells.
_COUNTED = "mH"
# No colour, row or column has a greater one.
_GREATEST = 999
# Format characters that scripts and emoji are written with; they may reach a terminal.
_WRITTEN = frozenset(
    map(chr, (0x200C, 0x200D, *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD))
)
_WRITTEN |= frozenset(map(chr, range(0x13430, 0x13440)))
_HARMFUL = ("Cc", "Cf", "Cs", "Zl", "Zp")
_LINE_ENDS = "\r\n"
_CLIPBOARD = "52;c;"
# Characters on both sides of a form that is not allowed.
_AROUND = 60


class Sent(NamedTuple):
    """The forms of the sequences that were sent, and what else must not have been, each as it is found."""

    forms: frozenset[str]
    leaks: tuple[str, ...]


def finished(output: bytes | bytearray) -> int:
    """How many bytes come before the sequence or letter that is only begun at the end, if there is one.

    A program writes in blocks: what is taken between two of them can end in the midst of either.
    """
    begun = _BEGUN.search(output)
    return len(output) if begun is None else begun.start()


def taken_apart(output: bytes) -> Sent:
    """What was sent. Bytes that are no UTF-8 are leaks too."""
    text = output.decode("utf-8", "surrogateescape")
    forms: set[str] = set()
    leaks: list[str] = []
    position = 0
    for match in _SEQUENCE.finditer(text):
        leaks += harmful(text[position : match.start()], _LINE_ENDS)
        position = match.end()
        form = _form(match)
        forms.add(form)
        leaks += _in_sequence(match)
    return Sent(frozenset(forms), tuple(leaks + list(harmful(text[position:], _LINE_ENDS))))


def around(output: bytes, form: str) -> str:
    """The first sequence of a form with what stands around it, as Python writes it."""
    text = output.decode("utf-8", "surrogateescape")
    places = (match.start() for match in _SEQUENCE.finditer(text) if _form(match) == form)
    return next((ascii(text[max(0, place - _AROUND) : place + _AROUND]) for place in places), "")


def _form(match: re.Match[str]) -> str:
    if match["osc"] is not None:
        # What it is about is a number; what follows is looked at by itself.
        return f"OSC {match['osc'].partition(';')[0]}"
    if match["final"] and match["final"] in _COUNTED and match["parameters"].replace(";", "").isdecimal():
        numbers = match["parameters"].split(";")
        if all(int(number or "0") <= _GREATEST for number in numbers):
            return f"CSI {match['final']}"
    return repr(match[0])


def _in_sequence(match: re.Match[str]) -> Iterator[str]:
    """What harms in the text that a sequence carries: a title, or what goes to the clipboard."""
    carried = match["osc"]
    if carried is None:
        return
    yield from harmful(carried)
    if carried.startswith(_CLIPBOARD):
        try:
            copied = base64.b64decode(carried.removeprefix(_CLIPBOARD), validate=True).decode("utf-8", "surrogatepass")
        except (binascii.Error, UnicodeDecodeError):
            yield f"clipboard: {carried!r}"
            return
        # Copied is what the author wrote, but for what a terminal would take for a command when it is pasted.
        yield from (f"clipboard: {one!r}" for one in copied if unicodedata.category(one) == "Cc" and one not in "\t\n")


def harmful(text: str, harmless: str = "") -> Iterator[str]:
    """Each character that could steer or deceive, with what stands around it."""
    if text.isprintable():
        return
    for place, character in enumerate(text):
        is_harmful = unicodedata.category(character) in _HARMFUL and character not in _WRITTEN
        if is_harmful and character not in harmless:
            yield f"{character!r} in {text[max(0, place - 20) : place + 20]!r}"
