"""The wheel, installed, is a working newsdiff: with nothing from this checkout.

The check command builds it of the files that a wheel is made of, `--thorough` of the source distribution.

The folder tui/ is installed as the package `newsdiff`, for a distribution named `tui` exists on the package index.
"""

import fnmatch
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path

import pytest

from tests.conftest import PROFILE, thorough
from tui.text import words

_ROOT = Path(__file__).parent.parent
_SAMPLE = _ROOT / "samples" / "light-edit"
# Seconds after which something waits for ever.
_TIMEOUT = 60
_ARTICLES = (str(_SAMPLE / "left.txt"), str(_SAMPLE / "right.txt"))


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, built of a copy: a build leaves folders in its tree."""
    folder = tmp_path_factory.mktemp("source")
    tree = folder / "tree"
    shutil.copytree(_ROOT, tree, ignore=_not_of_the_tree)
    _build("build_sdist", tree, folder)
    (archive,) = folder.glob("newsdiff-*.tar.gz")
    return archive


def _build(what: str, tree: Path, folder: Path) -> None:
    """Have the build backend put an archive of the tree into the folder, as pip does."""
    build = f"import sys; from setuptools.build_meta import {what}; {what}(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, str(folder)], cwd=tree, check=True, capture_output=True)


def _not_of_the_tree(folder: str, names: list[str]) -> set[str]:
    hidden = {name for name in names if name.startswith(".") and name not in (".ci", ".github", ".gitignore")}
    return (
        (hidden - {".pre-commit-config.yaml"})
        | {"__pycache__", "build", "dist"}
        | set(fnmatch.filter(names, "*.egg-info"))
    )


@pytest.fixture(scope="module")
def installed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the wheel is installed in."""
    folder = tmp_path_factory.mktemp("wheel")
    if PROFILE == "dev":
        tree = folder / "tree"
        tree.mkdir()
        for name in ("diffing", "tui"):
            shutil.copytree(_ROOT / name, tree / name, ignore=_not_of_the_tree)
        for name in ("LICENSE", "LICENSE-UNICODE", "README.md", "pyproject.toml", "setup.py"):
            shutil.copy(_ROOT / name, tree)
    else:
        with tarfile.open(request.getfixturevalue("source")) as archive:
            # Python before 3.11.4 has neither the filter nor the parameter for it.
            archive.extraction_filter = getattr(tarfile, "data_filter", None)
            archive.extractall(folder)
        (tree,) = folder.glob("newsdiff-*")
    _build("build_wheel", tree, folder)
    (wheel,) = folder.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--no-deps", "--no-compile"]
    subprocess.run([*pip, "--target", str(folder / "site"), str(wheel)], check=True, capture_output=True)
    return folder / "site"


