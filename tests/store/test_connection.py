"""The door to SQLCipher: what is on disk, who gets in, and what a driver's error means."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from outlet_app.errors import DiskFull, FileBusy, FileDamaged, FileMissing
from outlet_app.store.connection import ConstraintFailed, Database, DatabaseKey, open_database
from tests.store.rows import KEY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.stranger import Stranger

CANARY = "文一西路969号***"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    made = open_database(path, KEY, create=True)
    with made.transaction() as cursor:
        cursor.run("CREATE TABLE lines (line_id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT")
        cursor.run("INSERT INTO lines (text) VALUES (?)", CANARY)
    yield made
    made.close()


def lines(database: Database) -> list[str]:
    return database.reader.rows(lambda row: str(row[0]), "SELECT text FROM lines ORDER BY line_id")


def pragma(database: Database, name: str) -> str:
    return str(database.reader.row(lambda row: row[0], f"PRAGMA {name}"))


def test_nothing_written_can_be_read_in_any_file(database: Database, path: Path) -> None:
    assert lines(database) == [CANARY]
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        for file in path.parent.iterdir():
            assert CANARY.encode(encoding) not in file.read_bytes()
            assert b"SQLite format" not in file.read_bytes()


def test_every_file_belongs_to_its_owner_alone(database: Database, path: Path) -> None:
    modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    assert modes == {"outlet.db": 0o600, "outlet.db-wal": 0o600}
    assert lines(database) == [CANARY]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("secure_delete", "1"),
        ("foreign_keys", "1"),
        ("trusted_schema", "0"),
        ("temp_store", "2"),
        ("cache_size", "-65536"),
        ("locking_mode", "exclusive"),
        ("cipher_memory_security", "1"),
        ("cipher_log_level", "NONE"),
    ],
)
def test_a_connection_is_set_up_as_the_design_says(database: Database, name: str, value: str) -> None:
    assert pragma(database, name) == value


def test_the_key_hides(path: Path) -> None:
    assert "00010203" not in repr(KEY)
    assert str(KEY.key) not in repr(KEY)
    with pytest.raises(FileMissing) as caught:
        open_database(path, KEY)
    assert caught.value.path == path


@pytest.mark.parametrize(("key", "salt"), [(b"k" * 31, b"s" * 16), (b"k" * 32, b""), (b"", b"s" * 16)])
def test_a_key_of_another_length_is_refused(key: bytes, salt: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        DatabaseKey(key, salt)


def test_a_wrong_key_opens_nothing_and_says_nothing(database: Database, path: Path, capfd: object) -> None:
    database.close()
    with pytest.raises(FileDamaged):
        open_database(path, DatabaseKey(b"x" * 32, KEY.salt))
    assert capfd.readouterr().err == ""  # type: ignore[attr-defined] # pytest's capture


def test_a_build_without_a_cipher_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3  # noqa: PLC0415  the plain library, as a badly packed program would load it

    monkeypatch.setattr("outlet_app.store.connection.dbapi2", sqlite3)
    with pytest.raises(RuntimeError, match="no cipher"):
        open_database(path, KEY, create=True)
    assert path.read_bytes() == b""


def test_a_second_program_finds_the_file_busy(database: Database, path: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from outlet_app.store.connection import *\n"
        "from outlet_app.errors import DiskFull, FileBusy\n"
        "try: open_database(Path(sys.argv[1]), DatabaseKey(bytes(range(32)), bytes(range(16))))\n"
        "except FileBusy: sys.exit(7)\n"
    )
    assert subprocess.run([sys.executable, "-c", script, path], check=False).returncode == 7
    with pytest.raises(FileBusy):
        open_database(path, KEY)
    assert lines(database) == [CANARY]


def test_a_second_file_of_that_name_is_not_made(database: Database, path: Path) -> None:
    with pytest.raises(FileExistsError):
        open_database(path, KEY, create=True)
    assert lines(database) == [CANARY]


def test_a_file_cannot_be_made_where_there_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(FileMissing) as caught:
        open_database(tmp_path / "gone" / "outlet.db", KEY, create=True)
    assert caught.value.path == tmp_path / "gone"


def test_a_transaction_that_dies_leaves_nothing(database: Database) -> None:
    def die() -> None:
        with database.transaction() as cursor:
            cursor.run("INSERT INTO lines (text) VALUES ('half')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        die()
    assert lines(database) == [CANARY]
    with database.transaction() as cursor:
        cursor.run("INSERT INTO lines (text) VALUES ('whole')")
    assert lines(database) == [CANARY, "whole"]


def test_a_broken_rule_of_a_table_has_a_name_of_its_own(database: Database) -> None:
    with pytest.raises(ConstraintFailed), database.transaction() as cursor:
        cursor.run_each("INSERT INTO lines (text) VALUES (?)", [("new",), (CANARY,)])
    assert lines(database) == [CANARY]


def test_a_query_that_cannot_run_stays_a_bug(database: Database) -> None:
    with pytest.raises(dbapi2.OperationalError):
        database.reader.rows(tuple, "SELECT * FROM nothing")


def test_the_log_is_empty_after_it_was_truncated(database: Database, path: Path) -> None:
    log = path.with_name("outlet.db-wal")
    assert log.stat().st_size > 0
    database.truncate_log()
    assert log.stat().st_size == 0


def test_an_open_read_keeps_the_log_from_being_truncated_and_that_is_told(database: Database) -> None:
    unfinished = database._connection.execute("SELECT text FROM lines UNION ALL SELECT text FROM lines")
    unfinished.fetchone()
    with pytest.raises(FileBusy):
        database.truncate_log()
    unfinished.close()


def test_every_bit_flip_in_a_used_page_is_noticed(database: Database, path: Path) -> None:
    with database.transaction() as cursor:
        cursor.run_each("INSERT INTO lines (text) VALUES (?)", [(f"line {number}",) for number in range(400)])
    database.close()
    whole = path.read_bytes()
    for at in range(20, len(whole), len(whole) // 40):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        with pytest.raises(FileDamaged):
            read_all(path)


def read_all(path: Path) -> None:
    database = open_database(path, KEY)
    try:
        lines(database)
        database.reader.rows(tuple, "SELECT text FROM lines ORDER BY text")
    finally:
        database.close()


def test_a_file_that_may_not_grow_counts_as_a_full_disk(database: Database, path: Path) -> None:
    resource = pytest.importorskip("resource", reason="file size limits are POSIX")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 200_000, limits[1]))
    try:
        with pytest.raises(DiskFull) as caught:
            fill(database)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert caught.value.path == path
    assert lines(database) == [CANARY]
    assert not list(path.parent.glob("*.room"))
    fill(database)


def fill(database: Database) -> None:
    with database.transaction() as cursor:
        cursor.run_each("INSERT INTO lines (text) VALUES (?)", [(f"{number:5000}",) for number in range(200)])


def test_a_folder_in_place_of_the_file_is_missing_the_file(path: Path) -> None:
    path.mkdir()
    with pytest.raises(FileMissing):
        open_database(path, KEY)


def test_a_file_of_something_else_is_damaged(path: Path) -> None:
    path.write_bytes(os.urandom(8192))
    with pytest.raises(FileDamaged):
        open_database(path, KEY)


CHILD = """
import sys
from pathlib import Path
from outlet_app.errors import DiskFull, DiskFull, FileDamaged, FileMissing, FileReadOnly
from outlet_app.store.connection import DatabaseKey, open_database
path = Path(sys.argv[1])
key = DatabaseKey(bytes(range(32)), bytes(range(16)))
"""


RIGHTS = """
made = open_database(path, key, create=True)
with made.transaction() as cursor:
    cursor.run("CREATE TABLE lines (text TEXT)")
