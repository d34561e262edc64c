"""Make the entries of quotations: trimmed, reworded, without or with marks, with another speaker, gone, new.

    “We will leave,” Soto said.  |  “We may leave,” Soto said.      reworded: will → may
    “We will leave,” Soto said.  |  Soto said they would leave.     unquoted
    “We will leave,” Soto said.  |  “We will leave,” Ruiz said.     speaker: Soto → Ruiz

Quotations with equal words on both sides make no entry, in any place and with any marks.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Speakers, WithoutMarks, WordChanges
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.language.declension import are_cases
from diffing.ledger.quotations.extract import Quotation, quotations
from diffing.ledger.quotations.pairing import Group, PairedQuotations, pair_quotations
from diffing.ledger.quotations.speakers import SameSpeaker, same_name
from diffing.ledger.quotations.unquoted import UnquotedMatch, UnquotedWords
from diffing.ledger.quotations.word_changes import QuotedText, TextAround, WordRange, difference
from diffing.model import Article, Pair, Place
from diffing.text.words import spelled_form, word_forms

# Characters around the marks that are read: enough to see words that the other side has inside its marks.
_AROUND = 60
# The share of its content words that a part of a quotation must have in the other one to be a part of it.
_SHARE_IN_OTHER = 0.5


def quotation_entries(context: LedgerContext, same_speaker: SameSpeaker = same_name) -> Iterator[Entry]:
    """Yield the entries of the quotations of both articles.

    `same_speaker` returns whether two names can mean one speaker. By default it compares only the words of the names.
    """
    both, extracted = sides(context), context.once(_extracted)
    if not extracted.left and not extracted.right:
        return
    result = context.once(paired_quotations)
    changes = _Changes(context, extracted, same_speaker)
    for group in result.groups:
        yield from changes.of_group(group)
    for side, unpaired in zip(both, result.unpaired, strict=True):
        for one in unpaired:
            yield from changes.of_one(one, side)


def paired_quotations(context: LedgerContext) -> PairedQuotations:
    """Return the quotations of both articles in pairs."""
    return pair_quotations(context.once(_extracted), context.correspondence)


def _extracted(context: LedgerContext) -> Pair[list[Quotation]]:
    return sides(context).map(lambda side: [one for one in quotations(side.own, side.lexicon) if one.forms])


class _Changes:
    """Maker of entries, with the unquoted words of both articles."""

    def __init__(self, context: LedgerContext, extracted: Pair[list[Quotation]], same_speaker: SameSpeaker) -> None:
        self._articles = context.articles
        self._rows = context.correspondence.rows
        self._sides = sides(context)
        self._spelling = context.correspondence.spelling
        self._same_speaker = same_speaker
        self._unquoted = Pair(
            UnquotedWords(context.read.left, extracted.left), UnquotedWords(context.read.right, extracted.right)
        )

    def of_group(self, group: Group) -> Iterator[Entry]:
        """Yield the entries of quotations that correspond."""
        is_other = _forms(group.left) != _forms(group.right) or _spelled(group.left) != _spelled(group.right)
        if is_other and not self._are_cases(group):
            left = list(self._unquoted_parts(group, self._sides.left))
            right = list(self._unquoted_parts(group, self._sides.right))
            yield from (_unquoted_entry(part, match, self._sides.left) for part, match in left)
            yield from (_unquoted_entry(part, match, self._sides.right) for part, match in right)
            rest = Group(
                _without(group.left, [part for part, _ in left]), _without(group.right, [part for part, _ in right])
            )
            changed = difference(
                Pair(_quoted(rest.left, self._articles.left), _quoted(rest.right, self._articles.right)),
                self._spelling,
            )
            if changed:
                places = Pair(_touched(rest.left, changed.places.left), _touched(rest.right, changed.places.right))
                yield self._entry(places, changed.change, changed.words)
        if speakers := self._other_speakers(group):
            yield self._entry(Pair(*map(_places, group)), Change.SPEAKER, speakers)

    def _are_cases(self, group: Group) -> bool:
        """Return whether both sides are one name in different cases: завод «Лесторг», директор «Лесторга»."""
        if len(group.left) != 1 or len(group.right) != 1:
            return False
        left, right = group.left[0], group.right[0]
        return left.is_name and right.is_name and are_cases(left.text, right.text, self._sides.left.language)

    def of_one(self, one: Quotation, side: Side) -> Iterator[Entry]:
        """Yield the entry of a quotation of a side that corresponds to no quotation of the other side."""
        if match := self._unquoted_match(one, side):
            if not (one.is_name and match.is_exact):
                yield _unquoted_entry(one, match, side)
        elif (
            one.is_speech
            and one.is_closed
            and not side.row(one.places[0]).furniture
            and not self._unquoted_of_other(side).is_between_marks(one)
        ):
            yield side.entry(Subject.QUOTATION, one.places, Location.NOWHERE)

    def _entry(self, places: Pair[tuple[Place, ...]], change: Change, detail: WordChanges | Speakers) -> Entry:
        left, right = places
        rows = self._rows
        is_beside = {rows.left[place.paragraph] for place in left} & {rows.right[place.paragraph] for place in right}
        location = Location.SAME_PARAGRAPH if is_beside else Location.ELSEWHERE
        return Entry(Subject.QUOTATION, change, left, right, location, detail)

    def _unquoted_of_other(self, side: Side) -> UnquotedWords:
        """Return the unquoted words of the other article."""
        return self._unquoted.right if side.is_left else self._unquoted.left

    def _unquoted_match(self, one: Quotation, side: Side) -> UnquotedMatch | None:
        """Return the unquoted words of the other article that correspond to a quotation of a side."""
        own = one.places[0]

        def is_in_place(place: Place) -> bool:
            return side.is_kept(own, place) or side.is_near(own, place)

        return self._unquoted_of_other(side).find(one, side.opposite(own), is_in_place)

    def _unquoted_parts(self, group: Group, side: Side) -> Iterator[tuple[Quotation, UnquotedMatch]]:
        """Yield the parts of a side's divided quotations that the other article has without marks."""
        own, other = group if side.is_left else reversed(group)
        known = {form for one in other for form in one.content}
        for one in own:
            for place, text in zip(one.places, one.texts, strict=True):
                part = replace(one, places=(place,), texts=(text,))
                if len(one.places) == 1 or _is_known(part, known):
                    continue
                if match := self._unquoted_match(part, side):
                    yield part, match

    @cached_property
    def _common(self) -> set[str]:
        """All words of both articles. A name that is among them in lower case only began a sentence."""
        return {
            word for article in self._articles for paragraph in article.paragraphs for word in paragraph.text.split()
        }

    def _other_speakers(self, group: Group) -> Speakers | None:
        """Return the speakers if both texts name them and mean different people; otherwise None."""
        left = [one.attribution for one in group.left if one.attribution and one.attribution.speaker]
        right = [one.attribution for one in group.right if one.attribution and one.attribution.speaker]
        same = self._same_speaker
        for own in left:
            for other in right:
                if same(own.speaker, other.speaker):
                    return None
                # “…,” said Soto, who works for Ruiz  |  “…,” Ruiz said for Soto: the speaker is uncertain.
                if same(own.speaker, other.clause) or same(own.clause, other.speaker):
                    return None
        names = Pair({own.speaker for own in left}, {other.speaker for other in right})
        if not left or not right or not self._common.isdisjoint(name.lower() for name in names.left | names.right):
            return None
        return Speakers(tuple(sorted(names.left)), tuple(sorted(names.right)))


