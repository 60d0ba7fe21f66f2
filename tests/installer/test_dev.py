"""The one command of a checkout, as somebody types it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

DEV = Path(__file__).resolve().parent.parent.parent / "installer" / "dev.py"


def test_an_old_interpreter_can_read_the_file_far_enough_to_say_what_it_lacks() -> None:
    ast.parse(DEV.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_interpreter_ends_with_one_sentence() -> None:
    script = f"import runpy, sys; sys.version_info = (3, 9, 2); runpy.run_path({str(DEV)!r}, run_name='__main__')"

    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert ended.returncode == 1
    assert ended.stderr == f"Outlet App needs Python 3.11 or newer; {sys.executable} is Python 3.9.\n"


@pytest.mark.parametrize("arguments", [[], ["runn"], ["test", "--no-such-option"]], ids=str)
def test_what_is_not_understood_is_answered_by_the_list_of_commands(arguments: list[str]) -> None:
    ended = subprocess.run([sys.executable, DEV, *arguments], capture_output=True, text=True, check=False)

    assert ended.returncode == 2
    assert "usage: installer/dev.py" in ended.stderr


def test_help_tells_every_command() -> None:
    ended = subprocess.run([sys.executable, DEV, "--help"], capture_output=True, text=True, check=False)

    words = set(ended.stdout.split())
    assert {"run", "test", "check", "label", "bench", "soak", "translate"} <= words


def test_the_installer_needs_nothing_but_the_standard_library() -> None:
    started_first = ("dev", "commands", "places", "checks", "coverage_bounds", "system_needs", "translations")
    files = [DEV.with_name(f"{name}.py") for name in (*started_first, "virtual_environment")]
    own = {path.stem for path in DEV.parent.glob("*.py")}

    foreign = {name for path in files for name in _imported(path)} - own - sys.stdlib_module_names

    assert foreign == set()


def _imported(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return {name.split(".")[0] for name in plain | {n.module or "" for n in nodes if isinstance(n, ast.ImportFrom)}}
