"""Letters that one side has lost: tokens of both sides in equal forms, or in forms of their own.

Nicolás | Nicols      the letter is gone: one form
Küste   | Kueste      the letter is written as two: one form
tué     | tue         the accent is gone: one form, or two if the accents of these articles make other words
"""

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from diffing.model import Pair
from diffing.patterns import lazy_pattern
from diffing.text.habits import transcribed_form
from diffing.text.letters import is_mark
from diffing.text.words import compared_form, spelled_form

if TYPE_CHECKING:  # tokens.py imports this module
    from diffing.text.tokens import Token

# Letters that have to remain of a word without its accented letters ('à' leaves nothing).
_LEAST_REMAINS = 3
# Words with lost letters that prove that the whole text lost such letters.
_CERTAIN = 2
_FOREIGN_LETTER = lazy_pattern(r"[^\W\d_\x00-\x7f]")


def has_foreign_letter(text: str) -> bool:
    """Return whether a text has a letter beyond ASCII, in one character or with a mark."""
    if text.isascii():
        return False
    characters = "".join(set(text))
    return _FOREIGN_LETTER.search(characters) is not None or any(map(is_mark, characters))


def restored(text: str, own: "list[Token]", other_text: str, other: "list[Token]") -> "list[Token]":
    """Return the tokens without their accented letters if the other side, which has none at all, lost them.

    A transcribed letter counts as well: Kueste for Küste. The first letter has to be there: 'élire' and 'lire' are two
    words, 'Nicols' is none. If two words have lost letters for certain, doubtful cases count too.
    """
    if not _FOREIGN_LETTER.search(text) or _FOREIGN_LETTER.search(other_text):
        return own
    known, missing = {token.form for token in own}, {token.form for token in other}
    found = list(own)
    doubtful: dict[int, Token] = {}
    certain = 0
    for at, token in enumerate(own):
        shown = unicodedata.normalize("NFC", text[token.start : token.end])
        if not _FOREIGN_LETTER.search(shown) or any(map(str.isdigit, shown)):
            continue
        transcribed = transcribed_form(shown.lower())
        if transcribed != token.form and transcribed in missing and transcribed not in known:
            found[at] = token._replace(form=transcribed)
            continue
        remains = compared_form("".join(letter for letter in shown if letter.isascii() or not letter.isalpha()))
        if remains in missing and remains not in known:
            if shown[0].isascii() and len(remains) >= _LEAST_REMAINS:
                found[at] = token._replace(form=remains)
                certain += 1
            else:
                doubtful[at] = token._replace(form=remains)
    if certain >= _CERTAIN:
        for at, token in doubtful.items():
            found[at] = token
    return found


def shown_words(texts: Pair[str], sides: "Pair[Sequence[Token]]") -> Pair[dict[str, set[str]]] | None:
    """Return the words of both sides as they are shown, by their compared form: those with an accent, and their like.

    None means that no compared form is shown in two ways.
    """
    if not any(map(has_foreign_letter, texts)):
        return None
    shown: Pair[dict[str, set[str]]] = Pair({}, {})
    for text, side, own in zip(texts, sides, shown, strict=True):
        for start, end, *_ in side:
            word = text[start:end]
            if not word.isascii() and word[0].isalnum():
                own.setdefault(compared_form(word), set()).add(word)
    accented = shown.left.keys() | shown.right.keys()
    if not accented:
        return None
    for text, side, own in zip(texts, sides, shown, strict=True):
        for start, end, *_ in side:
            word = text[start:end]
            if word.isascii() and (form := compared_form(word)) in accented:
                own.setdefault(form, set()).add(word)
    is_same = shown.left == shown.right and all(len(words) == 1 for words in shown.left.values())
    return None if is_same else shown


def distinguished(text: str, side: "Sequence[Token]", forms: set[str]) -> "list[Token]":
    """Return the tokens, in forms with their accents where the compared form is one of these."""
    return [
        token._replace(form=spelled_form(shown)) if compared_form(shown) in forms else token
        for token in side
        for shown in (text[token.start : token.end],)
    ]
