"""Plant and take out negations in translations, and cut quotations: what a translator may get wrong besides facts.

    The bridge was opened on Saturday.            put in     The bridge was not opened on Saturday.
    “This was not an error,” she said.            taken out  “This was an error,” she said.
    “We asked twice, and they promised help.”     cut        “We asked twice.”

The rules are those of a clerk, not of a speaker: 'wurde am Samstag nicht eröffnet'. They are for languages that have a
lexicon; the other text may be in any language.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from diffing.ledger.quotations.marks import marks_of
from diffing.ledger.translated.senses import senses_of
from diffing.text.sentences import sentences
from diffing.translation.lengths import length_of


class Change(NamedTuple):
    """New characters for those at `start`..`end` of a text."""

    start: int
    end: int
    new: str


# Before or behind which verb a negation is put in: at the empty group; in French, around the verb.
_PUT_IN = {
    "de": r"\b(?:hat|haben|ist|sind|wurden?|war|waren|wird|werden)\b[^,.;:?!“„]*? ()(?:\w+ worden|\w+)(?=[.,;“])",
    "en": r"\b(?:was|were|is|are|has|have|had|will|would|must)()\b",
    "es": r"()\b(?:fue|fueron|es|son|ha|han|había|será|serán|está|están|tiene|tienen|destinará|revisó)\b",
    "fr": r"\b(?:ont|sont|sera|doit|devra|seront|a|est|était|avait)\b",
    "it": r"()\b(?:ha|hanno|è|sono|era|sarà|aveva)\b",
    "nl": r"\b(?:heeft|hebben|is|zijn|werd|werden|wordt|was|waren)\b[^,.;:?!“”]*? ()\w+(?=[.,;”])",
    "pt": r"()\b(?:foi|foram|é|são|tem|têm|está|estão|será|serão)\b",
    "ru": r"()\b\w{3,}(?:ал|ала|али|ил|ила|или|ает|ают|ит)\b",
    "zh": r"()(?:造成|承认|导致)",
}
_NOT = {"de": "nicht ", "en": " not", "es": "no ", "it": "non ", "nl": "niet ", "pt": "não ", "ru": "не ", "zh": "没有"}
_TAKEN_OUT = {
    "de": r"\bnicht ",
    "en": r"(?:\bnot |n['’]t\b|(?<= )never )",
    "es": r"\b(?:no|nunca) ",
    "it": r"\bnon ",
    "nl": r"\bniet ",
    "pt": r"\bnão ",
    "ru": r"\bне ",
    "zh": r"没有|不|没",
}
# Words that deny in French by a word on either side of the verb; what stays is the verb.
_FRENCH_DENIAL = re.compile(r"\b(?:[Nn]e |[Nn]['’])(\w+) (?:pas|jamais|plus)\b")
_VOWELS = "aeéêoiuh"
# Letters of the shortest quotation that is cut.
_LEAST_CUT = 30
_ENDS = (*'.!。！”"»“」',)
_ASKS = re.compile(r"[?？؟;]\W*$")


def denials(text: str, language: str) -> Iterator[Change]:
    """Yield a negation taken out of each sentence of a text, or put in where none is taken out; none of a question."""
    for start, sentence in _sentences(text):
        change = None if _ASKS.search(sentence) else _denial(sentence, language)
        if change:
            yield Change(start + change.start, start + change.end, change.new)


def _denial(sentence: str, language: str) -> Change | None:
    out = _FRENCH_DENIAL if language == "fr" else re.compile(_TAKEN_OUT.get(language, "(?!)"), re.IGNORECASE)
    if found := out.search(sentence):
        return Change(*found.span(), found[1] if language == "fr" else "")
    if language not in _PUT_IN or senses_of(sentence, language).denials:
        return None
    found = re.search(_PUT_IN[language], sentence)
    if not found:
        return None
    if language == "fr":
        before = "n'" if found[0][0] in _VOWELS else "ne "
        return Change(*found.span(), f"{before}{found[0]} pas")
    return Change(found.start(1), found.start(1), _NOT[language])


def cuts(text: str) -> Iterator[Change]:
    """Yield each longer quotation of a text without its second half."""
    start = 0
    for paragraph in text.split("\n\n"):
        for one in marks_of(paragraph).closed:
            said = paragraph[one.start : one.end]
            if length_of(said) >= _LEAST_CUT:
                middle = said.find(" ", len(said) // 2)
                middle = middle if middle >= 0 else len(said) // 2
                yield Change(start + one.start + middle, start + one.end, ".")
        start += len(paragraph) + 2


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of the paragraphs of a text that end as one: no headline, no byline."""
    start = 0
    for paragraph in text.split("\n\n"):
        for one in sentences(paragraph):
            if paragraph[one.start : one.end].rstrip().endswith(_ENDS):
                yield start + one.start, paragraph[one.start : one.end]
        start += len(paragraph) + 2
