"""Owner statements as rows."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.statement import Statement
from outlet_app.errors import StatementRefused
from outlet_app.store import accounts, activities
from outlet_app.store.connection import ConstraintFailed
from tests.store.rows import AUTHOR

if TYPE_CHECKING:
    from outlet_app.store.store import Store


def made(serial: int) -> Statement:
    return Statement(serial, f'{{"role":"clerk","subject":"role {serial}"}}', bytes([serial]) * 64)


def test_statements_come_back_in_the_order_of_their_serial(store: Store) -> None:
    assert accounts.next_serial(store.reader) == 1
    store.write(AUTHOR, *(accounts.statement_made(made(serial)) for serial in (1, 2)))
    store.write(AUTHOR, accounts.statement_made(made(3)))
    assert accounts.statements(store.reader) == [made(1), made(2), made(3)]
    assert accounts.next_serial(store.reader) == 4


def test_the_act_names_the_serial_and_the_hash_of_the_text(store: Store) -> None:
    store.write(AUTHOR, accounts.statement_made(made(1)))
    act = activities.newest(store.reader)
    assert act is not None
    digest = hashlib.sha256(made(1).text.encode()).hexdigest()
    assert (act.kind, act.detail) == ("statement_made", f'{{"serial":1,"sha256":"{digest}"}}')


@pytest.mark.parametrize("serial", [0, 1, 3])
def test_a_serial_out_of_turn_is_a_bug(store: Store, serial: int) -> None:
    store.write(AUTHOR, accounts.statement_made(made(1)))
    with pytest.raises(ValueError, match="without a gap"):
        store.write(AUTHOR, accounts.statement_made(made(serial)))
    assert accounts.statements(store.reader) == [made(1)]


def test_a_signature_of_another_length_is_refused(store: Store) -> None:
    with pytest.raises(ConstraintFailed):
        store.write(AUTHOR, accounts.statement_made(Statement(1, "{}", b"short")))


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM statements WHERE serial = 2",
        "DELETE FROM statements WHERE serial = 1",
        "UPDATE statements SET text = '{}' WHERE serial = 2",
        "UPDATE statements SET serial = 3 WHERE serial = 2",
        "INSERT INTO statements VALUES (3, '{}', zeroblob(64))",
    ],
)
def test_statements_other_than_the_record_names_are_refused(store: Store, sql: str) -> None:
    store.write(AUTHOR, *(accounts.statement_made(made(serial)) for serial in (1, 2)))
    with store._database.transaction() as cursor:
        cursor.run(sql)
    with pytest.raises(StatementRefused):
        accounts.statements(store.reader)
