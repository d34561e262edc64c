"""Capitalized phrases: words with capitals that stand together in a text, and their position in the sentence.

    Critics say the New York Times asked Juan Guaidó.
    -------         --------------       -----------
    opening         strong               strong

A capital at the beginning of a sentence is no evidence of a name, and neither is one in a line in title case.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from diffing.ledger.language.declension import stem
from diffing.ledger.names.all_capitals import capital_runs, is_emphasis
from diffing.ledger.names.asides import asides
from diffing.ledger.names.name_forms import name_form
from diffing.ledger.names.name_words import NameWords, compound_key
from diffing.ledger.numbers.units import UNIT_SIGNS
from diffing.patterns import lazy_pattern
from diffing.text.combining_marks import MARKS
from diffing.text.function_words import content_words
from diffing.text.scripts import ScriptPattern
from diffing.text.words import compared_form, spelled_form

# Possible capitals. Beyond Latin-1 small and capital letters alternate, so each match is tested afterwards.
_CAPITAL = "A-ZÀ-ÖØ-Þ\u0100-\u0588\u10a0-\u10ff\u1e00-\u1fff\u2c00-\u2d2d\ua640-\ua7ff"
# Characters that belong to the letter before them: accents, soft hyphens, zero width spaces and joiners.
_HELD = MARKS + "\u00ad\u200b-\u200d\u2060\ufeff"
# The same in a western text.
_HELD_WESTERN = "\u0300-\u036f\u0483-\u0489\u20d0-\u20f0\u00ad\u200b-\u200d\u2060"
# Scripts without capitals and without spaces between words: a word with a capital may follow them directly.
_UNSPACED = "\u0e01-\u0e4f\u2e80-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff66-\uff9f"
_LETTER = f"[^\\W{_UNSPACED}]"
_KATAKANA = "[\u30a1-\u30fa\u30fc-\u30fe]"
# One syllable of a Korean or Chinese given name behind its first letter; both syllables of such a name are alike.
_SYLLABLE = r"(?:[gh]|(?<=[Ss])h)?[aeiouyw]{1,3}(?:ng?|m|k|l|p|r|h)?"
# What such a word begins with.
_MAY_BE_CAPITAL = lazy_pattern(f"[{_CAPITAL}\u30a1-\u30fa\u30fc-\u30fe]")
_WORD = (
    rf"(?=[{_CAPITAL}\u30a1-\u30fa\u30fc-\u30fe])(?<!{_LETTER})(?<!\ufffd)(?:%s"
    rf"(?:[A-ZÀ-ÖØ-Þ]\.){{2,}}"  # U.S.
    rf"|([A-Z])\1\. ?([A-Z])\2\.?(?!\w)"  # EE. UU., a Spanish abbreviation
    rf"|[A-Z]{_SYLLABLE}(?:[-\u2010\u2011](?i:[A-Z]{_SYLLABLE}))(?!\w)"  # Mei-fen
    rf"|(?:[ODM]['’])?[{_CAPITAL}](?:{_LETTER}|[\ufffd{_HELD}]|['’ʼʻ`](?!(?:s|d|ll|re|ve|m|t)\b)(?=[^\W\d_]))*"
    rf"(?:[-\u2010\u2011](?:[^\W\d_]{{1,2}}|hee|hye|jin|min|moon|ping|shek|tung|woo|young)(?!\w))?"  # Jong-un
    rf"|{_KATAKANA}+(?:・{_KATAKANA}+)*"
    rf")"
)
_SMALL_WORD = lazy_pattern(
    r"(?<!\w)[a-zß-öø-ÿ\u0101-\u0588\u10d0-\u10ff\u1e01-\u1fff][\w\u00ad\u200b-\u200d\u2060\ufeff]*"
)

# The characters before a capital that decide whether it opens a sentence.
_LOOK_BACK = 8
# The text before an opening capital: nothing, the end of a sentence, a colon or bullet, then optional opening marks.
_OPENING = lazy_pattern(
    r"(?:^|[.!?…:;。•·*|>\u2013\u2014-][\"'\u2019\u201d»)\]]*\s+|[\"\u201c\u201e«\u2018([¿¡]|(?<!\w)')[\"'\u2018\u201c\u201e«(\[¿¡]*\s*$"
)
_LABEL = lazy_pattern(rf":\s{{1,3}}[{_CAPITAL}]")
# Greatest length, in characters, of each word that an acronym abbreviates.
_LONGEST_EXPANSION = 16
_QUOTES = lazy_pattern("[\"'‘’“”«»]")
_NEXT_WORD = lazy_pattern(rf"[ \u00a0]([{_CAPITAL}]\w*)")
_WORD_BEFORE = lazy_pattern(r"(\w+)[ \u00a0]$")
_NEXT_CAPITAL = lazy_pattern(rf"[ \u00a0](?:d[en][rn]? )?[{_CAPITAL}]")
# The ends of contractions (Don't, Can't), whose beginnings look like names.
_CONTRACTED = ("'t", "’t")
_SENTENCE_END = lazy_pattern(r"[.!?…。][\"'\u2019\u201d»)\]]*$")
# A longer line, in characters, is not a headline.
_LONGEST_HEADLINE = 200
# Words with at least four letters have a capital in a headline in title case.
_TITLE_WORD = lazy_pattern(r"[^\W\d_]{4,}")
# A line is in title case if more than this share of these words has a capital; a sentence with names has fewer.
_TITLE_SHARE = 0.6
# A longer series of capitalized words is a list or a text in capitals. It is divided into phrases of this length.
_MOST_TOKENS = 8
# Greatest length, in characters, of joining words with the spaces around them: ' of the '.
_LONGEST_GAP = 16
# A figure, and a space before the sign of its unit.
_LONGEST_UNIT_GAP = 2
LONGEST_SPACE = 3
"""Greatest distance of two words without a joining word between them, in characters: Mount Everest."""
_PARTS = lazy_pattern("[-・]")
_SIGNS_OF_MONEY = ("$", "€", "£", "¥")
# Roman numbers of kings and, in the Romance languages, of centuries: XVIII, XIXe.
_ROMAN = lazy_pattern(r"[IVX]{1,5}e?")
# An acronym of at most four letters may look like an ordinary word: US, IT, WHO.
_SHORT_ACRONYM = 4
_LONGEST_ACRONYM = 6
# Words whose forms are kept: the vocabulary of some hundred articles.
_MOST_KEPT = 1 << 14


class CapitalizedWord(NamedTuple):
    """A word with a capital at `start`..`end` of a text.

    `form` is its compared form, `key` its name_form. `is_acronym` is true for two to six capitals, `is_filler` for an
    initial, a Roman number or a particle, which a name may lack. `parts` are the tokens that it adds to a name: two for
    Jong-un.
    """

    start: int
    end: int
    text: str
    form: str
    key: str
    is_acronym: bool
    is_filler: bool
    parts: tuple[str, ...]


class CapitalizedPhrase(NamedTuple):
    """Words with capitals that stand together.

    `is_opening` is true if the first word opens a sentence, a quotation or a line. `is_blind` is true if the whole line
    is in title case or in capitals, or the words around are in capitals. `is_gloss` is true for an acronym in brackets
    after the small words that it abbreviates: concentrated solar power (CSP). `is_title` is true if words of grammar
    beside the phrase have capitals too, as in the title of a work: The Spy Who Loved Me.
    """

    tokens: tuple[CapitalizedWord, ...]
    is_opening: bool
    is_blind: bool
    is_gloss: bool
    is_title: bool


def capitalized_phrases(text: str, words: NameWords) -> tuple[CapitalizedPhrase, ...]:
    """Return the capitalized phrases of a text in order, without words that are not part of a name."""
    is_blind = _is_blind(text)
    runs = capital_runs(text)
    series: list[list[CapitalizedWord]] = []
    of_grammar: set[int] = set()
    aside = asides(text)
    for token in _tokens(text, words):
        if aside and any(start <= token.start < end for start, end in aside):
            continue
        if series and _is_rank(series[-1][-1], token, text, words):
            continue
        if series and len(series) - 1 not in of_grammar and _continues(series[-1], token, text, words):
            series[-1].append(token)
            continue
        is_stop = _is_stop(token, words) and not _is_particle(token, text, words)
        is_stop = is_stop and not _begins_alias(token, text, words) and not _begins_person(token, text, words)
        is_grammar = is_stop and token.form in words.grammar and not is_emphasis(text, token.start, token.end)
        if is_grammar and not _is_opening(token, text):
            of_grammar.add(len(series))
        if not is_stop or len(series) in of_grammar:
            series.append([token])
    titles = _titles(series, of_grammar, text, words)
    return tuple(
        _phrase(tokens, text, is_blind or (bool(runs) and _is_inside(tokens, runs)), at in titles)
        for at, tokens in enumerate(series)
        if at not in of_grammar
    )


def _begins_alias(token: CapitalizedWord, text: str, words: NameWords) -> bool:
    """Return whether a word that is no name by itself begins the name of a country or body: Latin America."""
    behind = _NEXT_WORD.match(text, token.end)
    return behind is not None and (token.key, name_form(behind[1])) in words.aliases


def _begins_person(token: CapitalizedWord, text: str, words: NameWords) -> bool:
    """Return whether a month is the first name of a person: 'with Jan Vik', but not 'in April Parliament voted'."""
    if token.form not in words.given_months:
        return False
    behind, before = (
        _NEXT_WORD.match(text, token.end),
        _WORD_BEFORE.search(text, max(0, token.start - _LONGEST_GAP), token.start),
    )
    is_name = behind is not None and compared_form(behind[1]) not in words.stops
    return is_name and (before is None or compared_form(before[1]) not in words.before_month)


def _is_rank(last: CapitalizedWord, token: CapitalizedWord, text: str, words: NameWords) -> bool:
    """Return whether a word is the number of a king, as a Roman numeral is: Osric the Third."""
    return token.form in words.ordinals and text[last.end : token.start].strip() in words.articles


def _is_inside(tokens: Sequence[CapitalizedWord], runs: Sequence[tuple[int, int]]) -> bool:
    """Return whether some words stand in one of the runs of words in capitals."""
    return any(start <= tokens[0].start and tokens[-1].end <= end for start, end in runs)


def _titles(series: list[list[CapitalizedWord]], of_grammar: set[int], text: str, words: NameWords) -> set[int]:
    """Return the indices of the series that belong to the title of a work: those beside a capitalized word of grammar.

    Small words may stand between them (Be the Boss). A single word belongs to the title if its neighbour does: Paying
    the Cost to Be. A single word before 'of' always does, because it is not a common noun: Quantum of Solace.
    """
    gaps = [text[before[-1].end : behind[0].start][:_LONGEST_GAP] for before, behind in pairwise(series)]
    titles = {at for at, gap in enumerate(gaps) if gap[1:-1] in words.head_joiners and len(series[at]) == 1}
    if not of_grammar:
        return titles
    is_small = [gap.startswith(" ") and gap.endswith(" ") and not content_words(gap.split()) for gap in gaps]
    for near, far in [*pairwise(range(len(series))), *pairwise(range(len(series) - 1, -1, -1))]:
        is_single = len(series[near]) == len(series[far]) == 1
        if is_small[min(near, far)] and (near in of_grammar or (near in titles and is_single)):
            titles.add(far)
    return titles


def _phrase(tokens: list[CapitalizedWord], text: str, is_blind: bool, is_title: bool) -> CapitalizedPhrase:
    """Return the phrase of some words, with its position in the text."""
    first = tokens[0]
    is_gloss = len(tokens) == 1 and first.is_acronym and _is_gloss(first, text)
    # Loan words are in katakana too; only a point between two words is evidence of a name.
    is_single_kana = is_katakana(first.text) and "・" not in first.text
    is_opening = _is_opening(first, text) or is_single_kana or (len(tokens) == 1 and _is_label(first, text))
    return CapitalizedPhrase(tuple(tokens), is_opening, is_blind, is_gloss, is_title)


def with_accents(phrase: CapitalizedPhrase, forms: Set[str]) -> CapitalizedPhrase:
    """Return a phrase whose words with one of these compared forms have keys with their accents: Hùng, Hưng."""
    if forms.isdisjoint(token.form for token in phrase.tokens):
        return phrase
    tokens = (
        token._replace(key=key, parts=() if token.is_filler else (key,)) if token.form in forms else token
        for token in phrase.tokens
        for key in (spelled_form(token.text),)
    )
    return phrase._replace(tokens=tuple(tokens))


def _is_label(token: CapitalizedWord, text: str) -> bool:
    """Return whether a word labels a line that was joined to the one before: 'on the coast Related: Why it silts'."""
    return _LABEL.match(text, token.end) is not None


def is_katakana(word: str) -> bool:
    """Return whether a word is in katakana, the letters in which Japanese writes foreign names."""
    return "\u30a0" <= word[0] <= "\u30ff"


def _is_gloss(token: CapitalizedWord, text: str) -> bool:
    """Return whether the words before a bracket are small words that the acronym in it abbreviates."""
    length = len(token.key)
    before = text[max(0, token.start - length * _LONGEST_EXPANSION) : token.start]
    expansion = _QUOTES.sub("", before.rstrip("(")).split()[-length:]
    if not before.endswith("(") or not expansion:
        return False
    return expansion[0].startswith(token.key[0]) and "".join(expansion).islower()


def _is_opening(token: CapitalizedWord, text: str) -> bool:
    """Return whether a word opens a sentence, a quotation or a line."""
    if token.start > 1 and text[token.start - 1] == " " and text[token.start - 2].isalnum():
        return False  # most words stand behind another one
    return _OPENING.search(text[max(0, token.start - _LOOK_BACK) : token.start]) is not None


class _SmallForms(dict[str, str]):
    """The compared form of each word that has no capital, '' for another one: articles repeat words."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
        form = self[word] = compared_form(word) if word.islower() else ""
        return form


