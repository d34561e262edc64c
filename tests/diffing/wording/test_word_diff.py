"""Spans: they rebuild both texts, stand on word boundaries, mirror with the sides, and read well."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from diffing.model import Op, Span
from diffing.text.tokens import tokens_of
from diffing.text.words import words
from diffing.wording.changes import changes
from diffing.wording.word_diff import _common, compare_words
from tests.conftest import scaled
from tests.diffing.wording.redline import redline

# Arbitrary Unicode, with lone surrogates, and texts made of what makes trouble.
_PARTS = (
    *("the", "a", "fox", "Fox", "foxes", ",", ".", "“", "”", '"', "'", "—", "-", "--", "…", "...", "é", "e\u0301"),
    *("Nicolás", "Nicols", "U.S.", "3.5", "3,5", "10²", "don’t", "dont", "x-y", "xy", "東京", "京", "ひ", "カタカナ"),
    *("ไทย", "ก็", "👩‍👩‍👧", "🇫🇷", "한국", "ﬁ", "fi", "\u00ad", "\u200b", "\u200d", "\ud83d"),
)
_SPACES = ("", " ", " ", "  ", "\n", "\u00a0", "\u3000")
TEXTS = st.one_of(
    st.text(st.characters(codec=None), max_size=60),
    st.lists(st.tuples(st.sampled_from(_PARTS), st.sampled_from(_SPACES)), max_size=25).map(
        lambda parts: "".join(part + space for part, space in parts)
    ),
)


@st.composite
def edited_pairs(draw: st.DrawFn) -> tuple[str, str]:
    """A text and the same text with pieces dropped, doubled or taken elsewhere."""
    parts = draw(st.lists(st.sampled_from([part + " " for part in _PARTS] + ["One two. ", "It won. "]), max_size=30))
    other = list(parts)
    for _ in range(draw(st.integers(0, 4))):
        if other:
            at, to = draw(st.integers(0, len(other) - 1)), draw(st.integers(0, len(other) - 1))
            other.insert(to, other.pop(at)) if draw(st.booleans()) else other.pop(at)
    return "".join(parts), "".join(other)


PAIRS = st.one_of(st.tuples(TEXTS, TEXTS), edited_pairs())


@settings(max_examples=scaled(500))
@given(PAIRS)
@example((" ", "\n"))
@example((" ", "x"))
@example(("e ;", "E:0:\x1b0\x1b"))
def test_spans_rebuild_both_texts(pair: tuple[str, str]) -> None:
    spans = compare_words(*pair)
    assert "".join(span.left for span in spans) == pair[0]
    assert "".join(span.right for span in spans) == pair[1]


@settings(max_examples=scaled(300))
@given(PAIRS)
def test_spans_end_between_words(pair: tuple[str, str]) -> None:
    spans = compare_words(*pair)
    for text, pieces in (
        (pair[0], [span.left for span in spans]),
        (pair[1], [span.right for span in spans]),
    ):
        inside = {at for word in words(text) for at in range(word.start + 1, word.end)}
        ends, position = set(), 0
        for piece in pieces:
            position += len(piece)
            ends.add(position)
        assert not ends & inside


@settings(max_examples=scaled(300))
@given(PAIRS)
def test_swapping_the_sides_mirrors_the_spans(pair: tuple[str, str]) -> None:
    left, right = pair
    assert compare_words(right, left) == tuple(span.mirrored() for span in compare_words(left, right))


@settings(max_examples=scaled(300))
@given(PAIRS)
@example(("Yes. The council voted.", "No. The council voted."))
@example(("It rained all day. They danced.", "Prices rose again. They danced."))
def test_no_deletion_touches_an_insertion(pair: tuple[str, str]) -> None:
    for before, after in pairwise(compare_words(*pair)):
        assert {before.op, after.op} != {Op.DELETE, Op.INSERT}


_JAPANESE = st.lists(st.sampled_from("市国橋春夏秋冬のをにがはた、"), max_size=14).map("".join)


@settings(max_examples=scaled(300))
@given(_JAPANESE, _JAPANESE)
def test_no_single_kana_is_kept_between_two_replacements(left: str, right: str) -> None:
    spans = compare_words(left, right)
    for before, span, after in zip(spans, spans[1:], spans[2:], strict=False):
        if before.op is Op.REPLACE is after.op:
            assert not (span.op is Op.EQUAL and len(span.left) == 1 and span.left in "のをにがはた")


@settings(max_examples=scaled(200))
@given(TEXTS)
def test_a_text_is_equal_to_itself(text: str) -> None:
    assert compare_words(text, text) == ((Span(Op.EQUAL, text, text),) if text else ())


@settings(max_examples=scaled(200))
@given(PAIRS)
def test_equal_and_moved_texts_say_the_same(pair: tuple[str, str]) -> None:
    spans = compare_words(*pair)
    for span in spans:
        if not span.differs and not span.typographic:
            assert span.left.split() == span.right.split()
    for move in {span.move for span in spans if span.move is not None}:
        ends = [span for span in spans if span.move == move]
        texts = ("".join(span.left for span in ends), "".join(span.right for span in ends))
        assert all(texts)
        assert all(span.op is Op.EQUAL for span in ends)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("", "", "", id="nothing"),
        pytest.param("", "New.", "[+New.]", id="from nothing"),
        pytest.param(
            "Maduro severed diplomatic relations in 2019 after he won.",
            "Maduro broke diplomatic ties in 2019, when he won.",
            "Maduro [severed→broke] diplomatic [relations→ties] in 2019[after→, when] he won.",
            id="a change is marked from its first letter to its last",
        ),
        pytest.param(
            "exporting oil despite sanctions",
            "exporting oil, despite sanctions",
            "exporting oil[+,] despite sanctions",
            id="a comma takes no space with it",
        ),
        pytest.param("A, who is B, said it.", "A said it.", "A[-, who is B,] said it.", id="a clause with its commas"),
        pytest.param(
            "He took it on the office.",
            "He took it over a post.",
            "He took it [on the office→over a post].",
            id="a lone 'the' is no landmark",
        ),
        pytest.param(
            "the very old house",
            "the old big house",
            "the [-very ]old [+big ]house",
            id="a word of matter is never taken into a change",
        ),
        pytest.param("He did not pay.", "He did pay.", "He did [-not ]pay.", id="a negation is a word"),
        pytest.param("He paid $3.5bn.", "He paid $3.4bn.", "He paid $[3.5bn→3.4bn].", id="a number is never half lit"),
        pytest.param("He said “yes”.", "He said yes.", "He said [-“]yes[-”].", id="quotation marks that go"),
        pytest.param(
            "The Russian bank requested help.",
            "Russia’s bank requests help.",
            "[-The ][Russian→Russia’s] bank [requested→requests] help.",
            id="nearly equal words stand against each other",
        ),
        pytest.param("one two one two three", "one two three", "[-one two ]one two three", id="an edit at the start"),
        pytest.param("西安今天很好", "西安昨天很好", "西安[今→昨]天很好", id="Han by characters"),
        pytest.param(
            "父は朝に店を開く",
            "母が夕に門を閉じる",
            "[父は朝に店を開く→母が夕に門を閉じる]",
            id="no kana stays by itself",
        ),
        pytest.param(
            "父は朝食を食べた", "父は昼食を食べた", "父は[朝→昼]食を食べた", id="kana beside other kept words stay"
        ),
        pytest.param("ผู้ชายกินข้าว", "ผู้หญิงกินข้าว", "ผู้[ชาย→หญิง]กินข้าว", id="Thai by letters with their vowels"),
        pytest.param("a 👩‍👩‍👧 b", "a 👩‍👩‍👦 b", "a [👩‍👩‍👧→👩‍👩‍👦] b", id="a family is one emoji"),
    ],
)
def test_words(left: str, right: str, expected: str) -> None:
    assert redline(compare_words(left, right)) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            "Officials traveled to Venezuela on Saturday.",
            "Officials traveled on Saturday to Venezuela.",
            "Officials traveled <1+on Saturday >to Venezuela<1-on Saturday>.",
            id="a phrase",
        ),
        pytest.param(
            "to allies of President Vladimir Putin in Asia",
            "to President Vladimir Putin’s allies in Asia",
            "to <1-allies >[-of ]President Vladimir [Putin→Putin’s ]<1+allies >in Asia",
            id="a phrase that was turned",
        ),
        pytest.param(
            "The cat sat. The mayor resigned after the long inquiry. Nobody came home.",
            "Nobody came home. The cat sat. The mayor resigned after the long inquiry.",
            "<1+Nobody came home. >The cat sat. The mayor resigned after the long inquiry.<1-Nobody came home.>",
            id="a sentence word for word",
        ),
        pytest.param(
            "The mayor of Paris resigned on Friday. The council met in the evening to name a successor.",
            "The council met at night to name a successor. The mayor of Paris resigned on Friday.",
            "<1+The council met >[+at night ]<1+to name a successor. >The mayor of Paris resigned on Friday."
            "<1-The council met >[-in the evening ]<1-to name a successor.>",
            id="a sentence, reworded on the way",
        ),
    ],
)
def test_moves(left: str, right: str, expected: str) -> None:
    assert redline(compare_words(left, right)) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("He said “yes.” So", 'He said "yes." So', 'He said {“|"}yes.{”|"} So'),
        ("It is — then… over", "It is - then... over", "It is {—|-} then{…|...} over"),
        ("then… over", "then. . . over", "then{…|. . .} over"),
        ("Nicolás Maduro won", "Nicolas Maduro won", "{Nicolás|Nicolas} Maduro won"),
        ("Guaidó met Nicolás Maduro", "Guaid met Nicols Maduro", "{Guaidó|Guaid} met {Nicolás|Nicols} Maduro"),
        ("a non-native e-mail", "a nonnative email", "a {non-native e-mail|nonnative email}"),
        ("a long-term plan", "a long term plan", "a {long-|long }term plan"),
        ("a 38-year-old man", "a 38-year old man", "a 38-{year-|year }old man"),
        ("THE WHITE house", "The White House", "{THE WHITE house|The White House}"),
        ("10\u00a0% of it", "10 % of it", "{10\u00a0|10 }% of it"),
        ("One. Two", "One.\nTwo", "One.\nTwo"),
        ("It rose.[1] It fell [2].", "It rose. It fell [3].", "It rose{.[1]|.} It {fell [2]|fell [3]}."),
        ("“we lost [12] men”", "“we lost 12 men”", "“we lost [-[]12[-]] men”"),
        ("cafe\u0301 open", "caf\u00e9 open", "{cafe\u0301|caf\u00e9} open"),
    ],
)
def test_typography_is_no_change(left: str, right: str, expected: str) -> None:
    assert redline(compare_words(left, right)) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("from 1,000 men", "from 1000 men", id="a number set otherwise"),
        pytest.param("in 2019-20", "in 201920", id="a hyphen between numbers"),
        pytest.param("10² miles", "102 miles", id="a power"),
        pytest.param("“Yes”, he said", "Yes, he said", id="quotation marks that go"),
        pytest.param("il faut élire Jean", "il faut lire Jean", id="another word, not a lost letter"),
        pytest.param("Он мой", "Он мои", id="a letter of its own, not an accent"),
        pytest.param("is not here", "is here", id="a negation"),
    ],
)
def test_what_is_never_typographic(left: str, right: str) -> None:
    assert any(span.op is not Op.EQUAL for span in compare_words(left, right))


def test_a_sentence_only_one_side_has_is_an_insertion() -> None:
    left = (
        "The United States and Venezuela severed diplomatic relations in 2019 after Maduro took on a second term in "
        "widely disputed elections and imposed a battery of sanctions on Caracas in an effort to force Maduro out."
    )
    right = (
        "The United States and Venezuela broke diplomatic ties in 2019, when Maduro assumed a second term after "
        "much-questioned elections. Washington recognized then-opposition leader Juan Guaid, president of the "
        "legislature, as the only legitimate authority, and imposed several sanctions on Caracas to try to force "
        "Maduro out."
    )
    assert redline(compare_words(left, right)) == (
        "The United States and Venezuela [severed→broke] diplomatic [relations→ties] in 2019[after→, when] Maduro "
        "[took on→assumed] a second term [in widely disputed→after much-questioned] elections[+. Washington recognized "
        "then-opposition leader Juan Guaid, president of the legislature, as the only legitimate authority,] and "
        "imposed [a battery of→several] sanctions on Caracas [in an effort→to try] to force Maduro out."
    )


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("2. Widen the road.", "1. Widen the road.", "[2→1]. Widen the road.", id="the number of an item"),
        pytest.param("“Yes,” he said.", "“No,” he said.", "“[Yes→No],” he said.", id="a word in quotation marks"),
        pytest.param("Yes. He left.", "No. He left.", "[Yes.→No.] He left.", id="a sentence of one word"),
        pytest.param(
            "It rained all day. They danced.",
            "Prices rose again. They danced.",
            "[It rained all day.→Prices rose again.] They danced.",
            id="sentences at one place",
        ),
    ],
)
def test_words_in_each_others_place_are_a_replacement(left: str, right: str, expected: str) -> None:
    assert redline(compare_words(left, right)) == expected


def test_words_are_compared_inside_aligned_sentences_only() -> None:
    left = "The vote was close. The mayor lost the vote by nine ballots."
    right = "The vote was close. Snow fell all night. The mayor lost the vote by nine ballots."
    assert redline(compare_words(left, right)) == (
        "The vote was close. [+Snow fell all night. ]The mayor lost the vote by nine ballots."
    )


def test_a_bound_that_is_reached_is_said() -> None:
    # Words that repeat in another order: nothing to hold on to, and too many to compare.
    left = " ".join(f"w{at * 7 % 40}" for at in range(700))
    right = " ".join(f"w{at * 11 % 40}" for at in range(700))
    spans = compare_words(left, right)
    assert any(span.bounded for span in spans)
    assert not any(span.bounded for span in compare_words(left, left + " more"))


def test_a_long_text_is_cut_at_words_each_side_has_once() -> None:
    words_of = [f"w{at}" for at in range(2_000)]
    spans = compare_words(" ".join(words_of), " ".join("new" if at % 3 == 0 else w for at, w in enumerate(words_of)))
    assert not any(span.bounded for span in spans)
    assert sum(span.op is Op.REPLACE for span in spans) == 667


FORMS = st.lists(st.sampled_from("abcdwxyz"), min_size=1, max_size=9)


@settings(max_examples=scaled(500))
@given(FORMS, FORMS)
@example(list("awbxc"), list("yabzc"))
@example(list("ab"), list("ba"))
def test_the_common_subsequence_is_one_of_the_longest(left: list[str], right: list[str]) -> None:
    longest = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i, own in enumerate(left):
        for j, other in enumerate(right):
            longest[i + 1][j + 1] = longest[i][j] + 1 if own == other else max(longest[i][j + 1], longest[i + 1][j])
    if longest[-1][-1]:
        found = _common(left, right)
        assert len(found) == longest[-1][-1]
        assert all(left[i] == right[j] for i, j in found)
        assert all(i < m and j < n for (i, j), (m, n) in pairwise(found))


def test_tokens_of_a_text() -> None:
    found = tokens_of("A high-ranking, 10-year plan of 2019-20. . .")
    assert [token.form for token in found] == ["a", "highranking", ",", "10year", "plan", "of", "2019-20", "..."]
    assert [token.is_content for token in found] == [False, True, False, True, True, False, True, False]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("It is so.", "It is so.", [], id="none"),
        pytest.param("It severed diplomatic relations.", "It broke diplomatic ties.", [range(1, 4)], id="a phrase"),
        pytest.param("He won, she lost.", "She won, he lost.", [range(1), range(2, 3)], id="two clauses"),
        pytest.param("It is a big red house.", "It is a red house.", [range(1, 2)], id="one word"),
    ],
)
def test_changes(left: str, right: str, expected: list[range]) -> None:
    assert list(changes(compare_words(left, right))) == expected


@pytest.mark.parametrize(
    ("left", "right", "ops"),
    [
        ("The hangers -- steel ropes -- were old", "The hangers—steel ropes—were old", {Op.EQUAL}),
        ("NATO said so", "Nato said so", {Op.EQUAL}),
        ("polls of 2019–20", "polls of 2019-20", {Op.EQUAL}),
        ("It is NOT safe at ALL", "It is not safe at all", {Op.EQUAL}),
        ("He asked US to go", "He asked us to go", {Op.EQUAL, Op.REPLACE}),
        ("THE WHO IS THERE", "the who is there", {Op.EQUAL}),
        ("The U.S. said so", "The US said so", {Op.EQUAL}),
        ("He left the U.S.", "He left the US.", {Op.EQUAL}),
        ("It hit the U.S. The army left.", "It hit the US. The army left.", {Op.EQUAL}),
        ("tell us in the U.S. today", "tell us in the US today", {Op.EQUAL}),
        ("U.S.-backed forces", "US-backed forces", {Op.EQUAL}),
        ("It is in the U.S. now", "It is in us now", {Op.EQUAL, Op.REPLACE}),
    ],
)
def test_dashes_and_capitals(left: str, right: str, ops: set[Op]) -> None:
    assert {span.op for span in compare_words(left, right)} == ops


def test_a_text_of_a_few_words_over_and_over_is_compared_in_small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work in a piece grows with its square, and where no word is the only one of its kind any cut will do."""
    cells = []

    def watched(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
        cells.append(len(left) * len(right))
        return _common(left, right)

    monkeypatch.setattr("diffing.wording.word_diff._common", watched)
    left, right = (" ".join("abcdefgh"[at * at * step % 8] for at in range(1000)) for step in (3, 5))
    assert all(span.bounded for span in compare_words(left, right) if span.op is not Op.EQUAL)
    assert len(cells) > 10
    assert max(cells) <= 100 * 100


def test_a_text_that_was_pasted_without_full_stops_is_equal() -> None:
    captions = [
        "A heron on the weir below the bath of Lindvik",
        "The mill at Osterby with its new roof",
        "Divers under the ferry in the dry dock at Skarn",
        "Two oxen pull the old boiler through the street",
        "Ada Rosvall speaks to the islanders in the school",
    ]
    spans = compare_words("\n".join(captions), " ".join(captions))
    assert [span.op for span in spans] == [Op.EQUAL]
