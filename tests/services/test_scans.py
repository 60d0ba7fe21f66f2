"""What a scanned code turned out to be, and what the owner says where it does not fit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.draft import TermsDraft
from outlet_app.domain.gap import Sight, read_fault
from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import (
    LabelCodeRefused,
    NoLabelInHand,
    RevealsStopped,
)
from outlet_app.sealing.label_code import LabelToken, write_checkpoint_code
from outlet_app.services.scans import ScanReport
from outlet_app.services.session import RecordState
from outlet_app.store import activities, label_wraps, waybills
from outlet_app.store.store import Entry
from tests.builders import ZHANG, draft
from tests.outlets import LABEL_PRINTER
from tests.services.scanning import (
    acknowledge,
    check_all,
    code_of,
    copy_aside,
    edit,
    label,
    label_at,
    last_act,
    lose_a_day,
    put_back,
    read_label,
)

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.domain.history import Checkpoint
    from outlet_app.services import Services
    from tests.outlets import Outlet
    from tests.services.scanning import Labelled


# What a label turns out to be


def test_our_current_label_opens_and_is_in_hand(chen: Services) -> None:
    made = label(chen)
    report = chen.scans.take(made.text)
    assert (report.outcome, report.number) == (ScanOutcome.OPENS, made.number)
    assert report.waybill is not None
    assert report.waybill.masked.record_id == made.record_id
    assert report.waybill.left_at is None
    held = chen.session.label_in_hand(made.record_id)
    assert held.token == read_label(made.text).token
    assert chen.session.record_state() is RecordState.CHECKING


def test_a_scan_is_recorded_with_its_waybill_and_says_nothing_of_anybody(chen: Services) -> None:
    made = label(chen)
    chen.scans.take(made.text)
    act = last_act(chen)
    assert (act.kind, act.record_id) == (ActivityKind.SEARCHED, made.record_id)
    assert dict(read_detail(act)) == {"key": "label", "hits": 1, "outcome": "opens"}


def test_lower_case_and_full_width_are_read_and_anything_else_is_refused(chen: Services) -> None:
    made = label(chen)
    assert chen.scans.take(made.text.lower().replace(".", "。")).outcome is ScanOutcome.OPENS
    for text in ("", made.number, made.text + "0", made.text[:-1]):
        with pytest.raises(LabelCodeRefused):
            chen.scans.take(text)


def test_a_card_is_no_label(outlet: Outlet, chen: Services) -> None:
    with pytest.raises(LabelCodeRefused):
        chen.scans.take(outlet.card)


def test_another_outlets_label_and_a_forged_tag_are_foreign_and_counted(chen: Services) -> None:
    made = label(chen)
    for text, why in ((made.text.replace("OA1.", "OA1.", 1)[:-1] + "0", "not_genuine"), (_other(made), "other_outlet")):
        chen.scans.take(made.text)
        if text == made.text:
            continue
        assert chen.scans.take(text) == ScanReport(ScanOutcome.FOREIGN)
        act = last_act(chen)
        assert (act.kind, act.record_id) == (ActivityKind.FOREIGN_LABEL_SCANNED, None)
        assert dict(read_detail(act)) == {"why": why}
        assert chen.session.in_hand is None


def _other(made: Labelled) -> str:
    mark = made.text.split(".")[1]
    return made.text.replace(f".{mark}.", ".0000." if mark != "0000" else ".0001.", 1)


def test_a_genuine_tag_around_a_token_that_opens_nothing_is_foreign(chen: Services) -> None:
    made = label(chen)
    label(chen)
    mark = read_label(made.text).checkpoint
    checkpoint = next(
        each for each in _checkpoints(chen) if (each.n, each.chain_hash[:20]) == (mark.n, mark.hash_start)
    )
    forged = label_at(chen, made, checkpoint, token=LabelToken(bytes(16)))
    assert chen.scans.take(forged) == ScanReport(ScanOutcome.FOREIGN)
    assert dict(read_detail(last_act(chen))) == {"why": "not_genuine"}
    assert chen.session.record_state() is RecordState.CHECKING


def test_a_genuine_tag_that_no_act_issued_is_red(chen: Services) -> None:
    """Its checkpoint fits, and the act behind it is another one: the record went on otherwise."""
    made = label(chen)
    checkpoint = chen.session.store.checkpoint()
    chen.session.write(Entry(Activity(ActivityKind.LOCKED)))
    forged = label_at(chen, made, checkpoint, token=LabelToken(bytes(16)))
    assert chen.scans.take(forged) == ScanReport(ScanOutcome.MISFIT, made.number)


def _checkpoints(services: Services) -> list[Checkpoint]:
    session = services.session
    acts = activities.after(session.store.reader, 0, 10_000)
    return [replace(session.store.checkpoint(), n=act.n, chain_hash=act.chain_hash) for act in acts]


def test_a_label_whose_parcel_has_left_is_closed(chen: Services) -> None:
    made = label(chen)
    chen.session.write(waybills.left(made.record_id, WaybillState.COLLECTED, chen.session.clock()))
    report = chen.scans.take(made.text)
    assert report.outcome is ScanOutcome.CLOSED
    assert report.waybill is not None
    assert report.waybill.state is WaybillState.COLLECTED
    with pytest.raises(NoLabelInHand):
        chen.session.label_in_hand(made.record_id)


def test_a_label_whose_term_is_over_is_closed_even_before_its_wrap_is_erased(outlet: Outlet, chen: Services) -> None:
    made = label(chen)
    outlet.clock.move(days=6, hours=23)
    assert chen.scans.take(made.text).outcome is ScanOutcome.OPENS
    outlet.clock.move(hours=1)
    assert chen.scans.take(made.text).outcome is ScanOutcome.CLOSED


@pytest.mark.parametrize("how", ["left", "term"])
def test_a_wrap_that_was_pasted_back_opens_nothing(chen: Services, how: str) -> None:
    made = label(chen)
    wrap = label_wraps.of(chen.session.store.reader, made.record_id)
    assert wrap is not None
    left = waybills.left(made.record_id, WaybillState.COLLECTED, chen.session.clock())
    chen.session.write(left if how == "left" else label_wraps.erased(made.record_id, 1, "term"))
    edit(
        chen,
        "INSERT INTO label_wraps (record_id, version, serial, wrap, coded, made_ms) VALUES (?, 1, 1, ?, 1, 9e12)",
        made.record_id,
        wrap.wrap,
    )
    assert chen.scans.take(made.text).outcome is ScanOutcome.CLOSED


def test_after_a_correction_the_old_label_says_that_there_is_a_newer_one(chen: Services) -> None:
    made = label(chen)
    other = draft(recipient=replace(ZHANG, detail="文一西路969号4号楼1单元101室"))
    chen.entry.correct(made.record_id, other, LABEL_PRINTER)
    report = chen.scans.take(made.text)
    assert report.outcome is ScanOutcome.NEWER_LABEL
    assert report.waybill is not None
    assert chen.scans.take(code_of(chen, made.record_id)).outcome is ScanOutcome.OPENS


def test_after_a_new_label_by_the_old_one_the_new_one_opens_and_the_old_one_says_so(chen: Services) -> None:
    made = label(chen)
    chen.scans.take(made.text)
    chen.printing_desk.relabel(made.record_id, LABEL_PRINTER)
    with pytest.raises(NoLabelInHand):
        chen.session.label_in_hand(made.record_id)
    assert chen.scans.take(code_of(chen, made.record_id)).outcome is ScanOutcome.OPENS
    assert chen.session.label_in_hand(made.record_id).serial == 2
    assert chen.scans.take(made.text).outcome is ScanOutcome.NEWER_LABEL


def test_changed_terms_leave_the_label_as_it_is(chen: Services) -> None:
    made = label(chen)
    chen.entry.change_terms(made.record_id, TermsDraft(weight="9"))
    report = chen.scans.take(made.text)
    assert report.outcome is ScanOutcome.OPENS
    assert report.waybill is not None
    assert report.waybill.masked.weight_g == 9000


def test_a_number_that_two_carriers_use_opens_the_waybill_of_its_own_label(chen: Services) -> None:
    number = "YT8899000000017"
    one = label(chen, number)
    accepted = chen.entry.accept(draft(number=number, carrier="zto"), LABEL_PRINTER)
    other = code_of(chen, accepted.record_id)
    for text, record_id in ((one.text, one.record_id), (other, accepted.record_id)):
        report = chen.scans.take(text)
        assert report.outcome is ScanOutcome.OPENS
        assert report.waybill is not None
        assert report.waybill.masked.record_id == record_id
    chen.session.write(waybills.left(one.record_id, WaybillState.COLLECTED, chen.session.clock()))
    report = chen.scans.take(one.text)
    assert report.outcome is ScanOutcome.CLOSED
    assert report.waybill is not None
    assert report.waybill.masked.record_id == one.record_id


def test_a_number_that_comes_again_after_years_opens_the_waybill_of_its_own_label(chen: Services) -> None:
    number = "YT8899000000018"
    old = label(chen, number)
    chen.session.write(waybills.left(old.record_id, WaybillState.COLLECTED, chen.session.clock()))
    new = label(chen, number)
    for made, outcome in ((old, ScanOutcome.CLOSED), (new, ScanOutcome.OPENS)):
        report = chen.scans.take(made.text)
        assert report.outcome is outcome
        assert report.waybill is not None
        assert report.waybill.masked.record_id == made.record_id


def test_every_scan_drops_the_label_that_was_in_hand_before(chen: Services) -> None:
    made, other = label(chen), label(chen)
    for text in (other.text, _other(made), made.text[:-1]):
        chen.scans.take(made.text)
        try:
            chen.scans.take(text)
        except LabelCodeRefused:
            assert text == made.text[:-1]
        with pytest.raises(NoLabelInHand):
            chen.session.label_in_hand(made.record_id)
    chen.scans.take(made.text)
    chen.scans.put_down()
    assert chen.session.in_hand is None


def test_a_day_sheet_fits_or_does_not_and_opens_nothing(chen: Services) -> None:
    session = chen.session
    made = label(chen)
    chen.scans.take(made.text)
    head = session.store.checkpoint()
    key = session.keys.label_key
    assert chen.scans.take(write_checkpoint_code(session.outlet_id, head, key)) == ScanReport(ScanOutcome.FITS)
    assert session.in_hand is None
    assert chen.scans.take(write_checkpoint_code(session.outlet_id, head, bytes(32))).outcome is ScanOutcome.FOREIGN
    other = write_checkpoint_code(session.outlet_id, replace(head, chain_hash=bytes(32)), key)
    assert chen.scans.take(other) == ScanReport(ScanOutcome.MISFIT)
    found = chen.scans.gap()
    assert found is not None
    assert found.sights == (Sight.DAY_SHEET,)


# Red


def test_both_folders_put_back_show_at_the_next_scan_of_a_label(outlet: Outlet, tmp_path: Path) -> None:
    """Nothing on this PC can know; the label on the parcel does."""
    texts = lose_a_day(outlet, tmp_path / "aside")
    chen = outlet.chen()
    check_all(chen)
    assert chen.session.record_state() is RecordState.GOOD
    assert chen.scans.gap() is None
    chen.session.require_reveals_allowed()
    report = chen.scans.take(texts[-1])
    assert (report.outcome, report.number) == (ScanOutcome.MISFIT, read_label(texts[-1]).number)
    assert report.waybill is None
    assert chen.session.record_state() is RecordState.BROKEN
    with pytest.raises(RevealsStopped):
        chen.session.require_reveals_allowed()
    act = last_act(chen)
    n = read_label(texts[-1]).checkpoint.n + 1
    assert act.kind == ActivityKind.INTEGRITY_FAULT
    assert read_detail(act)["what"] == "checkpoint"
    seen = read_fault(act)
    assert seen is not None
    assert (seen.sight, seen.branch, seen.n, seen.record_id) == (Sight.LABEL, 1, n, None)
    outlet.entrance.close()


def test_the_gap_names_since_when_how_much_and_by_what(outlet: Outlet, tmp_path: Path) -> None:
    texts = lose_a_day(outlet, tmp_path / "aside")
    outlet.clock.move(hours=3)
    chen = outlet.chen()
    head = chen.session.store.checkpoint().n
    mark = read_label(texts[-1]).checkpoint
    chen.scans.take(texts[-1])
    found = chen.scans.gap()
    assert found is not None
    assert (found.first, found.acts, found.waybills) == (head + 1, mark.n + 1 - head, 0)
    assert found.sights == (Sight.LABEL,)
    assert found.since == outlet.clock()
    outlet.entrance.close()


def test_a_record_put_back_to_the_act_before_the_labels_own_is_red_and_acknowledged_like_any_other(
    outlet: Outlet, tmp_path: Path
) -> None:
    """Its checkpoint fits then; what is missing is the waybill itself."""
    lin = outlet.lin()
    lin.session.store.tidy()
    copy_aside(outlet, tmp_path / "aside")
    text = label(lin).text
    outlet.entrance.close()
    put_back(outlet, tmp_path / "aside")
    owner = outlet.owner()
    mark = read_label(text).checkpoint
    assert mark.n < owner.session.store.checkpoint().n
    assert owner.scans.take(text).outcome is ScanOutcome.MISFIT
    found = owner.scans.gap()
    assert found is not None
    assert found.first == mark.n + 1
    acknowledge(outlet, owner)
    assert owner.scans.take(text).outcome is ScanOutcome.LOST_DAYS
    check_all(owner)
    assert owner.session.record_state() is RecordState.GOOD
    outlet.entrance.close()


def test_accepting_and_printing_never_stop_for_red(outlet: Outlet, tmp_path: Path) -> None:
    texts = lose_a_day(outlet, tmp_path / "aside")
    chen = outlet.chen()
    chen.scans.take(texts[0])
    made = label(chen)
    chen.printing_desk.take(made.record_id, LABEL_PRINTER)
    chen.session.write(waybills.left(made.record_id, WaybillState.CANCELLED, chen.session.clock()))
    assert chen.session.record_state() is RecordState.BROKEN
    outlet.entrance.close()


def test_a_row_that_is_not_what_its_acts_say_is_red_and_no_crash(chen: Services) -> None:
    made = label(chen)
    edit(chen, "UPDATE waybills SET weight_g = weight_g + 1 WHERE record_id = ?", made.record_id)
    assert chen.scans.take(made.text) == ScanReport(ScanOutcome.MISFIT, made.number)
    act = last_act(chen)
    assert (act.kind, act.record_id) == (ActivityKind.INTEGRITY_FAULT, made.record_id)
    assert read_detail(act)["what"] == "row"
    found = chen.scans.gap()
    assert found is not None
    assert (found.acts, found.waybills, found.sights) == (0, 1, (Sight.ROW,))
    with pytest.raises(RevealsStopped):
        chen.session.require_reveals_allowed()


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM waybills WHERE record_id = ?",
        "UPDATE waybills SET number = 'YT8811111111111' WHERE record_id = ?",
    ],
)
def test_a_row_that_is_gone_or_bears_another_number_is_red(chen: Services, sql: str) -> None:
    made = label(chen)
    edit(chen, "DELETE FROM label_wraps WHERE record_id = ?", made.record_id)
    edit(chen, sql, made.record_id)
    assert chen.scans.take(made.text) == ScanReport(ScanOutcome.MISFIT, made.number)
