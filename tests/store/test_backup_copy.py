"""A copy made beside the work: consistent, under its own key, and never in anybody's way."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, NoReturn

import pytest

from outlet_app.domain.history import Checkpoint
from outlet_app.errors import DiskFull, FileDamaged, Stopped
from outlet_app.store import backup_copy, connection
from outlet_app.store.backup_copy import BackupProgress, BackupStage, Copied
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.store import Store
from tests.store.rows import KEY, OUTLET, SIGNERS, Clock, accept

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BACKUP_KEY = DatabaseKey(bytes(range(100, 132)), bytes(range(100, 116)))


def ignore(_: BackupProgress) -> None:
    return


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small outlet in as many steps as a large one."""
    monkeypatch.setattr(connection, "_STEP_PAGES", 4)


@pytest.fixture
def part(tmp_path: Path) -> Path:
    return tmp_path / "backup-part.db"


@pytest.fixture
def full(store: Store) -> Store:
    """A store of some 60 pages."""
    for number in range(30):
        accept(store, f"YT{number:07}")
    return store


class Beside:
    """Makes a copy in a thread of its own; `at_step` is called there at the step of that number."""

    def __init__(self, store: Store, part: Path, at_step: int, act: Callable[[], None]) -> None:
        self.copied: Copied | None = None
        self.trouble: BaseException | None = None
        self.told: list[BackupProgress] = []
        self._at, self._act = at_step, act
        self._thread = threading.Thread(target=self._run, args=(store, part))

    def _run(self, store: Store, part: Path) -> None:
        try:
            self.copied = store.copy_beside(part, BACKUP_KEY, self._tell)
        except BaseException as trouble:  # noqa: BLE001 - told to the test
            self.trouble = trouble

    def _tell(self, progress: BackupProgress) -> None:
        self.told.append(progress)
        if len(self.told) == self._at:
            self._act()

    def start(self) -> Beside:
        self._thread.start()
        return self

    def end(self) -> Beside:
        self._thread.join(10)
        assert not self._thread.is_alive()
        return self


def test_sqlite_itself_lets_two_threads_use_one_connection(store: Store) -> None:
    options = store.reader.rows(lambda row: str(row[0]), "PRAGMA compile_options")

    assert "THREADSAFE=1" in options


def test_the_copy_is_the_whole_outlet_under_its_own_key_alone(full: Store, part: Path, clock: Clock) -> None:
    told: list[BackupProgress] = []
    copied = full.copy_beside(part, BACKUP_KEY, told.append)

    assert copied == Copied(full.checkpoint(), full.reader.number("PRAGMA user_version"))
    assert told[-1] == BackupProgress(BackupStage.CHECKING, 1, 1)
    assert {progress.stage for progress in told} == {BackupStage.COPYING, BackupStage.CHECKING}
    with pytest.raises(FileDamaged):
        Store.open(part, KEY, outlet_id=OUTLET, clock=clock)
    with Store.open(part, BACKUP_KEY, outlet_id=OUTLET, clock=clock) as opened:
        assert opened.verify(opened.genesis, signers=SIGNERS) == full.checkpoint()
        assert opened.reader.number("SELECT count(*) FROM waybills") == 30


def test_what_is_accepted_meanwhile_lands_in_the_copy_or_after_it_and_the_copy_is_whole(
    full: Store, part: Path, clock: Clock
) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        reached.set()
        assert go_on.wait(10)

    before = full.checkpoint()
    beside = Beside(full, part, 5, hold).start()
    assert reached.wait(10)
    for number in range(100, 120):
        accept(full, f"YT{number:07}")
    within = full.checkpoint()
    go_on.set()
    for number in range(200, 240):
        accept(full, f"YT{number:07}")
    copied = beside.end().copied
    assert beside.trouble is None
    assert copied is not None
    assert before.n < within.n <= copied.at.n <= full.checkpoint().n
    with Store.open(part, BACKUP_KEY, outlet_id=OUTLET, clock=clock) as opened:
        assert opened.verify(opened.genesis, signers=SIGNERS) == copied.at
        assert opened.reader.rows(tuple, "PRAGMA integrity_check") == [("ok",)]
        waybills = opened.reader.number("SELECT count(*) FROM waybills")
        assert waybills == opened.reader.number("SELECT count(*) FROM acts WHERE kind = 'accepted'")
        assert waybills >= 50


