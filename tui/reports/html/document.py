"""The whole page in pieces: one file with its styles and its script inside, and a policy that forbids all else.

The same comparison gives the same bytes: there is no clock in it, and no path but the names as they were given.
"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files

from markupsafe import Markup

from diffing.model import Pair

from ...present.heads import headlines
from ...present.reviews import settled
from ...present.tally import BETWEEN, changes_counted
from ..report import Report
from . import articles as side_by_side
from .changes import top
from .edge import edge
from .evidence import sources, summary
from .marks import Changes
from .tagged import words, written_in


def html_pieces(report: Report) -> Iterator[str]:
    """Yield the page piece by piece: that of a book is too large for one string."""
    comparison = report.comparison
    changes = Changes(comparison, report.ledger)
    names = Pair(*(words(article.source) for article in comparison.articles))
    files = Markup("{} → {}").format(*names)
    languages = report.languages()
    headline, heading = headed(headlines(comparison), languages)
    more_styles = "" if comparison.languages is None else "translation.css"
    opening, closing = frame(Markup("{} · {}").format(headline, files) if headline else files, more_styles)
    yield opening
    yield Markup("<header>{0}<{1} class=files><span><b>{2}</b> → <b>{3}</b></span><span>{4}</span></{1}>").format(
        heading, "p" if headline else "h1", names.left, names.right, words(_counted(report))
    )
    yield from top(report, changes)
    yield Markup("</header><main>")
    yield from summary(report)
    yield _LEGEND if comparison.languages is None else _LEGEND_OF_TRANSLATION
    yield side_by_side.columns(comparison)
    notes = report.review.rows if report.review is not None else {}
    yield from side_by_side.Articles(comparison, changes, languages, notes).rows()
    yield from sources(report)
    yield Markup("</main>")
    yield from edge(comparison.rows, changes)
    yield closing


def headed(headlines: Pair[str], languages: Pair[str]) -> tuple[Markup, Markup]:
    """Return the headline of the right article, or of the left one if the right has none, alone and as a heading."""
    headline, language = (headlines.right, languages.right) if headlines.right else (headlines.left, languages.left)
    if not headline:
        return Markup(), Markup()
    shown = words(headline)
    return shown, Markup("<h1 class=title{}>{}</h1>").format(written_in(headline, language), shown)


def frame(title: Markup, more_styles: str = "") -> tuple[Markup, Markup]:
    """Return what stands before and behind the content of a page, with a policy that forbids all but its own parts.

    `more_styles` names another file of styles for a page with a history or a translation.
    """
    style, script = _asset("page.css"), _asset("page.js")
    if more_styles:
        style = f"{style}\n{_asset(more_styles)}"
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'; "
        "form-action 'none'"
    )
    opening = _HEAD.format(policy=policy, title=title, style=Markup(style))
    return opening, Markup("<script>{}</script></body></html>\n").format(Markup(script))


_HEAD = Markup(
    "<!doctype html><html lang=en><head><meta charset=utf-8>"
    '<meta http-equiv=Content-Security-Policy content="{policy}">'
    '<meta name=viewport content="width=device-width,initial-scale=1"><meta name=color-scheme content="light dark">'
    "<title>{title} · newsdiff</title><style>{style}</style></head><body>"
)
SIGNS_EXPLAINED = Markup(
    "<span><mark>matters</mark> &nbsp; <del>only left</del> &nbsp; <ins>only right</ins> "
    "&nbsp; <span class=w>in other words</span> &nbsp; <i class=m>moved</i></span>"
)
_LEGEND = Markup(
    "<h2 id=articles>The articles{}</h2>"
    "<p class=on><input type=checkbox id=typo><label for=typo>show differences of typography</label></p>"
).format(SIGNS_EXPLAINED)


_LEGEND_OF_TRANSLATION = Markup(
    "<h2 id=articles>The articles<span><mark>differs</mark> &nbsp; <del>only left</del> &nbsp; <ins>only right</ins>"
    "</span></h2><p class=on>A sentence under the mouse is lit on both sides.</p>"
)


def _counted(report: Report) -> str:
    """Return how many changes there are, in the words of the screen's title."""
    if report.ledger is None:
        return ""
    checked = settled(report.review) if report.review is not None else ""
    return BETWEEN.join(filter(None, (changes_counted(report.ledger, report.comparison)[0], checked)))


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8").strip()


def _digest(text: str) -> str:
    """Return the hash by which a policy allows a style or a script (Content Security Policy, level 2)."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