def _python(installed: Path, *arguments: str, beside: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run Python with what is installed, and with a folder before it on the search path."""
    path = os.pathsep.join(str(folder) for folder in (beside, installed) if folder)
    environment = os.environ | {"PYTHONPATH": path, "PYTHONSAFEPATH": "1"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=installed,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=_TIMEOUT,
    )


@thorough
def test_the_source_distribution_has_what_the_checks_need(source: Path) -> None:
    with tarfile.open(source) as archive:
        files = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        ".ci/run",
        ".github/workflows/checks.yml",
        "CONTRIBUTING.md",
        "benchmarks/run.py",
        "docs/reading.md",
        "docs/screen.svg",
        "samples/light-edit/left.txt",
        "tests/check.py",
        "tests/conftest.py",
        "tests/diffing/ledger/cases/en.txt",
    } <= files
    assert not [name for name in files if "__pycache__" in name or name.endswith(".pyc")]
    for folder in ("benchmarks", "docs", "samples", "tests"):
        there = {file.relative_to(_ROOT).as_posix() for file in (_ROOT / folder).rglob("*") if file.is_file()}
        assert {name for name in there if "__pycache__" not in name} <= files


def test_every_package_of_the_tree_is_installed(installed: Path) -> None:
    def packages(root: Path) -> set[str]:
        return {str(file.parent.relative_to(root)) for file in root.rglob("__init__.py")}

    assert packages(installed / "newsdiff") == packages(_ROOT / "tui")
    assert packages(installed / "diffing") == packages(_ROOT / "diffing")
    assert not (installed / "tui").exists()


def test_every_data_file_of_the_tree_is_installed(installed: Path) -> None:
    def data(root: Path) -> set[str]:
        endings = {".toml", ".tcss", ".css", ".js", ".json", ".typed", ".xml"}
        return {
            str(file.relative_to(root)) for file in root.rglob("*") if file.suffix in endings or file.name in endings
        }

    made = {file.removesuffix(".toml") + ".json" for file in data(_ROOT / "diffing") if file.endswith(".toml")}
    assert data(installed / "newsdiff") == data(_ROOT / "tui")
    assert data(installed / "diffing") == data(_ROOT / "diffing") | made


def test_the_tables_of_the_wheel_are_those_of_the_tree(installed: Path) -> None:
    files = [file.relative_to(_ROOT) for file in (_ROOT / "diffing").rglob("*.toml")]
    made = {file: json.loads((installed / file.with_suffix(".json")).read_text("utf-8")) for file in files}
    assert made == {file: tomllib.loads((_ROOT / file).read_text("utf-8")) for file in files}


def test_the_wheel_has_the_patterns_compiled(installed: Path) -> None:
    count = "from diffing.patterns import _kept, compiled; print(len(_kept()), compiled('[.!?]').pattern)"
    found = _python(installed, "-c", count)
    assert int(found.stdout.split()[0]) > 300, found.stderr


def test_the_wheel_has_the_tables_ready(installed: Path) -> None:
    code = "from diffing.ledger.names.name_words import name_words; from diffing.kept import tables_here"
    found = _python(installed, "-c", f"{code}; print(name_words('en').language, len(tables_here))")
    assert found.stdout.split() == ["en", "0"], found.stderr


def test_completions_and_the_manual_page_are_where_programs_look_for_them(installed: Path) -> None:
    places = {
        "newsdiff": "bash-completion/completions",
        "_newsdiff": "zsh/site-functions",
        "newsdiff.fish": "fish/vendor_completions.d",
        "newsdiff.1": "man/man1",
    }
    for name, folder in places.items():
        content = (_ROOT / "tui" / "shell" / "files" / name).read_text(encoding="utf-8")
        assert (installed / "share" / folder / name).read_text(encoding="utf-8") == content
        assert (installed / "newsdiff" / "shell" / "files" / name).read_text(encoding="utf-8") == content


def test_it_works_beside_a_foreign_tui(installed: Path, tmp_path: Path) -> None:
    """As a package installed beside newsdiff, and as a folder on PYTHONPATH; that one is in use, its loading shows."""
    for folder in (installed, tmp_path):
        (folder / "tui").mkdir()
        (folder / "tui" / "__init__.py").write_text("this is no Python\n")
    try:
        assert "SyntaxError" in _python(installed, "-c", "import tui", beside=tmp_path).stderr
        script = installed / "bin" / "newsdiff"
        if not script.exists():  # Windows
            script = installed / "bin" / "newsdiff.exe"
        assert script.exists()
        result = _python(installed, "-m", "newsdiff", *_ARTICLES, beside=tmp_path)
        assert (result.returncode, result.stderr) == (1, "")
        assert words.CHANGED_IN_PART in result.stdout
        result = _python(installed, "-c", _SCREEN, beside=tmp_path)
        file, height = result.stdout.split()
        assert Path(file).is_relative_to(installed)
        assert height == "1", result.stderr
        result = _python(installed, "-c", _WORKER, *_ARTICLES, beside=tmp_path)
        assert result.stdout == "True\n", result.stderr
    finally:
        shutil.rmtree(installed / "tui")


# The height of the title, which the stylesheet says.
_SCREEN = """
import asyncio, newsdiff.screen.app as app
from diffing.model import Article, Pair
async def main():
    newsdiff = app.NewsdiffApp(Pair(Article('a', ()), Article('b', ())))
    async with newsdiff.run_test(): print(app.__file__, newsdiff.screen.query_one('TitleLine').size.height)
asyncio.run(main())
"""

# Another process compares two files.
_WORKER = """
import sys
from diffing.model import Pair
from newsdiff.inputs.text_files import read
from newsdiff.worker.client import compared
texts = Pair(*map(read, sys.argv[1:]))
*_, last = compared(texts, lambda stage, share: None, lambda: 0)
print(last.is_finished)
"""


def test_the_console_script_is_declared(installed: Path) -> None:
    (entry_points,) = installed.glob("newsdiff-*.dist-info/entry_points.txt")
    assert "newsdiff = newsdiff.__main__:main" in entry_points.read_text()
