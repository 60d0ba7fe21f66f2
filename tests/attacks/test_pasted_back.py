"""Old pieces of the database put back, and a cut that is made to look like a hole the owner named."""

from __future__ import annotations

import shutil
import struct
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.history import Checkpoint
from outlet_app.domain.holes import Hole, write_hole
from outlet_app.errors import HistoryBroken, OutletError, StatementRefused
from outlet_app.services.record_check import RecordState
from outlet_app.services.salvage import Salvage
from outlet_app.store import activities, waybills
from outlet_app.store.near_checkpoint import Standing, standing
from tests.attacks.conftest import WAYBILLS
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD
from tests.services.wrecking import act_hash, damage

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.services import Services
    from outlet_app.store.connection import Row
    from tests.attacks.thief import Thief
    from tests.outlets import Outlet

PAGE = 4096


def _database(outlet: Outlet) -> Path:
    return outlet.place.folder / outlet.keys.key_file().database_name


def _work(outlet: Outlet, times: int = 4) -> Services:
    chen = outlet.chen()
    for _ in range(times):
        chen.entry.accept(draft(), LABEL_PRINTER)
    return chen


def _put_back(kept: Path, outlet: Outlet) -> None:
    for path in (outlet.place.folder, outlet.place.state):
        shutil.rmtree(path)
        shutil.copytree(kept / path.name, path)


def _told(outlet: Outlet, head: int) -> tuple[bool, list[Row]]:
    """Whether the next opening tells that something is wrong; the acts up to `head` and the waybills as it reads."""
    try:
        lin = outlet.lin()
        while lin.session.verify_some():
            pass
        broken = lin.session.record_state() is RecordState.BROKEN
        reader = lin.session.store.reader
        acts = reader.rows(tuple, "SELECT * FROM acts WHERE n <= ? ORDER BY n", head)
        rows = reader.rows(tuple, "SELECT * FROM waybills ORDER BY waybill_id")
        for record_id in reader.rows(lambda row: bytes(row[0]), "SELECT record_id FROM waybills"):
            waybills.sealed(reader, record_id)
    except OutletError:
        return True, []
    outlet.entrance.close()
    return broken, [*acts, *rows]


