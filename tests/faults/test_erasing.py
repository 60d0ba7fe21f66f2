"""The end of terms, ended by SIGKILL at every step: nothing is half erased, and it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.store import erased_ranges
from outlet_app.store import erasing as erasing_store
from tests.faults import erasing_aftermath
from tests.faults.erasing import RANGE_ROWS, STEPS
from tests.faults.erasing_aftermath import LEFT, Found
from tests.outlets import copy_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.nursery import Nursery
    from tests.outlets import Outlet

KILLED = -9
DURABLE = frozenset({"committed", "returned"})


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    return erasing_aftermath.template(tmp_path_factory.mktemp("erasing"))


@pytest.fixture(autouse=True)
def _small_ranges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(erased_ranges, "RANGE_ROWS", RANGE_ROWS)
    monkeypatch.setattr(erasing_store, "RANGE_ROWS", RANGE_ROWS)


@pytest.mark.parametrize(("work", "step"), [(work, step) for work, steps in STEPS.items() for step in steps])
def test_an_owner_killed_while_terms_end_finds_nothing_half_and_the_rest_goes_on(
    template: Outlet, nursery: Nursery, tmp_path: Path, work: str, step: str
) -> None:
    outlet = copy_of(template, tmp_path)
    ended = nursery.run(erasing_aftermath.CHILD, tmp_path, work, step)
    assert ended.returncode == KILLED, ended.stderr.decode()
    portions = 2 if step in DURABLE else 1
    assert (
        erasing_aftermath.check(outlet, tmp_path)
        == {
            "emptying": Found(portions * RANGE_ROWS, ordered=False, erased=0),
            "ordering": Found(LEFT, ordered=step in DURABLE, erased=0),
            "erasing": Found(LEFT, ordered=True, erased=portions * RANGE_ROWS),
        }[work]
    )


def test_an_owner_who_is_not_killed_ends_with_everything_erased(
    template: Outlet, nursery: Nursery, tmp_path: Path
) -> None:
    outlet = copy_of(template, tmp_path)
    ended = nursery.run(erasing_aftermath.CHILD, tmp_path)
    assert ended.stdout.decode().split() == ["open", "emptied", "ordered", "erased"], ended.stderr.decode()
    assert erasing_aftermath.check(outlet, tmp_path) == Found(LEFT, ordered=True, erased=LEFT)
