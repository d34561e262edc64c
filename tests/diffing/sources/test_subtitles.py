"""Transcripts: times and numbers go, cues are joined to sentences."""

import pytest

from diffing.sources.plain import article
from diffing.sources.registry import source_of

SRT = """1
00:00:01,000 --> 00:00:04,000
At least 14 people

2
00:00:04,100 --> 00:00:06,000
died in the <i>flood</i>.

3
00:00:06,100 --> 00:00:08,000
Nora Lind: We were late.
"""
VTT = """WEBVTT - Evening news

NOTE a remark

intro
00:01.000 --> 00:04.000 align:start
At least 14 people
died in the flood.

00:06.100 --> 00:08.000
<v Nora Lind>We were late.
"""


@pytest.mark.parametrize(
    "text", [SRT, SRT.replace("\n", "\r\n"), VTT, "\ufeff" + VTT], ids=["srt", "crlf", "vtt", "bom"]
)
def test_cues_become_sentences(text: str) -> None:
    found = article(source_of("a", text.encode()))
    assert [paragraph.text for paragraph in found.paragraphs] == [
        "At least 14 people died in the flood.",
        "Nora Lind: We were late.",
    ]
    assert found.format == "subtitles"


def test_a_time_in_prose_makes_no_transcript() -> None:
    text = "14\n\nThe clock of 12:04:05,000 --> said nothing."
    assert article(source_of("a", text.encode())).format == "text"


def test_each_of_two_speakers_in_a_cue_has_a_paragraph() -> None:
    cues = """WEBVTT

00:00:01.000 --> 00:00:04.000
<v Nora Lind>The dam did not hold
<v.loud Jan Berg>It did
hold.</v>

00:00:05.000 --> 00:00:08.000
- Did it rain?
- For 12 days - and nights.
"""
    found = article(source_of("a", cues.encode()))
    assert [paragraph.text for paragraph in found.paragraphs] == [
        "Nora Lind: The dam did not hold",
        "Jan Berg: It did hold.",
        "- Did it rain?",
        "- For 12 days - and nights.",
    ]


def test_the_reading_over_a_word_goes() -> None:
    cue = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<ruby>橋<rt>はし</rt></ruby>が<ruby>直<rt>なお</ruby>りました。\n"
    assert article(source_of("a", cue.encode())).paragraphs[0].text == "橋が直りました。"


@pytest.mark.parametrize(
    "words",
    [
        "Deaths fell to <1% in May and rose to >3% in June.",
        "The vote was 5 < 6, then 7 > 4.",
        "The minister {sic} left.",
    ],
)
def test_signs_and_braces_are_words(words: str) -> None:
    """Programs take what stands between them for marks: findings/figures-in-subtitles.sh."""
    found = article(source_of("a", f"1\n00:00:01,000 --> 00:00:04,000\n{words}\n\n".encode()))
    assert [paragraph.text for paragraph in found.paragraphs] == [words]
