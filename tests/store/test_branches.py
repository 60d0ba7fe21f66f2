"""A restore as a row and an act."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.branches import BranchPoint
from outlet_app.store import activities, branches, number_ranges
from outlet_app.store.store import Store
from outlet_app.store.uncertain_numbers import Span
from tests.store.rows import AUTHOR, KEY, OUTLET, Clock

if TYPE_CHECKING:
    from pathlib import Path


def test_a_restore_raises_the_branch_and_leaves_numbers_alone(store: Store, path: Path, clock: Clock) -> None:
    store.write(AUTHOR, number_ranges.entered("yto", "YT0001", "YT0009"))
    left = store.checkpoint()
    store.write(AUTHOR, branches.restored(BranchPoint(5, left), [Span(1, 1, 4)], {"owner": "abc"}))
    assert number_ranges.next_free(store.reader, "yto") == "YT0005"
    act = activities.newest(store.reader)
    assert act is not None
    assert act.kind == ActivityKind.RESTORED
    assert json.loads(act.detail) == {
        "owner": "abc",
        "branch": 5,
        "from_branch": left.branch,
        "from_n": left.n,
        "uncertain": 4,
    }
    store.close()
    with Store.open(path, KEY, outlet_id=OUTLET, clock=clock) as again:
        assert again.checkpoint().branch == 5


def test_an_acknowledgement_raises_the_branch_of_the_open_store_and_leaves_numbers_alone(
    store: Store, path: Path, clock: Clock
) -> None:
    store.write(AUTHOR, number_ranges.entered("yto", "YT0001", "YT0009"))
    left = store.checkpoint()
    store.write(AUTHOR, branches.acknowledged(BranchPoint(326, left), [Span(1, 1, 4)], {"reason": "硬盘换过"}))
    act = activities.newest(store.reader)
    assert act is not None
    assert act.kind == ActivityKind.MISMATCH_ACKNOWLEDGED
    assert json.loads(act.detail) == {
        "reason": "硬盘换过",
        "branch": 326,
        "from_branch": left.branch,
        "from_n": left.n,
        "uncertain": 4,
    }
    assert number_ranges.next_free(store.reader, "yto") == "YT0005"
    store.take_up_branch()
    head = store.checkpoint()
    assert (head.branch, head.n) == (326, left.n + 1)
    assert store.genesis.branch == 326
    store.close()
    with Store.open(path, KEY, outlet_id=OUTLET, clock=clock) as again:
        assert again.checkpoint() == head
