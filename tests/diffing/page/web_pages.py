"""Twenty pages in the manner of real outlets, each with its story in plain text. All words are our own inventions.

A line of a template that begins with '+' is HTML with a part of the story, one with '-' has words of the page, the rest
has none. So the plain text and the words of the page are known.
"""

import re
from typing import NamedTuple

_TAG = re.compile(r"<[^>]*>")
_CELL = re.compile(r"(?<=.)<t[dh][^>]*>")


class WebPage(NamedTuple):
    """A page, the paragraphs of its story, and the lines of the page around them."""

    name: str
    markup: str
    story: tuple[str, ...]
    lines: tuple[str, ...]


def _words(markup: str) -> str:
    return " ".join(_TAG.sub("", _CELL.sub(" | ", markup.replace("<br>", " "))).split())


def _page(name: str, template: str) -> WebPage:
    rows = template.strip().splitlines()
    story = tuple(_words(row[1:].replace("<tr><td>", "").replace("<tr><th>", "")) for row in rows if row[0] == "+")
    lines = tuple(_words(row[1:]) for row in rows if row[0] == "-")
    markup = "\n".join(row[1:] if row[0] in "+-" else row for row in rows)
    return WebPage(name, f"<!doctype html>\n{markup}", story, lines)


_MENU = """<header>
-<a href="/">The Orvik Post</a>
<nav><ul>
-<li><a href="/w">World</a></li>
-<li><a href="/m">Money</a></li>
-<li><a href="/s">Sport</a></li>
-<li><a href="/l">Log in</a></li>
</ul></nav></header>"""
_FOOT = """<footer>
-<p>About us</p>
-<p>Terms and privacy</p>
-<p>© 2026 The Orvik Post. All rights reserved.</p>
</footer>"""
_FERRY = (
    "+<p>The ferry between Orvik and Lund stays in port until the storm is over, its owner, Karl Aas, said.</p>",
    "+<p>At least 140 passengers waited in the hall of the harbour on <time datetime=x>Monday night</time>.</p>",
    "+<p>“We had blankets, and no one was told for how long,” said Nora Lind, a teacher from Lund.</p>",
    "+<p>The waves at the quay were four metres high at noon, the weather service said.</p>",
    "+<p>Two years ago a ferry of the same line ran aground in such a storm, and nobody was hurt.</p>",
    "+<p>The next boat is planned for Wednesday morning if the wind turns by then.</p>",
)
_TEASERS = """<section class="more">
-<h2>More from the Orvik Post</h2>
<ul>
-<li><a href="/1">Council closes two libraries for good</a></li>
-<li><a href="/2">Our lions lose again in the last minute</a></li>
-<li><a href="/3">Quiz of the week: how well do you know the fjord?</a></li>
-<li><a href="/4">Eight soups for cold evenings</a></li>
</ul></section>"""

