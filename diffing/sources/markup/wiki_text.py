"""Wiki text of MediaWiki without its markup: templates, links, tags; what is a line or a table stays as it is.

    At least {{nobr|14 people}} died in [[Lurvik|the town]].<ref>Lind, p. 3</ref>     ->
    At least 14 people died in the town.                 and the note 'Lind, p. 3'

Templates and links nest, so they are kept on a stack; what is never closed is text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape

from diffing.model import Role
from diffing.patterns import lazy_pattern
from diffing.sources.documents import Block
from diffing.sources.markup.superscripts import lowered, raised
from diffing.sources.markup.wiki_templates import quoted, shown

ASIDE = lazy_pattern("\x02(\\d+)\x03")
"""Stands in a line for a block beside it: a caption."""

# As deep as MediaWiki follows them; what is deeper is text.
_MOST_OPEN = 100
_LITERAL = lazy_pattern(
    r"<(nowiki|pre|math|chem|source|syntaxhighlight|timeline|score|graph|mapframe|imagemap)\b[^<>]*>", re.I
)
_NO_WORDS = frozenset(("timeline", "score", "graph", "mapframe", "imagemap"))
_KEPT = lazy_pattern("\x04(\\d+)\x05")
_CONTROLS = lazy_pattern("[\0-\x08]")
_TOKEN = lazy_pattern(
    r"(?P<open>\{\{\{?|\[\[)|(?P<braces>\}{2,})|(?P<close>\]\])|(?P<bar>\|)"
    r"|<(?P<end>/)?(?P<tag>[a-z][a-z0-9]{0,20})\b(?P<attributes>[^<>]{0,2000})>",
    re.IGNORECASE,
)
_STRUCK = frozenset(("del", "s", "strike"))
# Tags whose content is read as a whole, and those that are line ends of one kind or another.
# The reading over a word, and the brackets around it where a browser does not show it above.
_READINGS = ("rt", "rp")
_WHOLE = _STRUCK | {"ref", "sup", "sub", "includeonly", "gallery", "span", "div", "blockquote", "poem", "q", *_READINGS}
_LINES = {
    **dict.fromkeys(("p", "center", "hr", "dl", "h1", "h2", "h3", "h4", "h5", "h6"), "\n\n"),
    "br": "<br>", "tr": "\n|-\n", "td": "\n| ", "th": "\n! ", "caption": "\n|+ ", "table": "\n{|\n",
    "li": "\n* ", "ul": "\n", "ol": "\n", "dt": "\n; ", "dd": "\n: ",
}  # fmt: skip
# Tags that say how words look, or where a page is cut for others: they go, and what is between them stays.
_LOOKS = frozenset(
    [
        *(
            "b",
            "i",
            "u",
            "em",
            "strong",
            "small",
            "big",
            "font",
            "tt",
            "code",
            "kbd",
            "samp",
            "var",
            "cite",
            "abbr",
            "bdi",
        ),
        *("bdo", "dfn", "mark", "ins", "wbr", "ruby", "rb", "thead", "tbody", "tfoot", "colgroup", "col"),
        *("noinclude", "onlyinclude", "references", "templatestyles", "section", "data", "time", "indicator"),
        *("languages", "translate", "tvar", "nowiki", "pre", "math"),
    ]
)
_UNSEEN = lazy_pattern(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_VARIANT = lazy_pattern(r"-\{(?!\{)([^{}]*)\}-")
_EXTERNAL = lazy_pattern(r"\[(?:(?:https?:|ftp:)?//|mailto:)[^\s\]\[<>]+(?:[ \t\u3000]+([^\]\[\n]*))?\]")
_SWITCH = lazy_pattern(r"__[A-Z]{3,30}__")
_FILE = lazy_pattern(
    r"\s*(?:file|image|datei|bild|fichier|archivo|imagen|ficheiro|imagem|immagine|bestand|afbeelding|plik|grafika|soubor"
    r"|fil|tiedosto|kuva|dosya|файл|изображение|文件|档案|檔案|图像|ファイル|画像|파일|그림|ملف|صورة|پرونده|תמונה|קובץ)\s*:",
    re.IGNORECASE,
)
_CATEGORY = lazy_pattern(
    r"\s*(?:category|kategorie|catégorie|categoría|categoria|categorie|kategoria|kategori|luokka|категория|категорія|分类|分類"
    r"|カテゴリ|분류|تصنيف|رده|קטגוריה|thể loại|श्रेणी)\s*:",
    re.IGNORECASE,
)
_OTHER_LANGUAGE = lazy_pattern(r"\s*(?:(?!doi|rfc|bug|wp|mw)[a-z]{2,3}|simple|zh-[a-z-]{2,12}|be-tarask)\s*:[^|]")
_OPTION = lazy_pattern(
    r"\s*(?:thumb|thumbnail|mini|miniatur|vignette|miniatura|frame|framed|frameless|border|left|right|center|centre|none|links"
    r"|rechts|gauche|droite|upright|hochkant|baseline|middle|sub|super|top|bottom|text-top|text-bottom"
    r"|(?:\d+\s*)?x?\s*\d+\s*px|(?:thumb|alt|link|page|lang|class|upright|hochkant|redresse|start|end|thumbtime)\s*=.*)\s*",
    re.IGNORECASE | re.DOTALL,
)


@dataclass
class _Open:
    """Something that was opened, what opened it, and its parts between bars so far."""

    kind: str
    source: str
    is_unseen: bool = False
    parts: list[list[str]] = field(default_factory=lambda: [[]])

    def text(self, between: str = "|") -> str:
        """Return the parts as one text."""
        return between.join("".join(part) for part in self.parts)


class WikiText:
    """A wiki text without inline markup, and what was found in it: notes, blocks beside the lines, and counts."""

    def __init__(self, source: str) -> None:
        self.asides: list[Block] = []
        self.notes: list[str] = []
        self.struck = self.hidden = self.templates = 0
        self._kept: list[str] = []
        self._open = [_Open("", "")]
        text = self._without_literals(without_comments(_CONTROLS.sub("\ufffd", source)))
        self.text = _EXTERNAL.sub(lambda match: match[1] or "", _VARIANT.sub(_variant, self._read(text)))
        self.text = _SWITCH.sub("", self.text)

    def words(self, line: str) -> str:
        """Return a line with characters for their references, and with what stood between tags of no wiki."""
        spelled = unescape(line) if "&" in line else line
        return _KEPT.sub(lambda match: self._kept[int(match[1])], spelled)

    def _without_literals(self, text: str) -> str:
        """Return a text with marks for what is no wiki text."""
        parts, at, unclosed = [], 0, set()
        while match := _LITERAL.search(text, at):
            parts.append(text[at : match.start()])
            name = match[1].lower()
            at = match.end()
            if match[0].endswith("/>") or name in unclosed:
                continue
            end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, at)
            if end is None:
                unclosed.add(name)
                continue
            if name not in _NO_WORDS:
                inner = text[at : end.start()]
                if name in ("pre", "source", "syntaxhighlight"):
                    inner = "\n".join(f" {line}" for line in inner.splitlines())
                    parts.append("\n")
                parts.append("\n".join(map(self._keep, inner.split("\n"))))
            at = end.end()
        return "".join([*parts, text[at:]])

    def _keep(self, line: str) -> str:
        self._kept.append(unescape(line.strip()))
        return f"{' ' if line.startswith(' ') else ''}\x04{len(self._kept) - 1}\x05"

    def _read(self, text: str) -> str:
        at = 0
        for match in _TOKEN.finditer(text):
            self._add(text[at : match.start()])
            at = match.end()
            self._take(match)
        self._add(text[at:])
        while len(self._open) > 1:
            self._give_up()
        return self._open[0].text()

    def _add(self, text: str) -> None:
        self._open[-1].parts[-1].append(text)

    def _take(self, match: re.Match[str]) -> None:
        token = match[0]
        if match["open"]:
            self._start(token, token)
        elif match["braces"]:
            self._braces(len(token))
        elif match["close"]:
            self._close("[[", token)
        elif match["bar"]:
            if self._open[-1].kind in ("{{", "{{{", "[["):
                self._open[-1].parts.append([])
            else:
                self._add(token)
        else:
            self._tag(match)

    def _start(self, kind: str, token: str, is_unseen: bool = False) -> None:
        if len(self._open) < _MOST_OPEN:
            self._open.append(_Open(kind, token, is_unseen))
        else:
            self._add(token)

    def _close(self, kind: str, token: str) -> None:
        """Close the innermost of that kind that is open; a token that closes nothing is text."""
        if not any(each.kind == kind for each in self._open):
            if not token.startswith("<"):
                self._add(token)
            return
        while self._open[-1].kind != kind:
            self._give_up()
        self._add(self._spelled(self._open.pop()))

    def _braces(self, count: int) -> None:
        """Close the innermost templates and parameters that this number of braces closes."""
        while count >= len("}}"):
            kind = next((each.kind for each in reversed(self._open) if each.kind in ("{{", "{{{")), "")
            if not kind or len(kind) > count:
                break
            self._close(kind, "")
            count -= len(kind)
        self._add("}" * count)

    def _give_up(self) -> None:
        """Read what was opened last, and never closed, as text."""
        last = self._open.pop()
        self._add(last.source + last.text())

    def _tag(self, match: re.Match[str]) -> None:
        name, attributes = match["tag"].lower(), match["attributes"]
        if name == "table" and match["end"]:
            self._add("\n|}\n")
        elif name in _LINES:
            self._add(_LINES[name] if name in ("br", "p") or not match["end"] else "\n")
        elif name in _WHOLE:
            if match["end"]:
                self._close(f"<{name}", match[0])
            elif not attributes.endswith("/"):
                is_unseen = name in ("span", "div") and _UNSEEN.search(attributes) is not None
                self._start(f"<{name}", "\n\n" if name in ("div", "blockquote", "poem") else "", is_unseen)
        elif name not in _LOOKS:
            self._add(match[0])

    def _spelled(self, one: _Open) -> str:
        """Return what something that is closed reads like."""
        if one.kind == "{{":
            return self._template(["".join(part) for part in one.parts])
        if one.kind == "{{{":
            return "".join(one.parts[1]) if len(one.parts) > 1 else ""
        if one.kind == "[[":
            return self._link(["".join(part) for part in one.parts])
        inner = one.text()
        if one.kind in ("<sup", "<sub"):
            return (raised if one.kind == "<sup" else lowered)(inner)
        if one.kind[1:] in _STRUCK:
            self.struck += len(inner.split())
            return ""
        if one.kind == "<ref":
            self.notes.append(" ".join(inner.split()))
            return ""
        if one.kind == "<gallery":
            return "".join(self._aside(line.partition("|")[2]) for line in inner.splitlines() if "|" in line)
        if one.kind[1:] in ("includeonly", *_READINGS):
            return ""
        if one.is_unseen:
            self.hidden += len(inner.split())
            return ""
        return _AROUND[one.kind](inner) if one.kind in _AROUND else inner

    def _template(self, parts: list[str]) -> str:
        words = shown(parts)
        if words is None:
            self.templates += 1
            return ""
        return words

    def _link(self, parts: list[str]) -> str:
        target = parts[0]
        if _FILE.match(target):
            captions = [part for part in parts[1:] if not _OPTION.fullmatch(part)]
            return self._aside(captions[-1]) if captions else ""
        if _CATEGORY.match(target) or (_OTHER_LANGUAGE.match(target) and len(parts) == 1):
            return ""
        if len(parts) > 1 and parts[-1].strip():
            return parts[-1]
        plain = target.strip().removeprefix(":")
        return re.sub(r"\s*\([^()]*\)$", "", plain.rpartition(":")[2]) if len(parts) > 1 else plain

    def _aside(self, caption: str) -> str:
        if not caption.strip():
            return ""
        self.asides.append(Block(caption.replace("<br>", " "), Role.CAPTION))
        return f"\x02{len(self.asides) - 1}\x03"


_AROUND: dict[str, Callable[[str], str]] = {
    "<div": lambda inner: f"\n\n{inner}\n\n",
    "<poem": lambda inner: "\n\n{}\n\n".format(inner.strip().replace("\n", "<br>")),
    "<blockquote": quoted,
    "<q": lambda inner: f"\u201c{inner}\u201d",
}


def without_comments(text: str) -> str:
    """Return a text without its comments; one that is never closed reaches to the end."""
    parts, at = [], 0
    while (start := text.find("<!--", at)) >= 0:
        parts.append(text[at:start])
        end = text.find("-->", start + 4)
        at = len(text) if end < 0 else end + 3
    return "".join([*parts, text[at:]])


def _variant(match: re.Match[str]) -> str:
    """Return the first wording of a text in several scripts: -{zh-hans:干部;zh-hant:幹部}-."""
    flags, bar, rest = match[1].rpartition("|")
    if bar and {"H", "T", "-"} & set(flags.replace(";", " ").split()):
        return ""
    first = rest.split(";")[0]
    code, colon, words = first.partition(":")
    return words.strip() if colon and re.fullmatch(r"\s*[a-z-]{2,12}\s*", code) else first
