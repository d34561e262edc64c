#!/bin/sh
# Large numbers as Babel writes them in Swahili, which has the word before the figure: milioni 3.
#
# Expected: 3,000,000 is "milioni 3", as the pattern of the CLDR has it ("milioni 0;milioni -0"), and 3,500,000 to one decimal is "milioni 3.5".
# Seen: babel 2.19.0
#   format_compact_decimal, long, sw   3,000,000 "milioni 30", 3,500,000 "milioni 35", 12,340 "elfu 1234"; the decimals asked for make no difference
#   English, German, short forms       right: "3.5 million", "3,5 Millionen", "3.5M"
# Why it matters: a page that shows its figures in the reader's language has ten times the people in Swahili, or a hundred times. Beside the English one,
# or an agency's text, each is a changed number.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet babel==2.19.0 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from babel import Locale
from babel.numbers import format_compact_decimal

print("pattern:", Locale("sw").compact_decimal_formats["long"]["other"]["1000000"].pattern)
SEEN = (
    ("sw", "long", 3_000_000, 0, "milioni 30"),
    ("sw", "long", 3_000_000, 1, "milioni 30"),
    ("sw", "long", 3_500_000, 1, "milioni 35"),
    ("sw", "long", 12_340, 2, "elfu 1234"),
    ("sw", "short", 3_500_000, 1, "3.5M"),
    ("en", "long", 3_500_000, 1, "3.5 million"),
    ("de", "long", 3_500_000, 1, "3,5 Millionen"),
)
for language, form, value, decimals, seen in SEEN:
    written = format_compact_decimal(value, format_type=form, locale=language, fraction_digits=decimals)
    print(f"{language}, {form}, {decimals} decimals: {value} -> {written}")
    assert written == seen
PYTHON
echo "seen as described"
