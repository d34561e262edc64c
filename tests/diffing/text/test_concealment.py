"""What cannot be seen, or is taken for something else, is found, named and counted; honest text is left alone."""

import sys
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.comparison import compare
from diffing.model import Kind, What
from diffing.text.concealment import hidden_in, look_alike, skeleton
from tests.conftest import MakeArticle

UNSEEN = {
    "zero width space": ("ap\u200bple", What.INVISIBLE, "zero width space", 1),
    "two of a kind": ("a\u200bb\u200bc", What.INVISIBLE, "zero width space", 2),
    "soft hyphen": ("news\xadpaper", What.INVISIBLE, "soft hyphen", 1),
    "word joiner": ("ap\u2060ple", What.INVISIBLE, "word joiner", 1),
    "byte order mark": ("ap\ufeffple", What.INVISIBLE, "zero width no-break space", 1),
    "joiner between Latin letters": ("ap\u200dple", What.INVISIBLE, "zero width joiner", 1),
    "non-joiner in Cyrillic": ("мо\u200cсква", What.INVISIBLE, "zero width non-joiner", 1),
    "grapheme joiner": ("ap\u034fple", What.INVISIBLE, "combining grapheme joiner", 1),
    "variation selectors as a message": ("a\U000e0141\U000e0142", What.INVISIBLE, "variation selector", 2),
    "variation of a Latin letter": ("a\ufe0f", What.INVISIBLE, "variation selector", 1),
    "variation selectors behind an emoji": ("👍\U000e0141\U000e0142", What.INVISIBLE, "variation selector", 2),
    "more selectors than one": ("葛\U000e0100\U000e0141", What.INVISIBLE, "variation selector", 1),
    "variation of a digit": ("12\ufe0f34", What.INVISIBLE, "variation selector", 1),
    "joiner at the beginning": ("\u200dword", What.INVISIBLE, "zero width joiner", 1),
    "blank braille": ("not\u2800guilty", What.INVISIBLE, "braille pattern blank", 1),
    "unassigned among tags": ("a\U000e0200b", What.INVISIBLE, "U+E0200", 1),
    "unassigned among interlinear marks": ("a\ufff0b", What.INVISIBLE, "U+FFF0", 1),
    "tags as a message": ("a\U000e0061\U000e0062", What.INVISIBLE, "tag character", 2),
    "a message in the form of a flag": (
        "🏴" + "".join(chr(0xE0000 + code) for code in b"attackatdawn") + "\U000e007f",
        What.INVISIBLE,
        "tag character",
        13,
    ),
    "hangul filler": ("ap\u3164ple", What.INVISIBLE, "hangul filler", 1),
    "invisible times": ("ap\u2062ple", What.INVISIBLE, "invisible times", 1),
    "unassigned and ignorable": ("ap\u2065ple", What.INVISIBLE, "U+2065", 1),
    "override": ("\u202etxt.exe", What.DIRECTION, "right-to-left override", 1),
    "isolate": ("\u2067abc", What.DIRECTION, "right-to-left isolate", 1),
    "mark": ("abc\u200f", What.DIRECTION, "right-to-left mark", 1),
    "escape": ("\x1b[2J", What.CONTROL, "escape", 1),
    "one byte for two": ("\x9b2J", What.CONTROL, "control sequence introducer", 1),
    "control without a name": ("a\x01", What.CONTROL, "U+0001", 1),
    "delete": ("a\x7f", What.CONTROL, "delete", 1),
}


@pytest.mark.parametrize(("text", "what", "name", "count"), UNSEEN.values(), ids=UNSEEN.keys())
def test_what_is_not_seen(text: str, what: What, name: str, count: int) -> None:
    assert hidden_in(text) == ((what, name, "", count),)


LOOKALIKES = {
    "one Cyrillic letter": ("An аpple a day", "аpple", "Cyrillic а"),
    "several": ("раypal", "раypal", "Cyrillic р, а"),
    "one Greek letter": ("a flοod", "flοod", "Greek ο"),
    "both": ("а flοоd here", "flοоd", "Greek ο and Cyrillic о"),
    "Latin in Cyrillic": ("Город мocква стоит", "мocква", "Latin o, c"),
    "all letters, in a Latin text": ("The сор ran away", "сор", "Cyrillic с, о, р"),
    "in a number": ("1О0 people came", "1О0", "Cyrillic О"),
    "letter for a formula": ("An 𝚊pple a day", "𝚊pple", "mathematical 𝚊"),
    "phonetic": ("He will ɡo", "ɡo", "phonetic ɡ"),
    "Armenian": ("The b\u0585nds were safe", "b\u0585nds", "Armenian \u0585"),
    "Cherokee": ("In \u13e2aris today", "\u13e2aris", "Cherokee \u13e2"),
    "Lisu": ("In \ua4d1aris today", "\ua4d1aris", "Lisu \ua4d1"),
    "Coptic": ("A fl\u2c9fod", "fl\u2c9fod", "Coptic \u2c9f"),
    "all letters, of Lisu": (
        "In \ua4d1\ua4ee\ua4e3\ua4f2\ua4e2 today",
        "\ua4d1\ua4ee\ua4e3\ua4f2\ua4e2",
        "Lisu \ua4d1, \ua4ee, \ua4e3, \ua4f2, \ua4e2",
    ),
    "Roman numerals": ("The peop\u217ce of Par\u2170s", "peop\u217ce", "Roman \u217c"),
    "with an accent between": ("pа\u0301ypal", "pа", "Cyrillic а"),
}


