"""What an account's acts concern, told by the acts alone."""

from __future__ import annotations

import json

import pytest

from outlet_app.domain.activity import Act
from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.touched import TouchedParcel, touched


def act(n: int, kind: Kind, record: int | None, **detail: str | int) -> Act:
    record_id = None if record is None else bytes([record]) * 16
    return Act(n, 0, b"c" * 16, "counter", kind.value, record_id, json.dumps(detail), b"", None)


def test_waybills_are_counted_once_and_those_that_were_opened_apart() -> None:
    found = touched(
        [
            act(1, Kind.ACCEPTED, 1, sha_version="ab"),
            act(2, Kind.LISTED, 1, thing="waybill", way="code"),
            act(3, Kind.REVEALED, 2, field="recipient.phone"),
            act(4, Kind.OPENED_FOR_CORRECTION, 3),
            act(5, Kind.SIGNED_IN, None),
            act(6, Kind.LIST_CLOSED, 9, carrier="yto"),
        ]
    )
    assert (found.waybills, found.opened, found.looked_up, found.parcels) == (3, 2, 0, ())


def test_an_arrived_parcel_is_named_by_carrier_shelf_code_and_its_acts() -> None:
    found = touched(
        [
            act(1, Kind.ARRIVED, 1, parcel="waiting", carrier="sf", shelf_code="15-1-01", sha_parcel="ab"),
            act(2, Kind.SEARCHED, 1, key="number", hits=1),
            act(3, Kind.MOVED, 1, shelf_code="2-1-07", was_shelf_code="15-1-01"),
            act(4, Kind.COLLECTED, 1, parcel="collected", shelf_code="2-1-07"),
        ]
    )
    assert found.parcels == (TouchedParcel("sf", ("15-1-01", "2-1-07"), (1, 2, 3, 4)),)
    assert found.waybills == 0


@pytest.mark.parametrize(
    ("kind", "detail"),
    [
        (Kind.COLLECTION_REFUSED, {"why": "tail"}),
        (Kind.ARRIVAL_CORRECTED, {"sha_parcel": "ab"}),
        (Kind.PRINTED_WITHOUT_CODE, {"printer": "counter", "shelf_code": "15-1-01"}),
        (Kind.LISTED, {"thing": "parcel", "way": "number"}),
        (Kind.RETURNED, {"parcel": "returned"}),
    ],
)
def test_each_of_its_acts_alone_tells_an_arrived_parcel(kind: Kind, detail: dict[str, str | int]) -> None:
    assert [parcel.acts for parcel in touched([act(7, kind, 1, **detail)]).parcels] == [(7,)]


@pytest.mark.parametrize(
    ("kind", "detail"),
    [(Kind.RETURNED, {"came_back_to": "15-1-01"}), (Kind.ARRIVAL_UNDONE, {}), (Kind.LOST, {}), (Kind.REFUSED, {})],
)
def test_a_waybills_own_end_is_no_arrived_parcels(kind: Kind, detail: dict[str, str | int]) -> None:
    found = touched([act(7, kind, 1, **detail)])
    assert (found.waybills, found.parcels) == (1, ())


def test_what_was_only_looked_up_may_be_either_and_is_counted_apart() -> None:
    found = touched([act(1, Kind.SEARCHED, 1, key="tail", hits=1), act(2, Kind.SEARCHED, None, key="tail", hits=4)])
    assert (found.waybills, found.looked_up, found.parcels) == (0, 1, ())


def test_a_detail_that_is_none_tells_nothing() -> None:
    odd = Act(1, 0, b"c" * 16, "counter", "returned", b"1" * 16, "[", b"", None)
    assert touched([odd]).waybills == 1
