"""Documents of every format with hostile words in them, whole and damaged.

    python -m tests.hostile.documents FOLDER --count 100

The words are those of corpus.py, in the text and where a format keeps its metadata. Damage is what happens to files:
bytes that are lost, turned or doubled, and ends that are missing. Always the same files.
"""

import argparse
import json
import random
from base64 import b64encode
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from tests.diffing.sources.docx_files import docx, paragraph, run
from tests.diffing.sources.pdf_files import column, pdf
from tests.hostile import corpus
from tests.hostile.corpus import File

_STEERS = "".join(corpus.STEERING.values())


def _html(text: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))


def _xml(text: str) -> str:
    """Return a text without the characters that no XML file can hold, so that the others are seen."""
    return "".join(each for each in text if each >= " " and each not in "\ufffe\uffff")


def _page(text: str) -> bytes:
    return (
        f"<!doctype html><html><head><title>{escape(_STEERS)}</title></head><body>{_html(text)}</body></html>".encode()
    )


def _nitf(text: str) -> bytes:
    head = f"<body.head><hedline><hl1>{escape(_xml(_STEERS))}</hl1></hedline></body.head>"
    return f"<nitf><body>{head}<body.content>{_xml(_html(text))}</body.content></body></nitf>".encode()


def _newsml(text: str) -> bytes:
    about = f"<itemMeta><edNote>{escape(_xml(_STEERS))}</edNote></itemMeta>"
    data = f"<inlineData contenttype='text/html'>{escape(_xml(_html(text)))}</inlineData>"
    return f"<newsItem>{about}<contentSet>{data}</contentSet></newsItem>".encode()


def _feed(text: str) -> bytes:
    item = f"<title>{escape(_xml(_STEERS))}</title><description>{escape(_xml(_html(text)))}</description>"
    return f"<rss><channel><item>{item}</item></channel></rss>".encode()


def _mail(text: str) -> bytes:
    subject = b64encode(_STEERS.encode()).decode()
    head = f"From: Lind\nSubject: =?utf-8?b?{subject}?=\nMessage-ID: <1>\nContent-Type: text/plain; charset=utf-8"
    return f"{head}\nContent-Transfer-Encoding: base64\n\n{b64encode(text.encode()).decode()}".encode()


def _export(text: str) -> bytes:
    revision = (
        f"<revision><id>1</id><comment>{escape(_xml(_STEERS))}</comment><text>{escape(_xml(text))}</text></revision>"
    )
    return f"<mediawiki><page><title>{escape(_xml(_STEERS))}</title>{revision}</page></mediawiki>".encode()


def _plain_xml(text: str) -> bytes:
    parts = "".join(f"<para>{escape(_xml(part))}</para>" for part in text.split("\n\n"))
    return f"<?xml version='1.0'?><story><title>{escape(_xml(_STEERS))}</title>{parts}</story>".encode()


def _saved(text: str) -> bytes:
    head = "Snapshot-Content-Location: http://a.test/\nContent-Type: text/html\nContent-Transfer-Encoding: base64"
    return f"{head}\n\n{b64encode(_page(text)).decode()}".encode()


def _archive(text: str) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + _page(text)
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {_xml(_STEERS)}\r\nContent-Length: {len(answer)}"
    return f"{head}\r\n\r\n".encode() + answer + b"\r\n\r\n"


def _printed(text: str) -> bytes:
    parts = [part.encode("cp1252", "replace").decode("cp1252")[:200] for part in text.split("\n\n")]
    return pdf(column(parts[:60]))


def _word(text: str) -> bytes:
    return docx("".join(paragraph(run(escape(_xml(part)))) for part in text.split("\n\n")))


FORMATS: dict[str, Callable[[str], bytes]] = {
    "page": _page,
    "Word document": _word,
    "nitf": _nitf,
    "newsml": _newsml,
    "ninjs": lambda text: json.dumps({"uri": _STEERS, "headline": _STEERS, "body_text": text}).encode(),
    "feed": _feed,
    "lines of JSON": lambda text: json.dumps({"title": _STEERS, "text": text}).encode(),
    "mail": _mail,
    "saved page": _saved,
    "archive": _archive,
    "wiki": lambda text: f"== Lind ==\n'''x''' {{{{nobr|y}}}}\n\n{text}".encode(),
    "printed": _printed,
    "export": _export,
    "XML": _plain_xml,
}


def named_documents() -> Iterator[File]:
    """A document of each format with all the short hostile texts in it, against a plain text."""
    texts = "\n\n".join(text for text in corpus.TEXTS.values() if len(text) < 400)
    plain = "\n\n".join(corpus.PLAIN).encode()
    for name, made in FORMATS.items():
        yield File(f"document: {name}", made(texts), plain)


def generated_documents(count: int, first: int = 0) -> Iterator[File]:
    """Documents of generated texts, most of them damaged, each against another version."""
    for number in range(first, first + count):
        chance = random.Random(number)
        name = chance.choice(sorted(FORMATS))
        texts = (content.decode("utf-8", "replace") for content in (corpus.generated(number), corpus.version(number)))
        left, right = map(FORMATS[name], texts)
        yield File(f"document {number}: {name}", _damaged(left, chance), right)


def _damaged(content: bytes, chance: random.Random) -> bytes:
    """Return a file with damage of one kind, or without any."""
    kind = chance.randrange(5)
    if kind == 0:
        return content
    if kind == 1:
        return content[: chance.randrange(len(content))]
    made = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(made))
        part = made[start : start + chance.randint(1, 40)]
        if kind == 2:
            made[start] = chance.randrange(256)
        elif kind == 3:
            del made[start : start + len(part)]
        else:
            made[start:start] = part * chance.randint(1, 20)
    return bytes(made) or b" "


def main() -> None:
    """Write the documents into a folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=100, help="generated documents")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for number, file in enumerate((*named_documents(), *generated_documents(options.count))):
        (options.folder / f"{number:05}").write_bytes(file.left)


if __name__ == "__main__":
    main()
