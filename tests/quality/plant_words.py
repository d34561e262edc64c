"""Changes of words that turn a meaning: negation, certainty, cause, attribution and source."""

import random
import re
from collections.abc import Iterator, Mapping

from diffing.model import Place
from tests.quality.plant_text import SAID, Edit, Idea, Sentence, Site, Token, cased, forms, overlap, tokens

# ---------------------------------------------------------------- what words of sentences share

_NEGATIONS = re.compile(
    r"\b(?:not|never|without|no|none|nothing|nobody|neither|nor|cannot|den(?:y|ies|ied|ying)|refus\w+|fail\w*|unable|"
    r"unlikely|hardly|against|lack\w*|stop\w*|prevent\w*|impossible|un\w+|il?legal)\b|\w+n['’]t\b",
    re.IGNORECASE,
)
_HEDGES = re.compile(
    r"\b(?:may|might|could|can|would|perhaps|possibl[ey]|probabl[ey]|likely|alleged\w*|apparent\w*|reported\w*|seem\w*|"
    r"appear\w*|suggest\w*|about|if|maybe|think\w*|believ\w*|hop\w+|expect\w*|should|potential\w*)\b",
    re.IGNORECASE,
)
_SOURCES = re.compile(
    rf"\b(?:according|{SAID}|say|announc\w+|report\w*|cit\w+|wrote|writes?|show\w*|found|finds?|suggest\w*|"
    r"believ\w+|think\w*|thought|argu\w+|call\w*|tell\w*|study|research\w*|data|figures)\b",
    re.IGNORECASE,
)


# Behind these an auxiliary has its verb before it, or none: 'better than we should and forget'.
_NO_VERBS = frozenset(
    {"and", "or", "but", "than", "as", "if", "when", "because", "that", "he", "she", "it", "they", "we"}
)


def _shared_auxiliaries(site: Site, auxiliaries: frozenset[str]) -> Iterator[tuple[Sentence, Token, Token, Place]]:
    """Auxiliaries in the same words on both sides, outside quotations: sentence, auxiliary, next word, counterpart."""
    for own, other in site.pairs:
        if own.text.endswith("?"):
            continue
        words, others = tokens(own.text), tokens(other.text)
        for at in range(1, len(words) - 2):
            word, after = words[at], words[at + 1]
            if word.form not in auxiliaries or own.text[word.end : after.start] != " " or not after.form.isalpha():
                continue
            if own.text[after.start].isupper() or after.form in _NO_VERBS:
                continue
            there = _same_words(words, at, others)
            # 'There will be a fair where there will be a talk': the 'will be' of the other side is that of the fair.
            if there is None or _same_words(words, at, words) is None or own.is_quoted(word.start, after.end):
                continue
            if not other.is_quoted(others[there].start, others[there].end):
                yield own, word, after, other.place(others[there].start, others[there].end)


def _same_words(words: tuple[Token, ...], at: int, others: tuple[Token, ...]) -> int | None:
    """Where the word stands on the other side with the one before and behind, or with the two behind, if only once."""
    found = [
        there
        for there in range(1, len(others) - 1)
        if others[there].form == words[at].form
        and others[there + 1].form == words[at + 1].form
        and (
            others[there - 1].form == words[at - 1].form
            or [word.form for word in others[there + 2 : there + 3]] == [words[at + 2].form]
        )
    ]
    return found[0] if len(found) == 1 else None


def _only_in_both(site: Site, pattern: re.Pattern[str]) -> Iterator[tuple[Sentence, re.Match[str], Place]]:
    """What stands in a sentence once and in its counterpart once, in the same words."""
    for own, other in site.pairs:
        here, there = list(pattern.finditer(own.text)), list(pattern.finditer(other.text))
        if len(here) != 1 or len(there) != 1 or here[0][0].lower() != there[0][0].lower():
            continue
        if not own.is_quoted(*here[0].span()) and not other.is_quoted(*there[0].span()):
            yield own, here[0], other.place(*there[0].span())


# ---------------------------------------------------------------- negation

