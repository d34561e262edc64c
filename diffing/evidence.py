"""Why a link was made, in what a reader can check on the page.

left 4 - right 6   similarity .49, the next best is left 9 with .17 (margin .32)
                   both have: 2019  embargo  crude
"""

from dataclasses import dataclass

from diffing.model import Evidence as Evidence
from diffing.model import Link


@dataclass(frozen=True, slots=True)
class Alignment:
    """The links of two articles by their first left paragraph, each with its evidence.

    `bounded` says that the articles were too large or too repetitive to weigh every candidate, so that
    links may be missing.
    """

    links: tuple[Link, ...]
    evidence: tuple[Evidence, ...]
    bounded: bool = False

    def __post_init__(self) -> None:
        if len(self.links) != len(self.evidence):
            raise ValueError("each link has its evidence")
