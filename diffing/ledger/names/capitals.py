"""Runs of words with capitals in a text, and what their place says of them.

    Critics say the New York Times asked Juan Guaidó.
    -------         --------------       -----------
    opening         strong               strong

A capital at the beginning of a sentence says nothing, nor one in a line where all words have capitals.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from diffing.ledger.names.name_forms import name_form
from diffing.ledger.names.name_words import NameWords
from diffing.text.combining_marks import MARKS
from diffing.text.function_words import content_words
from diffing.text.words import compared_form

# Candidates: beyond Latin-1 small and capital letters take turns, so each is asked.
_CAPITAL = "A-ZÀ-ÖØ-Þ\u0100-\u0588\u10a0-\u10ff\u1e00-\u1fff\u2c00-\u2d2d\ua640-\ua7ff"
# What holds on to the letter before it: accents, soft hyphens, zero width spaces and joiners.
_HELD = MARKS + "\u00ad\u200b-\u200d\u2060\ufeff"
# Scripts without capitals that put no space between words: a word with a capital may stand straight behind them.
_UNSPACED = "\u0e01-\u0e4f\u2e80-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff66-\uff9f"
_LETTER = f"[^\\W{_UNSPACED}]"
_KATAKANA = "[\u30a1-\u30fa\u30fc-\u30fe]"
_WORD = (
    rf"(?<!{_LETTER})(?<!\ufffd)(?:%s"
    rf"(?:[A-ZÀ-ÖØ-Þ]\.){{2,}}"  # U.S.
    rf"|([A-Z])\1\. ?([A-Z])\2\.?(?!\w)"  # EE. UU., as Spanish has it
    rf"|(?:[ODM]['’])?[{_CAPITAL}](?:{_LETTER}|[\ufffd{_HELD}]|['’ʼʻ`](?!(?:s|d|ll|re|ve|m|t)\b)(?=[^\W\d_]))*"
    rf"(?:[-\u2010\u2011](?:[^\W\d_]{{1,2}}|hee|hye|jin|min|moon|ping|shek|tung|woo|young)(?!\w))?"  # Jong-un
    rf"|{_KATAKANA}+(?:・{_KATAKANA}+)*"
    rf")"
)
_SMALL_WORD = re.compile(
    r"(?<!\w)[a-zß-öø-ÿ\u0101-\u0588\u10d0-\u10ff\u1e01-\u1fff][\w\u00ad\u200b-\u200d\u2060\ufeff]*"
)

# What stands before a capital: nothing, the end of a sentence, a colon or bullet, and then perhaps opening marks.
_LOOK_BACK = 8  # characters
_OPENING = re.compile(
    r"(?:^|[.!?…:;。•·*|>\u2013\u2014-][\"'\u2019\u201d»)\]]*\s+|[\"\u201c\u201e«\u2018([¿¡]|(?<!\w)')[\"'\u2018\u201c\u201e«(\[¿¡]*\s*$"
)
_LABEL = re.compile(rf":\s{{1,3}}[{_CAPITAL}]")
# Characters that the words an acronym is made of have at most, each.
_LONGEST_EXPANSION = 16
_QUOTES = re.compile("[\"'‘’“”«»]")
# Don't, Can't: no names, and without an apostrophe's end they look like one.
_CONTRACTED = ("'t", "’t")
_SENTENCE_END = re.compile(r"[.!?…。][\"'\u2019\u201d»)\]]*$")
# A line this long, in characters, is no headline.
_LONGEST_HEADLINE = 200
# Words of so many letters have a capital in a headline that is set in title case.
_TITLE_WORD = re.compile(r"[^\W\d_]{4,}")
# The share of them that tells such a headline from a sentence with names.
_TITLE_SHARE = 0.6
# A run of more capitals is a list or shouting, and read in pieces.
_MOST_TOKENS = 8
# Joining words with the spaces around them, in characters: ' of the '.
_LONGEST_GAP = 16
# More of them between two words are a joining word: Bank of England, but Mount Everest.
LONGEST_SPACE = 3
_PARTS = re.compile("[-・]")
# Of kings and, in the Romance languages, of centuries: XVIII, XIXe.
_ROMAN = re.compile(r"[IVX]{1,5}e?")
# Letters of an acronym that could be a word otherwise: US, IT, WHO.
_SHORT_ACRONYM = 4
_LONGEST_ACRONYM = 6


class CapitalizedWord(NamedTuple):
    """A word with a capital: its characters, its compared form and the form names are compared in.

    `is_acronym` says that it is two to six capitals; `is_filler` that it is an initial or a number behind a name, which
    the name can do without; `parts` are what it adds to the tokens of a name: Jong-un is two words.
    """

    start: int
    end: int
    text: str
    form: str
    key: str
    is_acronym: bool
    is_filler: bool
    parts: tuple[str, ...]


class Run(NamedTuple):
    """Words with capitals that stand together.

    `is_opening` says that the first opens a sentence, a quotation or a line; `is_blind` that the line has capitals
    everywhere; `is_gloss` that it is an acronym in brackets behind a small word: concentrated solar power (CSP);
    `is_title` that words of grammar beside it have capitals too, as in the title of a song: The Spy Who Loved Me.
    """

    tokens: tuple[CapitalizedWord, ...]
    is_opening: bool
    is_blind: bool
    is_gloss: bool
    is_title: bool


def runs(text: str, words: NameWords) -> tuple[Run, ...]:
    """The runs of a text in order; words that are no names, by form or by the language's tables, are in none."""
    is_blind = _is_blind(text)
    found: list[list[CapitalizedWord]] = []
    of_grammar: set[int] = set()
    for token in _tokens(text, words):
        if found and len(found) - 1 not in of_grammar and _goes_on(found[-1], token, text, words):
            found[-1].append(token)
            continue
        is_stop = _is_stop(token, words)
        if is_stop and token.form in words.grammar and not _is_opening(token, text):
            of_grammar.add(len(found))
        if not is_stop or len(found) in of_grammar:
            found.append([token])
    titles = _titles(found, of_grammar, text, words)
    return tuple(_run(tokens, text, is_blind, at in titles) for at, tokens in enumerate(found) if at not in of_grammar)


