"""A translation made by hand: a merged sentence, a sentence of each side alone, and a figure that differs."""

from functools import cache

from diffing.ledger.core.details import Extent
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Ledger, Subject
from diffing.measures.survival import survival
from diffing.model import Comparison, Evidence, Kind, Op, Pair, Place, Row, Span
from tests.tui.running import article

# For each paragraph its sentences: both texts, or one of them alone.
_PARAGRAPHS = (
    (("El faro de Altea se apaga", "Altea lighthouse goes dark"),),
    (
        ("El faro falló el lunes. Nadie lo vio. ", "The lighthouse failed on Monday, unseen. "),
        ("Dos barcos encallaron. ", "Two ships ran aground. "),
        ("El capitán no respondió.", ""),
    ),
    (
        ("La reparación costará 12,5 millones. ", "Repairs will cost 21.5 million. "),
        ("", "Shares fell. "),
        ("Empezará en mayo.", "They begin in May."),
    ),
)


@cache
def translation() -> Comparison:
    """The comparison of both texts, with a paragraph more on the right."""
    rows = []
    for at, sentences in enumerate(_PARAGRAPHS):
        spans = tuple(
            Span(Op.TRANSLATED if left and right else Op.DELETE if left else Op.INSERT, left, right)
            for left, right in sentences
        )
        evidence = Evidence(5.0, 0.3, None, ("faro", "12,5"), False)
        rows.append(Row(Kind.TRANSLATED, (at,), (at,), False, 0.9, spans, evidence, words=survival(spans).words))
    lefts = ["".join(span.left for span in row.spans) for row in rows]
    rights = ["".join(span.right for span in row.spans) for row in rows]
    extra = Span(Op.INSERT, "", "The harbour stays open.")
    rows.append(Row(Kind.ADDED, (), (len(rows),), False, 0.0, (extra,), words=survival((extra,)).words))
    left, right = article(lefts, "faro-es.txt"), article([*rights, extra.right], "faro-en.txt")
    return Comparison(left, right, tuple(rows), languages=Pair("es", "en"))


@cache
def differences() -> Ledger:
    """The ledger: the figure, and what only one side has."""
    comparison = translation()

    def of_left(row: int, words: str) -> tuple[Place, ...]:
        start = comparison.left.paragraphs[row].text.index(words)
        return (Place(row, start, start + len(words)),)

    def of_right(row: int, words: str) -> tuple[Place, ...]:
        start = comparison.right.paragraphs[row].text.index(words)
        return (Place(row, start, start + len(words)),)

    part, whole = Extent(is_whole=False), Extent(is_whole=True)
    figure = of_left(2, "12,5 millones"), of_right(2, "21.5 million")
    entries = (
        Entry(Subject.NUMBER, Change.CHANGED, *figure, Location.SAME_SENTENCE),
        Entry(Subject.CONTENT, Change.GONE, of_left(1, "El capitán no respondió."), (), Location.UNLINKED, part),
        Entry(Subject.CONTENT, Change.NEW, (), of_right(2, "Shares fell."), Location.UNLINKED, part),
        Entry(Subject.CONTENT, Change.NEW, (), of_right(3, "The harbour stays open."), Location.UNLINKED, whole),
    )
    uncovered = tuple(subject for subject in Subject if subject not in (Subject.NUMBER, Subject.DATE, Subject.NAME))
    return Ledger(entries, Pair("es", "en"), uncovered)