_NEGATED = {"is", "are", "was", "were", "will", "can", "could", "would", "should", "must", "has", "have", "had"}
_CONTRACTED = {"will": "won’t", "can": "can’t"}
_PARTICIPLE = re.compile(r"(?:\w+ed|been|become|made|taken|given|gone|begun|found|seen|grown|come|shown|won|lost)")
_POSITIVE = {"won’t": "will", "can’t": "can", "shan’t": "shall", "cannot": "can"}
_NEGATION_IN = re.compile(
    r"(?<=[a-z] )(?<!\bwhy )not (?!only|just|so |all\b|every)|(?<=[a-z] )never (?!before)"
    r"|\b[a-z]+n[’']t\b|\bcannot\b|\bwithout\b"
)


# Before these a 'not' denies nothing: 'would not only move'.
_NOT_DENIED = frozenset({"only", "just"})


def negation(site: Site, chance: random.Random) -> Iterator[Idea]:
    """A 'not' put where both sides have the same clause without one, or taken out where both have it."""
    for own, word, after, there in _shared_auxiliaries(site, frozenset(_NEGATED)):
        other = next(other for sentence, other in site.pairs if sentence == own)
        if _NEGATIONS.search(own.text) or _NEGATIONS.search(other.text):
            continue
        if word.form in {"has", "have", "had"} and not _PARTICIPLE.fullmatch(after.form):
            continue
        if after.form in _NOT_DENIED:
            continue
        yield Idea("not put in", (Edit(own.place(word.end, word.end), " not"),), (there,))
        contracted = _CONTRACTED.get(word.form, word.form + "n’t")
        yield Idea("n’t put in", (Edit(own.place(word.start, word.end), contracted),), (there,))
        if chance.random() < _RARELY:
            yield Idea("never put in", (Edit(own.place(word.end, word.end), " never"),), (there,))
    for own, match, there in _only_in_both(site, _NEGATION_IN):
        found = match[0].strip()
        if found == "without":
            yield Idea("without > with", (Edit(own.place(*match.span()), "with"),), (there,))
        elif "until " in own.text.lower():
            continue  # 'had heard of it until now' says nothing
        elif found in {"not", "never"}:
            yield Idea(f"{found} taken out", (Edit(own.place(*match.span()), ""),), (there,))
        else:
            curled = found.replace("'", "’")
            positive = _POSITIVE.get(curled, curled[:-3])
            yield Idea("n’t taken out", (Edit(own.place(*match.span()), positive),), (there,))

    for own, match, there in _only_in_both(site, _DENYING):
        yield Idea("not before a denial", (Edit(own.place(*match.span()), _DENIED[match[0].lower()]),), (there,))


# Verbs that deny, and the same with a 'not', which says the opposite.
_DENIED: Mapping[str, str] = {
    "refused": "did not refuse",
    "rejected": "did not reject",
    "denied": "did not deny",
    "prevented": "did not prevent",
    "blocked": "did not block",
    "opposed": "did not oppose",
    "stopped": "did not stop",
    "ignored": "did not ignore",
    "refuses": "does not refuse",
    "prevents": "does not prevent",
    "opposes": "does not oppose",
}
# Behind 'was' they are passive: 'was did not refuse' is no English.
_DENYING = re.compile(
    rf"(?<!not )(?<!was )(?<!were )(?<!been )(?<!be )(?<!had )(?<!has )(?<!have )\b(?:{'|'.join(_DENIED)})\b"
)

# What is denied by a 'not', and an opposite that says the same: a faithful edit.
OPPOSITES: Mapping[str, str] = {
    "was not able to": "was unable to",
    "were not able to": "were unable to",
    "are not able to": "are unable to",
    "could not": "was unable to",
    "did not accept": "rejected",
    "did not agree": "disagreed",
    "does not agree": "disagrees",
    "did not allow": "banned",
    "do not like": "dislike",
    "is not clear": "is unclear",
    "was not clear": "was unclear",
    "is not legal": "is illegal",
    "is not possible": "is impossible",
    "was not possible": "was impossible",
    "is not likely": "is unlikely",
    "not happy": "unhappy",
    "do not have": "lack",
    "does not have": "lacks",
    "did not have": "lacked",
    "don’t have": "lack",
    "doesn’t have": "lacks",
    "didn’t have": "lacked",
    "did not succeed": "failed",
    "did not remember": "forgot",
    "don’t remember": "forget",
    "did not win": "lost",
    "not dangerous": "safe",
    "not safe": "dangerous",
    "not easy": "hard",
    "not many": "few",
    "not much": "little",
    "never": "not once",
}
_OPPOSED = re.compile(rf"\b(?:{'|'.join(sorted(OPPOSITES, key=len, reverse=True))})\b")


