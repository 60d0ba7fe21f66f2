"""The label that was scanned last, while its parcel may be taken to be in somebody's hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.sealing.label_code import LabelToken

IN_HAND_FOR = timedelta(minutes=5)
"""How long a scan counts as the parcel in hand: as long as the owner's key at most. Source: design, sealing."""


@dataclass(frozen=True, slots=True, repr=False)
class LabelInHand:
    """A label whose token was found to open its waybill's wrap, and the waybill: 16-byte id, version, label's serial.

    Held in memory by one session, never stored or shown; `repr` tells nothing of it. `scanned_at` is UTC.
    """

    record_id: bytes
    version: int
    serial: int
    token: LabelToken
    scanned_at: datetime

    def __repr__(self) -> str:
        return "LabelInHand(…)"

    def is_for(self, record_id: bytes, now: datetime) -> bool:
        """Whether it is that waybill's and was scanned less than five minutes ago; a clock set back ends it too."""
        return self.record_id == record_id and timedelta(0) <= now - self.scanned_at < IN_HAND_FOR
