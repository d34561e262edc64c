"""Find where a source ends and its statement begins, if no mark stands between both.

left   |Laut Polizei| griff er an.      right   |Laut Feuerwehr| griff er an.     both sides have 'griff er an'
left   |Laut Polizei| floh er schnell.  right   Er floh schnell.                   it has 'floh' elsewhere
left   ist |nach Angaben des Hafenamts| in schlechtem Zustand                     so has the other side here
"""

from collections.abc import Sequence
from functools import cache

from diffing.ledger.attribution.bodies import bodies, content_stems
from diffing.ledger.attribution.sources import Source
from diffing.ledger.attribution.stated import counterparts, stems_between
from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.meaning.sentence_words import listed
from diffing.model import Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded
from diffing.text.function_words import function_forms
from diffing.text.scripts import NOUNS_HAVE_CAPITALS

_WORD = lazy_pattern(r"[^\W_]+")


def without_statement(side: Side, place: Place, source: Source) -> tuple[Place, Source]:
    """Return a source without the words of the statement behind it, and its place.

    Words that the other side has too belong to the statement from the first one that is neither a name nor a word of
    grammar: 'laut Polizei in Lisk |griff| er an', also if the order is another one there: 'er griff an'. A source that
    the other side speaks of too keeps its words: 'segundo o relatório', 'o relatório fala de'.
    """
    text = side.texts[place.paragraph]
    found = [place._replace(start=word.start(), end=word.end()) for word in _WORD.finditer(text.text, *place[1:])]
    spoken = [word.words(side.own) for word in found]
    is_equal = [side.is_equal(word) for word in found]
    at = _statement(spoken, is_equal, side.language)
    if at is None and is_equal and not all(is_equal):
        there = {form for _, sentence in counterparts(side, place) for form in sentence.forms}
        at = _statement(spoken, [folded(word).text in there for word in spoken], side.language)
    if at is not None:
        named = frozenset(content_stems((folded(word).text for word in spoken[:at]), side.language))
        if named & source.words:
            return place._replace(end=found[at - 1].end), source._replace(words=named & source.words)
    return _without_equal_end(side, place, source, found), source


def _statement(spoken: Sequence[str], is_equal: Sequence[bool], language: str) -> int | None:
    """Return the index of the first word of the statement in the words of a source that both sides have at their end.

    Behind a body or a person without a name, 'laut Polizei |griff|', any word may begin it, and not in 'laut der
    örtlichen |Polizei|'. Behind another noun a verb does: 'volgens de beheerder |stond|'.
    """
    if not is_equal or all(is_equal):
        return None
    forms = [folded(word).text for word in spoken]
    last = max(at for at, equal in enumerate(is_equal) if not equal)
    is_body = forms[last] in listed("who", language) or forms[last] in bodies(language)
    is_noun = language in NOUNS_HAVE_CAPITALS and spoken[last][0].isupper()
    grammar = function_forms(language)
    for at in range(last + 1, len(spoken)):
        if spoken[at][0].islower() and forms[at] not in grammar:
            # 'De politie van de |haven|': a noun in small letters. 'Der Polizei |zufolge|' is the source itself.
            begins = is_body or is_noun or forms[at] in _verbs(language)
            return None if not begins or forms[at - 1] in grammar or forms[at] in _behind(language) else at
    return None


@cache
def _verbs(language: str) -> frozenset[str]:
    """Return the forms of the irregular verbs of a language: 'staan', 'stond'."""
    verbs = lexicon(language).get("meaning", {}).get("verb_forms", ())
    return frozenset(form for verb in verbs for form in folded(verb).text.split())


@cache
def _behind(language: str) -> frozenset[str]:
    """Return the words of the phrases that stand behind a source."""
    phrases = lexicon(language).get("sources", {}).get("naming", {}).get("behind", ())
    return frozenset(word for phrase in phrases for word in folded(phrase).text.split())


def _without_equal_end(side: Side, place: Place, source: Source, found: Sequence[Place]) -> Place:
    """Return the place of a source that only this side has without the words at its end that the other side has."""
    first, *rest = found
    if not rest or side.is_equal(first):
        return place
    while len(rest) > 1 and (side.is_equal(rest[-1]) or rest[-1].words(side.own).isdigit()):
        rest.pop()
    end = rest[-1].end
    is_named = source.words & stems_between(side.texts[place.paragraph], place.start, end, side.lexicon)
    return place._replace(end=end) if is_named else place
