"""Articles as they are read: each paragraph once, for every stage that asks.

    "Nicolás didn’t go. He stayed."   ->   forms      nicolas didn't go he stayed
                                           sentences  0..19, 19..29
                                           folded     nicolas didn't go. he stayed.

Alignment, wording and the ledger ask for the same things of the same paragraphs. A ReadText makes each of them at first
use and keeps it; paragraphs with equal texts, on either side, are one ReadText. Tokens are not here: only the
comparison of words asks for them, once a row, and in forms that depend on the other side.

A whole Bible would need as much memory for its readings as for its alignment. So texts of long articles keep only the
folded form, which the ledger asks for most often.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import chain, pairwise, repeat
from typing import TypeVar, cast

from diffing.model import Article, Pair, Paragraph
from diffing.text.folding import FoldedText
from diffing.text.folding import folded as fold
from diffing.text.language import language_of
from diffing.text.line_breaks import are_items
from diffing.text.possible_words import PossibleWords
from diffing.text.sentences import Sentence
from diffing.text.sentences import sentences as split_sentences
from diffing.text.spelling import Spelling
from diffing.text.words import word_forms

T = TypeVar("T")

KEPT_LENGTH = 400_000
"""Characters of both articles up to which their texts keep every reading."""


class Store:
    """Values that the stages keep for all texts that are read together: of two articles, or of all versions."""

    def __init__(self) -> None:
        self._made: dict[object, object] = {}

    def once(self, maker: Callable[[], T]) -> T:
        """Return the result of `maker`, which is called the first time only."""
        if maker not in self._made:
            self._made[maker] = maker()
        return cast(T, self._made[maker])


class ReadText:
    """A text, and what was read of it. Each reading is made at first use; with `is_kept` all of them are kept.

    `items` are the offsets, rising, at which the items of a list or the rows of a table begin behind the first one. An
    item ends its last sentence, with a full stop or without. `possible` are the words that the articles of the text can
    have, None if that is not known. `store` is that of the texts that are read together, None if nothing is kept.
    """

    __slots__ = ("_folded", "_forms", "_parts", "_sentences", "is_kept", "items", "possible", "store", "text")

    def __init__(self, text: str, is_kept: bool = True, items: tuple[int, ...] = ()) -> None:
        self.text = text
        self.is_kept = is_kept
        self.items = items
        self.possible: PossibleWords | None = None
        self.store: Store | None = None
        self._folded: FoldedText | None = None
        self._forms: tuple[str, ...] | None = None
        self._parts: tuple[ReadText, ...] | None = None
        self._sentences: tuple[Sentence, ...] | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """The compared forms of the words, without punctuation."""
        if self._forms is not None:
            return self._forms
        forms = tuple(word_forms(self.text))
        if self.is_kept:
            self._forms = forms
        return forms

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences: rising, touching, together the whole text."""
        if self._sentences is not None:
            return self._sentences
        found = self._item_sentences() if self.items else split_sentences(self.text)
        if self.is_kept:
            self._sentences = found
        return found

    def _item_sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences of each item."""
        return tuple(
            Sentence(start + sentence.start, start + sentence.end)
            for start, end in pairwise((0, *self.items, len(self.text)))
            for sentence in split_sentences(self.text[start:end])
        )

    @property
    def folded(self) -> FoldedText:
        """The text in the form that lexicons are written in."""
        if self._folded is None:
            self._folded = fold(self.text)
        return self._folded

    @property
    def parts(self) -> "tuple[ReadText, ...]":
        """Each sentence as a text of its own."""
        if self._parts is not None:
            return self._parts
        parts = tuple([self.part(*sentence) for sentence in self.sentences])
        if self.is_kept:
            self._parts = parts
        return parts

    def part(self, start: int, end: int) -> "ReadText":
        """Return the characters `start`..`end` as a text of its own; it is folded with the whole text."""
        made = ReadText(self.text[start:end], self.is_kept)
        made._folded = self.folded.part(start, end)
        made.possible = self.possible
        return made


class ReadArticle:
    """An article as it is read: `paragraphs` has a ReadText for each paragraph, in order.

    `spelling` are the spelling habits of this article and the one it is compared with. `store` has what the stages
    keep of this article and the right one, if this is the left one.
    """

    def __init__(self, article: Article, paragraphs: Sequence[ReadText], spelling: Spelling) -> None:
        self.paragraphs = paragraphs
        self.article = article
        self.spelling = spelling
        self.store = Store()
        self._joined: dict[tuple[int, ...], ReadText] = {}

    @cached_property
    def language(self) -> str:
        """The code of the article's language, as it was named or detected; '' if it is unknown."""
        return self.article.language or language_of(paragraph.text for paragraph in self.paragraphs)

    def joined(self, indices: tuple[int, ...]) -> ReadText:
        """Return some paragraphs as one text, joined by line feeds as in the spans of a row."""
        if len(indices) == 1:
            return self.paragraphs[indices[0]]
        found = self._joined.get(indices)
        if found is None:
            is_kept = all(self.paragraphs[index].is_kept for index in indices)
            items: list[int] = []
            start = 0
            for index in indices:
                paragraph = self.paragraphs[index]
                items.extend(start + offset for offset in paragraph.items)
                start += len(paragraph.text) + 1
            found = ReadText(self.article.text(indices), is_kept, tuple(items))
            possible = {self.paragraphs[index].possible for index in indices}
            found.possible = possible.pop() if len(possible) == 1 else None
            if is_kept:
                self._joined[indices] = found
        return found


