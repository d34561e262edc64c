import pytest

from diffing.text.editors_notes import begins_as_note


@pytest.mark.parametrize(
    "text",
    [
        "Correction: An earlier version gave a wrong age.",
        "CLARIFICATION — The pipe belongs to the town.",
        "Editor’s note: Names were changed.",
        "(Updated 10 May 2022)",
        "This article was amended on 3 May to say so.",
        "Corrección: fueron 14.",
        "Rectificatif : La pièce est de Claire Aubanet.",
        "Anmerkung der Redaktion: Der Name war falsch geschrieben.",
        "In einer früheren Version dieses Artikels stand ein anderer Name.",
        "Errata corrige: il sindaco si chiama Bianchi.",
        "Correção: o valor é de 3 milhões.",
    ],
)
def test_a_note(text: str) -> None:
    assert begins_as_note(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "—",
        "Updated rules for drivers begin on Monday.",
        "The correction of the course took 5 days.",
        "UPDATE 2-Council votes for the bridge",
        "Corrections officers went on strike.",
        "He said an earlier version of this article was wrong.",
    ],
)
def test_no_note(text: str) -> None:
    assert not begins_as_note(text)
