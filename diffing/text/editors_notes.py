"""Notes of the editors: corrections, clarifications, updates. How they begin, and what they say.

    Correction: An earlier version of this article gave a wrong age.      begins as a note
    This article was amended on 3 May to say so.                          begins as a note: the phrase opens it
    The correction of the course took 5 days.                             no note

A note is about the article and repeats the words of the paragraph that it corrects. So it corresponds to a note only.
Alignment asks how a paragraph begins; the ledger (diffing/ledger/corrections) asks where a note stands in it, too.
"""

from functools import cache
from typing import NamedTuple

from diffing.patterns import lazy_pattern


class NoteWords(NamedTuple):
    """The words of notes in a language: `openers` begin a note, `phrases` stand anywhere in one."""

    openers: tuple[str, ...]
    phrases: tuple[str, ...]


_ENGLISH = """
    correction; corrections; clarification; clarifications; editor's note; editors' note; editorial note;
    note from the editor; erratum; update; updated; corrected; amended; for the record; correction appended
"""
_ENGLISH_PHRASES = """
    an earlier version of this article; an earlier version of this story; an earlier version of this report;
    an earlier version of this post; an earlier version of this entry; an earlier version of this update;
    a previous version of this post; a previous version of this entry; a previous version of this article;
    a previous version of this story;
    earlier versions of this article; earlier versions of this story; the original version of this article;
    the original version of this story; this article was amended; this story was amended;
    this article was corrected; this story was corrected; this article was updated; this story was updated;
    this report was amended; this article has been amended; this story has been amended;
    this article has been corrected; this story has been corrected; this article has been updated;
    this story has been updated; this piece was amended; this piece has been updated; this version corrects;
    this story corrects; this headline has been; the headline of this article; we regret the error;
    we apologise for the error; we apologize for the error
"""
_GERMAN = """
    korrektur; korrekturen; berichtigung; richtigstellung; klarstellung; anmerkung der redaktion; anm. d. red.;
    hinweis der redaktion; aktualisierung; aktualisiert; update; transparenzhinweis
"""
_GERMAN_PHRASES = """
    in einer früheren version dieses artikels; in einer früheren fassung dieses artikels;
    in einer ersten version dieses artikels; in einer vorherigen version dieses artikels;
    in einer früheren version dieses textes; in einer früheren fassung dieses textes;
    eine frühere version dieses artikels; eine frühere fassung dieses artikels; dieser artikel wurde korrigiert;
    dieser artikel wurde aktualisiert; wir haben den fehler korrigiert; wir bitten, den fehler zu entschuldigen
"""
_FRENCH = """
    correction; corrections; rectificatif; précision; précisions; erratum; note de la rédaction; ndlr; mise à jour;
    mis à jour; actualisé
"""
_FRENCH_PHRASES = """
    une version précédente de cet article; une version antérieure de cet article;
    une première version de cet article; dans une version précédente; cet article a été modifié;
    cet article a été corrigé; cet article a été mis à jour; cet article a été rectifié;
    nous présentons nos excuses pour cette erreur; contrairement à ce que nous avons écrit;
    contrairement à ce que nous avions écrit
"""
_SPANISH = """
    corrección; correcciones; aclaración; nota del editor; nota de la redacción; nota de redacción; fe de errores;
    fe de erratas; rectificación; actualización; actualizado; actualizada
"""
_SPANISH_PHRASES = """
    una versión anterior de este artículo; una versión anterior de esta nota; una versión anterior de esta noticia;
    una versión previa de este artículo; una versión previa de esta nota; este artículo ha sido corregido;
    este artículo fue corregido; esta nota fue corregida; esta noticia ha sido corregida;
    este artículo ha sido actualizado; este artículo fue actualizado; esta noticia ha sido actualizada;
    esta nota fue actualizada; lamentamos el error
"""
_ITALIAN = """
    correzione; correzioni; rettifica; precisazione; errata corrige; nota della redazione; nota del direttore;
    aggiornamento; aggiornato; aggiornata
"""
_ITALIAN_PHRASES = """
    una versione precedente di questo articolo; in una versione precedente di questo articolo;
    una precedente versione di questo articolo; questo articolo è stato corretto;
    questo articolo è stato aggiornato; ci scusiamo per l'errore
"""
_PORTUGUESE = """
    correção; correções; errata; retificação; esclarecimento; nota da redação; nota do editor; atualização;
    atualizado; atualizada
"""
_PORTUGUESE_PHRASES = """
    uma versão anterior deste artigo; uma versão anterior deste texto; uma versão anterior desta reportagem;
    uma versão anterior desta notícia; este artigo foi corrigido; este artigo foi atualizado;
    este texto foi corrigido; lamentamos o erro; pedimos desculpa pelo erro
"""
_DUTCH = """
    correctie; correcties; rectificatie; verduidelijking; noot van de redactie; update; bijgewerkt; naschrift
"""
_DUTCH_PHRASES = """
    in een eerdere versie van dit artikel; in een eerdere versie van dit bericht;
    in een eerdere versie van dit verhaal; een eerdere versie van dit artikel; dit artikel is aangepast;
    dit artikel is gecorrigeerd
"""

