"""What the owner acknowledges where the record does not fit, and what he cannot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.gap import Sight
from outlet_app.domain.reveal_terms import RevealField, RevealReason, ScanOutcome
from outlet_app.errors import (
    FaultKind,
    InvalidDraft,
    NotPermitted,
    RevealsStopped,
    WrongPassword,
)
from outlet_app.services.scans import ScanReport
from outlet_app.services.session import RecordState
from outlet_app.store import activities, near_checkpoint
from tests.builders import ZHANG
from tests.outlets import OWNER_PASSWORD
from tests.services.scanning import (
    REASON,
    acknowledge,
    check_all,
    edit,
    label,
    label_at,
    lose_a_day,
    put_back,
    read_label,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from outlet_app.services import Services
    from tests.outlets import Outlet


@pytest.fixture
def owner(outlet: Outlet) -> Iterator[Services]:
    """The owner is signed in."""
    services = outlet.owner()
    yield services
    services.session.store.close()


def test_after_the_owner_acknowledged_reveals_go_on_and_labels_of_the_gap_are_amber(
    outlet: Outlet, tmp_path: Path
) -> None:
    texts = lose_a_day(outlet, tmp_path / "aside")
    owner = outlet.owner()
    own = label(owner)
    owner.scans.take(texts[0])
    acknowledge(outlet, owner)
    owner.session.require_reveals_allowed()
    assert owner.scans.gap() is None
    check_all(owner)
    assert owner.session.record_state() is RecordState.GOOD
    for text in texts:
        assert owner.scans.take(text) == ScanReport(ScanOutcome.LOST_DAYS, read_label(text).number)
    assert owner.session.record_state() is RecordState.GOOD
    assert owner.scans.take(own.text).outcome is ScanOutcome.OPENS
    assert owner.scans.take(label(owner).text).outcome is ScanOutcome.OPENS
    outlet.entrance.close()


def test_an_acknowledgement_is_recorded_and_told_with_its_reason(outlet: Outlet, tmp_path: Path) -> None:
    texts = lose_a_day(outlet, tmp_path / "aside")
    owner = outlet.owner()
    assert owner.scans.acknowledged() == ()
    owner.scans.take(texts[0])
    branch = owner.session.store.checkpoint().branch
    acknowledge(outlet, owner)
    kinds = [act.kind for act in activities.after(owner.session.store.reader, 0, 10_000)]
    assert kinds[-2:] == [ActivityKind.MISMATCH_ACKNOWLEDGED, ActivityKind.STATEMENT_MADE]
    (told,) = owner.scans.acknowledged()
    assert (told.at, told.reason) == (outlet.clock(), REASON)
    assert owner.session.store.checkpoint().branch > branch
    near = near_checkpoint.read(outlet.place.near_checkpoint)
    assert near == owner.session.store.checkpoint()
    outlet.entrance.close()


def test_when_it_was_acknowledged_is_not_told_from_acts_that_do_not_follow(outlet: Outlet, owner: Services) -> None:
    owner.session.tell_odd_row(bytes(16))
    acknowledge(outlet, owner)
    assert len(owner.scans.acknowledged()) == 1
    edit(owner, "UPDATE acts SET at_ms = at_ms + 1 WHERE kind = 'statement_made'")
    assert owner.scans.acknowledged() == ()


def test_what_was_acknowledged_is_not_red_at_the_next_opening(outlet: Outlet, tmp_path: Path) -> None:
    """The file beside still knows the later act: red at once, acknowledged, and never again for the same gap."""
    texts = lose_a_day(outlet, tmp_path / "aside")
    head = read_label(texts[-1]).checkpoint
    near = near_checkpoint.read(outlet.place.near_checkpoint)
    assert near is not None
    near_checkpoint.write(outlet.place.near_checkpoint, replace(near, n=head.n, chain_hash=bytes(32)))
    owner = outlet.owner()
    found = owner.scans.gap()
    assert found is not None
    assert found.sights == (Sight.NEAR,)
    acknowledge(outlet, owner)
    outlet.entrance.close()
    near_checkpoint.write(outlet.place.near_checkpoint, replace(near, n=head.n, chain_hash=bytes(32)))
    chen = outlet.chen()
    check_all(chen)
    assert chen.session.record_state() is RecordState.GOOD
    assert chen.scans.take(texts[0]).outcome is ScanOutcome.LOST_DAYS
    outlet.entrance.close()


def test_a_gap_that_is_found_late_is_acknowledged_from_the_sign_in_it_began_with(
    outlet: Outlet, tmp_path: Path
) -> None:
    """The record has gone on past the labels' numbers; each of them then names an act that is another one now."""
    texts = lose_a_day(outlet, tmp_path / "aside")
    chen = outlet.chen()
    for _ in range(4):
        label(chen)
    outlet.entrance.close()
    owner = outlet.owner()
    assert owner.scans.take(texts[-1]).outcome is ScanOutcome.MISFIT
    acknowledge(outlet, owner)
    for text in texts:
        assert owner.scans.take(text).outcome is ScanOutcome.LOST_DAYS
    check_all(owner)
    assert owner.session.record_state() is RecordState.GOOD
    outlet.entrance.close()


