"""The one way to write."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.history import next_hash
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import FileBusy, FileDamaged, HistoryBroken, KeyMismatch
from outlet_app.store import activities, label_wraps, profile, waybills
from outlet_app.store.store import Author, Entry, Signers, Store
from tests.store.rows import (
    AUTHOR,
    CHEN,
    CHEN_SIGNS,
    KEY,
    NOON,
    OUTLET,
    RECIPIENT,
    SIGNERS,
    WANG,
    WANG_SIGNS,
    Clock,
    accept,
    accepted,
    log_pages,
    pages,
    sealed_waybill,
    wrap_of,
)

if TYPE_CHECKING:
    from outlet_app.domain.history import Checkpoint
    from outlet_app.store.connection import Cursor

LOCKED = Entry(Activity(ActivityKind.LOCKED))
_ROOT = Path(__file__).resolve().parents[2]


def reopen(path: Path, clock: Clock) -> Store:
    return Store.open(path, KEY, outlet_id=OUTLET, clock=clock)


def tamper(store: Store, sql: str, *values: str | int | bytes | None) -> None:
    with store._database.transaction() as cursor:
        cursor.run(sql, *values)


def verified(store: Store, signers: Signers | None = SIGNERS, limit: int = 3) -> Checkpoint:
    reached = store.genesis
    while (following := store.verify(reached, limit, signers)) != store.checkpoint():
        assert following.n > reached.n
        reached = following
    return following


def test_rows_and_acts_are_there_after_reopening(store: Store, path: Path, clock: Clock) -> None:
    sealed = accept(store)
    head = store.checkpoint()
    store.close()
    with reopen(path, clock) as again:
        assert again.checkpoint() == head
        assert waybills.sealed(again.reader, sealed.masked.record_id) == sealed
        kinds = [act.kind for act in activities.after(again.reader, 0, 10)]
        assert kinds == ["outlet_founded", "accepted", "label_taken"]


def test_a_write_answers_the_checkpoint_of_its_last_act(store: Store, clock: Clock) -> None:
    before = store.checkpoint()
    clock.move(minutes=1)
    reached = store.write(AUTHOR, LOCKED, Entry(Activity(ActivityKind.UNLOCKED, b"r" * 16, {"why": "密码"})))
    assert (reached.n, reached.branch) == (before.n + 2, 1)
    assert store.checkpoint() == reached
    first, last = activities.after(store.reader, before.n, 10)
    assert (first.kind, first.signature, first.record_id, first.detail) == ("locked", None, None, "{}")
    assert (last.kind, last.record_id, last.detail) == ("unlocked", b"r" * 16, '{"why":"密码"}')
    assert (last.account_id, last.station, last.at_ms) == (CHEN, "counter-1", 1_795_320_060_000)
    assert last.chain_hash == reached.chain_hash


def test_an_entry_that_dies_takes_the_whole_transaction_with_it(store: Store) -> None:
    sealed = sealed_waybill()
    before = store.checkpoint()

    def die(_: Cursor) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.write(AUTHOR, *accepted(sealed), Entry(Activity(ActivityKind.PRINTED), die))
    assert store.checkpoint() == before
    assert waybills.by_id(store.reader, sealed.masked.record_id) is None
    assert label_wraps.of(store.reader, sealed.masked.record_id) is None
    assert verified(store) == before
    store.write(AUTHOR, *accepted(sealed))
    assert verified(store) == store.checkpoint()


def test_a_signer_that_dies_leaves_no_row_without_its_act(store: Store) -> None:
    def die(_: bytes) -> bytes:
        raise ZeroDivisionError

    sealed = sealed_waybill()
    with pytest.raises(ZeroDivisionError):
        store.write(replace(AUTHOR, sign=die), *accepted(sealed))
    assert waybills.by_id(store.reader, sealed.masked.record_id) is None


def test_writing_nothing_is_a_bug(store: Store) -> None:
    with pytest.raises(ValueError, match="nothing"):
        store.write(AUTHOR)


@pytest.mark.parametrize("detail", [{"text": "OA1.ABCD.YT1"}, {"text": "x" * 2001}, {"ok1": "see OK1.SECRET"}])
def test_no_label_code_and_no_long_text_enters_the_record(store: Store, detail: dict[str, str]) -> None:
    before = store.checkpoint()
    with pytest.raises(ValueError, match="label code"):
        store.write(AUTHOR, Entry(Activity(ActivityKind.SEARCHED, None, detail)))
    assert store.checkpoint() == before


def test_a_clock_without_a_zone_writes_nothing(path: Path, store: Store) -> None:
    store.close()
    with Store.open(path, KEY, outlet_id=OUTLET, clock=lambda: NOON.replace(tzinfo=None)) as blind:
        with pytest.raises(TypeError):
            blind.write(AUTHOR, LOCKED)
        assert blind.checkpoint().n == 1


def test_another_outlets_database_is_refused(path: Path, store: Store, clock: Clock) -> None:
    store.close()
    with pytest.raises(KeyMismatch):
        Store.open(path, KEY, outlet_id=b"x" * 16, clock=clock)
    with reopen(path, clock) as again:
        assert again.checkpoint().n == 1


def test_a_database_that_names_no_outlet_is_damaged(path: Path, store: Store, clock: Clock) -> None:
    tamper(store, "DELETE FROM outlet")
    store.close()
    with pytest.raises(FileDamaged):
        reopen(path, clock)


def test_a_new_outlet_starts_at_its_own_genesis(tmp_path: Path, clock: Clock) -> None:
    def made(name: str, outlet_id: bytes) -> Checkpoint:
        with Store.create(tmp_path / name, KEY, outlet_id=outlet_id, clock=clock, branch=3) as new:
            assert new.checkpoint() == new.genesis == new.verify(new.genesis)
            return new.checkpoint()

    one, other = made("one.db", b"1" * 16), made("other.db", b"2" * 16)
    assert (one.branch, one.n) == (other.branch, other.n) == (3, 0)
    assert one.chain_hash != other.chain_hash


def test_a_record_of_two_people_verifies_in_portions_of_any_size(store: Store) -> None:
    for number in range(7):
        accept(store, f"YT000000{number}")
        store.write(Author(WANG, "counter-2", WANG_SIGNS.sign), LOCKED, LOCKED)
    assert {verified(store, limit=limit) for limit in (1, 2, 5, 1000)} == {store.checkpoint()}
    assert verified(store, signers=None) == store.checkpoint()


def test_a_portion_ends_where_a_transaction_ends(store: Store) -> None:
    store.write(AUTHOR, *[LOCKED] * 10)
    assert store.verify(store.genesis, 3).n == 11


@pytest.mark.parametrize(
    ("sql", "at"),
    [
        ("UPDATE acts SET kind = 'printed' WHERE n = 3", 3),
        ("UPDATE acts SET at_ms = at_ms + 1 WHERE n = 4", 4),
        ("UPDATE acts SET account_id = X'77777777777777777777777777777777' WHERE n = 2", 2),
        ("UPDATE acts SET station = 'elsewhere' WHERE n = 2", 2),
        ("UPDATE acts SET record_id = NULL WHERE n = 2", 2),
        ("UPDATE acts SET detail = '{}' WHERE n = 2", 2),
        ("UPDATE acts SET chain_hash = zeroblob(32) WHERE n = 5", 5),
        ("DELETE FROM acts WHERE n = 3", 3),
        ("UPDATE acts SET signature = NULL WHERE n = 3", 4),
        ("UPDATE acts SET signature = NULL WHERE n = 5", 5),
        ("UPDATE acts SET signature = zeroblob(64) WHERE n = 3", 3),
        ("UPDATE acts SET signature = (SELECT signature FROM acts WHERE n = 5) WHERE n = 3", 3),
    ],
)
def test_whatever_is_changed_in_the_record_shows_where_it_was_changed(store: Store, sql: str, at: int) -> None:
    accept(store, "YT0000001")
    store.write(Author(WANG, "counter-2", WANG_SIGNS.sign), LOCKED, LOCKED)
    tamper(store, sql)
    with pytest.raises(HistoryBroken) as caught:
        verified(store)
    assert caught.value.at == at


@pytest.mark.parametrize(
    ("changes", "at"),
    [
        (("UPDATE acts SET kind = 'printed' WHERE n = 3", "UPDATE acts SET signature = NULL WHERE n = 5"), 3),
        (("UPDATE acts SET signature = zeroblob(64) WHERE n = 3", "UPDATE acts SET at_ms = 0 WHERE n = 5"), 3),
        (("UPDATE acts SET at_ms = 0 WHERE n = 2", "UPDATE acts SET signature = zeroblob(64) WHERE n = 5"), 2),
        (("DELETE FROM acts WHERE n > 3",), 4),
    ],
)
def test_of_several_changes_the_first_is_told(store: Store, changes: tuple[str, ...], at: int) -> None:
    accept(store, "YT0000001")
    store.write(Author(WANG, "counter-2", WANG_SIGNS.sign), LOCKED, LOCKED)
    for sql in changes:
        tamper(store, sql)
    with pytest.raises(HistoryBroken) as caught:
        verified(store)
    assert caught.value.at == at


def test_a_record_cut_short_while_the_program_runs_shows(store: Store) -> None:
    accept(store)
    tamper(store, "DELETE FROM acts WHERE n > 1")
    with pytest.raises(HistoryBroken):
        verified(store)
    with pytest.raises(HistoryBroken):
        store.verify(replace(store.checkpoint(), chain_hash=b"x" * 32))
    with pytest.raises(HistoryBroken):
        store.verify(replace(store.checkpoint(), n=9))


def test_a_record_rewritten_with_right_hashes_while_the_program_runs_shows(store: Store) -> None:
    accept(store)
    before, last = activities.after(store.reader, 1, 2)
    forged = replace(last, kind="printed")
    tamper(
        store,
        "UPDATE acts SET kind = ?, chain_hash = ? WHERE n = 3",
        forged.kind,
        next_hash(before.chain_hash, forged),
    )
    with pytest.raises(HistoryBroken) as caught:
        verified(store, signers=None)
    assert caught.value.at == 3


def test_a_record_rewritten_with_right_hashes_still_lacks_the_signature(store: Store) -> None:
    """A thief with the key and the code, but without a colleague's password, writes acts in the colleague's name."""
    forger = Author(WANG, "counter-2", CHEN_SIGNS.sign)
    store.write(forger, LOCKED)
    assert verified(store, signers=None) == store.checkpoint()
    with pytest.raises(HistoryBroken) as caught:
        verified(store)
    assert caught.value.at == 2


def test_an_account_without_a_known_key_is_not_believed(store: Store) -> None:
    with pytest.raises(HistoryBroken):
        verified(store, replace(SIGNERS, verify_keys={WANG: (WANG_SIGNS.verify_key,)}))


def test_a_signature_is_good_for_its_outlet_only(tmp_path: Path, store: Store, clock: Clock) -> None:
    signature = activities.after(store.reader, 0, 1)[0].signature
    with Store.create(tmp_path / "other.db", KEY, outlet_id=b"x" * 16, clock=clock) as other:
        other.write(AUTHOR, Entry(Activity(ActivityKind.OUTLET_FOUNDED)))
        tamper(other, "UPDATE acts SET signature = ?", signature)
        with pytest.raises(HistoryBroken):
            verified(other)


def test_an_erased_wrap_and_road_are_in_no_page_and_no_log(store: Store, path: Path) -> None:
    sealed = [sealed_waybill(f"YT{number:07d}") for number in range(300)]
    wraps = [wrap_of(each) for each in sealed]
    for each, wrap in zip(sealed, wraps, strict=True):
        store.write(AUTHOR, *accepted(each, wrap))
    assert any(wraps[0].wrap in page for page in everything(path))
    gone = [each.masked.record_id for each in sealed[::2] + sealed[1:150:2]]
    for at in range(0, len(gone), 9):
        store.write(AUTHOR, *(waybills.left(each, WaybillState.CANCELLED, NOON) for each in gone[at : at + 9]))
    assert not store.tidy_due
    content = b"".join(everything(path))
    stays = {wrap.record_id: wrap.wrap in content for wrap in wraps}
    assert sum(stays.values()) == 300 - len(gone)
    assert not any(stays[record_id] for record_id in gone)
    assert content.count(RECIPIENT.road.encode()) == 300 - len(gone)


def everything(path: Path) -> list[bytes]:
    return pages(path.read_bytes()) + log_pages(path.with_name("outlet.db-wal").read_bytes())


def test_without_secure_delete_the_same_search_finds_erased_wraps(store: Store, path: Path) -> None:
    store.reader.rows(tuple, "PRAGMA secure_delete=OFF")
    sealed = sealed_waybill()
    wrap = wrap_of(sealed)
    store.write(AUTHOR, *accepted(sealed, wrap))
    store.write(AUTHOR, label_wraps.erased(wrap.record_id, 1, "forgotten"))
    assert wrap.wrap in b"".join(everything(path))


@pytest.mark.logs("tidy_failed")
def test_an_erasure_that_cannot_reach_the_disk_is_tried_again_before_anything_else(store: Store) -> None:
    sealed = accept(store)
    unfinished = store._database._connection.execute("SELECT 1 UNION ALL SELECT n FROM acts")
    unfinished.fetchone()
    unfinished.fetchone()
    store.write(AUTHOR, label_wraps.erased(sealed.masked.record_id, 1, "forgotten"))
    reached = store.checkpoint()
    assert store.tidy_due
    with pytest.raises(FileBusy):
        store.write(AUTHOR, LOCKED)
    assert store.checkpoint() == reached
    unfinished.close()
    store.write(AUTHOR, LOCKED)
    assert not store.tidy_due


def test_an_erasure_cut_short_is_finished_at_the_next_opening(store: Store, path: Path, clock: Clock) -> None:
    """The files as a crash between commit and tidying leaves them, opened again."""
    sealed = sealed_waybill()
    wrap = wrap_of(sealed)
    store.write(AUTHOR, *accepted(sealed, wrap))
    with store._database.transaction() as cursor:
        label_wraps.remove(cursor, wrap.record_id)
    crashed = path.with_name("crashed.db")
    shutil.copy(path, crashed)
    shutil.copy(path.with_name("outlet.db-wal"), crashed.with_name("crashed.db-wal"))
    assert wrap.wrap in b"".join(log_pages(crashed.with_name("crashed.db-wal").read_bytes()))
    with reopen(crashed, clock):
        left = crashed.with_name("crashed.db-wal").read_bytes()
        assert left == b""
        assert wrap.wrap not in b"".join(pages(crashed.read_bytes()))


def test_a_closed_store_leaves_one_file(store: Store, path: Path) -> None:
    accept(store)
    store.close()
    assert [file.name for file in path.parent.iterdir()] == ["outlet.db"]


def test_an_older_page_put_back_shows_in_the_record(store: Store, path: Path, clock: Clock) -> None:
    accept(store, "YT0000001")
    store.tidy()
    before = path.read_bytes()
    accept(store, "YT0000002")
    store.write(AUTHOR, profile.setting_changed(store.reader, "daily_limit", "3"))
    seen = store.checkpoint()
    store.close()
    path.write_bytes(before)
    with reopen(path, clock) as rolled:
        assert rolled.checkpoint() != seen
        with pytest.raises(HistoryBroken):
            rolled.verify(seen)


FSYNC_CHILD = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from tests.store.rows import AUTHOR, KEY, OUTLET, Clock, accept, accepted, sealed_waybill
from outlet_app.store import number_ranges
from outlet_app.store.store import Store
store = Store.create(Path(sys.argv[1]), KEY, outlet_id=OUTLET, clock=Clock())
store.write(AUTHOR, number_ranges.entered("yto", "YT0000000", "YT0000999"))
accept(store, number_ranges.next_free(store.reader, "yto"))
for _ in range(50):
    entries = accepted(sealed_waybill(number_ranges.next_free(store.reader, "yto")))
    os.write(2, b"BEGIN\\n")
    store.write(AUTHOR, *entries)
    os.write(2, b"END\\n")
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace counts the system calls and is not installed")
def test_accepting_costs_exactly_one_fsync(path: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-e", "trace=fsync,fdatasync,sync_file_range,msync,write", "-o", trace]
    child = [sys.executable, "-c", FSYNC_CHILD, path, _ROOT]
    subprocess.run([*command, *child], check=True, capture_output=True)
    marks = re.findall(r"(BEGIN|END|fsync|fdatasync|msync)", trace.read_text(encoding="utf-8", errors="replace"))
    text = " ".join(marks)
    assert text.count("BEGIN") == 50
    assert re.findall(r"BEGIN (.*?) ?END", text) == ["fsync"] * 50
