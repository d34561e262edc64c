"""Join entries that a reader takes for one change.

'Two' > 'Three' in the headline and in paragraph 4     one entry with two places on each side
'could close' > 'will close' in two paragraphs         the same
'Q:' > 'The Post:' before three questions              the same
paragraphs 3, 4 and 5 are new                          one entry; the numbers and names in them are its children
the same, and 4 says that two people died              two entries: 4, and 3 with 5
“did not brake” > “did brake”                          one entry of the quotation; the negation is its child

All words of a child stand in the words of its parent: a reader who knows the parent knows the child. The names of
the speakers of a quotation are children, too; `remaining/quoted_twice.py` finds these.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import accumulate, chain

from diffing.ledger.core.context import LedgerContext
from diffing.ledger.core.details import Extent
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.ledger.language.lexicon import code_of
from diffing.model import Pair, Place
from diffing.text.function_words import content_words, function_forms
from diffing.text.words import word_forms

# Subjects of facts: the same old and new words at two places are one change, and so are those of a hedge with its verb.
# A 'not' is another one at each place.
_FACTS = (Subject.NUMBER, Subject.DATE, Subject.NAME)
# Changes of what only one article has: the name in a source that is gone is gone with it.
_ONE_SIDED = (Change.GONE, Change.NEW)
# Subjects of entries that are never children: a note is about the article, and a headline is read first.
_NO_CHILDREN = (Subject.CORRECTION, Subject.HEADLINE)
# Subjects of words that change a statement: without the statement, the other article lacks no word.
_OF_STATEMENTS = (Subject.NEGATION, Subject.CERTAINTY)
# Digits of a figure that two places hardly have by chance: 850.
_LEAST_DIGITS = 3
_COLONS = frozenset(":：")
# Characters of a mark and a stop.
_MARKS = 2
_NONE_APART: Pair[Set[int]] = Pair(frozenset(), frozenset())


class _Series:
    """Series of paragraphs that only one article has, each between two paragraphs of both."""

    def __init__(self, context: LedgerContext, apart: Pair[Set[int]]) -> None:
        self._rows = context.comparison.rows
        self._row_of = context.correspondence.rows
        self._numbers = list(accumulate(bool(row.left and row.right and not row.furniture) for row in self._rows))
        self._apart = apart

    def of(self, entry: Entry) -> Hashable:
        """Return a value that the passages of a series have in common; None for a passage inside a paragraph of both.

        Neighbours that stand apart from the series around them have one, too.
        """
        is_left = bool(entry.left)
        paragraph = (entry.left or entry.right)[0].paragraph
        row = (self._row_of.left if is_left else self._row_of.right)[paragraph]
        if self._rows[row].left and self._rows[row].right:
            return None
        apart = self._apart.left if is_left else self._apart.right
        first = paragraph
        while first in apart:
            first -= 1
        return entry.change, self._numbers[row], first if paragraph in apart else None


def grouped(entries: Sequence[Entry], context: LedgerContext, apart: Pair[Set[int]] = _NONE_APART) -> list[Entry]:
    """Return one entry for each change; the parts of a change are the children of its entry. Children have none.

    Paragraphs `apart` are no part of the series around them: what one says is a change of its own.
    """
    series = _Series(context, apart)
    same: defaultdict[Hashable, list[Entry]] = defaultdict(list)
    for at, entry in enumerate(entries):
        same[_change(entry, context, series) or at].append(entry)
    _join_headlines(same)
    return _nested([_joined(own) for group in same.values() for own in _facts(group, context)], context, apart)


def _join_headlines(same: dict[Hashable, list[Entry]]) -> None:
    """Add the numbers that only one headline has to the change of that number, if one change has it.

    The headline says what the article says: '|Eight| killed in Lorn', '|eight| people died in the town'.
    """
    changed = [key for key in same if isinstance(key, tuple) and key[:2] == (Subject.NUMBER, Change.CHANGED)]
    for key in [key for key in same if isinstance(key, tuple) and key[0] is Subject.NUMBER and key not in changed]:
        words = key[2:]
        alike = [one for one in changed if any(own and own == there for own, there in zip(words, one[2:], strict=True))]
        lines = [entry for entry in same[key] if all(place.paragraph == 0 for place in chain(*entry.places))]
        if len(alike) == 1 and lines:
            same[alike[0]] += lines
            same[key] = [entry for entry in same[key] if entry not in lines]
            if not same[key]:
                del same[key]


def _facts(entries: list[Entry], context: LedgerContext) -> Iterator[list[Entry]]:
    """Yield the entries of each fact that only one article has: one alone, unless the words can only mean the same.

    'Two' may count two things. But a headline or a lead says what the article says, and '850' is hardly another 850.
    """
    first = entries[0]
    if first.subject is Subject.NUMBER and first.change in _ONE_SIDED:
        article, places = next((one, own) for one, own in zip(context.articles, first.places, strict=True) if own)
        is_figure = sum(map(str.isdigit, places[0].words(article))) >= _LEAST_DIGITS
        opens = any(place.paragraph == 0 for entry in entries for place in chain(*entry.places))
        if not is_figure and not opens:
            yield from ([entry] for entry in entries)
            return
    yield entries


def _change(entry: Entry, context: LedgerContext, series: _Series) -> Hashable:
    """Return a value that entries of one change have in common; None if an entry is a change of its own."""
    is_number = entry.subject is Subject.NUMBER and entry.change in _ONE_SIDED
    is_fact = entry.subject in (*_FACTS, Subject.CERTAINTY) and entry.change is Change.CHANGED
    if is_number or is_fact:
        left, right = (
            tuple(form for place in own for form in word_forms(place.words(article)))
            for article, own in zip(context.articles, entry.places, strict=True)
        )
        # 'Could close' > 'will close' is one change wherever it stands; 'could be' > 'is' may be said of two things.
        if entry.subject is not Subject.CERTAINTY or all(
            content_words(own, language) for own, language in zip((left, right), context.languages, strict=True)
        ):
            return entry.subject, entry.change, left, right
    if _is_of_label(entry, context):
        return entry.change, *(
            own and own[0].words(one) for one, own in zip(context.articles, entry.places, strict=True)
        )
    return series.of(entry) if entry.is_passage else None


def _is_of_label(entry: Entry, context: LedgerContext) -> bool:
    """Return whether the words of an entry are a label before a paragraph: '|Q:| Why?', '|The Post|: Why?'."""
    return (
        entry.subject is Subject.CONTENT
        and not entry.is_passage
        and all(
            place.start == 0 and not _COLONS.isdisjoint(article.paragraphs[place.paragraph].text[place.end - 1 :][:2])
            for article, places in zip(context.articles, entry.places, strict=True)
            for place in places
        )
    )


def _joined(entries: Sequence[Entry]) -> Entry:
    """Return one entry with the places of all; everything else is that of the first."""
    if len(entries) == 1:
        return entries[0]
    left = {place for entry in entries for place in entry.left}
    right = {place for entry in entries for place in entry.right}
    extents = [entry.detail.is_whole for entry in entries if isinstance(entry.detail, Extent)]
    detail = Extent(all(extents)) if extents else entries[0].detail
    return replace(entries[0], left=tuple(sorted(left)), right=tuple(sorted(right)), detail=detail)


def _nested(entries: Sequence[Entry], context: LedgerContext, apart: Pair[Set[int]]) -> list[Entry]:
    """Return the entries that are no children, in their order."""
    # The outermost first: a headline, a passage, what is told otherwise, then a quotation, a source, and a condition.
    parents = [at for at, entry in enumerate(entries) if entry.is_other_headline]
    parents += [at for at, entry in enumerate(entries) if entry.is_passage]
    parents += [at for at, entry in enumerate(entries) if entry.is_told_otherwise]
    quotations = [at for at, entry in enumerate(entries) if _has_other_words(entry)]
    parents += quotations
    parents += [
        at for at, entry in enumerate(entries) if entry.subject is Subject.SOURCE and entry.change in _ONE_SIDED
    ]
    parents += [at for at, entry in enumerate(entries) if entry.is_condition]
    sides = Pair(
        _by_paragraph((at, entries[at].left) for at in parents),
        _by_paragraph((at, entries[at].right) for at in parents),
    )
    parent_of: dict[int, int] = {}
    for at, entry in enumerate(entries):
        # Of two entries with the same words, the first of the parents contains the other one.
        outer = parents[: parents.index(at)] if at in parents else parents
        if entry.is_passage:
            # A passage contains the quotations in it, and a longer quotation the clauses that are gone with it.
            outer = [*outer, *(one for one in quotations if entries[one].places != entry.places)]
        if (
            entry.subject not in _NO_CHILDREN
            and entry.change is not Change.SPEAKER
            and (
                around := {
                    one
                    for one in _containing(entry, sides).intersection(outer)
                    if not (entry.subject in _OF_STATEMENTS and _ends(entries[one], entry, context))
                    and not (entries[one].is_other_headline and _stands_apart(entry, apart))
                }
            )
        ):
            parent_of[at] = min(around, key=parents.index)
    children: defaultdict[int, list[Entry]] = defaultdict(list)
    for at in sorted(parent_of):
        outermost = parent_of[at]
        while outermost in parent_of:
            outermost = parent_of[outermost]
        if entries[outermost].is_other_headline and entries[at].is_passage:
            continue  # the headline is told
        if entries[outermost].is_passage and entries[at].subject in _OF_STATEMENTS:
            continue  # nothing of a passage that only one article has is stated there without a 'not'
        # A quotation may itself be a child: its children go to the same entry.
        children[outermost] += [replace(entries[at], children=()), *entries[at].children]
    return [
        replace(entry, children=(*entry.children, *children[at])) if at in children else entry
        for at, entry in enumerate(entries)
        if at not in parent_of
    ]


def _ends(passage: Entry, cue: Entry, context: LedgerContext) -> bool:
    """Return whether a passage ends with a cue, so that what the cue changes stands behind: 'a miner, |isn't| safe'."""
    if not passage.is_passage:
        return False
    return all(
        function_forms(language).issuperset(word_forms(article.paragraphs[own.paragraph].text[own.end : whole.end]))
        for article, language, wholes, places in zip(
            context.articles, context.lexicons.map(code_of), passage.places, cue.places, strict=True
        )
        for own in places
        for whole in wholes
        if whole.paragraph == own.paragraph and whole.start <= own.start and own.end <= whole.end
    )


