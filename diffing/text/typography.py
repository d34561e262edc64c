"""Typographic differences of texts that count as equal: quotes, a dash, case, accents...

    "    “            quotes
    --   —            dash
    Nicols  Nicolás   accents
    THE  the          case
    daß  dass         spelling

For each class one function writes all variants of the class in one way. A class is reported if the texts still differ
after the functions of all other classes. So no class is reported for a difference that another class explains.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from diffing.model import Span
from diffing.patterns import lazy_pattern
from diffing.text.character_forms import in_one_script
from diffing.text.habits import transcribed_form
from diffing.text.note_marks import note_marks, without_note_marks
from diffing.text.words import ANY_YEH, SPELLING_MARKS, SPELLINGS, YEHS, Word, compared_form, without_accents, words


class Setting(StrEnum):
    """A class of typographic differences."""

    QUOTES = "quotes"
    DASH = "dash"
    HYPHEN = "hyphen"
    ELLIPSIS = "ellipsis"
    CASE = "case"
    ACCENTS = "accents"
    SPELLING = "spelling"
    SCRIPT = "script"
    FORM = "Unicode form"
    SPACE = "space"
    NOTES = "note marks"


@dataclass(frozen=True, slots=True)
class SetDifferently:
    """Words of both sides that differ in a class; each further class they differ in has a value of its own."""

    setting: Setting
    left: str
    right: str


def set_differently(spans: Iterable[Span]) -> Iterator[SetDifferently]:
    """Yield the differences of the typographic spans among these, in order."""
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
        # One side has more hyphens, or an ellipsis with spaces: the words do not correspond one to one.
        pairs, space = [(span.left.strip(), span.right.strip())], False
    found = [
        SetDifferently(setting, left, right)
        for left, right in pairs
        if left != right
        for setting in settings(left, right)
    ]
    # A dash without spaces around it is a difference of the dash.
    yield from found or ([SetDifferently(Setting.SPACE, span.left, span.right)] if space else [])


def _spaces(text: str, side: list[Word]) -> list[str]:
    """Return the white space behind each word."""
    ends = [*(word.start for word in side[1:]), len(text)]
    return [text[word.end : end] for word, end in zip(side, ends, strict=True)]


def _is_other_space(left: str, right: str) -> bool:
    """Return whether white space differs; a span may end before white space, and a line feed does not count."""
    return left != right and bool(left and right) and "\n" not in left + right


def settings(left: str, right: str) -> tuple[Setting, ...]:
    """Return the classes in which two different texts that count as equal differ, in the order of the classes."""
    noteless = without_note_marks(left), without_note_marks(right)
    if noteless == (left, right):
        return _settings(left, right)
    others = _settings(*noteless) if noteless[0] != noteless[1] else ()
    return others if others and _marks(left) == _marks(right) else (*others, Setting.NOTES)


def _marks(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in note_marks(text)]


def _settings(left: str, right: str) -> tuple[Setting, ...]:
    """Return the classes in which two different texts differ, without that of notes."""
    if left.isupper() or right.isupper():  # the capitals of ß are SS
        left, right = left.replace("ß", "ss"), right.replace("ß", "ss")
    plain = _plain(left), _plain(right)
    lost = _written(plain[0], _ALIKE) != _written(plain[1], _ALIKE)
    if lost:
        plain = _as_lost(*plain)
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
    """Return a text with all variants of the classes written in one way, in the order of the classes."""
    chosen = set(settings)
    for setting, alike in _ALIKE.items():
        if setting in chosen:
            text = alike(text)
    return text


_HYPHENS = "-\xad\u2010\u2011"
_DASH = lazy_pattern("[\u2012-\u2015\u2212\ufe58\ufe63\uff0d]+|--+")
_ELLIPSIS = lazy_pattern(r"\.\s\.\s\.|\.{2,}|[…‥]")
_ELLIPSES = "…‥"
_SPELLED_OTHERWISE = "ёЁ"
_SPELLING_MARK = lazy_pattern(SPELLING_MARKS, re.IGNORECASE)
_ONE_SPELLING = str.maketrans(SPELLINGS | dict.fromkeys(YEHS, ANY_YEH) | {"ß": "ss"})


def _in_quotes(text: str) -> str:
    quoted = "".join("'" if compared_form(character) == "'" else character for character in text)
    return quoted.replace("''", "'").replace(",,", "'")


def _without_accents(text: str) -> str:
    """Return the letters plain, in their own case; marks that belong to no letter and do not count are left out."""
    return "".join(map(_without_accent, unicodedata.normalize("NFC", text)))


def _without_accent(character: str) -> str:
    if character == "ß" or not (character.isalpha() or unicodedata.combining(character)):
        return character
    if character in _SPELLED_OTHERWISE:
        return character
    plain = without_accents(character)
    return plain.upper() if character.isupper() else plain


def _spaceless(text: str) -> str:
    """Return a text without white space and characters of no width; a soft hyphen is a hyphen."""
    return "".join(
        character
        for character in text
        if not character.isspace()
        and (compared_form(character) or character in "\xad\u0640" or unicodedata.combining(character))
    )


def _in_small_letters(text: str) -> str:
    """Return a text in small letters; casefold makes 'ss' of ß, which is another spelling."""
    return "ß".join(part.casefold() for part in text.split("ß"))


def _in_one_spelling(text: str) -> str:
    """Return a text with the letters of one use, such as the Arabic and the Persian kaf, written in one way."""
    marked = _SPELLING_MARK.sub("", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", marked).translate(_ONE_SPELLING)


# The dash comes before the hyphen, because two of its variants contain one.
_ALIKE: dict[Setting, Callable[[str], str]] = {
    Setting.QUOTES: _in_quotes,
    Setting.ELLIPSIS: lambda text: _ELLIPSIS.sub("...", text),
    Setting.DASH: lambda text: _DASH.sub("-", text),
    Setting.HYPHEN: lambda text: text.translate(dict.fromkeys(map(ord, _HYPHENS))),
    Setting.CASE: _in_small_letters,
    Setting.SPELLING: _in_one_spelling,
    Setting.SCRIPT: in_one_script,
    Setting.ACCENTS: _without_accents,
    Setting.SPACE: _spaceless,
}


def _plain(text: str) -> str:
    """Return a text in one Unicode form, except for characters that have a class of their own."""
    return unicodedata.normalize("NFC", "".join(map(_plain_character, text)))


def _plain_character(character: str) -> str:
    if character in _ELLIPSES or character.isspace() or compared_form(character) in ("'", "-", ""):
        return character
    return unicodedata.normalize("NFKC", character)


def _as_lost(left: str, right: str) -> tuple[str, str]:
    """Return both texts as they are after accented letters were lost, or transcribed: Nicols, Kueste."""
    fallen = _without_foreign_letters(left), _without_foreign_letters(right)
    transcribed = transcribed_form(left.lower()), transcribed_form(right.lower())
    return transcribed if transcribed[0] == transcribed[1] else fallen


def _without_foreign_letters(text: str) -> str:
    """Return a text as it is after its accented letters were lost: Nicolás, Nicols."""
    return "".join(character for character in text if character.isascii() or not character.isalpha())
