"""Give a wheel its files of tables in JSON too, which are read in a thirtieth of the time that TOML takes.

    lexicons/en.toml    ->    lexicons/en.json beside it

It also gets the patterns compiled and the tables in their last form, for the Python that builds it. All else of the
build is in pyproject.toml. diffing/tables.py and diffing/kept.py read these files.
"""

import json
import marshal
import os
import subprocess
import sys
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
        self._keep()

    def _keep(self) -> None:
        """Keep patterns and tables; without the libraries of newsdiff there are none, and each start makes its own."""
        patterns = "import marshal, sys; from diffing.kept_patterns import kept_patterns"
        tables = "from diffing.kept_tables import kept_tables"
        write = f"{patterns}; {tables}; marshal.dump(kept_patterns() | kept_tables(), sys.stdout.buffer)"
        path = os.pathsep.join([str(Path(self.build_lib).resolve()), *filter(None, sys.path)])
        environment = {**os.environ, "PYTHONPATH": path}
        # Not from the current folder, which has the sources, and without bytecode for the wheel.
        command = [sys.executable, "-P", "-B", "-c", write]
        made = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=False)
        if made.returncode == 0:
            for name, content in marshal.loads(made.stdout).items():
                Path(self.build_lib, "diffing", name).write_bytes(content)


setup(cmdclass={"build_py": BuildWithTables})
