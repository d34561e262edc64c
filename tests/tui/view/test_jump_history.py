"""The places a reader jumped from: back and forward."""

from tui.view.jump_history import NO_JUMPS, JumpHistory
from tui.view.outline import Block, row_block

A, B, C, D = (row_block(row) for row in range(4))


def left(*blocks: Block) -> JumpHistory:
    """The history of a reader who jumped away from these."""
    jumps = NO_JUMPS
    for block in blocks:
        jumps = jumps.leave(block)
    return jumps


def test_back_and_forward() -> None:
    assert NO_JUMPS.back(A) == (None, NO_JUMPS)
    at_b, jumps = left(A, B).back(C)
    assert at_b == B
    at_a, jumps = jumps.back(B)
    assert at_a == A
    assert jumps.back(A)[0] is None
    again = []
    for here in (A, B, C):
        block, jumps = jumps.forward(here)
        again.append(block)
    assert again == [B, C, None]
    at_b, jumps = jumps.back(C)
    assert at_b == B
    jumps = jumps.leave(B)
    assert jumps.forward(D)[0] is None
    at_b, jumps = jumps.back(D)
    assert (at_b, jumps.back(B)[0]) == (B, A)


def test_a_place_that_the_reader_walked_back_to_is_passed_over() -> None:
    assert left(A, B).back(B)[0] == A


def test_a_place_is_kept_once_and_at_most_a_hundred() -> None:
    jumps = left(*(row_block(row) for row in (*range(300), 250)))
    rows = [block.row for block in jumps.before]
    assert rows[-3:] == [298, 299, 250]
    assert len(rows) == len(set(rows)) == 100


def test_other_blocks_in_the_place_of_these() -> None:
    _, jumps = left(A, B).back(C)
    assert jumps.mapped(lambda blocks: tuple(D for _ in blocks)).back(A)[0] == D


def test_where_a_way_leads() -> None:
    jumps = left(A)
    assert jumps.leads_back(B)
    assert not jumps.leads_back(A)
    assert not jumps.leads_forward(A)
    _, jumps = jumps.back(B)
    assert jumps.leads_forward(A)
