r"""Characters of a text that a reader cannot see, or takes for other characters.

    ap\u200bple     an invisible character: a zero width space
    \u202etxt.exe   a direction: the terminal draws what follows from right to left
    \x1b[2J         a control character: a terminal clears the screen
    \u0430pple      a look-alike: the first letter is Cyrillic

Two texts that differ only in such characters look the same, so each of them gets a name. None of them is forbidden: a
soft hyphen is good typesetting, and a zero width joiner that joins emoji or Persian words is not reported.

The table of look-alikes is made for newsdiff: letters of seven scripts were compared in the fonts of terminals.
Unicode's list of confusables (UTS 39) is far longer, because it has every script and every similarity.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator

from diffing.model import Hidden, What
from diffing.patterns import lazy_pattern
from diffing.text.joiners import IDLE_JOINER

# A flag such as that of Scotland is a black flag with tags and an end tag. The tags spell a country and a part of it,
# 'gbsct'. Their number is limited here, because many tags can spell a message.
_FLAG = "\U0001f3f4[\U000e0061-\U000e007a]{2}[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,3}\U000e007f"
_UNSEEN = lazy_pattern(
    f"{_FLAG}"
    "|(?P<control>[\x00-\x08\x0b-\x1f\x7f-\x9f])"
    "|(?P<direction>[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])"
    "|(?P<invisible>[\xad\u115f\u1160\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
    f"|{IDLE_JOINER})"
)
# The search for a set of characters is ten times as fast as the search for an expression.
_PERHAPS_UNSEEN = lazy_pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
_CONTROLS = {"\x00": "null", "\x07": "bell", "\x08": "backspace", "\x0d": "carriage return", "\x1b": "escape"}
_CONTROLS |= {"\x7f": "delete", "\x9b": "control sequence introducer", "\x9d": "operating system command"}

_SCRIPTS = {
    "Latin": "A-Za-z\xaa\xba\xc0-\xd6\xd8-\xf6\xf8-\u0250\u0252-\u0260\u0262-\u02af\u1e00-\u1eff",
    "Greek": "\u0370-\u0373\u0376\u0377\u037b-\u037d\u037f\u0386\u0388-\u03ff\u1f00-\u1fff",
    "Cyrillic": "\u0400-\u0481\u048a-\u052f\u1c80-\u1c8f\ua640-\ua66e\ua680-\ua69d",
}
# Letters of other scripts, and of phonetic writing, that look like the Latin letter or digit below them. Greek alpha
# and gamma are left out: readers see the difference, and a thousand proteins have them in their names.
_DRAWN = (
    "\u0410\u0412\u0415\u0417\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0405\u0422\u0423\u0425\u04ae\u04c0"
    "\u0430\u0435\u0456\u0458\u043a\u043e\u0440\u0441\u0455\u0443\u0445\u04af\u04bb\u04cf\u0501\u051b\u051d"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5\u03c7\u03f2\u03f3\u0251\u0261"
)
_AS = "ABE3IJKMHOPCSTYXYI" + "aeijkopcsyxyhldqw" + "ABEZHIKMNOPTYX" + "ikvopuxcj" + "ag"
# Letters of scripts that articles in Latin letters hardly ever use: Armenian, Cherokee, Coptic, Lisu.
_RARELY_DRAWN = (
    "\u0585\u057d\u0570\u0578\u0581\u0566\u0575\u0555\u054d\u053c\u054f"
    "\u13aa\u13f4\u13df\u13a0\u13ac\u13c0\u13bb\u13ab\u13e6\u13de\u13b7\u13e2\u13a1\u13da\u13a2\u13d9\u13b3\u13c3"
    "\u2c82\u2c8e\u2c92\u2c94\u2c95\u2c98\u2c9a\u2c9e\u2c9f\u2ca2\u2ca3\u2ca4\u2ca5\u2ca6\u2cac\u2cad"
    "\ua4d0\ua4d1\ua4d3\ua4d4\ua4d6\ua4d7\ua4d9\ua4da\ua4dc\ua4dd\ua4df\ua4e0\ua4e1\ua4e2\ua4e3\ua4e6\ua4e7\ua4ea"
    "\ua4eb\ua4ec\ua4ee\ua4f0\ua4f2\ua4f3\ua4f4"
)
_RARELY_AS = "ouhngqjOULS" + "ABCDEGHJKLMPRSTVWZ" + "BHIKkMNOoPpCcTXx" + "BPDTGKJCZFMNLSRVHWXYAEIOU"
_RARE_SCRIPTS = "\u0531-\u058f\u13a0-\u13fd\u2c80-\u2cff\ua4d0-\ua4f7"
# Letters of formulas, Roman numerals, two letters of phonetic writing, and the letters of the rare scripts. They look
# like Latin letters; the first three kinds belong to no script of their own.
_ODD = "odd"
_ROMAN = "\u2160-\u217f"
_ODD_LETTERS = f"\u0251\u0261\U0001d400-\U0001d7cb{_ROMAN}{_RARELY_DRAWN}"
_RUN = lazy_pattern(
    "|".join(f"(?P<{name}>[{letters}]+)" for name, letters in [*_SCRIPTS.items(), (_ODD, _ODD_LETTERS)])
)
_SKELETON = str.maketrans(_DRAWN + _RARELY_DRAWN, _AS + _RARELY_AS)
_LATIN_LOOKALIKES = frozenset(_AS)
_SUSPICIOUS = lazy_pattern(f"[{_SCRIPTS['Greek']}{_SCRIPTS['Cyrillic']}{_ODD_LETTERS}]")
_WORD = lazy_pattern(r"\w+")
_LETTER = {name: lazy_pattern(f"[{letters}]") for name, letters in _SCRIPTS.items()}
_ODD_LETTER = lazy_pattern(f"[{_ODD_LETTERS}]")
# A letter that looks like no letter of another script.
_OWN_LETTER = {name: lazy_pattern(f"(?![{_DRAWN}])[{_SCRIPTS[name]}]") for name in ("Greek", "Cyrillic")}
_OWN_RARE_LETTER = lazy_pattern(f"(?![{_RARELY_DRAWN}])[{_RARE_SCRIPTS}]")
_ASCII_LETTER = lazy_pattern("[A-Za-z]")
# Words of two scripts; digits, marks and invisible characters may be between the letters.
_MIXED = lazy_pattern(
    "|".join(
        rf"[{one}][\d_\u0300-\u036f]*[{other}]"
        for one in _SCRIPTS.values()
        for other in _SCRIPTS.values()
        if one != other
    )
)
# Characters of a paragraph that are counted for its script.
_SEEN_OF_SCRIPT = 1_000


def hidden_in(text: str) -> tuple[Hidden, ...]:
    """Return what a paragraph hides: each thing once with its count, in the order of first occurrence."""
    if text.isascii() and text.isprintable():
        return ()
    found = Counter(_unseen(text)) if _PERHAPS_UNSEEN.search(text) else Counter()
    if _SUSPICIOUS.search(text):
        found.update(_lookalikes(text))
    return tuple(Hidden(*thing, count) for thing, count in found.items())


def look_alike(left: str, right: str) -> bool:
    """Return whether two different texts look the same, according to the table."""
    return left != right and skeleton(left) == skeleton(right)


def skeleton(text: str) -> str:
    """Return a text as it looks: without invisible characters, and with look-alikes as Latin letters."""
    seen = text
    if _PERHAPS_UNSEEN.search(text):
        seen = _UNSEEN.sub(lambda match: match[0] if match.lastgroup is None else "", text)
    # First, because normalisation makes another letter of the Greek lunate sigma, which looks like no Latin letter.
    return unicodedata.normalize("NFKC", seen.translate(_SKELETON)).translate(_SKELETON)


def _unseen(text: str) -> Iterator[tuple[What, str, str]]:
    for match in _UNSEEN.finditer(text):
        if match.lastgroup is not None:
            for character in match[0]:
                yield What(match.lastgroup), _name(character), ""


def _name(character: str) -> str:
    """Return the name of an unseen character; the characters of a long series share one name."""
    if "\U000e0020" <= character <= "\U000e007f":
        return "tag character"
    name = unicodedata.name(character, "").lower()
    if name.startswith("variation selector"):
        return "variation selector"
    return _CONTROLS.get(character) or name or f"U+{ord(character):04X}"


def _lookalikes(text: str) -> Iterator[tuple[What, str, str]]:
    """Yield the words with look-alike letters, and the names of these letters."""
    main = _main_script(text)
    # One letter that only this script has proves that the script is meant; then its words are not in disguise.
    disguised = frozenset(
        name
        for name, own in _OWN_LETTER.items()
        if main == "Latin" and _LETTER[name].search(text) and not own.search(text)
    )
    # The same for all rare scripts together: a text with two of them is not in disguise.
    if _OWN_RARE_LETTER.search(text) is None:
        disguised |= {_ODD}
    if disguised - {_ODD} or _MIXED.search(text) or _ODD_LETTER.search(text):
        for word in _WORD.findall(text):
            if strange := _strange(word, main, disguised):
                yield What.LOOKALIKE, strange, word


def _main_script(text: str) -> str:
    """Return the script of most letters at the beginning of the text."""
    count = Counter(run.lastgroup or "" for run in _RUN.finditer(text, 0, _SEEN_OF_SCRIPT))
    return max(_SCRIPTS, key=lambda name: count[name])


def _strange(word: str, main: str, disguised: frozenset[str]) -> str:
    """Return the names of the look-alike letters of a word; an empty string if it has none."""
    if word.isascii():
        return ""
    runs = [(run.lastgroup or "", run[0]) for run in _RUN.finditer(word)]
    of_word: Counter[str] = Counter()
    for script, letters in runs:
        of_word[script] += len(letters)
    own = max(_SCRIPTS, key=lambda name: (of_word[name], name == main))
    strange = {
        letter: script
        for script, letters in runs
        if script != own or script in disguised
        for letter in letters
        if _is_alike(letter, script, word, _ODD in disguised)
    }
    return _names(strange)


def _is_alike(letter: str, script: str, word: str, is_disguised: bool) -> bool:
    """Return whether a letter looks like one of another script; `is_disguised`: no word is of a rare script."""
    if script == "Latin":
        return letter in _LATIN_LOOKALIKES
    if letter >= "\U0001d400":
        # A single one is a variable.
        return len(word) > 1 and unicodedata.normalize("NFKC", letter).isascii()
    if script == _ODD:
        if "\u2160" <= letter <= "\u217f" or (letter in _RARELY_DRAWN and not is_disguised):
            # Without Latin letters it is a numeral, or of its own script.
            return _ASCII_LETTER.search(word) is not None
        # Among other phonetic letters it is phonetic too.
        return word.translate(_SKELETON).isascii()
    return ord(letter) in _SKELETON


def _names(letters: dict[str, str]) -> str:
    r"""Return the names of letters, with the name of each script once: 'Cyrillic \u0430, \u0435'."""
    by_script: dict[str, list[str]] = {}
    for letter, script in letters.items():
        kind = script if script != _ODD else _kind(letter)
        by_script.setdefault(kind, []).append(letter)
    return " and ".join(f"{kind} {', '.join(them)}" for kind, them in by_script.items())


def _kind(letter: str) -> str:
    """Return the kind of an odd letter: 'mathematical', 'phonetic', 'Roman', or its script."""
    if letter >= "\U0001d400":
        return "mathematical"
    if letter in _RARELY_DRAWN:
        return unicodedata.name(letter).split()[0].capitalize()
    return "Roman" if letter >= "\u2160" else "phonetic"
