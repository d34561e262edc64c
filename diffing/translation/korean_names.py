"""The commonest family names of Korea, and how their bearers write them in Latin letters.

    박서윤   Park Seo-yun      정민호   Jung Min-ho, Jeong Min-ho, Chung Min-ho

A family name has one syllable, and stands before the given name without a space. No system of romanisation gives
these spellings: 박 would be Bak, and 이 would be I.
"""

from collections.abc import Mapping

FAMILY_NAMES: Mapping[str, frozenset[str]] = {
    name: frozenset(spellings.split())
    for name, spellings in {
        "강": "kang gang",
        "고": "ko go koh",
        "곽": "kwak gwak",
        "구": "koo ku gu",
        "권": "kwon gwon",
        "김": "kim gim",
        "남": "nam",
        "노": "noh roh no",
        "류": "ryu yoo yu",
        "문": "moon mun",
        "민": "min",
        "박": "park pak bak",
        "배": "bae pae",
        "백": "baek paik back",
        "서": "seo suh",
        "성": "sung seong",
        "손": "son sohn",
        "송": "song",
        "신": "shin sin",
        "심": "shim sim",
        "안": "ahn an",
        "양": "yang",
        "오": "oh o",
        "우": "woo u",
        "유": "yoo yu you ryu",
        "윤": "yoon yun",
        "이": "lee yi rhee i",
        "임": "lim im rim",
        "장": "jang chang",
        "전": "jeon jun chun",
        "정": "jung jeong chung",
        "조": "cho jo",
        "주": "joo ju chu",
        "차": "cha",
        "최": "choi choe",
        "하": "ha",
        "한": "han",
        "허": "heo hur huh",
        "홍": "hong",
        "황": "hwang whang",
    }.items()
}