def _titles(found: list[list[CapitalizedWord]], of_grammar: set[int], text: str, words: NameWords) -> set[int]:
    """The runs that are parts of a work's title, by number: they stand beside words of grammar with a capital.

    Small words may stand between (Be the Boss), and single words go with their neighbours: Paying the Cost to Be. So
    does one before 'of', which is no common noun: Quantum of Solace.
    """
    gaps = [text[before[-1].end : behind[0].start][:_LONGEST_GAP] for before, behind in pairwise(found)]
    titles = {at for at, gap in enumerate(gaps) if gap[1:-1] in words.head_joiners and len(found[at]) == 1}
    if not of_grammar:
        return titles
    is_small = [gap.startswith(" ") and gap.endswith(" ") and not content_words(gap.split()) for gap in gaps]
    for near, far in [*pairwise(range(len(found))), *pairwise(range(len(found) - 1, -1, -1))]:
        is_single = len(found[near]) == len(found[far]) == 1
        if is_small[min(near, far)] and (near in of_grammar or (near in titles and is_single)):
            titles.add(far)
    return titles


def _run(tokens: list[CapitalizedWord], text: str, is_blind: bool, is_title: bool) -> Run:
    first = tokens[0]
    is_gloss = len(tokens) == 1 and first.is_acronym and _is_gloss(first, text)
    # Words from abroad are in katakana too: only a point between two tells a name.
    is_single_kana = is_katakana(first.text) and "・" not in first.text
    is_opening = _is_opening(first, text) or is_single_kana or (len(tokens) == 1 and _is_label(first, text))
    return Run(tuple(tokens), is_opening, is_blind, is_gloss, is_title)


def _is_label(token: CapitalizedWord, text: str) -> bool:
    """Whether a word opens a line that was joined to the one before: 'on the coast Related: Why it silts up'."""
    return _LABEL.match(text, token.end) is not None


def is_katakana(word: str) -> bool:
    """Whether a word is in the letters in which Japanese writes names from abroad."""
    return "\u30a0" <= word[0] <= "\u30ff"


def _is_gloss(token: CapitalizedWord, text: str) -> bool:
    """Whether the words before a bracket are small ones that the acronym in it is made of."""
    length = len(token.key)
    before = text[max(0, token.start - length * _LONGEST_EXPANSION) : token.start]
    expansion = _QUOTES.sub("", before.rstrip("(")).split()[-length:]
    if not before.endswith("(") or not expansion:
        return False
    return expansion[0].startswith(token.key[0]) and "".join(expansion).islower()


def _is_opening(token: CapitalizedWord, text: str) -> bool:
    return _OPENING.search(text[max(0, token.start - _LOOK_BACK) : token.start]) is not None


