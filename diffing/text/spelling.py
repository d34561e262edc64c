"""Words that differ only in their accents: one word, or two, by the habits of both articles.

    Un policier tué    | Un policier tue         the right article writes 'près': two words
    Un policier tué    | Un policier tue         the right article writes 'pres' and 'declare': one word
    M. Béranger        | M. Beranger             the right article writes 'Béranger' elsewhere: one word
    in Maßen, Straße   | in Massen, Strasse      the right article has no ß at all: one word
    كُتب               | كتب                     vowel signs are left out: one word
    橋                 | 桥                      one article is traditional, the other simplified: one word
    Љубић              | Ljubić                  Serbian in Cyrillic and in Latin letters: one word

An accent can make another word. So a lost accent counts as typography only where the side without it has lost its
accents altogether, in the article or in the paragraph, or has the same word with its accent elsewhere. A character of
another script is the same only in articles of two scripts: see character_forms.py.
"""

from collections.abc import Sequence
from functools import cached_property
from itertools import product
from typing import NamedTuple

from diffing.model import Pair
from diffing.patterns import lazy_pattern
from diffing.text.character_forms import HAN, are_one_character, is_latin, is_serbian, serbian_latin
from diffing.text.combining_marks import MARKS
from diffing.text.function_words import FUNCTION_WORDS
from diffing.text.habits import STRESS, Habits, Spellings, has_lost_accents, without_vowel_signs
from diffing.text.words import ANY_YEH, VOWEL_SIGNS, YEHS, compared_form, has_accent, spelled_form, without_accents

_UMLAUT = "\u0308"
# Letters of a word whose initial may be without its stress (Etat). In shorter ones it counts: the Italian È is a verb,
# and E is 'and'.
_LEAST_INITIAL = 3
# Old German spelling has ß for 'ss' at the end of a word and before a consonant, where it never has 'ss': daß, mußte.
_OLD_SHARP_S = lazy_pattern("ß(?![aeiouyäöü])")
# The tone of these Vietnamese vowels stands on the first or on the second letter: hòa and hoà.
_FIRST_TONE = lazy_pattern("(?:(o)([\u0300\u0301\u0303\u0309\u0323])([ae])|(u)([\u0300\u0301\u0303\u0309\u0323])(y))$")
# Romanian has cedillas where a font has no commas.
_COMMA_BELOW = lazy_pattern("(?<=[st])\u0326")
_HAN_CHARACTER = lazy_pattern(f"[{HAN}]")
_POINTLESS_YEH = lazy_pattern(f"{YEHS[1]}$")
_HYPHEN = lazy_pattern("[-\u2010\u2011\u2013]")
_CEDILLA = "\u0327"
_INITIAL_STRESS = lazy_pattern(r"(?:(?<=^\w)|(?<='\w))[\u0300-\u0302]")
_INITIAL = lazy_pattern(r"(?:\w+['\u2019])?(\w)")
_CYRILLIC_STRESS = lazy_pattern("(?<=[\u0430-\u04ff])\u0301")
_VOWEL_SIGN = lazy_pattern(VOWEL_SIGNS)
_LETTER_WITH_SIGNS = lazy_pattern(rf"[^{MARKS}][{MARKS}]*")


class _Written(NamedTuple):
    """A word as it is shown, its spelled form, the habits of its side, and whether its paragraph lost its accents."""

    shown: str
    spelled: str
    habits: "_SideHabits"
    is_lost: bool

    @property
    def parts(self) -> "list[_Written]":
        """The parts of a hyphenated word."""
        return [self._replace(shown=part, spelled=spelled_form(part)) for part in _HYPHEN.split(self.shown) if part]


class _SideHabits:
    """The habits of an article, seen beside those of the other one."""

    def __init__(self, own: Habits, other: Habits) -> None:
        self.own = own
        self._other = other

    @cached_property
    def is_lost(self) -> bool:
        """True if the article has lost its accents altogether."""
        return self.own.has_lost_accents(self._other)

    @cached_property
    def is_lost_sharp_s(self) -> bool:
        """True if the article writes 'ss' for every ß."""
        return self.own.has_lost_sharp_s(self._other)


