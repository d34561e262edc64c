"""Similarity: what counts as alike, and the properties that every text has."""

from collections import Counter
from collections.abc import Callable, Iterable
from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diffing.alignment.similarity as similarity_module
from diffing.alignment.shared_words import FormRanks, shared_words
from diffing.alignment.similarity import WEIGHT_UNIT, Features
from diffing.alignment.vocabulary import Text, Vocabulary, pairs_of
from diffing.model import Pair
from diffing.text.reading import ReadText
from diffing.text.sequences import order
from diffing.text.words import words

WORDS = st.sampled_from(
    ["oil", "oils", "price", "Caracas", "embargo", "2019", "the", "of", "制裁", "委内瑞拉", "ผู้นำ", "l’état"]
)
PARAGRAPHS = st.lists(st.lists(WORDS, max_size=8).map(" ".join), min_size=1, max_size=5)


def features(left: list[str], right: list[str]) -> Features:
    return Features(Pair(left, right).map(texts_of()))


def texts_of() -> Callable[[Iterable[str]], list[Text]]:
    """Return a function from texts to what a new vocabulary makes of them."""
    vocabulary = Vocabulary()
    return lambda texts: vocabulary.texts(map(ReadText, texts))


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


def test_order_of_very_long_texts_is_found_piece_by_piece() -> None:
    text = "".join(map(chr, range(0x400, 0x400 + 300))) * 30
    assert order(text, text) == len(text) / (len(text) + 1)
    assert order(text, text[:50] + text[60:]) > 0.98
    assert order(text, text[len(text) // 2 :]) < 0.6


@given(st.one_of(st.text(), st.text("aé'’.,-1½\u00ad\u200d\ufeff\u3000\x85 \t\n中の👍.U")))
def test_words_are_those_of_words(text: str) -> None:
    """Texts are read piece by piece: nothing may depend on what stands beyond white space."""
    found = [form.text for form in texts_of()([text, text])[1].forms]
    assert found == ([word.form for word in words(text) if word.is_word] or [word.form for word in words(text)])


@given(PARAGRAPHS, PARAGRAPHS)
def test_symmetric_and_in_range(left: list[str], right: list[str]) -> None:
    one, other = features(left, right), features(right, left)
    for i in range(len(left)):
        for j in range(len(right)):
            value = one.compare(one.profiles.left[i], one.profiles.right[j])
            assert value == other.compare(other.profiles.left[j], other.profiles.right[i])
            assert all(0.0 <= part <= 1.0 + 1e-9 for part in value)


Kind = Callable[[Text], set[int]]
KINDS: tuple[Kind, Kind] = (
    lambda text: set(text.stems),
    lambda text: {*pairs_of(text.stems), *(trigram for form in text.forms for trigram in form.trigrams)},
)


def slowly(kind: Kind, sides: Pair[list[Text]], run: range, at: int) -> float:
    """The cosine of a run of left paragraphs and a right one, every feature taken by itself."""
    left, right = sides.map(lambda side: [kind(text) for text in side])
    both = set().union(*left) & set().union(*right)
    related = [features for features in (*left, *right) if features & both]

    def weight(features: Iterable[int]) -> int:
        counts = [sum(feature in other for other in (*left, *right)) for feature in features]
        return sum(round(WEIGHT_UNIT * log(1 + len(related) / count) ** 2) for count in counts)

    joined = Counter(feature for index in run for feature in left[index])
    repeated = [feature for feature, times in joined.items() for _ in range(times - 1) if feature in both]
    product = (weight(joined.elements()) - weight(repeated)) * weight(right[at])
    return weight(joined.keys() & right[at]) / sqrt(product) if product else 0.0


@given(PARAGRAPHS, PARAGRAPHS)
def test_joins_are_compared_as_the_slow_way_does(left: list[str], right: list[str]) -> None:
    """With as few lanes as two, so that there are several numbers to a row."""
    sides = Pair(left, right).map(texts_of())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(similarity_module, "LANES", 2)
        made = Features(sides)
    for start in range(len(left)):
        joined = made.profiles.left[start]
        for end in range(start + 1, len(left) + 1):
            if end > start + 1:
                joined = made.joined(joined, made.profiles.left[end - 1])
            for at, other in enumerate(made.profiles.right):
                if joined.key != other.key:
                    slow = [slowly(kind, sides, range(start, end), at) for kind in KINDS]
                    assert made.compare(joined, other)[0] == pytest.approx(sum(slow) / 2)


def test_a_paragraph_that_shares_nothing_changes_no_weight() -> None:
    left, right = ["oil price rises", "visit to Caracas"], ["oil price falls", "a visit"]

    def values(right: list[str]) -> list[tuple[float, float]]:
        made = features(left, right)
        return [made.compare(one, other) for one in made.profiles.left for other in made.profiles.right[:2]]

    assert values(right) == values([*right, "qqq zzz xxx"])


def test_shared_words_are_the_rarest_as_written() -> None:
    left = "The “Embargo” of April 2019 on Nicolás, the embargo"
    right = "the embargo of April 2019: nicolas"
    read = texts_of()([left, right, "the of on", "the"])
    forms = frozenset(read[0].forms) & frozenset(read[1].forms)
    assert shared_words(FormRanks(read), forms, Pair(left, right), 4) == (
        "Embargo",
        "Nicolás",
        "April",
        "2019",
    )


def test_profiles_are_compared_by_key() -> None:
    made = features(["oil"], ["OIL"])
    left, right = made.profiles.left[0], made.profiles.right[0]
    assert left.key == right.key


def test_shared_characters_are_shown_as_joined() -> None:
    left, right = "制裁禁止委内瑞拉出售石油。", "石油制裁使委内瑞拉困难。"
    read = texts_of()([left, right])
    forms = frozenset(read[0].forms) & frozenset(read[1].forms)
    assert set(shared_words(FormRanks(read), forms, Pair(left, right), 5)) == {"制裁", "委内瑞拉", "石油"}


@given(PARAGRAPHS, PARAGRAPHS)
def test_the_tables_say_what_comparing_says(left: list[str], right: list[str]) -> None:
    found = features(left, right)
    compared = [[found.compare(own, other) for other in found.profiles.right] for own in found.profiles.left]
    similarities, containments = found.tables()
    assert similarities == [[cell[0] for cell in row] for row in compared]
    assert containments == [[cell[1] for cell in row] for row in compared]


def test_the_pairs_of_a_giant_paragraph_are_not_all_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its words all are, so that its end counts too."""
    left, right = "in the red harbour town", "in the town red harbour"
    in_full = similarity(left, right)
    monkeypatch.setattr(similarity_module, "MOST_PAIRED", 2)
    assert similarity(left, right) > in_full  # 'in the' is all that is left of the order
    assert similarity(left, "in the red harbour village") < similarity(left, right)
