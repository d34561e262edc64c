"""Find entries that are no change of the story: addresses of pages, stamps, times of posts, other names of one body.

[pier](https://a.example/2024/12)      an address: no number is new
Published at 8:12                      a stamp: no number changed
"""

from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.on_both import is_on_both
from diffing.ledger.core.sides import Side
from diffing.ledger.dates.stamps import is_stamp
from diffing.ledger.language.lexicon import Lexicon
from diffing.ledger.meaning.states import is_field_of_office
from diffing.ledger.names.bodies import is_named_otherwise, name_one_body
from diffing.model import Pair
from diffing.page.line_forms import heads_post
from diffing.patterns import lazy_pattern
from diffing.text.reading import ReadText

# The address of a page, and what Markdown writes behind the text of a link: [pier](https://...), [pier][1].
_ADDRESS = lazy_pattern(r"(?:https?://|www\.)[^\s\])>]+|(?<=\])(?:\([^\s()]*\)|\[[^\[\]]*\])")
# A text with an address has one of these, and few texts have any.
_SIGNS_OF_ADDRESS = ("://", "www.", "](", "][")
_OF_STORY = (Subject.NUMBER, Subject.DATE, Subject.NAME, Subject.CONTENT)


def is_no_change(entry: Entry, both: Pair[Side]) -> bool:
    """Return whether an entry of a subject is no change of the story."""
    return (
        is_on_both(entry, both)
        or _names_one_body(entry, both)
        or _is_field_of_office(entry, both)
        or is_of_page(entry, both)
        or _is_time_of_post(entry, both)
    )


def is_of_page(entry: Entry, both: Pair[Side]) -> bool:
    """Return whether all words of an entry are those of the page: addresses, or a stamp."""
    return _is_in_address(entry, both) or _is_stamp(entry, both)


def _is_in_address(entry: Entry, both: Pair[Side]) -> bool:
    """Return whether all words of an entry stand in addresses of pages, which are no part of the story."""
    if entry.subject not in _OF_STORY:
        return False
    return all(
        any(
            start <= place.start and place.end <= end
            for start, end in side.extract(_addresses, side.texts[place.paragraph])
        )
        for side, own in zip(both, entry.places, strict=True)
        for place in own
    )


def _addresses(text: ReadText, _: Lexicon) -> tuple[tuple[int, int], ...]:
    """Return the starts and ends of the addresses of a text."""
    if not any(sign in text.text for sign in _SIGNS_OF_ADDRESS):
        return ()
    return tuple([found.span() for found in _ADDRESS.finditer(text.text)])


def _names_one_body(entry: Entry, both: Pair[Side]) -> bool:
    """Return whether the other side has another name of the same country or body: США, Соединённые Штаты."""
    if entry.subject is not Subject.NAME:
        return False
    if entry.change is Change.CHANGED:
        return all(name_one_body(both, Pair(*pair)) for pair in zip(entry.left, entry.right, strict=False))
    return all(is_named_otherwise(side, place) for side, own in zip(both, entry.places, strict=True) for place in own)


def _is_field_of_office(entry: Entry, both: Pair[Side]) -> bool:
    """Return whether an entry of names has none but the field of an office: ministère des |Transports|."""
    return entry.subject is Subject.NAME and all(
        is_field_of_office(side, place) for side, own in zip(both, entry.places, strict=True) for place in own
    )


def _is_stamp(entry: Entry, both: Pair[Side]) -> bool:
    """Return whether an entry says only that an article has another stamp, such as 'Published at 8:12'.

    A stamp is no headline either, whatever stands in its place.
    """
    if entry.subject not in (Subject.CONTENT, Subject.NUMBER, Subject.HEADLINE):
        return False
    stamps = (
        side.extract(is_stamp, side.texts[place.paragraph])
        for side, own in zip(both, entry.places, strict=True)
        for place in own
    )
    return any(stamps) if entry.subject is Subject.HEADLINE else all(stamps)


def _is_time_of_post(entry: Entry, both: Pair[Side]) -> bool:
    """Return whether an entry says only that an article has a post of another time: '14:05 Ferries cancelled'.

    Several paragraphs that open with a time are the posts of a live blog.
    """
    if entry.subject is not Subject.DATE or entry.change not in (Change.GONE, Change.NEW):
        return False
    return all(
        heads_post(article.paragraphs[place.paragraph].text, place.start)
        and sum(heads_post(one.text) for one in article.paragraphs) > 1
        for article, own in zip((side.own for side in both), entry.places, strict=True)
        for place in own
    )
