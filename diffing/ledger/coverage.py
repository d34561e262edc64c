"""The subjects that the ledger does not look for in the languages of two articles.

    en, en   ->   none
    de, de   ->   name: every noun has a capital
    lb, lb   ->   number and date (in words), name, negation, certainty, cause, attribution, source, correction
    en, fr   ->   name, negation, certainty, cause, attribution, source: their words are not compared across languages

The lexicons decide: a subject is looked for in a language that has its table. Quotations and headlines need no words.
Content that only one article has needs none either, but the words that turn a sentence are content too.
"""

from diffing.ledger.core.model import Subject
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.names.name_words import name_words
from diffing.model import Pair
from diffing.text.common_words import scripts_of
from diffing.text.scripts import HAVE_CAPITALS

# The table of a lexicon that each subject needs.
_TABLES = {
    # A language of which only the words of the CLDR are known lacks these: of its dates and numbers in words some
    # are found, and not all.
    Subject.NUMBER: ("numbers", "approximators"),
    Subject.DATE: ("dates", "before_year"),
    Subject.NEGATION: ("meaning", "negation"),
    Subject.CERTAINTY: ("meaning", "certainty"),
    Subject.CAUSE: ("meaning", "cause"),
    Subject.ATTRIBUTION: ("sources", "verbs"),
    Subject.SOURCE: ("sources", "naming"),
    Subject.CORRECTION: ("corrections",),
    Subject.CONTENT: ("turns",),
}
# Subjects whose words are compared with words of the same language only.
_OF_ONE_LANGUAGE = (
    Subject.NAME,
    Subject.NEGATION,
    Subject.CERTAINTY,
    Subject.CAUSE,
    Subject.ATTRIBUTION,
    Subject.SOURCE,
    Subject.CONTENT,
)


def uncovered_subjects(languages: Pair[str]) -> tuple[Subject, ...]:
    """Return the subjects that are not looked for in the languages of the articles, '' for an unknown language."""
    missing = {subject for language in languages for subject in _missing(language)}
    if all(languages) and languages.left != languages.right:
        missing.update(_OF_ONE_LANGUAGE)
    return tuple(subject for subject in Subject if subject in missing)


def _missing(language: str) -> set[Subject]:
    """Return the subjects that are not looked for in articles in one language."""
    missing = {subject for subject, path in _TABLES.items() if not _has_table(language, path)}
    if not _shows_names(language):
        missing.add(Subject.NAME)
    return missing


def _has_table(language: str, path: tuple[str, ...]) -> bool:
    table = lexicon(language)
    for name in path:
        table = table.get(name, {})
    return bool(table)


def _shows_names(language: str) -> bool:
    """Return whether capitals show the names of a language; true of an unknown one."""
    scripts = scripts_of(language)
    return not name_words(language).is_noun_capital and (not scripts or not scripts.isdisjoint(HAVE_CAPITALS))
