"""Quotations that are much shorter on one side."""

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Change, Subject
from diffing.model import Pair

BEFORE = "El alcalde de Almenara, Luis Ferrer, visitó el puente el 12 de mayo de 2021 con 40 vecinos.\n\n"
BEFORE_EN = "The mayor of Almenara, Luis Ferrer, visited the bridge on May 12, 2021 with 40 residents.\n\n"


def found(left: str, right: str) -> list[tuple[str, str]]:
    comparison = compare(BEFORE + left, BEFORE_EN + right, languages=Pair("es", "en"))
    entries = [entry for entry in ledger(comparison).entries if entry.subject is Subject.QUOTATION]
    assert all(entry.change is Change.TRIMMED for entry in entries)
    return [(entry.left[0].words(comparison.left), entry.right[0].words(comparison.right)) for entry in entries]


LONG = "«Nadie nos avisó de que el puente estaba cerrado, y dimos la vuelta por 3 pueblos», dijo Ferrer en Almenara."


@pytest.mark.parametrize(
    ("right", "cut"),
    [
        ("“Nobody told us that the bridge was closed, and we went round by 3 villages,” Ferrer said in Almenara.", ""),
        # Broken by the one who speaks.
        ("“Nobody told us that the bridge was closed,” Ferrer said in Almenara. “We went round by 3 villages.”", ""),
        ("“Nobody told us that it was closed,” Ferrer said in Almenara, who went round by 3 villages.", "Nobody"),
        (
            "Nobody told them that the bridge was closed, and they went round by 3 villages, Ferrer said in Almenara.",
            "",
        ),
    ],
)
def test_a_quotation_cut_short(right: str, cut: str) -> None:
    assert [other.split()[0] for _, other in found(LONG, right)] == ([cut] if cut else [])


def test_one_of_two_quotations_cut_short() -> None:
    left = (
        "«Nadie nos avisó de que el puente estaba cerrado, y tuvimos que dar la vuelta por 3 pueblos», dijo Ferrer en "
        "Almenara. «El ayuntamiento de Ancora lo sabía desde el lunes, y tampoco puso ninguna señal», añadió."
    )
    right = (
        "“Nobody told us that the bridge was closed, and we had to go round by 3 villages,” Ferrer said in Almenara. "
        "“The town hall of Ancora knew it,” he added."
    )
    assert [other.split()[0] for _, other in found(left, right)] == ["The"]


def test_a_term_in_marks_is_no_speech() -> None:
    left = "El barco «Luna» salió del puerto de Almenara con 40 personas, y «Sol» con 30 personas de Ancora."
    right = "The ship “Luna” left the port of Almenara with 40 people, and the Sol with 30 people from Ancora."
    assert found(left, right) == []


def test_two_reports_choose_what_they_quote() -> None:
    cut = "“Nobody told us that it was closed,” Ferrer said in Almenara, who went round by 3 villages."
    left = (
        "\n\nLas escuelas de la comarca siguen sin agua desde 1987, según los 7.400 vecinos que duermen en un gimnasio "
        "de Ancora, y el mercado perdió 64 toneladas de fruta en junio, cuando el río Lirio subió de noche."
    )
    right = (
        "\n\nA museum of lace moved its finest pieces to a cellar, where a clerk counts them every morning before the "
        "doors open. Who pays for the new shelves? Its director, Nora Whitford, would rather talk about the garden."
    )
    assert found(LONG, cut)
    assert found(LONG + left + left.replace("64", "35"), cut + right + right.replace("lace", "glass")) == []
