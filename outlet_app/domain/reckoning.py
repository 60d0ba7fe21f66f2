"""What each person has left under the limits, reckoned from what the record says was spent."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.limit_window import HOUR
from outlet_app.domain.limits import LimitName
from outlet_app.domain.outlet_day import day_span, outlet_day
from outlet_app.domain.spending import REVEALS, SpendKind, is_repeat, without_repeats

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from outlet_app.domain.limits import Limits
    from outlet_app.domain.spending import Spent


class Lift(StrEnum):
    """What an owner takes back for one account. The values stand in acts: never rename one."""

    TODAY = "today"
    SUSPENSION = "suspension"


@dataclass(frozen=True, slots=True)
class Share:
    """How one limit stands: `left` of `limit`. `opens_at` (UTC) is None while what is needed is left."""

    left: int
    limit: int
    opens_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Rule:
    kinds: frozenset[SpendKind]
    by_hour: bool = False
    of_all: bool = False
    misses: bool = False


_RULES: dict[LimitName, _Rule] = {
    LimitName.SCAN_REVEALS_HOUR: _Rule(frozenset({SpendKind.REVEAL_BY_SCAN}), by_hour=True),
    LimitName.SCAN_REVEALS_DAY: _Rule(frozenset({SpendKind.REVEAL_BY_SCAN})),
    LimitName.OUTLET_REVEALS_DAY: _Rule(REVEALS, of_all=True),
    LimitName.OWNER_REVEALS_DAY: _Rule(frozenset({SpendKind.REVEAL_BY_OWNER})),
    LimitName.LOOK_UPS_HOUR: _Rule(frozenset({SpendKind.LOOK_UP}), by_hour=True),
    LimitName.MISSES_HOUR: _Rule(frozenset({SpendKind.LOOK_UP}), by_hour=True, misses=True),
}

HOLDING: dict[SpendKind, tuple[LimitName, ...]] = {
    SpendKind.REVEAL_BY_SCAN: (
        LimitName.SCAN_REVEALS_HOUR,
        LimitName.SCAN_REVEALS_DAY,
        LimitName.OUTLET_REVEALS_DAY,
    ),
    SpendKind.REVEAL_BY_OWNER: (LimitName.OWNER_REVEALS_DAY, LimitName.OUTLET_REVEALS_DAY),
    SpendKind.LOOK_UP: (LimitName.LOOK_UPS_HOUR,),
    SpendKind.CODED_REPRINT: (),
}
"""Which limits of an account and the outlet each kind of spending must keep; a reprint's is the waybill's."""

WITH_TIME = tuple(_RULES)
"""The limits that hold for a time, in the order of the screen."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The record at `now` (UTC), as far as the limits ask it.

    `spent` is in the order of the record. The day in force begins at act `day_from`, the last hour at act `hour_from`.
    `lifted` says at which act an owner lifted an account's limits last, `suspended` where and when an account was
    suspended that is suspended still, `ended` at which act an account's last suspension ended.
    """

    now: datetime
    day_from: int
    hour_from: int
    spent: tuple[Spent, ...] = ()
    lifted: Mapping[bytes, int] = field(default_factory=dict)
    suspended: Mapping[bytes, datetime] = field(default_factory=dict)
    ended: Mapping[bytes, int] = field(default_factory=dict)

    def is_lifted(self, account_id: bytes) -> bool:
        """Whether an owner lifted this account's limits on the day in force."""
        return self.lifted.get(account_id, -1) >= self.day_from

    def is_repeat(self, account_id: bytes, kind: SpendKind, record_id: bytes | None, what: str) -> bool:
        """Whether a reveal now would be a second look, which counts nothing."""
        look = (account_id, kind, record_id, what)
        former = [
            each
            for each in without_repeats(self.spent)
            if (each.account_id, each.kind, each.record_id, each.what) == look
        ]
        return kind in REVEALS and bool(former) and is_repeat(former[-1], self.now)

    def share(self, name: LimitName, limits: Limits, account_id: bytes, needed: int = 1) -> Share:
        """How one of `WITH_TIME` stands to an account that needs so many units of it, or all of a lower limit."""
        rule, limit = _RULES[name], limits.of(name)
        used = [each for each in without_repeats(self.spent) if self._counts(each, rule, account_id)]
        left = limit - sum(each.units for each in used)
        lacking = min(needed, limit) - left
        if lacking <= 0:
            return Share(left, limit)
        opens_at = self._opens_at(used, lacking) if rule.by_hour else day_span(outlet_day(self.now))[1]
        return Share(max(0, left), limit, opens_at)

    def _counts(self, each: Spent, rule: _Rule, account_id: bytes) -> bool:
        begins = self.hour_from if rule.by_hour else self.day_from
        if rule.misses and (not each.missed or each.n < self.ended.get(account_id, 0)):
            return False
        return each.n >= begins and each.kind in rule.kinds and (rule.of_all or each.account_id == account_id)

    def _opens_at(self, used: list[Spent], lacking: int) -> datetime:
        """When the hour of enough units is over. What a moved clock makes doubtful opens an hour from now."""
        freed = 0
        for each in sorted(used, key=lambda unit: unit.at):
            freed += each.units
            if freed >= lacking:
                break
        opens = each.at + HOUR
        return opens if self.now < opens <= self.now + HOUR else self.now + HOUR
