"""Saving a damaged database, ended by SIGKILL at every step: the damaged one or the saved one, and nothing deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import FileDamaged
from tests.faults import salvage_aftermath, staff_aftermath
from tests.faults.salvaging import CHILD, STEPS
from tests.outlets import Outlet, copy_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.nursery import Nursery

_KILLED = -9
_STEPS = list(STEPS)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outlet, bytes]:
    """An outlet that lost a page of its record, and what its file was."""
    outlet = salvage_aftermath.template(tmp_path_factory.mktemp("salvage"))
    return outlet, (outlet.place.folder / "outlet-1.db").read_bytes()


@pytest.mark.parametrize("step", _STEPS)
def test_an_owner_killed_while_he_saves_has_the_damaged_outlet_or_the_saved_one(
    template: tuple[Outlet, bytes], nursery: Nursery, tmp_path: Path, step: str
) -> None:
    outlet = copy_of(template[0], tmp_path)
    ended = nursery.run(CHILD, tmp_path, step)
    assert ended.returncode == _KILLED, ended.stderr.decode()
    outlet = staff_aftermath.reopened(outlet)
    if _STEPS.index(step) < _STEPS.index("in force at one place"):
        assert outlet.keys.key_file().epoch == 1
        with pytest.raises(FileDamaged):
            outlet.lin()
        salvage_aftermath.save(outlet)
    salvage_aftermath.check_saved(outlet, template[1])


_FULL = """
import resource, signal, sys
from pathlib import Path
from outlet_app.errors import DiskFull
from tests.faults.salvaging import salvage_at
from tests.outlets import OWNER_PASSWORD
folder, limit = Path(sys.argv[1]), int(sys.argv[2])
salvage, owner_id, card = salvage_at(folder)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
try:
    salvage.save(owner_id, OWNER_PASSWORD, card, lambda _: None)
except DiskFull:
    print("full")
"""


@pytest.mark.parametrize("share", [0.1, 0.4, 0.8])
def test_a_full_disk_stops_saving_and_the_damaged_outlet_can_be_saved_once_there_is_room(
    template: tuple[Outlet, bytes], nursery: Nursery, tmp_path: Path, share: float
) -> None:
    """Full disks are played by a limit on the size of files, because a mount may be refused here."""
    outlet = copy_of(template[0], tmp_path)
    script = tmp_path / "full.py"
    script.write_text(_FULL)
    ended = nursery.run(script, tmp_path, int(len(template[1]) * share))
    assert ended.stdout == b"full\n", ended.stderr.decode()
    assert (outlet.place.folder / "outlet-1.db").read_bytes() == template[1]
    outlet = staff_aftermath.reopened(outlet)
    assert outlet.keys.key_file().epoch == 1
    salvage_aftermath.save(outlet)
    salvage_aftermath.check_saved(outlet, template[1])
