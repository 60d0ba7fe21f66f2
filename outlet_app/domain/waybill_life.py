"""Where a waybill's parcel is by its acts: what they say outranks what its row says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.commitments import EMPTIED, ROAD_PART
from outlet_app.domain.sealed_waybill import WaybillState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


def stands_here(acts: Sequence[Act]) -> bool:
    """Whether the parcel stands in the shop by `acts`, all that concern one waybill, in order.

    The road line is emptied in the transaction in which the parcel leaves, and an act says so, whatever became of
    others.
    """
    said = [detail[ROAD_PART] for detail in map(read_detail, acts) if ROAD_PART in detail]
    return not said or said[-1] != EMPTIED


def left_ms(acts: Sequence[Act]) -> int | None:
    """When the parcel left by `acts`, all that concern one waybill, in order: milliseconds, UTC; None while it stands.

    Where the owner took the row as it was found, it left then, as far as anything proves.
    """
    said = [(act.at_ms, detail[ROAD_PART]) for act in acts if ROAD_PART in (detail := read_detail(act))]
    if not said or said[-1][1] != EMPTIED:
        return None
    return next(at_ms for at_ms, what in said if what == EMPTIED)


def state_by_acts(acts: Iterable[Act], as_found: WaybillState = WaybillState.ACCEPTED) -> WaybillState:
    """The state after `acts`, all that concern one waybill, in order.

    What left does not stand in the shop as this waybill again: a parcel that came back is shelved under a record of its
    own, and the waybill is returned. Only what was handed over can come back or be lost later. Where acts were lost and
    the owner took the row as it was, the row's state, `as_found`, counts from there on.
    """
    state = WaybillState.ACCEPTED
    for act in acts:
        state = as_found if act.kind == ActivityKind.SALVAGED else _next(state, act.kind)
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
