"""Features of a paragraph that can be compared with a paragraph of another language.

    "In März starben 12 Menschen", sagte Anna Weber.

    length 39    sentences 1    asks no    quotes yes    numbers 12
    words  in, marz (M3), starben, menschen (6a1), sagte, anna, weber;  capitals: marz, menschen, anna, weber

The stems, or pairs of Han characters, are what words are learned from; see learned.py.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import chain
from typing import NamedTuple
from unicodedata import is_normalized, normalize

from diffing.patterns import lazy_pattern
from diffing.text.character_forms import folded_han
from diffing.text.reading import ReadText
from diffing.text.scripts import HAN_CHARACTERS, is_western
from diffing.text.sentences import Sentence
from diffing.translation.bare_words import LOOKED_AT, bare_words, plain_words
from diffing.translation.clock_words import clock_times, times_in_figures
from diffing.translation.dates_in_figures import in_common_era, months_in_figures, without_months
from diffing.translation.figures import numbers_in
from diffing.translation.han_glosses import han_glosses
from diffing.translation.lengths import length_of
from diffing.translation.mentions import Number, NumberMention, WordMention
from diffing.translation.met_words import NO_CONCEPTS, MetPieces, MetWords, Word
from diffing.translation.number_words import LEAST_SCALE
from diffing.translation.romanised import sounds
from diffing.translation.stems import UNSPACED, folded, stem
from diffing.translation.tables import table
from diffing.translation.transcribed import perhaps_transcribed, transcribed

_HAN = lazy_pattern(f"[{HAN_CHARACTERS}]")
_DIGIT = lazy_pattern(r"\d")
_KATAKANA = lazy_pattern("[\u30a1-\u30fa\u30fc]{2,}")
_HAN_RUN = lazy_pattern(f"[{HAN_CHARACTERS}]+")
_LATIN = lazy_pattern("[A-Za-z\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f’'-]+")
_EASTERN = lazy_pattern(f"[\u3040-\u30ff{HAN_CHARACTERS}]+")
_QUOTES = lazy_pattern("[\"“”„«»「」『』〝]|(?<!\\w)['‘‹]")
_MAY_QUOTE = lazy_pattern("[\"“”„«»「」『』〝'‘‹]")
_ASKS = lazy_pattern(r"[?？؟⁈]|;$")
_END_MARKS, _CLOSING = frozenset(".!?…。！？．।؟۔"), " \"'“”„’‘«»‹›)]」』）】\u00a0\u3000"
_COLON = lazy_pattern(r"[：;；؛·]|:(?!\d)|(?<!\d):")
# Characters of the longest word of a table without spaces, and words of the longest phrase of one with spaces.
_LONGEST_WORD, _LONGEST_PHRASE = 6, 3
# Characters of a part of a foreign name that is looked for without its other parts.
_LEAST_PART = 3


class Content(NamedTuple):
    """The features of a paragraph; `words` are its folded words and phrases, `capitals` those written as names.

    `ends` says whether it has an end mark. `parts` are its sentences, if it has more than one and they are kept. Words,
    capitals and stems are there once each: a book has no room for as many sets.
    """

    length: float
    sentences: int
    asks: bool
    quotes: bool
    has_colon: bool
    ends: bool
    numbers: frozenset[Number]
    words: tuple[str, ...]
    capitals: tuple[str, ...]
    stems: tuple[str, ...]
    parts: tuple["Content", ...] = ()


class Reader:
    """Reads the paragraphs of one article. `words` has all words that it has met, by their folded form."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._table = table(language)
        self._met = MetWords(language, self._table)
        self._pieces = MetPieces(self._met, language)
        self.words = self._met.words
        self._contents: dict[str, Content] = {}
        self._is_unspaced = language in UNSPACED
        self._has_plain_words = not self._is_unspaced and language not in LOOKED_AT
        self._transcribed: set[str] = set()

    def content(self, read: ReadText) -> Content:
        """Return the features of a paragraph: those of its sentences, which are kept where texts are."""
        sentences = read.sentences
        if read.is_kept or self._is_unspaced or len(sentences) == 1:
            parts = self._parts(read, sentences)
            return parts[0] if len(parts) == 1 else joined(parts)
        return self._at_once(read.text, sentences) or joined(self._parts(read, sentences))._replace(parts=())

    def parts(self, read: ReadText) -> Sequence[Content]:
        """Return the features of the sentences of a paragraph."""
        return self._parts(read, read.sentences)

    def _parts(self, read: ReadText, sentences: Iterable[Sentence]) -> Sequence[Content]:
        return [self._sentence(read.text[start:end], read.is_kept) for start, end in sentences]

    def _at_once(self, text: str, sentences: Sequence[Sentence]) -> Content | None:
        """Return the features of a paragraph of words only; None if each of its sentences must be read by itself."""
        # What is read of a word or a mark does not reach over white space.
        are_apart = all(text[start - 1].isspace() for start, _ in sentences[1:])
        if not are_apart or "\n" in text or self.plain(text) is not text or not self.has_plain_words(text):
            return None
        parts = [text[start:end] for start, end in sentences]
        # In a sentence of another script, without capitals, every word may be a name.
        if text.lower() != text.upper() and any(part.lower() == part.upper() for part in parts):
            return None
        found = self._of_words(text, parts)
        if found is None:
            return None
        length = found.length if is_western(text) else sum(map(length_of, parts))
        return found._replace(length=length, sentences=len(parts))

    def _sentence(self, shown: str, is_kept: bool) -> Content:
        """Return the features of a sentence, which may come again if texts are kept."""
        found = self._contents.get(shown)
        if found is None:
            text = self.plain(shown)
            words_only = self._of_words(text, [text]) if self.has_plain_words(text) else None
            found = words_only or self._thoroughly(text)
            if is_kept:
                self._contents[shown] = found
        return found

    def _of_words(self, text: str, sentences: Sequence[str]) -> Content | None:
        """Return the features of a plain text that has words only, given its sentences; None if it has no word."""
        met = self._met
        pieces = text.split()
        forms = set(chain.from_iterable(map(self._pieces.__getitem__, pieces)))
        if not forms:
            return None
        with_capital = self._pieces.capitals
        capitals = set(chain.from_iterable(map(with_capital.__getitem__, with_capital.keys() & pieces)))
        stems = set(map(met.learned.__getitem__, forms))
        stems.discard("")
        if not capitals and text.lower() == text.upper():
            capitals = forms
        numbers: set[Number] = set()
        phrases: set[str] = set()
        if met.may_have_number(forms) or met.may_have_phrase(forms):
            for sentence in sentences:
                self._find_among(
                    list(chain.from_iterable(map(self._pieces.__getitem__, sentence.split()))), numbers, phrases
                )
        return _content(text, numbers, forms | phrases, capitals, stems)

    def _find_among(self, forms: Sequence[str], numbers: set[Number], phrases: set[str]) -> None:
        """Add the numbers and the phrases of a sentence, given the forms of its words in order."""
        own = set(forms)
        has_number, has_phrase = self._met.may_have_number(own), self._met.may_have_phrase(own)
        if has_number or has_phrase:
            # Where the words stand in the text does not matter, but in which order.
            words = [WordMention(at, at + 1, form) for at, form in enumerate(forms)]
            numbers.update([number.value for number in self.numbers_in("", words)] if has_number else ())
            phrases.update([word.form for word in self.phrases_in(words)] if has_phrase else ())

    def _thoroughly(self, text: str) -> Content:
        """Return the features of a plain text."""
        words = self.words_in(text)
        forms = [word.form for word in words]
        capitals = {word.form for word in words if text[word.start].isupper()}
        if self._is_unspaced:
            capitals = {form for form in forms if not _HAN.match(form) or form in self._transcribed}
        elif text.lower() == text.upper():
            # Without capitals, as in Arabic, every word may be a name.
            capitals = set(forms)
        numbers = {mention.value for mention in self.numbers_in(text, words)}
        found = {*forms, *(word.form for word in self.phrases_in(words)), *self._months_in(text)}
        if self.language == "zh":
            found.update(self._perhaps_names(text))
        if self._is_unspaced:
            found.update(self._characters_beside(text, words))
        return _content(text, numbers, found, capitals, set(self._stems_of(text, forms)))

    def plain(self, text: str) -> str:
        """Return a text in the characters that words are looked up in, as many as it has."""
        if not is_normalized("NFKC", text):
            text = "".join(map(_plain, text))
        return folded_han(text) if self._is_unspaced else text

    def words_in(self, text: str) -> list[WordMention]:
        """Return the words of a plain text, in order; of a text without spaces those of the table, and names."""
        if self._is_unspaced:
            return sorted(self._eastern_words(text))
        spans = bare_words(text, self.language)
        words = [WordMention(start, end, self._met[text[start:end]]) for start, end in spans]
        # What has no letters but the stroke that stretches words is none.
        return [word for word in words if word.form]

    def has_plain_words(self, text: str) -> bool:
        """Return whether the words of a plain text are those of its pieces between white space, each without digits."""
        return self._has_plain_words and not _DIGIT.search(text)

    def words_of(self, piece: str) -> Iterator[tuple[str, str]]:
        """Yield the words of a piece of such a text, each with its form."""
        for word in plain_words(piece, self.language):
            yield word, self._met[word]

    def numbers_in(self, text: str, words: Sequence[WordMention]) -> Iterator[NumberMention]:
        """Return the numbers of a plain text with these words."""
        times = [*clock_times(words, self._table.numbers, self.language), *times_in_figures(text)]
        taken = {at for time in times for at in range(time.start, time.end)}
        yield from times
        plain = without_months(text, self.language)
        for number in numbers_in(plain, words, self._met.number_parts, has_han=self._is_unspaced):
            if number.start not in taken:
                yield in_common_era(number, plain) if self.language == "th" else number

    def bare_scales(self, words: Sequence[WordMention], numbers: Sequence[NumberMention]) -> frozenset[int]:
        """Return the values of the words for a thousand, a million, ... that stand in none of these numbers."""
        taken = {at for number in numbers for at in range(number.start, number.end)}
        parts = self._met.number_parts
        own = (value for word in words if word.start not in taken for value in parts[word.form])
        return frozenset(int(value) for value in own if value >= LEAST_SCALE)

    def phrases_in(self, words: Sequence[WordMention]) -> Iterator[WordMention]:
        """Yield the phrases of the table among words that follow each other: 'unit stat' for United States."""
        if self._is_unspaced:
            return
        keys = [self._met.phrase_keys[word.form] for word in words]
        for at, word in enumerate(words):
            for key in self._met.begun[word.form]:
                for end in range(at + 2, min(at + _LONGEST_PHRASE, len(keys)) + 1):
                    phrase = " ".join([key, *keys[at + 1 : end]])
                    if phrase in self._table.concepts:
                        self.words[phrase] = Word("", self._table.concepts[phrase])
                        yield WordMention(words[at].start, words[end - 1].end, phrase)

    def _months_in(self, text: str) -> Iterator[str]:
        """Yield a word for each month that is written in figures."""
        for mention in months_in_figures(text, self.language):
            month = f"M{mention.month}"
            self.words[month] = Word("", frozenset({month}))
            yield month

    def _stems_of(self, text: str, forms: Sequence[str]) -> Iterator[str]:
        """Yield the stems that words are learned from; of Han, pairs of characters."""
        if not self._is_unspaced:
            yield from (key for form in forms if (key := self._met.learned[form]))
            return
        yield from (form for form in forms if not _HAN.match(form))
        for run in _HAN_RUN.findall(text):
            yield from (run[at : at + 2] for at in range(max(1, len(run) - 1)))

    def _eastern_words(self, text: str) -> Iterator[WordMention]:
        """Yield the words of a text without spaces: names in katakana or Latin letters, and the words of the table."""
        for pattern in (_KATAKANA, _LATIN):
            for match in pattern.finditer(text):
                form = folded(match[0])
                if form not in self.words:
                    self.words[form] = Word(sounds(form), self._table.concepts.get(form, NO_CONCEPTS))
                yield WordMention(*match.span(), form)
        names = list(self._transcribed_names(text)) if self.language == "zh" else []
        yield from names
        taken = {at for name in names for at in range(name.start, name.end)}
        concepts = self._table.concepts
        for match in _EASTERN.finditer(text):
            run = match[0]
            at = 0
            while at < len(run):
                if match.start() + at in taken:
                    at += 1
                    continue
                sizes = range(min(_LONGEST_WORD, len(run) - at), 0, -1)
                length = next((size for size in sizes if run[at : at + size] in concepts), 0)
                word = run[at : at + length]
                if length and not _KATAKANA.fullmatch(word):
                    self.words[word] = Word("", concepts[word])
                    yield WordMention(match.start() + at, match.start() + at + length, word)
                at += length or 1

    def _characters_beside(self, text: str, words: Iterable[WordMention]) -> Iterator[str]:
        """Yield the characters of a text that mean something by themselves, and stand in none of its words."""
        taken = {at for word in words for at in range(word.start, word.end)}
        meant = han_glosses()
        for at, character in enumerate(text):
            if character in meant and at not in taken:
                self.words.setdefault(character, Word("", NO_CONCEPTS))
                yield character

    def _perhaps_names(self, text: str) -> Iterator[str]:
        """Yield what may be a foreign name of a Chinese text."""
        for part, spoken in perhaps_transcribed(text):
            if part not in self.words and part not in self._table.concepts:
                self.words[part] = Word(sounds(spoken), NO_CONCEPTS, is_perhaps=True)
            if part in self.words and self.words[part].is_perhaps:
                yield part

    def sounds(self, form: str) -> str:
        """Return the rough spelling of a word that was met; one without an article that is written as a part of it."""
        form = form.removeprefix("ال") if self.language == "ar" else form
        return self.words[form].sounds or sounds(form) if form in self.words else sounds(form)

    def stem(self, form: str) -> str:
        """Return the stem of a word that was met, as it is in the features of a text."""
        return self._met.stems.get(form, form)

    def concepts_of_two(self, first: str, second: str) -> frozenset[str]:
        """Return the concepts of two words as a phrase, or with a hyphen: Timor-Leste."""
        concepts = self._table.concepts
        hyphened = stem(f"{first}-{second}")
        found = concepts.get(hyphened, NO_CONCEPTS) if "-" in hyphened else NO_CONCEPTS
        return found | concepts.get(f"{stem(first)} {stem(second)}", NO_CONCEPTS)

    def short_month(self, form: str) -> str:
        """Return the concept of the month of which a word is a short form, if a day stands beside it; '' for none."""
        return self._table.short_months.get(form, "")

    def is_transcribed(self, form: str) -> bool:
        """Return whether a word of a Chinese text is a part of a foreign name."""
        return form in self._transcribed

    def _transcribed_names(self, text: str) -> Iterator[WordMention]:
        """Yield the parts of foreign names in a Chinese text; a part that was met beside a dot, also without one."""
        found: list[WordMention] = []
        for start, end, spoken in transcribed(text):
            part = text[start:end]
            self._transcribed.add(part)
            self.words[part] = Word(sounds(spoken), NO_CONCEPTS)
            found.append(WordMention(start, end, part))
        taken = {at for name in found for at in range(name.start, name.end)}
        for part in sorted(self._transcribed):
            at = text.find(part) if len(part) >= _LEAST_PART else -1
            while at >= 0:
                if at not in taken:
                    found.append(WordMention(at, at + len(part), part))
                at = text.find(part, at + len(part))
        yield from found


