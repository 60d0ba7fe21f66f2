"""Backup files as they are read: no byte of one turns unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import FileDamaged, FileMissing
from outlet_app.sealing import backup_head
from outlet_app.services.backup_reading import read_head, unpack

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.services import Services


def ignore(*_: int) -> None:
    return


def test_a_turned_bit_anywhere_in_a_backup_is_named_and_nothing_of_it_is_unpacked(
    keeper: Services, tmp_path: Path
) -> None:
    """Mark, length, every field of the head, its checksum, and the database from its salt to its last page."""
    made = keeper.backup.make(lambda _: None)
    whole, out = made.path.read_bytes(), tmp_path / "out.db"
    head = len(backup_head.encode(made.head))
    database = [head + share * (len(whole) - head - 1) // 12 for share in range(13)]
    for byte in (*range(0, head, 3), *database):
        turned = bytearray(whole)
        turned[byte] ^= 1 << byte % 8
        made.path.write_bytes(bytes(turned))
        with pytest.raises(FileDamaged) as damaged:
            unpack(made.path, out, ignore)
        assert damaged.value.path == made.path
        assert not out.exists()
    made.path.write_bytes(whole)
    assert unpack(made.path, out, ignore) == made.head


def test_what_is_no_backup_is_said_to_be_damaged_and_what_is_not_there_missing(tmp_path: Path) -> None:
    path = tmp_path / "outlet-backup-20261122-013000.oab"
    with pytest.raises(FileMissing):
        read_head(path)
    for data in (b"", b"OB1", b"a letter to somebody", bytes(5000)):
        path.write_bytes(data)
        with pytest.raises(FileDamaged):
            read_head(path)
