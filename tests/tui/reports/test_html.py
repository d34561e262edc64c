"""The page: every word of both articles, nothing that runs or is fetched, and the same bytes each time."""

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Ledger, Subject
from diffing.model import Article, Comparison, Pair, Place, Revision
from tests.conftest import SAMPLES, MakePair
from tests.diffing.sources import reading
from tests.hostile.corpus import BRIEF_TEXTS
from tests.tui.reports.made import STORIES, sample_report
from tui.reports.html.document import html_pieces
from tui.reports.report import Original, Report
from tui.text.sanitize import visible

GOLDEN = Path(__file__).with_name("golden")


def page(left: Article | str, right: Article | str, *, with_ledger: bool = True) -> str:
    comparison = compare(left, right)
    return page_of(Report(comparison, ledger(comparison) if with_ledger else None))


def page_of(report: Report) -> str:
    originals = Pair(Original(12, "ab" * 32), Original(14, "cd" * 32))
    return "".join(html_pieces(report._replace(originals=originals, options="--format html")))


def texts(tree: LexborHTMLParser, side: str) -> list[str]:
    """Return the paragraphs of a side as the page shows them, in the order of their numbers."""
    found: dict[int, str] = {}
    for node in tree.css(f".{side.lower()} > [id]"):
        for number in node.css("a.n"):
            number.decompose()
        name = node.attributes["id"] or ""
        found[int(name.removeprefix(side))] = node.text()
    return [found[number] for number in sorted(found)]


def first(tree: LexborHTMLParser, query: str) -> LexborNode:
    (found, *_) = tree.css(query)
    return found


def assert_complete(html: str, comparison: Comparison) -> None:
    for side, article in zip("LR", comparison.articles, strict=True):
        shown = [str(visible(paragraph.text)) for paragraph in article.paragraphs]
        assert texts(LexborHTMLParser(html), side) == shown


