"""The database under a new key."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import DiskFull, FileDamaged, FileMissing
from outlet_app.store import rotation
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.rotation import Progress, Stage
from outlet_app.store.store import Store
from tests.store.rows import KEY, OUTLET, SIGNERS, Clock, accept, sealed_waybill

if TYPE_CHECKING:
    from collections.abc import Iterator

OTHER_KEY = DatabaseKey(bytes(range(100, 132)), bytes(range(100, 116)))
NEEDLE = "翠湖小区的针969号***"
CHILD = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from tests.store import test_rotation
test_rotation.plant_and_copy(Path(sys.argv[2]))
"""
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def _needles() -> list[bytes]:
    return [b"SQLite format 3", *(NEEDLE.encode(encoding) for encoding in _ENCODINGS)]


def _plant(store: Store, count: int) -> None:
    masked = sealed_waybill().masked
    for number in range(1, count + 1):
        accept(store, f"YT{number:07}", recipient=type(masked.recipient)(**_with_needle(masked.recipient)))


def _with_needle(party: object) -> dict[str, str]:
    return {name: getattr(party, name) for name in type(party).__dataclass_fields__} | {"road": NEEDLE}  # type: ignore[attr-defined] # a dataclass


def plant_and_copy(folder: Path) -> None:
    """Found an outlet full of needles and copy it; for a process that is watched."""
    with Store.create(folder / "outlet-1.db", KEY, outlet_id=OUTLET, clock=Clock()) as store:
        _plant(store, 40)
        store.copy(folder / "outlet-2.db", OTHER_KEY, lambda _: None).close()


def _ignore(_: Progress) -> None:
    return


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "outlet-2.db"


def test_the_copy_is_the_same_outlet_under_the_new_key_alone(store: Store, copy: Path, clock: Clock) -> None:
    _plant(store, 30)
    with store.copy(copy, OTHER_KEY, _ignore) as copied:
        assert copied.checkpoint() == store.checkpoint()
        assert copied.verify(copied.genesis, signers=SIGNERS) == store.checkpoint()
        accept(copied, "YT0000031")
    assert store.reader.number("SELECT count(*) FROM waybills") == 30
    with pytest.raises(FileDamaged):
        Store.open(copy, KEY, outlet_id=OUTLET, clock=clock)
    with Store.open(copy, OTHER_KEY, outlet_id=OUTLET, clock=clock) as again:
        assert again.reader.number("SELECT count(*) FROM waybills") == 31
        road = "SELECT DISTINCT recipient_road FROM waybills WHERE number < 'YT0000031'"
        assert again.reader.rows(lambda row: str(row[0]), road) == [NEEDLE]


def test_what_stands_in_the_log_only_is_copied_too(store: Store, path: Path, copy: Path) -> None:
    store.tidy()
    size = path.stat().st_size
    _plant(store, 5)
    assert path.stat().st_size == size
    with store.copy(copy, OTHER_KEY, _ignore) as copied:
        assert copied.reader.number("SELECT count(*) FROM waybills") == 5


def test_the_copy_belongs_to_its_owner_alone(store: Store, copy: Path) -> None:
    store.copy(copy, OTHER_KEY, _ignore).close()
    assert copy.stat().st_mode & 0o777 == 0o600


