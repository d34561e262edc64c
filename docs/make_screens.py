"""Make the pictures in the documentation from the real program: `python docs/make_screens.py`."""

import asyncio
import re
from pathlib import Path

from diffing.model import Article, Pair
from diffing.segmentation import paragraphs
from tui import files
from tui.app import NewsdiffApp

_ROOT = Path(__file__).parent.parent
_SCREENS = {
    # picture: (sample, columns, lines, theme, keys pressed)
    "screen.svg": ("wire-rewrite", 130, 38, "textual-dark", "nnnn"),
}
# Textual's export fetches its font from the web; a reader's own monospaced font will do.
_FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def _export(sample: str, width: int, height: int, theme: str, keys: str) -> str:
    texts = Pair("left.txt", "right.txt").map(lambda name: files.read(str(_ROOT / "samples" / sample / name)))
    app = NewsdiffApp(texts.map(lambda text: Article(f"{sample}/{Path(text.name).name}", paragraphs(text.text))))
    async with app.run_test(size=(width, height)) as pilot:
        app.theme = theme
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        return _FONT_FACE.sub("", app.export_screenshot(title="newsdiff"))


def main() -> None:
    """Write every picture beside this script."""
    for name, (sample, width, height, theme, keys) in _SCREENS.items():
        svg = asyncio.run(_export(sample, width, height, theme, keys))
        (_ROOT / "docs" / name).write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
