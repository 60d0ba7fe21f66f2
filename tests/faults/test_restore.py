"""Restoring and recovering, ended by SIGKILL at every step: the former outlet or the restored one, never neither."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import FileDamaged, FileTooNew, KeyMismatch, WrongPassword
from tests.faults import restore_aftermath
from tests.faults.restoring import BACKUP, CHILD, RECOVER_STEPS, RESTORE_STEPS, RestoreWatch, Step, rescue_at, restore
from tests.outlets import Outlet, copy_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.nursery import Nursery

_KILLED = -9
_FLIPS = 40
_NAMED = (FileDamaged, FileTooNew, KeyMismatch, WrongPassword)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    """Made once; every test gets a copy."""
    return restore_aftermath.template(tmp_path_factory.mktemp("restore"))


def _killed(nursery: Nursery, folder: Path, work: str, step: str) -> str:
    ended = nursery.run(CHILD, folder, work, step)
    assert ended.returncode == _KILLED, ended.stderr.decode()
    return ended.stdout.decode()


@pytest.mark.parametrize("step", RESTORE_STEPS)
def test_an_owner_killed_while_he_restores_has_the_former_outlet_or_the_restored_one(
    template: Outlet, nursery: Nursery, tmp_path: Path, step: str
) -> None:
    outlet = copy_of(template, tmp_path)
    former = (outlet.place.folder / "outlet-1.db").read_bytes()
    said = _killed(nursery, tmp_path, "restore", step)
    assert ("restored" in said) is (step == "confirmed")
    steps = list(RESTORE_STEPS)
    counts = steps.index(step) >= steps.index("new keys in force at one place")
    assert restore_aftermath.check_restore(tmp_path, outlet, former) is counts


@pytest.mark.parametrize("step", RECOVER_STEPS)
def test_an_owner_killed_while_he_recovers_signs_in_with_one_password_or_the_other(
    template: Outlet, nursery: Nursery, tmp_path: Path, step: str
) -> None:
    outlet = copy_of(template, tmp_path)
    said = _killed(nursery, tmp_path, "recover", step)
    assert ("recovered" in said) is (step == "confirmed")
    assert restore_aftermath.check_recovery(tmp_path, outlet) is (step != "recorded")


def test_a_flipped_bit_anywhere_in_a_backup_is_named_and_changes_nothing(template: Outlet, tmp_path: Path) -> None:
    """In the head, in the first pages, anywhere behind: never a restore of something else."""
    outlet = copy_of(template, tmp_path)
    backup = tmp_path / BACKUP
    whole = backup.read_bytes()
    chance = random.Random(_FLIPS)
    places = [*range(0, 600, 40), *(chance.randrange(len(whole)) for _ in range(_FLIPS - 15)), len(whole) - 1]
    before = outlet.place.key_file.read_bytes()
    for place in places:
        data = bytearray(whole)
        data[place] ^= 1 << chance.randrange(8)
        backup.write_bytes(data)
        rescue, _, _ = rescue_at(tmp_path)
        with pytest.raises(_NAMED):
            restore(rescue, tmp_path, RestoreWatch(Step("never", "")))
        rescue.abandon()
    for length in (0, 6, 300, len(whole) // 2, len(whole) - 1):
        backup.write_bytes(whole[:length])
        rescue, _, _ = rescue_at(tmp_path)
        with pytest.raises(_NAMED):
            restore(rescue, tmp_path, RestoreWatch(Step("never", "")))
        rescue.abandon()
    assert outlet.place.key_file.read_bytes() == before
    assert not list(outlet.place.folder.glob("restore-*"))


_FULL = """
import resource, signal, sys
from pathlib import Path
from outlet_app.errors import DiskFull
from tests.faults.restoring import RestoreWatch, Step, rescue_at, restore
folder, limit = Path(sys.argv[1]), int(sys.argv[2])
rescue, _, _ = rescue_at(folder)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
try:
    restore(rescue, folder, RestoreWatch(Step("never", "")))
except DiskFull:
    print("full")
"""


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_full_disk_stops_a_restore_and_the_former_outlet_stands(
    template: Outlet, nursery: Nursery, tmp_path: Path, share: float
) -> None:
    """Full disks are played by a limit on the size of files, because a mount may be refused here."""
    outlet = copy_of(template, tmp_path)
    former = (outlet.place.folder / "outlet-1.db").read_bytes()
    limit = int((tmp_path / BACKUP).stat().st_size * share)
    script = tmp_path / "full.py"
    script.write_text(_FULL)
    ended = nursery.run(script, tmp_path, limit)
    assert ended.stdout == b"full\n", ended.stderr.decode()
    assert not restore_aftermath.check_restore(tmp_path, outlet, former)


def test_nobody_who_is_not_killed_is_missed(template: Outlet, nursery: Nursery, tmp_path: Path) -> None:
    outlet = copy_of(template, tmp_path)
    former = (outlet.place.folder / "outlet-1.db").read_bytes()
    ended = nursery.run(CHILD, tmp_path, "restore")
    assert ended.stdout.decode().split() == ["open", "restored"]
    assert restore_aftermath.check_restore(tmp_path, outlet, former)
