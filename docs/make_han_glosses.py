"""Generate what Han characters mean in English: `python -m docs.make_han_glosses UNIHAN`.

    父	father      火	fir fla burn

UNIHAN is the folder with the files Unihan_*.txt of the Unicode Character Database. Of each character that Japanese
schools teach, or that is among the frequent ones of modern Chinese, the file has the stems of the first words of its
definition. It is diffing/translation/words/han.txt.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import regex

from diffing.text.character_forms import folded_han
from diffing.translation.stems import folded, stem
from diffing.translation.tables import table

_FILE = Path(__file__).parent.parent / "diffing" / "translation" / "words" / "han.txt"
_FREQUENT = {"kHanyuPinlu", "kJoyoKanji"}
# Parts of dates, which are read as such.
_IN_DATES = frozenset("年月日")
_FILES = ("Unihan_Readings.txt", "Unihan_OtherMappings.txt")
# Words of a definition that are kept, the letters of one at least, and words of a phrase, whose last one counts.
_MOST, _LEAST, _LONGEST = 3, 3, 2
# Words about characters, and words of grammar, which have no counterpart of their own in many languages.
_NO_MEANING = """
    radical kangxi number variant surname particle measure classifier prefix suffix phonetic personal pronoun branch
    he she her him his hers they them their theirs its you your yours thou our ours who whom whose which what the this
    that these those such same other another all any every each both some many much more most very also too only just
    and but not for nor with from into upon out off over under until still already yet again then there here where when
    why how therefore because thus hence although though have has had are was were been being does did will shall can
    could may might must should would let own
"""


def _fields(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield each character, a field, and its value."""
    for name in _FILES:
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            if line.startswith("U+"):
                code, field, value = line.split("\t", 2)
                yield chr(int(code[2:], 16)), field, value


def _stems(definition: str, without: frozenset[str]) -> Iterator[str]:
    """Yield the stems of the words of a definition, of meanings without any of some words."""
    plain = regex.sub(r"\([^)]*\)", "", definition)
    for meaning in regex.split("[;,]", plain):
        words = regex.findall(r"[a-z]+", regex.sub(r"^\s*(?:to|an?|the)\s+", "", meaning.lower()))
        if words and len(words) <= _LONGEST and len(words[-1]) >= _LEAST and without.isdisjoint(words):
            yield stem(folded(words[-1]))


def main() -> None:
    """Write the file."""
    frequent: set[str] = set()
    definitions: dict[str, str] = {}
    for character, field, value in _fields(Path(sys.argv[1])):
        if field in _FREQUENT:
            frequent.add(character)
        elif field == "kDefinition":
            definitions[character] = value
    numbers, without = table("en").numbers, frozenset(_NO_MEANING.split())
    found: defaultdict[str, list[str]] = defaultdict(list)
    for character in sorted((frequent & definitions.keys()) - _IN_DATES):
        own = found[folded_han(character)]
        stems = dict.fromkeys(_stems(definitions[character], without))
        own += [one for one in stems if one not in own and one not in numbers]
    lines = [f"{character}\t{' '.join(own[:_MOST])}" for character, own in sorted(found.items()) if own]
    _FILE.write_text("\n".join([*lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
