"""Stamps: paragraphs that say when an article was published or changed, and nothing of its story.

Updated: 8:31 AM, March 4, 2031                    a stamp
First published 07:40. Last updated 21:15 GMT      a stamp
Updated 2 hours ago                                a stamp
Updated rules for the harbour                      no stamp: other words
5 May                                              none either: it may head the events of a day
"""

from diffing.ledger.dates.extract import dates
from diffing.ledger.language.lexicon import Lexicon
from diffing.patterns import lazy_pattern
from diffing.text.folding import folded
from diffing.text.reading import ReadText

# Words of stamps: those that say what happened to the article, and those that may stand beside them and a date. They
# are English, German, French, Spanish, Portuguese, Italian, Dutch, Russian.
_LABELS = """
    published posted updated modified edited revised issued filed
    veröffentlicht erschienen aktualisiert stand geändert publié publiée actualisé actualisée modifié modifiée
    publicado publicada actualizado actualizada modificado modificada atualizado atualizada
    pubblicato pubblicata aggiornato aggiornata modificato gepubliceerd bijgewerkt gewijzigd geplaatst
    опубликовано обновлено изменено
"""
_BESIDE = """
    first last originally at on by the of and was date time story article
    zuletzt erstmals am um uhr der le la à mis mise jour dernière le el los a las última vez hora en o às em de il
    alle ore ultimo aggiornamento op om het laatst в
    am pm a.m p.m h et ct mt pt est edt cst cdt mst mdt pst pdt gmt utc bst cet cest ist jst
"""
# Words of a time that is counted back from the moment of reading: 'an hour ago', 'vor 2 Stunden'.
_AGO = """
    ago vor hace fa há atrás geleden назад
"""
_UNITS = """
    a an few just now minute minutes min mins hour hours hr hrs day days week weeks
    einer einem minute minuten stunde stunden tag tagen woche wochen il y a une un heure heures jour jours
    un una minuto minutos hora horas día días dia dias ora ore minuti giorno giorni
    een uur uren minuut minuten dag dagen минуту минуты минут час часа часов день дня дней
"""
_LETTERS = lazy_pattern(r"[^\W\d_]+")
# A longer paragraph, in characters, is no stamp.
_LONGEST = 160


def _words(listed: str) -> frozenset[str]:
    return frozenset(_LETTERS.findall(folded(listed).text))


_LABEL_WORDS = _words(_LABELS)
_STAMP_WORDS = _LABEL_WORDS | _words(_BESIDE)
_RELATIVE_WORDS = _STAMP_WORDS | _words(_AGO) | _words(_UNITS)
_COUNTED_BACK = lazy_pattern(rf"(?<!\w)(?:{'|'.join(sorted(_words(_AGO)))}|il y a)(?!\w)")
# 'Mise à jour' is a label too.
_LABEL = lazy_pattern(rf"(?<!\w)(?:{'|'.join(sorted(_LABEL_WORDS))}|mise? a jour|ultim[ao] aggiornamento)(?!\w)")


def is_stamp(text: ReadText, lexicon: Lexicon) -> bool:
    """Return whether a paragraph has a date or a time, a word such as 'updated', and no other words."""
    if len(text.text) > _LONGEST or not _LABEL.search(text.folded.text):
        return False
    if _COUNTED_BACK.search(text.folded.text):
        return _RELATIVE_WORDS.issuperset(_LETTERS.findall(text.folded.text))
    dated = dates(text, lexicon)
    outside, end = [], 0
    for one in dated:
        outside.append(text.text[end : one.start])
        end = one.end
    rest = _LETTERS.findall(folded(" ".join([*outside, text.text[end:]])).text)
    return bool(dated) and _STAMP_WORDS.issuperset(rest)
