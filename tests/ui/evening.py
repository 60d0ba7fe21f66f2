"""Days as their end shows them, made up, for the tests of the day's end."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from outlet_app.domain.cash import Cash
from outlet_app.domain.day_account import CarrierDay, ClosedListLine, Count, DayAccount, Shift, Traffic
from outlet_app.domain.number_gaps import GapKind, NumberGap, NumberRun, NumbersOfDay

DAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)
MONEY = Cash(
    fees_fen=33600, corrections_fen=-200, refunds_fen=-1200, on_delivery_fen=5000, collect_fen=800, monthly_fen=4200
)
CHEN = Shift(b"c" * 16, "陈伟", Traffic(28, 4, 3, 24, 1), MONEY)
RUN = NumberRun("YT8800000000001", "YT8800000000028", 28)
GAPS = (
    NumberGap(GapKind.VOID, "YT8800000000011", "YT8800000000011", 1),
    NumberGap(GapKind.MISSING, "YT8800000000015", "YT8800000000016", 2),
)


def account(shift: Shift = CHEN, **changes: object) -> DayAccount:
    """A clerk's day."""
    made = DayAccount(
        day=DAY,
        shifts=(shift,),
        total=shift,
        carriers=(CarrierDay("yto", Traffic(26, 4, 3, 24, 1), 4200),),
        lists=(ClosedListLine(b"l" * 16, "yto", 24, AT),),
        numbers=(NumbersOfDay("yto", 26, 1, (RUN,), GAPS),),
        whole=True,
        of_everybody=False,
        day_is_over=False,
    )
    return replace(made, **changes)


def counted(fen: int) -> Count:
    """What somebody counted beside what should be there."""
    return Count(fen, MONEY.drawer_fen, AT)
