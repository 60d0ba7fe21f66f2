"""What an erasing means for backups: one from before brings details back, which are due again; one from after none."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from outlet_app.services.record_check import RecordState
from outlet_app.services.report import Sayings
from outlet_app.services.retention import BySheet
from outlet_app.store import waybills
from tests.outlets import OWNER_PASSWORD, Clock, make_outlet
from tests.services.erasing import gone, later, work
from tests.services.new_pc import Pc, Saved, pc_at, restored
from tests.services.test_reports import sheet_text

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.domain.sealed_waybill import SealedWaybill
    from outlet_app.services import Services
    from tests.outlets import Outlet

GONE = 3
YEARS = 800


@pytest.fixture(scope="module")
def backups(tmp_path_factory: pytest.TempPathFactory) -> tuple[Saved, Saved, Clock]:
    """A backup from right before details were erased, and one from after; with the clock of that day."""
    folder = tmp_path_factory.mktemp("erased")
    outlet = make_outlet(folder / "a")
    stick = folder / "stick"
    stick.mkdir()
    gone(outlet.owner(), GONE)
    owner = later(outlet, YEARS)
    owner.backup.choose_folder(owner.backup.try_folder(stick))
    before = folder / "kept-elsewhere.oab"
    shutil.copyfile(owner.backup.make(lambda _: None).path, before)
    work(owner)
    erase(owner, outlet)
    outlet.clock.move(hours=1)
    after = owner.backup.make(lambda _: None).path
    outlet.entrance.close()
    return Saved(outlet, before, ()), Saved(outlet, after, ()), outlet.clock


def erase(owner: Services, outlet: Outlet) -> None:
    owner.retention.order(BySheet(" ".join(outlet.words)), password=OWNER_PASSWORD, card=outlet.card)
    while owner.retention.some():
        pass


def on_a_new_pc(folder: Path, saved: Saved, clock: Clock) -> tuple[Pc, Services]:
    pc = pc_at(folder)
    pc.clock.now = clock.now
    owner = restored(pc, saved)
    owner.date.look()
    owner.date.confirm(pc.clock())
    return pc, owner


def rows(owner: Services) -> list[SealedWaybill]:
    reader = owner.session.store.reader
    return [waybills.sealed(reader, each.masked.record_id) for each in waybills.sealed_range(reader, 0)]


def test_a_backup_from_before_brings_details_back_and_they_are_due_again(
    backups: tuple[Saved, Saved, Clock], tmp_path: Path
) -> None:
    before, _, clock = backups
    pc, owner = on_a_new_pc(tmp_path / "b", before, clock)
    try:
        assert not any(row.is_erased or row.masked.is_emptied for row in rows(owner))
        assert owner.retention.standing().due.count == GONE
        assert owner.retention.standing().records == ()
        work(owner)
        assert all(row.masked.is_emptied for row in rows(owner))
    finally:
        pc.restore.abandon()
        pc.entrance.close()


def test_a_backup_from_after_is_good_and_holds_what_is_left_with_its_destruction_record(
    backups: tuple[Saved, Saved, Clock], tmp_path: Path
) -> None:
    _, after, clock = backups
    pc, owner = on_a_new_pc(tmp_path / "b", after, clock)
    try:
        assert all(row.is_erased and row.masked.is_emptied for row in rows(owner))
        standing = owner.retention.standing()
        assert (standing.due.count, [record.said.count for record in standing.records]) == (0, [GONE])
        while owner.session.verify_some():
            pass
        assert owner.session.record_state() is RecordState.GOOD
    finally:
        pc.restore.abandon()
        pc.entrance.close()


def test_the_day_sheet_tells_of_an_erasing_and_not_of_each_range(outlet: Outlet) -> None:
    gone(outlet.owner(), GONE)
    owner = later(outlet, YEARS)
    erase(owner, outlet)
    said = Sayings(
        act=lambda act: f"<{act.kind} {act.facts.get('erasing', '')}>", flag=lambda view: str(view.flag.kind)
    )
    today = owner.reports._session.clock().date()
    text = sheet_text(owner.reports.day_sheet(today, said))
    assert f"<setting_changed {GONE}>" in text
    assert "<details_erased" not in text
    outlet.entrance.close()
