"""Mails, as programs save them (.eml), and boxes of mails (mbox).

    From: Nora Lind <lind@a.test>            author, published and title in the metadata
    Subject: Dam holds
    Content-Type: multipart/alternative      the HTML, or the plain text where that has much more of the mail

Attached files are named in the metadata, and not read.
"""

from dataclasses import replace

from diffing.model import MetadataField, Reading
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Document
from diffing.sources.limits import UnreadableError
from diffing.sources.markup.bodies import Body, richest
from diffing.sources.markup.fields import chosen, counted, fields, joined, others
from diffing.sources.messages.headers import end_of_headers, headers
from diffing.sources.messages.mail_text import mail_blocks
from diffing.sources.messages.mime import Part, decoded_header, leaves, message, parameters
from diffing.sources.messages.pages import HTML
from diffing.sources.registry import Reader, ReadOptions, Sample, decoded_text

_MBOX = lazy_pattern(rb"(?:\A|\n\r?\n)From [^\r\n]{1,200}\d\d:\d\d[^\r\n]{0,40}\r?\n(?=[A-Za-z-]+:)")
# Headers that programs write, and those that a person sees; a text that only looks like a mail lacks the first.
_OF_PROGRAMS = frozenset(("message-id", "mime-version", "received", "return-path", "delivered-to", "content-type"))
_OF_PEOPLE = frozenset(("from", "subject", "date", "to"))
_WRITTEN_SO = lazy_pattern(r"(?:From [^\n]*\n)?[A-Za-z-]{2,40}:[ \t]?\S")


def is_message(text: str) -> set[str]:
    """Return the names of the headers that a text begins with; none where it does not begin like a message."""
    if not _WRITTEN_SO.match(text):
        return set()
    content = text.encode("utf-8", "replace")
    start = content.find(b"\n") + 1 if content.startswith(b"From ") else 0
    return set(headers(content[start : end_of_headers(content, start)[0]]))


def _recognise(sample: Sample) -> float:
    names = is_message(sample.text)
    return 0.9 if names & _OF_PROGRAMS and len(names & _OF_PEOPLE) > 1 else 0.0


def _read(content: bytes, options: ReadOptions) -> Document:
    mails = _mails(content)
    addresses = [_addresses(mail) for mail in mails] if options.item is not None else [()] * len(mails)
    document = _document(message(mails[chosen(addresses, options.item, "mail")]), options)
    return replace(document, notes=(*document.notes, *others(len(mails))))


def _mails(content: bytes) -> list[bytes]:
    """Return the mails of a box; a file without the lines that part them is one mail."""
    found = list(_MBOX.finditer(content))
    if not found or found[0].start() > 0:
        return [content]
    ends = [match.start() for match in found[1:]]
    return [content[match.end() : end] for match, end in zip(found, [*ends, len(content)], strict=True)]


def _addresses(mail: bytes) -> tuple[str, ...]:
    own = headers(mail[: end_of_headers(mail)[0]]).get("message-id", "")
    return (own, own.strip("<> ")) if own else ()


def _document(mail: Part, options: ReadOptions) -> Document:
    body, encoding, alternates = _body(mail, options)
    if not body.blocks:
        raise UnreadableError("is a mail without a text")
    return Document(body.blocks, encoding, _metadata(mail), (*body.notes, *counted(Reading.ALTERNATES, alternates)))


def _metadata(mail: Part) -> tuple[MetadataField, ...]:
    def header(name: str) -> str:
        return decoded_header(mail.fields.get(name, ""))

    return fields(
        title=header("subject"),
        author=header("from"),
        published=header("date"),
        url=header("archived-at").strip("<>"),
        language=header("content-language"),
        publisher=header("organization"),
        attachments=joined(part.name or part.media_type for part in leaves(mail) if _is_beside(part)),
    )


def _is_beside(part: Part) -> bool:
    """Return whether a part is a file beside the text, or a picture in it."""
    return part.is_attached or not part.media_type.startswith("text/") or (part.name != "" and not part.inner)


def _body(part: Part, options: ReadOptions) -> tuple[Body, str, int]:
    """Return the text of a part, its encoding, and the number of other forms of it that are not read."""
    if not part.inner:
        body, encoding = _leaf(part, options)
        return body, encoding, 0
    if part.media_type == "multipart/alternative":
        return _best(part, options)
    inner = part.inner
    if part.media_type == "multipart/related":
        start = parameters(part.fields.get("content-type", "")).get("start", "")
        named = [each for each in inner if start and each.fields.get("content-id", "") == start]
        inner = tuple(named or inner[:1])
    found = [_body(each, options) for each in inner if each.inner or not _is_beside(each)]
    blocks = [block for body, _, _ in found for block in body.blocks]
    notes = tuple(note for body, _, _ in found for note in body.notes)
    encodings = [encoding for body, encoding, _ in found if body.blocks]
    return Body(blocks, notes), encodings[0] if encodings else "utf-8", sum(count for _, _, count in found)


def _best(part: Part, options: ReadOptions) -> tuple[Body, str, int]:
    """Return the form of a text that is read: the last one, which its sender likes best, if it has as much."""
    forms = [_body(each, options) for each in reversed(part.inner)]
    forms = [form for form in forms if form[0].blocks]
    if not forms:
        return Body([]), "utf-8", 0
    best = richest([body for body, _, _ in forms])
    body, encoding, count = next(form for form in forms if form[0] is best)
    return body, encoding, count + len(forms) - 1


def _leaf(part: Part, options: ReadOptions) -> tuple[Body, str]:
    if part.media_type in HTML:
        from diffing.sources.markup.html_blocks import fragment_content

        text, encoding = decoded_text(part.body, replace(options, declared=part.charset))
        content = fragment_content(text, options.revisions)
        return Body(list(content.blocks), content.notes), encoding
    if part.media_type != "text/plain":
        return Body([]), "utf-8"
    text, encoding = decoded_text(part.body, replace(options, declared=part.charset))
    how = parameters(part.fields.get("content-type", ""))
    is_flowed = how.get("format", "").lower() == "flowed"
    return Body(mail_blocks(text, is_flowed, how.get("delsp", "").lower() == "yes")), encoding


READER = Reader("email", _recognise, _read, has_items=True)