def once_for(sides: Pair[Sequence[ReadText]], maker: Callable[[], T]) -> T:
    """Return the result of `maker`; texts that are read together have one, if they keep their readings."""
    store = next((text.store for side in sides for text in side), None)
    return store.once(maker) if store else maker()


class KnownTexts(dict[tuple[str, tuple[int, ...]], ReadText]):
    """Texts that were read, by the text and the offsets of its items, and the store of all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.store = Store()


def read_articles(articles: Pair[Article], known: KnownTexts | None = None) -> Pair[ReadArticle]:
    """Return both articles as they are read, with one ReadText for paragraphs that are equal.

    Texts that are `known` from other articles are not read again, and new ones are added to them.
    """
    items = articles.map(lambda article: [_items(paragraph) for paragraph in article.paragraphs])
    paragraphs = read_texts(articles.map(lambda article: [one.text for one in article.paragraphs]), items, known)
    spelling = Spelling(paragraphs.map(lambda side: [paragraph.text for paragraph in side]))
    return Pair(
        ReadArticle(articles.left, paragraphs.left, spelling), ReadArticle(articles.right, paragraphs.right, spelling)
    )


def read_texts(
    sides: Pair[Sequence[str]], items: Pair[Sequence[tuple[int, ...]]] | None = None, known: KnownTexts | None = None
) -> Pair[Sequence[ReadText]]:
    """Return the paragraphs of both sides as they are read, with one ReadText for paragraphs that are equal.

    `items` are the offsets of the items in each paragraph; `known` as for read_articles.
    """
    is_kept = sum(len(text) for side in sides for text in side) <= KEPT_LENGTH
    texts = KnownTexts() if known is None or not is_kept else known

    def read(side: Sequence[str], items: Iterable[tuple[int, ...]]) -> Sequence[ReadText]:
        return [
            texts.get(key) or texts.setdefault(key, ReadText(key[0], is_kept, key[1]))
            for key in zip(side, items, strict=False)
        ]

    none = repeat(())
    found = Pair(read(sides.left, items.left if items else none), read(sides.right, items.right if items else none))
    if is_kept:
        possible = PossibleWords(lambda: (text.folded.text for side in found for text in side))
        for text in chain(*found):
            text.possible = text.possible or possible
            text.store = texts.store
    return found


def _items(paragraph: Paragraph) -> tuple[int, ...]:
    """Return the offsets of the items of a paragraph; none for verses, whose sentences run on over their lines."""
    return paragraph.breaks if paragraph.breaks and are_items(paragraph.lines) else ()
