"""Files of every format, broken at random: each is read, or refused in one line, within bounds of time and memory.

    python -m tests.hostile.readers --seconds 600 --first 0

The files are those of tests/diffing/sources/saved and small ones made here. A broken one has bytes exchanged, cut out,
doubled, or the middle of another file in it; of an archive, a member is broken and packed again.
"""

import argparse
import io
import random
import resource
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from diffing.errors import ReadError
from diffing.model import Article
from diffing.sources.plain import article
from diffing.sources.registry import ReadOptions, Revisions, format_names, source_of

SAVED = Path(__file__).parents[1] / "diffing" / "sources" / "saved"
MOST_SECONDS = 5.0
"""Seconds of the processor for one small file: a reader that needs more for 40 kB would take for ever for 20 MB."""
_MADE = {
    "a.eml": b"From: a@example.org\r\nTo: b@example.org\r\nSubject: The dam\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    b"The dam holds.\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>The dam <del>12</del> holds.</p>\r\n--x--\r\n",
    "a.rss": b'<?xml version="1.0"?><rss version="2.0"><channel><item><title>Dam &amp;amp; town</title>'
    b"<description>&lt;p&gt;The dam holds.&lt;/p&gt;</description></item></channel></rss>",
    "a.atom": b'<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><title>Dam</title><id>1</id>'
    b'<content type="html">&lt;p&gt;The dam.&lt;/p&gt;</content></entry></feed>',
    "a.nitf": b"<nitf><head><title>Dam</title></head><body><body.head><hedline><hl1>Dam</hl1></hedline></body.head>"
    b"<body.content><p>At least 1<frac><frac-num>1</frac-num><frac-den>2</frac-den></frac> km.</p>"
    b"</body.content></body></nitf>",
    "a.ninjs": b'{"uri": "urn:x", "headline": "Dam", "body_text": "The dam holds.\\n\\nAll of it.", "version": "2"}',
    "a.jsonl": b'{"title": "Dam", "text": "The dam holds."}\n{"title": "Town", "text": "The town sleeps."}\n',
    "a.srt": b"1\n00:00:01,000 --> 00:00:02,000\nThe dam holds.\n",
    "a.warc": b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 97\r\n\r\n"
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 36\r\n\r\n"
    b"<p>The dam holds, says the town.</p>\n\r\n\r\n",
    "a.md": b"---\ntitle: Dam\n---\n# Dam\n\n* one {--12--}{++14++}\n* two[^1]\n\n[^1]: A note.\n\n"
    b"| a | b |\n|---|---|\n| 1 | 2 |\n",
}


def originals() -> dict[str, bytes]:
    """Return the whole files by name."""
    return {**{path.name: path.read_bytes() for path in sorted(SAVED.iterdir())}, **_MADE}


def broken(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Return a file that is broken in some places; of an archive, in one of its members or as it is."""
    if content.startswith(b"PK") and chance.random() < 0.7:
        return _repacked(content, others, chance)
    found = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(found) + 1)
        size = chance.choice((1, 1, 2, 8, 64, 512))
        match chance.randrange(6):
            case 0:
                found[at : at + size] = chance.randbytes(size)
            case 1:
                del found[at : at + size]
            case 2:
                found[at:at] = found[at : at + size] * chance.choice((2, 50))
            case 3:
                other = chance.choice(others)
                start = chance.randrange(len(other) + 1)
                found[at:at] = other[start : start + size]
            case 4:
                del found[at:]
            case _:
                found[at : at + 1] = chance.choice(
                    (b"<", b">", b"&", b"{", b"}", b"[", b"\\", b'"', b"\0", b"\n", b"-")
                )
    return bytes(found)


def _repacked(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as again:
        names = archive.namelist()
        victim = chance.choice(names)
        for name in names:
            member = archive.read(name)
            again.writestr(name, broken(member, others, chance) if name == victim else member)
    return packed.getvalue()


def files(first: int) -> Iterator[tuple[int, str, bytes, ReadOptions]]:
    """Yield broken files without end, from a number on: the number, a name, the content and how it is to be read."""
    whole = originals()
    names = sorted(whole)
    others = [content for content in whole.values() if not content.startswith((b"PK", b"%PDF"))]
    formats = (None, None, None, *format_names())
    number = first
    while True:
        chance = random.Random(number)
        name = chance.choice(names)
        options = ReadOptions(
            format=chance.choice(formats) if chance.random() < 0.2 else None,
            revisions=chance.choice(tuple(Revisions)),
            item=chance.choice((None, None, None, "1", "2", "x")),
        )
        yield number, name, broken(whole[name], others, chance), options
        number += 1


def faults(number: int, name: str, content: bytes, options: ReadOptions) -> Iterator[str]:
    """Yield what is wrong with reading a file."""
    began = time.process_time()
    try:
        found = article(source_of(name, content, options))
    except ReadError as error:
        if "\n" in error.reason or not error.reason:
            yield f"{number} {name}: reason {error.reason!r}"
    except Exception as error:
        yield f"{number} {name} {options}: {type(error).__name__}: {error}"
    else:
        yield from (f"{number} {name}: {fault}" for fault in _misshapen(found))
    if (seconds := time.process_time() - began) > MOST_SECONDS:
        yield f"{number} {name} {options}: {seconds:.1f} s"


def _misshapen(found: Article) -> Iterator[str]:
    """Yield what is wrong with an article beyond what its type checks."""
    for revision in found.revisions:
        place = revision.place
        if not 0 <= place.start < place.end <= len(found.paragraphs[place.paragraph].text):
            yield f"revision at {place}"
    if any("\0" in paragraph.text for paragraph in found.paragraphs):
        yield "a NUL character"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--first", type=int, default=0)
    options = parser.parse_args()
    until = time.monotonic() + options.seconds
    count = bad = 0
    for number, name, content, how in files(options.first):
        if time.monotonic() > until:
            break
        count += 1
        for fault in faults(number, name, content, how):
            bad += 1
            print(fault, flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(f"{count} files, {bad} faults, at most {peak:.0f} MB")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