@pytest.mark.parametrize(("text", "word", "name"), LOOKALIKES.values(), ids=LOOKALIKES.keys())
def test_letters_that_look_like_others(text: str, word: str, name: str) -> None:
    assert (What.LOOKALIKE, name, word, 1) in hidden_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plain, with a tab\tand “quotes” — and Nicolás.",
        "Компания Apple и IBM",
        "The word Правда means truth, со does not",
        "Η Ελλάδα και το Apple",
        "TNFα, μm, kΩ, ΔT, βeta",
        "Let 𝑥 be a number",
        "[ɸʃʒ] and ʃɡʒ",
        "👨‍👩‍👧 👍🏽 🇫🇷 1️⃣ ❤️",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "می\u200cخواهم",
        "क्\u200dष",
        "葛\U000e0100",
        "Louis \u2163 and Henry \u2167",
        "Հայաստանի Հանրապետություն, հո սոս",
        "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ and \u13d9\u13af",
        "ⲙⲛⲧⲣⲙⲛⲕⲏⲙⲉ",
        "∩\ufe00 and ①\ufe0e and ☕\ufe0f, ©\ufe0f, #\ufe0f\u20e3",
        "🏳\ufe0f\u200d🌈 👁\ufe0f\u200d🗨\ufe0f",
        "ᠠ\u180b\u200d",
        "⠃⠗⠊⠇⠇⠑⠀⠃⠗",
        "북한 한국",
        "עברית 12 عربي",
    ],
)
def test_honest_text(text: str) -> None:
    assert hidden_in(text) == ()


@pytest.mark.parametrize("text", ["apple", "Apple and Co.", "Москва"])
def test_look_alike(text: str) -> None:
    other = text.translate(str.maketrans("apoeсоа", "ароеcoa"))
    assert other != text
    assert look_alike(text, other)
    assert look_alike(text, f"{text[0]}\u200b{text[1:]}")
    assert not look_alike(text, text)
    assert not look_alike(text, text.upper())


def test_every_drawn_letter_is_one_of_another_script() -> None:
    for letter in filter(str.isalpha, map(chr, range(0x250, 0x530))):
        if skeleton(letter) != unicodedata.normalize("NFKC", letter):
            assert unicodedata.name(letter).split()[0] in ("GREEK", "CYRILLIC", "LATIN"), letter
            assert skeleton(letter).isascii()


@given(st.text())
def test_any_text_has_an_answer_and_what_is_hidden_is_there(text: str) -> None:
    for hidden in hidden_in(text):
        assert hidden.times > 0
        assert hidden.name
        assert hidden.word in text
        assert (hidden.what is What.LOOKALIKE) == bool(hidden.word)


_BLOCK = 256
# Of so many consecutive characters one is compared.
_SOME = 16
BASE = "The apple was eaten by the old man in the garden on Sunday."


def _blocks() -> Iterator[str]:
    """All characters but printed ones of ASCII, some hundreds at a time: one by one, to ask takes ten seconds."""
    for first in range(0x7F, sys.maxunicode, _BLOCK):
        yield "".join(map(chr, range(first, min(first + _BLOCK, sys.maxunicode + 1))))


def _has_unseen(text: str) -> bool:
    return any(hidden.what is not What.LOOKALIKE for hidden in hidden_in(text))


def disguises() -> list[str]:
    """The sentence with something in it that hardly anyone sees: every unseen character, every look-alike letter."""
    ignorable = [
        character
        for block in _blocks()
        if _has_unseen("".join(f"ap{character}ple " for character in block))
        for character in block
        if _has_unseen(f"ap{character}ple") and character != "\x85"
    ]
    alike = [
        letter
        for letter in map(chr, range(0x250, 0x530))
        if letter != unicodedata.normalize("NFKC", skeleton(letter)) == skeleton(letter)
        and unicodedata.decomposition(letter) == ""
    ]
    assert len(ignorable) > 4_000
    # Nearly all stand in long rows of characters that have no name yet; of those, some speak for their neighbours.
    known = set(ignorable)
    some = [
        character
        for character in ignorable
        if ord(character) % _SOME == 0 or not {chr(ord(character) - 1), chr(ord(character) + 1)} <= known
    ]
    return (
        [BASE.replace("apple", f"ap{character}ple") for character in some]
        + [BASE.replace("apple", f"apple{character}") for character in some]
        + [BASE.replace(skeleton(letter), letter, 1) for letter in alike if skeleton(letter) in BASE]
    )


def test_nothing_hidden_passes_for_the_same(make_article: MakeArticle) -> None:
    found = disguises()
    assert len(found) > 500
    for text in found:
        comparison = compare(make_article([BASE]), make_article([text]))
        assert not comparison.is_identical, ascii(text)
        row = comparison.rows[-1]
        assert row.hidden.right, ascii(text)
        assert not row.hidden.left
        # Letters of another script are other words; what is not seen may count as typography, and is named.
        if row.hidden.right[0].what is What.LOOKALIKE:
            assert row.kind is not Kind.UNCHANGED, ascii(text)
