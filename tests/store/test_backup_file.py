"""Backup files on sticks and shares: whole under their name, or not there."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from typing import TYPE_CHECKING, NoReturn

import pytest

from outlet_app.errors import BackupUnproven, DiskFull, FileDamaged, FileMissing, FileReadOnly
from outlet_app.store import backup_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.stranger import Stranger

HEAD = b"head of seventeen"
DATABASE = os.urandom(3 * backup_file.CHUNK_BYTES + 17)


class Stop(Exception):
    """Somebody stopped it."""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "backup-part.db"
    path.write_bytes(DATABASE)
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "outlet-backup-20261122-130200.oab"


def ignore(*_: int) -> None:
    return


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def expected(database: bytes = DATABASE) -> tuple[int, bytes]:
    return len(database), hashlib.sha256(database).digest()


def test_what_is_written_is_unpacked_byte_by_byte(database: Path, target: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    backup_file.write(HEAD, database, target, lambda done, whole: told.append((done, whole)))
    assert target.read_bytes() == HEAD + DATABASE
    assert names(target.parent) == [target.name]
    assert told[-1] == (2 * len(HEAD + DATABASE),) * 2
    assert told == sorted(told)
    assert backup_file.read_start(target, len(HEAD)) == HEAD

    backup_file.unpack(target, len(HEAD), expected(), tmp_path / "out.db", ignore)
    assert (tmp_path / "out.db").read_bytes() == DATABASE
    assert os.name == "nt" or (tmp_path / "out.db").stat().st_mode & 0o777 == 0o600


def test_a_file_of_that_name_is_never_written_over(database: Path, target: Path) -> None:
    target.write_bytes(b"another backup")
    with pytest.raises(FileExistsError):
        backup_file.write(HEAD, database, target, ignore)
    assert target.read_bytes() == b"another backup"


def test_a_stopped_writing_leaves_nothing_and_what_a_dead_one_left_is_written_over(
    database: Path, target: Path
) -> None:
    for at in (1, 5):
        steps = iter(range(at + 1))

        def tell(_done: int, _whole: int, steps: object = steps, at: int = at) -> None:
            if next(steps) == at:  # type: ignore[call-overload] # an iterator
                raise Stop

        with pytest.raises(Stop):
            backup_file.write(HEAD, database, target, tell)
        assert names(target.parent) == []
    target.with_name("backup.part").write_bytes(b"half of a backup")
    backup_file.write(HEAD, database, target, ignore)
    assert names(target.parent) == [target.name]


def test_a_stick_that_loses_a_bit_is_told_before_the_backup_gets_its_name(database: Path, target: Path) -> None:
    def spoil(done: int, whole: int) -> None:
        if done == whole // 2:
            part = target.with_name("backup.part")
            data = bytearray(part.read_bytes())
            data[len(data) // 3] ^= 1
            part.write_bytes(bytes(data))

    with pytest.raises(BackupUnproven) as unproven:
        backup_file.write(HEAD, database, target, spoil)
    assert unproven.value.path == target
    assert names(target.parent) == []


def test_a_folder_that_goes_away_in_the_middle_is_said_to_be_missing(database: Path, target: Path) -> None:
    def pull(done: int, whole: int) -> None:
        if done == whole // 2:
            shutil.rmtree(target.parent)

    with pytest.raises(FileMissing):
        backup_file.write(HEAD, database, target, pull)
    with pytest.raises(FileMissing):
        backup_file.write(HEAD, database, target, ignore)


def test_a_stick_that_is_too_small_is_told_before_a_byte_is_written(
    database: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(target.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=len(DATABASE)))
    with pytest.raises(DiskFull) as full:
        backup_file.write(HEAD, database, target, ignore)
    assert full.value.path == target
    assert names(target.parent) == []


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EROFS, FileReadOnly),
        (errno.EIO, BackupUnproven),
        (errno.ENODEV, BackupUnproven),
    ],
)
def test_what_a_stick_refuses_is_named(
    database: Path, target: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    def refuse(_: int) -> NoReturn:
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(error):
        backup_file.write(HEAD, database, target, ignore)
    assert names(target.parent) == []


def test_a_share_that_syncs_no_folder_still_gets_its_backup(
    database: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync, calls = os.fsync, iter(range(10))

    def files_only(descriptor: int) -> None:
        if next(calls) == 0:
            return fsync(descriptor)
        raise OSError(errno.EINVAL, "not offered")

    monkeypatch.setattr(os, "fsync", files_only)
    backup_file.write(HEAD, database, target, ignore)
    assert target.read_bytes() == HEAD + DATABASE


def test_a_share_that_fails_at_the_end_is_told(database: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync, calls = os.fsync, iter(range(10))

    def first_only(descriptor: int) -> None:
        if next(calls) == 0:
            return fsync(descriptor)
        raise OSError(errno.EIO, "gone")

    monkeypatch.setattr(os, "fsync", first_only)
    with pytest.raises(BackupUnproven):
        backup_file.write(HEAD, database, target, ignore)


def test_a_folder_that_takes_nothing_is_said_to_be_read_only(database: Path, target: Path, stranger: Stranger) -> None:
    target.write_bytes(HEAD + DATABASE)
    for given in (database, target.parent):
        stranger.give(given)
    code = """
