"""Tests of the page of carriers and their numbers, by keys, clicks and scans, over a real outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.number_gaps import GapKind, NumberGap, NumberRun, NumbersOfDay
from outlet_app.domain.number_use import VoidReason
from outlet_app.errors import SessionLocked
from outlet_app.store import uncertain_numbers
from outlet_app.store.store import Entry
from outlet_app.store.uncertain_numbers import Span
from outlet_app.ui import languages, prompts
from outlet_app.ui.about_page import AboutPage
from outlet_app.ui.languages import Language
from outlet_app.ui.ranges_page import RangesPage
from tests.builders import draft

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.ui.outlet_page import OutletPage
    from tests.ui.equipping import Equipping


@pytest.fixture
def page_kinds() -> tuple[type[OutletPage], ...]:
    return (AboutPage, RangesPage)


@pytest.fixture
def page(equipping: Equipping) -> RangesPage:
    return equipping.open(RangesPage)


def _free(equipping: Equipping, carrier: str) -> int:
    return next((each.free for each in equipping.services.supplies.numbers() if each.carrier == carrier), 0)


def test_each_carrier_shows_what_is_left_and_warns_when_it_runs_low(page: RangesPage) -> None:
    yto, zto = page.list.cards
    assert (yto.carrier.text(), yto.state.text()) == ("YTO", "1000 numbers left")
    assert (zto.state.text(), zto.state.objectName()) == ("10 numbers left: ask the carrier for more now", "doubt")
    assert [count.text() for count in zto.counts] == ["0 used, 0 set aside, 10 left"]


def test_a_range_is_entered_by_the_keys_alone_and_counted_before(equipping: Equipping, page: RangesPage) -> None:
    changed: list[bool] = []
    equipping.view.supplies_changed.connect(lambda: changed.append(True))
    page.enter.carrier.setFocus()
    page.enter.carrier.choose("sf")
    equipping.press(Qt.Key.Key_Tab)
    equipping.type("SF 1000 0000 0001")
    equipping.press(Qt.Key.Key_Return)
    assert page.enter.texts["last"].hasFocus()
    equipping.type("SF100000000100")
    assert page.enter.count.text() == "That is 100 numbers."
    equipping.press(Qt.Key.Key_Return)
    equipping.settle()
    assert _free(equipping, "sf") == 100
    assert equipping.messages == [("good", "100 numbers of SF Express are ready")]
    assert page.enter.texts["first"].text() == ""
    assert changed == [True]
    assert [card.numbers.carrier for card in page.list.cards] == ["yto", "zto", "sf"]


@pytest.mark.parametrize(
    ("first", "last", "field", "fault"),
    [
        ("", "SF1002", "first", "Still missing."),
        ("SF100001", "SF", "last", "This does not look like a number of this carrier. Check it."),
        ("SF100009", "SF100001", "last", "First and last number must be alike"),
        ("YT8800000000500", "YT8800000001500", "first", "Waybill number YT8800000000500 is already in use."),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(
    equipping: Equipping, page: RangesPage, first: str, last: str, field: str, fault: str
) -> None:
    page.enter.carrier.choose("yto")
    page.enter.texts["first"].setText(first)
    page.enter.texts["last"].setText(last)
    page.enter.do.click()
    equipping.settle()
    assert page.enter.boxes[field].fault.text().startswith(fault)
    assert page.enter.texts[field].hasFocus()
    assert [page.enter.texts[name].text() for name in ("first", "last")] == [first, last]
    equipping.type("0")
    assert page.enter.boxes[field].fault.text() == ""


def test_a_number_is_set_aside_with_its_reason(equipping: Equipping, page: RangesPage) -> None:
    page.void.carrier.choose("zto")
    page.void.texts["number"].setFocus()
    equipping.view.take_scan("75000000000004")
    assert page.void.texts["number"].text() == "75000000000004"
    page.void.reason.choose(VoidReason.GIVEN_BACK)
    page.void.do.click()
    equipping.settle()
    assert equipping.messages == [("good", "75000000000004 is set aside")]
    assert page.list.cards[1].counts[0].text() == "0 used, 1 set aside, 9 left"
    page.void.texts["number"].setText("75000000000099")
    page.void.do.click()
    equipping.settle()
    assert page.void.boxes["number"].fault.text() == "This number stands in none of this carrier's ranges."


def test_scans_fill_the_range_and_anything_else_is_told_of(equipping: Equipping, page: RangesPage) -> None:
    equipping.view.take_scan("yt9000000000001")
    equipping.view.take_scan("YT9000000000050")
    assert [field.text() for field in page.enter.texts.values()] == ["YT9000000000001", "YT9000000000050"]
    equipping.view.take_scan("OK1")
    assert equipping.messages == [("warn", "This page has no use for that code.")]


def test_what_concerns_no_field_is_told_to_the_window(equipping: Equipping, page: RangesPage) -> None:
    equipping.services.session.lock()
    page.void.texts["number"].setText("75000000000004")
    page.void.do.click()
    equipping.settle()
    assert [type(error) for error in equipping.troubles] == [SessionLocked]
    assert page.void.isEnabled()


def test_what_is_typed_stays_when_the_language_changes(
    equipping: Equipping, page: RangesPage, speaking: QApplication
) -> None:
    page.enter.carrier.choose("sf")
    page.enter.texts["first"].setText("SF100000000001")
    page.enter.texts["last"].setText("SF100000000002")
    page.void.reason.choose(VoidReason.MISSING)
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert equipping.view.names.currentItem().text() == "号段"
    assert (page.enter.carrier.value(), page.enter.texts["first"].text()) == ("sf", "SF100000000001")
    assert page.enter.count.text() == "共 2 个单号。"
    assert page.void.why() is VoidReason.MISSING
    assert page.list.cards[0].state.text() == "还剩 1000 个单号"


def _file(folder: Path, text: str) -> Path:
    path = folder / "ranges.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_shown_before_its_ranges_are_entered(equipping: Equipping, page: RangesPage, tmp_path: Path) -> None:
    page.enter.carrier.choose("sf")
    prompts.answer_next(_file(tmp_path, "SF1000001,SF1000100\nSF1000200\nnone\n"))
    page.enter.from_file.click()
    equipping.settle()
    assert page.file.good.text() == "101 numbers: SF1000001 – SF1000100, SF1000200"
    assert page.file.faults.text() == "Row 3: no waybill number"
    assert _free(equipping, "sf") == 0
    page.file.take.click()
    equipping.settle()
    assert _free(equipping, "sf") == 101
    assert not page.file.isVisible()
    assert equipping.messages == [("good", "101 numbers of SF Express are ready")]


def test_another_carrier_leaves_the_file_and_so_does_the_button(
    equipping: Equipping, page: RangesPage, tmp_path: Path
) -> None:
    for leave in (lambda: page.enter.carrier.choose("jd"), page.file.leave.click):
        prompts.answer_next(_file(tmp_path, "YT1000001\n"))
        page.enter.from_file.click()
        equipping.settle()
        assert page.file.isVisible()
        leave()
        assert not page.file.isVisible()
        assert page.file.ranges is None


def test_numbers_go_back_from_a_scanned_one_on(equipping: Equipping, page: RangesPage) -> None:
    page.back.texts["number"].setFocus()
    equipping.view.take_scan("YT8800000000501")
    assert page.back.texts["number"].text() == "YT8800000000501"
    assert page.back.count.text() == "500 numbers would go back."
    page.back.carrier.choose("zto")
    assert page.back.count.text() == ""
    page.back.carrier.choose("yto")
    page.back.do.click()
    equipping.settle()
    page.back.texts["number"].setText("YT8800000000491")
    assert page.back.count.text() == "10 numbers would go back."
    assert _free(equipping, "yto") == 500
    assert page.list.cards[0].counts[0].text() == "0 used, 0 set aside, 500 left, 500 given back"
    page.back.texts["number"].setText("YT1")
    page.back.do.click()
    equipping.settle()
    assert page.back.boxes["number"].fault.text()


def test_numbers_in_doubt_are_settled_with_one_key(equipping: Equipping, page: RangesPage) -> None:
    assert not page.doubts.isVisible()
    spans = [Span(1, 8800000000001, 8800000000003), Span(2, 75000000000001, 75000000000002)]
    restored = Activity(ActivityKind.RESTORED)
    equipping.services.session.write(Entry(restored, lambda cursor: uncertain_numbers.keep(cursor, spans)))
    page.load()
    equipping.settle()
    assert [line.words.text() for line in page.doubts.lines] == [
        "YTO · YT8800000000001 – YT8800000000003 · 3 numbers",
        "ZTO · 75000000000001 – 75000000000002 · 2 numbers",
    ]
    page.doubts.lines[0].free.setFocus()
    equipping.press(Qt.Key.Key_Space)
    equipping.settle()
    page.doubts.lines[0].used.click()
    equipping.settle()
    assert not page.doubts.isVisible()
    assert (_free(equipping, "yto"), _free(equipping, "zto")) == (1000, 8)


def test_the_numbers_of_a_day_are_told_with_what_was_passed_over(equipping: Equipping, page: RangesPage) -> None:
    assert page.gaps.lines.text() == "No waybill was accepted on this day."
    for number in ("", "YT8800000000004"):
        equipping.services.entry.accept(draft(number=number), None)
    page.load()
    equipping.settle()
    assert page.gaps.lines.text().splitlines() == [
        "YTO · 2 waybills",
        "    YT8800000000001  (1)",
        "    YT8800000000004  (1)",
        "    ↷ YT8800000000002 – YT8800000000003  (2)  passed over, still free",
    ]
    assert not page.gaps.missing.isVisible()


def test_numbers_that_no_waybill_bears_stand_out(page: RangesPage) -> None:
    gap = NumberGap(GapKind.MISSING, "YT0002", "YT0002", 1)
    page.gaps.show_numbers((NumbersOfDay("yto", 2, 1, (NumberRun("YT1", "YT1", 1),) * 20, (gap,)),))
    assert page.gaps.missing.text() == "1 number was given out and no waybill bears it."
    assert page.gaps.missing.isVisible()
    assert page.gaps.lines.text().splitlines()[-1].strip() == "… and 8 more lines"
    assert "given out, and no waybill bears it" in page.gaps.lines.text()
