#!/bin/sh
# The normalisation of punctuation by which texts are prepared for alignment and translation (Moses), on figures with a hard space between thousands.
#
# The SI and ISO put a space between thousands; French, Czech, Swedish and Russian texts have it as a hard space (U+00A0), so that no line ends there.
# Expected: "12 000 people" with another space, or 12,000 in English; in French and German, where the comma begins the decimals, no comma.
# Seen: sacremoses 0.2.0
#   en      "12.000 people": twelve, with three decimals
#   fr de   "12,000 personnes", "12,000 Menschen": twelve, with three decimals
# Why it matters: both halves of a translation are prepared so, each by its language. Twelve thousand becomes twelve on both sides, and one side alone
# where the other outlet writes 12,000 or 12.000: a thousandfold difference that nobody wrote.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet sacremoses==0.2.0 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from sacremoses import MosesPunctNormalizer

# The language, what stands there, and what becomes of it.
FIGURES = (
    ("en", "12\u00a0000 people fled the town.", "12.000 people fled the town."),
    ("fr", "12\u00a0000 personnes ont fui la ville.", "12,000 personnes ont fui la ville."),
    ("de", "12\u00a0000 Menschen flohen aus der Stadt.", "12,000 Menschen flohen aus der Stadt."),
    ("cs", "Z města uprchlo 12\u00a0000 lidí.", "Z města uprchlo 12,000 lidí."),
    # An English figure keeps its comma, so that one article has both forms.
    ("en", "12,000 people fled the town.", "12,000 people fled the town."),
)
for language, text, seen in FIGURES:
    found = MosesPunctNormalizer(lang=language).normalize(text)
    print(f"{language}: {text!r} -> {found!r}")
    assert found == seen
PYTHON
echo "seen as described"
