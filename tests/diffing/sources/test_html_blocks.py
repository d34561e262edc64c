"""Blocks of HTML: every word that a browser shows, none glued, none that it hides."""

import pytest

from diffing.model import Article, Reading, Role
from diffing.sources.documents import Block, Document, article_of
from diffing.sources.markup.html_blocks import fragment_content, html_content
from diffing.sources.registry import Revisions

PROSE = "The bridge at Orvik stays closed until the engineers have looked at all of its nine piers."


def _article(markup: str, revisions: Revisions = Revisions.FINAL) -> Article:
    content = fragment_content(markup, revisions)
    return article_of("a", "html", Document(content.blocks, "utf-8", content.metadata, content.notes))


def _texts(markup: str) -> list[str]:
    return [paragraph.text for paragraph in _article(markup).paragraphs]


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        # What libraries glue, drop or double: see docs/formats.md.
        ("The vote on <time>Tuesday, 3 March</time> was close.", ["The vote on Tuesday, 3 March was close."]),
        ("<p>Say <output>yes</output> or <label>no</label>, <button>she</button> said.", ["Say yes or no, she said."]),
        ("<p>10<sup>6</sup> and 10<sup>-3</sup> and H<sub>2</sub>O", ["10⁶ and 10⁻³ and H₂O"]),
        ("<p>On 1<sup>st</sup> May<sup>1</sup>, a dam<sup>2,3</sup>", ["On 1st May¹, a dam²,³"]),
        ("<p>10<sup>1.5</sup>", ["10^1.5"]),
        ("<p>1<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> cups", ["1 1/2 cups"]),
        ("<p><math><mn>10</mn><mo>=</mo><msup><mi>x</mi><mn>2</mn></msup></math>", ["10=x²"]),
        ("<p><math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup><msqrt><mn>2</mn></msqrt></math>", ["x₁²√2"]),
        ("<p>One.<br>Two.", ["One. Two."]),
        ("One.<br><br>Two.<br>\n<br>Three.", ["One.", "Two.", "Three."]),
        ("<p>One.<p>Two.</p>Three.<div>Four.</div>Five.", ["One.", "Two.", "Three.", "Four.", "Five."]),
        ("<p>a long<wbr>word, un\u00adused", ["a longword, unused"]),
        ("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字", ["漢字"]),
        ('<p>A warning <img alt="⚠"> of floods <img alt="A flooded road">', ["A warning ⚠ of floods"]),
        ("<p>He said <q>I saw <q>no</q> boat</q>.", ["He said “I saw ‘no’ boat”."]),
        ("<p><b>D</b>rop, un<i>believ</i>able, <span>un</span><span>done</span>", ["Drop, unbelievable, undone"]),
        ("<div><a>World</a><a>Money</a></div>", ["World Money"]),
        ("<div><span>By Nora Lind</span><time>3 March</time></div>", ["By Nora Lind 3 March"]),
        ("<div>By <a>Nora Lind</a><span>, </span><a>Karl Aas</a></div>", ["By Nora Lind, Karl Aas"]),
        ("<div><span>Nora Lind</span><span>: storms</span></div>", ["Nora Lind: storms"]),
        ("<div>Themen: <a>Orvik</a><a>Häfen</a><a>Stürme</a></div>", ["Themen: Orvik Häfen Stürme"]),
        ("<p>The courts of <a>Orvik</a><a>Lund</a> agreed, <a>he</a>'s", ["The courts of Orvik Lund agreed, he's"]),
        ("<div><strong>More</strong><a>Ten storms</a></div>", ["More Ten storms"]),
        ("<div><b>W</b><span>hen the storm came</span></div>", ["When the storm came"]),
        ("<p>It was so.<sup>NPA</sup>", ["It was so. NPA"]),
        ("<p>On the 3<sup>rd</sup> day, the end.<sup>1</sup>", ["On the 3rd day, the end.¹"]),
        ('<figcaption>The pier<span class="img-credit">Nordfoto</span></figcaption>', ["The pier Nordfoto"]),
        ("<tr><td>x", ["x"]),
        ("<table><tr><th>Party<th>Seats<tr><td>Hill<td>41</table>", ["Party | Seats", "Hill | 41"]),
        ("<table><tr><td>Hill<br>Union<td><p>41</p><p>seats</p></table>", ["Hill Union | 41 seats"]),
        ("<table><tr><td>Hill<td><td>41</table>", ["Hill | | 41"]),
        (f"<table><tr><td>Menu<td><p>{PROSE * 2}<p>End.</table>", ["Menu", PROSE * 2, "End."]),
        ("<table><tr><td>a<td><table><tr><td>1<td>2</table></table>", ["a", "1 | 2"]),
        ("<pre>One\n  two</pre>", ["One two"]),
        ("<p>a&nbsp;b &amp; c &#x1f30a;", ["a\u00a0b & c 🌊"]),
        ("<ul><li>One<li>Two<ul><li>Three</ul></ul>", ["One", "Two", "Three"]),
        ("<dl><dt>Cause<dd>Rain</dl>", ["Cause", "Rain"]),
        ("<p>5 < 6 and 7 > 3", ["5 < 6 and 7 > 3"]),
        ("<p hidden=until-found>Shown", ["Shown"]),
        ("<div aria-hidden=true><p>Behind a question</p></div>", ["Behind a question"]),
        ("<details><summary>Why</summary>So.</details>", ["Why", "So."]),
        ("<div><x-p>One.</x-p><x-p>Two, <x-b>t</x-b>hree.</x-p></div>", ["One.", "Two, three."]),
        ("<div>A <x-tip>wo</x-tip>rd</div>", ["A word"]),
        (
            "<div><template shadowrootmode=open><p>In <b>shadow</b></p></template><p>Light</p></div>",
            ["In shadow", "Light"],
        ),
        ('<p><img alt="1\ufe0f\u20e3"> one', ["1\ufe0f\u20e3 one"]),
        ("<!-- no --><p>Yes<![CDATA[no]]>", ["Yes"]),
        ("", []),
    ],
)
def test_words_stand_as_a_browser_shows_them(markup: str, texts: list[str]) -> None:
    assert _texts(markup) == texts