def _unquoted_entry(one: Quotation, match: UnquotedMatch, side: Side) -> Entry:
    location = Location.SAME_PARAGRAPH if match.in_row else Location.ELSEWHERE
    detail = WithoutMarks(match.is_exact)
    if side.is_left:
        return Entry(Subject.QUOTATION, Change.UNQUOTED, one.places, match.places, location, detail)
    return Entry(Subject.QUOTATION, Change.QUOTED, match.places, one.places, location, detail)


def _forms(side: Sequence[Quotation]) -> list[str]:
    return [form for one in side for form in one.forms]


def _spelled(side: Sequence[Quotation]) -> list[str]:
    """Return the words of quotations with their accents."""
    return [spelled_form(piece) for one in side for piece in one.text.split()]


def _is_known(part: Quotation, known: set[str]) -> bool:
    return sum(form in known for form in part.content) >= _SHARE_IN_OTHER * len(part.content)


def _without(side: Sequence[Quotation], parts: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Return quotations without some of their parts; all of them if no part would remain."""
    gone = {part.places[0] for part in parts}
    left: list[Quotation] = []
    for one in side:
        kept = [at for at, place in enumerate(one.places) if place not in gone]
        if kept:
            places, texts = tuple(one.places[at] for at in kept), tuple(one.texts[at] for at in kept)
            left.append(replace(one, places=places, texts=texts))
    return tuple(left) or tuple(side)


def _places(side: Sequence[Quotation]) -> tuple[Place, ...]:
    return tuple(place for one in side for place in one.places)


def _touched(side: Sequence[Quotation], ranges: Sequence[WordRange]) -> tuple[Place, ...]:
    """Return the pieces of quotations that contain the changed words.

    `ranges` are ranges of the joined texts of the quotations. An empty range, for words of the other side only, belongs
    to the piece around it. If no piece has a range, the piece beside the first range is returned. A piece that is equal
    on both sides was not reworded: “We |saw| it,” she said. “Nobody was hurt.”
    """
    places = _places(side)
    texts = [text for one in side for text in one.texts]
    ends = list(accumulate(len(text) + 1 for text in texts))
    touched: set[int] = set()
    for start, end in ranges:
        first = bisect_right(ends, start)
        if start < end:
            touched.update(range(first, bisect_left(ends, end) + 1))
        elif first < len(texts):
            at = start - ends[first] + len(texts[first]) + 1
            if word_forms(texts[first][:at]) and word_forms(texts[first][at:]):
                touched.add(first)
    touched = touched or {min(bisect_right(ends, ranges[0].start), len(places) - 1)}
    return tuple(places[at] for at in sorted(touched) if at < len(places))


def _quoted(side: Sequence[Quotation], article: Article) -> QuotedText:
    first, last = side[0].places[0], side[-1].places[-1]
    around = TextAround(
        article.paragraphs[first.paragraph].text[max(0, first.start - _AROUND) : first.start],
        article.paragraphs[last.paragraph].text[last.end : last.end + _AROUND],
    )
    breaks = tuple(accumulate(len(one.text) + 1 for one in side[:-1]))
    return QuotedText(" ".join(one.text for one in side), around, all(one.is_closed for one in side), breaks)
