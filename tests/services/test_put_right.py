"""A waybill put right: opened by who typed it or by its label, corrected, its terms changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.draft import TermsDraft
from outlet_app.domain.reveal_terms import RevealField, RevealReason
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.domain.terms import Category, Payment
from outlet_app.errors import (
    HistoryBroken,
    InvalidDraft,
    KeyMismatch,
    LimitReached,
    NothingToCorrect,
    ParcelHasLeft,
)
from outlet_app.sealing.unseal import unseal_with_token
from outlet_app.store import activities, label_wraps, waybills
from tests.builders import LI, ZHANG, draft
from tests.outlets import LABEL_PRINTER
from tests.services.revealing import accept, code_of, hold, last, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services import Services
    from tests.outlets import Outlet

    ReadCodes = Callable[[bytes], frozenset[str]]

PHONE, CALL = RevealField.RECIPIENT_PHONE, RevealReason.CALL
TYPED = draft(
    sender=replace(LI, phone="13800138000转1234"),
    contents="两件毛衣",
    remark="放门口",
    fee="12.00",
    cash_on_delivery="99.50",
    declared_value="300.00",
)


def _text(pdf: bytes) -> str:
    return str(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded())


def test_what_was_typed_comes_back_whole_after_its_act_is_durable(outlet: Outlet, chen: Services) -> None:
    accepted, _ = accept(chen, TYPED)
    opened = chen.reveal.open_for_correction(accepted.record_id)
    assert opened.draft == replace(TYPED, number=accepted.number)
    assert (opened.until, opened.is_by_label) == (outlet.clock() + timedelta(minutes=10), False)
    assert last(chen) == (ActivityKind.OPENED_FOR_CORRECTION, {"field": "all", "by": "own"})
    newest = activities.newest(chen.session.store.reader)
    assert newest is not None
    assert newest.record_id == accepted.record_id


def test_its_label_opens_the_whole_form_for_ten_minutes(outlet: Outlet, chen: Services) -> None:
    accepted, code = accept(chen, TYPED)
    outlet.clock.move(minutes=10)
    chen.printing_desk.drop_expired()
    with pytest.raises(NothingToCorrect):
        chen.reveal.open_for_correction(accepted.record_id)
    assert last(chen) == (ActivityKind.REVEAL_REFUSED, {"field": "all", "by": "scan", "why": "no_label"})
    hold(chen, accepted.record_id, code)
    opened = chen.reveal.open_for_correction(accepted.record_id)
    assert opened.draft == replace(TYPED, number=accepted.number)
    assert (opened.until, opened.is_by_label) == (outlet.clock() + timedelta(minutes=10), True)
    assert last(chen) == (ActivityKind.OPENED_FOR_CORRECTION, {"field": "all", "by": "scan"})


def test_an_opening_for_correction_by_label_costs_as_much_as_four_reveals(outlet: Outlet, chen: Services) -> None:
    parcels = [accept(chen) for _ in range(5)]
    opened_at = outlet.clock.now + timedelta(minutes=10)
    outlet.clock.now = opened_at
    for accepted, code in parcels[:2]:
        hold(chen, accepted.record_id, code)
        chen.reveal.open_for_correction(accepted.record_id)
    hold(chen, parcels[2][0].record_id, parcels[2][1])
    with pytest.raises(LimitReached) as refused:
        chen.reveal.open_for_correction(parcels[2][0].record_id)
    assert refused.value.until == opened_at + timedelta(hours=1)
    assert last(chen) == (ActivityKind.REVEAL_REFUSED, {"field": "all", "by": "scan", "why": "limit"})
    for accepted, code in parcels[3:]:
        hold(chen, accepted.record_id, code)
        assert chen.reveal.by_scan(accepted.record_id, PHONE, CALL).text == ZHANG.phone
    hold(chen, parcels[2][0].record_id, parcels[2][1])
    with pytest.raises(LimitReached):
        chen.reveal.by_scan(parcels[2][0].record_id, PHONE, CALL)


def test_what_was_typed_here_is_opened_again_without_any_unit(chen: Services) -> None:
    accepted, _ = accept(chen)
    for _ in range(12):
        chen.reveal.open_for_correction(accepted.record_id)
    hold(chen, accepted.record_id, code_of(chen, accepted.record_id))
    assert chen.reveal.by_scan(accepted.record_id, PHONE, CALL).text == ZHANG.phone


def test_a_new_label_made_by_scan_gives_no_second_way_around_the_limit(outlet: Outlet, chen: Services) -> None:
    accepted, code = accept(chen)
    chen.session.sign_out()
    outlet.clock.move(minutes=1)
    lin = outlet.lin()
    hold(lin, accepted.record_id, code)
    lin.printing_desk.relabel(accepted.record_id, LABEL_PRINTER)
    with pytest.raises(NothingToCorrect):
        lin.reveal.open_for_correction(accepted.record_id)
    lin.session.sign_out()


def test_an_unknown_waybill_opens_nothing(chen: Services) -> None:
    with pytest.raises(NothingToCorrect):
        chen.reveal.open_for_correction(bytes(16))


def test_what_was_typed_here_is_not_opened_again_once_its_lock_was_erased(chen: Services) -> None:
    accepted, _ = accept(chen)
    chen.session.write(label_wraps.erased(accepted.record_id, 1, "term"))
    with pytest.raises(NothingToCorrect):
        chen.reveal.open_for_correction(accepted.record_id)


def _next_person(outlet: Outlet, services: Services) -> Services:
    services.session.sign_out()
    outlet.clock.move(hours=1)
    return outlet.lin()


def test_by_its_label_somebody_elses_waybill_is_put_right_and_the_former_label_opens_nothing(outlet: Outlet) -> None:
    chen = outlet.chen()
    accepted, code = accept(chen)
    lin = _next_person(outlet, chen)
    hold(lin, accepted.record_id, code)
    opened = lin.reveal.open_for_correction(accepted.record_id).draft
    put_right = lin.entry.correct(
        accepted.record_id, replace(opened, recipient=replace(ZHANG, name="张三丰")), LABEL_PRINTER
    )
    assert (put_right.number, lin.session.in_hand) == (accepted.number, None)
    reader = lin.session.store.reader
    sealed, wrap = waybills.sealed(reader, accepted.record_id), label_wraps.of(reader, accepted.record_id)
    assert wrap is not None
    assert (sealed.masked.version, wrap.serial) == (2, 2)
    with pytest.raises(KeyMismatch):
        unseal_with_token(sealed, wrap, code.token, outlet_id=lin.session.outlet_id)
    token = code_of(lin, accepted.record_id).token
    assert unseal_with_token(sealed, wrap, token, outlet_id=lin.session.outlet_id).recipient.name == "张三丰"
    lin.session.sign_out()


def test_what_was_put_right_by_its_label_prints_again_for_ten_minutes_and_opens_only_by_its_new_label(
    outlet: Outlet,
) -> None:
    chen = outlet.chen()
    accepted, code = accept(chen)
    lin = _next_person(outlet, chen)
    hold(lin, accepted.record_id, code)
    opened = lin.reveal.open_for_correction(accepted.record_id).draft
    lin.entry.correct(accepted.record_id, opened, LABEL_PRINTER)
    outlet.clock.move(minutes=9)
    assert lin.printing_desk.take(accepted.record_id, LABEL_PRINTER).coded
    assert lin.printing_desk.latest()[0].right_until is None
    with pytest.raises(NothingToCorrect):
        lin.reveal.open_for_correction(accepted.record_id)
    with pytest.raises(NothingToCorrect):
        lin.entry.correct(accepted.record_id, opened, LABEL_PRINTER)
    lin.session.sign_out()


def test_what_its_label_opened_can_be_put_right_after_the_label_was_laid_down_but_not_after_ten_minutes(
    outlet: Outlet, chen: Services
) -> None:
    (accepted, code), (other, other_code) = accept(chen), accept(chen)
    outlet.clock.move(minutes=11)
    for record_id, label in ((accepted.record_id, code), (other.record_id, other_code)):
        hold(chen, record_id, label)
        chen.reveal.open_for_correction(record_id)
    chen.session.in_hand = None
    outlet.clock.move(minutes=9)
    assert chen.entry.correct(accepted.record_id, draft(), LABEL_PRINTER).number == accepted.number
    outlet.clock.move(minutes=1)
    with pytest.raises(NothingToCorrect):
        chen.entry.correct(other.record_id, draft(), LABEL_PRINTER)
    hold(chen, other.record_id, other_code)
    assert chen.entry.correct(other.record_id, draft(), LABEL_PRINTER).number == other.number


def test_a_parcel_that_has_left_is_not_put_right_even_with_its_row_pasted_back(outlet: Outlet, chen: Services) -> None:
    accepted = chen.entry.accept(draft(), LABEL_PRINTER)
    chen.session.write(waybills.left(accepted.record_id, WaybillState.RETURNED, outlet.clock()))
    with chen.session.store._database.transaction() as cursor:
        cursor.run("UPDATE waybills SET state = 'accepted', left_ms = NULL")
    with pytest.raises(NothingToCorrect):
        chen.entry.correct(accepted.record_id, draft(), LABEL_PRINTER)
    with pytest.raises(ParcelHasLeft):
        chen.entry.terms(accepted.record_id)
    with pytest.raises(ParcelHasLeft):
        chen.entry.change_terms(accepted.record_id, TermsDraft(weight="3"))


def test_terms_are_changed_without_opening_the_details_and_the_label_stays_good(
    outlet: Outlet, read_codes: ReadCodes
) -> None:
    chen = outlet.chen()
    accepted, code = accept(chen, draft(fee="12.00"))
    lin = _next_person(outlet, chen)
    reader = lin.session.store.reader
    before = waybills.sealed(reader, accepted.record_id)
    stands = lin.entry.terms(accepted.record_id)
    assert stands == TermsDraft(service="standard", weight="1.2", fee="12.00", category=Category.CLOTHING)
    wanted = replace(stands, weight="3", fee="18.5", payment=Payment.COLLECT, category=Category.FOOD)
    changed = lin.entry.change_terms(accepted.record_id, wanted)
    assert (changed.number, changed.is_other) == (accepted.number, True)
    after = waybills.sealed(reader, accepted.record_id)
    assert (after.details, after.owner_wrap, after.masked.version) == (before.details, before.owner_wrap, 1)
    assert (after.masked.weight_g, after.masked.fee_fen, after.masked.payment) == (3000, 1850, Payment.COLLECT)
    assert lin.entry.terms(accepted.record_id) == replace(wanted, fee="18.50")
    assert [kind for kind, _ in told(lin, accepted.record_id)] == [
        ActivityKind.ACCEPTED,
        ActivityKind.LABEL_TAKEN,
        ActivityKind.CORRECTED,
    ]
    hold(lin, accepted.record_id, code)
    assert lin.session.label_in_hand(accepted.record_id).token == code.token
    label = lin.printing_desk.take(accepted.record_id, LABEL_PRINTER)
    assert "3.00 kg" in _text(label.pdf)
    assert read_codes(label.pdf) == {accepted.number}
    lin.session.sign_out()


def test_within_ten_minutes_changed_terms_are_printed_with_the_same_code(chen: Services, read_codes: ReadCodes) -> None:
    accepted = chen.entry.accept(draft(), LABEL_PRINTER)
    assert accepted.job is not None
    chen.entry.change_terms(accepted.record_id, TermsDraft(service="standard", weight="9.9", fee="30"))
    label = chen.printing_desk.take(accepted.record_id, LABEL_PRINTER)
    assert read_codes(label.pdf) == read_codes(accepted.job.pdf)
    assert "9.9" in _text(label.pdf)


def test_terms_that_stand_already_write_nothing(chen: Services) -> None:
    accepted = chen.entry.accept(draft(), LABEL_PRINTER)
    before = chen.session.store.checkpoint()
    changed = chen.entry.change_terms(accepted.record_id, chen.entry.terms(accepted.record_id))
    assert not changed.is_other
    assert chen.session.store.checkpoint() == before


def test_terms_with_faults_are_refused_whole(chen: Services) -> None:
    accepted = chen.entry.accept(draft(), LABEL_PRINTER)
    before = chen.session.store.checkpoint()
    with pytest.raises(InvalidDraft) as refused:
        chen.entry.change_terms(accepted.record_id, TermsDraft(weight="much", fee="12"))
    assert refused.value.faults == chen.entry.check_terms(TermsDraft(weight="much", fee="12"))
    assert chen.session.store.checkpoint() == before


def test_terms_of_a_row_that_is_not_what_was_recorded_are_not_changed(chen: Services) -> None:
    accepted = chen.entry.accept(draft(), LABEL_PRINTER)
    with chen.session.store._database.transaction() as cursor:
        cursor.run("UPDATE waybills SET fee_fen = 1")
    with pytest.raises(HistoryBroken):
        chen.entry.change_terms(accepted.record_id, TermsDraft(weight="3"))
