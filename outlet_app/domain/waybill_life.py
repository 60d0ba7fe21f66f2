"""Where a waybill's parcel is by its acts: what they say outranks what its row says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.sealed_waybill import WaybillState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outlet_app.domain.activity import Act

_ENDS = {
    ActivityKind.HANDED_OVER: WaybillState.HANDED_OVER,
    ActivityKind.COLLECTED: WaybillState.COLLECTED,
    ActivityKind.RETURNED: WaybillState.RETURNED,
    ActivityKind.FORWARDED: WaybillState.FORWARDED,
    ActivityKind.LOST: WaybillState.LOST,
    ActivityKind.CANCELLED: WaybillState.CANCELLED,
}
_LATER: dict[tuple[WaybillState, str], WaybillState] = {
    (WaybillState.HANDED_OVER, ActivityKind.LOST): WaybillState.LOST,
    (WaybillState.HANDED_OVER, ActivityKind.RETURNED): WaybillState.RETURNED,
    (WaybillState.RETURNED, ActivityKind.ARRIVAL_UNDONE): WaybillState.HANDED_OVER,
}


def state_by_acts(acts: Iterable[Act]) -> WaybillState:
    """The state after `acts`, all that concern one waybill, in order.

    What left does not stand in the shop as this waybill again: a parcel that came back is shelved under a record of its
    own, and the waybill is returned. Only what was handed over can come back or be lost later.
    """
    state = WaybillState.ACCEPTED
    for act in acts:
        state = _next(state, act.kind)
    return state


def _next(state: WaybillState, kind: str) -> WaybillState:
    if (state, kind) in _LATER:
        return _LATER[state, kind]
    if state in _ENDS.values():
        return state
    if kind == ActivityKind.LISTED:
        return WaybillState.LISTED
    if kind == ActivityKind.UNLISTED:
        return WaybillState.ACCEPTED
    return _ENDS[ActivityKind(kind)] if kind in _ENDS else state
