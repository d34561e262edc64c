"""The colours of the meanings, in newsdiff's own themes and in any of Textual's.

A theme names one colour a meaning. `highlights` makes of each a background for words and a text colour on it, with
enough contrast to read: WCAG 2.1 asks 4.5 to 1 of text, and the test of this module asks it of every theme.
"""

from textual.color import Color
from textual.theme import Theme

# Contrast of text (WCAG 2.1, success criterion 1.4.3).
LEAST_CONTRAST = 4.5
# How much of a meaning's colour its highlight has at first; less where the text could not be read on it.
_STRENGTH = 0.32
_STEP = 0.04

# Meaning: the colour of a theme that it has.
_MEANINGS = {"added": "success", "omitted": "error", "reworded": "warning", "moved": "accent"}

THEMES = (
    Theme(
        name="newsdiff-dark",
        primary="#7aa2f7",
        secondary="#8a93b8",
        accent="#b48ead",
        warning="#e0af5a",
        error="#e06c82",
        success="#7cc77c",
        foreground="#d4d7dd",
        background="#24262b",
        surface="#2c2f35",
        panel="#343840",
        dark=True,
    ),
    Theme(
        name="newsdiff-light",
        primary="#2f5fb3",
        secondary="#5b6272",
        accent="#7b4a9b",
        warning="#a86b00",
        error="#b3263e",
        success="#1f7a34",
        foreground="#22252b",
        background="#fbfaf7",
        surface="#f1efe9",
        panel="#e6e3db",
        dark=False,
    ),
    # Blue and orange stay apart in every common kind of colour blindness (Okabe and Ito 2008).
    Theme(
        name="newsdiff-blue-orange",
        primary="#cfd3da",
        secondary="#8a93b8",
        accent="#cc79a7",
        warning="#f0e442",
        error="#e69f00",
        success="#56b4e9",
        foreground="#dfe2e6",
        background="#1f2227",
        surface="#282c32",
        panel="#30353c",
        dark=True,
    ),
    Theme(
        name="newsdiff-high-contrast",
        primary="#ffffff",
        secondary="#ffffff",
        accent="#ff80ff",
        warning="#ffd000",
        error="#ff6060",
        success="#40ff40",
        foreground="#ffffff",
        background="#000000",
        surface="#101010",
        panel="#202020",
        dark=True,
    ),
)
DEFAULT_THEME = THEMES[0].name
# Where the terminal has only sixteen, mixed backgrounds would all become one grey.
SIXTEEN_COLOURS_THEME = "ansi-dark"


def highlights(theme: Theme) -> dict[str, str]:
    """Return the stylesheet's variables of each meaning: its own colour, its background, and the text on that.

    Besides, `quiet` is for what is not the authors', `cursor` for where the reader is, `panel-text` for text on panels.
    """
    variables: dict[str, str] = {}
    foreground, background, primary = (_colour(theme, name) for name in ("foreground", "background", "primary"))
    pages = [] if theme.ansi else [Color.parse(_colour(theme, name)) for name in ("background", "surface")]
    for meaning, name in _MEANINGS.items():
        colour = _colour(theme, name)
        if theme.ansi:
            # The terminal's own sixteen colours cannot be mixed: coloured text on its own background.
            variables |= {meaning: colour, f"{meaning}-text": colour, f"{meaning}-background": background}
            continue
        parsed = Color.parse(colour)
        variables |= {
            meaning: readable(parsed, *pages).hex,
            f"{meaning}-text": foreground,
            f"{meaning}-background": _background(parsed, Color.parse(foreground), Color.parse(background)).hex,
        }
    if theme.ansi:
        return variables | {"quiet": foreground, "cursor": primary, "panel-text": foreground}
    return variables | {
        "quiet": _muted(Color.parse(foreground), pages[0]).hex,
        "cursor": readable(Color.parse(primary), *pages).hex,
        "panel-text": readable(Color.parse(foreground), *pages).hex,
    }


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21 (WCAG 2.1)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.1)."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _colour(theme: Theme, name: str) -> str:
    """Return a theme's colour, as it is written there or as Textual derives it."""
    return getattr(theme, name) or theme.to_color_system().generate()[name]


def _background(colour: Color, text: Color, background: Color) -> Color:
    strength = _STRENGTH
    while strength > _STEP and contrast(text, background.blend(colour, strength)) < LEAST_CONTRAST:
        strength -= _STEP
    return background.blend(colour, strength)


def readable(colour: Color, *backgrounds: Color) -> Color:
    """Return the colour, or the nearest to it towards black or white that can be read on the backgrounds."""
    goal = Color.parse("white" if _luminance(backgrounds[0]) < 0.18 else "black")
    share = 0.0
    while share < 1 and min(contrast(colour.blend(goal, share), page) for page in backgrounds) < LEAST_CONTRAST:
        share += _STEP
    return colour.blend(goal, min(1.0, share))


def _muted(text: Color, background: Color) -> Color:
    """Text that is as quiet as it can be and still be read."""
    share = 0.45
    while share > 0 and contrast(text.blend(background, share), background) < LEAST_CONTRAST:
        share -= _STEP
    return text.blend(background, max(0.0, share))
