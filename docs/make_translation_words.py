"""Generate the words of two languages: `python -m docs.make_translation_words ANNOTATIONS`.

    de  ->  diffing/translation/words/de.txt:   pferd<tab>310   frankr<tab>TFR   zwolf<tab>=12   mai<tab>!M5
            okt<tab>~M10

ANNOTATIONS is the folder `annotations` of the npm package cldr-annotations-full: the names and keywords that the
Unicode CLDR has for characters. Countries, months and the like come from Babel, number words from unicode-rbnf; both
package the CLDR too. The files are written because loading a locale of Babel takes longer than aligning two articles.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import regex
from babel import Locale
from unicode_rbnf import RbnfEngine
from unicode_rbnf.engine import NoRuleForNumberError

from diffing.text.common_words import common_words
from diffing.translation.stems import UNSPACED, folded, stem
from diffing.translation.tables import LANGUAGES

_FOLDER = Path(__file__).parent.parent / "diffing" / "translation" / "words"
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’.-][\p{L}\p{M}]+)*")
# Words with more concepts mean too much, and longer phrases are rare.
# Languages in which every weekday is two words. Elsewhere such words are an ordinal too, as in Vietnamese.
_PHRASES_FOR_DAYS = frozenset({"he"})
_MOST_CONCEPTS, _LONGEST_PHRASE, _LONGEST_WORD = 10, 3, 8
_CURRENCIES = """
    USD EUR GBP JPY CNY RUB CHF INR KRW BRL MXN ARS TRY UAH PLN SEK NOK DKK ISK CZK HUF ILS ZAR CAD AUD
"""
_UNITS = """
    second minute hour day week month year decade century meter kilometer centimeter mile foot inch kilogram gram ton
    tonne pound liter gallon hectare acre degree percent celsius kilowatt megawatt square-kilometer bit byte calorie
    barrel knot
