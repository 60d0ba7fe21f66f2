"""An acknowledgement ended by SIGKILL at every step: it counts whole or not at all, and everybody gets in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.acknowledge_aftermath import check, make_gap
from tests.faults.acknowledging import CHILD, DURABLE, STEPS
from tests.outlets import copy_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.nursery import Nursery
    from tests.outlets import Outlet

KILLED = -9


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    return make_gap(tmp_path_factory.mktemp("gap"))


@pytest.mark.parametrize("step", STEPS)
def test_an_owner_killed_while_he_acknowledges_has_said_all_of_it_or_nothing(
    template: Outlet, nursery: Nursery, tmp_path: Path, step: str
) -> None:
    outlet = copy_of(template, tmp_path)
    ended = nursery.run(CHILD, tmp_path, step)
    assert ended.returncode == KILLED, ended.stderr.decode()
    assert (b"acknowledged" in ended.stdout) is (step == "confirmed")
    assert check(outlet) is (step in DURABLE)


def test_an_owner_who_is_not_killed_has_said_it(template: Outlet, nursery: Nursery, tmp_path: Path) -> None:
    outlet = copy_of(template, tmp_path)
    ended = nursery.run(CHILD, tmp_path)
    assert ended.returncode == 0, ended.stderr.decode()
    assert check(outlet)
