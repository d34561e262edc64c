"""Numbers in words by value, in every language with a table.

two hundred and fifty   zweihundertfünfzig          250
mil doscientos millones                             1200000000
anderthalb Millionen    un millón y medio           1500000
half a million          полмиллиона                 500000
achtziger (Jahre)       eighties                    80
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from diffing.patterns import lazy_pattern
from diffing.translation.mentions import NumberMention, WordMention

LEAST_SCALE = 1000
"""The least number that others are counted in: 3 thousand, 3 million."""

_HALVES = "half halb halbe halben halbes media medio demi demie mezzo mezza meio meia halv halvt halve mig mitja"
HALVES = frozenset({*_HALVES.split(), "половинои", "половиною"})
"""Words for a half, folded."""
# Those that stand only before what they are the half of, and those written as a part of it: полмиллиона.
_HALVES_OF = HALVES | {"poł", "pul", "pol", "puoli", "yarım", "חצי", "نصف", "μισο", "आधा", "пів", "пол"}
_HALVES_BEFORE = ("полу", "пол", "пів")

_TWELVE, _HUNDRED = 12, 100
# What is counted in tens and dozens: five dozen, три десятка. 'A dozen' is no number, and may be said otherwise.
_WORDS_FOR_DOZENS = "dozen dutzend douzaines docenas duzias dozzine dozijn dussin dusin tuziny дюжины дюжин"
_WORDS_FOR_TENS = "десятка десятков десятки десятків"
_DOZENS = dict.fromkeys(_WORDS_FOR_DOZENS.split(), _TWELVE) | dict.fromkeys(_WORDS_FOR_TENS.split(), 10)
_TEN, _TEENS = 10, 20
# Words between the parts of a number: two hundred and three, zwei und zwanzig.
_AND = frozenset({"and", "und", "y", "et", "e", "en", "og", "och", "i", "и", "و"})
_WITH = frozenset({"с", "з"})
_ARTICLES = frozenset({"a", "ein", "eine", "un", "une", "en", "et"})
_MORE_THAN_ONE = """
    anderthalb anderthalbe anderthalben eineinhalb anderhalf anderhalve halvanden halvannen полтора полторы полутора
    півтора півтори połtora połtorej
