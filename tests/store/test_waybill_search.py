"""Waybills by a tail, and by a first character before it: which, in what order, how many, and by which way."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.store import waybill_search, waybills
from tests.store.old_outlets import old_outlet
from tests.store.rows import AUTHOR, RECIPIENT, SENDER, accept

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from outlet_app.store.store import Store
    from tests.store.rows import Clock


def by(store: Store, tail: str, initials: Sequence[str] = ()) -> list[str]:
    return [kept.masked.number for kept in waybill_search.by_tail(store.reader, tail, initials).rows]


def leaves(store: Store, number: str, clock: Clock) -> None:
    (kept,) = waybills.by_number(store.reader, number)
    clock.move(minutes=1)
    store.write(AUTHOR, waybills.left(kept.masked.record_id, WaybillState.COLLECTED, clock()))


def test_a_tail_is_the_recipients_or_the_senders_and_exactly_what_the_mask_shows(store: Store) -> None:
    accept(store, "YT01")
    accept(store, "YT02", recipient=replace(RECIPIENT, tail="0000"), sender=replace(SENDER, tail="8000"))
    accept(store, "YT03", recipient=replace(RECIPIENT, tail="800"))
    accept(store, "YT04", recipient=replace(RECIPIENT, tail=""), sender=replace(SENDER, tail=""))
    assert by(store, "8000") == ["YT02", "YT01"]
    assert by(store, "0000") == ["YT03", "YT02", "YT01"]
    assert by(store, "800") == ["YT03"]
    for nothing in ("", "80", "00", "8%", "8___", "%", "*"):
        assert by(store, nothing) == []


def test_a_first_character_narrows_it_to_that_partys_own_tail(store: Store) -> None:
    accept(store, "YT01")
    accept(store, "YT02", recipient=replace(RECIPIENT, initial="王"))
    accept(store, "YT03", recipient=replace(RECIPIENT, initial=""))
    accept(store, "YT04", recipient=replace(RECIPIENT, initial="張"))
    assert by(store, "8000", ["张"]) == ["YT01"]
    assert by(store, "8000", ["張", "张"]) == ["YT04", "YT01"]
    assert by(store, "8000", ["李"]) == []
    assert by(store, "0000", ["李"]) == ["YT04", "YT03", "YT02", "YT01"]
    assert by(store, "0000", ["%"]) == []


def test_what_stands_in_the_shop_comes_first_then_what_left_last(store: Store, clock: Clock) -> None:
    for number in ("YT01", "YT02", "YT03", "YT04"):
        accept(store, number)
    leaves(store, "YT04", clock)
    leaves(store, "YT01", clock)
    assert by(store, "8000") == ["YT03", "YT02", "YT01", "YT04"]
    assert by(store, "8000", ["张"]) == ["YT03", "YT02", "YT01", "YT04"]


def test_a_waybill_of_which_both_people_fit_comes_once(store: Store, clock: Clock) -> None:
    accept(store, "YT01", sender=replace(SENDER, tail="8000", initial="张"))
    accept(store, "YT02")
    leaves(store, "YT01", clock)
    assert by(store, "8000") == ["YT02", "YT01"]
    assert by(store, "8000", ["张"]) == ["YT02", "YT01"]


@pytest.mark.parametrize(("here", "gone", "more"), [(20, 0, False), (21, 0, True), (15, 5, False), (15, 6, True)])
def test_at_most_twenty_are_given_and_whether_there_are_others(
    store: Store, clock: Clock, here: int, gone: int, *, more: bool
) -> None:
    for step in range(here + gone):
        accept(store, f"YT{step:02d}")
    for step in range(gone):
        leaves(store, f"YT{step:02d}", clock)
    for initials in ((), ("张",)):
        hits = waybill_search.by_tail(store.reader, "8000", initials)
        assert (len(hits.rows), hits.more) == (20, more)
        assert sum(kept.left_at is None for kept in hits.rows) == min(here, 20)


@pytest.mark.parametrize("query", [waybill_search._BY_TAIL, waybill_search._BY_NAME_TAIL])
def test_every_part_is_answered_by_its_index_alone_and_in_its_order(store: Store, query: str) -> None:
    values = ["8000"] * (5 if query == waybill_search._BY_NAME_TAIL else 1)
    plan = store.reader.rows(lambda row: str(row[3]), f"EXPLAIN QUERY PLAN {query}", *values)
    searches = [step for step in plan if step.startswith("SEARCH")]
    assert len(searches) == 4
    way = re.compile(
        r"SEARCH waybills USING COVERING INDEX waybills_by_(recipient|sender)_tail \(\1_tail=\? AND left_ms"
    )
    assert all(way.match(step) for step in searches)
    assert not [step for step in plan if "TEMP B-TREE" in step or step.startswith("SCAN waybills")]


def test_a_tail_that_was_emptied_leaves_the_index(store: Store) -> None:
    accept(store, "YT01")
    with store._database.transaction() as cursor:
        cursor.run("UPDATE waybills SET recipient_tail = '', recipient_initial = ''")
    assert by(store, "8000") == []
    assert by(store, "") == []


@pytest.mark.parametrize("version", [1, 4, 5])
def test_waybills_of_older_outlets_are_found_by_their_tails(version: int, tmp_path: Path) -> None:
    chen = old_outlet(version, tmp_path).chen()
    reader = chen.session.store.reader
    tails = reader.rows(lambda row: (bytes(row[0]), str(row[1])), "SELECT record_id, recipient_tail FROM waybills")
    assert tails
    for record_id, tail in tails:
        rows = waybill_search.by_tail(reader, tail).rows
        assert record_id in [kept.masked.record_id for kept in rows]
    chen.session.store.close()


def test_rows_come_in_the_order_of_their_places_and_a_missing_one_is_an_error_of_ours(store: Store) -> None:
    for number in ("YT01", "YT02", "YT03"):
        accept(store, number)
    assert [kept.masked.number for kept in waybills.at_places(store.reader, [3, 1])] == ["YT03", "YT01"]
    assert waybills.at_places(store.reader, []) == []
    with pytest.raises(KeyError):
        waybills.at_places(store.reader, [1, 99])
