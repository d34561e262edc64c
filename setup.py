"""Give a wheel its files of tables in JSON too, which are read in a thirtieth of the time that TOML takes.

    lexicons/en.toml    ->    lexicons/en.json beside it

All else of the build is in pyproject.toml. diffing/tables.py reads these files.
"""

import json
import tomllib
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithTables(build_py):
    """Copy the packages as usual, and write a copy in JSON of each file in TOML; not for an editable installation."""

    def run(self) -> None:
        """Copy and convert."""
        super().run()
        if self.editable_mode:
            return
        for file in sorted(Path(self.build_lib).rglob("*.toml")):
            tables = tomllib.loads(file.read_text("utf-8"))
            file.with_suffix(".json").write_text(json.dumps(tables, ensure_ascii=False), "utf-8")


setup(cmdclass={"build_py": BuildWithTables})
