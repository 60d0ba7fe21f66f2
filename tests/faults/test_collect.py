"""Shelving, giving out and taking back, ended by SIGKILL at every step: what was told stands, nothing is half."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from outlet_app.store import parcels
from tests.faults import collect_aftermath
from tests.faults.collecting import DURABLE, STEPS

if TYPE_CHECKING:
    from tests.faults.collect_aftermath import Shelf
    from tests.faults.nursery import Nursery

KILLED = -9
BEFORE = Counter(shelved=2, given=2, back=1)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return collect_aftermath.make_shelf(tmp_path_factory.mktemp("shelf"))


@pytest.mark.parametrize(("work", "step"), [(work, step) for work, steps in STEPS.items() for step in steps])
def test_a_counter_killed_at_any_step_keeps_what_it_told_and_leaves_nothing_half(
    shelf: Shelf, nursery: Nursery, work: str, step: str
) -> None:
    ended = nursery.run(collect_aftermath.CHILD, shelf.folder, 2, work, step)
    assert ended.returncode == KILLED, ended.stderr.decode()
    told = BEFORE + {"shelving": Counter(), "giving": Counter(shelved=1), "undoing": Counter(shelved=1, given=1)}[work]
    seen = collect_aftermath.check(shelf, ended.stdout.decode())
    assert seen == told + Counter({"not yet told": 1} if step in DURABLE else {})


def test_a_counter_that_is_not_killed_tells_everything(shelf: Shelf, nursery: Nursery) -> None:
    ended = nursery.run(collect_aftermath.CHILD, shelf.folder, 4)
    assert ended.returncode == 0, ended.stderr.decode()
    assert collect_aftermath.check(shelf, ended.stdout.decode()) == Counter(shelved=4, given=3, back=1)


def test_the_check_sees_what_was_told_and_is_not_so(shelf: Shelf, nursery: Nursery) -> None:
    ended = nursery.run(collect_aftermath.CHILD, shelf.folder, 1)
    said = ended.stdout.decode()
    collect_aftermath.check(shelf, said)
    lin = shelf.outlet.lin()
    for place in range(2):
        draft = collect_aftermath.collecting.draft_of(8_888_888_888_000 + place)
        parcel = lin.arrivals.register(draft, None).parcel
        shelf.told[parcel.record_id] = "given"
    lin.session.sign_out()
    with pytest.raises(AssertionError, match="more was done"):
        collect_aftermath.check(shelf, "")
    lin = shelf.outlet.lin()
    assert parcels.by_id(lin.session.store.reader, parcel.record_id) is not None
    lin.session.sign_out()
