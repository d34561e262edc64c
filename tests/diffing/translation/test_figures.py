from fractions import Fraction

import pytest

from diffing.text.reading import ReadText
from diffing.translation.contents import Reader, joined

MILLION = 10**6


def numbers(text: str, language: str) -> set[Fraction | str]:
    reader = Reader(language)
    text = reader.plain(text)
    return {mention.value for mention in reader.numbers_in(text, reader.words_in(text))}


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("3,400 ships", "en", 3400),
        ("3.400 barcos", "es", 3400),
        ("3 400 navires", "fr", 3400),
        ("3\u202f400 navires", "fr", 3400),
        ("1,482.5 tons", "en", Fraction("1482.5")),
        ("1.482,5 Tonnen", "de", Fraction("1482.5")),
        ("1,5 Mio. Euro", "de", 15 * MILLION // 10),
        ("C$3m", "en", 3 * MILLION),
        ("£1.5bn", "en", 1500 * MILLION),
        ("€20k", "en", 20_000),
        ("300m", "en", 300),
        ("$30 memorial", "en", 30),
        ("1.5 million euros", "en", 15 * MILLION // 10),
        ("12,5 millones", "es", 125 * MILLION // 10),
        # Letters for a scale: of French ones, what stands behind must be money.
        ("3.6M users", "en", 36 * MILLION // 10),
        ("47K users", "en", 47_000),
        ("some 2bn devices", "en", 2000 * MILLION),
        ("3,2 Md€", "fr", 3200 * MILLION),
        ("12 M d'euros", "fr", 12 * MILLION),
        ("un mur de 5 m", "fr", 5),
        ("12,34,567 homes", "en", 1_234_567),
        ("dix-sept bateaux", "fr", 17),
        ("soixante-dix-sept bateaux", "fr", 77),
        ("quatre-vingt-dix-sept bateaux", "fr", 97),
        ("dezassete barcos", "pt", 17),
        ("خمسين شخصا", "ar", 50),
        ("في عمر ثلاثمائة وأربعة وسبعين عاما", "ar", 374),
        ("ألفي شخص", "ar", 2000),
        ("שלוש מאות ארבעים ושבע סירות", "he", 347),
        ("ארבע עשרה סירות", "he", 14),
        ("שנים עשר חודשים", "he", 12),
        ("2,1 млн человек", "ru", 21 * MILLION // 10),
        ("3 млрд рублей", "ru", 3000 * MILLION),
        ("30億円", "ja", 3000 * MILLION),
        ("3亿5000万元", "zh", 350 * MILLION),
        ("5만 명", "ko", 50_000),
        ("5만 2천 명", "ko", 52_000),
        ("5백억 원", "ko", 50_000 * MILLION),
        ("3억 5000만 원", "ko", 350 * MILLION),
        ("2만5천원", "ko", 25_000),
        ("2万5000人", "ja", 25_000),
        ("1億2345万円", "ja", 123_450_000),
        ("двадцятьма чотирма цистернами", "uk", 24),
        ("близько двохсот людей", "uk", 200),
        ("po čtyřiceti letech", "cs", 40),
        ("о пів на восьму", "uk", "7:30"),
        ("до половины одиннадцатого", "ru", "10:30"),
        ("o wpół do ósmej", "pl", "7:30"),
        ("kwadrans po dziewiątej", "pl", "9:15"),
        ("στις επτά και μισή", "el", "7:30"),
        # Vowel signs and other marks belong to the word.
        ("60 लाख रुपये", "hi", 6 * MILLION),
        ("1.5 करोड़ लोग", "hi", 15 * MILLION),
        # A script without spaces.
        ("5 ล้านคน", "th", 5 * MILLION),
        ("20 พันล้านบาท", "th", 20_000 * MILLION),
        ("١٢ رجلا", "ar", 12),
        ("لمائة ألف عامل", "ar", 100_000),
        ("والعشرون", "ar", 20),
        ("十二人", "zh", 12),
        ("二〇二二年", "zh", 2022),
        ("三百二十五", "ja", 325),
        ("一点二亿人", "zh", 120 * MILLION),
        ("trois cents navires", "fr", 300),
        ("two hundred and fifty ships", "en", 250),
        ("dreiundzwanzig Schiffe", "de", 23),
        ("twenty-three ships", "en", 23),
        ("двадцать три корабля", "ru", 23),
        ("0.500 grams", "en", Fraction(1, 2)),
        ("at 15:30", "en", "15:30"),
        ("2 mil millones de euros", "es", 2000 * MILLION),
        ("20万人", "ja", 200_000),
        ("mil quinientas personas", "es", 1500),
        ("mil personas", "es", 1000),
        ("mille deux cents navires", "fr", 1200),
        ("mil doscientos millones de euros", "es", 1200 * MILLION),
        ("dos mil millones", "es", 2000 * MILLION),
        ("dos millones trescientos mil", "es", 2_300_000),
        ("anderthalb Millionen Euro", "de", 1_500_000),
        ("five dozen boats", "en", 60),
        ("rund fünf Dutzend Boote", "de", 60),
        ("trois douzaines de bateaux", "fr", 36),
        ("dos docenas de barcos", "es", 24),
        ("около трёх десятков лодок", "ru", 30),
        ("три десятки човнів", "uk", 30),
        # The half of a scale; an article may stand before or behind.
        ("fast eine halbe Million Besucher", "de", 500_000),
        ("half a million visitors", "en", 500_000),
        ("a half-million visitors", "en", 500_000),
        ("two and a half million visitors", "en", 2_500_000),
        ("près d'un demi-million de visiteurs", "fr", 500_000),
        ("casi medio millón de visitantes", "es", 500_000),
        ("quasi mezzo milione", "it", 500_000),
        ("meio bilhão", "pt", 500 * MILLION),
        ("een half miljoen", "nl", 500_000),
        ("en halv miljon", "sv", 500_000),
        ("pół miliona osób", "pl", 500_000),
        ("půl milionu lidí", "cs", 500_000),
        ("полмиллиона человек", "ru", 500_000),
        ("около полумиллиона", "ru", 500_000),
        ("півмільйона людей", "uk", 500_000),
        ("пів мільйона людей", "uk", 500_000),
        ("نصف مليون شخص", "ar", 500_000),
        ("مليار ونصف المليار دولار", "ar", 1_500_000_000),
        ("ثلاثة ملايين ونصف المليون شخص", "ar", 3_500_000),
        ("مليون ونصف شخص", "ar", 1_500_000),
        ("خمسة أعوام ونصف", "ar", 5),
        ("מיליון וחצי בני אדם", "he", 1_500_000),
        ("yarım milyon", "tr", 500_000),
        ("חצי מיליון", "he", 500_000),
        ("μισό εκατομμύριο", "el", 500_000),
        ("полтора миллиона рублей", "ru", 1_500_000),
        ("un millón y medio de toneladas", "es", 1_500_000),
        ("one and a half million tonnes", "en", 1_500_000),
        ("a million and a half tonnes", "en", 1_500_000),
        ("un million et demi de tonnes", "fr", 1_500_000),
        ("две с половиной тысячи", "ru", 2500),
        ("zweieinhalb Millionen", "de", 2_500_000),
        ("zweihundertfünfzig Schiffe", "de", 250),
        ("fünfzehnhundert Schiffe", "de", 1500),
        ("duecentocinquanta navi", "it", 250),
        ("quatre-vingt-douze navires", "fr", 92),
        ("quatre-vingts navires", "fr", 80),
        ("die achtziger Jahre", "de", 80),
        ("the eighties", "en", 80),
        ("am 2.12. im Rathaus", "de", 2),
        ("um halb acht", "de", "7:30"),
        ("Viertel nach sechs", "de", "6:15"),
        ("um Viertel vor eins", "de", "0:45"),
        ("в половине одиннадцатого утра", "ru", "10:30"),
        ("без четверти восемь", "ru", "7:45"),
        ("a las siete y media", "es", "7:30"),
        ("alle sette e mezza", "it", "7:30"),
        ("om half acht", "nl", "7:30"),
        ("klockan halv åtta", "sv", "7:30"),
        ("at half past seven", "en", "7:30"),
        ("at a quarter to seven", "en", "6:45"),
        ("às 4h20 da manhã", "pt", "4:20"),
        ("à 16 h 05", "fr", "16:05"),
        ("午後5時45分に", "ja", "5:45"),
        ("晚上9时40分", "zh", "9:40"),
        ("朝六時の列車", "ja", 6),
        ("周六三人", "zh", 3),
        ("下降了四成。", "zh", 40),
        ("近兩成受訪者", "zh", 20),
        ("三成半的居民", "zh", 35),
        ("約4割の世帯", "ja", 40),
        ("打率は3割5分", "ja", 35),
        # Words that begin with the sign of tenths.
        ("四成员国", "zh", 4),
        ("4成員", "zh", 4),
        ("5割り当て", "ja", 5),
        ("四成立委员会", "zh", 4),
        ("أربع ممرضات", "ar", 4),
        ("طبيب وأربع ممرضات", "ar", 4),
        ("خمسة عشر شخصا", "ar", 15),
        ("خمسة وعشرون طفلا", "ar", 25),
        ("з трьома онуками", "uk", 3),
        ("п'ять разів", "uk", 5),
        ("п’ять разів", "uk", 5),
    ],
)
def test_numbers_by_value(text: str, language: str, value: Fraction | str) -> None:
    assert numbers(text, language) == {value}


def test_what_is_always_so_is_no_tenth() -> None:
    assert not numbers("规则一成不变", "zh")


@pytest.mark.parametrize("text", ["one ship", "1 ship", "a ship", "0 ships", "millions of ships", "half of it"])
def test_one_and_nothing_are_no_numbers(text: str) -> None:
    assert not numbers(text, "en")


def test_an_article_before_a_day_of_the_week_makes_no_number() -> None:
    assert not numbers("يوم الأحد", "ar")


def test_numbers_beside_each_other() -> None:
    assert numbers("2024년 5만 명", "ko") == {2024, 50_000}
    assert numbers("5만 명과 2천 명", "ko") == {50_000, 2000}
    assert numbers("three two twenty", "en") == {2, 3, 20}
    assert numbers("3, 400 and 2026", "en") == {3, 400, 2026}


def test_a_date_in_figures_has_a_day_and_a_year() -> None:
    assert numbers("am 3.10.2024 im Rathaus", "de") == {3, 2024}
    assert numbers("version 2.12. It is new", "en") == {Fraction("2.12")}


def test_a_stroke_that_stretches_nothing_is_no_word() -> None:
    """Arabic writers use it as a dash."""
    assert numbers("قالت ـ أمس ـ إن 12 جسرا مغلقة", "ar") == {12}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Horses graze on the far side of the river.", "en"),
        ("The United States and Costa Rica agreed; New Zealand and the Lord of Ardle did not.", "en"),
        ("Los caballos pastan al otro lado del río.", "es"),
        ("El Salvador y los Estados Unidos dudaban.", "es"),
        ("Die Pferde weiden am Fluss", "de"),
        ("Ein Boot sank, und eine Boje trieb ab.", "de"),
        ("The ferry left at half past one, one of them said.", "en"),
        ("It was a quarter to one.", "en"),
        ("A la una y cuarto llegó una barca, o un bote.", "es"),
        ("Un metro y medio de agua, y uno más.", "es"),
        ("The miller’s horses and O'Keefe's cows graze there.", "en"),
        ("L'eau d'Ardelle et aujourd'hui", "fr"),
        ("Ardel'de atlar otluyor", "tr"),
        ("Кони пасутся у реки.", "ru"),
        ("الخيول ـ ترعى قرب النهر.", "ar"),
        ("At half past seven, three hundred and twelve horses of the United States left.", "en"),
        ("Un millón y medio de caballos pasó a las siete menos cuarto por Nueva Zelanda.", "es"),
        ("ผู้คนสองพันห้าร้อยคนในปี", "th"),
    ],
)
def test_a_sentence_is_read_quickly_as_it_is_word_by_word(text: str, language: str) -> None:
    reader, other = Reader(language), Reader(language)
    content = reader.content(ReadText(text))
    words = other.words_in(other.plain(text))
    forms = {word.form for word in [*words, *other.phrases_in(words)]}
    assert sorted(content.words) == sorted(forms)
    assert content.numbers == {mention.value for mention in other.numbers_in(other.plain(text), words)}
    assert {reader.words[form] for form in forms} == {other.words[form] for form in forms}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The horses graze. “Why?” asked the man; he left.", "en"),
        ("Le maire arrive : il parle. L'eau d'Ardelle monte !", "fr"),
        ("الخيول ترعى قرب النهر. ذهب الرجل.", "ar"),
        ("Seven horses graze. Two left the United States.", "en"),
        ("He left a hundred. Twelve stayed with one. A half of them slept. It was half past six.", "en"),
        ("Los caballos son doscientos. Cuarenta se fueron, un millón y medio se quedó.", "es"),
        # Read sentence by sentence: figures, a line feed, no space, wide letters, a sentence without capitals.
        ("Seven horses graze. 12 left.", "en"),
        ("The horses graze;\nhe left.", "en"),
        ("The horses graze.”He left.", "en"),
        ("The ｈorses graze. He left.", "en"),
        ("The horses graze. الخيول ترعى قرب النهر.", "en"),
    ],
)
def test_a_paragraph_of_a_book_is_read_at_once_as_its_sentences(text: str, language: str) -> None:
    read = ReadText(text, is_kept=False)
    found, whole = Reader(language).content(read), joined(Reader(language).parts(read))
    assert found.parts == ()
    for field in ("words", "capitals", "stems"):
        assert sorted(getattr(found, field)) == sorted(getattr(whole, field))
    assert found._replace(words=(), capitals=(), stems=()) == whole._replace(words=(), capitals=(), stems=(), parts=())
