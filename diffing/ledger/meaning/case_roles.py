"""Find roles that are exchanged where cases or places show them: in Russian by the endings, in Chinese by the order.

left   Холт обвинил |Санда|      right   |Санд| обвинил Холта        both names changed their case
left   |警察|打死了|矿工|         right   |矿工|打死了|警察|            both changed their places around the verb

The order of Russian words says nothing: 'Санда обвинил Холт' has the roles of the left side.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from diffing.ledger.core.details import Exchanged
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.meaning.sentence_words import Sentence, listed
from diffing.model import Pair, Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded
from diffing.text.function_words import function_words

# Letters of a noun without its ending, and of the ending.
_LEAST_STEM = 3
_MOST_ENDING = 3
# Endings of the nominative, and of the dative, accusative and instrumental of the same nouns. Those of the plural are
# left out: in 'мэры' for 'мэр' nothing is exchanged.
_CASES = (
    (("", "й", "ь"), ("а", "я", "у", "ю", "ом", "ем", "ём")),
    (("а", "я"), ("у", "ю", "е", "ой", "ей")),
)
# The endings by which a verb in the past agrees with who does it, and those of a plural.
_AGREEING = "аои"
# Characters of each role in a Chinese sentence, and of the words between them.
_LONGEST_ROLE = 6
_LONGEST_VERB = 12
# Nouns that exchange their roles.
_BOTH = 2
_NO_ROLE = lazy_pattern(r"[\d〇零一二三四五六七八九十百千万亿年月日时分、，,。；：]")


def has_cases(language: str) -> bool:
    """Return whether the endings of nouns show what they are in a sentence, and their places do not."""
    return bool(lexicon(language).get("agents", {}).get("roles_by", "") == "cases")


class _Seen(NamedTuple):
    """A content word of a sentence as it is written, in small letters, and the preposition right before it."""

    at: int
    form: str
    before: str


_Noun = Pair[_Seen]
"""A noun of both sentences, perhaps in another case."""


def exchanged_cases(pair: Pair[Sentence]) -> Entry | None:
    """Return the entry of two nouns that exchanged their cases in a sentence of which all other words are the same."""
    nouns = _nouns(pair)
    turned = [noun for noun in nouns if noun.left[1:] != noun.right[1:]]
    if len(turned) != _BOTH:
        return None
    one, other = turned
    # What one noun gave up, the other one took: a preposition, or the ending of a case.
    before = Pair(one.left.before, one.right.before), Pair(other.left.before, other.right.before)
    is_by_preposition = before[0].left != before[0].right and before[0] == before[1].swapped()
    is_by_ending = not any(word for pair in before for word in pair) and _are_crossed(one, other)
    if not (is_by_preposition or is_by_ending):
        return None
    own, there = (
        sentence.at(*sorted((first.at, last.at))) for sentence, first, last in zip(pair, one, other, strict=True)
    )
    return Entry(Subject.CONTENT, Change.CHANGED, (own,), (there,), Location.SAME_SENTENCE, Exchanged())


def _are_crossed(one: _Noun, other: _Noun) -> bool:
    """Return whether one noun goes from the nominative to another case, and the other one comes from there."""
    return (_falls(one.left.form, one.right.form) and _falls(other.right.form, other.left.form)) or (
        _falls(one.right.form, one.left.form) and _falls(other.left.form, other.right.form)
    )


def _falls(nominative: str, other: str) -> bool:
    """Return whether a word can be a nominative of which another one is the dative, accusative or instrumental."""
    same = _same(nominative, other)
    return any(nominative[same:] in own and other[same:] in cases for own, cases in _CASES)


def _same(one: str, other: str) -> int:
    """Return how many letters two words begin with together."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def _nouns(pair: Pair[Sentence]) -> list[_Noun]:
    """Return the words of the left sentence with those of the right one, without verbs.

    There are none if a word has no partner.
    """
    own, others = pair.map(_content)
    mutual = listed("mutual", pair.left.language)
    if len(own) != len(others) or any(pair.left.words[word.at].form in mutual for word in own):
        return []
    found: list[_Noun] = []
    for word in own:
        same = (one for one in others if one.form == word.form)
        partner = next(same, None) or next((one for one in others if _is_form(word.form, one.form)), None)
        if partner is None:
            return []
        others.remove(partner)
        if not _is_verb_form(word.form, partner.form):
            found.append(Pair(word, partner))
    return found


def _content(sentence: Sentence) -> list[_Seen]:
    """Return the content words of a sentence."""
    grammar, prepositions = function_words(sentence.language), listed("before_role", sentence.language)
    forms = [sentence.at(at, at).words(sentence.side.own).lower() for at in range(len(sentence.words))]
    return [
        _Seen(at, form, forms[at - 1] if at and sentence.words[at - 1].form in prepositions else "")
        for at, form in enumerate(forms)
        if form not in grammar
    ]


def _is_verb_form(one: str, other: str) -> bool:
    """Return whether two words are forms of a verb in the past: обвинил, обвинила."""
    stem = one.rstrip(_AGREEING)
    return one != other and stem == other.rstrip(_AGREEING) and stem.endswith("л")


def _is_form(one: str, other: str) -> bool:
    """Return whether two words differ in a short ending only."""
    same = _same(one, other)
    return same >= min(_LEAST_STEM, len(one), len(other)) and max(len(one), len(other)) - same <= _MOST_ENDING


def exchanged_places(pair: Pair[Sentence]) -> Entry | None:
    """Return the entry of two roles that exchanged their places around the same words."""
    texts = pair.map(lambda sentence: sentence.place.words(sentence.side.own))
    if len(texts.left) != len(texts.right) or sorted(texts.left) != sorted(texts.right):
        return None
    start = next((at for at, both in enumerate(zip(*texts, strict=True)) if both[0] != both[1]), len(texts.left))
    end = next(at for at in range(len(texts.left)) if texts.left[-1 - at] != texts.right[-1 - at])
    own, other = (text[start : len(text) - end] for text in texts)
    for first, last in _roles(own, other):
        verb = own[len(first) : len(own) - len(last)]
        if folded(verb).text not in listed("mutual", pair.left.language):
            places = [
                Place(sentence.place.paragraph, sentence.place.start + start, sentence.place.end - end)
                for sentence in pair
            ]
            return Entry(
                Subject.CONTENT, Change.CHANGED, (places[0],), (places[1],), Location.SAME_SENTENCE, Exchanged()
            )
    return None


def _roles(own: str, other: str) -> Iterator[tuple[str, str]]:
    """Yield the beginning and the end of a text that stand at the end and at the beginning of the other text."""
    lengths: Sequence[int] = range(1, _LONGEST_ROLE + 1)
    for one, two in product(lengths, lengths):
        first, last, verb = own[:one], own[len(own) - two :], own[one : len(own) - two]
        is_verb = 0 < len(verb) <= _LONGEST_VERB and not _NO_ROLE.search(own)
        if is_verb and other == last + verb + first and first != last:
            yield first, last
