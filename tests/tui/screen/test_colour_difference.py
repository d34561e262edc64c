"""The measure of colours is the published one."""

import pytest

from tests.tui.screen.colour_difference import Sight, Triple, ciede2000, difference

# From table 1 of Sharma, Wu and Dalal (2005): blues, greys about the axis, far colours, and small differences.
PUBLISHED = [
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    ((50, 3.1571, -77.2803), (50, 0, -82.7485), 2.8615),
    ((50, 2.8361, -74.0200), (50, 0, -82.7485), 3.4412),
    ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
    ((50, -0.9009, -85.5211), (50, 0, -82.7485), 1.0000),
    ((50, 0, 0), (50, -1, 2), 2.3669),
    ((50, -1, 2), (50, 0, 0), 2.3669),
    ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
    ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
    ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
    ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((50, 2.5, 0), (61, -5, 29), 22.8977),
    ((50, 2.5, 0), (56, -27, -3), 31.9030),
    ((50, 2.5, 0), (58, 24, 15), 19.4535),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((63.0109, -31.0961, -5.8663), (62.8187, -29.7946, -4.0864), 1.2630),
    ((35.0831, -44.1164, 3.7933), (35.0232, -40.0716, 1.5901), 1.8645),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]


@pytest.mark.parametrize(("one", "other", "published"), PUBLISHED)
def test_the_formula(one: Triple, other: Triple, published: float) -> None:
    assert ciede2000(one, other) == pytest.approx(published, abs=0.00005)
    assert ciede2000(other, one) == pytest.approx(published, abs=0.00005)


def test_colours_of_a_screen() -> None:
    assert difference("#000000", "#ffffff") == pytest.approx(100, abs=0.01)
    assert difference("#808080", "#808080") == 0


def test_what_each_eye_confuses() -> None:
    # Red and green of one brightness, to an eye without the cones for green; blue and green, without those for blue.
    red_and_green, blue_and_green = ("#c0504d", "#76813c"), ("#0095a0", "#009480")
    assert difference(*red_and_green) > 40 > 10 * difference(*red_and_green, Sight.DEUTAN)
    assert difference(*blue_and_green) > 4 * difference(*blue_and_green, Sight.TRITAN)
    # Greys are the same to every eye.
    for sight in Sight:
        assert difference("#555555", "#aaaaaa", sight) == pytest.approx(difference("#555555", "#aaaaaa"), abs=0.1)
