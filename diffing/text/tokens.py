"""Tokens: what a reader takes for one word, on both sides of a pair. Wording compares them.

    non-native | nonnative     one token on both sides, of one form
    long-term  | long term     two tokens on both sides, because the right side has no hyphen
    Nicolás    | Nicols        an accented letter that was lost in a file
    U.S.       | US            points of an acronym that the other side omits
    .[1]       | .             the mark of a note
    . . .      | …             an ellipsis with spaces

words.words splits at every mark. Here the parts of a hyphenated word are one token again, so that a change in one part
marks the whole word. Tokens that differ only in typography get equal forms. A number never gets another form.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from diffing.model import Pair
from diffing.patterns import lazy_pattern
from diffing.text.function_words import FUNCTION_WORDS
from diffing.text.lost_letters import distinguished, restored, shown_words
from diffing.text.note_marks import with_marks_held
from diffing.text.spelling import Spelling
from diffing.text.unit_signs import with_unit_case
from diffing.text.words import LONGEST_PIECE, ByPiece, Word, read_piece, words

# Weights of a kept token as evidence that two texts correspond: a mark has less than a function word, and a content
# word more than several of both. cleanup.py uses their sums.
MARK_WEIGHT = 1
FUNCTION_WEIGHT = 2
CONTENT_WEIGHT = 8
# Characters that join two words into one; an em dash (hangers—steel ropes) separates them.
_HYPHENS = ("-", "\u2010", "\u2011", "\u2013")
# Han characters, as ranges: a pattern of them takes a millisecond to compile.
_HAN = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
_SPACED_ELLIPSIS = ". . ."
# Acronyms whose small letters are another word of every text.
_LIKE_WORDS = frozenset({"IT", "US", "WHO"})
_DOTTED = lazy_pattern(r"(?:[A-Z]\.){2,}")
_POINTED = lazy_pattern(r"\.[A-Z]\.")  # in each of them, and found in a fifth of the time


class Token(NamedTuple):
    """A word, number or mark at `start`..`end` (code points), its compared form and its weight."""

    start: int
    end: int
    form: str
    weight: int

    @property
    def is_content(self) -> bool:
        """True for a content word: a name, number, noun, verb..., and no function word or mark."""
        return self.weight >= CONTENT_WEIGHT


PairedTokens = Pair[tuple[Token, ...]]
"""The tokens of both sides, in forms that are equal where only the typography differs."""


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text by itself."""
    return tuple(_read(text))


class Count(NamedTuple):
    """The number of words of a text, without marks, and the number of content words among them."""

    words: int
    content: int


def count_words(text: str) -> Count:
    """Count the words among the tokens of a text, piece by piece: only marks depend on the piece before."""
    words = content = 0
    for of_words, of_content in map(_COUNTS.__getitem__, text.split()):
        words += of_words
        content += of_content
    return Count(words, content)


def _count(piece: str) -> Count:
    found = _PIECES[piece]
    return Count(sum(token.weight > MARK_WEIGHT for token in found), sum(token.is_content for token in found))


_COUNTS = ByPiece(_count)


def paired_tokens(left: str, right: str, spelling: Spelling | None = None, *, is_swapped: bool = False) -> PairedTokens:
    """Return the tokens of both texts. A form may depend on the other side; both sides are treated alike.

    `spelling` are the habits of the articles of both texts, by default those of the texts; with `is_swapped` the left
    text is of the right article.
    """
    found = Pair(with_marks_held(left, _read(left)), with_marks_held(right, _read(right)))
    acronyms = _acronyms(left, found.left, right, found.right)
    if acronyms:
        found = Pair(_in_capitals(left, found.left, acronyms), _in_capitals(right, found.right, acronyms))
    found = with_unit_case(Pair(left, right), found)
    found = Pair(
        _without_points(left, found.left, right, found.right), _without_points(right, found.right, left, found.left)
    )
    if left.isascii() and right.isascii() and not any("-" in text for text in (left, right)):
        return found.map(tuple)
    found = Pair(_opened(left, found.left, right, found.right), _opened(right, found.right, left, found.left))
    found = Pair(restored(left, found.left, right, found.right), restored(right, found.right, left, found.left))
    shown = shown_words(Pair(left, right), found)
    if shown is not None:
        if spelling is None:
            forms = Spelling(Pair([left], [right])).other_words(shown)
        else:
            forms = spelling.other_words(shown, is_swapped=is_swapped)
        if forms:
            found = Pair(distinguished(left, found.left, forms), distinguished(right, found.right, forms))
    return found.map(tuple)


