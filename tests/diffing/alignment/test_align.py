"""Alignment: cases of each kind of rewriting, and the properties that any two texts have."""

import gc
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from weakref import ref

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from diffing.alignment.align import Alignment, align
from diffing.alignment.feature_weights import FeatureWeights
from diffing.alignment.options import Options
from diffing.alignment.similarity import Features
from diffing.alignment.vocabulary import Vocabulary
from diffing.model import Pair
from diffing.text.reading import ReadText
from tests.conftest import scaled, thorough

MEETING = "Senior United States officials travelled to Venezuela on Saturday to meet the government of Nicolás Maduro."
REPLY = "Spokesmen for Joe Biden and for Maduro did not immediately return requests for comment."
TIES = "The two countries severed diplomatic relations in 2019 after Maduro took on a second term."
SANCTIONS = "An embargo in force since April 2019 prevents Venezuela from trading its crude on the American market."
RUSSIA = "Since then Maduro has received strong support from Russia to continue exporting oil."
IMPORTS = "The White House said on Friday it was examining how to reduce Russian oil imports without hurting consumers."
STORY = [MEETING, REPLY, TIES, SANCTIONS, RUSSIA, IMPORTS]

MEETING_2 = "date 2022-03-06 High-ranking US officials met Nicolas Maduro's government in Venezuela on Saturday."
REPLY_2 = "Sources close to Biden and Maduro have not responded to requests for comment so far."
TIES_2 = "Washington and Caracas broke diplomatic ties in 2019, when Maduro assumed a second term."
SANCTIONS_2 = "The embargo, in effect since April 2019, keeps Venezuela from selling crude to the American market."
RUSSIA_2 = "Maduro has since had Russia's strong support and continues to export oil."
IMPORTS_2 = (
    "It is studying how to cut imports of Russian oil without harming consumers, the White House said on Friday."
)
REWRITTEN = [MEETING_2, REPLY_2, TIES_2, SANCTIONS_2, RUSSIA_2, IMPORTS_2]

ELSEWHERE = "A shopping centre in Santa Clarita was evacuated after several reports of gunfire."
MENU = "No menu items!"

Link = tuple[tuple[int, ...], tuple[int, ...], bool]


def links(alignment: Alignment) -> list[Link]:
    return [(link.left, link.right, link.moved) for link in alignment.links]


def aligned(left: list[str], right: list[str], options: Options | None = None) -> list[Link]:
    return links(align(Pair(left, right), options))


def straight(*pairs: tuple[int, int]) -> list[Link]:
    return [((left,), (right,), False) for left, right in pairs]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param([], [], [], id="both empty"),
        pytest.param([], STORY, [], id="one empty"),
        pytest.param(STORY, REWRITTEN, straight(*((i, i) for i in range(6))), id="rewritten"),
        pytest.param(STORY, STORY[:2] + STORY[3:], straight((0, 0), (1, 1), (3, 2), (4, 3), (5, 4)), id="omitted"),
        pytest.param(
            [MENU, *STORY, MENU, ELSEWHERE], REWRITTEN, straight(*((i + 1, i) for i in range(6))), id="page around it"
        ),
        pytest.param(
            STORY,
            [MEETING_2, REPLY_2, f"{TIES_2} {SANCTIONS_2}", RUSSIA_2, IMPORTS_2],
            [*straight((0, 0), (1, 1)), ((2, 3), (2,), False), *straight((4, 3), (5, 4))],
            id="merged",
        ),
        pytest.param(
            [MEETING, f"{REPLY} {TIES} {SANCTIONS}", RUSSIA, IMPORTS],
            REWRITTEN,
            [((0,), (0,), False), ((1,), (1, 2, 3), False), *straight((2, 4), (3, 5))],
            id="split",
        ),
        pytest.param(
            STORY,
            [IMPORTS_2, *REWRITTEN[:5]],
            [*straight(*((i, i + 1) for i in range(5))), ((5,), (0,), True)],
            id="moved",
        ),
        pytest.param(
            STORY,
            [*REWRITTEN[2:4], *REWRITTEN[:2], *REWRITTEN[4:]],
            [((0,), (2,), True), ((1,), (3,), True), *straight((2, 0), (3, 1), (4, 4), (5, 5))],
            id="block moved",
        ),
        pytest.param(
            [MENU, MEETING, MENU, REPLY, MENU, TIES],
            [MEETING_2, MENU, REPLY_2, MENU, TIES_2, MENU],
            straight((1, 0), (2, 1), (3, 2), (4, 3), (5, 4)),
            id="repeated line keeps its order",
        ),
        pytest.param([MENU] * 7, [MENU] * 7, straight(*((i, i) for i in range(7))), id="nothing but one line"),
        pytest.param(["***", MEETING, "***"], ["***", MEETING_2, "***"], straight((0, 0), (1, 1), (2, 2)), id="signs"),
        pytest.param([TIES], [TIES_2], straight((0, 0)), id="one paragraph"),
        pytest.param([TIES], [ELSEWHERE], [], id="one paragraph, unrelated"),
        pytest.param([MENU], [MENU], straight((0, 0)), id="one line"),
        pytest.param(["oil"], ["gold"], [], id="one word, another"),
    ],
)
def test_rewriting(left: list[str], right: list[str], expected: list[Link]) -> None:
    assert aligned(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            ["美国高级官员周六访问委内瑞拉。", "两国于2019年断绝外交关系。", "制裁禁止委内瑞拉出售石油。"],
            ["制裁使委内瑞拉无法出口石油。", "美国官员星期六前往委内瑞拉访问。", "2019年两国断交。"],
        ),
        (
            ["เจ้าหน้าที่สหรัฐเดินทางไปเวเนซุเอลา", "ความสัมพันธ์ถูกตัดในปี 2019", "การคว่ำบาตรห้ามขายน้ำมันดิบ"],
            ["การคว่ำบาตรทำให้ขายน้ำมันดิบไม่ได้", "เจ้าหน้าที่ของสหรัฐไปเยือนเวเนซุเอลา", "ทั้งสองตัดความสัมพันธ์ในปี 2019"],
        ),
        (
            [
                "سافر مسؤولون أميركيون إلى فنزويلا يوم السبت",
                "قطع البلدان علاقاتهما عام 2019",
                "تمنع العقوبات بيع النفط",
            ],
            [
                "العقوبات تمنع فنزويلا من بيع النفط",
                "مسؤولون أميركيون سافروا السبت إلى فنزويلا",
                "عام 2019 قطعت العلاقات بين البلدين",
            ],
        ),
    ],
    ids=["chinese", "thai", "arabic"],
)
def test_any_script(left: list[str], right: list[str]) -> None:
    assert {link[:2] for link in aligned(left, right)} == {((0,), (1,)), ((1,), (2,)), ((2,), (0,))}


