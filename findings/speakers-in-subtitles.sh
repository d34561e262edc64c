#!/bin/sh
# Who speaks, in readers of subtitles.
#
# WebVTT names the speaker of each line of a cue, <v NAME>; two people may speak in one cue (W3C WebVTT, 'voice span').
# Expected: each sentence with its own speaker.
# Seen:
#   webvtt-py 0.6.0  gives one text and one voice for the cue: what the second speaker said becomes the first one's
#   pysubs2 1.8.1    drops the speakers: no name in the text, none in the field for it, which is filled for other formats
# Both leave '&amp;' as it is written.
# Why it matters: beside a transcript or an article a denial is attributed to the person who was accused, or to nobody: the change
# that matters most is made by the reader of the file.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet webvtt-py==0.6.0 pysubs2==1.8.1
cat > "$folder/talk.vtt" <<'VTT'
WEBVTT

00:00:01.000 --> 00:00:04.000
<v Nora Lind>The dam did not hold.
<v Jan Berg>It did hold.

00:00:05.000 --> 00:00:08.000
<v Nora Lind>Lind &amp; Berg built it.
VTT
"$folder/venv/bin/python" - "$folder/talk.vtt" <<'PYTHON'
import sys

import pysubs2
import webvtt

first, second = webvtt.read(sys.argv[1])
print("expected:  Nora Lind: The dam did not hold. / Jan Berg: It did hold.")
print(f"webvtt-py 0.6.0: {first.voice}: {first.text!r}; {second.text!r}")
events = pysubs2.load(sys.argv[1])
print("pysubs2 1.8.1: " + "; ".join(f"name {event.name!r}, text {event.plaintext!r}" for event in events))
assert (first.voice, first.text) == ("Nora Lind", "The dam did not hold.\nIt did hold.")
assert second.text == "Lind &amp; Berg built it."
assert [event.name for event in events] == ["", ""] and not any("Berg:" in event.plaintext for event in events)
assert events[0].plaintext == "The dam did not hold.\nIt did hold."
PYTHON
echo "seen as described"
