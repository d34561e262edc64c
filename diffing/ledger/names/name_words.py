"""The words of one language that names depend on: titles, common nouns in names, aliases of countries and bodies.

    US, U.S., United States, America, American   ->   united states
    Mr Maduro, President Maduro                  ->   Maduro

Names are compared by their tokens, without joining words: 'Bank of England' is (bank, england).
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from diffing.kept import kept_table
from diffing.ledger.language.declension import LANGUAGES as DECLINED
from diffing.ledger.language.declension import stem
from diffing.ledger.language.lexicon import LANGUAGES, lexicon
from diffing.ledger.names.name_forms import name_form
from diffing.patterns import lazy_pattern
from diffing.text.common_words import common_words
from diffing.text.function_words import function_forms, function_words
from diffing.text.scripts import NOUNS_HAVE_CAPITALS
from diffing.text.words import compared_form

Tokens = tuple[str, ...]
"""Words of a name, each in the form of name_form."""

_TOKEN = lazy_pattern(r"(?:\w\.){2,}|[^\W_]+(?:'[^\W_]+)?")


class NameWords(NamedTuple):
    """The table [names] of a language; its words are in compared form unless stated otherwise.

    `stops` are not names although they may have a capital; `months` are some of them, and `given_months` are first
    names too, except behind a word of `before_month`. `articles` stand before `ordinals`, in the number of a king;
    `number_words` may end a name. Words of `grammar` have a capital inside a sentence only in titles of works.
    `common` words in capitals have emphasis. `abbreviations` are not names although all their letters are capitals,
    and neither are `caption_words` in capitals (FILE PHOTO, NEVER); a language without its own abbreviations has
    the English ones.

    `titles` stand before a name, `title_parts` only beside another title; `title_words` are both. `title_names` may
    also be parts of names: Nat King Cole. `title_ends` end a title of `title_fields`, such as Chief Financial Officer;
    the parts are fields too. `short_heads` have a point before the rest of a name: St. Morven. `heads` are common nouns
    in names: University. `bodies` are the heads that `conjunctions` may follow: Department of Health and Education.
    Words that end with one of `occasions` are not a name (Boxing Day), and neither is a word with one of
    `abstract_endings` (Egyptology). `endings` derive other words from a name: London, Londoner. `joiners` connect the
    words of any name (van, de la), `head_joiners` only those of a name with a head (of the). `particles` have a capital
    at the beginning of a family name (De Wit). `elided` are short words
    before an apostrophe. `compounds` are names of the table, as written, whose words after the first are in small
    letters.

    `aliases` has tokens -> name of a country or body, and `forms_of` the reverse. `adjectives` are the aliases for what
    belongs to a country or body, or for a group of people. `seats` has capitals and palaces -> the country that they
    can stand for. `spellings` and `nicknames` have name_form -> the usual form.
    """

    language: str
    stops: frozenset[str]
    grammar: frozenset[str]
    common: frozenset[str]
    months: frozenset[str]
    given_months: frozenset[str]
    before_month: frozenset[str]
    articles: frozenset[str]
    ordinals: frozenset[str]
    number_words: frozenset[str]
    abbreviations: frozenset[str]
    caption_words: frozenset[str]
    titles: frozenset[str]
    title_parts: frozenset[str]
    title_words: frozenset[str]
    title_names: frozenset[str]
    title_ends: frozenset[str]
    title_fields: frozenset[str]
    short_heads: frozenset[str]
    heads: frozenset[str]
    bodies: frozenset[str]
    conjunctions: frozenset[str]
    abstract_endings: tuple[str, ...]
    occasions: frozenset[str]
    endings: tuple[str, ...]
    joiners: frozenset[str]
    head_joiners: frozenset[str]
    particles: frozenset[str]
    elided: frozenset[str]
    compounds: tuple[str, ...]
    aliases: Mapping[Tokens, str]
    forms_of: Mapping[str, Sequence[Tokens]]
    adjectives: frozenset[Tokens]
    seats: Mapping[Tokens, str]
    spellings: Mapping[str, str]
    nicknames: Mapping[str, str]
    longest_alias: int

    @property
    def is_noun_capital(self) -> bool:
        """True if every noun has a capital, so that a capital is no sign of a name."""
        return self.language in NOUNS_HAVE_CAPITALS

    @property
    def is_declined(self) -> bool:
        """True if names may have unknown endings: in languages without a table."""
        return not self.titles

    @property
    def has_stems(self) -> bool:
        """True if the endings of names in other cases are known: in Russian and its neighbours."""
        return self.is_declined and self.language in DECLINED


@cache
def name_words(language: str) -> NameWords:
    """Return the name words of a language, with empty tables for a language without a file."""
    name = f"{language}: name words" if language in LANGUAGES else ""
    return NameWords(*kept_table(name, lambda: _made(language)))


def _made(language: str) -> NameWords:
    tables = lexicon(language)
    table = tables.get("names", {})
    dates = tables.get("dates", {})
    months = _forms(dates.get("months", ()))
    # 'Mas' and 'Uber' are names, and 'más' and 'über' without their accents.
    grammar = function_forms(language) if language in DECLINED else function_words(language)
    joiners = _forms(table.get("joiners", ()))
    head_joiners = _forms(table.get("head_joiners", ()))
    compounds = tuple(table.get("compounds", ()))
    nouns = _aliases(table.get("aliases", {}), joiners | head_joiners)
    adjectives = _aliases(table.get("adjectives", {}), joiners | head_joiners)
    if language in DECLINED:
        nouns |= _declined(table.get("aliases", {}), joiners | head_joiners)
    nouns |= {(compound_key(one),): nouns[name_tokens(one, joiners | head_joiners)] for one in compounds}
    aliases = adjectives | nouns
    return NameWords(
        language=language,
        stops=grammar | _forms(table.get("stops", ())) | months | _forms(dates.get("weekdays", ())),
        grammar=(grammar | _forms(table.get("grammar", ()))) - _forms(table.get("articles", ())),
        common=frozenset(map(compared_form, common_words(language))),
        months=months,
        given_months=_forms(table.get("given_months", ())),
        before_month=_forms((*dates.get("before_month", ()), *dates.get("the", ()))),
        articles=_forms(dates.get("the", ())),
        ordinals=_forms(tables.get("numbers", {}).get("ordinals", ())),
        number_words=_forms(tables.get("numbers", {}).get("words", ())),
        abbreviations=_forms(table.get("abbreviations", ()) or lexicon("en")["names"]["abbreviations"]),
        caption_words=_forms((*table.get("caption_words", ()), *table.get("emphasis", ()))),
        titles=_forms(table.get("titles", ())),
        title_names=_forms(table.get("title_names", ())),
        title_parts=_forms(table.get("title_parts", ())),
        title_words=_forms((*table.get("titles", ()), *table.get("title_parts", ()))),
        title_ends=_forms(table.get("title_ends", ())),
        title_fields=_forms((*table.get("title_fields", ()), *table.get("title_parts", ()))),
        short_heads=_forms(table.get("short_heads", ())),
        heads=_forms(table.get("heads", ())),
        bodies=_forms(table.get("bodies", ())),
        conjunctions=_forms(table.get("conjunctions", ())),
        abstract_endings=tuple(table.get("abstract_endings", ())),
        occasions=_forms(table.get("occasions", ())),
        endings=tuple(table.get("endings", ())),
        joiners=joiners,
        head_joiners=head_joiners,
        particles=_forms(table.get("particles", ())),
        elided=_forms(table.get("elided", ())),
        compounds=compounds,
        aliases=aliases,
        forms_of=_inverted(aliases),
        adjectives=frozenset(adjectives) - frozenset(nouns),
        seats=_aliases(table.get("seats", {}), joiners | head_joiners),
        spellings=_groups(table.get("spellings", ())),
        nicknames=_groups(table.get("nicknames", ())),
        longest_alias=max(map(len, aliases), default=0),
    )


def compound_key(name: str) -> str:
    """Return the key of a name that is read as one word. World War I and World War II have two."""
    return compared_form(name) if " " in name else name_form(name)


def name_tokens(text: str, joining: frozenset[str]) -> Tokens:
    """Return the tokens of a name that a table lists."""
    return tuple(name_form(word) for word in _TOKEN.findall(text) if compared_form(word) not in joining)


def _forms(words: Iterable[str]) -> frozenset[str]:
    """Return the compared forms of words."""
    return frozenset(map(compared_form, words))


def _aliases(table: Mapping[str, Iterable[str]], joining: frozenset[str]) -> dict[Tokens, str]:
    """Return tokens -> name, for the name itself and for its other forms."""
    return {name_tokens(form, joining): name for name, forms in table.items() for form in (name, *forms)}


def _declined(table: Mapping[str, Iterable[str]], joining: frozenset[str]) -> dict[Tokens, str]:
    """Return tokens -> name, with tokens that are stems, as a text in a language with known endings has them."""
    return {
        tuple(stem(word) for word in _TOKEN.findall(form) if compared_form(word) not in joining): name
        for name, forms in table.items()
        for form in forms
        if not form.isascii()
    }


def _inverted(aliases: Mapping[Tokens, str]) -> dict[str, list[Tokens]]:
    """Return name -> all its tokens."""
    inverted: dict[str, list[Tokens]] = {}
    for form, alias in aliases.items():
        inverted.setdefault(alias, []).append(form)
    return inverted


def _groups(groups: Iterable[Iterable[str]]) -> dict[str, str]:
    """Return form -> first form of its group."""
    return {form: forms[0] for forms in ([name_form(form) for form in group] for group in groups) for form in forms}
