"""Our own waybills whose parcels came back: handed over once, here again, and waiting for their sender."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.store.connection import Cursor, Reader

_CHANGE = "UPDATE waybills SET state = ? WHERE record_id = ? AND state = ?"
_HANDED_OVER = (
    "SELECT record_id FROM waybills WHERE number = ? AND left_ms IS NOT NULL AND state = 'handed_over'"
    " ORDER BY waybill_id DESC LIMIT 1"
)


def handed_over(reader: Reader, number: str) -> bytes | None:
    """The record id of the last waybill of this number that was handed over to its carrier and is gone since."""
    return reader.row(lambda row: bytes(row[0]), _HANDED_OVER, number)


def came_back(record_id: bytes, shelf_code: str) -> Entry:
    """The parcel of a handed-over waybill stands at `shelf_code` and waits for its sender.

    Writing raises KeyError when the waybill is not handed over.
    """
    activity = Activity(ActivityKind.RETURNED, record_id, {"came_back_to": shelf_code})
    return Entry(activity, _change(record_id, WaybillState.HANDED_OVER, WaybillState.RETURNED))


def taken_back(record_id: bytes) -> Entry:
    """It was a slip: the waybill is as handed over as before. Writing raises KeyError when it had not come back."""
    activity = Activity(ActivityKind.ARRIVAL_UNDONE, record_id)
    return Entry(activity, _change(record_id, WaybillState.RETURNED, WaybillState.HANDED_OVER))


def _change(record_id: bytes, former: WaybillState, state: WaybillState) -> Callable[[Cursor], None]:
    def apply(cursor: Cursor) -> None:
        if not cursor.run(_CHANGE, state.value, record_id, former.value):
            raise KeyError(record_id.hex())

    return apply
