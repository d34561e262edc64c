#!/bin/sh
# Chinese numerals as figures, so that two articles that write their numbers differently can be compared.
#
# cn2an.transform(sentence) replaces the numerals of a sentence by figures.
# Expected: 一百一十二人 and 112人 (112 people) become equal, and so do 一点二亿 and 1.2亿 (120 million); names and other words stay.
# Seen (cn2an 0.5.24): 四川 (Sichuan) becomes "4川", 三亚 (Sanya) "3亚", 统一 (a company) "统1", 一旦 (as soon as) "1旦"; and
# 一点二亿 stays, with a warning.
# Why it matters: a program that compares what it made of the articles shows words that stand in neither of them, a province
# counts as a number, and the one large sum of the story is not compared.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet cn2an==0.5.24 2>/dev/null
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import cn2an

EXPECTED_AND_SEEN = {
    "上海一百一十二人受伤": ("上海112人受伤", "上海112人受伤"),
    "四川省政府": ("四川省政府", "4川省政府"),
    "三亚市长": ("三亚市长", "3亚市长"),
    "统一集团": ("统一集团", "统1集团"),
    "一旦下雨": ("一旦下雨", "1旦下雨"),
    "损失一点二亿元": ("损失1.2亿元", "损失一点二亿元"),
}
for sentence, (expected, seen) in EXPECTED_AND_SEEN.items():
    found = cn2an.transform(sentence)
    print(f"{sentence}: expected {expected}, seen {found}")
    assert found == seen
PYTHON
echo "seen as described"
