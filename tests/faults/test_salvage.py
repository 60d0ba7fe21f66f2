"""Saving a damaged database, ended by SIGKILL at every step: the damaged one or the saved one, and nothing deleted."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import FileDamaged
from outlet_app.services.record_check import RecordState
from outlet_app.services.salvage import Salvage
from outlet_app.store import activities
from tests.faults import staff_aftermath
from tests.faults.salvaging import CHILD, STEPS
from tests.outlets import OWNER_PASSWORD, Outlet, copy_of
from tests.services.wrecking import act_hash, damage

if TYPE_CHECKING:
    from pathlib import Path

_KILLED = -9
_STEPS = list(STEPS)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outlet, bytes]:
    """An outlet that lost a page of its record, and what its file was."""
    outlet = staff_aftermath.template(tmp_path_factory.mktemp("salvage"))
    outlet.entrance.close()
    damage(outlet, act_hash(outlet, 0.4))
    return outlet, (outlet.place.folder / "outlet-1.db").read_bytes()


@pytest.mark.parametrize("step", _STEPS)
def test_an_owner_killed_while_he_saves_has_the_damaged_outlet_or_the_saved_one(
    template: tuple[Outlet, bytes], tmp_path: Path, step: str
) -> None:
    outlet = copy_of(template[0], tmp_path)
    ended = subprocess.run([sys.executable, CHILD, tmp_path, step], capture_output=True, check=False, timeout=100)
    assert ended.returncode == _KILLED, ended.stderr.decode()
    outlet = staff_aftermath.reopened(outlet)
    if _STEPS.index(step) < _STEPS.index("in force at one place"):
        assert outlet.keys.key_file().epoch == 1
        with pytest.raises(FileDamaged):
            outlet.lin()
        salvage = Salvage(outlet.keys, outlet.entrance, outlet.clock)
        salvage.save(outlet.owner_id, OWNER_PASSWORD, outlet.card, lambda _: None)
        salvage.agree()
        outlet.entrance.close()
    _check_saved(outlet, template[1])


def _check_saved(outlet: Outlet, damaged: bytes) -> None:
    """Everybody works on with what was saved, and the damaged file still lies there."""
    for person in (outlet.chen, outlet.lin):
        services = person()
        while services.session.verify_some():
            pass
        assert services.session.record_state() is RecordState.GOOD
        assert len(activities.holes(services.session.store.reader)) == 1
        outlet.entrance.close()
    assert damaged in {path.read_bytes() for path in outlet.place.folder.glob("set-aside-*.db")}
    assert not list(outlet.place.folder.glob("restore-*"))
