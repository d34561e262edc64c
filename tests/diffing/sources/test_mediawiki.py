"""Wiki text: no number in a template is lost, no struck one is taken for live."""

import pytest

from diffing.model import Article, Reading, Role
from diffing.sources.plain import SourceText
from diffing.sources.registry import ReadOptions, source_of
from tests.diffing.sources.reading import notes, read, texts, with_role

WIKI = ReadOptions(format="mediawiki")


def wiki(text: str) -> Article:
    """Return the article of a wiki text, too short to be recognised."""
    return read(text, WIKI)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least {{nobr|14 people}} died.", "At least 14 people died."),
        ("It is {{convert|5|mi|km}} away.", "It is 5 mi away."),
        ("{{Convert|5|to|10|mi|km|abbr=on}} away", "5 to 10 mi away"),
        ("{{convert|5|ft|6|in|m}} tall", "5 ft 6 in tall"),
        ("{{cvt|1,200|km2|sqmi}} burnt", "1,200 km2 burnt"),
        ("<ruby>橋<rp>(</rp><rt>はし</rt><rp>)</rp></ruby>が直りました。", "橋が直りました。"),
        ("{{ruby|町|まち}}の{{読み仮名|北川|きたがわ}}", "町の北川（きたがわ）"),
        ("The {{nihongo|Kita Bridge|北橋|Kita-bashi}} held", "The Kita Bridge (北橋, Kita-bashi) held"),
        ("{{w|Nora Lind|Lind}} said so in {{w|Lurvik}}.", "Lind said so in Lurvik."),
        ("{{formatnum:12500}} birds", "12500 birds"),
        ("{{formatNum:12500}} birds", "12500 birds"),
        ("{{date|March 3, 2026}}", "March 3, 2026"),
        ("on {{start date|2026|3|3|df=yes}}", "on 2026-3-3"),
        ("{{birth date and age|1970|1|2}}", "1970-1-2"),
        ("{{val|1.5|e=6|u=km}}", "1.5×10⁶ km"),
        ("{{frac|3|1|2}} and {{frac|1|2}} and {{frac|4}}", "3 1/2 and 1/2 and 1/4"),
        ("{{US$|5 million}} and {{£|20}}", "US$5 million and £20"),
        ("{{lang|fr|barrage}} and {{lang-fr|barrage}}", "barrage and barrage"),
        ("{{abbr|MP|Member of Parliament}}", "MP"),
        ("2014{{ndash}}16 and{{snd}}so", "2014–16 and – so"),
        ("{{nobr|{{w|Nora Lind|{{small|Lind}}}} and {{{1|Berg}}}}}", "Lind and Berg"),
        ("{{some font|14 people}} died", "14 people died"),
        ("{{age in years|1970|1|1}}She left.", "She left."),
        ("She left.{{citation needed|date=May 2026}}", "She left."),
        ("[[Lurvik]]s and [[Lurvik|the town]] and [[Berg (town)|]]", "Lurviks and the town and Berg"),
        ("[[:Category:Dams]] and [[w:Lurvik|Lurvik]]", "Category:Dams and Lurvik"),
        ("[http://a.test Lurvik Post] said [http://b.test] so: http://c.test", "Lurvik Post said so: http://c.test"),
        ("'''Nora''' ''Lind'' '''''left'''''", "Nora Lind left"),
        ("L'''amour'' fou", "L'amour fou"),
        ("A [1] note and a {brace} and 3 < 4 > 2", "A [1] note and a {brace} and 3 < 4 > 2"),
        ("10<sup>6</sup> and H<sub>2</sub>O", "10⁶ and H₂O"),
        ("died<br>in<br />the flood", "died in the flood"),
        ("<nowiki>''raw'' [[x]] &lt;</nowiki>", "''raw'' [[x]] <"),
        ("<math>x^2</math>", "x^2"),
        ("<!-- hidden -->Seen<!-- to the end", "Seen"),
        ("AT&amp;T &nbsp;5 &lt; 6", "AT&T \u00a05 < 6"),
        ("-{zh-hans:干部;zh-hant:幹部}-说 -{A|zh-cn:软件;zh-tw:軟體}- -{R}-", "干部说 软件 R"),
        ("__NOTOC__Seen__FORCETOC__", "Seen"),
        ("<span style='color:red'>red</span> <foo> <u>u</u>", "red <foo> u"),
        ("open {{nobr|14 people", "open {{nobr|14 people"),
        ("open [[Lurvik|town {{nobr|14 people}}", "open [[Lurvik|town 14 people"),
        ("closed }} and ]] and }}}", "closed }} and ]] and }}}"),
    ],
)
def test_inline_markup(text: str, expected: str) -> None:
    assert texts(wiki(text)) == [expected]


