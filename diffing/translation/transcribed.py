"""Foreign names in Chinese by their sounds: 丹尼斯·惠特洛克 is dan ni s, hui t lo k.

Chinese writes such names with a few hundred characters, which the press agencies have agreed on, and parts them by a
dot. The dot makes them names: without it, the same characters are words. Then they may be a name only if the other
article has one that sounds so: 巴尔维克 beside Barvik.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from re import Pattern

from diffing.patterns import lazy_pattern
from diffing.text.character_forms import folded_han

# Sounds, each with the characters for it; 特 stands for a t before a consonant too.
_SOUNDS = """
a阿亚娅 ai艾埃 an安 ao奥 an昂 e厄 en恩 ou欧 u乌 i伊 in因 in英 wen温文 yu尤 ya雅 yan扬 yan延 ye耶叶 yo约
b布 ba巴芭 bai拜白 ban班 ban邦 bao鲍保 be贝 ben本 ber伯柏 bi比碧 bin宾 bo博波 bie别
p普 pa帕 pai派 pan潘 pan庞 pei佩 pen彭 per珀 pi皮匹 pin平 po坡
d德 da达妲 dai戴黛代 dan丹 dan当 dao道 den登 di迪蒂季 din丁 do多朵 don东 du杜
t特 ta塔 tai泰 tan坦 tan唐 tao陶 te忒 ten滕 ti提 tin廷 to托 ton通顿敦 tu图 tai苔
g格 ga加嘉伽 gai盖 gan甘 gan冈 gao高 ge葛 gen根 gi吉 go戈 gon贡 gu古 gua瓜 gui圭 guo果
k克 ka卡 kai凯 kan坎 kan康 kao考 ken肯 ki基 kin金 ko科柯 kon孔 ku库 kua夸 kui奎 kuo阔 kun昆
v夫弗 va瓦 van万 vei韦 vi维薇 vo沃 vu武伍 wa华 wai怀 wi威 f芙 fa法 fan范 fan方 fei费菲 fen芬 fen丰 fo福佛 fu富
z兹 za扎 zai宰 zan赞 zao藻 zen曾 ze泽 zi齐 zo佐 zon宗 zu祖 ts茨 tsa察 tsai蔡 tse采 tso措
s斯丝史 sa萨 sai赛 san桑 se塞瑟 sen森 si西 sin辛 so索 son松 su苏 shao绍
sh什 sha沙莎夏 she谢舍 shen申 shi希茜 shin欣 sho肖 shu舒 shan尚
j日 ja贾 jan詹让 jan章 je杰洁捷 jen任 jen珍 jiao焦 jin京 jo乔约 ju朱 jin津
ch奇 cha查 chai柴 chan昌 che切彻 chen陈 chi琪 chin钦 chu楚 chiu丘 chon琼
h赫 ha哈 hai海 han汉杭翰 hao豪 hei黑 hen亨 ho霍侯 hon洪 hu胡 hui惠 hiu休
m姆 ma马玛麦 mai迈 man曼 man芒 mao毛 mei梅美 men门 mer默 mi米密弥 min明 mo莫摩墨 mon蒙 mu穆 mien缅
n恩 na纳娜 nai奈 nan南 nao瑙 ne内涅 nen嫩 ni尼妮 nin宁 niu纽 no诺 non农 nu努 nor讷
l尔 la拉 lai莱 lan兰 lan朗 lao劳 le勒蕾 lei雷 li利丽莉里 lian莲连 lin林琳
lio廖 liu柳 lo洛罗萝 lon龙隆 lu卢鲁露 lun伦 lie列
rui瑞 re热 ro若 shen圣
"""
# Characters that older texts besides write names with, above all Bibles: 约书亚, 撒迦利亚. Most are common words,
# so that they are read only where the other article has the name.
_OLDER = """
a押 bai拜 be伯别 ben便 bi辟 da大他 dan但旦 di底 e厄 fei腓 ga迦 gai该改 ge革各 han罕 he和何 hi歇 hua华
i以益 ka甲 ken肯 ko哥谷 len冷仑 li立理 lu路 ma抹 mo末 mon扪 na拿 no挪 on安 pi彼毗 po坡 sa撒扫 se色 si锡息 she设示
shu书 shi施 su述稣 tu推督 ti帖 tan谈 te得 vei卫 vi未 yu犹于 za匝 ne捏 men们 min悯 so琐 ta她
"""
_DOT = "·•・‧"
# Characters of a name, and letters of its sound: shorter ones are in any text.
_CHARACTERS, _LEAST_SOUND = range(2, 7), 4


@cache
def _sounds() -> Mapping[str, str]:
    return _table(_SOUNDS)


@cache
def _all_sounds() -> Mapping[str, str]:
    return _table(_SOUNDS + _OLDER)


def _table(groups: str) -> dict[str, str]:
    """Return the sound of each character."""
    found: dict[str, str] = {}
    for group in folded_han(groups).split():
        latin = "".join(character for character in group if character.isascii())
        for character in group[len(latin) :]:
            found.setdefault(character, latin)
    return found


@cache
def _name() -> Pattern[str]:
    characters = "".join(sorted(_sounds()))
    return lazy_pattern(f"[{characters}]{{1,9}}(?:[{_DOT}][{characters}]{{1,9}})+")


@cache
def _run() -> Pattern[str]:
    characters = "".join(sorted(_all_sounds()))
    return lazy_pattern(f"[{characters}]{{{_CHARACTERS.start},}}")


@cache
def _part() -> Pattern[str]:
    return lazy_pattern(f"[^{_DOT}]+")


def transcribed(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the parts of the foreign names of a Chinese text, in folded Han: start, end, and how it sounds."""
    if any(dot in text for dot in _DOT):
        sounds = _sounds()
        for name in _name().finditer(text):
            for part in _part().finditer(text, *name.span()):
                yield part.start(), part.end(), "".join(sounds[character] for character in part[0])


def perhaps_transcribed(text: str) -> Iterator[tuple[str, str]]:
    """Yield what may be a foreign name of a Chinese text, in folded Han, and how it would sound; most are none."""
    known = _all_sounds()
    for run in _run().findall(text):
        for start in range(len(run)):
            for size in _CHARACTERS[: len(run) - start - 1]:
                part = run[start : start + size]
                spoken = "".join([known[character] for character in part])
                if len(spoken) >= _LEAST_SOUND:
                    yield part, spoken