"""
_CONTINENTS = ("150", "002", "142", "019", "009")
_LAST_ORDINAL = 31
_ARTICLE = "ال"
# The numbers 3 to 10 lose it before a noun of the other gender.
_FEMININE, _WITH_GENDER = "ة", range(3, 11)
# Forms in cases that the CLDR lacks.
_MORE_NUMBERS = {
    "ar": """
        احد 1 احدى 1 اثنا 2 اثني 2 اثنين 2 اثنتا 2 اثنتي 2 اثنتين 2 عشرين 20 ثلاثين 30 أربعين 40 خمسين 50
        ستين 60 سبعين 70 ثمانين 80 تسعين 90 مئة 100 مائتا 200 مائتي 200 مائتين 200 مئتان 200 مئتا 200 مئتي 200
        مئتين 200 ثلاثمائة 300 ثلاثمئة 300 أربعمائة 400 أربعمئة 400 خمسمائة 500 خمسمئة 500 ستمائة 600
        ستمئة 600 سبعمائة 700 سبعمئة 700 ثمانمائة 800 ثمانمئة 800 تسعمائة 900 تسعمئة 900 ألفا 1000 آلاف 1000
        ألفان 2000 ألفي 2000 ألفين 2000 مليونا 1000000 مليونان 2000000 مليوني 2000000 مليونين 2000000
        مليارا 1000000000 مليارات 1000000000 مليارين 2000000000
    """,
    "pt": "dezasseis 16 dezassete 17 dezanove 19",
    "uk": """
        двох 2 двом 2 двома 2 трьох 3 трьом 3 трьома 3 чотирьох 4 чотирьом 4 чотирма 4 п'яти 5 п'ятьох 5 п'ятьма 5
        шести 6 шістьох 6 шістьма 6 семи 7 сімох 7 сьома 7 восьми 8 вісьмох 8 вісьма 8 дев'яти 9 дев'ятьох 9 дев'ятьма 9
        десяти 10 десятьох 10 десятьма 10 одинадцяти 11 дванадцяти 12
        двадцяти 20 двадцятьох 20 двадцятьома 20 двадцятьом 20 двадцятьма 20 тридцяти 30 тридцятьох 30 тридцятьома 30
        тридцятьом 30 тридцятьма 30 п'ятдесяти 50 п'ятдесятьох 50 п'ятдесятьома 50 п'ятдесятьом 50 п'ятдесятьма 50
        шістдесяти 60 шістдесятьох 60 шістдесятьома 60 шістдесятьом 60 шістдесятьма 60 сімдесяти 70 сімдесятьох 70
        сімдесятьома 70 сімдесятьом 70 сімдесятьма 70 вісімдесяти 80 вісімдесятьох 80 вісімдесятьома 80 вісімдесятьом 80
    """,
    "pl": """
        piąty 5 piąta 5 piątej 5 piątego 5 piątym 5 szósty 6 szósta 6 szóstej 6 szóstego 6 szóstym 6 siódmy 7 siódma 7
        siódmej 7 siódmego 7 siódmym 7 ósmy 8 ósma 8 ósmej 8 ósmego 8 ósmym 8 dziewiąty 9 dziewiąta 9 dziewiątej 9
        dziewiątego 9 dziewiątym 9 dziesiąty 10 dziesiąta 10 dziesiątej 10 dziesiątego 10 dziesiątym 10 jedenasty 11
        jedenasta 11 jedenastej 11 jedenastego 11 jedenastym 11 dwunasty 12 dwunasta 12 dwunastej 12 dwunastego 12
        dwunastym 12 trzynasty 13 trzynasta 13 trzynastej 13 trzynastego 13 trzynastym 13 czternasty 14 czternasta 14
    """,
    "cs": """
        dvou 2 dvema 2 třech 3 třem 3 třemi 3 čtyřech 4 čtyřem 4 čtyřmi 4 pěti 5 šesti 6 sedmi 7 osmi 8 devíti 9
    """,
    "el": """
        τριών 3 τεσσάρων 4 δεκατριών 13 δεκατεσσάρων 14 εφτά 7 οχτώ 8 εννιά 9 διακοσίων 200 τριακοσίων 300 εκατόν 100
    """,
}
# Weekdays in cases and forms that the CLDR lacks; of Hebrew, phrases whose stems are not those of 'day one'.
_MORE_DATES = {
    "pl": "wtorku D1 wtorkiem D1 wtorki D1 piątku D4 piątkiem D4 piątki D4",
    "fi": "maanantaihin D0 tiistaihin D1 torstaihin D3 torstaisin D3",
    "ja": "月曜 D0 火曜 D1 水曜 D2 木曜 D3 金曜 D4 土曜 D5 日曜 D6",
    "zh": "礼拜一 D0 礼拜二 D1 礼拜三 D2 礼拜四 D3 礼拜五 D4 礼拜六 D5 礼拜天 D6 礼拜日 D6 星期天 D6",
}
# Short months that the CLDR lacks, such as those of news agencies.
_MORE_SHORT_MONTHS = {"en": "sept M9", "de": "sept M9"}
# Arabic names of months in other countries. Other words are written like three of them: father, the surname May, Juan.
_COUNTRIES_OF_MONTHS = {"ar": ("ar_SY", "ar_DZ", "ar_MA")}
_OTHER_WORDS = frozenset({"اب", "ماي", "جوان"})
_HEBREW_DAYS, _BEFORE_HEBREW_DAY = "שני שלישי רביעי חמישי שישי שבת ראשון", ("ימים", "ימי", "עד")


class Words:
    """The words of a language: concepts by stem, values by number word, dates by full word, short months."""

    def __init__(self, language: str, annotations: Path) -> None:
        self.language = language
        self.concepts: defaultdict[str, set[str]] = defaultdict(set)
        self.numbers: dict[str, int] = {}
        self.dates: dict[str, str] = {}
        self.short_months: dict[str, str] = {}
        self._common = common_words(language)
        self._add_characters(annotations)
        locale = Locale.parse(language)
        self._add_names(locale)
        if language not in UNSPACED:
            self._add_number_words()
            self._add_magnitudes(locale)

    def text(self) -> str:
        """Return the file of the language."""
        numbers = sorted(self.numbers.items(), key=lambda item: (item[1], item[0]))
        lines = [f"{word}\t={value}" for word, value in numbers]
        lines += [f"{word}\t!{date}" for word, date in sorted(self.dates.items())]
        lines += [f"{word}\t~{month}" for word, month in sorted(self.short_months.items()) if word not in self.numbers]
        for word, concepts in sorted(self.concepts.items()):
            if len(concepts) <= _MOST_CONCEPTS and word not in self.numbers:
                lines.append(f"{word}\t{' '.join(sorted(concepts))}")
        return "\n".join([*lines, ""])

    def _add(self, text: str, concept: str, *, may_be_phrase: bool = False) -> None:
        text = text.strip()
        if not text or any(map(str.isdigit, text)):
            return
        if self.language in UNSPACED:
            word = folded(text)
            if regex.fullmatch(r"\w+", word) and len(word) <= _LONGEST_WORD:
                self.concepts[word].add(concept)
            return
        found = [self._stem(folded(word)) for word in _WORD.findall(text)]
        if len(found) == 1 and len(found[0]) >= _LONGEST_PHRASE:
            self.concepts[found[0]].add(concept)
        elif may_be_phrase and 1 < len(found) <= _LONGEST_PHRASE:
            self.concepts[" ".join(found)].add(concept)

    def _add_months(self, locale: Locale) -> None:
        """Add the months, those of other countries that use the language, and short forms that are no common words."""
        for country in _COUNTRIES_OF_MONTHS.get(self.language, ()):
            for number, name in Locale.parse(country).months["format"]["wide"].items():
                if folded(name) not in _OTHER_WORDS:
                    self._add(name, f"M{number}", may_be_phrase=True)
                    if " " not in name:
                        self._add_date(name, f"M{number}")
        more = _MORE_SHORT_MONTHS.get(self.language, "").split()
        short = [*zip(more[::2], more[1::2], strict=True)]
        for forms in locale.months.values():
            short += [(name, f"M{number}") for number, name in forms["abbreviated"].items()]
        common = {folded(word) for word in self._common}
        for name, month in short:
            word = folded(name.rstrip(".\u0970׳"))
            if regex.fullmatch(r"[\p{L}\p{M}]{2,}", word) and not {word} & (common | self.dates.keys()):
                self.short_months.setdefault(word, month)

    def _add_date(self, name: str, concept: str) -> None:
        self._add(name, concept, may_be_phrase=self.language in _PHRASES_FOR_DAYS)
        word = folded(name)
        if self.language not in UNSPACED and regex.fullmatch(r"[\p{L}\p{M}-]+", word):
            self.dates.setdefault(word, concept)

    def _stem(self, form: str) -> str:
        """Return the stem of a word, of an Arabic one without its article."""
        has_article = self.language == "ar" and form.startswith(_ARTICLE) and len(form) > 2 * len(_ARTICLE)
        return stem(form.removeprefix(_ARTICLE) if has_article else form)

    def _add_characters(self, annotations: Path) -> None:
        order = sorted(_annotations(annotations, "en"))
        own = _annotations(annotations, {"nb": "no"}.get(self.language, self.language))
        for at, character in enumerate(order):
            names = own.get(character, {})
            for name in sorted({*names.get("default", ()), *names.get("tts", ())}):
                # 'the' and 'for' are keywords of some characters.
                if self.language in UNSPACED or name.casefold() not in self._common:
                    self._add(name, f"{at:x}")

    def _add_names(self, locale: Locale) -> None:
        for code, name in locale.territories.items():
            if len(code) == 2 or code in _CONTINENTS:
                self._add(regex.sub(r"\s*\(.*?\)", "", name), f"T{code}", may_be_phrase=True)
        for code, name in locale.languages.items():
            if len(code) <= 3:
                self._add(name, f"L{code}", may_be_phrase=True)
        for code in _CURRENCIES.split():
            self._add(locale.currencies.get(code, ""), f"C{code}", may_be_phrase=True)
        for forms in locale.months.values():
            for number, name in forms["wide"].items():
                self._add_date(name, f"M{number}")
        if self.language not in UNSPACED:
            self._add_months(locale)
        widths = ("wide", "abbreviated") if self.language == "zh" else ("wide",)
        for forms in locale.days.values():
            for width in widths:
                for number, name in forms[width].items():
                    self._add_date(name, f"D{number}")
        more = _MORE_DATES.get(self.language, "").split()
        for word, concept in zip(more[::2], more[1::2], strict=True):
            if self.language in UNSPACED:
                self.concepts[folded(word)].add(concept)
            else:
                self.dates.setdefault(folded(word), concept)
        if self.language in _PHRASES_FOR_DAYS:
            for number, name in enumerate(_HEBREW_DAYS.split()):
                for before in _BEFORE_HEBREW_DAY:
                    self._add(f"{before} {name}", f"D{number}", may_be_phrase=True)
        for unit, patterns in locale._data["unit_patterns"].items():
            if unit.split("-", 1)[-1] in _UNITS.split():
                for pattern in patterns.get("long", {}).values():
                    if isinstance(pattern, str):
                        self._add(pattern.replace("{0}", " "), f"U{unit}")
        for field, forms in locale._data["date_fields"].items():
            if field.endswith(("short", "narrow")):
                continue
            for shift, name in forms.get("relative", {}).items():
                self._add(name, f"R{field}{shift}", may_be_phrase=True)
        for zone, names in locale._data["time_zones"].items():
            if names.get("city"):
                self._add(names["city"], f"Z{zone.split('/')[-1]}", may_be_phrase=True)

    def _add_number_words(self) -> None:
        """Add the words for 1 to 99 and the hundreds; of several words, the one behind a known number is a hundred."""
        try:
            engine = RbnfEngine.for_language(self.language)
        except ValueError:
            return
        for name in engine.rulesets:
            is_ordinal = name.startswith("spellout-ordinal")
            is_of_kind = is_ordinal or name.startswith(("spellout-cardinal", "spellout-numbering"))
            if not is_of_kind or name.endswith("year") or "financial" in name:
                continue
            last = _LAST_ORDINAL if is_ordinal else 100
            for number in (*range(2 if is_ordinal else 1, last + 1), *range(200, 1000, 100), 1000):
                if not is_ordinal or number <= last:
                    for word, value in self._spelled(engine, name, number):
                        self.numbers.setdefault(word, value)
        for word, value in list(self.numbers.items()):
            if self.language == "ar" and value in _WITH_GENDER and word.endswith(_FEMININE):
                self.numbers.setdefault(word.removesuffix(_FEMININE), value)
        more = _MORE_NUMBERS.get(self.language, "").split()
        self.numbers.update(zip(map(folded, more[::2]), map(int, more[1::2]), strict=True))

    def _spelled(self, engine: Any, name: str, number: int) -> Iterator[tuple[str, int]]:
        try:
            spelled = engine.format_number(number, ruleset_names=[name]).text_by_ruleset[name]
        except (KeyError, ValueError, ZeroDivisionError, NoRuleForNumberError):
            return
        words = folded(spelled.replace("\xad", "")).split()
        if len(words) == 1 and regex.fullmatch(r"[^\W\d_]+(?:'[^\W\d_]+)?", words[0]):
            yield words[0], number
        elif len(words) == 2 and 200 <= number < 1000 and self.numbers.get(words[0]) == number // 100:
            yield words[1], 100

    def _add_magnitudes(self, locale: Locale) -> None:
        for form in ("long", "short"):
            for patterns in locale.compact_decimal_formats[form].values():
                for size, pattern in patterns.items():
                    shown = regex.sub("['\u2019.\u200e\u200f]", "", pattern.pattern.replace("\xa0", " "))
                    word = folded(shown.replace("0", "").strip())
                    noughts = shown.count("0")
                    if noughts and len(word) > 1 and regex.fullmatch(r"[\p{L}\p{M}]+", word):
                        self.numbers.setdefault(word, 10 ** (len(size) - noughts))


def _annotations(folder: Path, language: str) -> dict[str, Any]:
    text = (folder / language / "annotations.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)["annotations"]["annotations"]
    return found


def main() -> None:
    """Write the files of all languages."""
    annotations = Path(sys.argv[1])
    for language in sorted(LANGUAGES):
        (_FOLDER / f"{language}.txt").write_text(Words(language, annotations).text(), encoding="utf-8")


if __name__ == "__main__":
    main()
