"""The screen: time to the first picture, time to answer a key, and memory.

start      exec to the first output with text of both articles, and to the answer of a key typed then: the last
           paragraph; for a long text also to the notice 'comparing'. For comparison, an empty Textual application, and
           Python importing Textual
keys       a key press to the end of the frame that answers it; many keys at once, and a new window size, to the end of
           the last frame
memory     resident memory once the comparison is complete and the screen is still, and the peak of the comparing
           process, which has ended by then
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import cases, wanted
from benchmarks.measuring import BenchmarkSettings, PeakOfChildren, TableLine, resident
from benchmarks.terminal import COLUMNS, END_OF_FRAME, LINES, Terminal, newsdiff
from diffing.model import Pair

# Words that occur only in the first and in the last paragraph of each side.
_FIRST = Pair(b"Leftmost", b"Rightmost")
_LAST = Pair(b"Leftlast", b"Rightlast")
# The status line says where the cursor is once there is a comparison, and counts the differences of a long text when
# all its words are compared.
_COMPARED, _ALL_COMPARED = "\N{PILCROW SIGN}1".encode(), b" differences"
_COMPARING = b"comparing"
# With fewer paragraphs, the comparison may be complete before the notice appears.
_PATIENT = 5_000
# Seconds after which the measurement fails.
_TIMEOUT = 600.0
# Seconds without output after which the screen is still.
_SETTLED = 1.0
_QUEUED = 100
# Columns by which a window becomes narrower and wider again.
_NARROWER = 20

EMPTY_APP = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("Leftmost Rightmost")
    def key_upper_g(self):
        self.query_one(Static).update("Leftlast Rightlast")
Empty().run()
"""

_HOME, _END = b"\x1b[H", b"\x1b[F"
_KEYS = {
    # name: (key that is measured, key that goes back)
    "j": (b"j", b"k"),
    "page down": (b"\x1b[6~", _HOME),
    "next difference": (b"n", b"p"),
    "End": (_END, _HOME),
    "Home": (_HOME, _END),
}


def start(settings: BenchmarkSettings) -> Iterator[TableLine]:
    """Yield the lines of the section `start`."""
    imported = TableLine("import textual.app", "", [_process("import textual.app") for _ in range(settings.runs)])
    yield imported
    empty = [seconds_to_text([sys.executable, "-c", EMPTY_APP]) for _ in range(settings.runs)]
    shown = TableLine("empty application, first text", "", [first for first, _ in empty])
    answered = TableLine("empty application, first key", "", [key for _, key in empty])
    yield shown.against(imported)
    yield answered.against(imported)
    for count in (settings.sizes.article, settings.sizes.long, settings.sizes.book):
        with marked_files(count) as names:
            runs = settings.runs if count < settings.sizes.book else 1
            times = [seconds_to_text(newsdiff(*names)) for _ in range(runs)]
            comparing = [_seconds_to_notice(newsdiff(*names)) for _ in range(settings.runs if count > _PATIENT else 0)]
        if comparing:
            yield TableLine("newsdiff, 'comparing'", _case(count), comparing).against(shown)
        yield TableLine("newsdiff, first text", _case(count), [first for first, _ in times]).against(shown)
        yield TableLine("newsdiff, first key", _case(count), [key for _, key in times]).against(answered)


def keys(settings: BenchmarkSettings) -> Iterator[TableLine]:
    """Yield the lines of the section `keys`."""
    for count in (settings.sizes.rows, settings.sizes.book):
        with marked_files(count) as names, Terminal(newsdiff(*names)) as terminal:
            _wait_until_compared(terminal, count)
            for name, (key, back) in _KEYS.items():
                terminal.send(_END if key == _HOME else _HOME)
                terminal.settle(_TIMEOUT)
                yield TableLine(name, _case(count), [_press(terminal, key, back) for _ in range(settings.sizes.keys)])
            yield TableLine(
                f"{_QUEUED} keys at once", _case(count), [_press_many(terminal) for _ in range(settings.runs)]
            )
            yield TableLine("a new size", _case(count), [_resize(terminal, run) for run in range(2 * settings.runs)])


