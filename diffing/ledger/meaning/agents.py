"""Find who does it: an agent that only one side names.

left   |Guards shot| a miner at the gate.      right   A miner was shot at the gate.        gone: Guards shot
left   |Guards killed| three miners.           right   Three miners died.                   gone: Guards killed
left   A miner was shot |by guards|.           right   A miner was shot.                    gone: by guards

What the verb is done to stands behind it on one side, and before it on the other. The agent is gone if the other side
has not the word before the verb. Roles that are exchanged are found in roles.py.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import StatedWithout
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Entry, Subject
from diffing.ledger.core.sides import sides
from diffing.ledger.language.lexicon import forms, lexicon
from diffing.ledger.meaning.case_roles import exchanged_cases, exchanged_places, has_cases
from diffing.ledger.meaning.outlines import Outline, events, sentence_pairs
from diffing.ledger.meaning.roles import exchanged_roles
from diffing.ledger.meaning.sentence_words import BEGINNING, Sentence, Word, is_same_verb, listed, stems
from diffing.model import Pair, Place
from diffing.text.scripts import NOUNS_HAVE_CAPITALS

# The share of the content words of a sentence that the other one has: it tells the same.
_LEAST_SHARED = 0.6
# The share where roles are exchanged: nearly all the words are the same.
_LEAST_EXCHANGED = 0.8
# Words between 'was' and 'by': 'was badly hurt in May by'; and words of an agent behind 'by'.
_MOST_BETWEEN = 6
_MOST_AGENT = 4
# Letters of the ending of a case.
_ENDING = 2


_EXCHANGED = {"": exchanged_roles, "cases": exchanged_cases, "places": exchanged_places}
"""The finder of exchanged roles by what shows them: places around the verb and articles, cases, or places alone."""


def agent_entries(context: LedgerContext) -> Iterator[Entry]:
    """Yield the entries of agents that only one side names, and of roles that are exchanged."""
    both = sides(context)
    if both.left.language != both.right.language or not lexicon(both.left.language).get("agents"):
        return
    exchanged = _EXCHANGED[lexicon(both.left.language)["agents"].get("roles_by", "")]
    for pair in sentence_pairs(context):
        if exchanged is not exchanged_roles:
            entry = exchanged(pair.map(Outline.read))
            if entry is not None:
                yield entry
            elif exchanged is exchanged_cases and max(pair.left.shared_with(pair.right)) >= _LEAST_SHARED:
                yield from _lost_agents(pair)
                yield from _lost_agents(pair.swapped())
            continue
        shared = pair.left.shared_with(pair.right)
        entry = None
        if min(shared) >= _LEAST_EXCHANGED and (pair.left.is_turned(pair.right) or pair.left.has_other_by(pair.right)):
            entry = exchanged_roles(pair.map(Outline.read))
        if entry is not None:
            yield entry
        elif max(shared) >= _LEAST_SHARED:
            yield from _lost_agents(pair)
            yield from _lost_agents(pair.swapped())


def _lost_agents(pair: Pair[Outline]) -> Iterator[Entry]:
    """Yield the entry of an agent of the first sentence that the second one has not."""
    if pair.left.can_name_more(pair.right):
        own, other = pair.map(Outline.read)
        lost = next(_before_verb(own, other), None) or next(_behind_verb(own, other), None)
        if lost is not None:
            place, there = lost
            yield own.side.entry(Subject.CONTENT, (place,), Location.SAME_SENTENCE, StatedWithout(there))


def _before_verb(own: Sentence, other: Sentence) -> Iterator[tuple[Place, Place]]:
    """Yield the places of agents with their verbs that the other sentence has not, and of the verbs there."""
    known = other.stems
    for at, there in _verbs(own, other):
        subject, subject_there = own.subject(at), other.subject(there)
        if subject and own.words[subject[-1]].stem == other.words[there - 1].stem:
            # 'The bank |wrongly| closed', 'were |wrongly| closed'.
            subject = subject[:-1]
        done_to = stems(own.done_to(at))
        lost = [
            index
            for index in subject
            if own.words[index].stem not in known and not _is_declined(own.words[index], other)
        ]
        if (
            subject
            and subject[-1] in lost
            # 'O museu |quer|' has lost no museum.
            and 2 * len(lost) >= len(subject)
            and own.words[subject[-1]].form not in _anybody(own.language)
            and any(other.words[index].stem in done_to for index in subject_there)
            and not _has_other_agent(own, other)
        ):
            yield own.at(own.with_article(subject[0]), at), other.at(there, there)


def _is_declined(word: Word, other: Sentence) -> bool:
    """Return whether the other sentence has a word in another case, where cases show who does it: 'буря', 'бурей'."""
    beginning = word.form[: max(BEGINNING, len(word.form) - _ENDING)]
    return has_cases(other.language) and any(one.form.startswith(beginning) for one in other.words)


def _verbs(own: Sentence, other: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the active verbs of a sentence that tell the same as a verb of the other one without agent."""
    told = _told_as(own.language)
    for there, found in enumerate(other.words):
        if not other.can_be_verb(there):
            continue
        done = told.get(found.form, ())
        is_passive = other.is_passive(there)
        for at, word in enumerate(own.words) if done or is_passive else ():
            is_same = word.form in done or (is_passive and is_same_verb(word, found))
            if is_same and own.can_be_verb(at) and not own.is_passive(at):
                yield at, there