_SMALL_FORMS = _SmallForms()


def small_words(text: str) -> Iterable[str]:
    """Return the compared forms of the words of a text that have no capital."""
    return filter(None, map(_SMALL_FORMS.__getitem__, set(_SMALL_WORD.findall(text))))


@cache
def _pattern(compounds: tuple[str, ...]) -> ScriptPattern:
    """Return the pattern of a word with a capital; a compound (Nations unies) is one word."""
    expression = _WORD % "".join(rf"{re.escape(compound)}\b|" for compound in compounds)
    return ScriptPattern(lambda: expression, {_LETTER: r"\w", _HELD: _HELD_WESTERN})


def _tokens(text: str, words: NameWords) -> Iterator[CapitalizedWord]:
    """Yield the words of a text that have a capital, without an elided word before the capital: l'Espagne."""
    pattern = _pattern(words.compounds).of(text)
    last = 0
    # A capital by itself is found much faster than a word.
    for capital in _MAY_BE_CAPITAL.finditer(text):
        match = pattern.match(text, capital.start()) if capital.start() >= last else None
        if match is None:
            continue
        start, end = match.span()
        last = end
        shown = match[0]
        apostrophe = max(shown.find("'", 1, 3), shown.find("’", 1, 3)) if words.elided else 0
        if apostrophe > 0 and shown[:apostrophe].casefold() in words.elided:
            start += apostrophe + 1
            shown = shown[apostrophe + 1 :]
            if words.compounds and (whole := pattern.match(text, start)):  # l'Union européenne
                end, shown = whole.end(), whole[0]
        is_contracted = text[end : end + 2] in _CONTRACTED
        if text[end : end + 1] in _SIGNS_OF_MONEY:
            continue  # US$5
        if shown in UNIT_SIGNS and text[max(0, start - _LONGEST_UNIT_GAP) : start].rstrip()[-1:].isdigit():
            continue
        if " " in shown and shown in words.compounds:
            key = compound_key(shown)
            yield CapitalizedWord(start, end, shown, key, key, False, False, (key,))
        elif (shown[0].isupper() or is_katakana(shown)) and not is_contracted and _has_no_digit(shown):
            token = CapitalizedWord(start, end, shown, *_forms(shown, has_stems=words.has_stems))
            yield token._replace(is_filler=True, parts=()) if _is_particle(token, text, words) else token


