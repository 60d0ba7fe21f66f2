"""Whether a label's token opens the wrap of its waybill."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from outlet_app.sealing.label_code import LabelToken
from outlet_app.sealing.label_trial import label_wrap_opens
from tests.sealing.conftest import flipped

if TYPE_CHECKING:
    from outlet_app.sealing.seal import Sealed
    from tests.sealing.conftest import Outlet


def test_it_opens_with_its_own_token_and_with_no_other(outlet: Outlet, sealed: Sealed) -> None:
    row, wrap = sealed.waybill, sealed.wrap
    assert label_wrap_opens(row, wrap, sealed.token, outlet_id=outlet.outlet_id)
    assert not label_wrap_opens(row, wrap, LabelToken(bytes(16)), outlet_id=outlet.outlet_id)


def test_it_does_not_open_for_another_row_version_serial_or_outlet_or_a_changed_bit(
    outlet: Outlet, sealed: Sealed
) -> None:
    row, wrap, here = sealed.waybill, sealed.wrap, outlet.outlet_id
    newer = dataclasses.replace(row, masked=dataclasses.replace(row.masked, version=2))
    other = dataclasses.replace(row, masked=dataclasses.replace(row.masked, number="YT8800000000002"))
    changed = dataclasses.replace(wrap, wrap=flipped(wrap.wrap, 200))
    tries = [
        (newer, wrap, here),
        (other, wrap, here),
        (row, dataclasses.replace(wrap, serial=2), here),
        (row, changed, here),
        (row, wrap, bytes(16)),
    ]
    assert not any(label_wrap_opens(sealed_row, w2, sealed.token, outlet_id=where) for sealed_row, w2, where in tries)
