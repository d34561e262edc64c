"""The summary in words and shares, and at the end of the page what it can be checked by.

12 unchanged, 3 rewritten, 1 only left · 78 % of the left kept
left.txt    1,218 bytes, utf-8, 206 words     SHA-256 6baff5f7...
"""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from diffing import __version__
from diffing.measures.metadata import metadata_changes
from diffing.measures.totals import total_words
from diffing.model import Article, WordCounts

from ...present.concealed import counted
from ...present.hidden_by_reader import hidden_by_reader
from ...present.labels import bounds, counts, kinship, percent, shares
from ...present.origins import origin
from ...text.words import how_many
from ..report import Original, Report
from .tagged import words

# Metadata that say where and when a text appeared, in the order they are shown.
_SHOWN = ("title", "author", "publisher", "published", "modified", "date", "version", "url")
_BAR = 1000


def summary(report: Report) -> Iterator[Markup]:
    """Yield the summary: rows by kind, the shares of words, and what else there is to know."""
    comparison = report.comparison
    own = total_words(comparison)
    parts = [f"Found: {counts(comparison)}.", f"{shares(comparison)[0]}.", *kinship(comparison)[:1], bounds(comparison)]
    if hidden := counted(comparison):
        parts.append(f"Hidden characters: {hidden}.")
    parts += (f"{line[0].upper()}{line[1:]}." for line in hidden_by_reader(comparison, report.ledger))
    said = " ".join(part for part in parts if part)
    yield Markup("<h2>In short</h2><p class=sum>{}</p>").format(words(said))
    if own.left.total:
        yield _bar(own.left)
    if changes := metadata_changes(comparison):
        yield Markup("<table class=meta><caption>Metadata that differ</caption>")
        for change in changes:
            yield Markup("<tr><th>{}</th><td>{}</td><td>{}</td></tr>").format(
                words(change.name), *(words("–" if value is None else value) for value in (change.left, change.right))
            )
        yield Markup("</table>")


def _bar(own: WordCounts) -> Markup:
    """Return the bar of what became of the left article's words; without styles of its own, which the page forbids."""
    parts = [
        ("translated", "k", own.translated_share),
        ("kept", "k", own.verbatim_share),
        ("in other words", "o", own.reworded_share),
        ("only left", "l", own.alone_share),
    ]
    # A translation has nothing in other words, and only a translation has something translated.
    parts = [part for part in parts if part[2] or (part[0] != "translated" and not own.translated)]
    drawn = []
    at = 0.0
    for _, style, share in parts:
        drawn.append(Markup('<rect class=b{} x="{:.0f}" width="{:.0f}" height=8 />').format(style, at, share * _BAR))
        at += share * _BAR
    said = [
        Markup("<span class=b{}>{} {} %</span>").format(style, name, percent(share)) for name, style, share in parts
    ]
    label = ", ".join(f"{name} {percent(share)} %" for name, _, share in parts)
    return Markup(
        '<svg class=bar viewBox="0 0 1000 8" preserveAspectRatio=none role=img '
        'aria-label="Of the words on the left: {}">{}</svg><p class=key>{}</p>'
    ).format(label, Markup("").join(drawn), Markup("").join(said))


def sources(report: Report) -> Iterator[Markup]:
    """Yield the table of both files, and with what the page was made."""
    originals: Sequence[Original | None] = tuple(report.originals) if report.originals else (None, None)
    yield Markup("<h2 id=sources>Sources</h2><div class=evid><table>")
    counted_words = total_words(report.comparison)
    for article, original, own in zip(report.comparison.articles, originals, counted_words, strict=True):
        yield _source(article, original, own)
    made = ", ".join(filter(None, (f"newsdiff {__version__}", report.options)))
    yield Markup("<tr><th>made by</th><td>{}</td></tr></table></div>").format(words(made))


def _source(article: Article, original: Original | None, own: WordCounts) -> Markup:
    known = dict(reversed([(field.name.lower(), field.value) for field in article.metadata]))
    facts = [f"{name}: {known[name]}" for name in _SHOWN if known.get(name)]
    read_as = origin(article)
    sizes = [how_many(original.size, "byte")] if original else []
    sizes += [read_as or article.encoding, how_many(own.total, "word")]
    lines = [words(fact) for fact in facts] + [words(", ".join(sizes))]
    if original:
        lines.append(Markup("<span class=sha>SHA-256 {}</span>").format(original.sha256))
    return Markup("<tr><th>{}</th><td>{}</td></tr>").format(words(article.source), Markup("<br>").join(lines))
