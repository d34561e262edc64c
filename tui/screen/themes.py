"""The colours of the meanings, in newsdiff's own themes and in any of Textual's.

    $matters  what matters: bold, on $matters-ground; the change at the cursor is reversed, on $matters-cursor
    $added    only right      $omitted  only left      $reworded  other words      $moved
    $dim      bylines, numbers, context     $row  ground of the current row     $cursor  bars and keys
    $selection  ground of what the mouse selected, with $selection-text     $lit  of what was looked for, $lit-text

Each of newsdiff's own themes has a colour a meaning, measured: text has a contrast of 4.5 to 1 or more on every ground
it stands on (WCAG 2.1), and marks differ from each other and from plain text to every eye (CIEDE2000 of 12 or more). In
Textual's themes the colours of the meanings are taken from what the theme has, made readable.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import dist

from textual.color import Color
from textual.theme import Theme

# Contrast of text (WCAG 2.1, success criterion 1.4.3).
LEAST_CONTRAST = 4.5


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a theme: grounds, text without a mark, marks, and pairs of a text and its ground.

    `panel` is the ground of panels, `row` that of the current row, `cursor` the colour of bars and keys. What `matters`
    stands on `ground`; the change at the cursor is written in the colour of the page on that of what matters.
    """

    page: str
    panel: str
    row: str
    ink: str
    dim: str
    cursor: str
    omitted: str
    added: str
    reworded: str
    moved: str
    matters: str
    ground: str
    selection: str
    selection_text: str
    lit: str
    lit_text: str

    def variables(self) -> dict[str, str]:
        """Return the stylesheet's variables."""
        return {
            "added": self.added,
            "omitted": self.omitted,
            "reworded": self.reworded,
            "moved": self.moved,
            "matters": self.matters,
            "matters-ground": self.ground,
            "matters-cursor": self.page,
            "dim": self.dim,
            **self._strong(),
            "row": self.row,
            "cursor": self.cursor,
            "panel-text": self.ink,
            "selection": self.selection,
            "selection-text": self.selection_text,
            "lit": self.lit,
            "lit-text": self.lit_text,
        }

    def _strong(self) -> dict[str, str]:
        """Return the texts and grounds of marks at full strength."""
        is_mixed = not self.page.startswith("ansi")
        return {
            name: value
            for mark in ("added", "omitted", "reworded", "moved")
            for name, value in (
                (f"{mark}-text", self.ink if is_mixed else getattr(self, mark)),
                (f"{mark}-ground", _ground(self.page, getattr(self, mark), self.ink) if is_mixed else self.page),
            )
        }


def _ground(page: str, mark: str, ink: str) -> str:
    """Return the ground of a strong mark: as much of its colour as leaves ink on it readable."""
    strength = _STRONG
    while strength > _STEP and contrast(Color.parse(ink), _mixed(page, mark, strength)) < LEAST_CONTRAST:
        strength -= _STEP
    return _mixed(page, mark, strength).hex


def _mixed(page: str, mark: str, strength: float) -> Color:
    return Color.parse(page).blend(Color.parse(mark), strength)


_DARK = Colours(
    page="#1a1c20",
    panel="#202328",
    row="#26292f",
    ink="#d9dce1",
    dim="#9299a3",
    cursor="#ffffff",
    omitted="#e16d5d",
    added="#a0dda9",
    reworded="#7aa3b6",
    moved="#d8b1fc",
    matters="#ecc117",
    ground="#3a3115",
    selection="#3a6fb0",
    selection_text="#ffffff",
    lit="#34404a",
    lit_text="#a9d2e6",
)
_LIGHT = Colours(
    page="#fbfaf7",
    panel="#f5f2ec",
    row="#f1eee7",
    ink="#1e2126",
    dim="#64686f",
    cursor="#000000",
    omitted="#c22d50",
    added="#037b60",
    reworded="#526378",
    moved="#7c1d98",
    matters="#794a00",
    ground="#ffe7a3",
    selection="#2f6fb3",
    selection_text="#ffffff",
    lit="#d9e6ef",
    lit_text="#34506a",
)
_HIGH_CONTRAST = Colours(
    page="#000000",
    panel="#0d0d0d",
    row="#1c1c1c",
    ink="#ffffff",
    dim="#c4c4c4",
    cursor="#ffffff",
    omitted="#f57f66",
    added="#a3fcb6",
    reworded="#92b5bd",
    moved="#b993fc",
    matters="#f7d806",
    ground="#3d3400",
    selection="#1a6fd0",
    selection_text="#ffffff",
    lit="#003a66",
    lit_text="#bfe0ff",
)
# Blue and orange stay apart in every common kind of colour blindness (Okabe and Ito 2008).
_BLUE_ORANGE = replace(
    _DARK,
    omitted="#f86137",
    added="#3bc2ff",
    reworded="#989f92",
    moved="#cd7fb4",
    matters="#eee68d",
    ground="#39371f",
)
_BLUE_ORANGE_LIGHT = replace(
    _LIGHT,
    omitted="#c83707",
    added="#2b68cb",
    reworded="#6d6c60",
    moved="#8f3b74",
    matters="#452b0d",
)
OWN_COLOURS = {
    "newsdiff-dark": _DARK,
    "newsdiff-light": _LIGHT,
    "newsdiff-high-contrast": _HIGH_CONTRAST,
    "newsdiff-blue-orange": _BLUE_ORANGE,
    "newsdiff-blue-orange-light": _BLUE_ORANGE_LIGHT,
}
"""The colours of newsdiff's own themes, by the theme's name."""


