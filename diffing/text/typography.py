"""What two texts that count as equal are set differently in: quotes, a dash, case, accents...

    "    “            quotes
    --   —            dash
    Nicols  Nicolás   accents
    THE  the          case

Each class has a way of writing what it does not care about in one way. A class is named where the texts still differ
when all the others are written alike: so no class is named for what another one explains.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from diffing.model import Span
from diffing.text.words import Word, compared_form, words


class Setting(StrEnum):
    """A class of typographic differences."""

    QUOTES = "quotes"
    DASH = "dash"
    HYPHEN = "hyphen"
    ELLIPSIS = "ellipsis"
    CASE = "case"
    ACCENTS = "accents"
    FORM = "Unicode form"
    SPACE = "space"


@dataclass(frozen=True, slots=True)
class SetDifferently:
    """Words of both sides that differ in a setting; for each other setting they differ in there is another value."""

    setting: Setting
    left: str
    right: str


def set_differently(spans: Iterable[Span]) -> Iterator[SetDifferently]:
    """What the typographic spans among these are set differently in, in their order."""
    for span in spans:
        if span.typographic:
            yield from _of_span(span)


def _of_span(span: Span) -> Iterator[SetDifferently]:
    sides = list(words(span.left)), list(words(span.right))
    if [word.form for word in sides[0]] == [word.form for word in sides[1]]:
        pairs = [(left.text, right.text) for left, right in zip(*sides, strict=True)]
        gaps = zip(_spaces(span.left, sides[0]), _spaces(span.right, sides[1]), strict=True)
        space = any(_is_other_space(*gap) for gap in gaps)
    else:
        # A hyphen more or less, or an ellipsis set with spaces: the words do not stand one against one.
        pairs, space = [(span.left.strip(), span.right.strip())], False
    found = [
        SetDifferently(setting, left, right)
        for left, right in pairs
        if left != right
        for setting in settings(left, right)
    ]
    # A dash without the spaces around it is a matter of the dash.
    yield from found or ([SetDifferently(Setting.SPACE, span.left, span.right)] if space else [])


def _spaces(text: str, side: list[Word]) -> list[str]:
    """The white space behind each word."""
    ends = [*(word.start for word in side[1:]), len(text)]
    return [text[word.end : end] for word, end in zip(side, ends, strict=True)]


def _is_other_space(left: str, right: str) -> bool:
    """Whether two stretches of white space are set differently; a span may be cut before one, a line feed is none."""
    return left != right and bool(left and right) and "\n" not in left + right


def settings(left: str, right: str) -> tuple[Setting, ...]:
    """In what two different texts that count as equal differ, in the order of the classes."""
    plain = _plain(left), _plain(right)
    lost = _written(plain[0], _ALIKE) != _written(plain[1], _ALIKE)
    if lost:
        plain = _without_foreign_letters(plain[0]), _without_foreign_letters(plain[1])
    found = {
        setting
        for setting in _ALIKE
        if len({_written(text, [other for other in _ALIKE if other is not setting]) for text in plain}) > 1
    }
    if lost:
        found.add(Setting.ACCENTS)
    elif _written(left, found) != _written(right, found):
        found.add(Setting.FORM)
    if len(found) > 1:
        found.discard(Setting.SPACE)
    return tuple(setting for setting in Setting if setting in found)


def _written(text: str, settings: Iterable[Setting]) -> str:
    """A text with what these classes do not care about written in one way, in the order of the classes."""
    chosen = set(settings)
    for setting, alike in _ALIKE.items():
        if setting in chosen:
            text = alike(text)
    return text


_HYPHENS = "-\xad\u2010\u2011"
_DASH = re.compile("[\u2012-\u2015\u2212\ufe58\ufe63\uff0d]+|--+")
_ELLIPSIS = re.compile(r"\.\s\.\s\.|\.{2,}|[…‥]")
_ELLIPSES = "…‥"


def _in_quotes(text: str) -> str:
    return "".join("'" if compared_form(character) == "'" else character for character in text)


def _without_accents(text: str) -> str:
    """Each letter plain, in its own case; marks that are no letters' and do not count are left out."""
    return "".join(map(_without_accent, unicodedata.normalize("NFC", text)))


def _without_accent(character: str) -> str:
    if not character.isalpha() and not unicodedata.combining(character):
        return character
    plain = compared_form(character)
    return plain.upper() if character.isupper() else plain


def _spaceless(text: str) -> str:
    """Without white space and what is as wide as nothing; a soft hyphen is a hyphen."""
    return "".join(
        character
        for character in text
        if not character.isspace()
        and (compared_form(character) or character == "\xad" or unicodedata.combining(character))
    )


# The dash before the hyphen, which is in two of them.
_ALIKE: dict[Setting, Callable[[str], str]] = {
    Setting.QUOTES: _in_quotes,
    Setting.ELLIPSIS: lambda text: _ELLIPSIS.sub("...", text),
    Setting.DASH: lambda text: _DASH.sub("-", text),
    Setting.HYPHEN: lambda text: text.translate(dict.fromkeys(map(ord, _HYPHENS))),
    Setting.CASE: str.casefold,
    Setting.ACCENTS: _without_accents,
    Setting.SPACE: _spaceless,
}


def _plain(text: str) -> str:
    """A text in one Unicode form, but for what has a class of its own."""
    return unicodedata.normalize("NFC", "".join(map(_plain_character, text)))


def _plain_character(character: str) -> str:
    if character in _ELLIPSES or character.isspace() or compared_form(character) in ("'", "-", ""):
        return character
    return unicodedata.normalize("NFKC", character)


def _without_foreign_letters(text: str) -> str:
    """A text as it is when its accented letters were lost on the way: Nicolás, Nicols."""
    return "".join(character for character in text if character.isascii() or not character.isalpha())