"""
_ONE_AND_A_HALF = frozenset(_MORE_THAN_ONE.split())
# 'Mil personas' is a number, and 'millions of people' is none: a thousand that needs no 'one' before it.
_BARE_THOUSANDS = "mil mille duizend tausend tusen tusind tuhat ezer тысяча тысячу тисяча tysiac tisic"
_THOUSANDS = frozenset(_BARE_THOUSANDS.split())
# The CLDR has them with a one before: einhundert.
_HUNDREDS = frozenset(("hundert", "honderd", "hundra", "hundre", "hundrede", "cento"))
# In Arabic the unit stands first: خمسة عشر, خمسة وعشرون are five ten, five and-twenty; so it does in Hebrew up to 19.
_TENS_BEHIND_UNITS, _ARABIC_AND = frozenset({"عشر", "عشرة", "עשר", "עשרה"}), "و"
# Hebrew writes 'and' as a part of the next word too.
_ANDS_BEFORE = (_ARABIC_AND, "ו")
# 'And a half' in one word, after which Arabic may say again of what: مليار ونصف المليار.
_AND_A_HALF = frozenset({"ونصف", "וחצי"})
# 'And a half' in one word, behind which Arabic may say again of what: مليار ونصف المليار.
_AND_A_HALF = frozenset({"ونصف", "וחצי"})
# What is written as a part of the word behind it: and, in, to, like, the. 'الاحد' is Sunday, and 'لست' is 'I am not':
# so only numbers from ten up are known behind one.
_ARABIC_ARTICLES = ("ال", "لل", "ب")
_BEFORE_ARABIC = lazy_pattern("^[وف]?(?:ال|لل|[بلك](?:ال)?)")
_FOUR_TWENTIES = "quatre-vingt"
# Parts of the words that are one with others: zwei hundert funfzig, due cento cinquanta.
_PART = lazy_pattern("hundert|tausend|honderd|duizend|cento|mila|mille|hundra|hundre|hundrede|tusen|tusind")
_LEAST_PART, _LONGEST_PART = 2, 16


class _Sum:
    """A number in words as it is read: two hundred, two hundred and three, ..."""

    def __init__(self) -> None:
        self.start = self.end = 0
        self.last: Fraction | int = 0
        self._done: Fraction | int = 0
        self._part: Fraction | int = 0
        self._is_bare = False

    def mention(self) -> Iterator[NumberMention]:
        """Yield the number so far, if there is one. 'Millions of people' is none."""
        if self._done + self._part and not self._is_bare:
            yield NumberMention(self.start, self.end, Fraction(self._done + self._part), False)
        self.last = self._done = self._part = 0

    def takes(self, value: Fraction | int, form: str) -> bool:
        """Return whether a word of this value goes on with the number: twenty three, and not three twenty."""
        is_behind_unit = form in _TENS_BEHIND_UNITS or (form.startswith(_ARABIC_AND) and value >= _TEENS)
        return (
            value >= _HUNDRED
            or (is_behind_unit and self.last < _TEN)
            or not self.last
            or not (self.last < _TEENS or value >= self.last)
            or self.last >= _HUNDRED
        )

    def add(self, word: WordMention, value: Fraction | int) -> None:
        """Go on with a word."""
        is_first = not self.last
        if is_first:
            self.start = word.start
        if value >= LEAST_SCALE:
            # What is less than this is counted in it: mil millones.
            low = self._done % value
            self._done, self._part = self._done - low + (low + self._part or 1) * value, 0
        elif value == _HUNDRED:
            self._part = (self._part or 1) * value
        else:
            self._part += value
        # The dual of a thousand says how many.
        is_scale = value >= LEAST_SCALE and str(value).startswith("1")
        self._is_bare = is_first and is_scale and word.form not in _THOUSANDS
        self.last, self.end = value, word.end

    def multiply(self, word: WordMention, value: int) -> bool:
        """Go on with a word for a dozen; return whether more than one of them are counted."""
        if not 1 < self.last < _HUNDRED:
            return False
        self._part, self.last, self.end = self._part * value, value, word.end
        return True

    def begin_half(self, word: WordMention) -> None:
        """Begin with the half of the scale behind it: half a million, eine halbe Million."""
        self.start = word.start
        self.last = self._part = Fraction(1, 2)

    def is_article(self, word: WordMention) -> bool:
        """Return whether the number so far is this word, and may be an article."""
        return self.start == word.start and self.last == 1

    def add_half(self, word: WordMention) -> None:
        """Go on with a half: of a million after 'un millón', else of one."""
        if self.last >= LEAST_SCALE:
            self._done += Fraction(self.last, 2)
        else:
            self._part += Fraction(1, 2)
        self._is_bare, self.end = False, word.end


class NumberParts(dict[str, Sequence[Fraction | int]]):
    """The values of the parts of each word, by its folded form; none if it is no number. `values` are a table's."""

    def __init__(self, values: Mapping[str, int]) -> None:
        super().__init__()
        self.values_of_words = values

    def __missing__(self, form: str) -> Sequence[Fraction | int]:
        """Return the values of a new word, and keep them: most words are no numbers, and come again."""
        found = self[form] = _pieces(form, self.values_of_words)
        return found


def spelled_out(words: Sequence[WordMention], parts: NumberParts) -> Iterator[NumberMention]:
    """Yield the numbers in words; words that follow each other are one number as far as it grows: two hundred ten."""
    if not any(parts[word.form] for word in words):
        return
    read = _Sum()
    half: WordMention | None = None
    for at, word in enumerate(words):
        if half:
            half = None if word is half else half
            continue
        pieces = parts[word.form]
        if not pieces:
            if word.form in _AND_A_HALF and read.last:
                half = _scale_again(words, at, parts, read.last)
                read.add_half(half or word)
                continue
            if _is_half_of(words, at, parts):
                first = words[at - 1] if at and read.is_article(words[at - 1]) else None
                if not first:
                    yield from read.mention()
                read.begin_half(first or word)
                continue
            if word.form in _DOZENS and read.multiply(word, _DOZENS[word.form]):
                continue
            if not read.last or _is_between_half_and_scale(words, at):
                continue
            if word.form in _AND or (word.form in _WITH and _half_behind(words, at)):
                if half := _half_behind(words, at):
                    read.add_half(half)
                continue
            yield from read.mention()
            continue
        if at and _is_twelve(words[at - 1].form, word.form):
            pieces = (_TWELVE,)
        for value in pieces:
            form = _ARABIC_AND + word.form if at and words[at - 1].form == _ARABIC_AND else word.form
            if not read.takes(value, form):
                yield from read.mention()
            read.add(word, value)
    yield from read.mention()


def _is_twelve(before: str, form: str) -> bool:
    """Return whether two words are the Hebrew twelve, whose first one alone says 'years'."""
    return before == "שנים" and form == "עשר"


