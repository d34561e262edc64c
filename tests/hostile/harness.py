"""The real program on a terminal, with hostile files in every view: every byte it sends is looked at.

    python -m tests.hostile.harness --count 5000

Which escape sequences are allowed is found first, with plain text and the same keys. Then come the named files of the
corpus, file names that do harm, and generated files; one process reads many of them, again and again by its own key.
Ends with 1 and says what and where, if anything else was sent, a traceback was shown, or the program did not answer.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.terminal import Terminal, newsdiff
from tests.hostile import corpus
from tests.hostile.corpus import File, generated_files, named_files
from tests.hostile.sequences import around, finished, taken_apart

# Seconds in which something must come, and without output after which nothing more is coming.
_TIMEOUT = 60
_QUIET = 0.01
# Seconds in which a key has an effect, if it has any.
_EFFECT = 0.06
# Reading again happens beside the screen and comparing too: two silences.
_READING_QUIET = 0.12
# An escape key is one after a while only, in which it could have been the beginning of another.
_ESCAPE_QUIET = 0.18
_ESCAPE = b"\x1b"
# A process that has read so many files makes room for a new one.
_FILES_A_PROCESS = 250
_NAMES = ("left.txt", "right.txt")
_SIZES = ((120, 40), (80, 24), (40, 10))

# A paste as a terminal sends it, which takes escapes out itself.
_PASTE = "\x1b[200~a\x9b7777m\u202eb\u200b\x07\U000e0041\u2028\x1b[201~".encode()
_PASTE_COPIED = b"\x16"

# Through every view and panel, with something of the article in each: README.md has what the keys do. What one text
# leaves open (a prompt, a panel) the escape key closes before the next.
KEYS = (
    *(b"j", b"n"),
    *(b"u", b"u", b"u", b"u", b"u"),
    *(b"t", b"Z", b"z", b"z"),
    *(b"<", b">", b"y", b"/", _PASTE_COPIED, _ESCAPE),
    *(b"d", b"L", b"\x1b[B", b"\r"),
    *(b"s", b"\x1b[B", b"/", b"e", b"\r"),
    *(b"/", b"e", b"\r", b"."),
    *(b":", b"2", b"\r"),
    *(b"S", b"S", b"g"),
    _ESCAPE,
)
# For generated files, which are many: every view, the lists of what matters and of all changes, and what is copied.
SHORT_KEYS = (b"n", b"u", b"u", b"u", b"u", b"u", b"L", b"\r", b"s", b"\r", b"y", b"g")
# Once a process, what is asked for in a line too: of the text, of a list, of a paragraph, of the palette.
FIRST_KEYS = (
    *(b"i", b"F", _ESCAPE, b"?", _ESCAPE),
    *(b"/", _PASTE, _ESCAPE, b"s", b"/", _PASTE, _ESCAPE, _ESCAPE, b":", _PASTE, _ESCAPE, b"\x10", _PASTE, _ESCAPE),
)


class Run:
    """What was found so far."""

    def __init__(self) -> None:
        self.allowed: frozenset[str] = frozenset()
        self.files = self.read = self.sent = 0
        self.faults: list[str] = []
        self.slowest = (0.0, "")

    def look_at(self, name: str, output: bytes) -> None:
        """Look at what was sent for a file."""
        self.files += 1
        self.sent += len(output)
        found = taken_apart(output)
        self.faults += [f"{name}: {leak}" for leak in found.leaks[:5]]
        self.faults += [f"{name}: {form} in {around(output, form)}" for form in sorted(found.forms - self.allowed)]
        if b"Traceback" in output or b"internal error" in output:
            self.faults.append(f"{name}: a fault: {_last_error(output)}")


def _last_error(output: bytes) -> str:
    """The last line of a report that names an error."""
    lines = [line.strip() for line in output.splitlines() if b"Error" in line]
    return lines[-1].decode("ascii", "backslashreplace") if lines else ""


def learn(folder: Path, sizes: Sequence[tuple[int, int]] = _SIZES, times: int = 2) -> frozenset[str]:
    """Return the forms of all sequences that are sent for plain text, read so many times in windows of these sizes."""
    run = Run()
    right = "\n\n".join([corpus.PLAIN[0].replace("old", "new"), corpus.PLAIN[2], "Another paragraph."]).encode()
    plain = File("plain", "\n\n".join(corpus.PLAIN).encode(), right)
    forms: set[str] = set()
    for size in sizes:
        for output in _outputs(folder, [plain] * times, size, _NAMES, run):
            found = taken_apart(output)
            forms |= found.forms
            if found.leaks:
                raise SystemExit(f"plain text: {found.leaks}")
    return frozenset(forms)


def go_through(
    run: Run,
    folder: Path,
    files: Iterable[File],
    size: tuple[int, int],
    names: tuple[str, str] = _NAMES,
    keys: tuple[bytes, ...] = KEYS,
) -> None:
    """Show these files in one process."""
    waiting = list(files)
    for file, output in zip([*waiting, waiting[-1]], _outputs(folder, waiting, size, names, run, keys), strict=True):
        run.look_at(file.name, output)
    run.files -= 1  # what came at the end is of no file


def _outputs(
    folder: Path,
    files: list[File],
    size: tuple[int, int],
    names: tuple[str, str],
    run: Run,
    keys: tuple[bytes, ...] = KEYS,
) -> Iterator[bytes]:
    """What is sent for each file, and at the end of the program."""
    paths = [folder / name for name in names]
    first = next((file for file in files if _is_text(file)), files[0])
    _write(paths, File("first", b"One paragraph.", b"Another paragraph.") if not _is_text(first) else first)
    with Terminal(newsdiff(*(f"./{name}" for name in names)), *size) as terminal:
        terminal.wait_for(b"\x1b[?2026l", timeout=_TIMEOUT)
        terminal.settle(_TIMEOUT)
        for key in FIRST_KEYS:
            _press(terminal, key)
            terminal.settle(_TIMEOUT, _READING_QUIET)
        for file in files:
            began = time.perf_counter()
            _write(paths, file)
            terminal.send(b"r")
            terminal.settle(_TIMEOUT, _READING_QUIET)
            for key in keys:
                _press(terminal, key)
            run.slowest = max(run.slowest, (time.perf_counter() - began, file.name))
            # What is only begun is looked at with what comes next, at the latest at the end.
            end = finished(terminal.output)
            yield bytes(terminal.output[:end])
            del terminal.output[:end]
        _press(terminal, _ESCAPE)
        terminal.send(b"q")
        status = terminal.status(_TIMEOUT)
        if status != 0:
            run.faults.append(f"{files[0].name} and after: status {status}")
        yield bytes(terminal.output)


def _press(terminal: Terminal, key: bytes) -> None:
    """Press a key and wait for what it does."""
    terminal.send(key)
    if key == _ESCAPE:
        terminal.settle(_TIMEOUT, _ESCAPE_QUIET)
    else:
        terminal.settle(_TIMEOUT, _EFFECT, _QUIET)


def _is_text(file: File) -> bool:
    return all(b"\0" not in side and side[:2] not in (b"\xff\xfe", b"\xfe\xff") for side in (file.left, file.right))


def _write(paths: list[Path], file: File) -> None:
    for path, content in zip(paths, (file.left, file.right), strict=True):
        path.write_bytes(content)


def _few_files() -> Iterator[File]:
    """Everything that steers and deceives, in one file."""
    text = "\n\n".join((corpus.STEERING | corpus.DECEIVING | corpus.MARKUP).values())
    yield File("everything that steers and deceives", text.encode(), f"{corpus.PLAIN[0]}\n\n{text[::-1]}".encode())


def batches(files: Iterable[File], size: int) -> Iterator[list[File]]:
    """The files in lists of so many."""
    rest = iter(files)
    while batch := list(islice(rest, size)):
        yield batch


def main() -> int:
    """Run everything and say what was found; 0 if nothing was."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--count", type=int, default=5_000, help="generated files")
    parser.add_argument("--first", type=int, default=0, help="number of the first of them")
    parser.add_argument("--only-generated", action="store_true", help="neither named files nor file names")
    parser.add_argument("--quick", action="store_true", help="a few files only")
    options = parser.parse_args()
    began = time.perf_counter()
    run = Run()
    root = str(Path(__file__).resolve().parents[2])
    os.environ["PYTHONPATH"] = os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH")])])
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CONFIG_HOME"] = name
        folder = Path(name) / "articles"
        folder.mkdir()
        os.chdir(folder)
        run.allowed = learn(folder, _SIZES[1:2], 1) if options.quick else learn(folder)
        print(f"allowed: {len(run.allowed)} forms: {', '.join(sorted(run.allowed))}", flush=True)
        if options.quick:
            go_through(run, folder, _few_files(), _SIZES[1], (corpus.NAMES[0], corpus.NAMES[-1]))
            options.count, options.only_generated = 0, True
        if not options.only_generated:
            for number, batch in enumerate(batches(named_files(), 40)):
                go_through(run, folder, batch, _SIZES[number % len(_SIZES)])
            print(f"named files: {run.files}, faults: {len(run.faults)}", flush=True)
            for file_name in corpus.NAMES:
                go_through(run, folder, generated_files(2), _SIZES[0], (file_name, "right.txt"))
                go_through(run, folder, generated_files(2), _SIZES[1], ("left.txt", file_name))
            print(f"with file names: {run.files}, faults: {len(run.faults)}", flush=True)
        for number, batch in enumerate(batches(generated_files(options.count, options.first), _FILES_A_PROCESS)):
            go_through(run, folder, batch, _SIZES[number % len(_SIZES)], keys=SHORT_KEYS)
            print(f"files: {run.files}, faults: {len(run.faults)}", flush=True)
    for fault in run.faults[:100]:
        print(fault.encode("ascii", "backslashreplace").decode())
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    seconds, slowest = run.slowest
    print(
        f"{run.files} pairs of files, {run.sent:,} bytes sent, {len(run.faults)} faults, "
        f"{time.perf_counter() - began:.0f} s; slowest {slowest}: {seconds:.1f} s; largest process {peak // 1024} MiB"
    )
    return 1 if run.faults else 0


if __name__ == "__main__":
    sys.exit(main())
