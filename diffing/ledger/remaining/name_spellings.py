"""Find names that an editor spelled in another way, by letters that two transliterations may differ in.

left   said Anna |Frank|, a baker        right   said Anna |Franck|, a baker        Frank > Franck
left   |Jon| Smith left the hall         right   |John| Smith left the hall         Jon > John
left   Zelensky left the hall            right   (rewritten) Zelenskyy departed     no entry: another newsroom

Names are compared without such letters, because each newsroom writes them in its own way. Within one edited article
another letter corrects the name.
"""

from collections.abc import Iterator, Sequence

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.names.name_forms import name_form
from diffing.ledger.names.name_words import NameWords, name_words
from diffing.ledger.remaining.kept_sentences import HALF, is_lightly_edited, remaining_changes
from diffing.model import Place
from diffing.patterns import lazy_pattern
from diffing.text.words import compared_form

# One word with a capital, without the 's of a possessive.
_WORD = lazy_pattern(r"(?P<name>[^\W\d_][^\W\d_]+)(?:['’]s?)?")
# The words before and behind a place: a name of two words has a capital there too.
_BEFORE = lazy_pattern(r"([^\W\d_]+) $")
_BEHIND = lazy_pattern(r" ([^\W\d_]+)")
# The words of a sentence that have a small letter outside of names.
_WORDS = lazy_pattern(r"[^\W\d_]{4,}")
_LONGEST = 30


def name_spelling_entries(context: LedgerContext, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries of names in another spelling, each pair once; those in the entries `found` are left out."""
    both = sides(context)
    known = name_words(both.left.language)
    if both.left.language != both.right.language or known.is_noun_capital or known.is_declined:
        return
    if not is_lightly_edited(context):
        return
    seen: set[tuple[str, str]] = set()
    for change in remaining_changes(context, found, HALF):
        left, right = (_name(side, place) for side, place in zip(both, change.places, strict=True))
        if not left or not right or (left, right) in seen or not _is_respelled(left, right, known):
            continue
        if all(
            _is_in_name(side, place, sentence, known)
            for side, place, sentence in zip(both, change.places, change.sentences, strict=True)
        ):
            seen.add((left, right))
            own, other = change.places
            yield Entry(Subject.NAME, Change.CHANGED, (own,), (other,), Location.SAME_PLACE)


def _name(side: Side, place: Place) -> str:
    """Return the word with a capital that is all of a place, '' for other words."""
    if not 1 < place.end - place.start <= _LONGEST:
        return ""
    match = _WORD.fullmatch(side.texts[place.paragraph].text, place.start, place.end)
    return match["name"] if match and match["name"][0].isupper() and not match["name"].isupper() else ""


def _is_respelled(left: str, right: str, known: NameWords) -> bool:
    """Return whether two words can be spellings of one name: equal as transliterations, or one letter more or less.

    An accent more or less is no other spelling. A title (Mrs, Ms), a country and its people are no person.
    """
    own, other = compared_form(left), compared_form(right)
    if (
        own == other
        or {own, other} & known.title_words
        or not {(name_form(left),), (name_form(right),)}.isdisjoint(known.aliases)
    ):
        return False
    short, long = sorted((own, other), key=len)
    has_one_more = len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    return has_one_more or name_form(left) == name_form(right)


def _is_in_name(side: Side, place: Place, sentence: Place, known: NameWords) -> bool:
    """Return whether a word with a capital is in a name: beside another capital, or inside a sentence with no article.

    In a headline where every word has a capital, a capital says nothing.
    """
    text = side.texts[place.paragraph].text
    others = f"{text[sentence.start : place.start]} {text[place.end : sentence.end]}"
    if all(word[0].isupper() for word in _WORDS.findall(others)):
        return False
    before = _BEFORE.search(text, max(sentence.start, place.start - _LONGEST), place.start)
    behind = _BEHIND.match(text, place.end)
    if any(one is not None and one[1][0].isupper() for one in (before, behind)):
        return True
    is_opening = not any(letter.isalnum() for letter in text[sentence.start : place.start])
    return not is_opening and (before is None or compared_form(before[1]) not in known.articles)