def assert_safe(html: str) -> None:
    """Nothing steers, nothing is fetched, and the policy allows the page's own style and script and nothing else."""
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", html) is None
    tree = LexborHTMLParser(html)
    assert Counter(node.tag for node in tree.css("script, style, link, img, iframe, object, base, form")) == {
        "script": 1,
        "style": 1,
    }
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            assert name not in ("src", "style", "srcset", "action")
            assert not name.startswith("on")
            assert name != "href" or (value or "").startswith("#")
    policy = first(tree, "meta[http-equiv]").attributes["content"] or ""
    for tag in ("style", "script"):
        own = first(tree, tag).text(deep=False)
        digest = b64encode(sha256(own.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
        assert not re.search(r"url\(|http|@import", own)
    assert policy.startswith("default-src 'none';")


@pytest.mark.parametrize("story", STORIES)
def test_samples(story: str) -> None:
    report = sample_report(story)
    html = page_of(report)
    assert_safe(html)
    assert_complete(html, report.comparison)
    assert html == page_of(report)
    names = Counter(node.attributes["id"] for node in LexborHTMLParser(html).css("[id]"))
    assert max(names.values()) == 1
    links = {node.attributes["href"] for node in LexborHTMLParser(html).css("a[href]")}
    assert links <= {f"#{name}" for name in names}
    size = sum((SAMPLES / story / f"{side}.txt").stat().st_size for side in ("left", "right"))
    assert len(html.encode()) <= 4 * size + 60_000


@pytest.mark.parametrize("story", STORIES)
def test_the_body_is_the_golden_one(story: str, request: pytest.FixtureRequest) -> None:
    html = page_of(sample_report(story))
    body = re.sub("<script>.*</script>", "", html.partition("<body>")[2], flags=re.DOTALL)
    golden = GOLDEN / f"{story}.html"
    if request.config.getoption("--snapshot-update"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(body, encoding="utf-8")
    assert body == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", BRIEF_TEXTS)
def test_hostile_text(name: str) -> None:
    text = BRIEF_TEXTS[name]
    comparison = compare(text, f"{text}\n\nMore of it.")
    html = page_of(Report(comparison, ledger(comparison)))
    assert_safe(html)
    assert_complete(html, comparison)


_TEXTS = st.text(st.sampled_from("ab <>&\"'é \n\x1b\u202e0;=/"), max_size=60)


@given(_TEXTS, _TEXTS)
def test_any_text(left: str, right: str) -> None:
    html = page(left, right)
    assert_safe(html)
    assert_complete(html, compare(left, right))


def test_hostile_names_and_metadata(make_pair: MakePair) -> None:
    left, right = make_pair(["One."], ["Two."])
    assert_safe(page(Article("<script>a\x1b</script>\udc80", left.paragraphs), right))
    assert_safe(page('---\ntitle: "<img src=x>"\n---\nOne.', "---\ntitle: b\n---\nOne."))


def test_an_unmade_ledger_is_said() -> None:
    assert "No list of the changes that matter was made" in page("One.", "Two.", with_ledger=False)


def test_nothing_that_matters_is_said() -> None:
    text = "The council of the town said that the dam will hold, and that it was built for it."
    assert "No change found that matters" in page(text, text)


def test_where_not_everything_was_looked_for_the_paragraphs_of_one_side_are_the_answer(make_pair: MakePair) -> None:
    left = ["The crew sang.", "Nobody on the old quay had heard of it."]
    comparison = compare(*make_pair(left, [left[0], "Opponents will appeal.", left[1]]))
    html = "".join(html_pieces(Report(comparison, Ledger((), Pair("de", "de"), (Subject.NAME,)))))
    tree = LexborHTMLParser(html)
    assert first(tree, ".answer").text() == "+ Opponents will appeal. ¶2"
    assert html.count("Not looked for in German: names.") == 1
    assert first(tree, "header .note").text() == "Not looked for in German: names."


def test_what_the_title_counts_is_listed(make_pair: MakePair) -> None:
    left = ["The ferry left Tarn at noon.", "The crew sang a song of the sea.", "Rain fell on the old quay all night."]
    right = [left[2], left[0], "The crew hummed a song of the sea.", "Gulls cried."]
    comparison = compare(*make_pair(left, right))
    tree = LexborHTMLParser("".join(html_pieces(Report(comparison, Ledger((), Pair("en", "en"))))))
    assert [node.text() for node in tree.css(".changes > details > summary")] == [
        "Reworded 1",
        "Only right 1",
        "Moved 1",
    ]
    assert [node.text() for node in tree.css(".changes > details .c")] == [
        "sang → hummed",
        "+ Gulls cried.",
        "moved up · Rain fell on the old quay all night.",
    ]
    assert [node.attributes["href"] for node in tree.css(".changes > details .p a")] == ["#R3", "#R4", "#R1"]


def test_words_and_links_do_not_change_the_order_of_what_stands_beside() -> None:
    text = "قال المسؤولون إن الحريق أودى بحياة {} شخصا في الميناء مساء الجمعة قرب المدينة."
    tree = LexborHTMLParser(page(text.format(12), text.format(14)))
    answer = first(tree, ".answer li")
    assert all(found.parent is not None and found.parent.tag == "bdi" for found in answer.css("a"))
    isolated = [node.text() for node in answer.css("bdi")]
    assert isolated[:2] == ["12", "14"]
    assert isolated[-1] == "¶1"


def test_a_change_has_its_words_marked_on_both_sides_and_a_link() -> None:
    tree = LexborHTMLParser(page("At least 12 people died in Lindvik.", "At least 14 people died in Lindvik."))
    assert [(node.text(), node.attributes["data-c"]) for node in tree.css(".row mark")] == [("12", "1"), ("14", "1")]
    assert first(tree, "#change-1 s").text() == "12"
    assert first(tree, "#change-1 b").text() == "14"
    assert first(tree, "#change-1 a").attributes["href"] == "#R1"


def test_a_moved_block_is_linked_from_both_ends(make_pair: MakePair) -> None:
    story = [f"Paragraph {word} of the story of the old {word} mill." for word in ("one", "red", "tall", "slow", "wet")]
    html = page(*make_pair(story, [*story[3:], *story[:3]]))
    tree = LexborHTMLParser(html)
    assert [node.attributes["href"] for node in tree.css(".note a")] in (
        ["#from4", "#R1"],
        ["#R1", "#from4"],
        ["#from1", "#R3"],
        ["#R3", "#from1"],
    )
    assert len(tree.css(".note")) == 2


def test_many_rows_are_in_parts(make_pair: MakePair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.reports.html.articles._PART", 2)
    texts = [
        f"The {word} mill of the valley was sold to the council for {at} crowns." for at, word in enumerate("abcdefgh")
    ]
    articles = make_pair(texts, [text.replace("crowns", "pounds") for text in texts])
    html = page(*articles)
    assert_complete(html, compare(*articles))
    parts = LexborHTMLParser(html).css("main > .part")
    assert [len(part.css(".row")) for part in parts] == [2, 2, 2, 2]
    assert "class=part" not in page(*make_pair(texts[:4], texts[1:4]))


def test_a_fold_names_the_heading_that_what_follows_stands_below() -> None:
    same = "<h2>Past</h2><p>The town was founded by fishers.</p><p>A church of stone came later.</p>"
    markup = "<article><h1>Lurvik &lt;b&gt;</h1><p>{} boats.</p>" + same + "<h2>The <q>new</q> quay</h2><p>{} pay.</p>"
    left, right = (reading.read(f"<html><body>{markup.format(*own)}") for own in (("Ten", "All"), ("Six", "Some")))
    tree = LexborHTMLParser(page(left, right))
    assert first(tree, ".fold>summary").text() == "4 paragraphs unchanged, ¶3-6 · The “new” quay"
    assert [node.text(deep=False) for node in tree.css(".r h3, .r h4")] == ["Lurvik <b>", "Past", "The “new” quay"]


def test_unchanged_runs_and_lines_of_the_page_are_folded(make_pair: MakePair) -> None:
    story = [f"The {word} mill of the valley was sold to the council today." for word in ("red", "tall", "slow", "wet")]
    tree = LexborHTMLParser(page(*make_pair([*story, "It cost 12 crowns."], [*story, "It cost 14 crowns."])))
    assert [node.text() for node in tree.css(".fold > summary")] == ["4 paragraphs unchanged, ¶1-4"]


def test_who_tracked_a_change_stands_above_its_paragraph(make_pair: MakePair) -> None:
    left, right = make_pair(["It rained.", "All 12 boats sank."], ["It rained.", "All 14 boats sank."])
    lind = Revision(Place(1, 4, 6), "Nora <Lind>", "2026-03-01T09:00:00Z")
    tracked = (Revision(Place(0, 0, 2), "Per Berg", ""), lind)
    tree = LexborHTMLParser(page(left, replace(right, revisions=tracked)))
    assert [node.text() for node in tree.css("main .note")] == ["tracked by Nora <Lind>, 2026-03-01 09:00"]


def test_of_a_note_on_both_sides_the_words_that_differ_are_marked() -> None:
    story = "The central bank of Tarn raised its rate by a quarter of a point on Monday, and said why.\n\n"
    note = "Correction: Prices rose by 2.9% in May. An earlier version of this article said it was {}%."
    tree = LexborHTMLParser(page(story + note.format("2.7"), story + note.format("2.5")))
    assert first(tree, ".changes h3").text() == "Meaning 1"
    assert [node.text() for node in tree.css(".row mark")] == ["2.7", "2.5"]


STORY = "Two goats were killed and 31 were hurt when a ferry hit the pier of Tarn harbour on Monday, the port said."


@pytest.mark.parametrize(
    ("left", "right", "title"),
    [
        ("Goats die in Tarn", "Goats <die> at Tarn pier", "Goats <die> at Tarn pier"),
        ("Two goats die at a pier", "", "Two goats die at a pier"),
        ("", "---\ntitle: Pier of Tarn hit\n---\n", "Pier of Tarn hit"),
    ],
)
def test_the_page_has_the_headline_for_a_title(left: str, right: str, title: str) -> None:
    tree = LexborHTMLParser(page(f"{left}\n\n{STORY}".strip(), f"{right}\n\n{STORY}".strip()))
    assert first(tree, "h1").text() == title
    assert first(tree, "title").text() == f"{title} · {first(tree, '.files span').text()} · newsdiff"
    assert [node.tag for node in tree.css(".files")] == ["p"]


def test_without_a_headline_the_files_are_the_title() -> None:
    tree = LexborHTMLParser(page(STORY, STORY.replace("31", "37")))
    assert first(tree, "title").text() == f"{first(tree, 'h1.files > span').text()} · newsdiff"


def test_each_article_has_its_language() -> None:
    spanish = "El alcalde de la ciudad dijo que el puente no se abrirá hasta el lunes por la mañana. " * 3
    tree = LexborHTMLParser(page(spanish, f"{spanish}\n\nY nada más se sabe de ello todavía en la ciudad."))
    assert {node.attributes["lang"] for node in tree.css(".l, .r") if "lang" in node.attributes} == {"es"}


def test_an_arabic_article_runs_from_the_right_to_the_left_also_behind_a_latin_name() -> None:
    story = "قال العمدة إن الجسر لن يفتح قبل يوم الاثنين في الصباح."
    lines = ["Tarn Lines Holding: أغلق المرفأ", story, f"Tarn Lines – {story}", "Read more"]
    tree = LexborHTMLParser(page("\n\n".join(lines), "\n\n".join(lines).replace("الاثنين", "الثلاثاء")))
    assert [node.attributes.get("dir") for node in tree.css(".r")] == ["rtl", "rtl", "rtl", None]
    assert (first(tree, "h1").attributes["lang"], first(tree, "h1").attributes["dir"]) == ("ar", "rtl")
