"""Sentences cover their text, survive what breaks sentencex, and correspond as a reader would say."""

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.text import sentences as sentences_module
from diffing.text.scripts import script_language
from diffing.text.sentences import sentences
from diffing.text.sequences import longest_rising
from diffing.text.tokens import Token, tokens_of
from diffing.wording.sentence_alignment import Bead, align_sentences
from tests.conftest import scaled


@settings(max_examples=scaled(500))
@given(st.one_of(st.text(), st.text(st.sampled_from("AB.a \u3000“”\"'?!…。\n\r\u200b\ud83d"), max_size=30)))
def test_sentences_are_the_whole_text(text: str) -> None:
    found = sentences(text)
    assert "".join(text[sentence.start : sentence.end] for sentence in found) == text
    assert all(sentence.start < sentence.end for sentence in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("  ", ["  "], id="blank"),
        pytest.param("One. Two.", ["One. ", "Two."], id="two"),
        pytest.param("Mr. Smith of the U.S. won 3.5 points.", ["Mr. Smith of the U.S. won 3.5 points."], id="points"),
        pytest.param("“Why? No,” he said. So.", ["“Why? No,” he said. ", "So."], id="a quotation is not cut"),
        pytest.param('He left. "Why?" she said.', ["He left. ", '"Why?" she said.'], id="a straight quote opens"),
        pytest.param("今天很好。我们去吧！", ["今天很好。", "我们去吧！"], id="Chinese"),
        pytest.param("Он ушёл. Почему? Не знаю.", ["Он ушёл. ", "Почему? ", "Не знаю."], id="Russian"),
        pytest.param("One\nTwo", ["One\n", "Two"], id="paragraphs joined by a line feed"),
        pytest.param("One. ”", ["One. ”"], id="a mark is no sentence"),
        pytest.param("2. Widen it. 3. Go.", ["2. Widen it. ", "3. Go."], id="a label belongs to what it counts"),
        pytest.param("Bis zu 20 Mrd. Euro.", ["Bis zu 20 Mrd. Euro."], id="a German amount"),
        pytest.param("Rund 5 Mio. Menschen.", ["Rund 5 Mio. Menschen."], id="a German number"),
        pytest.param("Стоит 3 млн. руб. в год.", ["Стоит 3 млн. руб. в год."], id="a Russian amount"),
        pytest.param(
            "Es kostet 30 Mio. Die Stadt zahlt.", ["Es kostet 30 Mio. ", "Die Stadt zahlt."], id="amount at the end"
        ),
        pytest.param("Sie rief Mia. Keller kam.", ["Sie rief Mia. ", "Keller kam."], id="a name at the end"),
        pytest.param("Am 19. Jahrestag.", ["Am 19. Jahrestag."], id="a German ordinal"),
        pytest.param("Am 3.10. im Ort.", ["Am 3.10. im Ort."], id="a date in figures"),
        pytest.param("관보는 2021. 3. 18. 나왔다. 끝.", ["관보는 2021. 3. 18. 나왔다. ", "끝."], id="a Korean date"),
        pytest.param("날짜는 2021. 3. 18.이다. 끝.", ["날짜는 2021. 3. 18.이다. ", "끝."], id="a date and a particle"),
        pytest.param("A hídra 2021. 03. 18. napján.", ["A hídra 2021. 03. 18. napján."], id="a Hungarian date"),
        pytest.param("Vége 2021. 03. 18. A híd.", ["Vége 2021. 03. 18. ", "A híd."], id="a date at the end"),
        pytest.param("So in 2021. 3 men came.", ["So in 2021. ", "3 men came."], id="a year at the end"),
        pytest.param("Es waren 19. Alle kamen.", ["Es waren 19. ", "Alle kamen."], id="a number at the end"),
        pytest.param("Who? 12 men. So.", ["Who? ", "12 men. ", "So."], id="a number with a noun is no label"),
        pytest.param("a\ud800b. C d.", ["a\ud800b. C d."], id="what cannot be encoded stays whole"),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[sentence.start : sentence.end] for sentence in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Plain.", "en"),
        ("Größe.", "en"),
        ("今天很好。", "zh"),
        ("今日はいい。", "ja"),
        ("Он ушёл.", "ru"),
        ("In 北京 today.", "en"),
    ],
)
def test_script_names_the_rules_of_sentences(text: str, language: str) -> None:
    assert script_language(text) == language


class PanicException(BaseException):
    """What comes out of an extension module in Rust that fails an assertion of its own."""


