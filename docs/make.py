"""Generate the parts of the documentation that come from the program: `python -m docs.make`.

*.svg        exports of real screens, also of a story in many versions
keys.md      the table of commands and their keys
ledger.md    the table of rules
json.md      an example
languages.md the table of what the ledger knows of each language
"""

import asyncio
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from diffing.comparison import compare
from diffing.formats.json import to_json
from diffing.history.model import Origin, Version
from diffing.history.versions import one_version_each
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Subject
from diffing.ledger.core.ranking import RULES
from diffing.ledger.coverage import uncovered_subjects
from diffing.ledger.language.lexicon import FROM_CLDR, LANGUAGES, lexicon
from diffing.model import Article, Pair
from diffing.sources.plain import SourceText, article
from diffing.text.paragraphs import paragraphs
from tests.repository import story
from tui.inputs import text_files
from tui.keys.commands import groups
from tui.keys.keynames import label
from tui.present.lanes import shown_date
from tui.present.languages import language_name
from tui.screen.app import NewsdiffApp
from tui.screen.controllers.story_steps import Told
from tui.screen.diff_screen import DiffScreen
from tui.view.story import Ends, Story

_ROOT = Path(__file__).parent.parent
# Between two looks whether all steps of a story are there.
_PAUSE_SECONDS = 0.05
_SCREENS = {
    # picture: (sample, columns, lines, theme, keys pressed)
    "screen.svg": ("breaking-update", 120, 36, "newsdiff-dark", []),
    "redline.svg": ("light-edit", 76, 24, "newsdiff-light", []),
    "moved.svg": ("restructured", 120, 30, "newsdiff-dark", ["m", "i"]),
    "summary.svg": ("breaking-update", 120, 30, "newsdiff-light", ["s", "j", "j"]),
    "ledger.svg": ("breaking-update", 160, 40, "newsdiff-light", ["L", "j", "j"]),
    "search.svg": ("two-translations", 120, 30, "newsdiff-dark", ["slash", *"clock", "enter"]),
}
_TRANSLATIONS = _ROOT / "tests" / "diffing" / "translation" / "articles"
_TRANSLATION_SCREENS = {
    "translation.svg": ("water-es", 120, 36, "newsdiff-dark", ["home", *["right"] * 5]),
}
_STORY = "grain-store-en"
_STORY_SCREENS = {
    # picture: (columns, lines, theme, keys pressed) on a story of tests/stories
    "versions.svg": (120, 40, "newsdiff-dark", ["T", "j"]),
    "versions-articles.svg": (120, 32, "newsdiff-light", [*["right_parenthesis"] * 9]),
    "versions-wordings.svg": (120, 30, "newsdiff-light", ["I"]),
}
# Textual's export loads its font from the web; any monospaced font of the reader is enough.
_FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_EXAMPLE = re.compile(r"(?<=<!-- example -->\n).*?(?=<!-- end of example -->)", re.DOTALL)
_RULES = re.compile(r"(?<=<!-- rules -->\n).*?(?=<!-- end of rules -->)", re.DOTALL)
_TABLE = re.compile(r"(?<=<!-- table -->\n).*?(?=<!-- end of table -->)", re.DOTALL)
_KEYS = re.compile(r"(?<=<!-- keys -->\n).*?(?=<!-- end of keys -->)", re.DOTALL)


