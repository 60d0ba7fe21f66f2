"""Inviting and dismissing, ended by SIGKILL at every step: everybody else signs in, and nothing told was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from tests.faults import staff_aftermath
from tests.faults.staffing import CHILD, DISMISS_STEPS, INVITE_STEPS
from tests.outlets import Outlet, copy_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.nursery import Nursery

_KILLED = -9
_STEPS = list(DISMISS_STEPS)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    """Made once; every test gets a copy."""
    return staff_aftermath.template(tmp_path_factory.mktemp("staff"))


def _killed(nursery: Nursery, folder: Path, work: str, step: str) -> str:
    ended = nursery.run(CHILD, folder, work, step)
    assert ended.returncode == _KILLED, ended.stderr.decode()
    return ended.stdout.decode()


@pytest.mark.parametrize("step", INVITE_STEPS)
def test_an_owner_killed_while_he_invites_keeps_what_he_was_told(
    template: Outlet, nursery: Nursery, tmp_path: Path, step: str
) -> None:
    outlet = copy_of(template, tmp_path)
    said = _killed(nursery, tmp_path, "invite", step)
    assert ("invited" in said) is (step == "confirmed")
    kinds = staff_aftermath.check(outlet, said)
    assert (ActivityKind.ACCOUNT_INVITED in kinds) or step == "asked"


@pytest.mark.parametrize("step", DISMISS_STEPS)
def test_an_owner_killed_while_he_dismisses_keeps_nobody_out_but_who_was_dismissed(
    template: Outlet, nursery: Nursery, tmp_path: Path, step: str
) -> None:
    outlet = copy_of(template, tmp_path)
    said = _killed(nursery, tmp_path, "dismiss", step)
    assert ("dismissed" in said) is (step == "confirmed")
    kinds = staff_aftermath.check(outlet, said)
    assert (ActivityKind.DISMISSED in kinds) is (_STEPS.index(step) >= _STEPS.index("stated"))
    in_force = _STEPS.index("new keys in force at one place")
    assert (ActivityKind.KEY_ROTATED in kinds) is (_STEPS.index(step) >= in_force)


def test_nobody_who_is_not_killed_is_missed(template: Outlet, nursery: Nursery, tmp_path: Path) -> None:
    outlet = copy_of(template, tmp_path)
    ended = nursery.run(CHILD, tmp_path, "dismiss")
    assert ended.stdout.decode().split() == ["open", "dismissed", "left"]
    assert ActivityKind.KEY_ROTATED in staff_aftermath.check(outlet, ended.stdout.decode())