def _is_particle(token: CapitalizedWord, text: str, words: NameWords) -> bool:
    """Return whether a word begins a family name inside a sentence: 'the minister |De| Wit', 'Marta |Di| Salvo'."""
    return token.form in words.particles and bool(_NEXT_CAPITAL.match(text, token.end)) and not _is_opening(token, text)


def _has_no_digit(word: str) -> bool:
    return word.isalpha() or not any(map(str.isdigit, word))


# Articles repeat names, so the results are kept.
@lru_cache(maxsize=_MOST_KEPT)
def _forms(word: str, *, has_stems: bool) -> tuple[str, str, bool, bool, tuple[str, ...]]:
    """Return form, key, is_acronym, is_filler and parts of a capitalized word; with `has_stems` the key is a stem."""
    form, key = compared_form(word), stem(word) if has_stems and not word.isascii() else name_form(word)
    is_filler = len(form.replace(".", "")) == 1 or _ROMAN.fullmatch(word) is not None
    parts = () if is_filler else tuple(part for part in _PARTS.split(key) if part)
    return form, key, _is_acronym(word), is_filler, parts


def _is_acronym(word: str) -> bool:
    """Return whether a word consists of two to six capitals, with or without points."""
    if not word.isupper():
        return False
    return 2 <= sum(map(str.isalpha, word)) <= _LONGEST_ACRONYM


