"""Function words, which carry grammar and no content, in eight languages; and the content words of a text.

    The measures include an embargo in force   ->   content words: measures include embargo force

Function words survive any rewriting, so a kept 'the' between two changed words says nothing and becomes part of the
change. A language without a list here loses a little of that. 'us' is missing on purpose: in the news it is mostly the
US; and so are words of one language that are names or content in another, such as the Dutch 'ten' and 'men'. Their
lists are united for texts of an unknown language.
"""

from collections.abc import Iterable
from functools import cache

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
    a agli ai al alla alle allo anche avere che chi ci con cui da dagli dai dal dalla dalle degli
    dei del dell della delle dello di e ed era erano essere fra gli ha hanno i il in l la le lo
    loro ma ne negli nei nel nell nella nelle nello non o per perche più piu quando quella quelle
    quelli quello questa queste questi questo se si sia siano sono stata stati stato su sua sui
    sul sull sulla sulle suo suoi tra un una uno
"""
_PORTUGUESE = """
    a ao aos as com da das de dela delas dele deles do dos e ela elas ele eles em era eram essa
    esse esta estas este estes foi foram ha isso isto ja lhe lhes mais mas na nas nao não no nos
    num numa o os ou para pela pelas pelo pelos por quando que se são sao ser sem seu seus so sua
    suas também tambem tem um uma
"""
_DUTCH = """
    aan als bij dan dat de deze die dit door dus een en er haar had hadden heeft hem het hij hun
    ik in is kan maar meer met mijn naar niet nog nu of om omdat onder ons onze ook op over te
    tegen tussen uit van veel voor waar was wat we wel werd werden wie wij wil worden wordt zal ze
    zich zij zijn zo zou
"""
_RUSSIAN = """
    а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для
    до ее ей ему если есть еще же за здесь и из или им их к как когда который которая которое
    которые которого которой которых ли либо между меня мы на над нас него нее ней ним них но о об
    однако он она они оно от перед по под после при про с сам со также там тем то того той только
    тот у уже хотя чем что чтобы эта эти это этого этой этом этот этих я
"""

FUNCTION_WORDS_OF = {
    "en": frozenset(_ENGLISH.split()),
    "de": frozenset(_GERMAN.split()),
    "fr": frozenset(_FRENCH.split()),
    "es": frozenset(_SPANISH.split()),
    "it": frozenset(_ITALIAN.split()),
    "pt": frozenset(_PORTUGUESE.split()),
    "nl": frozenset(_DUTCH.split()),
    "ru": frozenset(_RUSSIAN.split()),
}
"""Function words by the code of their language."""

FUNCTION_WORDS = frozenset().union(*FUNCTION_WORDS_OF.values())
"""Those of all languages."""


def function_words(language: str) -> frozenset[str]:
    """Return the function words of a language as they are written; those of all languages if it has no list."""
    return FUNCTION_WORDS_OF.get(language, FUNCTION_WORDS)


@cache
def function_forms(language: str) -> frozenset[str]:
    """Return the function words of a language in the forms of compared words and of folded texts: fur, tambien, bez.

    Those of a language without a list are as they are written: the forms of one language are names in another (Uber).
    """
    if language not in FUNCTION_WORDS_OF:
        return FUNCTION_WORDS
    # The screen needs the words only as they are written, and opens at once.
    from diffing.text.folding import folded
    from diffing.text.words import compared_form

    return frozenset(form for word in function_words(language) for form in (compared_form(word), folded(word).text))


def content_words(forms: Iterable[str], language: str = "") -> list[str]:
    """Return the compared forms that are no function words of the language, in order; see function_forms."""
    known = function_forms(language)
    return [form for form in forms if form not in known]
