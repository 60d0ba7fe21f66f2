"""Label wraps come and go with their labels."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import NothingToReprint
from outlet_app.store import activities, label_wraps, waybills
from tests.store.rows import AUTHOR, NOON, accept, accepted, log_pages, pages, sealed_waybill, wrap_of

if TYPE_CHECKING:
    from outlet_app.store.store import Store


def _lies_on_disk(store: Store, wrap: bytes) -> bool:
    """Whether the bytes stand in a page of the database or of its log, as the key opens them."""
    log = store.path.with_name(store.path.name + "-wal")
    return any(wrap in page for page in (*pages(store.path.read_bytes()), *log_pages(log.read_bytes())))


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


def test_a_wrap_that_replaces_another_leaves_nothing_of_it_and_is_uncoded_until_printed(store: Store) -> None:
    sealed = accept(store)
    record_id, former = sealed.masked.record_id, label_wraps.of(store.reader, sealed.masked.record_id)
    assert former is not None
    new = wrap_of(sealed, serial=2)
    assert _lies_on_disk(store, former.wrap)
    store.write(AUTHOR, label_wraps.replaced(new, NOON, "scan"))
    assert label_wraps.of(store.reader, record_id) == new
    assert label_wraps.uncoded(store.reader, NOON + timedelta(minutes=10)) == [new]
    assert not _lies_on_disk(store, former.wrap)
    assert _lies_on_disk(store, new.wrap)
    act = activities.of_record(store.reader, record_id)[-1]
    assert (act.kind, act.detail) == ("relabelled", '{"by":"scan","serial":2}')
    store.write(AUTHOR, label_wraps.taken(record_id, 2, "counter printer"))
    assert waybills.sealed(store.reader, record_id) == sealed


def test_a_wrap_comes_back_where_the_lost_labels_was_erased(store: Store) -> None:
    sealed = accept(store)
    store.write(AUTHOR, label_wraps.erased(sealed.masked.record_id, 1, "term"))
    store.write(AUTHOR, label_wraps.replaced(wrap_of(sealed, serial=2), NOON, "owner"))
    wrap = label_wraps.of(store.reader, sealed.masked.record_id)
    assert wrap is not None
    assert wrap.serial == 2


def test_no_wrap_is_replaced_for_a_parcel_that_has_left_or_in_another_version(store: Store) -> None:
    sealed = accept(store)
    head = store.checkpoint()
    with pytest.raises(KeyError):
        store.write(AUTHOR, label_wraps.replaced(replace(wrap_of(sealed, 2), version=2), NOON, "scan"))
    assert store.checkpoint() == head
    store.write(AUTHOR, waybills.left(sealed.masked.record_id, WaybillState.COLLECTED, NOON))
    with pytest.raises(KeyError):
        store.write(AUTHOR, label_wraps.replaced(wrap_of(sealed, 2), NOON, "owner"))
    assert label_wraps.of(store.reader, sealed.masked.record_id) is None
