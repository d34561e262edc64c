"""Find what was to come and has happened in a language without tenses: 将签署 (will sign), 签署了 (signed).

left   部长|将于星期一签署|协议。      right   部长星期一|签署了|协议。      future > past

Chinese verbs have no forms. A word before the verb says that it is to come, and a particle behind it that it is done.
The lexicon has both.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.covered import CoveredWords
from diffing.ledger.core.details import Senses
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.core.sides import sides
from diffing.ledger.language.lexicon import lexicon
from diffing.ledger.meaning.outlines import Outline, sentence_pairs
from diffing.model import Pair, Place
from diffing.patterns import compiled, lazy_pattern

# Characters of a verb, and those that may stand between the word for the future and the verb: a time, a place.
_VERB = 2
_MOST_BETWEEN = 10
_MARK = lazy_pattern("[，。；：！？、“”「」]")


def aspect_entries(context: LedgerContext, found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries of verbs that are to come on one side and done on the other, without those `found`."""
    both = sides(context)
    language = both.left.language
    if language != both.right.language or not lexicon(language).get("turns", {}).get("aspect"):
        return
    covered = CoveredWords(found)
    for pair in sentence_pairs(context):
        for one, senses in ((pair, Senses("future", "past")), (pair.swapped(), Senses("past", "future"))):
            places = _to_come_and_done(one)
            own = places and (places if one is pair else places.swapped())
            if own and not covered.touch(own.map(lambda place: (place,))):
                yield Entry(Subject.CONTENT, Change.CHANGED, (own.left,), (own.right,), Location.SAME_SENTENCE, senses)


def _to_come_and_done(pair: Pair[Outline]) -> Pair[Place] | None:
    """Return the places of a verb that the first sentence has in the future and the second one as done, or None."""
    language = pair.left.side.language
    future, done = (compiled("|".join(_listed(name, language))) for name in ("to_come", "done"))
    coming, past = pair.left.text.text, pair.right.text.text
    if future.search(past):
        return None
    for ended in done.finditer(past):
        verb = past[max(0, ended.start() - _VERB) : ended.start()]
        if len(verb) < _VERB or _MARK.search(verb) or verb + ended[0] in coming:
            continue
        for begun in future.finditer(coming):
            at = coming.find(verb, begun.end(), begun.end() + _MOST_BETWEEN + _VERB)
            if at >= 0 and not _MARK.search(coming, begun.end(), at):
                return Pair(
                    pair.left.in_paragraph(Place(0, begun.start(), at + _VERB)),
                    pair.right.in_paragraph(Place(0, ended.start() - _VERB, ended.end())),
                )
    return None


@cache
def _listed(name: str, language: str) -> Sequence[str]:
    """Return a list of the table `turns.aspect`, the longest words first."""
    words: Sequence[str] = lexicon(language)["turns"]["aspect"][name]
    return sorted(words, key=lambda word: (-len(word), word))
