"""Label wraps come and go with their labels."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import NothingToReprint
from outlet_app.store import activities, label_wraps, waybills
from tests.store.rows import AUTHOR, NOON, accept, accepted, sealed_waybill, wrap_of

if TYPE_CHECKING:
    from outlet_app.store.store import Store


def test_a_wrap_stands_beside_its_waybill(store: Store) -> None:
    sealed = sealed_waybill()
    wrap = wrap_of(sealed)
    assert label_wraps.of(store.reader, wrap.record_id) is None
    store.write(AUTHOR, *accepted(sealed, wrap))
    assert label_wraps.of(store.reader, wrap.record_id) == wrap


def test_a_wrap_is_uncoded_until_its_label_went_to_a_printer(store: Store) -> None:
    sealed = sealed_waybill()
    wrap = wrap_of(sealed)
    later = NOON + timedelta(minutes=10)
    store.write(AUTHOR, waybills.accepted(sealed, wrap))
    assert label_wraps.uncoded(store.reader, later) == [wrap]
    assert label_wraps.uncoded(store.reader, NOON) == []
    store.write(AUTHOR, label_wraps.taken(wrap.record_id, 1, "counter printer"))
    assert label_wraps.uncoded(store.reader, later) == []
    assert label_wraps.of(store.reader, wrap.record_id) == wrap
    act = activities.of_record(store.reader, wrap.record_id)[-1]
    assert (act.kind, act.detail) == ("label_taken", '{"printer":"counter printer","serial":1}')


def test_a_label_of_another_serial_cannot_be_taken_or_erased(store: Store) -> None:
    sealed = accept(store)
    head = store.checkpoint()
    for entry in (
        label_wraps.taken(sealed.masked.record_id, 2, "counter printer"),
        label_wraps.erased(sealed.masked.record_id, 2, "forgotten"),
        label_wraps.taken(bytes(16), 1, "counter printer"),
        label_wraps.erased(bytes(16), 1, "forgotten"),
    ):
        with pytest.raises(NothingToReprint):
            store.write(AUTHOR, entry)
    assert store.checkpoint() == head


def test_an_erased_wrap_is_gone_and_its_act_says_why(store: Store) -> None:
    sealed = accept(store)
    store.write(AUTHOR, label_wraps.erased(sealed.masked.record_id, 1, "forgotten"))
    assert label_wraps.of(store.reader, sealed.masked.record_id) is None
    act = activities.of_record(store.reader, sealed.masked.record_id)[-1]
    assert (act.kind, act.detail) == ("label_wrap_erased", '{"reason":"forgotten","serial":1}')
    assert waybills.sealed(store.reader, sealed.masked.record_id) == sealed
    with pytest.raises(NothingToReprint):
        store.write(AUTHOR, label_wraps.taken(sealed.masked.record_id, 1, "counter printer"))


def test_wraps_past_a_day_are_found_oldest_first(store: Store) -> None:
    young = accept(store, "YT0000003", accepted_at=NOON)
    oldest = accept(store, "YT0000001", accepted_at=NOON - timedelta(days=9))
    old = accept(store, "YT0000002", accepted_at=NOON - timedelta(days=8))
    found = label_wraps.older(store.reader, NOON - timedelta(days=7))
    assert [wrap.record_id for wrap in found] == [oldest.masked.record_id, old.masked.record_id]
    assert label_wraps.of(store.reader, young.masked.record_id) is not None


def test_a_wrap_cannot_stand_without_a_waybill(store: Store) -> None:
    from outlet_app.store.connection import ConstraintFailed  # noqa: PLC0415  only here

    with pytest.raises(ConstraintFailed), store._database.transaction() as cursor:
        label_wraps.keep(cursor, wrap_of(sealed_waybill()), NOON)
