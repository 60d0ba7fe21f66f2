"""Accepting, ended by SIGKILL at every step, and inside the commit at its writes."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.faults import aftermath
from tests.faults.accepting import STEPS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.nursery import Nursery

BEFORE = 3
_DURABLE = {"committed", "confirmed"}
_KILLED = -9
_COMMIT_WRITES = 24


@pytest.mark.parametrize("step", STEPS)
def test_a_counter_killed_at_any_step_keeps_what_it_confirmed(nursery: Nursery, tmp_path: Path, step: str) -> None:
    path = tmp_path / "outlet.db"
    ended = nursery.run(aftermath.CHILD, path, BEFORE, step)
    assert ended.returncode == _KILLED, ended.stderr.decode()
    told = aftermath.confirmed(ended.stdout.decode())
    assert len(told) == BEFORE + (step == "confirmed")
    assert aftermath.check(path, told) == BEFORE + (step in _DURABLE)


def _traced(trace: Path, call: str, *inject: str) -> tuple[object, ...]:
    return ("strace", "-f", "-o", trace, "-e", f"trace={call}", *inject)


@pytest.fixture(scope="module")
def writes_before(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many writes the counter does before its last waybill's commit."""
    if shutil.which("strace") is None:
        pytest.skip("strace ends a process at a chosen system call and is not installed")
    folder = tmp_path_factory.mktemp("counted")
    tracing = _traced(folder / "trace", "pwrite64")
    nursery.run(aftermath.CHILD, folder / "outlet.db", BEFORE, "commit", tracing=tracing)
    return len(re.findall(r"pwrite64\(", (folder / "trace").read_text(errors="replace")))


@pytest.mark.parametrize("write", range(1, _COMMIT_WRITES, 3))
def test_a_counter_killed_inside_its_commit_keeps_what_it_confirmed(
    nursery: Nursery, tmp_path: Path, writes_before: int, write: int
) -> None:
    path = tmp_path / "outlet.db"
    kill = f"inject=pwrite64:signal=KILL:when={writes_before + write}"
    tracing = _traced(tmp_path / "trace", "pwrite64", "-e", kill)
    ended = nursery.run(aftermath.CHILD, path, BEFORE, "confirmed", tracing=tracing)
    assert ended.returncode == _KILLED, ended.stderr.decode()
    told = aftermath.confirmed(ended.stdout.decode())
    assert len(told) in {BEFORE, BEFORE + 1}
    assert aftermath.check(path, told) in {BEFORE, BEFORE + 1}


def test_a_counter_killed_while_it_commits_the_fsync_keeps_what_it_confirmed(
    nursery: Nursery, tmp_path: Path, writes_before: int
) -> None:
    assert writes_before > 0
    path = tmp_path / "outlet.db"
    nursery.run(aftermath.CHILD, path, BEFORE, "commit")
    kill = "inject=fsync:signal=KILL:when=4"
    tracing = _traced(tmp_path / "trace", "fsync", "-e", kill)
    ended = nursery.run(aftermath.CHILD, path, 9, tracing=tracing)
    assert ended.returncode == _KILLED, ended.stderr.decode()
    told = aftermath.confirmed(ended.stdout.decode())
    assert len(told) < 9
    assert aftermath.check(path, told) >= BEFORE + len(told)
