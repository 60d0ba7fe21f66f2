"""Which waybills' W1 were tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.store import activities, wrap_trials
from tests.store.rows import AUTHOR, accept

if TYPE_CHECKING:
    from outlet_app.store.store import Store


def point(store: Store, text: str) -> None:
    with store._database.transaction() as cursor:
        cursor.run("INSERT OR REPLACE INTO settings (name, value) VALUES ('wraps-tried', ?)", text)


def test_nothing_was_tried_at_first(store: Store) -> None:
    assert wrap_trials.last_trial(store.reader) is None


def test_the_last_trial_is_found(store: Store) -> None:
    for up_to in (1, 2):
        store.write(AUTHOR, wrap_trials.tried(up_to, 5, 1))
        accept(store, f"YT{up_to}")
    act = wrap_trials.last_trial(store.reader)
    assert act is not None
    assert (act.kind, act.detail) == ("wraps_tried", '{"odd":1,"tried":5,"up_to":2}')
    assert act.signature is not None


@pytest.mark.parametrize("pointed", ["", "1", "999", "-1", "x", "9" * 40])
def test_a_setting_that_points_elsewhere_points_to_nothing(store: Store, pointed: str) -> None:
    store.write(AUTHOR, wrap_trials.tried(1, 5, 1))
    point(store, pointed)
    assert wrap_trials.last_trial(store.reader) is None


def test_waybills_that_were_sealed_are_found_once_and_by_their_acts(store: Store) -> None:
    first, second = accept(store, "YT1"), accept(store, "YT2")
    ids = [first.masked.record_id, second.masked.record_id]
    head = store.checkpoint().n
    assert wrap_trials.sealed_between(store.reader, 0, head) == ids
    acts = activities.of_record(store.reader, ids[1])
    assert wrap_trials.sealed_between(store.reader, acts[0].n - 1, acts[0].n) == ids[1:]
    assert wrap_trials.sealed_between(store.reader, acts[0].n, head) == []
