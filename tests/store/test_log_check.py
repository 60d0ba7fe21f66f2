"""The log of a killed program: whole, torn at its end, or damaged."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import FileDamaged
from outlet_app.store import log_check
from tests.store.rows import accept

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.store.store import Store

COMMITS = 6
_FRAME, _HEADER = 24 + 4096, 32


@pytest.fixture
def log(store: Store, path: Path) -> bytes:
    """A log of six commits, as it lies beside the open database."""
    store.tidy()
    for number in range(1, COMMITS + 1):
        accept(store, f"YT{number:07}")
    return path.with_name(f"{path.name}-wal").read_bytes()


def _flipped(log: bytes, at: int) -> bytes:
    content = bytearray(log)
    content[at] ^= 1
    return bytes(content)


def _ends(log: bytes) -> list[int]:
    """Where the frames of commits begin."""
    starts = range(_HEADER, len(log), _FRAME)
    return [at for at in starts if int.from_bytes(log[at + 4 : at + 8], "big")]


def test_a_whole_log_lost_nothing(log: bytes) -> None:
    assert len(_ends(log)) == COMMITS
    assert log_check.lost_commits(log) == 0
    assert log_check.lost_commits(b"") == 0
    assert log_check.lost_commits(log[:20]) == 0


def test_a_torn_end_is_one_commit_at_most(log: bytes) -> None:
    last = _ends(log)[-1]
    for end in (last, last + 10, last + _FRAME - 1):
        assert log_check.lost_commits(log[:end]) <= 1
    assert log_check.lost_commits(log[:last] + bytes(_FRAME)) <= 1


def test_a_flipped_bit_anywhere_before_the_last_commit_is_counted(log: bytes) -> None:
    ends = _ends(log)
    for before, end in enumerate(ends):
        assert log_check.lost_commits(_flipped(log, end + 1000)) == COMMITS - before
    assert log_check.lost_commits(_flipped(log, 0)) == COMMITS
    assert log_check.lost_commits(_flipped(log, 17)) == COMMITS


def test_a_damaged_log_keeps_the_database_shut_and_a_torn_one_does_not(log: bytes, path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "killed.db"
    shutil.copy(path, copy)
    beside = copy.with_name("killed.db-wal")
    log_check.require_whole(copy)
    beside.write_bytes(_flipped(log, _ends(log)[1] + 9))
    with pytest.raises(FileDamaged) as caught:
        log_check.require_whole(copy)
    assert caught.value.path == beside
    beside.write_bytes(log[: _ends(log)[-1] + 100])
    log_check.require_whole(copy)
