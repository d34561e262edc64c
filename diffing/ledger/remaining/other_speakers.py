"""Find statements of which another one speaks, named by a noun: the same verb, and another word before or behind it.

left   |The investor| announced a gift of 40 million.      right   |The club| announced a gift of 40 million.
left   Nine were hurt, a spokesman for |the firm| said.    right   Nine were hurt, a spokesman for |the union| said.
left   Nine were hurt, |police| said.                      right   Nine were hurt, |the union| said.
left   |Police| said nine were hurt.                       right   Nine were hurt, |the union| said.

Names are compared elsewhere, and so are sources behind 'according to'. Two words of one class in the lexicon, such as
'officials' and 'ministry', can be one speaker.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from diffing.ledger.attribution.bodies import bodies
from diffing.ledger.attribution.pairs import Spoken, spoken_in
from diffing.ledger.attribution.sayings import listed
from diffing.ledger.core.clauses import sentence_at
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.language.lexicon import forms, lexicon
from diffing.ledger.meaning.sentence_changes import SentenceChange
from diffing.ledger.meaning.sentence_words import listed as agents_listed
from diffing.ledger.meaning.turn_words import turns_in
from diffing.ledger.names.bodies import name_one_body
from diffing.ledger.numbers.number_words import number_words
from diffing.ledger.numbers.same_figure import may_be_the_same
from diffing.ledger.remaining.kept_sentences import HALF, remaining_changes
from diffing.model import Pair, Place
from diffing.text.folding import folded
from diffing.text.function_words import content_words
from diffing.text.scripts import NOUNS_HAVE_CAPITALS
from diffing.text.words import STEM_LENGTH, word_forms, words

# Content words of a speaker: more are a title and a name, or another clause.
_MOST_CONTENT = 2
# The group of the lexicon with persons and bodies that speak.
_SPEAKER = "speaker"
# Articles that are written together with their noun, in French and Italian.
_ELIDED = ("l'", "un'")
# Words from 'of' to its noun: 'for the firm'.
_MOST_JOINING = 2


def other_speaker_entries(context: LedgerContext, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries of speakers in each other's place, without those that the entries `found` already have."""
    both = sides(context)
    if both.left.language != both.right.language:
        return
    left_over = [*remaining_changes(context, found, HALF)]
    for change in (*left_over, *_at_other_ends(left_over, both)):
        if _have_speakers(both, change.places) and all(map(_is_noun, both, change.places)):
            spoken = Pair(*map(_spoken, both, change.places))
            if _differ(spoken, change, both) and _can_speak(spoken, change, both) and not _can_be_one(change, both):
                left, right = change.places
                location = Location.SAME_PLACE if change in left_over else Location.SAME_SENTENCE
                yield Entry(Subject.SOURCE, Change.CHANGED, (left,), (right,), location)


def _at_other_ends(changes: Sequence[SentenceChange], both: Pair[Side]) -> Iterator[SentenceChange]:
    """Yield the speakers that a sentence has before what is said on one side, and behind it on the other side."""
    by_sentences: defaultdict[Pair[Place], list[SentenceChange]] = defaultdict(list)
    for change in changes:
        by_sentences[change.sentences].append(change)
    for own in by_sentences.values():
        gone = [one for one in own if _is_empty(one.places.right)]
        new = [one for one in own if _is_empty(one.places.left)]
        if len(own) == 2 and gone and new:
            left, right = _speaker_in(both.left, gone[0].places.left), _speaker_in(both.right, new[0].places.right)
            if left is not None and right is not None:
                yield gone[0]._replace(places=Pair(left, right))


def _is_empty(place: Place) -> bool:
    return place.start == place.end


def _speaker_in(side: Side, place: Place) -> Place | None:
    """Return the place of a speaker, without the verb beside it, if a place has no other words before them."""
    for one in spoken_in(side, place.paragraph):
        whole = one.whole
        if whole is None or one.saying.is_deed or not (place.start <= whole.start and whole.end <= place.end):
            continue
        before = side.own.paragraphs[place.paragraph].text[place.start : whole.start]
        if content_words(word_forms(before), side.language):
            return None
        start, end = (whole.start, one.place.start) if whole.start < one.place.start else (one.place.end, whole.end)
        named = [word for word in words(side.own.paragraphs[place.paragraph].text[start:end]) if word.is_word]
        # 'La police |a| dit': a helping verb is no name.
        content = content_words([word.form for word in named], side.language)
        last = max((word.end for word in named if word.form in content), default=0)
        return whole._replace(start=start + named[0].start, end=start + last) if last else None
    return None


def _have_speakers(both: Pair[Side], places: Pair[Place]) -> bool:
    """Return whether both sides of a change have words, and a verb of saying in their paragraph."""
    return all(
        place.start < place.end and bool(spoken_in(side, place.paragraph))
        for side, place in zip(both, places, strict=True)
    )


def _is_noun(side: Side, place: Place) -> bool:
    """Return whether a place has a word or two with content, and no name, number or pronoun."""
    content = content_words(word_forms(place.words(side.own)), side.language)
    if not 0 < len(content) <= _MOST_CONTENT or any(map(str.isdigit, place.words(side.own))):
        return False
    if not listed("pronouns", side.language).isdisjoint(content):
        return False
    text = side.texts[place.paragraph].text
    if side.language in NOUNS_HAVE_CAPITALS:
        # A name has no article: 'der |Verein|', '|Merkel|'.
        before = word_forms(text[: place.start])[-1:] + word_forms(place.words(side.own))[:-1]
        return any(one in listed("before_noun", side.language) for one in before)
    starts = {start for start, _ in side.texts[place.paragraph].sentences}
    return all(
        word.text[:1].islower() or place.start + word.start in starts
        for word in words(place.words(side.own))
        if word.is_word
    )