@pytest.mark.parametrize(
    "markup",
    [
        *("<script>no</script>", "<style>no</style>", "<template><p>no</p></template>", "<noscript>no</noscript>"),
        *(
            "<textarea>no</textarea>",
            "<select><option>no</select>",
            "<svg><text>no</text></svg>",
            "<iframe>no</iframe>",
        ),
        *("<title>no</title>", "<input value=no>", "<video>no</video>", "<!--no-->"),
    ],
)
def test_what_is_no_text_is_not_counted(markup: str) -> None:
    content = fragment_content(f"<p>yes {markup}</p>")
    assert [block.text.strip() for block in content.blocks] == ["yes"]
    assert content.notes == ()


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ("<del>no no</del>", Reading.STRUCK_WORDS),
        ("<s>no no</s>", Reading.STRUCK_WORDS),
        ("<strike>no <b>no</b></strike>", Reading.STRUCK_WORDS),
        ('<span style="text-decoration: line-through">no no</span>', Reading.STRUCK_WORDS),
        ("<span hidden>no no</span>", Reading.HIDDEN_WORDS),
        ('<span style="color:red;display : none">no <s>no</s></span>', Reading.HIDDEN_WORDS),
        ("<span aria-hidden=true>no no</span>", Reading.HIDDEN_WORDS),
        ("<dialog><p>no no</dialog>", Reading.HIDDEN_WORDS),
    ],
)
def test_words_that_are_left_out_are_counted(markup: str, what: Reading) -> None:
    article = _article(f"<p>yes {markup} yes</p>")
    assert " ".join(paragraph.text for paragraph in article.paragraphs) == "yes yes"
    assert [(note.what, note.count) for note in article.notes] == [(what, 2)]


TRACKED = (
    '<p>At least <del cite="https://orvik.example/1">12</del>'
    '<ins datetime="2026-03-03" title="Nora Lind">14 people</ins> died.'
)


@pytest.mark.parametrize(
    ("revisions", "text", "revised", "author"),
    [
        (Revisions.FINAL, "At least 14 people died.", "14 people", "Nora Lind"),
        (Revisions.ORIGINAL, "At least 12 died.", "12", "https://orvik.example/1"),
    ],
)
def test_a_page_with_marked_changes_has_two_wordings(
    revisions: Revisions, text: str, revised: str, author: str
) -> None:
    article = _article(TRACKED, revisions)
    assert article.paragraphs[0].text == text
    (revision,) = article.revisions
    assert text[revision.place.start : revision.place.end] == revised
    assert revision.author == author
    assert {note.what: note.count for note in article.notes}[Reading.TRACKED_CHANGES] == 2


@pytest.mark.parametrize(
    ("markup", "is_tracked"),
    [
        ("<p>a <del>b</del> <ins>c</ins>", True),
        ("<p>a <del>b</del>", False),
        ("<p>a <s>b</s> <ins>c</ins>", False),
        ("<p>a <ins datetime=2026-03-03>c</ins>", True),
        ("<ins><p>a</p><p>b</p></ins><p><del>c</del></p>", True),
    ],
)
def test_a_page_tracks_changes_only_where_it_says_so(markup: str, is_tracked: bool) -> None:
    assert any(note.what is Reading.TRACKED_CHANGES for note in fragment_content(markup).notes) == is_tracked


