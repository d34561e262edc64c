#!/bin/sh
# Large numbers in Arabic words, as news write them, read by PyArabic.
#
# Before what is counted, 'two hundred' loses its last letter (مائتان, مائتا ألف), which is ordinary grammar.
# Expected: the number, or an error.
# Seen (PyArabic 0.6.15, number.text2number)
#   مائتا ألف          200,000      1,000
#   مئتا ألف           200,000      1,000
#   مليون ومئتا ألف    1,200,000    1,001,000
#   نصف مليون          500,000      1,000,000
#   مليار ونصف         1.5 billion  1,000,000,000
#   مائتان وخمسون      250          50 (with the other spelling of hundred, مئتان وخمسون, 250)
#   خمسمائة ألف, مليونان: 500,000 and 2,000,000 as they should be
# Why it matters: the word before 'thousand' has this form each time that 200,000 people flee or march. Beside a text
# in figures every such number is a difference that is none, and two texts with 200,000 and 1,000 agree.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pyarabic==0.6.15 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from pyarabic.number import text2number

SEEN = (
    ("مائتا ألف", 200_000, 1_000),
    ("مئتا ألف", 200_000, 1_000),
    ("مليون ومئتا ألف", 1_200_000, 1_001_000),
    ("نصف مليون", 500_000, 1_000_000),
    ("مليار ونصف", 1_500_000_000, 1_000_000_000),
    ("مائتان وخمسون", 250, 50),
    ("مئتان وخمسون", 250, 250),
    ("خمسمائة ألف", 500_000, 500_000),
    ("مليونان", 2_000_000, 2_000_000),
)
for words, meant, read in SEEN:
    seen = text2number(words)
    print(f"{words}: {meant:,} is read as {seen:,}")
    assert seen == read
PYTHON
echo "seen as described"
