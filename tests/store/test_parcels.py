"""Arrived parcels as rows: what is written, what its act says, and that a row changed by hand is seen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.arrived_parcel import ParcelState
from outlet_app.errors import AlreadyOnShelf, HistoryBroken, NotOnShelf
from outlet_app.store import activities, parcels
from outlet_app.store.connection import ConstraintFailed
from outlet_app.store.store import Entry
from tests.store.rows import AUTHOR, SIGNERS, accept
from tests.store.shelved import parcel, shelve

if TYPE_CHECKING:
    from outlet_app.domain.arrived_parcel import ArrivedParcel
    from outlet_app.store.store import Store
    from tests.store.rows import Clock


def last(store: Store) -> dict[str, str | int]:
    act = activities.newest(store.reader)
    assert act is not None
    return {"kind": act.kind, **read_detail(act)}


def checked(store: Store, made: ArrivedParcel) -> ArrivedParcel:
    return parcels.checked(store.reader, made.record_id)


def test_an_arrival_is_its_row_and_an_act_that_tells_no_tail_and_no_number(store: Store) -> None:
    made = shelve(store, cod_fen=1200, tail="4711")
    assert checked(store, made) == made
    said = last(store)
    assert (said["kind"], said["parcel"], said["shelf_code"], said["carrier"]) == ("arrived", "waiting", "15-1-1", "sf")
    assert said["cod_fen"] == 1200
    assert "collect_fen" not in said
    text = str(said)
    assert "4711" not in text
    assert made.number not in text
    store.verify(store.genesis, signers=SIGNERS)


def test_a_number_stands_once_for_each_carrier_and_says_where(store: Store) -> None:
    first = shelve(store)
    with pytest.raises(AlreadyOnShelf) as refused:
        shelve(store)
    assert refused.value.shelf_code == first.shelf_code
    other = shelve(store, carrier="jd")
    assert parcels.here(store.reader, first.number, "jd") == other
    store.write(AUTHOR, parcels.left(first, ParcelState.FORWARDED, first.arrived_at))
    assert shelve(store).place == 3


def test_two_parcels_never_get_one_place(store: Store) -> None:
    shelve(store)
    with pytest.raises(ConstraintFailed):
        store.write(AUTHOR, parcels.arrived(parcel("SF0000000000001", place=1)))


def test_a_correction_says_old_and_new_amounts_and_of_the_tail_only_that(store: Store) -> None:
    former = shelve(store, cod_fen=1200)
    made = replace(former, cod_fen=0, collect_fen=800, tail="4711", carrier="jd", number="JD0000000000001")
    store.write(AUTHOR, parcels.corrected(former, made))
    assert checked(store, made) == made
    said = last(store)
    assert {name: said[name] for name in ("cod_fen", "was_cod_fen", "collect_fen", "was_collect_fen")} == {
        "cod_fen": 0,
        "was_cod_fen": 1200,
        "collect_fen": 800,
        "was_collect_fen": 0,
    }
    assert (said["carrier"], said["was_carrier"], said["tail"]) == ("jd", "sf", "changed")
    assert "4711" not in str(said)
    with pytest.raises(AlreadyOnShelf):
        store.write(AUTHOR, parcels.corrected(other := shelve(store), replace(other, number=made.number, carrier="jd")))


def test_what_left_is_neither_corrected_nor_moved_nor_given_out_once_more(store: Store, clock: Clock) -> None:
    made = shelve(store)
    store.write(AUTHOR, parcels.collected(made, clock(), {}))
    gone = checked(store, made)
    assert (gone.state, gone.left_at) == (ParcelState.COLLECTED, clock())
    before = store.checkpoint()
    for entry in (
        parcels.corrected(made, replace(made, tail="1111")),
        parcels.moved(made, replace(made, place=9), clock()),
        parcels.collected(made, clock(), {}),
        parcels.refused(made, "damaged"),
        parcels.handed_back(made, clock()),
    ):
        with pytest.raises(NotOnShelf):
            store.write(AUTHOR, entry)
    assert store.checkpoint() == before


def test_a_collection_says_what_was_taken_and_is_taken_back_with_it(store: Store, clock: Clock) -> None:
    made = shelve(store, cod_fen=1200, collect_fen=300)
    store.write(AUTHOR, parcels.collected(made, clock(), {"by": "digits"}))
    taken = {"cod_fen": 1200, "collect_fen": 300, "shelf_code": "15-1-1"}
    assert last(store) == {"kind": "collected", "parcel": "collected", "by": "digits", **taken}
    store.write(AUTHOR, parcels.collection_undone(made, ParcelState.WAITING))
    assert last(store) == {"kind": "collection_undone", "parcel": "waiting", **taken}
    assert checked(store, made) == made
    with pytest.raises(NotOnShelf):
        store.write(AUTHOR, parcels.collection_undone(made, ParcelState.WAITING))


def test_a_collection_is_not_taken_back_onto_a_number_that_stands_here_anew(store: Store, clock: Clock) -> None:
    made = shelve(store)
    store.write(AUTHOR, parcels.collected(made, clock(), {}))
    again = shelve(store)
    with pytest.raises(AlreadyOnShelf) as refused:
        store.write(AUTHOR, parcels.collection_undone(made, ParcelState.WAITING))
    assert refused.value.shelf_code == again.shelf_code


def test_a_refused_parcel_goes_onto_a_list_and_off_it_and_back_to_its_carrier(store: Store, clock: Clock) -> None:
    made = shelve(store)
    store.write(AUTHOR, parcels.refused(made, "not_wanted"))
    refused = checked(store, made)
    assert (refused.state, refused.left_at) == (ParcelState.REFUSED, None)
    assert last(store)["reason"] == "not_wanted"
    for kind, former, state in (
        (ActivityKind.LISTED, ParcelState.REFUSED, ParcelState.LISTED),
        (ActivityKind.UNLISTED, ParcelState.LISTED, ParcelState.REFUSED),
    ):
        store.write(AUTHOR, _told(made, kind, former, state))
        assert checked(store, made).state is state
    store.write(AUTHOR, parcels.handed_back(checked(store, made), clock(), {"list": 12}))
    assert last(store) == {"kind": "returned", "parcel": "returned", "list": 12}
    assert checked(store, made).left_at == clock()


def _told(made: ArrivedParcel, kind: ActivityKind, former: ParcelState, state: ParcelState) -> Entry:
    return Entry(
        replace(parcels.refused(made, "").activity, kind=kind, detail={parcels.STATE_WORD: state.value}),
        lambda cursor: parcels.change(cursor, made.record_id, former, state),
    )


@pytest.mark.parametrize(
    "change",
    [
        "cod_fen = 0",
        "collect_fen = collect_fen - 1",
        "number = 'SF9999999999999'",
        "carrier = 'jd'",
        "shelf = '16'",
        "place = 77",
        "state = 'collected', left_ms = 1",
        "state = 'refused'",
        "waybill = (SELECT record_id FROM waybills)",
    ],
)
def test_a_row_that_is_changed_by_hand_no_longer_fits_its_acts(store: Store, change: str) -> None:
    accept(store)
    made = shelve(store, cod_fen=1200, collect_fen=300)
    arrived = store.checkpoint().n
    shelve(store, "SF0000000000002")
    with store._database.transaction() as cursor:
        cursor.run(f"UPDATE parcels SET {change} WHERE record_id = ?", made.record_id)  # noqa: S608 - the texts above
    with pytest.raises(HistoryBroken) as broken:
        checked(store, made)
    assert broken.value.at == arrived


def test_a_row_without_an_act_is_nobodys_and_none_is_none(store: Store) -> None:
    made = parcel()
    with store._database.transaction() as cursor:
        cursor.run(parcels._INSERT, *parcels._values(made))
    with pytest.raises(HistoryBroken) as broken:
        checked(store, made)
    assert broken.value.at == 0
    with pytest.raises(KeyError):
        parcels.checked(store.reader, b"n" * 16)
    assert parcels.by_id(store.reader, b"n" * 16) is None
    with store._database.transaction() as cursor, pytest.raises(NotOnShelf):
        parcels.change(cursor, b"n" * 16, ParcelState.WAITING, ParcelState.LOST)


def test_acts_that_were_lost_are_begun_anew_by_one_that_says_all_of_the_row(store: Store) -> None:
    made = parcel(cod_fen=1200)
    with store._database.transaction() as cursor:
        cursor.run(parcels._INSERT, *parcels._values(made))
    store.write(AUTHOR, parcels.as_found(made))
    assert checked(store, made) == made


def test_the_last_ten_are_told_newest_first_wherever_they_are(store: Store, clock: Clock) -> None:
    made = [shelve(store, f"SF{step:013d}") for step in range(12)]
    store.write(AUTHOR, parcels.collected(made[-1], clock(), {}))
    latest = parcels.latest(store.reader)
    assert [each.number for each in latest] == [each.number for each in made[:1:-1]]
    assert latest[0].state is ParcelState.COLLECTED


def test_what_a_waybill_came_back_as_is_found_by_it(store: Store) -> None:
    sealed = accept(store)
    made = shelve(store, waybill=sealed.masked.record_id)
    assert parcels.of_waybill(store.reader, sealed.masked.record_id) == [made.record_id]
    assert parcels.of_waybill(store.reader, made.record_id) == []
