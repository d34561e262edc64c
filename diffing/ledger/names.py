"""The names in two articles: people, places, organisations, told by capitals and by what else the texts say.

    Critics of President Maduro say the New York Times was wrong. "Maduro" ...
               Maduro, without his title; New York Times; Maduro again, though it opens a quotation

A first pass collects what the texts give evidence of: which words have a capital in the middle of a sentence, and which
are also written small. A second one cuts the runs of capitals into names by it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from diffing.ledger.capitals import Run, Token
from diffing.ledger.name_words import NameWords, Tokens


class Name(NamedTuple):
    """A name at `start`..`end` (code points) with its tokens, without titles, initials and joining words.

    `alias` is what the language's table calls it, or else empty. `is_adjective` says that it is of the kind of
    'Russian' or 'Muslim': it belongs to a name, and is none. `is_headed` says that a common noun is a part of it: such
    a name is not told by one word. `is_acronym` that it is capitals only. `is_plural` that it is a family: the Kennedys.
    """

    start: int
    end: int
    tokens: Tokens
    alias: str = ""
    is_adjective: bool = False
    is_headed: bool = False
    is_acronym: bool = False


@dataclass(slots=True)
class Evidence:
    """What both texts say of words with capitals.

    `strong` are words with a capital where none is needed, `strong_names` whole runs of them, with what they end in;
    `small` are words that stand somewhere without a capital.
    """

    strong: set[str] = field(default_factory=set)
    strong_names: set[Tokens] = field(default_factory=set)
    small: set[str] = field(default_factory=set)

    def add(self, found: Iterable[Run], words: NameWords) -> None:
        """Take in the runs of a text."""
        for run in found:
            if run.is_blind:
                continue
            tokens = run.tokens[run.is_opening and not run.tokens[0].is_acronym :]
            self.strong.update(token.key for token in tokens)
            for piece in _pieces(tokens, words):
                self.strong_names.update(_endings(tuple(token.key for token in piece if not token.is_filler)))


def names(found: Iterable[Run], evidence: Evidence, words: NameWords) -> Iterator[Name]:
    """The names in the runs of a text, in order."""
    for run in found:
        for tokens in _seen(run, evidence, words):
            for piece in _pieces(tokens, words):
                yield from _named(piece, evidence, words)


def _endings(tokens: Tokens) -> Iterator[Tokens]:
    return (tokens[start:] for start in range(len(tokens)))


def _seen(run: Run, evidence: Evidence, words: NameWords) -> Iterator[Sequence[Token]]:
    """The stretches of a run whose capitals mean a name."""
    tokens = run.tokens
    if run.is_blind:
        stretch: list[Token] = []
        for token in tokens:
            if _is_attested(token, evidence, words):
                stretch.append(token)
            elif stretch:
                yield stretch
                stretch = []
        if stretch:
            yield stretch
        return
    first = tokens[0]
    if not run.is_opening or first.is_acronym or first.form in words.titles or (first.key,) in words.aliases:
        yield tokens
        return
    rest = tuple(token.key for token in tokens[1:] if not token.is_filler)
    is_common = first.form in evidence.small or first.form in words.heads
    if len(tokens) > 1 and (first.key, *rest) not in evidence.strong_names:
        # 'Embattled Maduro', where Maduro is a name elsewhere.
        is_common = is_common or (first.key not in evidence.strong and rest in evidence.strong_names)
    elif len(tokens) == 1:
        is_common = not _is_attested(first, evidence, words)
    if not is_common:
        yield tokens
    elif len(tokens) > 1:
        yield tokens[1:]


def _is_attested(token: Token, evidence: Evidence, words: NameWords) -> bool:
    if (token.key,) in words.aliases:
        return True
    return token.key in evidence.strong and token.form not in evidence.small and token.form not in words.heads


def _pieces(tokens: Sequence[Token], words: NameWords) -> Iterator[Sequence[Token]]:
    """The tokens between titles: US | Foreign Secretary | Joe Biden."""
    is_title = [token.form in words.titles for token in tokens]
    for order in (range(1, len(tokens)), range(len(tokens) - 2, -1, -1)):
        for at in order:
            beside = at - 1 if order.step > 0 else at + 1
            is_title[at] |= is_title[beside] and tokens[at].form in words.title_parts
    start = 0
    for at in range(len(tokens)):
        if is_title[at]:
            if at > start:
                yield tokens[start:at]
            start = at + 1
    if start < len(tokens):
        yield tokens[start:]


def _named(piece: Sequence[Token], evidence: Evidence, words: NameWords) -> Iterator[Name]:
    """The names in a piece: countries and bodies before another name stand for themselves."""
    while piece:
        length = _alias_length(piece, words)
        if not length:
            break
        rest = piece[length:]
        if len(rest) == 1 and rest[0].form in words.heads:
            # British Airways, New York Times
            break
        yield _name(piece[:length], words)
        piece = rest
    if not piece:
        return
    name = _name(piece, words)
    if name.tokens and not _is_common(piece, name, evidence, words):
        yield name


def _alias_length(piece: Sequence[Token], words: NameWords) -> int:
    for length in range(min(len(piece), words.longest_alias), 0, -1):
        tokens = tuple(token.key for token in piece[:length])
        if tokens in words.aliases and (length > 1 or len(tokens[0]) > _SHORT or piece[0].is_acronym):
            return length
    return 0


# Aliases of so few letters are acronyms, and no words that look like them: US, and not Us.
_SHORT = 3


def _name(piece: Sequence[Token], words: NameWords) -> Name:
    tokens = tuple(words.spellings.get(token.key, token.key) for token in piece if not token.is_filler)
    keys = tuple(token.key for token in piece)
    return Name(
        piece[0].start,
        piece[-1].end,
        tokens,
        words.aliases.get(keys, ""),
        keys in words.adjectives,
        len(tokens) > 1 and (piece[-1].form in words.heads or piece[0].form in words.heads),
        len(piece) == 1 and piece[0].is_acronym,
    )


def _is_common(piece: Sequence[Token], name: Name, evidence: Evidence, words: NameWords) -> bool:
    """Whether capitals are all that speaks for a name: the Government, Climate Change."""
    if name.is_acronym:
        return False
    small = [token.form in evidence.small for token in piece]
    if len(piece) == 1:
        return small[0] or piece[0].form in words.heads
    return all(small) or all(token.form in words.heads for token in piece)
