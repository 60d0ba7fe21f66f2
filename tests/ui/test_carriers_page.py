"""Tests of the page of carriers, by keys, clicks and scans, over a real outlet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from outlet_app.domain.carrier import carriers
from outlet_app.domain.carrier_book import draft_of
from outlet_app.errors import SessionLocked
from outlet_app.ui import carrier_names, languages, prompts
from outlet_app.ui.about_page import AboutPage
from outlet_app.ui.carriers_page import CarriersPage
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from outlet_app.ui.outlet_page import OutletPage
    from tests.ui.equipping import Equipping


@pytest.fixture
def page_kinds() -> tuple[type[OutletPage], ...]:
    return (AboutPage, CarriersPage)


@pytest.fixture
def page(equipping: Equipping) -> Iterator[CarriersPage]:
    yield equipping.open(CarriersPage)
    carrier_names.follow(carriers())


def _names(page: CarriersPage) -> list[str]:
    return [page.list.names.item(row).text() for row in range(page.list.names.count())]


def test_every_carrier_is_listed_and_the_first_is_shown(page: CarriersPage) -> None:
    assert _names(page) == [carrier.name_en for carrier in carriers().values()]
    assert page.form.name_zh.text() == "圆通速递"
    assert page.form.shapes.text() == " ".join(carriers()["yto"].shapes)
    assert not page.form.restore.isVisible()
    assert page.codes.state.text() == "No table: labels say city and district."


def test_another_carrier_is_looked_at_with_the_keys(equipping: Equipping, page: CarriersPage) -> None:
    page.list.names.setFocus()
    equipping.press(Qt.Key.Key_Down)
    assert page.form.name_zh.text() == "申通快递"
    page.list.names.setCurrentRow(4)
    assert "check digit" in page.form.facts.text()


def test_a_change_is_saved_with_enter_and_can_be_taken_back(equipping: Equipping, page: CarriersPage) -> None:
    changed: list[bool] = []
    equipping.view.supplies_changed.connect(lambda: changed.append(True))
    page.form.name_en.setFocus()
    page.form.name_en.setText("YTO Yuhang")
    equipping.press(Qt.Key.Key_Return)
    equipping.settle()
    assert equipping.services.session.carriers()["yto"].name_en == "YTO Yuhang"
    assert _names(page)[0] == "YTO Yuhang · changed"
    assert changed == [True]
    page.form.restore.click()
    equipping.settle()
    assert _names(page)[0] == "YTO"
    assert page.form.name_en.text() == "YTO"
    assert [kind for kind, _ in equipping.messages] == ["good", "good"]


def test_shapes_are_tried_with_a_scan_and_made_from_it(equipping: Equipping, page: CarriersPage) -> None:
    page.list.names.setCurrentRow(0)
    page.form.shapes.setText(r"YT\d{12}")
    equipping.view.take_scan("YT8962646785389")
    assert page.form.verdict.text() == "It has none of the shapes: accepting would warn."
    page.form.make_shape.click()
    assert page.form.shapes.text() == r"YT\d{12} YT\d{13}"
    assert page.form.verdict.text() == "✓ It has one of the shapes."
    assert not page.form.make_shape.isEnabled()
    page.form.sample.setText("张三")
    assert page.form.verdict.text() == ""


@pytest.mark.parametrize(
    ("field", "text", "fault"),
    [
        ("name_zh", "", "Still missing."),
        ("name_zh", "顺丰速运", "Somebody here has this name already. Add something to it."),
        ("shapes", "(a+)+", "Not a shape of numbers. Type a real number and let it be made from that."),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_is_saved(
    equipping: Equipping, page: CarriersPage, field: str, text: str, fault: str
) -> None:
    getattr(page.form, field).setText(text)
    page.form.save.click()
    equipping.settle()
    assert page.form.boxes[field].fault.text() == fault
    assert getattr(page.form, field).text() == text
    assert equipping.services.session.carriers() == carriers()


def test_without_a_service_it_says_so(equipping: Equipping, page: CarriersPage) -> None:
    for tick in page.form.ticks.values():
        tick.setChecked(False)
    page.form.save.click()
    equipping.settle()
    assert page.form.ticks_fault.text() == "Tick at least one service."
    page.form.ticks["express"].setChecked(True)
    assert page.form.ticks_fault.text() == ""


def test_the_last_carrier_that_is_offered_is_not_switched_off(equipping: Equipping, page: CarriersPage) -> None:
    desk = equipping.services.carriers
    for carrier in list(equipping.services.session.carriers().values())[1:]:
        desk.save(replace(draft_of(carrier), enabled=False))
    page.form.offered.setChecked(False)
    page.form.save.click()
    equipping.settle()
    assert page.form.ticks_fault.text() == "No other carrier is offered. Switch another one on first."
    assert equipping.services.session.carriers()["yto"].enabled


def test_what_is_typed_outlives_another_place_in_the_order_and_a_table(
    equipping: Equipping, page: CarriersPage, tmp_path: Path
) -> None:
    page.form.name_zh.setText("圆通余杭")
    page.list.later.click()
    equipping.settle()
    assert _names(page)[:2] == ["STO", "YTO"]
    assert page.list.names.currentRow() == 1
    assert page.form.name_zh.text() == "圆通余杭"
    prompts.answer_next(_table(tmp_path, "浙江省,,,500\n"))
    page.codes.choose.click()
    equipping.settle()
    page.codes.preview.take.click()
    equipping.settle()
    assert page.codes.state.text().startswith("1 place has")
    page.codes.remove.click()
    equipping.settle()
    assert not page.codes.remove.isVisible()
    assert page.form.name_zh.text() == "圆通余杭"


def test_a_carrier_is_added_and_offered_first(equipping: Equipping, page: CarriersPage) -> None:
    page.list.add.click()
    assert page.form.name_zh.hasFocus()
    assert not page.codes.isVisible()
    assert not page.list.earlier.isEnabled()
    page.form.name_zh.setText("同城快送")
    page.form.name_en.setText("City Post")
    page.form.save.click()
    equipping.settle()
    assert _names(page)[-1] == "City Post"
    for _ in range(len(carriers())):
        page.list.earlier.click()
        equipping.settle()
    assert _names(page)[0] == "City Post"
    assert not page.list.earlier.isEnabled()
    page.list.later.click()
    equipping.settle()
    assert _names(page)[1] == "City Post"
    assert page.form.heading.text() == "City Post"


def test_a_carrier_is_switched_off(equipping: Equipping, page: CarriersPage) -> None:
    page.form.offered.setChecked(False)
    page.form.save.click()
    equipping.settle()
    assert _names(page)[0] == "YTO · off"
    assert "yto" not in {carrier.code for carrier in equipping.services.entry.carriers()}


def _table(folder: Path, rows: str) -> Path:
    path = folder / "codes.csv"
    path.write_text(f"省,市,区县,三段码\n{rows}", encoding="gb18030")
    return path


def test_a_table_is_shown_before_it_is_loaded_and_can_be_removed(
    equipping: Equipping, page: CarriersPage, tmp_path: Path
) -> None:
    prompts.answer_next(_table(tmp_path, "浙江省,杭州市,余杭区,342-081\n火星,,,1\n浙江省,杭州市,,\n"))
    page.codes.choose.click()
    equipping.settle()
    preview = page.codes.preview
    assert preview.good.text() == "1 place with a code"
    assert preview.faults.text() == "Row 3: no place of China that this program knows\nRow 4: no code"
    assert equipping.services.carriers.rows()[0].codes == 0
    preview.take.click()
    equipping.settle()
    assert page.codes.state.text().startswith("1 place has a code of this carrier")
    assert not preview.isVisible()
    page.codes.remove.click()
    equipping.settle()
    assert equipping.services.carriers.rows()[0].codes == 0


def test_a_file_that_is_left_or_no_table_changes_nothing(
    equipping: Equipping, page: CarriersPage, tmp_path: Path
) -> None:
    for answer in (None, _table(tmp_path, "火星,,,1\n" * 12)):
        prompts.answer_next(answer)
        page.codes.choose.click()
        equipping.settle()
    preview = page.codes.preview
    assert preview.good.text() == "Nothing in this file can be taken."
    assert not preview.take.isEnabled()
    assert preview.faults.text().endswith("… and 4 more rows that are left out")
    preview.leave.click()
    assert not preview.isVisible()
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"\0")
    prompts.answer_next(bad)
    page.codes.choose.click()
    equipping.settle()
    assert [type(error).__name__ for error in equipping.troubles] == ["TableUnreadable"]


def test_behind_a_lock_what_is_typed_stays(equipping: Equipping, page: CarriersPage) -> None:
    page.form.name_en.setText("Another")
    equipping.services.session.lock()
    page.form.save.click()
    equipping.settle()
    assert [type(error) for error in equipping.troubles] == [SessionLocked]
    assert page.form.name_en.text() == "Another"
    assert page.form.isEnabled()


def test_what_is_typed_outlives_another_page_and_another_language(
    equipping: Equipping, page: CarriersPage, qapp: QApplication
) -> None:
    page.form.name_en.setText("Typed")
    equipping.view.names.setCurrentRow(0)
    equipping.open(CarriersPage)
    languages.speak(qapp, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert page.form.name_en.text() == "Typed"
    assert _names(page)[0] == "圆通速递"
    assert page.form.save.text() == "保存"
