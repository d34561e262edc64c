"""Every check there is, in one command: format, lint, types, imports, tests. `python tests/check.py`."""

import subprocess
import sys
import sysconfig
from pathlib import Path

_ROOT = Path(__file__).parent.parent
_SCRIPTS = Path(sysconfig.get_path("scripts"))

_CHECKS = {
    "format": (sys.executable, "-m", "ruff", "format", "--check", "."),
    "lint": (sys.executable, "-m", "ruff", "check", "."),
    "types": (sys.executable, "-m", "mypy"),
    "imports": (str(_SCRIPTS / "lint-imports"),),
    "tests": (sys.executable, "-m", "pytest"),
}


def main() -> int:
    """Run all checks, also after a failure; 0 if all passed."""
    failed = []
    for name, command in _CHECKS.items():
        print(f"== {name}", flush=True)
        if subprocess.run(command, cwd=_ROOT, check=False).returncode != 0:
            failed.append(name)
    if failed:
        print(f"== failed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
