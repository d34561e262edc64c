"""Words that two long texts teach: stems that are in the same anchors."""

from collections.abc import Sequence

from diffing import progressive
from diffing.comparison import compare, no_progress
from diffing.model import Kind, Pair
from diffing.sources.plain import article
from diffing.translation.book_words import learned_pairs

ANCHORS = [(at, at) for at in range(12)]


def stems(side: Sequence[str]) -> list[frozenset[str]]:
    return [frozenset(words.split()) for words in side]


LEFT = stems(["said"] * 4 + ["river rose"] * 3 + ["egypt"] * 3 + ["door", "door"])
RIGHT = stems(["dijo"] * 4 + ["rio subio"] * 3 + ["egipto"] * 3 + ["puerta", "puerta"])
SIGNS = Pair({"egypt": frozenset({7})}, {"egipto": frozenset({7, 8})})


def test_stems_of_the_same_anchors_stand_for_each_other() -> None:
    """Not those of two anchors only, nor those that one sign has already: these would count twice."""
    assert learned_pairs(Pair(LEFT, RIGHT), ANCHORS, SIGNS) == [
        ("river", "rio"),
        ("river", "subio"),
        ("rose", "rio"),
        ("rose", "subio"),
        ("said", "dijo"),
    ]


def test_the_best_counterparts_alone() -> None:
    """Of eight `rio` four are beside `river` only, so that `subio` is better for `rose`, and `rio` for `river`."""
    left = stems(["river"] * 4 + ["river rose"] * 3 + ["said"] * 5)
    right = stems(["rio"] * 4 + ["rio subio"] * 3 + ["dijo"] * 5)
    assert learned_pairs(Pair(left, right), ANCHORS[:12], Pair({}, {})) == [("rose", "subio"), ("said", "dijo")]


def test_a_word_of_most_anchors_says_nothing() -> None:
    assert not learned_pairs(Pair(stems(["and"] * 12), stems(["y"] * 12)), ANCHORS, Pair({}, {}))


NAMES = [
    "Ana",
    "Berto",
    "Clara",
    "Diego",
    "Elena",
    "Fausto",
    "Greta",
    "Hugo",
    "Irene",
    "Jaime",
    "Karla",
    "Luis",
    "Marta",
    "Nuno",
    "Olga",
    "Pablo",
    "Rosa",
    "Simon",
]
# What is done, and where: no word sounds like its counterpart, and no table has the verbs.
DONE = {"stumbled": "tropezaba", "whistled": "silbaba", "grumbled": "refunfuñaba", "shivered": "tiritaba"}
PLACED = {
    "beneath the wharf": "bajo el muelle",
    "amid the reeds": "entre los juncos",
    "atop the knoll": "sobre la loma",
}


def long_text(count: int = 180) -> Pair[str]:
    """Return paragraphs in two languages: one in two with a name, each with a verb and a place."""
    lefts, rights = [], []
    for at in range(count):
        verb = list(DONE)[(at * at + at // 7) % len(DONE)]
        place = list(PLACED)[(at // 3 + at * at) % len(PLACED)]
        name = f"{NAMES[at // 2 % 18]} {NAMES[(at // 2 * 5 + at // 36) % 18]}" if at % 2 else ""
        lefts.append(f"{name or 'The pedlar'} {verb} {place} once more.")
        rights.append(f"{name or 'El buhonero'} {DONE[verb]} {PLACED[place]} de nuevo.")
    return Pair("\n\n".join(lefts), "\n\n".join(rights))


def test_a_long_text_is_aligned_by_what_it_teaches() -> None:
    texts = long_text()
    comparison = compare(*texts, languages=Pair("en", "es"))
    links = [(row.left, row.right) for row in comparison.rows if row.left and row.right]
    assert links == [((at,), (at,)) for at in range(180)]
    mirrored = compare(*texts.swapped(), languages=Pair("es", "en"))
    assert [(row.right, row.left) for row in mirrored.rows if row.left and row.right] == links


def test_words_that_were_taught_are_shown() -> None:
    """The right ones are those of the pair, as the left text writes them."""
    comparison = compare(*long_text(), languages=Pair("en", "es"))
    shown = [set(row.evidence.shared) for row in comparison.rows if row.evidence]
    assert sum(bool(words & set(DONE)) for words in shown) > 90
    assert all(len({*row.evidence.shared}) == len(row.evidence.shared) for row in comparison.rows if row.evidence)
    assert not any(row.evidence.uncertain for row in comparison.rows if row.evidence and row.evidence.shared)


def test_long_texts_without_anything_in_common_are_bounded() -> None:
    """Only parts of them are compared, and the result says so."""
    left = "\n\n".join(f"The {word} rests." for word in ["heron", "otter", "badger", "stoat"] * 30)
    right = "\n\n".join(f"Yo {word} aquí." for word in ["canto", "coso", "barro", "leo"] * 30)
    assert compare(left, right, languages=Pair("en", "es")).bounded
    assert not compare(*long_text(), languages=Pair("en", "es")).bounded


def test_sentences_are_aligned_row_by_row() -> None:
    """All rows are there before; the last stage is the comparison."""
    texts = long_text(240)
    articles = Pair(article(texts.left, "left"), article(texts.right, "right"))
    first, *_, last = progressive.compared(articles, no_progress, lambda: 0)
    assert len(first.rows) == len(last.rows)
    assert first.pending
    assert last.comparison == compare(*texts)
    assert {row.kind for row in last.rows} == {Kind.TRANSLATED}


def test_reading_a_long_text_is_reported() -> None:
    """It takes half of the time; what is reported never falls."""
    shares: list[float] = []
    compare(*long_text(240), progress=lambda stage, share: shares.append(share) if stage.startswith("pair") else None)
    assert shares == sorted(shares)
    assert sum(0 < share < 0.5 for share in shares) > 2
