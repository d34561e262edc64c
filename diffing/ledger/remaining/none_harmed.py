"""Find that no people were harmed on one side, where the other one counts people who were.

left   |No one was hurt|.                  right   The police spoke of |two| dead.     changed, and not only new
left   |Verletzt wurde niemand|.           right   |Drei| Menschen wurden verletzt.    changed
left   No guard was hurt, two miners were. right   Two miners were hurt.               none: no number is new

Where words of both sides stand in each other's place, the negation has them (meaning/). Here the sentence is another
one, and the number of the other side would stand alone. In a language without spaces no word is sure to be one: 伤亡.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from diffing.ledger.attribution.sayings import listed
from diffing.ledger.core.clauses import words_and_breaks
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import Side, sides
from diffing.ledger.language.harm_kinds import DEAD, HURT
from diffing.ledger.language.lexicon import Lexicon, code_of, forms
from diffing.ledger.meaning.context import parting_words
from diffing.ledger.meaning.cues import Cue, cues
from diffing.ledger.numbers.casualties import counts_harm
from diffing.ledger.numbers.harm_pairs import harms
from diffing.ledger.numbers.harm_words import words_around
from diffing.model import Pair, Place
from diffing.text.reading import ReadText
from diffing.text.scripts import UNSPACED

# Words from a negation to the harm that it denies, either way: 'verletzt wurde nach ersten Angaben niemand'.
_REACH = 8


def with_none_harmed(context: LedgerContext, found: Sequence[Entry]) -> list[Entry]:
    """Return the entries with the words that no people were harmed in those of numbers that only the other side has."""
    both = sides(context)
    if both.left.language != both.right.language or not harms(both.left.language) or both.left.language in UNSPACED:
        return [*found]
    articles, languages = context.comparison.articles, context.languages
    counted = {
        id(one) for one in found if one.change in (Change.NEW, Change.GONE) and counts_harm(one, articles, languages)
    }
    if not counted:
        return [*found]
    denied = both.map(_denied)
    entries = [_joined(one, both, denied) if id(one) in counted else one for one in found]
    told = CoveredWords(one for one, old in zip(entries, found, strict=True) if one is not old)
    return [
        one for one in entries if not ((one.is_passage or one.subject is Subject.NEGATION) and told.hold(one.places))
    ]


def _joined(entry: Entry, both: Pair[Side], denied: Pair[Mapping[str, Place]]) -> Entry:
    """Return the entry of a number with what the other side denies, if it denies that anybody was harmed so."""
    (side, own), theirs, mine = (
        ((both.left, entry.left), denied.right, denied.left)
        if entry.left
        else ((both.right, entry.right), denied.left, denied.right)
    )
    kinds = harms(side.language)
    harm = next(
        (kinds[word] for words in words_around(side.own, own[0], side.language) for word in words if word in kinds), ""
    )
    # Who is dead was hurt: 'nobody was hurt' denies both.
    there = next(
        (theirs[kind] for kind in (harm, HURT if harm == DEAD else "") if kind in theirs and kind not in mine), None
    )
    if there is None:
        return entry
    left, right = (own, (there,)) if side.is_left else ((there,), own)
    return replace(entry, change=Change.CHANGED, left=left, right=right, location=side.location(own[0], there))


def _denied(side: Side) -> dict[str, Place]:
    """Return, for each harm that an article denies of all people, the first place that says so."""
    found: dict[str, Place] = {}
    for index in side.story:
        for harm, start, end in side.extract(_none_harmed, side.texts[index]):
            found.setdefault(harm, Place(index, start, end))
    return found


def _none_harmed(text: ReadText, lexicon: Lexicon) -> tuple[tuple[str, int, int], ...]:
    """Return the harms that a text denies of all people, with the start and end of the words that say so."""
    kinds = harms(code_of(lexicon))
    denials = [cue for cue in cues(text, lexicon) if cue.subject is Subject.NEGATION and not cue.answers]
    # 'Killed in countries |that| you do not name', 'twelve were hurt |and| nobody died'.
    parting = parting_words(code_of(lexicon)) | listed("subordinators", code_of(lexicon))
    asking = forms(lexicon.get("meaning", {}).get("asking", ()))
    return tuple(_of_denials(text, denials, kinds, asking, parting)) if denials else ()


def _of_denials(
    text: ReadText, denials: Sequence[Cue], kinds: Mapping[str, str], asking: Set[str], parting: Set[str]
) -> Iterator[tuple[str, int, int]]:
    """Yield the harms in the clauses of some negations: 'without saying |whether| anybody was hurt' denies none.

    Nor is a harm before a word that begins another clause denied behind it.
    """
    clause: list[tuple[str, int, int]] = []
    form = text.folded.text
    for match in (*words_and_breaks(form, 0, len(form)), None):
        if match is not None and match["stop"] is None:
            clause.append((match[0], *text.folded.place(0, *match.span())[1:]))
            continue
        for at, (word, start, end) in enumerate(clause):
            if word not in kinds:
                continue
            near = [
                other
                for other, (_, first, last) in enumerate(clause)
                if abs(other - at) <= _REACH
                and any(cue.start < last and first < cue.end for cue in denials)
                and not any(between in asking for between, *_ in clause[min(at, other) : max(at, other)])
                and not any(between in parting for between, *_ in clause[at:other])
            ]
            if near:
                first, last = min(at, *near), max(at, *near)
                yield kinds[word], min(start, clause[first][1]), max(end, clause[last][2])
        clause = []
