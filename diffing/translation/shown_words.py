"""Numbers and words that both texts of a link have, as one of them writes them: the evidence that is shown of it.

signs that both have   12, Weber, pferd-horse      shown on the left   12, Weber, Pferde
"""

from collections.abc import Iterable, Iterator, Mapping

from diffing.text.words import ByPiece
from diffing.translation.contents import Reader
from diffing.translation.correspondences import Correspondences, Reason
from diffing.translation.mentions import WordMention

# Numbers and words of a link, at most.
_MOST_SHOWN = 5


class SideWords(dict[str, frozenset[int]]):
    """The signs of each word of one article of two, by its form: its own one, and those that its stem was taught.

    `own` are the signs of its words, `learned` those of its stems.
    """

    def __init__(self, reader: Reader, own: Mapping[str, int], learned: Mapping[str, frozenset[int]]) -> None:
        super().__init__()
        self.reader = reader
        self._own = own
        self._learned = learned
        # The signs of each piece between white space, which may come again: most have none.
        self._of_pieces = ByPiece(self._of_piece)

    def __missing__(self, form: str) -> frozenset[int]:
        """Return the signs of a word, which is looked up at its first use."""
        own = self._own.get(form)
        taught = self._learned.get(self.reader.stem(form), frozenset())
        found = self[form] = taught if own is None else taught | {own}
        return found

    def shown(self, texts: Iterable[str], common: frozenset[int], known: Correspondences) -> tuple[str, ...]:
        """Return the weightiest of the numbers and words that some texts of this side have, given their signs."""
        if not common:
            return ()
        has_number = any(known.reasons[sign] is Reason.NUMBER for sign in common)
        shown: dict[int, str] = {}
        for text in texts:
            for sign, word in self._with_numbers(text, common, known) if has_number else self._words(text, common):
                shown.setdefault(sign, word)
                if len(shown) == len(common) and not has_number:
                    break
        both = [sign for sign in common if sign in shown]
        both.sort(key=lambda sign: (known.reasons[sign], -known.weights[sign], sign))
        # A word may have a sign of its own and others that were learned.
        return tuple(dict.fromkeys(shown[sign] for sign in both))[:_MOST_SHOWN]

    def _with_numbers(self, text: str, common: frozenset[int], known: Correspondences) -> Iterator[tuple[int, str]]:
        """Yield some signs with the first word of a text that has each, then those of its numbers."""
        plain = self.reader.plain(text)
        words = self.reader.words_in(plain)
        yield from self._mentioned(text, plain, words, common)
        for number in self.reader.numbers_in(plain, words):
            yield known.numbers[number.value], text[number.start : number.end]

    def _words(self, text: str, common: frozenset[int]) -> Iterator[tuple[int, str]]:
        """Yield some signs with the words of a text that have them, in order."""
        plain = self.reader.plain(text)
        if plain is not text or not self.reader.has_plain_words(text):
            yield from self._mentioned(text, plain, self.reader.words_in(plain), common)
            return
        pieces = text.split()
        for piece, signs in zip(pieces, map(self._of_pieces.__getitem__, pieces), strict=True):
            if signs and not signs.isdisjoint(common):
                for word, form in self.reader.words_of(piece):
                    for sign in self[form] & common:
                        yield sign, word

    def _of_piece(self, piece: str) -> frozenset[int]:
        """Return the signs of a piece between white space."""
        return frozenset().union(*[self[form] for _, form in self.reader.words_of(piece)])

    def _mentioned(
        self, text: str, plain: str, words: Iterable[WordMention], common: frozenset[int]
    ) -> Iterator[tuple[int, str]]:
        """Yield some signs with the words of a text that have them, in order."""
        for word in words:
            found = self[word.form] & common
            if found and _stands_apart(word, plain):
                for sign in found:
                    yield sign, text[word.start : word.end]


def _stands_apart(word: WordMention, text: str) -> bool:
    """Return whether a word is no part of a run of letters: without spaces, it may be a part of another word."""
    return not (text[word.start - 1 : word.start].isalnum() or text[word.end : word.end + 1].isalnum())