PAGES = (
    _page(
        "classic",
        f"""<html><body>{_MENU}<main><article>
+<h1>Ferry stays in port as storm grows</h1>
-<p class="byline">By Ole Rand</p>
-<ul class="share"><li>Share</li></ul>
{_FERRY[0]}
{_FERRY[1]}
+<h2>What is next</h2>
{_FERRY[2]}
{_FERRY[3]}
{_FERRY[5]}
</article></main>{_TEASERS}{_FOOT}</body></html>""",
    ),
    _page(
        "divs and no article",
        f"""<html><body><div id="top">
-<a href="/">The Orvik Post</a>
-<div><a href="/w">World</a> <a href="/m">Money</a> <a href="/s">Sport</a></div>
</div><div id="wrap"><div class="text">
+<h1>Ferry stays in port as storm grows</h1>
{_FERRY[0]}
{_FERRY[3]}
{_FERRY[4]}
{_FERRY[5]}
</div>{_TEASERS}</div>{_FOOT}</body></html>""",
    ),
    _page(
        "live blog",
        f"""<html><body>{_MENU}<main>
+<h1>Storm over the fjord: what we know</h1>
<article>
+<h2>Ferry stays in port</h2>
{_FERRY[0]}
</article><article>
+<h2>Passengers in the hall</h2>
{_FERRY[1]}
{_FERRY[2]}
</article><article>
+<h2>Waves at the quay</h2>
{_FERRY[3]}
</article><article>
+<h2>Bridge closed</h2>
+<p>The bridge at Orvik is closed to lorries, the police said shortly before six.</p>
</article><article>
+<p>That is all for today.</p>
</article></main>{_FOOT}</body></html>""",
    ),
    _page(
        "paywall",
        f"""<html><head><script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferry stays",
"articleBody": "{"An older text of the ferry, with twelve passengers and Thursday. " * 12}"}}</script></head>
<body>{_MENU}<main><article>
+<h1>Ferry stays in port as storm grows</h1>
{_FERRY[0]}
{_FERRY[1]}
<div class="wall">
-<h3>Read on with the Orvik Post</h3>
-<p>Subscribe now: four weeks for 1 euro, cancel at any time.</p>
-<button>Subscribe</button>
</div></article></main>{_FOOT}</body></html>""",
    ),
    _page(
        "table of results",
        f"""<html><body>{_MENU}<main><article>
+<h1>River League wins the council of Lund</h1>
+<p>The River League won 41 of the 87 seats in the council of Lund on Sunday, seven more than four years ago.</p>
<table>
+<caption>Result by party</caption>
+<tr><th>Party</th><th>Seats</th><th>Share</th></tr>
+<tr><td>River League</td><td>41</td><td>38.2 %</td></tr>
+<tr><td>Hill Union</td><td>30</td><td>29.9 %</td></tr>
+<tr><td>Free Quay</td><td>16</td><td>17.0 %</td></tr>
</table>
+<p>Mayor Ute Lorenz said that she would talk to the Hill Union first, and to nobody before Tuesday.</p>
+<p>Turnout was 61 percent, the lowest since the council was founded in 1921.</p>
</article></main>{_TEASERS}{_FOOT}</body></html>""",
    ),
    _page(
        "correction in an aside",
        f"""<html><body>{_MENU}<main><article>
+<h1>Ferry stays in port as storm grows</h1>
{_FERRY[0]}
{_FERRY[1]}
{_FERRY[3]}
<aside class="correction">
+<p>Correction: An earlier version of this article said that 104 passengers waited in the hall.</p>
</aside><footer>
+<p>Reporting by Ole Rand in Lund; editing by Tove Holm.</p>
</footer></article></main>{_FOOT}</body></html>""",
    ),
    _page(
        "related stories in the midst",
        f"""<html><body>{_MENU}<main><article>
+<h1>Ferry stays in port as storm grows</h1>
{_FERRY[0]}
<div class="related">
-<h4>Related stories</h4>
<ul>
-<li><a href="/5">Bakers ask for cheaper flour</a></li>
-<li><a href="/6">A museum for the old tram opens in May</a></li>
</ul></div>
{_FERRY[1]}
{_FERRY[2]}
-<p><a href="/7">Also read: Why our trains are late in autumn</a></p>
{_FERRY[3]}
{_FERRY[4]}
<aside>
-<h3>Newsletter</h3>
-<p>Sign up for our newsletter and get the news in your inbox every morning.</p>
</aside>
{_FERRY[5]}
</article></main>{_FOOT}</body></html>""",
    ),
    _page(
        "comments",
        f"""<html><body>{_MENU}<main><article>
+<h1>Ferry stays in port as storm grows</h1>
{_FERRY[0]}
{_FERRY[1]}
{_FERRY[3]}
</article><section id="comments">
-<h3>3 comments</h3>
-<p class="name">fjordfan</p>
-<p>The ferry stays in port every winter, and the owner Karl Aas never says for how long.</p>
-<p class="name">Quay 7</p>
-<p>I was one of the passengers in the hall of the harbour on Monday, and there were no blankets at all.</p>
-<p>Nobody was hurt. That is what counts.</p>
</section></main>{_FOOT}</body></html>""",
    ),
    _page(
        "list of facts and of sources",
        f"""<html><body>{_MENU}<main><article>
+<h1>The storm in figures</h1>
+<p>The storm over the fjord was the strongest in twelve years, the weather service said on Tuesday.</p>
<ul>
+<li>Wind of 38 metres a second at Orvik</li>
+<li>Four metres of water above the usual at the quay</li>
+<li>140 passengers in the hall</li>
</ul>
+<p>The service counted 38 such storms in a hundred years, most of them in the weeks after the new year.</p>
<ol>
+<li>Close the shutters</li>
+<li>Keep away from the quay</li>
</ol>
+<p>The next storm is not expected before the end of the month, according to the service.</p>
</article></main>{_TEASERS}{_FOOT}</body></html>""",
    ),
    _page(
        "two stories on a page",
        f"""<html><body>{_MENU}<main><article>
+<h1>Ferry stays in port as storm grows</h1>
{_FERRY[0]}
{_FERRY[1]}
{_FERRY[3]}
</article><article>
+<h2>Bridge at Orvik opens again</h2>
+<p>The bridge at Orvik opens again for cars on Thursday, after the engineers have looked at all of its nine piers.</p>
+<p>Lorries have to wait until the spring, said Berit Holm of the road office.</p>
</article></main>{_FOOT}</body></html>""",
    ),
    _page(
        "cards beside the article",
        f"""<html><body>{_MENU}<main><article class="story">
+<h1>Ferry stays in port as storm grows</h1>
{_FERRY[0]}
{_FERRY[1]}
{_FERRY[2]}
</article><div class="cards"><article>
-<h3><a href="/8">Ferry owner sells two old boats to Lund</a></h3>
-<p>A museum wants to have them.</p>
</article><article>
-<h3><a href="/9">Who feeds the gulls of the harbour?</a></h3>
</article></div></main><aside>
-<h3>Most read</h3>
-<p><a href="/10">Dog of the mayor found in Lund</a></p>
-<p><a href="/11">House prices: where they fall</a></p>
</aside>{_FOOT}</body></html>""",
    ),
    _page(
        "captions, quotation, box",
        f"""<html><body>{_MENU}<main><article><header>
+<h1>Ferry stays in port as storm grows</h1>
+<p class="standfirst">Passengers sleep in the hall of the harbour, and the owner does not say for how long</p>
</header>
<figure><img src="x.jpg" alt="A ferry">
+<figcaption>The ferry of Lund at the quay of Orvik on Monday.</figcaption>
</figure>
{_FERRY[0]}
+<blockquote>“I have seen worse, and I was younger then.”</blockquote>
{_FERRY[1]}
<aside class="facts">
+<h3>The ferry line</h3>
+<p>It was founded in 1911 and has carried two million people.</p>
</aside>
{_FERRY[4]}
</article></main>{_TEASERS}{_FOOT}</body></html>""",
    ),
    _page(
        "layout by tables, line breaks",
        """<html><body bgcolor=white><table><tr><td>
-<a href="/">Home</a><br>
-<a href="/w">World news</a><br>
</td><td><font face="Arial"><b>
+Ferry stays in port as storm grows<br><br></b>
+The ferry between Orvik and Lund stays in port until the storm is over, its owner Karl Aas said on Monday.<br><br>
+At least 140 passengers waited in the hall of the harbour on Monday night.<br><br>
+The waves at the quay were four metres high at noon, the weather service said.<br>
</font></td></tr></table><hr>
-<center>© 2026 The Orvik Post. All rights reserved.</center>
</body></html>""",
    ),
    _page(
        "German",
        """<html lang=de><body><nav>
-<a href="/">Startseite</a> <a href="/p">Politik</a> <a href="/s">Sport</a>
</nav><main><article>
+<h1>Fähre bleibt im Hafen</h1>
-<p>Von Jutta Brandl</p>
+<p>Die Fähre zwischen Orvik und Lund bleibt im Hafen, bis der Sturm vorbei ist, sagte Karl Aas am Montag.</p>
+<p>Mindestens 140 Fahrgäste warteten in der Nacht in der Halle des Hafens auf das nächste Schiff.</p>
-<p><a href="/x">Lesen Sie auch: Bäcker verlangen billigeres Mehl</a></p>
+<p>Vor zwei Jahren lief eine Fähre derselben Linie in einem solchen Sturm auf Grund, verletzt wurde niemand.</p>
+<p><strong>Anmerkung der Redaktion:</strong> In einer früheren Fassung war von 104 Fahrgästen die Rede.</p>
</article></main><div>
-<h2>Mehr zum Thema</h2>
-<p><a href="/y">Zwei Büchereien schließen für immer</a></p>
</div><footer>
-<p>Impressum</p>
-<p>Alle Rechte vorbehalten.</p>
</footer></body></html>""",
    ),
    _page(
        "French",
        """<html lang=fr><body><header>
-<p>Le Courrier d’Orvik</p>
</header><main><article>
+<h1>Le bac reste à quai</h1>
+<p>Le bac entre Orvik et Lund reste à quai jusqu’à la fin de la tempête, a dit lundi son propriétaire, Karl Aas.</p>
+<p>Au moins 140 passagers ont attendu dans le hall du port, le 1<sup>er</sup> février.</p>
+<p>« Nous avions des couvertures », a raconté Nora Lind, institutrice à Lund.</p>
</article></main><aside>
-<h2>À lire aussi</h2>
-<p><a href="/1">Deux bibliothèques ferment pour toujours</a></p>
-<p><a href="/2">Huit soupes pour les soirs froids</a></p>
</aside><footer>
-<p>Mentions légales</p>
</footer></body></html>""",
    ),
    _page(
        "Spanish",
        """<html lang=es><body><nav>
-<a href="/">Portada</a> <a href="/i">Internacional</a> <a href="/d">Deportes</a>
</nav><main>
+<h1>El transbordador se queda en puerto</h1>
<article>
+<p>El transbordador entre Orvik y Lund se queda en puerto hasta que pase la tormenta, dijo Karl Aas el lunes.</p>
+<p>Al menos 140 pasajeros esperaron por la noche en la sala del puerto.</p>
+<p>Las olas del muelle medían cuatro metros al mediodía, según el servicio del tiempo.</p>
</article><section class="comentarios" id="comentarios">
-<h3>Comentarios</h3>
-<p>Siempre se queda en puerto cuando hay tormenta.</p>
</section></main><footer>
-<p>Aviso legal</p>
-<p>Todos los derechos reservados.</p>
</footer></body></html>""",
    ),
    _page(
        "Japanese",
        """<html lang=ja><body><nav>
-<a href="/">ホーム</a> <a href="/s">社会</a> <a href="/k">経済</a>
</nav><main><article>
+<h1>渡し船、嵐で運休</h1>
+<p>オルビクとルンドを結ぶ渡し船は、嵐が過ぎるまで港にとどまると、船主のカール・オース氏が月曜日に述べた。</p>
+<p>港の待合室では、少なくとも百四十人の乗客が夜を明かしたという。</p>
+<p>気象台によると、正午の波の高さは四メートルだった。</p>
</article></main><div>
-<h2>関連記事</h2>
-<p><a href="/1">図書館二館が閉館へ</a></p>
</div><footer>
-<p>利用規約</p>
</footer></body></html>""",
    ),
    _page(
        "Russian",
        """<html lang=ru><body><nav>
-<a href="/">Главная</a> <a href="/m">Мир</a> <a href="/s">Спорт</a>
</nav><main><article>
+<h1>Паром остаётся в порту</h1>
+<p>Паром между Орвиком и Лундом останется в порту, пока не стихнет буря, сказал в понедельник его владелец Карл Ос.</p>
+<p>Не менее 140 пассажиров провели ночь в зале ожидания порта.</p>
+<p>Два года назад паром той же линии сел на мель в такую же бурю, никто не пострадал.</p>
</article></main><aside>
-<h3>Читайте также</h3>
-<p><a href="/1">Две библиотеки закрываются навсегда</a></p>
</aside><footer>
-<p>Все права защищены.</p>
</footer></body></html>""",
    ),
    _page(
        "Portuguese, microdata",
        """<html lang=pt><body><div class="barra">
-<a href="/">Início</a>
-<div><a href="/e">Esportes</a></div>
</div><div itemscope itemtype="https://schema.org/NewsArticle">
+<h1 itemprop="headline">A balsa fica no porto</h1>
<div itemprop="articleBody">
+<p>A balsa entre Orvik e Lund fica no porto até a tempestade passar, disse na segunda-feira o dono, Karl Aas.</p>
+<p>Pelo menos 140 passageiros esperaram na sala do porto durante a noite.</p>
+<p>Há dois anos, uma balsa da mesma linha encalhou numa tempestade assim, e ninguém ficou ferido.</p>
</div></div><div class="mais">
-<h2>Leia também</h2>
-<p>Duas bibliotecas fecham para sempre</p>
-<p>Oito sopas para noites frias</p>
</div><footer>
-<p>Todos os direitos reservados.</p>
</footer></body></html>""",
    ),
    _page(
        "saved with a question in front",
        f"""<html><body><div role="dialog" aria-modal="true" class="consent" id="consent">
-<h2>We value your privacy</h2>
-<p>We and our partners use cookies to show you advertisements. You can accept or refuse them.</p>
-<button>Accept all</button>
</div><div id="root" aria-hidden="true">{_MENU}<main><article>
+<h1>Ferry stays in port as storm grows</h1>
{_FERRY[0]}
{_FERRY[1]}
{_FERRY[4]}
{_FERRY[5]}
</article></main>{_FOOT}</div></body></html>""",
    ),
)
