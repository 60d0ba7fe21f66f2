"""Weight and fee changed at the counter, by keyboard alone, without opening anybody's details."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.domain.terms import Category, Payment
from outlet_app.services.found import found
from outlet_app.store import waybills
from outlet_app.ui import languages
from outlet_app.ui.form_row import CutLabel
from outlet_app.ui.languages import Language
from outlet_app.ui.tasks import Lane
from outlet_app.ui.terms_form import TermsForm
from tests.outlets import LABEL_PRINTER, copy_of, make_outlet
from tests.services.revealing import accept

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.services.found import FoundWaybill
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    return make_outlet(tmp_path_factory.mktemp("terms"), printers=(LABEL_PRINTER,))


@pytest.fixture
def chen(model: Outlet, tmp_path: Path, tasks: Tasks, qtbot: QtBot) -> Iterator[Services]:
    services = copy_of(model, tmp_path / "copy").chen()
    yield services
    tasks.run(Lane.DATA, services.session.sign_out, tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle)


@pytest.fixture
def waybill(chen: Services) -> FoundWaybill:
    accepted, _ = accept(chen)
    kept = waybills.by_id(chen.session.store.reader, accepted.record_id)
    assert kept is not None
    return found(kept)


@pytest.fixture
def form(chen: Services, waybill: FoundWaybill, tasks: Tasks, speaking: QApplication, qtbot: QtBot) -> TermsForm:
    assert speaking
    made = TermsForm(chen.entry, tasks)
    qtbot.addWidget(made)
    made.resize(560, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_waybill(waybill)
    qtbot.waitUntil(tasks.is_idle)
    return made


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def type_in(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def test_the_terms_stand_in_the_form_with_the_keys_on_the_weight(form: TermsForm) -> None:
    assert (form.weight.text(), form.fee.text(), form.payment.value()) == ("1.2", "12.00", "paid")
    assert (form.category.value(), form.service.value()) == ("clothing", "standard")
    assert QApplication.focusWidget() is form.weight
    assert form.weight.selectedText() == "1.2"
    assert "YT8800000000001" in form.heading.text()


def test_typed_over_and_entered_the_terms_are_changed_and_the_label_asked_for(
    form: TermsForm, chen: Services, waybill: FoundWaybill, tasks: Tasks, qtbot: QtBot
) -> None:
    asked: list[tuple[bytes, str]] = []
    form.label_asked.connect(lambda record_id, number: asked.append((record_id, number)))
    type_in("3")
    press(Qt.Key.Key_Tab)
    type_in("18.5")
    with qtbot.waitSignal(form.changed) as changed:
        press(Qt.Key.Key_Return)
    assert changed.args == [waybill.masked.number]
    qtbot.waitUntil(tasks.is_idle)
    assert asked == [(waybill.masked.record_id, waybill.masked.number)]
    stands = chen.entry.terms(waybill.masked.record_id)
    assert (stands.weight, stands.fee) == ("3", "18.50")


def test_choices_are_changed_from_any_field_and_without_the_tick_no_label_is_asked_for(
    form: TermsForm, chen: Services, waybill: FoundWaybill, tasks: Tasks, qtbot: QtBot
) -> None:
    form.payment.choose("collect")
    form.category.choose("food")
    form.again.setChecked(False)
    form.category.setFocus()
    with qtbot.assertNotEmitted(form.label_asked), qtbot.waitSignal(form.changed):
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(tasks.is_idle)
    stands = chen.entry.terms(waybill.masked.record_id)
    assert (stands.payment, stands.category) == (Payment.COLLECT, Category.FOOD)


def test_terms_that_stand_already_ask_for_no_label(form: TermsForm, tasks: Tasks, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.label_asked), qtbot.waitSignal(form.changed):
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(tasks.is_idle)


def test_what_is_wrong_stands_beside_its_field_until_it_is_mended(form: TermsForm, chen: Services) -> None:
    before = chen.session.store.checkpoint()
    type_in("much")
    press(Qt.Key.Key_Return)
    assert "This is not a weight" in said(form)
    assert QApplication.focusWidget() is form.weight
    form.fee.put("viel")
    assert "not an amount" not in said(form)
    form.weight.selectAll()
    type_in("2")
    assert "This is not a weight" not in said(form)
    press(Qt.Key.Key_Return)
    assert "This is not an amount" in said(form)
    assert QApplication.focusWidget() is form.fee
    assert chen.session.store.checkpoint() == before


def test_escape_leaves_them_as_they_were(form: TermsForm, chen: Services, qtbot: QtBot) -> None:
    before = chen.session.store.checkpoint()
    type_in("9")
    with qtbot.waitSignal(form.given_up):
        press(Qt.Key.Key_Escape)
    assert chen.session.store.checkpoint() == before


def test_the_button_changes_them_and_the_other_leaves_them(form: TermsForm, tasks: Tasks, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.given_up):
        QTest.mouseClick(form.leave, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(form.changed):
        QTest.mouseClick(form.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(tasks.is_idle)


def test_a_parcel_that_left_meanwhile_is_told_in_the_form(
    form: TermsForm, chen: Services, waybill: FoundWaybill, tasks: Tasks, qtbot: QtBot
) -> None:
    session, record_id = chen.session, waybill.masked.record_id
    session.write(waybills.left(record_id, WaybillState.COLLECTED, session.clock()))
    type_in("3")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(tasks.is_idle)
    assert "has left the shop" in form.fault.text()
    assert form.fault.isVisible()
    form.show_waybill(waybill)
    qtbot.waitUntil(tasks.is_idle)
    assert "has left the shop" in form.fault.text()


def test_it_speaks_the_language_of_the_screen_and_keeps_what_is_typed(form: TermsForm, speaking: QApplication) -> None:
    type_in("7")
    form.payment.choose("monthly")
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert (form.weight.text(), form.payment.value()) == ("7", "monthly")
    assert form.heading.text() == "YT8800000000001 的重量和运费"
    assert not form.do.text().isascii()


def said(form: TermsForm) -> str:
    """Every text that can be read in the form once it is laid out."""
    QApplication.processEvents()
    labels = [label for label in form.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.whole() if isinstance(label, CutLabel) else label.text() for label in labels)


def test_nothing_in_the_form_is_cut_where_there_is_little_room(form: TermsForm) -> None:
    form.resize(form.minimumSizeHint().width(), 300)
    assert form.minimumSizeHint().width() <= 600
    for part in form.findChildren(QWidget):
        if part.isVisible() and isinstance(part, QLabel) and not part.wordWrap():
            assert part.width() >= part.minimumSizeHint().width()
