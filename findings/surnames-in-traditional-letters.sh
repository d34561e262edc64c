#!/bin/sh
# A story in simplified Chinese beside one in traditional letters: the first is converted, then both are compared.
#
# OpenCC converts simplified to traditional letters (s2t), and to those of Taiwan with its words (s2twp).
# Expected: names and measures as Taipei writes them: 市長于文山, 范女士, 余女士, 岳女士, 離城12里 (12 li from the town).
# Seen (OpenCC 1.4.2), by both conversions:
#   市長於文山, 範女士, 餘女士, 嶽女士     a preposition, a pattern, a rest and a mountain in place of the surnames
#   離城12裏 (s2twp: 12裡)           "inside 12"; with 十里, in Han numerals, it is right, and so is 鍾女士 for 钟女士
# Why it matters: beside the article from Taipei every mention of the person is another name, and the distance is gone. Nothing
# tells a reader that the conversion did it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet OpenCC==1.4.2 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from opencc import OpenCC

EXPECTED_AND_SEEN = {
    "市长于文山说": ("市長于文山說", "市長於文山說"),
    "范女士": ("范女士", "範女士"),
    "余女士": ("余女士", "餘女士"),
    "岳女士": ("岳女士", "嶽女士"),
    "钟女士": ("鍾女士", "鍾女士"),
    "离城12里。": ("離城12里。", "離城12裏。"),
    "离城十里。": ("離城十里。", "離城十里。"),
}
convert, of_taiwan = OpenCC("s2t").convert, OpenCC("s2twp").convert
for simplified, (expected, seen) in EXPECTED_AND_SEEN.items():
    print(f"{simplified}: expected {expected}, seen {convert(simplified)}, for Taiwan {of_taiwan(simplified)}")
    assert convert(simplified) == seen
    assert (of_taiwan(simplified) == expected) == (seen == expected)
PYTHON
echo "seen as described"
