"""Read the files of tables that are installed with newsdiff.

    read_text("diffing.text", "languages.txt")                       the text of a file
    read_tables("diffing.ledger.language", "lexicons/en.toml")       the tables of a TOML file

A wheel has beside each file of tables a copy in JSON, made by setup.py, which is read in a thirtieth of the time. A
checkout has none, so there the TOML is read.
"""

import json
from collections.abc import Callable, Mapping
from pkgutil import get_data
from typing import Any

Tables = Mapping[str, Any]


def read_text(package: str, file: str) -> str:
    """Return the text of a file in the folder of a package. Raises OSError if there is none."""
    data = get_data(package, file)
    if data is None:
        raise FileNotFoundError(file)
    return data.decode().replace("\r\n", "\n")


def read_tables(package: str, file: str, check: Callable[[Tables], Tables] | None = None) -> Tables:
    """Return the tables of a TOML file in the folder of a package. Raises OSError if there is none.

    `check` is called with the tables of the TOML. The copies in a wheel are made of files that the tests have checked.
    """
    try:
        copy: Tables = json.loads(read_text(package, file.removesuffix(".toml") + ".json"))
    except OSError:
        import tomllib  # what is installed from a wheel needs none of it

        tables = tomllib.loads(read_text(package, file))
        return check(tables) if check else tables
    return copy
