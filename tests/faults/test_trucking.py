"""Hand-over lists, their counter ended by SIGKILL at every step of a scan and of the closing; and a full disk."""

from __future__ import annotations

import resource
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import DiskFull
from outlet_app.store import handover_lists, label_wraps, waybill_ends
from tests.faults import truck_aftermath
from tests.faults.trucking import CLOSE_STEPS, CLOSED, ON, PARCELS, PUT_ON_STEPS
from tests.outlets import copy_of, make_outlet
from tests.services.handing import listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from subprocess import CompletedProcess

    from tests.faults.nursery import Nursery
    from tests.outlets import Outlet

KILLED = -9


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    return make_outlet(tmp_path_factory.mktemp("template"))


@pytest.fixture
def outlet(template: Outlet, tmp_path: Path) -> Outlet:
    return copy_of(template, tmp_path)


def _run(nursery: Nursery, outlet: Outlet, *arguments: object) -> CompletedProcess[bytes]:
    return nursery.run(truck_aftermath.CHILD, outlet.place.folder.parent, outlet.chen_id.hex(), *arguments)


@pytest.mark.parametrize("step", PUT_ON_STEPS)
def test_a_counter_killed_at_any_step_of_a_scan_loses_nothing_that_is_on_a_list(
    nursery: Nursery, outlet: Outlet, step: str
) -> None:
    ended = _run(nursery, outlet, 0, step)
    assert ended.returncode == KILLED, ended.stderr.decode()
    said = truck_aftermath.told(ended.stdout.decode())
    assert said.on == []
    assert truck_aftermath.check(outlet, said)["on open lists"] == (step in ON)


@pytest.mark.parametrize("step", CLOSE_STEPS)
def test_a_counter_killed_at_any_step_of_closing_has_closed_the_whole_list_or_none_of_it(
    nursery: Nursery, outlet: Outlet, step: str
) -> None:
    ended = _run(nursery, outlet, 0, step)
    assert ended.returncode == KILLED, ended.stderr.decode()
    said = truck_aftermath.told(ended.stdout.decode())
    assert (len(said.on), said.closed) == (PARCELS, [])
    seen = truck_aftermath.check(outlet, said)
    assert (seen["closed"], seen["on open lists"]) == ((1, 0) if step in CLOSED else (0, PARCELS))


def test_a_counter_that_is_not_killed_closes_its_lists(nursery: Nursery, outlet: Outlet) -> None:
    ended = _run(nursery, outlet, 2)
    assert ended.returncode == 0, ended.stderr.decode()
    said = truck_aftermath.told(ended.stdout.decode())
    assert (len(said.on), len(said.closed)) == (2 * PARCELS, 2)
    assert truck_aftermath.check(outlet, said)["closed"] == 2


def test_the_check_sees_a_parcel_that_is_lost_and_a_wrap_that_stayed(nursery: Nursery, outlet: Outlet) -> None:
    said = truck_aftermath.told(_run(nursery, outlet, 1).stdout.decode())
    with pytest.raises(AssertionError, match="lost"):
        truck_aftermath.check(outlet, truck_aftermath.Told(on=[bytes(16)]))
    with pytest.raises(AssertionError, match="open"):
        truck_aftermath.check(outlet, truck_aftermath.Told(closed=[bytes(16)]))
    record_id = next(iter(said.wraps))
    with pytest.raises(AssertionError, match="outlived"):
        truck_aftermath.check(outlet, truck_aftermath.Told(wraps={record_id: b"outlet"[:2]}))


@contextmanager
def _no_room_beyond(size: int) -> Iterator[None]:
    """As on a full disk, no file grows beyond `size` bytes; Python ignores the signal, so writes fail."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_leaves_the_list_open_and_the_labels_as_they_were(outlet: Outlet) -> None:
    chen = outlet.chen()
    standing, parcels = listed(chen, 3)
    reader = chen.session.store.reader
    log = chen.session.store.path.with_name(chen.session.store.path.name + "-wal")
    with _no_room_beyond(log.stat().st_size), pytest.raises(DiskFull):
        chen.hand_over.close(standing.list_id, None)
    assert handover_lists.by_id(reader, standing.list_id) == standing
    for made in parcels:
        assert waybill_ends.state(reader, made.record_id) is WaybillState.LISTED
        assert label_wraps.of(reader, made.record_id) is not None
        assert chen.session.labels.find(made.record_id).code_text is not None  # type: ignore[union-attr] # just kept
    assert chen.hand_over.close(standing.list_id, None).list.count == 3
    chen.session.sign_out()
