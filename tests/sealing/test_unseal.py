"""The only way back: the right label or the right owner, in the right row, and nothing else."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import KeyMismatch
from outlet_app.sealing.label_code import LabelToken
from outlet_app.sealing.owner_seed import new_owner_seed
from outlet_app.sealing.seal import Sealed, seal
from outlet_app.sealing.unseal import unseal_with_owner_key, unseal_with_token
from tests.sealing.conftest import Outlet, flipped, make_masked, make_waybill

if TYPE_CHECKING:
    from outlet_app.domain.sealed_waybill import SealedWaybill
    from outlet_app.domain.waybill import Waybill


def moved(row: SealedWaybill, **changes: object) -> SealedWaybill:
    """The same secrets in a row that says something else of itself."""
    masked = dataclasses.replace(row.masked, **changes)  # type: ignore[arg-type] # the fields' own types
    return dataclasses.replace(row, masked=masked)


def other_seal(outlet: Outlet, **changes: object) -> Sealed:
    waybill = make_waybill(**changes)
    public_key = outlet.clerk.owner_public_key
    return seal(waybill, make_masked(waybill), outlet_id=outlet.outlet_id, owner_public_key=public_key)


def test_the_label_opens_its_waybill(outlet: Outlet, sealed: Sealed, waybill: Waybill) -> None:
    details = unseal_with_token(sealed.waybill, sealed.wrap, sealed.token, outlet_id=outlet.outlet_id)

    assert (details.sender, details.recipient) == (waybill.sender, waybill.recipient)
    assert (details.contents, details.remark) == (waybill.contents, waybill.remark)


def test_the_owner_opens_it_without_a_label(outlet: Outlet, sealed: Sealed, waybill: Waybill) -> None:
    details = unseal_with_owner_key(sealed.waybill, outlet.founding.owner_seed, outlet_id=outlet.outlet_id)

    assert details.recipient == waybill.recipient


def test_another_labels_token_opens_nothing(outlet: Outlet, sealed: Sealed) -> None:
    other = other_seal(outlet, record_id=b"r" * 16)
    for token in (other.token, LabelToken(bytes(16)), LabelToken(flipped(sealed.token.secret, 0))):
        with pytest.raises(KeyMismatch):
            unseal_with_token(sealed.waybill, sealed.wrap, token, outlet_id=outlet.outlet_id)


def test_another_owner_opens_nothing(outlet: Outlet, sealed: Sealed) -> None:
    with pytest.raises(KeyMismatch):
        unseal_with_owner_key(sealed.waybill, new_owner_seed(outlet.outlet_id), outlet_id=outlet.outlet_id)


@pytest.mark.parametrize("change", [{"record_id": b"r" * 16}, {"number": "YT8801234567891"}, {"version": 2}])
def test_in_another_row_number_or_version_nothing_opens(
    outlet: Outlet, sealed: Sealed, change: dict[str, object]
) -> None:
    row = moved(sealed.waybill, **change)
    wraps = [
        sealed.wrap,
        dataclasses.replace(sealed.wrap, record_id=row.masked.record_id, version=row.masked.version),
    ]

    for wrap in wraps:
        with pytest.raises(KeyMismatch):
            unseal_with_token(row, wrap, sealed.token, outlet_id=outlet.outlet_id)
    with pytest.raises(KeyMismatch):
        unseal_with_owner_key(row, outlet.founding.owner_seed, outlet_id=outlet.outlet_id)


def test_in_another_outlet_nothing_opens(outlet: Outlet, sealed: Sealed) -> None:
    with pytest.raises(KeyMismatch):
        unseal_with_token(sealed.waybill, sealed.wrap, sealed.token, outlet_id=bytes(16))
    with pytest.raises(KeyMismatch):
        unseal_with_owner_key(sealed.waybill, outlet.founding.owner_seed, outlet_id=bytes(16))


def test_under_another_serial_the_label_opens_nothing(outlet: Outlet, sealed: Sealed) -> None:
    wrap = dataclasses.replace(sealed.wrap, serial=2)

    with pytest.raises(KeyMismatch):
        unseal_with_token(sealed.waybill, wrap, sealed.token, outlet_id=outlet.outlet_id)


def test_a_wrap_that_says_another_row_is_refused_unopened(outlet: Outlet, sealed: Sealed) -> None:
    for wrap in (
        dataclasses.replace(sealed.wrap, record_id=bytes(16)),
        dataclasses.replace(sealed.wrap, version=2),
    ):
        with pytest.raises(KeyMismatch):
            unseal_with_token(sealed.waybill, wrap, sealed.token, outlet_id=outlet.outlet_id)


def test_parts_of_two_waybills_do_not_open_together(outlet: Outlet, sealed: Sealed) -> None:
    other = other_seal(outlet)
    mixed = [
        dataclasses.replace(sealed.waybill, details=other.waybill.details),
        dataclasses.replace(sealed.waybill, owner_wrap=other.waybill.owner_wrap),
    ]

    for row in mixed:
        with pytest.raises(KeyMismatch):
            unseal_with_owner_key(row, outlet.founding.owner_seed, outlet_id=outlet.outlet_id)
    with pytest.raises(KeyMismatch):
        unseal_with_token(mixed[0], sealed.wrap, sealed.token, outlet_id=outlet.outlet_id)
    with pytest.raises(KeyMismatch):
        unseal_with_token(sealed.waybill, other.wrap, sealed.token, outlet_id=outlet.outlet_id)


def test_with_any_bit_of_the_label_wrap_changed_nothing_opens(outlet: Outlet, sealed: Sealed) -> None:
    for bit in range(len(sealed.wrap.wrap) * 8):
        wrap = dataclasses.replace(sealed.wrap, wrap=flipped(sealed.wrap.wrap, bit))
        with pytest.raises(KeyMismatch):
            unseal_with_token(sealed.waybill, wrap, sealed.token, outlet_id=outlet.outlet_id)


def test_with_any_bit_of_the_owner_wrap_changed_nothing_opens(outlet: Outlet, sealed: Sealed) -> None:
    for bit in range(len(sealed.waybill.owner_wrap) * 8):
        row = dataclasses.replace(sealed.waybill, owner_wrap=flipped(sealed.waybill.owner_wrap, bit))
        with pytest.raises(KeyMismatch):
            unseal_with_owner_key(row, outlet.founding.owner_seed, outlet_id=outlet.outlet_id)


def test_with_any_bit_of_the_details_changed_nothing_opens(outlet: Outlet, sealed: Sealed) -> None:
    for bit in range(len(sealed.waybill.details) * 8):
        row = dataclasses.replace(sealed.waybill, details=flipped(sealed.waybill.details, bit))
        with pytest.raises(KeyMismatch):
            unseal_with_token(row, sealed.wrap, sealed.token, outlet_id=outlet.outlet_id)


def test_with_details_cut_short_nothing_opens(outlet: Outlet, sealed: Sealed) -> None:
    for length in (0, 31, 32, 60, len(sealed.waybill.details) - 1):
        row = dataclasses.replace(sealed.waybill, details=sealed.waybill.details[:length])
        with pytest.raises(KeyMismatch):
            unseal_with_owner_key(row, outlet.founding.owner_seed, outlet_id=outlet.outlet_id)
