"""Sentences that moved to another paragraph, and what changed inside them."""

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.details import StatedWithout
from diffing.ledger.core.model import Entry
from diffing.model import Comparison

HALL = "The council approved the new budget on Monday after a long debate in the town hall."
SONGS = "Residents gathered outside with banners and drums. They sang songs until late in the evening."


def moved(sentence: str, other: str, first: str = HALL, second: str = SONGS) -> Comparison:
    """Return the comparison where the last sentence of the first paragraph became the last one of the second."""
    return compare(f"{first} {sentence}\n\n{second}", f"{first}\n\n{second} {other}")


def described(comparison: Comparison, entry: Entry) -> tuple[str, str, str]:
    left, right = (
        "+".join(article.paragraphs[place.paragraph].text[place.start : place.end] for place in places)
        for article, places in zip(comparison.articles, entry.places, strict=True)
    )
    return str(entry.subject), left, right


@pytest.mark.parametrize(
    ("sentence", "other", "found"),
    [
        (
            "The minister denied the tax will rise next year.",
            "The minister confirmed the tax will rise next year.",
            ("attribution", "denied", "confirmed"),
        ),
        (
            "The company will close its plant in Leeds.",
            "The company could close its plant in Leeds.",
            ("certainty", "will", "could"),
        ),
        (
            "The union accepted the offer of the company.",
            "The union rejected the offer of the company.",
            ("content", "accepted", "rejected"),
        ),
        (
            "The train was late on Tuesday in the snow.",
            "The train was late on Wednesday in the snow.",
            ("date", "Tuesday", "Wednesday"),
        ),
        (
            "The mayor, Anna Brown, opened the school.",
            "The mayor, Clara Brown, opened the school.",
            ("name", "Anna Brown", "Clara Brown"),
        ),
        (
            "The company closed because of the strike.",
            "The company closed despite the strike.",
            ("cause", "because of", "despite"),
        ),
        (
            "All of the schools will be closed on Friday.",
            "Some of the schools will be closed on Friday.",
            ("content", "All of the", "Some of the"),
        ),
    ],
)
def test_what_changed_in_a_sentence_that_moved(sentence: str, other: str, found: tuple[str, str, str]) -> None:
    for comparison in (moved(sentence, other), moved(sentence, other, SONGS, HALL)):
        assert [described(comparison, entry) for entry in ledger(comparison).entries] == [found]


@pytest.mark.parametrize(
    ("first", "second", "sentence", "other", "found"),
    [
        (
            "Der Rat beschloss am Montag nach langer Debatte den neuen Haushalt.",
            "Viele Menschen standen mit Trommeln vor dem Rathaus.",
            "Die Ministerin bestritt, dass die Steuer im Herbst steigt.",
            "Die Ministerin bestätigte, dass die Steuer im Herbst steigt.",
            ("attribution", "bestritt", "bestätigte"),
        ),
        (
            "El concejo aprobó el lunes el nuevo presupuesto tras un largo debate.",
            "Muchos vecinos esperaban fuera con tambores y pancartas.",
            "La ministra negó que el impuesto suba en otoño.",
            "La ministra confirmó que el impuesto sube en otoño.",
            ("attribution", "negó", "confirmó"),
        ),
        (
            "Le conseil a adopté lundi le nouveau budget après un long débat.",
            "Des habitants attendaient dehors avec des tambours.",
            "La ministre a nié la hausse de l'impôt en automne.",
            "La ministre a confirmé la hausse de l'impôt en automne.",
            ("attribution", "nié", "confirmé"),
        ),
        (
            "O conselho aprovou na segunda-feira o novo orçamento após um longo debate.",
            "Muitos moradores esperavam fora com tambores.",
            "A ministra negou a subida do imposto no outono.",
            "A ministra confirmou a subida do imposto no outono.",
            ("attribution", "negou", "confirmou"),
        ),
        (
            "Il consiglio ha approvato lunedì il nuovo bilancio dopo un lungo dibattito.",
            "Molti abitanti aspettavano fuori con i tamburi.",
            "La ministra ha negato l'aumento della tassa in autunno.",
            "La ministra ha confermato l'aumento della tassa in autunno.",
            ("attribution", "negato", "confermato"),
        ),
        (
            "De raad keurde maandag na een lang debat de nieuwe begroting goed.",
            "Veel bewoners stonden buiten met trommels en spandoeken.",
            "De minister ontkende dat de belasting in de herfst stijgt.",
            "De minister bevestigde dat de belasting in de herfst stijgt.",
            ("attribution", "ontkende", "bevestigde"),
        ),
        (
            "Совет в понедельник после долгих споров утвердил новый бюджет.",
            "Жители собрались на площади с барабанами и плакатами.",
            "Министр отрицал, что налог вырастет осенью.",
            "Министр подтвердил, что налог вырастет осенью.",
            ("attribution", "отрицал", "подтвердил"),
        ),
        (
            "市议会周一经过长时间辩论后批准了新预算。",
            "许多居民带着鼓和横幅聚集在市政厅外面。",
            "部长否认税率将在秋季上升。",
            "部长证实税率将在秋季上升。",
            ("attribution", "否认", "证实"),
        ),
    ],
    ids=["de", "es", "fr", "pt", "it", "nl", "ru", "zh"],
)
def test_in_every_language(first: str, second: str, sentence: str, other: str, found: tuple[str, str, str]) -> None:
    comparison = moved(sentence, other, first, second)
    assert found in [described(comparison, entry) for entry in ledger(comparison).entries]


def test_a_negation_names_the_words_of_the_other_paragraph() -> None:
    comparison = moved("The minister will not raise the tax next year.", "The minister will raise the tax next year.")
    (entry,) = ledger(comparison).entries
    assert described(comparison, entry)[0] == "negation"
    assert isinstance(entry.detail, StatedWithout)
    place = entry.detail.place
    assert comparison.right.paragraphs[place.paragraph].text[place.start : place.end] == "raise"


def test_a_sentence_that_moved_unchanged_has_no_entry() -> None:
    sentence = "The minister denied the tax will rise next year."
    assert not ledger(moved(sentence, sentence)).entries


def test_other_words_count_only_where_the_article_is_edited() -> None:
    # Most of both articles is told in other words; in one that is edited, 'issue' > 'problem' is an entry.
    comparison = compare(
        "The glaciers of the north shrank last year. Climate change is another issue in the region.\n\n"
        "Many farmers of the valley now sell their land and look for work elsewhere.",
        "Last year less ice was left in the north.\n\n"
        "Lots of people who farm here sell their fields and find jobs in cities. "
        "Climate change is another problem in the region.",
    )
    assert ("content", "issue", "problem") not in [described(comparison, entry) for entry in ledger(comparison).entries]
