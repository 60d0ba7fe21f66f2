"""Arrivals for tests: made-up parcels on made-up shelves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.arrived_parcel import ArrivalDraft

if TYPE_CHECKING:
    from outlet_app.domain.arrived_parcel import ArrivedParcel
    from outlet_app.services import Services


def arrival(number: str = "SF1234567890123", **changes: str) -> ArrivalDraft:
    """An arrival without fault; `changes` are fields of the draft."""
    return ArrivalDraft(**{"number": number, "carrier": "sf", "tail": "5678", "shelf": "15-1", **changes})


def arrive(services: Services, number: str = "SF1234567890123", **changes: str) -> ArrivedParcel:
    """Shelve a parcel without printing."""
    return services.arrivals.register(arrival(number, **changes), None).parcel
