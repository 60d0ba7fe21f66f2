"""What a person at the counter may still do under the limits: the one place where a unit is spent, and recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.limits import LimitName
from outlet_app.domain.reckoning import HOLDING, WITH_TIME, Share
from outlet_app.domain.spending import REVEALS, SpendKind, is_miss, units_of
from outlet_app.errors import LimitReached, RevealsStopped, Suspended
from outlet_app.services.counted_acts import RecordNow
from outlet_app.services.record_check import RecordState
from outlet_app.store import activities
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from outlet_app.domain.reckoning import Reckoning
    from outlet_app.sealing.statements import StatementBook
    from outlet_app.services.open_outlet import OpenOutlet

__all__ = ["Allowance", "Left", "Rulings", "Share", "Spending"]

_SUSPENDABLE = REVEALS | {SpendKind.LOOK_UP}


@dataclass(frozen=True, slots=True)
class Spending:
    """What somebody is about to do, and the act that tells of it where a limit refuses it.

    `field` is a `RevealField`'s value, "all" for the whole form of a correction, empty else.
    """

    kind: SpendKind
    refusal: Entry
    record_id: bytes | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of each limit that holds for a time, to one person now.

    `lifted`: the owner lifted this person's limits for today, so none of them refuses. `suspended`: look-ups by tail
    and every reveal wait for the owner.
    """

    shares: Mapping[LimitName, Share]
    lifted: bool
    suspended: bool


@dataclass(frozen=True, slots=True)
class Rulings:
    """The accounts whose limits an owner lifted today, and those that are suspended, with the time (UTC)."""

    lifted: frozenset[bytes]
    suspended: Mapping[bytes, datetime]


class Allowance:
    """The limits of one account over an open outlet, counted from its record."""

    def __init__(
        self, outlet: OpenOutlet, account_id: bytes, book: Callable[[], StatementBook], watch_clock: Callable[[], None]
    ) -> None:
        self._outlet = outlet
        self._account_id = account_id
        self._book = book
        self._watch_clock = watch_clock

    def spend(self, spending: Spending, *entries: Entry) -> None:
        """Write `entries` in one transaction when the limits allow it: one step with the counting, under one lock.

        Where they do not, `spending.refusal` is written instead. The look-up that finds nothing once too often is
        written together with the suspension that follows from it. Raises LimitReached(limit, until), `limit` a
        `LimitName` value and `until` None where no time opens it; Suspended; RevealsStopped for a reveal where the
        record of the day does not follow; and what `Session.write` raises.
        """
        with self._outlet.counted.lock:
            self._watch_clock()
            reckoning = self._reckon()
            try:
                self._require(spending, reckoning)
            except (LimitReached, Suspended, RevealsStopped):
                self._outlet.write(self._account_id, spending.refusal)
                raise
            self._outlet.write(self._account_id, *entries, *self._following(spending, reckoning, entries))

    def left(self) -> Left:
        """What is left now; some ms."""
        with self._outlet.counted.lock:
            reckoning, limits = self._reckon(), self._book().limits()
        shares = {name: reckoning.share(name, limits, self._account_id) for name in WITH_TIME}
        return Left(shares, reckoning.is_lifted(self._account_id), self._account_id in reckoning.suspended)

    def rulings(self) -> Rulings:
        """Who is lifted today and who is suspended."""
        with self._outlet.counted.lock:
            reckoning = self._reckon()
        lifted = frozenset(each for each in reckoning.lifted if reckoning.is_lifted(each))
        return Rulings(lifted, reckoning.suspended)

    def _record(self) -> RecordNow:
        outlet = self._outlet
        return RecordNow(outlet.store, self._book(), outlet.outlet_id, outlet.clock())

    def _reckon(self) -> Reckoning:
        return self._outlet.counted.reckon(self._record())

    def _require(self, spending: Spending, reckoning: Reckoning) -> None:
        if spending.kind in _SUSPENDABLE and self._account_id in reckoning.suspended:
            raise Suspended
        if spending.kind in REVEALS and self._outlet.check.state is RecordState.BROKEN:
            raise RevealsStopped
        if reckoning.is_lifted(self._account_id):
            return
        if spending.kind is SpendKind.CODED_REPRINT:
            self._require_reprint(spending)
        elif not reckoning.is_repeat(self._account_id, spending.kind, spending.record_id, spending.field):
            self._require_shares(spending, reckoning)

    def _require_shares(self, spending: Spending, reckoning: Reckoning) -> None:
        limits, needed = self._book().limits(), units_of(spending.field)
        shares = {name: reckoning.share(name, limits, self._account_id, needed) for name in HOLDING[spending.kind]}
        used_up = {name: share.opens_at for name, share in shares.items() if share.opens_at is not None}
        if used_up:
            name = max(used_up, key=lambda name: used_up[name])
            raise LimitReached(name.value, used_up[name])

    def _require_reprint(self, spending: Spending) -> None:
        record, record_id = self._record(), spending.record_id or b""
        acts = activities.of_record(record.store.reader, record_id)
        made = [act for act in acts if act.kind == ActivityKind.RELABELLED and record.is_signed(act)]
        if len(made) >= self._book().limits().coded_reprints:
            raise LimitReached(LimitName.CODED_REPRINTS.value, None)

    def _following(self, spending: Spending, reckoning: Reckoning, entries: tuple[Entry, ...]) -> list[Entry]:
        """The suspension, where this look-up is the last miss of the hour."""
        if spending.kind is not SpendKind.LOOK_UP or reckoning.is_lifted(self._account_id):
            return []
        missed = any(is_miss(entry.activity.detail) for entry in entries)
        left = reckoning.share(LimitName.MISSES_HOUR, self._book().limits(), self._account_id).left
        return [Entry(Activity(ActivityKind.SUSPENDED, None, {"why": "misses"}))] if missed and left <= 1 else []
