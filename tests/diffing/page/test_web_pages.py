"""Web pages against their stories: every word of the story is read and kept, and the rest is set aside."""

from collections.abc import Callable, Sequence

import pytest

from diffing.comparison import compare
from diffing.ledger.build import ledger
from diffing.model import Article, Kind, Paragraph, Role
from diffing.sources.plain import article
from diffing.sources.registry import source_of
from tests.diffing.page.web_pages import PAGES, WebPage

LEAST_RATE = 0.9

Shortened = Callable[[Sequence[str]], list[str]]
# The story in the other article: the same, without each third paragraph, without each second one.
OTHERS: dict[str, Shortened] = {
    "same": list,
    "without thirds": lambda story: [text for at, text in enumerate(story) if at % 3 or len(text) > 100],
    "without halves": lambda story: [text for at, text in enumerate(story) if at % 2],
}


def _read(page: WebPage) -> Article:
    return article(source_of(f"{page.name}.html", page.markup.encode()))


def _set_aside(page: WebPage, shorten: Shortened) -> tuple[list[str], list[str]]:
    """The paragraphs of a page that are set aside, and the others."""
    result = compare(_read(page), "\n\n".join(shorten(page.story)))
    out = {at for row in result.rows if row.furniture for at in row.left}
    texts = [paragraph.text for paragraph in result.left.paragraphs]
    return [text for at, text in enumerate(texts) if at in out], [
        text for at, text in enumerate(texts) if at not in out
    ]


def test_there_are_twenty_pages() -> None:
    assert len({page.name for page in PAGES}) == 20
    assert all(page.story and page.lines for page in PAGES)


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_every_word_of_a_page_is_read_once(page: WebPage) -> None:
    read = " ".join(paragraph.text for paragraph in _read(page).paragraphs).split()
    assert sorted(read) == sorted(" ".join([*page.story, *page.lines]).split())


@pytest.mark.parametrize("how", OTHERS)
@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_no_word_of_the_story_is_set_aside(page: WebPage, how: str) -> None:
    out, kept = _set_aside(page, OTHERS[how])
    assert not set(out) & set(page.story)
    assert [text for text in kept if text in page.story] == list(page.story)


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_a_page_says_what_its_story_says(page: WebPage) -> None:
    result = compare(_read(page), "\n\n".join(page.story))
    assert {row.kind for row in result.rows if not row.furniture} == {Kind.UNCHANGED}


@pytest.mark.parametrize("how", OTHERS)
def test_most_lines_of_pages_are_set_aside(how: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = kept = 0
    for page in PAGES:
        aside, rest = _set_aside(page, OTHERS[how])
        out += len(aside)
        kept += sum(text not in page.story for text in rest)
    with capsys.disabled():
        print(f"\n{how}: {out} of {out + kept} lines of 20 pages set aside")  # noqa: T201 - the rate is worth reading
    assert out >= LEAST_RATE * (out + kept)


def test_what_changed_around_the_story_is_no_change_of_it() -> None:
    """Two versions of a page: other menus, other comments, other figures in them."""
    (page,) = (page for page in PAGES if page.name == "comments")
    changes = {
        ">World<": ">War<",
        "3 comments": "5 comments",
        "Terms and privacy": "Terms, privacy and 12 cookies",
        "Nobody was hurt. That is what counts.": "Two were hurt. That is what counts.",
    }
    later = page.markup
    for before, after in changes.items():
        assert before in later
        later = later.replace(before, after)
    result = compare(_read(page), _read(page._replace(markup=later)))
    assert {row.kind for row in result.rows if not row.furniture} == {Kind.UNCHANGED}
    assert sum(row.furniture for row in result.rows) == 2 * len(changes)
    assert not ledger(result).entries


def test_a_teaser_with_the_words_of_the_headline_is_no_headline() -> None:
    (page,) = (page for page in PAGES if page.name == "classic")
    markup = page.markup.replace("Council closes two libraries for good", page.story[0])
    result = compare(_read(page._replace(markup=markup)), "\n\n".join(page.story))
    (row,) = (row for row in result.rows if row.right == (0,))
    assert [result.left.paragraphs[at].role for at in row.left] == [Role.HEADING]


@pytest.mark.parametrize("first", [Role.MENU, Role.TEXT])
def test_a_heading_among_the_story_s_paragraphs_is_the_story_s(first: Role) -> None:
    told = (
        "The ferry between Orvik and Lund stays in port until the storm is over, its owner, Karl Aas, said.",
        "09:00 The wind turns to the west",
    )
    texts = (("Home", first), (told[0], Role.TEXT), ("How it came about", Role.HEADING), (told[1], Role.ITEM))
    paragraphs = tuple(Paragraph(text, 0, len(text), (), role) for text, role in texts)
    result = compare(Article("a", paragraphs), "\n\n".join(told))
    assert not any(row.furniture for row in result.rows if row.left == (2,))


@pytest.mark.parametrize(
    ("role", "text", "is_page"),
    [
        (Role.MENU, "The ferry stays in port until the storm is over.", True),
        (Role.COMMENT, "The ferry stays in port until the storm is over, as ever.", True),
        (Role.OUTSIDE, "Karl Aas, the owner of the ferry, waits at the quay until the storm is over.", False),
        (Role.OUTSIDE, "Eight soups for cold evenings, and how to keep them warm all week long.", True),
        (Role.OUTSIDE, "Correction: the ferry has one owner.", False),
        (Role.LINK, "Read also: eight soups for cold evenings.", True),
        (Role.LINK, "The storm and the ferry of Karl Aas", False),
        (Role.ASIDE, "The line was founded in 1911 and has two offices.", False),
        (Role.TEXT, "Lorries have to wait until spring.", False),
    ],
)
def test_a_role_and_the_words_decide(role: Role, text: str, is_page: bool) -> None:
    told = (
        "The ferry between Orvik and Lund stays in port until the storm is over, its owner, Karl Aas, said.",
        "The waves at the quay were four metres high at noon, the weather service said.",
    )
    texts = (*told, text)
    roles = (Role.TEXT, Role.TEXT, role)
    paragraphs = tuple(Paragraph(one, 0, len(one), (), own) for one, own in zip(texts, roles, strict=True))
    result = compare(Article("a", paragraphs), "\n\n".join(told))
    assert any(row.furniture for row in result.rows if row.left == (2,)) == is_page


def test_items_below_a_heading_of_the_page_are_the_page_s() -> None:
    told = (
        "The ferry between Orvik and Lund stays in port until the storm is over, its owner, Karl Aas, said.",
        "Lorries have to wait at the quay of Orvik until the wind turns, the harbour master said.",
    )
    items = (("Ten years since the storm of Vellmar", Role.ITEM), ("How safe is the ferry?", Role.ITEM))
    for heading, is_page in (("Related stories", True), ("What we know of the storm", False)):
        texts = ((told[0], Role.TEXT), (heading, Role.HEADING), *items, (told[1], Role.TEXT))
        paragraphs = tuple(Paragraph(text, 0, len(text), (), role) for text, role in texts)
        result = compare(Article("a", paragraphs), "\n\n".join(told))
        assert {row.furniture for row in result.rows if not row.right} == {is_page}
