"""The check of the record while the outlet is open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.gap import Misfit, Sight, fault
from outlet_app.domain.history import Checkpoint
from outlet_app.sealing import suite
from outlet_app.services.record_check import RecordCheck, RecordState
from outlet_app.store.store import Entry, Signers
from tests.builders import draft

if TYPE_CHECKING:
    from outlet_app.services import Services
    from tests.outlets import Outlet


def _run(check: RecordCheck, services: Services) -> int:
    session = services.session
    signers = Signers(session.statements.signers(), suite.verify)
    portions = 1
    while check.verify_some(session.store, signers):
        portions += 1
    return portions


def test_a_whole_record_is_good_and_is_gone_through_once(chen: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("outlet_app.services.record_check.VERIFY_SIGNED", 5)
    check = RecordCheck(chen.session.store.genesis)
    assert check.state is RecordState.CHECKING
    assert _run(check, chen) > 2
    assert check.state is RecordState.GOOD
    assert _run(check, chen) == 1


def test_the_check_goes_on_whoever_is_at_the_counter(outlet: Outlet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("outlet_app.services.record_check.VERIFY_SIGNED", 5)
    chen = outlet.chen()
    assert chen.session.verify_some()
    lin = outlet.lin()
    assert lin.session.record_state() is RecordState.CHECKING
    while lin.session.verify_some():
        pass
    assert chen.session.record_state() is RecordState.GOOD
    outlet.entrance.close()


def test_a_signature_of_nobody_known_breaks_it_for_everybody(outlet: Outlet) -> None:
    chen = outlet.chen()
    chen.entry.accept(draft(), None)
    with chen.session.store._database.transaction() as cursor:
        cursor.run("UPDATE acts SET signature = zeroblob(64) WHERE n = 2 OR n = 5")
        cursor.run("UPDATE acts SET signature = zeroblob(64) WHERE signature IS NOT NULL AND n > 5")
    while chen.session.verify_some():
        pass
    assert chen.session.record_state() is RecordState.BROKEN
    assert outlet.lin().session.record_state() is RecordState.BROKEN
    outlet.entrance.close()


@pytest.mark.parametrize(("branches", "further"), [(0, 1), (1, 0)])
def test_a_checkpoint_that_does_not_fit_breaks_it_for_good(chen: Services, branches: int, further: int) -> None:
    check, store = RecordCheck(chen.session.store.genesis), chen.session.store
    head = store.checkpoint()
    check.compare(store, head)
    assert check.state is RecordState.CHECKING
    check.compare(store, Checkpoint(head.branch + branches, head.n + further, head.chain_hash))
    assert check.state is RecordState.BROKEN
    assert _run(check, chen) == 1
    check.compare(store, head)
    assert check.state is RecordState.BROKEN


def test_what_the_owner_signed_of_the_record_must_still_stand_in_it(chen: Services) -> None:
    check, store = RecordCheck(chen.session.store.genesis), chen.session.store
    head = store.checkpoint()
    check.require_pins(store, [store.genesis, replace(head, branch=head.branch - 1)])
    assert check.state is RecordState.CHECKING
    check.require_pins(store, [replace(head, chain_hash=bytes(32))])
    assert check.state is RecordState.BROKEN
    assert [(misfit.sight, misfit.n) for misfit in check.misfits] == [(Sight.CHAIN, head.n)]


def test_what_was_seen_before_this_opening_is_taken_up_unless_it_was_acknowledged_since(chen: Services) -> None:
    session = chen.session
    first = session.store.checkpoint().n
    for misfit in (Misfit(Sight.LABEL, 1, 900, first), Misfit(Sight.LABEL, 1, 901, first)):
        session.write(Entry(fault(misfit, first)))
    session.write(Entry(Activity(ActivityKind.INTEGRITY_FAULT, None, {"what": "page"})))
    check = RecordCheck(session.store.genesis)
    taken = check.take_up(session.store, 0)
    assert [(each.n, each.opened_at) for each in taken] == [(900, first), (901, first)]
    assert check.misfits == taken
    assert check.state is RecordState.BROKEN
    later = RecordCheck(session.store.genesis)
    assert [each.n for each in later.take_up(session.store, first + 1)] == [901]
    never = RecordCheck(session.store.genesis)
    assert never.take_up(session.store, first + 2) == ()
    assert never.state is RecordState.CHECKING


def test_the_same_place_seen_twice_is_told_once(chen: Services) -> None:
    check = RecordCheck(chen.session.store.genesis)
    for _ in range(2):
        check.found(Misfit(Sight.LABEL, 1, 900, 10))
    assert len(check.misfits) == 1
    check.begin_again(chen.session.store.genesis)
    assert (check.state, check.misfits) == (RecordState.CHECKING, ())