def test_a_second_time_put_back_is_red_again(outlet: Outlet, tmp_path: Path) -> None:
    texts = lose_a_day(outlet, tmp_path / "first")
    owner = outlet.owner()
    owner.scans.take(texts[-1])
    acknowledge(outlet, owner)
    outlet.entrance.close()
    later = lose_a_day(outlet, tmp_path / "second")
    owner = outlet.owner()
    assert owner.scans.take(texts[0]).outcome is ScanOutcome.LOST_DAYS
    assert owner.session.record_state() is not RecordState.BROKEN
    assert owner.scans.take(later[0]).outcome is ScanOutcome.MISFIT
    acknowledge(outlet, owner)
    assert [owner.scans.take(text).outcome for text in (*texts, *later)] == [ScanOutcome.LOST_DAYS] * 6
    outlet.entrance.close()


def test_put_back_to_before_the_acknowledgement_is_red_and_its_branch_is_not_given_twice(
    outlet: Outlet, tmp_path: Path
) -> None:
    texts = lose_a_day(outlet, tmp_path / "first")
    owner = outlet.owner()
    owner.scans.take(texts[-1])
    acknowledge(outlet, owner)
    branch = owner.session.store.checkpoint().branch
    later = label(owner).text
    outlet.entrance.close()
    put_back(outlet, tmp_path / "first")
    owner = outlet.owner()
    assert owner.scans.take(later).outcome is ScanOutcome.MISFIT
    acknowledge(outlet, owner)
    assert owner.session.store.checkpoint().branch > branch
    assert owner.scans.take(later).outcome is ScanOutcome.LOST_DAYS
    outlet.entrance.close()


def test_a_rewritten_act_before_what_was_acknowledged_is_red_again(outlet: Outlet, owner: Services) -> None:
    session = owner.session
    old = session.store.checkpoint()
    label(owner)
    head = session.store.checkpoint()
    made = label(owner)
    owner.scans.take(label_at(owner, made, replace(head, chain_hash=bytes(32))))
    acknowledge(outlet, owner)
    assert owner.scans.take(label_at(owner, made, replace(head, chain_hash=b"x" * 32))).outcome is ScanOutcome.OPENS
    signed_in = activities.last_sign_in(session.store.reader, old.n)
    assert signed_in is not None
    before = replace(old, n=signed_in.n - 1, chain_hash=bytes(32))
    assert owner.scans.take(label_at(owner, made, before)).outcome is ScanOutcome.MISFIT


def test_acts_that_do_not_follow_are_acknowledged_as_they_stand(outlet: Outlet) -> None:
    chen = outlet.chen()
    made = label(chen)
    outlet.entrance.close()
    owner = outlet.owner()
    edit(owner, "UPDATE acts SET at_ms = at_ms + 1 WHERE n = 7")
    check_all(owner)
    assert owner.session.record_state() is RecordState.BROKEN
    found = owner.scans.gap()
    assert found is not None
    assert (found.first, found.sights) == (7, (Sight.CHAIN,))
    acknowledge(outlet, owner)
    check_all(owner)
    assert owner.session.record_state() is RecordState.GOOD
    outlet.entrance.close()
    again = outlet.lin()
    check_all(again)
    assert again.session.record_state() is RecordState.GOOD
    assert again.scans.take(made.text).outcome is ScanOutcome.OPENS
    outlet.entrance.close()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE acts SET detail = '{}' WHERE n = 9",
        "UPDATE acts SET signature = zeroblob(64) WHERE n = 7 OR n = 12",
        "DELETE FROM acts WHERE n = 10",
    ],
)
def test_what_changes_after_it_was_acknowledged_is_red_again_and_can_be_acknowledged_again(
    outlet: Outlet, owner: Services, sql: str
) -> None:
    edit(owner, "UPDATE acts SET at_ms = at_ms + 1 WHERE n = 7")
    check_all(owner)
    acknowledge(outlet, owner)
    edit(owner, sql)
    check_all(owner)
    assert owner.session.record_state() is RecordState.BROKEN
    acknowledge(outlet, owner)
    check_all(owner)
    assert owner.session.record_state() is RecordState.GOOD


