"""Headlines, date lines and other lines by their form: text and number of words alone. The screen loads this early.

Pier of Ostmark to close in May             may be a headline
12 May 2031                                 a date line
The council voted on Tuesday to close it.   a statement
"""

from diffing.patterns import lazy_pattern

# Words of a line, at most: share buttons, menus, 'Please enter your comment!'; a headline too.
LONGEST_LINE = 12
# The same among the story's paragraphs, where a crosshead may stand.
LONGEST_INNER_LINE = 6
# Words of a date line, at most.
LONGEST_DATE_LINE = 8
# The same for dates in figures, in which each figure is a word: 'Published 2031-03-04 07:32, updated 2031-03-04 09:10';
# and the words of letters among them.
_LONGEST_DATES = 18
_WORDS_OF_DATES = 4
# Words of a headline. A shorter line may be the name of a section, a masthead or a byline; a longer one is a paragraph.
LEAST_HEADLINE = 5
LONGEST_HEADLINE = 30
# Words between two spaces, on average, of a text in a script without spaces: each character is one.
_UNSPACED = 3
# Letters of a word that has a capital in capitalized lines; shorter words ('of', 'the') have none.
_CAPITALIZED = 4

# Marks that end a statement, and marks within or after a sentence. An ellipsis ends no statement: teasers end with it.
_STOPS = frozenset(".\u3002\uff0e\u0964\u06d4")
_STOPS_AND_PAUSES = _STOPS.union(",;:\u3001\uff0c\uff1a\uff1b")
_SENTENCE_MARKS = _STOPS_AND_PAUSES.union("!?\uff01\uff1f\u061f")
# Marks behind these.
_CLOSING = "\"'\u2018\u2019\u201c\u201d\u00ab\u00bb\u300d\u300f)]\u203a"
# A year with another number: 29 November 2022, 2022-03-06, 2022年3月6日.
_DATE = lazy_pattern(r"(?<!\d)(?:19|20)\d\d(?!\d).*\d|\d\D.*(?<!\d)(?:19|20)\d\d(?!\d)")
# 2031.03.04, 04.03.2031 and 2031-03-04.
_FULL_DATE = lazy_pattern(r"(?<!\d)(?:(?:19|20)\d\d([./-])\d\d?\1\d\d?|\d\d?([./-])\d\d?\2(?:19|20)\d\d)(?!\d)")
_CLOSED_QUOTATION = lazy_pattern(r"[\"\u201c\u201e\u00ab\u300c].*[\"\u201c\u201d\u00ab\u00bb\u300d]")
# Home | World | Sport: a list has two such marks, because one may separate a headline from the name of the paper.
_LIST = lazy_pattern(r"\s[|\u00b7\u2022\u203a\u00bb>/]\s.*\s[|\u00b7\u2022\u203a\u00bb>/]\s")
_DIGIT = lazy_pattern(r"\d")
_LETTERS = lazy_pattern(r"[^\W\d_]+")
# The time that opens the heading of a post of a live blog.
_OPENING_TIME = lazy_pattern(r"\W*[0-2]?\d[.:h][0-5]\d\s*[^\w\s]?\s(?=\W*[^\W\d_])")


def heads_post(text: str, at: int = 0) -> bool:
    """Return whether the time of a post opens a text, and a character of it is at `at`: '14:05 Ferries cancelled'."""
    found = _OPENING_TIME.match(text)
    return found is not None and at < found.end()


def is_statement(text: str) -> bool:
    """Return whether the mark of a plain statement ends a text."""
    return _last_character(text) in _STOPS


def _last_character(text: str) -> str:
    """Return the last character before closing marks and spaces; '' for an ellipsis of full stops, and for none."""
    bare = text.rstrip().rstrip(_CLOSING)
    return "" if bare.endswith("..") else bare[-1:]


def is_told(text: str) -> bool:
    """Return whether a text is a statement, a part of a sentence, or has a quotation."""
    return _last_character(text) in _STOPS_AND_PAUSES or bool(_CLOSED_QUOTATION.search(text))


def is_date_line(text: str, length: int) -> bool:
    """Return whether a text of `length` words is a date with few other words, or some dates in figures with times."""
    if length <= LONGEST_DATE_LINE:
        return bool(_DATE.search(text))
    return length <= _LONGEST_DATES and bool(_FULL_DATE.search(text)) and len(_LETTERS.findall(text)) <= _WORDS_OF_DATES


def has_figure(text: str) -> bool:
    """Return whether a text has a digit."""
    return bool(_DIGIT.search(text))


def is_list(text: str) -> bool:
    """Return whether a text is a list in one line: Home > World > Sport."""
    return bool(_LIST.search(text))


def words(text: str, length: int) -> int:
    """Return the number of words of a headline, where a script without spaces has one in two characters."""
    is_unspaced = length >= _UNSPACED * len(text.split())
    return (length + 1) // 2 if is_unspaced else length


def may_be_headline(text: str, length: int) -> bool:
    """Return whether a text looks like a headline: several words, no statement, no date and no list."""
    return (
        LEAST_HEADLINE <= words(text, length) <= LONGEST_HEADLINE
        and _last_character(text) not in _STOPS_AND_PAUSES
        and not is_date_line(text, length)
        and not is_list(text)
    )


def is_capitalized(text: str) -> bool:
    """Return whether all words but the shortest begin with a capital, as in menus, in names, and in some headlines."""
    longer = [word for word in _LETTERS.findall(text) if len(word) >= _CAPITALIZED]
    return bool(longer) and all(word[0].isupper() for word in longer)


def is_line(text: str, length: int, longest: int) -> bool:
    """Return whether a text is a line of at most `longest` words and no sentence, part of one, or quotation."""
    if length > longest or _last_character(text) in _SENTENCE_MARKS:
        return False
    return not _CLOSED_QUOTATION.search(text)
