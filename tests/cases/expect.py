"""Cases: two texts each, what a reader must be shown of them, and the check of it.

    left    Das Schiff konnte sinken.     changed = [["konnte", "könnte"]]      the words differ
    right   Das Schiff könnte sinken.     rows = [[1, 1, "edited"]]             their row says so

README.md lists the keys. A check looks at values only: the comparison, the ledger and the text report. It yields one
sentence for each expectation that is not met. All knowledge of the values' shape stands in this module.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from diffing.comparison import compare_read
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Entry, Ledger
from diffing.model import Article, Comparison, Op, Pair, Row, Span
from diffing.sources import plain
from diffing.sources.plain import SourceText
from diffing.text.reading import read_articles
from tui.present.entry_remarks import topic
from tui.reports.text import to_text
from tui.text.words import SMALL_EDIT

FOLDER = Path(__file__).parent

ISSUES = ("never mislead", "what changed that matters")
"""The subjects that the files of cases belong to."""

_ZERO_WIDTH_JOINER = "\u200d"
_KANA = re.compile("[\u3041-\u30ff]")


@dataclass(frozen=True)
class Case:
    """Two texts and what is expected of them.

    `origin` is 'handed' for a case from a report or an article, and 'own' for a further instance. `is_control` marks
    a case that guards what must stay as it is. `expected` holds the keys that CHECKS knows.
    """

    kind: str
    name: str
    reason: str
    issue: str
    origin: str
    is_control: bool
    texts: Pair[SourceText]
    expected: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The name of the case in a test run."""
        return f"{self.kind}-{self.name}"


class _UnmetError(Exception):
    """An expectation names a paragraph or words that are not there."""


