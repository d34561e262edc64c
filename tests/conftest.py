"""What the tests share: how properties are run, articles made of lists of paragraphs, and the samples."""

import gc
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

from diffing.model import Article, Comparison, Pair, Paragraph
from diffing.text.paragraphs import paragraphs
from tui.settings import in_force
from tui.system import settings as settings_file

# How many examples of a property are tried: this many of a hundred that the profile `ci` tries.
_STRENGTHS = {"dev": 20, "ci": 100, "thorough": 2_000}
# `dev` keeps the check command short; `tests/check.py --thorough` takes `ci`; `thorough` is for a night.
PROFILE = os.environ.get("HYPOTHESIS_PROFILE") or "dev"


# A test that starts programs for what other tests prove in another way, or at another size.
thorough = pytest.mark.skipif(PROFILE == "dev", reason="tests/check.py --thorough runs it")


def scaled(count: int) -> int:
    """Return a number of examples, given for the profile `ci`, as the chosen profile has it."""
    return max(1, count * _STRENGTHS[PROFILE] // 100)


# Tests make many values that are in no cycle: to search them for cycles ten times less often saves 4 % of the time.
gc.set_threshold(10 * gc.get_threshold()[0], *gc.get_threshold()[1:])

# No deadline: how long an example takes says more about the machine than about newsdiff. The same examples each time,
# so that a failure belongs to the change that shows it.
# 100 is the number of Hypothesis itself. A number given with @settings(max_examples=...) goes through `scaled`.
settings.register_profile("newsdiff", deadline=None, derandomize=True, database=None, max_examples=scaled(100))
settings.load_profile("newsdiff")
if PROFILE == "dev":
    # Hypothesis also tries the constants of all modules that are loaded. These are others in each process of the tests,
    # so that examples would depend on the tests before; and to collect them takes each process two seconds.
    providers._get_local_constants = Constants

_ROOT = Path(__file__).parent.parent
SAMPLES = _ROOT / "samples"

# The processes that tests start find tui/ and the tests here, wherever they are started.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))

# The codes of all characters but those of planes that hold only ideographs or private ones: an eighth of all.
CODES = (*range(0x20000), *range(0xE0000, 0xF0000))

# Characters of a parameter in the name of a test.
_LONGEST_PARAMETER = 16

MakeArticle = Callable[..., Article]
MakePair = Callable[..., Pair[Article]]


def _article(texts: Sequence[str], source: str = "a.txt", encoding: str = "utf-8") -> Article:
    found = []
    start = 0
    for text in texts:
        found.append(Paragraph(text, start, start + len(text)))
        start += len(text) + 2
    return Article(source, tuple(found), encoding)


def readable(text: str) -> str:
    """Return a text as a part of a test's id: short, and of printable ASCII characters."""
    shown = re.sub(r"[^ -~]", "_", text)
    return shown if len(shown) <= _LONGEST_PARAMETER else f"{shown[:_LONGEST_PARAMETER]}~"


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Return a readable id for a text; pytest chooses that of everything else."""
    if not isinstance(val, str | bytes):
        return None
    shown = readable(val.decode("latin-1") if isinstance(val, bytes) else val)
    # Of a text in another script, or of control characters, little is left.
    return argname if shown.count("_") * 2 > len(shown) else shown


@pytest.fixture(autouse=True)
def _for_every_test(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Set up and check every test. One fixture does it all: each more costs .25 ms in each of nine thousand tests."""
    _leave_settings(monkeypatch, tmp_path_factory.getbasetemp() / "settings" / "settings.json")
    # Tests copy nothing to the clipboard of who runs them.
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    # Tests of the screen compare without another process, but for those that start the real program.
    if articles := sys.modules.get("tui.screen.controllers.articles"):
        from tests.tui.running import compared_here

        monkeypatch.setattr(articles, "compared", compared_here)
    # Tests of the screen go on when a key has done what it does.
    if "textual.pilot" in sys.modules:
        from tests.tui.pilot import make_faster

        make_faster(monkeypatch, has_frames="_with_every_frame" in request.fixturenames)


def _leave_settings(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    """Have a test neither read nor write the settings of who runs it."""
    file.unlink(missing_ok=True)
    monkeypatch.setattr(settings_file, "_file", lambda: file)
    monkeypatch.setattr(in_force, "settings_folder", lambda: str(file.parent))


@pytest.fixture
def _with_every_frame() -> None:
    """The app under test makes every frame, as on a terminal."""


@pytest.fixture(scope="session", name="story")
def _story() -> Comparison:
    """The comparison made by hand."""
    from tests.tui.running import story

    return story()


@pytest.fixture
def _compared_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the place of the engine: the story, and what matters in it."""
    from diffing.ledger import build
    from tests.tui.running import at_once, by_hand, ledger_by_hand

    monkeypatch.setattr("tui.screen.controllers.articles.compared", at_once(by_hand))
    monkeypatch.setattr(build, "ledger", ledger_by_hand)


@pytest.fixture(scope="session")
def make_article() -> MakeArticle:
    """An article of these paragraphs, two line feeds apart."""
    return _article


@pytest.fixture(scope="session")
def make_pair() -> MakePair:
    """Two articles of these paragraphs."""
    return lambda left, right: Pair(_article(left, "left.txt"), _article(right, "right.txt"))


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the sample stories."""
    return SAMPLES


@pytest.fixture(scope="session")
def sample_pair() -> Callable[[str], Pair[Article]]:
    """The two articles of a sample story, read as UTF-8 where they are that."""

    def read(name: str) -> Pair[Article]:
        def article(side: str) -> Article:
            content = (SAMPLES / name / f"{side}.txt").read_bytes()
            try:
                text, encoding = content.decode(), "utf-8"
            except UnicodeDecodeError:
                text, encoding = content.decode("cp1252"), "windows-1252"
            return Article(f"samples/{name}/{side}.txt", paragraphs(text), encoding)

        return Pair("left", "right").map(article)

    return read
