"""A record that does not follow everywhere, checked past what the owner took as it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.acknowledgement import Acknowledgement, acts_digest, write_acknowledgement
from outlet_app.domain.branches import BranchPoint
from outlet_app.domain.statement import Statement
from outlet_app.errors import HistoryBroken
from outlet_app.store import accounts, activities
from tests.store.rows import AUTHOR, SIGNERS, accept

if TYPE_CHECKING:
    from outlet_app.domain.history import Checkpoint
    from outlet_app.store.store import Store


def _edit(store: Store, n: int) -> None:
    with store._database.transaction() as cursor:
        cursor.run("UPDATE acts SET at_ms = at_ms + 1 WHERE n = ?", n)


def _check(store: Store, portion: int = 1) -> Checkpoint:
    reached = store.genesis
    while reached != store.checkpoint():
        reached = store.verify(reached, portion, SIGNERS)
    return reached


def _acknowledge(store: Store, first: int) -> None:
    """As the owner does; `Store` trusts that every statement was verified when the outlet was opened."""
    left = store.checkpoint()
    digest = acts_digest(activities.between(store.reader, first, left.n))
    said = Acknowledgement(BranchPoint(left.branch + 1, left), first, first, digest, (), "")
    serial = accounts.next_serial(store.reader)
    store.write(AUTHOR, accounts.statement_made(Statement(serial, write_acknowledgement(said), bytes(64))))


@pytest.fixture
def broken(store: Store) -> Store:
    """Two acts a transaction, of which acts 4 and 8 begin one and do not follow."""
    for number in range(1, 10):
        accept(store, f"YT{number}")
    _edit(store, 4)
    _edit(store, 8)
    return store


@pytest.mark.parametrize("portion", [1, 3, 1000])
def test_what_was_taken_as_it_stands_is_passed_and_the_rest_is_followed(broken: Store, portion: int) -> None:
    with pytest.raises(HistoryBroken):
        _check(broken, portion)
    _acknowledge(broken, 4)
    accept(broken, "YT99")
    assert _check(broken, portion) == broken.checkpoint()


def test_only_from_the_act_on_that_was_named(broken: Store) -> None:
    _acknowledge(broken, 6)
    with pytest.raises(HistoryBroken) as caught:
        _check(broken)
    assert caught.value.at == 4


@pytest.mark.parametrize("n", [4, 5, 8])
def test_a_change_in_it_is_found_where_it_begins(broken: Store, n: int) -> None:
    _acknowledge(broken, 4)
    _edit(broken, n)
    with pytest.raises(HistoryBroken) as caught:
        _check(broken)
    assert caught.value.at == 4


def test_a_break_behind_it_is_found_with_its_place(broken: Store) -> None:
    _acknowledge(broken, 4)
    accept(broken, "YT99")
    _edit(broken, broken.checkpoint().n)
    with pytest.raises(HistoryBroken) as caught:
        _check(broken)
    assert caught.value.at == broken.checkpoint().n


def test_the_newest_word_counts_and_one_may_follow_another(broken: Store) -> None:
    _acknowledge(broken, 4)
    _edit(broken, 6)
    _acknowledge(broken, 4)
    assert _check(broken) == broken.checkpoint()
    accept(broken, "YT99")
    head = broken.checkpoint().n
    _edit(broken, head)
    _acknowledge(broken, activities.last_signed(broken.reader, head) + 1)
    assert _check(broken, 1000) == broken.checkpoint()


def test_a_check_goes_on_when_the_branch_was_raised_meanwhile(store: Store) -> None:
    for number in range(1, 5):
        accept(store, f"YT{number}")
    reached = store.verify(replace(store.genesis, branch=7), 2, SIGNERS)
    assert reached.branch == store.checkpoint().branch
    while reached != store.checkpoint():
        reached = store.verify(replace(reached, branch=7), 2, SIGNERS)
