"""Show what stands in the place of a negation or a hedge, where other words do.

left   noise |could disrupt| the birds      right   noise |disrupts| the birds      changed, not: 'could' gone
left   noise |could| disrupt the birds      right   noise will disrupt them         gone: nothing stands there
left   El grupo |podría venderlo| si ...    right   El grupo |lo venderá|.          changed: another form of the verb
"""

from collections.abc import Iterator, Mapping, Sequence

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.details import StatedWithout
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.meaning.context import head_of, is_same_word, word_before
from diffing.ledger.meaning.sentence_changes import SentenceChange, sentence_changes
from diffing.ledger.meaning.sentence_words import listed
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern
from diffing.text.function_words import content_words
from diffing.text.words import word_forms

_SUBJECTS = (Subject.NEGATION, Subject.CERTAINTY)
# Words, and content words, of a change on each side: more are another statement, in which the word would be lost.
_MOST_WORDS = 5
_MOST_CONTENT = 3
# Helping verbs before a verb: 'will be'.
_MOST_HELPERS = 2
_CHARACTERS = 2
# What is no part of a phrase.
_MARK = lazy_pattern(r"[^\w\s'’-]")


def with_replaced(context: LedgerContext, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield entries in which a negation or hedge of one side has the words that replace it on the other side."""
    if not any(map(_is_lone, entries)):
        yield from entries
        return
    both, changes = sides(context), _by_paragraph(context)
    told: set[int] = set()
    replaced: dict[int, Entry] = {}
    for at, entry in enumerate(entries):
        change = _change(entry, changes, both) if _is_lone(entry) else None
        if change is None or not _is_stated_near(entry, change, context) or _moved(entry, change, both):
            continue
        others = [(at, other) for at, other in enumerate(entries) if other is not entry and _is_about(other, change)]
        if all(
            entry.subject is Subject.NEGATION and (_is_lone_number(other) or _is_hedge_there(entry, other))
            for _, other in others
        ):
            left, right = change.places
            replaced[at] = Entry(entry.subject, Change.CHANGED, (left,), (right,), Location.SAME_PLACE)
            # 'No fuel' > '12,000 litres of fuel' tells the number, 'will not close' > 'may close' the hedge.
            told.update(at for at, _ in others)
    passages = CoveredWords(entry for entry in entries if entry.is_passage)
    for at, entry in enumerate(entries):
        if at not in told:
            # In a passage that only one side has, a word is no change of what the other side says.
            is_changed = _is_lone(entry) and not passages.hold(entry.places)
            yield replaced.get(at) or (_with_verbs(both, entry, context) if is_changed else entry)


def _with_verbs(both: Pair[Side], entry: Entry, context: LedgerContext) -> Entry:
    """Return an entry with the word that its own word modifies, on both sides, if others stand in that one's place.

    'Pourrait être |entendu|' and 'sera |entendu|' are two forms of one statement; of 'is |not| safe' and 'is safe' the
    'not' says all.
    """
    if not isinstance(entry.detail, StatedWithout):
        return entry
    side = both.left if entry.left else both.right
    place, there = (entry.left or entry.right)[0], entry.detail.place
    head = head_of(side.texts[place.paragraph].folded, place, side.language)
    if head is None:
        return entry
    own = side.texts[place.paragraph].folded.place(place.paragraph, *head.span())
    form = side.other_texts[there.paragraph].folded.part(there.start, there.end).text
    if not (is_same_word(form, head[0]) if form != head[0] else _has_others(side, place, own, context)):
        return entry
    places = (place._replace(end=own.end),), (_with_helpers(side, there),)
    return Entry(entry.subject, Change.CHANGED, *(places if side.is_left else places[::-1]), Location.SAME_SENTENCE)


def _has_others(side: Side, place: Place, head: Place, context: LedgerContext) -> bool:
    """Return whether other words stand in the place of a word, with no mark between it and the one it modifies."""
    if _MARK.search(side.texts[place.paragraph].text, place.end, head.start):
        return False
    changes = sentence_changes(context)
    return any(
        place.overlaps(own) and there.start < there.end
        for own, there in (one.places if side.is_left else one.places.swapped() for one in changes)
    )


def _with_helpers(side: Side, there: Place) -> Place:
    """Return a word of the other side with the helping verbs right before it: |will be| gone."""
    text = side.other_texts[there.paragraph].folded
    known = listed("helpers", side.language)
    for _ in range(_MOST_HELPERS):
        word = word_before(text, there)
        if word is None or word[0] not in known:
            break
        there = there._replace(start=text.place(there.paragraph, *word.span()).start)
    return there


def _change(entry: Entry, changes: Pair[Mapping[int, list[SentenceChange]]], both: Pair[Side]) -> SentenceChange | None:
    """Return the change with a few words on each side that has the word of an entry of one side, or None."""
    own, known = (entry.left[0], changes.left) if entry.left else (entry.right[0], changes.right)
    found = (change for change in known.get(own.paragraph, ()) if _is_about(entry, change))
    return next((change for change in found if all(map(_has_few_words, both, change.places))), None)


def _has_few_words(side: Side, place: Place) -> bool:
    """Return whether a place has a word or a few, of which hardly any have content."""
    own = word_forms(place.words(side.own))
    return 0 < len(own) <= _MOST_WORDS and len(content_words(own, side.language)) <= _MOST_CONTENT


def _is_stated_near(entry: Entry, change: SentenceChange, context: LedgerContext) -> bool:
    """Return whether a change has, or nearly touches, what the other side states without the word of an entry.

    Of 'seemingly perfect lives' > 'the perfect lives of others', the words in the place of 'seemingly' are none of it.
    """
    if not isinstance(entry.detail, StatedWithout):
        return True
    stated = entry.detail.place
    at = 1 if entry.left else 0
    there, article, language = list(zip(change.places, context.articles, context.languages, strict=True))[at]
    if stated.paragraph != there.paragraph:
        return False
    first, last = sorted((stated, there), key=lambda place: place.start)
    between = article.paragraphs[there.paragraph].text[first.end : last.start]
    # Without spaces a word is two characters: 不|会|影响.
    return len(between) < _CHARACTERS or len(content_words(word_forms(between), language)) <= 1


def _moved(entry: Entry, change: SentenceChange, both: Pair[Side]) -> bool:
    """Return whether a content word beside the word of an entry stands elsewhere in the sentence of the other side."""
    side = both.left if entry.left else both.right
    change = change if side.is_left else change.swapped()
    own, there, sentence = change.places.left, change.places.right, change.sentences.right
    words = {*content_words(word_forms(own.words(side.own)), side.language)}
    words -= {*word_forms((entry.left or entry.right)[0].words(side.own))}
    text = side.other.paragraphs[there.paragraph].text
    return not words.isdisjoint(word_forms(f"{text[sentence.start : there.start]} {text[there.end : sentence.end]}"))


def _is_about(entry: Entry, change: SentenceChange) -> bool:
    """Return whether an entry has a word of a change."""
    return any(place.overlaps(there) for own, there in zip(entry.places, change.places, strict=True) for place in own)


def _is_lone(entry: Entry) -> bool:
    return entry.subject in _SUBJECTS and entry.change in (Change.GONE, Change.NEW)


def _is_lone_number(entry: Entry) -> bool:
    return entry.subject is Subject.NUMBER and entry.change in (Change.GONE, Change.NEW)


def _is_hedge_there(negation: Entry, other: Entry) -> bool:
    """Return whether another entry is a hedge that only the other side has."""
    return _is_lone(other) and other.subject is Subject.CERTAINTY and other.change is not negation.change


def _by_paragraph(context: LedgerContext) -> Pair[Mapping[int, list[SentenceChange]]]:
    """Return the changes by their paragraph on each side."""
    found: Pair[dict[int, list[SentenceChange]]] = Pair({}, {})
    for change in sentence_changes(context):
        for by_paragraph, place in zip(found, change.places, strict=True):
            by_paragraph.setdefault(place.paragraph, []).append(change)
    return found
