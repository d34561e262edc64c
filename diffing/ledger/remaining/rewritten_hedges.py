"""Find the hedges that a sentence has lost where it was rewritten: could, plans to, is considering.

left   The glacier |could disappear by 2041|.       right   Scientists say |that it will be gone by 2041|.    changed
left   The firm |hopes to hire 40 people|.          right   |40 people get work|, the firm says.              changed
left   The firm |refuses to pay its debts|.         right   |The debts are paid| by the firm.               changed
left   Guests |may| complain.                       right   There is a risk that guests complain.             none

A hedge whose sentence is kept is found by the words around it (changes.py). Here few of these words stay. One sentence
of the other side must say what the hedge weakens, and have no hedge itself, nor a word that implies one.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from diffing.ledger.attribution.sayings import listed
from diffing.ledger.core.clauses import words_and_breaks
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import MOST_WORDS, Side, sides
from diffing.ledger.language.lexicon import Lexicon, code_of
from diffing.ledger.meaning.context import is_same_word, parting_words
from diffing.ledger.meaning.cues import Cue, cues
from diffing.ledger.meaning.outlines import paragraphs_beside
from diffing.ledger.meaning.sentence_words import listed as helpers_of
from diffing.model import Pair, Place
from diffing.text.function_words import function_forms
from diffing.text.reading import ReadText
from diffing.text.scripts import UNSPACED
from diffing.text.words import STEM_LENGTH

# The force of what somebody is accused of. That one figure of it stands elsewhere does not state it.
_OF_GUILT = "accused"
# The force of what somebody refuses, which denies that it is done.
_OF_REFUSAL = "refused"
# The forces of hedges that say less than the plain statement. 'Alleged' and the like belong to a noun.
_FORCES = frozenset(
    {
        "possible",
        "likely",
        "unlikely",
        "planned",
        "promised",
        "apparent",
        "believed",
        "undecided",
        "advised",
        "permitted",
        "feared",
        "attempted",
        _OF_GUILT,
        _OF_REFUSAL,
    }
)
# Of these, the forces of what somebody wants: 'will nicht schließen' denies that, wherever the 'not' stands.
_OF_WILL = frozenset({"planned", "promised", "undecided", "advised", "permitted"})

# Content words of the clause of a hedge that the other sentence has, and their share of these words.
_LEAST_COMMON = 2
_LEAST_SHARE = 0.4
# The same where both paragraphs stand in one place and correspond to none.
_LEAST_BESIDE = 3
_LEAST_SHARE_BESIDE = 0.5

# Characters between a negation and the hedge that it denies.
_REACH = 5


class _Clause(NamedTuple):
    """A part of a sentence between two marks or words such as 'that': its start and end, and its content stems."""

    start: int
    end: int
    stems: frozenset[str]


def _clauses(text: ReadText, lexicon: Lexicon) -> tuple[_Clause, ...]:
    """Return the clauses of a sentence, without those that have no content words."""
    language, form = code_of(lexicon), text.folded
    grammar, cuts = function_forms(language) | helpers_of("helpers", language), _cuts(language)
    found: list[_Clause] = []
    start = end = -1
    stems: set[str] = set()
    for match in words_and_breaks(form.text, 0, len(form.text)):
        is_mark = match.lastgroup is not None
        if (is_mark or match[0] in cuts) and stems:
            found.append(_Clause(start, end, frozenset(stems)))
        if is_mark or match[0] in cuts:
            start, stems = -1, set()
            if is_mark:
                continue
        if start < 0:
            start = match.start()
        end = match.end()
        if match[0] not in grammar:
            stems.add(match[0][:STEM_LENGTH])
    if stems:
        found.append(_Clause(start, end, frozenset(stems)))
    places = (form.place(0, one.start, one.end) for one in found)
    return tuple(one._replace(start=at.start, end=at.end) for one, at in zip(found, places, strict=True))


@cache
def _cuts(language: str) -> frozenset[str]:
    """Return the words that begin a clause."""
    return frozenset(parting_words(language) | listed("subordinators", language))


def rewritten_hedge_entries(context: LedgerContext, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield an entry for each hedge that no other entry has and that a rewritten sentence has lost."""
    both = sides(context)
    if both.left.language != both.right.language or both.left.language in UNSPACED:
        return
    covered = CoveredWords(found)
    for side, beside in zip(both, paragraphs_beside(context), strict=True):
        for index in (*side.reworded, *beside):
            own = side.extract(cues, side.texts[index])
            # 'Refuse de' and 'refusé de' are one form without accents.
            for cue in dict.fromkeys(own) if len(own) <= MOST_WORDS else ():
                if cue.subject is Subject.CERTAINTY and _weakens(cue) and cue.force in _FORCES:
                    entry = _entry(side, index, cue, covered, beside.get(index, ()))
                    if entry is not None:
                        yield entry


def _weakens(cue: Cue) -> bool:
    return not cue.answers or cue.weakens


