"""Find roles that are exchanged: what stands before the verb on one side stands behind it on the other side.

left   |Holt sued Sand| over the mill.      right   |Sand sued Holt| over the mill.

Verbs of what two do together (met, married) say the same either way. In German an article can mark what stands before
the verb as the object.
"""

from collections.abc import Iterator, Set

from diffing.ledger.core.details import Exchanged
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.meaning.sentence_words import Sentence, is_same_verb, listed, stems
from diffing.model import Pair, Place


def exchanged_roles(pair: Pair[Sentence]) -> Entry | None:
    """Return the entry of two roles that are exchanged in a sentence."""
    for verbs in _same_verbs(*pair):
        found = list(zip(pair, verbs, strict=True))
        if any(sentence.words[at].form in listed("mutual", sentence.language) for sentence, at in found):
            continue
        before = Pair(*(stems(sentence.words[one] for one in sentence.subject(at)) for sentence, at in found))
        behind = Pair(*(stems(sentence.done_to(at)) for sentence, at in found))
        left, right = before.left - before.right, before.right - before.left
        if (
            left
            and right
            and left <= behind.right - behind.left
            and right <= behind.left - behind.right
            and len({sentence.is_passive(at) for sentence, at in found}) == 1
            and not any(_is_marked(sentence, at) for sentence, at in found)
        ):
            own, other = (_clause(sentence, at, left | right) for sentence, at in found)
            return Entry(Subject.CONTENT, Change.CHANGED, (own,), (other,), Location.SAME_SENTENCE, Exchanged())
    return None


def _same_verbs(own: Sentence, other: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the words that can be the verb of both sentences: forms of one word."""
    theirs = [at for at in range(len(other.words)) if other.can_be_verb(at)]
    for at, word in enumerate(own.words):
        if own.can_be_verb(at):
            yield from ((at, there) for there in theirs if is_same_verb(word, other.words[there]))


def _is_marked(sentence: Sentence, at: int) -> bool:
    """Return whether an article may make an object of the words before a verb: 'Den Mann verklagte Kroll'."""
    subject = sentence.subject(at)
    first = sentence.with_article(subject[0]) if subject else at
    return any(word.form in listed("object_articles", sentence.language) for word in sentence.words[first:at])


def _clause(sentence: Sentence, at: int, roles: Set[str]) -> Place:
    """Return the place of a verb with the words of both roles around it."""
    found = [index for index, word in enumerate(sentence.words) if word.is_content and word.stem in roles]
    return sentence.at(sentence.with_article(min(found)), max(*found, at))
