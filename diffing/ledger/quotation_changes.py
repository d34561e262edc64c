"""What became of the quotations: trimmed, changed inside the marks, without or with marks, said by another, gone, new.

    “We will leave,” Soto said.  |  “We may leave,” Soto said.      reworded: will > may
    “We will leave,” Soto said.  |  Soto said they would leave.     unquoted
    “We will leave,” Soto said.  |  “We will leave,” Ruiz said.     speaker: Soto > Ruiz

Quotations that both texts have word for word give no entry, wherever they stand and however they are set.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from diffing.ledger.correspondence import Correspondence
from diffing.ledger.entries import Change, Entry, Place, Subject
from diffing.ledger.material import Material
from diffing.ledger.quotation_pairs import Group, paired
from diffing.ledger.quotation_words import Around, difference
from diffing.ledger.quotations import Quotation, quotations
from diffing.ledger.speakers import SameSpeaker, same_name
from diffing.ledger.unmarked import Standing, Unmarked
from diffing.model import Article, Pair
from diffing.words import word_forms

# Enough of the text around the marks to see what they leave out, in characters.
_AROUND = 60


def quotation_entries(material: Material, same_speaker: SameSpeaker = same_name) -> Iterator[Entry]:
    """What became of the quotations of both articles.

    `same_speaker` says whether two names mean one; without knowledge of the articles it goes by their words.
    """
    found = Pair(
        quotations(material.articles.left, material.lexicons.left),
        quotations(material.articles.right, material.lexicons.right),
    ).map(lambda side: [one for one in side if one.forms])
    if not found.left and not found.right:
        return
    result = paired(found, material.correspondence)
    for group in result.groups:
        yield from _of_group(group, material, same_speaker)
    yield from _alone(result.alone, found, material)


def _of_group(group: Group, material: Material, same_speaker: SameSpeaker) -> Iterator[Entry]:
    places = Pair(*(tuple(place for one in side for place in one.places) for side in group))
    rows = Pair(
        {material.correspondence.rows.left[place.paragraph] for place in places.left},
        {material.correspondence.rows.right[place.paragraph] for place in places.right},
    )
    where = "in the same paragraph" if rows.left & rows.right else "elsewhere in the article"
    texts = Pair(*(" ".join(one.text for one in side) for side in group))
    if word_forms(texts.left) != word_forms(texts.right):
        changed = difference(
            texts,
            Pair(_around(group.left, material.articles.left), _around(group.right, material.articles.right)),
            Pair(*(all(one.is_closed for one in side) for side in group)),
        )
        if changed:
            yield Entry(Subject.QUOTATION, changed.change, places.left, places.right, f"quoted {where}", changed.note)
    if note := _other_speaker(group, material.articles, same_speaker):
        yield Entry(Subject.QUOTATION, Change.SPEAKER, places.left, places.right, f"quoted {where}", note)


def _around(side: Sequence[Quotation], article: Article) -> Around:
    first, last = side[0].places[0], side[-1].places[-1]
    return Around(
        article.paragraphs[first.paragraph].text[max(0, first.start - _AROUND) : first.start],
        article.paragraphs[last.paragraph].text[last.end : last.end + _AROUND],
    )


def _other_speaker(group: Group, articles: Pair[Article], same_speaker: SameSpeaker) -> str:
    """'Soto > Ruiz' where both texts name who speaks and mean somebody else."""
    if len(group.left) > 1 or len(group.right) > 1:
        return ""
    left, right = group.left[0], group.right[0]
    own, other = left.attribution, right.attribution
    if not own or not other or not own.speaker or not other.speaker or same_speaker(own.speaker, other.speaker):
        return ""
    # “…,” said Soto, who works for Ruiz  |  “…,” Ruiz said for Soto: nobody can tell that it is another
    if same_speaker(own.speaker, other.clause) or same_speaker(own.clause, other.speaker):
        return ""
    if _is_common(own.speaker, articles) or _is_common(other.speaker, articles):
        return ""
    return f"{own.speaker} > {other.speaker}"


def _is_common(name: str, articles: Pair[Article]) -> bool:
    """Whether a single word that begins a sentence is no name: the articles have it in lower case too."""
    if " " in name:
        return False
    lower = name.lower()
    return any(lower in paragraph.text.split() for article in articles for paragraph in article.paragraphs)


def _alone(alone: Pair[tuple[Quotation, ...]], found: Pair[list[Quotation]], material: Material) -> Iterator[Entry]:
    """What became of quotations that have no counterpart between marks."""
    rows, correspondence = material.comparison.rows, material.correspondence
    unmarked = Unmarked(material.articles.right, found.right)
    for one in alone.left:
        row = rows[correspondence.rows.left[one.places[0].paragraph]]
        standing = unmarked.find(one, row.right, partial(_is_in_place, correspondence, one.places[0]))
        yield from _entries(one, standing, row.furniture, unmarked, is_left=True)
    unmarked = Unmarked(material.articles.left, found.left)
    for one in alone.right:
        row = rows[correspondence.rows.right[one.places[0].paragraph]]
        standing = unmarked.find(one, row.left, partial(_is_in_place, correspondence, right=one.places[0]))
        yield from _entries(one, standing, row.furniture, unmarked, is_left=False)


def _is_in_place(correspondence: Correspondence, left: Place, right: Place) -> bool:
    return correspondence.is_kept(left, right) or correspondence.is_near(left, right)


def _entries(
    one: Quotation, standing: Standing | None, is_furniture: bool, other: Unmarked, *, is_left: bool
) -> Iterator[Entry]:
    if standing:
        found = "the same words stand" if standing.is_exact else "most of the words stand"
        found += " without marks" + (" in the same paragraph" if standing.in_row else " elsewhere in the article")
        places = Pair(one.places, standing.places)
        if not is_left:
            places = places.swapped()
        change = Change.UNQUOTED if is_left else Change.QUOTED
        yield Entry(Subject.QUOTATION, change, places.left, places.right, found)
    elif one.is_voice and one.is_closed and not is_furniture and not other.is_between_marks(one):
        places = Pair(one.places if is_left else (), () if is_left else one.places)
        found = "its words are nowhere quoted in the other article"
        yield Entry(Subject.QUOTATION, Change.GONE if is_left else Change.NEW, places.left, places.right, found)
