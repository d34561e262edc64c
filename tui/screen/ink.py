"""Looks of newsdiff's own lines: one rule for the articles, the answer, the lists and the status line.

    Content.assemble("Two → ", ("Three", MATTERS), " dead ", ("¶4", DIM))

In the articles what matters stands on a ground of its own besides. The stylesheet has the same looks for them; a test
compares the two.
"""

from ..view.pieces import Look

MATTERS = "bold $matters"
"""Look of what matters in a line of newsdiff's own."""
MATTERS_IN_TEXT = "bold $matters on $matters-ground"
"""Look of what matters among the words of an article."""
AT_CURSOR = "bold reverse $matters on $matters-cursor"
"""The one change the reader is at, everywhere it stands: the colour of the page on that of what matters."""
DIM = "$dim"
"""Labels, numbers, context."""
NOTE = "italic $dim"
"""Notes by newsdiff among the words of the articles."""
LOOKS = {
    Look.PLAIN: "",
    Look.DIM: DIM,
    Look.STRONG: "bold",
    Look.MATTERS: MATTERS,
    Look.CURSOR: AT_CURSOR,
    Look.NEW: "underline $added",
    Look.GONE: "$omitted",
    Look.BACK: "$added",
}
"""Looks of the pieces of lanes, wordings, and the line of versions."""
