"""The gap in a record that does not fit together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.acknowledgement import acts_digest
from outlet_app.domain.gap import Gap, Misfit, Sight
from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.services import record_gap
from outlet_app.services.session import RecordState
from outlet_app.store import activities
from tests.outlets import OWNER_PASSWORD
from tests.services.new_pc import Saved, pc_at, restored
from tests.services.scanning import REASON, acknowledge, check_all, copy_aside, label, put_back

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.services import Services
    from tests.outlets import Outlet


def _see(services: Services, sight: Sight, n: int, *, branch: int = 1, record_id: bytes | None = None) -> None:
    head = services.session.store.checkpoint().n
    services.session.outlet.check.found(Misfit(sight, branch, n, head, record_id))


def test_where_nothing_was_seen_there_is_no_gap(chen: Services) -> None:
    assert record_gap.gap_of(chen.session) is None


def test_a_gap_begins_before_the_first_misfit_and_tells_each_sight_once(outlet: Outlet, chen: Services) -> None:
    head = chen.session.store.checkpoint().n
    for n in (head + 7, head + 3):
        _see(chen, Sight.LABEL, n)
    _see(chen, Sight.ROW, 0, record_id=bytes(16))
    assert record_gap.gap_of(chen.session) == Gap(head + 1, 7, 1, outlet.clock(), (Sight.LABEL, Sight.ROW))


def test_before_the_first_act_there_is_no_time(chen: Services) -> None:
    _see(chen, Sight.CHAIN, 1)
    found = record_gap.gap_of(chen.session)
    assert found is not None
    assert (found.first, found.since) == (1, None)


def test_what_a_label_does_not_fit_is_given_up_from_the_opening_on(chen: Services) -> None:
    session = chen.session
    opened_at, head = session.outlet.check.opened_at, session.store.checkpoint()
    _see(chen, Sight.LABEL, head.n + 5)
    said = record_gap.acknowledgement(session, "x")
    assert (said.labels_from, said.acts_from) == (opened_at + 1, head.n + 1)
    assert said.point.left == head
    assert said.digest == acts_digest(())
    assert said.record_ids == ()


def test_from_before_the_opening_it_is_given_up_from_the_sign_in_before_it(chen: Services) -> None:
    session = chen.session
    opened_at = session.outlet.check.opened_at
    _see(chen, Sight.NEAR, opened_at)
    signed_in = activities.last_sign_in(session.store.reader, opened_at)
    assert signed_in is not None
    assert record_gap.acknowledgement(session, "x").labels_from == signed_in.n
    _see(chen, Sight.NEAR, 1)
    assert record_gap.acknowledgement(session, "x").labels_from == 1


def test_acts_that_do_not_follow_are_taken_from_the_beginning_of_their_transaction(chen: Services) -> None:
    session = chen.session
    made = label(chen)
    acts = activities.of_record(session.store.reader, made.record_id)
    assert [act.signature is None for act in acts] == [True, False]
    _see(chen, Sight.CHAIN, acts[1].n)
    said = record_gap.acknowledgement(session, "x")
    assert said.acts_from == said.labels_from == acts[0].n
    left = session.store.checkpoint()
    assert said.digest == acts_digest(activities.between(session.store.reader, acts[0].n, left.n))


def test_waybills_are_named_and_the_branch_is_above_every_known_one(chen: Services) -> None:
    _see(chen, Sight.ROW, 0, record_id=b"r" * 16)
    day = record_gap.acknowledgement(chen.session, "x").point.branch
    _see(chen, Sight.LABEL, 5, branch=day + 3)
    said = record_gap.acknowledgement(chen.session, "x")
    assert said.record_ids == (b"r" * 16,)
    assert said.point.branch == day + 4


@pytest.mark.parametrize(
    ("sight", "branch", "count"),
    [(Sight.LABEL, 1, 7), (Sight.NEAR, 3, 100), (Sight.DAY_SHEET, 9998, 0), (Sight.CHAIN, 1, 0)],
)
def test_as_many_numbers_are_left_alone_as_lost_acts_may_have_used(
    chen: Services, sight: Sight, branch: int, count: int
) -> None:
    _see(chen, sight, chen.session.outlet.check.opened_at + 7, branch=branch)
    spans = record_gap.numbers_lost(chen.session)
    assert [span.count for span in spans] == [min(count, 1000), min(count, 10)][: 2 if count else 0]


def test_a_number_on_a_label_of_the_lost_days_is_not_given_out_again(outlet: Outlet, tmp_path: Path) -> None:
    copy_aside(outlet, tmp_path / "aside")
    lin = outlet.lin()
    lost = [label(lin) for _ in range(3)]
    outlet.entrance.close()
    put_back(outlet, tmp_path / "aside")
    owner = outlet.owner()
    owner.scans.take(lost[-1].text)
    assert owner.scans.numbers_lost() >= len(lost)
    acknowledge(outlet, owner)
    assert label(owner).number not in {each.number for each in lost}
    again = label(owner, lost[0].number)
    assert again.number == lost[0].number
    assert owner.scans.numbers_lost() == 0
    outlet.entrance.close()


def test_a_misfit_of_the_same_record_later_is_another_gap(outlet: Outlet) -> None:
    owner = outlet.owner()
    _see(owner, Sight.ROW, 0, record_id=bytes(16))
    acknowledge(outlet, owner)
    assert record_gap.gap_of(owner.session) is None
    head = owner.session.store.checkpoint()
    owner.session.compare(replace(head, n=head.n + 1))
    found = record_gap.gap_of(owner.session)
    assert found is not None
    assert found.sights == (Sight.NEAR,)
    outlet.entrance.close()


def test_what_was_acknowledged_goes_with_a_backup_and_what_is_restored_from_it_is_whole(
    outlet: Outlet, keeper: Services, tmp_path: Path
) -> None:
    with keeper.session.store._database.transaction() as cursor:
        cursor.run("UPDATE acts SET at_ms = at_ms + 1 WHERE n = 9")
    check_all(keeper)
    made = label(keeper)
    acknowledge(outlet, keeper)
    saved = Saved(outlet, keeper.backup.make(lambda _: None).path, ())
    outlet.entrance.close()
    owner = restored(pc_at(tmp_path / "new"), saved)
    check_all(owner)
    assert owner.session.record_state() is RecordState.GOOD
    assert [each.reason for each in owner.scans.acknowledged()] == [REASON]
    assert owner.scans.take(made.text).outcome is ScanOutcome.OPENS
    owner.session.sign_out()


def test_what_was_acknowledged_goes_through_a_new_database_key(outlet: Outlet) -> None:
    owner = outlet.owner()
    with owner.session.store._database.transaction() as cursor:
        cursor.run("UPDATE acts SET at_ms = at_ms + 1 WHERE n = 9")
    check_all(owner)
    acknowledge(outlet, owner)
    branch = owner.session.store.checkpoint().branch
    owner.owner_keys.renew_database_key(password=OWNER_PASSWORD, card=outlet.card)
    assert owner.session.store.checkpoint().branch == branch
    outlet.entrance.close()
    chen = outlet.chen()
    check_all(chen)
    assert chen.session.record_state() is RecordState.GOOD
    outlet.entrance.close()
