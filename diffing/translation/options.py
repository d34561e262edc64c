"""Every parameter of aligning two languages: its meaning and the source of its default.

    Options()                  the defaults
    Options(move=5.0)          fewer paragraphs count as moved

The weights are log-odds. They come from a study on news in eight pairs of languages, where each was fitted on the other
pairs. How far they count in two articles, their links show: translations of books are freer than those of news. The
sets of docs/two-languages.md decided only between few values of `trust`, `learned` and `concept`.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Evidence(NamedTuple):
    """Log-odds for each unit of rarity that both texts have (`both`), and that one text lacks (`one`, subtracted)."""

    both: float
    one: float


_NUMBERS = Evidence(1.2, 1.2)
_NAMED = Evidence(1.0, 0.8)
_NAMES = Evidence(0.7, 0.5)
_CONCEPTS = Evidence(0.5, 0.1)
_GLOSSES = Evidence(0.3, 0.1)
_COGNATES = Evidence(0.5, 0.1)
_LEARNED_WORDS = Evidence(0.8, 0.1)
_QUESTIONS = Evidence(2.0, 2.0)
_QUOTES = Evidence(0.9, 1.9)
_COLONS = Evidence(1.0, 0.8)
_UNMARKED = Evidence(2.0, 2.0)


@dataclass(frozen=True, slots=True)
class Options:
    """Parameters of aligning two languages; the defaults suit every text."""

    trust: float = 0.6
    """Share 0..1 of the log-odds of a feature that counts before there are links. Then it is the share of the weight of
    the signs of links that both texts have: .9 in news, .6 in freely translated books. Each part of the form has its
    own share: in some languages a quotation needs no marks.
    """

    constant: float = 2.7
    """Log-odds of any pair, before its features: most of them speak against a pair."""

    skipped: float = 0.5
    """Log-odds that a paragraph without a counterpart costs."""

    usually_left_out: float = 0.08
    """Share of the paragraphs between the sure pairs of two long texts that is left out where a side leaves out parts.
    Where it is less, every pair gains the logarithm of the ratio, up to `most_faithful`.
    """

    most_faithful: float = 2.0
    """Of 60 verses of a Bible that were replaced, 26 were linked without this, 19 are at 2, and 36 without a limit; of
    3,940 others 5 were missed, 6 are at 2, and 20 at 1.
    """

    group: float = 0.75
    """Log-odds that each paragraph after the first of a side costs, from the first to the last of a group. At 2, 19 of
    63 headlines that were joined with the first paragraph are left alone.
    """

    part: float = 5.0
    """Log-odds that it costs if one paragraph has sentences before or behind all that the other one has. At 3, links of
    Bibles are lost.
    """

    trimmed: float = 0.0
    """Log-odds above which two paragraphs alone between two links are a pair though one is longer: the other may have
    lost sentences. Of 73 paragraphs that lost one and were left alone for it, 42 are pairs at 0, and 49 at -0.5, where
    twice as many paragraphs of one side are taken for such.
    """

    trimmed_among: float = 1.5
    """Log-odds for the same where more paragraphs stand between the two links."""

    trimmed_moved: float = 3.0
    """Log-odds for the same anywhere else, and those that must come from what the two share."""

    sentence_group: float = 1.0
    """Log-odds that each sentence after the first of a group costs, inside a link. Translators part and join sentences
    more often than they leave one out. At 2, of 1,670 sentences that were joined, twice as many count as left out; at
    0.5, fewer of those that were left out are found.
    """

    length: float = 0.9
    """Weight of the distance of the lengths, which is a log-likelihood."""

    numbers: Evidence = _NUMBERS
    named: Evidence = _NAMED
    """Months, countries, languages: words with one meaning."""

    names: Evidence = _NAMES
    """Words alike in sound that both texts write as names."""

    concepts: Evidence = _CONCEPTS
    """Words with concepts in common: they are chosen freely, so that their lack says little."""

    glosses: Evidence = _GLOSSES
    """Han characters that mean a word: they say less than words, for most are parts of longer ones. At 0.5, three more
    links of articles are wrong, and one is right that is not at 0.3.
    """

    cognates: Evidence = _COGNATES
    """Other words alike in sound."""

    learned_words: Evidence = _LEARNED_WORDS
    """Words that stand for each other in most of the sure pairs of a long text."""

    lone_number: float = 0.2
    """Log-odds that a number costs which the other article has nowhere, before links show how many they share."""

    sentences: float = 2.0
    """Log-odds that each sentence more on one side costs, up to three."""

    questions: Evidence = _QUESTIONS
    quotes: Evidence = _QUOTES
    colons: Evidence = _COLONS
    unmarked: Evidence = _UNMARKED
    """Paragraphs without an end mark, such as headlines."""

    learned: float = 1.4
    """Log-odds for each standard deviation by which two texts share more words learned from other links than usual."""

    missed: float = 1.0
    """Log-odds lost for each standard deviation by which two texts share less than links of their lengths in these
    articles, beyond the first. At 0, paragraphs that only one side has are linked where both sides have one in the same
    place; at 2, groups of news and true links of free translations are lost.
    """

    bare: float = 2.0
    """Log-odds that a pair loses whose texts share nothing, where nearly all links share something. At 1, the
    thirteen links of articles and manuals that it takes away are all wrong; at 3, true ones are lost too.
    """

    move: float = 4.5
    """Log-odds that a block of moved paragraphs must gain: more than a link in order."""

    move_support: float = 1.8
    """Log-odds that must come from what the texts of a block of moved paragraphs share: length and form alone would
    find a place for any paragraph. At 0, one move in four of Bibles is wrong; at 1.8, one in nine, and no true move of
    articles and manuals is lost; at 2.4, one true move in ten.
    """

    concept: float = 0.4
    """Cosine 0..1 of the concepts of two words that may stand for each other, at least."""

    alike: float = 0.75
    """Share 0..1 of the letters of two names or words that are alike in sound, at least; more in short ones."""

    certain: tuple[float, ...] = (4.0, 2.0, 1.0)
    """Log-odds below which a link is shown as uncertain if its texts share no number, name or word, one, or more. Of
    links without any from 2 to 4, a third is wrong; of those with several from 1 to 2, one in eight.
    """
