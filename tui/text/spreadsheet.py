"""Text as a cell of a spreadsheet that no program takes for a formula.

=HYPERLINK("...")    '=HYPERLINK("...")
-12 degrees          '-12 degrees
"""

from .sanitize import visible

# A cell that begins so is a formula; in Japanese and Chinese programs also one with the wide forms of the signs.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def cell(text: str) -> str:
    """Return a text on one line, safe for a terminal, with an apostrophe before what would be a formula."""
    shown = visible(text)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown
