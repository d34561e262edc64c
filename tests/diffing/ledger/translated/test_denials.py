"""Negations of one side; nothing where any word of the other side may hold one."""

import pytest

from diffing.ledger.core.model import Subject
from diffing.ledger.translated.changes import beads_of
from diffing.ledger.translated.denials import denied_statements
from diffing.ledger.translated.senses import senses_of
from diffing.model import Comparison, Kind, Op, Pair, Row, Span
from tests.tui.running import article


def found(codes: str, left: str, right: str) -> list[tuple[str, str]]:
    languages = Pair(*codes.split())
    row = Row(Kind.TRANSLATED, (0,), (0,), False, 0.9, (Span(Op.TRANSLATED, left, right),))
    comparison = Comparison(article([left]), article([right]), (row,), languages=languages)
    (bead,) = beads_of(row)
    senses = Pair(senses_of(left, languages.left), senses_of(right, languages.right))
    entries = list(denied_statements(row, comparison, languages, [(bead, senses)]))
    assert all(entry.subject is Subject.NEGATION for entry in entries)
    return [
        (
            "".join(at.words(comparison.left) for at in entry.left),
            "".join(at.words(comparison.right) for at in entry.right),
        )
        for entry in entries
    ]


@pytest.mark.parametrize(
    ("codes", "left", "right", "words"),
    [
        ("uk en", "Немає загрози для міста.", "There is a threat to the town.", ("Немає", "")),
        ("pl en", "Nikt nie odpowiedział.", "The mayor answered.", ("Nikt", "")),
        ("tr en", "Köprü güvenli değil.", "The bridge is safe.", ("değil", "")),
        ("tr en", "Başkan toplantıya gelmedi.", "The mayor came to the meeting.", ("gelmedi", "")),
        ("ko en", "시장은 답하지 않았다.", "The mayor answered.", ("않았다", "")),
        ("ja en", "市長は答えなかった。", "The mayor answered.", ("なかっ", "")),
        ("he en", "הגשר לא נבדק.", "The bridge was inspected.", ("לא", "")),
        ("ar fr", "ولم تذكر الموعد.", "Elle a indiqué la date.", ("ولم", "")),
        ("hi en", "पुल सुरक्षित नहीं है।", "The bridge is safe.", ("नहीं", "")),
        ("el en", "Η γέφυρα είναι ασφαλής.", "The bridge is not safe.", ("", "not")),
        ("es de", "El puente es seguro.", "Die Brücke ist nicht sicher.", ("", "nicht")),
        ("sv en", "Bron är inte säker.", "The bridge is safe.", ("inte", "")),
        # Words that begin as one that denies, and do not: several, week, safety, district, our, investigation, Africa.
        ("ru en", "Несколько лодок на прошлой неделе не вернулись.", "Several boats came back last week.", ("не", "")),
        (
            "uk en",
            "Минулої неділі заради безпеки човни не вийшли.",
            "For safety, boats went out on Sunday.",
            ("не", ""),
        ),
        ("pl en", "W niedzielę niektóre łodzie nie wróciły.", "Some boats came back on Sunday.", ("nie", "")),
        ("en ru", "The district did not sell the display.", "Район продал витрину.", ("not", "")),
        ("de en", "Unsere Universität zahlte nicht.", "Our university has paid.", ("nicht", "")),
        ("nl en", "Het onderzoek is niet klaar.", "The investigation is complete.", ("niet", "")),
        ("sv en", "Området är inte säkert.", "The area is safe.", ("inte", "")),
        ("zh en", "未来市长不会去非洲。", "In future the mayor will go to Africa.", ("不会", "")),
        ("ja en", "市長は無線で答えなかった。", "The mayor answered by radio.", ("なかっ", "")),
        # 'Itself' is no 'if'.
        ("pt en", "A câmara reuniu-se na ponte.", "The council did not meet on the bridge.", ("", "not")),
        ("pt en", "A ponte já se vê da estrada.", "The bridge is not seen from the road yet.", ("", "not")),
        ("it en", "La diga regge da se stessa.", "The dam does not hold by itself.", ("", "not")),
        # Both have the same word that joins a time or a condition, which holds the negation on neither side.
        (
            "es en",
            "No había leído la carta antes de la reunión.",
            "She had read the letter before she came.",
            ("No", ""),
        ),
        (
            "en fr",
            "Before the fire, the mill was not inspected.",
            "Avant l'incendie, on inspecta le moulin.",
            ("not", ""),
        ),
        (
            "en de",
            "Before the fire, the mill was not inspected.",
            "Vor dem Brand wurde die Mühle geprüft.",
            ("not", ""),
        ),
        ("en ru", "If the bridge is not mended, it costs more.", "Если мост починят, он стоит дороже.", ("not", "")),
        (
            "en uk",
            "If the bridge is not mended, it costs more.",
            "Якщо міст полагодять, він коштує більше.",
            ("not", ""),
        ),
        ("en zh", "The mill was not inspected before the fire.", "工厂在火灾之前接受过检查。", ("not", "")),
        ("en ja", "The mill was not inspected before the fire.", "工場は火災の前に検査されていた。", ("not", "")),
        ("ar en", "لم يخضع المصنع للتفتيش قبل الحريق.", "The mill was inspected before the fire.", ("لم", "")),
    ],
)
def test_a_negation_of_one_side(codes: str, left: str, right: str, words: tuple[str, str]) -> None:
    assert found(codes, left, right) == [words]


@pytest.mark.parametrize(
    ("codes", "left", "right"),
    [
        ("pt en", "Se chover, a festa acaba.", "The party goes on as long as it does not rain."),
        ("pt en", "Perguntou se a ponte é segura.", "She asked whether the bridge was not safe."),
        ("it en", "Se piove, la festa finisce.", "The party goes on as long as it does not rain."),
        ("uk en", "Вона не погодилася.", "She refused."),
        ("uk en", "Школи не працюватимуть.", "The schools stay closed."),
        ("es en", "La casa no tiene luz.", "The house is without light."),
        ("fr en", "Il ne reste que deux ponts.", "Two bridges are left."),
        ("fr es", "Vous ne pouvez passer.", "No podéis pasar."),
        ("de en", "Er ist nicht gewillt.", "He is unwilling."),
        ("pl en", "Nie wiadomo, kto to zrobił.", "It is unclear who did it."),
        ("cs en", "Starosta neodpověděl.", "The mayor did not answer."),
        ("tr en", "Ödeme yapmayanlar cezalandırılacak.", "Those who are late will be fined."),
        ("hu en", "Elfogadta, hogy a híd biztonságos.", "He agreed that the bridge is not unsafe."),
        ("ja en", "橋は不安定だ。", "The bridge is not stable."),
        ("es en", "No abrirá hasta el lunes.", "It will open only on Monday."),
        ("ru en", "Безработные не пришли.", "The jobless stayed away."),
        ("cs en", "Most neodpovídá normám.", "The bridge fails the standards, and unsafe it is."),
        ("cs en", "Starosta se nejmenoval.", "The mayor gave an unnamed source."),
        ("de en", "Er blieb nicht unversehrt.", "He was hurt, and unlucky."),
        ("zh en", "他没收到信。", "He missed the letter, which is unread."),
        ("es en", "No abrirá antes de junio.", "It will open in June at the earliest."),
        ("en de", "The museum will not open before June.", "Das Museum wartet, bis der Juni kommt."),
        ("en fr", "If it is not mended, the bridge costs more.", "À moins d'être réparé, le pont coûte plus cher."),
        ("en es", "She asked if they could not wait.", "Preguntó si podían esperar."),
        ("en fr", "It was not long before the bridge opened.", "Le pont ouvrit peu après."),
        ("es en", "¿No es esto un puente?", "Is this a bridge?"),
        ("uk en", "Вона радить забирати не більше ніж половину.", "No more than half should be taken, she advises."),
        ("ar fr", "ووصفت المطالب بأنها «غير واقعية».", "Elle juge les demandes « irréalistes »."),
        ("ar fr", "سيتوقفون يوم الأحد.", "Ils cesseront le travail dimanche."),
        ("tr en", "Başkan Sönmez köprüyü açtı.", "Mayor Sönmez opened the bridge."),
        ("ja en", "少なくとも五人がけがをした。", "At least five people were hurt."),
        ("ja en", "住民が少ない村に危ない橋がある。", "A village of few people has a dangerous bridge."),
        ("ja en", "市長は病院で亡くなった。", "The mayor died in hospital."),
        ("ja en", "船は間もなく着く。", "The ship arrives soon."),
        ("ja en", "橋は閉鎖されるかもしれない。", "The bridge may be closed."),
        ("tr en", "Bu yeni bir uygulamadır.", "This is a new practice."),
        ("tr en", "Halk namaz için toplandı.", "The people gathered for prayer."),
        ("zh en", "不丹国王访问了城市。", "The king of Bhutan visited the city."),
        ("zh en", "利未人站着。", "The Levites stood there."),
        ("th en", "สะพานไม่ปลอดภัย", "The bridge is safe."),
    ],
)
def test_what_may_hold_a_negation(codes: str, left: str, right: str) -> None:
    assert found(codes, left, right) == []


def test_a_sentence_that_was_not_linked_may_hold_the_negation() -> None:
    left, right, alone = "Dentysta nie znał obrazu.", "Der Zahnarzt kaufte das Bild.", " Er kannte es nicht."
    row = Row(Kind.TRANSLATED, (0,), (0,), False, 0.9, (Span(Op.TRANSLATED, left, right), Span(Op.INSERT, "", alone)))
    languages = Pair("pl", "de")
    comparison = Comparison(article([left]), article([right + alone]), (row,), languages=languages)
    (bead,) = beads_of(row)
    senses = Pair(senses_of(left, "pl"), senses_of(right, "de"))
    assert list(denied_statements(row, comparison, languages, [(bead, senses)])) == []


@pytest.mark.parametrize(
    ("codes", "left", "right", "words"),
    [
        (
            "es en",
            "«No hemos subido los precios, y no venderemos la tienda», dijo la dueña.",
            "“We have not raised our prices, and we will sell the shop,” the owner said.",
            ("no", ""),
        ),
        (
            "es en",
            "La policía no ha detenido a nadie, pero no descarta un robo.",
            "Police have arrested one man, but do not rule out a theft.",
            ("no ha detenido a nadie", ""),
        ),
        (
            "ar en",
            "وقال المدير: «لم نقترض شيئا لهذا المشروع، ولن نرفع الأسعار هذا العام».",
            "“We have borrowed money for this project, and we will not raise prices this year,” the director said.",
            ("لم", ""),
        ),
        (
            "zh en",
            "他说大坝没有受损，不会影响下游的供水。",
            "He said that the dam was not damaged and that the water supply would be affected.",
            ("不会", ""),
        ),
        (
            "ru en",
            "По её словам, её мнения никто не спросил, и она не подпишет приказ.",
            "Nobody had asked for her opinion, she said, and she will sign the order.",
            ("не", ""),
        ),
        (
            "pl de",
            "Nikt nie został ranny, ale dom nie nadaje się do zamieszkania.",
            "Niemand wurde verletzt, aber das Haus ist bewohnbar geblieben.",
            ("nie", ""),
        ),
    ],
)
def test_a_negation_beside_another_one(codes: str, left: str, right: str, words: tuple[str, str]) -> None:
    assert found(codes, left, right) == [words]
    assert found(" ".join(codes.split()[::-1]), right, left) == [words[::-1]]


@pytest.mark.parametrize(
    ("codes", "left", "right"),
    [
        ("es en", "No compró pan, ni leche, ni huevos.", "He did not buy bread, milk or eggs."),
        ("zh en", "他没有房子，没有汽车，也没有工作。", "He has no house, car or job."),
        (
            "es en",
            "No solo subió el pan, también la leche, y nadie protestó.",
            "Both bread and milk became dearer, and nobody protested.",
        ),
        ("fr en", "Il ne viendra pas, et il refuse de payer.", "He is not coming, and he will not pay."),
        ("de en", "Niemand sah ihn, und er blieb ungerührt.", "Nobody saw him, and he was not moved at all."),
        (
            "es en",
            "No vino porque no quiso, dijo su hermana mayor.",
            "He chose to stay away, and did not want to come, his elder sister said.",
        ),
        (
            "de en",
            "Das Werk schließt nicht, die Löhne steigen, und niemand wird entlassen.",
            "Nobody will be dismissed, wages will rise, and the plant will not close.",
        ),
        (
            "ru en",
            "Он не ответил, и никто не открыл дверь.",
            "He left the letter unanswered, and nobody opened the door.",
        ),
        (
            "it de",
            "Non ha firmato, e nemmeno il fratello ha voluto parlare.",
            "Er hat nicht unterschrieben, und auch der Bruder schwieg lieber, als er gefragt wurde, ob er reden wolle.",
        ),
    ],
)
def test_clauses_that_may_say_the_same(codes: str, left: str, right: str) -> None:
    assert found(codes, left, right) == []
    assert found(" ".join(codes.split()[::-1]), right, left) == []
