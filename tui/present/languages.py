"""The English name of each language that an article can be read as, by its code."""

_NAMES = """
    af Afrikaans, am Amharic, ar Arabic, as Assamese, ast Asturian, az Azerbaijani, ba Bashkir, be Belarusian,
    bg Bulgarian, bho Bhojpuri, bn Bengali, bo Tibetan, br Breton, bs Bosnian, ca Catalan, ceb Cebuano, ckb
    Central Kurdish, co Corsican, cs Czech, cy Welsh, da Danish, de German, dv Dhivehi, el Greek, en English, eo
    Esperanto, es Spanish, et Estonian, eu Basque, fa Persian, fi Finnish, fo Faroese, fr French, fur Friulian,
    fy Frisian, ga Irish, gd Scottish Gaelic, gl Galician, gu Gujarati, ha Hausa, he Hebrew, hi Hindi, hr
    Croatian, hsb Upper Sorbian, ht Haitian Creole, hu Hungarian, hy Armenian, ia Interlingua, id Indonesian, ig
    Igbo, is Icelandic, it Italian, ja Japanese, jv Javanese, ka Georgian, kk Kazakh, km Khmer, kn Kannada, ko
    Korean, ku Kurdish, ky Kyrgyz, la Latin, lb Luxembourgish, lo Lao, lt Lithuanian, lv Latvian, mai Maithili,
    mg Malagasy, mi Maori, mk Macedonian, ml Malayalam, mn Mongolian, mr Marathi, ms Malay, mt Maltese, my
    Burmese, nb Norwegian Bokmål, nds Low German, ne Nepali, nl Dutch, nn Norwegian Nynorsk, oc Occitan, or
    Odia, pa Punjabi, pl Polish, ps Pashto, pt Portuguese, rm Romansh, ro Romanian, ru Russian, sa Sanskrit, sc
    Sardinian, sco Scots, sd Sindhi, se Northern Sami, si Sinhala, sk Slovak, sl Slovenian, so Somali, sq
    Albanian, sr Serbian, su Sundanese, sv Swedish, sw Swahili, ta Tamil, te Telugu, tg Tajik, th Thai, ti
    Tigrinya, tk Turkmen, tl Filipino, tr Turkish, tt Tatar, ug Uyghur, uk Ukrainian, ur Urdu, uz Uzbek, vi
    Vietnamese, xh Xhosa, yi Yiddish, yo Yoruba, zh Chinese, zu Zulu
"""

LANGUAGE_NAMES = dict(name.split(" ", 1) for name in " ".join(_NAMES.split()).split(", "))
"""English names by the codes of diffing/text/languages.txt."""


def language_name(code: str) -> str:
    """Return the English name of a language; the code itself for one that newsdiff does not know, as JSON may have."""
    return LANGUAGE_NAMES.get(code, code)
