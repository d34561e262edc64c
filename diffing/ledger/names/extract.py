"""The names in two articles (people, places, organisations), by their capitals and by evidence from both texts.

    Critics of President Maduro say the New York Times was wrong. "Maduro" ...
               Maduro, without his title; New York Times; Maduro again, although it opens a quotation

A first pass collects the evidence: words with a capital in the middle of a sentence, and words in small letters. A
second pass uses it to divide the capitalized phrases into names.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from diffing.ledger.names.capitals import LONGEST_SPACE, CapitalizedPhrase, CapitalizedWord
from diffing.ledger.names.name_words import NameWords, Tokens, name_tokens


class Name(NamedTuple):
    """A name at `start`..`end` (code points) with its tokens, without titles, initials and joining words.

    `alias` is the name of the country or body in the lexicon, '' for other names. `is_adjective` is true for words such
    as 'Russian' or 'Muslim', which derive from a name. `is_headed` is true if a common noun is a part of the name; one
    word cannot stand for such a name. `is_acronym` is true for a word in capitals. `is_doubtful` is true for the first
    word of a sentence without further evidence. `initials` are the acronyms that the name can have.
    """

    start: int
    end: int
    tokens: Tokens
    alias: str = ""
    is_adjective: bool = False
    is_headed: bool = False
    is_acronym: bool = False
    is_doubtful: bool = False
    initials: tuple[str, ...] = ()


@dataclass(slots=True)
class NameEvidence:
    """The evidence of both texts on words with capitals.

    `strong` are words with a capital where grammar does not require one. `full` are names of several such words, and
    their endings. `small` are words that also stand without a capital. `terms` are acronyms of common nouns.
    """

    strong: set[str] = field(default_factory=set)
    full: set[Tokens] = field(default_factory=set)
    small: set[str] = field(default_factory=set)
    terms: set[str] = field(default_factory=set)

    def add(self, phrases: Iterable[CapitalizedPhrase], words: NameWords) -> None:
        """Add the evidence of the capitalized phrases of a text."""
        for phrase in phrases:
            if phrase.is_gloss:
                self.terms.add(phrase.tokens[0].key)
            if phrase.is_blind or phrase.is_title:
                continue
            tokens = phrase.tokens[phrase.is_opening and not phrase.tokens[0].is_acronym :]
            self.strong.update(token.key for token in tokens)
            self.strong.update(parts_of(tokens))
            if len(tokens) == len(phrase.tokens):
                for piece in _pieces(tokens, words):
                    keys = parts_of(piece)
                    if len(keys) > 1:
                        self.full.update(keys[start:] for start in range(len(keys)))

    def is_small(self, form: str) -> bool:
        """Return whether a word, or the word without its plural 's', also stands without a capital."""
        return form in self.small or (form.endswith("s") and form[:-1] in self.small)


def names(phrases: Iterable[CapitalizedPhrase], evidence: NameEvidence, words: NameWords) -> Iterator[Name]:
    """Yield the names in the capitalized phrases of a text, in order."""
    for phrase in phrases:
        for tokens in _attested(phrase, evidence, words) if phrase.is_blind or phrase.is_title else [phrase.tokens]:
            for piece in _pieces(tokens, words):
                if not (phrase.is_opening and piece[0] is phrase.tokens[0]):
                    yield from _named(piece, evidence, words)
                    continue
                certain = _without_opener(piece, evidence, words)
                if not certain:
                    yield from (name._replace(is_doubtful=True) for name in _named(piece, evidence, words))
                yield from _named(certain, evidence, words)


def _attested(
    phrase: CapitalizedPhrase, evidence: NameEvidence, words: NameWords
) -> Iterator[Sequence[CapitalizedWord]]:
    """Yield the parts of a phrase that the evidence confirms as names: for headlines and titles."""
    stretch: list[CapitalizedWord] = []
    for token in phrase.tokens:
        if _is_attested(token, evidence, words):
            stretch.append(token)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _without_opener(
    piece: Sequence[CapitalizedWord], evidence: NameEvidence, words: NameWords
) -> Sequence[CapitalizedWord]:
    """Return a piece at the beginning of a sentence, without its first word unless this belongs to the name."""
    first = piece[0]
    if first.is_acronym or _alias_length(piece, words):
        return piece
    rest = parts_of(piece[1:])
    if not rest or _alias_length(piece[1:], words):
        return piece if _is_attested(first, evidence, words) else piece[1:]
    if (first.key, *rest) in evidence.full:
        return piece
    # 'Embattled Maduro', if the text has 'Nicolás Maduro' as well.
    is_common = rest in evidence.full and first.key not in evidence.strong
    return piece[1:] if is_common or evidence.is_small(first.form) or first.form in words.heads else piece


def _is_attested(token: CapitalizedWord, evidence: NameEvidence, words: NameWords) -> bool:
    """Return whether the lexicon or the evidence confirms a word as part of a name."""
    if (token.key,) in words.aliases:
        return True
    return token.key in evidence.strong and not evidence.is_small(token.form) and token.form not in words.heads


def _pieces(tokens: Sequence[CapitalizedWord], words: NameWords) -> Iterator[Sequence[CapitalizedWord]]:
    """Yield the pieces of a phrase between titles: US | Foreign Secretary | Joe Biden has two, US and Joe Biden."""
    if not any(token.form in words.title_words for token in tokens):
        if tokens:
            yield tokens
        return
    is_part = _title_parts(tokens, words)
    is_title = [
        (token.form in words.titles and not (token.form in words.title_names and _is_plain(tokens[:at][-1:], words)))
        or _ends_title(at, tokens, is_part, words)
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


def _title_parts(tokens: Sequence[CapitalizedWord], words: NameWords) -> list[bool]:
    """Return for each word whether it can be a part of a title beside another one.

    The fields of a body are none: the 'Affairs' of the Institute of International Affairs.
    """
    found: list[bool] = []
    for at, token in enumerate(tokens):
        is_joined = at > 0 and token.start - tokens[at - 1].end > LONGEST_SPACE
        is_of_body = at > 0 and not found[-1] and (is_joined or tokens[at - 1].form in words.title_fields)
        is_of_body &= at == 0 or tokens[at - 1].form not in words.title_words
        found.append(token.form in words.title_parts or (token.form in words.title_fields and not is_of_body))
    return found


def _ends_title(at: int, tokens: Sequence[CapitalizedWord], is_part: Sequence[bool], words: NameWords) -> bool:
    """Return whether a word ends a title of several words, or stands before 'of' in one.

    Chief Financial |Officer|, |Head| of External Affairs; but not the Foreign Trade Council.
    """
    behind = tokens[at + 1 : at + 2]
    is_end = tokens[at].form in words.title_ends or (not words.title_ends and is_part[at])
    if is_end and at and is_part[at - 1] and not (behind and is_part[at + 1]):
        return True
    is_joined = bool(behind) and behind[0].start - tokens[at].end > LONGEST_SPACE
    return is_joined and tokens[at].form in words.title_words and all(is_part[at + 1 :])


def _is_plain(before: Sequence[CapitalizedWord], words: NameWords) -> bool:
    """Return whether a word can be a first name: it is neither a title nor a country, as in Nat King Cole."""
    return any(token.form not in words.titles and (token.key,) not in words.aliases for token in before)


def _named(piece: Sequence[CapitalizedWord], evidence: NameEvidence, words: NameWords) -> Iterator[Name]:
    """Yield the names in a piece; a country or body before another name is a name of its own."""
    before = ""
    while piece:
        length = _alias_length(piece, words)
        rest = piece[length:]
        if not length or (len(rest) == 1 and rest[0].form in words.heads) or _is_of_group(piece, length, words):
            # The piece begins without an alias, or the alias belongs to the name: British Airways, New York Times.
            break
        yield _name(piece[:length], words)
        before += _initials(piece[:length])
        piece = rest
    inside = next((at for at in range(1, len(piece)) if _is_other_name(piece, at, words)), len(piece))
    if inside < len(piece):
        # In a text that lost its full stops two names may stand together: 'Senior US'.
        yield from _named(piece[:inside], evidence, words)
        yield from _named(piece[inside:], evidence, words)
    elif piece:
        name = _name(piece, words)
        if before and len(piece) > 1:
            # The Scottish Farmers Union is the SFU, although 'Scottish' is read as a name of its own.
            name = name._replace(initials=(*name.initials, before + name.initials[0]))
        if name.tokens and not _is_common(piece, name, evidence, words):
            yield name


def _is_of_group(piece: Sequence[CapitalizedWord], length: int, words: NameWords) -> bool:
    """Return whether the adjective of a party or a faith begins the name of a body: Democratic Harbour Committee."""
    alias = words.aliases[tuple(token.key for token in piece[:length])]
    is_group = all(form in words.adjectives for form in words.forms_of[alias])
    return is_group and len(piece) > length and piece[-1].form in words.heads


def _is_other_name(piece: Sequence[CapitalizedWord], at: int, words: NameWords) -> bool:
    """Return whether the acronym of a country or body inside a piece is a name of its own, and no part of a body."""
    is_joined = piece[at].start - piece[at - 1].end > LONGEST_SPACE and piece[0].form in words.heads
    return _is_acronym_of_alias(piece[at], words) and not is_joined


def _is_acronym_of_alias(token: CapitalizedWord, words: NameWords) -> bool:
    """Return whether a word is the acronym of a country or body."""
    return token.is_acronym and (token.key,) in words.aliases


def _alias_length(piece: Sequence[CapitalizedWord], words: NameWords) -> int:
    """Return the number of words of the longest alias at the beginning of a piece, 0 without one."""
    for length in range(min(len(piece), words.longest_alias), 0, -1):
        tokens = tuple([token.key for token in piece[:length]])
        if tokens in words.aliases and (length > 1 or len(tokens[0]) > _SHORT or piece[0].is_acronym):
            return length
    return 0


# Aliases of at most three letters are acronyms and must be in capitals: US, and not Us.
_SHORT = 3


def parts_of(piece: Sequence[CapitalizedWord]) -> Tokens:
    """Return the tokens of a piece: Kim Jong-un has three."""
    return tuple([part for token in piece for part in token.parts])


def _name(piece: Sequence[CapitalizedWord], words: NameWords) -> Name:
    """Return the name that consists of all words of a piece."""
    tokens = tuple(_tokens(piece, words)) if len(piece) > 1 else _usual(piece, words)
    is_joined = len(piece) > 1 and piece[1].start - piece[0].end > LONGEST_SPACE
    keys = tuple([token.key for token in piece])
    return Name(
        piece[0].start,
        piece[-1].end,
        tokens,
        words.aliases.get(keys, ""),
        is_adjective=keys in words.adjectives,
        is_headed=len(piece) > 1 and (piece[-1].form in words.heads or (is_joined and piece[0].form in words.heads)),
        is_acronym=len(piece) == 1 and piece[0].is_acronym,
        initials=(_initials(piece),),
    )


def _initials(piece: Sequence[CapitalizedWord]) -> str:
    """Return the acronym of some words."""
    return "".join(token.form[0] for token in piece if not token.is_filler)


def _usual(piece: Sequence[CapitalizedWord], words: NameWords) -> Tokens:
    """Return the tokens of some words in their usual spelling."""
    return tuple([words.spellings.get(key, key) for key in parts_of(piece)])


def _tokens(piece: Sequence[CapitalizedWord], words: NameWords) -> Iterator[str]:
    """Yield the tokens of a name; a country or body in it has those of its usual name.

    The U.N. Grand Envoy is the United Nations Grand Envoy, and the Consejo de la UE that of the Unión Europea.
    """
    at = 0
    while at < len(piece):
        length = _alias_length(piece[at:], words)
        keys = tuple(token.key for token in piece[at : at + length])
        if keys and (length > 1 or piece[at].is_acronym) and keys not in words.adjectives:
            yield from name_tokens(words.aliases[keys], words.joiners | words.head_joiners)
        else:
            length = max(length, 1)
            yield from _usual(piece[at : at + length], words)
        at += length


def _is_common(piece: Sequence[CapitalizedWord], name: Name, evidence: NameEvidence, words: NameWords) -> bool:
    """Return whether a piece is a common noun or an occasion: the Government, Climate Change, Boxing Day."""
    if name.is_acronym:
        return name.tokens[0] in evidence.terms or evidence.is_small(piece[0].form)
    if len(piece) == 1 and piece[0].form.endswith(words.abstract_endings):
        return True
    small = [evidence.is_small(token.form) for token in piece]
    if len(piece) == 1:
        return small[0] or piece[0].form in words.heads or piece[0].form in words.title_parts
    is_occasion = piece[-1].form in words.occasions
    return all(small) or is_occasion
