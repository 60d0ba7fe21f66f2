"""The whole counter, from masking to the reported label, ended by SIGKILL at every named step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import HistoryBroken
from tests.faults import counters_end
from tests.faults.counter import COMMITTED, CONFIRMED, STEPS

if TYPE_CHECKING:
    from pathlib import Path
    from subprocess import CompletedProcess

    from tests.faults.counters_end import Counter
    from tests.faults.nursery import Nursery

KILLED = -9
_BEFORE = 2


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Counter:
    """One outlet that goes on after every kill, as a shop does."""
    return counters_end.make_counter(tmp_path_factory.mktemp("counter"))


@pytest.fixture
def kept(counter: Counter) -> int:
    """How many waybills there were before."""
    return counters_end.check(counter, [])


def _run(nursery: Nursery, counter: Counter, *arguments: object) -> CompletedProcess[bytes]:
    return nursery.run(counters_end.CHILD, counter.folder, counter.outlet.chen_id.hex(), *arguments)


@pytest.mark.parametrize("step", STEPS)
def test_a_counter_killed_at_any_step_keeps_every_waybill_it_confirmed_and_nothing_half(
    nursery: Nursery, counter: Counter, kept: int, step: str
) -> None:
    ended = _run(nursery, counter, _BEFORE, step)
    assert ended.returncode == KILLED, ended.stderr.decode()
    told = counters_end.confirmed(ended.stdout.decode())
    assert len(told) == _BEFORE + (step in CONFIRMED)
    assert counters_end.check(counter, told) == kept + _BEFORE + (step in COMMITTED)


def test_a_counter_that_is_not_killed_confirms_prints_and_reports_what_its_labels_open(
    nursery: Nursery, counter: Counter
) -> None:
    ended = _run(nursery, counter, 3)
    assert ended.returncode == 0, ended.stderr.decode()
    told = counters_end.confirmed(ended.stdout.decode())
    assert ended.stdout.count(b"done") == len(told) == 3
    counters_end.check(counter, told)
    assert counters_end.label_opens(counter, told[-1][1])


def test_the_check_of_what_is_left_sees_what_is_gone_half_or_changed(nursery: Nursery, tmp_path: Path) -> None:
    counter = counters_end.make_counter(tmp_path)
    told = counters_end.confirmed(_run(nursery, counter, 2).stdout.decode())
    assert counters_end.check(counter, told) == 2
    with pytest.raises(AssertionError, match="gone"):
        counters_end.check(counter, [*told, (bytes(16), "YT8800000000999")])
    _tamper(counter, "DELETE FROM label_wraps WHERE record_id = ?", told[0][0])
    with pytest.raises(AssertionError):
        counters_end.check(counter, told)
    _tamper(counter, "UPDATE waybills SET recipient_tail = '' WHERE record_id = ?", told[0][0])
    with pytest.raises(HistoryBroken):
        counters_end.check(counter, told)


def _tamper(counter: Counter, sql: str, record_id: bytes) -> None:
    services = counter.outlet.owner()
    with services.session.store._database.transaction() as cursor:
        cursor.run(sql, record_id)
    services.session.sign_out()
