"""First names exchanged before one surname; nothing where a title, or what a place is, stands before it."""

import pytest

from diffing.ledger.core.model import Subject
from tests.diffing.ledger.translated.test_stories import entries

NAMED = {
    "es": (
        "El 14 de mayo cerró la fábrica de 230 obreros.\n\nSegún dijo {} en la plaza, 85 familias se irán el lunes.\n\n"
        "El 3 de junio habrá otra reunión con 40 vecinos."
    ),
    "en": (
        "The plant of 230 workers closed on May 14.\n\nAs {} said in the square, 85 families will leave on Monday.\n\n"
        "On June 3 there will be another meeting with 40 residents."
    ),
    "de": (
        "Am 14. Mai schloss das Werk mit 230 Arbeitern.\n\n"
        "Wie {} auf dem Platz sagte, werden am Montag 85 Familien gehen.\n\n"
        "Am 3. Juni gibt es ein weiteres Treffen mit 40 Anwohnern."
    ),
    "tr": (
        "230 işçinin fabrikası 14 Mayıs'ta kapandı.\n\n"
        "Meydanda konuşan {}, pazartesi günü 85 ailenin gideceğini söyledi.\n\n"
        "3 Haziran'da 40 sakinle bir toplantı daha yapılacak."
    ),
    "fr": (
        "L'usine de 230 ouvriers a fermé le 14 mai.\n\n"
        "Selon {}, qui parlait sur la place, 85 familles partiront lundi.\n\n"
        "Le 3 juin, il y aura une autre réunion avec 40 habitants."
    ),
    "pl": (
        "Zakład z 230 robotnikami zamknięto 14 maja.\n\n"
        "Jak powiedziała {} na placu, w poniedziałek wyjedzie 85 rodzin.\n\n"
        "3 czerwca odbędzie się kolejne spotkanie z 40 mieszkańcami."
    ),
}


def found(codes: str, left: str, right: str) -> list[tuple[Subject, str, str]]:
    own, other = codes.split()
    return entries(NAMED[own].format(left), NAMED[other].format(right))


@pytest.mark.parametrize(
    ("codes", "left", "right", "words"),
    [
        ("es en", "Marta Olivares", "Lucía Olivares", ("Marta", "Lucía")),
        ("tr en", "Nermin Aktaş", "Lindgren Aktaş", ("Nermin", "Lindgren")),
        ("pl en", "Kalina Zarzycka", "Thornton Zarzycka", ("Kalina", "Thornton")),
        ("de fr", "die Studentin Kalina Zarzycka", "Odile Zarzycka", ("Kalina", "Odile")),
        ("de en", "Bürgermeisterin Birgit Kessler", "Mayor Norma Kessler", ("Birgit", "Norma")),
    ],
)
def test_an_exchanged_first_name(codes: str, left: str, right: str, words: tuple[str, str]) -> None:
    assert found(codes, left, right) == [(Subject.NAME, *words)]


@pytest.mark.parametrize(
    ("codes", "left", "right"),
    [
        ("es en", "Marta Olivares", "Mayor Olivares"),
        ("es en", "Marta Olivares", "Coach Olivares"),
        ("es en", "José Luis Pastrana", "Luis Pastrana"),
        ("es en", "José Luis Pastrana", "José Pastrana"),
        ("es en", "la Tormenta Isaline", "Storm Isaline"),
        ("es en", "el Lago Corvera", "Lake Corvera"),
        ("es en", "el Banco Corvera", "Bank Corvera"),
        ("es en", "el Instituto Corvera", "the Corvera Institute"),
        ("tr en", "Başkan Sönmez", "Hülya Sönmez"),
        ("tr en", "Belediye Başkanı Sönmez", "Mayor Hülya Sönmez"),
        ("de en", "die Studentin Zarzycka", "Kalina Zarzycka"),
        ("de en", "Zahnarzt Doktor Brandes", "Jürgen Brandes"),
        ("de en", "der Orkan Isaline", "Hurricane Isaline"),
        ("fr en", "la Préfète Delmas", "Claire Delmas"),
        ("fr en", "Madame Delmas", "Claire Delmas"),
        ("pl de", "Pani Nowak", "die Direktorin Anna Nowak"),
        ("pl en", "Katarzyna Nowak", "Catherine Nowak"),
    ],
)
def test_what_is_no_other_first_name(codes: str, left: str, right: str) -> None:
    assert found(codes, left, right) == []
