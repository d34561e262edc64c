"""Generate the words of dates and magnitudes in languages without a lexicon of their own: `python -m docs.make_cldr`.

    pl  ->  lexicons/cldr/pl.toml:   months = ["stycznia", ...], magnitudes = { "miliard" = "1e9", ... }
    de  ->  lexicons/measures/de.toml:  money = { "kanadische dollar" = "CAD", ... }, power = { "megawatt" = ... }

Units and names of currencies are made for the languages with a lexicon too. The words are those of the Unicode CLDR,
which Babel packages. They are written into files because loading a locale of Babel takes longer than a whole ledger.
Each file says of which version it is.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_cldr_version

from diffing.ledger.language.lexicon import FROM_CLDR, LANGUAGES, lexicon
from diffing.ledger.numbers.number_patterns import CODES
from diffing.ledger.numbers.units import UNIT_SIGNS
from diffing.text.common_words import common_words
from diffing.text.folding import folded

_FOLDER = Path(__file__).parent.parent / "diffing" / "ledger" / "language" / "lexicons" / "cldr"
_OF_LEXICONS = _FOLDER.parent / "measures"
# Currencies whose names are read, besides those whose codes are: of countries with over ten million people.
_CURRENCIES = sorted(
    {*CODES.values(), "AOA", "BOB", "COP", "DZD", "ETB", "GHS", "IQD", "JOD", "LBP", "LKR", "MAD", "MMK", "MZN", "NPR"}
    | {"PEN", "SDG", "SYP", "TND", "TRY", "TZS", "UGX", "UZS", "VES", "XAF", "XOF", "YER", "ZMW"}
)
# A German adjective in a name of money: kanadischer Dollar, and 'mit zwei kanadischen Dollar'.
_GERMAN_ADJECTIVE = re.compile(r"(\w+?sche)[rs]? ([\w ]+)")
_LEAST_MAGNITUDE = 1000
# Units of the CLDR -> the kind of a measure, and one of it in the base unit of the kind, or the scale of temperatures.
_MEASURES = {
    "length-kilometer": ("length", "1000"),
    "length-meter": ("length", "1"),
    "length-centimeter": ("length", "0.01"),
    "length-millimeter": ("length", "0.001"),
    "mass-tonne": ("weight", "1000000"),
    "mass-kilogram": ("weight", "1000"),
    "mass-gram": ("weight", "1"),
    "area-square-kilometer": ("area", "1000000"),
    "area-square-meter": ("area", "1"),
    "area-hectare": ("area", "10000"),
    "volume-liter": ("volume", "1"),
    "speed-kilometer-per-hour": ("speed", "1"),
    "temperature-celsius": ("heat", "C"),
    "temperature-fahrenheit": ("heat", "F"),
    "length-mile": ("length", "1609.344"),
    "length-foot": ("length", "0.3048"),
    "length-inch": ("length", "0.0254"),
    "length-nautical-mile": ("length", "1852"),
    "length-light-year": ("length", "9460700000000000"),
    "mass-milligram": ("weight", "0.001"),
    "mass-ounce": ("weight", "28.35"),
    "area-acre": ("area", "4046.86"),
    "area-square-mile": ("area", "2589988"),
    "volume-milliliter": ("volume", "0.001"),
    "volume-hectoliter": ("volume", "100"),
    "volume-cubic-meter": ("volume", "1000"),
    "volume-cubic-kilometer": ("volume", "1000000000000"),
    "volume-gallon": ("volume", "3.785"),
    "volume-barrel": ("volume", "159"),
    "speed-meter-per-second": ("speed", "3.6"),
    "speed-mile-per-hour": ("speed", "1.609344"),
    "speed-knot": ("speed", "1.852"),
    "concentr-permille": ("percent", "0.1"),
    "concentr-part-per-1e6": ("percent", "0.0001"),
    "power-watt": ("power", "1"),
    "power-kilowatt": ("power", "1000"),
    "power-megawatt": ("power", "1000000"),
    "power-gigawatt": ("power", "1000000000"),
    "power-horsepower": ("horsepower", "1"),
    "energy-kilowatt-hour": ("energy", "1000"),
    "energy-kilocalorie": ("energy", "1.162"),
    "frequency-hertz": ("frequency", "1"),
    "frequency-kilohertz": ("frequency", "1000"),
    "frequency-megahertz": ("frequency", "1000000"),
    "frequency-gigahertz": ("frequency", "1000000000"),
    "digital-kilobyte": ("data", "1000"),
    "digital-megabyte": ("data", "1000000"),
    "digital-gigabyte": ("data", "1000000000"),
    "digital-terabyte": ("data", "1000000000000"),
    "pressure-hectopascal": ("pressure", "100"),
    "pressure-millibar": ("pressure", "100"),
    "electric-volt": ("voltage", "1"),
    "electric-ampere": ("current", "1"),
}
# Units whose abbreviation is a unit also where the words around it say nothing: not 'in', 'ac' and 'M' (sea miles).
_SHORT_MEASURES = (
    *("area-square-kilometer", "area-square-meter", "area-square-mile", "area-hectare"),
    *("volume-milliliter", "volume-cubic-meter", "volume-cubic-kilometer"),
    *("temperature-celsius", "temperature-fahrenheit", "concentr-permille", "concentr-part-per-1e6"),
    *("speed-kilometer-per-hour", "speed-meter-per-second", "speed-mile-per-hour"),
    *(
        "power-kilowatt",
        "power-megawatt",
        "power-gigawatt",
        "power-horsepower",
        "energy-kilowatt-hour",
        "energy-kilocalorie",
    ),
    *("frequency-hertz", "frequency-kilohertz", "frequency-megahertz", "frequency-gigahertz"),
    *(
        "digital-kilobyte",
        "digital-megabyte",
        "digital-gigabyte",
        "digital-terabyte",
        "pressure-hectopascal",
        "pressure-millibar",
    ),
)
# Other spellings of a language, besides that of its largest country.
_SPELLINGS = {"en": ("en_GB",), "es": ("es_MX",), "fr": ("fr_CA",), "pt": ("pt_PT",), "zh": ("zh_Hant",)}
# Words with a unit in German have an ending in the dative: mit zwei Kubikmetern.
_GERMAN_DATIVE = re.compile(r"\w+(?:meter|liter|meile|unze|stunde)")
# A sign of a unit may have a raised figure and a stroke, and no space.
_SIGN = re.compile(r"[^\W\d_]*[^\s\d.]+")
_UNITS = ("day", "week", "month", "year")
# A month so short may be another word; it counts only beside a figure.
_SHORT = 3
_UNSURE_MONTHS = frozenset({"mars", "mart"})
# Languages in which a weekday is also another frequent word: 'pazar' is a market, 'minggu' a week, 'thứ hai' second.
_UNSURE_WEEKDAYS = frozenset({"id", "ms", "tr", "vi"})
# Words of the news before a year, which the long dates of the CLDR have no more: 3 tháng 5 năm 2026.
_BEFORE_YEAR = {"vi": ["năm"]}
# Words of Japanese that the CLDR has not: what follows a number in Han characters, times of day, and a share of ten.
# Left out are 分, 度, 部 and 時, for 十分 is 'enough', 一度 'once', 一部 'partly' and 一時 'for a time',
# and 年, for 昭和三十年 is a year.
_JAPANESE: dict[str, dict[str, Any]] = {
    "numbers": {
        "counters": [
            *(
                "人",
                "名",
                "円",
                "歳",
                "件",
                "台",
                "本",
                "枚",
                "個",
                "匹",
                "頭",
                "隻",
                "軒",
                "戸",
                "棟",
                "社",
                "校",
                "票",
                "冊",
                "両",
                "機",
            ),
            *(
                "か所",
                "カ所",
                "ヶ所",
                "箇所",
                "年間",
                "日間",
                "週間",
                "か月",
                "カ月",
                "ヶ月",
                "時間",
                "世紀",
                "割",
                "倍",
                "回",
            ),
            *(
                "メートル",
                "キロ",
                "センチ",
                "ミリ",
                "トン",
                "グラム",
                "リットル",
                "ヘクタール",
                "ドル",
                "ユーロ",
                "ポンド",
                "元",
                "ウォン",
            ),
        ],
        "weak": ["一人", "一個", "一回", "一台", "一本", "一枚"],
    },
    "measures": {
        "percent": {"割": "10"},
        "length": {"キロ": "1000", "センチ": "0.01", "ミリ": "0.001"},
        "money": {"円": "JPY", "ドル": "USD", "元": "CNY", "ポンド": "GBP", "ウォン": "KRW"},
        "duration": {
            "年": "31557600",
            "年間": "31557600",
            "か月": "2629800",
            "カ月": "2629800",
            "ヶ月": "2629800",
            "週間": "604800",
            "日間": "86400",
            "時間": "3600",
            "分間": "60",
            "秒間": "1",
            "分": "60",
            "秒": "1",
            "歳": "31557600",
        },
    },
    "dates": {
        "hour_signs": ["時"],
        "daytimes_before": {"午前": 0, "午後": 12, "夜": -1},
        "midday": ["正午"],
        "short_weekdays": {"月": 1, "火": 2, "水": 3, "木": 4, "金": 5, "土": 6, "日": 7},
    },
}
# Countries that count years in a calendar of their own, and by how many years it is ahead: 2569 is 2026 in Thailand.
_YEARS_AHEAD = {"th": 543}
# A word of a pattern of dates between the day and the month or before the year: d 'de' MMMM 'de' y.
_OF = re.compile(r"(?:d|MMMM)\s*'(\w+)'\s*(?=MMMM|y)")
# A letter, with the vowel signs of Indian scripts and of Thai; a half space parts words of Persian.
_LETTER = r"(?:[^\W\d_]|[\u0900-\u0d7f\u0e31-\u0e4e\u200c])"
# A language whose abbreviations of magnitudes stand for two values each, for a crore and ten thousand crore.
_UNSURE_SHORT = frozenset({"bn"})
_WORDS = re.compile(rf"{_LETTER}+(?:[ '.-]{_LETTER}+)*\.?")


def tables(language: str) -> dict[str, Any]:
    """Return the tables of a language, in the form of lexicons/README.md."""
    locale = Locale.parse(language)
    symbols = locale.number_symbols["latn"]
    months, weekdays = (
        [word.casefold() for word in names["format"]["wide"].values()]
        for names in (locale.months, _from_monday(locale))
    )
    short = [*locale.months["format"]["abbreviated"].values(), *locale.months["stand-alone"]["abbreviated"].values()]
    # In folded texts the Polish 'się' (oneself) is 'sie', as August is.
    common = {folded(word).text for word in common_words(language)}
    prefix = re.search(r"(\w)'?MMMM", locale.date_formats["long"].pattern.replace("d'", "d "))
    of = [*_OF.findall(locale.date_formats["long"].pattern), *_BEFORE_YEAR.get(language, ())]
    dates: dict[str, Any] = {
        "months": months,
        "weekdays": weekdays,
        "months_declined": {
            **_others(locale.months["stand-alone"]["wide"].values(), months),
            # 12 במרץ: 'in March' is one word in Hebrew.
            **{f"{prefix[1]}{month}": at for at, month in enumerate(months, 1) if prefix},
        },
        "weekdays_declined": _others(_from_monday(locale)["stand-alone"]["wide"].values(), weekdays),
        "short_months": {form: at for form, at in _others(short, months).items() if folded(form).text not in common},
        "unsure_months": [word for word in months if len(word) <= _SHORT or word in _UNSURE_MONTHS],
        "ordinal_endings": ["."] if "d." in locale.date_formats["long"].pattern else [],
        "of": [*dict.fromkeys(of)],
        "years_ahead": _YEARS_AHEAD.get(language, 0),
        "relative": {unit: own for unit in _UNITS if (own := _relative(locale, unit))},
    }
    if language in _UNSURE_WEEKDAYS:
        del dates["weekdays"], dates["weekdays_declined"]
    numbers = {
        "decimal": symbols["decimal"],
        "groups": symbols["group"].replace("\xa0", " ").replace("\u202f", " "),
        "magnitudes": _magnitudes(locale, "long"),
        "short_magnitudes": {} if language in _UNSURE_SHORT else _magnitudes(locale, "short"),
        "magnitudes_first": locale.compact_decimal_formats["long"]["other"]["1000000"].pattern.split()[0].isalpha(),
        "percent": _unit_words(locale, "concentr-percent", "{0}(.+)"),
        "percent_before": _unit_words(locale, "concentr-percent", "(.+){0}"),
        "measures": _measures(language),
    }
    if language == "ja":
        made, own = numbers["measures"], _JAPANESE["measures"]
        measures = {kind: made.get(kind, {}) | own.get(kind, {}) for kind in sorted({*made, *own})}
        numbers = _JAPANESE["numbers"] | numbers | {"measures": measures}
        dates = _JAPANESE["dates"] | dates
    numbers = {name: own for name, own in numbers.items() if own or name in ("magnitudes", "short_magnitudes")}
    return {"numbers": numbers, "dates": {name: own for name, own in dates.items() if own}}


def _from_monday(locale: Locale) -> Mapping[str, Any]:
    return {form: {"wide": dict(sorted(names["wide"].items()))} for form, names in locale.days.items()}


def _others(words: Iterable[str], known: list[str]) -> dict[str, int]:
    """Return the words that are not known, with their places among the known ones, from 1, and without a point."""
    forms = [word.casefold().rstrip(".") for word in words]
    return {form: at % len(known) + 1 for at, form in enumerate(forms) if _WORDS.fullmatch(form) and form not in known}


def _relative(locale: Locale, unit: str) -> dict[str, int]:
    words = locale._data["date_fields"].get(unit, {}).get("relative", {})
    return {word.casefold(): shift for shift, word in sorted(words.items()) if _WORDS.fullmatch(word)}


def _magnitudes(locale: Locale, form: str) -> dict[str, str]:
    """Return the words for a thousand and more, in every plural, and their values.

    The zeros of a pattern are the figures before the word: '00 लाख' of 1,000,000 is ten times 100,000.
    """
    found: dict[str, set[str]] = {}
    for patterns in locale.compact_decimal_formats[form].values():
        for size, pattern in patterns.items():
            # Behind a semicolon is the pattern of negative numbers.
            positive = pattern.pattern.partition(";")[0]
            figures = positive.count("0")
            shown = re.sub("['\u2019\u200e\u200f]", "", positive.replace("0", "")).replace("\xa0", " ")
            word = shown.strip().casefold()
            value = int(size) // 10 ** max(0, figures - 1)
            if figures and value >= _LEAST_MAGNITUDE and len(word) > 1 and _WORDS.fullmatch(word):
                found.setdefault(word, set()).add(f"1e{len(str(value)) - 1}")
    return {word: values.pop() for word, values in found.items() if len(values) == 1}


def _unit_words(locale: Locale, unit: str, form: str) -> list[str]:
    """Return the words of a unit in every plural; `form` is an expression for the figure {0} and the words."""
    patterns = locale._data["unit_patterns"].get(unit, {}).get("long", {})
    expression = re.compile(form.replace("{0}", r"\{0\}"))
    own = (expression.fullmatch(pattern) for plural, pattern in patterns.items() if plural != "per")
    words = (match[1].replace("\xa0", " ").strip().casefold() for match in own if match)
    return [*dict.fromkeys(word for word in words if _WORDS.fullmatch(word))]


def _measures(language: str) -> dict[str, dict[str, str]]:
    """Return kind of measure -> word of a unit -> its size or scale.

    Left out are common words, as 'nos' is no knots, numbers, as 'mille' is no mile, and the signs of every language.
    """
    found: dict[str, dict[str, str]] = {}
    numbers = lexicon(language)["numbers"] if language in LANGUAGES else {}
    others = (*common_words(language), *numbers.get("words", ()), *numbers.get("magnitudes", ()), *UNIT_SIGNS)
    taken = {folded(word).text for word in others}
    locales = [Locale.parse(spelling) for spelling in (language, *_SPELLINGS.get(language, ()))]
    for unit, (kind, size) in _MEASURES.items():
        words = [word for locale in locales for word in _unit_words(locale, unit, "{0}(.+)")]
        if language == "de":
            words += [f"{word.removesuffix('n')}n" for word in words if _GERMAN_DATIVE.fullmatch(word)]
        if unit in _SHORT_MEASURES:
            words += [sign for locale in locales for sign in _unit_signs(locale, unit)]
        for word in words:
            if folded(word).text not in taken:
                found.setdefault(kind, {}).setdefault(word, size)
    if money := _money(locales[0]):
        found["money"] = money
    return found


def _unit_signs(locale: Locale, unit: str) -> list[str]:
    """Return the abbreviations of a unit behind a figure, without single letters."""
    patterns = locale._data["unit_patterns"].get(unit, {}).get("short", {})
    behind = (pattern.removeprefix("{0}") for plural, pattern in patterns.items() if plural != "per")
    signs = dict.fromkeys(sign.replace("\xa0", " ").strip().casefold() for sign in behind)
    return [sign for sign in signs if _SIGN.fullmatch(sign) and not (len(sign) == 1 and sign.isalpha())]


def _money(locale: Locale) -> dict[str, str]:
    """Return the names of currencies, in every plural -> currency; none for a name that two currencies have."""
    found: dict[str, set[str]] = {}
    for currency in _CURRENCIES:
        plurals = locale._data["currency_names_plural"].get(currency, {})
        for name in dict.fromkeys([locale.currencies.get(currency, ""), *plurals.values()]):
            word = name.replace("\xa0", " ").replace("İ", "i").casefold()
            if not _WORDS.fullmatch(word):
                continue
            adjective = _GERMAN_ADJECTIVE.fullmatch(word) if locale.language == "de" else None
            others = [f"{adjective[1]}{ending} {adjective[2]}" for ending in ("", "n")] if adjective else []
            for form in (word, *others):
                found.setdefault(form, set()).add(currency)
    return {word: currencies.pop() for word, currencies in found.items() if len(currencies) == 1}


def _toml(table: Mapping[str, Any], path: str) -> Iterator[str]:
    yield f"\n[{path}]"
    for name, value in table.items():
        if name in ("relative", "measures"):
            yield from (f"\n[{path}.{name}]", *(f"{unit} = {_inline(own)}" for unit, own in value.items()))
        else:
            yield f"{name} = {_inline(value)}"


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_inline(key)} = {_inline(own)}' for key, own in value.items())} }}" if value else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    return json.dumps(value, ensure_ascii=False)


def text(language: str) -> str:
    """Return the file of a language."""
    own = tables(language)
    head = f"# Made by docs/make_cldr.py from the Unicode CLDR {get_cldr_version()}."
    return "\n".join([head, *_toml(own["numbers"], "numbers"), *_toml(own["dates"], "dates"), ""])


def measures_text(language: str) -> str:
    """Return the file of the units and currencies in a language with a lexicon."""
    head = f"# Made by docs/make_cldr.py from the Unicode CLDR {get_cldr_version()}."
    lines = (f"{kind} = {_inline(own)}" for kind, own in _measures(language).items())
    return "\n".join([head, "", "[numbers.measures]", *lines, ""])


def main() -> None:
    """Write the files of all languages."""
    _OF_LEXICONS.mkdir(exist_ok=True)
    for language in LANGUAGES:
        (_OF_LEXICONS / f"{language}.toml").write_text(measures_text(language), encoding="utf-8")
    _FOLDER.mkdir(exist_ok=True)
    for language in FROM_CLDR:
        (_FOLDER / f"{language}.toml").write_text(text(language), encoding="utf-8")


if __name__ == "__main__":
    main()
