"""Owner wraps: whether they open, and their way to a new owner seed."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import KeyMismatch
from outlet_app.sealing import record_key
from outlet_app.sealing.owner_seed import new_owner_seed
from outlet_app.sealing.rewrap import owner_wrap_opens, rewrap_for_owner
from outlet_app.sealing.seal import Sealed, seal
from outlet_app.sealing.unseal import unseal_with_owner_key
from tests.sealing.conftest import Outlet, make_masked

if TYPE_CHECKING:
    from outlet_app.domain.waybill import Waybill


def test_a_row_sealed_to_a_planted_key_is_found_out(outlet: Outlet, sealed: Sealed, waybill: Waybill) -> None:
    planted = new_owner_seed(outlet.outlet_id)
    row = seal(waybill, make_masked(waybill), outlet_id=outlet.outlet_id, owner_public_key=planted.public_key).waybill

    assert owner_wrap_opens(sealed.waybill, outlet.founding.owner_seed, outlet_id=outlet.outlet_id)
    assert not owner_wrap_opens(row, outlet.founding.owner_seed, outlet_id=outlet.outlet_id)


def test_a_wrap_around_another_record_key_is_found_out(outlet: Outlet, sealed: Sealed) -> None:
    """C wraps to the right owner and in the right context, but a key that does not open the details."""
    context = record_key.context_of(sealed.waybill, outlet.outlet_id)
    wrap = record_key.wrap_to_owner(outlet.clerk.owner_public_key, bytes(32), sealed.waybill.details, context)
    row = dataclasses.replace(sealed.waybill, owner_wrap=wrap)

    assert not owner_wrap_opens(row, outlet.founding.owner_seed, outlet_id=outlet.outlet_id)


def test_a_rewrapped_row_opens_with_the_new_seed_and_no_longer_with_the_former(
    outlet: Outlet, sealed: Sealed, waybill: Waybill
) -> None:
    former, new = outlet.founding.owner_seed, new_owner_seed(outlet.outlet_id)
    wrap = rewrap_for_owner(sealed.waybill, former, new, outlet_id=outlet.outlet_id)
    row = dataclasses.replace(sealed.waybill, owner_wrap=wrap)

    assert len(wrap) == 80
    assert unseal_with_owner_key(row, new, outlet_id=outlet.outlet_id).sender == waybill.sender
    assert not owner_wrap_opens(row, former, outlet_id=outlet.outlet_id)


def test_a_row_that_the_former_seed_does_not_open_is_not_rewrapped(outlet: Outlet, sealed: Sealed) -> None:
    new = new_owner_seed(outlet.outlet_id)

    with pytest.raises(KeyMismatch):
        rewrap_for_owner(sealed.waybill, new, new, outlet_id=outlet.outlet_id)
