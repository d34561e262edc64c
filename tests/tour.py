"""The tour of docs/reading.md with the real program in a real terminal: `python -m tests.tour LEFT RIGHT FOLDER`.

newsdiff runs in tmux, at 80x24 and 120x40 unless --size says otherwise. Step by step keys are pressed and the screen is
taken, with its colours, as FOLDER/SIZE-NN-STEP.svg (and .png where resvg_py is installed). A step fails if what it must
show does not come. The pictures are there to be looked at. Where there is no tmux the tour ends, saying so.
"""

import argparse
import io
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

_ROOT = Path(__file__).parent.parent
SIZES = ("80x24", "120x40")
# A step waits so long for what it must show; a slow machine may take its time to start.
_PATIENCE_SECONDS = 20.0
_LOOK_SECONDS = 0.05
# Of themselves these would end the tour at once, and tmux would run on.
_ENDINGS = (signal.SIGTERM, signal.SIGHUP)
# To which a shell adds the signal's number.
_ENDED_BY = 128
_FONTS = {"monospace_family": "DejaVu Sans Mono", "font_family": "DejaVu Sans"}


@dataclass(frozen=True)
class Step:
    """Keys as tmux calls them (a text in `typed` as it is), and patterns that must all be on the screen then."""

    name: str
    keys: tuple[str, ...]
    shows: tuple[str, ...]
    typed: str = ""
    then: tuple[str, ...] = ()


