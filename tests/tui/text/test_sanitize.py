"""Nothing that could steer or deceive a terminal gets through."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import CODES
from tui.text.sanitize import LONGEST_TYPED, as_typed, visible

# Signs that scripts are written with, though Unicode counts them as format characters: joiners (in emoji too), the
# Arabic, Syriac and Kaithi signs that stand under numbers, and the joiners of hieroglyphs.
WRITTEN = frozenset(
    (
        0x200C,
        0x200D,
        *range(0x600, 0x606),
        0x6DD,
        0x70F,
        0x890,
        0x891,
        0x8E2,
        0x110BD,
        0x110CD,
        *range(0x13430, 0x13440),
    )
)
# Letters that are blank, and what Unicode keeps for characters that are not to be seen (Default_Ignorable_Code_Point).
UNSEEN = frozenset(
    (
        0x115F,
        0x1160,
        0x2800,
        0x3164,
        0xFFA0,
        *range(0xFFF0, 0xFFF9),
        *range(0xE0000, 0xE0100),
        *range(0xE01F0, 0xE1000),
    )
)
DANGEROUS = [
    chr(code)
    for code in CODES
    if (unicodedata.category(chr(code)) in ("Cc", "Cf", "Cs", "Zl", "Zp") and code not in WRITTEN) or code in UNSEEN
]

DANGEROUS_SET = frozenset(DANGEROUS)


def is_safe(text: str) -> bool:
    return DANGEROUS_SET.isdisjoint(text)


@pytest.mark.parametrize("start", range(0, len(DANGEROUS), 100))
def test_dangerous_characters_are_replaced(start: int) -> None:
    for character in DANGEROUS[start : start + 100]:
        shown = visible(f"a{character}b")
        assert (shown[0], shown[-1], len(shown)) == ("a", "b", 3)
        assert shown[1] not in DANGEROUS_SET, f"{ord(character):04x}"


def test_the_list_is_not_empty() -> None:
    assert len(DANGEROUS) > 2048 + 65


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("a\rb", "a␍b"),
        ("a\tb\nc", "a b c"),
        ("\x00", "␀"),
        ("\x7f", "␡"),
        ("\x9b2J", "\ufffd2J"),
        ("safe\u202etxt.exe", "safe\ufffdtxt.exe"),
        ("a\udce9", "a\ufffd"),
        ("\u2028", "\ufffd"),
        ("Lade\xads\u00e4ule", "Lade‧säule"),
        ("con\xad", "con‧"),
        ("a\xad b\xad\xadc \xad", "a\ufffd b\ufffd\ufffdc \ufffd"),
    ],
)
def test_what_stands_for_them(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "“Nicolás” — 北京, 10\u00a0000 €",
        "👨‍👩‍👧 👍🏽 🇫🇷 1️⃣",
        "می\u200cخواهم",
        "हिन्दी",
        "o\u0302u\u0323",
        "[bold]not markup[/]",
        "…",
        "␛",
        "\ufffd",
    ],
)
def test_the_authors_text_stays(text: str) -> None:
    assert visible(text) == text


@given(st.one_of(st.text(), st.text(st.sampled_from([*"ab 漢é\u200d\ufe0f", *DANGEROUS]))))
def test_length_is_kept_and_nothing_dangerous_left(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert is_safe(shown)
    assert visible(shown) == shown
    for before, after in zip(text, shown, strict=True):
        assert (before == after) == (before not in DANGEROUS) or after == "\ufffd"


@pytest.mark.parametrize("joiner", ["\u200c", "\u200d", "\u034f", "\ufe00", "\ufe0f", "\U000e0100", "\U000e01ef"])
def test_what_joins_or_varies_nothing_is_seen(joiner: str) -> None:
    assert visible(f"ap{joiner}ple") == "ap\ufffdple"
    assert visible(f"мо{joiner * 3}сква") == "мо\ufffd\ufffd\ufffdсква"


@given(st.text(st.one_of(st.characters(), st.sampled_from(DANGEROUS))))
def test_what_is_as_typed_is_a_line_of_what_can_be_typed(text: str) -> None:
    found = as_typed(text)
    assert visible(found) == found
    assert "\ufffd" not in found or "\ufffd" in text
    assert len(found) <= LONGEST_TYPED
    assert as_typed(found) == found


@pytest.mark.parametrize(
    "text", ["“Nicolás”, 10\u00a0000 €", "👨\u200d👩\u200d👧", "می\u200cخواهم", "[bold]", "two  spaces"]
)
def test_what_can_be_typed_stays(text: str) -> None:
    assert as_typed(text) == text
    assert as_typed(f"{text}\n") == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # A message in selectors behind an emoji or a letter that one selector may follow.
        ("👍\U000e0141\U000e0142", "👍\ufffd\ufffd"),
        ("漢\U000e0100\U000e0141", "漢\U000e0100\ufffd"),
        ("漢\ufe00\ufe01\ufe0f", "漢\ufe00\ufffd\ufffd"),
        ("👍\ufe01\ufe02", "👍\ufffd\ufffd"),
        ("❤\ufe0f\ufe0f", "❤\ufe0f\ufffd"),
        ("لا\U000e0141", "لا\ufffd"),
        # Behind nothing, a space, a digit that is no key.
        ("\u200dword", "\ufffdword"),
        ("\ufe0f", "\ufffd"),
        ("a \ufe0f b", "a \ufffd b"),
        ("12\ufe0f34", "12\ufffd34"),
        ("1\ufe0f\u20e3 #\ufe0f\u20e3 ©\ufe0f ‼\ufe0f", "1\ufe0f\u20e3 #\ufe0f\u20e3 ©\ufe0f ‼\ufe0f"),
        # Blank, but for among others of its kind.
        ("not\u2800guilty", "not\ufffdguilty"),
        ("⠃⠗⠊⠇⠇⠑⠀⠃⠗", "⠃⠗⠊⠇⠇⠑⠀⠃⠗"),
    ],
)
def test_what_varies_or_joins_nothing_where_it_stands(text: str, shown: str) -> None:
    assert visible(text) == shown
