"""A few broken files of every format; `python -m tests.hostile.readers` tries as many as there is time for."""

from itertools import islice

from tests.hostile.readers import faults, files, originals


def test_whole_files_are_read() -> None:
    from diffing.sources.registry import ReadOptions

    assert [fault for name, content in originals().items() for fault in faults(0, name, content, ReadOptions())] == []


def test_broken_files_are_read_or_refused() -> None:
    assert [fault for file in islice(files(0), 150) for fault in faults(*file)] == []
