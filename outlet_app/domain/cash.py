"""Money that went over the counter, counted from acts to the fen: by person, by parcel, by day."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import add, attrgetter
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.terms import Payment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from outlet_app.domain.activity import Act, Detail


@dataclass(frozen=True, slots=True)
class Cash:
    """Sums in fen. What left the drawer is negative: `refunds_fen`, and corrections that lowered a fee.

    `fees_fen` was taken at acceptance, `corrections_fen` is what later corrections added to it or gave back,
    `on_delivery_fen` and `collect_fen` were taken from recipients for arrived parcels, less what undoing gave back.
    `monthly_fen` went to monthly accounts and never into the drawer. `untold` counts acts that do not say what was
    paid: those of a version before acts said it.
    """

    fees_fen: int = 0
    corrections_fen: int = 0
    refunds_fen: int = 0
    on_delivery_fen: int = 0
    collect_fen: int = 0
    monthly_fen: int = 0
    untold: int = 0

    @property
    def drawer_fen(self) -> int:
        """What the drawer gained."""
        return self.fees_fen + self.corrections_fen + self.refunds_fen + self.on_delivery_fen + self.collect_fen

    def __add__(self, other: Cash) -> Cash:
        return Cash(*map(add, _PARTS(self), _PARTS(other)))


_DUE = ("cod_fen", "collect_fen")
_GONE_UNPAID = frozenset({Kind.FORWARDED, Kind.ARRIVAL_UNDONE})
_PARTS = attrgetter(*(each.name for each in fields(Cash)))
NO_CASH = Cash()
_UNTOLD = Cash(untold=1)


def cash_of(act: Act) -> Cash:
    """What one act moved. Each act tells its own difference, so no act is counted twice and none needs another one.

    An acceptance or correction that does not say payment and fee moved nothing that is known: it is `untold`.
    """
    count = _COUNTED.get(act.kind)
    return NO_CASH if count is None else count(read_detail(act))


def lowered_fen(act: Act) -> int:
    """How much less the drawer holds, or may be asked for, by this act; 0 for any other act.

    What is refunded or taken back, what an amount was lowered by, what is due no longer because its parcel went and
    nobody paid: whoever keeps what a customer paid has to do one of these.
    """
    said = read_detail(act)
    if act.kind == Kind.ARRIVAL_CORRECTED:
        return max(0, sum(_fen(said, f"was_{name}") - _fen(said, name) for name in _DUE))
    if act.kind in _GONE_UNPAID:
        return sum(_fen(said, name) for name in _DUE)
    return max(0, -cash_of(act).drawer_fen)


def cash_by_person(acts: Iterable[Act]) -> dict[bytes, Cash]:
    """The sums of each account that moved money in `acts`: whose hand it was, not whose waybill."""
    return _sums((act.account_id, cash_of(act)) for act in acts)


def cash_by_record(acts: Iterable[Act]) -> dict[bytes, Cash]:
    """The sums of each waybill or arrived parcel, by its record id (16 B)."""
    return _sums((act.record_id or b"", cash_of(act)) for act in acts)


def _sums(parts: Iterable[tuple[bytes, Cash]]) -> dict[bytes, Cash]:
    sums: dict[bytes, Cash] = {}
    for whose, cash in parts:
        if cash != NO_CASH:
            sums[whose] = sums.get(whose, NO_CASH) + cash
    return sums


def _accepted(said: Detail) -> Cash:
    money = _money(said)
    if money is None:
        return _UNTOLD
    paid, monthly = money
    return Cash(fees_fen=paid, monthly_fen=monthly)


def _corrected(said: Detail) -> Cash:
    money, was = _money(said), _money(said, former=True)
    if money is None or was is None:
        return _UNTOLD
    return Cash(corrections_fen=money[0] - was[0], monthly_fen=money[1] - was[1])


def _cancelled(said: Detail) -> Cash:
    """The month's account pays for no parcel that was not sent; cash is given back as far as the act says."""
    if said.get("payment") == Payment.MONTHLY:
        return Cash(monthly_fen=-_fen(said, "fee_fen"))
    return Cash(refunds_fen=-_fen(said, "refund_fen"))


def _collected(said: Detail) -> Cash:
    return Cash(on_delivery_fen=_fen(said, "cod_fen"), collect_fen=_fen(said, "collect_fen"))


def _given_back(said: Detail) -> Cash:
    return Cash(on_delivery_fen=-_fen(said, "cod_fen"), collect_fen=-_fen(said, "collect_fen"))


def _money(said: Detail, *, former: bool = False) -> tuple[int, int] | None:
    """What was paid in cash and what went to a monthly account, as an act says it; None where it does not.

    The former figures stand in the act only where they are others.
    """
    payment, fee = said.get("payment"), said.get("fee_fen")
    if not isinstance(payment, str) or not isinstance(fee, int):
        return None
    if former:
        payment, fee = said.get("was_payment", payment), _fen({"fee_fen": said.get("was_fee_fen", fee)}, "fee_fen")
    return (fee if payment == Payment.PAID else 0), (fee if payment == Payment.MONTHLY else 0)


def _fen(said: Detail, name: str) -> int:
    value = said.get(name)
    return value if isinstance(value, int) else 0


_COUNTED: dict[str, Callable[[Detail], Cash]] = {
    Kind.ACCEPTED: _accepted,
    Kind.CORRECTED: _corrected,
    Kind.CANCELLED: _cancelled,
    Kind.COLLECTED: _collected,
    Kind.COLLECTION_UNDONE: _given_back,
}
