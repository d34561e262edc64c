"""Compare verbs of saying: 'said' became 'claimed', 'admitted' or 'denied'.

left   the minister |said| taxes would fall      right   the minister |claimed| that taxes would fall
left   the isle |pledged| to plant trees         right   the isle |says| it will plant trees

A verb that replaces a verb of another class makes an entry, and so does another verb of the same speaker. 'Said' and
'told' are of one class.
"""

from collections.abc import Iterable, Iterator, Sequence

from diffing.ledger.attribution.pairs import Spoken, paired, spoken_in, stances
from diffing.ledger.attribution.sayings import SILENT, listed
from diffing.ledger.core.clauses import sentence_at
from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Senses
from diffing.ledger.core.locations import beside
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import sides
from diffing.ledger.language.lexicon import Lexicon, code_of
from diffing.ledger.meaning.context import is_same_word
from diffing.ledger.meaning.cues import Cue, cues
from diffing.model import Pair
from diffing.text.reading import ReadArticle, ReadText

# The class of the lexicon for verbs that deny.
_DENYING = "denying"
# Verbs that say whether a statement is true.
_OF_TRUTH = frozenset({_DENYING, "conceding", "claiming", "disclosing", SILENT})
# The force of words such as 'untrue': who says that a claim is untrue denies it.
_UNTRUE = "untrue"
# Characters behind the verb that are searched for the 'not' of the statement.
_CLAUSE = 80
# Words behind a 'not' among which a verb of knowing may stand: 'did not yet know'.
_BESIDE = 2


def attribution_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of verbs of saying that replace verbs of another class."""
    for pair in context.once(paired):
        left, right = pair
        if left.saying.stance == right.saying.stance or _is_denied(context, pair):
            continue
        if SILENT in stances(*pair) and (is_same_word(*_words(context, pair)) or _is_said_too(context, pair)):
            # 'Did not reply', 'replied': a negation. 'Confirmed', 'would not say, confirming only': the same.
            continue
        is_replaced = context.correspondence.is_replaced(left.place, right.place)
        if not (_can_be_one(pair) if not is_replaced else _may_be_said_by_one(context, pair)):
            # 'The parish maintains', 'the town hall replies'.
            continue
        senses = Senses(left.saying.stance, right.saying.stance)
        yield Entry(Subject.ATTRIBUTION, Change.CHANGED, (left.place,), (right.place,), beside(is_replaced), senses)


def _can_be_one(pair: Pair[Spoken]) -> bool:
    """Return whether two verbs that stand apart can be of one speaker; of an unknown one, where both are unknown."""
    known = [bool(one.speaker.words) for one in pair]
    return known[0] == known[1] and pair.left.speaker.can_be(pair.right.speaker)


def _may_be_said_by_one(context: LedgerContext, pair: Pair[Spoken]) -> bool:
    """Return whether two verbs in each other's place may tell one statement.

    'The firm |said| it will close', 'the tone of the letter |suggests| a sale' are two. But who denies may be named in
    many ways, and a reader has to know: 'the rider |denied| it', 'Wolny |admitted| it'.
    """
    left, right = pair
    return (
        left.speaker.can_be(right.speaker)
        or not _OF_TRUTH.isdisjoint(stances(left, right))
        or context.correspondence.is_exact_replacement(left.place, right.place)
    )


def _is_said_too(context: LedgerContext, pair: Pair[Spoken]) -> bool:
    """Return whether the paragraph of a verb that says nothing has a verb of the other one's class, too."""
    return any(
        one.saying.stance == SILENT and other.saying.stance in stances(*spoken_in(side, one.place.paragraph))
        for side, one, other in zip(sides(context), pair, pair.swapped(), strict=True)
    )


def _words(context: LedgerContext, pair: Pair[Spoken]) -> Iterator[str]:
    """Yield the verb of each side, folded."""
    for one, article in zip(pair, context.read, strict=True):
        yield article.paragraphs[one.place.paragraph].folded.part(one.place.start, one.place.end).text


def _is_denied(context: LedgerContext, pair: Pair[Spoken]) -> bool:
    """Return whether one side denies a statement and the other side says that it is not true: the meaning is equal."""
    behind = Pair(*map(_behind, pair, context.read))
    for own, there, other, known in zip(behind, behind.swapped(), pair.swapped(), context.lexicons, strict=True):
        if other.saying.stance != _DENYING:
            continue
        # 'Denied that he knew of it', 'said that he did not know of it': the same.
        knowing = frozenset() if _knows(there.forms, known) else listed("knowing", code_of(known))
        if any(
            cue.force == _UNTRUE
            or (cue.subject is Subject.NEGATION and not cue.answers and knowing.isdisjoint(_words_beside(own, cue)))
            for cue in cues(own, known)
        ):
            return True
    return False


def _behind(spoken: Spoken, article: ReadArticle) -> ReadText:
    """Return the words behind a verb of saying in its sentence."""
    text = article.paragraphs[spoken.place.paragraph]
    start, sentence = sentence_at(text, spoken.place.start)
    return text.part(spoken.place.end, min(spoken.place.end + _CLAUSE, start + len(sentence.text)))


def _knows(words: Iterable[str], lexicon: Lexicon) -> bool:
    """Return whether a form of a verb of knowing is among some words."""
    knowing = listed("knowing", code_of(lexicon))
    return any(is_same_word(word, one) for word in words for one in knowing)


def _words_beside(text: ReadText, negation: Cue) -> Sequence[str]:
    """Return the words of a negation, and those beside it: who |did not yet know| why it broke denies nothing."""
    form = text.folded
    start, end = form.at(negation.start), form.at(negation.end)
    return (*form.text[:start].split()[-1:], *form.text[start:end].split(), *form.text[end:].split()[:_BESIDE])