class Spelling:
    """The spelling habits of two articles. They are read where the first two words differ only in accents."""

    def __init__(self, texts: Pair[Sequence[str]]) -> None:
        """Take the texts of both articles."""
        self._texts = texts

    @cached_property
    def _is_serbian(self) -> bool:
        """True if one article is Serbian in Cyrillic, and the other is in Latin letters."""
        left, right = self._texts
        return (is_serbian(left) and is_latin(right)) or (is_latin(left) and is_serbian(right))

    @cached_property
    def _habits(self) -> Pair[_SideHabits]:
        left, right = self._texts.map(lambda texts: Habits(texts, is_latinized=self._is_serbian))
        return Pair(_SideHabits(left, right), _SideHabits(right, left))

    def other_words(self, shown: Pair[dict[str, set[str]]], *, is_swapped: bool = False) -> set[str]:
        """Return the compared forms under which two corresponding texts have different words.

        `shown` has, for each side, the words as they are shown by their compared form: all words with an accent, and
        their counterparts. `is_swapped` means that the first side is of the right article.
        """
        disputed = {
            form
            for form in shown.left.keys() & shown.right.keys()
            if len({spelled_form(word) for side in shown for word in side[form]}) > 1
        }
        if not disputed:
            return disputed
        accented = shown
        if all(map(_HAN_CHARACTER.fullmatch, disputed)):
            accented = Pair({}, {})  # characters of Han have no accents
        spellings = accented.map(self._spellings)
        lost = Pair(has_lost_accents(*spellings), has_lost_accents(*spellings.swapped()))
        habits = self._habits.swapped() if is_swapped else self._habits
        return {
            form
            for form in disputed
            if not all(
                _are_one_word(
                    _Written(left, self._spelled(left), habits.left, lost.left),
                    _Written(right, self._spelled(right), habits.right, lost.right),
                )
                for left, right in product(shown.left[form], shown.right[form])
            )
        }

    def _spelled(self, word: str) -> str:
        return spelled_form(serbian_latin(word) if self._is_serbian else word)

    def _spellings(self, shown: dict[str, set[str]]) -> Spellings:
        return {form: {without_vowel_signs(self._spelled(word)) for word in words} for form, words in shown.items()}


def _are_one_word(one: _Written, other: _Written) -> bool:
    """Return whether two words with one compared form are one word."""
    if one.spelled == other.spelled:
        return True
    if _HAN_CHARACTER.fullmatch(one.spelled) and _HAN_CHARACTER.fullmatch(other.spelled):
        return are_one_character(one.spelled, other.spelled, one.habits.own.han, other.habits.own.han)
    if "-" in one.spelled:
        return all(map(_are_one_word, one.parts, other.parts))
    if not _may_have_one_reading(one.spelled, other.spelled):
        return False
    one, other = (word._replace(spelled=_without_variants(word.spelled)) for word in (one, other))
    if "I" in one.shown + other.shown:  # the capital of i and, in Turkish, of ı
        one, other = (word._replace(spelled=word.spelled.replace("ı", "i")) for word in (one, other))
    one, other = _with_sharp_s_of(one, other), _with_sharp_s_of(other, one)
    one, other = _with_yeh_of(one, other), _with_yeh_of(other, one)
    if any(word.spelled[-1:] == YEHS[1] and word.habits.own.has_yeh_without_points for word in (one, other)):
        one, other = (word._replace(spelled=_POINTLESS_YEH.sub(YEHS[0], word.spelled)) for word in (one, other))
    return one.spelled == other.spelled or any(
        _has_bare_initial(*pair) or (_is_without_accents(*pair) and _is_bare(*pair))
        for pair in ((one, other), (other, one))
    )


