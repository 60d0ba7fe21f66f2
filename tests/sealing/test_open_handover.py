"""One waybill of a hand-over opens to the carrier's key, in its own place, and to nothing else."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import KeyMismatch
from outlet_app.sealing import suite
from outlet_app.sealing.open_handover import open_record
from outlet_app.sealing.owner_seed import OwnerSeed
from tests.sealing.conftest import flipped
from tests.sealing.handovers import CARRIER, FORMER, OUTLET, OWNER, record, waybills

if TYPE_CHECKING:
    from outlet_app.sealing.handover_file import HandoverRecord


@pytest.fixture(scope="module")
def one() -> HandoverRecord:
    return record(waybills()[0])


def test_the_carriers_key_opens_it(one: HandoverRecord) -> None:
    waybill = waybills()[0]
    details = open_record(one, CARRIER, outlet_id=OUTLET)

    assert (details.sender, details.recipient) == (waybill.sender, waybill.recipient)
    assert (details.contents, details.remark) == (waybill.contents, waybill.remark)


def test_no_other_key_opens_it_the_owners_neither(one: HandoverRecord) -> None:
    for key in (FORMER, OWNER.opening_key, suite.OpeningKey(bytes(range(32)))):
        with pytest.raises(KeyMismatch):
            open_record(one, key, outlet_id=OUTLET)


def test_it_opens_as_no_other_waybill_version_or_outlets(one: HandoverRecord) -> None:
    other = record(waybills()[1])
    for moved in (
        dataclasses.replace(one, record_id=other.record_id),
        dataclasses.replace(one, number=other.number),
        dataclasses.replace(one, version=one.version + 1),
        dataclasses.replace(one, details=other.details),
        dataclasses.replace(one, carrier_wrap=other.carrier_wrap),
        dataclasses.replace(other, details=one.details, carrier_wrap=one.carrier_wrap),
    ):
        with pytest.raises(KeyMismatch):
            open_record(moved, CARRIER, outlet_id=OUTLET)
    with pytest.raises(KeyMismatch):
        open_record(one, CARRIER, outlet_id=bytes(16))


def test_every_turned_bit_closes_it(one: HandoverRecord) -> None:
    for bit in range(0, 8 * len(one.carrier_wrap), 7):
        changed = dataclasses.replace(one, carrier_wrap=flipped(one.carrier_wrap, bit))
        with pytest.raises(KeyMismatch):
            open_record(changed, CARRIER, outlet_id=OUTLET)
    for bit in range(0, 8 * len(one.details), 61):
        with pytest.raises(KeyMismatch):
            open_record(dataclasses.replace(one, details=flipped(one.details, bit)), CARRIER, outlet_id=OUTLET)


def test_a_file_of_another_outlet_with_the_same_waybill_opens_as_that_outlets_alone() -> None:
    elsewhere = record(waybills()[0], outlet_id=b"x" * 16, owner=OwnerSeed(b"x" * 16, bytes(32)))

    assert open_record(elsewhere, CARRIER, outlet_id=b"x" * 16).recipient == waybills()[0].recipient
    with pytest.raises(KeyMismatch):
        open_record(elsewhere, CARRIER, outlet_id=OUTLET)