def _entry(side: Side, index: int, cue: Cue, covered: CoveredWords, beside: Sequence[int]) -> Entry | None:
    """Return the entry of a hedge that has been lost, or None.

    `beside` are the paragraphs of the other side in whose place the paragraph stands, if it corresponds to none.
    """
    place = Place(index, cue.start, cue.end)
    if (not beside and side.is_equal(place)) or covered.touch(
        Pair((place,), ()) if side.is_left else Pair((), (place,))
    ):
        return None
    if _is_denied(side, place):
        return None
    text = side.texts[index]
    start, sentence = next(
        (first, part)
        for (first, last), part in zip(text.sentences, text.parts, strict=True)
        if first <= cue.start < last
    )
    clauses = side.extract(_clauses, sentence)
    at = next((at for at, one in enumerate(clauses) if one.start <= cue.start - start < one.end), None)
    if at is None:
        return None
    clause = clauses[at]
    behind = side.extract(_clauses, text.part(cue.end, start + clause.end)) if cue.end < start + clause.end else ()
    if (
        not behind
        and at + 1 < len(clauses)
        and (start + clauses[at + 1].start < cue.end or _goes_on(sentence, side.language, clause, clauses[at + 1]))
    ):
        # 'They suspect |that it costs energy|': the statement is a clause of its own.
        clause = clause._replace(end=clauses[at + 1].end)
        behind = (clauses[at + 1],)
    end = start + clause.end
    if cue.force in _OF_WILL and _has_denial(side, place._replace(end=end)):
        return None
    weakened = frozenset[str]().union(*(one.stems for one in behind))
    known = weakened | frozenset[str]().union(
        *(one.stems for one in side.extract(_clauses, text.part(start + clause.start, cue.start)))
    )
    there = _stated(side, place, cue, weakened, known, beside)
    if there is None:
        return None
    own = place._replace(end=max(end, cue.end))
    places = ((own,), (there,)) if side.is_left else ((there,), (own,))
    subject = Subject.NEGATION if cue.force == _OF_REFUSAL else Subject.CERTAINTY
    return Entry(subject, Change.CHANGED, *places, Location.SAME_SENTENCE)


def _goes_on(sentence: ReadText, language: str, clause: _Clause, behind: _Clause) -> bool:
    """Return whether a clause goes on in one such as 'that it costs energy'; a comma may stand between.

    So does a German infinitive: 'wird verdächtigt, Geld gestohlen |zu| haben'. Behind an 'and' or an 'if' stands
    another statement.
    """
    if sentence.text[clause.end : behind.start].strip(", "):
        return False
    words = sentence.folded.part(behind.start, behind.end).text.split()
    return not listed("infinitive_marks", language).isdisjoint(words) or (
        words[0] in listed("subordinators", language) and words[0] in listed("openers", language)
    )


def _has_denial(side: Side, place: Place) -> bool:
    """Return whether a negation stands in some words: 'wollte sich |nicht| äußern'."""
    return any(
        cue.subject is Subject.NEGATION and not cue.answers and place.start <= cue.start < place.end
        for cue in side.extract(cues, side.texts[place.paragraph])
    )


def _is_denied(side: Side, place: Place) -> bool:
    """Return whether a negation stands right before a hedge: 'does not want to', 'n'a pas souhaité'."""
    return any(
        cue.subject is Subject.NEGATION and not cue.answers and 0 <= place.start - cue.end <= _REACH
        for cue in side.extract(cues, side.texts[place.paragraph])
    )


def _stated(
    side: Side, place: Place, cue: Cue, weakened: frozenset[str], known: frozenset[str], beside: Sequence[int]
) -> Place | None:
    """Return the clause of the other side that states what a hedge weakens, or None."""
    best: tuple[int, Place] | None = None
    least, least_share = (_LEAST_BESIDE, _LEAST_SHARE_BESIDE) if beside else (_LEAST_COMMON, _LEAST_SHARE)
    for index in beside or side.opposite(place):
        text = side.other_texts[index]
        for (start, _), part in zip(text.sentences, text.parts, strict=True):
            clauses = side.extract(_clauses, part)
            stems = frozenset[str]().union(*(one.stems for one in clauses))
            common = known & stems
            is_same_figure = (
                not beside and cue.force != _OF_GUILT and any(stem[0].isdigit() for stem in weakened & stems)
            )
            is_stated = len(common) >= least and len(common) >= least_share * len(known) and weakened & stems
            if not (is_same_figure or is_stated) or (best is not None and len(common) <= best[0]):
                continue
            if _is_hedged(side, place, cue, part, weakened):
                continue
            nearest = max(clauses, key=lambda one: (len(one.stems & weakened), len(one.stems & known)))
            best = len(common), Place(index, start + nearest.start, start + nearest.end)
    return best[1] if best else None


def _is_hedged(side: Side, place: Place, hedge: Cue, text: ReadText, weakened: frozenset[str]) -> bool:
    """Return whether a sentence has a hedge of its own, the same word in another form, or one that implies the same.

    A word of what is weakened (`weakened`) implies nothing: 'recommends that schools |ask|', 'schools must |ask|'.
    """
    word = side.texts[place.paragraph].folded.part(hedge.start, hedge.end).text.split()[0]
    return any(
        (hedge.force == _OF_REFUSAL and cue.subject is Subject.NEGATION)
        or (
            cue.subject is Subject.CERTAINTY
            and (
                _weakens(cue)
                or (
                    cue.force == hedge.force and text.folded.part(cue.start, cue.end).text[:STEM_LENGTH] not in weakened
                )
            )
        )
        for cue in side.extract(cues, text)
    ) or any(is_same_word(word, one) for one in text.forms)
