"""Foreign names in Chinese, by their sounds."""

import pytest

from diffing.model import Pair
from diffing.text.character_forms import folded_han
from diffing.text.reading import ReadText
from diffing.text.sequences import spelling
from diffing.translation.contents import Reader
from diffing.translation.correspondences import Reason, correspondences
from diffing.translation.options import Options
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


@pytest.mark.parametrize(
    ("english", "chinese", "names"),
    [
        ("The mayor of Tallow Bridge resigned.", "塔洛布里奇镇镇长辞职。", {"tallow"}),
        ("Then Barvik thanked the crew.", "巴尔维克随后感谢船员。", {"barvik"}),
        ("Mrs Kelita and Hodan met.", "基利他和霍丹见了面。", {"kelita", "hodan"}),
        ("The queen met Jehoram.", "女王会见了约兰。", set()),
        # No names: the words sound alike by chance.
        ("They sat on the sofa and drank coffee.", "人们坐在沙发上喝咖啡。", set()),
        ("He sold a barrel of malt.", "以后他和大家卖了一桶麦芽。", set()),
        ("Tamara said no.", "他立刻拿来了书。", set()),
    ],
)
def test_a_name_without_a_dot_is_one_beside_the_same_name(english: str, chinese: str, names: set[str]) -> None:
    readers = Pair(Reader("en"), Reader("zh"))
    contents = Pair([readers.left.content(ReadText(english))], [readers.right.content(ReadText(chinese))])
    known, _ = correspondences(contents, readers.map(lambda reader: reader.words), Pair("en", "zh"), Options())
    assert {word for word, sign in known.signs.left.items() if known.reasons[sign] is Reason.NAME} == names
