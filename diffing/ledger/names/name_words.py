"""The words that names are told by, of one language: titles, common nouns in names, aliases of countries and bodies.

    US, U.S., United States, America, American   ->   united states
    Mr Maduro, President Maduro                  ->   Maduro

Forms are compared by their tokens without joining words: 'Bank of England' is (bank, england).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.names.name_forms import name_form
from diffing.text.function_words import function_words
from diffing.text.words import compared_form

Tokens = tuple[str, ...]
"""The words of a name, each in the form of name_form."""

_TOKEN = re.compile(r"(?:\w\.){2,}|[^\W_]+(?:'[^\W_]+)?")

# Nouns have capitals there too: a capital says nothing of a name.
_NOUNS_WITH_CAPITALS = frozenset({"de"})


@dataclass(frozen=True, slots=True)
class NameWords:
    """The table [names] of a language as it is asked, in compared forms where not said otherwise.

    `stops` are no names though they may stand with a capital, among them `months`. Words of `grammar` have one inside a
    sentence in titles of works only. `abbreviations` are no names though they are all capitals, the English ones where
    a language has none of its own.

    `titles` stand before a name, `title_parts` only beside another title, `title_words` are both; `title_names` are
    names as well: Nat King Cole. `heads` are common nouns in names: University. `bodies` are those of them that
    `conjunctions` may follow: Department of Health and Education. With one of `occasions` at its end it is no name:
    Boxing Day; nor with one of `abstract_endings`: Egyptology. `endings` make other words of a name: London, Londoner.
    `joiners` hold any name together (van, de la), `head_joiners` only names with a head (of the). `elided` are short
    words before an apostrophe, `compounds` names of the table, as they stand, whose further words are small.

    `aliases` lead from tokens to the name of a country or body, and `forms_of` back; `adjectives` are those of them
    that mean what belongs to it, or a group of people. `seats` are capitals and palaces that can stand for a country.
    `spellings` and `nicknames` lead from forms of name_form to the usual one.
    """

    language: str
    stops: frozenset[str]
    grammar: frozenset[str]
    months: frozenset[str]
    abbreviations: frozenset[str]
    titles: frozenset[str]
    title_parts: frozenset[str]
    title_words: frozenset[str]
    title_names: frozenset[str]
    heads: frozenset[str]
    bodies: frozenset[str]
    conjunctions: frozenset[str]
    abstract_endings: tuple[str, ...]
    occasions: frozenset[str]
    endings: tuple[str, ...]
    joiners: frozenset[str]
    head_joiners: frozenset[str]
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
        """Whether every noun has a capital."""
        return self.language in _NOUNS_WITH_CAPITALS

    @property
    def is_declined(self) -> bool:
        """Whether names may have endings that nothing is known of: in languages without a table."""
        return not self.titles


@cache
def name_words(language: str) -> NameWords:
    """The words of a language code, with none in its tables for a language without a file."""
    tables = lexicon(language)
    table = tables.get("names", {})
    dates = tables.get("dates", {})
    months = _forms(dates.get("months", ()))
    grammar = function_words(language)
    joiners = _forms(table.get("joiners", ()))
    head_joiners = _forms(table.get("head_joiners", ()))
    compounds = tuple(table.get("compounds", ()))
    nouns = _aliases(table.get("aliases", {}), joiners | head_joiners)
    adjectives = _aliases(table.get("adjectives", {}), joiners | head_joiners)
    nouns |= {(name_form(compound),): nouns[name_tokens(compound, joiners | head_joiners)] for compound in compounds}
    aliases = adjectives | nouns
    return NameWords(
        language=language,
        stops=grammar | _forms(table.get("stops", ())) | months | _forms(dates.get("weekdays", ())),
        grammar=(grammar | _forms(table.get("grammar", ()))) - _forms(table.get("articles", ())),
        months=months,
        abbreviations=_forms(table.get("abbreviations", ()) or lexicon("en")["names"]["abbreviations"]),
        titles=_forms(table.get("titles", ())),
        title_names=_forms(table.get("title_names", ())),
        title_parts=_forms(table.get("title_parts", ())),
        title_words=_forms((*table.get("titles", ()), *table.get("title_parts", ()))),
        heads=_forms(table.get("heads", ())),
        bodies=_forms(table.get("bodies", ())),
        conjunctions=_forms(table.get("conjunctions", ())),
        abstract_endings=tuple(table.get("abstract_endings", ())),
        occasions=_forms(table.get("occasions", ())),
        endings=tuple(table.get("endings", ())),
        joiners=joiners,
        head_joiners=head_joiners,
        elided=_forms(table.get("elided", ())),
        compounds=compounds,
        aliases=aliases,
        forms_of=_turned(aliases),
        adjectives=frozenset(adjectives) - frozenset(nouns),
        seats=_aliases(table.get("seats", {}), joiners | head_joiners),
        spellings=_groups(table.get("spellings", ())),
        nicknames=_groups(table.get("nicknames", ())),
        longest_alias=max(map(len, aliases), default=0),
    )


def name_tokens(text: str, joining: frozenset[str]) -> Tokens:
    """The tokens of a name as a table has it."""
    return tuple(name_form(word) for word in _TOKEN.findall(text) if compared_form(word) not in joining)


def _forms(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(compared_form, words))


def _aliases(table: Mapping[str, Iterable[str]], joining: frozenset[str]) -> dict[Tokens, str]:
    return {name_tokens(form, joining): name for name, forms in table.items() for form in (name, *forms)}


def _turned(aliases: Mapping[Tokens, str]) -> dict[str, list[Tokens]]:
    """From each value to its keys."""
    turned: dict[str, list[Tokens]] = {}
    for form, alias in aliases.items():
        turned.setdefault(alias, []).append(form)
    return turned


def _groups(groups: Iterable[Iterable[str]]) -> dict[str, str]:
    """From each form of a group to its first."""
    return {form: forms[0] for forms in ([name_form(form) for form in group] for group in groups) for form in forms}