def _read(text: str) -> list[Token]:
    """Return the tokens of a text, read piece by piece: hyphens and marks join nothing across white space.

    Two exceptions: the ellipsis with spaces, and an invisible character at the start of a piece, which belongs to the
    token before it.
    """
    if _SPACED_ELLIPSIS in text:
        return _joined(text, words(text))
    found: list[Token] = []
    make = tuple.__new__  # Token(...) takes twice the time, and no loop runs so often as this
    pieces = _PIECES
    at = 0
    for piece in text.split():
        at = text.index(piece, at)
        for start, end, form, weight in pieces[piece]:
            if form or not found:
                found.append(make(Token, (at + start, at + end, form, weight)))
            else:
                found[-1] = found[-1]._replace(end=at + end)
        at += len(piece)
    return found


def _piece_tokens(piece: str) -> Sequence[Token]:
    """Return the tokens of a text without white space."""
    return _joined(piece, read_piece(piece) if len(piece) <= LONGEST_PIECE else words(piece))


# A book repeats the same 50,000 pieces, and several stages ask for each.
_PIECES = ByPiece(_piece_tokens)


def _joined(text: str, parts: Sequence[Word]) -> list[Token]:
    """Join the parts of hyphenated words: high-ranking, Guardian-reading, U.S.-backed, mid-2019."""
    found: list[Token] = []
    at, count = 0, len(parts)
    while at < count:
        first = at
        word = parts[at]
        at += 1
        if not word.is_word:
            if word.text == "." and _is_spaced_ellipsis(text, parts, first):
                at = first + 3
                found.append(Token(word.start, parts[at - 1].end, "...", MARK_WEIGHT))
            elif not word.form and found:  # invisible: a zero width space belongs to the token before it
                found[-1] = found[-1]._replace(end=word.end)
            else:
                found.append(Token(word.start, word.end, word.form, MARK_WEIGHT))
            continue
        while (
            at + 1 < count
            and parts[at].text in _HYPHENS
            and parts[at + 1].is_word
            and parts[at].start == parts[at - 1].end
            and parts[at + 1].start == parts[at].end
        ):
            at += 2
        if at == first + 1:
            found.append(Token(word.start, word.end, word.form, _weight(word.form)))
        else:
            forms = [part.form for part in parts[first:at:2]]
            # Ten-year is tenyear, as non-native is nonnative, and 10-year is 10year; 2019-20 stays what it is.
            numbers = [any(map(str.isdigit, form)) for form in forms]
            joint = "-" if any(one and other for one, other in pairwise(numbers)) else ""
            found.append(Token(word.start, parts[at - 1].end, joint.join(forms), CONTENT_WEIGHT))
    return found


def _acronyms(left: str, left_tokens: Sequence[Token], right: str, right_tokens: Sequence[Token]) -> set[str]:
    """Return the words in capitals that are another word than the same letters: the US and us, the WHO and who.

    NATO and Nato are one word, and so are NOT and not: capitals are emphasis, except in the acronyms of _LIKE_WORDS and
    in content words that both texts have in capitals. A text that is mostly in capitals, as headlines are, or has no
    capitals gives none.
    """
    sides = (left, left_tokens), (right, right_tokens)
    found = [
        {word for start, end, *_ in side if (word := text[start:end]).isupper() and len(word) > 1}
        for text, side in sides
    ]
    if not (found[0] or found[1]):
        return set()
    written = {text[token.start : token.end] for text, side in sides for token in side}
    if not (left.isascii() and right.isascii()):
        found, written = [set(map(_composed, side)) for side in found], set(map(_composed, written))
    common = {word for word in found[0] & found[1] if word.lower() not in FUNCTION_WORDS}
    known = (found[0] | found[1]) & _LIKE_WORDS
    capitals = {word for word in common | known if len(word) > 1 and word.lower() in written}
    is_mixed = capitals and all(
        0 < sum(map(str.isupper, text)) <= sum(map(str.islower, text)) for text in (left, right)
    )
    return capitals if is_mixed else set()


