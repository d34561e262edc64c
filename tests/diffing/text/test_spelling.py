"""Words that differ only in accents, in script or in spelling are one word where the habits of both articles say so."""

import pytest

from diffing.model import Pair
from diffing.text.spelling import Spelling
from diffing.text.tokens import other_words, paired_tokens

FRENCH = "Près de la gare, le maire avait déclaré hier que la dette était réduite."
LOST = "Pres de la gare, le maire avait declare hier que la dette etait reduite."

ENGLISH = "José and Zoë went there because they had not been told that it would close at noon."

ONE_WORD = {
    "lost altogether": (f"Il a tué. {FRENCH}", f"Il a tue. {LOST}"),
    "slip in a name": (f"M. Béranger parle. {FRENCH}", f"M. Beranger parle, dit Béranger. {FRENCH}"),
    "slip inside a word": (f"La planète est ronde. {FRENCH}", f"La planete est ronde, planète. {FRENCH}"),
    "capitals": (f"L'ÉTAT PARLE. {FRENCH}", f"L'ETAT PARLE. {FRENCH}"),
    "initials": ("Un état de l'École a été lu.", "Un état de l'Ecole a été lu."),
    "vowel signs": ("كُتب اليوم", "كتب اليوم"),
    "stress": ("Он видит за́мок.", "Он видит замок."),
    "old ß": ("Ich weiß, daß es groß ist. Straße.", "Ich weiß, dass es groß ist. Straße."),
    "Swiss": ("Die Straße ist größer als die Buße.", "Die Strasse ist grösser als die Busse."),
    "Turkish capital": ("IŞIK söndü", "ışık söndü"),
    "tone": ("Hòa bình", "Hoà bình"),
    "cedilla": ("şi în ţară", "și în țară"),
    "traditional": ("橋樑與風暴", "桥梁与风暴"),
    "traditional characters that simplified texts may keep": ("徵收於昇降機的費用", "征收于升降机的费用"),
    "surnames and a measure that both write alike": ("余女士與范女士離城12里", "余女士与范女士离城12里"),
    "old Japanese": ("國の圖書館", "国の図書館"),
    "Serbian": ("Јелена Љубић рекла је", "Jelena Ljubić rekla je"),
    "Persian keyboard": ("على كرسي", "علی کرسی"),
    "yo": ("ещё всё", "еще все"),
    "English": (f"The café was open. {ENGLISH}", f"The cafe was open. {ENGLISH}"),
}

TWO_WORDS = {
    "ending": (f"Il a tué. {FRENCH}", f"Il a tue. {FRENCH}", {"tue"}),
    "ending that stands elsewhere": (f"Il a tué. {FRENCH}", f"Il a tue, tué. {FRENCH}", {"tue"}),
    "umlaut that stands elsewhere": ("Er konnte für die Küste.", "Er könnte, könnte für die Küste.", {"konnte"}),
    "another accent": ("Ông Hùng nói", "Ông Hưng nói", {"hung"}),
    "exchanged": (f"tué ou tue. {FRENCH}", f"tue ou tué. {FRENCH}", {"tue"}),
    "only one": ("Compro un barco", "Compró un barco", {"compro"}),
    "short initial": ("È morto. La città", "E morto. La città", {"e"}),
    "vowel signs": ("كَتَبَ اليوم", "كُتِبَ اليوم", {"کتب"}),
    "stress": ("Он видит за́мок.", "Он видит замо́к.", {"zamok"}),
    "ß": ("in Maßen auf der Straße", "in Massen auf der Straße", {"massen"}),
    "two traditional texts": ("皇后與風暴", "皇後與風暴", {"后"}),
    "two traditional texts, a name": ("徵收與沈的風暴", "征收與沉的風暴", {"征", "沈"}),
    "a rarer form": ("圖像與風暴", "图象与风暴", {"像"}),
    "another letter of Serbian": (
        "коса и Љубић и ћуп и њива", "koša i Ljubić i ćup i njiva", {"kosa"},
    ),
    "look-alikes": ("Анна дома", "Anna doma", {"anna", "doma"}),
    "yeh": ("على الجسر", "علي الجسر", {"علی"}),
}  # fmt: skip


@pytest.mark.parametrize(("left", "right"), ONE_WORD.values(), ids=list(ONE_WORD))
def test_one_word(left: str, right: str) -> None:
    assert other_words(left, right, Spelling(Pair([left], [right]))) == set()
    assert other_words(right, left, Spelling(Pair([right], [left]))) == set()


@pytest.mark.parametrize(("left", "right", "forms"), TWO_WORDS.values(), ids=list(TWO_WORDS))
def test_two_words(left: str, right: str, forms: set[str]) -> None:
    assert other_words(left, right, Spelling(Pair([left], [right]))) == forms
    assert other_words(right, left, Spelling(Pair([right], [left]))) == forms


def test_the_habits_are_those_of_the_articles() -> None:
    spelling = Spelling(Pair([FRENCH, "Il a tué."], [LOST, "Il a tue."]))
    assert other_words("Il a tué.", "Il a tue.", spelling) == set()
    tokens = paired_tokens("Il a tue.", "Il a tué.", spelling, is_swapped=True)
    assert [token.form for token in tokens.left] == [token.form for token in tokens.right]
    assert other_words("Il a tué.", "Il a tue.", Spelling(Pair([FRENCH], [FRENCH]))) == {"tue"}
