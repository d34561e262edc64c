"""Names in one rough spelling of Latin letters, whatever their script and language.

    Зеленский  Zelensky  zerensk     Αθήνα  Athens  atina, atens     モスクワ  Moskwa  mosukva, moskva

Letters that languages write for one sound become one: sch, sh, ch and ts are s, w, b and f are v, l is r. What is left
differs between two spellings of one name, but less than two names do; see correspondences.py.
"""

from functools import lru_cache
from re import Match

from diffing.patterns import lazy_pattern

_ALPHABETS = (
    (
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёєіїґўђјљњћџѓќѕ",
        "a b v g d e zh z i i k l m n o p r s t u f h ts ch sh sh - i - e yu ya yo e i i g u dj j lj nj c dz g k dz",
    ),
    ("αβγδεζηθικλμνξοπρστυφχψως", "a v g d e z i th i k l m n x o p r s t i f h ps o s"),
    ("אבגדהוזחטיכלמנסעפצקרשתךםןףץ", "- b g d h v z h t i k l m n s - p ts k r sh t k m n f ts"),
    (
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءئؤأإآپچژگکی",
        "a b t th j h kh d d r z s sh s d t z - g f k k l m n h w y a - - y w a i a p ch zh g k y",
    ),
    (
        "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहअआइईउऊऋएऐओऔऑऍािीुूृेैोौॉॅंँ",
        "k kh g gh n ch ch j jh n t th d dh n t th d dh n p ph b bh m y r l v sh sh s h "
        "a a i i u u ri e ai o au o e a i i u u ri e ai o au o e n n",
    ),
    ("øœæßðþłđıå़्", "o e e ss d th l d i o - -"),
)
_LETTERS = {
    ord(letter): latin.replace("-", "")
    for letters, latins in _ALPHABETS
    for letter, latin in zip(letters, latins.split(), strict=True)
}
_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "s": "さしすせそ",
    "t": "たちつてと",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "m": "まみむめも",
    "r": "らりるれろ",
    "g": "がぎぐげご",
    "z": "ざじずぜぞ",
    "d": "だぢづでど",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}
_SOUNDS_OF_KANA, _SOUNDS_OF_SMALL = "ya yu yo wa o n v shi chi tsu fu ji", "a i u e o ya yu yo"
_KANA = {kana: sound + vowel for sound, row in _ROWS.items() for kana, vowel in zip(row, "aiueo", strict=True)} | dict(
    zip("やゆよわをんゔしちつふじ", _SOUNDS_OF_KANA.split(), strict=True)
)
_SMALL = dict(zip("ぁぃぅぇぉゃゅょ", _SOUNDS_OF_SMALL.split(), strict=True))
_FIRST_KATAKANA, _LAST_KATAKANA, _TO_HIRAGANA = 0x30A1, 0x30F6, 0x60
# The parts of a syllable of Hangul, which is one character: see The Unicode Standard, 3.12.
_FIRST_SYLLABLE, _SYLLABLES, _FINALS, _MEDIALS = 0xAC00, 11_172, 28, 21
_MEDIALS_IN_LATIN = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu - ui i"
_INITIAL = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "").split(" ")
_MEDIAL = _MEDIALS_IN_LATIN.replace("-", "").split(" ")
_FINAL = "- k k k n n n t l l l l l l l l m p p t t ng t t k t p h".replace("-", "").split(" ")

# Several letters for one sound, and then single letters that count as one.
_DIGRAPH = lazy_pattern("sch|[szckgpt]h|t[sz]|cz|c(?=[eiy])|d[jz]|x")
_SOUND_OF_DIGRAPH = {"kh": "h", "gh": "h", "ph": "f", "th": "t", "x": "ks"}
_SOUNDS = str.maketrans("cqgjywbfzdl", "kkkiivvvstr")
_VOWEL_OR_V = {"ar": "و", "fa": "و", "he": "ו"}
_PERSIAN = str.maketrans("ضظذث", "زززس")
_WITHOUT_P, _ARTICLE = frozenset({"ar"}), "ال"
_DOUBLE = lazy_pattern(r"(.)\1+")


def romanised(word: str) -> str:
    """Return a folded word in Latin letters; letters of scripts that are not known stay as they are."""
    if word.isascii():
        return word
    return _of_kana("".join(map(_of_hangul, word))).translate(_LETTERS)


# An article has a thousand different words, and each is asked for once a side.
@lru_cache(maxsize=1 << 14)
def sounds(word: str) -> str:
    """Return the rough spelling of a folded word."""
    found = _DIGRAPH.sub(_sound_of_digraph, romanised(word))
    return _DOUBLE.sub(r"\1", found.translate(_SOUNDS))


def other_sounds(word: str, language: str) -> set[str]:
    """Return other readings of a folded word: Michal with a k, a v without other vowels as an o, an Arabic b as a p."""
    vowel = _VOWEL_OR_V.get(language, "")
    if not vowel:
        return {sounds(word.replace("ch", "k"))} if "ch" in word else set()
    word = word.removeprefix(_ARTICLE) if language == "ar" else word
    # Hebrew writes the sounds of other languages with a mark: ג'ורג'.
    word = word.replace("'", "").translate(_PERSIAN if language == "fa" else {})
    found = {sounds(word), sounds(word[:1] + word[1:].replace(vowel, "o"))}
    if language in _WITHOUT_P:
        found |= {sounds(word.replace("ب", "پ")), sounds(word[:1].replace("ب", "پ") + word[1:].replace(vowel, "o"))}
    return found


def _sound_of_digraph(found: Match[str]) -> str:
    return _SOUND_OF_DIGRAPH.get(found[0], "s")


def _of_hangul(character: str) -> str:
    at = ord(character) - _FIRST_SYLLABLE
    if not 0 <= at < _SYLLABLES:
        return character
    rest, final = divmod(at, _FINALS)
    initial, medial = divmod(rest, _MEDIALS)
    return _INITIAL[initial] + _MEDIAL[medial] + _FINAL[final]


def _of_kana(word: str) -> str:
    """Return a word with its kana in Latin letters. A small vowel takes the place of the one before it: ティ is ti."""
    found = ""
    for character in word:
        is_katakana = _FIRST_KATAKANA <= ord(character) <= _LAST_KATAKANA
        kana = chr(ord(character) - _TO_HIRAGANA) if is_katakana else character
        if kana in _SMALL:
            found = found[:-1] if found[-1:] in tuple("aiueo") else found
            found += _SMALL[kana].removeprefix("y") if found.endswith(("sh", "ch", "j")) else _SMALL[kana]
        elif kana not in "ーっ・":
            found += _KANA.get(kana, character)
    return found
