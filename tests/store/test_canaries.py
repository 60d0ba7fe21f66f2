"""Each owner's locked list as a row, and the acts that say which one is his."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.store import activities, canaries
from outlet_app.store.connection import ConstraintFailed
from tests.store.rows import AUTHOR, CHEN, WANG, accept

if TYPE_CHECKING:
    from outlet_app.store.store import Store

ONE, OTHER = b"1" * 1949, b"2" * 1949


def test_a_list_is_kept_for_its_account_alone_in_the_place_of_the_former(store: Store) -> None:
    for box in (ONE, OTHER):
        store.write(AUTHOR, canaries.sealed(CHEN, box))
    assert canaries.box_of(store.reader, CHEN) == OTHER
    assert canaries.box_of(store.reader, WANG) is None


def test_its_act_names_the_box_by_its_hash_and_nothing_else(store: Store) -> None:
    store.write(AUTHOR, canaries.sealed(CHEN, ONE))
    act = activities.newest(store.reader)
    assert act is not None
    assert (act.kind, act.record_id, act.detail) == (
        "canaries_sealed",
        None,
        '{"box":"%s"}' % canaries.digest(ONE),  # noqa: UP031 - braces
    )


def test_the_last_seal_of_an_account_is_found_whatever_came_behind(store: Store) -> None:
    assert canaries.last_sealed(store.reader, CHEN) is None
    store.write(AUTHOR, canaries.sealed(CHEN, ONE))
    store.write(AUTHOR, canaries.sealed(CHEN, OTHER))
    accept(store, "YT1")
    act = canaries.last_sealed(store.reader, CHEN)
    assert act is not None
    assert canaries.digest(OTHER) in act.detail
    assert canaries.last_sealed(store.reader, WANG) is None


def test_a_box_of_another_size_is_no_list(store: Store) -> None:
    for box in (ONE[:-1], ONE + b"1"):
        with pytest.raises(ConstraintFailed):
            store.write(AUTHOR, canaries.sealed(CHEN, box))
    assert canaries.box_of(store.reader, CHEN) is None


def test_the_last_seal_is_found_by_its_index(store: Store) -> None:
    plan = store.reader.rows(tuple, f"EXPLAIN QUERY PLAN {canaries._ACTS}")
    assert "acts_of_rules" in str(plan)