def test_struck_and_hidden_words_are_left_out_and_counted() -> None:
    found = wiki("At least <del>12 or so</del> <ins>14</ins> died. <span style='display: none'>x y</span> <s>no</s>")
    assert texts(found) == ["At least 14 died."]
    assert notes(found) == {Reading.STRUCK_WORDS: 4, Reading.HIDDEN_WORDS: 2}


def test_templates_that_are_not_known_are_counted() -> None:
    found = wiki("{{Infobox dam\n| name = Lurvik\n| height = 41\n}}\nThe dam holds.{{coord|1|2|N}}")
    assert texts(found) == ["The dam holds."]
    assert notes(found) == {Reading.TEMPLATES: 2}


ARTICLE = """{{date|March 3, 2026}}
[[File:Dam.jpg|thumb|upright=1.2|The [[dam]] in '''2019'''.|alt=A dam]]
At least {{nobr|14 people}} died in
[[Lurvik]].<ref name="a">{{cite news|last=Lind|first=Nora|title=Dam holds|work=Lurvik Post|date=2 March 2026}}</ref>

"We were late," said Berg.<ref name="a" />

== Repair ==
{{quote|We were late.|Jan Berg}}
* One
** Two
# Three
: Indented
<blockquote>
Quoted
words.
</blockquote>
{| class="wikitable" style="text-align: right"
|+ Seats
! Party !! Seats
|-
| North || style="x" | 12
|-
| South
| 9
|}
After the table.
----
<gallery>
File:A.jpg|A photo
</gallery>
[[Category:Floods]]
[[de:Damm]]
"""


def test_an_article_is_read_with_its_roles() -> None:
    found = read(ARTICLE)
    assert found.format == "mediawiki"
    assert [(paragraph.role.value, paragraph.text) for paragraph in found.paragraphs] == [
        ("text", "March 3, 2026 At least 14 people died in Lurvik."),
        ("caption", "The dam in 2019."),
        ("text", '"We were late," said Berg.'),
        ("heading", "Repair"),
        ("quotation", "We were late."),
        ("quotation", "— Jan Berg"),
        ("item", "One"),
        ("item", "Two"),
        ("item", "Three"),
        ("text", "Indented"),
        ("quotation", "Quoted words."),
        ("caption", "Seats"),
        ("table_row", "Party | Seats"),
        ("table_row", "North | 12"),
        ("table_row", "South | 9"),
        ("text", "After the table."),
        ("caption", "A photo"),
        ("note", "Nora Lind, “Dam holds”, Lurvik Post, 2 March 2026"),
    ]


def test_a_table_in_html_tags() -> None:
    found = wiki("<table><tr><th>Party</th><th>Seats</th></tr><tr><td>North</td><td>12</td></tr></table>")
    assert with_role(found, Role.TABLE_ROW) == ["Party | Seats", "North | 12"]


@pytest.mark.parametrize(
    "text",
    [
        "The reporter wrote '''very''' much about [[brackets]] once.",
        "# Notes\n\nSee [[Lurvik]] and [[Berg]].\n\n* one",
        "Hello {{name}}, your order of {{count}} is on its way.",
        "= The Dam =\n\nAt least 14 died.",
        "'''a''' is all",
    ],
)
def test_other_texts_are_no_wiki_text(text: str) -> None:
    found = source_of("a", text.encode())
    assert isinstance(found, SourceText) or found.format != "mediawiki"


@pytest.mark.parametrize(
    "part", ["{{", "[[", "<ref>", "<nowiki>", "<!--", "{|\n|a\n", "[http://", "'''", "a=b", "== a ", "-{", "&"]
)
def test_cost_is_bounded(part: str) -> None:
    text = part * (100_000 // len(part))
    assert len(" ".join(texts(wiki(text)))) <= len(text) + 10