class Outcome:
    """What newsdiff makes of a case."""

    def __init__(self, texts: Pair[SourceText]) -> None:
        self._read = read_articles(texts.map(plain.article))
        self.comparison: Comparison = compare_read(self._read)

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger of the comparison."""
        return ledger(self.comparison, self._read)

    @cached_property
    def report(self) -> str:
        """The text report without colour."""
        return to_text(self.comparison, ledger=self.ledger)

    @property
    def entries(self) -> Sequence[Entry]:
        """All entries of the ledger, the weightiest first, each before its children."""
        return [each for entry in self.ledger.entries for each in (entry, *entry.children)]

    def said(self, entry: Entry) -> str:
        """Return an entry as one line: 'number/changed: 12 > 14'."""
        sides = (
            " ".join(place.words(article) for place in places)
            for article, places in zip(self.comparison.articles, (entry.left, entry.right), strict=True)
        )
        # 'Small edit' is a word of the reports: cases keep the name of the subject.
        name = topic(entry).replace(SMALL_EDIT, entry.subject.value)
        return f"{name}/{entry.change}: {' > '.join(sides)}"

    def paragraphs(self, references: Pair[Any]) -> Pair[tuple[int, ...]]:
        """Return the 0-based paragraphs that an expectation names on both sides."""
        return Pair(*map(_indices, self.comparison.articles, references))

    def rows_with(self, pair: Sequence[Any]) -> list[Row]:
        """Return the rows that hold any of the paragraphs of both sides, or of the side that is named."""
        left, right = self.paragraphs(Pair(pair[0], pair[1]))
        return [
            row
            for row in self.comparison.rows
            if (not left or set(left) & set(row.left)) and (not right or set(right) & set(row.right))
        ]

    def row_with(self, pair: Sequence[Any]) -> Row:
        """Return the row that holds all named paragraphs."""
        left, right = self.paragraphs(Pair(pair[0], pair[1]))
        for row in self.comparison.rows:
            if set(left) <= set(row.left) and set(right) <= set(row.right):
                return row
        raise _UnmetError(f"no row holds {pair[0]} with {pair[1]}")


def _indices(article: Article, reference: Any) -> tuple[int, ...]:
    """Return the 0-based paragraphs of a reference: a number from 1, several numbers, or words of one paragraph."""
    if isinstance(reference, list):
        return tuple(index for part in reference for index in _indices(article, part))
    if isinstance(reference, str):
        found = [at for at, paragraph in enumerate(article.paragraphs) if reference in paragraph.text]
        if len(found) != 1:
            raise _UnmetError(f"{len(found)} paragraphs of {article.source} say {reference!r}, not one")
        return (found[0],)
    if not 1 <= reference <= len(article.paragraphs):
        raise _UnmetError(
            f"{article.source} has {len(article.paragraphs)} paragraphs, and so none numbered {reference}"
        )
    return (reference - 1,)


def unmet(case: Case) -> list[str]:
    """Return what a case expects and newsdiff does not do, one sentence each."""
    outcome = Outcome(case.texts)
    found: list[str] = []
    for key, value in case.expected.items():
        try:
            found += [f"{key}: {sentence}" for sentence in CHECKS[key](outcome, value)]
        except _UnmetError as error:
            found.append(f"{key}: {error}")
    return found


# Rows


def _numbers(indices: Sequence[int]) -> list[int]:
    return [index + 1 for index in indices]


def _shown(row: Row) -> str:
    return f"{row.kind}{', moved' if row.moved else ''} {_numbers(row.left)} {_numbers(row.right)}"


def _links(outcome: Outcome, pairs: Any) -> Iterator[str]:
    expected = {tuple(outcome.paragraphs(Pair(*pair))) for pair in pairs}
    found = {(row.left, row.right) for row in outcome.comparison.rows if row.left and row.right}
    for left, right in sorted(expected - found):
        yield f"{_numbers(left)} is not linked with exactly {_numbers(right)}"
    for left, right in sorted(found - expected):
        yield f"{_numbers(left)} is linked with {_numbers(right)}"


def _linked(outcome: Outcome, pairs: Any) -> Iterator[str]:
    for pair in pairs:
        outcome.row_with(pair)
    yield from ()


def _apart(outcome: Outcome, pairs: Any) -> Iterator[str]:
    for pair in pairs:
        for row in outcome.rows_with(pair):
            if row.left and row.right:
                yield f"{pair[0]} is linked with {pair[1]}: {_shown(row)}"


def _all_linked(outcome: Outcome, value: Any) -> Iterator[str]:
    """Check that no paragraph stands on one side only."""
    if any(not (row.left and row.right) for row in outcome.comparison.rows) is value:
        yield (
            "; ".join(_shown(row) for row in outcome.comparison.rows if not (row.left and row.right))
            or "all are linked"
        )


def _alone(outcome: Outcome, value: Any) -> Iterator[str]:
    for row, side, index in _named(outcome, value):
        if row.left and row.right:
            yield f"{side} {index + 1} is linked: {_shown(row)}"


def _rows(outcome: Outcome, rows: Any) -> Iterator[str]:
    for left, right, kinds in rows:
        row = outcome.row_with((left, right))
        if row.kind not in kinds.split("|"):
            yield f"not {kinds} but {_shown(row)}"


def _moved(outcome: Outcome, pairs: Any) -> Iterator[str]:
    """Check that the moved paragraphs are exactly these."""
    expected = [outcome.paragraphs(Pair(*pair)) for pair in pairs]
    wanted = [
        sorted(index for pair in expected for index in pair.left),
        sorted(index for pair in expected for index in pair.right),
    ]
    rows = [row for row in outcome.comparison.rows if row.moved]
    found = [sorted(index for row in rows for index in row.left), sorted(index for row in rows for index in row.right)]
    if found != wanted:
        yield f"moved are left {_numbers(found[0])}, right {_numbers(found[1])}"


def _same(outcome: Outcome, value: Any) -> Iterator[str]:
    if any(row.differs for row in outcome.comparison.rows) is value:
        yield "; ".join(_shown(row) for row in outcome.comparison.rows if row.differs) or "no row differs"


def _named(outcome: Outcome, value: Any) -> Iterator[tuple[Row, str, int]]:
    """Yield each named paragraph with its row and its side."""
    for side, references in value.items():
        article = getattr(outcome.comparison, side)
        for index in _indices(article, references):
            yield next(row for row in outcome.comparison.rows if index in getattr(row, side)), side, index


def _furniture(outcome: Outcome, value: Any) -> Iterator[str]:
    for row, side, index in _named(outcome, value):
        if not row.furniture:
            yield f"{side} {index + 1} is no furniture: {_shown(row)}"


def _story(outcome: Outcome, value: Any) -> Iterator[str]:
    for row, side, index in _named(outcome, value):
        if row.furniture:
            yield f"{side} {index + 1} is furniture: {_shown(row)}"


# Words


@dataclass(frozen=True)
class _Words:
    """An occurrence of words in a row: the spans that have a character of it."""

    spans: tuple[Span, ...]

    @property
    def differ(self) -> bool:
        return any(span.differs for span in self.spans)

    @property
    def are_typographic(self) -> bool:
        return not self.differ and any(span.typographic for span in self.spans)


def _occurrences(outcome: Outcome, words: str, *, is_left: bool) -> list[_Words]:
    found = []
    for row in outcome.comparison.rows:
        texts = [span.left if is_left else span.right for span in row.spans]
        cuts = [0, *accumulate(map(len, texts))]
        text = "".join(texts)
        # Words of scripts without spaces stand beside other letters.
        matches = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)) or re.finditer(re.escape(words), text)
        for match in matches:
            inside = [
                span
                for span, (start, end) in zip(row.spans, pairwise(cuts), strict=True)
                if start < match.end() and end > match.start()
            ]
            found.append(_Words(tuple(inside)))
    if not found:
        raise _UnmetError(f"nothing says {words!r} on the {'left' if is_left else 'right'}")
    return found


def _both_sides(outcome: Outcome, pairs: Any) -> Iterator[tuple[str, list[_Words]]]:
    for pair in pairs:
        for words, is_left in zip(pair, (True, False), strict=True):
            if words:
                yield words, _occurrences(outcome, words, is_left=is_left)


def _changed(outcome: Outcome, pairs: Any) -> Iterator[str]:
    for words, found in _both_sides(outcome, pairs):
        if not any(occurrence.differ for occurrence in found):
            yield f"{words!r} counts as the same"


def _typography(outcome: Outcome, pairs: Any) -> Iterator[str]:
    for words, found in _both_sides(outcome, pairs):
        if not any(occurrence.are_typographic for occurrence in found):
            yield f"{words!r} is {'changed' if any(one.differ for one in found) else 'equal without typography'}"


def _kept(outcome: Outcome, pairs: Any) -> Iterator[str]:
    for words, found in _both_sides(outcome, pairs):
        if any(occurrence.differ for occurrence in found):
            yield f"{words!r} is changed"


def _core(text: str) -> str:
    return text.strip(" \n.,:;()[]")


def _spans(outcome: Outcome, expected: Any) -> Iterator[str]:
    found = [
        [str(span.op), _core(span.left), _core(span.right)] for row in outcome.comparison.rows for span in row.spans
    ]
    for one in expected:
        if one not in found:
            yield f"no span {one} among {[span for span in found if span[0] != Op.EQUAL]}"


def _no_torn_replacement(outcome: Outcome, _: Any) -> Iterator[str]:
    """Check that no insertion and deletion touch: words in each other's place are one replacement."""
    for row in outcome.comparison.rows:
        for before, after in pairwise(row.spans):
            if {before.op, after.op} == {Op.INSERT, Op.DELETE}:
                yield f"{before.op} {before.left + before.right!r} touches {after.op} {after.left + after.right!r}"


