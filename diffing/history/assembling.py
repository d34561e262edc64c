"""Put a history together from steps that are made, without comparing: the screen gets them from another process.

versions, their steps, and the comparison of the first with the last version   ->   lines, lanes, disagreements
"""

from collections.abc import Sequence

from diffing.history.direct import disagreements
from diffing.history.facts import VersionFacts
from diffing.history.lanes import lanes
from diffing.history.lines import paragraph_lines
from diffing.history.model import History, Step, Version
from diffing.model import Comparison


def assembled(versions: Sequence[Version], steps: Sequence[Step], direct: Comparison | None) -> History:
    """Return the history of versions and their steps. `direct` compares the first with the last version."""
    lines = paragraph_lines(versions, steps)
    facts = VersionFacts(versions, steps)
    return History(
        tuple(versions),
        tuple(steps),
        lines,
        lanes(facts, lines),
        disagreements(steps, lines, direct) if direct is not None else (),
    )