def _theme(name: str, colours: Colours) -> Theme:
    """Return a theme in which Textual's own widgets, such as the palette, have these colours too."""
    return Theme(
        name=name,
        primary=colours.cursor,
        secondary=colours.dim,
        accent=colours.moved,
        warning=colours.matters,
        error=colours.omitted,
        success=colours.added,
        foreground=colours.ink,
        background=colours.page,
        surface=colours.panel,
        panel=colours.row,
        dark=_luminance(Color.parse(colours.page)) < _MIDDLE,
        variables={"screen-selection-background": colours.selection},
    )


# Below this luminance a ground is dark.
_MIDDLE = 0.18
DEFAULT_THEME = "newsdiff-dark"
# Where the terminal has only sixteen, mixed colours would all become one grey.
SIXTEEN_COLOURS_THEME = "ansi-dark"

# Colours of Textual's themes that a meaning can have: the first that is not near one that is taken.
_CANDIDATES = {
    "omitted": ("error",),
    "added": ("success", "primary"),
    "matters": ("warning", "accent", "primary"),
    "moved": ("accent", "secondary", "primary"),
    "reworded": ("secondary", "primary", "accent"),
}
# Nearer to each other, in steps of 256 of red, green and blue, colours look alike.
_NEAR = 60
# How much of its colour the ground of what matters has, and that of what was looked for; how much of the ink's the
# current row's, and of the page's dim text.
_GROUND, _LIT, _ROW, _DIM = 0.16, 0.25, 0.07, 0.45
# How much of its colour the ground of a mark at full strength has, if what stands on it can be read.
_STRONG = 0.32
_STEP = 0.04


def highlights(theme: Theme) -> dict[str, str]:
    """Return the stylesheet's variables with the colours of newsdiff's meanings in a theme."""
    if theme.ansi:
        return _sixteen(theme).variables()
    return (OWN_COLOURS.get(theme.name) or _of_another(theme)).variables()


def _sixteen(theme: Theme) -> Colours:
    """Return the terminal's own colours, which cannot be mixed: coloured text on the page."""
    ink, page = _colour(theme, "foreground"), _colour(theme, "background")
    return Colours(
        page=page,
        panel=page,
        row=page,
        ink=ink,
        dim=ink,
        cursor=ink,
        omitted="ansi_red",
        added="ansi_green",
        reworded="ansi_cyan" if theme.dark else "ansi_blue",
        moved="ansi_magenta",
        # Yellow is hardly seen on white.
        matters="ansi_yellow" if theme.dark else "ansi_bright_red",
        ground=page,
        selection="ansi_blue",
        selection_text="ansi_bright_white",
        lit=page,
        lit_text="ansi_bright_cyan" if theme.dark else "ansi_cyan",
    )


def _of_another(theme: Theme) -> Colours:
    """Return the colours of a theme that knows nothing of newsdiff: those it has, made readable."""
    own = _DARK if theme.dark else _LIGHT
    page, panel, ink = (Color.parse(_colour(theme, name)) for name in ("background", "surface", "foreground"))
    row, dim = page.blend(ink, _ROW), ink.blend(page, _DIM)
    pages = (page, panel, row)
    marks = dict(_marks(theme, dim))
    ground = page.blend(marks["matters"], _GROUND)
    lit = page.blend(marks["reworded"], _LIT)
    return replace(
        own,
        page=page.hex,
        panel=panel.hex,
        row=row.hex,
        ink=readable(ink, *pages).hex,
        dim=readable(dim, *pages).hex,
        cursor=readable(Color.parse(_colour(theme, "primary")), *pages).hex,
        ground=ground.hex,
        lit=lit.hex,
        lit_text=readable(marks["reworded"], *pages, lit).hex,
        matters=readable(marks["matters"], *pages, ground).hex,
        **{name: readable(marks[name], *pages).hex for name in ("omitted", "added", "reworded", "moved")},
    )


def _marks(theme: Theme, dim: Color) -> Iterator[tuple[str, Color]]:
    """Yield each meaning and the colour of the theme that it has; `dim` where all of them are taken."""
    taken: list[Color] = []
    for meaning, names in _CANDIDATES.items():
        colours = [Color.parse(_colour(theme, name)) for name in names]
        apart = (colour for colour in colours if all(dist(colour.rgb, other.rgb) > _NEAR for other in taken))
        taken.append(next(apart, dim))
        yield meaning, taken[-1]


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


def readable(colour: Color, *backgrounds: Color) -> Color:
    """Return the colour, or the nearest to it towards black or white that can be read on the backgrounds."""
    goal = Color.parse("white" if _luminance(backgrounds[0]) < _MIDDLE else "black")
    share = 0.0
    while share < 1 and min(contrast(colour.blend(goal, share), page) for page in backgrounds) < LEAST_CONTRAST:
        share += _STEP
    return colour.blend(goal, min(1.0, share))


THEMES = tuple(_theme(name, colours) for name, colours in OWN_COLOURS.items())
"""newsdiff's own themes."""
