"""A waybill with its two parties, valid by construction; it lives only while it is accepted, corrected or revealed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.party import Party
    from outlet_app.domain.terms import Category, Payment


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Waybill:
    """Record and contract of one consignment.

    `record_id` is 16 random bytes and never repeats; `version` starts at 1 and rises with each correction of the
    details. `accepted_at` is UTC. Money is in fen, weight in grams. A waybill exists only after its contents were
    inspected (已验视) and its sender's real name was checked (已实名), so neither is a field.
    """

    record_id: bytes
    version: int
    number: str
    carrier: str
    service: str
    sender: Party
    recipient: Party
    category: Category
    contents: str
    remark: str
    weight_g: int
    payment: Payment
    fee_fen: int
    cod_fen: int
    declared_fen: int
    sort_code: str
    accepted_at: datetime

    def __repr__(self) -> str:
        """Name the waybill, not its people."""
        return f"Waybill({self.number}, version {self.version})"
