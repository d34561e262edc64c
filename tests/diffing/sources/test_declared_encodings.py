"""Encodings that a file or its sender names: believed as browsers believe them, against all evidence never."""

import pytest

from diffing.sources.plain import decode


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        ("“Ätzend” – so", "cp1252", "iso-8859-1"),
        ("“Ätzend” – so", "cp1252", "us-ascii"),
        ("“Ätzend” – so", "utf-8", "iso-8859-1"),
        ("水坝 镕", "gb18030", "gb2312"),
        ("ダム①", "cp932", "shift_jis"),
        ("ダム①", "cp932", "X-SJIS"),
        ("댐 똠", "cp949", "euc-kr"),
        ("ダムは14人", "iso-2022-jp", "ISO-2022-JP"),
        ("水坝 14", "hz", "hz-gb-2312"),
        ("A + B - 14", "utf-8", "utf-8"),
        ("плотина", "koi8-r", "koi8-r"),
        ("Ätzend genug für alle", "cp1252", "no-such-encoding"),
    ],
)
def test_a_declared_encoding(text: str, encoding: str, declared: str) -> None:
    assert decode("a", text.encode(encoding), declared=declared).text == text
