"""Characters of the fonts Symbol and Wingdings, which are drawn as other characters than their codes say.

Symbol B0      °        Wingdings FC      ✓
"""

from diffing.patterns import lazy_pattern

# Codes 0x20 to 0x7E and 0xA0 to 0xFE of Adobe's Symbol encoding; a space stands for what has no character.
_SYMBOL_LOW = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
_SYMBOL = {
    code: character
    for first, characters in ((0x20, _SYMBOL_LOW), (0xA0, _SYMBOL_HIGH))
    for code, character in enumerate(characters, first)
    if character != " " or code == 0x20
}
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑",
    0x72: "❒", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_PICTURES = ("wingdings", "webdings", "zapf dingbats", "monotype sorts")
_UNKNOWN = "\ufffd"
# Where these fonts' characters are put in Unicode by word processors.
_PRIVATE = 0xF000
_PRIVATE_USE = lazy_pattern("[\uf020-\uf0ff]")


def shown(code: int, font: str) -> str:
    """Return the character that a font draws for a code; U+FFFD where that is not known."""
    low = code - _PRIVATE if code >= _PRIVATE else code
    name = font.casefold()
    if name == "symbol":
        return _SYMBOL.get(low, _UNKNOWN)
    if name == "wingdings":
        return _WINGDINGS.get(low, _UNKNOWN)
    if name.startswith(_PICTURES) or not 0 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return _UNKNOWN
    return chr(code)


def in_font(text: str, font: str) -> str:
    """Return text in a font as it is drawn: the private characters in it stand for codes."""
    if not _PRIVATE_USE.search(text):
        return text
    return _PRIVATE_USE.sub(lambda match: shown(ord(match[0]), font), text)