def test_a_transaction_that_stands_open_is_waited_for_and_one_that_fails_leaves_nothing(
    full: Store, part: Path, clock: Clock
) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        reached.set()
        assert go_on.wait(10)

    beside = Beside(full, part, 5, hold).start()
    assert reached.wait(10)

    def fail() -> NoReturn:
        with full._database.transaction() as cursor:
            cursor.run("UPDATE waybills SET remark = 'never committed'")
            go_on.set()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert beside.end().copied is not None
    with Store.open(part, BACKUP_KEY, outlet_id=OUTLET, clock=clock) as opened:
        assert opened.reader.number("SELECT count(*) FROM waybills WHERE remark = 'never committed'") == 0
        assert opened.reader.rows(tuple, "PRAGMA integrity_check") == [("ok",)]


def test_closing_the_store_ends_a_copy_first(full: Store, part: Path, path: Path, clock: Clock) -> None:
    reached = threading.Event()
    beside = Beside(full, part, 3, reached.set).start()
    assert reached.wait(10)
    full.close()
    assert isinstance(beside.end().trouble, Stopped)
    with pytest.raises(Stopped):
        full.copy_beside(part.with_name("later.db"), BACKUP_KEY, ignore)
    with Store.open(path, KEY, outlet_id=OUTLET, clock=clock) as again:
        assert again.verify(again.genesis, signers=SIGNERS) == again.checkpoint()


def test_a_rotation_ends_a_copy_first_and_the_next_copy_may_begin(full: Store, part: Path, tmp_path: Path) -> None:
    reached = threading.Event()
    beside = Beside(full, part, 3, reached.set).start()
    assert reached.wait(10)
    full.copy(tmp_path / "outlet-2.db", DatabaseKey(bytes(32), bytes(16)), lambda _: None).close()
    assert isinstance(beside.end().trouble, Stopped)
    backup_copy.remove(part)
    assert full.copy_beside(part, BACKUP_KEY, ignore).at == full.checkpoint()


def test_what_the_listener_raises_ends_the_copy_and_the_store_works_on(full: Store, part: Path) -> None:
    def stop(_: BackupProgress) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        full.copy_beside(part, BACKUP_KEY, stop)
    accept(full, "YT0000500")
    backup_copy.remove(part)
    assert list(part.parent.glob("backup-part*")) == []
    backup_copy.remove(part)


def test_a_copy_that_lacks_a_confirmed_act_is_none(full: Store, part: Path) -> None:
    head = full.checkpoint()
    for missing in (Checkpoint(1, head.n + 1, head.chain_hash), Checkpoint(1, head.n, bytes(32))):
        with pytest.raises(FileDamaged):
            backup_copy.copy(full._database, missing, part, BACKUP_KEY, ignore)
        backup_copy.remove(part)


def test_a_damaged_page_is_found_before_the_key_is_dropped(full: Store, part: Path) -> None:
    def spoil(progress: BackupProgress) -> None:
        if progress.stage is BackupStage.CHECKING and progress.done == 0:
            data = bytearray(part.read_bytes())
            data[len(data) // 2] ^= 1
            part.write_bytes(bytes(data))

    with pytest.raises(FileDamaged) as damaged:
        full.copy_beside(part, BACKUP_KEY, spoil)
    assert damaged.value.path == part


def test_a_disk_without_room_stops_the_copy_and_nothing_else(full: Store, part: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("the size limit of a process is POSIX")
    import resource  # noqa: PLC0415 - not on Windows
    import signal  # noqa: PLC0415 - with it

    full.tidy()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    former = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, hard))
    try:
        with pytest.raises(DiskFull):
            full.copy_beside(part, BACKUP_KEY, ignore)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, former)
    accept(full, "YT0000500")
    assert full.verify(full.genesis, signers=SIGNERS) == full.checkpoint()