def said_by_opposites(text: str) -> str:
    """Return a text in which what is denied is said by an opposite: 'is not legal', 'is illegal'."""
    return _OPPOSED.sub(lambda found: OPPOSITES[found[0]], text)


# So that 'never', which fits everywhere, is planted less often than 'not'.
_RARELY = 0.4

# ---------------------------------------------------------------- certainty

_MADE_UNSURE: Mapping[str, tuple[str, ...]] = {
    "is": ("may be", "could be", "might be"),
    "are": ("may be", "could be", "might be"),
    "was": ("may have been", "might have been"),
    "were": ("may have been", "could have been"),
    "will": ("may", "might", "could"),
    "has": ("may have",),
    "have": ("may have", "might have"),
}
_ADVERBS = ("allegedly", "reportedly", "possibly", "probably", "apparently")
# 'could' is as often what somebody was able to: only with verbs of what may come it is unsure. 'Will seem' is no surer
# than 'may seem'.
_UNSURE = re.compile(
    r"\b(?:(?:may|might)(?= (?!be |have |not |never |or |seem |appear |look )[a-z])"
    r"|could(?= (?:become|lead|help|make|cause|mean|damage|take|bring)\b))"
)
_UNSURE_BE = re.compile(r"\b(?:may|might|could) be\b")
_PLURAL = re.compile(r"\b(?:they|we|you|these|those|many|some|people|men|women|children|\w+[^\W\dsui]s) $", re.I)
# 'Could possibly' is no less sure than 'could', and 'he thought it probably was' than 'he thought it was'.
_UNSURE_WORD = re.compile(
    r"(?<!couldn’t )(?<!could )(?<!might )(?<!may )"
    r"\b(?:probably|possibly|perhaps(?! more)|allegedly|reportedly|apparently|alleged) ",
    re.IGNORECASE,
)

_THOUGHT = re.compile(r"\b(?:th(?:inks?|ought)|believe[sd]?) (?:\w+ ){0,3}$")


def certainty(site: Site, chance: random.Random) -> Iterator[Idea]:
    """'may' for 'is' or 'will' and back, 'allegedly' and the like put in or taken out."""
    for own, word, after, there in _shared_auxiliaries(site, frozenset(_MADE_UNSURE)):
        other = next(other for sentence, other in site.pairs if sentence == own)
        if _HEDGES.search(own.text) or _HEDGES.search(other.text):
            continue
        if word.form in {"has", "have"} and not _PARTICIPLE.fullmatch(after.form):
            continue
        put = chance.choice(_MADE_UNSURE[word.form])
        yield Idea("is, will > may", (Edit(own.place(word.start, word.end), put),), (there,))
        if word.form != "will":
            adverb = chance.choice(_ADVERBS)
            yield Idea("adverb put in", (Edit(own.place(word.end, word.end), f" {adverb}"),), (there,))
    for own, match, there in _only_in_both(site, _UNSURE):
        if _UNSURE_WORD.search(own.text):
            continue
        yield Idea("may > will", (Edit(own.place(*match.span()), "will"),), (there,))
    for own, match, there in _only_in_both(site, _UNSURE_BE):
        put = "are" if _PLURAL.search(own.text[: match.start()]) else "is"
        yield Idea("may be > is", (Edit(own.place(*match.span()), put),), (there,))
    for own, match, there in _only_in_both(site, _UNSURE_WORD):
        if _THOUGHT.search(own.text[: match.start()]):
            continue
        yield Idea("adverb taken out", (Edit(own.place(*match.span()), ""),), (there,))


# ---------------------------------------------------------------- cause

_CAUSES: Mapping[str, tuple[str, ...]] = {
    "linked to": ("caused by",),
    "associated with": ("caused by",),
    "connected to": ("caused by",),
    "related to": ("caused by",),
    "caused by": ("linked to", "associated with"),
    "because of": ("after", "despite"),
    "because": ("while", "although"),
    "due to": ("after", "despite"),
    "as a result of": ("after", "at the time of"),
    "thanks to": ("during", "after"),
    "led to": ("preceded",),
    "caused": ("preceded", "accompanied"),
    "causes": ("precedes", "accompanies"),
    "causing": ("accompanying",),
    "contributed to": ("caused",),
    "leads to": ("is linked to",),
    "lead to": ("be linked to",),
    "resulted in": ("was followed by",),
    "cause": ("accompany",),
    "blamed on": ("linked to",),
}
_CAUSE = re.compile(rf"\b(?:{'|'.join(sorted(_CAUSES, key=len, reverse=True))})\b", re.IGNORECASE)
# 'cause' and 'lead' are verbs behind these; 'due to open in May' has no cause.
_VERB_BEFORE = re.compile(r"\b(?:to|can|could|will|would|may|might|not|also|they|that|which|always) $")
_NO_CAUSE = re.compile(r"(?:causes of|due to (?:be|open|start|begin|finish|close|go|take|meet|run|come|leave))\b")


