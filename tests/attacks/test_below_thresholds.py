"""A clerk who knows every threshold of the flags and stays below all of them for a month: what he gets, unseen.

He has the parcels: each reveal is by scan, in the program, recorded and within the limits. What he cannot avoid is the
record itself; nobody is made to look at it.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Act, ActivityKind
from outlet_app.domain.behaviour import Conduct
from outlet_app.domain.context import canonical_json
from outlet_app.domain.flags import UNFOLLOWED_MOST
from outlet_app.domain.outlet_day import OUTLET_TIME
from outlet_app.domain.spending import UNITS_OF_EVERYTHING
from outlet_app.store.moment import from_ms, to_ms
from tests.behaviour.judged import judge_day
from tests.behaviour.people import FIRST_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from outlet_app.domain.activity import Detail

WORKING_DAYS = 26
CHEN, LIN = b"c" * 16, b"l" * 16
_PHONE = {"field": "recipient.phone", "reason": "call", "by": "scan"}
_FORM = {"by": "scan"}


class Record:
    """Acts as they would stand, one behind the other, and what they say of everybody."""

    def __init__(self) -> None:
        self.n = 0
        self.conduct = Conduct(lambda _: True)

    def did(self, who: bytes, at: datetime, kind: ActivityKind, record: int = 0, detail: Detail | None = None) -> None:
        self.n += 1
        record_id = record.to_bytes(16) if record else None
        act = Act(self.n, to_ms(at), who, "counter", kind, record_id, canonical_json(detail or {}), b"", None)
        self.conduct.take(act, from_ms(act.at_ms))

    def day(self, place: int, times: Iterator[datetime], detail: Detail, *, followed: bool) -> int:
        """He looks at another parcel at each of `times`; with `followed` the truck takes it before the hour is over."""
        kind = ActivityKind.REVEALED if "field" in detail else ActivityKind.OPENED_FOR_CORRECTION
        looked = [(at, 1000 * place + step) for step, at in enumerate(times, start=1)]
        self.did(CHEN, _at(place, 9, 0), ActivityKind.SIGNED_IN)
        deeds = [(at, CHEN, kind, record) for at, record in looked]
        if followed:
            deeds += [(at + timedelta(minutes=50), LIN, ActivityKind.HANDED_OVER, record) for at, record in looked]
        for at, who, what, record in sorted(deeds, key=lambda deed: deed[0]):
            self.did(who, at, what, record, detail if who == CHEN else None)
        return len(looked)

    def flags(self, place: int) -> list[str]:
        """Everything that stands in the owner's review of that day about Chen."""
        return [flag.kind for flag in judge_day(self.conduct, _date(place)) if flag.account_id == CHEN]


def _date(place: int) -> date:
    return FIRST_DAY + timedelta(days=place)


def _at(place: int, hour: int, minute: int) -> datetime:
    return datetime.combine(_date(place), time(hour, minute), OUTLET_TIME)


def _spread(place: int, count: int, an_hour: int = 5) -> Iterator[datetime]:
    """So many times, an equal step apart from 9:05 on."""
    return (_at(place, 9, 5) + timedelta(minutes=step * 60 / an_hour) for step in range(count))


def test_what_is_true_20_fields_a_day_whose_parcels_the_truck_takes_soon_raise_no_flag_for_a_month() -> None:
    record = Record()
    got = sum(record.day(place, _spread(place, 20), _PHONE, followed=True) for place in range(WORKING_DAYS))
    assert [record.flags(place) for place in range(WORKING_DAYS)] == [[]] * WORKING_DAYS
    assert got == 520


def test_one_more_a_day_is_over_half_the_limit_and_stands_there_the_same_day() -> None:
    record = Record()
    record.day(0, _spread(0, 21), _PHONE, followed=True)
    assert "half_limit" in record.flags(0)


def test_what_is_true_five_whole_forms_a_day_raise_no_flag_either() -> None:
    """Two people each, name, phone and address: 130 waybills, 260 people in a month."""
    record = Record()
    for place in range(WORKING_DAYS):
        record.day(place, _spread(place, 20 // UNITS_OF_EVERYTHING, an_hour=1), _FORM, followed=True)
    assert [record.flags(place) for place in range(WORKING_DAYS)] == [[]] * WORKING_DAYS


def test_a_habit_that_grows_slowly_is_never_its_own_measure_beyond_nine_a_day() -> None:
    """Without that bound the median of fourteen days followed him from 3 a day to 20 in three weeks."""
    record, habit = Record(), [3] * 8 + [8] * 8 + [9] * 10
    for place, count in enumerate(habit):
        record.day(place, _spread(place, count, an_hour=4), _PHONE, followed=False)
    assert [record.flags(place) for place in range(WORKING_DAYS)] == [[]] * WORKING_DAYS
    assert sum(habit) == 178
    record.day(WORKING_DAYS, _spread(WORKING_DAYS, UNFOLLOWED_MOST, an_hour=4), _PHONE, followed=False)
    assert record.flags(WORKING_DAYS) == ["unfollowed"]
