"""An entry of the ledger in few words: what was, what is, and what it is about, all from the articles.

number 12 > 14      ->   12 → 14   people
negation not gone   ->   did not brake → did brake
name gone           ->   − Owen Brandt
a quotation         ->   “did not brake” → “did brake”
"""

from typing import NamedTuple

from diffing.ledger.core.details import Counted, Replacement, Speakers, StatedWithout, WordChanges
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.model import Article, Comparison, Pair, Place
from diffing.patterns import lazy_pattern
from diffing.text.function_words import FUNCTION_WORDS

from ..text.wrapping import CUT
from .cells import BECOMES, between
from .differing import where_they_differ, without_beginning, without_common

OPENING, CLOSING = "“", "”"
"""Marks around the words of a quotation."""
# Words that are shown beside a change to say what it is about, and how far they are looked for, in characters.
_WORDS_BEHIND = 2
_MOST_BEFORE = 4
# Words before what differs in a note that both sides have.
_KEPT = 3
_NEAR = 40
# Longer words of both sides, in characters, are told without the series of words that both have.
_LONG = 30
# A character of Han or kana is a word of its own here. The screen needs no more exact reading, which loads slowly.
_WORD_PATTERN = "[\\u3040-\\u30ff\\u3400-\\u9fff]|[^\\W\\u3040-\\u30ff\\u3400-\\u9fff]+(?:['’-]\\w+)*"
_WORD = lazy_pattern(_WORD_PATTERN)
_NEXT_WORD = lazy_pattern(f"\\s*(?:{_WORD_PATTERN})")
# The rest of a name, up to its last word in capitals: 'Ruth [de la Cruz]', 'J. Soto' behind 'Mayor'.
_REST_OF_NAME = lazy_pattern(
    r"(?:(?:(?<=\b[A-Z])\.)?\s+(?:(?:al|bin|da|de|del|della|den|der|di|do|dos|du|el|la|le|ten|van|von|zu|y)\s+)*"
    r"[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΫЀ-Я][\w'’.-]*\b)+"
)
_MEASURED = lazy_pattern("\\s*([\u3040-\u30ff\u3400-\u9fff]+)")
_MOST_HAN, _LEAST_HAN = 6, 4
# Characters that lead on to what follows: 'and', 'of', 'at'.
_JOINING = "和与及的在がはをにと"
# Characters with which another part of a clause begins: 'this', 'in', 'already'. They are cut off behind a word.
_OPENING_PART = lazy_pattern("(?<=..)[这這那该該其在对對于於被把将將已和与及がはをにで]")
# Words that begin another part of the sentence: of 'killing 1 and injuring 17', 'injuring' is not said of the 1.
_AND_OR_BUT = """
    and or but und oder aber sondern et ou mais y e o pero ma mas maar и или но
"""
_CONJUNCTIONS = frozenset(_AND_OR_BUT.split())
_LAST_WORD = lazy_pattern(f"(?<!\\w)(?:{_WORD_PATTERN})\\s*$")


class ChangeWords(NamedTuple):
    """A change in words: old and new, at least one of them, and what they are about; not yet safe for a terminal.

    Of a run of paragraphs the first has the words, and `about` says how many more there are. `between` is the sign
    between old and new.
    """

    old: str
    new: str
    about: str = ""
    is_run: bool = False
    between: str = BECOMES

    def shortened(self, most: int) -> "ChangeWords":
        """Return the change with at most about `most` characters of old words, and of new ones, cut between words."""
        return self._replace(old=_cut(self.old, most), new=_cut(self.new, most))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} {CUT}"


def change_words(entry: Entry, comparison: Comparison) -> ChangeWords:
    """Return the words of an entry."""
    return _change_words(entry, comparison)._replace(between=between(comparison))


