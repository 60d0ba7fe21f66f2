"""Parcels that left with a closed list: their wraps, rows and lists in the hands of somebody who has all files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.handover_list import PutOnOutcome
from outlet_app.domain.reveal_terms import RevealField, RevealReason, ScanOutcome
from outlet_app.errors import HistoryBroken, NoLabelInHand, RevealsStopped
from outlet_app.services.record_check import RecordState
from outlet_app.store import label_wraps
from tests.attacks.thief import opened_by_codes

if TYPE_CHECKING:
    from outlet_app.domain.sealed_waybill import LabelWrap
    from outlet_app.services import Services
    from tests.attacks.conftest import Shop
    from tests.attacks.thief import Thief
    from tests.outlets import Outlet

GONE = 30
_PUT_BACK = f"INSERT INTO label_wraps ({label_wraps._COLUMNS}, coded, made_ms) VALUES (?, ?, ?, ?, 1, ?)"


@dataclass(frozen=True)
class Truck:
    """What left with it: the labels' codes by record id, and the wraps as the thief copied them before."""

    codes: dict[bytes, str]
    wraps: dict[bytes, LabelWrap]


@pytest.fixture
def truck(shop: Shop, outlet: Outlet, thief: Thief) -> Truck:
    """Thirty of the parcels leave with one list; the thief was there before with a copy of every wrap."""
    wraps = thief.wraps()
    codes = dict(list(shop.codes.items())[:GONE])
    lin = outlet.lin()
    for code in codes.values():
        standing = lin.hand_over.put_on("yto", code, typed=False).list
    assert standing is not None
    lin.hand_over.close(standing.list_id, None)
    lin.session.sign_out()
    return Truck(codes, {record_id: wraps[record_id] for record_id in codes})


def _gets_nothing(services: Services, record_id: bytes, code: str) -> None:
    assert services.scans.take(code).outcome in {ScanOutcome.CLOSED, ScanOutcome.MISFIT}
    with pytest.raises((NoLabelInHand, RevealsStopped)):
        services.reveal.by_scan(record_id, RevealField.RECIPIENT_PHONE, RevealReason.CALL)


def test_no_page_of_database_or_log_holds_a_wrap_of_what_left_with_a_closed_list(
    shop: Shop, truck: Truck, thief: Thief
) -> None:
    pages = thief.pages()
    assert not any(wrap.wrap in pages for wrap in truck.wraps.values())
    standing = thief.wraps()
    assert set(standing) == set(shop.codes) - set(truck.codes)
    assert all(wrap.wrap in pages for wrap in standing.values())
    assert not any(opened_by_codes(thief, truck.codes.values()).values())


def test_an_old_wrap_and_state_put_back_open_nothing_in_the_program(truck: Truck, outlet: Outlet, thief: Thief) -> None:
    (record_id, code), (other, other_code), *_ = truck.codes.items()
    for each in (record_id, other):
        wrap = truck.wraps[each]
        thief.run(_PUT_BACK, wrap.record_id, wrap.version, wrap.serial, wrap.wrap, int(thief.at.timestamp() * 1000))
    chen = outlet.chen()
    _gets_nothing(chen, record_id, code)
    assert chen.session.record_state() is not RecordState.BROKEN
    chen.session.sign_out()
    thief.run("UPDATE waybills SET state = 'accepted', left_ms = NULL WHERE record_id = ?", other)
    chen = outlet.chen()
    _gets_nothing(chen, other, other_code)
    assert chen.session.record_state() is RecordState.BROKEN
    chen.session.sign_out()


def test_what_left_goes_on_no_list_again(shop: Shop, truck: Truck, outlet: Outlet, thief: Thief) -> None:
    record_id = next(iter(truck.codes))
    thief.run("UPDATE waybills SET state = 'accepted', left_ms = NULL WHERE record_id = ?", record_id)
    thief.run("UPDATE handover_lists SET closed_ms = NULL")
    chen = outlet.chen()
    assert chen.hand_over.put_on("yto", shop.numbers[record_id], typed=False).outcome is PutOnOutcome.MISFIT
    chen.session.sign_out()


def test_a_parcel_slipped_onto_a_list_in_the_database_does_not_leave_with_it(
    shop: Shop, outlet: Outlet, thief: Thief
) -> None:
    """He would end a label, or have a parcel in the list that never went on the truck."""
    first, second, *_ = shop.codes
    lin = outlet.lin()
    standing = lin.hand_over.put_on("yto", shop.codes[first], typed=False).list
    assert standing is not None
    lin.session.sign_out()
    thief.run("INSERT INTO handover_items VALUES (?, 2, ?, 'waybill', 'code')", standing.number, second)
    thief.run("UPDATE waybills SET state = 'listed' WHERE record_id = ?", second)
    lin = outlet.lin()
    with pytest.raises(HistoryBroken):
        lin.hand_over.close(standing.list_id, None)
    assert lin.session.record_state() is RecordState.BROKEN
    assert label_wraps.of(lin.session.store.reader, second) is not None
    lin.session.sign_out()


def test_a_list_that_was_opened_again_in_the_database_is_not_closed_again_and_stops_no_truck(
    shop: Shop, truck: Truck, outlet: Outlet, thief: Thief
) -> None:
    thief.run("UPDATE handover_lists SET closed_ms = NULL")
    thief.run("UPDATE waybills SET state = 'listed', left_ms = NULL WHERE state = 'handed_over'")
    chen = outlet.chen()
    (standing,) = chen.hand_over.lists()
    assert standing.count == len(truck.codes)
    with pytest.raises(HistoryBroken):
        chen.hand_over.close(standing.list_id, None)
    left_in_shop = next(number for record_id, number in shop.numbers.items() if record_id not in truck.codes)
    new = chen.hand_over.put_on("yto", left_in_shop, typed=False)
    assert new.outcome is PutOnOutcome.ON
    assert new.list is not None
    assert (new.list.number, new.list.count) == (standing.number + 1, 1)
    assert chen.hand_over.close(new.list.list_id, None).list.count == 1
    chen.session.sign_out()


@pytest.mark.parametrize("carrier", ["yto", "zto"])
def test_a_list_that_was_planted_in_the_database_stops_no_truck(
    shop: Shop, outlet: Outlet, thief: Thief, carrier: str
) -> None:
    """Nobody opened it by an act, so it gives way to one that somebody did."""
    thief.run("INSERT INTO handover_lists VALUES (7, randomblob(16), ?, 1, NULL)", carrier)
    chen = outlet.chen()
    told = chen.hand_over.put_on("yto", next(iter(shop.numbers.values())), typed=False)
    assert told.outcome is PutOnOutcome.ON
    assert told.list is not None
    assert chen.hand_over.close(told.list.list_id, None).list.count == 1
    assert (chen.session.record_state() is RecordState.BROKEN) is (carrier == "yto")
    chen.session.sign_out()
