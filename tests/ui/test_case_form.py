"""The odd cases of a waybill noted by keyboard alone: what is offered to whom, and what each leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.domain.waybill_cases import CaseKind
from outlet_app.services.found import found
from outlet_app.store import label_wraps, waybills
from outlet_app.ui import languages
from outlet_app.ui.case_form import CaseForm
from outlet_app.ui.languages import Language
from outlet_app.ui.tasks import Lane
from tests.outlets import LABEL_PRINTER, copy_of, make_outlet
from tests.services.handing import handed_over, parcel
from tests.services.revealing import told
from tests.ui.truck import CTRL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.services.found import FoundWaybill
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    return make_outlet(tmp_path_factory.mktemp("cases"), printers=(LABEL_PRINTER,))


@pytest.fixture
def outlet(model: Outlet, tmp_path: Path) -> Outlet:
    return copy_of(model, tmp_path / "copy")


@pytest.fixture
def chen(outlet: Outlet, tasks: Tasks, qtbot: QtBot) -> Iterator[Services]:
    services = outlet.chen()
    yield services
    tasks.run(Lane.DATA, services.session.sign_out, tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle)


@pytest.fixture
def open_form(tasks: Tasks, speaking: QApplication, qtbot: QtBot) -> Callable[[Services, bytes], CaseForm]:
    """The form of one waybill, once it knows what it may offer."""
    assert speaking

    def opened(services: Services, record_id: bytes) -> CaseForm:
        form = CaseForm(services.cases, tasks)
        qtbot.addWidget(form)
        form.resize(560, 360)
        form.show()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        form.show_waybill(row(services, record_id))
        qtbot.waitUntil(tasks.is_idle)
        return form

    return opened


def row(services: Services, record_id: bytes) -> FoundWaybill:
    kept = waybills.by_id(services.session.store.reader, record_id)
    assert kept is not None
    return found(kept)


def state(services: Services, record_id: bytes) -> WaybillState:
    kept = waybills.by_id(services.session.store.reader, record_id)
    assert kept is not None
    return kept.state


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def offered(form: CaseForm) -> list[CaseKind]:
    return [kind for kind, button in form.kinds.items() if button.isVisible()]


def test_a_clerk_is_offered_what_he_may_settle_and_not_the_loss(
    chen: Services, open_form: Callable[[Services, bytes], CaseForm]
) -> None:
    form = open_form(chen, parcel(chen).record_id)
    assert offered(form) == [CaseKind.CANCEL, CaseKind.SEND_BACK, CaseKind.FORWARD]
    assert QApplication.focusWidget() is form.kinds[CaseKind.CANCEL]
    assert form.do.text() == "Cancel the waybill   Ctrl+Enter"


def test_cancelled_with_its_money_back_the_label_ends_and_the_amount_is_told(
    chen: Services, open_form: Callable[[Services, bytes], CaseForm], tasks: Tasks, qtbot: QtBot
) -> None:
    record_id = parcel(chen).record_id
    form = open_form(chen, record_id)
    said: list[str] = []
    form.told.connect(said.append)
    assert form.refund.isChecked()
    assert form.refund.text() == "¥12.00 given back to the sender"
    with qtbot.waitSignal(form.changed) as changed:
        press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(tasks.is_idle)
    assert state(chen, record_id) is WaybillState.CANCELLED
    assert label_wraps.of(chen.session.store.reader, record_id) is None
    assert told(chen, record_id)[-1] == (
        "cancelled",
        {"reason": "sender_asked", "payment": "paid", "fee_fen": 1200, "refund_fen": 1200},
    )
    assert said == [f"{changed.args[0]} is cancelled: give ¥12.00 back"]


def test_without_the_tick_nothing_is_given_back_and_the_chosen_reason_is_recorded(
    chen: Services, open_form: Callable[[Services, bytes], CaseForm], qtbot: QtBot
) -> None:
    record_id = parcel(chen).record_id
    form = open_form(chen, record_id)
    form.reason.choose("mistake")
    form.refund.click()
    with qtbot.waitSignal(form.changed):
        form.do.click()
    detail = told(chen, record_id)[-1][1]
    assert (detail["reason"], detail["refund_fen"]) == ("mistake", 0)


@pytest.mark.parametrize(
    ("digit", "kind", "ends"),
    [
        (Qt.Key.Key_2, CaseKind.SEND_BACK, WaybillState.RETURNED),
        (Qt.Key.Key_3, CaseKind.FORWARD, WaybillState.FORWARDED),
    ],
)
def test_a_digit_chooses_and_the_button_says_what_it_does(
    chen: Services,
    open_form: Callable[[Services, bytes], CaseForm],
    qtbot: QtBot,
    digit: Qt.Key,
    kind: CaseKind,
    ends: WaybillState,
) -> None:
    record_id = parcel(chen).record_id
    form = open_form(chen, record_id)
    press(digit)
    assert form.kind is kind
    QApplication.sendEvent(
        form, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_onesuperior, Qt.KeyboardModifier.NoModifier, "¹")
    )
    assert form.kind is kind
    assert not form.reason.isVisible()
    assert not form.refund.isVisible()
    with qtbot.waitSignal(form.changed):
        press(Qt.Key.Key_Return, CTRL)
    assert state(chen, record_id) is ends


def test_what_the_carrier_has_can_be_noted_as_refused(
    chen: Services, open_form: Callable[[Services, bytes], CaseForm], qtbot: QtBot
) -> None:
    record_id = handed_over(chen)
    form = open_form(chen, record_id)
    assert offered(form) == [CaseKind.REFUSE]
    with qtbot.waitSignal(form.changed):
        form.save()
    assert told(chen, record_id)[-1][0] == "refused"


def test_the_owner_writes_a_lost_one_off_with_its_reason(
    outlet: Outlet, open_form: Callable[[Services, bytes], CaseForm], tasks: Tasks, qtbot: QtBot
) -> None:
    services = outlet.owner()
    record_id = parcel(services).record_id
    form = open_form(services, record_id)
    press(Qt.Key.Key_4)
    assert form.kind is CaseKind.LOSE
    form.reason.choose("stolen")
    with qtbot.waitSignal(form.changed):
        form.save()
    assert state(services, record_id) is WaybillState.LOST
    assert told(services, record_id)[-1] == ("lost", {"reason": "stolen"})
    tasks.run(Lane.DATA, services.session.sign_out, tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle)


def test_a_waybill_that_came_to_its_end_offers_nothing_and_says_so(
    chen: Services, open_form: Callable[[Services, bytes], CaseForm]
) -> None:
    record_id = parcel(chen).record_id
    chen.cases.send_back(record_id)
    form = open_form(chen, record_id)
    assert offered(form) == []
    assert not form.do.isVisible()
    assert form.story.text().startswith("Nothing of this can be noted")
    form.save()
    assert told(chen, record_id)[-1][0] == "returned"


def test_what_meanwhile_left_is_said_and_nothing_else_happens(
    chen: Services, open_form: Callable[[Services, bytes], CaseForm], tasks: Tasks, qtbot: QtBot
) -> None:
    record_id = parcel(chen).record_id
    form = open_form(chen, record_id)
    chen.cases.send_back(record_id)
    form.save()
    qtbot.waitUntil(tasks.is_idle)
    assert form.fault.isVisible()
    assert form.do.isEnabled()


def test_escape_leaves_the_waybill_as_it_was(
    chen: Services, open_form: Callable[[Services, bytes], CaseForm], qtbot: QtBot
) -> None:
    record_id = parcel(chen).record_id
    form = open_form(chen, record_id)
    with qtbot.waitSignal(form.given_up):
        press(Qt.Key.Key_Escape)
    assert told(chen, record_id)[-1][0] != "cancelled"


def test_it_speaks_the_language_of_the_screen_and_keeps_what_is_chosen(
    chen: Services, open_form: Callable[[Services, bytes], CaseForm], qtbot: QtBot, speaking: QApplication
) -> None:
    form = open_form(chen, parcel(chen).record_id)
    form.reason.choose("mistake")
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: form.do.text() == "取消运单   Ctrl+Enter")
    assert form.reason.value() == "mistake"
    assert form.refund.isChecked()