def test_same_subject_is_not_a_pair() -> None:
    """A paragraph on the same people that says something else stays alone."""
    new = "Maduro said on Sunday that Russia and Venezuela would sign agreements on gold and on tourism."
    found = aligned(STORY, [*REWRITTEN[:4], new, IMPORTS_2])
    assert all(right != (4,) for _, right, _ in found)


@pytest.mark.parametrize("line", ["Advertisement", "Must Read", "Image copyright Getty Images", "Read more", ""])
def test_furniture_among_the_story_is_not_part_of_it(line: str) -> None:
    strewn = [text for paragraph in STORY for text in (paragraph, line)]
    assert aligned(strewn, REWRITTEN) == straight(*((2 * index, index) for index in range(6)))


def test_evidence() -> None:
    alignment = align(Pair(STORY, REWRITTEN))
    evidence = alignment.evidence[3]
    assert {"April", "embargo", "crude"} <= set(evidence.shared)
    assert evidence.rival is not None
    assert evidence.rival.left == (3,) or evidence.rival.right == (3,)
    assert 0 < evidence.margin <= alignment.links[3].similarity < 1
    assert not evidence.uncertain
    assert align(Pair(STORY, STORY)).links[0].similarity == 1.0


def test_unrelated_articles_have_no_certain_link() -> None:
    other = [
        "The island's only school has opened a reading room for children and their parents.",
        "Marta Lind, who teaches music there, brought four hundred books from the mainland in a fishing boat.",
        "On Friday evenings the room is lit with candles because the power station stops at nine.",
        "Visitors are asked to take off their shoes and to leave the cat where it sleeps.",
        "A second room, for those who would rather talk, is planned for the spring.",
    ]
    assert all(evidence.uncertain for evidence in align(Pair(STORY, other)).evidence)


def test_where_hardly_anything_is_linked_a_likely_link_is_uncertain() -> None:
    left = [
        "Main bank leaves rates at four percent",
        "The board of the bank was not unanimous, its governor told reporters on Thursday.",
        "Economists had expected the decision, and the currency rose against the dollar.",
        "The next meeting will be in June.",
    ]
    right = [
        "Rare chick hatches at mountain reserve",
        "A bearded vulture has bred in our hills for the first time in ninety years.",
        "Both parents were released seven winters ago and failed to breed twice.",
        "Visitors should not use drones near these cliffs.",
    ]
    (weak,) = align(Pair(left, right)).evidence
    assert weak.odds > Options().certain
    assert weak.uncertain
    # What is the same is certain also where all else is not.
    footer = "Please enter your comment"
    assert not align(Pair([*left, footer], [*right, footer])).evidence[-1].uncertain


