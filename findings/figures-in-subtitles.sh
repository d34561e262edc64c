#!/bin/sh
# The words of a cue in subtitles (SRT), without their marks for italics and colour.
#
# pysrt has them as text_without_tags, and pysubs2 as plaintext. SRT has the marks <i> <b> <u> <font>; everything else is text.
# Expected: "Deaths fell to <1% in May and rose to >3% in June." as it stands, in both.
# Seen:
#   pysrt 1.1.2      "Deaths fell to 3% in June.": what stands between any < and the next > is gone, also a whole question and the
#                    answer, up to the >> by which captions mark the next speaker
#   pysubs2 1.8.1    right there; what stands in braces is gone instead: "The minister {sic} left" is "The minister  left"
# Why it matters: what is left is a whole sentence, with another month and another figure than anybody said. Beside the transcript it is a
# changed fact.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pysrt==1.1.2 pysubs2==1.8.1 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import pysrt
import pysubs2

# What was said, what pysrt has, what pysubs2 has; None for the right words.
CUES = (
    ("Deaths fell to <1% in May and rose to >3% in June.", "Deaths fell to 3% in June.", None),
    ("Is it <5 now? Not at all. >>LIND: It is 7.", "Is it >LIND: It is 7.", None),
    ("The minister {sic} left.", None, "The minister  left."),
    ("<i>Nobody</i> was hurt.", "Nobody was hurt.", "Nobody was hurt."),
)
for said, expected_of_pysrt, expected_of_pysubs2 in CUES:
    file = f"1\n00:00:01,000 --> 00:00:04,000\n{said}\n\n"
    one = pysrt.from_string(file)[0].text_without_tags
    other = pysubs2.SSAFile.from_string(file)[0].plaintext
    print(f"the cue:  {said}\n  pysrt:    {one}\n  pysubs2:  {other}")
    assert one == (expected_of_pysrt or said)
    assert other == (expected_of_pysubs2 or said)
PYTHON
echo "seen as described"