def _change_words(entry: Entry, comparison: Comparison) -> ChangeWords:
    match entry.detail:
        case WordChanges():
            return _quoted(_first(entry.detail), entry, comparison)
        case Speakers(left, right):
            return ChangeWords(" / ".join(left), " / ".join(right), f"“{_words(comparison.right, entry.right)}”")
        case StatedWithout(place):
            return _stated(entry, comparison, place)
    old, new = _words(comparison.left, entry.left), _words(comparison.right, entry.right)
    if entry.subject is Subject.QUOTATION:
        # Where only one side quotes the words, the marks are the change.
        return ChangeWords(
            old if entry.change is Change.QUOTED else _in_marks(old),
            new if entry.change is Change.UNQUOTED else _in_marks(new),
        )
    if entry.subject is Subject.HEADLINE:
        return ChangeWords(*without_beginning(old, new))
    if entry.subject is Subject.CORRECTION and old and new:
        return ChangeWords(*without_beginning(old, new, _KEPT))
    if entry.subject is Subject.SOURCE and old and new:
        return ChangeWords(*where_they_differ(old, new))
    if entry.is_passage or entry.subject is Subject.CORRECTION:
        more = _more_paragraphs(entry)
        return ChangeWords(old, new, more, is_run=bool(more))
    about = _about(entry, comparison)
    if entry.subject is Subject.NUMBER and not about and bool(old) != bool(new) and (old + new).isalnum():
        # 'Storm kills two as it crosses', 'at kilometre 31.': the words before say of what a bare number is.
        article, place = (comparison.left, entry.left[0]) if old else (comparison.right, entry.right[0])
        before = _phrase_before(article.paragraphs[place.paragraph].text, place.start)
        if before[-1:].isspace() and before.split()[0].casefold() not in FUNCTION_WORDS:
            old, new = (before + old, "") if old else ("", before + new)
    return ChangeWords(old, new, about)


def _more_paragraphs(entry: Entry) -> str:
    """Return how many more paragraphs a passage has than the one whose words are shown."""
    more = len({place.paragraph for place in entry.left + entry.right}) - 1
    return f"and {more} paragraph{'' if more == 1 else 's'} more" if more else ""


def _first(changes: WordChanges) -> Replacement:
    """Return the first change inside a quotation; words cut or added stand on one side only."""
    if changes.replaced:
        return changes.replaced[0]
    return Replacement(changes.cut[0], "") if changes.cut else Replacement("", changes.added[0])


def _quoted(one: Replacement, entry: Entry, comparison: Comparison) -> ChangeWords:
    """Return what changed in a quotation; of words that one side lost, with the word before: 'did not brake'."""
    sides = Pair(one.left, one.right)
    if one.left and one.right and (one.left.endswith(one.right) or one.right.endswith(one.left)):
        before = Pair(*map(_word_before, comparison.articles, entry.places, sides))
        if before.left and before.left == before.right:
            sides = Pair(f"{before.left} {one.left}", f"{before.right} {one.right}")
    if min(len(sides.left), len(sides.right)) > _LONG:
        sides = Pair(*without_common(*sides))
    return ChangeWords(_in_marks(sides.left), _in_marks(sides.right))


def _word_before(article: Article, places: tuple[Place, ...], words: str) -> str:
    """Return the word before the first of some words in places; nothing where they begin, or stand behind a mark."""
    for place in places:
        text = place.words(article)
        at = text.find(words)
        if at >= 0:
            return _before(text, at).strip()
    return ""


def _in_marks(text: str) -> str:
    return f"{OPENING}{text}{CLOSING}" if text else ""


def _words(article: Article, places: tuple[Place, ...]) -> str:
    return " ".join(places[0].words(article).split()) if places else ""


def _about(entry: Entry, comparison: Comparison) -> str:
    """Return what a change is about: the noun that a number counts, or the words behind it."""
    article, places = (comparison.right, entry.right) if entry.right else (comparison.left, entry.left)
    place, text = places[0], article.paragraphs[places[0].paragraph].text
    if isinstance(entry.detail, Counted):
        return _with_what_is_measured(entry.detail.noun, text, place.end)
    if entry.subject is Subject.DATE:
        # The words behind a date go on with the sentence: '5.42am in thick', '12 May, the'.
        return ""
    if entry.subject is Subject.NAME:
        # A name says by itself what it is about, unless it goes on.
        rest = _REST_OF_NAME.match(text, place.end, place.end + _NEAR)
        return rest[0].strip() if rest else ""
    return "" if _has_units(entry, comparison) else _behind(text, place.end, _WORDS_BEHIND)


def _has_units(entry: Entry, comparison: Comparison) -> bool:
    """Return whether an entry of a translation is about equal figures, which its words name with their units."""
    if comparison.languages is None or not (entry.left and entry.right):
        return False
    figures = [
        [character for character in _words(article, places) if character.isdigit()]
        for article, places in zip(comparison.articles, entry.places, strict=True)
    ]
    return bool(figures[0]) and figures[0] == figures[1]


