"""The head of an article is told by the form of its lines, whatever the language."""

import pytest

from diffing.model import Article, Paragraph, Role
from tests.conftest import MakeArticle
from tui.present.heads import NO_HEAD, Head, head

STORY = "The council of Ostmark voted on Tuesday to close the old pier, which had stood since the flood."
TALE = "Der Rat von Ostmark beschloss am Dienstag, den alten Steg zu schließen, der seit der Flut stand."


@pytest.mark.parametrize(
    ("above", "headline", "lines"),
    [
        (
            ["Ostmark council votes to close its pier", "By Ines Roland and Tor Vane", "Published 7:42, June 3"],
            0,
            {1, 2},
        ),
        (["Town That Closed Its Pier Counts The Cost", "By Ines Roland"], 0, {1}),
        (["3 May 2031", "Two held after fire on the Ostmark pier"], 1, {0}),
        (["Home | World | Business | Sport", "Pier of Ostmark to close after 90 years"], 1, {0}),
        (["Ostmark schließt seinen alten Steg", "Von Ines Roland", "12.05.2031, 9.40 Uhr"], 0, {1, 2}),
        (["奥斯特马克议会决定关闭旧码头", "2031年5月3日 18:00"], 0, {1}),
        # The heading of a post, with its time, is of the story; a time and a date are of the head.
        (["Storm reaches the coast of Ostmark", "14:05 Ferries to the islands cancelled"], 0, set()),
        (["Storm reaches the coast of Ostmark", "9.40 Uhr, 12. Mai"], 0, {1}),
        (["By Ines Roland"], None, {0}),
        ([], None, set()),
    ],
)
def test_headline_and_lines(make_article: MakeArticle, above: list[str], headline: int | None, lines: set[int]) -> None:
    story = {"Ostmark schließt": TALE, "奥斯特马克": "奥斯特马克议会周二投票决定关闭旧码头。"}
    first = next((text for start, text in story.items() if above and above[0].startswith(start)), STORY)
    assert head(make_article([*above, first, STORY]), ()) == Head(headline, frozenset(lines))


def test_a_standfirst_is_neither(make_article: MakeArticle) -> None:
    texts = ["Pier of Ostmark to close", "The vote ends a quarrel of ten years about repairs", "By Ines Roland", STORY]
    assert head(make_article(texts), ()) == Head(0, frozenset({2}))


def test_what_is_not_of_the_story_is_left_out(make_article: MakeArticle) -> None:
    texts = ["Weather in Ostmark today and tomorrow", "Pier of Ostmark to close in May", "By Ines Roland", STORY]
    assert head(make_article(texts), {0}) == Head(1, frozenset({2}))


@pytest.mark.parametrize("texts", [[], ["milk", "bread", "4 eggs"], ["Alone stood the pier", "and the sea went by"]])
def test_a_text_that_tells_no_story_has_no_head(make_article: MakeArticle, texts: list[str]) -> None:
    assert head(make_article(texts), ()) == NO_HEAD


def test_the_story_itself_is_never_of_the_head(make_article: MakeArticle) -> None:
    assert head(make_article([STORY, "By Ines Roland", "12 May 2031"]), ()) == NO_HEAD


def test_a_heading_of_the_document_is_the_headline_below_many_lines_of_the_page() -> None:
    menu = [Paragraph(f"Section {at}", 0, 9) for at in range(14)]
    told = [Paragraph(text, 0, len(text)) for text in ("Ostmark and its pier, day by day", "Tor Vane", STORY)]
    title = Paragraph("Pier closes", 0, 11, (), Role.HEADING)
    article = Article("a", (*menu, told[0], title, *told[1:]))
    assert head(article, range(14)) == Head(15, frozenset({16}))
    assert head(Article("a", (*menu, *told)), range(14)) == Head(14, frozenset({15}))