def _spoken(side: Side, place: Place) -> Spoken | None:
    """Return the verb of saying whose speaker stands at a place, with the verb or without it; None without one."""
    forms = word_forms(place.words(side.own))
    return next(
        (
            one
            for one in spoken_in(side, place.paragraph)
            if not one.saying.is_deed
            and one.whole is not None
            and one.whole.start <= place.start
            and place.end <= one.whole.end
            and one.speaker.words
            # The verb alone is another attribution.
            and content_words([form for form in forms if form not in _verb(side, one)], side.language)
        ),
        None,
    )


def _verb(side: Side, one: Spoken) -> Sequence[str]:
    return word_forms(one.place.words(side.own))


def _differ(spoken: Pair[Spoken | None], change: SentenceChange, both: Pair[Side]) -> bool:
    """Return whether both sides have a verb of saying of one class, and the words of a change name two speakers.

    Both may have a weekday beside them, or are those for whom one speaks: 'a spokesman for the |firm|'.
    """
    left, right = spoken
    if left is None or right is None or left.saying.stance != right.saying.stance:
        return False
    common = left.speaker.words & right.speaker.words
    if left.speaker.words == common or right.speaker.words == common:
        return False
    return common <= _weekdays(both.left.language) or all(map(_is_owner, both, change.places))


def _can_speak(spoken: Pair[Spoken | None], change: SentenceChange, both: Pair[Side]) -> bool:
    """Return whether one word of a change is known to be somebody, or both stand beside their verb.

    'Died in the |crush|, said': 'in the |disaster|, said' are no speakers.
    """
    at = list(zip(both, change.places, strict=True))
    if any(_is_somebody(side, place) for side, place in at):
        return True
    return all(
        one is not None and _begins(side, place, one) and _is_beside(side, place, one.place)
        for (side, place), one in zip(at, spoken, strict=True)
    )


def _is_somebody(side: Side, place: Place) -> bool:
    """Return whether the noun of a place is in one of the lists of persons and bodies of the language."""
    noun = folded(place.words(side.own)).text.split()[-1]
    text = side.texts[place.paragraph]
    return (
        noun in bodies(side.language)
        or noun in agents_listed("who", side.language)
        or any(
            turn.group == _SPEAKER and turn.start < place.end and place.start < turn.end
            for turn in turns_in(side, text)
        )
    )


def _begins(side: Side, place: Place, one: Spoken) -> bool:
    """Return whether a noun has an article before it, also an elided one: 'L'investisseur', 'le club'.

    In a language without articles it begins what names the speaker.
    """
    articles = listed("before_noun", side.language) | agents_listed("articles", side.language)
    if not articles:
        return one.whole is not None and one.whole.start == place.start
    own = word_forms(place.words(side.own))
    if own[0].startswith(_ELIDED):
        return content_words(own, side.language) == own
    first = word_forms(side.texts[place.paragraph].text[: place.start])[-1:] if own[0] not in articles else []
    content = own if first else own[1:]
    return not articles.isdisjoint((first or own)[:1]) and content_words(content, side.language) == content


def _is_beside(side: Side, place: Place, verb: Place) -> bool:
    """Return whether only words of grammar stand between a noun and its verb, and no mark."""
    text = side.texts[place.paragraph].text
    gap = text[place.end : verb.start] if place.end <= verb.start else text[verb.end : place.start]
    is_joined = gap.replace("'", "").replace("’", "").replace(" ", "").isalpha() or not gap.strip()
    return is_joined and not content_words(word_forms(gap), side.language)


def _is_owner(side: Side, place: Place) -> bool:
    """Return whether a word such as 'of' or 'for' stands before the noun at a place: 'ein Sprecher |des Konzerns|'."""
    table = lexicon(side.language)
    joining = forms(
        [*table.get("quotations", {}).get("prepositions", ()), *table.get("agents", {}).get("of", ())]
    ) - forms(table.get("agents", {}).get("by", ()))
    own = word_forms(place.words(side.own))
    start, _ = sentence_at(side.texts[place.paragraph], place.start)
    before = word_forms(side.texts[place.paragraph].text[start : place.start])
    near = [*before, *own[:-1]][-_MOST_JOINING:]
    return not joining.isdisjoint(near)


@cache
def _weekdays(language: str) -> frozenset[str]:
    return frozenset(day[:STEM_LENGTH] for day in forms(lexicon(language).get("dates", {}).get("weekdays", ())))


def _can_be_one(change: SentenceChange, both: Pair[Side]) -> bool:
    """Return whether the words of both sides name one body or thing, or are of one class."""
    left, right = (
        {
            (turn.group, turn.sense)
            for turn in turns_in(side, side.texts[place.paragraph])
            if turn.start < place.end and place.start < turn.end
        }
        for side, place in zip(both, change.places, strict=True)
    )
    nouns = [word_forms(place.words(side.own))[-1] for side, place in zip(both, change.places, strict=True)]
    known = number_words(both.left.language)
    # 'A man', 'the suspect'.
    may_be_anybody = not known.anybody.isdisjoint(nouns) or may_be_the_same(nouns, known)
    return may_be_anybody or name_one_body(both, change.places) or not left.isdisjoint(right)
