"""An upgrade, ended by SIGKILL at every step: the next opening finishes it, and the copy from before is whole."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.faults import upgrade_aftermath
from tests.faults.upgrading import CHILD, STEPS
from tests.store.old_outlets import LATEST, outlet_at, schema_version

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.nursery import Nursery

_KILLED = -9
_STEPS = list(STEPS)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return upgrade_aftermath.template(tmp_path_factory.mktemp("upgrade") / "made")


@pytest.mark.parametrize("step", STEPS)
def test_a_counter_killed_at_any_step_of_an_upgrade_loses_nothing_and_finishes_it_at_the_next_opening(
    template: Path, nursery: Nursery, tmp_path: Path, step: str
) -> None:
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    ended = nursery.run(CHILD, tmp_path, step)
    assert ended.returncode == _KILLED, ended.stderr.decode()
    said = ended.stdout.decode()
    at = _STEPS.index(step)
    assert ("upgraded" in said) is (at >= _STEPS.index("confirmed"))
    made = [f"version {version} made" for version in range(2, LATEST + 1)]
    assert schema_version(outlet_at(tmp_path)) == 1 + sum(at > _STEPS.index(each) for each in made)
    assert upgrade_aftermath.has_copy(outlet_at(tmp_path)) is (_STEPS.index("copied") < at < _STEPS.index("all done"))
    upgrade_aftermath.check(tmp_path, said)


def test_a_counter_that_is_not_killed_is_not_missed(template: Path, nursery: Nursery, tmp_path: Path) -> None:
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    ended = nursery.run(CHILD, tmp_path)
    assert ended.stdout.decode().split() == ["open", "upgraded", "tidied", "left"]
    upgrade_aftermath.check(tmp_path, ended.stdout.decode())
