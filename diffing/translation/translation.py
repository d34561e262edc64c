"""An article beside its translation: the links of paragraphs, and inside them those of sentences.

    left 3   La comisión revisó 3.400 documentos. No halló nada.     right 3   It went through 3,400 documents.

    3-3      sentence 0-0, sentence 1 only left

1. contents         what each paragraph has: words, numbers, length, form
2. correspondences  which words of one article may stand for which of the other
3. scorer           the log-odds of a candidate, from candidates
4. choose           the links: the heaviest chain, then what moved
5. learned, lone    words learned from these links, what links share usually (usual); 3, 4 again
6. trimmed          pairs of which one lost sentences, between two links
   large_groups     links that the paragraphs beside them belong to
7. sentences        the same inside each link

A text too long to compare each paragraph with each is aligned in pieces of a frame, and teaches its words before:
book_words, frame, pieces.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain
from math import log

from diffing.alignment.align import precedes
from diffing.alignment.candidates import Candidate
from diffing.alignment.held import Held
from diffing.alignment.options import Options as LexicalOptions
from diffing.alignment.selection import AlignmentProgress, Choice, LinkChoices, no_progress, probability_of, rivals_of
from diffing.alignment.vocabulary import Text
from diffing.model import Link, Op, Pair, Span
from diffing.sharing import ShareOut, alone
from diffing.text.reading import ReadArticle, ReadText
from diffing.translation.book_words import learned_from_frame
from diffing.translation.candidates import candidates_of, takes
from diffing.translation.choose import chosen
from diffing.translation.contents import Content, Reader
from diffing.translation.correspondences import HeldSigns, Reason, Signs, correspondences
from diffing.translation.frame import Frame
from diffing.translation.judged_texts import PartsOf
from diffing.translation.large_groups import with_large_groups
from diffing.translation.learned import learned_from
from diffing.translation.lone import lone_costs
from diffing.translation.options import Options
from diffing.translation.pieces import Piece, pieces_of
from diffing.translation.scorer import Scorer
from diffing.translation.sentences import sentence_links
from diffing.translation.shown_words import SideWords
from diffing.translation.texts import tilt_of
from diffing.translation.trimmed import trimmed

# Share of the time to align two long texts in which they are read, and paragraphs between two reports of that.
_READING, _TICK = 0.5, 100
_LEXICAL = LexicalOptions()
# Forms of a name, at most: Lazarev, Lazareva.
_MOST_FORMS = 2
_NO_FORMS: Pair[frozenset[str]] = Pair(frozenset(), frozenset())


class Translation:
    """Two articles in two languages; a `Matcher` of align_texts."""

    def __init__(
        self,
        sides: Pair[Sequence[ReadText]],
        languages: Pair[str],
        options: Options | None = None,
        progress: AlignmentProgress = no_progress,
        share_out: ShareOut = alone,
    ) -> None:
        """Read both articles, and report that to `progress`; `share_out` does the parts of reading and choosing."""
        # One order for both, so that swapping the sides changes nothing.
        self._mirrored = precedes([read.text for read in sides.right], [read.text for read in sides.left])
        self._sides = sides.swapped() if self._mirrored else sides
        self._languages = languages.swapped() if self._mirrored else languages
        self._options = options or Options()
        self._share_out = share_out
        self._readers, self._contents = self._read(progress)
        self._known, self._held_signs = correspondences(
            self._contents, self._readers.map(lambda reader: reader.words), self._languages, self._options
        )
        self._tilt = tilt_of(self._contents)
        sizes = self._contents.map(len)
        # The frame of a long text; None for one in which each paragraph can be compared with each.
        self._frame: Frame | None = None
        if sizes.left * sizes.right > _LEXICAL.cells:
            self._known, self._held_signs, self._frame = learned_from_frame(
                self._contents, self._known, self._held_signs, self._readers, _LEXICAL
            )
            ratio = self._options.usually_left_out / self._frame.left_out(sizes)
            gain = min(self._options.most_faithful, max(0.0, log(ratio)))
            self._options = replace(self._options, constant=self._options.constant + gain)
        learned = self._known.learned.swapped() if self._mirrored else self._known.learned
        self._shown = SideWords(self.readers.left, self.signs.left, learned.left)
        # The shown words of the links that were chosen, by their first left paragraph, which no other link has.
        self._words_of: dict[int, tuple[str, ...]] = {}

    def _read(self, progress: AlignmentProgress) -> tuple[Pair[Reader], Pair[Sequence[Content]]]:
        """Return the readers of both articles, and what they read; reports progress."""
        readers, sides = tuple(self._languages.map(Reader)), tuple(self._sides)

        def read(side: int, done: AlignmentProgress) -> tuple[Reader, list[Content]]:
            return readers[side], list(_read(sides[side], readers[side], done))

        lengths = [sum([len(text.text) for text in side]) for side in sides]
        left, right = self._share_out(read, lengths, lambda share: progress(_READING * share))
        return Pair(left[0], right[0]), Pair(left[1], right[1])

    @property
    def contents(self) -> Pair[Sequence[Content]]:
        """The features of the paragraphs of both articles."""
        return self._contents.swapped() if self._mirrored else self._contents

    @property
    def readers(self) -> Pair[Reader]:
        """The readers of both articles."""
        return self._readers.swapped() if self._mirrored else self._readers

    @property
    def signs(self) -> Pair[Mapping[str, int]]:
        """The signs of the words of each side: words of one sign may stand for each other."""
        return self._known.signs.swapped() if self._mirrored else self._known.signs

    def forms(self, sign: int) -> Pair[frozenset[str]]:
        """Return the words of a sign on each side."""
        found = self._known.words.get(sign, _NO_FORMS)
        return found.swapped() if self._mirrored else found

    def is_name(self, sign: int) -> bool:
        """Return whether the words of a sign are one name: a word of each side, or forms of it, that sound alike."""
        words = self._known.words.get(sign)
        if words is None or self._known.reasons.get(sign) is not Reason.NAME:
            return False
        return all(len(side) <= _MOST_FORMS for side in words)

    def choose(
        self, sides: Pair[Sequence[ReadText]], options: LexicalOptions, progress: AlignmentProgress, held: Held
    ) -> tuple[Pair[Sequence[Text]], LinkChoices]:
        """Return the paragraphs, and the links of the two articles; the sides are in their fixed order."""
        texts = sides.map(lambda side: [Text(len(read.text), (), ()) for read in side])
        sizes = self._contents.map(len)
        pieces = [*pieces_of(self._frame, sizes, options)] if self._frame else [Piece(0, sizes.left, 0, sizes.right)]

        def choose(at: int, _: AlignmentProgress) -> list[tuple[Choice, tuple[str, ...]]]:
            piece = pieces[at]
            subset = Pair(range(piece.left, piece.left_end), range(piece.right, piece.right_end))
            found = [_shifted(choice, piece) for choice in self._choices(piece, held.among(subset))]
            return [(choice, self._shared(*choice.candidate.indices)) for choice in found]

        # Of a piece nothing is asked but itself, so that each may be chosen by another process.
        lengths = [_length(sides, piece) for piece in pieces]
        found = self._share_out(choose, lengths, lambda share: progress(_READING + (1 - _READING) * share))
        self._words_of = {choice.candidate.left: words for piece in found for choice, words in piece}
        choices = [*self._pinned(held, options), *(choice for piece in found for choice, _ in piece)]
        return texts, LinkChoices(choices, any(piece.is_part for piece in pieces))

    def _choices(self, piece: Piece, held: Held) -> list[Choice]:
        """Return the links of a piece, but for the pins, as indices of the piece."""
        left, right = slice(piece.left, piece.left_end), slice(piece.right, piece.right_end)
        contents = Pair(self._contents.left[left], self._contents.right[right])
        if not contents.left or not contents.right:
            return []
        known, in_piece = self._known, Pair(self._held_signs.left[left], self._held_signs.right[right])
        signs = _sets(in_piece)
        if piece.near:
            known, signs = known.among(in_piece)
        options = self._options
        scorer = Scorer(contents, signs, known, options, parts_of=self._parts_in(piece))
        candidates = candidates_of(scorer, held, piece.near)
        links = chosen(candidates, options, scorer.support)
        # A long text has taught its words already.
        scorer.learned = None if piece.near else learned_from(contents, links)
        if links:
            scorer.expect_as_in(links)
            scorer.lone = lone_costs(contents, signs, known, links, options)
            candidates = candidates_of(scorer, held, piece.near)
            links = chosen(candidates, options, scorer.support)
            links += list(trimmed(links, scorer, held))
            # The pieces of a long text have free ends, at which other pieces go on.
            links = links if piece.near else with_large_groups(links, scorer, held)
        rivals = rivals_of(links, candidates)
        return [Choice(link, rivals.get(link)) for link in links if not (held and takes(link, held))]

    def _parts_in(self, piece: Piece) -> PartsOf:
        """Return the function that returns the sentences of a paragraph of a piece, which are asked for often."""
        starts = piece.left, piece.right
        return cache(lambda side, at: self._parts_of(side, starts[side] + at))

    def _parts_of(self, side: int, at: int) -> Sequence[Content]:
        """Return the sentences of a paragraph, if it has several."""
        content = (self._contents.right if side else self._contents.left)[at]
        if content.parts or content.sentences == 1:
            return content.parts
        reader, texts = (self._readers.right, self._sides.right) if side else (self._readers.left, self._sides.left)
        return reader.parts(texts[at])

    def _sentences(self, side: int, indices: tuple[int, ...], text: ReadText) -> Sequence[Content]:
        """Return the sentences of a text, which has these paragraphs of a side."""
        if len(indices) > 1:
            return (self._readers.right if side else self._readers.left).parts(text)
        contents = self._contents.right if side else self._contents.left
        return self._parts_of(side, indices[0]) or (contents[indices[0]],)

    def _pinned(self, held: Held, options: LexicalOptions) -> Iterator[Choice]:
        """Yield the links that the reader made."""
        if held:
            scorer = Scorer(self._contents, _sets(self._held_signs), self._known, self._options)
            for link in held.links:
                cells = (link.left[0], link.left[-1] + 1, link.right[0], link.right[-1] + 1)
                yield Choice(Candidate(*cells, probability_of(scorer.odds(cells)), options.pinned, 0.0), None, link)

    def shared(self, link: Link) -> tuple[str, ...]:
        """Return the weightiest numbers and words of a link that both texts have, as the left one writes them."""
        left, right = (link.right, link.left) if self._mirrored else (link.left, link.right)
        known = self._words_of.get(left[0])
        return self._shared(left, right) if known is None else known

    def _shared(self, left: tuple[int, ...], right: tuple[int, ...]) -> tuple[str, ...]:
        """Return these words of the paragraphs of a link."""
        common = frozenset().union(*[self._held_signs.left[at] for at in left]) & frozenset().union(
            *[self._held_signs.right[at] for at in right]
        )
        side, indices = (self._sides.right, right) if self._mirrored else (self._sides.left, left)
        return self._shown.shown([side[at].text for at in indices], common, self._known)

    def least_certain(self, shared: Sequence[str]) -> float:
        """Return the log-odds below which a link whose texts share these words is shown as uncertain."""
        is_only_one = all(len(side) == 1 for side in self._contents)
        limits = self._options.certain
        return limits[1 if is_only_one else min(len(shared), len(limits) - 1)]

    def spans(self, texts: Pair[ReadText], link: Pair[tuple[int, ...]]) -> tuple[Span, ...]:
        """Return the spans of two linked texts: sentences that stand for each other, and sentences of one side.

        `link` has the paragraphs of each text.
        """
        if self._mirrored:
            texts, link = texts.swapped(), link.swapped()
        contents = Pair(self._sentences(0, link.left, texts.left), self._sentences(1, link.right, texts.right))
        links = sentence_links(contents, self._known, self._options, self._tilt)
        if len(links) == 1:
            spans = [_span(texts.left.text, texts.right.text)]
        else:
            spans = [
                _span(_extract(texts.left, one.left, one.left_end), _extract(texts.right, one.right, one.right_end))
                for one in links
            ]
        return tuple(span.mirrored() for span in spans) if self._mirrored else tuple(spans)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Two articles as they are read, and their languages."""

    left: ReadArticle
    right: ReadArticle
    languages: Pair[str]
    progress: AlignmentProgress = field(compare=False)
    share_out: ShareOut = field(compare=False)

    def __call__(self) -> Translation:
        texts = Pair(self.left.paragraphs, self.right.paragraphs)
        return Translation(texts, self.languages, progress=self.progress, share_out=self.share_out)


