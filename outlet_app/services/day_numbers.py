"""Days that can be looked at, and the waybill numbers of one, by carrier: runs, and what was passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.outlet_day import day_span, outlet_day
from outlet_app.store import act_search, day_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from outlet_app.domain.activity import Act
    from outlet_app.domain.number_gaps import NumbersOfDay
    from outlet_app.store.connection import Reader
    from outlet_app.store.day_rows import DayRow


def day_numbers(reader: Reader, acts: Iterable[Act], rows: Mapping[bytes, DayRow]) -> tuple[NumbersOfDay, ...]:
    """What `acts`, a day's, took of the ranges, in the order in which each carrier was first taken for.

    `rows` are those of the day's waybills.
    """
    borne: dict[str, list[str]] = {}
    for act in acts:
        row = rows.get(act.record_id or b"")
        if act.kind == ActivityKind.ACCEPTED and row is not None:
            borne.setdefault(row.carrier, []).append(row.number)
    return tuple(day_rows.numbers_of_day(reader, carrier, numbers) for carrier, numbers in borne.items())


def last_days(reader: Reader, now: datetime, most: int) -> tuple[date, ...]:
    """Today, and the outlet days before it that hold acts, newest first, at most `most`; `now` is UTC."""
    days = [outlet_day(now)]
    at = act_search.latest(reader, day_span(days[0])[0])
    while at is not None and len(days) < most:
        days.append(outlet_day(at))
        at = act_search.latest(reader, day_span(days[-1])[0])
    return tuple(days)
