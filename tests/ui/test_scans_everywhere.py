"""A label scanned whatever page stands open: its waybill opens, what was typed waits, and the way back is one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.services.session import RecordState
from outlet_app.ui.navigation import PageName
from tests.builders import draft
from tests.outlets import CHEN_PASSWORD, OWNER_PASSWORD, make_outlet
from tests.ui.conftest import LONG_MS
from tests.ui.counter import CTRL, ZHANG
from tests.ui.door import open_door
from tests.ui.finding import foreign_label, misfit_label, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.main_window import MainWindow
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet
    from tests.ui.door import Door


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    return make_outlet(tmp_path_factory.mktemp("template"))


@pytest.fixture
def door(
    template: Outlet, tmp_path: Path, tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> Iterator[Door]:
    yield from open_door(template, tmp_path, tasks, preferences, speaking, qtbot)


@pytest.fixture
def main(door: Door) -> MainWindow:
    """The clerk's window."""
    return door.come_in(door.outlet.chen_id, CHEN_PASSWORD)


def _services(door: Door) -> Services:
    """What is behind the window, once no lane is at it."""
    door.settle()
    services = door.window._services
    assert services is not None
    return services


def _label(door: Door) -> tuple[str, str]:
    """Number and code of a parcel that was just accepted."""
    services = _services(door)
    accepted = services.entry.accept(draft(), None)
    kept = services.session.labels.find(accepted.record_id)
    assert kept is not None
    assert kept.code_text is not None
    return accepted.number, kept.code_text


def _scan(door: Door, code: str) -> None:
    door.window._take_scan(code)
    door.settle()


def test_a_label_scanned_over_a_half_typed_parcel_opens_and_escape_leads_back_to_the_letter(
    door: Door, main: MainWindow
) -> None:
    QGuiApplication.clipboard().setText(ZHANG)
    door.press(Qt.Key.Key_V, CTRL)
    door.settle()
    weight = main.entry.form.parcel.weight
    weight.setFocus()
    door.type("1.")
    before = main.entry.draft()
    number, code = _label(door)
    _scan(door, code)
    assert main.heading.text() == "Find"
    assert main.find_view.card.masked.number.text() == number
    door.press(Qt.Key.Key_Escape)
    door.settle()
    assert main.heading.text() == "Accept"
    assert main.entry.draft() == before
    assert QApplication.focusWidget() is weight
    door.type("5")
    assert main.entry.draft().weight == "1.5"
    assert _services(door).session.in_hand is None


def test_on_the_page_of_lists_a_label_goes_onto_its_list_and_opens_nothing(door: Door, main: MainWindow) -> None:
    number, code = _label(door)
    door.press(Qt.Key.Key_F5)
    door.settle()
    _scan(door, code)
    assert main.heading.text() == "Hand-over"
    assert [item.number for item in main.pages.hand_over.list_card.rows.items] == [number]
    assert _services(door).session.in_hand is None


def test_a_label_that_does_not_fit_raises_the_alarm_from_the_page_of_lists_as_well(
    door: Door, main: MainWindow
) -> None:
    door.press(Qt.Key.Key_F5)
    door.settle()
    _scan(door, misfit_label(_services(door)))
    assert main.heading.text() == "Hand-over"
    assert _services(door).session.record_state() is RecordState.BROKEN
    assert main.alarm.isVisible()


def test_f2_leads_back_as_well(door: Door, main: MainWindow) -> None:
    _scan(door, _label(door)[1])
    door.press(Qt.Key.Key_F2)
    assert main.heading.text() == "Accept"


def test_ctrl_f_puts_the_keys_into_the_field_from_any_page_and_escape_goes_back(door: Door, main: MainWindow) -> None:
    door.press(Qt.Key.Key_F12)
    door.settle()
    door.press(Qt.Key.Key_F, CTRL)
    assert main.find_view.field.text.hasFocus()
    assert main.navigation.pages[PageName.FIND].isChecked()
    door.press(Qt.Key.Key_Escape)
    door.settle()
    assert main.heading.text() == "My account"


def test_f3_opens_the_page_and_a_second_ctrl_f_begins_anew(door: Door, main: MainWindow) -> None:
    door.press(Qt.Key.Key_F3)
    door.type("1234")
    door.press(Qt.Key.Key_F, CTRL)
    door.type("5")
    assert main.find_view.field.text.text() == "5"


def test_a_number_scanned_in_accept_stays_the_number_of_the_next_parcel_and_in_find_it_is_looked_up(
    door: Door, main: MainWindow
) -> None:
    number, _ = _label(door)
    _scan(door, "YT8800000000901")
    assert main.entry.draft().number == "YT8800000000901"
    door.press(Qt.Key.Key_F3)
    _scan(door, number)
    assert main.find_view.card.masked.number.text() == number
    assert main.entry.draft().number == "YT8800000000901"


