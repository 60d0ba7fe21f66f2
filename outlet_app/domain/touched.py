"""Which waybills and arrived parcels an account's acts concern, told by the acts alone: for whoever has no rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind as Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outlet_app.domain.activity import Act

_OF_LISTS = frozenset({Kind.LIST_OPENED, Kind.LIST_CLOSED, Kind.HANDOVER_WRITTEN, Kind.REPORT_MADE})
_OF_ARRIVED = frozenset({Kind.MOVED, Kind.ARRIVAL_CORRECTED, Kind.COLLECTION_REFUSED})
_OPENS = frozenset({Kind.REVEALED, Kind.OPENED_FOR_CORRECTION})
_SAID_OF_ARRIVED = frozenset({"parcel", "sha_parcel", "shelf_code"})
"""Words that stand in the acts of arrived parcels and in no waybill's. Source: `store.parcels`, `shelf_labels`."""


@dataclass(frozen=True, slots=True)
class TouchedParcel:
    """An arrived parcel: its carrier's code and its shelf codes as far as the acts say them, and their numbers."""

    carrier: str
    shelf_codes: tuple[str, ...]
    acts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """What acts concern. `waybills` counts them, `opened` those of which details were shown.

    Of `looked_up` nothing is told but that they were looked for, so it cannot be said whether they are waybills or
    arrived parcels.
    """

    waybills: int
    opened: int
    looked_up: int
    parcels: tuple[TouchedParcel, ...]


def touched(acts: Iterable[Act]) -> Touched:
    """Waybills and arrived parcels in the order in which the acts come to them."""
    lives: dict[bytes, list[Act]] = {}
    for act in acts:
        if act.record_id is not None and act.kind not in _OF_LISTS:
            lives.setdefault(act.record_id, []).append(act)
    parcels = {each: _parcel(life) for each, life in lives.items() if any(map(_is_of_arrived, life))}
    others = [life for each, life in lives.items() if each not in parcels]
    looked_up = sum(all(act.kind == Kind.SEARCHED for act in life) for life in others)
    opened = sum(any(act.kind in _OPENS for act in life) for life in others)
    return Touched(len(others) - looked_up, opened, looked_up, tuple(parcels.values()))


def _is_of_arrived(act: Act) -> bool:
    detail = read_detail(act)
    return act.kind in _OF_ARRIVED or detail.get("thing") == "parcel" or not _SAID_OF_ARRIVED.isdisjoint(detail)


def _parcel(life: list[Act]) -> TouchedParcel:
    said = [read_detail(act) for act in life]
    carriers = [str(detail["carrier"]) for detail in said if "carrier" in detail]
    codes = [str(detail[word]) for detail in said for word in ("was_shelf_code", "shelf_code") if word in detail]
    return TouchedParcel(carriers[-1] if carriers else "", tuple(dict.fromkeys(codes)), tuple(act.n for act in life))
