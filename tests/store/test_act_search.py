"""The record looked through backwards."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.store import act_search
from outlet_app.store.act_search import ActQuery
from outlet_app.store.store import Author, Entry
from tests.store.rows import AUTHOR, CHEN, NOON, WANG, WANG_SIGNS, accept

if TYPE_CHECKING:
    from outlet_app.domain.activity import Act
    from outlet_app.store.store import Store
    from tests.store.rows import Clock

SEARCHED = Entry(Activity(ActivityKind.SEARCHED))
LOCKED = Entry(Activity(ActivityKind.LOCKED))
HOUR = timedelta(hours=1)
END = 1_000


@pytest.fixture
def two_people(store: Store, clock: Clock) -> Store:
    """Acts 2 (Chen, searched) at noon, 3 (Wang, locked) and 4 (Wang, searched) an hour later."""
    store.write(AUTHOR, SEARCHED)
    clock.move(hours=1)
    store.write(Author(WANG, "counter-2", WANG_SIGNS.sign), LOCKED, SEARCHED)
    return store


def found(store: Store, query: ActQuery, above: int = 0, before: int = END, limit: int = END) -> list[int]:
    return numbers(act_search.matching(store.reader, query, above=above, before=before, limit=limit))


def numbers(acts: list[Act]) -> list[int]:
    return [act.n for act in acts]


def test_acts_come_newest_first_between_two_numbers(two_people: Store) -> None:
    assert found(two_people, ActQuery()) == [4, 3, 2, 1]
    assert found(two_people, ActQuery(), above=1, before=4) == [3, 2]
    assert found(two_people, ActQuery(), limit=2) == [4, 3]


def test_acts_are_found_by_person_kind_and_time_and_by_all_together(two_people: Store) -> None:
    later = (NOON + HOUR, NOON + 2 * HOUR)
    assert found(two_people, ActQuery(account_id=CHEN)) == [2, 1]
    assert found(two_people, ActQuery(kinds=("searched",))) == [4, 2]
    assert found(two_people, ActQuery(kinds=("searched", "locked"))) == [4, 3, 2]
    assert found(two_people, ActQuery(span=later)) == [4, 3]
    assert found(two_people, ActQuery(span=(NOON, NOON + HOUR))) == [2, 1]
    assert found(two_people, ActQuery(account_id=WANG, span=later, kinds=("locked",))) == [3]
    assert found(two_people, ActQuery(account_id=CHEN, span=later)) == []


def test_acts_are_found_by_their_waybills(store: Store) -> None:
    one, other = (accept(store, number).masked.record_id for number in ("YT1", "YT2"))
    assert found(store, ActQuery(record_ids=(other,))) == [5, 4]
    assert found(store, ActQuery(record_ids=(one, other), kinds=("accepted",))) == [4, 2]
    assert found(store, ActQuery(record_ids=())) == []


@pytest.mark.parametrize(
    ("query", "way"),
    [
        (ActQuery(account_id=CHEN), "SEARCH acts USING INTEGER PRIMARY KEY"),
        (ActQuery(span=(NOON, NOON + HOUR), account_id=CHEN), "SEARCH acts USING INDEX acts_by_time"),
        (ActQuery(record_ids=(b"r" * 16,), span=(NOON, NOON)), "SEARCH acts USING INDEX acts_by_record"),
    ],
)
def test_no_search_reads_the_whole_record(store: Store, query: ActQuery, way: str) -> None:
    sql, values = act_search._search(query, 0, END, 5)
    plan = store.reader.rows(lambda row: str(row[3]), f"EXPLAIN QUERY PLAN {sql}", *values)
    assert plan[0].startswith(way)
    assert not any(step.startswith("SCAN") for step in plan)


def test_a_span_ends_before_its_end(two_people: Store) -> None:
    assert numbers(act_search.within(two_people.reader, NOON, NOON + HOUR)) == [1, 2]
    assert numbers(act_search.within(two_people.reader, NOON + HOUR, NOON + 2 * HOUR)) == [3, 4]


def test_the_latest_time_is_found_whatever_the_order_of_acts(two_people: Store, clock: Clock) -> None:
    clock.move(hours=-5)
    two_people.write(AUTHOR, SEARCHED)
    reader = two_people.reader
    assert act_search.latest(reader) == NOON + HOUR
    assert act_search.latest(reader, NOON + HOUR) == NOON
    assert act_search.latest(reader, NOON) == NOON - 4 * HOUR
    assert act_search.latest(reader, NOON - 4 * HOUR) is None


def test_where_an_act_is_missing_the_one_before_it_is_given(two_people: Store) -> None:
    with two_people._database.transaction() as cursor:
        cursor.run("DELETE FROM acts WHERE n = 3")
    places = [act_search.at_or_before(two_people.reader, n) for n in (0, 2, 3, 4, 99)]
    assert [None if act is None else act.n for act in places] == [None, 2, 2, 4, 4]


def test_the_rest_of_a_transaction_goes_to_its_signature(two_people: Store) -> None:
    reader, genesis = two_people.reader, two_people.genesis
    one, two, three, _ = act_search.within(reader, NOON, NOON + 2 * HOUR)
    assert act_search.transaction_rest(reader, one, genesis) == (genesis.chain_hash, [one])
    before, rest = act_search.transaction_rest(reader, three, genesis)
    assert (before, numbers(rest)) == (two.chain_hash, [3, 4])
    with two_people._database.transaction() as cursor:
        cursor.run("DELETE FROM acts WHERE n = 2")
        cursor.run("UPDATE acts SET signature = NULL WHERE n = 4")
    assert act_search.transaction_rest(reader, three, genesis) == (None, [three])


def test_a_window_begins_at_the_first_act_that_bears_its_time_whatever_those_behind_it_bear(
    store: Store, clock: Clock
) -> None:
    for hours in (1, -3, 4):
        clock.move(hours=hours)
        store.write(AUTHOR, SEARCHED)
    reader = store.reader
    assert act_search.first_since(reader, NOON, 0) == 1
    assert act_search.first_since(reader, NOON, 1) == 2
    assert act_search.first_since(reader, NOON + HOUR, 2) == 4
    assert act_search.first_since(reader, NOON + 9 * HOUR, 0) is None
    assert act_search.latest_of_former(reader, 4) == NOON + HOUR
    assert act_search.latest_of_former(reader, 1) is None


def test_suspensions_and_lifts_are_found_by_the_index_of_rules(store: Store) -> None:
    for kind in (ActivityKind.SUSPENDED, ActivityKind.SEARCHED, ActivityKind.LIMIT_LIFTED):
        store.write(AUTHOR, Entry(Activity(kind)))
    assert numbers(act_search.of_suspensions(store.reader)) == [2, 4]
    plan = store.reader.rows(lambda row: str(row[3]), f"EXPLAIN QUERY PLAN {act_search._OF_SUSPENSIONS}")
    assert plan == ["SCAN acts USING INDEX acts_of_rules"]