def _with_what_is_measured(noun: str, text: str, end: int) -> str:
    """Return what a number counts, of a measure word of Chinese or Japanese with the characters behind: '人遇难'.

    Up to _MOST_HAN characters are a whole clause; of a longer one its beginning says what is counted.
    """
    found = _MEASURED.match(text, end)
    if len(noun) > 1 or not found or not found[1].startswith(noun):
        return noun
    return _part_of_clause(found[1]).rstrip(_JOINING) or noun


def _part_of_clause(characters: str) -> str:
    """Return a clause of Chinese or Japanese as it is up to _MOST_HAN characters, the beginning of a longer one."""
    return characters if len(characters) <= _MOST_HAN else characters[:_LEAST_HAN]


def clause_behind(text: str, start: int) -> str:
    """Return the first word or two of a clause of Chinese or Japanese at a place, nothing in other writing.

    Without spaces nothing says where a word ends: one character of it would be half a word.
    """
    found = _MEASURED.match(text, start)
    if not found:
        return ""
    part = _part_of_clause(found[1])
    other = _OPENING_PART.search(part)
    return part[: other.start()] if other else part


def _stated(entry: Entry, comparison: Comparison, place: Place) -> ChangeWords:
    """Return a word with the words around it, and the words that the other side has without it."""
    is_gone = entry.change is Change.GONE
    own, other = comparison.articles if is_gone else comparison.articles.swapped()
    cue = (entry.left or entry.right)[0]
    text = own.paragraphs[cue.paragraph].text
    there = other.paragraphs[place.paragraph].text
    if behind := clause_behind(text, cue.end):
        sides = Pair(text[cue.start : cue.end] + behind, clause_behind(there, place.start))
        return ChangeWords(*(sides if is_gone else sides.swapped()))
    start = cue.start - len(_before(text, cue.start))
    end = cue.end + len(_behind_with_space(text, cue.end, 1))
    before = _before(there, place.start)
    if before.casefold() != _before(text, cue.start).casefold():
        before = _phrase_before(there, place.start)
    sides = Pair(text[start:end].strip(), (before + there[place.start : place.end]).strip())
    old, new = sides if is_gone else sides.swapped()
    return ChangeWords(old, new)


def _before(text: str, start: int) -> str:
    """Return the word before a place, with the space behind it; nothing at the beginning or behind a mark."""
    found = _LAST_WORD.search(text, max(0, start - _NEAR), start)
    return found[0] if found else ""


def _phrase_before(text: str, start: int) -> str:
    """Return the words before a place back to one that is no function word: 'are in a' before 'serious'."""
    found = ""
    for _ in range(_MOST_BEFORE):
        word = _before(text, start - len(found))
        found = word + found
        if not word or word.strip().casefold() not in FUNCTION_WORDS:
            break
    return found


def _behind(text: str, end: int, count: int) -> str:
    """Return up to `count` words behind a place, up to the first mark; more where a name would be cut in half.

    No function word and no number stands at their end: 'to 3' says nothing. Nothing where a conjunction is the first.
    """
    if clause := clause_behind(text, end):
        return clause
    found = _behind_with_space(text, end, count)
    if not _CONJUNCTIONS.isdisjoint(found.split()[:1]):
        return ""
    last, until = _LAST_WORD.search(found), end + len(found)
    if last and last[0][:1].isupper() and (rest := _REST_OF_NAME.match(text, until, until + _NEAR)):
        # A name that is longer than what is looked at is left out.
        is_whole = rest.end() < until + _NEAR or rest.end() == len(text)
        found = found + rest[0] if is_whole else found[: _start_of_name(found)]
    ends = [word.end() for word in _WORD.finditer(found) if not _says_nothing(word[0])]
    return found[: ends[-1]].strip() if ends else ""


def _start_of_name(text: str) -> int:
    """Return where the words in capitals at the end of a text begin."""
    words = list(_WORD.finditer(text))
    while words and words[-1][0][:1].isupper():
        words.pop()
    return words[-1].end() if words else 0


def _says_nothing(word: str) -> bool:
    """Return whether a word is a function word or a number in figures."""
    return word.casefold() in FUNCTION_WORDS or any(map(str.isdigit, word))


def _behind_with_space(text: str, end: int, count: int) -> str:
    near = text[end : end + _NEAR]
    until = 0
    while count and (found := _NEXT_WORD.match(near, until)):
        # A word that is cut off by the end of what is looked at is none.
        if found.end() == len(near) == _NEAR:
            break
        until, count = found.end(), count - 1
    return near[:until]
