"""Signs of units whose case makes another unit: MW and mW, MB and Mb.

makes 10 MW | makes 10 mW     two tokens of other forms: mega- and milliwatts
makes 10 MW | makes 10 mw     one form: 'mw' is no sign of a unit, but a careless MW
"""

from typing import TYPE_CHECKING

from diffing.model import Pair
from diffing.patterns import lazy_pattern

if TYPE_CHECKING:  # tokens.py imports this module
    from diffing.text.tokens import Token

# A sign behind a figure that is another one with its first or its last letter in the other case.
_SIGN = lazy_pattern(r"\d[ \u00a0\u2009\u202f]?((?:[mM](?:Wh?|V|Pa|Hz|J|Sv|g|N)|[kKMGT](?:bit|[bB]))(?!\w))")


def with_unit_case(texts: Pair[str], tokens: "Pair[list[Token]]") -> "Pair[list[Token]]":
    """Return the tokens of both texts; signs that the other text writes as another unit have forms with their case."""
    found = texts.map(lambda text: {match.end(1): _sign(match[1]) for match in _SIGN.finditer(text)})
    own, other = (set(side.values()) for side in found)
    differing = {sign.casefold() for sign in own - other} & {sign.casefold() for sign in other - own}
    if not differing:
        return tokens
    return Pair(
        *(
            [
                token._replace(form=f"{token.form[: -len(sign)]}{sign}") if sign.casefold() in differing else token
                for token in side
                for sign in (signs.get(token.end, ""),)
            ]
            for side, signs in zip(tokens, found, strict=True)
        )
    )


def _sign(written: str) -> str:
    """Return a sign with the one prefix that is written in both cases as it should be: 5 KB are 5 kB."""
    return written.replace("K", "k")
