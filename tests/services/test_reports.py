"""Reports over a real outlet."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.reveal_terms import RevealField, RevealReason, ScanOutcome
from outlet_app.errors import NotPermitted
from outlet_app.sealing.label_code import CheckpointCode, mark_of, read_code
from outlet_app.services import reports as module
from outlet_app.services.record_check import RecordState
from outlet_app.services.report import FlagLine, ReportKind, Sayings
from outlet_app.store import activities
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OTHER_PRINTER, OWNER_PASSWORD
from tests.paper.labels import codes_on, picture, text_of
from tests.services.revealing import code_of, hold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.services import Services
    from outlet_app.services.report import Report
    from outlet_app.services.reviewed_acts import ReviewedAct
    from tests.outlets import Outlet

TODAY = date(2026, 11, 22)


def said(act: ReviewedAct) -> str:
    return f"<{act.kind}>"


PLAIN = Sayings(act=said)


def accept(services: Services) -> bytes:
    return services.entry.accept(draft(), LABEL_PRINTER).record_id


@pytest.fixture
def worked(outlet: Outlet) -> Outlet:
    """Chen accepted two parcels and looked at a phone; Lin did nothing."""
    chen = outlet.chen()
    accept(chen)
    record_id = accept(chen)
    hold(chen, record_id, code_of(chen, record_id))
    chen.reveal.by_scan(record_id, RevealField.RECIPIENT_PHONE, RevealReason.CALL)
    chen.session.sign_out()
    return outlet


@pytest.fixture
def owner(worked: Outlet) -> Iterator[Services]:
    services = worked.owner()
    yield services
    services.session.store.close()


def sheet_text(report: Report, page: int = 0) -> str:
    return "\n".join(text_of(report.pages, page))


def newest_act(services: Services) -> tuple[str, dict[str, object]]:
    act = activities.newest(services.session.store.reader)
    assert act is not None
    return act.kind, json.loads(act.detail)


def change(services: Services, sql: str) -> None:
    with services.session.store._database.transaction() as cursor:
        cursor.run(sql)


def test_a_day_sheet_carries_the_checkpoint_of_its_own_act_and_the_scan_of_it_fits(owner: Services) -> None:
    report = owner.reports.day_sheet(TODAY, PLAIN)
    (code_text,) = codes_on(picture(report.pages, 12))
    code = read_code(code_text)
    assert isinstance(code, CheckpointCode)
    assert code.checkpoint == mark_of(owner.session.store.checkpoint())
    assert newest_act(owner) == (Kind.REPORT_MADE, {"report": "day_sheet", "day": "2026-11-22"})
    assert owner.scans.take(code_text).outcome is ScanOutcome.FITS


def test_an_owners_day_sheet_tells_his_reveals_first_then_flags_and_everybodys_counts(
    owner: Services, worked: Outlet
) -> None:
    record_id = owner.find.look_up("YT8800000000001").rows[0].masked.record_id
    consent = {"password": OWNER_PASSWORD, "card": worked.card}
    owner.reveal.by_owner(record_id, RevealField.SENDER_PHONE, RevealReason.OTHER, "", **consent)
    flags = (FlagLine("陈伟很忙", None), FlagLine("林芳很慢", "问过了"))
    text = sheet_text(owner.reports.day_sheet(TODAY, Sayings(act=said, flags=lambda _: flags)))
    order = [
        "店主本人的查看",
        "<revealed> YT8800000000001",
        "需要看一眼的事",
        "陈伟很忙 未处理",
        "已看：问过了",
        "各人操作",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert text.count("<revealed>") == 1  # Chen's own is counted and stands in no list
    counts, traffic, cash = (line for line in text.splitlines() if line.startswith("陈伟 "))
    assert (counts, traffic, cash) == ("陈伟 2 2 2 0 0 1 0", "陈伟 2 0 0 0 0", "陈伟 ¥24.00")
    assert "<statement_made>" in "".join(sheet_text(owner.reports.day_sheet(TODAY, PLAIN)))


def test_a_sheet_is_silent_about_flags_where_nobody_looks_for_them(owner: Services) -> None:
    assert "需要看一眼的事" not in sheet_text(owner.reports.day_sheet(TODAY, PLAIN))


@pytest.mark.usefixtures("worked")
def test_a_clerk_gets_his_shift_and_nothing_about_anybody_else(chen: Services) -> None:
    text = sheet_text(chen.reports.day_sheet(TODAY, Sayings(act=said, flags=lambda _: (FlagLine("秘密", None),))))
    assert text.startswith("交班单")
    for words in ("林芳", "王店主", "秘密", "店主本人的查看", "各人操作", "<"):
        assert words not in text
    assert len(codes_on(picture(chen.reports.day_sheet(TODAY, PLAIN).pages, 12))) == 1


def test_money_stands_on_the_sheet_to_the_fen(owner: Services) -> None:
    total = owner.day_end.account(TODAY).total
    text = sheet_text(owner.reports.day_sheet(TODAY, PLAIN))
    assert f"应有现金 ¥{total.cash.drawer_fen / 100:.2f}" in text
    assert "清点 未清点" in text
    owner.day_end.count_cash(total.cash.drawer_fen + 1)
    text = sheet_text(owner.reports.day_sheet(TODAY, PLAIN))
    assert "差额 ¥0.01" in text


def test_nobody_of_the_customers_is_on_the_sheet(owner: Services) -> None:
    customer = draft()
    report = owner.reports.day_sheet(TODAY, PLAIN)
    for party in (customer.sender, customer.recipient):
        for word in (party.name, party.phone):
            assert word.encode() not in report.pages
            assert word not in sheet_text(report)


def test_a_sheet_of_a_record_that_does_not_follow_is_made_and_says_where(owner: Services) -> None:
    change(owner, "UPDATE acts SET detail = '{}' WHERE n = 9")
    owner.reports.begin_check()
    assert owner.reports.recompute().broken_at == 9
    assert owner.session.record_state() is RecordState.BROKEN
    text = sheet_text(owner.reports.day_sheet(TODAY, PLAIN))
    assert "第 9 条处不相接" in text
    assert "以下合计不可靠" in text


def test_the_record_is_recomputed_whatever_was_done_of_it_before(
    owner: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "VERIFY_PORTION", 7)
    head = owner.session.store.checkpoint().n
    so_far = owner.reports.begin_check()
    seen = []
    while not so_far.is_done:
        so_far = owner.reports.recompute()
        seen.append(so_far.reached.n)
    assert len(seen) > 3
    assert seen == sorted(set(seen))
    assert owner.reports.recompute() == so_far
    assert f"第 1 至第 {head} 条" in sheet_text(owner.reports.day_sheet(TODAY, PLAIN))
    change(owner, "UPDATE acts SET detail = '{}' WHERE n = 9")
    assert "第 9 条处不相接" in sheet_text(owner.reports.day_sheet(TODAY, PLAIN))


def test_a_printer_for_labels_gets_the_sheet_on_its_label_stock_and_any_other_on_office_paper(owner: Services) -> None:
    on_labels = owner.reports.day_sheet(TODAY, PLAIN, LABEL_PRINTER)
    assert picture(on_labels.pages, 2).size == (152, 260)
    for printer in (None, OTHER_PRINTER):
        assert picture(owner.reports.day_sheet(TODAY, PLAIN, printer).pages, 2).size == (420, 594)
    assert codes_on(picture(on_labels.pages, 8))


def test_a_day_without_acts_has_a_sheet_too(owner: Services) -> None:
    report = owner.reports.day_sheet(date(2026, 11, 1), PLAIN)
    assert (report.kind, report.name) == (ReportKind.DAY_SHEET, "day-sheet-2026-11-01")
    assert "店主本人的查看\n无。" in sheet_text(report)


def test_the_owner_lets_the_sheet_print_itself_and_a_clerk_does_not(owner: Services, worked: Outlet) -> None:
    assert not owner.reports.prints_itself()
    owner.reports.let_print_itself(wanted=True)
    assert owner.reports.prints_itself()
    assert newest_act(owner)[0] == Kind.SETTING_CHANGED
    owner.reports.let_print_itself(wanted=False)
    assert not owner.reports.prints_itself()
    owner.session.sign_out()
    with pytest.raises(NotPermitted):
        worked.chen().reports.let_print_itself(wanted=True)
    worked.entrance.close()
