"""What stands in the accept form: text as typed, nothing judged yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from outlet_app.domain.terms import Category, Payment


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PartyDraft:
    """One party as typed."""

    name: str = ""
    phone: str = ""
    province: str = ""
    city: str = ""
    district: str = ""
    detail: str = ""

    def __repr__(self) -> str:
        """Say nothing, so that no log and no traceback can."""
        return "PartyDraft(…)"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class WaybillDraft:
    """The accept form as it stands: weight in kilograms and money in yuan, as typed.

    An empty `number` asks for the next free one of the carrier's range, an empty `sort_code` for the one of the
    carrier's table, or of the place.
    """

    carrier: str = ""
    service: str = ""
    number: str = ""
    sender: PartyDraft = field(default_factory=PartyDraft)
    recipient: PartyDraft = field(default_factory=PartyDraft)
    category: Category = Category.OTHER
    contents: str = ""
    remark: str = ""
    weight: str = ""
    payment: Payment = Payment.PAID
    fee: str = ""
    cash_on_delivery: str = ""
    declared_value: str = ""
    sort_code: str = ""
    inspected: bool = False
    real_name_checked: bool = False

    def __repr__(self) -> str:
        """Say nothing, so that no log and no traceback can."""
        return "WaybillDraft(…)"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsDraft:
    """The terms of a waybill as they stand in their form: weight in kilograms and the fee in yuan, as typed."""

    service: str = ""
    weight: str = ""
    payment: Payment = Payment.PAID
    fee: str = ""
    category: Category = Category.OTHER