def steps(word: str) -> list[Step]:
    """docs/reading.md from top to bottom; `word` is in the articles."""
    # What is to be read left of it may leave no room for the number.
    number = r"\d+ differences?|no differences|· Enter (opens|goes there)|\d+ of \d+ *$|… *$"
    return [
        Step(
            "opened", (), (r" → .*change|two different", r"^ (Facts|Meaning|Quotes|Only|No change)", r"\? help  q quit")
        ),
        Step("last", ("G",), (number,)),
        Step("next", ("j", "j", "k"), (r"last paragraph|¶|menus and ads|unchanged",)),
        Step("first", ("g",), (number,)),
        Step("difference", ("n",), (rf"\d+ of \d+ difference|no difference|{number}",)),
        Step("back", ("p",), (number,)),
        Step("addition", ("a",), (rf"only right|{number}",)),
        Step("omission", ("o",), (rf"only left|{number}",)),
        Step("paraphrase", ("w",), (rf"rewritten|{number}",)),
        Step("edit", ("e",), (rf"some words changed|{number}",)),
        Step("uncertain", ("x",), (r"maybe not the same paragraph",)),
        Step("moved", ("m",), (r"moved .*|no moved", r"Enter jump|no moved")),
        Step("why", ("i",), (r"¶.*: \w+|menus and ads",)),
        Step("jumped", ("Enter",), (r"moved|similarity",)),
        Step("candidate", ("v",), (r"¶|no other candidate|menus and ads",)),
        Step("why-closed", ("i",), (number,)),
        Step("other-view", ("u",), (r"view: (side by side|redline)\b",)),
        Step("left", ("u",), (r"view: left article",)),
        Step("right", ("u",), (r"view: right article",)),
        Step("by-width", ("u",), (r"view: (side by side|redline), by width",)),
        Step("all-marks", ("*",), (r"every mark is strong",)),
        Step("quiet-marks", ("*",), (r"what matters is strong",)),
        Step("typography", ("t",), (r"\d+ typographic marked",)),
        Step("typography-hidden", ("t",), (r"\d+ typographic not marked",)),
        Step("furniture", ("f",), (r"menus and ads are shown|there are no menus and ads",)),
        Step("furniture-folded", ("f",), (r"menus and ads are hidden|there are no menus and ads",)),
        Step("unchanged-folded", ("z",), (r"unchanged is folded",)),
        Step("unchanged", ("z",), (r"unchanged is shown",)),
        Step("all-shown", ("Z",), (r"everything is shown; Z folds it again",)),
        Step("as-before", ("Z",), (r"folded as before",)),
        Step("filter", ("F",), (r"Show only", r"Space tick  Esc close")),
        Step("filter-ticked", ("Down", "Space"), (r"\[x\]",)),
        Step("filtered", ("Escape",), (r"shown: |\d+ of \d+ *$",)),
        Step("all-again", ("F", "Space", "Escape"), (number,)),
        Step("matter", ("d",), (rf"{number}|change that matters|nothing that matters",)),
        Step("matter-before", ("D",), (rf"{number}|change that matters|nothing that matters",)),
        Step("change", ("]",), (rf"{number}|no changes found",)),
        Step("change-before", ("[",), (rf"{number}|no changes found",)),
        Step("ledger", ("L",), (r"All \d+", r"Enter read there  Esc close")),
        Step("ledger-of-a-group", ("Tab", "j"), (rf"{number}|no changes found",)),
        Step("ledger-closed", ("Escape",), (number,)),
        Step("list", ("s",), (r"Every difference", r"Enter read there  Esc close")),
        Step("list-of-additions", ("Tab",), (r"Only right",)),
        Step("list-closed", ("Escape",), (number,)),
        Step("search", ("/",), (r"\d+ match|no match", r"Enter go  Esc cancel"), typed=word),
        Step("found", ("Enter",), (r"match \d+|no match", r"\. next match  , previous")),
        Step("found-next", (".",), (r"match \d+|no match",)),
        Step("found-before", (",",), (r"match \d+|no match",)),
        Step("expression", ("/", "C-r"), (r"\d+ match|no match",), typed=r"[0-9]+"),
        Step("search-over", ("Enter", "Escape"), (r"d next that matters|Enter open|Enter jump",)),
        Step("paragraph", (":",), (r"^ *▌ +r?1|¶.*1|menus and ads",), typed="1", then=("Enter",)),
        Step("bookmark", ("B",), (r"bookmark set; ' comes back here",)),
        Step("at-bookmark", ("G", "'"), (number,)),
        Step("jumped-back", ("C-o",), (r"back at ¶|nowhere to go back",)),
        Step("jumped-forth", ("l",), (r"forward again at ¶|nowhere to go forward",)),
        # In a translation these go from sentence to sentence.
        Step("sentence-before", ("Left",), (r"back at ¶|nowhere to go back|sentence",)),
        Step("sentence", ("Right",), (r"Search for commands|sentence",)),
        Step("sentence-read", ("Escape", "k"), (number,)),
        Step("copied-left", ("<",), (r"sent to the terminal: |copied |nothing to copy|menus and ads",)),
        Step("copied-right", (">",), (r"sent to the terminal: |copied |nothing to copy|menus and ads",)),
        Step("copied", ("c",), (r"sent to the terminal: |copied |nothing to copy|menus and ads",)),
        Step("cited", ("y",), (r"sent to the terminal: |copied |nothing to copy|menus and ads",)),
        Step("swapped", ("S",), (r"sides swapped",)),
        Step("swapped-back", ("S",), (r"sides swapped",)),
        Step("read-again", ("r",), (r"read again",)),
        Step("palette", ("C-p",), (r"Search for commands", r"Next paragraph|Key:")),
        Step("palette-closed", ("Escape",), (number,)),
        Step("help", ("?",), (r"Some keys", r"next, previous change that matters", r"\? all keys  Esc close")),
        Step("all-keys", ("?",), (r"Read the files again",)),
        Step("help-closed", ("Escape",), (number,)),
    ]