def _is_stop(token: CapitalizedWord, words: NameWords) -> bool:
    """Return whether a word is not a name although it has a capital."""
    if token.text.isupper() and token.form in words.caption_words:
        return True
    if token.text.isupper() and len(token.form) > _SHORT_ACRONYM and token.form in words.grammar | words.common:
        return True  # NEVER
    if token.is_acronym and len(token.form.replace(".", "")) <= _SHORT_ACRONYM:
        # The WHO is a name, and NOT is 'not' with emphasis.
        is_grammar = bool(words.language) and token.form in words.grammar and (token.key,) not in words.aliases
        return is_grammar or token.form.replace(".", "") in words.abbreviations
    return token.form in words.stops or token.form in words.abbreviations


def _continues(series: list[CapitalizedWord], token: CapitalizedWord, text: str, words: NameWords) -> bool:
    """Return whether a word belongs to the series before it."""
    if len(series) == _MOST_TOKENS:
        return False
    last = series[-1]
    if token.start - last.end > _LONGEST_GAP:
        return False
    gap = text[last.end : token.start]
    if token.form in words.number_words and gap == " " and not token.is_acronym:
        # A number may end a name: the Vega One team.
        return True
    if gap == " " and len(token.text) > 1 and _ROMAN.fullmatch(token.text):
        return True  # the number of a king: Ragna II
    if _is_stop(token, words) and not _is_particle(token, text, words):
        # A month may be a surname (Theresa May, Mr May), but not in 'in Britain May 5'.
        is_date = (last.key,) in words.aliases or text[token.end : token.end + 2].strip().isdigit()
        return gap == " " and token.form in words.months and not is_date
    if gap in (" ", "\xa0", "-", "\u2010", "\u2011", " & "):
        return True
    if gap in ("'s ", "’s "):
        # Mary's Hospital and Women's Day are one phrase, Russia's Parliament is two.
        is_owner = last.is_acronym or (last.key,) in words.aliases
        return not is_owner and (token.form in words.heads or token.form in words.occasions)
    if gap in (".", ". ") and last.form in words.short_heads:
        return True
    if gap in (".", ". "):
        is_initial = last.is_filler and (last.start == 0 or text[last.start - 1] in " \xa0(.")
        return is_initial or last.form in words.titles
    joining = gap.casefold().replace("-", " ").split()
    if not joining or gap[0] != " ":
        return False
    if len(joining) == 1 and joining[0] in words.conjunctions:
        # A conjunction may continue the name of a body: Department of Health and Human Services.
        return any(
            first.form in words.bodies and then.start - first.end > LONGEST_SPACE for first, then in pairwise(series)
        )
    if set(joining) <= words.joiners:
        # 'Woordvoerder Vassilis Vathra van de Griekse brandweer' ends with the surname.
        is_of_country = (token.key,) in words.adjectives and last.form not in words.heads
        return (last.key,) not in words.aliases and not is_of_country
    if not set(joining) <= words.head_joiners:
        return False
    # University of Oxford and Secretary of State are one phrase, President of Mexico is two.
    if last.form in words.heads or (last.form in words.titles and token.form in words.title_parts):
        return True
    # Head of External Affairs.
    return last.form in words.title_words and token.form in words.title_fields


def _is_blind(text: str) -> bool:
    """Return whether a text is a line in title case or in capitals, in which a capital is no evidence of a name."""
    is_headline = len(text) <= _LONGEST_HEADLINE and not _SENTENCE_END.search(text.rstrip())
    if not is_headline and not text.isupper():
        return False
    counted: list[str] = _TITLE_WORD.findall(text[:_LONGEST_HEADLINE])
    if not is_headline:
        # At least two words: a text in a script without capitals may contain one acronym.
        return sum(map(str.isupper, counted)) > 1
    return sum(word[0].isupper() for word in counted) > _TITLE_SHARE * len(counted)
