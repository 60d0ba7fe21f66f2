"""The waits after failed tries."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import MustWait, WrongPassword
from outlet_app.services.waits import Waits
from outlet_app.store.refused_sign_ins import RefusedSignIns
from tests.outlets import Clock

if TYPE_CHECKING:
    from pathlib import Path

CHEN, LIN = b"c" * 16, b"l" * 16


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def waits(tmp_path: Path, clock: Clock) -> Waits:
    return Waits(RefusedSignIns(tmp_path / "refused"), clock)


def _fail(waits: Waits, times: int, account_id: bytes = CHEN) -> None:
    for _ in range(times):
        waits.refuse(account_id, "password")


def test_three_failures_cost_nothing_and_the_waits_then_double_up_to_a_quarter_of_an_hour(
    waits: Waits, clock: Clock
) -> None:
    _fail(waits, 3)
    assert waits.until(CHEN) is None
    spans = []
    for _ in range(12):
        _fail(waits, 1)
        until = waits.until(CHEN)
        assert until is not None
        spans.append((until - clock.now).total_seconds())
    assert spans == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]


def test_a_wait_that_is_over_is_none(waits: Waits, clock: Clock) -> None:
    _fail(waits, 5)
    with pytest.raises(MustWait) as error:
        waits.require_over(CHEN)
    assert error.value.until == clock.now + timedelta(seconds=2)
    clock.move(seconds=2)
    waits.require_over(CHEN)
    waits.require_over(LIN)


def test_a_failure_from_a_day_to_come_makes_nobody_wait_longer_than_its_own_wait(waits: Waits, clock: Clock) -> None:
    """The clock was set ahead meanwhile, or somebody wrote the file."""
    clock.move(days=2)
    _fail(waits, 20)
    clock.move(days=-2)
    assert waits.until(CHEN) == clock.now + timedelta(minutes=15)
    clock.move(minutes=14)
    assert waits.until(CHEN) is not None
    clock.move(minutes=1)
    assert waits.until(CHEN) is None


def test_a_try_that_must_wait_is_not_made_and_one_that_fails_is_noted(waits: Waits) -> None:
    for _ in range(4):
        with pytest.raises(WrongPassword), waits.watched(CHEN, "pin"):
            raise WrongPassword
    made = False
    with pytest.raises(MustWait), waits.watched(CHEN, "pin"):
        made = True
    assert not made
    with waits.noted(CHEN, "card"):
        made = True
    assert made
    assert [entry.activity.detail["why"] for entry in waits.reports()] == ["pin"] * 4


def test_what_fails_for_another_reason_is_no_failed_try(waits: Waits) -> None:
    with pytest.raises(KeyError), waits.watched(CHEN, "password"):
        raise KeyError
    assert waits.reports() == ()


def test_reports_name_account_reason_and_time_and_end_with_the_coming(waits: Waits, clock: Clock) -> None:
    _fail(waits, 4)
    _fail(waits, 4, LIN)
    entry = waits.reports()[0]
    assert entry.activity.kind is ActivityKind.SIGN_IN_REFUSED
    at_ms = int(clock.now.timestamp() * 1000)
    assert entry.activity.detail == {"account": CHEN.hex(), "why": "password", "at_ms": at_ms}
    waits.end(CHEN)
    assert waits.reports() == ()
    assert waits.until(CHEN) is None
    assert waits.until(LIN) is not None


def test_a_lifted_wait_leaves_the_report(waits: Waits) -> None:
    _fail(waits, 4)
    waits.lift(CHEN)
    waits.require_over(CHEN)
    assert len(waits.reports()) == 4
