"""What a backup's database is found to hold, and what in it is not as it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import StatementRefused, Stopped
from outlet_app.sealing.owner_seed import OwnerSeed, new_owner_seed
from outlet_app.services.backup_contents import Findings, RestoreProgress, RestoreStage, examine, statements_of
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.store import Store
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD, Outlet

if TYPE_CHECKING:
    from collections.abc import Iterator


_WAYBILLS = 3


@pytest.fixture
def seed(outlet: Outlet) -> OwnerSeed:
    return outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)


@pytest.fixture
def store(outlet: Outlet) -> Iterator[Store]:
    """An outlet with some waybills, opened beside the program."""
    chen = outlet.chen()
    for _ in range(_WAYBILLS):
        chen.entry.accept(draft(), LABEL_PRINTER)
    opened = chen.session.keys
    chen.session.sign_out()
    key = DatabaseKey(opened.database_key, opened.database_salt)
    path = outlet.place.folder / "outlet-1.db"
    with Store.open(path, key, outlet_id=opened.outlet_id, clock=outlet.clock) as store:
        yield store


def change(store: Store, sql: str, *values: bytes | str | int) -> None:
    """As whoever holds the database's key can."""
    with store._database.transaction() as cursor:
        cursor.run(sql, *values)


def found(store: Store, *seeds: OwnerSeed) -> Findings:
    return examine(store, statements_of(store, seeds[0]), seeds, lambda _: None)


def test_a_whole_outlet_is_counted_and_good(store: Store, seed: OwnerSeed) -> None:
    findings = found(store, seed)
    assert findings == Findings(store.checkpoint().n, _WAYBILLS, None, 0)
    assert findings.are_good


def test_how_far_it_is_is_told_and_it_can_be_stopped(store: Store, seed: OwnerSeed) -> None:
    book, told = statements_of(store, seed), list[RestoreProgress]()
    examine(store, book, [seed], told.append)
    assert {each.stage for each in told} == {RestoreStage.RECORD, RestoreStage.WAYBILLS}
    assert all(0 <= each.done <= each.whole for each in told)

    def stop(_: RestoreProgress) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        examine(store, book, [seed], stop)


def test_an_act_that_was_changed_is_named(store: Store, seed: OwnerSeed) -> None:
    change(store, "UPDATE acts SET station = 'elsewhere' WHERE n = 20")
    findings = found(store, seed)
    assert findings.broken_at == 20
    assert not findings.are_good


def test_a_waybill_sealed_to_another_key_is_counted(store: Store, seed: OwnerSeed) -> None:
    change(store, "UPDATE waybills SET owner_wrap = zeroblob(80) WHERE waybill_id = 2")
    findings = found(store, seed)
    assert findings.unopened == 1
    assert not findings.are_good


def test_a_waybill_of_the_key_before_opens_while_waybills_are_moved(store: Store, seed: OwnerSeed) -> None:
    later = new_owner_seed(seed.outlet_id)
    book = statements_of(store, seed)
    assert examine(store, book, [later, seed], lambda _: None).unopened == 0
    assert examine(store, book, [later], lambda _: None).unopened == _WAYBILLS


def test_orders_of_another_owner_and_a_branch_he_did_not_begin_are_refused(store: Store, seed: OwnerSeed) -> None:
    with pytest.raises(StatementRefused):
        statements_of(store, new_owner_seed(seed.outlet_id))
    change(store, "DELETE FROM statements WHERE serial = 2")
    with pytest.raises(StatementRefused):
        statements_of(store, seed)


def test_a_raised_branch_is_refused(store: Store, seed: OwnerSeed, outlet: Outlet) -> None:
    change(store, "UPDATE outlet SET branch = 2")
    again = Store(store._database, seed.outlet_id, 2, outlet.clock)
    with pytest.raises(StatementRefused):
        statements_of(again, seed)