def test_a_change_of_several_paragraphs_is_marked_in_each() -> None:
    found = _article("<p>First.</p><ins datetime=2026-03-03><p>Second.</p><p>Third.</p></ins>").revisions
    assert [(one.place.paragraph, one.place.start, one.place.end) for one in found] == [(1, 0, 7), (2, 0, 6)]


PAGE = f"""<header>The Orvik Post</header><nav><ul><li><a>World</a></li></ul></nav>
<main><h1>Bridge stays closed</h1><article><header>By Nora Lind</header>
<p>{PROSE}</p><blockquote>“We wait,” she said.</blockquote><h2>What is next</h2><ul><li>Piers first</ul>
<figure><img><figcaption>The bridge</figcaption></figure><table><caption>Piers</caption><tr><td>1<td>safe</table>
<aside><h3>Correction</h3><p>It has nine piers.</p></aside><footer>Reporting by Ole Rand</footer></article>
<article><h3><a href="/f">Ferry runs again, owner says</a></h3></article>
<section id="comments"><article><p>Nice bridge.</p></article></section></main>
<p>Most read</p><footer>All rights reserved</footer>"""
ROLES = [
    ("The Orvik Post", Role.HEADER),
    ("World", Role.MENU),
    ("Bridge stays closed", Role.HEADING),
    ("By Nora Lind", Role.TEXT),
    (PROSE, Role.TEXT),
    ("“We wait,” she said.", Role.QUOTATION),
    ("What is next", Role.HEADING),
    ("Piers first", Role.ITEM),
    ("The bridge", Role.CAPTION),
    ("Piers", Role.CAPTION),
    ("1 | safe", Role.TABLE_ROW),
    ("Correction", Role.ASIDE),
    ("It has nine piers.", Role.ASIDE),
    ("Reporting by Ole Rand", Role.TEXT),
    ("Ferry runs again, owner says", Role.OUTSIDE),
    ("Nice bridge.", Role.COMMENT),
    ("Most read", Role.OUTSIDE),
    ("All rights reserved", Role.FOOTER),
]


def test_a_page_says_what_its_paragraphs_are() -> None:
    assert [(block.text.strip(), block.role) for block in html_content(PAGE).blocks] == ROLES


LIVE = "".join(f"<article><h2>{hour}:00</h2><p>{PROSE}</p><p>Short.</p></article>" for hour in range(8, 14))


@pytest.mark.parametrize(
    "markup",
    [
        LIVE,
        f"<main>{LIVE}</main>",
        f"<article><p>{PROSE}</article><article><p>{PROSE} {PROSE}</article>",
        f"<article><h2>Teaser</h2></article><div><p>{PROSE}</p><p>{PROSE}</p></div>",
        f"<div><p>{PROSE}</p></div>",
    ],
    ids=["posts", "posts in main", "two stories", "story in no article", "no article"],
)
def test_nothing_is_outside_where_the_page_does_not_say_what_is_inside(markup: str) -> None:
    assert Role.OUTSIDE not in {block.role for block in html_content(markup).blocks}


@pytest.mark.parametrize("wrapper", ["{0}<div>{1}</div>", "<main>{0}<div>{1}</div></main>", "{0}<main>{1}</main>"])
def test_a_header_with_the_headline_is_that_of_the_story(wrapper: str) -> None:
    head = (
        "<header><a href='/'>The Orvik Post</a><h1>Bridge stays closed</h1><p>Engineers look at its piers</p></header>"
    )
    found = html_content(wrapper.format(head, f"<p>{PROSE}</p>") + "<footer>About us</footer>").blocks
    roles = {block.text.strip(): block.role for block in found}
    assert roles["Bridge stays closed"] is Role.HEADING
    assert roles["Engineers look at its piers"] is Role.TEXT
    assert roles["About us"] is Role.FOOTER


def test_a_header_with_the_name_of_the_paper_is_that_of_the_page() -> None:
    head = "<header><h1><a href='/'>The Orvik Post</a></h1><p>Since 1921</p></header>"
    roles = [block.role for block in html_content(f"{head}<h1>Bridge</h1><p>{PROSE}</p>").blocks]
    assert roles == [Role.HEADER, Role.HEADER, Role.HEADING, Role.TEXT]


def test_what_holds_the_headline_is_no_list_of_comments() -> None:
    markup = f"<div class='page comments'><h1>Bridge</h1><p>{PROSE}</p></div>"
    assert [block.role for block in html_content(markup).blocks] == [Role.HEADING, Role.TEXT]


def test_a_fragment_has_no_page_around_it() -> None:
    found = fragment_content("<header>By Nora Lind</header><p>Text.<footer>Correction: 14.</footer>").blocks
    assert found == (Block("By Nora Lind"), Block("Text."), Block("Correction: 14."))


def test_deep_markup_is_walked_without_recursion() -> None:
    assert _texts("<span>" * 4_000 + "deep" + "</span>" * 4_000) == ["deep"]
