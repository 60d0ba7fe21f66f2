"""Arrived parcels under the thief's own tools: what they tell of anybody, and what becomes of a row he changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import HistoryBroken
from outlet_app.services.session import RecordState
from tests.services.arriving import arrive

if TYPE_CHECKING:
    from outlet_app.domain.arrived_parcel import ArrivedParcel
    from tests.attacks.conftest import Shop
    from tests.attacks.thief import Thief
    from tests.outlets import Outlet

TOLD = {
    *("parcel_id", "record_id", "number", "carrier", "tail", "shelf", "place", "state"),
    *("cod_fen", "collect_fen", "waybill", "arrived_ms", "left_ms"),
}


def _arrivals(outlet: Outlet, shop: Shop) -> list[ArrivedParcel]:
    """Five parcels of other carriers, and one of ours that came back to its sender."""
    lin = outlet.lin()
    made = [arrive(lin, f"SF{step:013d}", tail=f"71{step:02d}", cash_on_delivery="88") for step in range(5)]
    record_id, number = next(iter(shop.numbers.items()))
    with lin.session.store._database.transaction() as cursor:
        cursor.run("UPDATE waybills SET state = 'handed_over', left_ms = 1 WHERE record_id = ?", record_id)
    made.append(arrive(lin, number, carrier="yto", tail=""))
    assert made[-1].waybill == record_id
    outlet.entrance.close()
    return made


def test_a_clerks_password_and_all_files_get_from_arrived_parcels_number_carrier_tail_and_shelf_code_and_no_more(
    shop: Shop, outlet: Outlet, thief: Thief
) -> None:
    made = _arrivals(outlet, shop)
    columns = {name for _, name, *_ in thief.run("SELECT * FROM pragma_table_info('parcels')")}
    assert columns == TOLD
    rows = thief.run("SELECT number, carrier, tail, shelf || '-' || place FROM parcels ORDER BY parcel_id")
    assert rows == [(each.number, each.carrier, each.tail, each.shelf_code) for each in made]
    dump = "\n".join(
        repr(row) for table in ("parcels", "shelves", "former_places") for row in thief.run(f"SELECT * FROM {table}")
    )
    acts = "\n".join(detail for (detail,) in thief.run("SELECT detail FROM acts"))
    for people in shop.people.values():
        for each in people:
            assert each.name not in dump + acts
            assert each.phone not in dump + acts
    assert not any(f'"{each.tail}"' in acts or each.number in acts for each in made[:5])


@pytest.mark.parametrize(
    "change",
    ["cod_fen = 0", "number = 'SF9999999999999'", "shelf = 'A', place = 1", "state = 'lost', left_ms = 1"],
)
def test_a_row_of_an_arrived_parcel_that_he_changes_is_seen_before_the_parcel_goes(
    shop: Shop, outlet: Outlet, thief: Thief, change: str
) -> None:
    """He would keep the 88 yuan, or the parcel."""
    made = _arrivals(outlet, shop)[0]
    thief.run(f"UPDATE parcels SET {change} WHERE record_id = ?", made.record_id)
    lin = outlet.lin()
    with pytest.raises(HistoryBroken):
        lin.collection.give_out(made.record_id, made.tail, cash_taken=True)
    assert lin.session.record_state() is RecordState.BROKEN
    outlet.entrance.close()


def test_a_parcel_that_was_given_out_and_is_set_back_to_its_shelf_is_seen(
    shop: Shop, outlet: Outlet, thief: Thief
) -> None:
    """He gave it to somebody else, and would have it missing from the shelf of whoever comes next."""
    made = _arrivals(outlet, shop)[0]
    chen = outlet.chen()
    chen.collection.give_out(made.record_id, made.tail, cash_taken=True)
    outlet.entrance.close()
    thief.run("UPDATE parcels SET state = 'waiting', left_ms = NULL WHERE record_id = ?", made.record_id)
    lin = outlet.lin()
    with pytest.raises(HistoryBroken):
        lin.collection.give_out(made.record_id, made.tail, cash_taken=True)
    outlet.entrance.close()


def test_the_act_of_an_arrival_changed_with_its_row_lacks_a_colleagues_signature(
    shop: Shop, outlet: Outlet, thief: Thief
) -> None:
    made = _arrivals(outlet, shop)[0]
    thief.run("UPDATE parcels SET cod_fen = 0 WHERE record_id = ?", made.record_id)
    ((n,),) = thief.run("SELECT n FROM acts WHERE record_id = ? AND kind = 'arrived'", made.record_id)
    thief.run("UPDATE acts SET detail = replace(detail, '\"cod_fen\":8800,', '') WHERE n = ?", n)
    thief.rehash(int(n), sign_again=False)
    lin = outlet.lin()
    while lin.session.verify_some():
        pass
    assert lin.session.record_state() is RecordState.BROKEN
    outlet.entrance.close()
