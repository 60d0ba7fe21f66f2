"""The full check, ended by SIGKILL at every step: no byte is changed, and what it found is recorded in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults import check_aftermath
from tests.faults.checking import CHILD, CLOSING_STEPS, NOW_STEPS
from tests.outlets import Outlet, copy_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.nursery import Nursery

_KILLED = -9
_CLOSING = list(CLOSING_STEPS)


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    """Made once; every test gets a copy."""
    return check_aftermath.template(tmp_path_factory.mktemp("damaged"))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    """As the other, and every page is what was written."""
    return check_aftermath.template(tmp_path_factory.mktemp("sound"), damaged=False)


def _killed(nursery: Nursery, folder: Path, work: str, step: str) -> str:
    ended = nursery.run(CHILD, folder, work, step)
    assert ended.returncode == _KILLED, ended.stderr.decode()
    return ended.stdout.decode()


@pytest.mark.parametrize("step", CLOSING_STEPS)
def test_a_counter_killed_while_the_closing_check_runs_is_checked_again_and_what_was_found_is_recorded(
    damaged: Outlet, nursery: Nursery, tmp_path: Path, step: str
) -> None:
    outlet = copy_of(damaged, tmp_path)
    said = _killed(nursery, tmp_path, "closing", step)
    at, noted = _CLOSING.index(step), _CLOSING.index("noted")
    assert ("checked" in said) is (at >= noted)
    assert outlet.place.last_check.exists() is (at >= noted)
    # Killed between the act and its note it is recorded once more: twice told is better than never.
    recorded = check_aftermath.check(outlet)
    assert recorded == (at >= noted) + (step == "recorded")


@pytest.mark.parametrize("step", NOW_STEPS)
def test_an_owner_killed_while_he_checks_the_open_outlet_works_on(
    damaged: Outlet, nursery: Nursery, tmp_path: Path, step: str
) -> None:
    outlet = copy_of(damaged, tmp_path)
    said = _killed(nursery, tmp_path, "now", step)
    assert ("checked" in said) is (step == "noted")
    assert check_aftermath.check(outlet) == (step in {"recorded", "noted"})


@pytest.mark.parametrize("step", ["trees looked at", "seals looked at", "noted"])
def test_a_check_that_is_killed_changes_no_byte_of_a_sound_database(
    sound: Outlet, nursery: Nursery, tmp_path: Path, step: str
) -> None:
    outlet = copy_of(sound, tmp_path)
    said = _killed(nursery, tmp_path, "closing", step)
    files = [path for path in outlet.place.folder.glob("outlet-1.db*") if path.stat().st_size]
    assert [path.read_bytes() for path in files] == [(tmp_path / "closed.db").read_bytes()]
    assert ("checked" in said) is (step == "noted")
    assert check_aftermath.check(outlet, damaged=False) == 0


def test_a_counter_that_is_not_killed_is_not_missed(damaged: Outlet, nursery: Nursery, tmp_path: Path) -> None:
    outlet = copy_of(damaged, tmp_path)
    ended = nursery.run(CHILD, tmp_path, "closing")
    assert ended.stdout.decode().split() == ["open", "checked", "told", "left"]
    assert check_aftermath.check(outlet) == 1