def test_the_code_of_a_label_is_shown_nowhere(door: Door, main: MainWindow) -> None:
    code = _label(door)[1]
    _scan(door, code)
    token = code.split(".")[4]
    assert len(token) == 26
    assert not [text for text in texts_of(door.window) if "OA1" in text or token in text]
    assert main.find_view.field.text.text() == ""


def test_the_next_label_closes_what_the_former_one_opened(door: Door, main: MainWindow) -> None:
    first, second = _label(door), _label(door)
    _scan(door, first[1])
    _scan(door, second[1])
    assert main.find_view.card.masked.number.text() == second[0]
    _scan(door, foreign_label(_services(door)))
    assert _services(door).session.in_hand is None
    assert not main.find_view.card.isVisible()


def test_putting_right_opens_the_form_with_what_the_label_opens(door: Door, main: MainWindow) -> None:
    number, code = _label(door)
    _scan(door, code)
    door.press(Qt.Key.Key_E, CTRL)
    door.settle()
    assert main.heading.text() == "Accept"
    assert main.entry.draft().number == number
    assert main.entry.draft().recipient.name == "张三"


def test_while_a_card_is_waited_for_a_label_opens_nothing(door: Door) -> None:
    main = door.come_in(door.outlet.owner_id, OWNER_PASSWORD)
    _, code = _label(door)
    main.find_view.look_up("8000")
    door.press(Qt.Key.Key_F3)
    door.settle()
    panel = main.find_view.card.panel
    panel.setFocus()
    door.press(Qt.Key.Key_Q)
    door.press(Qt.Key.Key_1)
    assert panel.owner.proof.isVisible()
    _scan(door, code)
    assert main.messages.text.text() == "That code is not asked for here."
    assert main.find_view.notice.report is None
    _scan(door, door.outlet.card)
    assert panel.owner.proof.card == door.outlet.card


def test_what_is_no_code_of_ours_after_all_is_told_on_the_page(door: Door, main: MainWindow) -> None:
    _scan(door, "OA1.NOT.A.CODE")
    assert main.heading.text() == "Find"
    assert main.find_view.notice.advice.text() == "This is no code of this program. Scan it again."


def test_a_misfit_raises_the_red_bar_for_everybody_and_the_counter_goes_on(door: Door, main: MainWindow) -> None:
    _scan(door, misfit_label(_services(door)))
    assert main.alarm.isVisible()
    assert main.alarm.width() == main.width()
    assert not main.alarm.acknowledge.isVisible()
    assert main.status.record.text.text() == "Record broken"
    door.press(Qt.Key.Key_F2)
    assert _services(door).entry.accept(draft(), None).number
    assert main.alarm.isVisible()


def test_the_owner_acknowledges_in_the_window_and_the_same_label_is_amber_then_and_entered_again(
    door: Door, qtbot: QtBot
) -> None:
    main = door.come_in(door.outlet.owner_id, OWNER_PASSWORD)
    code = misfit_label(_services(door))
    _scan(door, code)
    qtbot.mouseClick(main.alarm.acknowledge, Qt.MouseButton.LeftButton)
    QTest.keyClicks(main.alarm.reason_text, "power cut, the old disk was put back")
    door.press(Qt.Key.Key_Return)
    door.type(OWNER_PASSWORD)
    _scan(door, door.outlet.card)
    door.press(Qt.Key.Key_Return)
    door.settle()
    assert not main.alarm.isVisible()
    assert "acknowledged" in main.messages.text.text()
    session = _services(door).session
    qtbot.waitUntil(lambda: session.record_state() is RecordState.GOOD, timeout=LONG_MS)
    qtbot.waitUntil(lambda: main.status.record.text.text() == "Record ✓, gap acknowledged 2026-11-22", timeout=LONG_MS)
    _scan(door, code)
    report = main.find_view.notice.report
    assert report is not None
    assert report.outcome is ScanOutcome.LOST_DAYS
    assert not main.alarm.isVisible()
    door.press(Qt.Key.Key_R, CTRL)
    assert main.heading.text() == "Accept"
    assert main.entry.draft().number == report.number


def test_a_lock_drops_the_label_in_hand_and_what_stood_open_waits_masked(door: Door, main: MainWindow) -> None:
    number, code = _label(door)
    _scan(door, code)
    door.lock()
    assert _services(door).session.in_hand is None
    assert not main.isVisible()
    door.sign_in(door.outlet.chen_id, CHEN_PASSWORD)
    door.settle()
    assert main.find_view.card.masked.number.text() == number
    assert not main.find_view.card.panel.is_showing
    assert not main.find_view.notice.isVisible()
    assert "Scan the label" in main.find_view.card.panel.guidance.text()


def test_a_stopped_window_takes_no_label(door: Door, main: MainWindow) -> None:
    _, code = _label(door)
    main.setEnabled(False)
    _scan(door, code)
    main.setEnabled(True)
    assert main.heading.text() == "Accept"
