"""Transcripts with times: SubRip (.srt) and WebVTT.

    1                                  At least 14 people
    00:00:01,000 --> 00:00:04,000      died in the flood.
    At least 14 people
    died in the flood.

Times and numbers are no words of the speaker. Cues are joined to sentences: where a line is cut belongs to the screen.
"""

import re
from collections.abc import Iterator
from html import unescape

from diffing.patterns import lazy_pattern
from diffing.sources.documents import Block, Document
from diffing.sources.limits import UnreadableError
from diffing.sources.registry import Reader, ReadOptions, Sample, decoded_text

_TIMES = lazy_pattern(r"^(?:\d+:)?\d\d:\d\d[.,]\d{3}[ \t]+-->[ \t]+(?:\d+:)?\d\d:\d\d[.,]\d{3}.*$", re.MULTILINE)
_BEGINNING = lazy_pattern(r"\s*(?:WEBVTT\b|\d+[ \t]*\r?\n\s*\d+:\d\d:\d\d[.,]\d{3}[ \t]+-->)")
_VOICE = lazy_pattern(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
# Tags go with their marks only, and the reading over a word, <rt>, as a whole.
_TAG = lazy_pattern(
    r"<rt\b[^>]*>[^<]*(?:</rt>|(?=</ruby>))|</?(?:[bicuv]|font|lang|ruby|rt|\d\d)\b[^>]*>|<\d[\d:.]*>|\{\\[^}]*\}"
)
# Several people speak in one cue: each has a line.
_TURN = lazy_pattern(r"(?=<v[.\s])|\n(?=[-\u2013\u2014]\s?\S)")
_SENTENCE_END = lazy_pattern(r"[.!?\u2026\u3002\uff01\uff1f\u061f][\"'\u2019\u201d\u00bb)\]]*$")
# A cue that begins so says who speaks, or that somebody else does: a new paragraph.
_SPEAKER = lazy_pattern(r"(?:[-\u2013\u2014>]{1,2}\s|[^\W\d_][\w .'\u2019-]{0,40}:\s)")


def _recognise(sample: Sample) -> float:
    return 0.95 if _BEGINNING.match(sample.text) and _TIMES.search(sample.text) else 0.0


def _read(content: bytes, options: ReadOptions) -> Document:
    text, encoding = decoded_text(content, options)
    if not _TIMES.search(text):
        raise UnreadableError("has no times of a transcript")
    return Document([Block(words) for words in _paragraphs(text)], encoding)


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the words of the cues, joined up to the end of a sentence or to another speaker."""
    whole = ""
    for cue in _cues(text):
        if whole and (_SENTENCE_END.search(whole) or _SPEAKER.match(cue)):
            yield whole
            whole = ""
        whole = f"{whole} {cue}" if whole else cue
    if whole:
        yield whole


def _cues(text: str) -> Iterator[str]:
    """Yield the words of each speaker in each cue on a line, without tags; a voice becomes a name before a colon."""
    for part in re.split(r"(?:\r?\n[ \t]*){2,}", text):
        times = _TIMES.search(part)
        if times is None:
            continue
        for turn in _TURN.split(part[times.end() :]):
            words = _VOICE.sub(lambda match: f"{match[1].strip()}: ", turn)
            if words := " ".join(unescape(_TAG.sub("", words)).split()):
                yield words


READER = Reader("subtitles", _recognise, _read)
