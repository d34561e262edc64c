"""Function words, which carry grammar and no content, in seven languages; and the content words of a text.

    The measures include an embargo in force   ->   content words: measures include embargo force

Function words survive any rewriting, so a kept 'the' between two changed words says nothing and becomes part of the
change. A language without a list here loses a little of that. 'us' is missing on purpose: in the news it is mostly the
US.
"""

from collections.abc import Iterable

_ENGLISH = """
    a about after all also although am an and any are as at be because been before being both but by
    can could did do does doing during each else even ever for from had has have having he her hers
    him his how however i if in into is it its itself just may me might more most much must my nor
    not now of off on once one only onto or other our out over own same shall she should since so
    some such than that the their them then there these they this those though through thus to too
    toward towards under until up upon very was we were what when where whether which while who
    whom whose why will with within would yet you your
"""
_GERMAN = """
    aber als am an auch auf aus bei bin bis da damit dann das dass dem den denn der des die dies
    diese diesem diesen dieser dieses doch du durch ein eine einem einen einer eines er es euch für
    hat hatte hatten habe haben ich ihm ihn ihnen ihr ihre im in ins ist kann man mit nach nicht noch
    nun nur ob oder sei sein seine sich sie sind so über um und uns unter vom von vor war waren was
    wenn werden wie wird wir wurde wurden zu zum zur
"""
_FRENCH = """
    à au aux avec car ce ces cet cette comme dans de des du elle elles en est et était ils il je la le
    les leur leurs lui mais ne nous on ont ou où par pas plus pour qu que qui sa se ses son sont sur
    un une vous y
"""
_SPANISH = """
    a al como con cual cuando de del desde el ella ellos en entre era es esta este esto está fue ha
    había han hasta la las le les lo los más me mi muy ni no nos o para pero por porque que se ser si
    sin sobre son su sus también un una uno unos y ya
"""
_ITALIAN = """
    ai al alla alle che chi con da dal dalla degli dei del della delle di e gli il lo loro ma nel nella
    non per più quando questa questo sono sul sulla una uno
"""
_PORTUGUESE = """
    ao aos as com da das dele do dos ela ele em essa esse foi mais mas na nas não no nos os ou para
    pela pelo quando são sem seu sua também um uma
"""
_DUTCH = """
    aan bij dan dat de die dit door een en het hij hun is maar met naar niet ook op te uit van voor
    was werd wordt zich zij zijn
"""

FUNCTION_WORDS_OF = {
    "en": frozenset(_ENGLISH.split()),
    "de": frozenset(_GERMAN.split()),
    "fr": frozenset(_FRENCH.split()),
    "es": frozenset(_SPANISH.split()),
    "it": frozenset(_ITALIAN.split()),
    "pt": frozenset(_PORTUGUESE.split()),
    "nl": frozenset(_DUTCH.split()),
}
"""Function words by the code of their language."""

FUNCTION_WORDS = frozenset().union(*FUNCTION_WORDS_OF.values())
"""Those of all languages."""


def function_words(language: str) -> frozenset[str]:
    """Return the function words of a language by its code; those of all languages if it has no list."""
    return FUNCTION_WORDS_OF.get(language, FUNCTION_WORDS)


def content_words(forms: Iterable[str], language: str = "") -> list[str]:
    """Return the compared forms that are no function words of the language, in order; see function_words."""
    known = function_words(language)
    return [form for form in forms if form not in known]