def memory(settings: BenchmarkSettings) -> Iterator[TableLine]:
    """Yield the lines of the section `memory`."""
    with Terminal([sys.executable, "-c", EMPTY_APP]) as terminal:
        terminal.wait_for(*_FIRST, timeout=_TIMEOUT)
        terminal.settle(_TIMEOUT, _SETTLED)
        yield TableLine("empty application", "", mib=resident(terminal.pid))
    for count in (settings.sizes.article, settings.sizes.long, settings.sizes.book):
        with marked_files(count) as names, Terminal(newsdiff(*names)) as terminal:
            with PeakOfChildren(terminal.pid) as peak:
                _wait_until_compared(terminal, count)
            memory_wanted = wanted.SCREEN_MEMORY if count == settings.sizes.book else ""
            yield TableLine("newsdiff", _case(count), mib=resident(terminal.pid), wanted=memory_wanted)
            yield TableLine("newsdiff, the process that compares", _case(count), mib=peak.mib)


def _case(count: int) -> str:
    return f"{count:,} paragraphs"


@contextmanager
def marked_files(count: int) -> Iterator[Pair[str]]:
    """Yield the names of two files with an ordinary pair whose first and last paragraphs have words of their own."""
    texts = cases.texts(cases.rewritten(count))
    with tempfile.TemporaryDirectory() as folder:
        names = Pair("left.txt", "right.txt").map(lambda name: str(Path(folder, name)))
        for name, text, first, last in zip(names, texts, _FIRST, _LAST, strict=True):
            Path(name).write_text(f"{first.decode()} words.\n\n{text}\n{last.decode()} words.\n", encoding="utf-8")
        yield names


def _process(code: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - began


def seconds_to_text(command: list[str]) -> tuple[float, float]:
    """Return the seconds to the first text of both articles, and to the text of their ends, which a key requests."""
    with Terminal(command) as terminal:
        shown = terminal.wait_for(*_FIRST, timeout=_TIMEOUT)
        _, since = terminal.send(b"G")
        answered = terminal.wait_for(*_LAST, since=since, timeout=_TIMEOUT)
        return shown - terminal.began, answered - terminal.began


def _seconds_to_notice(command: list[str]) -> float:
    """Return the seconds to the notice that the articles are being compared."""
    with Terminal(command) as terminal:
        return terminal.wait_for(_COMPARING, timeout=_TIMEOUT) - terminal.began


def _wait_until_compared(terminal: Terminal, count: int) -> None:
    """Wait until all of two texts of `count` paragraphs is compared and the screen is still."""
    terminal.wait_for(*_FIRST, _COMPARED if count < _PATIENT else _ALL_COMPARED, timeout=_TIMEOUT)
    terminal.settle(_TIMEOUT, _SETTLED)


def _press(terminal: Terminal, key: bytes, back: bytes) -> float:
    sent, since = terminal.send(key)
    answered = terminal.wait_for(END_OF_FRAME, since=since, timeout=_TIMEOUT)
    terminal.settle(_TIMEOUT)
    terminal.send(back)
    terminal.settle(_TIMEOUT)
    return answered - sent


def _press_many(terminal: Terminal) -> float:
    terminal.send(_HOME)
    terminal.settle(_TIMEOUT)
    return _to_last_frame(terminal, lambda: terminal.send(b"j" * _QUEUED))


def _resize(terminal: Terminal, run: int) -> float:
    return _to_last_frame(terminal, lambda: terminal.resize(COLUMNS - _NARROWER * (run % 2 == 0), LINES))


def _to_last_frame(terminal: Terminal, act: Callable[[], object]) -> float:
    """Return the seconds from an act to the last frame that it causes. The first frame may come after a long pause."""
    began, since = time.perf_counter(), len(terminal.output)
    act()
    terminal.wait_for(END_OF_FRAME, since=since, timeout=_TIMEOUT)
    return terminal.settle(_TIMEOUT) - began
