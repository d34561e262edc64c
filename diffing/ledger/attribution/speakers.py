"""Find the speaker of a verb of saying.

“It holds,” said |Ada Senn|.                    behind the verb
|Ron Tilby|, who sells rope, said it holds.     before the clause between two commas
|Senn| left early. She said it holds.           a pronoun means who is named before it
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from diffing.ledger.attribution.bodies import content_stems
from diffing.ledger.attribution.sayings import Saying, is_saying, listed
from diffing.ledger.core.clauses import clause_start, words_until_break
from diffing.ledger.language.lexicon import lexicon
from diffing.model import Place
from diffing.patterns import lazy_pattern
from diffing.text.folding import FoldedText, word_pattern
from diffing.text.function_words import function_words
from diffing.text.reading import ReadText

# Words of a speaker: 'a spokesman for the interior ministry'.
_MOST_WORDS = 7
# Words of a name: 'the President of Garrick' has two with a capital.
_MOST_NAMES = 4
# Characters before a verb that are searched for the speaker of 'who', and for the name that a pronoun means.
_BACK = 300
# Characters from a speaker to the verb behind a clause between two commas.
_LONGEST_APPOSED = 120
_CAPITAL_WORD = lazy_pattern(r"(?<![\w'\u2019-])[^\W\d_]\w*(?:[-'\u2019]\w+)*")
_END = lazy_pattern(r"[.!?\u2026]['\"\u2019\u201d\u00bb)]*\s+")
_MARK_BEFORE = lazy_pattern(r"['\"\u2019\u201d\u00bb]\s*[,.!?]?\s*$")


class Speaker(NamedTuple):
    """The speaker of a verb of saying.

    `words` are the stems of the words that name the speaker, empty if there are none. `place` has the verb and the
    speaker beside it, with paragraph 0, or is None if the speaker stands apart from the verb or is not found.
    """

    words: frozenset[str]
    place: Place | None

    def can_be(self, other: "Speaker") -> bool:
        """Return whether both can be one person: they have a word in common, or one is not known."""
        return not self.words or not other.words or bool(self.words & other.words)


def speaker(text: ReadText, saying: Saying, language: str) -> Speaker:
    """Return the speaker of a verb of saying in a text."""
    form = text.folded
    start, end = form.at(saying.start), form.at(saying.end)
    before = _subject(form, start, language)
    if before and before[-1][0] in listed("passive", language):
        # 'Visitors will be admitted': the words before say nothing.
        return Speaker(frozenset(), None)
    inside = word_pattern(form.text).findall(form.text, start, end)[1:-1]
    if _can_name([word[0] for word in before], language):
        place = form.place(0, before[0].start(), end) if len(before) <= _MOST_WORDS else None
        return Speaker(_named(text, [word[0] for word in before] + inside, before[0].start(), language), place)
    behind = words_until_break(form.text, end, len(form.text), _MOST_WORDS)
    is_inverted = listed("auxiliaries", language).issuperset(word[0] for word in before)
    apposed = _apposed(form, start, end, language)
    if is_inverted and _stems(inside, language) and not apposed.words:
        # A verb in two parts: 'teilte |das Bauamt| mit', and not 'Jutta Brem, Schulleiterin, kündigte |Protest| an'.
        return Speaker(_named(text, inside, start, language), form.place(0, start, end))
    if (
        is_inverted
        and behind
        and (_is_behind_quotation(form.text, start) or not _has_statement(text, behind, language))
    ):
        words = _named(text, [word[0] for word in behind], start, language)
        return Speaker(words, form.place(0, start, behind[-1].end()))
    if is_inverted and not apposed.words and behind and behind[0][0] in listed("subordinators", language):
        return _left_out(text, before[0].start() if before else start, end, language)
    return apposed


def _left_out(text: ReadText, start: int, end: int, language: str) -> Speaker:
    """Return the speaker of a verb that begins its sentence without a subject: '|Dijo| que no', '|Ha detto| che no'."""
    form = text.folded
    ends = (found.end() for found in _END.finditer(form.text, max(0, start - _BACK), start))
    is_first = start in (0, *ends)
    return Speaker(_meant(text, start, language), form.place(0, start, end) if is_first else None)


def _subject(form: FoldedText, end: int, language: str) -> Sequence["re.Match[str]"]:
    """Return the words of the innermost clause before a verb: 'Senn said |he| doubted'."""
    words = words_until_break(form.text, clause_start(form.text, end), end, _MOST_WORDS * 3)
    begins, nouns = listed("subordinators", language), listed("before_noun", language)
    first = max(
        (
            at
            for at, word in enumerate(words)
            if word[0] in begins or (is_saying(word[0], language) and not (at and words[at - 1][0] in nouns))
        ),
        default=-1,
    )
    return words[first + 1 :]


def _can_name(words: Sequence[str], language: str) -> bool:
    """Return whether words have a name or a pronoun, and not only an auxiliary verb: 'has said |Ada Senn|'."""
    return bool(_stems(words, language)) or not listed("pronouns", language).isdisjoint(words)


def _named(text: ReadText, words: Iterable[str], start: int, language: str) -> frozenset[str]:
    """Return the stems of the words of a speaker; `start` is where they stand, for a pronoun among them."""
    words = list(words)
    stems = _stems(words, language)
    pronouns = listed("pronouns", language)
    return stems or (_meant(text, start, language) if any(word in pronouns for word in words) else stems)


def _stems(words: Iterable[str], language: str) -> frozenset[str]:
    passed = listed("auxiliaries", language) | listed("passive", language)
    return frozenset(content_stems((word for word in words if word not in passed), language))


def _meant(text: ReadText, at: int, language: str) -> frozenset[str]:
    """Return the stems of the name that a pronoun means: the first of its sentence, or else of the sentence before."""
    form = text.folded
    end = form.place(0, at, at + 1).start
    start = max(0, end - _BACK)
    ends = [start, *(found.end() for found in _END.finditer(text.text, start, end)), end]
    for first, last in islice(zip(reversed(ends[:-1]), reversed(ends[1:]), strict=True), 2):
        stems = _stems(_first_name(text, first, last, language), language)
        if stems:
            return stems
    return frozenset()


def _first_name(text: ReadText, start: int, end: int, language: str) -> list[str]:
    """Return the first words with a capital that stand beside each other, folded, without function words."""
    grammar, pronouns = function_words(language), listed("pronouns", language)
    found: list[str] = []
    last = start
    for word in _CAPITAL_WORD.finditer(text.text, start, end):
        form = text.folded.part(word.start(), word.end()).text
        if word[0][0].isupper() and form not in grammar and form not in pronouns:
            if found and text.text[last : word.start()].strip():
                break
            found.append(form)
            last = word.end()
            if len(found) == _MOST_NAMES:
                break
    return found


def _is_behind_quotation(text: str, start: int) -> bool:
    return _MARK_BEFORE.search(text, max(0, start - 4), start) is not None


def _has_statement(text: ReadText, behind: Iterable["re.Match[str]"], language: str) -> bool:
    """Return whether the words behind a verb are what is said, and not who says it: 'said |the wall was new|'.

    A pronoun counts as it is spelled: Spanish 'el' (the) is no 'él' (he).
    """
    behind = list(behind)
    begins = listed("subordinators", language) | listed("pronouns", language)
    return not listed("passive", language).isdisjoint(word[0] for word in behind[1:]) or any(
        word[0] in begins and not _is_article(text, word, language) for word in behind
    )


def _is_article(text: ReadText, word: "re.Match[str]", language: str) -> bool:
    """Return whether a word is a pronoun only with the accent that it lacks here."""
    place = text.folded.place(0, *word.span())
    spelled = unicodedata.normalize("NFC", text.text[place.start : place.end]).casefold()
    return word[0] in listed("pronouns", language) and spelled not in _pronouns(language)


@cache
def _pronouns(language: str) -> frozenset[str]:
    """Return the pronouns of a language with their accents."""
    return frozenset(lexicon(language).get("sources", {}).get("pronouns", ()))


def _apposed(form: FoldedText, start: int, end: int, language: str) -> Speaker:
    """Return who stands before a clause between two commas, behind which a verb is: |Ron Tilby|, who sells rope, said.

    The words of the speaker are those of the sentence up to that clause; the place begins with the last comma there.
    """
    text = form.text
    first = max(0, start - _BACK)
    first = max((found.end() for found in _END.finditer(text, first, start)), default=first)
    clause = max(first, clause_start(text, max(first, clause_start(text, start) - 1)))
    stems = _stems(word_pattern(text).findall(text, first, clause), language)
    own = word_pattern(text).search(text, max(first, clause_start(text, max(first, clause - 1))), clause)
    is_beside = own is not None and bool(stems) and start - own.start() <= _LONGEST_APPOSED
    return Speaker(stems, form.place(0, own.start(), end) if own is not None and is_beside else None)
