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


def state_by_acts(acts: Iterable[Act]) -> WaybillState:
    """The state after `acts`, all that concern one waybill, in order.

    What left does not come back: a returned parcel is shelved under a record of its own. Only what was handed over can
    still be lost.
    """
    state = WaybillState.ACCEPTED
    for act in acts:
        state = _next(state, act.kind)
    return state


def _next(state: WaybillState, kind: str) -> WaybillState:
    if state is WaybillState.HANDED_OVER:
        return WaybillState.LOST if kind == ActivityKind.LOST else state
    if state in _ENDS.values():
        return state
    if kind == ActivityKind.LISTED:
        return WaybillState.LISTED
    if kind == ActivityKind.UNLISTED:
        return WaybillState.ACCEPTED
    return _ENDS[ActivityKind(kind)] if kind in _ENDS else state
