"""Difference of two colours as seen, also by eyes that lack one of the three kinds of cones.

    difference("#e16d5d", "#ecc117")                   normal sight
    difference("#e16d5d", "#ecc117", Sight.DEUTAN)     without the cones for green

The difference is CIEDE2000, written out after Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula" (Color
Research and Application, 2005), whose test data stand in test_colour_difference.py. The matrices are those of Machado,
Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (IEEE Transactions on
Visualization and Computer Graphics, 2009), at full severity, for linear red, green and blue.
"""

from enum import Enum
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Triple = tuple[float, float, float]


class Sight(Enum):
    """The kinds of sight, each with the matrix of what it makes of red, green and blue."""

    NORMAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    PROTAN = (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    )
    DEUTAN = (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    )
    TRITAN = (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    )


def difference(one: str, other: str, sight: Sight = Sight.NORMAL) -> float:
    """Return how different two colours (#rrggbb) look to a kind of sight."""
    return ciede2000(_lab(_seen(_linear(one), sight)), _lab(_seen(_linear(other), sight)))


def ciede2000(one: Triple, other: Triple) -> float:
    """Return the CIEDE2000 difference of two colours in CIELAB; the names are those of the paper."""
    (l_1, a_1, b_1), (l_2, a_2, b_2) = one, other
    c_mean_7 = ((hypot(a_1, b_1) + hypot(a_2, b_2)) / 2) ** 7
    g = 0.5 * (1 - sqrt(c_mean_7 / (c_mean_7 + 25**7)))
    c_1, c_2 = hypot((1 + g) * a_1, b_1), hypot((1 + g) * a_2, b_2)
    h_1, h_2 = (degrees(atan2(b, (1 + g) * a)) % 360 for a, b in ((a_1, b_1), (a_2, b_2)))
    is_grey = c_1 * c_2 == 0
    d_hue = 0.0 if is_grey else (h_2 - h_1 + 180) % 360 - 180
    d_l, d_c, d_h = l_2 - l_1, c_2 - c_1, 2 * sqrt(c_1 * c_2) * sin(radians(d_hue / 2))
    l_mean, c_mean = (l_1 + l_2) / 2, (c_1 + c_2) / 2
    h_mean = h_1 + h_2 if is_grey else (h_1 + h_2) / 2
    if not is_grey and abs(h_1 - h_2) > 180:
        h_mean += 180 if h_1 + h_2 < 360 else -180
    t = (
        1
        - 0.17 * cos(radians(h_mean - 30))
        + 0.24 * cos(radians(2 * h_mean))
        + 0.32 * cos(radians(3 * h_mean + 6))
        - 0.20 * cos(radians(4 * h_mean - 63))
    )
    r_c = 2 * sqrt(c_mean**7 / (c_mean**7 + 25**7))
    r_t = -sin(radians(60 * exp(-(((h_mean - 275) / 25) ** 2)))) * r_c
    s_l = 1 + 0.015 * (l_mean - 50) ** 2 / sqrt(20 + (l_mean - 50) ** 2)
    l_part, c_part, h_part = d_l / s_l, d_c / (1 + 0.045 * c_mean), d_h / (1 + 0.015 * c_mean * t)
    return sqrt(l_part**2 + c_part**2 + h_part**2 + r_t * c_part * h_part)


def _linear(colour: str) -> Triple:
    """Return red, green and blue of a colour as amounts of light, 0 to 1 (sRGB)."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return linear(red), linear(green), linear(blue)


def _seen(light: Triple, sight: Sight) -> Triple:
    red, green, blue = (
        min(1.0, max(0.0, sum(weight * part for weight, part in zip(row, light, strict=True)))) for row in sight.value
    )
    return red, green, blue


def _lab(light: Triple) -> Triple:
    """Return a colour in CIELAB, under the white of sRGB (D65)."""
    red, green, blue = light
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883

    def root(part: float) -> float:
        return part ** (1 / 3) if part > (6 / 29) ** 3 else part / (3 * (6 / 29) ** 2) + 4 / 29

    return 116 * root(y) - 16, 500 * (root(x) - root(y)), 200 * (root(y) - root(z))
