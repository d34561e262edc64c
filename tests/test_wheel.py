"""The wheel, built and unpacked, is a working newsdiff: with its stylesheet, and with nothing from this checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent
_SAMPLE = _ROOT / "samples" / "light-edit"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=_ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def _python(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=installed, env=environment, capture_output=True, text=True, encoding="utf-8"
    )


def test_the_command_line_works(installed: Path) -> None:
    result = _python(installed, "-m", "tui", str(_SAMPLE / "left.txt"), str(_SAMPLE / "right.txt"))
    assert (result.returncode, result.stderr) == (1, "")
    assert "edited" in result.stdout


def test_the_screen_finds_its_stylesheet(installed: Path) -> None:
    code = (
        "import asyncio, tui.app; from diffing.model import Article, Pair\n"
        "async def main():\n"
        "    app = tui.app.NewsdiffApp(Pair(Article('a', ()), Article('b', ())))\n"
        "    async with app.run_test(): print(tui.app.__file__, app.screen.query_one('TitleLine').size.height)\n"
        "asyncio.run(main())"
    )
    result = _python(installed, "-c", code)
    file, height = result.stdout.split()
    assert Path(file).is_relative_to(installed)
    assert height == "1", result.stderr


def test_the_console_script_is_declared(installed: Path) -> None:
    (entry_points,) = installed.glob("newsdiff-*.dist-info/entry_points.txt")
    assert "newsdiff = tui.__main__:main" in entry_points.read_text()
