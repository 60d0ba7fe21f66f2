"""A stick pulled, or a disk that stops to answer, in the middle of each work: every call on that file fails from then.

Played by strace, which lets the system itself answer EIO: a mount may be refused here, and an open file outlives one.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.backup_plan import part_name
from tests.faults import (
    backup_aftermath,
    check_aftermath,
    restore_aftermath,
    salvage_aftermath,
    staff_aftermath,
    upgrade_aftermath,
)
from tests.faults.backing_up import NAME
from tests.faults.pulled import CHILD
from tests.faults.restoring import BACKUP
from tests.outlets import Outlet, copy_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.nursery import Nursery

pytestmark = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace makes system calls fail and is not installed"
)

_CALLS = "openat,newfstatat,read,pread64,sendfile,copy_file_range,write,pwrite64,fsync,fdatasync,ftruncate,rename"


def _pulled(nursery: Nursery, folder: Path, work: str, path: Path, call: str, after: int) -> str:
    """Do the work while every `call` on `path` fails after so many; what was said."""
    failing = f"inject={call}:error=EIO:when={after + 1}+"
    tracing = ("strace", "-f", "-o", folder / "trace", "-P", path, "-e", f"trace={_CALLS}", "-e", failing)
    ended = nursery.run(CHILD, folder, work, tracing=tracing)
    assert ended.returncode == 0, ended.stderr.decode()
    assert "EIO" in (folder / "trace").read_text(errors="replace"), "nothing failed"
    return ended.stdout.decode()


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    return backup_aftermath.template(tmp_path_factory.mktemp("shop"))


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    outlet = restore_aftermath.template(tmp_path_factory.mktemp("saved"))
    (outlet.place.folder.parent / "owner").write_text(f"{outlet.owner_id.hex()} {outlet.card}")
    return outlet


@pytest.mark.parametrize(("call", "after"), [("write", 2), ("fsync", 0), ("read", 1), ("rename", 0)])
def test_a_stick_pulled_while_a_backup_is_written_leaves_no_half_one_and_the_counter_works_on(
    nursery: Nursery, shop: Outlet, tmp_path: Path, call: str, after: int
) -> None:
    outlet = copy_of(shop, tmp_path)
    backup_aftermath.choose_stick(outlet, tmp_path)
    part = tmp_path / "stick" / part_name(outlet.keys.key_file().outlet_id)
    said = _pulled(nursery, tmp_path, "backup", part, call, after)
    assert said == "failed BackupUnproven\n"
    assert not (tmp_path / "stick" / NAME).exists()
    assert backup_aftermath.check(outlet, tmp_path, "accepted") == 0


@pytest.mark.parametrize("after", [0, 3])
def test_a_stick_pulled_while_its_backup_is_restored_leaves_the_former_outlet_and_the_next_try_works(
    nursery: Nursery, saved: Outlet, tmp_path: Path, after: int
) -> None:
    outlet = copy_of(saved, tmp_path)
    former = (outlet.place.folder / "outlet-1.db").read_bytes()
    said = _pulled(nursery, tmp_path, "restore", tmp_path / BACKUP, "read", after)
    assert said == "failed FileDamaged\n"
    assert not restore_aftermath.check_restore(tmp_path, outlet, former)


def test_a_stick_pulled_in_a_drill_is_told_and_the_outlet_works_on(
    nursery: Nursery, saved: Outlet, tmp_path: Path
) -> None:
    outlet = copy_of(saved, tmp_path)
    said = _pulled(nursery, tmp_path, "drill", tmp_path / BACKUP, "read", 3)
    assert said == "problems bytes\nended\n"
    assert not outlet.place.drill_folder.exists()
    owner = outlet.owner()
    assert owner.session.today().accepted == restore_aftermath.SAVED + restore_aftermath.LOST + 1
    outlet.entrance.close()


@pytest.mark.parametrize(
    ("name", "call", "after"),
    [
        ("outlet-1.db", "sendfile,read", 0),
        ("outlet-1.db.before-1.new", "fsync", 0),
        ("outlet-1.db", "pread64", 9),
        ("outlet-1.db-wal", "pwrite64", 2),
    ],
)
def test_a_disk_that_stops_to_answer_in_an_upgrade_costs_nothing_once_it_answers_again(
    nursery: Nursery, tmp_path: Path, name: str, call: str, after: int
) -> None:
    upgrade_aftermath.template(tmp_path)
    said = _pulled(nursery, tmp_path, "upgrade", tmp_path / "outlet" / name, call, after)
    assert said.startswith(("failed File", "failed DiskFull"))
    upgrade_aftermath.check(tmp_path, "")


def test_a_disk_that_stops_to_answer_in_the_closing_check_is_told_as_damage(
    nursery: Nursery, shop: Outlet, tmp_path: Path
) -> None:
    outlet = copy_of(shop, tmp_path)
    (tmp_path / "lin").write_text(outlet.lin_id.hex())
    said = _pulled(nursery, tmp_path, "check", outlet.place.folder / "outlet-1.db", "pread64", 40)
    assert said.split() == ["open", "checked", "failed", "FileDamaged"]
    assert check_aftermath.check(outlet) == 1


def test_a_disk_that_stops_to_answer_while_an_outlet_is_saved_can_be_saved_once_it_answers_again(
    nursery: Nursery,
    tmp_path: Path,
) -> None:
    outlet = salvage_aftermath.template(tmp_path)
    damaged = (outlet.place.folder / "outlet-1.db").read_bytes()
    said = _pulled(nursery, tmp_path, "salvage", outlet.place.folder / "outlet-1.db", "pread64", 12)
    assert said in {"failed FileDamaged\n", "failed StatementRefused\n"}, "what cannot be read may be a statement"
    outlet = staff_aftermath.reopened(outlet)
    salvage_aftermath.save(outlet)
    salvage_aftermath.check_saved(outlet, damaged)
