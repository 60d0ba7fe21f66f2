"""Making a backup, ended by SIGKILL at every step: the outlet works on, and a backup is whole or not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults import backup_aftermath
from tests.faults.backing_up import CHILD, STEPS
from tests.outlets import Outlet, copy_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.nursery import Nursery

_KILLED = -9
_STEPS = list(STEPS)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    """Made once; every test gets a copy."""
    return backup_aftermath.template(tmp_path_factory.mktemp("backup"))


@pytest.mark.parametrize("step", STEPS)
def test_a_counter_killed_while_it_backs_up_loses_nothing_and_leaves_no_half_backup(
    template: Outlet, nursery: Nursery, tmp_path: Path, step: str
) -> None:
    outlet = copy_of(template, tmp_path)
    backup_aftermath.choose_stick(outlet, tmp_path)
    ended = nursery.run(CHILD, tmp_path, step)
    assert ended.returncode == _KILLED, ended.stderr.decode()
    said = ended.stdout.decode()
    assert "backed up" not in said
    found = backup_aftermath.check(outlet, tmp_path, said)
    assert found == (_STEPS.index(step) >= _STEPS.index("named"))


def test_a_counter_that_is_not_killed_is_not_missed(template: Outlet, nursery: Nursery, tmp_path: Path) -> None:
    outlet = copy_of(template, tmp_path)
    backup_aftermath.choose_stick(outlet, tmp_path)
    ended = nursery.run(CHILD, tmp_path)
    said = ended.stdout.decode()
    assert said.split("\n") == ["open", "accepted", "accepted", "accepted", "backed up", "left", ""]
    assert backup_aftermath.check(outlet, tmp_path, said) == 1
