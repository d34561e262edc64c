"""What became of the quotations: trimmed, changed inside the marks, without or with marks, said by another, gone, new.

    “We will leave,” Soto said.  |  “We may leave,” Soto said.      reworded: will > may
    “We will leave,” Soto said.  |  Soto said they would leave.     unquoted
    “We will leave,” Soto said.  |  “We will leave,” Ruiz said.     speaker: Soto > Ruiz

Quotations that both texts have word for word give no entry, wherever they stand and however they are set.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from diffing.ledger.entries import Change, Entry, Place, Subject
from diffing.ledger.material import Material
from diffing.ledger.quotation_pairs import Group, paired
from diffing.ledger.quotation_words import Around, Quoted, difference
from diffing.ledger.quotations import Quotation, quotations
from diffing.ledger.speakers import SameSpeaker, same_name
from diffing.ledger.unmarked import Standing, Unmarked
from diffing.model import Article, Pair

# Enough of the text around the marks to see what they leave out, in characters.
_AROUND = 60
# A part of a quotation with less than this share of its words in the other one is not in it.
_SHARE_IN_OTHER = 0.5


def quotation_entries(material: Material, same_speaker: SameSpeaker = same_name) -> Iterator[Entry]:
    """What became of the quotations of both articles.

    `same_speaker` says whether two names can mean one; without knowledge of the articles it goes by their words.
    """
    found = Pair(
        quotations(material.articles.left, material.lexicons.left),
        quotations(material.articles.right, material.lexicons.right),
    ).map(lambda side: [one for one in side if one.forms])
    if not found.left and not found.right:
        return
    result = paired(found, material.correspondence)
    changes = _Changes(material, found, same_speaker)
    for group in result.groups:
        yield from changes.of_group(group)
    for one in result.alone.left:
        yield from changes.of_one(one, is_left=True)
    for one in result.alone.right:
        yield from changes.of_one(one, is_left=False)


class _Changes:
    """The entries of quotations, with what is known of both articles."""

    def __init__(self, material: Material, found: Pair[list[Quotation]], same_speaker: SameSpeaker) -> None:
        self._articles = material.articles
        self._correspondence = material.correspondence
        self._same_speaker = same_speaker
        self._unmarked = Pair(Unmarked(self._articles.left, found.left), Unmarked(self._articles.right, found.right))

    def of_group(self, group: Group) -> Iterator[Entry]:
        """What became of quotations that are the same on both sides."""
        if _forms(group.left) != _forms(group.right):
            left, right = list(self._in_text(group, is_left=True)), list(self._in_text(group, is_left=False))
            yield from (_unmarked_entry(part, standing, is_left=True) for part, standing in left)
            yield from (_unmarked_entry(part, standing, is_left=False) for part, standing in right)
            rest = Group(
                _without(group.left, [part for part, _ in left]), _without(group.right, [part for part, _ in right])
            )
            changed = difference(
                Pair(_quoted(rest.left, self._articles.left), _quoted(rest.right, self._articles.right))
            )
            if changed:
                yield self._entry(rest, changed.change, changed.note)
        if note := self._other_speaker(group):
            yield self._entry(group, Change.SPEAKER, note)

    def of_one(self, one: Quotation, *, is_left: bool) -> Iterator[Entry]:
        """What became of a quotation that has no counterpart between marks."""
        row = self._correspondence.comparison.rows[self._row(one, is_left=is_left)]
        other = self._unmarked.right if is_left else self._unmarked.left
        if standing := self._standing(one, is_left=is_left):
            yield _unmarked_entry(one, standing, is_left=is_left)
        elif one.is_voice and one.is_closed and not row.furniture and not other.is_between_marks(one):
            found = "its words are nowhere quoted in the other article"
            if is_left:
                yield Entry(Subject.QUOTATION, Change.GONE, one.places, (), found)
            else:
                yield Entry(Subject.QUOTATION, Change.NEW, (), one.places, found)

    def _entry(self, group: Group, change: Change, note: str) -> Entry:
        left = tuple(place for one in group.left for place in one.places)
        right = tuple(place for one in group.right for place in one.places)
        rows = self._correspondence.rows
        is_beside = {rows.left[place.paragraph] for place in left} & {rows.right[place.paragraph] for place in right}
        where = "in the same paragraph" if is_beside else "elsewhere in the article"
        return Entry(Subject.QUOTATION, change, left, right, f"quoted {where}", note)

    def _row(self, one: Quotation, *, is_left: bool) -> int:
        rows = self._correspondence.rows
        return (rows.left if is_left else rows.right)[one.places[0].paragraph]

    def _standing(self, one: Quotation, *, is_left: bool) -> Standing | None:
        """Where the other article has the words of a quotation without marks."""
        correspondence = self._correspondence
        row = correspondence.comparison.rows[self._row(one, is_left=is_left)]

        def is_in_place(place: Place) -> bool:
            left, right = (one.places[0], place) if is_left else (place, one.places[0])
            return correspondence.is_kept(left, right) or correspondence.is_near(left, right)

        if is_left:
            return self._unmarked.right.find(one, row.right, is_in_place)
        return self._unmarked.left.find(one, row.left, is_in_place)

    def _in_text(self, group: Group, *, is_left: bool) -> Iterator[tuple[Quotation, Standing]]:
        """The parts of broken quotations that the other text has, but without marks."""
        side, other = (group.left, group.right) if is_left else (group.right, group.left)
        known = {form for one in other for form in one.content}
        for one in side:
            for place, text in zip(one.places, one.texts, strict=True):
                part = replace(one, places=(place,), texts=(text,))
                if len(one.places) == 1 or _is_known(part, known):
                    continue
                if standing := self._standing(part, is_left=is_left):
                    yield part, standing

    @cached_property
    def _common(self) -> set[str]:
        """All that stands between white space: a name that is among it in lower case only began a sentence."""
        return {
            word for article in self._articles for paragraph in article.paragraphs for word in paragraph.text.split()
        }

    def _other_speaker(self, group: Group) -> str:
        """'Soto > Ruiz' where both texts name who speaks and mean somebody else."""
        left = [one.attribution for one in group.left if one.attribution and one.attribution.speaker]
        right = [one.attribution for one in group.right if one.attribution and one.attribution.speaker]
        same = self._same_speaker
        for own in left:
            for other in right:
                if same(own.speaker, other.speaker):
                    return ""
                # “…,” said Soto, who works for Ruiz  |  “…,” Ruiz said for Soto: nobody can tell that it is another.
                if same(own.speaker, other.clause) or same(own.clause, other.speaker):
                    return ""
        names = Pair({own.speaker for own in left}, {other.speaker for other in right})
        if not left or not right or not self._common.isdisjoint(name.lower() for name in names.left | names.right):
            return ""
        return f"{' / '.join(sorted(names.left))} > {' / '.join(sorted(names.right))}"


def _unmarked_entry(one: Quotation, standing: Standing, *, is_left: bool) -> Entry:
    found = "the same words stand" if standing.is_exact else "most of its words stand"
    found += " without marks" + (" in the same paragraph" if standing.in_row else " elsewhere in the article")
    if is_left:
        return Entry(Subject.QUOTATION, Change.UNQUOTED, one.places, standing.places, found)
    return Entry(Subject.QUOTATION, Change.QUOTED, standing.places, one.places, found)


def _forms(side: Sequence[Quotation]) -> list[str]:
    return [form for one in side for form in one.forms]


def _is_known(part: Quotation, known: set[str]) -> bool:
    return sum(form in known for form in part.content) >= _SHARE_IN_OTHER * len(part.content)


def _without(side: Sequence[Quotation], parts: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Quotations without some of their parts; the last one stays whole, for there is always something to compare."""
    gone = {part.places[0] for part in parts}
    left: list[Quotation] = []
    for one in side:
        kept = [at for at, place in enumerate(one.places) if place not in gone]
        if kept:
            places, texts = tuple(one.places[at] for at in kept), tuple(one.texts[at] for at in kept)
            left.append(replace(one, places=places, texts=texts))
    return tuple(left) or tuple(side)


def _quoted(side: Sequence[Quotation], article: Article) -> Quoted:
    first, last = side[0].places[0], side[-1].places[-1]
    around = Around(
        article.paragraphs[first.paragraph].text[max(0, first.start - _AROUND) : first.start],
        article.paragraphs[last.paragraph].text[last.end : last.end + _AROUND],
    )
    return Quoted(" ".join(one.text for one in side), around, all(one.is_closed for one in side))
