"""Text as XML of Word: escaped, with every character that XML forbids made visible.

    A < B      <w:t xml:space="preserve">A &lt; B</w:t>
    a␛b        for a text with the control character ESC between a and b

All other characters are the author's, also those that steer the direction of writing: the accepted or rejected document
has the very text of an article.
"""

from diffing.patterns import lazy_pattern

from ...text.sanitize import REPLACEMENT, visible

# Characters that XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets), and the carriage return, which it changes.
_FORBIDDEN = lazy_pattern("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def escaped(text: str) -> str:
    """Return a text as the content of an element or an attribute; a tab or line feed stays what it is."""
    if not text.isprintable():
        text = _FORBIDDEN.sub(lambda found: REPLACEMENT if found[0] >= "\ufffe" else visible(found[0]), text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def text_element(text: str, tag: str) -> str:
    """Return the elements of a text in a run: of words, and of tabs."""
    parts = (f'<{tag} xml:space="preserve">{part}</{tag}>' if part else "" for part in escaped(text).split("\t"))
    return "<w:tab/>".join(parts)
