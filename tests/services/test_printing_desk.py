"""Printing again, and forgetting codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import HistoryBroken, ParcelHasLeft
from outlet_app.store import activities, label_wraps, waybills
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OTHER_PRINTER, Outlet

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
