"""Templates of MediaWiki that hold words and numbers of their page, as it shows them.

    {{nobr|14 people}}      14 people              {{convert|5|mi|km}}     5 mi
    {{w|Lurvik|the town}}   the town               {{formatnum:12500}}     12500
    {{quote|No.|Lind}}      a quotation            {{infobox ...}}         None: not known

What a template shows is written in the wiki, not in the file. So only those are read whose use is alike in most wikis.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from diffing.patterns import lazy_pattern
from diffing.sources.markup.superscripts import lowered, raised

# Year, month and day: figures behind them are another date or a time.
_DATE_PARTS = 3
QUOTATION = "\x01"
"""Begins a line that is a quotation."""


class Template(NamedTuple):
    """A template: its name in small letters, its parameters in order, and those with names."""

    name: str
    values: Sequence[str]
    named: Mapping[str, str]

    def value(self, number: int, *names: str) -> str:
        """Return the parameter of that number from 1, or of one of these names; '' without it."""
        found = [self.named[name] for name in (str(number), *names) if self.named.get(name)]
        return found[0] if found else self.values[number - 1] if number <= len(self.values) else ""


_NAMED = lazy_pattern(r"\s*([^\W\d_][\w .-]{0,40}|\d{1,2})\s*=")
_NUMBER = lazy_pattern(r"[-+\u2212]?\d[\d., /+⁄\u2044e]*%?$")
_BETWEEN = {
    "to": " to ", "-": "–", "–": "–", "and": " and ", "or": " or ", "by": " by ", "x": " × ", "×": " × ",
    "to(-)": " to ", "and(-)": " and ", "+/-": " ± ", "±": " ± ",
}  # fmt: skip


def template(parts: Sequence[str]) -> Template:
    """Return the template of these parts, which stood between bars."""
    name = " ".join(parts[0].replace("_", " ").split()).lower().removeprefix("template:").strip()
    values: list[str] = []
    named: dict[str, str] = {}
    for part in parts[1:]:
        match = _NAMED.match(part)
        if match:
            named[match[1].strip().lower()] = part[match.end() :].strip()
        else:
            values.append(part.strip())
    return Template(name, values, named)


def shown(parts: Sequence[str]) -> str | None:
    """Return what the template of these parts shows, as far as that is known.

    '' is for one that shows nothing, None for one that is not known.
    """
    function, colon, argument = parts[0].partition(":")
    if colon and function.strip().lower() in _FUNCTIONS:
        return _FUNCTIONS[function.strip().lower()](argument.strip())
    one = template(parts)
    if one.name in _SHOWN:
        return _SHOWN[one.name](one)
    if one.name.startswith(("lang-", "langx")):
        return one.value(2 if one.name == "langx" else 1, "text")
    if one.name.startswith(("cite ", "citation", "source")):
        return _source(one)
    if one.name.startswith(_NOTHING):
        return ""
    # A template around words, such as one for a colour or a font.
    return one.values[0] if len(one.values) == 1 and not one.named and one.values[0] else None


_FUNCTIONS: dict[str, Callable[[str], str]] = {
    "formatnum": str,
    "lc": str.lower,
    "uc": str.upper,
    "lcfirst": str,
    "ucfirst": str,
}


def quoted(words: str, *behind: str) -> str:
    """Return the paragraphs of a quotation, and lines behind it, as lines of their own."""
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", words)]
    return "".join(f"\n\n{QUOTATION}{part}\n\n" for part in (*paragraphs, *behind) if part)


def _source(one: Template) -> str:
    """Return a source as one line: author, title, publication, date."""
    author = one.value(99, "author", "authors", "author1", "last", "last1")
    if first := one.value(99, "first", "first1"):
        author = f"{first} {author}".strip()
    title = one.value(99, "title", "chapter")
    where = one.value(99, "pub", "work", "newspaper", "website", "magazine", "journal", "publisher", "agency")
    parts = [author, f"\u201c{title}\u201d" if title else "", where, one.value(99, "date", "year")]
    return ", ".join(part for part in parts if part)


def _quotation(one: Template) -> str:
    words = one.value(1, "text", "quote", "content")
    if not words:
        return ""
    who = one.value(2, "author", "sign", "by", "cite")
    return quoted(words, f"— {who}" if who else "")


def _in_other_letters(one: Template) -> str:
    """Return a name with its forms in other letters behind it: 'Kita Bridge (北橋, Kita-bashi)'."""
    first, *others = [value for value in one.values if value] or [""]
    return f"{first} ({', '.join(others)})" if others else first


def _convert(one: Template) -> str:
    """Return the figure of a conversion with its own unit: '5 mi', '5 to 10 mi', '5 ft 6 in'."""
    values, found, at = one.values, "", 0
    while at < len(values) and _NUMBER.match(values[at]):
        found += values[at]
        if at + 2 < len(values) and values[at + 1] in _BETWEEN and _NUMBER.match(values[at + 2]):
            found += _BETWEEN[values[at + 1]]
            at += 2
            continue
        unit = values[at + 1] if at + 1 < len(values) else ""
        found += f" {unit}" if unit else ""
        if (
            at + 3 < len(values)
            and _NUMBER.match(values[at + 2])
            and values[at + 3] in ("in", "oz", "lb", "st", "ch", "yd")
        ):
            found += " "
            at += 2
            continue
        break
    return found


def _value(one: Template) -> str:
    """Return a figure with its power of ten and its unit."""
    found = one.value(1)
    if power := one.named.get("e"):
        found += f"×10{raised(power)}"
    unit = one.value(99, "u", "ul")
    return f"{found} {unit}" if unit else found


def _fraction(one: Template) -> str:
    if len(one.values) == 1:
        return f"1/{one.values[0]}"
    return " ".join(one.values[:-2]) + (" " if len(one.values) > 2 else "") + "/".join(one.values[-2:])


def _first(one: Template) -> str:
    return one.value(1, "text", "content")


def _second(one: Template) -> str:
    return one.value(2, "text") or one.value(1)


def _last(one: Template) -> str:
    return one.values[-1] if one.values else ""


def _date(one: Template) -> str:
    """Return a date: 'March 3, 2026' as it is written, figures with hyphens between them."""
    parts = [value for value in one.values if value]
    if len(parts) > 1 and all(part.isdecimal() for part in parts):
        return "-".join(parts[:_DATE_PARTS])
    return " ".join(parts)


def _always(text: str) -> Callable[[Template], str]:
    return lambda _: text


def _behind(sign: str) -> Callable[[Template], str]:
    """Return what shows a sum of money behind its sign."""
    return lambda one: f"{sign}{one.value(1, 'amount')}"


def _each(names: str, show: Callable[[Template], str]) -> dict[str, Callable[[Template], str]]:
    return dict.fromkeys(names.split("|"), show)


_SHOWN: dict[str, Callable[[Template], str]] = {
    **_each("nobr|nowrap|nobreak|no wrap|j|small|smaller|big|larger|em|strong|b|i|u|ins|abbr|abbrlink|tooltip", _first),
    **_each("flag|flagcountry|flagu|flag country|ill|interlanguage link|visible anchor|vanchor|mvar|math|var", _first),
    **_each("center|left|right|block indent|nobold|normal|noitalic|mono|code|hover|ipa|pronunciation", _first),
    **_each("w|wikipedia|lang|wikt|color|colour|font color|font|fontcolor|color box|script|rtl-lang", _second),
    **_each("transl|transliteration|translit|zh", _last),
    **_each("nihongo|nihongo2|nihongo3", _in_other_letters),
    **_each("ruby|ruby-ja|ルビ|ふりがな", _first),
    **_each("読み仮名|読み仮名2", lambda one: f"{one.value(1)}\uff08{one.value(2)}\uff09"),
    **_each(
        "quote|cquote|blockquote|quotation|bquote|quote box|quotebox|pull quote|pullquote|rquote|zitat", _quotation
    ),
    **_each("convert|cvt|conv", _convert),
    **_each("val|value|gaps|num|nts", _value),
    **_each("frac|fraction|sfrac|vulgar fraction|fract", _fraction),
    **_each("date|byline|start date|end date|dts|dateline|birth date|death date|fecha|datum", _date),
    **_each("start date and age|birth date and age|death date and age|film date", _date),
    **_each("circa|c.|ca.", lambda one: f"c. {one.value(1)}"),
    **_each("as of", lambda one: f"As of {_date(one)}"),
    **_each("sup|superscript|smallsup", lambda one: raised(one.value(1))),
    **_each("sub|subscript", lambda one: lowered(one.value(1))),
    **_each("e|esp", lambda one: f"×10{raised(one.value(1))}"),
    **_each("us$|usd|us dollar", _behind("US$")),
    **_each("gbp|£|pound sterling", _behind("£")),
    **_each("eur|euro|€", _behind("€")),
    **_each("jpy|yen|¥|cny", _behind("¥")),
    **_each("inr|indian rupee|₹|indianrupee", _behind("₹")),
    **_each("a$|aud", _behind("A$")),
    **_each("c$|cad", _behind("C$")),
    **_each("ndash|en dash|–", _always("–")),
    **_each("mdash|em dash|emdash|—", _always("—")),
    **_each("spaced ndash|snd|spnd|nbsnd|spaced en dash", _always(" – ")),
    **_each("nbsp|space|spaces|thinspace|thin space|hair space", _always("\u00a0")),
    **_each("'|`", _always("'")),
    **_each("!", _always("|")),
    **_each("=", _always("=")),
    **_each("·|dot|middot|•|bull", _always(" · ")),
    **_each("br|break|crlf", _always("<br>")),
    **_each("sic", _always("[sic]")),
    # Marks and boxes of the wiki's own, and pointers to other pages.
    **_each("citation needed|cn|fact|clarify|who|when|which|dubious|clear|clr|-|toc|anchor|anker|shy|wbr", _always("")),
    **_each("reflist|references|refbegin|refend|notelist|authority control|short description|portal", _always("")),
    **_each("haveyoursay|publish|published|archive|archived|peer reviewed|editing|makelead|develop", _always("")),
    **_each(
        "main|main article|see also|further|details|about|other uses|for|distinguish|hatnote|redirect", _always("")
    ),
}
# Names of such marks begin so.
_NOTHING = ("flagicon", "commons", "use dmy", "use mdy", "use british", "use american", "pp-", "navbox", "sidebar")