def cause(site: Site, chance: random.Random) -> Iterator[Idea]:
    """What goes together is told as what brings about, or the other way."""
    for own, match, there in _only_in_both(site, _CAUSE):
        old = match[0].lower()
        if old in {"cause", "lead to"} and not _VERB_BEFORE.search(own.text[: match.start()]):
            continue
        if _NO_CAUSE.match(own.text, match.start()):
            continue
        if old == "because" and match.start() == 0:
            continue
        put = chance.choice(_CAUSES[old])
        yield Idea(old, (Edit(own.place(*match.span()), cased(put, match[0])),), (there,))


# ---------------------------------------------------------------- attribution

_COLOURED: Mapping[str, tuple[str, ...]] = {
    "said": ("claimed", "admitted", "insisted", "alleged", "conceded", "denied"),
    "says": ("claims", "admits", "insists", "alleges", "concedes", "denies"),
    "say": ("claim", "admit", "insist", "allege", "deny"),
    "told": ("warned", "assured", "reminded"),
    "added": ("claimed", "admitted", "complained"),
    "adds": ("claims", "admits", "complains"),
    "explained": ("claimed", "admitted"),
    "explains": ("claims", "admits"),
}
_PLAIN: Mapping[str, str] = {
    **dict.fromkeys(("claimed", "admitted", "insisted", "alleged", "warned", "denied", "boasted", "argued"), "said"),
    **dict.fromkeys(("claims", "admits", "insists", "alleges", "warns", "denies", "argues"), "says"),
    **dict.fromkeys(("claim", "admit", "insist", "warn", "argue"), "say"),
}
_SAYING = re.compile(r"\b(?:said|says|say|told|added|adds|explained|explains)\b")
_LEADING = re.compile(rf"\b(?:{'|'.join(_PLAIN)})\b")
# A noun, or a passive without a speaker: 'the claim', 'was told', 'said to be'.
_NO_VERB_BEFORE = re.compile(
    r"(?:\b(?:the|a|an|this|that|his|her|their|its|be|is|are|was|were|been|to|can|could|more|not|would|will|should|must)"
    r"|n['’]t) $"
)
# 'told his story', 'claimed the throne', 'is said to be'.
_NO_SAYING = re.compile(r" (?:to\b|(?:the|a|his|her|their) (?:story|stories|truth|lies?)\b)")
_CLAIMED = re.compile(r"claim\w* (?:that|it|he|she|they|there)\b")


def attribution(site: Site, chance: random.Random) -> Iterator[Idea]:
    """A verb of saying that stands once in both becomes one that takes sides, or such a one becomes 'said'."""
    for variety, pattern, puts in (("said > claimed", _SAYING, _COLOURED), ("claimed > said", _LEADING, None)):
        for own, match, there in _only_in_both_verbs(site, pattern):
            if puts is None:
                yield Idea(variety, (Edit(own.place(*match.span()), _PLAIN[match[0]]),), (there,))
                continue
            name = "told > warned" if match[0] == "told" else variety
            yield Idea(name, (Edit(own.place(*match.span()), chance.choice(puts[match[0]])),), (there,))


def _only_in_both_verbs(site: Site, pattern: re.Pattern[str]) -> Iterator[tuple[Sentence, re.Match[str], Place]]:
    for own, match, there in _only_in_both(site, pattern):
        is_noun = _NO_VERB_BEFORE.search(own.text[: match.start()]) or _NO_SAYING.match(own.text, match.end())
        if not is_noun and (not match[0].startswith("claim") or _CLAIMED.match(own.text, match.start())):
            yield own, match, there


# ---------------------------------------------------------------- source