@pytest.mark.parametrize("wrong", [{"group_size": 0}, {"support": -1.0}, {"cells": 0}, {"index_lead": 0.5}])
def test_options_check_themselves(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        replace(Options(), **wrong)


# Properties

WORDS = ["oil", "price", "rises", "falls", "embargo", "visit", "Monday", "the", "of", "in", "Caracas", "2019", "2022"]
PARAGRAPH = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
ARTICLE = st.lists(st.one_of(PARAGRAPH, st.sampled_from([*STORY, *REWRITTEN, MENU])), max_size=9)
ROTATED = st.permutations(range(6)).map(lambda order: [REWRITTEN[index] for index in order])
BOOK = replace(Options(), cells=4, window_cells=20, leftover_chunk=3, diagonal_step=3)
"""Everything larger than two by two is treated as a book."""

modes = pytest.mark.parametrize("options", [Options(), BOOK], ids=["article", "book"])


@modes
@given(left=ARTICLE, right=ARTICLE)
@example(left=[""], right=["", "", ""])
@settings(max_examples=scaled(60))
def test_each_paragraph_once_and_symmetric(options: Options, left: list[str], right: list[str]) -> None:
    alignment = align(Pair(left, right), options)
    for side in ("left", "right"):
        used = [index for link in alignment.links for index in getattr(link, side)]
        assert len(used) == len(set(used))
    assert [link.left for link in alignment.links] == sorted(link.left for link in alignment.links)
    kept = [link for link in alignment.links if not link.moved]
    assert [link.right for link in kept] == sorted(link.right for link in kept)
    mirrored = align(Pair(right, left), options)
    assert sorted((link.right, link.left, link.similarity, link.moved) for link in mirrored.links) == [
        (link.left, link.right, link.similarity, link.moved) for link in alignment.links
    ]
    assert mirrored.bounded == alignment.bounded


@modes
@given(article=ARTICLE)
@settings(max_examples=scaled(60))
def test_a_text_with_itself(options: Options, article: list[str]) -> None:
    alignment = align(Pair(article, article), options)
    for link in alignment.links:
        assert not link.moved
        assert (link.left, link.similarity) == (link.right, 1.0)
    if options is not BOOK:
        assert len(alignment.links) == len(article)


@given(ROTATED)
@settings(max_examples=scaled(40))
def test_any_order_is_found(right: list[str]) -> None:
    assert {(left, right[other]) for (left,), (other,), _ in aligned(STORY, right)} == set(enumerate(REWRITTEN))


@given(ARTICLE, ARTICLE, st.booleans())
@settings(max_examples=scaled(60))
def test_an_unrelated_paragraph_at_the_end_changes_nothing(left: list[str], right: list[str], long: bool) -> None:
    extra = "zzyzx qwfpg " * (12 if long else 1)
    before = aligned(STORY + left, REWRITTEN + right)
    assert aligned(STORY + left, [*REWRITTEN, *right, extra]) == before


@thorough
def test_same_result_in_every_process() -> None:
    code = (
        "from tests.diffing.alignment.test_align import *\n"
        "print(align(Pair(STORY, [REWRITTEN[i] for i in (3, 1, 5, 0, 2)] + [MENU] * 3)))\n"
        "print(align(Pair(STORY * 3, REWRITTEN * 2 + [MENU]), BOOK))\n"
    )
    results = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(results) == 1


# Size


def paragraphs(count: int, offset: int = 0) -> list[str]:
    """Texts of rare and common words, different in every paragraph."""
    return [
        " ".join(f"w{(index + offset) * 31 % 4099} the x{(index + offset) * step % 911} of" for step in range(3, 10))
        for index in range(count)
    ]


@pytest.mark.parametrize(
    ("left", "right", "expected", "bounded"),
    [
        pytest.param(paragraphs(400), paragraphs(400), 400, False, id="same"),
        pytest.param([MENU] * 400, [MENU] * 400, 400, False, id="one line"),
        pytest.param(paragraphs(300), paragraphs(300)[::-1], 300, None, id="reversed"),
        pytest.param(paragraphs(300), [*paragraphs(300)[100:], *paragraphs(100)], 300, False, id="block moved"),
        pytest.param(["???"] * 300, ["!!!"] * 300, 0, True, id="nothing in common"),
    ],
)
def test_large(left: list[str], right: list[str], expected: int, bounded: bool | None) -> None:
    alignment = align(Pair(left, right))
    assert len(alignment.links) == expected
    assert all(left[link.left[0]] == right[link.right[0]] for link in alignment.links)
    assert bounded is None or alignment.bounded == bounded


def test_a_book_has_merges_and_omissions() -> None:
    left = paragraphs(300)
    right = [*left[:50], *left[53:100], " ".join(left[100:102]), *left[102:]]
    found = aligned(left, right)
    assert ((100, 101), (97,), False) in found
    assert {index for link in found for index in link[0]} == set(range(300)) - {50, 51, 52}


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often two texts are compared, by the way it is done."""
    found: Counter[str] = Counter()

    def counting(name: str, compare: Callable[..., object]) -> Callable[..., object]:
        def compared(*arguments: object) -> object:
            found[name] += 1
            return compare(*arguments)

        return compared

    for owner, name in ((Features, "compare"), (FeatureWeights, "summed")):
        full = f"{owner.__name__}.{name}"
        monkeypatch.setattr(owner, name, counting(full, getattr(owner, name)))
    tables = Features.tables

    def tabulated(features: Features) -> object:
        found["cells"] += len(features.profiles.left) * len(features.profiles.right)
        return tables(features)

    monkeypatch.setattr(Features, "tables", tabulated)
    return found


@pytest.mark.parametrize(
    "sides",
    [
        pytest.param(lambda count: Pair(paragraphs(count), paragraphs(count)), id="the same"),
        pytest.param(lambda count: Pair(paragraphs(count), paragraphs(count)[::-1]), id="reversed"),
        pytest.param(lambda count: Pair([MENU] * count, [MENU] * count), id="one line"),
    ],
)
def test_work_grows_with_the_length(sides: Callable[[int], Pair[list[str]]], counted: Counter[str]) -> None:
    """Comparisons of two texts: about as many for each paragraph of a book of any length."""
    costs = []
    for count in (200, 800):
        counted.clear()
        align(sides(count))
        costs.append(counted.total() / count)
    assert 0 < costs[1] < 2 * costs[0]
    assert costs[1] < 4  # each is judged beside its neighbours, and none is compared with all others


def test_one_line_over_and_over_with_other_lines_in_it_is_not_compared_each_with_each(counted: Counter[str]) -> None:
    left, right = (
        [line if at % step else f"w{at} x{step}" for at in range(900)] for line, step in ((MENU, 90), (MENU, 97))
    )
    alignment = align(Pair(left, right))
    assert sum(left[link.left[0]] == MENU == right[link.right[0]] for link in alignment.links) > 870
    assert not alignment.bounded
    assert counted.total() < 20 * len(left)


def test_texts_with_nothing_in_common_are_not_searched_to_the_end(counted: Counter[str]) -> None:
    """A few pieces show that nothing corresponds; how many paragraphs there are does not matter then."""
    options = Options(probes=4)
    counts = []
    for count in (400, 1600):
        counted.clear()
        numbers = [f"{at} {at}" for at in range(1000, 1000 + count)]
        greek = str.maketrans("0123456789", "αβγδεζηθικ")
        alignment = align(Pair(numbers, [number.translate(greek) for number in numbers]), options)
        assert (alignment.links, alignment.bounded) == ((), True)
        counts.append(counted.total())
    assert 0 < counts[0] == counts[1]


def test_beyond_a_bound_only_what_is_certain_is_linked() -> None:
    left = paragraphs(600)
    right = [f"{text} {step}" for at, text in enumerate(left) for step in ("so", "then") if at % 5 or step == "so"]
    in_full = align(Pair(left, right))
    bounded = align(Pair(left, right), Options(window_budget=100))
    assert (in_full.bounded, bounded.bounded) == (False, True)
    assert len(bounded.links) == len(in_full.links) == len(left)
    assert sum(len(link.right) > 1 for link in bounded.links) < sum(len(link.right) > 1 for link in in_full.links)


def test_texts_with_much_in_common_are_searched_to_the_end() -> None:
    """No word of theirs is rare enough for an index, and no two paragraphs are the same."""
    left = [f"{' '.join(f'a{at * step % 13}' for step in range(1, 9))} b" for at in range(200)]
    right = [f"{text} c" for text in left]
    assert len(align(Pair(left, right), Options(probes=2, cells=100, window_cells=1)).links) > 150


@pytest.mark.parametrize("count", [2, 4, 6, 9, 60])
@pytest.mark.parametrize("ending", [" a", "s", " 2000"])
def test_an_article_of_nearly_equal_lines_is_the_same_as_itself(count: int, ending: str) -> None:
    line = "The harbour master wrote to the owners of the ships about the fee"
    lines = [
        line + {" a": f" {'abcdefghi'[at % 9] * (1 + at // 9)}", "s": "s" * at}.get(ending, f" {2000 + at}")
        for at in range(count)
    ]
    assert links(align(Pair(lines, lines))) == [((at,), (at,), False) for at in range(count)]


def test_nothing_is_kept_when_the_words_are_no_longer_needed() -> None:
    """A comparison collects no garbage, so a cycle would keep the words of a whole book."""
    vocabulary = Vocabulary()
    vocabulary.texts([ReadText(MEETING, is_kept=False)])
    gone = ref(vocabulary)
    gc.disable()
    try:
        del vocabulary
        assert gone() is None
    finally:
        gc.enable()
