"""Work on parts, by one process."""

from diffing.sharing import ShareDone, alone


def test_each_part_is_done_in_order_and_reported_by_its_length() -> None:
    shares: list[float] = []

    def work(at: int, done: ShareDone) -> str:
        done(0.5)
        return "abc"[at]

    assert alone(work, [10, 0, 30], shares.append) == ["a", "b", "c"]
    assert shares == [0, 0.125, 0.25, 0.25, 0.25, 0.625]


def test_parts_without_a_character() -> None:
    assert alone(lambda at, done: at, [0, 0], lambda share: None) == [0, 1]
    assert alone(lambda at, done: at, [], lambda share: None) == []
