"""The words around a quotation in its sentence, by which its counterpart is found although its own words are others.

Soto would only say that “it is too heavy”.  |  Soto would only say that it was “bigger than hoped”.     one frame
Soto called it “too heavy”.                  |  The mayor of Lisk called for “more time for all”.         two frames
"""

from collections import Counter

from diffing.ledger.core.correspondence import Correspondence
from diffing.ledger.quotations.extract import Quotation
from diffing.ledger.quotations.speakers import same_name
from diffing.model import Article
from diffing.patterns import lazy_pattern
from diffing.text.words import word_forms

# Words that two frames have in common, and their share of the longer frame.
_LEAST = 4
# The same for frames that are the same: 'he said'.
_LEAST_OF_EQUAL = 2
_SHARE = 0.6
# Characters before and behind the marks in which the words are looked up.
_LENGTH = 120
_SENTENCE_BREAK = lazy_pattern(r"[.!?…。][\"'”’»]?\s")


def have_one_frame(left: Quotation, right: Quotation, correspondence: Correspondence) -> bool:
    """Return whether the sentences around two quotations correspond, and are mostly the same.

    They are wholly the same around words that may be no speech, or that different people say.
    """
    if not correspondence.is_near(left.places[0], right.places[0]):
        return False
    articles = correspondence.comparison.articles
    own, other = Counter(_frame(left, articles.left)), Counter(_frame(right, articles.right))
    common = (own & other).total()
    if own == other and common >= _LEAST_OF_EQUAL:
        return True
    are_said = (left.is_speech and right.is_speech) or are_of_one_speaker(left, right)
    return are_said and common >= _LEAST and common >= _SHARE * max(own.total(), other.total())


def are_said_by_one(left: Quotation, right: Quotation, correspondence: Correspondence) -> bool:
    """Return whether both quotations are speech of somebody of the same name in corresponding sentences."""
    return (
        left.is_speech
        and right.is_speech
        and are_of_one_speaker(left, right)
        and correspondence.is_near(left.places[0], right.places[0])
    )


def are_of_one_speaker(left: Quotation, right: Quotation) -> bool:
    """Return whether both quotations are said by somebody of the same name."""
    own, other = left.attribution, right.attribution
    return bool(own and other and own.speaker and other.speaker and same_name(own.speaker, other.speaker))


def _frame(quotation: Quotation, article: Article) -> list[str]:
    """Return the compared forms of the words around the first part of a quotation."""
    place = quotation.places[0]
    text = article.paragraphs[place.paragraph].text
    before = _SENTENCE_BREAK.split(text[max(0, place.start - _LENGTH) : place.start - 1])[-1]
    behind = _SENTENCE_BREAK.split(text[place.end + 1 : place.end + _LENGTH])[0]
    return [*word_forms(before), *word_forms(behind)]
