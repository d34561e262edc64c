"""Links of paragraphs of two languages: merged ones, and those that only one article has."""

from diffing.comparison import compare
from diffing.model import Comparison

LEFT = [
    "El puerto de Salguera reabrió el lunes tras 19 días de obras, anunció la alcaldesa Inés Robledo.",
    "Las obras costaron 7,2 millones de euros y emplearon a 340 obreros.",
    "«Nadie creía que terminaríamos», dijo el ingeniero Tomás Urquijo.",
    "El primer barco, el Corvina, llegó a las 6.40 con 85 pasajeros.",
    "La cofradía cuenta con 58 barcos y vende su pesca en Portugal.",
    "Las tarifas subirán un 4 % en octubre.",
]
RIGHT = [
    "The port of Salguera reopened on Monday after 19 days of works, Mayor Inés Robledo announced.",
    "The works cost 7.2 million euros and employed 340 labourers.",
    "“Nobody believed we would finish,” said the engineer, Tomás Urquijo.",
    "The first ship, the Corvina, arrived at 6:40 a.m. with 85 passengers.",
    "The guild has 58 boats and sells its catch in Portugal.",
    "Fees will rise by 4 percent in October.",
]


def links(left: list[str], right: list[str]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(row.left, row.right) for row in compared(left, right).rows if row.left and row.right}


def compared(left: list[str], right: list[str]) -> Comparison:
    return compare("\n\n".join(left), "\n\n".join(right))


def single(pairs: dict[int, int]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {((left,), (right,)) for left, right in pairs.items()}


def test_every_paragraph() -> None:
    assert links(LEFT, RIGHT) == single({at: at for at in range(6)})


def test_two_paragraphs_as_one() -> None:
    """Each half lacks the figures and names of the other one."""
    merged = [*RIGHT[:1], f"{RIGHT[1]} {RIGHT[2]}", *RIGHT[3:]]
    assert links(LEFT, merged) == single({0: 0, 3: 2, 4: 3, 5: 4}) | {((1, 2), (1,))}
    assert links(merged, LEFT) == single({0: 0, 2: 3, 3: 4, 4: 5}) | {((1,), (1, 2))}


def test_a_paragraph_with_sentences_that_the_other_side_lacks() -> None:
    """The first half of a merged paragraph has no counterpart."""
    merged = [*RIGHT[:1], f"{RIGHT[1]} {RIGHT[2]}", *RIGHT[3:]]
    left = [*LEFT[:1], *LEFT[2:]]
    assert links(left, merged) == single({at: at for at in range(5)})


def test_paragraphs_of_one_side_in_the_same_place() -> None:
    """Each article has a figure and a name that stand nowhere in the other one."""
    left = [*LEFT[:3], "El alcalde Bermejo cerró 26 escuelas.", *LEFT[3:]]
    right = [*RIGHT[:3], "The airline Norvik lost 93 suitcases.", *RIGHT[3:]]
    assert links(left, right) == single({0: 0, 1: 1, 2: 2, 4: 4, 5: 5, 6: 6})


def test_a_paragraph_in_another_place() -> None:
    right = [RIGHT[0], RIGHT[3], RIGHT[4], RIGHT[5], RIGHT[1], RIGHT[2]]
    assert links(LEFT, right) == single({0: 0, 1: 4, 2: 5, 3: 1, 4: 2, 5: 3})


def test_a_paragraph_that_shares_nothing_has_not_moved() -> None:
    """Its length and its form fit; the place says that each article has one of its own."""
    left = [*LEFT[:1], "Los vecinos lo celebraron con música y fuegos artificiales.", *LEFT[1:]]
    right = [*RIGHT, "The weather is expected to stay dry until the weekend."]
    assert links(left, right) == single({0: 0, 2: 1, 3: 2, 4: 3, 5: 4, 6: 5})


def test_lines_of_one_side_each_that_share_nothing_are_no_pair() -> None:
    """Their place, length and form fit; all others share figures or names."""
    left = [*LEFT[:4], "El coro de la parroquia ensaya los martes por la tarde.", *LEFT[4:]]
    right = [
        *RIGHT[:4],
        "Salt was once made along this shore, as the ruins of the old ovens behind the dunes still show.",
        *RIGHT[4:],
    ]
    assert links(left, right) == single({0: 0, 1: 1, 2: 2, 3: 3, 5: 5, 6: 6})