@cache
def _told_as(language: str) -> Mapping[str, frozenset[str]]:
    """Return the verbs with an agent that tell the event of a verb without one, by the latter."""
    found: dict[str, frozenset[str]] = {}
    for done, happened in events(language):
        for form in happened:
            found[form] = found.get(form, frozenset()) | done
    return found


@cache
def _anybody(language: str) -> frozenset[str]:
    """Return the nouns that name no agent: 'people', 'things'."""
    return forms(lexicon(language).get("numbers", {}).get("anybody", ())) | listed("nobody", language)


def _has_other_agent(own: Sentence, other: Sentence) -> bool:
    """Return whether a sentence names an agent behind 'by' that the other one has not."""
    known = own.stems
    agents = (_agent_behind(other, at) for at in range(len(other.words)))
    return any(agent and known.isdisjoint(stems(agent)) for agent in agents)


def _agent_behind(sentence: Sentence, at: int) -> Sequence[Word]:
    """Return the content words behind a 'by' up to a name or a noun of somebody; none for another 'by'."""
    if sentence.words[at].form not in listed("by", sentence.language):
        return ()
    found: list[Word] = []
    for word in sentence.words[at + 1 : at + 1 + _MOST_AGENT]:
        if word.clause != sentence.words[at].clause or word.form[0].isdigit() or (found and not word.is_content):
            break
        if word.is_content:
            found.append(word)
            is_name = word.has_capital and sentence.language not in NOUNS_HAVE_CAPITALS
            if is_name or word.form in listed("who", sentence.language):
                return found
    return ()


def _behind_verb(own: Sentence, other: Sentence) -> Iterator[tuple[Place, Place]]:
    """Yield the places of agents behind 'by' that the other sentence has not, and of their verbs or nouns there.

    'was shot by guards', 'the killing of a man by guards'
    """
    known = other.stems
    for at in range(1, len(own.words)):
        agent = _agent_behind(own, at)
        if not agent or not known.isdisjoint(stems(agent)):
            continue
        verb = _passive_verb(own, at)
        if verb is None and agent[-1].form in listed("who", own.language):
            there = next((index for index, word in enumerate(other.words) if word.stem == own.words[at - 1].stem), None)
            if there is not None and own.words[at - 1].is_content:
                yield own.at(at, own.words.index(agent[-1])), other.at(there, there)
        if verb is not None:
            yield from (
                (own.at(at, own.words.index(agent[-1])), other.at(index, index))
                for index in (index for index, word in enumerate(other.words) if word.form == verb.form)
                if _passive_verb(other, index + 1) is not None
            )


def _passive_verb(sentence: Sentence, end: int) -> Word | None:
    """Return the verb behind 'was' before a word; it may stand last: 'wurde von der Polizei |festgenommen|'."""
    passive = listed("passive", sentence.language)
    for at in range(end - 1, max(0, end - _MOST_BETWEEN) - 1, -1):
        if sentence.words[at].form in passive:
            behind = [word for word in sentence.words[at + 1 :] if word.clause == sentence.words[at].clause]
            verb = next((word for word in sentence.words[at + 1 : end] if word.is_content), None)
            return verb or next((word for word in reversed(behind) if word.is_content), None)
    return None
