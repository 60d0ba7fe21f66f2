"""When a backup is due and which ones are kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain.backup_plan import (
    DAYS,
    MONTHS,
    WEEKS,
    KeptBackup,
    file_name,
    is_due,
    is_due_at_closing,
    is_file_name,
    part_name,
    superfluous,
)

NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
TIMES = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - made UTC


def kept(*times: datetime) -> list[KeptBackup]:
    return [KeptBackup(file_name(at), at) for at in times]


def test_a_file_is_named_by_the_outlets_clock() -> None:
    name = file_name(datetime(2026, 11, 22, 13, 2, 3, tzinfo=UTC))

    assert name == "outlet-backup-20261122-210203.oab"
    assert is_file_name(name)


def test_two_outlets_on_one_share_do_not_write_into_each_others_parts() -> None:
    assert part_name(bytes(16)) == "outlet-backup-374708ff.part"
    assert part_name(bytes(16)) != part_name(b"o" * 16)
    assert not is_file_name(part_name(bytes(16)))


@pytest.mark.parametrize("name", ["outlet-backup-20261122-130203.oab.part", "outlet-1.db", "x.oab", "", "Fotos.oab"])
def test_a_file_of_another_name_is_none_of_ours(name: str) -> None:
    assert not is_file_name(name)


def test_a_backup_is_due_once_an_outlet_day() -> None:
    four = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)

    assert is_due(None, NOON)
    assert is_due(four - timedelta(seconds=1), NOON)
    assert not is_due(four, NOON)
    assert not is_due(NOON, NOON)


def test_a_backup_from_the_future_is_none_of_today() -> None:
    assert is_due(NOON + timedelta(days=400), NOON)


def test_closing_makes_one_more_only_of_work() -> None:
    morning = NOON - timedelta(hours=3)

    assert is_due_at_closing(morning, NOON, worked=True)
    assert is_due_at_closing(None, NOON, worked=True)
    assert not is_due_at_closing(morning, NOON, worked=False)
    assert not is_due_at_closing(NOON - timedelta(minutes=14), NOON, worked=True)
    assert is_due_at_closing(NOON + timedelta(days=400), NOON, worked=True)


def test_a_year_of_daily_backups_leaves_days_weeks_and_months() -> None:
    found = kept(*(NOON - timedelta(days=days) for days in range(365)))
    gone = {backup.name for backup in superfluous(found)}
    left = [backup.made_at for backup in found if backup.name not in gone]

    assert [NOON - timedelta(days=days) for days in range(DAYS)] == left[:DAYS]
    assert NOON - timedelta(days=14) in left
    assert datetime(2026, 2, 28, 4, 0, tzinfo=UTC) in left
    assert len(left) <= DAYS + WEEKS + MONTHS


def test_of_several_in_a_day_the_newest_is_kept_and_the_oldest_goes_first() -> None:
    one, two, three = kept(NOON - timedelta(hours=5), NOON - timedelta(hours=2), NOON)

    assert superfluous([two, three, one]) == (one, two)


def test_an_outlet_that_was_closed_for_a_year_keeps_what_it_had() -> None:
    found = kept(*(NOON - timedelta(days=400 + days) for days in range(DAYS)))

    assert superfluous(found) == ()


def test_what_a_restored_outlet_came_from_stays_beside_its_own_of_the_same_day() -> None:
    before, source = kept(NOON - timedelta(hours=3), NOON)
    # The restored outlet's PC has a clock that stands behind: its own backup seems the older one.
    own = KeptBackup("outlet-backup-20261122-100000.oab", NOON - timedelta(hours=2), 325)

    assert superfluous([before, own, source]) == (before,)


@given(st.lists(TIMES, min_size=1, max_size=60, unique=True))
def test_the_newest_is_never_superfluous_and_thinning_twice_takes_no_more(times: list[datetime]) -> None:
    found = kept(*{at.replace(microsecond=0) for at in times})
    gone = superfluous(found)
    left = [backup for backup in found if backup not in gone]

    assert max(found, key=lambda backup: backup.made_at) in left
    assert superfluous(left) == ()
