"""Where the checkout keeps what its commands make, and the environment that its programs are started in."""

from __future__ import annotations

import fnmatch
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OUT = ROOT / "out"
I18N = ROOT / "resources" / "i18n"

_SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"
_SUFFIX = ".exe" if sys.platform == "win32" else ""

_FOREIGN = ("PYTHON*", "LD_*", "QT_*PLUGIN*", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
"""Variables that make an interpreter, the linker or Qt load code from elsewhere."""


def program(name: str, venv: Path = VENV) -> Path:
    """A program of a virtual environment, whether it is there or not."""
    return venv / _SCRIPTS / f"{name}{_SUFFIX}"


def clean_environment(**more: str) -> dict[str, str]:
    """This process's environment without what plants foreign code in a child; `more` is added."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not any(fnmatch.fnmatchcase(name.upper(), pattern) for pattern in _FOREIGN)
    }
    return kept | more


def start(*command: str | Path, env: Mapping[str, str] | None = None) -> int:
    """Run a program in the checkout, its output going where ours goes; its exit code."""
    sys.stdout.flush()
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, env=env or clean_environment(), check=False
    ).returncode


def has_screen() -> bool:
    """Whether a window could be seen: always so on Windows and macOS, elsewhere when a display is named."""
    return sys.platform in {"win32", "darwin"} or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
