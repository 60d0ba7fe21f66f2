"""What sealing leaves, and that nobody but the named holders can open it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.context import ctx
from outlet_app.errors import InvalidDraft, KeyMismatch
from outlet_app.sealing import suite
from outlet_app.sealing.seal import Sealed, seal
from tests.sealing.conftest import Outlet, make_masked, make_waybill

if TYPE_CHECKING:
    from outlet_app.domain.waybill import Waybill


def test_lengths_are_the_frozen_ones(sealed: Sealed) -> None:
    assert len(sealed.waybill.details) == 32 + 29 + 512
    assert len(sealed.waybill.owner_wrap) == 80
    assert len(sealed.wrap.wrap) == 61
    assert len(sealed.token.secret) == 16
    assert len(sealed.waybill.masked_salt) == len(sealed.waybill.road_salt) == 16


def test_nothing_personal_stands_in_what_is_stored(sealed: Sealed, waybill: Waybill) -> None:
    stored = sealed.waybill.details + sealed.waybill.owner_wrap + sealed.wrap.wrap
    people = (waybill.sender, waybill.recipient)
    texts = [text for party in people for text in (party.name, party.phone, party.detail)] + [waybill.contents]

    assert not [text for text in texts for code in ("utf-8", "utf-16-le", "gb18030") if text.encode(code) in stored]


def test_the_token_is_not_in_what_is_stored(sealed: Sealed) -> None:
    assert sealed.token.secret not in sealed.waybill.details + sealed.waybill.owner_wrap + sealed.wrap.wrap
    assert sealed.token.secret.hex() not in repr(sealed)
    assert repr(sealed.token.secret) not in repr(sealed)


def test_the_wrap_says_which_label_it_belongs_to(outlet: Outlet, waybill: Waybill) -> None:
    second = seal(
        waybill,
        make_masked(waybill),
        outlet_id=outlet.outlet_id,
        owner_public_key=outlet.clerk.owner_public_key,
        serial=2,
    )

    assert (second.wrap.record_id, second.wrap.version, second.wrap.serial) == (waybill.record_id, 1, 2)


def test_two_seals_of_one_waybill_share_no_key(outlet: Outlet, waybill: Waybill, sealed: Sealed) -> None:
    again = seal(
        waybill,
        make_masked(waybill),
        outlet_id=outlet.outlet_id,
        owner_public_key=outlet.clerk.owner_public_key,
    )

    assert again.token != sealed.token
    assert again.waybill.details[:32] != sealed.waybill.details[:32]
    assert again.waybill.masked_salt != sealed.waybill.masked_salt
    assert len({again.waybill.masked_salt, again.waybill.road_salt, sealed.waybill.road_salt}) == 3


def test_without_a_carriers_key_there_is_no_carrier_wrap(sealed: Sealed) -> None:
    assert sealed.waybill.carrier_wrap is None


def test_a_carrier_opens_the_record_key_with_its_own_key_and_this_context(outlet: Outlet, waybill: Waybill) -> None:
    carrier = suite.OpeningKey(bytes(range(32)))
    row = seal(
        waybill,
        make_masked(waybill),
        outlet_id=outlet.outlet_id,
        owner_public_key=outlet.clerk.owner_public_key,
        carrier_public_key=carrier.public_key,
    ).waybill
    assert row.carrier_wrap is not None
    ids = (outlet.outlet_id, waybill.record_id)
    info = ctx("carrier", *ids, waybill.number, waybill.version, suite.digest(row.details))

    record_key = carrier.hpke_open(row.carrier_wrap, info)
    keys = suite.derive(record_key, ctx("record", *ids, waybill.version), 64)
    packed = suite.unbox(keys[:32], row.details[32:], ctx("details", *ids, waybill.number, waybill.version))

    assert len(row.carrier_wrap) == 80
    assert keys[32:] == row.details[:32]
    assert waybill.recipient.name.encode() in packed
    with pytest.raises(KeyMismatch):
        outlet.founding.owner_seed.opening_key.hpke_open(row.carrier_wrap, info)


@pytest.mark.parametrize("change", [{"record_id": bytes(16)}, {"version": 2}, {"number": "YT1"}])
def test_the_masked_part_of_another_waybill_is_refused(
    outlet: Outlet, waybill: Waybill, change: dict[str, object]
) -> None:
    other = make_masked(dataclasses.replace(waybill, **change))  # type: ignore[arg-type] # the fields' own types

    with pytest.raises(ValueError, match="another"):
        seal(waybill, other, outlet_id=outlet.outlet_id, owner_public_key=outlet.clerk.owner_public_key)


def test_details_that_are_too_long_are_named_before_anything_is_sealed(outlet: Outlet) -> None:
    waybill = make_waybill(remark="长" * 700)

    with pytest.raises(InvalidDraft) as refused:
        seal(waybill, make_masked(waybill), outlet_id=outlet.outlet_id, owner_public_key=bytes(32))

    assert refused.value.faults[0].field == "remark"


def test_nothing_is_sealed_to_an_owner_key_that_is_none(outlet: Outlet, waybill: Waybill) -> None:
    with pytest.raises(KeyMismatch):
        seal(waybill, make_masked(waybill), outlet_id=outlet.outlet_id, owner_public_key=bytes(32))
