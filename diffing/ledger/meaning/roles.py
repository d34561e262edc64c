"""Find roles that are exchanged: what stands before the verb on one side stands behind it on the other side.

left   |Holt sued Sand| over the mill.      right   |Sand sued Holt| over the mill.
left   |Costs were higher than sales|.      right   |Sales were higher than costs|.
left   |The union sued the mayor|.          right   |The union was sued by the mayor|.

Verbs of what two do together (met, married) say the same either way. In German an article can mark what stands before
the verb as the object.
"""

from collections import defaultdict
from collections.abc import Iterator, Set

from diffing.ledger.core.details import Exchanged
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.meaning.sentence_words import BEGINNING, Sentence, Word, is_same_verb, listed, prepositions, stems
from diffing.model import Pair, Place

# Words behind a verb that are searched for what it is done to: 'the city of the nine hills'.
_MOST_BEHIND = 8


def exchanged_roles(pair: Pair[Sentence]) -> Entry | None:
    """Return the entry of two roles that are exchanged in a sentence."""
    for verbs in _same_verbs(*pair):
        found = list(zip(pair, verbs, strict=True))
        if any(sentence.words[at].form in listed("mutual", sentence.language) for sentence, at in found):
            continue
        before = Pair(*(stems(sentence.words[one] for one in sentence.subject(at)) for sentence, at in found))
        is_one_voice = len({sentence.is_passive(at) for sentence, at in found}) == 1
        # Most verbs end here: what stands before them is on both sides, or is another thing.
        if not (before.left and before.right) or (before.left == before.right) == is_one_voice:
            continue
        behind = Pair(*(stems(_behind(sentence, at)) for sentence, at in found))
        if is_one_voice:
            left, right = before.left - before.right, before.right - before.left
            is_exchanged = left <= behind.right - behind.left and right <= behind.left - behind.right
        else:
            left, right = before.left, behind.left
            is_exchanged = behind.left == behind.right and _is_turned(*found)
        if left and right and is_exchanged and not any(_is_marked(sentence, at) for sentence, at in found):
            own, other = (_clause(sentence, at, left | right) for sentence, at in found)
            return Entry(Subject.CONTENT, Change.CHANGED, (own,), (other,), Location.SAME_SENTENCE, Exchanged())
    return None


def _same_verbs(own: Sentence, other: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the words that can be the verb of both sentences: forms of one word."""
    theirs: defaultdict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(other.words):
        if other.can_be_verb(at):
            theirs[word.form[:BEGINNING]].append(at)
    for at, word in enumerate(own.words):
        alike = theirs.get(word.form[:BEGINNING])
        if alike and own.can_be_verb(at):
            yield from ((at, there) for there in alike if is_same_verb(word, other.words[there]))


def _behind(sentence: Sentence, at: int) -> list[Word]:
    """Return the content words of the noun behind a verb: sued |the city of Skarn| in May, higher than |sales|."""
    articles, links, comparing = (listed(name, sentence.language) for name in ("articles", "of", "than"))
    found: list[Word] = []
    is_open = True  # an article may follow
    for word in sentence.words[at + 1 : at + 1 + _MOST_BEHIND]:
        if word.clause != sentence.words[at].clause:
            break
        if word.is_content:
            found.append(word)
            is_open = False
        elif found and word.form in links:
            is_open = True
        elif not is_open or not (word.is_passed or word.form in articles or (not found and word.form in comparing)):
            break
    return found


def _is_turned(left: tuple[Sentence, int], right: tuple[Sentence, int]) -> bool:
    """Return whether the agent of one of two verbs, of which one is passive, stands before the other: 'was sued by'."""
    agents = []
    for sentence, at in (left, right):
        follows = sentence.words[at + 1].form if at + 1 < len(sentence.words) else ""
        agents.append((sentence.is_passive(at), follows in listed("by", sentence.language)))
    return sorted(agents) == [(False, False), (True, True)]


def _is_marked(sentence: Sentence, at: int) -> bool:
    """Return whether the words before a verb may not be who does it: 'Den Mann rief er', 'Of costs Holt warned'.

    An article may make an object of them, and a preposition neither.
    """
    subject = sentence.subject(at)
    first = sentence.with_article(subject[0]) if subject else at
    if sentence.words[first].form in prepositions(sentence.language):
        return True
    return any(word.form in listed("object_articles", sentence.language) for word in sentence.words[first:at])


def _clause(sentence: Sentence, at: int, roles: Set[str]) -> Place:
    """Return the place of a verb with the words of both roles around it."""
    found = [index for index, word in enumerate(sentence.words) if word.is_content and word.stem in roles]
    return sentence.at(sentence.with_article(min(found)), max(*found, at))
