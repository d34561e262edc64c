"""The frame of a long text: signs that few paragraphs have, in the whole text and in each part."""

from random import Random

from diffing.alignment.options import Options
from diffing.model import Pair
from diffing.translation.frame import Frame, frame_of
from diffing.translation.pieces import pieces_of

_COUNT, _SIGNS, _OWN, _SHARED = 300, 90, 14, 9
_NAMED = 10
_MOVED = 120, 220


def texts() -> tuple[Pair[list[frozenset[int]]], dict[int, int]]:
    """Return the signs of 300 paragraphs, most of them in many, and one in ten with one of its own on each side.

    The right lacks some paragraphs. One whose signs stand nowhere else is in another place.
    """
    random = Random("frame")
    left = [frozenset(random.sample(range(_SIGNS), _OWN)) for _ in range(_COUNT)]
    left[_MOVED[0]] = frozenset(range(_SIGNS, _SIGNS + _OWN))
    kept = [at for at in range(_COUNT) if at % 17 and at != _MOVED[0]]
    kept.insert(_MOVED[1], _MOVED[0])
    other = [
        frozenset({*random.sample(sorted(left[at]), _SHARED), *random.sample(range(_SIGNS), _OWN - _SHARED)})
        for at in kept
    ]
    for place, at in enumerate(kept):
        if at % _NAMED == 1:
            left[at] |= {-at}
            other[place] |= {-at}
    return Pair(left, other), {at: place for place, at in enumerate(kept)}


SIGNS, PLACES = texts()


def test_signs_are_rare_in_a_part_that_are_not_in_the_whole() -> None:
    frame = frame_of(SIGNS, Options())
    right = [PLACES.get(left) == place for left, place in frame.anchors]
    assert len(right) > _COUNT // 2
    assert sum(right) >= 0.95 * len(right)
    assert (_MOVED[0], PLACES[_MOVED[0]]) in frame.found


def test_the_counterpart_of_each_paragraph_is_near_it() -> None:
    """Each paragraph is compared with few, and with its counterpart, if that is in the same piece."""
    cells, reached = 0, set()
    for piece in pieces_of(frame_of(SIGNS, Options()), SIGNS.map(len), Options()):
        assert piece.near
        for at, row in enumerate(piece.near):
            cells += len(row)
            reached |= {(piece.left + at, piece.right + other) for other in row}
    assert cells < 15 * _COUNT
    wanted = {pair for pair in PLACES.items() if pair[0] != _MOVED[0]}
    assert len(wanted & reached) >= 0.99 * len(wanted)


def test_a_pair_beside_another_is_sure_and_compared_with_nothing_else() -> None:
    frame = Frame([(3, 3), (4, 4), (9, 10)], set(), frozenset({(3, 3), (4, 4)}))
    (piece,) = pieces_of(frame, Pair(12, 13), Options())
    assert piece.near
    assert [list(row) for row in piece.near[:6]] == [[0, 1, 2]] * 3 + [[3], [4], [*range(5, 13)]]


def test_how_much_is_left_out_between_sure_pairs() -> None:
    """Three of five paragraphs, where one of ten is assumed besides."""
    frame = Frame([(0, 0), (1, 1), (3, 6), (4, 7)], set(), frozenset({(0, 0), (1, 1), (3, 6), (4, 7)}))
    assert frame.left_out(Pair(5, 8)) == (1 + 3) / (10 + 5)


def test_texts_without_a_sign_in_common_are_cut_into_as_many_parts() -> None:
    signs = Pair([frozenset[int]()] * 400, [frozenset[int]()] * 200)
    pieces = list(pieces_of(frame_of(signs, Options()), Pair(400, 200), Options()))
    assert [(piece.left_end - piece.left, piece.right_end - piece.right) for piece in pieces] == [(50, 25)] * 8
    assert all(piece.is_part for piece in pieces)
