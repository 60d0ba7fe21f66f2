"""Whether the write-ahead log that a killed program left still holds every commit: SQLite skips what is damaged.

A power cut tears the last transaction and no other, because each was on the disk before the next began. So one lost
commit at the end is nothing unusual, and two are damage. Source: https://www.sqlite.org/fileformat2.html#walformat.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from outlet_app.errors import FileDamaged

if TYPE_CHECKING:
    from pathlib import Path

_HEADER, _FRAME, _PAGE = 32, 24, 4096
_BIG = 0x377F0683
_MAGIC = frozenset({0x377F0682, _BIG})
_WORD = 0xFFFFFFFF


def is_torn(database: Path) -> bool:
    """Whether the log beside a closed database lost more than a power cut takes. Some 0.2 ms a page of the log."""
    log = _log_of(database)
    return log.is_file() and lost_commits(log.read_bytes()) > 1


def require_whole(database: Path) -> None:
    """Raise FileDamaged where the log `is_torn`."""
    if is_torn(database):
        raise FileDamaged(_log_of(database))


def _log_of(database: Path) -> Path:
    return database.with_name(f"{database.name}-wal")


def lost_commits(log: bytes) -> int:
    """How many commits of this log lie behind the first frame that is not what was written."""
    if len(log) < _HEADER:
        return 0
    magic, _, page, _, salt_1, salt_2 = struct.unpack(">6I", log[:24])
    order = ">" if magic == _BIG else "<"
    state = _sum(order, log[:24], (0, 0))
    is_good = magic in _MAGIC and state == struct.unpack(">2I", log[24:32])
    # A header that is damaged says nothing of its pages; ours have this size.
    step, lost = _FRAME + (page if is_good else _PAGE), 0
    for at in range(_HEADER, len(log) - step + 1, step):
        _, size, own_1, own_2, *written = struct.unpack(">6I", log[at : at + _FRAME])
        is_own = (own_1, own_2) == (salt_1, salt_2) or not is_good
        if is_good:
            state = _sum(order, log[at : at + 8] + log[at + _FRAME : at + step], state)
            is_good = is_own and list(state) == written
        lost += not is_good and is_own and bool(size)
    return lost


def _sum(order: str, data: bytes, state: tuple[int, int]) -> tuple[int, int]:
    first, second = state
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for x, y in zip(words[::2], words[1::2], strict=True):
        first = (first + x + second) & _WORD
        second = (second + y + first) & _WORD
    return first, second
