"""An acknowledgement ended by SIGKILL at every step: it counts whole or not at all, and everybody gets in."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.services.session import RecordState
from outlet_app.store import near_checkpoint
from tests.faults.acknowledging import CHILD, DURABLE, STEPS
from tests.outlets import Outlet, copy_of, make_outlet
from tests.services.scanning import acknowledge, check_all

if TYPE_CHECKING:
    from pathlib import Path

KILLED = -9
_LOST = 5


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    """An outlet whose checkpoint beside knows of five acts that its record lacks."""
    outlet = make_outlet(tmp_path_factory.mktemp("gap"))
    near = near_checkpoint.read(outlet.place.near_checkpoint)
    assert near is not None
    near_checkpoint.write(outlet.place.near_checkpoint, replace(near, n=near.n + _LOST, chain_hash=bytes(32)))
    (outlet.place.folder.parent / "owner").write_text(f"{outlet.owner_id.hex()} {outlet.card}")
    return outlet


def _run(folder: Path, *step: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, CHILD, folder, *step], capture_output=True, check=False, timeout=120)


@pytest.mark.parametrize("step", STEPS)
def test_an_owner_killed_while_he_acknowledges_has_said_all_of_it_or_nothing(
    template: Outlet, tmp_path: Path, step: str
) -> None:
    outlet = copy_of(template, tmp_path)
    ended = _run(tmp_path, step)
    assert ended.returncode == KILLED, ended.stderr.decode()
    assert (b"acknowledged" in ended.stdout) is (step == "confirmed")
    outlet.chen().session.sign_out()
    owner = outlet.owner()
    check_all(owner)
    expected = RecordState.GOOD if step in DURABLE else RecordState.BROKEN
    assert owner.session.record_state() is expected
    assert len(owner.scans.acknowledged()) == (step in DURABLE)
    acknowledge(outlet, owner)
    check_all(owner)
    assert owner.session.record_state() is RecordState.GOOD
    assert len(owner.scans.acknowledged()) == 1
    outlet.entrance.close()


def test_an_owner_who_is_not_killed_leaves_a_record_that_is_whole(template: Outlet, tmp_path: Path) -> None:
    outlet = copy_of(template, tmp_path)
    ended = _run(tmp_path)
    assert ended.returncode == 0, ended.stderr.decode()
    lin = outlet.lin()
    check_all(lin)
    assert lin.session.record_state() is RecordState.GOOD
    outlet.entrance.close()