class Terminal:
    """newsdiff in a tmux of its own."""

    def __init__(self, left: str, right: str, width: int, height: int, settings: str) -> None:
        self._tmux = ("tmux", "-L", f"newsdiff-tour-{os.getpid()}", "-f", os.devnull)
        command = [sys.executable, "-m", "tui", os.path.abspath(left), os.path.abspath(right)]
        surroundings = {"XDG_CONFIG_HOME": settings, "COLORTERM": "truecolor", "PYTHONPATH": str(_ROOT)}
        line = shlex.join(["env", *(f"{name}={value}" for name, value in surroundings.items()), *command])
        self._run("new-session", "-d", "-s", "tour", "-x", str(width), "-y", str(height), line)
        self._run("set-option", "-s", "escape-time", "0")

    def _run(self, *arguments: str) -> str:
        done = subprocess.run([*self._tmux, *arguments], capture_output=True, text=True, check=False)
        return done.stdout

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each when the screen has come to rest."""
        for key in keys:
            self._run("send-keys", "-t", "tour", "--", key)
            self.rest()

    def type(self, text: str) -> None:
        """Type a text."""
        if text:
            self._run("send-keys", "-t", "tour", "-l", "--", text)
            self.rest()

    def screen(self, colours: bool = False) -> str:
        """What is on the screen."""
        return self._run("capture-pane", "-t", "tour", "-p", *(("-e", "-N") if colours else ()))

    def rest(self) -> None:
        """Wait until the screen no longer changes."""
        before = None
        while before != (before := self.screen(colours=True)):
            time.sleep(2 * _LOOK_SECONDS)

    def missing(self, patterns: tuple[str, ...]) -> list[str]:
        """The patterns that are not on the screen, however long one waits."""
        end = time.monotonic() + _PATIENCE_SECONDS
        while True:
            shown = self.screen()
            missing = [pattern for pattern in patterns if not re.search(pattern, shown, re.MULTILINE)]
            if not missing or time.monotonic() > end:
                return missing
            time.sleep(_LOOK_SECONDS)

    def is_over(self) -> bool:
        """Whether newsdiff has ended, and its terminal with it."""
        end = time.monotonic() + _PATIENCE_SECONDS
        while self._run("list-sessions") and time.monotonic() < end:
            time.sleep(_LOOK_SECONDS)
        return not self._run("list-sessions")

    def close(self) -> None:
        """End whatever still runs."""
        self._run("kill-server")


def picture(ansi: str, width: int, file: Path) -> None:
    """Save a screen as SVG, and as PNG where that can be made."""
    console = Console(record=True, width=width, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(ansi.rstrip("\n")), soft_wrap=True)
    svg = console.export_svg(title=file.stem)
    file.with_suffix(".svg").write_text(svg, encoding="utf-8")
    try:
        import resvg_py
    except ImportError:
        return
    file.with_suffix(".png").write_bytes(bytes(resvg_py.svg_to_bytes(svg_string=svg, **_FONTS)))


def tour(left: str, right: str, folder: Path, size: str) -> list[str]:
    """Go through all steps at a size; what went wrong, a line each."""
    width, height = map(int, size.split("x"))
    words = re.findall(r"[^\W\d_]{6,}", Path(left).read_text(encoding="utf-8", errors="replace"))
    faults = []
    with tempfile.TemporaryDirectory() as settings:
        terminal = Terminal(left, right, width, height, settings)
        try:
            for number, step in enumerate(steps(words[0] if words else "a")):
                terminal.press(*step.keys)
                terminal.type(step.typed)
                terminal.press(*step.then)
                missing = terminal.missing(step.shows)
                name = f"{size}-{number:02}-{step.name}"
                if missing:
                    faults.append(f"{name}: not on the screen: {', '.join(missing)}")
                terminal.rest()
                picture(terminal.screen(colours=True), width, folder / name)
            terminal.press("q")
            if not terminal.is_over():
                faults.append(f"{size}: q does not end it")
        finally:
            terminal.close()
    return faults


def main() -> int:
    """Tour two articles at every size; 0 if every step showed what it must, or there is no tmux."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("left")
    parser.add_argument("right")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", action="append", help="columns x lines, as 80x24; may be given again")
    options = parser.parse_args()
    if shutil.which("tmux") is None:
        print("no tour: there is no tmux here")
        return 0
    for ending in _ENDINGS:
        signal.signal(ending, lambda number, _: sys.exit(_ENDED_BY + number))
    options.folder.mkdir(parents=True, exist_ok=True)
    faults = [
        fault for size in options.size or SIZES for fault in tour(options.left, options.right, options.folder, size)
    ]
    print("\n".join(faults) or f"every step shows what it must; pictures in {options.folder}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