def _no_islands(outcome: Outcome, _: Any) -> Iterator[str]:
    """Check that no single kana is kept between two replacements."""
    for row in outcome.comparison.rows:
        for before, span, after in zip(row.spans, row.spans[1:], row.spans[2:], strict=False):
            if before.op is Op.REPLACE is after.op and _KANA.fullmatch(span.left):
                yield f"{span.left!r} is kept between {before.left!r} and {after.left!r}"


def _whole_letters(outcome: Outcome, _: Any) -> Iterator[str]:
    """Check that no place of an entry and no span begins or ends inside a letter with its marks."""
    for entry in outcome.entries:
        for article, places in zip(outcome.comparison.articles, (entry.left, entry.right), strict=True):
            for place in places:
                text = article.paragraphs[place.paragraph].text
                if any(_is_inside_letter(text, at) for at in (place.start, place.end)):
                    yield f"{outcome.said(entry)} cuts a letter"
    for row in outcome.comparison.rows:
        for before, after in pairwise(row.spans):
            for text, cut in (
                (before.left + after.left, len(before.left)),
                (before.right + after.right, len(before.right)),
            ):
                if _is_inside_letter(text, cut):
                    yield f"a span ends inside a letter of {text!r}"


def _is_inside_letter(text: str, at: int) -> bool:
    return 0 < at < len(text) and (
        unicodedata.category(text[at])[0] == "M" or _ZERO_WIDTH_JOINER in (text[at], text[at - 1])
    )


