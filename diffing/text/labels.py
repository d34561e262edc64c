"""Labels: numbers that count the parts of a text, and say nothing about the story.

    2. Widen the coastal road.       the number of an item, where a paragraph begins
    3.2 Harbour fees    § 3 Fees     the number of a section
    (1) the road, (2) the pier       the numbers of parts inside a paragraph
    #2 It has a bell    Step 2: ...  the numbers of some paragraphs that open alike, and count on

    2.5 million people               a figure: no other paragraph is numbered 2.4 or 2.6
    3. Mai: Der Rat tagt             a date: the paragraph with '4.' has 'Mai' behind it too

A number is a label by its form ('2)', '[2]', '§ 2'), or by another label that has the number before it or behind it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from diffing.patterns import lazy_pattern
from diffing.text.markup import markup_ranges
from diffing.text.note_marks import note_marks

Range = tuple[int, int]
"""Start and end of a label in its text, in code points."""

# Languages that write ordinal numbers with a point, as German does: 3. Platz.
_WITH_ORDINAL_POINTS = frozenset(
    ("bs", "cs", "da", "de", "et", "eu", "fi", "fo", "hr", "hu", "is", "lb", "lv", "nb", "nn", "no", "pl", "sk", "sl")
) | {"sr", "tr"}
# A decimal has two parts: 3.2 may be one, 3.2.1 is none.
_PARTS_OF_DECIMAL = 2
_PLAIN, _POINTED = "0", "0."
_LABEL = lazy_pattern(
    r"(?<!\S)(?P<label>(?P<open>[(\[\uff08#]|[\u00a7\u2116]\s?)?(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})(?P<letter>[a-z])?"
    r"(?P<close>\.\)|\.?[\u00ba\u00aa]|[.)\]\uff09\uff0e\u3001])?)(?=\s|[\u3040-\u9fff])\s*(?P<word>[^\W\d_]*)"
)
# A word before the number, and a mark or nothing behind it: 'Step 2: Open the valve', 'Article 12.'
_WORDED_LABEL = lazy_pattern(
    r"(?P<kind>[^\W\d_]{2,12})\.?\s(?P<number>\d{1,3})(?:\.?[\u00ba\u00aa](?=\s)|\s?[.:)\u2013\u2014-](?=\s)|\s*$|\.$)\s*(?P<word>[^\W\d_]*)"
)
_FIGURE = lazy_pattern(r"\d+")
# Forms that only count where another paragraph has the number before it or behind it.
_COUNTED_ONLY = frozenset((_PLAIN, _POINTED, "#0", "\u21160", "0\u00ba", "0\u00aa", "0.\u00ba", "0.\u00aa"))
# Figures of a part of a label.
_LONGEST = 3
# Characters of a label up to its first figure: '(1', '§ 1'.
_OPENING = 3
_BULLET = lazy_pattern(r"\s*(?:[\u2022\u00b7*\u2013-]\s+)?")
# The text before the first of some parts inside a paragraph: '... builds three things: 1. a pier, 2. a road'.
_BEFORE_FIRST = lazy_pattern(r"[:;.,]\s*$")
_LOOK_BACK = 3


class _Label(NamedTuple):
    """A number that may be a label, at `start`..`end`; `parts` has two for 3.2; `word` is the word behind it."""

    start: int
    end: int
    parts: tuple[int, ...]
    form: str
    word: str

    @property
    def is_certain(self) -> bool:
        """True if only a label has this form."""
        return (self.form not in _COUNTED_ONLY and not self.form[:1].isalpha()) or len(self.parts) > _PARTS_OF_DECIMAL

    def precedes(self, other: "_Label") -> bool:
        """Return whether the other label has the number behind this one."""
        return self.form == other.form and other.parts in _following(self.parts)


def label_ranges(texts: Sequence[str], language: str) -> list[tuple[Range, ...]]:
    """Return the labels of each paragraph of an article, with the marks of its notes and its markup: rising, apart.

    `language` is the code of the language of the article, '' if unknown.
    """
    series = [_series(text) for text in texts]
    has_points = not language or language in _WITH_ORDINAL_POINTS
    counted = _counted([labels[0] for labels in series if labels])

    def is_series(labels: Sequence[_Label]) -> bool:
        first = labels[0]
        is_sure = first.is_certain or (first.form == _POINTED and not has_points)
        return is_sure or _have_other_words(labels) or (first.form, first.parts) in counted

    return [
        tuple(_apart({*note_marks(text), *((one.start, one.end) for one in labels if is_series(labels))}, text))
        for text, labels in zip(texts, series, strict=True)
    ]


def _apart(found: set[Range], text: str) -> list[Range]:
    """Return the labels of a text that stand in no markup, with the markup, rising."""
    markup = markup_ranges(text)
    outside = (one for one in found if not any(start <= one[0] < end for start, end in markup))
    return sorted([*outside, *markup])


_Number = tuple[str, tuple[int, ...]]
"""Form and parts of a label."""


def _counted(opening: Sequence[_Label]) -> set[_Number]:
    """Return the numbers of an article that count on from paragraph to paragraph, with other words behind them."""
    numbered: defaultdict[_Number, list[_Label]] = defaultdict(list)
    for label in opening:
        numbered[label.form, label.parts].append(label)
    found: set[_Number] = set()
    seen: set[_Number] = set()
    for number in numbered:
        run, waiting = [], [number]
        while waiting:
            form, parts = at = waiting.pop()
            if at in numbered and at not in seen:
                seen.add(at)
                run.append(at)
                waiting += [(form, beside) for beside in (*_following(parts), *_preceding(parts))]
        if len(run) > 1 and _have_other_words([label for at in run for label in numbered[at]]):
            found.update(at for at in run if not _is_bare(at) or (_PLAIN, (*at[1], 1)) in numbered)
    return found


def _is_bare(number: _Number) -> bool:
    """Return whether a number is a figure without a mark: '2 The ferry' is a section where 2.1 is one too."""
    form, parts = number
    return form == _PLAIN and len(parts) == 1


def _have_other_words(labels: Sequence[_Label]) -> bool:
    """Return whether the words behind some labels differ; those behind ordinals are equal: 2. Platz, 3. Platz."""
    return len({label.word for label in labels}) > 1


def _series(text: str) -> list[_Label]:
    """Return the label that opens a text, and those that count on from it inside the text.

    If none opens the text, at least two labels that count from 1 are a series.
    """
    figures = _FIGURE.findall(text)
    if not figures:
        return []
    opening = _BULLET.match(text)
    at = opening.end() if opening else 0
    if worded := _WORDED_LABEL.match(text, at):
        form = f"{worded['kind'].casefold()} {_PLAIN}"
        # Headings without words of their own, 'Chapter 2', are different ones all the same.
        return [_Label(*worded.span("number"), (int(worded["number"]),), form, worded["word"] or worded["number"])]
    if not _FIGURE.search(text, at, at + _OPENING) and not any(
        int(one) == 1 for one in figures if len(one) <= _LONGEST
    ):
        return []
    series: list[_Label] = []
    for label in _labels(text):
        if series:
            if series[-1].precedes(label):
                series.append(label)
        elif label.start == at or (
            label.parts == (1,) and _BEFORE_FIRST.search(text[max(0, label.start - _LOOK_BACK) : label.start])
        ):
            series.append(label)
    return series if len(series) > 1 or (series and series[0].start == at) else []


def _labels(text: str) -> Iterator[_Label]:
    """Yield the numbers of a text that have the form of a label."""
    for match in _LABEL.finditer(text):
        parts = tuple(map(int, match["number"].split(".")))
        form = f"{(match['open'] or '').strip()}{_PLAIN}{match['close'] or ''}"
        word = match["word"]
        if form == _PLAIN and (match["letter"] or not word or word[0].islower()):
            continue  # '12 people', '2.5m', '2.5 million'; a section has a title
        if form == _PLAIN and len(parts) == 1 and text[: match.start("label")].strip():
            continue  # '12 Women and 13 Men'
        yield _Label(*match.span("label"), parts, form, word)


def _following(parts: tuple[int, ...]) -> Sequence[tuple[int, ...]]:
    """Return the numbers that may follow: 3.3, 4, 4.1 and 3.2.1 behind 3.2."""
    found = [(*parts[:-1], parts[-1] + 1), (*parts, 1)]
    return [*found, (*parts[:-2], parts[-2] + 1), (*parts[:-2], parts[-2] + 1, 1)] if len(parts) > 1 else found


def _preceding(parts: tuple[int, ...]) -> Sequence[tuple[int, ...]]:
    """Return the numbers that may come before: 3.1 before 3.2, and 3 before 3.1."""
    return [parts[:-1]] if parts[-1] == 1 and len(parts) > 1 else [(*parts[:-1], parts[-1] - 1)]
