"""How waybills end: with their list, cancelled, sent back, forwarded, lost; and where they are by their acts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from outlet_app.domain import commitments
from outlet_app.domain.activity import Activity, ActivityKind, Detail
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.domain.waybill_life import stands_here, state_by_acts
from outlet_app.errors import HistoryBroken
from outlet_app.store import activities, label_wraps, waybills
from outlet_app.store.moment import to_ms
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from outlet_app.domain.activity import Act
    from outlet_app.domain.sealed_waybill import SealedWaybill
    from outlet_app.store.connection import Cursor, Reader
    from outlet_app.store.waybills import KeptWaybill

_HANDED_OVER = f"{waybills.LEFT} AND state = 'listed'"
_LOST_LATER = "UPDATE waybills SET state = 'lost' WHERE record_id = ? AND state = 'handed_over'"


def handed_over(record_id: bytes, list_id: bytes, number: int, at: datetime) -> Entry:
    """A waybill leaves with the list that closes: its label wrap, road lines and remark are erased with that.

    `number` is the list's. Writing raises KeyError when the waybill stands on no list.
    """

    def apply(cursor: Cursor) -> None:
        if not cursor.run(_HANDED_OVER, WaybillState.HANDED_OVER.value, to_ms(at), record_id):
            raise KeyError(record_id.hex())
        label_wraps.remove(cursor, record_id)

    detail: Detail = {"list": number, "list_id": list_id.hex(), commitments.ROAD_PART: commitments.EMPTIED}
    return Entry(Activity(ActivityKind.HANDED_OVER, record_id, detail), apply, erases=True)


def ended(sealed: SealedWaybill, state: WaybillState, at: datetime, facts: Detail) -> Entry:
    """As `waybills.left`; the act carries `facts` beside."""
    entry = waybills.left(sealed.masked.record_id, state, at)
    return replace(entry, activity=replace(entry.activity, detail={**facts, **entry.activity.detail}))


def lost_later(record_id: bytes, facts: Detail) -> Entry:
    """A waybill that was handed over is lost on its way. Writing raises KeyError for any other."""

    def apply(cursor: Cursor) -> None:
        if not cursor.run(_LOST_LATER, record_id):
            raise KeyError(record_id.hex())

    return Entry(Activity(ActivityKind.LOST, record_id, facts), apply)


def state(reader: Reader, record_id: bytes) -> WaybillState:
    """Where the parcel is. Raises HistoryBroken when the row says something else than its acts, KeyError for none."""
    kept = waybills.by_id(reader, record_id)
    if kept is None:
        raise KeyError(record_id.hex())
    return compare(kept, activities.of_record(reader, record_id))


def compare(kept: KeptWaybill, acts: Sequence[Act]) -> WaybillState:
    """Where the parcel is by `acts`, all that concern its waybill, in order.

    Raises HistoryBroken at the last of them when the row says that it stands here and they do not, or the other way.
    """
    if stands_here(acts) != (kept.left_at is None):
        raise HistoryBroken(acts[-1].n if acts else 0)
    return state_by_acts(acts, kept.state)
