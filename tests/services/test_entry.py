"""Accepting a parcel."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from outlet_app.domain.account import Account, Role
from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import (
    FaultKind,
    InvalidDraft,
    KeyMismatch,
    NothingToCorrect,
    NotPermitted,
    NumbersExhausted,
    NumberUsed,
)
from outlet_app.sealing import suite
from outlet_app.sealing.label_code import LabelCode, is_genuine, read_code
from outlet_app.sealing.unseal import unseal_with_token
from outlet_app.store import activities, label_wraps, waybills
from outlet_app.store.store import Signers
from tests.builders import LI, ZHANG, draft
from tests.outlets import LABEL_PRINTER, OTHER_PRINTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services import Services
    from tests.outlets import Outlet

    ReadCodes = Callable[[bytes], frozenset[str]]


def _kinds(services: Services) -> list[str]:
    return [act.kind for act in activities.after(services.session.store.reader, 0, 1000)]


def _text(pdf: bytes) -> str:
    page = pypdfium2.PdfDocument(pdf)[0]
    return str(page.get_textpage().get_text_bounded())


def test_an_accepted_parcel_is_a_sealed_row_with_its_two_acts_in_one_signed_transaction(chen: Services) -> None:
    before = len(_kinds(chen))
    accepted = chen.entry.accept(draft(), LABEL_PRINTER)
    acts = activities.after(chen.session.store.reader, before, 10)
    assert [act.kind for act in acts] == [ActivityKind.ACCEPTED, ActivityKind.LABEL_TAKEN]
    assert [act.signature is None for act in acts] == [True, False]
    assert {act.record_id for act in acts} == {accepted.record_id}
    assert {act.account_id for act in acts} == {chen.session.account.account_id}
    kept = waybills.by_id(chen.session.store.reader, accepted.record_id)
    assert kept is not None
    assert kept.masked.recipient.name == "张**"
    assert kept.masked.recipient.phone == "*******8000"
    assert kept.masked.recipient.road == "文一西路969号***"
    assert kept.masked.sort_code


def test_an_empty_number_takes_the_next_of_the_range(chen: Services) -> None:
    assert chen.entry.next_number("yto") == "YT8800000000001"
    assert chen.entry.numbers_left("yto") == 1000
    numbers = [chen.entry.accept(draft(), None).number for _ in range(3)]
    assert numbers == ["YT8800000000001", "YT8800000000002", "YT8800000000003"]
    assert chen.entry.numbers_left("yto") == 997


def test_a_typed_number_is_taken_as_it_is_and_only_once(chen: Services) -> None:
    assert chen.entry.accept(draft(number="sf1385628716739", carrier="sf"), None).number == "SF1385628716739"
    with pytest.raises(NumberUsed):
        chen.entry.accept(draft(number="SF1385628716739", carrier="sf"), None)


def test_a_used_up_range_says_so_and_writes_nothing(chen: Services) -> None:
    for _ in range(10):
        chen.entry.accept(draft(carrier="zto"), None)
    acts = len(_kinds(chen))
    with pytest.raises(NumbersExhausted) as error:
        chen.entry.accept(draft(carrier="zto"), None)
    assert error.value.carrier == "zto"
    assert len(_kinds(chen)) == acts


def test_a_draft_with_faults_is_refused_whole_even_when_a_view_let_it_through(chen: Services) -> None:
    faulty = draft(weight="", inspected=False)
    acts = len(_kinds(chen))
    with pytest.raises(InvalidDraft) as error:
        chen.entry.accept(faulty, LABEL_PRINTER)
    assert error.value.faults == chen.entry.check(faulty)
    assert {(fault.field, fault.kind) for fault in error.value.faults} == {
        ("weight", FaultKind.EMPTY),
        ("inspected", FaultKind.NOT_TICKED),
    }
    assert len(_kinds(chen)) == acts
    assert chen.entry.next_number("yto") == "YT8800000000001"


def test_on_an_approved_printer_the_label_carries_a_genuine_code_that_opens_exactly_its_waybill(
    chen: Services, read_codes: ReadCodes
) -> None:
    before = chen.session.store.checkpoint()
    accepted = chen.entry.accept(draft(), LABEL_PRINTER)
    assert accepted.job is not None
    assert accepted.job.coded
    texts = read_codes(accepted.job.pdf)
    (code,) = [read for text in texts - {accepted.number} if isinstance(read := read_code(text), LabelCode)]
    assert is_genuine(code, chen.session.keys.label_key)
    assert code.number == accepted.number
    assert code.checkpoint.fits(before)
    reader = chen.session.store.reader
    wrap = label_wraps.of(reader, accepted.record_id)
    assert wrap is not None
    sealed = waybills.sealed(reader, accepted.record_id)
    details = unseal_with_token(sealed, wrap, code.token, outlet_id=chen.session.outlet_id)
    assert details.recipient.name == ZHANG.name
    assert details.recipient.detail == ZHANG.detail
    assert details.sender.full_phone == LI.phone


def test_any_other_printer_gets_the_label_without_code(chen: Services, read_codes: ReadCodes) -> None:
    accepted = chen.entry.accept(draft(), OTHER_PRINTER)
    assert accepted.job is not None
    assert not accepted.job.coded
    assert read_codes(accepted.job.pdf) == {accepted.number}
    assert _kinds(chen)[-1] == ActivityKind.PRINTED_WITHOUT_CODE


def test_a_printer_whose_device_changed_is_another_printer(chen: Services) -> None:
    moved = type(LABEL_PRINTER)(LABEL_PRINTER.name, "file:/tmp/labels", LABEL_PRINTER.driver)
    accepted = chen.entry.accept(draft(), moved)
    assert accepted.job is not None
    assert not accepted.job.coded


def test_label_row_and_acts_hold_nothing_of_the_two_people(chen: Services) -> None:
    accepted = chen.entry.accept(draft(remark="放门口 打电话13800138000", contents="两件毛衣"), LABEL_PRINTER)
    assert accepted.job is not None
    reader = chen.session.store.reader
    row = repr(waybills.by_id(reader, accepted.record_id))
    acts = repr(activities.of_record(reader, accepted.record_id))
    for text in (_text(accepted.job.pdf), row, acts, repr(accepted), repr(chen.session.labels)):
        for secret in ("张三", "李小龙", "13800138000", "88880000", "3号楼", "501室", "58号楼", "毛衣"):
            assert secret not in text


def test_the_act_of_accepting_says_that_the_mask_held(chen: Services) -> None:
    accepted = chen.entry.accept(draft(), None)
    (act,) = activities.of_record(chen.session.store.reader, accepted.record_id)
    assert json.loads(act.detail)["floor"] == "held"


def test_every_transaction_of_a_day_verifies_with_its_accounts_key(chen: Services) -> None:
    for _ in range(5):
        chen.entry.accept(draft(), LABEL_PRINTER)
    session = chen.session
    reached = session.store.verify(session.store.genesis, signers=Signers(session.statements.signers(), suite.verify))
    assert reached == session.store.checkpoint()


def test_who_may_not_accept_is_refused_before_anything_happens(chen: Services) -> None:
    chen.session.account = _Nobody(b"n" * 16, "nobody", Role.CLERK)
    with pytest.raises(NotPermitted):
        chen.entry.accept(draft(), None)


class _Nobody(Account):
    def may(self, _: object) -> bool:
        return False


def test_the_preview_is_masked_shows_no_code_and_never_fails_on_a_half_filled_form(
    chen: Services, read_codes: ReadCodes
) -> None:
    empty = chen.entry.preview(type(draft())())
    assert "未填" in _text(empty)
    full = chen.entry.preview(draft(), "YT8800000000001")
    assert read_codes(full) == {"YT8800000000001"}
    assert "张**" in _text(full)
    assert "张三" not in _text(full)


def test_a_number_of_another_carriers_shape_is_a_hint_and_no_fault(chen: Services) -> None:
    odd = draft(number="SF1385628716739")
    assert chen.entry.check(odd) == ()
    assert [hint.field for hint in chen.entry.hints(odd)] == ["number"]


def test_a_waybill_accepted_on_one_day_is_there_on_the_next(outlet: Outlet) -> None:
    first = outlet.chen()
    accepted = first.entry.accept(draft(), LABEL_PRINTER)
    first.session.sign_out()
    outlet.clock.move(hours=24)
    second = outlet.lin()
    kept = waybills.by_number(second.session.store.reader, accepted.number)
    second.session.sign_out()
    assert [row.masked.record_id for row in kept] == [accepted.record_id]


def test_a_slip_is_put_right_under_the_same_number_and_the_first_label_opens_nothing_any_more(
    chen: Services, read_codes: ReadCodes
) -> None:
    first = chen.entry.accept(draft(), LABEL_PRINTER)
    slip = chen.reveal.open_for_correction(first.record_id).draft
    assert slip == draft(number=first.number, fee="12.00")
    second = chen.entry.correct(
        first.record_id, replace(slip, recipient=replace(ZHANG, name="张三丰"), weight="3"), LABEL_PRINTER
    )
    assert (second.record_id, second.number) == (first.record_id, first.number)
    reader = chen.session.store.reader
    kinds = [act.kind for act in activities.of_record(reader, first.record_id)]
    assert kinds == [
        ActivityKind.ACCEPTED,
        ActivityKind.LABEL_TAKEN,
        ActivityKind.OPENED_FOR_CORRECTION,
        ActivityKind.CORRECTED,
        ActivityKind.LABEL_TAKEN,
    ]
    sealed, wrap = waybills.sealed(reader, first.record_id), label_wraps.of(reader, first.record_id)
    assert wrap is not None
    assert (sealed.masked.version, wrap.serial, sealed.masked.weight_g) == (2, 2, 3000)
    assert first.job is not None
    assert second.job is not None
    old, new = (
        next(
            read
            for text in read_codes(pdf)
            if text.startswith("OA1") and isinstance(read := read_code(text), LabelCode)
        )
        for pdf in (first.job.pdf, second.job.pdf)
    )
    details = unseal_with_token(sealed, wrap, new.token, outlet_id=chen.session.outlet_id)
    assert details.recipient.name == "张三丰"
    with pytest.raises(KeyMismatch):
        unseal_with_token(sealed, wrap, old.token, outlet_id=chen.session.outlet_id)


def test_after_ten_minutes_or_in_another_session_nothing_is_opened_for_correction(outlet: Outlet) -> None:
    chen = outlet.chen()
    accepted = chen.entry.accept(draft(), LABEL_PRINTER)
    outlet.clock.move(minutes=10)
    for attempt in (
        lambda: chen.reveal.open_for_correction(accepted.record_id),
        lambda: chen.entry.correct(accepted.record_id, draft(), LABEL_PRINTER),
    ):
        with pytest.raises(NothingToCorrect):
            attempt()
    chen.session.sign_out()
    lin = outlet.lin()
    with pytest.raises(NothingToCorrect):
        lin.reveal.open_for_correction(accepted.record_id)
    assert ActivityKind.OPENED_FOR_CORRECTION not in _kinds(lin)
    lin.session.sign_out()


def test_a_correction_with_faults_leaves_the_waybill_and_its_label_as_they_are(chen: Services) -> None:
    accepted = chen.entry.accept(draft(), LABEL_PRINTER)
    before = label_wraps.of(chen.session.store.reader, accepted.record_id)
    with pytest.raises(InvalidDraft):
        chen.entry.correct(accepted.record_id, draft(weight=""), LABEL_PRINTER)
    assert label_wraps.of(chen.session.store.reader, accepted.record_id) == before
    assert chen.printing_desk.take(accepted.record_id, LABEL_PRINTER).coded


def test_a_corrected_waybill_keeps_its_place_among_the_latest_once(chen: Services) -> None:
    accepted = chen.entry.accept(draft(), LABEL_PRINTER)
    chen.entry.correct(accepted.record_id, draft(recipient=replace(ZHANG, name="李四")), LABEL_PRINTER)
    assert [label.recipient for label in chen.printing_desk.latest()] == ["李**"]
