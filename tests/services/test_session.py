"""A person's time at the counter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.account import Permission
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.carrier import carriers
from outlet_app.domain.carrier_book import draft_of
from outlet_app.domain.flags import FlagKind
from outlet_app.domain.history import Checkpoint
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import NotPermitted, StatementRefused
from outlet_app.sealing.owner_seed import new_owner_seed
from outlet_app.sealing.statements import PrintersApproved, RoleGiven
from outlet_app.services.review import ActFilter
from outlet_app.services.session import RecordState, Today
from outlet_app.store import activities, label_wraps, near_checkpoint, waybills
from outlet_app.store.store import Entry
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD
from tests.services.scanning import label

if TYPE_CHECKING:
    from outlet_app.services import Services
    from tests.outlets import Outlet


def _check(services: Services) -> RecordState:
    while services.session.verify_some():
        pass
    return services.session.record_state()


def test_a_permission_is_the_roles(chen: Services) -> None:
    chen.session.require(Permission.ACCEPT)
    with pytest.raises(NotPermitted):
        chen.session.require(Permission.SET_POLICY)


def test_today_counts_what_everybody_did_since_four_in_the_morning(outlet: Outlet) -> None:
    chen = outlet.chen()
    chen.entry.accept(draft(), None)
    chen.session.sign_out()
    lin = outlet.lin()
    lin.entry.accept(draft(), None)
    assert lin.session.today() == Today(2, 0)
    outlet.clock.move(hours=18)
    assert lin.session.today() == Today(2, 0)
    outlet.clock.move(hours=1)
    assert lin.session.today() == Today(0, 0)
    lin.session.sign_out()


def test_a_record_that_was_edited_is_broken_and_stays_so(chen: Services) -> None:
    assert chen.session.record_state() is RecordState.CHECKING
    with chen.session.store._database.transaction() as cursor:
        cursor.run("UPDATE acts SET at_ms = at_ms + 1 WHERE n = 3")
    assert _check(chen) is RecordState.BROKEN
    assert _check(chen) is RecordState.BROKEN


def test_carriers_settings_that_another_hand_changed_are_told_in_the_review_and_stop_nothing(outlet: Outlet) -> None:
    owner = outlet.owner()
    owner.carriers.save(replace(draft_of(carriers()["sf"]), name_zh="丰"))
    with owner.session.store._database.transaction() as cursor:
        cursor.run("UPDATE carrier_settings SET settings = replace(settings, '丰', '疯')")
    assert _check(owner) is RecordState.GOOD
    flag = owner.flags.open_flags()[0].flag
    assert (flag.kind, flag.facts) == (FlagKind.RECORD, {"what": "carrier"})
    (act,) = owner.review.acts(ActFilter(numbers=flag.rows)).acts
    assert act.facts == {"what": "carrier", "name": "carrier:sf"}
    owner.session.require_reveals_allowed()
    owner.session.sign_out()
    again = outlet.owner()
    again.carriers.save(draft_of(carriers()["sf"]))
    head = again.session.store.checkpoint().n
    assert _check(again) is RecordState.GOOD
    assert again.session.store.checkpoint().n == head
    again.session.sign_out()


def test_what_is_written_meanwhile_is_checked_too(chen: Services) -> None:
    chen.session.write(Entry(Activity(ActivityKind.LOCKED)))
    assert _check(chen) is RecordState.GOOD


def test_a_checkpoint_seen_elsewhere_fits_or_breaks_the_record(chen: Services) -> None:
    head = chen.session.store.checkpoint()
    chen.session.compare(head)
    assert chen.session.record_state() is RecordState.CHECKING
    chen.session.compare(Checkpoint(head.branch, head.n + 1, bytes(32)))
    assert chen.session.record_state() is RecordState.BROKEN


def test_a_checkpoint_of_another_branch_does_not_fit(chen: Services) -> None:
    head = chen.session.store.checkpoint()
    chen.session.compare(Checkpoint(head.branch + 1, head.n, head.chain_hash))
    assert chen.session.record_state() is RecordState.BROKEN


def test_a_broken_record_does_not_overwrite_the_checkpoint_that_shows_it(outlet: Outlet, chen: Services) -> None:
    before = near_checkpoint.read(outlet.place.near_checkpoint)
    head = chen.session.store.checkpoint()
    chen.session.compare(Checkpoint(head.branch, head.n, bytes(32)))
    chen.session.sign_out()
    assert near_checkpoint.read(outlet.place.near_checkpoint) == before


def test_signing_out_forgets_codes_records_the_leaving_and_notes_the_checkpoint(outlet: Outlet) -> None:
    chen = outlet.chen()
    plain = chen.entry.accept(draft(), None).record_id
    chen.session.sign_out()
    near = near_checkpoint.read(outlet.place.near_checkpoint)
    lin = outlet.lin()
    acts = activities.after(lin.session.store.reader, 0, 1000)
    assert [act.kind for act in acts[-3:]] == [
        ActivityKind.LABEL_WRAP_ERASED,
        ActivityKind.SIGNED_OUT,
        ActivityKind.SIGNED_IN,
    ]
    assert near is not None
    assert near.n == acts[-2].n
    assert label_wraps.of(lin.session.store.reader, plain) is None
    lin.session.sign_out()


def test_what_the_owner_states_is_in_force_at_once_with_the_act_that_led_to_it(outlet: Outlet) -> None:
    owner = outlet.owner()
    seed = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    owner.session.state(seed, PrintersApproved(()), because=Entry(Activity(ActivityKind.SETTING_CHANGED)))
    assert not owner.session.approves(LABEL_PRINTER)
    kinds = [act.kind for act in activities.after(owner.session.store.reader, 0, 1000)]
    assert kinds[-2:] == [ActivityKind.SETTING_CHANGED, ActivityKind.STATEMENT_MADE]
    owner.session.sign_out()


def test_a_statement_under_another_seed_is_refused(outlet: Outlet, chen: Services) -> None:
    planted = new_owner_seed(chen.session.outlet_id)
    with pytest.raises(StatementRefused):
        chen.session.state(planted, RoleGiven(outlet.chen_id, chen.session.account.role))


def test_a_code_whose_parcel_has_left_is_forgotten_and_nothing_is_left_to_erase(chen: Services) -> None:
    session = chen.session
    gone, here = (chen.entry.accept(draft(), None).record_id for _ in range(2))
    session.write(waybills.left(gone, WaybillState.RETURNED, session.clock()))
    session.forget_codes(session.labels.holding())
    erased = [activities.of_record(session.store.reader, each)[-1].kind for each in (gone, here)]
    assert erased == [ActivityKind.RETURNED, ActivityKind.LABEL_WRAP_ERASED]
    assert session.labels.holding() == ()


def test_labels_of_what_has_left_end_in_memory_and_no_others(chen: Services) -> None:
    session = chen.session
    gone, here = label(chen), label(chen)
    chen.scans.take(gone.text)
    session.end_labels({here.record_id})
    assert session.in_hand is not None
    session.end_labels({gone.record_id})
    assert session.in_hand is None
    assert session.labels.holding() == ()
