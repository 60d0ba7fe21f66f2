"""Accepting, ended by SIGKILL at every step, and inside the commit at its writes."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults import aftermath
from tests.faults.accepting import STEPS

if TYPE_CHECKING:
    from pathlib import Path

BEFORE = 3
_DURABLE = {"committed", "confirmed"}
_KILLED = -9
_COMMIT_WRITES = 24


@pytest.mark.parametrize("step", STEPS)
def test_a_counter_killed_at_any_step_keeps_what_it_confirmed(tmp_path: Path, step: str) -> None:
    path = tmp_path / "outlet.db"
    ended = subprocess.run([sys.executable, aftermath.CHILD, path, str(BEFORE), step], capture_output=True, check=False)
    assert ended.returncode == _KILLED, ended.stderr.decode()
    told = aftermath.confirmed(ended.stdout.decode())
    assert len(told) == BEFORE + (step == "confirmed")
    assert aftermath.check(path, told) == BEFORE + (step in _DURABLE)


@pytest.fixture(scope="module")
def writes_before(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many writes the counter does before its last waybill's commit."""
    if shutil.which("strace") is None:
        pytest.skip("strace ends a process at a chosen system call and is not installed")
    folder = tmp_path_factory.mktemp("counted")
    command = ["strace", "-f", "-e", "trace=pwrite64", "-o", folder / "trace"]
    child = [sys.executable, aftermath.CHILD, folder / "outlet.db", str(BEFORE), "commit"]
    subprocess.run([*command, *child], capture_output=True, check=False)
    return len(re.findall(r"pwrite64\(", (folder / "trace").read_text(errors="replace")))


@pytest.mark.parametrize("write", range(1, _COMMIT_WRITES, 3))
def test_a_counter_killed_inside_its_commit_keeps_what_it_confirmed(
    tmp_path: Path, writes_before: int, write: int
) -> None:
    path = tmp_path / "outlet.db"
    kill = f"inject=pwrite64:signal=KILL:when={writes_before + write}"
    command = ["strace", "-f", "-e", "trace=pwrite64", "-e", kill, "-o", tmp_path / "trace"]
    child = [sys.executable, aftermath.CHILD, path, str(BEFORE), "confirmed"]
    ended = subprocess.run([*command, *child], capture_output=True, check=False)
    told = aftermath.confirmed(ended.stdout.decode())
    assert len(told) in {BEFORE, BEFORE + 1}
    assert aftermath.check(path, told) in {BEFORE, BEFORE + 1}


def test_a_counter_killed_while_it_commits_the_fsync_keeps_what_it_confirmed(
    tmp_path: Path, writes_before: int
) -> None:
    assert writes_before > 0
    path = tmp_path / "outlet.db"
    child = [sys.executable, aftermath.CHILD, path, str(BEFORE), "commit"]
    subprocess.run(child, capture_output=True, check=False)
    kill = "inject=fsync:signal=KILL:when=4"
    command = ["strace", "-f", "-e", "trace=fsync", "-e", kill, "-o", tmp_path / "trace"]
    ended = subprocess.run([*command, sys.executable, aftermath.CHILD, path, "9"], capture_output=True, check=False)
    told = aftermath.confirmed(ended.stdout.decode())
    assert len(told) < 9
    assert aftermath.check(path, told) >= BEFORE + len(told)
