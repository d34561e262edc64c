"""Articles in one language load nothing that aligns two."""

import subprocess
import sys

_PROGRAM = """
import sys
import diffing
diffing.ledger(diffing.compare({left!r}, {right!r}))
print(any(name.startswith(("diffing.translation", "diffing.ledger.translated")) for name in sys.modules))
"""
_ENGLISH = "The bridge at Harlow Quay was closed on Monday after two people were hurt, the council said."
_GERMAN = "Die Brücke in Harlow Quay ist am Montag gesperrt worden. Zwei Menschen wurden verletzt, teilte der Rat mit."


def loads(left: str, right: str) -> bool:
    program = _PROGRAM.format(left=left, right=right)
    return subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout.strip() == b"True"


def test_one_language() -> None:
    assert not loads(_ENGLISH, _ENGLISH.replace("Monday", "Tuesday"))


def test_two_languages() -> None:
    assert loads(_ENGLISH, _GERMAN)
