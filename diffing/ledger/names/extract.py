"""The names in two articles: people, places, organisations, told by capitals and by what else the texts say.

    Critics of President Maduro say the New York Times was wrong. "Maduro" ...
               Maduro, without his title; New York Times; Maduro again, though it opens a quotation

A first pass collects what the texts give evidence of: which words have a capital in the middle of a sentence, and which
are also written small. A second one cuts the runs of capitals into names by it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from diffing.ledger.names.capitals import LONGEST_SPACE, CapitalizedWord, Run
from diffing.ledger.names.name_words import NameWords, Tokens


class Name(NamedTuple):
    """A name at `start`..`end` (code points) with its tokens, without titles, initials and joining words.

    `alias` is what the language's table calls it, or else empty. `is_adjective` says that it is of the kind of
    'Russian' or 'Muslim': it belongs to a name, and is none. `is_headed` says that a common noun is a part of it: such
    a name is not told by one word. `is_acronym` says that it is a word of capitals; `is_doubtful`
    that it is a word at the beginning of a sentence, and nothing more is known of it; `initials` are what it would
    be as one.
    """

    start: int
    end: int
    tokens: Tokens
    alias: str = ""
    is_adjective: bool = False
    is_headed: bool = False
    is_acronym: bool = False
    is_doubtful: bool = False
    initials: str = ""


@dataclass(slots=True)
class Evidence:
    """What both texts say of words with capitals.

    `strong` are words with a capital where none is needed; `full` names of several of them, and what these end in;
    `small` are words that stand somewhere without a capital; `terms` are acronyms of what is no name.
    """

    strong: set[str] = field(default_factory=set)
    full: set[Tokens] = field(default_factory=set)
    small: set[str] = field(default_factory=set)
    terms: set[str] = field(default_factory=set)

    def add(self, found: Iterable[Run], words: NameWords) -> None:
        """Take in the runs of a text."""
        for run in found:
            if run.is_gloss:
                self.terms.add(run.tokens[0].key)
            if run.is_blind or run.is_title:
                continue
            tokens = run.tokens[run.is_opening and not run.tokens[0].is_acronym :]
            self.strong.update(token.key for token in tokens)
            self.strong.update(parts_of(tokens))
            if len(tokens) == len(run.tokens):
                for piece in _pieces(tokens, words):
                    keys = parts_of(piece)
                    if len(keys) > 1:
                        self.full.update(keys[start:] for start in range(len(keys)))

    def is_small(self, form: str) -> bool:
        """Whether a word, or what it seems to be the plural of, stands somewhere without a capital."""
        return form in self.small or (form.endswith("s") and form[:-1] in self.small)


def names(found: Iterable[Run], evidence: Evidence, words: NameWords) -> Iterator[Name]:
    """The names in the runs of a text, in order."""
    for run in found:
        for tokens in _attested(run, evidence, words) if run.is_blind or run.is_title else [run.tokens]:
            for piece in _pieces(tokens, words):
                if not (run.is_opening and piece[0] is run.tokens[0]):
                    yield from _named(piece, evidence, words)
                    continue
                certain = _without_opener(piece, evidence, words)
                if not certain:
                    yield from (name._replace(is_doubtful=True) for name in _named(piece, evidence, words))
                yield from _named(certain, evidence, words)


def _attested(run: Run, evidence: Evidence, words: NameWords) -> Iterator[Sequence[CapitalizedWord]]:
    """The stretches of a run in a headline that are known to be names."""
    stretch: list[CapitalizedWord] = []
    for token in run.tokens:
        if _is_attested(token, evidence, words):
            stretch.append(token)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _without_opener(
    piece: Sequence[CapitalizedWord], evidence: Evidence, words: NameWords
) -> Sequence[CapitalizedWord]:
    """A piece at the beginning of a sentence without its first word, unless that belongs to the name."""
    first = piece[0]
    if first.is_acronym or _alias_length(piece, words):
        return piece
    rest = parts_of(piece[1:])
    if not rest or _alias_length(piece[1:], words):
        return piece if _is_attested(first, evidence, words) else piece[1:]
    if (first.key, *rest) in evidence.full:
        return piece
    # 'Embattled Maduro', where Nicolás Maduro is named elsewhere.
    is_common = rest in evidence.full and first.key not in evidence.strong
    return piece[1:] if is_common or evidence.is_small(first.form) or first.form in words.heads else piece


def _is_attested(token: CapitalizedWord, evidence: Evidence, words: NameWords) -> bool:
    if (token.key,) in words.aliases:
        return True
    return token.key in evidence.strong and not evidence.is_small(token.form) and token.form not in words.heads


def _pieces(tokens: Sequence[CapitalizedWord], words: NameWords) -> Iterator[Sequence[CapitalizedWord]]:
    """The tokens between titles: US | Foreign Secretary | Joe Biden."""
    if not any(token.form in words.title_words for token in tokens):
        if tokens:
            yield tokens
        return
    is_part = [token.form in words.title_parts for token in tokens]
    is_title = [
        (token.form in words.titles and not (token.form in words.title_names and _is_plain(tokens[:at][-1:], words)))
        or (is_part[at] and at + 1 < len(tokens) and is_part[at + 1])
        for at, token in enumerate(tokens)
    ]
    for order in (range(1, len(tokens)), range(len(tokens) - 2, -1, -1)):
        for at in order:
            beside = at - 1 if order.step > 0 else at + 1
            is_title[at] |= is_title[beside] and is_part[at]
    start = 0
    for at in range(len(tokens)):
        if is_title[at]:
            if at > start:
                yield tokens[start:at]
            start = at + 1
    if start < len(tokens):
        yield tokens[start:]


def _is_plain(before: Sequence[CapitalizedWord], words: NameWords) -> bool:
    """Whether there is a word that is neither a title nor a country, and so can be a first name: Nat King Cole."""
    return any(token.form not in words.titles and (token.key,) not in words.aliases for token in before)


def _named(piece: Sequence[CapitalizedWord], evidence: Evidence, words: NameWords) -> Iterator[Name]:
    """The names in a piece: countries and bodies before another name stand for themselves."""
    while piece:
        length = _alias_length(piece, words)
        rest = piece[length:]
        if not length or (len(rest) == 1 and rest[0].form in words.heads):
            # Not one, or British Airways, New York Times.
            break
        yield _name(piece[:length], words)
        piece = rest
    inside = next((at for at in range(1, len(piece)) if _stands_alone(piece[at], words)), len(piece))
    if inside < len(piece):
        # 'Senior US', in a text that lost its full stops
        yield from _named(piece[:inside], evidence, words)
        yield from _named(piece[inside:], evidence, words)
    elif piece:
        name = _name(piece, words)
        if name.tokens and not _is_common(piece, name, evidence, words):
            yield name


def _stands_alone(token: CapitalizedWord, words: NameWords) -> bool:
    return token.is_acronym and (token.key,) in words.aliases


def _alias_length(piece: Sequence[CapitalizedWord], words: NameWords) -> int:
    for length in range(min(len(piece), words.longest_alias), 0, -1):
        tokens = tuple(token.key for token in piece[:length])
        if tokens in words.aliases and (length > 1 or len(tokens[0]) > _SHORT or piece[0].is_acronym):
            return length
    return 0


# Aliases of so few letters are acronyms, and no words that look like them: US, and not Us.
_SHORT = 3


def parts_of(piece: Sequence[CapitalizedWord]) -> Tokens:
    """The tokens of a piece: Kim Jong-un is Kim Jong Un."""
    return tuple(part for token in piece for part in token.parts)


def _name(piece: Sequence[CapitalizedWord], words: NameWords) -> Name:
    tokens = tuple(words.spellings.get(key, key) for key in parts_of(piece))
    is_joined = len(piece) > 1 and piece[1].start - piece[0].end > LONGEST_SPACE
    keys = tuple(token.key for token in piece)
    return Name(
        piece[0].start,
        piece[-1].end,
        tokens,
        words.aliases.get(keys, ""),
        is_adjective=keys in words.adjectives,
        is_headed=len(piece) > 1 and (piece[-1].form in words.heads or (is_joined and piece[0].form in words.heads)),
        is_acronym=len(piece) == 1 and piece[0].is_acronym,
        initials="".join(token.form[0] for token in piece if not token.is_filler),
    )


def _is_common(piece: Sequence[CapitalizedWord], name: Name, evidence: Evidence, words: NameWords) -> bool:
    """Whether capitals are all that speaks for a name: the Government, Climate Change, Boxing Day."""
    if name.is_acronym:
        return name.tokens[0] in evidence.terms
    if len(piece) == 1 and piece[0].form.endswith(words.abstract_endings):
        return True
    small = [evidence.is_small(token.form) for token in piece]
    if len(piece) == 1:
        return small[0] or piece[0].form in words.heads or piece[0].form in words.title_parts
    is_occasion = piece[-1].form in words.occasions
    return all(small) or is_occasion
