"""The full check of a closed database."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import FileBusy, FileMissing
from outlet_app.store import integrity
from outlet_app.store.connection import DatabaseKey, open_database
from outlet_app.store.integrity import CheckProgress, CheckResult, CheckStage
from tests.store.rows import KEY, accept

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.store.store import Store

PAGE = 4096


def _ignore(_: CheckProgress) -> None:
    return


@pytest.fixture
def closed(store: Store, path: Path) -> Path:
    """An outlet with a few waybills that nobody has open."""
    for number in range(1, 31):
        accept(store, f"YT{number:07}")
    store.close()
    return path


def _flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def test_a_sound_file_is_found_sound_and_stays_as_it_was(closed: Path) -> None:
    before = closed.read_bytes()
    assert integrity.check(closed, KEY, _ignore) == CheckResult(())
    assert integrity.check(closed, KEY, _ignore).is_sound
    assert closed.read_bytes() == before


def test_each_flipped_page_is_named(closed: Path) -> None:
    for page in (7, 9):
        _flip(closed, (page - 1) * PAGE + 100)
    result = integrity.check(closed, KEY, _ignore)
    assert not result.is_sound
    seals = [line for line in result.faults if "HMAC" in line]
    assert len(seals) == 2
    assert seals[0].endswith("7")
    assert seals[1].endswith("9")


def test_every_page_is_looked_at(closed: Path) -> None:
    """One bit in each page in turn; the plain salt in front of the first page is not used."""
    sound = closed.read_bytes()
    for at in range(16, len(sound), PAGE):
        _flip(closed, at)
        assert not integrity.check(closed, KEY, _ignore).is_sound
        closed.write_bytes(sound)


def test_an_index_that_does_not_fit_its_table_is_a_fault(closed: Path) -> None:
    database = open_database(closed, KEY)
    with database.transaction() as cursor:
        cursor.run("PRAGMA writable_schema=ON")
        cursor.run(
            "UPDATE sqlite_schema SET sql = 'CREATE INDEX waybills_by_number ON waybills (carrier)'"
            " WHERE name = 'waybills_by_number'"
        )
    database.close()
    result = integrity.check(closed, KEY, _ignore)
    assert any("waybills_by_number" in line for line in result.faults)


def test_a_file_that_does_not_open_is_a_fault_and_a_missing_one_an_error(closed: Path) -> None:
    assert not integrity.check(closed, DatabaseKey(bytes(32), bytes(16)), _ignore).is_sound
    closed.unlink()
    with pytest.raises(FileMissing):
        integrity.check(closed, KEY, _ignore)


def test_an_open_outlet_is_not_checked(store: Store, path: Path) -> None:
    with pytest.raises(FileBusy):
        integrity.check(path, KEY, _ignore)
    accept(store)


def test_what_stands_in_the_log_is_checked_too(store: Store, path: Path) -> None:
    store.tidy()
    for number in range(1, 11):
        accept(store, f"YT{number:07}")
    killed = path.with_name("killed.db")
    for ending in ("", "-wal"):
        shutil.copy(f"{path}{ending}", f"{killed}{ending}")
    assert killed.with_name("killed.db-wal").stat().st_size > PAGE
    assert integrity.check(killed, KEY, _ignore).is_sound
    assert killed.stat().st_size > path.stat().st_size


def test_progress_rises_and_ends_whole(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(integrity, "_STEPS_EACH", 200)
    told: list[CheckProgress] = []
    integrity.check(closed, KEY, told.append)
    trees = [progress.done for progress in told if progress.stage is CheckStage.TREES]
    assert trees == sorted(trees)
    assert len(trees) > 5
    assert max(trees) <= told[0].whole
    assert told[-1] == CheckProgress(CheckStage.SEALS, 1, 1)


def test_a_check_can_be_stopped_and_the_file_opens_again(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(integrity, "_STEPS_EACH", 200)

    def stop(progress: CheckProgress) -> None:
        if progress.done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        integrity.check(closed, KEY, stop)
    assert integrity.check(closed, KEY, _ignore).is_sound
