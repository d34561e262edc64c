"""The words of a sentence with what shows who does what in it: verbs, the words before them and behind them.

Guards |shot| a miner at the gate.      before 'shot': Guards; behind: miner
A miner was |shot| at the gate.         before 'shot': miner; 'was' makes it passive

No grammar is known: any word can be a verb if no article or preposition stands before it.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from diffing.ledger.core.clauses import words_and_breaks
from diffing.ledger.core.sides import Side
from diffing.ledger.language.lexicon import Lexicon, code_of, forms, lexicon
from diffing.ledger.meaning.context import is_same_word
from diffing.model import Place
from diffing.text.function_words import function_forms
from diffing.text.reading import ReadText
from diffing.text.scripts import NOUNS_HAVE_CAPITALS
from diffing.text.words import STEM_LENGTH

# Words of a sentence that is examined: a longer one is a list, or no sentence.
_MOST_WORDS = 60
# Words before a verb that are searched for its subject, and behind it for what it is done to.
_MOST_SUBJECT = 8
_MOST_OBJECT = 5
MOST_HELPERS = 3
"""Words from 'was' to the verb, the verb included: 'was badly hurt'."""
BEGINNING = 3
"""Letters that forms of a verb have in common at least."""
# Letters of a verb.
_LEAST_VERB = 3
# Folded text has it for every quotation mark too.
_APOSTROPHE = "'"


class Word(NamedTuple):
    """A word at `start`..`end` of the folded sentence, with the number of its clause.

    `is_content` is false for words of grammar and figures; `is_helper` marks verbs that help a verb (was, has, may),
    `is_passed` words that may stand between both, and `has_capital` words with a capital.
    """

    form: str
    start: int
    end: int
    clause: int
    is_content: bool
    is_helper: bool
    is_passed: bool
    has_capital: bool

    @property
    def stem(self) -> str:
        """The first letters, which forms of a word share."""
        return self.form[:STEM_LENGTH]


@cache
def listed(name: str, language: str) -> frozenset[str]:
    """Return a list of the table `agents` of a language, folded."""
    return forms(lexicon(language).get("agents", {}).get(name, ()))


@cache
def prepositions(language: str) -> frozenset[str]:
    """Return the words of a language behind which a noun is neither who does something nor what it is done to."""
    return forms(lexicon(language).get("quotations", {}).get("prepositions", ())) - listed("articles", language)


def stems(words: Iterable[Word]) -> frozenset[str]:
    """Return the stems of some words."""
    return frozenset(word.stem for word in words)


def words_of(text: ReadText, lexicon: Lexicon) -> tuple[Word, ...]:
    """Return the words of a sentence; none of a sentence that is too long."""
    language, form = code_of(lexicon), text.folded
    grammar = function_forms(language) | prepositions(language)
    helpers, passed = listed("helpers", language), listed("passed", language)
    shown, offsets = text.text, form.offsets
    found: list[Word] = []
    clause = 0
    is_quoted = False
    for match in words_and_breaks(form.text, 0, len(form.text)):
        if match.lastgroup:
            is_mark = match[0] == _APOSTROPHE
            # 'The teachers' union' goes on behind the apostrophe; words in quotation marks end there.
            if is_quoted or not (is_mark and form.text[match.start() - 1 : match.start()] == "s"):
                clause += 1
            is_quoted = is_mark and not is_quoted
            continue
        word, start = match[0], match.start()
        if word.endswith("'s"):
            word = word[:-2]
        is_helper = word in helpers
        is_passed = word in passed or word[0].isdigit()
        is_content = not (is_helper or is_passed or word in grammar)
        has_capital = shown[start if offsets is None else offsets[start]].isupper()
        found.append(Word(word, start, start + len(word), clause, is_content, is_helper, is_passed, has_capital))
        if len(found) > _MOST_WORDS:
            return ()
    return tuple(found)


class Sentence(NamedTuple):
    """A sentence of a side with its words, at its place, in a language."""

    side: Side
    place: Place
    words: Sequence[Word]
    language: str

    @classmethod
    def of(cls, side: Side, place: Place, text: ReadText) -> "Sentence":
        """Return the sentence of a side at a place; `text` is the text at the place."""
        return cls(side, place, side.extract(words_of, text), side.language)

    def at(self, first: int, last: int) -> Place:
        """Return the place of the words `first`..`last`, the last included."""
        text = self.side.texts[self.place.paragraph].folded
        offset = text.at(self.place.start)
        return text.place(self.place.paragraph, offset + self.words[first].start, offset + self.words[last].end)

    @property
    def stems(self) -> frozenset[str]:
        """The stems of the content words."""
        return stems(word for word in self.words if word.is_content)

    def can_be_verb(self, at: int) -> bool:
        """Return whether a word can be a verb: no article and no preposition stands before it."""
        word, before = self.words[at], self.words[at - 1] if at else None
        return (
            word.is_content
            and len(word.form) >= _LEAST_VERB
            and not word.has_capital
            and before is not None
            and (before.is_content or before.is_helper or before.is_passed)
        )

    def subject(self, at: int) -> Sequence[int]:
        """Return the content words before a verb and its helpers, in one clause; none if a pronoun stands there."""
        found: list[int] = []
        for index in range(at - 1, max(-1, at - 1 - _MOST_SUBJECT), -1):
            word = self.words[index]
            if word.is_content:
                if found and word.clause != self.words[found[-1]].clause:
                    break
                found.append(index)
            elif not found and not (word.is_helper or word.is_passed):
                break
        return found[::-1]

    def done_to(self, at: int) -> Sequence[Word]:
        """Return the content words behind a verb, up to the next word of grammar: shot |an old miner| at the gate."""
        found: list[Word] = []
        behind = self.words[at + 1 : at + 1 + _MOST_OBJECT]
        joining = forms(lexicon(self.language).get("turns", {}).get("joining", ()))
        if behind and behind[0].form in joining:
            # Two verbs have one object: 'shot and wounded |an old miner|'.
            behind = behind[2:]
        for word in behind:
            is_before = not found and (word.is_passed or word.form in listed("articles", self.language))
            if word.clause != self.words[at].clause or not (word.is_content or is_before):
                break
            if not is_before:
                found.append(word)
        return found

    def with_article(self, at: int) -> int:
        """Return the article before a word, or the word itself."""
        before = self.words[at - 1] if at else None
        is_inside = before is not None and before.clause == self.words[at].clause and not before.is_content
        return at - 1 if is_inside else at

    def is_passive(self, at: int) -> bool:
        """Return whether a helper such as 'was' stands before a verb; in German it may stand farther from it."""
        first = 0 if self.language in NOUNS_HAVE_CAPITALS else max(0, at - MOST_HELPERS)
        passive, clause = listed("passive", self.language), self.words[at].clause
        return any(word.form in passive for word in self.words[first:at] if word.clause == clause)


def is_same_verb(word: Word, other: Word) -> bool:
    """Return whether two words are forms of one word."""
    return word.form[:BEGINNING] == other.form[:BEGINNING] and is_same_word(word.form, other.form)
