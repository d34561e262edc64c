"""Find out whether the other side names a source that this side has, or says the same by another voice.

left   |According to the police|, two were hurt.      right   Two were hurt, police said.       named: answered
left   Two were hurt, |the mayor said|.               right   Two were hurt.                    not answered
left   Two were hurt, |the mayor said|.               right   “Two were hurt,” Holt said.       a voice: answered

A *voice* is a phrase that names a source or may name one: a source, a speaker with a verb, or a noun such as
'officials'. A voice that both sides have belongs to another statement.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import dropwhile, takewhile
from typing import NamedTuple

from diffing.ledger.attribution.bodies import bodies, content_stems
from diffing.ledger.attribution.pairs import Spoken
from diffing.ledger.attribution.sayings import listed, sayings
from diffing.ledger.attribution.sources import BEFORE, KNOWING, Source, is_anonymous, named_sources
from diffing.ledger.attribution.stated import (
    QUOTED,
    counterparts,
    is_in_quotation,
    statement_at,
    stems,
    stems_around,
    stems_between,
)
from diffing.ledger.core.clauses import clause_start, words_and_breaks
from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexemes import lexemes
from diffing.ledger.language.lexicon import Lexicon, lexicon
from diffing.ledger.meaning.context import parting_words
from diffing.ledger.meaning.cues import cues
from diffing.model import Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import FoldedText, word_pattern
from diffing.text.reading import ReadText
from diffing.text.scripts import UNSPACED

QUOTES = lazy_pattern(r"[\"“”„«»「」『』]")
"""Marks of quotations."""
# The share of the words of a statement up to which the other side says it in other words.
_MOST_SAID_AGAIN = 0.6
# Words between 'and' and a voice that begins another statement, with it: 'and |he then said|'.
_WORDS_OF_SPEAKER = 4
# Content words of a clause that stands before such a voice.
_LEAST_OF_CLAUSE = 2
# The share of them that the other side must have.
_MOST_OF_CLAUSE = 0.75
# Content words of a sentence that only says who said what stands before it.
_MOST_OF_VOICE = 4
# The force of certainty that says the same as a source without a name: 'reportedly', 'reports say'.
_REPORTED = "reported"


class Told(NamedTuple):
    """The sources of a side: `named` sources, those `waiting` for a counterpart, and speakers with a reporting verb.

    `partners` has the verb of this side that belongs to a verb of saying of the other side, by the place of the latter.
    """

    side: Side
    named: Mapping[Place, Source]
    waiting: dict[Place, Source]
    speaking: Mapping[Place, Spoken]
    partners: Mapping[Place, Spoken]

    @property
    def voices(self) -> Mapping[int, Sequence[Place]]:
        """The speakers, and the sources without a counterpart, by paragraph."""
        found = defaultdict[int, list[Place]](list)
        for place in (*self.speaking, *self.waiting):
            found[place.paragraph].append(place)
        return found


class Lost(NamedTuple):
    """A source that the other side may lack: the stems of its words, and whether it stays without a name."""

    place: Place
    words: frozenset[str]
    is_anonymous: bool = False
    is_speaker: bool = False


def is_answered(told: Told, lost: Lost) -> bool:
    """Return whether a corresponding sentence of the other side names the source, quotes, or has a voice of its own.

    Words that the statement itself has name no source: 'the |police| were slow, according to the police'.
    """
    side = told.side
    _, sentence = statement_at(side.texts[lost.place.paragraph], lost.place.start)
    is_quoting = bool(QUOTES.search(sentence.text))
    if not lost.is_speaker and lost.words:
        lost = lost._replace(words=lost.words - stems_around(side, lost.place))
    there = counterparts(side, lost.place)
    if states_plainly(side, lost):
        return False
    for place, text in there:
        if lost.is_anonymous:
            if side.extract(is_anonymous, text):
                return True
            continue
        if (
            not is_quoting
            and QUOTES.search(text.text)
            and not _is_unquoted(side, lost.place, text)
            and is_spoken(side, lost)
        ):
            return True
        is_named = _is_named(side, lost, text)
        if is_named and (not lost.is_speaker or _speaks_otherwise(told, lost, text)):
            return True
        if any(
            is_named or not (_is_of_another(told, lost, voice) or _follows(side, lost, text, voice.start - place.start))
            for voice in _voices_in(place, text, side.language)
            if (is_named or lost.is_speaker or not lost.words or side.language in UNSPACED)
            or _can_tell(side, text, voice.start - place.start, voice.end - place.start)
            if not is_in_quotation(side.other_texts[place.paragraph], voice.start)
        ):
            return True
        if lost.words <= _impersonal(side.language) and _is_reported(text, side):
            return True
    return _is_said_behind(side, lost, [place for place, _ in there])


def _can_tell(side: Side, text: ReadText, start: int, end: int) -> bool:
    """Return whether the voice `start`..`end` of a text can stand for a named source.

    It says something, or the text has people who know: 'according to the mayor' is not answered by 'they |want| a
    pier', but by 'they |said|' and 'studies |found|'.
    """
    if any(one.start <= start and end <= one.end for one in side.extract(named_sources, text)):
        return True
    form, groups = text.folded, bodies(side.language)
    if _ends_plain_sentence(form, form.at(start), form.at(end)):
        return False  # 'At the end of current |estimates|.'
    voice = form.part(start, end).text
    if any(
        one.start < end and start < one.end and (not one.is_deed or voice in listed("reporting", side.language))
        for one in side.extract(sayings, text)
    ):
        return True
    return any(word != voice and groups.get(word) in KNOWING for word in word_pattern(form.text).findall(form.text))


def _is_named(side: Side, lost: Lost, text: ReadText) -> bool:
    """Return whether a sentence of the other side has a word of a source.

    Another word of its group names it only beside a voice: 'officials', and not 'the |official| tour of the mosque'.
    """
    common = lost.words & side.extract(stems, text)
    if not common or common - _groups(side.language):
        return bool(common)
    form = text.folded
    names = {word for word, group in bodies(side.language).items() if group in common}
    if any(form.text[start:end] not in names for start, end, _ in _voices(side.language).find(form)):
        return True
    words = side.texts[lost.place.paragraph].folded.part(lost.place.start, lost.place.end).text.split()
    return not names.intersection(words).isdisjoint(word_pattern(form.text).findall(form.text))


@cache
def _groups(language: str) -> frozenset[str]:
    """Return the stems that stand for a group of bodies."""
    return frozenset(bodies(language).values())


def _ends_plain_sentence(form: FoldedText, start: int, end: int) -> bool:
    """Return whether words end a sentence without a mark before them, and so without a statement before a speaker."""
    before, behind = words_and_breaks(form.text, 0, start), words_and_breaks(form.text, end, len(form.text))
    return not any(one["stop"] for one in before) and all(one["stop"] for one in behind)


def _is_said_behind(side: Side, lost: Lost, near: Sequence[Place]) -> bool:
    """Return whether a short sentence right behind those of the statement says who said it: 'So the council said'."""
    if not lost.is_speaker and not lost.words:
        return False
    for index in {place.paragraph for place in near}:
        text = side.other_texts[index]
        ends = {place.end for place in near if place.paragraph == index}
        for before, sentence, part in zip(text.sentences, text.sentences[1:], text.parts[1:], strict=False):
            if (
                before.end in ends
                and sentence.end not in ends
                and not listed("back", side.language).isdisjoint(part.folded.text.split()[:1])
                and has_voice(part, side.language)
                and not QUOTES.search(part.text)
                and len(side.extract(stems, part)) <= _MOST_OF_VOICE
            ):
                return True
    return False


def _follows(side: Side, lost: Lost, text: ReadText, voice: int) -> bool:
    """Return whether a voice at an offset of the other side begins another statement, behind what the source says.

    'One user said he comes at night, and it is fast', 'He comes at night |and finds| it fast'.
    """
    form, parting = text.folded, parting_words(side.language)
    end = form.at(voice)
    before = list(word_pattern(form.text).finditer(form.text, clause_start(form.text, end), end))
    near = [*before[:1], *before[-_WORDS_OF_SPEAKER:]]
    cut = next((word.start() for word in reversed(near) if word[0] in parting), None)
    if cut is None:
        return False
    there = frozenset(content_stems(word_pattern(form.text).findall(form.text, 0, cut), side.language))
    return _is_clause_in(there, side, lost.place)


def states_plainly(side: Side, lost: Lost) -> bool:
    """Return whether a corresponding sentence has the clause behind a speaker, and no voice but those of the clause.

    'He said he would |ask| for help', 'He will |ask| for help'. Of a sentence with a named source it has nearly all:
    'According to Ruiz, |the pier, which is old, is shut|.'
    """
    if lost.words <= _impersonal(side.language) and not _is_person(side, lost):
        return False
    _, sentence = statement_at(side.texts[lost.place.paragraph], lost.place.start)
    is_quoting = bool(QUOTES.search(sentence.text))
    said = _clause_behind(side, lost.place) if lost.is_speaker else stems_around(side, lost.place)
    own = stems_between(side.texts[lost.place.paragraph], lost.place.start, lost.place.end, side.lexicon)
    voices = said - own - _groups(side.language) if lost.is_speaker else frozenset[str]()
    return any(
        lost.words.isdisjoint(there := side.extract(stems, text))
        and _is_mostly_in(there, said)
        and (is_quoting or not QUOTES.search(text.text))
        and all(voices.issuperset(voice) for voice in _voice_words(text, side.language))
        for _, text in counterparts(side, lost.place)
    )


def is_spoken(side: Side, lost: Lost) -> bool:
    """Return whether the other side names the speaker, or has another one, outside the quotations near a place.

    Near are the paragraphs beside, and those before that are wholly quoted, which go on. A pronoun does not say whom it
    means.
    """
    rows = side.opposite(lost.place)
    first, last = max(0, min(rows) - 1), min(len(side.other_texts) - 1, max(rows) + 1)
    while first and not _unquoted_stems(side, first):
        first -= 1
    return not lost.words or any(
        lost.words & _unquoted_stems(side, index)
        or (index in rows and has_voice(side.extract(_unquoted, side.other_texts[index]), side.language))
        for index in range(first, last + 1)
    )


def _unquoted(text: ReadText, _lexicon: Lexicon) -> ReadText:
    """Return a text without its quotations."""
    return ReadText(QUOTED.sub(" ", text.text)) if QUOTED.search(text.text) else text


def _unquoted_stems(side: Side, index: int) -> frozenset[str]:
    """Return the stems of a paragraph of the other side outside its quotations."""
    return side.extract(_stems_outside, side.other_texts[index])


def _stems_outside(text: ReadText, lexicon: Lexicon) -> frozenset[str]:
    return stems(_unquoted(text, lexicon), lexicon)


def _is_unquoted(side: Side, own: Place, text: ReadText) -> bool:
    """Return whether a text says the clause behind a source in words of its own, whatever else it quotes."""
    return _is_clause_in(stems(ReadText(QUOTED.sub(" ", text.text)), side.lexicon), side, own)


def _is_clause_in(there: frozenset[str], side: Side, own: Place) -> bool:
    """Return whether some stems have nearly all of the clause behind a source."""
    return _is_mostly_in(there, _clause_behind(side, own))


def _is_mostly_in(there: frozenset[str], said: frozenset[str]) -> bool:
    """Return whether some stems have nearly all of those of a clause."""
    return len(said) >= _LEAST_OF_CLAUSE and len(said & there) >= _MOST_OF_CLAUSE * len(said)


def _clause_behind(side: Side, own: Place) -> frozenset[str]:
    """Return the stems of what a source says behind its place, up to a word such as 'and'."""
    text = side.texts[own.paragraph]
    start, sentence = statement_at(text, own.start)
    form = text.folded
    words = word_pattern(form.text).findall(form.text, form.at(own.end), form.at(start + len(sentence.text)))
    # What is said may begin with such a word itself: 'bestätigte, |dass| der Fahrer trank'.
    begins = listed("subordinators", side.language) & listed("openers", side.language)
    parting = parting_words(side.language)
    said = takewhile(lambda word: word not in parting, dropwhile(begins.__contains__, words))
    return frozenset(content_stems(said, side.language))


def _speaks_otherwise(told: Told, lost: Lost, text: ReadText) -> bool:
    """Return whether the speaker begins a sentence of the other side that says much in other words.

    'Scientists say it is too early to tell', 'Scientists do not know yet'. In 'the council studies the plan', the
    council of 'the council says it studies the plan' says it no more.
    """
    side, language = told.side, told.side.language
    words = (word[0] for word in word_pattern(text.folded.text).finditer(text.folded.text))
    if "".join(content_stems(words, language)[:1]) not in lost.words:
        return False
    rest = side.extract(stems, statement_at(side.texts[lost.place.paragraph], lost.place.start)[1]) - lost.words
    return len(rest & side.extract(stems, text)) < _MOST_SAID_AGAIN * len(rest)


@cache
def _impersonal(language: str) -> frozenset[str]:
    """Return the stems of speakers that stand for no source: 'reports', 'people'."""
    return frozenset(content_stems(listed("impersonal", language), language))


def _is_person(side: Side, lost: Lost) -> bool:
    """Return whether a speaker without a name is a person: 'he said', and not 'on dit' (they say)."""
    words = lost.place.words(side.own).casefold().split()
    return lost.is_speaker and not lost.words and listed("impersonal", side.language).isdisjoint(words)


def _is_reported(text: ReadText, side: Side) -> bool:
    """Return whether a text says that it tells what others say: 'reportedly'."""
    return any(cue.force == _REPORTED for cue in side.extract(cues, text))


@lexemes("voices")
def _voices(language: str) -> Mapping[str, Sequence[str]]:
    """Return the words of voices."""
    table = lexicon(language).get("sources", {})
    verbs = [word for name in ("verbs", "deeds") for words in table.get(name, {}).values() for word in words]
    return {"voice": [*verbs, *table.get("naming", {}).get(BEFORE, ()), *table.get("voices", ())]}


def _voices_in(place: Place, text: ReadText, language: str) -> Iterator[Place]:
    """Yield the words at a place that may name a source; `text` is the text at the place."""
    form = text.folded
    for start, end, _ in _voices(language).find(form):
        yield (found := form.place(place.paragraph, start, end))._replace(
            start=place.start + found.start, end=place.start + found.end
        )


def _voice_words(text: ReadText, language: str) -> Iterator[Sequence[str]]:
    """Yield the stems of each voice of a text."""
    form = text.folded
    for start, end, _ in _voices(language).find(form):
        yield content_stems(word_pattern(form.text).findall(form.text, start, end), language)


def has_voice(text: ReadText, language: str) -> bool:
    """Return whether a text has words that name a source, or may name one."""
    return any(True for _ in _voices(language).find(text.folded))


def _is_of_another(told: Told, lost: Lost, voice: Place) -> bool:
    """Return whether this side has a voice of the other side too, but as the voice of another speaker.

    'Ruiz |said| it had helped. Accidents fell, according to police', 'Ruiz |said| it had helped: accidents fell'.
    """
    side, own = told.side, lost.place
    if any(
        side.is_kept(one, voice)
        for index in side.indices(own)
        for one in _voices_in(Place(index, 0, len(side.texts[index].text)), side.texts[index], side.language)
        if not one.overlaps(own)
    ):
        return True
    partner = told.partners.get(voice)
    return (
        partner is not None
        and bool(partner.speaker.words and lost.words)
        and partner.speaker.words.isdisjoint(lost.words)
    )