# Entries


def _matching(outcome: Outcome, pattern: str) -> list[str]:
    """Return the entries that a pattern fits: 'subject', 'subject/change', or either with ': words'.

    Subjects, changes and words are regular expressions; '|' parts kinds of entries: 'name|number/changed: III'.
    """
    kinds, _, words = pattern.partition(": ")
    keys = [kind if "/" in kind else f"{kind}/.*" for kind in re.split(r"\|(?![^(]*\))", kinds)]
    found = (outcome.said(entry).partition(": ") for entry in outcome.entries)
    return [f"{key}: {said}" for key, _, said in found if re.fullmatch("|".join(keys), key) and re.search(words, said)]


def _all_entries(outcome: Outcome) -> str:
    return "; ".join(map(outcome.said, outcome.entries)) or "none"


def _entries(outcome: Outcome, patterns: Any) -> Iterator[str]:
    for pattern in patterns:
        if not _matching(outcome, pattern):
            yield f"no entry {pattern} among: {_all_entries(outcome)}"


def _no_entries(outcome: Outcome, patterns: Any) -> Iterator[str]:
    for pattern in patterns:
        yield from (f"entry {entry}" for entry in _matching(outcome, pattern))


def _nothing(outcome: Outcome, _: Any) -> Iterator[str]:
    if outcome.entries:
        yield f"entries: {_all_entries(outcome)}"


def _most(outcome: Outcome, limits: Any) -> Iterator[str]:
    for pattern, limit in limits:
        if len(_matching(outcome, pattern)) > limit:
            yield f"more than {limit} {pattern}: {'; '.join(_matching(outcome, pattern))}"


def _first(outcome: Outcome, pattern: Any) -> Iterator[str]:
    first = outcome.said(outcome.entries[0]) if outcome.entries else "none"
    if first not in _matching(outcome, pattern):
        yield f"first entry {first}, not {pattern}"


# Languages


def _language(outcome: Outcome, pattern: Any) -> Iterator[str]:
    for side, language in zip(("left", "right"), outcome.ledger.languages, strict=True):
        if not re.fullmatch(pattern, language):
            yield f"the {side} article is read as {language or 'no known language'!r}"


def _not_looked_for(outcome: Outcome, subjects: Any) -> Iterator[str]:
    uncovered = set(map(str, outcome.ledger.uncovered))
    for subject in subjects:
        if subject not in uncovered:
            yield f"{subject} counts as looked for"


def _found_or_not_looked_for(outcome: Outcome, patterns: Any) -> Iterator[str]:
    """Check that a change is an entry, or its subjects are said not to be looked for."""
    for pattern in patterns:
        subjects = [kind.partition("/")[0] for kind in pattern.partition(": ")[0].split("|")]
        if not _matching(outcome, pattern) and list(_not_looked_for(outcome, subjects)):
            yield f"neither {pattern} nor a word that it is not looked for"


# Text


def _report(outcome: Outcome, patterns: Any) -> Iterator[str]:
    for pattern in patterns:
        if not re.search(pattern, outcome.report, re.MULTILINE):
            yield f"the report does not say {pattern}"


def _report_lacks(outcome: Outcome, patterns: Any) -> Iterator[str]:
    for pattern in patterns:
        for match in re.finditer(pattern, outcome.report, re.MULTILINE):
            yield f"the report says {match[0]!r}"


def _lines_apart(outcome: Outcome, pairs: Any) -> Iterator[str]:
    """Check that the report has each of these, and no two of a pair on one line."""
    lines = [re.sub(r"\[-|-\]|\{\+|\+\}", "", line) for line in outcome.report.splitlines()]
    for pair in pairs:
        for words in pair:
            if not any(words in line for line in lines):
                yield f"the report does not say {words!r}"
        if any(all(words in line for words in pair) for line in lines):
            yield f"{pair[0]!r} and {pair[1]!r} stand on one line"


