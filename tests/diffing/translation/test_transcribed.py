"""Foreign names in Chinese, by their sounds."""

import pytest

from diffing.model import Pair
from diffing.text.character_forms import folded_han
from diffing.text.sequences import spelling
from diffing.translation.contents import Reader
from diffing.translation.romanised import sounds
from diffing.translation.transcribed import transcribed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("总工程师丹尼斯·惠特洛克说", "Dennis Whitlock"),
        ("首相勞拉·芬威克將於", "Laura Fenwick"),
        ("教授克里斯蒂亚诺‧罗纳尔多在", "Cristiano Ronaldo"),
        ("卡玛拉•哈里斯表示", "Kamala Harris"),
    ],
)
def test_a_name_sounds_as_in_latin_letters(text: str, names: str) -> None:
    text = folded_han(text)
    found = [sounds(spoken) for _, _, spoken in transcribed(text)]
    assert len(found) == len(names.split())
    for spoken, name in zip(found, names.split(), strict=True):
        assert spelling(spoken, sounds(name.lower())) >= 0.75


@pytest.mark.parametrize("text", ["马克很贵。", "他说·她说", "第一章·第二章", "丹尼斯说"])
def test_without_a_dot_between_such_characters_there_is_no_name(text: str) -> None:
    assert not list(transcribed(folded_han(text)))


def test_a_name_is_known_without_its_dot_later() -> None:
    reader = Reader("zh")
    texts = Pair(reader.plain("丹尼斯·惠特洛克来了。"), reader.plain("惠特洛克走了。"))
    first, second = (reader.words_in(text) for text in texts)
    assert [word.form for word in second if reader.is_transcribed(word.form)] == [
        word.form for word in first if reader.is_transcribed(word.form)
    ][1:]
