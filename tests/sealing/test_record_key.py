"""The record key: bound to its row, compared before anything is opened, never used directly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import KeyMismatch
from outlet_app.sealing import record_key, suite
from outlet_app.sealing.label_code import LabelToken

if TYPE_CHECKING:
    from outlet_app.sealing.seal import Sealed
    from tests.sealing.conftest import Outlet

CONTEXT = record_key.RecordContext(bytes(16), bytes(range(16)), 1, "YT1")
KEY = bytes(range(32))


def test_details_locked_with_a_key_unlock_with_it() -> None:
    locked = record_key.lock_details(KEY, b"packed", CONTEXT)

    assert record_key.unlock_details(KEY, locked, CONTEXT) == b"packed"


def test_another_key_fails_at_the_check_value_before_the_box() -> None:
    locked = record_key.lock_details(KEY, b"packed", CONTEXT)

    with pytest.raises(KeyMismatch):
        record_key.require_key(bytes(32), locked, CONTEXT)


def test_one_text_cannot_be_made_to_open_under_two_keys() -> None:
    """The check value commits to the key: a swapped one fails although the box behind it is sound."""
    one = record_key.lock_details(KEY, b"packed", CONTEXT)
    other = record_key.lock_details(bytes(32), b"packed", CONTEXT)

    for mixed in (other[:32] + one[32:], one[:32] + other[32:]):
        for key in (KEY, bytes(32)):
            with pytest.raises(KeyMismatch):
                record_key.unlock_details(key, mixed, CONTEXT)


def test_the_record_key_itself_is_no_key_to_the_details() -> None:
    locked = record_key.lock_details(KEY, b"packed", CONTEXT)

    with pytest.raises(KeyMismatch):
        suite.unbox(KEY, locked[32:], CONTEXT.named("details"))


@pytest.mark.parametrize(
    "other",
    [
        record_key.RecordContext(b"o" * 16, bytes(range(16)), 1, "YT1"),
        record_key.RecordContext(bytes(16), b"r" * 16, 1, "YT1"),
        record_key.RecordContext(bytes(16), bytes(range(16)), 2, "YT1"),
        record_key.RecordContext(bytes(16), bytes(range(16)), 1, "YT2"),
    ],
)
def test_every_part_of_the_context_counts(other: record_key.RecordContext) -> None:
    with pytest.raises(KeyMismatch):
        record_key.unlock_details(KEY, record_key.lock_details(KEY, b"packed", CONTEXT), other)


def test_wraps_to_owner_and_carrier_are_not_each_others() -> None:
    key = suite.OpeningKey(KEY)
    locked = record_key.lock_details(KEY, b"packed", CONTEXT)
    digest = suite.digest(locked)
    to_owner = record_key.wrap_to_owner(key.public_key, KEY, locked, CONTEXT)
    to_carrier = record_key.wrap_to_carrier(key.public_key, KEY, locked, CONTEXT)

    assert key.hpke_open(to_owner, CONTEXT.named("owner", digest)) == KEY
    assert key.hpke_open(to_carrier, CONTEXT.named("carrier", digest)) == KEY
    with pytest.raises(KeyMismatch):
        key.hpke_open(to_owner, CONTEXT.named("carrier", digest))


def test_a_label_wrap_of_another_record_key_does_not_pass_the_check_value(outlet: Outlet, sealed: Sealed) -> None:
    """A wrap can be forged by whoever scans the label, but only for the key that made the details."""
    context = record_key.context_of(sealed.waybill, outlet.outlet_id)
    token = LabelToken(bytes(16))
    forged = record_key.wrap_to_label(token, KEY, sealed.waybill.details, context, 1)
    wrap = type(sealed.wrap)(record_id=context.record_id, version=1, serial=1, wrap=forged)

    with pytest.raises(KeyMismatch):
        record_key.key_by_label(token, sealed.waybill, wrap, outlet.outlet_id)