def _is_half_of(words: Sequence[WordMention], at: int, parts: NumberParts) -> bool:
    """Return whether a word is the half of a scale behind it, perhaps with an article between them: half a million."""
    if words[at].form not in _HALVES_OF:
        return False
    behind = words[at + 1 : at + 3]
    if behind and behind[0].form in _ARTICLES:
        behind = behind[1:]
    values = parts[behind[0].form] if behind else ()
    return len(values) == 1 and _is_scale(values[0])


def _is_between_half_and_scale(words: Sequence[WordMention], at: int) -> bool:
    """Return whether a word is the article of 'half a million'."""
    return words[at].form in _ARTICLES and words[at - 1].form in _HALVES_OF


def _is_scale(value: Fraction | int) -> bool:
    """Return whether a number is one that others are counted in, and no multiple of it: two thousand in one word."""
    return value >= LEAST_SCALE and str(value).strip("0") == "1"


def _half_behind(words: Sequence[WordMention], at: int) -> WordMention | None:
    """Return the half behind an 'and': 'y medio', 'and a half'."""
    behind = words[at + 1 : at + 3]
    if behind and behind[0].form in _ARTICLES:
        behind = behind[1:]
    return behind[0] if behind and behind[0].form in HALVES else None


def _scale_again(
    words: Sequence[WordMention], at: int, parts: NumberParts, scale: Fraction | int
) -> WordMention | None:
    """Return the word behind "and a half" if it is the scale once more: a billion and a half `billion`."""
    behind = words[at + 1] if at + 1 < len(words) else None
    return behind if behind and tuple(parts[behind.form]) == (scale,) and scale >= LEAST_SCALE else None


def _pieces(form: str, values: Mapping[str, int]) -> Sequence[Fraction | int]:
    """Return the values of the parts of a word; none if it is no number."""
    if form in values:
        return (values[form],)
    if form in _HUNDREDS:
        return (_HUNDRED,)
    if form.startswith(_ANDS_BEFORE) and form[1:] in values:
        return (values[form[1:]],)
    if before := _BEFORE_ARABIC.match(form):
        number = values.get(form[before.end() :], 0)
        # 'In the hundred' is a percentage.
        if number >= _TEN and (number != _HUNDRED or not before[0].endswith(_ARABIC_ARTICLES)):
            return (number,)
    if form in _ONE_AND_A_HALF:
        return (Fraction(3, 2),)
    for start in _HALVES_BEFORE:
        if form.startswith(start) and _is_scale(whole := values.get(form.removeprefix(start), 0)):
            return (Fraction(whole, 2),)
    if form.startswith(_FOUR_TWENTIES):
        rest = form[len(_FOUR_TWENTIES) :].removeprefix("s").removeprefix("-")
        behind = _pieces(rest, values) if rest else ()
        return _with_teens([80, *behind]) if behind or not rest else ()
    if "-" in form:
        half, _, scale = form.partition("-")
        if half in HALVES and _is_scale(values.get(scale, 0)):
            return (Fraction(values[scale], 2),)
        found = [values.get(piece, 0) for piece in form.split("-")]
        return _with_teens(found) if all(found) else ()
    # The decades: achtziger, eighties.
    for ending, singular in (("ziger", "zig"), ("ssiger", "ssig"), ("ties", "ty")):
        if form.endswith(ending) and (value := values.get(form.removesuffix(ending) + singular)):
            return (value,)
    if form.endswith("einhalb") and (value := values.get(form.removesuffix("einhalb"))):
        return (Fraction(2 * value + 1, 2),)
    return _parts(form, values) if _PART.search(form) else ()


def _with_teens(values: Sequence[Fraction | int]) -> Sequence[Fraction | int]:
    """Return the values of the parts of a word with the sum of ten and a unit: dix-sept, soixante-dix-sept."""
    if len(values) > 1 and values[-2] == _TEN and values[-1] < _TEN:
        return (*values[:-2], _TEN + values[-1])
    return values


def _parts(form: str, values: Mapping[str, int]) -> Sequence[int]:
    """Return the values of the numbers that a word consists of, the longest first; none if it has anything else."""
    found: list[int] = []
    at = 0
    while at < len(form):
        ends = range(min(at + _LONGEST_PART, len(form)), at + _LEAST_PART - 1, -1)
        end = next((end for end in ends if form[at:end] in values or form[at:end] in _HUNDREDS), 0)
        if not end:
            joint = next((joint for joint in ("und", "en", "og") if found and form.startswith(joint, at)), "")
            if not joint:
                return ()
            at += len(joint)
            continue
        found.append(values.get(form[at:end], _HUNDRED))
        at = end
    return found
