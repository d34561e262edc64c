"""Units that every language writes with the same sign: metric units with their prefixes.

    10 MW   5 mW   3 TB   50 kHz   2 kWh   5 µg

The case of a sign matters: MW are megawatts and mW are milliwatts. Units that a language writes in its own words stand
in its lexicon, and so do the signs that it writes in any case.
"""

from collections.abc import Iterator
from fractions import Fraction

_PREFIXES = {
    "n": Fraction(1, 10**9),
    "µ": Fraction(1, 10**6),
    "μ": Fraction(1, 10**6),
    "m": Fraction(1, 10**3),
    "c": Fraction(1, 100),
    "h": Fraction(100),
    "k": Fraction(10**3),
    "K": Fraction(10**3),
    "M": Fraction(10**6),
    "G": Fraction(10**9),
    "T": Fraction(10**12),
    "P": Fraction(10**15),
}
# Kind of quantity, sign, size in the base unit of the kind, and the prefixes that texts use with the sign. Only these
# are listed: 'TV' and 'PM' are no teravolts and petametres.
_BASES = (
    ("length", "m", Fraction(1), "nµμmck"),
    ("weight", "g", Fraction(1), "nµμmk"),
    ("volume", "l", Fraction(1), "µμmch"),
    ("volume", "L", Fraction(1), "µμmh"),
    ("power", "W", Fraction(1), "mkMGT"),
    ("energy", "Wh", Fraction(1), "mkMGT"),
    ("energy", "J", Fraction(1, 3600), "mkMGT"),
    ("frequency", "Hz", Fraction(1), "mkMGT"),
    ("data", "B", Fraction(1), "kKMGTP"),
    ("data", "b", Fraction(1, 8), "kKMGT"),
    ("data", "bit", Fraction(1, 8), "kKMGT"),
    ("pressure", "Pa", Fraction(1), "mhkMG"),
    ("voltage", "V", Fraction(1), "mkM"),
    ("current", "A", Fraction(1), "µμmk"),
    ("dose", "Sv", Fraction(1), "nµμmM"),
    ("force", "N", Fraction(1), "mkM"),
)
_NAMED = {
    **{
        prefix + sign: ("data rate", _PREFIXES[prefix])
        for prefix in "kMGT"
        for sign in ("bit/s", "b/s", "bps", "bits/s")
    },
    **{prefix + "B/s": ("data rate", 8 * _PREFIXES[prefix]) for prefix in "kMGT"},
    "Wh": ("energy", Fraction(1)),
    "Hz": ("frequency", Fraction(1)),
    "W": ("power", Fraction(1)),
    "g": ("weight", Fraction(1)),
    "t": ("weight", Fraction(10**6)),
    "m/s": ("speed", Fraction(36, 10)),
    "km/s": ("speed", Fraction(3600)),
}
"""Other signs that are no word and no letter of their own, with their kinds and sizes."""

# Words with such a prefix are spelled alike in most languages: megawatt, Megawatt, mégawatts, megavatios.
_PREFIX_WORDS = {
    "nano": Fraction(1, 10**9),
    "micro": Fraction(1, 10**6),
    "milli": Fraction(1, 10**3),
    "mili": Fraction(1, 10**3),
    "kilo": Fraction(10**3),
    "mega": Fraction(10**6),
    "giga": Fraction(10**9),
    "tera": Fraction(10**12),
    "peta": Fraction(10**15),
}
_BASE_WORDS = {
    "power": ("watt", "watts", "vatio", "vatios"),
    "energy": ("watt hour", "watt hours", "watt-hour", "watt-hours", "wattstunden", "watt-heure", "watt-heures"),
    "frequency": ("hertz", "hercio", "hercios"),
    "data": ("byte", "bytes", "octet", "octets"),
    "data rate": (
        "bits per second",
        "bit per second",
        "bits pro sekunde",
        "bit pro sekunde",
        "bits par seconde",
        "bits por segundo",
    ),
    "weight": ("gram", "grams", "gramme", "grammes", "gramm", "gramo", "gramos"),
    "pressure": ("pascal", "pascals"),
    "voltage": ("volt", "volts", "voltios"),
}

PREFIXED = frozenset(
    {
        "power",
        "horsepower",
        "energy",
        "frequency",
        "data",
        "data rate",
        "pressure",
        "voltage",
        "current",
        "dose",
        "force",
    }
)
"""Kinds of quantities with a prefix, and horsepower; the other kinds stand in every lexicon."""


def _signs() -> Iterator[tuple[str, tuple[str, Fraction]]]:
    """Yield each sign with its kind and its size in the base unit of the kind."""
    for kind, sign, size, prefixes in _BASES:
        for prefix in prefixes:
            yield prefix + sign, (kind, _PREFIXES[prefix] * size)
    yield from _NAMED.items()


UNIT_SIGNS: dict[str, tuple[str, Fraction]] = dict(_signs())
"""Sign as written -> kind and size in the base unit of the kind."""

UNIT_WORDS: dict[str, tuple[str, Fraction]] = {
    prefix + word: (kind, size)
    for kind, words in _BASE_WORDS.items()
    for word in words
    for prefix, size in (*_PREFIX_WORDS.items(), ("", Fraction(1)))
}
"""Folded word -> kind and size in the base unit of the kind."""
