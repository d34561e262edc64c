"""Turn entries of content that say no more than who says something into entries of a source.

left   |According to the harbour report|, the quay will close.     right   The quay will close.
       content gone > source gone: 'according to the harbour report'
"""

from collections.abc import Iterable, Iterator

from diffing.ledger.attribution.answers import Lost, Told, has_voice, is_answered
from diffing.ledger.attribution.pairs import spoken_in
from diffing.ledger.attribution.sayings import is_saying, sayings
from diffing.ledger.attribution.source_changes import is_reporting
from diffing.ledger.attribution.sources import named_sources
from diffing.ledger.attribution.stated import counterparts, stems
from diffing.ledger.content.stems import content_stems
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Extent
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.meaning.cues import cues
from diffing.model import Pair, Place
from diffing.text.folding import folded
from diffing.text.reading import ReadText
from diffing.text.scripts import NOUNS_HAVE_CAPITALS

# Content words beside the source. Names do not count, for they are who was told: 'told |Harbour Radio|'.
_MOST_BESIDE = 1
_MARKS = ",.;:()"


def with_mere_sources(context: LedgerContext, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries, with those of content that only name a source as entries of sources, each source once."""
    entries = list(entries)
    clauses = [one for one in entries if one.is_passage and isinstance(one.detail, Extent) and not one.detail.is_whole]
    both = sides(context)
    found: dict[int, Entry] = {}
    for one in clauses:
        side = both.left if one.left else both.right
        places = one.left or one.right
        source = _source(side, places[0]) if len(places) == 1 else None
        if source is not None:
            found[id(one)] = side.entry(Subject.SOURCE, (source,), Location.SAME_SENTENCE)
    for entry in entries:
        if id(entry) in found:
            yield found[id(entry)]
        elif entry.subject is not Subject.SOURCE or not any(_holds(one.places, entry.places) for one in found.values()):
            yield entry


def _source(side: Side, place: Place) -> Place | None:
    """Return the words at a place that are a source, if little else stands there and the other side has none."""
    text = side.texts[place.paragraph]
    named = [(one.start, one.end) for one in side.extract(named_sources, text)]
    spoken = [
        (one.whole.start, one.whole.end)
        for one in spoken_in(side, place.paragraph)
        if one.whole is not None and is_reporting(side, one)
    ]
    inside = [(start, end) for start, end in (*named, *spoken) if place.start <= start and end <= place.end]
    if not inside:
        return None
    start, end = max(inside, key=lambda ends: ends[1] - ends[0])
    if any(
        cue.subject is Subject.NEGATION and (place.start <= cue.start < start or end <= cue.start < place.end)
        for cue in side.extract(cues, text)
    ):
        return None  # 'Nobody was hurt, the police said' tells more
    rest = ReadText(f"{text.text[place.start : start]} {text.text[end : place.end]}")
    beside = content_stems(ReadText(_without_sayings(rest.text, side.language)), side.lexicon)
    if side.language not in NOUNS_HAVE_CAPITALS:
        beside -= {
            stem
            for word in rest.text.split()
            if word[0].isupper()
            for stem in content_stems(ReadText(word), side.lexicon)
        }
    if len(beside) > _MOST_BESIDE:
        return None
    is_named = (start, end) in named
    if _has_source(side, place) if is_named else is_answered(Told(side, {}, {}, {}, {}), Lost(place, frozenset())):
        return None
    # 'An engineer |who asked not to be named| said': who speaks stands before the words that keep him unnamed.
    is_unnamed = any(
        (one.start, one.end) == (start, end) and not one.words for one in side.extract(named_sources, text)
    )
    return place if is_unnamed else place._replace(start=start)


def _without_sayings(text: str, language: str) -> str:
    """Return a text without its verbs of saying, which are part of a source."""
    return " ".join(word for word in text.split() if not is_saying(folded(word.strip(_MARKS)).text, language))


def _has_source(side: Side, place: Place) -> bool:
    """Return whether a corresponding sentence of the other side names a source, or has a verb of saying.

    'Current estimates' may be a voice beside a verb, but are none beside 'according to'. The words of the source itself
    are one: '|according to a study|', 'a study has found it'.
    """
    own = [
        one.words
        for one in side.extract(named_sources, side.texts[place.paragraph])
        if place.start <= one.start and one.end <= place.end
    ]
    words = frozenset[str]().union(*own)
    return any(
        side.extract(named_sources, text)
        or any(not one.is_deed for one in side.extract(sayings, text))
        or (not words.isdisjoint(side.extract(stems, text)) and has_voice(text, side.language))
        for _, text in counterparts(side, place)
    )


def _holds(whole: Pair[tuple[Place, ...]], part: Pair[tuple[Place, ...]]) -> bool:
    """Return whether all places of `part` stand in those of `whole`."""
    return all(
        any(one.paragraph == place.paragraph and one.start <= place.start and place.end <= one.end for one in there)
        for there, own in zip(whole, part, strict=True)
        for place in own
    )