def _may_have_one_reading(one: str, other: str) -> bool:
    """Return whether no letter has vowel signs on both sides that differ: كَتب and كتَبَ may be one word, كُتب is another.

    A Russian word has one stress: за́мок (castle) is not замо́к (lock).
    """
    if all(_CYRILLIC_STRESS.search(word) for word in (one, other)):
        return one == other
    pairs = zip(_LETTER_WITH_SIGNS.findall(one), _LETTER_WITH_SIGNS.findall(other), strict=False)
    signs = ((set(_VOWEL_SIGN.findall(left)), set(_VOWEL_SIGN.findall(right))) for left, right in pairs)
    return all(left <= right or right <= left for left, right in signs)


def _without_variants(spelled: str) -> str:
    """Return a spelled form in one of its accepted spellings: without vowel signs, hoà, muss, and ș for ş."""
    plain = _OLD_SHARP_S.sub("ss", without_vowel_signs(spelled))
    return _FIRST_TONE.sub(r"\1\3\2\4\6\5", _COMMA_BELOW.sub(_CEDILLA, plain))


def _is_without_accents(bare: _Written, accented: _Written) -> bool:
    """Return whether a word is the other one without its accents; ß is none."""
    return not has_accent(bare.spelled) and without_accents(accented.spelled) == without_accents(bare.spelled)


def _with_yeh_of(one: _Written, other: _Written) -> _Written:
    """Return a word with a Persian yeh wherever the other side has one for an Arabic letter."""
    if ANY_YEH not in other.spelled or len(one.spelled) != len(other.spelled):
        return one
    letters = zip(one.spelled, other.spelled, strict=True)
    return one._replace(
        spelled="".join(there if there == ANY_YEH and here in YEHS else here for here, there in letters)
    )


def _with_sharp_s_of(one: _Written, other: _Written) -> _Written:
    """Return a word with 'ss' for ß if the other side has no ß: in capitals, or in its whole article."""
    if "ß" in one.spelled and "ß" not in other.spelled and (other.shown.isupper() or other.habits.is_lost_sharp_s):
        return one._replace(spelled=one.spelled.replace("ß", "ss"))
    return one


def _has_bare_initial(bare: _Written, accented: _Written) -> bool:
    """Return whether a word differs from the other in the stress of its capital only, and its article has no such."""
    form = compared_form(bare.shown)
    initial = _INITIAL.match(bare.shown)
    return (
        initial is not None
        and initial[1].isupper()
        and len(form) >= _LEAST_INITIAL
        and form not in FUNCTION_WORDS
        and bare.spelled == _INITIAL_STRESS.sub("", accented.spelled)
        and not bare.habits.own.has_accented_capital
    )


def _is_bare(bare: _Written, accented: _Written) -> bool:
    """Return whether a word without accents is the other word, whose accents its side has lost."""
    if bare.is_lost or bare.habits.is_lost or all(word.habits.own.has_optional_accents for word in (bare, accented)):
        return True
    is_stress = STRESS.sub("", accented.spelled) == bare.spelled
    if bare.shown.isupper() and len(bare.shown) > 1 and is_stress:
        return True  # capitals of several languages have no stress
    return _is_slip(bare, accented, is_stress=is_stress)


def _is_slip(bare: _Written, accented: _Written, *, is_stress: bool) -> bool:
    """Return whether a word is without its accent by a slip: its article has the word with its accent elsewhere.

    A name needs no such evidence in an article without any accent. Small words count only where the accent is a stress
    inside the word. At the end (tue, tué) it is an ending, and any other mark makes another letter (konnte, könnte), so
    both words may stand in one article.
    """
    form = compared_form(bare.shown)
    own, other = bare.habits.own, accented.habits.own
    here, there = (habits.spellings.get(form, set()) for habits in (own, other))
    if form in FUNCTION_WORDS:
        return False
    is_inside = is_stress and not STRESS.match(accented.spelled[-1])
    is_name = bare.shown[0].isupper() and accented.shown[0].isupper() and form not in own.small | other.small
    if is_name and is_inside and not own.accented:
        return True
    if is_name and _UMLAUT not in accented.spelled:
        both = {bare.spelled, accented.spelled}
        return (both <= here and bare.spelled not in there) or both <= there
    return is_inside and accented.spelled in here and bare.spelled not in there
