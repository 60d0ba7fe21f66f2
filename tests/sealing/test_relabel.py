"""A new label: the old scan or the owner, a new token, and the old label is then worth nothing."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import KeyMismatch
from outlet_app.sealing.label_code import LabelToken
from outlet_app.sealing.owner_seed import new_owner_seed
from outlet_app.sealing.relabel import Relabelled, relabel_with_owner_key, relabel_with_token
from outlet_app.sealing.unseal import unseal_with_token

if TYPE_CHECKING:
    from outlet_app.domain.waybill import Waybill
    from outlet_app.sealing.seal import Sealed
    from tests.sealing.conftest import Outlet


def by_scan(outlet: Outlet, sealed: Sealed, serial: int = 2) -> Relabelled:
    return relabel_with_token(sealed.waybill, sealed.wrap, sealed.token, outlet_id=outlet.outlet_id, serial=serial)


def test_the_new_label_opens_what_the_old_one_opened(outlet: Outlet, sealed: Sealed, waybill: Waybill) -> None:
    by_owner = relabel_with_owner_key(sealed.waybill, outlet.founding.owner_seed, outlet_id=outlet.outlet_id, serial=3)
    for new, serial in ((by_scan(outlet, sealed), 2), (by_owner, 3)):
        details = unseal_with_token(sealed.waybill, new.wrap, new.token, outlet_id=outlet.outlet_id)

        assert details.recipient == waybill.recipient
        assert (new.wrap.record_id, new.wrap.version, new.wrap.serial) == (waybill.record_id, 1, serial)


def test_old_token_and_new_wrap_do_not_open_together(outlet: Outlet, sealed: Sealed) -> None:
    new = by_scan(outlet, sealed)

    for wrap, token in ((new.wrap, sealed.token), (sealed.wrap, new.token)):
        with pytest.raises(KeyMismatch):
            unseal_with_token(sealed.waybill, wrap, token, outlet_id=outlet.outlet_id)


def test_nothing_but_a_token_and_a_wrap_comes_out(outlet: Outlet, sealed: Sealed) -> None:
    new = by_scan(outlet, sealed)

    assert [field.name for field in dataclasses.fields(new)] == ["wrap", "token"]
    assert new.token.secret.hex() not in repr(new)
    assert repr(new.token.secret) not in repr(new)


def test_another_label_gets_no_new_one(outlet: Outlet, sealed: Sealed) -> None:
    with pytest.raises(KeyMismatch):
        relabel_with_token(sealed.waybill, sealed.wrap, LabelToken(bytes(16)), outlet_id=outlet.outlet_id, serial=2)
    with pytest.raises(KeyMismatch):
        relabel_with_owner_key(sealed.waybill, new_owner_seed(outlet.outlet_id), outlet_id=outlet.outlet_id, serial=2)


@pytest.mark.parametrize("serial", [0, 1])
def test_serials_only_rise(outlet: Outlet, sealed: Sealed, serial: int) -> None:
    with pytest.raises(ValueError, match="rise"):
        by_scan(outlet, sealed, serial)