def test_progress_rises_to_the_end_of_both_stages(store: Store, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("outlet_app.store.connection._COPY_PAGES", 4)
    _plant(store, 30)
    told: list[Progress] = []
    store.copy(copy, OTHER_KEY, told.append).close()
    for stage in Stage:
        done = [progress.done for progress in told if progress.stage is stage]
        assert done == sorted(done)
        assert len(done) > 3
        assert done[-1] == next(progress.whole for progress in reversed(told) if progress.stage is stage)
    assert [progress.stage for progress in told] == sorted((each.stage for each in told), key=list(Stage).index)


@pytest.mark.parametrize("stage", Stage)
def test_a_copy_can_be_stopped_and_the_outlet_goes_on(store: Store, copy: Path, stage: Stage) -> None:
    def stop(progress: Progress) -> None:
        if progress.stage is stage:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.copy(copy, OTHER_KEY, stop)
    assert rotation.remove(copy.parent, copy.name) >= 1
    accept(store)
    store.copy(copy, OTHER_KEY, _ignore).close()


def test_no_file_is_overwritten(store: Store, copy: Path) -> None:
    copy.write_bytes(b"somebody's")
    with pytest.raises(FileExistsError):
        store.copy(copy, OTHER_KEY, _ignore)
    assert copy.read_bytes() == b"somebody's"


def test_no_byte_of_a_plain_page_is_ever_written_to_any_file(tmp_path: Path) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace shows what a process writes and is not installed")
    trace = tmp_path / "trace"
    watch = ["strace", "-f", "-y", "-e", "trace=write,pwrite64,writev,pwritev", "-s", "100000", "-xx", "-o", trace]
    root = Path(__file__).parents[2]
    subprocess.run([*watch, sys.executable, "-B", "-c", CHILD, root, tmp_path], check=True, capture_output=True)
    written = bytes.fromhex("".join(re.findall(r"\\x([0-9a-f]{2})", trace.read_text("ascii"))))
    assert {b"outlet-1.db", b"outlet-1.db-wal", b"outlet-2.db"} <= set(
        re.findall(rb"outlet-[12]\.db(?:-[a-z]+)?", written)
    )
    assert len(written) > 100_000
    for needle in _needles():
        assert needle not in written


def test_the_same_search_finds_the_needle_in_a_plain_copy(store: Store, tmp_path: Path) -> None:
    _plant(store, 3)
    plain = tmp_path / "plain.db"
    store._database._connection.execute(f"ATTACH '{plain}' AS plain KEY ''")
    store._database._connection.execute("SELECT sqlcipher_export('plain')").fetchall()
    store._database._connection.execute("DETACH plain")
    assert any(needle in plain.read_bytes() for needle in _needles()[1:])
    assert _needles()[0] in plain.read_bytes()


def test_while_it_runs_no_file_anywhere_near_holds_a_plain_page(
    store: Store, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outlet_app.store.connection._COPY_PAGES", 4)
    _plant(store, 30)
    seen: set[str] = set()
    others = set(_files(Path(tempfile.gettempdir())))

    def look(_: Progress) -> None:
        for file in set(_files(copy.parent, Path(tempfile.gettempdir()))) - others:
            seen.add(file.name)
            content = file.read_bytes()
            assert not any(needle in content for needle in _needles()), file

    store.copy(copy, OTHER_KEY, look).close()
    assert {"outlet.db", "outlet-2.db"} <= seen


def _files(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from (file for file in folder.iterdir() if file.is_file() and os.access(file, os.R_OK))


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM settings",
        "DELETE FROM waybills WHERE number = 'YT0000003'",
        "UPDATE acts SET chain_hash = zeroblob(32) WHERE n = (SELECT max(n) FROM acts)",
        "DELETE FROM acts WHERE n = (SELECT max(n) FROM acts)",
    ],
)
def test_a_copy_that_lacks_anything_is_refused(store: Store, copy: Path, sql: str) -> None:
    _plant(store, 3)
    with store._database.transaction() as cursor:
        cursor.run("INSERT INTO settings (name, value) VALUES ('a', 'b')")

    def lose(progress: Progress) -> None:
        if progress == Progress(Stage.CHECKING, 0, progress.whole):
            with store._database.transaction() as cursor:
                cursor.run("PRAGMA defer_foreign_keys=ON")
                cursor.run(sql)
                cursor.run("DELETE FROM label_wraps WHERE record_id NOT IN (SELECT record_id FROM waybills)")

    with pytest.raises(FileDamaged) as error:
        store.copy(copy, OTHER_KEY, lose)
    assert error.value.path == copy


@pytest.mark.parametrize("offset", [5000, 60_000])
def test_a_flipped_bit_in_the_copy_is_noticed(store: Store, copy: Path, offset: int) -> None:
    _plant(store, 30)

    def flip(progress: Progress) -> None:
        if progress.stage is Stage.COPYING and progress.done == progress.whole:
            flips.append(progress.done)

    flips: list[int] = []
    original = rotation.copy_database

    def copy_and_flip(*arguments: object) -> None:
        original(*arguments)  # type: ignore[arg-type] # handed on as it came
        content = bytearray(copy.read_bytes())
        content[offset] ^= 1
        copy.write_bytes(content)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rotation, "copy_database", copy_and_flip)
        with pytest.raises(FileDamaged):
            store.copy(copy, OTHER_KEY, flip)
    assert flips


