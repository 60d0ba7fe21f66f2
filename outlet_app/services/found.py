"""A waybill as a search or a scan finds it: masked, and where its parcel is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.sealed_waybill import MaskedWaybill, WaybillState
    from outlet_app.store.waybills import KeptWaybill


@dataclass(frozen=True, slots=True)
class FoundWaybill:
    """One waybill of a list or a scan. `left_at` (UTC) is None while the parcel stands in the shop.

    `is_erased`: its details are gone, because their term was over.
    """

    masked: MaskedWaybill
    state: WaybillState
    left_at: datetime | None
    is_erased: bool = False


def found(kept: KeptWaybill) -> FoundWaybill:
    """A row, as windows may have it."""
    return FoundWaybill(kept.masked, kept.state, kept.left_at, kept.is_erased)
