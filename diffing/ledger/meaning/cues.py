"""Read the words of negation, certainty and cause in a text: its cues.

the plan is |not| safe and |may| help      not: a negation; may: certainty, with the force 'possible'
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from diffing.ledger.core.in_names import is_in_name
from diffing.ledger.core.model import Subject
from diffing.ledger.language.lexemes import lexemes
from diffing.ledger.language.lexicon import Lexicon, code_of, lexicon
from diffing.model import Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded
from diffing.text.reading import ReadText

_SUBJECTS = (Subject.NEGATION, Subject.CERTAINTY, Subject.CAUSE)
# Forces that make the figure behind them less exact. 'A reported 12' names no other figure, but a source.
_OF_FIGURES = frozenset({"possible", "likely"})
_FIGURE_BEHIND = lazy_pattern(r" \d")
_LETTERS = lazy_pattern(r"[^\W\d_]+")
_JOINED_BEHIND = lazy_pattern(r"[-‐‑][^\W\d_]")
# Characters of a phrase that may have a negation between its parts: 'lehnte nicht ab'.
_SHORTEST_GAPPED = 14


class Cue(NamedTuple):
    """Words at `start`..`end` of a paragraph's text that change its meaning with a `force`, such as possibility.

    A word that `answers` has the force only as part of its meaning ('stopped' includes a 'not'). It answers a cue of
    that force on the other side, but makes no entry itself. `weakens` marks those that weaken their clause for certain
    where the other side states it: 'recommends', the German 'will' (wants to).
    """

    start: int
    end: int
    subject: Subject
    force: str
    answers: bool
    weakens: bool = False


class _Tag(NamedTuple):
    subject: Subject
    force: str
    answers: bool
    weakens: bool = False


# The lists of a subject in the lexicon: whether their words answer, and whether they weaken a clause.
_ROLES = {"forces": (False, False), "verbs": (True, True), "answers": (True, False)}


def cues(text: ReadText, lexicon: Lexicon) -> tuple[Cue, ...]:
    """Return the cues of a text, in order."""
    form, language = text.folded, code_of(lexicon)
    lower_case, spelled = _lower_case(language), accented(language)
    found = []
    for start, end, tags in _lexemes(language).find(form):
        place, words = form.place(0, start, end), form.text[start:end]
        if words in spelled and _lacks_accents(spelled[words], text.text[place.start : place.end]):
            continue
        is_name = text.text[place.start].isupper() and words in lower_case
        for tag in tags:
            if tag is not None and not (
                tag.subject is Subject.NEGATION and is_in_name(text.text, place.start, place.end)
            ):
                # 'May' is a month, or stands in a headline in capitals. There it answers the 'may' of the other side.
                # 'Perhaps 12 people' is 'about 12 people': a matter of the numbers.
                is_number = tag.force in _OF_FIGURES and _FIGURE_BEHIND.match(form.text, end) is not None
                is_answer = tag.answers or is_name or is_number or _is_in_compound(text, place, lexicon)
                found.append(Cue(place.start, place.end, tag.subject, tag.force, is_answer, tag.weakens))
        if end - start > _SHORTEST_GAPPED and all(tag is not None and tag.answers for tag in tags):
            found += _inside(text, place, lexicon, Subject.NEGATION)
        if " " in words and any(tag is not None and tag.subject is Subject.CERTAINTY for tag in tags):
            found += _inside(text, place, lexicon, Subject.CAUSE)
    return tuple(found)


def _is_in_compound(text: ReadText, place: Place, lexicon: Lexicon) -> bool:
    """Return whether the word for 'no' begins the name of a thing: a |no|-confidence vote, a |no|-fly zone."""
    if _JOINED_BEHIND.match(text.text, place.end) is None:
        return False
    objects = lexicon.get("meaning", {}).get("scope", {}).get("objects", ())
    return text.text[place.start : place.end].casefold() in objects


def _inside(text: ReadText, phrase: Place, lexicon: Lexicon, subject: Subject) -> Iterator[Cue]:
    """Yield the cues of a subject behind the first word of a phrase: 'can |cause|', 'schloss es |nicht| aus'."""
    first = _LETTERS.match(text.text, phrase.start)
    if first is not None and first.end() < phrase.end:
        for cue in cues(text.part(first.end(), phrase.end), lexicon):
            if cue.subject is subject and not cue.answers:
                yield cue._replace(start=cue.start + first.end(), end=cue.end + first.end())


@lexemes("cues")
def _lexemes(language: str) -> Mapping[_Tag | None, Iterable[str]]:
    """Return the cues of a language; the tag None marks phrases that look like cues but are none."""
    table = lexicon(language).get("meaning", {})
    tagged: dict[_Tag | None, Iterable[str]] = {None: table.get("harmless", ())}
    for subject in _SUBJECTS:
        for role, marks in _ROLES.items():
            for force, phrases in table.get(subject.value, {}).get(role, {}).items():
                tagged[_Tag(subject, force, *marks)] = phrases
    return tagged


@cache
def _lower_case(language: str) -> frozenset[str]:
    return frozenset(lexicon(language).get("meaning", {}).get("lower_case", ()))


@cache
def accented(language: str) -> Mapping[str, str]:
    """Return the words of a language that count only with their accents, by their folded form."""
    words = lexicon(language).get("meaning", {}).get("accented", ())
    return {folded(word).text: unicodedata.normalize("NFC", word) for word in words}


def _lacks_accents(spelled: str, written: str) -> bool:
    """Return whether a cue is another word without its accents: the German 'konnte' (was able) of 'könnte' (might)."""
    return unicodedata.normalize("NFC", written).casefold() != spelled
