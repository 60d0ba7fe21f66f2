"""The nursery tells truly how its children ended, and what they said; one's end is nobody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.nursery import Nursery

_DYING = """
import os, signal, sys
sys.stdout.write(" ".join(sys.argv[1:]) + "\\n")
sys.stdout.flush()
os.kill(os.getpid(), signal.SIGKILL)
"""
_FAILING = "raise ValueError('too late')"
_CHANGING = """
import sys
from outlet_app.store import connection
print(connection._COPY_PAGES, "PySide6" in sys.modules, __name__)
connection._COPY_PAGES = 8
"""


def test_a_child_ends_as_it_ended_and_says_what_it_said(nursery: Nursery, tmp_path: Path) -> None:
    script = tmp_path / "child.py"
    script.write_text(_DYING)
    ended = nursery.run(script, "folder", 3)
    assert (ended.returncode, ended.stdout, ended.stderr) == (-9, b"folder 3\n", b"")
    script.write_text(_FAILING)
    ended = nursery.run(script)
    assert ended.returncode == 1
    assert ended.stderr.decode().endswith("ValueError: too late\n")


def test_what_a_child_changes_is_its_own_and_no_window_system_is_loaded(nursery: Nursery, tmp_path: Path) -> None:
    script = tmp_path / "child.py"
    script.write_text(_CHANGING)
    said = {nursery.run(script).stdout for _ in range(2)}
    assert len(said) == 1
    assert said.pop().split()[1:] == [b"False", b"__main__"]