def small_words(text: str) -> Iterable[str]:
    """The compared forms of the words of a text that have no capital, each once."""
    return {compared_form(word) for word in set(_SMALL_WORD.findall(text)) if word.islower()}


@cache
def _pattern(compounds: tuple[str, ...]) -> re.Pattern[str]:
    """The words with a capital, and as one of them those followed by small ones: Nations unies."""
    return re.compile(_WORD % "".join(rf"{re.escape(compound)}\b|" for compound in compounds))


def _tokens(text: str, words: NameWords) -> Iterator[CapitalizedWord]:
    for found in _pattern(words.compounds).finditer(text):
        start, end = found.span()
        shown = found[0]
        apostrophe = max(shown.find("'", 1, 3), shown.find("’", 1, 3)) if words.elided else 0
        if apostrophe > 0 and shown[:apostrophe].casefold() in words.elided:
            start += apostrophe + 1
            shown = shown[apostrophe + 1 :]
        is_contracted = text[end : end + 2] in _CONTRACTED
        if (shown[0].isupper() or is_katakana(shown)) and not is_contracted and not any(map(str.isdigit, shown)):
            yield CapitalizedWord(start, end, shown, *_forms(shown))


# An article says the same names again and again.
@lru_cache(maxsize=1 << 14)
def _forms(word: str) -> tuple[str, str, bool, bool, tuple[str, ...]]:
    form, key = compared_form(word), name_form(word)
    is_filler = len(form.replace(".", "")) == 1 or _ROMAN.fullmatch(word) is not None
    parts = () if is_filler else tuple(part for part in _PARTS.split(key) if part)
    return form, key, _is_acronym(word), is_filler, parts


def _is_acronym(word: str) -> bool:
    if not word.isupper():
        return False
    return 2 <= sum(map(str.isalpha, word)) <= _LONGEST_ACRONYM


def _is_stop(token: CapitalizedWord, words: NameWords) -> bool:
    if token.is_acronym and len(token.form.replace(".", "")) <= _SHORT_ACRONYM:
        return token.form.replace(".", "") in words.abbreviations
    return token.form in words.stops or token.form in words.abbreviations


def _goes_on(run: list[CapitalizedWord], token: CapitalizedWord, text: str, words: NameWords) -> bool:
    """Whether a word belongs to the run before it."""
    if len(run) == _MOST_TOKENS:
        return False
    last = run[-1]
    if token.start - last.end > _LONGEST_GAP:
        return False
    gap = text[last.end : token.start]
    if _is_stop(token, words):
        # Theresa May, Mr May; but not 'in Britain May 5'.
        is_date = (last.key,) in words.aliases or text[token.end : token.end + 2].strip().isdigit()
        return gap == " " and token.form in words.months and not is_date
    if gap in (" ", "\xa0", "-", "\u2010", "\u2011", " & "):
        return True
    if gap in ("'s ", "’s "):
        # Mary's Hospital, Women's Day; but Russia's Parliament.
        is_whose = last.is_acronym or (last.key,) in words.aliases
        return not is_whose and (token.form in words.heads or token.form in words.occasions)
    if gap in (".", ". "):
        is_initial = last.is_filler and (last.start == 0 or text[last.start - 1] in " \xa0(.")
        return is_initial or last.form in words.titles
    joining = gap.casefold().replace("-", " ").split()
    if not joining or gap[0] != " ":
        return False
    if len(joining) == 1 and joining[0] in words.conjunctions:
        # Department of Health and Human Services
        return any(
            first.form in words.bodies and then.start - first.end > LONGEST_SPACE for first, then in pairwise(run)
        )
    if set(joining) <= words.joiners:
        return (last.key,) not in words.aliases
    if not set(joining) <= words.head_joiners:
        return False
    # University of Oxford; Secretary of State, but President | of Mexico.
    return last.form in words.heads or (last.form in words.titles and token.form in words.title_parts)


def _is_blind(text: str) -> bool:
    """Whether the text is a line in which a capital is nothing special: title case or all capitals."""
    counted: list[str] = _TITLE_WORD.findall(text[:_LONGEST_HEADLINE])
    if len(text) > _LONGEST_HEADLINE or _SENTENCE_END.search(text.rstrip()):
        # Two words, since what else is there may have no capitals at all: Chinese with an acronym.
        return text.isupper() and sum(map(str.isupper, counted)) > 1
    return sum(word[0].isupper() for word in counted) > _TITLE_SHARE * len(counted)
