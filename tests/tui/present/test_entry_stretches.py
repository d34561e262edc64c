"""The words of an entry in the text of its row."""

from diffing.ledger.core.details import Speakers
from diffing.ledger.core.locations import Location
from diffing.ledger.core.model import Change, Entry, Subject
from diffing.model import Comparison, Kind, Op, Pair, Place, Row, Span
from tests.tui.running import article
from tui.present.entry_stretches import entry_stretches

_QUOTED = "“We heard the weir long before we saw that the bank of the canal was gone,”"


def marked(speakers: Pair[str], named: Pair[str]) -> Pair[list[str]]:
    """The words that are marked of a quotation with these speakers, where the entry names others."""
    before, after = f"{_QUOTED} said ", ", a lock keeper."
    row = Row(
        Kind.EDITED,
        (0,),
        (0,),
        False,
        0.9,
        (Span(Op.EQUAL, before, before), Span(Op.REPLACE, *speakers), Span(Op.EQUAL, after, after)),
    )
    texts = speakers.map(lambda speaker: before + speaker + after)
    comparison = Comparison(article([texts.left]), article([texts.right], "b.txt"), (row,))
    quoted = (Place(0, 0, len(_QUOTED)),)
    detail = Speakers((named.left,), (named.right,))
    entry = Entry(Subject.QUOTATION, Change.SPEAKER, quoted, quoted, Location.SAME_PLACE, detail)
    left, right = entry_stretches(entry, row, comparison)
    return Pair([texts.left[start:end] for start, end in left], [texts.right[start:end] for start, end in right])


def test_of_another_speaker_the_names_are_marked_and_not_the_words() -> None:
    both = Pair("Ilse Moravec", "Odo Tarn")
    assert marked(both, both) == Pair(["Ilse Moravec"], ["Odo Tarn"])


def test_speakers_who_are_written_otherwise_leave_the_quotation_marked() -> None:
    both = Pair("Ilse Moravec", "Odo Tarn")
    assert marked(both, Pair("Moravcová", "Tarnová")) == Pair([_QUOTED], [_QUOTED])
    assert marked(both, Pair("Moravcová", "Odo Tarn")) == Pair([], ["Odo Tarn"])
