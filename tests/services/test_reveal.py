"""Opening one waybill."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Activity
from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.reveal_terms import RevealField, RevealReason, ScanOutcome
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import (
    Fault,
    FaultKind,
    InvalidDraft,
    KeyMismatch,
    LimitReached,
    NoLabelInHand,
    NotPermitted,
    ParcelHasLeft,
    RemoteSessionSeen,
    RevealOver,
    RevealsStopped,
    SessionLocked,
    WrongPassword,
)
from outlet_app.services.session import RecordState
from outlet_app.store import label_wraps, waybills
from outlet_app.store.store import Entry
from tests.builders import LI, ZHANG, draft
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD
from tests.services.revealing import accept, code_of, hold, last, once_at, told
from tests.store.old_outlets import VERSIONS, old_outlet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from outlet_app.services import Services
    from tests.outlets import Outlet

PHONE, CALL = RevealField.RECIPIENT_PHONE, RevealReason.CALL
TYPED = draft(
    sender=replace(LI, phone="13800138000转1234"),
    contents="两件毛衣",
    remark="放门口",
    fee="12.00",
    cash_on_delivery="99.50",
    declared_value="300.00",
)


@pytest.fixture
def owner(outlet: Outlet) -> Iterator[Services]:
    """The owner is signed in."""
    services = outlet.owner()
    yield services
    services.session.store.close()


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (RevealField.RECIPIENT_PHONE, "13800138000"),
        (RevealField.RECIPIENT_NAME, "张三"),
        (RevealField.RECIPIENT_ADDRESS, "浙江省杭州市余杭区文一西路969号3号楼2单元501室"),
        (RevealField.SENDER_PHONE, "13800138000转1234"),
        (RevealField.SENDER_NAME, "李小龙"),
        (RevealField.SENDER_ADDRESS, "上海市徐汇区虹漕路461号58号楼5楼"),
        (RevealField.CONTENTS, "两件毛衣"),
        (RevealField.REMARK, "放门口"),
    ],
)
def test_the_label_in_hand_opens_the_field_that_was_asked_for_and_the_act_says_which_and_why(
    outlet: Outlet, chen: Services, field: RevealField, text: str
) -> None:
    accepted, code = accept(chen, TYPED)
    hold(chen, accepted.record_id, code)
    revealed = chen.reveal.by_scan(accepted.record_id, field, RevealReason.OTHER, " 门牌不清 ")
    assert (revealed.field, revealed.text) == (field, text)
    assert revealed.until == outlet.clock() + timedelta(seconds=20)
    assert revealed.watermark == "陈伟 2026-11-22 09:30:00"
    assert text not in repr(revealed)
    assert told(chen, accepted.record_id)[-1] == (
        Kind.REVEALED,
        {"field": field.value, "reason": "other", "by": "scan", "note": "门牌不清"},
    )


def test_a_field_that_was_left_empty_is_shown_empty(chen: Services) -> None:
    accepted, code = accept(chen)
    hold(chen, accepted.record_id, code)
    assert chen.reveal.by_scan(accepted.record_id, RevealField.CONTENTS, CALL).text == ""


def test_without_the_label_in_hand_nothing_is_shown_and_the_refusal_recorded(outlet: Outlet, chen: Services) -> None:
    accepted, code = accept(chen)
    other, _ = accept(chen)
    refusal = (Kind.REVEAL_REFUSED, {"field": PHONE.value, "by": "scan", "why": "no_label"})
    with pytest.raises(NoLabelInHand):
        chen.reveal.by_scan(accepted.record_id, PHONE, CALL)
    hold(chen, accepted.record_id, code)
    with pytest.raises(NoLabelInHand):
        chen.reveal.by_scan(other.record_id, PHONE, CALL)
    outlet.clock.move(minutes=5)
    with pytest.raises(NoLabelInHand):
        chen.reveal.by_scan(accepted.record_id, PHONE, CALL)
    assert told(chen, accepted.record_id)[2:] == [refusal, refusal]
    assert told(chen, other.record_id)[2:] == [refusal]


def test_n_labels_in_hand_open_exactly_n_waybills(chen: Services) -> None:
    parcels = [accept(chen, draft(recipient=replace(ZHANG, name=f"张{place}"))) for place in "一二三四五"]
    opened = []
    for held, code in parcels:
        hold(chen, held.record_id, code)
        for accepted, _ in parcels:
            try:
                opened.append(chen.reveal.by_scan(accepted.record_id, RevealField.RECIPIENT_NAME, CALL).text)
            except NoLabelInHand:
                assert accepted is not held
    assert opened == ["张一", "张二", "张三", "张四", "张五"]


def test_a_superseded_label_opens_nothing(chen: Services) -> None:
    accepted, code = accept(chen)
    chen.entry.correct(accepted.record_id, draft(recipient=replace(ZHANG, name="张三丰")), LABEL_PRINTER)
    hold(chen, accepted.record_id, code)
    with pytest.raises(NoLabelInHand):
        chen.reveal.by_scan(accepted.record_id, PHONE, CALL)
    hold(chen, accepted.record_id, code, version=2)
    with pytest.raises(NoLabelInHand):
        chen.reveal.by_scan(accepted.record_id, PHONE, CALL)
    hold(chen, accepted.record_id, replace(code, serial=2), version=2)
    with pytest.raises(KeyMismatch):
        chen.reveal.by_scan(accepted.record_id, PHONE, CALL)
    hold(chen, accepted.record_id, code_of(chen, accepted.record_id), version=2)
    assert chen.reveal.by_scan(accepted.record_id, RevealField.RECIPIENT_NAME, CALL).text == "张三丰"


def test_the_label_of_a_parcel_that_has_left_opens_nothing_even_with_its_wrap_pasted_back(
    outlet: Outlet, chen: Services
) -> None:
    accepted, code = accept(chen)
    wrap = label_wraps.of(chen.session.store.reader, accepted.record_id)
    assert wrap is not None
    chen.session.write(waybills.left(accepted.record_id, WaybillState.COLLECTED, outlet.clock()))
    hold(chen, accepted.record_id, code)
    with pytest.raises(NoLabelInHand):
        chen.reveal.by_scan(accepted.record_id, PHONE, CALL)
    with chen.session.store._database.transaction() as cursor:
        label_wraps.keep(cursor, wrap, outlet.clock())
    with pytest.raises(ParcelHasLeft) as refused:
        chen.reveal.by_scan(accepted.record_id, PHONE, CALL)
    assert refused.value.number == accepted.number
    assert last(chen) == (Kind.REVEAL_REFUSED, {"field": PHONE.value, "by": "scan", "why": "left"})


def test_nothing_is_shown_on_a_screen_that_is_watched_from_elsewhere(chen: Services) -> None:
    accepted, code = accept(chen)
    hold(chen, accepted.record_id, code)
    chen.session.outlet.remote = lambda: "ssh"
    for attempt in (
        lambda: chen.reveal.by_scan(accepted.record_id, PHONE, CALL),
        lambda: chen.reveal.open_for_correction(accepted.record_id),
    ):
        with pytest.raises(RemoteSessionSeen):
            attempt()
        assert last(chen)[1]["why"] == "remote"
    assert Kind.OPENED_FOR_CORRECTION not in {kind for kind, _ in told(chen, accepted.record_id)}


def test_while_the_record_does_not_fit_together_nothing_is_shown(chen: Services) -> None:
    accepted, code = accept(chen)
    hold(chen, accepted.record_id, code)
    chen.session.tell_odd_row(accepted.record_id)
    with pytest.raises(RevealsStopped):
        chen.reveal.by_scan(accepted.record_id, PHONE, CALL)
    assert last(chen) == (Kind.REVEAL_REFUSED, {"field": PHONE.value, "by": "scan", "why": "record"})


def test_a_row_that_is_not_what_was_recorded_stops_every_reveal(chen: Services) -> None:
    accepted, code = accept(chen)
    other, other_code = accept(chen)
    with chen.session.store._database.transaction() as cursor:
        cursor.run("UPDATE waybills SET recipient_tail = '0000' WHERE record_id = ?", accepted.record_id)
    hold(chen, accepted.record_id, code)
    with pytest.raises(RevealsStopped):
        chen.reveal.by_scan(accepted.record_id, PHONE, CALL)
    assert [kind for kind, _ in told(chen, accepted.record_id)[2:]] == [Kind.INTEGRITY_FAULT, Kind.REVEAL_REFUSED]
    assert chen.session.record_state() is RecordState.BROKEN
    hold(chen, other.record_id, other_code)
    with pytest.raises(RevealsStopped):
        chen.reveal.by_scan(other.record_id, PHONE, CALL)


def test_over_the_limit_nothing_is_shown_and_the_refusal_recorded(chen: Services) -> None:
    parcels = [accept(chen) for _ in range(11)]
    for accepted, code in parcels[:10]:
        hold(chen, accepted.record_id, code)
        chen.reveal.by_scan(accepted.record_id, PHONE, CALL)
    accepted, code = parcels[10]
    hold(chen, accepted.record_id, code)
    for attempt in (
        lambda: chen.reveal.by_scan(accepted.record_id, PHONE, CALL),
        lambda: chen.reveal.by_scan(accepted.record_id, RevealField.RECIPIENT_NAME, CALL),
    ):
        with pytest.raises(LimitReached):
            attempt()
        assert last(chen)[0] is Kind.REVEAL_REFUSED
        assert last(chen)[1]["why"] == "limit"


@pytest.mark.parametrize(
    ("note", "kind"),
    [("打13800138000", FaultKind.CONTAINS_PHONE), ("字" * 41, FaultKind.TOO_LONG), ("OA1.7XKQ", FaultKind.LABEL_CODE)],
)
def test_a_note_that_could_name_somebody_is_refused_beside_its_field_and_nothing_shown(
    chen: Services, note: str, kind: FaultKind
) -> None:
    accepted, code = accept(chen)
    hold(chen, accepted.record_id, code)
    before = chen.session.store.checkpoint()
    with pytest.raises(InvalidDraft) as refused:
        chen.reveal.by_scan(accepted.record_id, PHONE, CALL, note)
    assert refused.value.faults == (Fault("note", kind),)
    assert chen.session.store.checkpoint() == before


@pytest.mark.parametrize(
    ("file", "function"), [("services/allowance.py", "Allowance.spend"), ("sealing/unseal.py", "unseal_with_token")]
)
def test_a_lock_while_it_is_opened_shows_nothing(chen: Services, file: str, function: str) -> None:
    accepted, code = accept(chen)
    for attempt in (
        lambda: chen.reveal.by_scan(accepted.record_id, PHONE, CALL),
        lambda: chen.reveal.open_for_correction(accepted.record_id),
    ):
        hold(chen, accepted.record_id, code)
        chen.session.labels.forget_code(accepted.record_id)
        with once_at(file, function, chen.session.lock), pytest.raises(SessionLocked):
            attempt()
        chen.session.resume(chen.session.statements, Entry(Activity(Kind.UNLOCKED)))


def test_a_lock_while_the_owners_password_is_tried_opens_nothing(outlet: Outlet, owner: Services) -> None:
    accepted, _ = accept(owner)
    with (
        once_at("services/owner_consent.py", "owner_seed", owner.session.lock),
        pytest.raises(SessionLocked),
    ):
        owner.reveal.by_owner(accepted.record_id, PHONE, CALL, "", OWNER_PASSWORD, outlet.card)
    assert Kind.REVEALED not in {kind for kind, _ in told(owner, accepted.record_id)}


def test_the_owner_opens_a_field_without_the_label_and_wherever_the_parcel_is(outlet: Outlet, owner: Services) -> None:
    accepted, _ = accept(owner, TYPED)
    owner.session.write(waybills.left(accepted.record_id, WaybillState.COLLECTED, outlet.clock()))
    revealed = owner.reveal.by_owner(accepted.record_id, PHONE, CALL, "", OWNER_PASSWORD, outlet.card)
    assert revealed.text == ZHANG.phone
    assert told(owner, accepted.record_id)[-1] == (
        Kind.REVEALED,
        {"field": PHONE.value, "reason": "call", "by": "owner"},
    )


def test_without_password_or_card_the_owner_opens_nothing_and_it_is_recorded(outlet: Outlet, owner: Services) -> None:
    accepted, _ = accept(owner)
    for password, card in (("not his password", outlet.card), (OWNER_PASSWORD, "OK1.none")):
        with pytest.raises(WrongPassword):
            owner.reveal.by_owner(accepted.record_id, PHONE, CALL, "", password, card)
        assert last(owner) == (Kind.REVEAL_REFUSED, {"field": PHONE.value, "by": "owner", "why": "card"})


def test_the_owners_reveals_without_a_label_are_ten_a_day(outlet: Outlet, owner: Services) -> None:
    record_ids = [accept(owner)[0].record_id for _ in range(11)]

    def reveal(record_id: bytes) -> None:
        owner.reveal.by_owner(record_id, PHONE, CALL, "", OWNER_PASSWORD, outlet.card)

    for record_id in record_ids[:10]:
        reveal(record_id)
    with pytest.raises(LimitReached):
        reveal(record_ids[10])
    assert last(owner)[1] == {"field": PHONE.value, "by": "owner", "why": "limit"}


def test_a_clerk_opens_nothing_with_the_owners_password_and_card(outlet: Outlet, chen: Services) -> None:
    accepted, _ = accept(chen)
    with pytest.raises(NotPermitted):
        chen.reveal.by_owner(accepted.record_id, PHONE, CALL, "", OWNER_PASSWORD, outlet.card)


def test_a_waybill_that_is_not_moved_to_the_new_keys_yet_opens_as_one_that_is(outlet: Outlet, owner: Services) -> None:
    record_ids = [accept(owner)[0].record_id for _ in range(40)]
    seed = owner.owner_keys.draw_seed()
    owner.owner_keys.replace_seed(seed, password=OWNER_PASSWORD, card=outlet.card)
    card = seed.papers.card()
    owner.wraps.some()
    for record_id in (record_ids[0], record_ids[-1]):
        assert owner.reveal.by_owner(record_id, PHONE, CALL, "", OWNER_PASSWORD, card).text == ZHANG.phone


def test_what_is_shown_can_be_noted_as_copied_for_twenty_seconds_and_nothing_else(
    outlet: Outlet, chen: Services
) -> None:
    accepted, code = accept(chen)
    with pytest.raises(RevealOver):
        chen.reveal.note_copied(accepted.record_id, PHONE)
    hold(chen, accepted.record_id, code)
    chen.reveal.by_scan(accepted.record_id, PHONE, CALL)
    outlet.clock.move(seconds=19)
    chen.reveal.note_copied(accepted.record_id, PHONE)
    assert last(chen) == (Kind.COPIED, {"field": PHONE.value})
    for record_id, field in ((accepted.record_id, RevealField.RECIPIENT_NAME), (bytes(16), PHONE)):
        with pytest.raises(RevealOver):
            chen.reveal.note_copied(record_id, field)
    outlet.clock.move(seconds=1)
    with pytest.raises(RevealOver):
        chen.reveal.note_copied(accepted.record_id, PHONE)


def test_what_the_scanner_reads_opens_its_waybill_until_the_next_label_is_scanned(chen: Services) -> None:
    parcels = [accept(chen, draft(recipient=replace(ZHANG, name=f"张{place}")))[0].record_id for place in "甲乙"]
    texts = [kept.code_text or "" for kept in chen.session.labels.holding()]
    for text, mine, other, name in ((texts[0], *parcels, "张甲"), (texts[1], *parcels[::-1], "张乙")):
        assert chen.scans.take(text).outcome is ScanOutcome.OPENS
        assert chen.reveal.by_scan(mine, RevealField.RECIPIENT_NAME, CALL).text == name
        with pytest.raises(NoLabelInHand):
            chen.reveal.by_scan(other, RevealField.RECIPIENT_NAME, CALL)


def test_a_label_whose_lock_was_erased_between_scan_and_reveal_opens_nothing(chen: Services) -> None:
    accepted, code = accept(chen)
    hold(chen, accepted.record_id, code)

    def erase() -> None:
        chen.session.write(label_wraps.erased(accepted.record_id, 1, "term"))

    with once_at("services/session.py", "Session.label_in_hand", erase), pytest.raises(NoLabelInHand):
        chen.reveal.by_scan(accepted.record_id, PHONE, CALL)
    assert last(chen)[0] is Kind.REVEAL_REFUSED


@pytest.mark.parametrize("version", VERSIONS)
def test_a_waybill_of_every_former_version_opens_to_the_owner_and_gets_a_new_label(
    tmp_path: Path, version: int
) -> None:
    outlet = old_outlet(version, tmp_path)
    services = outlet.owner()
    kept = next(kept for kept in waybills.recent(services.session.store.reader) if kept.left_at is None)
    record_id = kept.masked.record_id
    revealed = services.reveal.by_owner(record_id, PHONE, CALL, "", OWNER_PASSWORD, outlet.card)
    assert revealed.text.endswith(kept.masked.recipient.tail)
    assert services.printing_desk.relabel_by_owner(record_id, LABEL_PRINTER, OWNER_PASSWORD, outlet.card).coded
    hold(services, record_id, code_of(services, record_id), kept.masked.version)
    assert services.reveal.by_scan(record_id, PHONE, CALL).text == revealed.text
    outlet.entrance.close()