def _use_segmenter(segment: Callable[[str, str], Iterable[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences_module, "_segmenter", lambda: segment)


def test_a_text_on_which_the_library_fails_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def segment(language: str, text: str) -> Iterable[str]:
        raise PanicException

    _use_segmenter(segment, monkeypatch)
    assert sentences("One. Two.") == ((0, 9),)


def test_any_other_exception_of_the_library_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def segment(language: str, text: str) -> Iterable[str]:
        raise KeyboardInterrupt

    _use_segmenter(segment, monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        sentences("One. Two.")


@pytest.mark.parametrize("found", [["One. "], ["One. ", "", "Two."], []], ids=["too little", "an empty one", "none"])
def test_sentences_of_the_library_that_are_not_the_text_are_not_used(
    found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _use_segmenter(lambda language, text: found, monkeypatch)
    assert sentences("One. Two.") == ((0, 9),)


def test_the_library_gets_plain_spaces_only(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []

    def segment(language: str, text: str) -> Iterable[str]:
        given.append(text)
        return [text]

    _use_segmenter(segment, monkeypatch)
    sentences("one\u00a0two\u2009three\u3000four\tfive")
    assert given == ["one two three four five"]


def test_a_long_text_is_segmented_in_pieces() -> None:
    text = "It was so. " * 10_000
    assert "".join(text[sentence.start : sentence.end] for sentence in sentences(text)) == text


def _tokens(*texts: str) -> list[tuple[Token, ...]]:
    return [tokens_of(text) for text in texts]


CUT = "The states cut ties in 2019 after a disputed vote and imposed a battery of sanctions on Caracas."
CUT_FIRST = "The states cut ties in 2019 after a vote."
CUT_REST = "It imposed several new sanctions on Caracas."
MAYOR = "The mayor of Paris resigned on Friday."
COUNCIL = "The council met in the evening to name a successor."
SNOW = "Snow fell all night over northern villages."


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param([], [], [], id="nothing"),
        pytest.param([MAYOR], [SNOW], [Bead(0, 1, 0, 1)], id="one sentence a side is a pair"),
        pytest.param([MAYOR, SNOW], [MAYOR, SNOW], [Bead(0, 1, 0, 1), Bead(1, 2, 1, 2)], id="the same"),
        pytest.param([CUT], [CUT_FIRST, CUT_REST], [Bead(0, 1, 0, 2)], id="one to two"),
        pytest.param([CUT_FIRST, CUT_REST], [CUT], [Bead(0, 2, 0, 1)], id="two to one"),
        pytest.param(
            [MAYOR, COUNCIL], [MAYOR, SNOW, COUNCIL],
            [Bead(0, 1, 0, 1), Bead(1, 1, 1, 2), Bead(1, 2, 2, 3)], id="one added",
        ),
        pytest.param(
            [MAYOR, SNOW, COUNCIL], [MAYOR, COUNCIL],
            [Bead(0, 1, 0, 1), Bead(1, 2, 1, 1), Bead(2, 3, 1, 2)], id="one left out",
        ),
        pytest.param(
            [MAYOR, COUNCIL, SNOW], [SNOW, MAYOR, COUNCIL],
            [Bead(0, 0, 0, 1, 1), Bead(0, 1, 1, 2), Bead(1, 2, 2, 3), Bead(2, 3, 3, 3, 1)], id="one moved",
        ),
        pytest.param(
            [MAYOR, COUNCIL], [MAYOR, SNOW],
            [Bead(0, 1, 0, 1), Bead(1, 2, 1, 1), Bead(2, 2, 1, 2)], id="nothing in common is no rewording",
        ),
    ],
)  # fmt: skip
def test_alignment(left: list[str], right: list[str], expected: list[Bead]) -> None:
    assert list(align_sentences(_tokens(*left), _tokens(*right))) == expected


@settings(max_examples=scaled(200))
@given(
    *[st.lists(st.sampled_from([CUT, CUT_FIRST, CUT_REST, MAYOR, COUNCIL, SNOW, "Yes.", "He said."]), max_size=8)] * 2
)
def test_beads_hold_every_sentence_once_and_in_order(left: list[str], right: list[str]) -> None:
    beads = align_sentences(_tokens(*left), _tokens(*right))
    assert [at for bead in beads for at in range(bead.left_start, bead.left_end)] == list(range(len(left)))
    assert [at for bead in beads for at in range(bead.right_start, bead.right_end)] == list(range(len(right)))
    moves = [bead.move for bead in beads if bead.move is not None]
    assert all(moves.count(move) == 2 for move in moves)


def test_many_sentences_are_cut_at_sure_pairs() -> None:
    left = [f"The number {at} stands in row w{at} of table t{at}." for at in range(60)]
    right = [text.replace("stands", "is found") for text in left if "7" not in text]
    beads = align_sentences(_tokens(*left), _tokens(*right))
    pairs = [(left[bead.left_start], right[bead.right_start]) for bead in beads if bead.right_start < bead.right_end]
    assert len(pairs) == len(right)
    assert all(one.replace("stands", "is found") == other for one, other in pairs)


def test_longest_rising() -> None:
    assert longest_rising([(0, 5), (1, 1), (2, 2), (3, 0), (4, 3)]) == [(1, 1), (2, 2), (4, 3)]
    assert longest_rising([]) == []
