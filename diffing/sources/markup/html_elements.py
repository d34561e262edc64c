"""Elements of HTML by what they do to the words in them: which ones end a paragraph, which are never shown.

<p> <li> <h2>            a paragraph, an item, a heading
<time> <label> <button>  words of the sentence they stand in
<script> <select>        no words of the page
"""

from diffing.model import Role

SKIPPED = frozenset(
    (
        *("script", "style", "title", "template", "noscript", "noframes", "iframe", "object", "embed", "svg"),
        *("canvas", "video", "audio", "head", "link", "meta", "base", "param", "textarea", "select"),
        *("option", "optgroup", "datalist", "input", "meter", "progress", "map", "area", "rt", "rp"),
        *("annotation", "annotation-xml"),
    )
)
"""Elements without words of the text, with all that is in them. Such as <noscript> are for other programs."""

BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"),
        *("dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
        *("frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li"),
        *("listing", "main", "menu", "nav", "ol", "p", "plaintext", "pre", "search", "section", "summary"),
        *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp"),
    )
)
"""Elements that begin and end paragraphs."""

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
"""Elements that have no end."""

FORMS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Role.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), Role.ITEM),
    "blockquote": Role.QUOTATION,
    "caption": Role.CAPTION,
    "figcaption": Role.CAPTION,
}
"""The role of the paragraphs in an element."""

PREFORMATTED = frozenset(("pre", "listing", "xmp", "plaintext"))
"""Elements whose line ends are meant."""

STRUCK = frozenset(("s", "strike"))
"""Elements whose words are struck out; <del> too, unless the wording before it is read."""

CELLS = frozenset(("td", "th"))

APART = frozenset(("a", "button", "label", "time", "span"))
"""Inline elements that are words of their own where no sentence is: a menu has no spaces between its links."""

LABELS = frozenset(("b", "strong"))
"""Elements that may be the label of what stands behind them, where no sentence is."""

CREDITS = ("credit", "source", "copyright", "agency")
"""Parts of the classes of elements that name the maker of a picture, or the agency, apart from the words before."""

PROSE = frozenset(("p", "blockquote", "figcaption", "caption", "pre"))
"""Elements that hold sentences: an inline element in them may begin within a word.

Other blocks do where words stand right in them; else they hold links and other things beside each other.
"""

COMMENTS = frozenset(
    (
        *("comments", "comment-list", "commentlist", "comments-area", "comment-section", "comments-section"),
        *("comment-thread", "comments-list", "disqus_thread", "fb-comments", "kommentare", "commentaires"),
        *("comentarios", "commenti", "reacties"),
    )
)
"""The ids and classes of lists of readers' comments."""

NOTES = frozenset(("footnotes", "endnotes", "references"))
"""The ids and classes of lists of notes."""

NOTE_ROLES = frozenset(("doc-endnotes", "doc-footnote", "doc-endnote"))

PAGE_ROLES = {
    "navigation": Role.MENU,
    "menu": Role.MENU,
    "menubar": Role.MENU,
    "banner": Role.HEADER,
    "contentinfo": Role.FOOTER,
    "complementary": Role.ASIDE,
}
"""The parts of a page by the attribute `role`."""

PAGE_TAGS = {"nav": Role.MENU, "menu": Role.MENU, "aside": Role.ASIDE}

PAGE_ENDS = {"header": Role.HEADER, "footer": Role.FOOTER}
"""The ends of a page; in an article they are the article's."""

TOOLBARS = frozenset(("wm-ipp-base", "wm-ipp", "wm-ipp-print", "donato"))
"""The ids of what archives put on a page."""
