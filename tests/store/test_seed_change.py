"""A new owner seed in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.statement import Statement
from outlet_app.store import accounts, activities, seed_change
from tests.store.rows import AUTHOR

if TYPE_CHECKING:
    from outlet_app.store.store import Store

FORMER = b"f" * 61


def made(serial: int, signature: bytes = b"s" * 64) -> Statement:
    return Statement(serial, f'{{"role":"clerk","subject":"role {serial}"}}', signature)


@pytest.fixture
def stated(store: Store) -> Store:
    store.write(AUTHOR, *(accounts.statement_made(made(serial)) for serial in (1, 2)))
    return store


def newest(store: Store) -> tuple[str, str]:
    act = activities.newest(store.reader)
    assert act is not None
    return act.kind, act.detail


def test_statements_that_are_signed_again_keep_their_words(stated: Store) -> None:
    again = [made(serial, b"n" * 64) for serial in (1, 2)]
    stated.write(AUTHOR, seed_change.seed_replaced(again, FORMER))
    assert accounts.statements(stated.reader) == again
    assert newest(stated) == ("seed_replaced", '{"statements":2}')


def test_every_statement_is_signed_again_or_none(stated: Store) -> None:
    with pytest.raises(ValueError, match="every statement"):
        stated.write(AUTHOR, seed_change.seed_replaced([made(1)], FORMER))
    assert accounts.statements(stated.reader) == [made(1), made(2)]
    assert seed_change.former_seed(stated.reader) is None


def test_the_former_seed_is_kept_until_every_waybill_is_moved(stated: Store) -> None:
    stated.write(AUTHOR, seed_change.seed_replaced([made(1), made(2)], FORMER))
    assert seed_change.former_seed(stated.reader) == FORMER
    stated.write(AUTHOR, seed_change.every_waybill_moved(7))
    assert seed_change.former_seed(stated.reader) is None
    assert newest(stated) == ("seed_replaced", '{"waybills":7}')
    assert not stated.tidy_due


@pytest.mark.parametrize("text", ["", "no hex", "abc"])
def test_what_another_hand_wrote_there_is_no_seed(store: Store, text: str) -> None:
    with store._database.transaction() as cursor:
        cursor.run("INSERT INTO settings (name, value) VALUES ('former-seed', ?)", text)
    assert seed_change.former_seed(store.reader) is None