async def _export(folder: Path, width: int, height: int, theme: str, keys: list[str]) -> str:
    texts = Pair("left.txt", "right.txt").map(lambda name: text_files.read(str(folder / name)))
    articles = texts.map(lambda text: Article(Path(text.source).name, paragraphs(text.text), text.encoding))
    app = NewsdiffApp(articles, theme=theme)
    async with app.run_test(size=(width, height)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        return _FONT_FACE.sub("", app.export_screenshot(title="newsdiff"))


async def _export_story(width: int, height: int, theme: str, keys: list[str]) -> str:
    versions = one_version_each(
        Version(article(SourceText(f"{one.path} ({shown_date(one.date)})", one.text)), (Origin(one.path, one.date),))
        for one in story(_STORY)
    )
    told = Told(Story("orrin-quay-fire.txt", versions, Ends(0, 1)))
    app = NewsdiffApp(Pair(versions[0].article, versions[1].article), theme=theme, told=told)
    async with app.run_test(size=(width, height)) as pilot:
        screen = app.screen
        assert isinstance(screen, DiffScreen)
        while screen.state.story is None or screen.state.story.history is None:
            await pilot.pause(_PAUSE_SECONDS)
        await pilot.press(*keys)
        await pilot.pause()
        return _FONT_FACE.sub("", app.export_screenshot(title="newsdiff"))


def keys_table() -> str:
    """Return the table of all keys, by group, with the names of their commands in the settings file."""
    lines = ["| keys | | name |", "|---|---|---|"]
    for group, commands in groups():
        lines.append(f"| **{group}** | | |")
        for command in commands:
            keys = " ".join(f"`{label(key)}`" for key in command.keys)
            lines.append(f"| {keys} | {command.title} | `{command.id}` |")
    return "\n".join(lines) + "\n"


def with_keys(keys_md: str) -> str:
    """Return keys.md with the current table of keys."""
    return _KEYS.sub(lambda _: keys_table(), keys_md)


def rules_table() -> str:
    """Return the table of the rules that order the entries of the ledger."""
    lines = ["| rank | entry | class | because |", "|---|---|---|---|"]
    for at, rule in enumerate(RULES, start=1):
        changes = f" {', '.join(rule.changes)}" if rule.changes else ""
        changes += ", with children" if rule.with_children else ""
        changes += f", with {' or '.join(map(_spaced, rule.details))}" if rule.details else ""
        changes += f", {' or '.join(place.replace('_', ' ') for place in rule.locations)}" if rule.locations else ""
        lines.append(f"| {at} | {rule.subject}{changes} | {rule.weight} | {rule.reason} |")
    return "\n".join(lines) + "\n"


def _spaced(detail: type) -> str:
    """Return the name of a type of details in words: 'stated without'."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", detail.__name__).lower()


_SUBJECTS = (
    Subject.NUMBER,
    Subject.DATE,
    Subject.NAME,
    Subject.NEGATION,
    Subject.CERTAINTY,
    Subject.CAUSE,
    Subject.ATTRIBUTION,
    Subject.SOURCE,
    Subject.CONTENT,
    Subject.CORRECTION,
)
_HEADINGS = {Subject.CONTENT: "turned words"}


def languages_table() -> str:
    """Return the table of what the ledger knows of each language: subjects, and the number of words."""
    headings = [_HEADINGS.get(subject, str(subject)) for subject in _SUBJECTS]
    lines = [f"| | {' | '.join(headings)} | words |", f"|---|{'---|' * (len(_SUBJECTS) + 1)}"]
    for code in LANGUAGES:
        missing = uncovered_subjects(Pair(code, code))
        cells = ["" if subject in missing else _cell(subject, code) for subject in _SUBJECTS]
        lines.append(f"| {language_name(code)} | {' | '.join(cells)} | {_count(lexicon(code)):,} |")
    names = ", ".join(sorted(language_name(code) for code in FROM_CLDR))
    words = sum(_count(lexicon(code)) for code in FROM_CLDR)
    lines.append(f"| {names} | some words | some words | capitals |{' |' * (len(_SUBJECTS) - 3)} {words:,} |")
    return "\n".join(lines) + "\n"


def _cell(subject: Subject, language: str) -> str:
    if subject is Subject.NAME:
        return "words" if lexicon(language).get("names", {}).get("titles") else "capitals"
    return "words"


def _count(table: Mapping[str, Any]) -> int:
    """Return the number of words and phrases in the tables of a lexicon."""
    return sum(
        _count(value) if isinstance(value, Mapping) else len(value) if isinstance(value, list) else 1
        for value in table.values()
    )


def with_languages(languages_md: str) -> str:
    """Return languages.md with the current table."""
    return _TABLE.sub(lambda _: languages_table(), languages_md)


def _example() -> str:
    """Return the head of a JSON document with two entries of its ledger and two of its rows."""
    left, right = (text_files.read(str(_ROOT / "samples" / "light-edit" / f"{side}.txt")) for side in ("left", "right"))
    names = ("left.txt", "right.txt")
    articles = Pair(*(Article(name, paragraphs(text.text)) for name, text in zip(names, (left, right), strict=True)))
    comparison = compare(*articles)
    document = json.loads(to_json(comparison, ledger(comparison)))
    for side in ("left", "right"):
        document[side]["paragraphs"] = document[side]["paragraphs"][:1]
    document["ledger"]["entries"] = document["ledger"]["entries"][:2]
    document["rows"] = [document["rows"][0], next(row for row in document["rows"] if row["typographic"])]
    return f"```json\n{json.dumps(document, indent=1, ensure_ascii=False)}\n```\n"


def main() -> None:
    """Write every picture beside this script, and the generated parts into the documents."""
    json_md = _ROOT / "docs" / "json.md"
    json_md.write_text(_EXAMPLE.sub(lambda _: _example(), json_md.read_text(encoding="utf-8")), encoding="utf-8")
    for name, (sample, width, height, theme, keys) in (_SCREENS | _TRANSLATION_SCREENS).items():
        folder = (_TRANSLATIONS if name in _TRANSLATION_SCREENS else _ROOT / "samples") / sample
        svg = asyncio.run(_export(folder, width, height, theme, keys))
        (_ROOT / "docs" / name).write_text(svg, encoding="utf-8")
    for name, (width, height, theme, keys) in _STORY_SCREENS.items():
        svg = asyncio.run(_export_story(width, height, theme, keys))
        (_ROOT / "docs" / name).write_text(svg, encoding="utf-8")
    ledger_md = _ROOT / "docs" / "ledger.md"
    ledger_md.write_text(_RULES.sub(lambda _: rules_table(), ledger_md.read_text(encoding="utf-8")), encoding="utf-8")
    languages_md = _ROOT / "docs" / "languages.md"
    languages_md.write_text(with_languages(languages_md.read_text(encoding="utf-8")), encoding="utf-8")
    keys_md = _ROOT / "docs" / "keys.md"
    keys_md.write_text(with_keys(keys_md.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