def _stands_apart(entry: Entry, apart: Pair[Set[int]]) -> bool:
    """Return whether an entry has words of paragraphs that stand apart: of a headline, the number of the dead."""
    return any(place.paragraph in own for own, places in zip(apart, entry.places, strict=True) for place in places)


def _has_other_words(entry: Entry) -> bool:
    """Return whether the words of a quotation changed. Another speaker is a change of its own, whatever is quoted."""
    return entry.subject is Subject.QUOTATION and entry.change is not Change.SPEAKER


_Held = Mapping[int, Sequence[tuple[Place, int]]]


def _by_paragraph(parents: Iterable[tuple[int, Iterable[Place]]]) -> _Held:
    """Return the places of some entries with the index of their entry, by paragraph."""
    held: defaultdict[int, list[tuple[Place, int]]] = defaultdict(list)
    for at, places in parents:
        for place in places:
            held[place.paragraph].append((place, at))
    return held


def _containing(entry: Entry, sides: Pair[_Held]) -> set[int]:
    """Return the indices of the entries that have all words of an entry.

    A passage ends without the marks that the place of a quotation has: |It rained,” he said. “It was cold|.”
    """
    more = _MARKS if entry.subject is Subject.QUOTATION and entry.change in _ONE_SIDED else 0
    found = [
        {
            at
            for whole, at in held.get(place.paragraph, ())
            if whole.start <= place.start + more and place.end <= whole.end + more
        }
        for held, places in zip(sides, entry.places, strict=True)
        for place in places
    ]
    return set.intersection(*found)