_FIRST = re.compile(r"^According to (?:[^,;“”]{2,60}), (?=\w)")
_LAST = re.compile(r",? according to [^,;“”]{2,80}(?=[.]$)")
_BETWEEN = re.compile(r", according to [^,;“”]{2,60},(?= (?:and|but|as|with|in|it|was|is|were|has|had)\b)")
# 'he said' names nobody.
_NOBODY = r"(?!(?:(?:But|And|but|and) )?(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e|[Ww]ho|[Yy]ou) )"
_SAID_LAST = re.compile(rf", {_NOBODY}[\w’ ]{{2,30}} (?:said|says|say)(?=[.]$)")
_SAID_FIRST = re.compile(
    rf"^{_NOBODY}[A-Z][\w’]+(?: [\w’]+){{0,3}} (?:said|says|say)(?: that)? "
    r"(?=(?:the|a|his|her|their|it|they|he|she|there|this) )"
)
# The verb of a speaker who was taken out: 'The ruling was late, and said it would appeal'.
_SPEAKS_AGAIN = re.compile(r"\band (?:said|says|say)\b")
_ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)
_ADDED = ("according to officials", "according to a report", "according to sources", "according to the police")


_TAKEN_OUT = (
    ("according to taken out", _FIRST, _ACCORDING),
    ("according to taken out", _LAST, _ACCORDING),
    ("according to taken out", _BETWEEN, _ACCORDING),
    ("X said taken out", _SAID_LAST, _SAYING),
    ("X said taken out", _SAID_FIRST, _SAYING),
)


def source(site: Site, chance: random.Random) -> Iterator[Idea]:
    """Who it is known from taken out, where the other side says it too, or put in, where no side names anybody."""
    for own, other in site.pairs:
        for variety, pattern, marker in _TAKEN_OUT:
            match, there = pattern.search(own.text), marker.search(other.text)
            if not match or not there or own.is_quoted(*match.span()) or other.is_quoted(*there.span()):
                continue
            if _SPEAKS_AGAIN.search(own.text, match.end()) or _belongs_to_another(site, own, other, marker):
                continue
            if _names_the_same(match[0], there, _unquoted(other)):
                # A sentence that loses its beginning has its next letter as a capital.
                end = match.end() if match.start() else match.end() + 1
                put = "" if match.start() else own.text[match.end()].upper()
                yield Idea(variety, (Edit(own.place(match.start(), end), put),), (other.place(*there.span()),))
        if own.is_quoted(0, len(own.text)) or other.is_quoted(0, len(other.text)):
            continue
        if not _has_last_clause(own, other):
            continue
        if own.text.endswith(".") and not _SOURCES.search(own.text) and not _SOURCES.search(other.text):
            end = len(own.text) - 1
            yield Idea("according to put in", (Edit(own.place(end, end), f", {chance.choice(_ADDED)}"),), ())


def _belongs_to_another(site: Site, own: Sentence, other: Sentence, marker: re.Pattern[str]) -> bool:
    """Return whether the other sentence is more like another own one with a source: it names the source of that one."""
    return any(
        there == other
        and one != own
        and overlap(one.text, other.text) > overlap(own.text, other.text)
        and marker.search(one.text)
        for one, there in site.pairs
    )


def _unquoted(sentence: Sentence) -> str:
    """The sentence with blanks for its quotations, in which somebody else may speak of the source."""
    text = sentence.text
    return "".join(" " if sentence.is_quoted(at, at + 1) else letter for at, letter in enumerate(text))


# The share of the words of a last clause that the other side must have, so that it is told there too.
_LEAST_OF_CLAUSE = 0.4


def _has_last_clause(own: Sentence, other: Sentence) -> bool:
    """Return whether the other sentence tells the last clause of the own one, at whose end a source would stand."""
    clause = set(forms(re.split(r"[,;:–—] ?", own.text)[-1]))
    return len(clause & set(forms(other.text))) >= _LEAST_OF_CLAUSE * len(clause)


# A source stands within so many characters of 'according to' or 'said'.
_SOURCE_NEAR = 50
_NO_SOURCE = frozenset({"the", "a", "of", "to", "said", "says", "say", "that"})


def _names_the_same(source: str, marker: re.Match[str], other: str) -> bool:
    """Return whether the other sentence has any word of the source straight beside the words that mark a source."""
    named = set(forms(source)) - set(forms(marker[0])) - _NO_SOURCE
    return not named.isdisjoint(forms(other[max(0, marker.start() - _SOURCE_NEAR) : marker.end() + _SOURCE_NEAR]))
