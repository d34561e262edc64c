"""Misspelt names, and names that two languages write in their own ways.

    Iturbide  Iturbude      i and u: misspelt               Ashdown  Amhdown       s and m: misspelt
    Rouhani   Rohani        ou and o: two ways              Chamenei  Khamenei     ch and kh: two ways
    Kowalski  Kowalskiego   the ends differ: two cases      Müller   Mueller       two ways

Languages that write a name by its sound differ in a few letters, always the same ones. Any other letter is a mistake.
"""

from diffing.text.sequences import letter_changes
from diffing.translation.romanised import romanised, sounds

_LEAST_LETTERS, _MOST_MISTAKES = 5, 2
# Letters that languages write for one sound, or for one letter of another alphabet: Nemzow, Nemtsov; Gorbatschow.
_OF_ONE_SOUND = tuple(map(frozenset, ("ckqghjxs", "szcjx", "vwfb", "dt", "ijy", "ou", "eo")))
# Letters that one language writes and another leaves out.
_LEFT_OUT = frozenset("aehijouwy'-")


def is_misspelt(one: str, other: str) -> bool:
    """Return whether two folded names that are spelled much alike differ by a mistake, and not at their ends."""
    own, their = romanised(one), romanised(other)
    is_case = own.startswith(their[:-1]) or their.startswith(own[:-1])
    if is_case or not (own + their).isascii() or min(len(own), len(their)) < _LEAST_LETTERS:
        return False
    return 0 < min(_mistakes(own, their), _mistakes(sounds(own), sounds(their))) <= _MOST_MISTAKES


def _mistakes(own: str, their: str) -> int:
    """Return the number of letters that differ by more than another way to write a sound."""
    mistakes = 0
    for here, there in letter_changes(own, their):
        left, right = own[here], their[there]
        if left and right:
            mistakes += sum(not _are_one_sound(*pair) for pair in zip(left, right, strict=True))
        else:
            before = own[here.start - 1 : here.start]
            mistakes += sum(letter not in _LEFT_OUT and letter != before for letter in left + right)
    return mistakes


def _are_one_sound(one: str, other: str) -> bool:
    return any(one in letters and other in letters for letters in _OF_ONE_SOUND)
