#!/bin/sh
# Large numbers as news write them, half in words, in two libraries that put figures in the place of number words.
#
# Expected: half a million is 500000 and 1.5 million 1500000, or the words stay as they are, so that nobody reads another number.
# Seen: text2num 3.1.0 (alpha2digit) and number-parser 0.3.2 (parse)
#   half a million people              'half a 1000000 people', both; so in Spanish (both), German, Dutch and Portuguese (text2num)
#   1.5 million people                 '1.5 1000000 people', both
#   un millón y medio de personas      '1000000 y medio de personas', both
#   two and a half million             'two and a half 1000000' (text2num)
#   veintiún mil hectáreas             'veintiún 1000 hectáreas' (text2num); 'veintiuna mil' and 'veintidós mil' are read
#   half a million, Italian; French    the words stay as they are (text2num)
# Why it matters: these are the usual forms of large numbers in news. Where figures are compared after such a step, half a million and a million are one
# number, 1000000; '1.5 million' beside '1,500,000' is two numbers beside one; and a fire of 21,000 hectares is one of 1,000.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet text2num==3.1.0 number-parser==0.3.2 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from number_parser import parse
from text_to_num import alpha2digit

SEEN = (
    ("en", "half a million people", "half a 1000000 people", "half a 1000000 people"),
    ("en", "1.5 million people", "1.5 1000000 people", "1.5 1000000 people"),
    ("en", "two and a half million", "two and a half 1000000", None),
    ("es", "medio millón de personas", "medio 1000000 de personas", "medio 1000000 de personas"),
    ("es", "un millón y medio de personas", "1000000 y medio de personas", "1000000 y medio de personas"),
    ("es", "veintiún mil hectáreas", "veintiún 1000 hectáreas", "21000 hectáreas"),
    ("es", "veintiuna mil toneladas", "21000 toneladas", "21000 toneladas"),
    ("es", "veintidós mil hectáreas", "22000 hectáreas", "22000 hectáreas"),
    ("de", "eine halbe Million Menschen", "eine halbe 1000000 Menschen", None),
    ("nl", "anderhalf miljoen mensen", "anderhalf 1000000 mensen", None),
    ("pt", "meio milhão de pessoas", "meio 1000000 de pessoas", None),
    ("it", "mezzo milione di persone", "mezzo milione di persone", None),
    ("fr", "un demi-million de personnes", "un demi-million de personnes", None),
)
for language, words, by_text2num, by_number_parser in SEEN:
    seen = alpha2digit(words, language)
    print(f"{language}: {words} -> text2num {seen!r}")
    assert seen == by_text2num
    if by_number_parser is not None:
        seen = parse(words, language=language)
        print(f"{language}: {words} -> number-parser {seen!r}")
        assert seen == by_number_parser
PYTHON
echo "seen as described"