def test_an_old_page_put_back_alone_is_seen_or_changes_no_act_and_no_waybill(outlet: Outlet, tmp_path: Path) -> None:
    """Each page's seal is its own, so an old page passes the cipher; the acts do not let it pass."""
    _work(outlet)
    outlet.entrance.close()
    old = _database(outlet).read_bytes()
    head = _work(outlet).session.store.checkpoint().n
    outlet.entrance.close()
    new = _database(outlet).read_bytes()
    changed = [at for at in range(0, len(old), PAGE) if old[at : at + PAGE] != new[at : at + PAGE]]
    for path in (outlet.place.folder, outlet.place.state):
        shutil.copytree(path, tmp_path / "kept" / path.name)
    broken, sound = _told(outlet, head)
    assert not broken
    seen = 0
    for at in changed[:: max(1, len(changed) // 8)]:
        _put_back(tmp_path / "kept", outlet)
        _database(outlet).write_bytes(new[:at] + old[at : at + PAGE] + new[at + PAGE :])
        told, rows = _told(outlet, head)
        assert told or rows == sound
        seen += told
    assert seen


def test_an_old_log_pasted_beside_the_database_changes_nothing_or_is_seen(outlet: Outlet) -> None:
    chen = _work(outlet)
    log = _database(outlet).with_name(f"{_database(outlet).name}-wal")
    old = log.read_bytes()
    seen = chen.session.store.checkpoint()
    _work(outlet)
    outlet.entrance.close()
    log.write_bytes(old)
    try:
        lin = outlet.lin()
    except OutletError:
        return
    now = standing(lin.session.store, seen)
    broken = lin.session.record_state() is RecordState.BROKEN
    outlet.entrance.close()
    assert broken or now is Standing.FITS


def _journal(old: bytes, new: bytes) -> bytes:
    """A rollback journal that brings the file `new` back to what it was as `old`, put together by hand.

    Source of the layout: https://www.sqlite.org/fileformat2.html#the_rollback_journal, read 2026-11.
    """
    changed = [at for at in range(0, len(old), PAGE) if old[at : at + PAGE] != new[at : at + PAGE]]
    nonce = 0x5EED
    head = bytes.fromhex("d9d505f920a163d7") + struct.pack(">5I", len(changed), nonce, len(old) // PAGE, 512, PAGE)
    records = []
    for at in changed:
        page = old[at : at + PAGE]
        total = nonce + sum(page[PAGE - 200 : 0 : -200])
        records.append(struct.pack(">I", at // PAGE + 1) + page + struct.pack(">I", total & 0xFFFFFFFF))
    return head.ljust(512, b"\0") + b"".join(records)


@pytest.fixture
def journal(outlet: Outlet) -> Path:
    """A journal beside the closed database that holds its pages from before the last parcels."""
    _work(outlet)
    outlet.entrance.close()
    old = _database(outlet).read_bytes()
    _work(outlet)
    outlet.entrance.close()
    journal = _database(outlet).with_name(f"{_database(outlet).name}-journal")
    journal.write_bytes(_journal(old, _database(outlet).read_bytes()))
    return journal


@pytest.mark.usefixtures("journal")
def test_sqlite_by_itself_would_roll_the_database_back_by_a_journal_pasted_beside_it(thief: Thief) -> None:
    """So that the next test says something."""
    assert thief.run("SELECT count(*) FROM waybills") == [(WAYBILLS + 4,)]


def test_a_journal_pasted_beside_the_database_changes_nothing_and_is_recorded(outlet: Outlet, journal: Path) -> None:
    pasted = journal.read_bytes()
    lin = outlet.lin()
    reader = lin.session.store.reader
    assert reader.number("SELECT count(*) FROM waybills") == WAYBILLS + 8
    acts = activities.after(reader, 0, 10_000)
    assert [act.detail for act in acts if act.kind == ActivityKind.INTEGRITY_FAULT] == ['{"what":"journal"}']
    while lin.session.verify_some():
        pass
    assert lin.session.record_state() is RecordState.GOOD
    outlet.entrance.close()
    assert not journal.exists()
    assert [path.read_bytes() for path in outlet.place.folder.glob("set-aside-*-journal")] == [pasted]


def test_a_log_that_is_taken_away_shows_at_the_next_scan_of_a_label(outlet: Outlet, tmp_path: Path) -> None:
    chen = _work(outlet)
    head = chen.session.store.checkpoint()
    label = Checkpoint(head.branch, head.n, head.chain_hash[:20])
    shutil.copytree(outlet.place.folder, tmp_path / "aside")
    outlet.entrance.close()
    state = outlet.place.near_checkpoint.read_bytes()
    shutil.rmtree(outlet.place.folder)
    shutil.copytree(tmp_path / "aside", outlet.place.folder)
    _database(outlet).with_name(f"{_database(outlet).name}-wal").unlink()
    outlet.place.near_checkpoint.write_bytes(state)
    lin = outlet.lin()
    assert lin.session.record_state() is RecordState.BROKEN
    assert standing(lin.session.store, label) is not Standing.FITS
    outlet.entrance.close()


def test_a_clerk_cannot_name_a_hole(outlet: Outlet, thief: Thief) -> None:
    """His statement bears no owner's signature, so nobody gets in with it."""
    _work(outlet).session.sign_out()
    outlet.entrance.close()
    ((head,),) = thief.run("SELECT max(n) FROM acts")
    ((digest,),) = thief.run("SELECT chain_hash FROM acts WHERE n = ?", head - 6)
    hole = Hole(head - 9, head - 6, bytes(digest))
    thief.run("DELETE FROM acts WHERE n BETWEEN ? AND ?", hole.first, hole.last)
    ((serial,),) = thief.run("SELECT max(serial) + 1 FROM statements")
    signature = thief.opened.signing_key.sign(write_hole(hole).encode())
    thief.run("INSERT INTO statements VALUES (?, ?, ?)", serial, write_hole(hole), signature)
    with pytest.raises((StatementRefused, HistoryBroken)):
        outlet.lin()


def test_a_hole_that_the_owner_named_cannot_be_widened(outlet: Outlet, thief: Thief) -> None:
    _work(outlet, 12)
    outlet.entrance.close()
    damage(outlet, act_hash(outlet, 0.5))
    salvage = Salvage(outlet.keys, outlet.entrance, outlet.clock)
    salvage.save(outlet.owner_id, OWNER_PASSWORD, outlet.card, lambda _: None)
    owner = salvage.agree()
    (hole,) = activities.holes(owner.session.store.reader)
    outlet.entrance.close()
    thief.__dict__.pop("opened", None)
    thief.run("DELETE FROM acts WHERE n = ?", hole.last + 1)
    assert _told(outlet, 0)[0]


def test_what_is_left_of_a_damaged_outlet_gives_a_clerk_no_more_than_before(outlet: Outlet, thief: Thief) -> None:
    """Set-aside database and key file beside the new ones: still not one waybill."""
    _work(outlet)
    outlet.entrance.close()
    salvage = Salvage(outlet.keys, outlet.entrance, outlet.clock)
    salvage.save(outlet.owner_id, OWNER_PASSWORD, outlet.card, lambda _: None)
    salvage.agree()
    outlet.entrance.close()
    for name in ("opened", "secrets"):
        thief.__dict__.pop(name, None)
    assert thief.waybills_he_opens() == 0
