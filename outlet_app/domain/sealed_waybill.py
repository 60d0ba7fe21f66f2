"""What rows, lists and labels may hold of a waybill: the masked part in the open, the details sealed.

Imports none of the modules that know an unmasked person, so that `store`, `paper` and `printing` can import this one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.terms import Category, Payment


class WaybillState(StrEnum):
    """Where a waybill's parcel is. The values are stored: never rename one."""

    ACCEPTED = "accepted"
    LISTED = "listed"
    HANDED_OVER = "handed_over"
    COLLECTED = "collected"
    RETURNED = "returned"
    FORWARDED = "forwarded"
    LOST = "lost"
    CANCELLED = "cancelled"


IN_SHOP = frozenset({WaybillState.ACCEPTED, WaybillState.LISTED})
"""The states in which the parcel stands in the shop; only then may a label wrap exist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedParty:
    """What strangers may read of a party.

    `name` as in 张**, `initial` its visible first grapheme (empty when nothing is visible), `phone` as in *******5678,
    `tail` the digits of the phone that the mask shows (0 to 4). `road` is the masked address after the district, kept
    only while the parcel is in the shop and empty afterwards.
    """

    name: str
    initial: str
    phone: str
    tail: str
    province: str
    city: str
    district: str
    road: str

    @property
    def address(self) -> str:
        """The masked address in one line, without saying a municipality twice."""
        city = "" if self.city == self.province else self.city
        return f"{self.province}{city}{self.district}{self.road}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedWaybill:
    """A waybill as a row, a list and a label show it. Money in fen, weight in grams, `accepted_at` in UTC.

    `remark` has lost every phone, identity number and label code. The contents text is personal and is not here.
    """

    record_id: bytes
    version: int
    number: str
    carrier: str
    service: str
    sender: MaskedParty
    recipient: MaskedParty
    category: Category
    remark: str
    weight_g: int
    payment: Payment
    fee_fen: int
    cod_fen: int
    declared_fen: int
    sort_code: str
    accepted_at: datetime

    @property
    def is_emptied(self) -> bool:
        """Whether names, phones and category were emptied some weeks after the parcel left."""
        return not (self.sender.name or self.recipient.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelWrap:
    """The record key of one version, wrapped to one label's token (W2). A table of its own; gone when the parcel goes.

    `serial` says the how-manieth coded label of this waybill carries the token; `wrap` is 61 bytes
    (version 1, nonce 12, key 32, tag 16).
    """

    record_id: bytes
    version: int
    serial: int
    wrap: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedWaybill:
    """A waybill at rest.

    `details` is C: the sealed details behind their 32-byte check value. `owner_wrap` is W1 (80 bytes), `carrier_wrap`
    W3 (80 bytes) or None where the owner set no carrier key. `masked_salt` and `road_salt` are 16 random bytes each;
    they blind the two commitments of the act to columns that are emptied later, and are emptied with them. At the end
    of the term `details` and `owner_wrap` are emptied, and `carrier_wrap` is None.
    """

    masked: MaskedWaybill
    details: bytes
    owner_wrap: bytes
    carrier_wrap: bytes | None
    masked_salt: bytes
    road_salt: bytes

    @property
    def is_erased(self) -> bool:
        """Whether the details are gone because their term was over: nobody opens them any more."""
        return not self.details