def test_a_break_behind_what_was_acknowledged_is_red(outlet: Outlet, owner: Services) -> None:
    edit(owner, "UPDATE acts SET at_ms = at_ms + 1 WHERE n = 7")
    check_all(owner)
    acknowledge(outlet, owner)
    last = owner.session.store.checkpoint().n
    label(owner)
    edit(owner, "UPDATE acts SET at_ms = at_ms + 1 WHERE n = ?", last)
    check_all(owner)
    assert owner.session.record_state() is RecordState.BROKEN


def test_acts_of_today_that_were_acknowledged_count_and_are_read_as_they_stand(outlet: Outlet, owner: Services) -> None:
    last = owner.session.store.checkpoint().n
    edit(owner, "UPDATE acts SET at_ms = at_ms + 1 WHERE n = ?", last)
    check_all(owner)
    acknowledge(outlet, owner)
    assert owner.session.today().accepted == 0


def test_after_a_break_of_today_was_acknowledged_a_reveal_goes_on_and_counts(outlet: Outlet, owner: Services) -> None:
    made = label(owner)
    owner.scans.take(made.text)
    edit(owner, "UPDATE acts SET detail = '{}' WHERE n = ?", owner.session.store.checkpoint().n)
    check_all(owner)
    with pytest.raises(RevealsStopped):
        owner.reveal.by_scan(made.record_id, RevealField.RECIPIENT_PHONE, RevealReason.CALL)
    acknowledge(outlet, owner)
    owner.scans.take(made.text)
    shown = owner.reveal.by_scan(made.record_id, RevealField.RECIPIENT_PHONE, RevealReason.CALL)
    assert shown.text == ZHANG.phone
    check_all(owner)
    assert owner.session.record_state() is RecordState.GOOD


def test_an_acknowledged_row_is_amber_and_opens_nothing(outlet: Outlet, owner: Services) -> None:
    made = label(owner)
    edit(owner, "UPDATE waybills SET weight_g = weight_g + 1 WHERE record_id = ?", made.record_id)
    owner.scans.take(made.text)
    acknowledge(outlet, owner)
    assert owner.scans.take(made.text) == ScanReport(ScanOutcome.LOST_DAYS, made.number)
    assert owner.session.in_hand is None
    owner.session.require_reveals_allowed()


def test_of_an_older_branch_a_row_that_is_gone_went_with_what_was_restored(outlet: Outlet, owner: Services) -> None:
    made, other = label(owner), label(owner)
    owner.session.tell_odd_row(other.record_id)
    acknowledge(outlet, owner)
    edit(owner, "DELETE FROM label_wraps")
    edit(owner, "DELETE FROM waybills WHERE record_id = ?", made.record_id)
    assert owner.scans.take(made.text) == ScanReport(ScanOutcome.LOST_DAYS, made.number)


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("", FaultKind.EMPTY),
        ("   ", FaultKind.EMPTY),
        ("打给13800138000", FaultKind.CONTAINS_PHONE),
        ("因" * 41, FaultKind.TOO_LONG),
    ],
)
def test_a_reason_is_asked_for_and_has_no_number_in_it(
    outlet: Outlet, owner: Services, reason: str, kind: FaultKind
) -> None:
    owner.session.tell_odd_row(bytes(16))
    with pytest.raises(InvalidDraft) as caught:
        owner.scans.acknowledge(reason, OWNER_PASSWORD, outlet.card)
    assert [(fault.field, fault.kind) for fault in caught.value.faults] == [("reason", kind)]
    assert owner.session.record_state() is RecordState.BROKEN


def test_it_takes_password_and_card(outlet: Outlet, owner: Services) -> None:
    owner.session.tell_odd_row(bytes(16))
    for password, card in ((OWNER_PASSWORD, ""), ("another long sentence", outlet.card)):
        with pytest.raises(WrongPassword):
            owner.scans.acknowledge(REASON, password, card)
    assert owner.session.record_state() is RecordState.BROKEN


def test_a_clerk_acknowledges_nothing(outlet: Outlet, chen: Services) -> None:
    chen.session.tell_odd_row(bytes(16))
    with pytest.raises(NotPermitted):
        chen.scans.acknowledge(REASON, OWNER_PASSWORD, outlet.card)


def test_where_nothing_is_wrong_nothing_is_stated(outlet: Outlet, owner: Services) -> None:
    before = owner.session.store.checkpoint()
    acknowledge(outlet, owner)
    assert owner.session.store.checkpoint() == before
