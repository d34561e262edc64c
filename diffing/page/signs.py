"""Signs of a line of the page in its form: a time, a byline, the maker of a picture, the weather.

10:15 a.m.                                             a stamp
By Ole Rand, Tove Lind and Karl Aas                    a byline
Swans on the mill pond. Photo: Nina Holm/Norrfoto      a caption
Dalby: light rain, 7 °C, wind at 5 m/s                 the weather
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property

from diffing.page.line_forms import has_figure, is_statement
from diffing.page.phrases import Found, PageWords
from diffing.patterns import compiled, lazy_pattern
from diffing.text.scripts import is_western

# Words of a caption, with the name of its maker.
LONGEST_CAPTION = 80
# Characters of the line of a time.
_LONGEST_STAMP = 60
# Characters at the end of a text in which the maker of a picture stands; a longer byline is none.
_LONGEST_END = 240

_STAMP = lazy_pattern(r"\W*\d{1,2}\s?[:.h]\s?\d\d(?:\s?[:.]\s?\d\d)?(?:\W*[^\W\d]{1,4}\.?){0,2}\W*")
# When the page was made or changed, with the time at its end: 'Updated at 9.10 a.m.', 'Today, 09:10'. A line of a list
# of times has other words behind it. And how long the reader needs: 'Reading time: 3 min'.
_TIMED = lazy_pattern(
    r"(?:\W*[^\W\d_]+){1,5}\W*\d{1,2}\s?(?:[:.]\s?\d\d|h\s?\d?\d?)(?:\W*[^\W\d]{1,4}\.?){0,2}\W*"
    r"|(?:[^\W\d_]+\W+){0,3}\d{1,2}\s?(?:[Mm]in|\u043c\u0438\u043d)[^\W\d_]*\.?(?:\s[^\W\d_]+){0,3}\W*"
)
# The label that opens a post or an item: '09:30 |', '3.'. Its digits count as one sort.
_OPENING_LABEL = lazy_pattern(r"\W*\d[\d.:h]*\s*[^\w\s]?\s(?=\W*[^\W\d_])")
_DIGIT = lazy_pattern(r"\d")
# Small letters of names' beginnings: Latin, Greek and Cyrillic.
_SMALL = (
    r"a-z\u00df-\u00f6\u00f8-\u00ff\u0105\u0107\u010d\u010f\u0111\u0119\u011b\u011f\u0131\u0142\u0144\u0148\u0151\u0159\u015b"
    r"\u015f\u0161\u0163\u0165\u016f\u0171\u017a\u017c\u017e\u0219\u021b\u03ac-\u03ce\u0430-\u045f\u0491"
)
_NAME = rf"(?:[^\W\d_{_SMALL}]|[a-z]{{2,3}}/[^\W\d_a-z])[\w.'\u2019-]*"
_PARTICLE = (
    r"(?:and|und|y|e|et|en|de|da|do|di|del|della|van|von|der|den|ter|la|le|for|in|the|of|with|mit|avec|con|com|met|&)"
)
_BETWEEN = r"(?:\s*[,/|&]\s*|\s+[\u2013\u2014-]\s+|\s+)"
_NAMES = rf"{_NAME}(?:{_BETWEEN}(?:{_PARTICLE}\s+){{0,2}}{_NAME}){{0,9}}"
# (Nina Holm/Norrfoto): one of both is a person's name.
_MAKER_IN_BRACKETS = lazy_pattern(
    rf"[(\uff08\[]\s*(?:{_NAME}\s+{_NAME}(?:\s+{_NAME})*\s*/[^()]+|[^()/]+/\s*{_NAME}\s+{_NAME}[^()]*)[)\uff09\]]\W*(?:/\s*{_NAMES})?$"
)
_MAKER_BEHIND_SLASH = lazy_pattern(rf"[^\s/]\)?\s+/\s+{_NAME}\s+{_NAMES}$")
_LABEL_MARKS = frozenset(":\uff1a/|\u00a9()\uff08\uff09")
# Mikal HOLM / Nordfoto / File 2030
_SLASHES = lazy_pattern(rf"{_NAME}(?:\s+{_NAME}|\s+\d+)*(?:\s*/\s*{_NAME}(?:\s+{_NAME}|\s+\d+)*)+")
# Ana Robles | Velmar
_BAR = lazy_pattern(rf"{_NAME}(?:\s+{_NAME}){{1,3}}\s\|\s{_NAME}(?:\s+{_NAME}){{0,3}}")
_MAKER_BEHIND_BAR = lazy_pattern(rf"[.!?)]\s+[|/]\s+{_NAMES}\W*(?:\({_NAMES}\))?$")
# The Chinese word behind the name of a photographer.
_PHOTOGRAPHED = frozenset("\u6444\u651d")
# A menu: 'Home | World | Sport', and in a script without spaces 'words' of a few characters.
_MENU = lazy_pattern(r"[^\d|\u00b7\u2022]{1,30}(?:\s[|\u00b7\u2022]\s[^\d|\u00b7\u2022]{1,30}){2,}")
_UNSPACED_MENU = lazy_pattern(r"[\u3041-\u9fff]{1,5}(?:\s+[\u3041-\u9fff]{1,5}){2,}")
_COPYRIGHT_AT_END = lazy_pattern(r"\u00a9\s*\S[^.!?]{0,60}$")

_DEGREES = lazy_pattern(r"-?\d+\s?(?:\u00b0\s?[CF]?|\u00ba\s?[CF]|\u2103|\u2109|[CF]\b)")
_WIND = lazy_pattern(r"\d\s?(?:mph|km/h|kmh|kph|m/s|kn|knots|bft|\u043c/\u0441|\u043a\u043c/\u0447)\b", re.IGNORECASE)
_UNCASED = lazy_pattern(r"[\u0590-\u08ff\u3041-\u9fff\uac00-\ud7af]")


# 'On Sunday, Nora Lind wrote:' above the mail that is answered.
_REPLY = lazy_pattern(
    r"(?:on|am|el|le|il|em|op)\s.{1,100}(?:\bwrote|\bschrieb|\bescribió|\bécrit|\bscritto|\bescreveu|\bschreef).{0,60}:\s*",
    re.IGNORECASE,
)


def is_stamp(text: str) -> bool:
    """Return whether a text is a time of day, with the words around it: 10:15 a.m., 14.30 Uhr."""
    return bool(_STAMP.fullmatch(text))


def is_timed(text: str) -> bool:
    """Return whether a text is a few words with a time of day behind them: Updated at 9.10 a.m., Today, 09:10."""
    return len(text) <= _LONGEST_STAMP and has_figure(text) and bool(_TIMED.fullmatch(text))


def is_menu(text: str) -> bool:
    """Return whether a text is a series of words with bars between them, or with spaces in Chinese or Japanese."""
    has_bars = "|" in text or "\u00b7" in text or "\u2022" in text
    return bool((has_bars and _MENU.fullmatch(text)) or (not is_western(text) and _UNSPACED_MENU.fullmatch(text)))


def begins_reply(text: str) -> bool:
    """Return whether a text is the line above the mail that is answered: 'On Sunday, Nora Lind wrote:'."""
    return text.endswith(":") and bool(_REPLY.fullmatch(text))


def opening_label(text: str) -> str:
    """Return the form of the label that opens a text, each digit as 0; '' for a text without one."""
    found = _OPENING_LABEL.match(text)
    return _DIGIT.sub("0", found[0]) if found else ""


class LineSigns:
    """The signs that need words: what is a caption, a byline, a line of the weather in some languages."""

    def __init__(self, words: PageWords) -> None:
        self._words = words

    @cached_property
    def _labels(self) -> Sequence[str]:
        return tuple(map(_without_case, self._words.phrases("pictures")))

    @cached_property
    def _openers(self) -> Sequence[str]:
        return tuple(map(_without_case, self._words.phrases("authors")))

    @cached_property
    def _maker(self) -> re.Pattern[str]:
        labels = self._words.phrases("pictures")
        any_case = f"(?i:{_alternatives(labels)})"
        loud = _alternatives([phrase.upper() for phrase in labels])
        capital = _alternatives([phrase[0].upper() + phrase[1:] for phrase in labels])
        by = r"(?:\s+(?:by|de|von|di|par|van|por|via|courtesy)\b)?"
        who = r"(?:[^.!?\u3002]|(?<=[A-Z])\.|\.(?=\w)){1,80}"
        start = r"(?:^|[.!?\u3002)|\u2013\u2014-]\s*|[(\uff08\[])"
        end = r"[)\]\uff09.]*$"
        # Without a colon the label begins a sentence: '... in April. PHOTO LUC MERCIER'.
        return compiled(
            rf"{start}{any_case}{by}\s*[:/|\uff1a\u00a9]\s*{who}{end}"
            rf"|\s(?:{capital}|{loud}){by}\s*[:/|\uff1a\u00a9]\s*{who}{end}"
            rf"|{start}(?:{any_case}{by}|{loud})\s+{_NAMES}{end}"
            rf"|[.!?\u3002]\s+[(\[]?{any_case}[)\]]?\W*$"  # 'File photo' alone
        )

    @cached_property
    def _maker_behind(self) -> re.Pattern[str]:
        """A label that stands behind the name: AP Photo/Ole Rand, 韩立群 摄."""
        label = _alternatives(self._words.phrases("pictures"))
        inside = r"[^()\uff08\uff09]{0,60}"
        return compiled(
            rf"[(\uff08\[]{inside}\b(?i:{label})\b{inside}[)\uff09\]]\W*$"
            rf"|[\s\u3002\uff0c\uff08]\S{{2,12}}\s?[{''.join(sorted(_PHOTOGRAPHED))}][)\uff09]?$"
        )

    @cached_property
    def _byline(self) -> re.Pattern[str]:
        # 'words' and no more than names: By Ole Rand, Tove Lind and Karl Aas Vellmar Courier.
        opener = _alternatives(self._words.phrases("authors"))
        return compiled(rf"(?:^|[\u2013\u2014|\u00b7/-])\s*(?i:{opener})\s*:?\s+{_NAMES}\W{{0,3}}$")

    @cached_property
    def _name_and_job(self) -> re.Pattern[str]:
        # Ana Robles, corresponsal en Velmar
        jobs = _alternatives(self._words.phrases("jobs"))
        place = rf"(?:\s+(?:in|en|\u00e0|au|aus|di|da|van|voor|\u0432|at|for|{_PARTICLE}))*(?:\s+{_NAMES})?"
        return compiled(rf"{_NAMES},\s+(?:\S+\s+)?(?i:{jobs}){place}\W{{0,3}}")

    @cached_property
    def _unspaced_byline(self) -> re.Pattern[str]:
        opener = _alternatives(self._words.phrases("authors"))
        name = r"[\u3041-\u9fff]{2,8}"
        one = rf"{opener}\s*[:\uff1a\u4e28|]?\s*{name}(?:[\s\u3001/]+{name}){{0,4}}"
        return compiled(rf"\W*{one}(?:\s+{one}){{0,2}}[)\uff09]?")

    def is_caption(self, text: str) -> bool:
        """Return whether a text ends with who made a picture."""
        end = text[-_LONGEST_END:]
        if is_statement(end) and _UNCASED.search(end) and _LABEL_MARKS.isdisjoint(end):
            return False  # a statement in a script without capitals, in which any word looks like a name
        return any(sign.search(end) for sign in self._possible_makers(end))

    def _possible_makers(self, end: str) -> Iterator[re.Pattern[str]]:
        """Yield the signs of a caption whose marks and words a text has; most texts have none of them."""
        is_labelled = _has_any(end, self._labels)
        if is_labelled:
            yield self._maker
        if is_labelled or not _PHOTOGRAPHED.isdisjoint(end):
            yield self._maker_behind
        if "/" in end:
            yield _MAKER_IN_BRACKETS
            yield _MAKER_BEHIND_SLASH
        if "/" in end or "|" in end:
            yield _MAKER_BEHIND_BAR
        if "\u00a9" in end:
            yield _COPYRIGHT_AT_END

    def is_byline(self, text: str) -> bool:
        """Return whether a text is 'by' and names, or in Chinese and Japanese a few characters behind 'reporter'."""
        if len(text) > _LONGEST_END:
            return False
        if not is_western(text) and _UNCASED.search(text):
            return bool(self._unspaced_byline.fullmatch(text))
        is_opened = _has_any(text, self._openers) and self._byline.search(text)
        if is_opened or ("/" in text and _SLASHES.fullmatch(text)):
            return True
        if "," in text and _has_any(text, self._words.phrases("jobs")) and self._name_and_job.fullmatch(text):
            return True
        return "|" in text and _BAR.fullmatch(text) is not None


@cache
def line_signs(words: PageWords) -> LineSigns:
    """Return the signs that need these words; their expressions are made once."""
    return LineSigns(words)


def has_weather_figure(text: str) -> bool:
    """Return whether a text has a figure of the weather."""
    return has_figure(text) and bool(_DEGREES.search(text) or _WIND.search(text))


def weather_signs(text: str, found: Iterable[Found]) -> int:
    """Return how many signs of the weather a text has; 0 if none of them is a figure."""
    figures = bool(_DEGREES.search(text)) + bool(_WIND.search(text))
    return figures and figures + len({one.phrase for one in found if one.name == "weather"})


def says_weather(found: Iterable[Found]) -> bool:
    """Return whether a text says what the weather is and when: 'Dalby now: rain over the harbour'."""
    return {"weather", "now"} <= {one.name for one in found}


def _has_any(text: str, phrases: Iterable[str]) -> bool:
    """Return whether a text may have one of some phrases without case."""
    plain = _without_case(text)
    return any(phrase in plain for phrase in phrases)


def _without_case(text: str) -> str:
    """Return a text as expressions read it that ignore case: for them also the i of Turkish, İ and ı, is an i."""
    plain = text.rstrip("*").casefold()
    return plain if plain.isascii() else plain.replace("\u0307", "").replace("\u0131", "i")


def _alternatives(phrases: Iterable[str]) -> str:
    return "(?:" + "|".join(rf"{re.escape(phrase.rstrip('*'))}" for phrase in phrases) + ")"
