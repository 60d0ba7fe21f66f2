"""The record's rows, read by time, account and waybill."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.acknowledgement import Acknowledgement, write_acknowledgement
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.branches import BranchPoint
from outlet_app.domain.statement import Statement
from outlet_app.errors import HistoryBroken
from outlet_app.store import accounts, activities
from outlet_app.store.store import Author, Entry
from tests.store.rows import AUTHOR, CHEN, NOON, WANG, WANG_SIGNS, accept

if TYPE_CHECKING:
    from outlet_app.domain.activity import Act
    from outlet_app.store.store import Store
    from tests.store.rows import Clock

SEARCHED = Entry(Activity(ActivityKind.SEARCHED, None, {"key": "tail", "hits": 2}))


@pytest.fixture
def two_people(store: Store, clock: Clock) -> Store:
    """Acts 2 at noon, 3 and 4 an hour later, 5 another hour later, by two people in turn."""
    for author in (AUTHOR, Author(WANG, "counter-2", WANG_SIGNS.sign)):
        store.write(author, SEARCHED)
        clock.move(hours=1)
        store.write(author, SEARCHED)
    return store


def numbers(acts: list[Act]) -> list[int]:
    return [act.n for act in acts]


def test_each_statement_bears_the_time_at_which_it_was_made(store: Store, clock: Clock) -> None:
    signature = bytes(64)
    assert activities.stated_at(store.reader) == {}
    store.write(AUTHOR, accounts.statement_made(Statement(1, '{"subject":"a"}', signature)))
    clock.move(hours=2)
    store.write(AUTHOR, accounts.statement_made(Statement(2, '{"subject":"b"}', signature)))
    assert activities.stated_at(store.reader) == {1: NOON, 2: NOON + timedelta(hours=2)}


def test_acts_are_read_by_time_and_by_account(two_people: Store) -> None:
    reader = two_people.reader
    assert numbers(activities.since(reader, NOON)) == [1, 2, 3, 4, 5]
    assert numbers(activities.since(reader, NOON + timedelta(hours=1))) == [3, 4, 5]
    assert numbers(activities.since(reader, NOON, WANG)) == [4, 5]
    assert numbers(activities.since(reader, NOON + timedelta(hours=1), CHEN)) == [3]
    assert activities.since(reader, NOON + timedelta(days=1)) == []


def test_acts_are_read_in_portions(two_people: Store) -> None:
    assert numbers(activities.after(two_people.reader, 0, 2)) == [1, 2]
    assert numbers(activities.after(two_people.reader, 4, 10)) == [5]


def test_acts_are_read_by_the_waybill_they_concern(store: Store) -> None:
    one, other = accept(store, "YT1"), accept(store, "YT2")
    assert numbers(activities.of_record(store.reader, one.masked.record_id)) == [2, 3]
    assert numbers(activities.of_record(store.reader, other.masked.record_id)) == [4, 5]
    assert activities.of_record(store.reader, bytes(16)) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE acts SET kind = 'printed' WHERE n = 4",
        "UPDATE acts SET at_ms = at_ms + 1 WHERE n = 4",
        "UPDATE acts SET chain_hash = zeroblob(32) WHERE n = 4",
    ],
)
def test_what_is_counted_is_recomputed(two_people: Store, change: str) -> None:
    with two_people._database.transaction() as cursor:
        cursor.run(change)
    for account in (None, WANG):
        with pytest.raises(HistoryBroken) as caught:
            activities.since(two_people.reader, NOON, account)
        assert caught.value.at == 4


def test_an_act_without_the_one_before_it_is_not_counted(two_people: Store) -> None:
    with two_people._database.transaction() as cursor:
        cursor.run("DELETE FROM acts WHERE n = 3")
    with pytest.raises(HistoryBroken):
        activities.since(two_people.reader, NOON, WANG)


def test_the_hash_of_an_act_that_is_not_there_is_none(store: Store) -> None:
    head = store.checkpoint()
    assert activities.hash_of(store.reader, head.n) == head.chain_hash
    assert activities.hash_of(store.reader, head.n + 1) is None
    assert activities.next_signed(store.reader, head.n + 1) is None
    assert activities.next_signed(store.reader, head.n) == head.n


def test_acts_about_people_are_found_without_reading_the_others(store: Store) -> None:
    plan = store.reader.rows(lambda row: str(row[3]), "EXPLAIN QUERY PLAN " + activities._OF_PEOPLE)
    assert plan == ["SCAN acts USING INDEX acts_of_rules"]


def test_writing_an_act_builds_no_table_in_memory(store: Store) -> None:
    program = store.reader.rows(lambda row: str(row[1]), "EXPLAIN " + activities._APPEND, *range(9))
    assert "Insert" in program
    assert "OpenEphemeral" not in program


def test_what_each_person_accepted_last_of_the_duties_is_known_with_its_time(store: Store, clock: Clock) -> None:
    for version in (1, 2):
        store.write(AUTHOR, SEARCHED, Entry(Activity(ActivityKind.DUTIES_ACCEPTED, None, {"version": version})))
        clock.move(hours=1)
    assert activities.duties_accepted(store.reader) == {
        CHEN: activities.DutiesAccepted(2, NOON + timedelta(hours=1)),
    }
    store.write(AUTHOR, Entry(Activity(ActivityKind.KEY_ROTATED)))
    assert [act.kind for act in activities.of_people(store.reader)] == ["duties_accepted"] * 2 + ["key_rotated"]


def test_an_acceptance_that_was_changed_counts_for_nothing(store: Store) -> None:
    store.write(AUTHOR, Entry(Activity(ActivityKind.DUTIES_ACCEPTED, None, {"version": 1})))
    with store._database.transaction() as cursor:
        cursor.run("UPDATE acts SET detail = replace(detail, '1', '9') WHERE kind = 'duties_accepted'")
    with pytest.raises(HistoryBroken):
        activities.duties_accepted(store.reader)


def test_acts_between_two_others_are_read_in_portions_and_none_beyond(
    two_people: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(activities, "_PORTION", 2)
    assert numbers(list(activities.between(two_people.reader, 2, 5))) == [2, 3, 4, 5]
    assert numbers(list(activities.between(two_people.reader, 3, 3))) == [3]
    assert numbers(list(activities.between(two_people.reader, 4, 99))) == [4, 5]
    assert not list(activities.between(two_people.reader, 4, 3))
    with two_people._database.transaction() as cursor:
        cursor.run("DELETE FROM acts WHERE n = 3")
    assert numbers(list(activities.between(two_people.reader, 2, 4))) == [2, 4]


def test_the_transaction_of_an_act_begins_behind_the_last_signature_before_it(store: Store) -> None:
    store.write(AUTHOR, SEARCHED, SEARCHED, SEARCHED)
    head = store.checkpoint().n
    assert {activities.last_signed(store.reader, n) for n in range(head - 2, head + 1)} == {head - 3}
    assert activities.last_signed(store.reader, 1) == 0


def test_the_last_full_sign_in_is_found_at_an_act_or_before_it(store: Store) -> None:
    assert activities.last_sign_in(store.reader, 99) is None
    signed_in = store.write(AUTHOR, Entry(Activity(ActivityKind.SIGNED_IN))).n
    store.write(AUTHOR, SEARCHED)
    for n in (signed_in, signed_in + 1):
        found = activities.last_sign_in(store.reader, n)
        assert found is not None
        assert found.n == signed_in
    assert activities.last_sign_in(store.reader, signed_in - 1) is None


def test_an_act_that_does_not_follow_counts_where_the_owner_took_it_as_it_stands_and_nowhere_else(
    two_people: Store,
) -> None:
    head = two_people.checkpoint()
    said = Acknowledgement(BranchPoint(9, head), head.n + 1, head.n, bytes(32), (), "")
    two_people.write(AUTHOR, accounts.statement_made(Statement(1, write_acknowledgement(said), bytes(64))))
    assert activities.acknowledged(two_people.reader) == (said,)
    for n in (head.n, head.n - 1):
        with two_people._database.transaction() as cursor:
            cursor.run("UPDATE acts SET at_ms = at_ms + 1 WHERE n = ?", n)
        if n == head.n:
            assert numbers(activities.since(two_people.reader, NOON)) == list(range(1, head.n + 2))
    with pytest.raises(HistoryBroken):
        activities.since(two_people.reader, NOON)