def _content(text: str, numbers: Set[Number], words: Set[str], capitals: Set[str], stems: Set[str]) -> Content:
    """Return the features of a sentence, given those that its words have."""
    return Content(
        length_of(text),
        1,
        # The commonest marks first: a search takes many times as long.
        "?" in text or bool(_ASKS.search(text)),
        bool(_MAY_QUOTE.search(text)) and bool(_QUOTES.search(text)),
        ";" in text or bool(_COLON.search(text)),
        text.rstrip(_CLOSING)[-1:] in _END_MARKS,
        frozenset(numbers),
        tuple(words),
        tuple(capitals),
        tuple(stems),
    )


def joined(parts: Sequence[Content]) -> Content:
    """Return the features of several texts as one."""
    return Content(
        sum(part.length for part in parts),
        sum(part.sentences for part in parts),
        any(part.asks for part in parts),
        any(part.quotes for part in parts),
        any(part.has_colon for part in parts),
        parts[-1].ends,
        frozenset().union(*(part.numbers for part in parts)),
        tuple(set().union(*[part.words for part in parts])),
        tuple(set().union(*[part.capitals for part in parts])),
        tuple(set().union(*[part.stems for part in parts])),
        tuple(parts),
    )


@cache
def _plain(character: str) -> str:
    """Return a character in its usual form, if that is one character too: a full-width digit as a digit."""
    usual = normalize("NFKC", character)
    return usual if len(usual) == 1 else character
