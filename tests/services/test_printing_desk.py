"""Printing again, and forgetting codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import (
    HistoryBroken,
    KeyMismatch,
    LabelTermOver,
    LimitReached,
    NoLabelInHand,
    NotPermitted,
    ParcelHasLeft,
    PrinterNotApproved,
    SessionLocked,
    WrongPassword,
)
from outlet_app.sealing.label_code import LabelCode, is_genuine, read_code
from outlet_app.sealing.unseal import unseal_with_token
from outlet_app.services.printing_desk import NewLabelWay
from outlet_app.store import activities, label_wraps, waybills
from tests.builders import ZHANG, draft
from tests.outlets import LABEL_PRINTER, OTHER_PRINTER, OWNER_PASSWORD, Outlet
from tests.services.revealing import accept, code_of, hold, last, once_at, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services import Services

    ReadCodes = Callable[[bytes], frozenset[str]]


def _last(services: Services) -> tuple[str, str]:
    act = activities.newest(services.session.store.reader)
    assert act is not None
    return act.kind, act.detail


def _text(pdf: bytes) -> str:
    return str(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded())


def test_within_ten_minutes_the_same_code_is_printed_again_and_marked_as_a_reprint(
    outlet: Outlet, chen: Services, read_codes: ReadCodes
) -> None:
    accepted = chen.entry.accept(draft(), LABEL_PRINTER)
    assert accepted.job is not None
    outlet.clock.move(minutes=9, seconds=59)
    again = chen.printing_desk.take(accepted.record_id, LABEL_PRINTER)
    assert read_codes(again.pdf) == read_codes(accepted.job.pdf)
    assert again.copy == 2
    assert "补打" in _text(again.pdf)
    assert "补打" not in _text(accepted.job.pdf)
    assert _last(chen)[0] == ActivityKind.LABEL_TAKEN


def test_after_ten_minutes_a_clerk_gets_the_label_without_code(
    outlet: Outlet, chen: Services, read_codes: ReadCodes
) -> None:
    accepted = chen.entry.accept(draft(), LABEL_PRINTER)
    outlet.clock.move(minutes=10)
    again = chen.printing_desk.take(accepted.record_id, LABEL_PRINTER)
    assert not again.coded
    assert read_codes(again.pdf) == {accepted.number}
    assert _last(chen)[0] == ActivityKind.PRINTED_WITHOUT_CODE
    assert label_wraps.of(chen.session.store.reader, accepted.record_id) is not None


def test_a_label_first_printed_without_code_can_get_its_code_within_ten_minutes(
    outlet: Outlet, chen: Services, read_codes: ReadCodes
) -> None:
    accepted = chen.entry.accept(draft(), OTHER_PRINTER)
    outlet.clock.move(minutes=5)
    coded = chen.printing_desk.take(accepted.record_id, LABEL_PRINTER)
    assert coded.coded
    assert len(read_codes(coded.pdf)) == 2
    outlet.clock.move(minutes=6)
    assert chen.printing_desk.drop_expired() == 1
    assert label_wraps.of(chen.session.store.reader, accepted.record_id) is not None


def test_a_code_that_was_never_printed_takes_its_wrap_with_it(outlet: Outlet, chen: Services) -> None:
    accepted = chen.entry.accept(draft(), None)
    assert label_wraps.of(chen.session.store.reader, accepted.record_id) is not None
    outlet.clock.move(minutes=10)
    assert chen.printing_desk.drop_expired() == 1
    assert label_wraps.of(chen.session.store.reader, accepted.record_id) is None
    assert _last(chen)[0] == ActivityKind.LABEL_WRAP_ERASED
    assert chen.printing_desk.drop_expired() == 0


def test_only_the_last_twenty_codes_are_kept(chen: Services) -> None:
    first, *_ = [chen.entry.accept(draft(), LABEL_PRINTER) for _ in range(21)]
    assert not chen.printing_desk.take(first.record_id, LABEL_PRINTER).coded


def test_the_next_person_prints_without_code(outlet: Outlet) -> None:
    services = outlet.chen()
    accepted = services.entry.accept(draft(), LABEL_PRINTER)
    services.session.sign_out()
    lin = outlet.lin()
    assert not lin.printing_desk.take(accepted.record_id, LABEL_PRINTER).coded
    assert lin.printing_desk.latest() == ()
    lin.session.sign_out()


def test_a_row_that_is_not_what_was_recorded_is_not_printed(chen: Services) -> None:
    accepted = chen.entry.accept(draft(), LABEL_PRINTER)
    with chen.session.store._database.transaction() as cursor:
        cursor.run("UPDATE waybills SET recipient_name = '李**'")
    with pytest.raises(HistoryBroken):
        chen.printing_desk.take(accepted.record_id, LABEL_PRINTER)


def test_what_became_of_a_print_is_recorded(chen: Services) -> None:
    job = chen.entry.accept(draft(), LABEL_PRINTER).job
    assert job is not None
    chen.printing_desk.report(job, printed=False)
    assert _last(chen) == (ActivityKind.PRINT_FAILED, '{"printer":"counter"}')
    chen.printing_desk.report(job, printed=True)
    assert _last(chen) == (ActivityKind.PRINTED, '{"printer":"counter"}')


def test_the_last_five_stand_in_the_list_newest_first_masked(outlet: Outlet, chen: Services) -> None:
    numbers = [chen.entry.accept(draft(), LABEL_PRINTER).number for _ in range(6)]
    latest = chen.printing_desk.latest()
    assert [label.number for label in latest] == numbers[:0:-1]
    assert {(label.recipient, label.tail, label.copies) for label in latest} == {("张**", "8000", 1)}
    assert all(label.code_until is not None for label in latest)
    outlet.clock.move(minutes=11)
    chen.printing_desk.drop_expired()
    assert all(label.code_until is None for label in chen.printing_desk.latest())


def test_only_the_owners_list_makes_a_printer_approved(chen: Services) -> None:
    assert chen.printing_desk.is_approved(LABEL_PRINTER)
    assert not chen.printing_desk.is_approved(OTHER_PRINTER)
    assert chen.printing_desk.approved() == (LABEL_PRINTER,)


def test_any_waybill_in_the_shop_gets_a_label_without_code_as_often_as_asked(
    outlet: Outlet, read_codes: ReadCodes
) -> None:
    services = outlet.chen()
    accepted = services.entry.accept(draft(), LABEL_PRINTER)
    services.session.sign_out()
    outlet.clock.move(days=6)
    lin = outlet.lin()
    for copy in range(2, 7):
        again = lin.printing_desk.take(accepted.record_id, LABEL_PRINTER)
        assert (again.coded, again.copy) == (False, copy)
        assert read_codes(again.pdf) == {accepted.number}
    assert f"补打 {copy - 1}" in _text(again.pdf)
    lin.session.sign_out()


@pytest.mark.parametrize("state", [WaybillState.COLLECTED, WaybillState.RETURNED, WaybillState.CANCELLED])
def test_a_parcel_that_has_left_gets_no_label_not_even_when_its_state_is_pasted_back(
    outlet: Outlet, chen: Services, state: WaybillState
) -> None:
    accepted = chen.entry.accept(draft(), LABEL_PRINTER)
    chen.session.write(waybills.left(accepted.record_id, state, outlet.clock()))
    before = chen.session.store.checkpoint()
    for _ in range(2):
        with pytest.raises(ParcelHasLeft) as refused:
            chen.printing_desk.take(accepted.record_id, LABEL_PRINTER)
        assert refused.value.number == accepted.number
        with chen.session.store._database.transaction() as cursor:
            cursor.run("UPDATE waybills SET state = 'accepted', left_ms = NULL")
    assert chen.session.store.checkpoint() == before


def test_a_waybill_whose_mask_was_never_judged_gets_no_label(chen: Services) -> None:
    accepted = chen.entry.accept(draft(), LABEL_PRINTER)
    with chen.session.store._database.transaction() as cursor:
        cursor.run("UPDATE acts SET detail = replace(detail, '\"floor\":\"held\",', '') WHERE kind = 'accepted'")
    with pytest.raises(HistoryBroken):
        chen.printing_desk.take(accepted.record_id, LABEL_PRINTER)


def _an_hour_later(outlet: Outlet) -> tuple[Services, bytes, LabelCode]:
    """Chen took a parcel in; an hour later Lin stands at the counter with its label in her hand."""
    chen = outlet.chen()
    accepted, code = accept(chen)
    chen.session.sign_out()
    outlet.clock.move(hours=1)
    lin = outlet.lin()
    hold(lin, accepted.record_id, code)
    return lin, accepted.record_id, code


def test_by_the_scan_of_the_old_label_a_new_coded_one_is_made_and_the_old_one_opens_nothing(
    outlet: Outlet, read_codes: ReadCodes
) -> None:
    lin, record_id, old = _an_hour_later(outlet)
    reader = lin.session.store.reader
    before = lin.session.store.checkpoint()
    job = lin.printing_desk.relabel(record_id, LABEL_PRINTER)
    assert (job.coded, job.copy, lin.session.in_hand) == (True, 2, None)
    assert "补打" in _text(job.pdf)
    (new,) = [read for text in read_codes(job.pdf) if isinstance(read := _code(text), LabelCode)]
    assert (new.serial, new.number) == (2, old.number)
    assert is_genuine(new, lin.session.keys.label_key)
    assert new.checkpoint.fits(before)
    sealed, wrap = waybills.sealed(reader, record_id), label_wraps.of(reader, record_id)
    assert wrap is not None
    assert unseal_with_token(sealed, wrap, new.token, outlet_id=lin.session.outlet_id).recipient.name == ZHANG.name
    with pytest.raises(KeyMismatch):
        unseal_with_token(sealed, wrap, old.token, outlet_id=lin.session.outlet_id)
    acts = activities.after(reader, before.n, 9)
    assert [(act.kind, act.signature is None) for act in acts] == [("relabelled", True), ("label_taken", False)]
    assert told(lin, record_id)[-2:] == [
        ("relabelled", {"serial": 2, "by": "scan"}),
        ("label_taken", {"serial": 2, "printer": "counter"}),
    ]
    lin.session.sign_out()


def test_a_new_label_that_did_not_come_out_prints_again_for_ten_minutes_with_the_same_code(
    outlet: Outlet, read_codes: ReadCodes
) -> None:
    lin, record_id, _ = _an_hour_later(outlet)
    job = lin.printing_desk.relabel(record_id, LABEL_PRINTER)
    outlet.clock.move(minutes=9)
    assert read_codes(lin.printing_desk.take(record_id, LABEL_PRINTER).pdf) == read_codes(job.pdf)
    outlet.clock.move(minutes=1)
    assert not lin.printing_desk.take(record_id, LABEL_PRINTER).coded
    lin.session.sign_out()


def test_without_the_old_label_in_hand_a_clerk_makes_no_new_coded_one(outlet: Outlet) -> None:
    lin, record_id, _ = _an_hour_later(outlet)
    lin.session.in_hand = None
    before = lin.session.store.checkpoint()
    with pytest.raises(NoLabelInHand):
        lin.printing_desk.relabel(record_id, LABEL_PRINTER)
    with pytest.raises(NotPermitted):
        lin.printing_desk.relabel_by_owner(record_id, LABEL_PRINTER, OWNER_PASSWORD, outlet.card)
    assert lin.session.store.checkpoint() == before
    lin.session.sign_out()


def test_a_new_label_is_made_by_the_old_one_in_hand_or_by_an_owners_card_and_by_nothing_else(outlet: Outlet) -> None:
    lin, record_id, code = _an_hour_later(outlet)
    assert lin.printing_desk.way_to_new_label(record_id) is NewLabelWay.LABEL
    outlet.clock.move(minutes=5)
    assert lin.printing_desk.way_to_new_label(record_id) is NewLabelWay.NONE
    lin.session.sign_out()
    owner = outlet.owner()
    assert owner.printing_desk.way_to_new_label(record_id) is NewLabelWay.CARD
    hold(owner, record_id, code)
    assert owner.printing_desk.way_to_new_label(record_id) is NewLabelWay.LABEL
    owner.session.sign_out()


def test_only_a_printer_of_the_owners_list_gets_a_new_code(outlet: Outlet) -> None:
    lin, record_id, _ = _an_hour_later(outlet)
    with pytest.raises(PrinterNotApproved):
        lin.printing_desk.relabel(record_id, OTHER_PRINTER)
    assert lin.session.in_hand is not None
    lin.session.sign_out()


def test_a_waybill_gets_three_new_coded_labels_and_the_fourth_is_refused_and_recorded(chen: Services) -> None:
    accepted, code = accept(chen)
    for _ in range(3):
        hold(chen, accepted.record_id, code)
        chen.printing_desk.relabel(accepted.record_id, LABEL_PRINTER)
        code = code_of(chen, accepted.record_id)
    hold(chen, accepted.record_id, code)
    with pytest.raises(LimitReached) as refused:
        chen.printing_desk.relabel(accepted.record_id, LABEL_PRINTER)
    assert refused.value.until is None
    assert last(chen) == (ActivityKind.REVEAL_REFUSED, {"reprint": "coded", "by": "scan", "why": "limit"})
    assert chen.session.label_in_hand(accepted.record_id).serial == 4


def test_the_owner_makes_a_new_label_where_the_old_one_is_lost_or_its_lock_was_erased(
    outlet: Outlet, read_codes: ReadCodes
) -> None:
    lin, record_id, _ = _an_hour_later(outlet)
    lin.session.write(label_wraps.erased(record_id, 1, "forgotten"))
    lin.session.sign_out()
    owner = outlet.owner()
    with pytest.raises(WrongPassword):
        owner.printing_desk.relabel_by_owner(record_id, LABEL_PRINTER, "not his", outlet.card)
    job = owner.printing_desk.relabel_by_owner(record_id, LABEL_PRINTER, OWNER_PASSWORD, outlet.card)
    (new,) = [read for text in read_codes(job.pdf) if isinstance(read := _code(text), LabelCode)]
    hold(owner, record_id, new)
    assert owner.session.label_in_hand(record_id).serial == 2
    assert told(owner, record_id)[-2] == ("relabelled", {"serial": 2, "by": "owner"})
    owner.session.sign_out()


def test_a_waybill_that_is_not_moved_to_the_owners_new_keys_yet_gets_its_label_by_the_former(outlet: Outlet) -> None:
    owner = outlet.owner()
    record_ids = [accept(owner)[0].record_id for _ in range(40)]
    seed = owner.owner_keys.draw_seed()
    owner.owner_keys.replace_seed(seed, password=OWNER_PASSWORD, card=outlet.card)
    owner.wraps.some()
    for record_id in (record_ids[0], record_ids[-1]):
        job = owner.printing_desk.relabel_by_owner(record_id, LABEL_PRINTER, OWNER_PASSWORD, seed.papers.card())
        assert job.coded
    owner.session.sign_out()


def test_a_lock_while_the_owners_password_is_tried_makes_no_label(outlet: Outlet) -> None:
    owner = outlet.owner()
    accepted, _ = accept(owner)
    with once_at("services/owner_consent.py", "owner_seed", owner.session.lock), pytest.raises(SessionLocked):
        owner.printing_desk.relabel_by_owner(accepted.record_id, LABEL_PRINTER, OWNER_PASSWORD, outlet.card)
    assert ActivityKind.RELABELLED not in {kind for kind, _ in told(owner, accepted.record_id)}
    outlet.entrance.close()


def test_seven_days_after_accepting_no_coded_label_is_made_any_more(outlet: Outlet) -> None:
    lin, record_id, code = _an_hour_later(outlet)
    outlet.clock.move(days=7)
    hold(lin, record_id, code)
    with pytest.raises(LabelTermOver):
        lin.printing_desk.relabel(record_id, LABEL_PRINTER)
    lin.session.sign_out()


def test_a_parcel_that_has_left_gets_no_new_code_not_even_from_the_owner(outlet: Outlet) -> None:
    owner = outlet.owner()
    accepted, code = accept(owner)
    owner.session.write(waybills.left(accepted.record_id, WaybillState.COLLECTED, outlet.clock()))
    hold(owner, accepted.record_id, code)
    with pytest.raises(ParcelHasLeft):
        owner.printing_desk.relabel(accepted.record_id, LABEL_PRINTER)
    with pytest.raises(ParcelHasLeft):
        owner.printing_desk.relabel_by_owner(accepted.record_id, LABEL_PRINTER, OWNER_PASSWORD, outlet.card)
    owner.session.sign_out()


def _code(text: str) -> object:
    return read_code(text) if text.startswith("OA1.") else None


def test_a_label_whose_lock_was_erased_meanwhile_makes_no_new_one(outlet: Outlet) -> None:
    lin, record_id, _ = _an_hour_later(outlet)

    def erase() -> None:
        lin.session.write(label_wraps.erased(record_id, 1, "term"))

    with once_at("services/session.py", "Session.label_in_hand", erase), pytest.raises(NoLabelInHand):
        lin.printing_desk.relabel(record_id, LABEL_PRINTER)
    assert ActivityKind.RELABELLED not in {kind for kind, _ in told(lin, record_id)}
    lin.session.sign_out()