def test_a_disk_without_room_stops_the_copy_and_nothing_else(store: Store, copy: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("the size limit of a process is POSIX")
    import resource  # noqa: PLC0415 - not on Windows
    import signal  # noqa: PLC0415 - with it

    _plant(store, 30)
    store.tidy()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    former = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, hard))
    try:
        with pytest.raises(DiskFull):
            store.copy(copy, OTHER_KEY, _ignore)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, former)
    rotation.remove(copy.parent, copy.name)
    accept(store, "YT0000031")


def test_every_other_database_goes_with_its_log_and_nothing_else_does(tmp_path: Path) -> None:
    for name in (
        "outlet-1.db",
        "outlet-1.db-wal",
        "outlet-1.db-shm",
        "outlet-3.db.room",
        "outlet-2.db",
        "outlet-2.db-wal",
    ):
        (tmp_path / name).write_bytes(b"")
    for name in ("outlet.keys", "outlet-1.db.bak", "notes.txt", "my-outlet-1.db"):
        (tmp_path / name).write_bytes(b"")
    assert rotation.remove_others(tmp_path, "outlet-2.db") == 4
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        *("my-outlet-1.db", "notes.txt", "outlet-1.db.bak", "outlet-2.db", "outlet-2.db-wal", "outlet.keys"),
    ]


def test_a_database_that_no_rotation_left_is_set_aside_with_its_log(tmp_path: Path) -> None:
    for name in ("outlet-3.db", "outlet-3.db-wal", "outlet-5.db", "outlet-5.db-wal", "outlet-6.db", "outlet-1.db-wal"):
        (tmp_path / name).write_bytes(name.encode())
        os.utime(tmp_path / name, (1_795_000_000, 1_795_000_000))
    assert rotation.remove_others(tmp_path, "outlet-5.db") == 4
    start = "set-aside-20261118-110640-"
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {
        "outlet-5.db": b"outlet-5.db",
        "outlet-5.db-wal": b"outlet-5.db-wal",
        f"{start}outlet-3.db": b"outlet-3.db",
        f"{start}outlet-3.db-wal": b"outlet-3.db-wal",
        f"{start}outlet-1.db-wal": b"outlet-1.db-wal",
    }


def test_the_epoch_of_a_database_from_elsewhere_is_nobodys_neighbour(tmp_path: Path) -> None:
    assert rotation.next_epoch(tmp_path / "nowhere") == 1
    assert rotation.next_epoch(tmp_path, 4) == 6
    (tmp_path / "outlet-7.db-wal").write_bytes(b"")
    assert rotation.next_epoch(tmp_path, 4) == 9


def test_one_database_goes_with_its_log_and_no_other(tmp_path: Path) -> None:
    for name in ("outlet-1.db", "outlet-1.db-wal", "outlet-2.db", "outlet-11.db"):
        (tmp_path / name).write_bytes(b"")
    assert rotation.remove(tmp_path, "outlet-1.db") == 2
    assert sorted(file.name for file in tmp_path.iterdir()) == ["outlet-11.db", "outlet-2.db"]


def test_a_database_that_is_gone_cannot_be_checked(store: Store, copy: Path) -> None:
    def lose(progress: Progress) -> None:
        if progress.stage is Stage.COPYING and progress.done == progress.whole:
            copy.unlink()

    with pytest.raises((FileMissing, FileNotFoundError)):
        store.copy(copy, OTHER_KEY, lose)
