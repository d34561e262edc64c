"""Facts of a translation: what differs is found, and what is said in another way is no difference."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from diffing.alignment.selection import AlignmentProgress, no_progress
from diffing.comparison import compare, compare_read
from diffing.ledger.build import ledger
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.model import Comparison, Pair
from diffing.sharing import ShareOut, alone
from diffing.sources.plain import article
from diffing.text.reading import ReadText, read_articles
from diffing.translation.options import Options
from diffing.translation.translation import Translation

ARTICLES = Path(__file__).parents[2] / "translation" / "articles"
FACTS = (Subject.NUMBER, Subject.DATE, Subject.NAME)
TEXTS = {
    name: [(ARTICLES / name / f"{side}.txt").read_text(encoding="utf-8") for side in ("left", "right")]
    for name in sorted(path.name for path in ARTICLES.iterdir())
}


def facts(comparison: Comparison) -> list[Entry]:
    return [entry for entry in ledger(comparison).entries if entry.subject in FACTS]


def shown(comparison: Comparison) -> list[tuple[Subject, Change, str, str]]:
    def words(entry: Entry) -> Pair[str]:
        return Pair(
            " ".join(place.words(comparison.left) for place in entry.left),
            " ".join(place.words(comparison.right) for place in entry.right),
        )

    return [(entry.subject, entry.change, *words(entry)) for entry in facts(comparison)]


@pytest.mark.parametrize("name", TEXTS)
def test_a_faithful_translation_has_nothing_that_differs(name: str) -> None:
    comparison = compare(*TEXTS[name])
    assert shown(comparison) == []
    assert all(entry.is_passage for entry in ledger(comparison).entries)


@pytest.mark.parametrize(
    ("name", "old", "new", "subject", "left", "right"),
    [
        ("water-es", "12.5 million", "21.5 million", Subject.NUMBER, "12,5 millones", "21.5 million"),
        # The month of one of two days; the other month stands beside the other day.
        ("glacier-fr", "November 12", "April 12", Subject.DATE, "novembre", "April"),
        # A small 'may' is no month.
        ("glacier-fr", "November 12", "May 12", Subject.DATE, "novembre", "May"),
        # The link of a short paragraph is uncertain without its figure, but stands between certain ones.
        ("glacier-fr", "November 12", "November 62", Subject.NUMBER, "12", "62"),
        ("clinic-ar", "6000 نسمة", "3000 نسمة", Subject.NUMBER, "6,000", "3000"),
        ("clinic-ar", "وأربع ممرضات", "وتسع ممرضات", Subject.NUMBER, "four", "وتسع"),
        ("water-es", "3,400", "4,300", Subject.NUMBER, "3.400", "4,300"),
        ("water-es", "May 2024", "May 2025", Subject.DATE, "2024", "2025"),
        ("water-es", "September 14", "October 14", Subject.DATE, "septiembre", "October"),
        ("water-es", "on Thursday", "on Tuesday", Subject.DATE, "jueves", "Tuesday"),
        ("water-es", "Elvira Santos", "Elvira Ramos", Subject.NAME, "Santos", "Ramos"),
        ("tram-de", "41 Fahrgäste", "14 Fahrgäste", Subject.NUMBER, "Forty-one", "14"),
        ("tram-de", "41 Fahrgäste", "Vierzehn Fahrgäste", Subject.NUMBER, "Forty-one", "Vierzehn"),
        ("tram-de", "96 Millionen", "69 Millionen", Subject.NUMBER, "96 million", "69 Millionen"),
        ("tram-de", "1998", "1989", Subject.DATE, "1998", "1989"),
        ("tram-de", "7.30 Uhr", "8.30 Uhr", Subject.NUMBER, "7:30", "8.30"),
        ("glacier-fr", "38 markers", "83 markers", Subject.NUMBER, "38", "83"),
        ("glacier-fr", "1.7 million", "7.1 million", Subject.NUMBER, "1,7 million", "7.1 million"),
        ("glacier-fr", "June and September", "July and September", Subject.DATE, "juin", "July"),
        ("dam-zh", "4600万", "6400万", Subject.NUMBER, "46 million", "6400万"),
        ("dam-zh", "10月", "11月", Subject.DATE, "October", "11月"),
        ("dam-zh", "1957年", "1975年", Subject.DATE, "1957", "1975"),
        ("bank-ru", "3 billion roubles for", "5 billion roubles for", Subject.NUMBER, "3 млрд", "5 billion"),
        ("bank-ru", "18.4 percent", "14.8 percent", Subject.NUMBER, "18,4", "14.8"),
        ("bank-ru", "Nina Zueva", "Nina Orlova", Subject.NAME, "Зуева", "Orlova"),
        ("water-es", "Ramón Ibarra", "Ramón Ibalta", Subject.NAME, "Ibarra", "Ibalta"),
        ("water-es", "calm,” Ibarra", "calm,” Ibarta", Subject.NAME, "Ibarra", "Ibarta"),
        ("water-es", "calm,” Ibarra", "calm,” Kowalski", Subject.NAME, "Ibarra", "Kowalski"),
        ("water-es", "Teresa Galván", "Teresa Herrera", Subject.NAME, "Galván", "Herrera"),
        ("tram-de", "Amara Okoye", "Amara Thornton", Subject.NAME, "Okoye", "Thornton"),
        ("tram-de", "Beth Lindqvist", "Beth Limbqvist", Subject.NAME, "Lindqvist", "Limbqvist"),
        ("glacier-fr", "Odile Marchetti", "Odile Margheldi", Subject.NAME, "Marchetti", "Margheldi"),
        ("fire-pt", "Joaquim Beltrão", "Joaquim Bentrão", Subject.NAME, "Beltrão", "Bentrão"),
        ("bank-ru", "Soboleva told", "Sobodeva told", Subject.NAME, "Соболева", "Sobodeva"),
        ("dam-zh", "惠特洛克", "史密斯", Subject.NAME, "Whitlock", "史密斯"),
        ("dam-zh", "芬威克", "莫拉莱斯", Subject.NAME, "Fenwick", "莫拉莱斯"),
        ("dam-zh", "将于周一", "将于周五", Subject.DATE, "Monday", "周五"),
        ("ferry-ja", "ハンロン", "スミス", Subject.NAME, "Hanlon", "スミス"),
        ("clinic-ar", "ليلى منصور", "ليلى حداد", Subject.NAME, "Mansour", "حداد"),
        ("port-ar", "Karim Belhadj", "Karim Zeroual", Subject.NAME, "بلحاج", "Zeroual"),
        ("clinic-ar", "214", "241", Subject.NUMBER, "214", "241"),
        ("clinic-ar", "في 3 فبراير", "في 2 فبراير", Subject.DATE, "February 3", "2 فبراير"),
        ("water-es", "three years", "four years", Subject.NUMBER, "tres", "four"),
        ("glacier-fr", "Three of them", "Seven of them", Subject.NUMBER, "Trois", "Seven"),
        ("glacier-fr", "June and September", "June and December", Subject.DATE, "septembre", "December"),
        ("tram-de", "Neun Menschen wurden", "Zehn Menschen wurden", Subject.NUMBER, "nine", "Zehn"),
        ("tram-de", "sechs Wochen", "acht Wochen", Subject.NUMBER, "six", "acht"),
        ("bank-ru", "five years", "nine years", Subject.NUMBER, "пяти", "nine"),
        ("dam-zh", "六个小时", "八个小时", Subject.NUMBER, "six", "八"),
        ("dam-zh", "约1200人", "约1800人", Subject.NUMBER, "1,200", "1800"),
        ("fire-pt", "four schools", "seven schools", Subject.NUMBER, "quatro", "seven"),
        ("fire-pt", "took six hours", "took nine hours", Subject.NUMBER, "seis", "nine"),
        ("fire-pt", "4:20", "4:50", Subject.NUMBER, "4h20", "4:50"),
        ("ferry-ja", "5時45分", "5時15分", Subject.NUMBER, "5:45", "5時15分"),
        ("ferry-ja", "三つの不備", "五つの不備", Subject.NUMBER, "three", "五"),
        ("port-ar", "depuis 2019", "depuis 2018", Subject.DATE, "2019", "2018"),
        ("port-ar", "trois ans", "cinq ans", Subject.NUMBER, "ثلاث", "cinq"),
        ("bridge-uk", "drei Enkeln", "fünf Enkeln", Subject.NUMBER, "трьома", "fünf"),
        ("clinic-ar", "نهاية يونيو", "نهاية يوليو", Subject.DATE, "June", "يوليو"),
        ("archive-he", "from Monday to", "from Sunday to", Subject.DATE, "בימים שני", "Sunday"),
        ("archive-he", "to Thursday", "to Wednesday", Subject.DATE, "עד חמישי", "Wednesday"),
    ],
)
def test_what_differs_is_found(name: str, old: str, new: str, subject: Subject, left: str, right: str) -> None:
    own, other = TEXTS[name]
    assert other.count(old) == 1
    assert shown(compare(own, other.replace(old, new))) == [(subject, Change.CHANGED, left, right)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "El pueblo está a 50 millas de Puerto Lirio, dijo ayer.",
            "The village is 80 kilometres from Puerto Lirio, he said.",
        ),
        ("Das Spiel in Neuhagen begann gestern um 19:30 Uhr.", "The match in Neuhagen began at 7:30 p.m. yesterday."),
        ("La saison 2023-2024 du club de Valrières est finie.", "The 2023-24 season of the Valrières club is over."),
        (
            "Das Treffen in Neuhagen ist am 3. Oktober im Rathaus.",
            "The meeting in Neuhagen is at the town hall on October 3.",
        ),
        (
            "Das Treffen mit Anna Lindner in Neuhagen ist am 3.10.",
            "The meeting with Anna Lindner in Neuhagen is on October 3.",
        ),
        ("Das Treffen in Neuhagen war am 3.10.2024 im Rathaus.", "The meeting in Neuhagen was on October 3, 2024."),
        ("Das Treffen in Neuhagen begann um halb neun.", "The meeting in Neuhagen began at 8:30 p.m."),
        ("Das Treffen in Neuhagen begann um Viertel vor eins.", "The meeting in Neuhagen began at 12:45 p.m."),
        ("El partido de Puerto Lirio empezó a las ocho y media.", "The Puerto Lirio match began at 8:30 p.m."),
        ("Vor 21 Tagen half Neuhagen mit zweieinhalb Millionen.", "Three weeks ago Neuhagen gave 2.5 million."),
        ("Vor 14 Tagen half Neuhagen mit anderthalb Millionen.", "Two weeks ago Neuhagen gave 1.5 million."),
        ("Unas mil trescientas personas viven en Puerto Lirio.", "Some 1,300 people live in Puerto Lirio."),
        ("Unas mil personas viven en Puerto Lirio.", "Some 1,000 people live in Puerto Lirio."),
        ("El puerto costó tres mil cuatrocientos millones.", "The port cost 3.4 billion."),
        ("Le port a coûté un million et demi.", "The port cost 1.5 million."),
        ("Die Mühle entstand in den siebziger Jahren des 18. Jahrhunderts.", "The mill was built in the 1770s."),
        ("El molino es del siglo XVIII y está en Puerto Lirio.", "The mill in Puerto Lirio is from the 18th century."),
        ("Das Spiel in Neuhagen begann um 19 Uhr.", "The match in Neuhagen began at 7 p.m."),
        ("Das Dorf Neuhagen wartet seit vierzehn Tagen.", "The village of Neuhagen has waited for two weeks."),
        ("Le village de Valrières attend depuis quinze jours.", "The village of Valrières has waited for two weeks."),
        ("El puerto de Puerto Lirio cerró hace quince días.", "The port of Puerto Lirio closed two weeks ago."),
        ("Das Treffen am 3.10.2024 fand in Neuhagen statt.", "The meeting of 10/3/2024 took place in Neuhagen."),
        ("Les élections de 2023-24 à Valrières sont finies.", "The elections of 2023-2024 in Valrières are over."),
        ("Der Sprecher Andrej Lewtschuk aus Neuhagen kam.", "The spokesman Andrej Levchuk from Neuhagen came."),
        ("Das Buch von Anna Politkowskaja über Neuhagen.", "The book by Anna Politkovskaya about Neuhagen."),
        ("El juez Mario Ferrer vive en Puerto Lirio.", "Judge Mario Ferrer's home is in Puerto Lirio."),
        ("Das Kapitel 5.4. gilt für Neuhagen.", "Chapter 5.4. applies to Neuhagen."),
        (
            "Un mari de Valrières a perdu ses clés, mais sans gravité.",
            "A Valrières husband lost his keys, no harm done.",
        ),
        ("Der Dienst in Neuhagen begann wieder am Dienstag.", "The service in Neuhagen resumed on Tuesday."),
        ("Darauf kamen zweihundertfünfzig Gäste nach Neuhagen.", "As many as 250 guests came to Neuhagen."),
    ],
)
def test_what_is_said_in_another_way_is_no_difference(left: str, right: str) -> None:
    codes = {"E": "es", "U": "es", "D": "de", "V": "de", "L": "fr"}
    assert shown(compare(left, right, languages=Pair(codes[left[0]], "en"))) == []


@pytest.mark.parametrize(
    ("codes", "own", "other"),
    [
        ("ru en", "В Анкоре живут более миллиона человек.", "More than 1 million people live in Ancora."),
        ("de en", "In Ancora leben mehr als 1 Million Menschen.", "More than a million people live in Ancora."),
        ("ar en", "يعيش في أنكورا أكثر من المليون شخص.", "More than 1 million people live in Ancora."),
        ("ar en", "الشكر لمائة ألف عامل في أنكورا.", "Thanks to the 100,000 workers in Ancora."),
        # 'In the hundred' is a percentage.
        ("ar en", "ارتفع السعر في أنكورا 18 في المئة.", "Prices in Ancora rose 18%."),
        # A scale alone is round.
        ("en ru", "Ancora spent 961,000 euros.", "Анкора потратила почти миллион евро."),
        ("en uk", "Ancora lost 1,038 boats.", "Анкора втратила більше тисячі човнів."),
        ("en de", "Ancora had 500,000 guests.", "Ancora hatte eine halbe Million Gäste."),
        ("fr en", "La garde d'Ancora veille 24 heures sur 24.", "The Ancora guard works around the clock."),
        ("de en", "Die Wache in Ancora ist 24/7 besetzt.", "The guard in Ancora works around the clock."),
    ],
)
def test_numbers_that_need_no_figures(codes: str, own: str, other: str) -> None:
    assert shown(compare(own, other, languages=Pair(*codes.split()))) == []


@pytest.mark.parametrize(
    ("codes", "own", "other"),
    [
        # The month behind each day is its own, though another one stands as near before it.
        (
            "es en",
            "Del 27 de mayo y el 21 de julio, Ancora no abrió.",
            "On the 27th of May and the 21st of July, Ancora was closed.",
        ),
        ("en fr", "Ancora opened on Sept. 14 and on Nov. 3.", "Ancora a ouvert le 14 septembre et le 3 novembre."),
        (
            "ar en",
            "افتتح المتحف في أنكورا في 16 كانون الأول/ديسمبر 2021.",
            "The Ancora museum opened on December 16, 2021.",
        ),
        ("ko en", "앙코라 미술관은 2021. 3. 18. 개관했다.", "The Ancora museum opened on March 18, 2021."),
        ("ar en", "افتتح المتحف في أنكورا في 16 شباط 2021.", "The Ancora museum opened on Feb. 16, 2021."),
        ("en he", "The Ancora museum opened on 3/18/21.", "המוזיאון באנקורה נפתח ב-18.3.2021."),
        ("pl de", "Muzeum w Ancora otwarto 18.03.2021.", "Das Museum in Ancora öffnete am 18.03.21."),
        ("de fr", "Ancora öffnete am 18.03.21.", "Ancora a ouvert le 18/03/2021."),
        # 4K may be four thousand, or the name of a format.
        ("en ru", "The Ancora film is shown in 4K.", "Фильм «Анкора» показывают в формате 4К."),
        ("en de", "The 5K race in Ancora is over.", "Der Lauf über 5 km in Ancora ist vorbei."),
    ],
)
def test_dates_and_figures_in_other_forms(codes: str, own: str, other: str) -> None:
    assert shown(compare(own, other, languages=Pair(*codes.split()))) == []


@pytest.mark.parametrize(
    ("codes", "own", "other", "left", "right"),
    [
        ("en de", "Ancora opens at 7:40 p.m. today.", "Ancora öffnet heute um 17:40 Uhr.", "7:40", "17:40"),
        ("en fr", "Ancora opened on Sept. 14.", "Ancora a ouvert le 14 octobre.", "Sept.", "octobre"),
        ("ar en", "افتتح المتحف في أنكورا في 16 شباط.", "The Ancora museum opened on March 16.", "شباط", "March"),
        ("en ja", "The Ancora museum opened on Mar 8, 2021.", "アンコラの博物館は2021/03/18に開館した。", "8", "18"),
        ("ko en", "앙코라 미술관은 2021. 3. 18. 개관했다.", "The Ancora museum opened on March 28, 2021.", "18", "28"),
        ("en fr", "Ancora has 3.6M users.", "Ancora compte 6,3 millions d'usagers.", "3.6M", "6,3 millions"),
        ("de fr", "Ancora hat vierzehn Boote.", "Ancora a dix-sept bateaux.", "vierzehn", "dix-sept"),
    ],
)
def test_other_forms_that_differ(codes: str, own: str, other: str, left: str, right: str) -> None:
    found = shown(compare(own, other, languages=Pair(*codes.split())))
    assert [entry[2:] for entry in found] == [(left, right)]


@pytest.mark.parametrize(
    ("codes", "own", "other", "left", "right"),
    [
        (
            "ru en",
            "В Анкоре живут три миллиона человек.",
            "Only 1 million people live in Ancora.",
            "три миллиона",
            "1 million",
        ),
        ("fr en", "Le train d'Ancora met 24 heures.", "The Ancora train takes 14 hours.", "24", "14"),
        (
            "ar en",
            "الشكر لمائة ألف عامل في أنكورا.",
            "Thanks to the 300,000 workers in Ancora.",
            "لمائة ألف",
            "300,000",
        ),
    ],
)
def test_numbers_in_words_that_differ(codes: str, own: str, other: str, left: str, right: str) -> None:
    assert [entry[2:] for entry in shown(compare(own, other, languages=Pair(*codes.split())))] == [(left, right)]


@pytest.mark.parametrize(
    ("left", "right", "own", "other"),
    [
        ("Das Treffen in Neuhagen begann um halb neun.", "The meeting in Neuhagen began at 9:30.", "halb neun", "9:30"),
        (
            "El partido de Puerto Lirio empezó a las ocho y media.",
            "The Puerto Lirio match began at 7:30 p.m.",
            "ocho y media",
            "7:30",
        ),
        (
            "Das Treffen mit Anna Lindner ist am 3.10. im Rathaus.",
            "The meeting with Anna Lindner is on October 4.",
            "3.10",
            "October 4",
        ),
        ("Unas mil trescientas personas viven allí.", "Some 1,400 people live there.", "mil trescientas", "1,400"),
        (
            "Die Stadt Neuhagen zahlt 14 Millionen.",
            "The town of Neuhagen pays 14 billion.",
            "14 Millionen",
            "14 billion",
        ),
    ],
)
def test_what_is_written_in_another_way_may_differ(left: str, right: str, own: str, other: str) -> None:
    codes = {"E": "es", "U": "es", "D": "de"}
    found = shown(compare(left, right, languages=Pair(codes[left[0]], "en")))
    assert [(old, new) for _, _, old, new in found] == [(own, other)]


@pytest.mark.parametrize(
    ("codes", "own", "other", "left", "right"),
    [
        (
            "pl en",
            "Targ w Lipnie trwa od wtorku do piątku.",
            "The Lipno fair runs from Monday to Friday.",
            "wtorku",
            "Monday",
        ),
        ("ja en", "ミラン社の会議は水曜に開かれた。", "The Milan company met on Friday.", "水曜", "Friday"),
        (
            "fr en",
            "Un chimiste italien, Paul Ferry, l'a vu.",
            "A Spanish chemist, Paul Ferry, saw it.",
            "italien",
            "Spanish",
        ),
        ("ko en", "한솔시는 독일 회사와 계약했다.", "Hansol signed with a French company.", "독일", "French"),
        ("ru en", "Новый офис откроют в Берлине.", "The new office will open in Vienna.", "Берлине", "Vienna"),
        ("ar en", "زار الوفد الشركة الألمانية.", "The delegation visited the Italian company.", "الألمانية", "Italian"),
        ("fr en", "La firme allemande est à Ancora.", "The U.S. firm is in Ancora.", "allemande", "U.S."),
        # The next sentence has Norway too.
        (
            "el en",
            "Το πλοίο είναι από τη Νορβηγία. Ο Νορβηγός Έρικ Χάλβορσεν το είδε.",
            "The ship is from Finland. The Norwegian Erik Halvorsen saw it.",
            "Νορβηγία",
            "Finland",
        ),
    ],
)
def test_days_and_places_that_differ(codes: str, own: str, other: str, left: str, right: str) -> None:
    found = shown(compare(own, other, languages=Pair(*codes.split())))
    assert [entry[2:] for entry in found] == [(left, right)]


@pytest.mark.parametrize(
    ("codes", "own", "other"),
    [
        ("zh en", "美国作家道森来了。", "The American writer Dawson came."),
        ("en de", "Germán Soto, a Roman lawyer, came from Wien.", "Germán Soto, ein Anwalt aus Rom, kam aus Wien."),
        ("en fr", "The china and the polish were sold in Ancora.", "La porcelaine et la cire de Belgrade, à Ancora."),
        ("pl en", "Czwarty pociąg do Lipna odjechał w piątek.", "The fourth train to Lipno left on Friday."),
        # Countries by their letters; 'us' and dollars are none.
        ("de en", "Die Firma Soto aus den USA baut in Ancora.", "The U.S. company Soto is building in Ancora, Italy."),
        ("fr en", "Soto, une firme américaine, est à Ancora.", "Soto, a US firm in the UK, is in Ancora."),
        ("es en", "Soto, de EE. UU., llegó a Ancora.", "Soto came from the US to Ancora in Spain."),
        ("de en", "Soto aus Italien zahlte 30 Dollar in Ancora.", "Soto of Ancora paid 30 US dollars for us."),
        ("de en", "Die Italiener in Ancora siegen.", "LET US SEE HOW ANCORA WINS"),
        # What stands behind a place is no surname: the strip, and 'since'.
        (
            "ar en",
            "لم تصل أي مساعدات إلى قطاع غزة منذ نحو 80 يوماً، بحسب جمعية أنكورا.",
            "No aid has reached the Gaza Strip for nearly 80 days, the Ancora society said.",
        ),
        # Another word of the sentence is the first name.
        (
            "ar en",
            "شكرا للمستشارة إليزابيث بوم شنايدر من أنكورا وللضيوف، الزملاء والأصدقاء الأعزاء، ومرحبا بكم.",
            "Thanks to Councillor Elisabeth Baume-Schneider of Ancora and the guests, dear colleagues and friends.",
        ),
        ("es en", "El Brasil y Timor Oriental firmaron en Ancora.", "Brazil and Timor Leste signed in Ancora."),
        # The United Nations are no place, whatever their name says.
        ("ar en", "قالت الأمم المتحدة ذلك في أنكورا.", "The UN said so in Ancora, Italy."),
        # The 'Democratic' sounds like its counterpart, and the word behind it says what it names.
        (
            "ar en",
            "الجندي نوري خدم في جمهورية الكونغو الديمقراطية ومات هناك.",
            "Private Nouri served in the Democratic Republic of the Congo and died there.",
        ),
    ],
)
def test_what_names_no_other_place(codes: str, own: str, other: str) -> None:
    assert shown(compare(own, other, languages=Pair(*codes.split()))) == []


@pytest.mark.parametrize(
    ("codes", "own", "other", "numbers"),
    [
        ("de en", "Ancora hat am 30. Oktober gewählt, Herr Soto siegte.", "Ancora gave Mr Soto 48.4 percent.", []),
        ("ru en", "В Анкоре 99,9 процента против Сото.", "In Ancora, nine candidates spoke against Soto.", []),
        ("de en", "Ancora hat am 30. Oktober gewählt.", "Ancora voted on October 20.", ["30. Oktober", "October 20"]),
        ("de en", "In Ancora siegte Soto mit 48,4 Prozent.", "In Ancora Soto won with 84.4 percent.", ["48,4", "84.4"]),
        ("de en", "In Ancora siegte Soto mit 48,4 Prozent.", "In Ancora Soto won with 46 percent.", ["48,4", "46"]),
    ],
)
def test_a_decimal_is_no_other_day_and_no_other_number_in_words(
    codes: str, own: str, other: str, numbers: list[str]
) -> None:
    found = shown(compare(own, other, languages=Pair(*codes.split())))
    pairs = [entry for entry in found if entry[2] and entry[3]]
    assert [word for entry in pairs for word in entry[2:]] == numbers


@pytest.mark.parametrize(
    ("codes", "own", "other", "names"),
    [
        # Two reports of one event: what each says of its own is no change of what the other says.
        (
            "ru en",
            "О новых толчках сообщили в Варшаве и ряде городов Литвы. Сведений о жертвах пока нет.",
            "The quake, 90 km from the Lithuanian border, was felt as far away as Riga. It led Finland to warn ships.",
            [],
        ),
        (
            "ar en",
            "يقع مركز العاصفة في منطقة ساحلية في المغرب، بعيدا عن المدن.",
            "The Emergency Management agency of Morocco said the storm killed 76 people in seven provinces.",
            [],
        ),
        # What differs is answered, or stands beside a name that both have.
        (
            "pl en",
            "Statek z Norwegii zatonął we wtorek.",
            "A ship from Finland sank on Monday.",
            ["Norwegii", "Finland"],
        ),
        (
            "de en",
            "Die Behörde in Österreich wurde von Clara Weidner geleitet.",
            "The agency in Austria, with 48 staff in Hungary, was led by Clara Thornton.",
            ["Weidner", "Thornton"],
        ),
        (
            "ko en",
            "장애는 2016년에 한솔시에서 발생했다. 프랑스 업체가 납품했다.",
            "The failure occurred in Hansol in 2016. A German company supplied 40 stations and 35 depots.",
            ["프랑스", "German"],
        ),
    ],
)
def test_two_statements_do_not_change_each_others_names(codes: str, own: str, other: str, names: list[str]) -> None:
    comparison = compare(own, other, languages=Pair(*codes.split()))
    assert not comparison.rows[0].evidence or not comparison.rows[0].evidence.uncertain
    assert [word for entry in shown(comparison) if entry[0] is Subject.NAME for word in entry[2:]] == names
    assert not any(entry.subject is Subject.NEGATION for entry in ledger(comparison).entries)


def test_numbers_of_other_sizes_are_no_pair() -> None:
    left, right = "Die Stadt Neuhagen hat 23 Brücken.", "The town of Neuhagen has paid 1.7 million euros."
    assert shown(compare(left, right, languages=Pair("de", "en"))) == []


@pytest.mark.parametrize(
    ("codes", "own", "other", "left", "right"),
    [
        ("es en", "El mercado de Ancora abre el 17 de mayo.", "The market of Ancora opens on May 71.", "17", "71"),
        (
            "de fr",
            "Der Rat tagt am 23. Juni, das Amt am 4. Juli.",
            "Le conseil siège le 23 juin, le bureau le 4 mai.",
            "Juli",
            "mai",
        ),
        ("de ru", "Die Halle hat 2.600 Plätze.", "В зале 2900 мест.", "2.600", "2900"),
        ("fr ja", "La salle compte 340 places.", "ホールには430の席がある。", "340", "430"),
    ],
)
def test_one_difference_between_certain_links(codes: str, own: str, other: str, left: str, right: str) -> None:
    # Nothing else is in the article: its ends enclose the link.
    found = shown(compare(own, other, languages=Pair(*codes.split())))
    assert [entry[2:] for entry in found] == [(left, right)]


def test_an_uncertain_link_beside_a_paragraph_of_one_side_has_no_facts() -> None:
    own, other = TEXTS["clinic-ar"]
    own = own.replace(", according to the United Nations", "")
    changed = other.replace("6000 نسمة", "3000 نسمة").replace("ووفقا للأمم المتحدة، لا", "ولا")
    paragraphs = changed.split("\n\n")
    at = next(at for at, text in enumerate(paragraphs) if "3000" in text)
    paragraphs.insert(at + 1, "وقال الصياد إن البحر كان هادئا في ذلك الصباح وإن القوارب عادت إلى المرسى.")
    assert shown(compare(own, "\n\n".join(paragraphs))) == []


@pytest.mark.parametrize(
    ("codes", "own", "other", "change"),
    [
        (
            "de en",
            "Die Stadt Neuhagen hat 41 987 Einwohner.",
            "The town of Neuhagen has 42,000 inhabitants.",
            Change.ROUNDED,
        ),
        # A number above which another one stands, or near it: of as many figures as it has.
        (
            "de en",
            "In Ancora sind 637 Häuser beschädigt.",
            "More than 600 houses in Ancora are damaged.",
            Change.ROUNDED,
        ),
        ("en es", "Ancora has lost 217 boats.", "Ancora ha perdido más de 200 barcos.", Change.ROUNDED),
        ("fr ru", "Ancora a perdu 5 385 bateaux.", "Анкора потеряла более 5000 лодок.", Change.ROUNDED),
        ("fr zh", "Ancora a perdu environ 600 bateaux.", "安科拉失去了640艘船。", Change.ROUNDED),
        ("en de", "Ancora had 482,300 guests.", "Ancora hatte fast eine halbe Million Gäste.", Change.ROUNDED),
        ("en de", "Ancora lost 59 boats.", "Ancora verlor rund fünf Dutzend Boote.", Change.ROUNDED),
        ("en ru", "Ancora lost 31 boats.", "Анкора потеряла около трёх десятков лодок.", Change.ROUNDED),
        ("en de", "Ancora lost 95 boats.", "Ancora verlor rund fünf Dutzend Boote.", Change.CHANGED),
        ("en es", "Ancora had 482,300 guests.", "Ancora tuvo casi medio millón de visitantes.", Change.ROUNDED),
        ("en ru", "Ancora had 482,300 guests.", "В Анкоре побывало почти полмиллиона гостей.", Change.ROUNDED),
        ("en ar", "Ancora had 482,300 guests.", "زار أنكورا نحو نصف مليون شخص.", Change.ROUNDED),
        ("en de", "Ancora had 842,300 guests.", "Ancora hatte fast eine halbe Million Gäste.", Change.CHANGED),
        # A figure with a mark is no year, though 2000 may be one.
        ("en ja", "Ancora lost 2,038 boats.", "アンコラは約2000隻の船を失った。", Change.ROUNDED),
        (
            "de en",
            "In Ancora sind 580 Häuser beschädigt.",
            "More than 600 houses in Ancora are damaged.",
            Change.CHANGED,
        ),
        (
            "de en",
            "In Ancora sind 637 Häuser beschädigt.",
            "Fewer than 600 houses in Ancora are damaged.",
            Change.CHANGED,
        ),
        ("en es", "Ancora has lost 317 boats.", "Ancora ha perdido más de 200 barcos.", Change.CHANGED),
        ("en es", "Ancora has lost more than 317 boats.", "Ancora ha perdido 200 barcos.", Change.CHANGED),
    ],
)
def test_a_rounded_number_is_called_so(codes: str, own: str, other: str, change: Change) -> None:
    found = shown(compare(own, other, languages=Pair(*codes.split())))
    assert [entry[:2] for entry in found] == [(Subject.NUMBER, change)]


@pytest.mark.parametrize("name", TEXTS)
def test_swapping_the_sides_mirrors_the_entries(name: str) -> None:
    own, other = TEXTS[name]
    there = {(entry.subject, entry.left, entry.right) for entry in ledger(compare(own, other)).entries}
    back = {(entry.subject, entry.right, entry.left) for entry in ledger(compare(other, own)).entries}
    assert there == back


def test_the_ledger_uses_what_the_comparison_found_of_the_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    class Counted(Translation):
        def __init__(
            self,
            sides: Pair[Sequence[ReadText]],
            languages: Pair[str],
            options: Options | None = None,
            progress: AlignmentProgress = no_progress,
            share_out: ShareOut = alone,
        ) -> None:
            made.append(languages)
            super().__init__(sides, languages, options, progress, share_out)

    monkeypatch.setattr("diffing.translation.translation.Translation", Counted)
    left, right = TEXTS["water-es"]
    read = read_articles(Pair(article(left, "left"), article(right, "right")))
    comparison = compare_read(read)
    with_readings = ledger(comparison, read)
    assert len(made) == 1
    assert with_readings == ledger(comparison)


def test_sentences_of_one_side() -> None:
    comparison = compare(*TEXTS["water-es"])
    passages = [entry for entry in ledger(comparison).entries if entry.is_passage]
    assert any(entry.left and entry.left[0].words(comparison.left) == "No admitió preguntas." for entry in passages)


@pytest.mark.parametrize("name", ["water-es", "tram-de", "dam-zh"])
def test_what_was_not_linked_is_not_said_to_be_nowhere(name: str) -> None:
    left, right = TEXTS[name]
    cut = left.rpartition("\n\n")[0]
    found = [entry for entry in ledger(compare(cut, right)).entries if entry.subject is Subject.CONTENT]
    assert found
    assert {entry.location for entry in found} == {Location.UNLINKED}
