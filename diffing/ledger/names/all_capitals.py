"""Words in capitals: captions and headlines, where a capital says nothing, and single words with emphasis.

PER MODIN, MAYOR OF OSTERBY, AT THE QUAY. The crew gave      a run of words in capitals
The bridge is NOT safe, the engineer wrote.                  emphasis: no word beside it is in capitals
"""

from collections.abc import Sequence

from diffing.patterns import lazy_pattern

# Words of a run, at least: a name in capitals has two or three, and a caption more.
_LEAST_RUN = 4
# A shorter stretch without a plain small letter has no run: 'A B C D' has seven characters.
_MAY_BE_RUN = lazy_pattern("[^a-z]{7}")
_WORD = lazy_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Characters beside a word in which its neighbours are looked up.
_BESIDE = 40


def capital_runs(text: str) -> Sequence[tuple[int, int]]:
    """Return start and end of the runs of words in capitals: of four words or more, without a small word between."""
    if not _MAY_BE_RUN.search(text):
        return ()
    runs: list[tuple[int, int]] = []
    start, end, count = 0, 0, 0
    for word in _WORD.finditer(text):
        if word[0].isupper():
            start, count = (start if count else word.start()), count + 1
            end = word.end()
            continue
        if count >= _LEAST_RUN:
            runs.append((start, end))
        count = 0
    return [*runs, (start, end)] if count >= _LEAST_RUN else runs


def is_emphasis(text: str, start: int, end: int) -> bool:
    """Return whether the word at a place is in capitals, and neither of its neighbours is."""
    if end - start < 2 or not text[start:end].isupper():
        return False
    before = _WORD.findall(text[max(0, start - _BESIDE) : start])[-1:]
    behind = _WORD.search(text, end, end + _BESIDE)
    beside = [*before, *([behind[0]] if behind else [])]
    return not any(word.isupper() and len(word) > 1 for word in beside)