made.close()
path.parent.chmod(0o500)
for create, name in ((False, path), (True, path.with_name("other.db"))):
    try:
        open_database(name, key, create=create)
    except FileReadOnly as error:
        print(error.path.name)
path.parent.chmod(0o700)
path.chmod(0o400)
try:
    open_database(path, key)
except FileReadOnly as error:
    print(error.path.name)
"""


def test_a_folder_without_rights_is_read_only(stranger: Stranger) -> None:
    script = CHILD + RIGHTS
    folder = stranger.folder / "data"
    folder.mkdir()
    os.chown(folder, stranger.uid, -1)
    ended = stranger.run(script, folder / "outlet.db")
    assert ended.stdout.split() == ["outlet.db", "other.db", "outlet.db"], ended.stderr


FILL = """
import resource, shutil
made = open_database(path, key, create=True)
with made.transaction() as cursor:
    cursor.run("CREATE TABLE lines (line_id INTEGER PRIMARY KEY, text TEXT)")
made.truncate_log()
if sys.argv[2] == "limit":
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
kept = 0
try:
    for _ in range(4000):
        with made.transaction() as cursor:
            cursor.run("INSERT INTO lines (text) VALUES (?)", "x" * 2000)
        kept += 1
except DiskFull as error:
    assert error.path == path
    assert made.reader.number("SELECT count(*) FROM lines") == kept
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.getrlimit(resource.RLIMIT_FSIZE)[1],) * 2)
    for spare in path.parent.glob("spare*"):
        spare.unlink()
    if sys.argv[2] == "disk":
        with made.transaction() as cursor:
            cursor.run("INSERT INTO lines (text) VALUES ('room again')")
    print("full", kept > 10, not list(path.parent.glob("*.room")))
"""


def test_a_full_disk_keeps_what_was_committed_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("a small disk is mounted by root; the size limit below stands for it")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], check=False, capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("mounting is refused here; the size limit below stands for it")
    try:
        (disk / "spare").write_bytes(bytes(300_000))
        ended = subprocess.run(
            [sys.executable, "-c", CHILD + FILL, disk / "outlet.db", "disk"],
            check=False,
            capture_output=True,
            text=True,
        )
        assert ended.stdout.split() == ["full", "True", "True"], ended.stderr
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_file_at_its_size_limit_counts_as_a_full_disk(path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", CHILD + FILL, path, "limit"], check=False, capture_output=True, text=True
    )
    assert ended.stdout.split() == ["full", "True", "True"], ended.stderr
