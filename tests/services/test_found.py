"""A waybill as a search or a scan finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.services.found import FoundWaybill, found
from outlet_app.store import waybills
from tests.builders import draft

if TYPE_CHECKING:
    from outlet_app.services import Services


def test_what_windows_get_is_the_masked_row_and_where_its_parcel_is(chen: Services) -> None:
    record_id = chen.entry.accept(draft(), None).record_id
    kept = waybills.by_id(chen.session.store.reader, record_id)
    assert kept is not None
    assert found(kept) == FoundWaybill(kept.masked, kept.state, None)
