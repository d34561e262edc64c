"""The places a reader jumped from: back and forth."""

from tui.view.jump_history import Jumps
from tui.view.view_state import Block, Form

A, B, C, D = (Block(Form.ROW, (row,)) for row in range(4))


def test_back_and_forth() -> None:
    jumps = Jumps()
    assert jumps.back(A) is None
    jumps.leave(A)
    jumps.leave(B)
    assert jumps.back(C) == B
    assert jumps.back(B) == A
    assert jumps.back(A) is None
    assert [jumps.forth(A), jumps.forth(B), jumps.forth(C)] == [B, C, None]
    assert jumps.back(C) == B
    jumps.leave(B)
    assert jumps.forth(D) is None
    assert [jumps.back(D), jumps.back(B)] == [B, A]


def test_a_place_that_the_reader_walked_back_to_is_passed_over() -> None:
    jumps = Jumps()
    jumps.leave(A)
    jumps.leave(B)
    assert jumps.back(B) == A


def test_a_place_is_kept_once_and_only_so_many() -> None:
    jumps = Jumps()
    for row in (*range(300), 250):
        jumps.leave(Block(Form.ROW, (row,)))
    back = []
    while (block := jumps.back(A)) is not None:
        back.append(block.row)
    assert back[:3] == [250, 299, 298]
    assert len(back) == len(set(back)) == 100


def test_other_blocks_in_the_place_of_these() -> None:
    jumps = Jumps()
    jumps.leave(A)
    jumps.leave(B)
    jumps.back(C)
    jumps.keep(lambda blocks: [D for _ in blocks])
    assert jumps.back(A) == D
