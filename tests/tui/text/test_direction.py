"""The direction of a paragraph: that of its article's language, or of most of its letters."""

import pytest

from tui.text.direction import is_right_to_left

NAME_FIRST = "Tarn Lines Holding: أغلق المرفأ"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("قال العمدة إن الجسر لن يفتح", "", True),
        ("קואליציה חדשה בטארן", "he", True),
        # A name in Latin letters comes first, or has most of the letters: an Arabic article is written as before.
        (NAME_FIRST, "ar", True),
        (NAME_FIRST, "ar-EG", True),
        ("Tarn قال العمدة إن الجسر لن يفتح", "", True),
        # A word of another script does not turn a paragraph.
        ("שלום is the word on the gate of Tarn harbour.", "en", False),
        ("שלום is the word on the gate of Tarn harbour.", "", False),
        (NAME_FIRST, "", False),
        # What has no letter from the right to the left is not turned.
        ("Read more", "ar", False),
        ("2031 – 12", "ar", False),
        ("", "ar", False),
        ("临川镇大桥塌落", "zh", False),
    ],
)
def test_direction(text: str, language: str, expected: bool) -> None:
    assert is_right_to_left(text, language) is expected
