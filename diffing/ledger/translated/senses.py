"""The words of a sentence that turn it, and its negations, in every language that has a list or a lexicon.

    Radni nie poparli wniosku.     turns: poparli (consent, yes)    denials: nie
    The mayor denied it.           turns: denied (consent, no)      denials: denied, which is no explicit one

A language with a lexicon has its words there; `words/turns.toml` and `words/negations.toml` have those of others.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diffing.ledger.core.model import Subject
from diffing.ledger.language.lexicon import LANGUAGES, lexicon
from diffing.ledger.meaning.cues import cues
from diffing.ledger.meaning.turn_words import Turn, turns
from diffing.ledger.translated.word_lists import Tag, WordList, word_list
from diffing.model import Pair
from diffing.patterns import lazy_pattern
from diffing.text.reading import ReadText
from diffing.translation.bare_words import bare_words
from diffing.translation.stems import UNSPACED, folded

_GROUPS = frozenset({"consent", "direction", "gravity", "opening"})
"""Groups of the lexicons whose words mean the same in every language, and hardly anything else."""
_EXPLICIT, _HARMLESS = "explicit", "harmless"
_LISTED = "ar cs da el fi he hi hu id ja ko nb pl ro sv tr uk vi"
KNOWN = frozenset((*LANGUAGES, *_LISTED.split()))
"""Languages whose negations are known."""
# Turkish denies a verb by a syllable within it: etmedi, olmaz, gelmiyor; not in uygulamadır, 'is an application'.
_TURKISH = lazy_pattern(r"\b(?!namaz)\w+?(?:m[ae](?:d[iı](?!r)|z(?!\w{3})|m[iı]s|yece|yaca)|m[iıuü]yor)")


# Words for what is not there, which a translation may say otherwise, and words whose beginning or end denies.
_WITHOUT = frozenset(["without", "sin", "sans", "ohne", "без", "zonder", "senza", "sem"])
_PARTLY = {
    "en": lazy_pattern(
        r"\b(?:un(?!i|der|til|less)\w{4,}|(?:im|in)poss\w+|dis\w{5,}|non-\w+|\w{3,}less|if|unless|until|before|lest"
        r"|otherwise|not? (?:more|less|fewer|later|only|just))\b"
    ),
    "de": lazy_pattern(
        r"\b(?:un(?!ter)\w{4,}|\w{3,}los(?:e[nrms]?)?|wenn|falls|bis|bevor|sonst|nicht (?:nur|mehr als|weniger))\b"
    ),
    "es": lazy_pattern(r"\b(?:si|sino|hasta|antes|salvo|excepto|no (?:más|menos|sol[oa]|sólo))\b"),
    "it": lazy_pattern(r"\b(?:se(?! stess)|finché|prima|tranne)\b"),
    # Behind a hyphen or one of these words 'se' is no 'if' but 'itself': reuniu-se, já se sabe.
    "pt": lazy_pattern(r"\b(?:(?<![-\u2011])(?<!não )(?<!já )(?<!também )se|senão|até|antes|enquanto|salvo)\b"),
    "fr": lazy_pattern(
        r"\b(?:point|guère|in\w{5,}able|im\w{5,}able|ir\w{5,}|ni|si|avant|jusqu\w*|sauf|peur)\b|\bne\b|\bn['’]"
    ),
    "nl": lazy_pattern(r"\b(?:on\w{5,}|\w{3,}loos|\w{3,}loze)\b"),
    "ru": lazy_pattern(r"\b(?:(?:не|без|бес)\w{4,}|не (?:более|больше|менее|меньше|только))"),
    "uk": lazy_pattern(r"\b(?:не|без)\w{4,}"),
    "pl": lazy_pattern(r"\b(?:nie|bez)\w{4,}"),
    "cs": lazy_pattern(r"\bne\w{3,}"),
    "sv": lazy_pattern(r"\bo\w{6,}|\w{3,}lösa?\b"),
    "da": lazy_pattern(r"\bu\w{5,}|\w{3,}løse?\b"),
    "nb": lazy_pattern(r"\bu\w{5,}|\w{3,}løse?\b"),
    "tr": lazy_pattern(r"\w{3,}s[ıiuü]z\w*|\w+m[ae][yd][ae]n\w*"),
    "ja": lazy_pattern(r"[不無未非]|な(?=[。」])"),
    "zh": lazy_pattern(r"[不無未非没沒别勿]"),
    "he": lazy_pattern(r"\b(?:אי|בלתי)\b"),
    "hu": lazy_pattern(r"\w{3,}(?:talan|telen|tlan|tlen)\w*"),
    "fi": lazy_pattern(r"\b(?:epä\w+|\w{3,}t[oö]n\b|\w{3,}m[aä]tt[aä]\b|\w{3,}tt[aä]\b)"),
}


class Denial(NamedTuple):
    """A word that denies: explicitly, or as a part of its meaning, as `refused` does."""

    start: int
    end: int
    is_explicit: bool


class Senses(NamedTuple):
    """The words that turn a sentence, and those that deny."""

    turns: tuple[Turn, ...]
    denials: tuple[Denial, ...]


def senses_of(sentence: str, language: str) -> Senses:
    """Return what turns a sentence, and what denies in it."""
    if language not in LANGUAGES:
        return _by_lists(sentence, language)
    known = lexicon(language)
    text = ReadText(sentence)
    # Without accents two words of a class may be spelled alike.
    found = sorted({turn for turn in turns(text, known) if turn.group in _GROUPS and turn.sense})
    denied = [cue for cue in cues(text, known) if cue.subject is Subject.NEGATION]
    denials = [
        Denial(cue.start, cue.end, not cue.answers and sentence[cue.start : cue.end].lower() not in _WITHOUT)
        for cue in denied
    ]
    return Senses(tuple(found), (*denials, *_partly(sentence, language, denials)))


def without_answered(left: str, right: str, languages: Pair[str], senses: Pair[Senses]) -> Pair[Senses]:
    """Return the senses of two sentences without the words such as 'if' and 'before' that both have as often.

    'Until he left' may be 'he had not left', but of 'before the fire' and 'avant l'incendie' neither denies. An 'if'
    counts where no word stands before it in its clause: in 'she asked if they could not wait', the 'not' says little.
    """
    joints = Pair(_joints(left, languages.left), _joints(right, languages.right))
    counts = joints.map(lambda side: Counter(tag for _, _, tag in side))
    both = {tag for tag, count in counts.left.items() if counts.right[tag] == count}

    def kept(own: Senses, found: Sequence[tuple[int, int, Tag]]) -> Senses:
        taken = [(start, end) for start, end, tag in found if tag in both]
        rest = [one for one in own.denials if one.is_explicit or (one.start, one.end) not in taken]
        return Senses(own.turns, tuple(rest))

    return Pair(kept(senses.left, joints.left), kept(senses.right, joints.right)) if both else senses


def _joints(sentence: str, language: str) -> list[tuple[int, int, Tag]]:
    """Return the words of a sentence that join a time, and those for 'if' that stand first in a clause."""
    return [
        (start, end, tag)
        for start, end, tag in _tagged(sentence, "joints", language)
        if tag[1] != "if" or not sentence[:start].rstrip()[-1:].isalnum()
    ]


def _by_lists(sentence: str, language: str) -> Senses:
    found: list[Turn] = []
    denied: list[Denial] = []
    for start, end, tag in _tagged(sentence, "turns", language):
        found.append(Turn(start, end, *tag))
    for start, end, tag in _tagged(sentence, "negations", language):
        if tag[1] != _HARMLESS:
            denied.append(Denial(start, end, tag[1] == _EXPLICIT))
    if language == "tr":
        verbs = [match.span() for match in _TURKISH.finditer(folded(sentence))]
        # With a capital it is a name: Sönmez, Yılmaz.
        denied += [Denial(start, end, True) for start, end in verbs if not sentence[start].isupper()]
    return Senses(tuple(found), (*denied, *_partly(sentence, language, denied)))


def _partly(sentence: str, language: str, known: Sequence[Denial]) -> Iterator[Denial]:
    """Yield the words of a sentence that deny by a part of them, besides the known ones.

    A week, неделя, begins as a negation and is none.
    """
    pattern = _PARTLY.get(language)
    found = list(pattern.finditer(sentence.lower())) if pattern else []
    if not found:
        return
    harmless = [(start, end) for start, end, tag in _tagged(sentence, "negations", language) if tag[1] == _HARMLESS]
    taken = [*((one.start, one.end) for one in known), *harmless]
    for match in found:
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield Denial(*match.span(), False)


def _tagged(sentence: str, name: str, language: str) -> Iterator[tuple[int, int, Tag]]:
    """Yield the words of a sentence that have a single tag in a list."""
    known = word_list(name, language)
    found = known.places(sentence) if language in UNSPACED else _words(sentence, known, language)
    for start, end, tags in found:
        if len(tags) == 1:
            yield start, end, next(iter(tags))


def _words(sentence: str, known: WordList, language: str) -> Iterator[tuple[int, int, frozenset[Tag]]]:
    for start, end in bare_words(sentence, language):
        yield start, end, known.tags(folded(sentence[start:end]))
