"""Similarity: what counts as alike, and the properties that every text has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.model import Pair
from diffing.similarity import Features, Profile, Vocabulary, frequencies, order, shared_words
from diffing.words import words

WORDS = st.sampled_from(
    ["oil", "oils", "price", "Caracas", "embargo", "2019", "the", "of", "制裁", "委内瑞拉", "ผู้นำ", "l’état"]
)
PARAGRAPHS = st.lists(st.lists(WORDS, max_size=8).map(" ".join), min_size=1, max_size=5)


def features(left: list[str], right: list[str]) -> Features:
    return Features(Pair(left, right).map(Vocabulary().texts))


def similarity(left: str, right: str) -> float:
    made = features([left], [right])
    return made.compare(made.profiles.left[0], made.profiles.right[0])[0]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The oil price rose.", "the OIL price, rose!"),
        ("Nicolás Maduro’s “visit”", 'Nicolas Maduro\'s "visit"'),
        ("ｆｕｌｌ　ｗｉｄｔｈ", "full width"),
        ("* * *", "* * *"),
    ],
)
def test_equal_compared_forms_are_one(left: str, right: str) -> None:
    assert similarity(left, right) == 1.0


@pytest.mark.parametrize(
    ("text", "nearer", "farther"),
    [
        ("Washington severed ties in 2019.", "Washington broke ties in 2019.", "Washington will meet on Monday."),
        ("Die Freiheit der Presse", "Pressefreiheit", "Der Minister sprach am Montag"),
        ("美国与委内瑞拉断交", "委内瑞拉与美国断绝关系", "石油价格上涨"),
        ("ผู้นำพบกันที่กรุงเทพ", "ผู้นำพบกันเมื่อวาน", "ราคาน้ำมันขึ้น"),
    ],
)
def test_what_is_nearer(text: str, nearer: str, farther: str) -> None:
    made = features([text], [nearer, farther])
    near, far = (made.compare(made.profiles.left[0], other)[0] for other in made.profiles.right)
    assert near > far


def test_rare_words_count_more() -> None:
    made = features(["the embargo", "the price", "the visit"], ["the embargo", "the meeting", "an embargo"])
    embargo, the = made.profiles.left[0], made.profiles.left[1]
    assert made.compare(embargo, made.profiles.right[2])[0] > made.compare(the, made.profiles.right[1])[0]


def test_unrelated_texts_have_nothing() -> None:
    assert similarity("oil price", "xyz qqq") == 0.0
    assert similarity("", "oil") == 0.0


def test_containment_is_of_the_heavier_text() -> None:
    made = features(["oil price"], ["oil price embargo visit"])
    assert made.compare(made.profiles.left[0], made.profiles.right[0])[1] < 0.6


def test_order_sees_what_sets_do_not() -> None:
    made = features(["one two three four"], ["one two three four", "four three two one"])
    same, turned = (order(made.profiles.left[0].sequence, other.sequence) for other in made.profiles.right)
    assert (same, turned) == (4 / 5, 1 / 5)


@given(st.one_of(st.text(), st.text("aé'’.,-1½\u00ad\u200d\ufeff\u3000\x85 \t\n中の👍.U")))
def test_words_are_those_of_words(text: str) -> None:
    """Texts are read piece by piece: nothing may depend on what stands beyond white space."""
    found = [form.text for form in Vocabulary().texts([text, text])[1].forms]
    assert found == ([word.form for word in words(text) if word.is_word] or [word.form for word in words(text)])


@given(PARAGRAPHS, PARAGRAPHS)
def test_symmetric_and_in_range(left: list[str], right: list[str]) -> None:
    one, other = features(left, right), features(right, left)
    for i in range(len(left)):
        for j in range(len(right)):
            value = one.compare(one.profiles.left[i], one.profiles.right[j])
            assert value == other.compare(other.profiles.left[j], other.profiles.right[i])
            assert all(0.0 <= part <= 1.0 + 1e-9 for part in value)


@given(PARAGRAPHS, PARAGRAPHS)
def test_a_join_is_the_union(left: list[str], right: list[str]) -> None:
    """The slow way: every feature of both paragraphs, weighed one by one."""
    made = features(left, right)
    for first, second in zip(made.profiles.left, made.profiles.left[1:], strict=False):
        joined = made.joined(first, second)
        assert joined.stems == first.stems | second.stems
        assert sum(made.stem_weights[stem] for stem in joined.stems) <= joined.stem_weight
        assert joined.sequence == first.sequence + second.sequence


def test_a_paragraph_that_shares_nothing_changes_no_weight() -> None:
    left, right = ["oil price rises", "visit to Caracas"], ["oil price falls", "a visit"]

    def values(right: list[str]) -> list[tuple[float, float]]:
        made = features(left, right)
        return [made.compare(one, other) for one in made.profiles.left for other in made.profiles.right[:2]]

    assert values(right) == values([*right, "qqq zzz xxx"])


def test_shared_words_are_the_rarest_as_written() -> None:
    left = "The “Embargo” of April 2019 on Nicolás, the embargo"
    right = "the embargo of April 2019: nicolas"
    read = Vocabulary().texts([left, right, "the of on", "the"])
    held = frequencies(read)
    forms = Pair(frozenset(read[0].forms), frozenset(read[1].forms))
    assert shared_words(held, forms, Pair(left, right), 4) == (
        "Embargo",
        "Nicolás",
        "April",
        "2019",
    )


def test_profiles_are_compared_by_key() -> None:
    made = features(["oil"], ["OIL"])
    left, right = made.profiles.left[0], made.profiles.right[0]
    assert isinstance(left, Profile)
    assert left.key == right.key


def test_shared_characters_are_shown_as_joined() -> None:
    left, right = "制裁禁止委内瑞拉出售石油。", "石油制裁使委内瑞拉困难。"
    read = Vocabulary().texts([left, right])
    forms = Pair(frozenset(read[0].forms), frozenset(read[1].forms))
    assert set(shared_words(frequencies(read), forms, Pair(left, right), 5)) == {"制裁", "委内瑞拉", "石油"}