def _no_paragraph(outcome: Outcome, patterns: Any) -> Iterator[str]:
    for article in outcome.comparison.articles:
        for number, paragraph in enumerate(article.paragraphs, start=1):
            for pattern in patterns:
                if re.search(pattern, paragraph.text):
                    yield f"paragraph {number} of {article.source} says {pattern}"


CHECKS: Mapping[str, Callable[[Outcome, Any], Iterator[str]]] = {
    "links": _links,
    "linked": _linked,
    "apart": _apart,
    "all_linked": _all_linked,
    "alone": _alone,
    "rows": _rows,
    "moved": _moved,
    "same": _same,
    "furniture": _furniture,
    "story": _story,
    "changed": _changed,
    "typography": _typography,
    "kept": _kept,
    "spans": _spans,
    "no_torn_replacement": _no_torn_replacement,
    "no_islands": _no_islands,
    "whole_letters": _whole_letters,
    "entries": _entries,
    "no_entries": _no_entries,
    "nothing": _nothing,
    "most": _most,
    "first": _first,
    "language": _language,
    "not_looked_for": _not_looked_for,
    "found_or_not_looked_for": _found_or_not_looked_for,
    "report": _report,
    "report_lacks": _report_lacks,
    "lines_apart": _lines_apart,
    "no_paragraph": _no_paragraph,
}
"""What a case may expect, by the key of its table."""


# Files


def cases() -> list[Case]:
    """Return every case of the folder, by kind and name. Raises ValueError for a case that is not well written."""
    found = [case for path in sorted((FOLDER / "kinds").glob("*.toml")) for case in _of_kind(path)]
    found += [_of_article(path) for path in sorted((FOLDER / "articles").glob("*/expected.toml"))]
    return found


def failing() -> dict[str, str]:
    """Return the cases that do not hold yet, with the reason: lines 'id: reason' of failing.txt."""
    lines = (FOLDER / "failing.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(": ") for line in lines if line and not line.startswith("#"))
    return {case: reason for case, _, reason in pairs}


def _of_kind(path: Path) -> Iterator[Case]:
    with open(path, "rb") as file:
        content = tomllib.load(file)
    common = {"kind": path.stem, "issue": content["issue"]}
    if content["issue"] not in ISSUES or not content["about"]:
        raise ValueError(f"{path}: no such issue, or nothing said of the kind")
    for table in content["case"]:
        suffix = table.pop("suffix", "txt")
        # A sentence alone would be an opening or a headline: an equal paragraph before it makes it a story's.
        opening = f"{content['openings'][table.pop('opening')]}\n\n" if "opening" in table else ""
        left, right = opening + table.pop("left"), opening + table.pop("right")
        texts = Pair(SourceText(f"left.{suffix}", left, "utf-8"), SourceText(f"right.{suffix}", right, "utf-8"))
        yield _case(path, table | common, texts)


def _of_article(path: Path) -> Case:
    with open(path, "rb") as file:
        table = tomllib.load(file)
    texts = Pair("left", "right").map(
        lambda side: SourceText(f"{side}.txt", (path.parent / f"{side}.txt").read_text(encoding="utf-8"), "utf-8")
    )
    return _case(
        path, {"kind": "articles", "name": path.parent.name, "issue": ISSUES[0], "origin": "own"} | table, texts
    )


def _case(path: Path, table: dict[str, Any], texts: Pair[SourceText]) -> Case:
    case = Case(
        kind=table.pop("kind"),
        name=table.pop("name"),
        reason=table.pop("reason"),
        issue=table.pop("issue"),
        origin=table.pop("origin"),
        is_control=table.pop("control", False),
        texts=texts,
        expected=table,
    )
    unknown = table.keys() - CHECKS.keys()
    if unknown or not table or case.origin not in ("handed", "own"):
        raise ValueError(f"{path}: {case.id} has unknown keys {sorted(unknown)}, no expectation, or no known origin")
    return case