def translation_of(
    read: Pair[ReadArticle],
    languages: Pair[str],
    progress: AlignmentProgress = no_progress,
    share_out: ShareOut = alone,
) -> Translation:
    """Return the translation of two articles: one for all stages of the comparison, and for its ledger.

    Reading the articles is reported to `progress`, where it is done; `share_out` does the parts of that, and of
    choosing links.
    """
    return read.left.store.once(_Maker(read.left, read.right, languages, progress, share_out))


def _read(side: Sequence[ReadText], reader: Reader, progress: AlignmentProgress) -> Iterator[Content]:
    """Yield the features of the paragraphs of a side, and report progress."""
    for at, text in enumerate(side):
        if not at % _TICK:
            progress(at / len(side))
        yield reader.content(text)


def _length(sides: Pair[Sequence[ReadText]], piece: Piece) -> int:
    """Return how many characters a piece has on both sides."""
    left, right = sides.left[piece.left : piece.left_end], sides.right[piece.right : piece.right_end]
    return sum([len(text.text) for text in chain(left, right)])


def _sets(held: HeldSigns) -> Signs:
    """Return the signs of each paragraph as a set."""
    return held.map(lambda side: list(map(frozenset, side)))


def _shifted(choice: Choice, piece: Piece) -> Choice:
    """Return a choice of a piece with the indices of the whole text."""
    return Choice(_moved(choice.candidate, piece), choice.rival and _moved(choice.rival, piece))


def _moved(candidate: Candidate, piece: Piece) -> Candidate:
    left, left_end, right, right_end, similarity, odds, bonus, gap = candidate
    if any(gap):
        gap = Pair(tuple([at + piece.left for at in gap.left]), tuple([at + piece.right for at in gap.right]))
    places = (left + piece.left, left_end + piece.left, right + piece.right, right_end + piece.right)
    return Candidate(*places, similarity, odds, bonus, gap)


def _extract(text: ReadText, start: int, end: int) -> str:
    """Return the sentences `start`..`end` of a text."""
    sentences = text.sentences
    return text.text[sentences[start].start : sentences[end - 1].end] if start < end else ""


def _span(left: str, right: str) -> Span:
    if left and right:
        return Span(Op.EQUAL if left == right else Op.TRANSLATED, left, right)
    return Span(Op.DELETE if left else Op.INSERT, left, right)