_RUSSIAN = """
    исправление; исправления; уточнение; поправка; опровержение; от редакции; примечание редакции; обновление;
    обновлено; исправлено
"""
_RUSSIAN_PHRASES = """
    в предыдущей версии этой статьи; в предыдущей версии этого материала; в первоначальной версии этой статьи;
    в ранней версии этой статьи; предыдущая версия этой статьи; эта статья была исправлена; материал обновлён;
    материал исправлен; приносим извинения за ошибку
"""
_CHINESE = """
    更正; 更正启事; 更正啟事; 勘误; 勘誤; 编者按; 編者按; 编者注; 編者註; 更新
"""
_CHINESE_PHRASES = """
    本文早前版本; 本文先前版本; 本文之前的版本; 本文此前版本; 本文較早版本; 本文已更正; 本文已更新; 特此更正
"""


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split(";"))


NOTE_WORDS = {
    "en": NoteWords(_listed(_ENGLISH), _listed(_ENGLISH_PHRASES)),
    "de": NoteWords(_listed(_GERMAN), _listed(_GERMAN_PHRASES)),
    "fr": NoteWords(_listed(_FRENCH), _listed(_FRENCH_PHRASES)),
    "es": NoteWords(_listed(_SPANISH), _listed(_SPANISH_PHRASES)),
    "it": NoteWords(_listed(_ITALIAN), _listed(_ITALIAN_PHRASES)),
    "pt": NoteWords(_listed(_PORTUGUESE), _listed(_PORTUGUESE_PHRASES)),
    "nl": NoteWords(_listed(_DUTCH), _listed(_DUTCH_PHRASES)),
    "ru": NoteWords(_listed(_RUSSIAN), _listed(_RUSSIAN_PHRASES)),
    "zh": NoteWords(_listed(_CHINESE), _listed(_CHINESE_PHRASES)),
}
"""The words of notes by the code of their language."""

OPENED = lazy_pattern(r"(?![ ]\d+ ?[-–—])(?:[ ]?[:：—–|(（\[-]|[ ](?:\S+[ ]){0,3}?\S{0,12}\d|[.]?\s*$)")
"""The text behind the opening words of a note: punctuation or a date. 'Updated 10 May' is a note, 'Updated rules' is
not, and neither is 'UPDATE 2-Council votes', the headline of a wire report.
"""

_MARKS = str.maketrans({"’": "'", "ʼ": "'", "\xa0": " "})
_SEEN = 200
"""Characters of a paragraph in which a note must begin."""


def note_words(language: str) -> NoteWords:
    """Return the words of notes in a language; for one without a list, those of all languages."""
    known = NOTE_WORDS.get(language)
    if known:
        return known
    openers, phrases = zip(*NOTE_WORDS.values(), strict=True)
    return NoteWords(tuple(dict.fromkeys(sum(openers, ()))), tuple(dict.fromkeys(sum(phrases, ()))))


_FIRST_WORD = lazy_pattern(r"\W*(\w+)")


@cache
def _by_first_word() -> dict[str, list[tuple[str, bool]]]:
    """Return the openers (True) and the phrases (False) of all languages by their first word, the longest first."""
    words = note_words("")
    listed = [*((opener, True) for opener in words.openers), *((phrase, False) for phrase in words.phrases)]
    found: dict[str, list[tuple[str, bool]]] = {}
    for text, is_opener in sorted(listed, key=lambda one: (-len(one[0]), one)):
        first = _FIRST_WORD.match(text)
        assert first is not None
        found.setdefault(first[1], []).append((text, is_opener))
    return found


def begins_as_note(text: str) -> bool:
    """Return whether a paragraph begins as a note of the editors in any language."""
    opening = _FIRST_WORD.match(text, 0, _SEEN)
    if opening and opening[0].isascii() and opening[1].lower() not in _by_first_word():
        return False  # nearly every paragraph; in ASCII, no mark is changed
    start = text[:_SEEN].translate(_MARKS).casefold()
    first = _FIRST_WORD.match(start)
    for words, is_opener in _by_first_word().get(first[1], ()) if first else ():
        end = first.start(1) + len(words) if first else 0
        if start.startswith(words, end - len(words)) and not start[end : end + 1].isalnum():
            return not is_opener or OPENED.match(start, end) is not None
    return False
