"""The Word document: rejecting all of its changes gives the left article, accepting them the right one."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.model import Article, Comparison, Kind, MetadataField, Op, Pair, Paragraph, Role, Row, Span
from diffing.sources.files import read
from diffing.sources.registry import Revisions
from tests.conftest import MakePair, thorough
from tests.hostile.corpus import BRIEF_PARTS
from tui.reports.docx.document import document_xml, docx_pieces
from tui.reports.docx.markup import escaped
from tui.reports.docx.order import tokens
from tui.reports.docx.tokens import RangeMark
from tui.reports.report import Report

from .made import STORIES, sample_report
from .office import has_libreoffice, has_pandoc, in_libreoffice, in_pandoc
from .spelled import lines, spelled

GOLDEN = Path(__file__).with_name("golden")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

SamplePair = Callable[[str], Pair[Article]]


def report(left: Article | str, right: Article | str, *, with_ledger: bool = True) -> Report:
    comparison = compare(left, right)
    return Report(comparison, ledger(comparison) if with_ledger else None)


def document(made: Report) -> bytes:
    return b"".join(docx_pieces(made))


def xml(left: Article | str, right: Article | str) -> str:
    return document_xml(report(left, right))


def assert_spells(comparison: Comparison) -> None:
    found = spelled(comparison)
    assert found.left == lines(comparison.left)
    assert found.right == lines(comparison.right)
    open_ranges: Counter[RangeMark] = Counter()
    for token in tokens(comparison):
        if isinstance(token, RangeMark):
            open_ranges[token] += 1
    assert set(open_ranges.values()) <= {1}
    moves = {mark.move for mark in open_ranges}
    assert set(open_ranges) == {RangeMark(move, *ends) for move in moves for ends in _ENDS}


_ENDS = [(is_away, begins) for is_away in (True, False) for begins in (True, False)]


def saved(content: bytes, folder: Path, name: str = "a.docx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def assert_valid(made: Report) -> ElementTree.Element:
    """Every part is XML, every number is used once, every range and every comment has its two ends."""
    with zipfile.ZipFile(io.BytesIO(document(made))) as archive:
        assert archive.testzip() is None
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    root = parts["word/document.xml"]
    kinds: dict[str, list[str]] = {}
    for element in root.iter():
        if (number := element.get(f"{W}id")) is not None:
            kinds.setdefault(element.tag.removeprefix(W), []).append(number)
    made_comments = [element.attrib[f"{W}id"] for element in parts["word/comments.xml"]]
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(kinds.pop(kind, [])) == sorted(made_comments)
    for name in ("moveFromRange", "moveToRange"):
        assert sorted(kinds.get(f"{name}Start", [])) == sorted(kinds.pop(f"{name}End", []))
    for element in root.iter():
        if element.tag.endswith("RangeStart") and "move" in element.tag:
            # Word's schema asks for all of these.
            assert {f"{W}id", f"{W}author", f"{W}date", f"{W}name"} <= element.attrib.keys()
    numbers = [number for own in kinds.values() for number in own] + made_comments
    assert len(numbers) == len(set(numbers))
    return root


@pytest.mark.parametrize("story", STORIES)
def test_samples(story: str, tmp_path: Path) -> None:
    made = sample_report(story)
    assert_spells(made.comparison)
    assert_valid(made)
    written = document(made)
    assert written == document(made)
    path = saved(written, tmp_path)
    for article, wording in zip(made.comparison.articles, (Revisions.ORIGINAL, Revisions.FINAL), strict=True):
        assert lines(read(path, revisions=wording)) == lines(article)


@pytest.mark.parametrize("story", STORIES)
def test_the_text_is_the_golden_one(story: str, request: pytest.FixtureRequest) -> None:
    found = document_xml(Report(sample_report(story).comparison, None))
    golden = GOLDEN / f"{story}.document.xml"
    if request.config.getoption("--snapshot-update"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.skipif(not has_pandoc(), reason="pandoc is not installed")
@pytest.mark.parametrize("story", STORIES)
def test_samples_in_pandoc(story: str, tmp_path: Path) -> None:
    made = sample_report(story)
    articles = made.comparison.articles
    found = in_pandoc(saved(document(made), tmp_path))
    # pandoc parts the texts of paragraphs that are joined by a space, also in Chinese.
    assert [unspaced(side) for side in found] == [unspaced(texts(article)) for article in articles]


@pytest.mark.skipif(not has_libreoffice(), reason="LibreOffice is not installed, or its module uno")
@thorough
def test_samples_in_libreoffice(sample_pair: SamplePair, tmp_path: Path) -> None:
    articles = {f"{story}.docx": sample_pair(story) for story in STORIES}
    for name, pair in articles.items():
        saved(document(report(*pair)), tmp_path, name)
    found = in_libreoffice(tmp_path)
    assert found == {name: pair.map(texts) for name, pair in articles.items()}


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


def unspaced(paragraphs: Iterable[str]) -> list[str]:
    return ["".join(paragraph.split()) for paragraph in paragraphs]


@st.composite
def _comparisons(draw: st.DrawFn) -> Comparison:
    """Any rows: paragraphs of both sides that are linked in any way, in groups, crossing each other, moved or not."""
    paragraphs = [
        draw(st.lists(st.lists(st.sampled_from(["a", "b c"]), min_size=1, max_size=3), max_size=6)) for _ in range(2)
    ]
    left, right = (Article("x", tuple(_verses(lines) for lines in side)) for side in paragraphs)
    groups = draw(st.integers(0, 4))
    sides = [[draw(st.integers(0, groups)) for _ in article.paragraphs] for article in (left, right)]
    rows = []
    for group in range(groups + 1):
        own, other = (tuple(at for at, chosen in enumerate(side) if chosen == group) for side in sides)
        if group and own and other:
            rows.append(_linked(left, right, own, other, draw(st.booleans())))
            continue
        rows += [Row(Kind.OMITTED, (at,), (), False, 0.0, (Span(Op.DELETE, left.text((at,)), ""),)) for at in own]
        rows += [Row(Kind.ADDED, (), (at,), False, 0.0, (Span(Op.INSERT, "", right.text((at,))),)) for at in other]
    return Comparison(left, right, tuple(draw(st.permutations(rows))))


def _verses(given: list[str]) -> Paragraph:
    text = " ".join(given)
    starts = [len(" ".join(given[:at])) + 1 for at in range(1, len(given))]
    return Paragraph(text, 0, len(text), tuple(starts))


def _linked(left: Article, right: Article, own: tuple[int, ...], other: tuple[int, ...], moved: bool) -> Row:
    before, after = left.text(own), right.text(other)
    if before == after:
        return Row(Kind.UNCHANGED, own, other, moved, 1.0, (Span(Op.EQUAL, before, after),))
    same = before.replace("\n", " ") == after.replace("\n", " ")
    return Row(Kind.EDITED, own, other, moved, 0.5, (Span(Op.EQUAL if same else Op.REPLACE, before, after),))


@given(_comparisons())
def test_any_rows_spell_both_articles(comparison: Comparison) -> None:
    assert_spells(comparison)
    assert_valid(Report(comparison, None))


_TEXTS = st.text(st.sampled_from("ab <>&\"'é.\n\x1b\u202e\ufffe0\t;=/"), max_size=60)


@given(_TEXTS, _TEXTS)
def test_any_texts_spell_both_articles(left: str, right: str) -> None:
    made = report(left, right)
    assert_spells(made.comparison)
    assert_valid(made)


@pytest.mark.parametrize("texts", BRIEF_PARTS.values(), ids=BRIEF_PARTS)
def test_hostile_texts(texts: list[str]) -> None:
    """One text in a file is tried in tests/hostile/formats.py."""
    text = "\n\n".join(texts)
    made = report(text, f"{text}\n\nMore of it.")
    assert_spells(made.comparison)
    assert_valid(made)


def test_what_xml_forbids_is_visible_and_all_else_is_the_authors() -> None:
    assert escaped('a\x1b\x00\ud800\uffff\r<b>&"') == "a␛␀\ufffd\ufffd␍&lt;b&gt;&amp;&quot;"
    assert escaped("\u202e\u200b\x9b\t\n") == "\u202e\u200b\x9b\t\n"


def test_hostile_names(make_pair: MakePair) -> None:
    left, right = make_pair(["One."], ["Two."])
    assert_valid(report(Article("<w:p>\x1b\udc80&", left.paragraphs), right))


def marked(root: ElementTree.Element, *names: str) -> Iterator[str]:
    """Yield the words within elements of these names, outside the marks of paragraphs."""
    for element in root.iter():
        if element.tag.removeprefix(W) in names:
            words = "".join(text.text or "" for text in element.iter() if text.tag in (f"{W}t", f"{W}delText"))
            if words:
                yield words


def test_words_are_deleted_and_inserted() -> None:
    root = assert_valid(report("At least 12 people died in Lindvik.", "At least 14 people died in Lindvik."))
    assert list(marked(root, "del")) == ["12"]
    assert list(marked(root, "ins")) == ["14"]


STORY = [f"Paragraph {word} of the story of the old {word} mill." for word in ("one", "red", "tall", "slow", "wet")]


def test_a_moved_block_is_a_move_and_nothing_else(make_pair: MakePair) -> None:
    root = assert_valid(report(*make_pair(STORY, [*STORY[3:], *STORY[:3]]), with_ledger=False))
    assert list(marked(root, "del", "ins")) == []
    assert list(marked(root, "moveFrom")) == list(marked(root, "moveTo"))
    starts = [element for element in root.iter() if element.tag.endswith("RangeStart")]
    assert sorted(element.tag.removeprefix(W) for element in starts) == ["moveFromRangeStart", "moveToRangeStart"]
    assert len({element.get(f"{W}name") for element in starts}) == 1


def test_a_moved_paragraph_has_its_own_changes(make_pair: MakePair) -> None:
    changed = STORY[4].replace("wet mill", "dry mill")
    root = assert_valid(report(*make_pair(STORY, [changed, *STORY[:4]]), with_ledger=False))
    assert list(marked(root, "moveFrom")) == [STORY[4]]
    assert list(marked(root, "ins")) == ["dry"]
    assert list(marked(root, "del")) == ["wet"]


def test_neighbours_that_libreoffice_would_join_have_different_dates() -> None:
    """LibreOffice 7.4 rejects the end of a paragraph between two insertions of one date."""
    left = "The old mill was sold on Monday\n\nnobody in the town of Lindvik has seen the buyer."
    right = "The old mill was sold on Monday, says Arne\n\nSo far nobody in the town of Lindvik has seen the buyer."
    root = assert_valid(report(left, right, with_ledger=False))
    dates = [[each.get(f"{W}date") for each in paragraph.iter(f"{W}ins")] for paragraph in root.iter(f"{W}p")]
    assert [own[-1] for own in dates[:1]] == [None]
    assert dates[1][0] == "1980-01-01T00:00:00Z"


def test_a_sentence_that_moved_is_a_move() -> None:
    moved = "The harbour master of Lindvik thanked all the crews for their work in the fog."
    first = "The ferry sank at noon with 31 people on board, an hour after it had left the pier of Carrow."
    second = "Nobody on the island had seen it leave, and the owner said that its radio had been broken since June."
    left, right = f"{first} {moved}\n\n{second}", f"{first}\n\n{second} {moved}"
    root = assert_valid(report(left, right, with_ledger=False))
    assert [words.strip() for words in marked(root, "moveFrom")] == [moved]
    assert [words.strip() for words in marked(root, "moveTo")] == [moved]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("One two three.\n\nFour five six.", "One two three. Four five six."),
        ("One two three. Four five six.", "One two three.\n\nFour five six."),
        ("One two three.\n\nGone from here.", "One two three."),
        ("One two three.", "One two three.\n\nNew from here."),
        ("One two three.", ""),
        ("", "One two three."),
        ("", ""),
        ("One.\n\nTwo.", "Wholly other words.\n\nAnd more of them."),
    ],
)
def test_paragraphs_are_joined_parted_added_and_omitted(left: str, right: str, tmp_path: Path) -> None:
    made = report(left, right, with_ledger=False)
    assert_spells(made.comparison)
    path = saved(document(made), tmp_path)
    for article, wording in zip(made.comparison.articles, (Revisions.ORIGINAL, Revisions.FINAL), strict=True):
        assert texts(read(path, revisions=wording)) == texts(article)


def test_lines_that_were_set_apart_are_breaks() -> None:
    poem = "The mill is still,\nthe river slow,\nand nobody now\nwill ever know."
    found = xml(f"{poem}\n\nThe poet died in 1912.", f"{poem}\n\nThe poet died in 1921.")
    assert found.count("<w:br/>") == 3
    assert not re.search(r"<w:(?:ins|del) [^>]*><w:r><w:br/>", found)


def test_typography_is_changed_where_it_differs() -> None:
    root = assert_valid(report('He said "yes" to it.', "He said “yes” to it."))
    assert list(marked(root, "del")) == ['"', '"']
    assert list(marked(root, "ins")) == ["“", "”"]


def test_a_change_that_matters_has_a_comment_at_its_words() -> None:
    made = report("At least 12 people died in Lindvik.", "At least 14 people died in Lindvik.")
    found = document_xml(made)
    inside = found.partition('<w:commentRangeStart w:id="0"/>')[2].partition('<w:commentRangeEnd w:id="0"/>')[0]
    assert ">14<" in inside
    with zipfile.ZipFile(io.BytesIO(document(made))) as archive:
        said = archive.read("word/comments.xml").decode()
    assert "number changed: 12 → 14 people" in said


def test_what_a_paragraph_hides_is_a_comment() -> None:
    made = report("The dam holds.", "The dam\u202e holds.", with_ledger=False)
    assert_valid(made)
    with zipfile.ZipFile(io.BytesIO(document(made))) as archive:
        assert ">hidden: right-to-left override<" in archive.read("word/comments.xml").decode()
        assert "\u202e" in archive.read("word/document.xml").decode()


def test_what_is_gone_has_its_comment_in_the_deleted_words() -> None:
    found = xml("The minister said that he did not know of it.", "The minister said that he did know of it.")
    assert re.search(r'commentRangeStart w:id="0"/><w:del [^>]*><w:r><w:delText[^>]*>not', found)
    assert re.search(r'<w:del [^>]*><w:r><w:commentReference w:id="0"/>', found)


def test_a_long_document_comes_in_pieces() -> None:
    right = "\n\n".join(f"Mark {sha256(str(at).encode()).hexdigest()} of a long list." for at in range(4_000))
    pieces = list(docx_pieces(report("", right, with_ledger=False)))
    assert len(pieces) > 2
    assert max(map(len, pieces)) < 100_000


def test_the_headline_is_a_heading(tmp_path: Path) -> None:
    left = "Two dead after ferry hits pier\n\nTwo people died on Monday when a ferry hit a pier in Carrow, police said."
    made = report(left, left.replace("Two dead", "Three dead"))
    found = document_xml(made)
    assert found.count('<w:pStyle w:val="Headline"/>') == 1
    roles = [paragraph.role for paragraph in read(saved(document(made), tmp_path)).paragraphs]
    assert roles == [Role.HEADING, Role.TEXT]


def test_a_heading_is_one_beside_plain_text_too() -> None:
    texts = ("Two goats died.", "What is known", "Nobody saw it, the port of Tarn said on Monday.")
    plain = "\n\n".join(texts).replace("Nobody", "No one")
    paragraphs = compare("\n\n".join(texts), "").left.paragraphs
    marked = tuple(replace(own, role=Role.HEADING if own.text == texts[1] else Role.TEXT) for own in paragraphs)
    heading = '<w:pStyle w:val="Subheading"/>'
    assert xml(Article("a", marked, format="html"), plain).count(heading) == 1
    assert xml(Article("a", paragraphs, format="html"), plain).count(heading) == 0
    # An article whose format says roles keeps its own.
    assert xml(Article("a", marked, format="html"), Article("b", paragraphs, format="html")).count(heading) == 0


def test_writing_from_the_right_to_the_left() -> None:
    line = "قال العمدة إن الجسر لن يفتح قبل يوم الاثنين في الصباح."
    left = f"{line}\n\nTarn Lines – {line}\n\nOne line in English."
    paragraphs = xml(left, left.replace("الاثنين", "الثلاثاء")).split("<w:p>")[1:]
    assert ["<w:bidi/>" in paragraph for paragraph in paragraphs] == [True, True, False]
    assert paragraphs[0].count("<w:r>") == paragraphs[0].count("<w:rtl/>")


def test_each_language_is_named(make_pair: MakePair) -> None:
    left, right = make_pair(["El puente se abre."], ["The bridge opens."])
    metadata = [(MetadataField("lang", code),) for code in ("es", "en-GB")]
    articles = (Article("x", side.paragraphs, metadata=own) for side, own in zip((left, right), metadata, strict=True))
    found = xml(*articles)
    assert re.search(r'<w:lang w:val="es"/></w:rPr><w:delText', found)
    assert re.search(r'<w:lang w:val="en-GB"/></w:rPr><w:t', found)