import sys
from pathlib import Path
from outlet_app.errors import FileReadOnly
from outlet_app.store import backup_file
database, folder = Path(sys.argv[1]), Path(sys.argv[2])
folder.chmod(0o500)
try:
    backup_file.write(b"head", database, folder / "new.oab", lambda *_: None)
except FileReadOnly as error:
    print("read only", error.path.name)
kept = next(folder.iterdir())
kept.chmod(0)
reads = (
    lambda: backup_file.read_start(kept, 9),
    lambda: backup_file.unpack(kept, 17, (1, b""), folder / "x", print),
)
for read in reads:
    try:
        read()
    except Exception as error:
        print(type(error).__name__)
"""
    ended = stranger.run(code, stranger.folder / database.name, stranger.folder / "stick")
    assert ended.stdout.splitlines() == ["read only new.oab", "FileReadOnly", "FileDamaged"]


def test_a_backup_of_another_length_or_hash_is_damaged_and_nothing_of_it_is_left(
    database: Path, target: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.db"
    backup_file.write(HEAD, database, target, ignore)
    whole = target.read_bytes()
    turned = bytearray(whole)
    turned[len(whole) // 2] ^= 16
    for damaged in (bytes(turned), whole[:-1], whole + b"\x00", HEAD, b""):
        target.write_bytes(damaged)
        with pytest.raises(FileDamaged) as told:
            backup_file.unpack(target, len(HEAD), expected(), out, ignore)
        assert told.value.path == target
        assert not out.exists()


def test_a_stopped_unpacking_leaves_nothing(database: Path, target: Path, tmp_path: Path) -> None:
    def stop(*_: int) -> NoReturn:
        raise Stop

    backup_file.write(HEAD, database, target, ignore)
    with pytest.raises(Stop):
        backup_file.unpack(target, len(HEAD), expected(), tmp_path / "out.db", stop)
    assert not (tmp_path / "out.db").exists()


def test_unpacking_never_writes_over_a_file(database: Path, target: Path, tmp_path: Path) -> None:
    backup_file.write(HEAD, database, target, ignore)
    (tmp_path / "out.db").write_bytes(b"an outlet")
    with pytest.raises(FileExistsError):
        backup_file.unpack(target, len(HEAD), expected(), tmp_path / "out.db", ignore)
    assert (tmp_path / "out.db").read_bytes() == b"an outlet"


def test_a_disk_that_fills_while_unpacking_is_named_and_not_the_stick(
    database: Path, target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> NoReturn:
        raise OSError(errno.ENOSPC, "full")

    backup_file.write(HEAD, database, target, ignore)
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(DiskFull) as full:
        backup_file.unpack(target, len(HEAD), expected(), tmp_path / "out.db", ignore)
    assert full.value.path == tmp_path / "out.db"
    assert not (tmp_path / "out.db").exists()


def test_a_file_that_is_not_there_is_missing(target: Path, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        backup_file.read_start(target, 10)
    with pytest.raises(FileMissing):
        backup_file.unpack(target, 3, expected(), tmp_path / "out.db", ignore)
