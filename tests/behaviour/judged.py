"""A month judged day by day, as the owner's program does each evening."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.behaviour import Conduct
from outlet_app.domain.flags import MEDIAN_DAYS, Flag, Judging, flags_of, usual
from outlet_app.domain.limits import Limits
from outlet_app.domain.opening_hours import OpenFrom, OpeningHours
from outlet_app.domain.outlet_day import day_span
from outlet_app.domain.rules_in_force import RulesInForce, Since
from outlet_app.store.moment import from_ms
from tests.behaviour.people import CLOSES, DAYS, FIRST_DAY, OPENS

if TYPE_CHECKING:
    from datetime import date

    from tests.behaviour.month import Month

RULES = RulesInForce((Since(0, Limits(), OpeningHours((OpenFrom(OPENS * 60, CLOSES * 60),) * 7)),))


def judge_month(month: Month) -> list[Flag]:
    """Every flag of the month, as it stands at the end of its own day."""
    conduct = Conduct(lambda _: True)
    for act in month.acts:
        conduct.take(act, from_ms(act.at_ms))
    days = [FIRST_DAY + timedelta(days=day) for day in range(DAYS)]
    return [flag for day in days for flag in judge_day(conduct, day)]


def judge_day(conduct: Conduct, day: date) -> list[Flag]:
    """The flags of one day, at its end."""
    end = day_span(day)[1]
    before = [day - timedelta(days=step) for step in range(1, MEDIAN_DAYS + 1)]
    others = [person for each in before for person in conduct.days.get(each, {}).values()]
    flags: list[Flag] = []
    for account_id, person in conduct.days.get(day, {}).items():
        own = [each for each in others if each.account_id == account_id]
        judging = Judging(RULES, usual(own, others, end), end)
        flags += flags_of(person, judging)
    return flags
