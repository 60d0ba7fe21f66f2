"""Reports over a real outlet."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from outlet_app import evidence_side
from outlet_app.domain.activity import Activity
from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.flags import FlagKind
from outlet_app.domain.incident import IncidentDraft, IncidentKind
from outlet_app.domain.record_segment import read_segment
from outlet_app.domain.reveal_terms import RevealField, RevealReason, ScanOutcome
from outlet_app.errors import Fault, FaultKind, InvalidDraft, NotPermitted
from outlet_app.sealing.label_code import CheckpointCode, mark_of, read_code
from outlet_app.services import evidence
from outlet_app.services import reports as module
from outlet_app.services.record_check import RecordState
from outlet_app.services.report import ReportKind, Sayings
from outlet_app.store import activities
from outlet_app.store.store import Entry
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, MORNING, OTHER_PRINTER, OWNER_PASSWORD
from tests.paper.labels import codes_on, picture, text_of
from tests.services.arriving import arrive
from tests.services.revealing import code_of, hold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from outlet_app.services import Services
    from outlet_app.services.report import Report
    from outlet_app.services.reviewed_acts import ReviewedAct
    from tests.outlets import Outlet

TODAY = date(2026, 11, 22)


def said(act: ReviewedAct) -> str:
    return f"<{act.kind}>"


PLAIN = Sayings(act=said, flag=lambda view: f"<{view.flag.kind}>")


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


def change(services: Services, n: int) -> None:
    """Somebody edits the detail of an act in the database."""
    with services.session.store._database.transaction() as cursor:
        cursor.run("UPDATE acts SET detail = '{}' WHERE n = ?", n)


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
    for way in ("ssh", "vnc"):
        owner.session.write(Entry(Activity(Kind.REMOTE_SESSION_SEEN, None, {"way": way})))
    owner.session.write(Entry(Activity(Kind.CLOCK_MOVED, None, {"move": "back", "by_min": 9})))
    clock = next(view.flag for view in owner.flags.flags(TODAY) if view.flag.kind is FlagKind.CLOCK)
    owner.flags.tick(clock, "问过了")
    text = sheet_text(owner.reports.day_sheet(TODAY, PLAIN))
    order = [
        "店主本人的查看",
        "<revealed> YT8800000000001",
        "需要看一眼的事",
        "<clock> 已看：问过了",
        "<remote> 未处理",
        "各人操作",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert text.count("<revealed>") == 1  # Chen's own is counted and stands in no list
    counts, traffic, cash = (line for line in text.splitlines() if line.startswith("陈伟 "))
    assert (counts, traffic, cash) == ("陈伟 2 2 2 0 0 1 0", "陈伟 2 0 0 0 0", "陈伟 ¥24.00")
    assert "<statement_made>" in "".join(sheet_text(owner.reports.day_sheet(TODAY, PLAIN)))


@pytest.mark.usefixtures("worked")
def test_a_clerk_gets_his_shift_and_nothing_about_anybody_else(chen: Services) -> None:
    text = sheet_text(chen.reports.day_sheet(TODAY, PLAIN))
    assert text.startswith("交班单")
    for words in ("林芳", "王店主", "需要看一眼的事", "店主本人的查看", "各人操作", "<"):
        assert words not in text
    assert len(codes_on(picture(chen.reports.day_sheet(TODAY, PLAIN).pages, 12))) == 1


def test_money_stands_on_the_sheet_to_the_fen(owner: Services) -> None:
    total = owner.day_end.account(TODAY).total
    text = sheet_text(owner.reports.day_sheet(TODAY, PLAIN))
    assert f"应有现金 ¥{total.cash.drawer_fen / 100:.2f}" in text
    assert "清点 未清点" in text
    owner.day_end.count_cash(TODAY, total.cash.drawer_fen + 1)
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
    change(owner, 9)
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
    change(owner, 9)
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


def test_the_sheet_prints_itself_until_the_owner_does_not_want_it_and_a_clerk_cannot_say_so(
    owner: Services, worked: Outlet
) -> None:
    assert owner.reports.prints_itself()
    owner.reports.let_print_itself(wanted=False)
    assert not owner.reports.prints_itself()
    assert newest_act(owner)[0] == Kind.SETTING_CHANGED
    owner.reports.let_print_itself(wanted=True)
    assert owner.reports.prints_itself()
    owner.session.sign_out()
    with pytest.raises(NotPermitted):
        worked.chen().reports.let_print_itself(wanted=True)
    worked.entrance.close()


def evidence_of(services: Services, account_id: bytes, sayings: Sayings = PLAIN) -> Report:
    reports = services.reports
    reports.begin_evidence(account_id, TODAY, TODAY)
    while not reports.gather().is_done:
        pass
    return reports.evidence(sayings).draw()


def every_text(report: Report) -> str:
    return "\n".join(sheet_text(report, page) for page in range(pages(report)))


def pages(report: Report) -> int:
    document = pypdfium2.PdfDocument(report.pages)
    count = len(document)
    document.close()
    return count


def test_an_evidence_report_tells_every_act_of_the_account_and_none_of_another(owner: Services, worked: Outlet) -> None:
    report = evidence_of(owner, worked.chen_id)
    own = [act for act in activities.since(owner.session.store.reader, MORNING) if act.account_id == worked.chen_id]
    text = every_text(report)
    assert text.count("2026-11-22 09:30:00") == len(own)
    assert "<revealed> YT8800000000002 已签名" in text
    assert f"操作 {len(own)} 条" in text
    assert "涉及运单 2 票" in text
    assert "打开过资料的运单 1 票" in text
    assert "涉及的当事人 1 人次" in text
    for words in ("林芳", "<statement_made>", "<outlet_founded>"):
        assert words not in text


def test_the_reports_own_part_of_the_record_is_proven_by_whoever_gets_it(
    owner: Services, worked: Outlet, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day_code = codes_on(picture(owner.reports.day_sheet(TODAY, PLAIN).pages, 12))
    report = evidence_of(owner, worked.chen_id)
    path = tmp_path / f"{report.name}.record"
    path.write_bytes(report.segment)
    assert evidence_side.verify(path) == evidence_side.PROVEN
    assert evidence_side.verify(path, *day_code) == evidence_side.PROVEN
    told = capsys.readouterr().out
    assert "陈伟" in told
    assert newest_act(owner)[1]["sha"] == hashlib.sha256(report.segment).hexdigest()
    assert hashlib.sha256(report.segment).hexdigest()[:8] in every_text(report)
    text = report.segment.decode()
    assert "林芳" not in text
    assert '"role:' + worked.lin_id.hex() not in text
    assert worked.lin_id.hex() in text  # her transactions are covered by her signature


def test_an_act_that_was_changed_is_marked_in_the_report_and_named_by_whoever_judges_its_file(
    owner: Services, worked: Outlet, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (n,) = [act.n for act in activities.since(owner.session.store.reader, MORNING) if act.kind == Kind.REVEALED]
    change(owner, n)
    report = evidence_of(owner, worked.chen_id)
    text = every_text(report)
    assert "与签名不符 1 条" in text
    assert f"第 {n} 条处不相接" in text
    assert "不能证明是该账号所为" in text
    path = tmp_path / "x.record"
    path.write_bytes(report.segment)
    assert evidence_side.verify(path) == evidence_side.NOT_PROVEN
    assert f"{n}–{n}: changed" in capsys.readouterr().out


def test_arrived_parcels_are_named_and_counted_in_the_report_and_by_whoever_judges_its_file(
    outlet: Outlet, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chen = outlet.chen()
    parcel = arrive(chen, tail="9876")
    gone = arrive(chen, "SF2222222222222", tail="4321")
    chen.collection.give_out(gone.record_id, "4321", cash_taken=False)
    chen.session.sign_out()
    owner = outlet.owner()
    arrive(owner, "SF3333333333333")
    report = evidence_of(owner, outlet.chen_id)
    text = every_text(report)
    assert "涉及到件 2 件" in text
    assert f"{parcel.number} 顺丰速运 {parcel.shelf_code} 1" in text
    assert f"{gone.number} 顺丰速运 {gone.shelf_code} 2" in text
    assert f"<collected> {gone.number} 已签名" in text
    assert not {"SF3333333333333", "4321", "9876"} & set(text.split())
    path = tmp_path / "x.record"
    path.write_bytes(report.segment)
    assert evidence_side.verify(path) == evidence_side.PROVEN
    told = capsys.readouterr().out
    assert "涉及到件: 2" in told
    acts = activities.of_record(owner.session.store.reader, gone.record_id)
    assert f"- sf {gone.shelf_code}: acts 操作 {acts[0].n}, {acts[1].n}\n" in told
    owner.session.store.close()


def test_days_without_acts_make_a_report_that_says_so(owner: Services, worked: Outlet) -> None:
    reports = owner.reports
    assert reports.begin_evidence(worked.chen_id, date(2026, 1, 1), date(2026, 1, 2)).is_done
    report = reports.evidence(PLAIN).draw()
    assert "这些天没有操作。" in every_text(report)
    assert read_segment(report.segment).parts == ()


def test_evidence_is_gathered_in_portions_and_never_made_of_half_of_them(
    owner: Services, worked: Outlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence, "READ_AT_ONCE", 3)
    reports = owner.reports
    begun = reports.begin_evidence(worked.chen_id, TODAY, TODAY)
    assert (begun.done, begun.is_done) == (0, False)
    assert 3 <= reports.gather().done < begun.every
    with pytest.raises(ValueError, match="gathered"):
        reports.evidence(PLAIN)
    with pytest.raises(ValueError, match="begun"):
        reports.gather()
    assert "陈伟" in every_text(evidence_of(owner, worked.chen_id))


INCIDENT = IncidentDraft(
    kind=IncidentKind.LEAKED,
    discovered="2026-11-22 08:05",
    data_kinds="姓名、电话、地址",
    cause="账号出借",
    harm="诈骗电话",
    measures="已停用账号\n已报告邮政管理局",
    advice="警惕自称快递的来电",
    contact="网点电话",
)


def test_an_incident_form_has_the_fields_of_the_law_the_time_since_and_the_totals(owner: Services) -> None:
    text = every_text(owner.reports.incident(INCIDENT, TODAY, TODAY))
    for words in (
        "第五十七条",
        "发生或者可能发生个人信息泄露",
        "距发现 1 小时 25 分",
        "1. 涉及的个人信息种类\n姓名、电话、地址",
        "4. 已采取的补救措施\n已停用账号\n已报告邮政管理局",
        "6. 联系方式\n网点电话",
        "收寄运单 2 票",
        "打开运单资料 1 次",
    ):
        assert words in text
    assert newest_act(owner)[1] == {"report": "incident", "first": "2026-11-22", "last": "2026-11-22"}


def test_an_incident_form_that_lacks_something_is_not_made(owner: Services) -> None:
    with pytest.raises(InvalidDraft) as refused:
        owner.reports.incident(IncidentDraft(), TODAY, TODAY)
    assert len(refused.value.faults) == 7
    assert newest_act(owner)[0] != Kind.REPORT_MADE


def test_totals_are_a_table_of_days_and_people_and_of_no_waybill(owner: Services) -> None:
    report = owner.reports.totals(date(2026, 11, 21), TODAY)
    lines = report.table.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "日期,人员,登录,收寄,面单,改单,查询,查看,被拒"
    assert "2026-11-22,陈伟,2,2,2,0,0,1,0" in lines
    assert b"YT88" not in report.table
    assert newest_act(owner)[1]["report"] == "totals"
    for first in (date(2026, 10, 1), date(2026, 11, 23)):
        with pytest.raises(InvalidDraft) as refused:
            owner.reports.totals(first, TODAY)
        assert refused.value.faults == (Fault("last", FaultKind.NOT_A_SPAN),)
    with pytest.raises(InvalidDraft):
        owner.reports.begin_evidence(b"x" * 16, TODAY, date(2026, 11, 21))
