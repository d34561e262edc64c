"""Pages of MediaWiki with their revisions in XML, as Special:Export and the dumps give them.

    <mediawiki><page><title>Lurvik Dam</title>
    <revision><id>7</id><timestamp>2026-03-03T09:00:00Z</timestamp><text>At least 14 died.</text></revision>
    <revision><id>9</id> ...        the last revision of the first page; --item 1 or --item 7 is the one above

The title is the headline, as on the page.
"""

from typing import TYPE_CHECKING, NamedTuple

from diffing.model import Role
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Block, Document
from diffing.sources.limits import UnreadableError
from diffing.sources.markup.fields import chosen, fields, others
from diffing.sources.markup.safe_xml import child, children, local_name, parsed, text_of
from diffing.sources.readers.mediawiki import wiki_blocks
from diffing.sources.registry import Reader, ReadOptions, Sample

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOT = lazy_pattern(r"\s*(?:<\?xml[^>]*>\s*)?<mediawiki[\s>]")


class _Revision(NamedTuple):
    """A revision, and the page that it is of."""

    page: "Element"
    revision: "Element"

    @property
    def words(self) -> str:
        """The wiki text, as it is written."""
        text = child(self.revision, "text")
        return "" if text is None else text.text or ""


def _recognise(sample: Sample) -> float:
    return 0.95 if _ROOT.match(sample.text) else 0.0


def _read(content: bytes, options: ReadOptions) -> Document:
    root = parsed(content, options)
    if local_name(root) != "mediawiki":
        raise UnreadableError("is no export of MediaWiki")
    found = [_Revision(page, revision) for page in children(root, "page") for revision in children(page, "revision")]
    if not found:
        raise UnreadableError("is an export of MediaWiki without a page")
    if options.item is None:
        number = max(at for at, one in enumerate(found) if one.page is found[0].page)
    else:
        addresses = [[text_of(child(one.revision, name)) for name in ("id", "timestamp")] for one in found]
        number = chosen(addresses, options.item, "revision")
    return _document(found[number], len(found))


def _document(one: _Revision, count: int) -> Document:
    """Return a revision as a document; `count` is the number of revisions in the file."""
    blocks, notes = wiki_blocks(one.words)
    if not blocks:
        raise UnreadableError("is an export of MediaWiki whose revision has no text: it was deleted, or left out")
    title = text_of(child(one.page, "title"))
    return Document(
        [Block(title, Role.HEADING), *blocks] if title else blocks,
        metadata=fields(
            title=title,
            author=text_of(child(one.revision, "contributor", "username"))
            or text_of(child(one.revision, "contributor", "ip")),
            modified=text_of(child(one.revision, "timestamp")),
            version=text_of(child(one.revision, "id")),
            note=text_of(child(one.revision, "comment")),
        ),
        notes=(*notes, *others(count)),
    )


READER = Reader("wiki-export", _recognise, _read, has_items=True)
