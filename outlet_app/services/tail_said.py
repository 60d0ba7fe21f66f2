"""The tail that a customer has just said: whose parcels were found by it need no digits once more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

SAID_FOR = timedelta(minutes=5)
"""As long as a label stays in hand: who said the digits still stands at the counter."""


@dataclass(frozen=True, slots=True)
class TailSaid:
    """The parcels that the last look-up by tail found, and when (UTC) it did."""

    record_ids: frozenset[bytes]
    at: datetime

    def is_of(self, record_id: bytes, now: datetime) -> bool:
        """Whether this parcel was found by what the customer said, less than five minutes ago."""
        return record_id in self.record_ids and timedelta(0) <= now - self.at < SAID_FOR
