"""The shipped tables, step by step, and what is noticed of another hand's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import FileDamaged, FileTooNew, SchemaChanged
from outlet_app.store import label_wraps, schema, waybills
from outlet_app.store.connection import ConstraintFailed, Database, open_database
from outlet_app.store.store import Store
from tests.store.rows import AUTHOR, KEY, OUTLET, Clock, accept, wrap_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OLD = ("CREATE TABLE things (thing_id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;\n",)
NEW = (
    *OLD,
    "ALTER TABLE things ADD COLUMN colour TEXT NOT NULL DEFAULT '';\n\nCREATE INDEX by_name ON things (name);\n",
)
DYING = (*OLD, "CREATE INDEX by_name ON things (name);\nINSERT INTO things (thing_id) VALUES (1);\n")


@pytest.fixture
def old(path: Path) -> Iterator[Database]:
    made = open_database(path, KEY, create=True)
    schema.build(made, OLD)
    with made.transaction() as cursor:
        cursor.run("INSERT INTO things (name) VALUES ('kept')")
    yield made
    made.close()


def plant(path: Path, *statements: str) -> None:
    planted = open_database(path, KEY)
    with planted.transaction() as cursor:
        for statement in statements:
            cursor.run(statement)
    planted.close()


def test_an_older_file_is_brought_up_and_keeps_its_rows(old: Database) -> None:
    schema.upgrade(old, NEW)
    assert old.reader.rows(tuple, "SELECT name, colour FROM things") == [("kept", "")]
    assert old.reader.number("PRAGMA user_version") == 2
    schema.compare(old.reader, NEW)


def test_a_file_that_is_up_to_date_is_left_alone(old: Database) -> None:
    schema.upgrade(old, OLD)
    assert old.reader.number("PRAGMA user_version") == 1


def test_a_step_that_dies_changes_nothing(old: Database) -> None:
    with pytest.raises(ConstraintFailed):
        schema.upgrade(old, DYING)
    assert old.reader.number("PRAGMA user_version") == 1
    schema.compare(old.reader, OLD)
    schema.upgrade(old, NEW)


def test_a_file_of_a_later_version_is_refused(old: Database) -> None:
    schema.upgrade(old, NEW)
    with pytest.raises(FileTooNew):
        schema.upgrade(old, OLD)


def test_an_older_file_with_other_tables_is_not_upgraded(old: Database) -> None:
    with old.transaction() as cursor:
        cursor.run("CREATE TABLE more (text TEXT)")
    with pytest.raises(SchemaChanged):
        schema.upgrade(old, NEW)


def test_an_emptied_file_is_not_taken_for_a_new_one(path: Path, clock: Clock, store: Store) -> None:
    store.close()
    path.write_bytes(b"")
    with pytest.raises(FileDamaged):
        Store.open(path, KEY, outlet_id=OUTLET, clock=clock)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER keep AFTER DELETE ON label_wraps BEGIN INSERT INTO settings VALUES (hex(old.wrap), ''); END",
        "CREATE VIEW everything AS SELECT * FROM waybills",
        "CREATE TABLE copies (wrap BLOB)",
        "CREATE INDEX by_tail ON waybills (recipient_tail)",
        "DROP INDEX waybills_in_shop",
        "ALTER TABLE waybills ADD COLUMN plain TEXT",
        "ANALYZE",
    ],
)
def test_tables_of_another_hand_are_refused_at_opening(path: Path, store: Store, clock: Clock, statement: str) -> None:
    store.close()
    plant(path, statement)
    with pytest.raises(SchemaChanged):
        Store.open(path, KEY, outlet_id=OUTLET, clock=clock)


def test_a_trigger_planted_while_the_program_runs_never_sees_an_erased_wrap(store: Store) -> None:
    sealed = accept(store)
    before = store.checkpoint()
    with store._database.transaction() as cursor:
        cursor.run(
            "CREATE TRIGGER keep AFTER DELETE ON label_wraps BEGIN INSERT INTO settings VALUES ('w', 'kept'); END"
        )
    for erasing in (
        waybills.left(sealed.masked.record_id, WaybillState.CANCELLED, sealed.masked.accepted_at),
        label_wraps.erased(sealed.masked.record_id, 1, "forgotten"),
    ):
        with pytest.raises(SchemaChanged):
            store.write(AUTHOR, erasing)
    assert store.checkpoint() == before
    assert label_wraps.of(store.reader, sealed.masked.record_id) is not None


def test_only_one_row_stands_for_a_waybill_and_only_one_wrap(store: Store) -> None:
    sealed = accept(store)
    with store._database.transaction() as cursor:
        cursor.run("UPDATE waybills SET left_ms = 1")
    with pytest.raises(ConstraintFailed):
        store.write(AUTHOR, waybills.accepted(sealed, wrap_of(sealed)))
    with pytest.raises(ConstraintFailed), store._database.transaction() as cursor:
        label_wraps.keep(cursor, wrap_of(sealed, 2), sealed.masked.accepted_at)


def test_the_shipped_steps_are_numbered_without_a_gap() -> None:
    assert len(schema.shipped_steps()) >= 1
    assert all(step.strip().endswith(";") for step in schema.shipped_steps())
