"""Arrived parcels: what may be typed, and what it becomes."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest

from outlet_app.domain.arrived_parcel import (
    ArrivalDraft,
    ArrivedParcel,
    ParcelState,
    arrival_faults,
    days_since,
    fits_tail,
    is_return,
    read_arrival,
    read_tail,
)
from outlet_app.domain.carrier import carriers
from outlet_app.errors import Fault, FaultKind

DRAFT = ArrivalDraft(number="sf 1234567890123", carrier="sf", tail="5678", shelf="15-1")
AT = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)


def faults(**changes: str) -> tuple[Fault, ...]:
    return arrival_faults(replace(DRAFT, **changes), carriers())


def test_a_draft_becomes_a_parcel_in_its_written_forms() -> None:
    parcel = read_arrival(replace(DRAFT, cash_on_delivery="120.5", collect="８", shelf="a3"), b"r" * 16, AT)
    assert faults() == ()
    assert (parcel.number, parcel.tail, parcel.shelf, parcel.state) == ("SF1234567890123", "5678", "A3", "waiting")
    assert (parcel.cod_fen, parcel.collect_fen, parcel.due_fen) == (12050, 800, 12850)
    assert replace(parcel, place=7).shelf_code == "A3-7"


def test_a_parcel_has_no_field_for_a_person() -> None:
    assert {field.name for field in fields(ArrivedParcel)} == {
        *("record_id", "number", "carrier", "tail", "shelf", "place", "state"),
        *("cod_fen", "collect_fen", "waybill", "arrived_at", "left_at"),
    }


def test_every_fault_is_told_at_once() -> None:
    assert arrival_faults(ArrivalDraft(cash_on_delivery="x", collect="-1"), carriers()) == (
        Fault("number", FaultKind.EMPTY),
        Fault("carrier", FaultKind.EMPTY),
        Fault("tail", FaultKind.EMPTY),
        Fault("shelf", FaultKind.EMPTY),
        Fault("cash_on_delivery", FaultKind.NOT_AN_AMOUNT),
        Fault("collect", FaultKind.NOT_AN_AMOUNT),
    )


@pytest.mark.parametrize(
    ("field", "text", "kind"),
    [
        ("number", "12345", FaultKind.NOT_A_WAYBILL_NUMBER),
        ("number", "OA1.ABCD", FaultKind.NOT_A_WAYBILL_NUMBER),
        ("carrier", "nobody", FaultKind.EMPTY),
        ("tail", "56789", FaultKind.NOT_A_TAIL),
        ("tail", "1380013" + "5678", FaultKind.NOT_A_TAIL),
        ("tail", "张5678", FaultKind.NOT_A_TAIL),
        ("shelf", "15-1-7", FaultKind.NOT_A_SHELF),
    ],
)
def test_what_cannot_stand_is_a_fault_of_its_field(field: str, text: str, kind: FaultKind) -> None:
    assert faults(**{field: text}) == (Fault(field, kind),)


@pytest.mark.parametrize(("typed", "tail"), [("5678", "5678"), (" ５６ ", "56"), ("-", ""), ("无", ""), ("7", "7")])
def test_a_tail_has_at_most_four_digits_and_may_be_none(typed: str, tail: str) -> None:
    assert read_tail(typed) == tail
    assert faults(tail=typed) == ()


def test_the_digits_that_are_said_fit_a_tail_or_end_with_a_shorter_one() -> None:
    assert fits_tail("5678", " 5678 ")
    assert fits_tail("34", "1234")
    for tail, digits in (("5678", "678"), ("5678", "8765"), ("34", "3412"), ("34", "4"), ("", "1234"), ("5678", "")):
        assert not fits_tail(tail, digits)
    assert not fits_tail("78", "135678")


def test_our_own_parcel_goes_back_to_its_sender_unless_the_recipients_tail_is_typed() -> None:
    for typed in ("", "0000"):
        assert is_return(typed, "0000", "5678")
    for typed in ("5678", "1234"):
        assert not is_return(typed, "0000", "5678")
    assert is_return("1234", "", "")
    assert is_return("1234", "", "5678")
    assert not is_return("5678", "", "5678")
    assert is_return("-", "", "")


def test_days_are_counted_by_the_outlets_own_day() -> None:
    parcel = read_arrival(DRAFT, b"r" * 16, AT)
    assert parcel.state is ParcelState.WAITING
    assert days_since(parcel, AT + timedelta(hours=18)) == 0
    assert days_since(parcel, AT + timedelta(hours=19)) == 1
    assert days_since(parcel, AT + timedelta(days=7)) == 7
    assert days_since(parcel, AT - timedelta(days=2)) == 0
