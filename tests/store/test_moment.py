"""Times as whole milliseconds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.store.moment import from_ms, to_ms


@given(st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - bounds are naive
def test_a_time_comes_back_cut_to_the_millisecond(at: datetime) -> None:
    assert from_ms(to_ms(at)) == at.replace(microsecond=at.microsecond // 1000 * 1000)


def test_every_zone_names_the_same_moment() -> None:
    here = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=8)))
    assert to_ms(here) == to_ms(here.astimezone(UTC))


def test_a_time_without_a_zone_is_a_bug() -> None:
    with pytest.raises(TypeError):
        to_ms(datetime(2026, 11, 22))  # noqa: DTZ001 - that is the point


def test_numbers_beyond_every_calendar_are_read_as_its_ends() -> None:
    assert from_ms(-1) == from_ms(-(2**63)) == datetime(1970, 1, 1, tzinfo=UTC)
    assert from_ms(2**63 - 1) == datetime(9000, 1, 1, tzinfo=UTC)