def _in_capitals(text: str, side: Sequence[Token], acronyms: set[str]) -> list[Token]:
    """Return the tokens, with acronyms in forms that no word in small letters has."""
    return [
        token._replace(form=shown, weight=CONTENT_WEIGHT) if shown in acronyms else token
        for token in side
        for shown in (_composed(text[token.start : token.end]),)
    ]


def _composed(word: str) -> str:
    """Return a word with each accent on its letter: É is one acronym, in one character or in two."""
    return unicodedata.normalize("NFC", word)


def _without_points(text: str, own: list[Token], other_text: str, other: list[Token]) -> list[Token]:
    """Return the tokens, with dotted acronyms in the form of the other side, which has the capitals without points.

    At the end of a sentence the last point is also the full stop, which the other side has as a mark of its own.
    """
    if not (_POINTED.search(text) and _DOTTED.search(text)):
        return own
    forms = {other_text[token.start : token.end]: token.form for token in other}
    found: list[Token] = []
    for at, token in enumerate(own):
        shown = text[token.start : token.end]
        letters = _DOTTED.sub(lambda match: match[0].replace(".", ""), shown)
        if letters == shown or letters not in forms:
            found.append(token)
            continue
        ends = shown[-1] == "." and (at + 1 == len(own) or _begins_sentence(text, own[at + 1]))
        found.append(Token(token.start, token.end - ends, forms[letters], CONTENT_WEIGHT))
        if ends:
            found.append(Token(token.end - 1, token.end, ".", MARK_WEIGHT))
    return found


def _begins_sentence(text: str, token: Token) -> bool:
    """Return whether a token behind an acronym must begin a sentence: 'The' after 'U.S.' does, 'President' does not."""
    return token.weight == FUNCTION_WEIGHT and text[token.start].isupper()


def _is_spaced_ellipsis(text: str, parts: Sequence[Word], at: int) -> bool:
    """Return whether three full stops follow each other with one space between them."""
    three = parts[at : at + 3]
    return len(three) == 3 and text[three[0].start : three[2].end] == _SPACED_ELLIPSIS


@lru_cache(maxsize=1 << 15)
def _weight(form: str) -> int:
    """Return the weight of a word by its form, so that it is equal on both sides."""
    is_han = any(first <= form <= last for first, last in _HAN)
    if form in FUNCTION_WORDS or (len(form) == 1 and not form.isdigit() and not is_han):
        return FUNCTION_WEIGHT  # a kana or a single letter is grammar more often than not
    return CONTENT_WEIGHT


def other_words(left: str, right: str, spelling: Spelling) -> set[str]:
    """Return the compared forms under which two corresponding texts have different words; see Spelling.other_words."""
    texts = Pair(left, right)
    shown = shown_words(texts, texts.map(tokens_of))
    return set() if shown is None else spelling.other_words(shown)


def _opened(text: str, own: list[Token], other_text: str, other: list[Token]) -> list[Token]:
    """Split hyphenated words whose parts the other side has as words in a row: long-, term."""
    # A hyphen in a token does not count: such a token is longer than its form.
    longer = {form for start, end, form, _ in own if end - start > len(form)}
    if not longer or longer.issubset(known := {token.form for token in other}):
        return own
    line = f" {' '.join(word.form for word in words(other_text) if word.form != '-')} "
    found: list[Token] = []
    for token in own:
        parts = [word for word in words(text[token.start : token.end]) if word.form != "-"] if _is_longer(token) else []
        if len(parts) < 2 or token.form in known or f" {' '.join(part.form for part in parts)} " not in line:
            found.append(token)
            continue
        # A hyphen belongs to the word before it, and does not count.
        ends = [part.start for part in parts[1:]] + [token.end - token.start]
        found += [
            Token(token.start + part.start, token.start + end, part.form, _weight(part.form))
            for part, end in zip(parts, ends, strict=True)
        ]
    return found


def _is_longer(token: Token) -> bool:
    """Return whether a token is longer than its form: a hyphen in it does not count."""
    return token.end - token.start > len(token.form)
