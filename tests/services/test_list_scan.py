"""What a scan at a hand-over list is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.handover_list import HandoverWay, PutOnOutcome
from outlet_app.domain.history import Checkpoint
from outlet_app.services.list_scan import read_scan
from outlet_app.services.record_check import RecordState
from tests.services.handing import parcel
from tests.services.revealing import last
from tests.services.scanning import acknowledge, edit, label_at, lose_a_day

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.services import Services
    from tests.outlets import Outlet


def test_a_label_that_opens_and_bars_lead_to_the_same_waybill_and_record_nothing(chen: Services) -> None:
    made = parcel(chen)
    head = chen.session.store.checkpoint()
    by_code = read_scan(chen.session, "yto", made.text, typed=False)
    by_bars = read_scan(chen.session, "yto", made.number, typed=False)
    assert (by_code.outcome, by_code.way, by_code.record_id) == (PutOnOutcome.ON, HandoverWay.CODE, made.record_id)
    assert (by_bars.outcome, by_bars.way, by_bars.record_id) == (PutOnOutcome.ON, HandoverWay.BARS, made.record_id)
    assert chen.session.store.checkpoint() == head


def test_a_label_that_does_not_fit_the_record_is_kept_off_and_makes_it_broken(chen: Services) -> None:
    made = parcel(chen)
    head = chen.session.store.checkpoint()
    text = label_at(chen, made, Checkpoint(head.branch, head.n + 40, bytes(32)))
    assert read_scan(chen.session, "yto", text, typed=False).outcome is PutOnOutcome.MISFIT
    assert chen.session.record_state() is RecordState.BROKEN
    assert last(chen)[0] == "integrity_fault"
    assert read_scan(chen.session, "yto", made.number, typed=False).outcome is PutOnOutcome.ON


def test_a_label_of_the_lost_days_is_to_be_entered_again(outlet: Outlet, tmp_path: Path) -> None:
    texts = lose_a_day(outlet, tmp_path / "aside")
    owner = outlet.owner()
    assert read_scan(owner.session, "yto", texts[-1], typed=False).outcome is PutOnOutcome.MISFIT
    acknowledge(outlet, owner)
    scan = read_scan(owner.session, "yto", texts[-1], typed=False)
    assert scan.outcome is PutOnOutcome.LOST_DAYS
    assert last(owner) == ("searched", {"key": "label", "hits": 0, "outcome": "lost_days"})
    owner.session.store.close()


def test_a_row_that_is_not_what_its_acts_say_is_kept_off_until_the_owner_knows_it(outlet: Outlet) -> None:
    owner = outlet.owner()
    made = parcel(owner)
    edit(owner, "UPDATE waybills SET number = 'YT1111111111111' WHERE record_id = ?", made.record_id)
    assert read_scan(owner.session, "yto", "YT1111111111111", typed=True).outcome is PutOnOutcome.MISFIT
    acknowledge(outlet, owner)
    assert read_scan(owner.session, "yto", "YT1111111111111", typed=True).outcome is PutOnOutcome.LOST_DAYS
    owner.session.store.close()
