"""What is agreed for a consignment beside the two parties: payment and contents category."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Payment(StrEnum):
    """Who pays the fee, and when."""

    PAID = "paid"
    MONTHLY = "monthly"
    COLLECT = "collect"


class Category(StrEnum):
    """What kind of thing the parcel holds; printed on the label in place of the contents."""

    DOCUMENTS = "documents"
    CLOTHING = "clothing"
    FOOD = "food"
    DAILY = "daily"
    ELECTRONICS = "electronics"
    BOOKS = "books"
    COSMETICS = "cosmetics"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What may be changed of a waybill without opening its details. Weight in grams, the fee in fen.

    `service` is a code of the waybill's carrier.
    """

    service: str
    weight_g: int
    payment: Payment
    fee_fen: int
    category: Category
