"""Two texts without what both have: where there is little room, what differs must not be cut away.

without_beginning   the mayor left at noon / the mayor left at one       ->   … noon / … one
where_they_differ   the paper said / the Echo said                       ->   paper / Echo
without_common      ought to have each other's telephone / should have each other's phone
                    ->   ought to … telephone / should … phone

A character of Han or kana is a word here, as are other letters between spaces.
"""

from functools import lru_cache

from diffing.patterns import lazy_pattern

from ..text.wrapping import CUT, width

# A series of words that is left out has at least so many words and cells: 'in the' is shown.
_RUN = 2
_RUN_CELLS = 10
# Of longer texts only the words with which both begin and end are left out.
_MOST_WORDS = 60
# Each list on the screen has some tens of changes, and asks for them with each key.
_KEPT = 512
# A number in groups is one word: '12 500 000'.
_WORD = lazy_pattern(
    r"\s*(?:\d{1,3}(?:[\s.,]\d{3})+(?!\d)|[\u3040-\u30ff\u3400-\u9fff]|[^\s\u3040-\u30ff\u3400-\u9fff]+)"
)

Words = list[str]


def without_beginning(old: str, new: str, kept: int = 0) -> tuple[str, str]:
    """Return two texts without the words with which both begin, but for the last `kept` of them."""
    left, right = _words(old), _words(new)
    same = min(_common(left, right), min(len(left), len(right)) - 1) - kept
    if same <= 0:
        return old, new
    return _joined("", _text(left[same:])), _joined("", _text(right[same:]))


def where_they_differ(old: str, new: str) -> tuple[str, str]:
    """Return two texts without the words with which both begin or end, and no sign of it."""
    left, right = _words(old), _words(new)
    begin, end = _ends(left, right)
    return _text(left[begin : len(left) - end]), _text(right[begin : len(right) - end])


@lru_cache(_KEPT)
def without_common(old: str, new: str) -> tuple[str, str]:
    """Return two texts with a sign in place of the series of words that both have.

    'allies of President Velm in the south, who', 'President Velm's allies in the south, which' become
    'allies of … Velm … who', '… Velm's allies … which'.
    """
    left, right = _words(old), _words(new)
    if max(len(left), len(right)) <= _MOST_WORDS:
        return _without_runs(left, right)
    begin, end = _ends(left, right)
    signs = (CUT if begin else "", CUT if end else "")
    shown = (_text(left[begin : len(left) - end]), _text(right[begin : len(right) - end]))
    return " ".join(filter(None, (signs[0], shown[0], signs[1]))), " ".join(
        filter(None, (signs[0], shown[1], signs[1]))
    )


def _without_runs(old: Words, new: Words) -> tuple[str, str]:
    runs = ((_common(old[at:], new[there:]), at, there) for at in range(len(old)) for there in range(len(new)))
    length, at, there = max(runs, key=lambda run: (run[0], -run[1], -run[2]), default=(0, 0, 0))
    if length < _RUN or width(_text(old[at : at + length])) < _RUN_CELLS:
        return _text(old), _text(new)
    before = _without_runs(old[:at], new[:there])
    behind = _without_runs(old[at + length :], new[there + length :])
    return _joined(before[0], behind[0]), _joined(before[1], behind[1])


def _joined(before: str, behind: str) -> str:
    return " ".join(filter(None, (before, CUT, behind)))


def _words(text: str) -> Words:
    """Return the words, each with the space before it."""
    return _WORD.findall(text)


def _text(words: Words) -> str:
    return "".join(words).strip()


def _ends(old: Words, new: Words) -> tuple[int, int]:
    """Return with how many words both begin and end; of each at least one is left."""
    room = max(0, min(len(old), len(new)) - 1)
    begin = min(room, _common(old, new))
    return begin, min(room - begin, _common(old[::-1], new[::-1]))


def _common(old: Words, new: Words) -> int:
    """Return how many words two lists begin with together."""
    pairs = zip(old, new, strict=False)
    differing = (at for at, (one, other) in enumerate(pairs) if _as_said(one) != _as_said(other))
    return next(differing, min(len(old), len(new)))


def _as_said(word: str) -> str:
    """Return a word without the space before it; a curly apostrophe is the same as a straight one."""
    return word.strip().replace("’", "'")
