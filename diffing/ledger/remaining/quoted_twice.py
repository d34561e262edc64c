"""Tell once what the entry of a quotation and another entry tell.

“We left,” |Holt| said > |Sand| said     the speaker changed, and a name: the name is a part of that; but if the name
                                         changed elsewhere too, it tells the speaker
“We left. |We won.|” > “We left.”        a quotation was trimmed, and content is gone: the quotation tells it
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from diffing.ledger.content.stems import content_stems
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Speakers
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.model import Pair, Place
from diffing.text.reading import ReadText
from diffing.text.words import word_forms

# Content words beside a quotation that say no more than who speaks: 'admits Lindstedt'.
_OF_ATTRIBUTION = 2


def told_with_quotations(context: LedgerContext, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries without what the entry of a quotation tells.

    The name of another speaker is a child of the speaker's entry. This entry is left out if the name changed elsewhere.
    """
    quoted = [one for one in entries if one.subject is Subject.QUOTATION and one.left and one.right]
    reworded = [one for one in quoted if not isinstance(one.detail, Speakers)]
    names = [one for one in entries if one.subject is Subject.NAME and one.change is Change.CHANGED]
    named = {
        speaker.places: [name for name in names if _names_speakers(context, name, speaker.detail)]
        for speaker in quoted
        if names and isinstance(speaker.detail, Speakers)
    }
    inside = [name for places, own in named.items() if _are_beside(own, places) for name in own]
    both = sides(context)
    for entry in entries:
        own = named.get(entry.places, []) if isinstance(entry.detail, Speakers) else []
        if own:
            if _are_beside(own, entry.places):
                yield replace(entry, children=tuple(own))
        elif entry not in inside and not (entry.is_passage and quoted and _is_quoted(entry, reworded, both)):
            yield entry


def _names_speakers(context: LedgerContext, name: Entry, speakers: Speakers) -> bool:
    """Return whether the words of a changed name are those of the speakers."""
    said = Pair(speakers.left, speakers.right).map(lambda own: set(word_forms(" ".join(own))))
    return all(
        forms <= set(word_forms(" ".join(place.words(article) for place in places)))
        for forms, article, places in zip(said, context.articles, name.places, strict=True)
    )


def _are_beside(names: Sequence[Entry], places: Pair[tuple[Place, ...]]) -> bool:
    """Return whether names changed in the paragraphs of a quotation only, once each."""
    own = places.map(_paragraphs)
    return all(name.detail is None and name.places.map(_paragraphs) == own for name in names)


def _paragraphs(places: Sequence[Place]) -> set[int]:
    return {place.paragraph for place in places}


def _is_quoted(entry: Entry, reworded: Sequence[Entry], both: Pair[Side]) -> bool:
    """Return whether the words of a passage stand in a reworded quotation, with little more than who speaks."""
    side, (place, *others) = (both.left, entry.left) if entry.left else (both.right, entry.right)
    pieces, end = [], place.start
    text = side.texts[place.paragraph].text
    for quotation in reworded:
        for one in quotation.left if side.is_left else quotation.right:
            if one.overlaps(place):
                pieces.append(text[end : max(end, one.start)])
                end = max(end, one.end)
    if others or not pieces:
        return False
    pieces.append(text[end : place.end])
    return len(content_stems(ReadText(" ".join(pieces)), side.lexicon)) <= _OF_ATTRIBUTION
